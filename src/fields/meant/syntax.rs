//! What is wrong with front matter that is not YAML. The parser knows only that it could not go on; people look at one line, so
//! each line at or above that place is compared with the mistakes that are made most often, the nearest first.

use std::ops::Range;

use crate::fields::double_quoted;

/// A line that explains why the front matter cannot be read.
pub(in crate::fields) struct Explanation {
    /// What is wrong, as a byte range.
    pub(in crate::fields) place: Range<usize>,
    pub(in crate::fields) message: String,
    pub(in crate::fields) help: String,
    /// What to write at the place.
    pub(in crate::fields) instead: Option<String>,
}

/// Whether the line of that place is to blame.
type Check = fn(&[Line<'_>], usize) -> Option<Explanation>;

/// How many lines above the error are looked at.
const LINES: usize = 200;

/// A line that is no part of a text of several lines.
struct Line<'a> {
    start: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Where the entry begins: after the spaces, and after the dash of a list.
    fn entry(&self) -> (usize, &'a str) {
        let indent = self.indent();
        let rest = &self.text[indent..];
        match rest.strip_prefix("- ") {
            Some(after) => {
                let spaces = after.len() - after.trim_start_matches(' ').len();
                (indent + 2 + spaces, &after[spaces..])
            }
            None => (indent, rest),
        }
    }

    /// The key and what follows its colon: where that begins in the line, and its text.
    fn pair(&self) -> Option<(&'a str, usize, &'a str)> {
        let (column, entry) = self.entry();
        let (key, value) = entry.split_once(':')?;
        let spaces = value.len() - value.trim_start_matches(' ').len();
        is_key(key).then(|| (key, column + key.len() + 1 + spaces, value.trim()))
    }

    fn range(&self, from: usize, length: usize) -> Range<usize> {
        self.start + from..self.start + from + length
    }
}

fn is_key(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(plain)
}

/// The lines of the front matter, without those of texts below `key: |`, blank ones and remarks.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut block: Option<usize> = None;
    for written in text.split_inclusive('\n') {
        let line = Line { start, text: written.trim_end() };
        start += written.len();
        if line.text.trim().is_empty() || block.is_some_and(|indent| line.indent() > indent) {
            continue;
        }
        block = line.pair().filter(|(.., value)| value.starts_with(['|', '>'])).map(|_| line.indent());
        if !line.text.trim_start().starts_with('#') {
            lines.push(line);
        }
    }
    lines
}

/// The line that is to blame when the parser stopped at byte `at`.
pub(in crate::fields) fn explain(text: &str, at: usize) -> Option<Explanation> {
    let lines = lines(text);
    let last = lines.partition_point(|line| line.start <= at);
    let checks: [Check; 8] = [tab, wide_colon, no_space, curly, colon, bracket, quotes, indented];
    (last.saturating_sub(LINES)..last)
        .rev()
        .find_map(|index| checks.iter().find_map(|check| check(&lines, index)))
}

fn tab(lines: &[Line<'_>], index: usize) -> Option<Explanation> {
    let line = &lines[index];
    let blank = line.text.len() - line.text.trim_start().len();
    line.text[..blank].contains('\t').then(|| Explanation {
        place: line.range(0, blank),
        message: "this line begins with a tab".to_owned(),
        help: "indent with spaces, not with a tab".to_owned(),
        instead: None,
    })
}

/// `title：Talks`, as input methods write it.
fn wide_colon(lines: &[Line<'_>], index: usize) -> Option<Explanation> {
    let line = &lines[index];
    let (column, entry) = line.entry();
    let (key, value) = entry.split_once('：')?;
    if !is_key(key) {
        return None;
    }
    let spaces = value.len() - value.trim_start().len();
    Some(Explanation {
        place: line.range(column + key.len(), '：'.len_utf8() + spaces),
        message: format!("the colon after `{key}` is full-width"),
        help: "type `:` and a space after the key".to_owned(),
        instead: Some(": ".to_owned()),
    })
}

/// `title:Talks`.
fn no_space(lines: &[Line<'_>], index: usize) -> Option<Explanation> {
    let line = &lines[index];
    let (column, entry) = line.entry();
    let (key, value) = entry.split_once(':')?;
    let glued = is_key(key) && value.starts_with(|c: char| !c.is_whitespace()) && !value.starts_with("//");
    glued.then(|| Explanation {
        place: line.range(column + key.len(), 1),
        message: format!("a space is missing after `{key}:`"),
        help: format!("write `{key}: ` and then the value"),
        instead: Some(": ".to_owned()),
    })
}

fn curly(lines: &[Line<'_>], index: usize) -> Option<Explanation> {
    let line = &lines[index];
    let (key, column, value) = line.pair()?;
    if !value.starts_with(['“', '”', '„', '«', '‘']) || !value.ends_with(['“', '”', '»', '’'])
    {
        return None;
    }
    let inner = value.trim_matches(['“', '”', '„', '«', '»', '‘', '’']);
    Some(Explanation {
        place: line.range(column, value.len()),
        message: format!("the value of `{key}` is in curly quotation marks"),
        help: "type straight quotation marks: `\"`".to_owned(),
        instead: Some(double_quoted(inner)),
    })
}

/// `title: Talks held: Tokyo`.
fn colon(lines: &[Line<'_>], index: usize) -> Option<Explanation> {
    let line = &lines[index];
    let (key, column, written) = line.pair()?;
    // A remark is no part of the value, and must not be published with it. `#4` may be meant as a part of it.
    let (value, after) = match written.split_once(" #") {
        Some((value, after)) if !written.starts_with(['"', '\'']) => (value.trim_end(), Some(after)),
        _ => (written, None),
    };
    let is_remark = after.is_none_or(|after| after.is_empty() || after.starts_with([' ', '#', '\t']));
    let quoted = |mark: char| value.len() > 1 && value.starts_with(mark) && value.ends_with(mark);
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
    let simple =
        (quoted('"') && !inner.contains('"')) || quoted('\'') || value.starts_with(['[', '{', '|', '>']);
    let starts_badly = value.starts_with(['@', '`', '%']);
    let ends_early = value.starts_with('"') && !quoted('"') && value.matches('"').count() == 2;
    let several = quoted('"') && inner.contains('"') && !inner.contains("\\\"");
    let has_colon = !value.starts_with(['"', '\'']) && (value.contains(": ") || value.ends_with(':'));
    if simple || !(starts_badly || ends_early || several || has_colon) {
        return None;
    }
    let message = match has_colon {
        true => format!("the value of `{key}` contains a colon"),
        false => format!("the value of `{key}` contains a character that has a meaning in YAML"),
    };
    Some(Explanation {
        place: line.range(column, value.len()),
        message,
        help: format!(
            "put the value in quotes: `{key}: {}`",
            double_quoted(if is_remark { value } else { written })
        ),
        instead: is_remark.then(|| double_quoted(value)),
    })
}

/// A list that does not end before the next key.
fn bracket(lines: &[Line<'_>], index: usize) -> Option<Explanation> {
    let line = &lines[index];
    let (key, column, value) = line.pair()?;
    let (open, close) = match value.chars().next()? {
        '[' => ('[', ']'),
        '{' => ('{', '}'),
        _ => return None,
    };
    let ends_before_key = || {
        let below = lines[index + 1..].iter().take_while(|line| line.pair().is_none());
        below.into_iter().any(|line| line.text.contains(close))
    };
    if value.contains(close) || ends_before_key() {
        return None;
    }
    Some(Explanation {
        place: line.range(column, 1),
        message: format!("the `{open}` of `{key}` is not closed"),
        help: format!("put a `{close}` at the end: `{key}: {value}{close}`"),
        instead: None,
    })
}

fn quotes(lines: &[Line<'_>], index: usize) -> Option<Explanation> {
    let line = &lines[index];
    let (key, column, value) = line.pair()?;
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let closed = value.len() > 1 && value.trim_end_matches(',').ends_with(mark);
    let later = lines[index + 1..].iter().take_while(|line| line.pair().is_none());
    if closed || later.into_iter().any(|line| line.text.ends_with(mark)) {
        return None;
    }
    Some(Explanation {
        place: line.range(column, value.len()),
        message: format!("a quotation mark is missing at the end of `{key}`"),
        help: "a value that begins with a quotation mark ends with the same one".to_owned(),
        instead: None,
    })
}

/// A key that does not stand below the key before it.
fn indented(lines: &[Line<'_>], index: usize) -> Option<Explanation> {
    let line = &lines[index];
    let (key, ..) = line.pair()?;
    let (column, before) = (line.entry().0, index.checked_sub(1).map(|before| &lines[before]));
    if column != line.indent() {
        return None;
    }
    let Some(before) = before else {
        return (column > 0).then(|| remove_spaces(line, key));
    };
    let (above, _, value) = before.pair()?;
    let wanted = before.entry().0;
    let in_list = wanted != before.indent();
    if value.is_empty() || column == wanted {
        return None;
    }
    if in_list && column > before.indent() {
        return Some(Explanation {
            place: line.range(0, column),
            message: format!("`{key}` does not stand below `{above}`"),
            help: format!("line up `{key}:` with `{above}:` above: write {wanted} spaces before it"),
            instead: Some(" ".repeat(wanted)),
        });
    }
    (column > wanted && wanted == 0).then(|| remove_spaces(line, key))
}

fn remove_spaces(line: &Line<'_>, key: &str) -> Explanation {
    let spaces = if line.indent() == 1 { "the space" } else { "the spaces" };
    Explanation {
        place: line.range(0, line.indent()),
        message: format!("the line with `{key}` begins with a space"),
        help: format!("remove {spaces} at the start of the line"),
        instead: Some(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::diag::FileId;
    use crate::fields::parse_yaml;

    /// The front matter after the suggestion was taken, if there is one; it must be YAML then.
    fn corrected(text: &str) -> Option<String> {
        let (_, problems) = parse_yaml(text, FileId(0), 0, 16);
        let problem = problems.first().unwrap_or_else(|| panic!("{text} is YAML"));
        let (Some(span), Some(instead)) = (problem.span, &problem.suggestion) else { return None };
        assert!(problem.certain, "{text}");
        let mut right = text.to_owned();
        right.replace_range(span.range(), instead);
        assert!(parse_yaml(&right, FileId(0), 0, 16).1.is_empty(), "{right}");
        Some(right)
    }

    #[test]
    fn the_line_that_is_to_blame_is_corrected() {
        for (wrong, right) in [
            ("title: Talks held: Tokyo\n", "title: \"Talks held: Tokyo\"\n"),
            (
                "kind: a\ntitle: Talks: a \"new\" start\nx: 1\n",
                "kind: a\ntitle: \"Talks: a \\\"new\\\" start\"\nx: 1\n",
            ),
            ("title: “Talks held: in Tokyo”\n", "title: \"Talks held: in Tokyo\"\n"),
            ("title:x\nkind: a\n", "title: x\nkind: a\n"),
            ("kind: a\ntitle:x\n", "kind: a\ntitle: x\n"),
            ("title：会談\nkind: a\n", "title: 会談\nkind: a\n"),
            ("kind: a\n title: x\n", "kind: a\ntitle: x\n"),
            (" title: x\nkind: a\n", "title: x\nkind: a\n"),
            ("date: 2024\n items: [\"3.1\"]\nkind: a\n", "date: 2024\nitems: [\"3.1\"]\nkind: a\n"),
            ("title: @home\n", "title: \"@home\"\n"),
            ("title: \"Talks\" held\n", "title: \"\\\"Talks\\\" held\"\n"),
            ("evidence:\n  - title: A\n   url: b\n", "evidence:\n  - title: A\n    url: b\n"),
            ("evidence:\n  - title: A\n     url: b\n", "evidence:\n  - title: A\n    url: b\n"),
            ("evidence:\n  - title: A: B\n    url: b\n", "evidence:\n  - title: \"A: B\"\n    url: b\n"),
        ] {
            assert_eq!(corrected(wrong).as_deref(), Some(right), "{wrong}");
        }
    }

    #[test]
    fn what_can_be_written_in_two_ways_is_explained_only() {
        for (wrong, place, help) in [
            ("items: [\"3.1\"\nkind: a\n", 7, "put a `]` at the end"),
            ("title: \"Talks\nkind: a\n", 7, "a value that begins with a quotation mark"),
            ("note: |\n  a: b: c\nkind: b\n\tlead: x\n", 26, "indent with spaces"),
        ] {
            let found = explain(wrong, wrong.len()).unwrap();
            assert_eq!(found.place.start, place, "{wrong}");
            assert!(found.help.starts_with(help), "{wrong}: {}", found.help);
            assert_eq!(corrected(wrong), None, "{wrong}");
        }
    }
}
