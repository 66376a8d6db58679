//! Lists and tables of settings that are not closed. To the parser, all that follows is part of them, so what it says is about a
//! line that is right.

use std::ops::Range;

use super::syntax::is_key;

/// A `[` or `{` without its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::fields) struct Unclosed {
    /// The sign that opens it.
    pub(in crate::fields) open: usize,
    /// The key whose value it is.
    pub(in crate::fields) key: String,
    /// Where what is in it ends.
    pub(in crate::fields) end: usize,
    /// The signs that belong there: one for each that is open.
    pub(in crate::fields) missing: String,
}

/// Those of a text, in order: where a section, or the line of another key, begins within a value. Nothing where the quotation
/// marks of the text are wrong, so that nobody knows which signs count.
pub(in crate::fields) fn unclosed(text: &str) -> Vec<Unclosed> {
    let mut reader = Reader { text, at: 0, open: Vec::new(), key: String::new(), end: 0, found: Vec::new() };
    while reader.at < text.len() {
        if reader.open.is_empty() {
            reader.line();
        } else if reader.value().is_none() {
            return reader.found;
        }
    }
    reader.close(0);
    reader.found
}

/// A sign that opens something, and the key before it.
struct Open {
    sign: char,
    at: usize,
    key: String,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Open>,
    /// The last key that was read.
    key: String,
    /// Where the last part of a value ended.
    end: usize,
    found: Vec<Unclosed>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn line_length(&self) -> usize {
        self.rest().find('\n').map_or(self.rest().len(), |end| end + 1)
    }

    /// The beginning of a line that is in no value: a section, a remark, or a key with its value.
    fn line(&mut self) {
        let line = &self.rest()[..self.line_length()];
        match line.split_once('=') {
            Some((key, _)) if is_key(key.trim()) => {
                (self.key, self.at) = (key.trim().to_owned(), self.at + key.len() + 1);
                self.end = self.at;
                // A value that opens nothing is at an end with its line.
                let opens = |c: char| matches!(c, '[' | '{');
                match self.rest().trim_start_matches([' ', '\t']).starts_with(opens) {
                    true => self.at += self.rest().find(opens).unwrap_or_default(),
                    false => self.skip_value(),
                }
                if self.rest().starts_with(opens) {
                    self.step();
                }
            }
            _ => self.at += line.len(),
        }
    }

    /// A value that opens nothing. Only a text in three quotation marks has more than one line.
    fn skip_value(&mut self) {
        let value = self.rest().trim_start_matches([' ', '\t']);
        let marks = ["\"\"\"", "'''"].into_iter().find(|marks| value.starts_with(marks));
        let start = self.rest().len() - value.len();
        let length = marks.and_then(|marks| Some(start + 3 + value[3..].find(marks)? + 3));
        self.at += length.unwrap_or_default();
        self.at += self.line_length();
    }

    /// The next part of a value: a sign, a text, or the end of a line.
    fn value(&mut self) -> Option<()> {
        let rest = self.rest();
        let c = rest.chars().next()?;
        match c {
            '"' | '\'' => {
                self.at += text_length(rest)?;
                self.end = self.at;
            }
            '#' => self.at += self.line_length().max(1) - usize::from(rest.contains('\n')),
            '\n' => {
                self.at += 1;
                if self.begins_something_else() {
                    self.close(0);
                }
            }
            '=' => {
                let before = self.text[..self.at].trim_end();
                let start = before
                    .rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')))
                    .map_or(0, |at| at + 1);
                before[start..].clone_into(&mut self.key);
                self.at += 1;
            }
            '[' | '{' | ']' | '}' => self.step(),
            c => {
                self.at += c.len_utf8();
                if !c.is_whitespace() {
                    self.end = self.at;
                }
            }
        }
        Some(())
    }

    /// A sign that opens or closes.
    fn step(&mut self) {
        let Some(sign) = self.rest().chars().next() else { return };
        match sign {
            '[' | '{' => self.open.push(Open { sign, at: self.at, key: self.key.clone() }),
            // What is open within that which this closes has no end. One that closes nothing is a mistake of its own.
            _ => {
                if let Some(depth) = self.open.iter().rposition(|open| end_of(open.sign) == sign) {
                    self.close(depth + 1);
                    self.open.pop();
                }
            }
        }
        self.at += 1;
        self.end = self.at;
    }

    /// Whether a line begins that cannot be in what is open: a section, or a key of its own.
    fn begins_something_else(&self) -> bool {
        let line = self.rest().lines().next().unwrap_or_default().trim();
        let name = line.split('#').next().unwrap_or_default().trim();
        let section = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
        let section = section.map(|name| name.trim_matches(['[', ']', ' ']));
        // Lists may hold lists of these words, and no others without quotation marks.
        let is_value = |name: &str| {
            matches!(name, "true" | "false" | "inf" | "nan") || name.starts_with(|c: char| c.is_ascii_digit())
        };
        if section.is_some_and(|name| is_key(name) && !is_value(name)) {
            return true;
        }
        let is_pair = line.split_once('=').is_some_and(|(key, _)| is_key(key.trim()));
        match self.open.last().map(|open| open.sign) {
            Some('[') => is_pair,
            // In a table in several lines, a comma stands before the next key.
            _ => is_pair && !self.text[..self.end].ends_with([',', '{']),
        }
    }

    /// Notes that what is open from a depth on has no end.
    fn close(&mut self, depth: usize) {
        let mut open = self.open.split_off(depth);
        let missing = open.iter().rev().map(|open| end_of(open.sign)).collect();
        if let Some(open) = open.pop() {
            self.found.push(Unclosed { open: open.at, key: open.key, end: self.end, missing });
        }
    }
}

const fn end_of(sign: char) -> char {
    if sign == '[' { ']' } else { '}' }
}

/// How long the text in quotation marks is with which something begins; nothing where it has no end.
fn text_length(rest: &str) -> Option<usize> {
    let mark = rest.get(..1)?;
    let marks = mark.repeat(3);
    if rest.starts_with(&marks) {
        return Some(rest[3..].find(&marks)? + 6);
    }
    let mut escaped = false;
    let end = rest[1..].find(|c: char| {
        let ends = (!escaped && mark.starts_with(c)) || c == '\n';
        escaped = !escaped && c == '\\' && mark == "\"";
        ends
    })?;
    rest[1 + end..].starts_with(mark).then_some(end + 2)
}

/// What to write in the place of what is in one that is not closed.
pub(in crate::fields) fn closed(text: &str, unclosed: &Unclosed) -> (Range<usize>, String) {
    let written = text.get(unclosed.open..unclosed.end).unwrap_or_default();
    (unclosed.open..unclosed.end, [written.trim_end_matches(','), &unclosed.missing].concat())
}

#[cfg(test)]
mod tests {
    use super::{closed, unclosed};

    #[test]
    fn what_is_not_closed_is_found_where_it_opens() {
        for (text, key, expected) in [
            ("[nav]\nhide = [\"areas\",\n\n[site]\nbanner = \"a\"\n", "hide", "[\"areas\"]"),
            ("hide = [\"areas\"\n[site]\n", "hide", "[\"areas\"]"),
            (
                "hide = [\n  \"areas\", # a ] here\n  \"items\"\norder = [\"items\"]\n",
                "hide",
                "[\n  \"areas\", # a ] here\n  \"items\"]",
            ),
            ("hide = [\"a]\"", "hide", "[\"a]\"]"),
            ("hide =\t[", "hide", "[]"),
            ("logo = {file = \"a\", alt = \"b\"\nbanner = \"x\"\n", "logo", "{file = \"a\", alt = \"b\"}"),
            ("links = [{title = \"a\", url = \"b\"\n\n[nav]\n", "links", "{title = \"a\", url = \"b\"}]"),
            ("groups = [{title = \"a\", lists = [\"items\"}]\n[nav]", "lists", "[\"items\"]"),
            ("a = \"\"\"\nb = [\n\"\"\"\nc = ['x'\nd = 1", "c", "['x']"),
        ] {
            let found = unclosed(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].key, key, "{text}");
            assert_eq!(closed(text, &found[0]).1, expected, "{text}");
        }
        let several = unclosed("a = [1\nb = [2\n[c]\nd = {e = 1\n");
        assert_eq!(several.iter().map(|found| found.key.as_str()).collect::<Vec<_>>(), ["a", "b", "d"]);
    }

    #[test]
    fn what_is_closed_is_left_alone() {
        for text in [
            "a = [\n  [true],\n  [1, 2],\n  [\"x\"],\n]\n[b]\nc = 1\n",
            "a = {b = 1,\n c = 2}\n[d]",
            "a = \"[\"\nb = '{' # [\n# [\n[c]\n[[d]]\n",
            "a = [ # [\n]\n",
            "a = [\"x\n[b]\n",
            "[a\nb = 1",
            "",
        ] {
            assert_eq!(unclosed(text), [], "{text}");
        }
    }
}
