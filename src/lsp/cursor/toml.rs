//! Tables, keys and values of `book.toml`.

use super::flow::{Flow, plain, word_end};
use super::found::{Cursor, Role};

/// What was read of the lines above.
#[derive(Default)]
struct Above {
    table: Vec<String>,
    siblings: Vec<(String, String)>,
    /// A value that goes on in the next line: its path, and where it begins.
    open: Option<(Vec<String>, usize)>,
}

/// What stands at a byte of `book.toml`.
pub(super) fn cursor(text: &str, at: usize) -> Option<Cursor> {
    let mut above = Above::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        if at <= end || start + line.len() > at {
            return above.cursor(text, start, at.min(end), end);
        }
        above.take(text, start, end);
        start += line.len();
    }
    above.cursor(text, start, start, start)
}

/// The steps of a key such as `fields.x-budget`.
fn steps(key: &str) -> Vec<String> {
    key.split('.').map(plain).filter(|step| !step.is_empty()).collect()
}

/// Where the sign of a line stands, that is no part of a text.
fn sign(line: &str) -> Option<usize> {
    line.find('=').filter(|at| !line[..*at].contains(['#', '[', '{']))
}

impl Above {
    fn take(&mut self, text: &str, start: usize, end: usize) {
        let line = text[start..end].trim();
        if let Some((path, from)) = self.open.take() {
            let is_new =
                line.starts_with('[') && sign(line).is_none() && !line.ends_with(',') || sign(line).is_some();
            if !is_new {
                self.open = Flow::read(text, from..end, '=').is_open().then_some((path, from));
                return;
            }
        }
        if line.starts_with('[') {
            let name = line.trim_start_matches('[').split(']').next().unwrap_or_default();
            (self.table, self.siblings) = (steps(name), Vec::new());
        } else if let Some(sign) = sign(&text[start..end]) {
            let mut path = self.table.clone();
            path.extend(steps(&text[start..start + sign]));
            let value = start + sign + 1;
            self.siblings.push((plain(&text[start..start + sign]), plain(&text[value..end])));
            self.open = Flow::read(text, value..end, '=').is_open().then_some((path, value));
        }
    }

    fn cursor(self, text: &str, start: usize, at: usize, end: usize) -> Option<Cursor> {
        let line = &text[start..end];
        let before = &text[start..at];
        if let Some((path, from)) = self.open.filter(|_| sign(line).is_none()) {
            return Flow::read(text, from..at, '=').cursor(text, at, (path, self.siblings));
        }
        let words = start + line.len() - line.trim_start().len();
        if line.trim_start().starts_with('#') {
            return None;
        }
        if before.trim_start().starts_with('[') {
            return table(text, words, at);
        }
        if let Some(sign) = sign(line).map(|sign| start + sign).filter(|sign| at > *sign) {
            let mut path = self.table;
            path.extend(steps(&text[start..sign]));
            return Flow::read(text, sign + 1..at, '=').cursor(text, at, (path, self.siblings));
        }
        let from = words.min(at);
        let last = text[from..at].rfind('.').map_or(from, |stop| from + stop + 1);
        let mut path = self.table;
        path.extend(steps(&text[from..last]));
        let word = last..word_end(text, at, None, '=').min(end);
        Some(Cursor { path, role: Role::Key, word, quote: None, siblings: self.siblings })
    }
}

/// The name of a table, in brackets.
fn table(text: &str, start: usize, at: usize) -> Option<Cursor> {
    let name = start + text[start..at].bytes().take_while(|byte| *byte == b'[').count();
    if text[name..at].contains(']') {
        return None;
    }
    let last = text[name..at].rfind('.').map_or(name, |stop| name + stop + 1);
    let word = last..word_end(text, at, None, '.');
    let path = steps(&text[name..last]);
    Some(Cursor { path, role: Role::Table, word, quote: None, siblings: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::super::found::shown_at;
    use super::*;

    fn at(marked: &str) -> String {
        shown_at(marked, cursor)
    }

    #[test]
    fn keys_and_values_stand_in_their_table() {
        assert_eq!(at("[bo¦"), " Table bo ()");
        assert_eq!(at("[fields.x-¦]"), "fields Table x- ()");
        assert_eq!(at("[[nav.a¦dd]]"), "nav Table add ()");
        assert_eq!(at("¦"), " Key  ()");
        assert_eq!(at("[book]\ntitle = \"A\"\nlan¦"), "book Key lan (title)");
        assert_eq!(at("[book]\ntitle = \"A\"\n[site]\nlo¦go = 1"), "site Key logo ()");
        assert_eq!(at("[book]\nnumbering = \"¦\""), "book/numbering Value \" ()");
        assert_eq!(at("[book]\nnumbering = \"3 (2)¦ (a)\""), "book/numbering Value \"3 (2) (a) ()");
        assert_eq!(at("[site]\nlogo.a¦"), "site/logo Key a ()");
        assert_eq!(at("[site]\nlogo.alt = ¦"), "site/logo/alt Value  ()");
        assert_eq!(at("[site]\nlogo = {file = \"x\", a¦"), "site/logo Key a (file)");
    }

    #[test]
    fn values_go_on_over_lines() {
        assert_eq!(at("[nav]\norder = [\n  \"areas\",\n  \"¦\",\n]\n"), "nav/order Value \" (order)");
        assert_eq!(at("[nav]\norder = [\n  \"areas\",\nhi¦de = []"), "nav Key hide (order)");
        assert_eq!(at("[nav]\norder = [\n  \"areas\",\n]\nhi¦"), "nav Key hi (order)");
        assert_eq!(at("[nav]\nadd = [\n  {title = \"a\", u¦"), "nav/add Key u (title)");
        assert_eq!(at("[nav]\norder = [\"a\",\n[footer]\nte¦"), "footer Key te ()");
        assert_eq!(at("# [nav]\n# or¦"), "nothing");
        assert_eq!(at("[nav] ¦"), "nothing");
    }

    #[test]
    fn nothing_fails_at_any_place_of_any_text() {
        for text in ["a.b = [\"\\\"é\", {c = '漢]\n[[x\n]=\r\n\"\"\"\n🚢 = =", "[.].=\n=\n[[["] {
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let _ = cursor(text, at);
            }
        }
    }
}
