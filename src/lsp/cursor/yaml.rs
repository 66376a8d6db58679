//! Keys and values of a front matter, by their indentation.

use std::ops::Range;

use super::flow::{Flow, plain, word_end};
use super::found::{Cursor, Role};

/// A mapping that is open.
#[derive(Default)]
struct Level {
    column: usize,
    siblings: Vec<(String, String)>,
    key: String,
}

/// What was read of the lines above.
#[derive(Default)]
struct Above {
    levels: Vec<Level>,
    /// A text over several lines, deeper than this column.
    text_below: Option<usize>,
    /// A value in brackets that is not closed: where it begins, and the column of its key.
    open: Option<(usize, usize)>,
}

/// A line of the front matter without its indentation and the dashes of a list.
struct Line {
    /// Where the words begin.
    start: usize,
    end: usize,
    /// Their column.
    column: usize,
    /// The column of the first dash.
    dash: Option<usize>,
}

/// What stands at a byte of a front matter; `None` within a comment or a text over several lines.
pub(super) fn cursor(text: &str, yaml: Range<usize>, at: usize) -> Option<Cursor> {
    let mut above = Above::default();
    let mut start = yaml.start;
    for line in text.get(yaml)?.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        if at <= end || start + line.len() > at {
            return above.cursor(text, Line::at(text, start, at.min(end), end), at.min(end));
        }
        above.take(text, Line::of(text, start, end));
        start += line.len();
    }
    above.cursor(text, Line::of(text, start, start), start)
}

impl Line {
    fn of(text: &str, start: usize, end: usize) -> Self {
        let mut line = Self { start, end, column: 0, dash: None };
        line.skip_spaces(text, end);
        while text[line.start..end].starts_with('-')
            && text[line.start + 1..end].chars().next().is_none_or(|c| c == ' ')
        {
            line.dash.get_or_insert(line.column);
            (line.start, line.column) = (line.start + 1, line.column + 1);
            line.skip_spaces(text, end);
        }
        line
    }

    /// The line in which somebody types at a place. Where only spaces stand before it, these are the indentation.
    fn at(text: &str, start: usize, at: usize, end: usize) -> Self {
        let before = Self::of(text, start, at);
        Self { end, ..before }
    }

    fn skip_spaces(&mut self, text: &str, end: usize) {
        let spaces = text[self.start..end].bytes().take_while(|byte| *byte == b' ').count();
        (self.start, self.column) = (self.start + spaces, self.column + spaces);
    }
}

/// Where the key of a line ends, and where its value begins.
fn key(text: &str, line: &Line) -> Option<(Range<usize>, usize)> {
    let words = &text[line.start..line.end];
    let quote = words.chars().next().filter(|c| matches!(c, '"' | '\''));
    let from = match quote {
        Some(quote) => words[1..].find(quote)? + 2,
        None if words.starts_with(['[', '{', '#']) => return None,
        None => 0,
    };
    let is_sign = |(at, _): &(usize, &str)| words[at + 1..].chars().next().is_none_or(char::is_whitespace);
    let (sign, _) = words[from..].match_indices(':').map(|(at, sign)| (from + at, sign)).find(is_sign)?;
    Some((line.start..line.start + sign, line.start + sign + 1))
}

impl Above {
    fn take(&mut self, text: &str, line: Line) {
        let words = text[line.start..line.end].trim();
        if words.is_empty() || self.is_within_text(&line) {
            return;
        }
        if self.is_within_brackets(text, &line) {
            let flow = self.open.map(|(start, _)| Flow::read(text, start..line.end, ':'));
            self.open = self.open.filter(|_| flow.is_some_and(|flow| flow.is_open()));
            return;
        }
        if words.starts_with('#') {
            return;
        }
        self.close(&line);
        let Some((key, value)) = key(text, &line) else {
            self.open_brackets(text, line.start, &line);
            return;
        };
        self.enter(plain(&text[key]), plain(&text[value..line.end]), line.column);
        let value_text = text[value..line.end].trim();
        if value_text.starts_with(['|', '>']) {
            self.text_below = Some(line.column);
        } else {
            self.open_brackets(text, value, &line);
        }
    }

    fn open_brackets(&mut self, text: &str, start: usize, line: &Line) {
        let is_open = text[start..line.end].trim_start().starts_with(['[', '{', '"', '\''])
            && Flow::read(text, start..line.end, ':').is_open();
        self.open = is_open.then_some((start, line.dash.unwrap_or(line.column)));
    }

    /// Whether the line belongs to a text over several lines. One that does not ends it.
    fn is_within_text(&mut self, line: &Line) -> bool {
        let within = self.text_below.is_some_and(|column| line.dash.unwrap_or(line.column) > column);
        if !within {
            self.text_below = None;
        }
        within
    }

    /// Whether the line belongs to a value in brackets. One that stands no deeper than the key of the value, and does not begin
    /// with the bracket at its end, shows that somebody forgot to close it.
    fn is_within_brackets(&mut self, text: &str, line: &Line) -> bool {
        let Some((_, column)) = self.open else { return false };
        let closes = text[line.start..line.end].starts_with([']', '}']);
        let within = line.dash.unwrap_or(line.column) > column || closes;
        if !within {
            self.open = None;
        }
        within
    }

    /// Closes the mappings that end before a line.
    fn close(&mut self, line: &Line) {
        match line.dash {
            // The entries of a list may stand in the column of its key.
            Some(dash) => self.levels.retain(|level| level.column <= dash),
            None => self.levels.retain(|level| level.column <= line.column),
        }
    }

    fn enter(&mut self, key: String, value: String, column: usize) {
        match self.levels.last_mut().filter(|level| level.column == column) {
            Some(level) => level.key.clone_from(&key),
            None => self.levels.push(Level { column, key: key.clone(), ..Level::default() }),
        }
        if let Some(level) = self.levels.last_mut() {
            level.siblings.push((key, value));
        }
    }

    /// The way to the mapping of a line, and the keys in it: of a mapping that is open, or of a new one in its value.
    fn way(&self, column: usize) -> (Vec<String>, Vec<(String, String)>, bool) {
        let keys = |levels: &[Level]| levels.iter().map(|level| level.key.clone()).collect();
        match self.levels.split_last() {
            Some((level, outer)) if level.column == column => (keys(outer), level.siblings.clone(), false),
            Some(_) => (keys(&self.levels), Vec::new(), true),
            None => (Vec::new(), Vec::new(), false),
        }
    }

    fn cursor(mut self, text: &str, line: Line, at: usize) -> Option<Cursor> {
        if self.is_within_text(&line) {
            return None;
        }
        if self.is_within_brackets(text, &line)
            && let Some((start, _)) = self.open
        {
            let way = self.way_of_value();
            return Flow::read(text, start..at, ':').cursor(text, at, way);
        }
        if text[line.start..at].starts_with('#') {
            return None;
        }
        self.close(&line);
        let (path, siblings, is_new) = self.way(line.column);
        match key(text, &line) {
            Some((key, value)) if at >= value => {
                self.enter(plain(&text[key]), String::new(), line.column);
                let way = self.way_of_value();
                Flow::read(text, value..at, ':').cursor(text, at, way)
            }
            Some((key, _)) => {
                let quote = text[key.clone()].chars().next().filter(|c| matches!(c, '"' | '\''));
                let marks = usize::from(quote.is_some());
                let word = key.start + marks..(key.end - marks).max(key.start + marks);
                Some(Cursor { path, role: Role::Key, word, quote, siblings })
            }
            None if text[line.start..at].starts_with(['[', '{', '"', '\'']) => {
                Flow::read(text, line.start..at, ':').cursor(text, at, (path, siblings))
            }
            None => {
                let role = if is_new { Role::Either } else { Role::Key };
                let word = line.start..word_end(text, at, None, ':');
                Some(Cursor { path, role, word, quote: None, siblings })
            }
        }
    }

    /// The way to the value of the innermost key.
    fn way_of_value(&self) -> (Vec<String>, Vec<(String, String)>) {
        let path = self.levels.iter().map(|level| level.key.clone()).collect();
        (path, self.levels.last().map(|level| level.siblings.clone()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::super::found::shown_at;
    use super::*;

    /// The way, the role and the word at the bar of a text, with what stands beside it.
    fn at(marked: &str) -> String {
        shown_at(marked, |text, at| cursor(text, 0..text.len(), at))
    }

    #[test]
    fn keys_stand_in_the_mapping_of_their_column() {
        assert_eq!(at("¦"), " Key  ()");
        assert_eq!(at("ti¦tle: A\n"), " Key title ()");
        assert_eq!(at("title: A\nki¦"), " Key ki (title)");
        assert_eq!(at("title: A\n¦\nkind: x"), " Key  (title)");
        assert_eq!(at("reporting:\n  every: year\n  gr¦"), "reporting Key gr (every)");
        assert_eq!(at("reporting:\n  ¦"), "reporting Either  ()");
        assert_eq!(at("reporting:\n  every: year\n¦"), " Key  (reporting)");
        assert_eq!(at("\"ti¦tle\": A"), " Key \"title ()");
    }

    #[test]
    fn entries_of_lists_are_values_or_mappings() {
        assert_eq!(at("lead:\n  - ar¦"), "lead Either ar ()");
        assert_eq!(at("lead:\n- ar¦-water"), "lead Either ar-water ()");
        assert_eq!(at("lead:\n  - agency: ar¦"), "lead/agency Value ar (agency)");
        assert_eq!(at("lead:\n  - agency: ar-water\n    ba¦"), "lead Key ba (agency)");
        assert_eq!(at("lead:\n- agency: ar-water\n  basis: ¦\n"), "lead/basis Value  (agency basis)");
        assert_eq!(at("lead:\n  - agency: ar-water\n  - ¦"), "lead Either  ()");
        assert_eq!(
            at("updates:\n  - date: 2024\n    evidence:\n      - class: ¦"),
            "updates/evidence/class Value  (class)"
        );
        assert_eq!(at("updates:\n  - date: 2024\n    evidence:\n      - class: x\nki¦"), " Key ki (updates)");
        assert_eq!(at("lead:\n  - \"a¦\""), "lead Value \"a ()");
    }

    #[test]
    fn values_are_read_in_brackets_that_may_be_open() {
        assert_eq!(at("kind: ¦"), "kind Value  (kind)");
        assert_eq!(at("kind:   deli¦verable # why"), "kind Value deliverable (kind)");
        assert_eq!(at("lead: [a, b¦]"), "lead Value b (lead)");
        assert_eq!(at("lead: [a, ¦\nkind: x"), "lead Value  (lead)");
        assert_eq!(at("lead: [a,\nkind: ¦"), "kind Value  (lead kind)");
        assert_eq!(at("lead: [a,\nki¦"), " Key ki (lead)");
        assert_eq!(at("lead: [\n  a\n]\nki¦"), " Key ki (lead)");
        assert_eq!(at("lead: [a,\n  ¦b]"), "lead Value b (lead)");
        assert_eq!(at("lead: [{agency: a, ba¦"), "lead Key ba (agency)");
        assert_eq!(at("lead: [{agency: a, basis: in¦}]"), "lead/basis Value in (agency)");
        assert_eq!(at("lead: [{agency: \"a, b\", basis: \"¦"), "lead/basis Value \" (agency)");
        assert_eq!(at("lead: [{agency: a}, b¦"), "lead Value b (lead)");
        assert_eq!(at("items: [\"1.¦1\", 2]"), "items Value \"1.1 (items)");
        assert_eq!(at("title: it's: a¦"), "title Value it's: a (title)");
        assert_eq!(at("a: 'x # y' \nb: ¦"), "b Value  (a b)");
    }

    #[test]
    fn texts_and_comments_are_nothing() {
        assert_eq!(at("title: A # ki¦nd"), "nothing");
        assert_eq!(at("# ki¦nd"), "nothing");
        assert_eq!(at("text: |\n  kind: ¦"), "nothing");
        assert_eq!(at("text: >-\n  kind: x\n\n  more\nkind: ¦"), "kind Value  (text kind)");
        assert_eq!(at("updates:\n  - note: |\n      a\n    ¦"), "updates Key  (note)");
    }

    #[test]
    fn nothing_fails_at_any_place_of_any_text() {
        let texts = [
            "a: [\"x\\\"\", 'y', {b: {c: [}}]\n- - d: é\n\t-\n- 🚢: [漢",
            "\r\n--\r- :\n:\n'':'\n\"",
            "]]}},,::==",
        ];
        for text in texts {
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let _ = cursor(text, 0..text.len(), at);
            }
        }
    }
}
