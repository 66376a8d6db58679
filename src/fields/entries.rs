//! Records in a list that were not written as entries of a list: without `- `, or with one before each line.

use super::meant::is_key;
use super::quote::double_quoted;
use super::{MapEntry, Value, ValueKind};
use crate::diag::{Diagnostic, FileId, Span, code};

/// Keys below which there is a list of records.
const RECORDS: [&str; 7] =
    ["evidence", "updates", "continues", "searched", "values", "milestones", "targets"];

/// What stands above a mapping.
pub(super) enum Above<'a> {
    Nothing,
    /// A list, below this key, and how many entries it has so far.
    List(&'a str, usize),
    /// This key.
    Key(&'a str),
    Other,
}

/// The front matter as it is written.
pub(super) struct Written<'a> {
    pub(super) text: &'a str,
    pub(super) file: FileId,
    pub(super) base: usize,
}

impl Written<'_> {
    /// `{state:held, number:1}` and `{state = held}`: pairs on one line without `: `. They become pairs.
    pub(super) fn glued(&self, entries: &mut [MapEntry]) -> Option<Diagnostic> {
        let pair = |entry: &MapEntry| -> Option<(String, String)> {
            let end = entry.key_span.range().end;
            let is_alone = entry.value.kind == ValueKind::Null && entry.value.span.range() == (end..end);
            let (key, value) = entry.key.split_once([':', '=']).filter(|_| is_alone)?;
            let (key, value) = (key.trim(), value.trim());
            // What begins with another sign may be another mistake.
            (is_key(key) && value.starts_with(char::is_alphanumeric))
                .then(|| (key.to_owned(), value.to_owned()))
        };
        let first = entries.iter().find(|entry| pair(entry).is_some())?;
        let sign = if first.key.contains('=') { "not a `=`" } else { "with a space behind it" };
        let message = format!("`{}` needs a `:` after the key, {sign}", first.key);
        let start = first.key_span.range().start - self.base;
        let end = entries.iter().rfind(|entry| pair(entry).is_some())?.key_span.range().end - self.base;
        let mut right = self.text.get(start..end)?.to_owned();
        for entry in entries.iter_mut().rev() {
            let Some((key, value)) = pair(entry) else { continue };
            let at = entry.key_span.range();
            right.replace_range(
                at.start - self.base - start..at.end - self.base - start,
                &format!("{key}: {value}"),
            );
            entry.value = Value { kind: ValueKind::Scalar(value), span: entry.key_span };
            entry.key = key;
        }
        let help = format!("write `{right}`");
        let problem = self.problem(start..end, message, help, Some(right));
        Some(Diagnostic { code: code::WRONG_TYPE, ..problem })
    }

    /// `- 2025-02: They met.`: a short update with its date as the key.
    pub(super) fn dated(&self, entries: &[MapEntry], above: &Above<'_>) -> Option<Diagnostic> {
        let ([entry], Above::List("updates", _)) = (entries, above) else { return None };
        let ValueKind::Scalar(note) = &entry.value.kind else { return None };
        entry.key.starts_with(|c: char| c.is_numeric()).then_some(())?;
        let (_, column) = self.line_of(entry)?;
        let place = entry.key_span.range().start - self.base..entry.value.span.range().end - self.base;
        let right = format!("date: {}\n{}note: {}", entry.key, " ".repeat(column), double_quoted(note));
        let message = "an entry of `updates` has its date as a key".to_owned();
        let help = format!("write `date: {}` and, on the next line, `note: …`", entry.key);
        let problem = self.problem(place, message, help, None);
        Some(Diagnostic { code: code::WRONG_TYPE, ..problem }.suggest(right))
    }

    /// The mappings that one was meant to be, when its keys begin again: the second record lacks its `- `.
    pub(super) fn several(
        &self,
        entries: &[MapEntry],
        above: &Above<'_>,
    ) -> Option<(Vec<Vec<MapEntry>>, Diagnostic)> {
        let first = entries.first()?;
        let starts: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].key == first.key).collect();
        if starts.len() < 2 {
            return None;
        }
        let ends = starts[1..].iter().copied().chain([entries.len()]);
        let groups: Vec<&[MapEntry]> =
            starts.iter().zip(ends).map(|(start, end)| &entries[*start..end]).collect();
        let is_record = |group: &[MapEntry]| {
            let keys: std::collections::BTreeSet<&str> =
                group.iter().map(|entry| entry.key.as_str()).collect();
            keys.len() == group.len() && keys.len() > 1
        };
        let same = |a: &[MapEntry], b: &[MapEntry]| {
            a.iter().map(|entry| &entry.value.kind).eq(b.iter().map(|entry| &entry.value.kind))
        };
        if !groups.iter().all(|group| is_record(group))
            || groups.windows(2).any(|pair| same(pair[0], pair[1]))
        {
            return None;
        }
        let problem = match above {
            Above::List(list, before) => self.without_dash(&groups, list, *before)?,
            Above::Key(key) if RECORDS.contains(key) => self.without_dashes(&groups, key),
            _ => return None,
        };
        Some((groups.into_iter().map(<[MapEntry]>::to_vec).collect(), problem))
    }

    /// Only the first record has its dash.
    fn without_dash(&self, groups: &[&[MapEntry]], list: &str, before: usize) -> Option<Diagnostic> {
        let (line, column) = self.line_of(&groups[0][0])?;
        let head = self.text.get(line..line + column)?;
        let dash = head.rfind("- ").filter(|dash| head[..*dash].trim_matches([' ', '-']).is_empty())?;
        let mut places = Vec::new();
        for group in &groups[1..] {
            let (line, own) = self.line_of(&group[0])?;
            (own == column && self.text.get(line..line + own)?.trim_matches(' ').is_empty()).then_some(())?;
            places.push(line + dash);
        }
        let (start, last) = (*places.first()?, *places.last()?);
        let end = last + (column - dash) + groups.last()?[0].key.len();
        let mut instead = self.text.get(start..end)?.to_owned();
        places.iter().for_each(|place| instead.replace_range(place - start..=place - start, "-"));
        let message = match groups.len() {
            2 => format!("the {} entry of `{list}` lacks `- `", ordinal(before + 2)),
            all => format!("{} entries of `{list}` lack `- `", all - 1),
        };
        let own = self.text.get(start..)?.lines().next()?.trim_start();
        Some(self.problem(start..end, message, format!("write `- {own}`"), Some(instead)))
    }

    /// No record has its dash.
    fn without_dashes(&self, groups: &[&[MapEntry]], key: &str) -> Diagnostic {
        let start = groups[0][0].key_span.range().start.saturating_sub(self.base);
        let place = groups[0][0].key.len();
        let message = format!("the entries of `{key}` lack `- `");
        let help =
            "write `- ` before the first line of each entry, and two spaces more before its other lines";
        match self.all_with_dashes(groups, start) {
            Some((end, instead)) => self.problem(start..end, message, help.to_owned(), Some(instead)),
            None => self.problem(start..start + place, message, help.to_owned(), None),
        }
    }

    fn all_with_dashes(&self, groups: &[&[MapEntry]], start: usize) -> Option<(usize, String)> {
        let last = groups.last()?.last()?;
        let end =
            matches!(last.value.kind, ValueKind::Scalar(_)).then(|| last.value.span.range().end)? - self.base;
        let mut text = self.text.get(start..end)?.replace('\n', "\n  ");
        // From the end, so that the places before stay.
        for group in groups.iter().rev() {
            let at = group[0].key_span.range().start - self.base;
            let moved = at - start + 2 * self.text.get(start..at)?.matches('\n').count();
            match moved {
                0 => text.insert_str(0, "- "),
                _ => text.replace_range(moved.checked_sub(2)?..moved, "- "),
            }
        }
        Some((end, text))
    }

    /// A record that stands at the very left, below a list: its keys are those of the list's entries, and one of them is a key of
    /// the outermost mapping. It becomes an entry of the list.
    pub(super) fn entry_after_list(&self, entries: &mut Vec<MapEntry>) -> Option<Diagnostic> {
        let (list, before, keys) = entries.iter().enumerate().find_map(|(at, entry)| {
            let ValueKind::List(values) = &entry.value.kind else { return None };
            let Some(ValueKind::Map(last)) = values.last().map(|value| &value.kind) else { return None };
            let next =
                entries.get(at + 1).filter(|next| last.first().is_some_and(|first| first.key == next.key))?;
            let again = entries[..at].iter().any(|entry| entry.key == next.key);
            again.then(|| (at, values.len(), last.iter().map(|entry| entry.key.clone()).collect::<Vec<_>>()))
        })?;
        let count = entries[list + 1..].iter().take_while(|entry| keys.contains(&entry.key)).count();
        let (start, end) = (list + 1, list + 1 + count);
        let last = &entries[end - 1];
        if count < 2 || !matches!(last.value.kind, ValueKind::Scalar(_)) {
            return None;
        }
        let ValueKind::List(values) = &entries[list].value.kind else { return None };
        let ValueKind::Map(first) = &values.last()?.kind else { return None };
        let (line, column) = self.line_of(first.first()?)?;
        let dash = self.text.get(line..line + column)?.find('-')?;
        let from = entries[start].key_span.range().start - self.base;
        let to = last.value.span.range().end - self.base;
        let indent = " ".repeat(dash);
        let written = self.text.get(from..to)?.replace('\n', &format!("\n{indent}  "));
        let key = entries[list].key.clone();
        let message = format!("the {} entry of `{key}` lacks `- `", ordinal(before + 1));
        let help = format!(
            "write `- ` before `{}`, and two spaces before the other lines of the entry",
            entries[start].key
        );
        let problem = self.problem(from..to, message, help, Some(format!("{indent}- {written}")));
        let record: Vec<MapEntry> = entries.drain(start..end).collect();
        let span = record.first().map_or(entries[list].value.span, |entry| entry.key_span);
        if let ValueKind::List(values) = &mut entries[list].value.kind {
            values.push(Value { kind: ValueKind::Map(record), span });
        }
        Some(problem)
    }

    /// `- title: …` and `- url: …`: the lines of one record, each with a dash. They become one record.
    pub(super) fn one_for_each_line(&self, key: &str, values: &mut Vec<Value>) -> Option<Diagnostic> {
        let single = |value: &Value| match &value.kind {
            ValueKind::Map(entries) if entries.len() == 1 => Some(entries[0].clone()),
            _ => None,
        };
        let lines: Vec<MapEntry> = values.iter().map(single).collect::<Option<_>>()?;
        let second = lines.get(1)?;
        if !RECORDS.contains(&key) || lines.iter().filter(|entry| entry.key == lines[0].key).count() != 1 {
            return None;
        }
        let mut keys = std::collections::BTreeSet::new();
        if !lines.iter().all(|entry| keys.insert(entry.key.as_str())) {
            return None;
        }
        let (first_line, column) = self.line_of(&lines[0])?;
        let dash = self.text.get(first_line..first_line + column)?.find('-')?;
        let mut dashes = Vec::new();
        for entry in &lines[1..] {
            let (line, own) = self.line_of(entry)?;
            (own == column && self.text.get(line + dash..)?.starts_with('-')).then_some(())?;
            dashes.push(line + dash);
        }
        let (start, end) = (*dashes.first()?, dashes.last()? + 1);
        let mut instead = self.text.get(start..end)?.to_owned();
        dashes.iter().for_each(|at| instead.replace_range(at - start..=at - start, " "));
        let message =
            format!("each line of an entry of `{key}` begins with `- `, and only the first one should");
        let help = format!("write two spaces instead of the `- ` before `{}`", second.key);
        let problem =
            Diagnostic { code: code::WRONG_TYPE, ..self.problem(start..end, message, help, Some(instead)) };
        let span = values[0].span;
        *values = vec![Value { kind: ValueKind::Map(lines), span }];
        Some(problem)
    }

    /// Where the line of a key begins, and the key in it.
    fn line_of(&self, entry: &MapEntry) -> Option<(usize, usize)> {
        let at = entry.key_span.range().start.checked_sub(self.base)?;
        let line = self.text.get(..at)?.rfind('\n').map_or(0, |line| line + 1);
        Some((line, at - line))
    }

    fn problem(
        &self,
        place: std::ops::Range<usize>,
        message: String,
        help: String,
        instead: Option<String>,
    ) -> Diagnostic {
        let span = Span::new(self.file, self.base + place.start..self.base + place.end);
        let problem = Diagnostic::new(code::DUPLICATE_KEY, span, message).help(help);
        match instead {
            Some(instead) => problem.fix(instead),
            None => problem,
        }
    }
}

fn ordinal(number: usize) -> String {
    match number {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        other => format!("{other}th"),
    }
}
