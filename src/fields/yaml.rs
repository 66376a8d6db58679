//! YAML events to values. Features that content does not need (anchors, aliases, tags, several documents) are refused,
//! because each of them has been used to break something.
//!
//! The events are read and not a typed value: a typed value stops at the first mistake, and its parts have no places.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use granit_parser::{Event, Parser, ScalarStyle, Span as YamlSpan};

use super::entries::{self, Above};
use super::folded::joined;
use super::meant::{
    bullets, explain, indented, is_list_of_ids, is_of_one_word, lost_in_remark, odd_space, several,
    several_lines,
};
use super::quote::double_quoted;
use super::{MapEntry, Value, ValueKind};
use crate::characters::{control_message, unseen};
use crate::diag::{Diagnostic, FileId, Span, code};

/// Parses the mapping that stands at `base` in `file`. What cannot be read is reported and left out; after a syntax
/// error, what was read before it is kept, so that its own mistakes are reported too. Values may nest so deeply as
/// `nesting` says.
pub fn parse_yaml(text: &str, file: FileId, base: usize, nesting: usize) -> (Value, Vec<Diagnostic>) {
    let mut reader = EventReader {
        text,
        file,
        base,
        nesting,
        open: Vec::new(),
        root: None,
        diagnostics: Vec::new(),
        indented: 0,
    };
    reader.run();
    let nothing = Value { kind: ValueKind::Map(Vec::new()), span: Span::new(file, base..base) };
    let wrong_root = |root: &Option<Value>| {
        root.as_ref().is_some_and(|value| !matches!(value.kind, ValueKind::Map(_) | ValueKind::Null))
    };
    if reader.diagnostics.is_empty() && wrong_root(&reader.root) && explain(text, text.len()).is_some() {
        reader.syntax_error(text.len());
    }
    let EventReader { mut root, mut diagnostics, .. } = reader;
    let is_read = !diagnostics.iter().any(|problem| problem.code == code::YAML_SYNTAX);
    if !is_read {
        root = root.filter(|value| matches!(value.kind, ValueKind::Map(_)));
    }
    if let Some(value) = root.take_if(|value| !matches!(value.kind, ValueKind::Map(_) | ValueKind::Null)) {
        diagnostics.push(
            Diagnostic::new(
                code::YAML_SYNTAX,
                value.span,
                format!("front matter must be a mapping, but this is {}", value.kind.name()),
            )
            .help("write `key: value` lines between the two lines of `---`"),
        );
    }
    (root.filter(|value| value.kind != ValueKind::Null).unwrap_or(nothing), diagnostics)
}

/// A list or mapping that has not ended yet.
enum Open {
    List(Span, Vec<Value>),
    Map { span: Span, entries: Vec<MapEntry>, key: Option<(String, Span)> },
}

struct EventReader<'a> {
    text: &'a str,
    file: FileId,
    base: usize,
    nesting: usize,
    open: Vec<Open>,
    root: Option<Value>,
    diagnostics: Vec<Diagnostic>,
    /// Up to here, spaces at the start of lines were reported.
    indented: usize,
}

impl<'a> EventReader<'a> {
    fn run(&mut self) {
        let mut parser = Parser::new_from_str(self.text);
        while let Some(event) = parser.next_event() {
            match event {
                Ok((event, span)) => {
                    let span = self.span(span);
                    if !self.event(event, span) {
                        break;
                    }
                }
                Err(error) => {
                    let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
                    self.syntax_error(at);
                    break;
                }
            }
        }
        // After a syntax error the open ones end here, so that what was read so far can be looked at.
        while let Some(open) = self.open.pop() {
            match open {
                Open::Map { .. } if self.open.is_empty() => self.close(open),
                Open::List(span, _) | Open::Map { span, .. } => {
                    self.value(Value { kind: ValueKind::Refused, span })
                }
            }
        }
    }

    /// Says in the words of whoever wrote the front matter why it cannot be read. Those of the parser mean nothing to them.
    fn syntax_error(&mut self, at: usize) {
        let Some(found) = explain(self.text, at) else {
            let at = self.text.floor_char_boundary(at);
            let rest = self.text[at..].lines().next().unwrap_or("").trim_end();
            let message = "the front matter cannot be read from here on".to_owned();
            let problem = self.not_yaml(at..at + rest.len().min(1), message);
            self.diagnostics.push(problem.help(
                "each line is `key: value`, or an entry `- …` below its key: look here and in the line above for a missing colon, quotation mark or bracket, and for spaces too many or too few at the start of the line",
            ));
            return;
        };
        let mut problem = self.not_yaml(found.place, found.message);
        // A space that is none of a keyboard was reported when its key was read.
        if self.diagnostics.iter().any(|other| other.code == problem.code && other.message == problem.message)
        {
            return;
        }
        problem.help = Some(found.help);
        problem.suggestion = found.instead;
        problem.certain = found.certain && problem.suggestion.is_some();
        self.diagnostics.push(problem);
    }

    /// A problem that makes the front matter unreadable.
    fn not_yaml(&self, place: std::ops::Range<usize>, message: String) -> Diagnostic {
        let mut end = place.end.max(place.start);
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        let span = self.place(place.start..end);
        Diagnostic::new(code::YAML_SYNTAX, span, message)
    }

    fn place(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    fn span(&self, span: YamlSpan) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        let end = range.end.min(self.text.len());
        // A block scalar's span runs on to the next key: leave the space at its end out.
        let written = self.text.get(range.start..end).map_or(end, |text| range.start + text.trim_end().len());
        Span::new(self.file, self.base + range.start..self.base + written.max(range.start))
    }

    /// Takes one event; false when reading on makes no sense.
    fn event(&mut self, event: Event<'a>, span: Span) -> bool {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_extras(anchor, tag.is_some(), span);
                self.scalar(text, style, span);
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_extras(anchor, tag.is_some(), span);
                self.open.push(Open::List(span, Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_extras(anchor, tag.is_some(), span);
                self.open.push(Open::Map { span, entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    self.close(open);
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.unsupported(span, "an alias (`*name`)");
                self.value(Value { kind: ValueKind::Refused, span });
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                self.unsupported(span, "a second document");
                return false;
            }
            _ => {}
        }
        if self.open.len() > self.nesting {
            let message =
                format!("the front matter is nested too deeply, with more than {} levels", self.nesting);
            self.diagnostics.push(Diagnostic::new(code::TOO_DEEP, span, message).help(
                "no record needs more than four; `yaml-nesting` below `[limits]` in book.toml allows more",
            ));
            self.open.clear();
            return false;
        }
        true
    }

    fn refuse_extras(&mut self, anchor: usize, tagged: bool, span: Span) {
        if anchor != 0 {
            self.unsupported(span, "an anchor (`&name`)");
        }
        if tagged {
            self.unsupported(span, "a tag (`!name`)");
        }
    }

    fn unsupported(&mut self, span: Span, what: &str) {
        let mut problem = Diagnostic::new(code::UNSUPPORTED_YAML, span, format!("content cannot use {what}"));
        problem = match self.whole_value(span) {
            // A type of YAML, which planbook knows without it.
            Some((place, value)) if value.starts_with("!!") && value.contains(' ') => {
                let bare = value.split_once(' ').map_or(value, |(_, bare)| bare.trim());
                Diagnostic { span: Some(place), ..problem }
                    .help(format!("write the value without its type: `{bare}`"))
                    .suggest(bare)
            }
            // `&` and `!` before a value: the parser gives the place of what follows them.
            Some((place, value)) => Diagnostic { span: Some(place), ..problem }
                .help(format!(
                    "write the value itself; put it in quotes if it begins with this sign: {}",
                    double_quoted(value)
                ))
                .suggest(double_quoted(value)),
            None => {
                problem.help("write the value itself; put it in quotes if it starts with a special character")
            }
        };
        self.diagnostics.push(problem);
    }

    /// The value that begins with `&` or `!` in the line of a place, when it is a text of one line.
    fn whole_value(&self, span: Span) -> Option<(Span, &'a str)> {
        let at = span.range().start.checked_sub(self.base)?;
        let start = self.text.get(..at)?.rfind('\n').map_or(0, |line| line + 1);
        let line = self.text[start..].lines().next()?.trim_end();
        let (key, value) = line.split_once(": ")?;
        let value = value.trim();
        let is_text = value.starts_with(['&', '!']) && !value.contains(['#', '"', '[', '{']);
        let from = start + key.len() + 2 + (line.len() - key.len() - 2 - value.len());
        is_text.then(|| (self.place(from..from + value.len()), value))
    }

    fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, span: Span) {
        // One that is in the file itself was reported when it was read; this one was written as an escape.
        if let Some((_, c)) = unseen(&text).filter(|(_, c)| !self.text.contains(*c)) {
            let diagnostic = Diagnostic::new(code::CONTROL_CHARACTER, span, control_message(c));
            self.diagnostics.push(diagnostic.help("delete the escape"));
        }
        let plain = matches!(style, ScalarStyle::Plain);
        if let Some(Open::Map { key: None, .. }) = self.open.last() {
            if plain {
                self.look_for_odd_spaces(&text, span);
            }
            if let Some(Open::Map { key, .. }) = self.open.last_mut() {
                *key = Some((text.into_owned(), span));
            }
            return;
        }
        // A value that is not there has a sign here that nobody wrote.
        let written = if self.written(span).is_empty() { "" } else { text.as_ref() };
        if self.look_for_remark(written, span, plain) {
            return self.value(Value { kind: ValueKind::Refused, span });
        }
        if plain {
            self.look_for_bullets(span);
        }
        if self.is_several(&text, span) {
            return;
        }
        let text = joined(text, self.written(span));
        let null = plain && matches!(text.as_ref(), "" | "~" | "null");
        let kind = if null {
            ValueKind::Null
        } else {
            let mut text = text.into_owned();
            text.shrink_to_fit();
            ValueKind::Scalar(text)
        };
        self.value(Value { kind, span });
    }

    /// Takes a text with several ids, where a list is wanted, as that list; false for any other text.
    fn is_several(&mut self, text: &str, span: Span) -> bool {
        let (key, in_list) = match self.open.as_slice() {
            [.., Open::Map { key: Some((key, _)), .. }, Open::List(..)] => (key, true),
            [.., Open::Map { key: Some((key, _)), .. }] => (key, false),
            _ => return false,
        };
        let lines = several_lines(key, self.written(span));
        let has_lines = lines.is_some();
        let Some(ids) = lines.or_else(|| several(key, text)) else { return false };
        // Each has its own place, so that what is said of one of them is not said of all.
        let Some(spans) = self.places_of(&ids, span) else { return false };
        let before = self.text[..span.range().start - self.base].trim_end_matches(' ');
        let quoted: Vec<String> = ids.iter().map(|id| double_quoted(id)).collect();
        let list = format!("[{}]", quoted.join(", "));
        let message = match ids.len() {
            _ if has_lines => format!("the entries of `{key}` lack `- `"),
            1 => format!("`{key}` is a list, and `{text}` is a text"),
            _ => format!("`{key}` has several values in one text: `{text}`"),
        };
        let problem = Diagnostic::new(code::WRONG_TYPE, span, message).help(format!("write `{key}: {list}`"));
        self.diagnostics.push(match before.chars().next_back() {
            _ if has_lines && in_list => problem,
            Some('\n') if has_lines => problem.fix(list),
            Some(':') => problem.fix(list),
            Some('[' | ',') => problem.fix(quoted.join(", ")),
            _ => problem,
        });
        let values = ids.into_iter().zip(spans);
        let values: Vec<Value> =
            values.map(|(id, span)| Value { kind: ValueKind::Scalar(id), span }).collect();
        match in_list {
            true => values.into_iter().for_each(|value| self.value(value)),
            false => self.value(Value { kind: ValueKind::List(values), span }),
        }
        true
    }

    /// Where each of some words stands in a text, one after the other.
    fn places_of(&self, words: &[String], span: Span) -> Option<Vec<Span>> {
        let written = self.written(span);
        let mut end = 0;
        let mut place = |word: &String| {
            let start = end + written[end..].find(word.as_str())?;
            end = start + word.len();
            let from = span.range().start;
            Some(Span::new(self.file, from + start..from + end))
        };
        words.iter().map(&mut place).collect()
    }

    fn written(&self, span: Span) -> &'a str {
        let range = span.range();
        let at = |place: usize| place.saturating_sub(self.base);
        self.text.get(at(range.start)..at(range.end)).unwrap_or("")
    }

    /// A key with a space that is none to the parser, before or after it.
    fn look_for_odd_spaces(&mut self, key: &str, span: Span) {
        let Some(found) = odd_space(key, self.open.len() == 1) else { return };
        let start = span.range().start - self.base;
        if start < self.indented {
            return;
        }
        let lines = indented(&self.text[start..]).filter(|_| key.trim_start().len() < key.len());
        let (length, instead) = match lines {
            Some((length, right)) => (length, Some(right)),
            None => (key.len(), found.instead),
        };
        self.indented = start + length;
        let mut problem = self.not_yaml(start..start + length, found.why);
        problem.help = Some("type spaces with the space bar".to_owned());
        (problem.suggestion, problem.certain) = (instead, found.certain);
        self.diagnostics.push(problem);
    }

    /// A list whose entries begin with the signs of a word processor, which is one text to the parser.
    fn look_for_bullets(&mut self, span: Span) {
        let start = span.range().start - self.base;
        let line =
            self.text.get(..start).map_or("", |text| &text[text.rfind('\n').map_or(0, |line| line + 1)..]);
        let Some(right) = bullets(self.written(span)).filter(|_| line.trim().is_empty()) else { return };
        let length = self.written(span).len();
        let message = "an entry of a list begins with `- `, with the hyphen of the keyboard".to_owned();
        let mut problem = self.not_yaml(start..start + length, message);
        problem.help = Some("write `- ` before each entry".to_owned());
        (problem.suggestion, problem.certain) = (Some(right), true);
        self.diagnostics.push(problem);
    }

    /// `title: Meeting #3 held` is `Meeting` and a remark: numbers after `#` are mostly meant. Whether nothing else is left of it.
    fn look_for_remark(&mut self, value: &str, span: Span, plain: bool) -> bool {
        let from = span.range().start.saturating_sub(self.base);
        let end = span.range().end.saturating_sub(self.base);
        let Some(lost) = lost_in_remark(self.text, from..end, plain && !value.is_empty()) else {
            return false;
        };
        let remark = &self.text[lost.place.clone()];
        let words = if lost.is_entry { remark.trim_end_matches([',', ']', ' ']) } else { remark };
        let whole = match value {
            "" => words.to_owned(),
            _ if lost.is_entry => words.to_owned(),
            value => format!("{value} {words}"),
        };
        let what = if lost.is_entry { "put the entry" } else { "put the whole value" };
        let key = self.open.iter().rev().find_map(|open| match open {
            Open::Map { key: Some((key, _)), .. } => Some(key.as_str()),
            _ => None,
        });
        let help = match key {
            Some(key) if is_list_of_ids(key) => {
                "an id has no `#`: remove it and what follows, or put a space after it for a remark"
                    .to_owned()
            }
            Some(key) if is_of_one_word(key) && !lost.is_entry => {
                let value = if value.is_empty() { "write the value before it; " } else { "" };
                format!(
                    "{value}no other words can stand in `{key}`: remove `{remark}`, or write it above as a remark of its own, `# {}`",
                    remark.trim_start_matches('#')
                )
            }
            _ => format!(
                "{what} in quotes: {}; for a remark, put a space after the `#`",
                double_quoted(&whole)
            ),
        };
        let is_all = value.is_empty() && plain && !lost.is_entry;
        let (code, message) = match is_all {
            true => (code::WRONG_TYPE, format!("there is no value, because `{remark}` is a remark")),
            false => (
                code::LOST_TEXT,
                format!("the value ends before `{remark}`, which is a remark that no page shows"),
            ),
        };
        let problem = Diagnostic::new(code, self.place(lost.place), message).help(help);
        self.diagnostics.push(problem);
        is_all
    }

    fn close(&mut self, open: Open) {
        match open {
            Open::List(span, mut values) => {
                self.join_lines_with_dashes(&mut values);
                self.value(Value { kind: ValueKind::List(values), span });
            }
            Open::Map { span, mut entries, key } => {
                // Only after a syntax error does a key have no value yet.
                if let Some((key, key_span)) = key {
                    let value = Value { kind: ValueKind::Null, span: key_span };
                    entries.push(MapEntry { key, key_span, value });
                }
                self.close_map(entries, span);
            }
        }
    }

    /// A mapping, or the several that it was meant to be.
    fn close_map(&mut self, mut entries: Vec<MapEntry>, span: Span) {
        let written = entries::Written { text: self.text, file: self.file, base: self.base };
        let above = match self.open.as_slice() {
            [] => Above::Nothing,
            [.., Open::Map { key: Some((list, _)), .. }, Open::List(_, values)] => {
                Above::List(list, values.len())
            }
            [.., Open::Map { key: Some((key, _)), .. }] => Above::Key(key),
            _ => Above::Other,
        };
        if let Some(problem) = written.dated(&entries, &above) {
            self.diagnostics.push(problem);
            return self.value(Value { kind: ValueKind::Refused, span });
        }
        self.diagnostics.extend(written.glued(&mut entries));
        let in_list = matches!(above, Above::List(..));
        let (records, problem) = match above {
            Above::Nothing => (None, written.entry_after_list(&mut entries)),
            above => written.several(&entries, &above).unzip(),
        };
        self.diagnostics.extend(problem);
        let Some(records) = records else {
            self.refuse_duplicates(&mut entries);
            return self.value(Value { kind: ValueKind::Map(entries), span });
        };
        let values = records.into_iter().map(|entries| {
            let span = entries.first().map_or(span, |entry| entry.key_span);
            Value { kind: ValueKind::Map(entries), span }
        });
        match in_list {
            true => values.for_each(|value| self.value(value)),
            false => {
                let values = values.collect();
                self.value(Value { kind: ValueKind::List(values), span });
            }
        }
    }

    /// `- title: …` and `- url: …` of one document.
    fn join_lines_with_dashes(&mut self, values: &mut Vec<Value>) {
        let Some(Open::Map { key: Some((key, _)), .. }) = self.open.last() else { return };
        let written = entries::Written { text: self.text, file: self.file, base: self.base };
        self.diagnostics.extend(written.one_for_each_line(key, values));
    }

    fn value(&mut self, mut value: Value) {
        let (text, base) = (self.text, self.base);
        let map = match self.open.last_mut() {
            None => {
                self.root = self.root.take().or(Some(value));
                return;
            }
            Some(Open::List(_, values)) => return values.push(value),
            Some(map) => map,
        };
        let Open::Map { entries, key, .. } = map else { return };
        let Some((key, key_span)) = key.take() else {
            self.unsupported(value.span, "a list or mapping as a key");
            if let Some(Open::Map { key, .. }) = self.open.last_mut() {
                *key = Some((String::new(), value.span));
            }
            return;
        };
        if !matches!(value.kind, ValueKind::Scalar(_)) {
            // The span of a list or mapping is empty or one character: its key shows better where it is.
            value.span = key_span;
            // What has no colon has its empty value at its end: `is_after_comma` in the reader knows it by that.
            let end = key_span.range().end;
            let rest = end.checked_sub(base).and_then(|at| text.get(at..));
            if value.kind == ValueKind::Null && !rest.is_some_and(|rest| rest.trim_start().starts_with(':')) {
                value.span = Span::new(key_span.file, end..end);
            }
        }
        entries.push(MapEntry { key, key_span, value });
    }

    /// Of a key that is written twice the first is kept. All are looked at once, so that a hundred thousand keys are
    /// no ten thousand million comparisons.
    fn refuse_duplicates(&mut self, entries: &mut Vec<MapEntry>) {
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        let mut again = BTreeSet::new();
        for (index, entry) in entries.iter().enumerate() {
            if let Some(first) = first.get(entry.key.as_str()) {
                let message = format!("the key `{}` occurs twice", entry.key);
                let diagnostic = Diagnostic::new(code::DUPLICATE_KEY, entry.key_span, message)
                    .label(*first, "first here")
                    .help("keep one of the two; several values of one key are a list, and a second entry of a list begins with `- `");
                self.diagnostics.push(diagnostic);
                again.insert(index);
            } else {
                first.insert(&entry.key, entry.key_span);
            }
        }
        if !again.is_empty() {
            let mut index = 0..;
            entries.retain(|_| index.next().is_none_or(|index| !again.contains(&index)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        parse_yaml(text, FileId(0), 0, 16).1.iter().map(|problem| problem.code.name).collect()
    }

    #[test]
    fn scalars_keep_their_text_and_place() {
        let text = "id: 3.10\nlead: [a, b]\n";
        let (value, problems) = parse_yaml(text, FileId(0), 4, 16);
        assert_eq!(problems, []);
        let ValueKind::Map(entries) = value.kind else { unreachable!() };
        assert_eq!(entries[0].value.kind, ValueKind::Scalar("3.10".to_owned()));
        assert_eq!(entries[0].value.span.range(), 8..12);
        assert_eq!(entries[1].value.span.range(), 13..17);
    }

    #[test]
    fn risky_features_are_refused() {
        assert_eq!(codes("a: &x 1\nb: *x\n"), ["unsupported-yaml", "unsupported-yaml"]);
        assert_eq!(codes("a: !!binary x\n"), ["unsupported-yaml"]);
        assert_eq!(codes("a: 1\na: 2\n"), ["duplicate-key"]);
        assert_eq!(codes("? [x]\n: 1\n"), ["unsupported-yaml"]);
        assert_eq!(codes(&format!("a: {}{}", "[".repeat(40), "]".repeat(40))), ["too-deep"]);
        // So deep that the scanner itself gives up.
        assert_eq!(codes(&format!("a: {}", "[".repeat(10_000))), ["yaml-syntax"]);
        assert_eq!(codes("- a\n"), ["yaml-syntax"]);
    }

    #[test]
    fn a_syntax_error_keeps_what_came_before() {
        let (value, problems) = parse_yaml("title: A\nkind: b: c\n", FileId(0), 0, 16);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].help.as_deref(), Some("put the value in quotes: `kind: \"b: c\"`"));
        let ValueKind::Map(entries) = value.kind else { unreachable!() };
        assert_eq!(entries[0].key, "title");
        // The key that was cut short counts too, so that keys differ in any case.
        assert_eq!(codes("kind: a\nkind: b: c\n"), ["yaml-syntax", "duplicate-key"]);
    }
}
