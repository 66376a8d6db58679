//! Words of a text that no page shows: each is reported where it stands, so that nothing is lost in silence.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Tag};

use super::state::Writer;
use crate::diag::code;

/// Whether what stands after the signs of a block of code is the name of a language, or nothing.
fn is_language(info: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '.' | '-' | '_');
    info.trim().chars().all(plain)
}

/// A name as the reader compares it.
fn name(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Writer<'_> {
    /// Notes the definitions of links that the text has; of two of one name the first.
    pub(super) fn note_definitions<'d>(
        &mut self,
        definitions: impl Iterator<Item = (&'d str, Range<usize>)>,
    ) {
        self.shown.definitions = definitions.map(|(label, range)| (name(label), range)).collect();
    }

    /// Notes where an event stands, and what of it no page shows.
    pub(super) fn note_shown(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::Table(_)
                | Tag::Link { .. }
                | Tag::Image { .. },
            ) => self.cover(range),
            Event::Start(_) | Event::End(_) => {}
            _ => self.cover(range),
        }
        match event {
            Event::Start(
                Tag::Link { link_type, title, id, .. } | Tag::Image { link_type, title, id, .. },
            ) => {
                self.link_parts(*link_type, title, id, range);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if !is_language(info) => {
                let end =
                    self.text.get(range.clone()).and_then(|text| text.find('\n')).unwrap_or(range.len());
                self.report(
                    code::LOST_TEXT,
                    range.start..range.start + end,
                    "the words of this line are on no page",
                    "write only the language of a block of code after its signs, and words above the block",
                );
            }
            _ => {}
        }
    }

    fn cover(&mut self, range: &Range<usize>) {
        match self.shown.ranges.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => self.shown.ranges.push(range.clone()),
        }
    }

    fn link_parts(&mut self, link_type: LinkType, title: &CowStr<'_>, id: &CowStr<'_>, range: &Range<usize>) {
        let defined = matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
        if defined {
            self.shown.used.insert(name(id));
        }
        if title.chars().any(char::is_alphanumeric) {
            self.report(
                code::LOST_TEXT,
                range.clone(),
                format!("the title `{title}` of this link is on no page"),
                "write the words into the text, and only the URL between `(` and `)`",
            );
        }
    }

    /// Cells of a row beyond the columns of the table.
    pub(super) fn look_at_row(&mut self, range: &Range<usize>) {
        let Some(table) = &self.table else { return };
        let (columns, row) = (table.alignments.len(), self.text.get(range.clone()).unwrap_or("").trim_end());
        let Some(start) = beyond(row, columns) else { return };
        // One report for a table, with its first such row.
        let whole = table.start.clone();
        let before = self.text.get(whole.start..range.start).unwrap_or("");
        if before.lines().skip(1).any(|row| beyond(row, columns).is_some()) {
            return;
        }
        let after = self.text.get(range.end..whole.end).unwrap_or("");
        let others = after.lines().filter(|row| beyond(row, columns).is_some()).count();
        // Up to the end of the last such row, so that no lost word is outside of the place.
        let ends = after.split_inclusive('\n').scan(range.end, |at, row| {
            *at += row.len();
            Some((*at - (row.len() - row.trim_end().len()), row))
        });
        let last = ends.filter(|(_, row)| beyond(row, columns).is_some()).last().map(|(end, _)| end);
        let lost = row[start..].trim_end_matches([' ', '|']);
        let indent = lost.len() - lost.trim_start().len();
        let in_code = row[..start].matches('`').count() % 2 == 1;
        let help = match in_code {
            true => "write `\\|` for the sign `|` within a cell, in code as well",
            false => "add a column to the first row, or write `\\|` for the sign `|` within a cell",
        };
        self.report(
            code::LOST_TEXT,
            range.start + start + indent..last.unwrap_or(range.start + start + lost.len()),
            match others {
                0 => format!("this row has more cells than the first row, which has {columns}: the others are on no page"),
                1 => format!("this row and another one of the table have more cells than the first row, which has {columns}: the others are on no page"),
                _ => format!("this row and {others} others of the table have more cells than the first row, which has {columns}: the others are on no page"),
            },
            help,
        );
    }

    /// Reports what nothing of the text has shown: definitions that are never used, or that come a second time.
    pub(super) fn look_for_lost(&mut self) {
        if self.stopped {
            return;
        }
        let shown = std::mem::take(&mut self.shown);
        let mut at = 0;
        let mut ranges = shown.ranges.iter().peekable();
        let text = self.text;
        for line in text.split_inclusive('\n') {
            let whole = at..at + line.len();
            at = whole.end;
            while ranges.next_if(|range| range.end <= whole.start).is_some() {}
            let covered: Vec<&Range<usize>> = {
                let mut covered = Vec::new();
                let mut look = ranges.clone();
                while let Some(range) = look.next_if(|range| range.start < whole.end) {
                    covered.push(range);
                }
                covered
            };
            let Some(lost) = uncovered(text, &whole, &covered) else { continue };
            let definition =
                shown.definitions.iter().find(|(_, range)| range.start < lost.end && lost.start < range.end);
            if definition.is_some_and(|(name, _)| shown.used.contains(name)) {
                continue;
            }
            let (message, help) = why(text[lost.clone()].trim(), definition.is_some());
            self.report(code::LOST_TEXT, lost, message, help);
        }
    }
}

fn why(written: &str, defined: bool) -> (&'static str, &'static str) {
    if written.starts_with("[^") {
        return (
            "this note has a name that another note has, and is on no page",
            "give each note a name of its own",
        );
    }
    match (written.starts_with('['), defined) {
        (true, true) => (
            "this defines a link that the text does not use, so it is on no page",
            "use it in the text as `[words][name]`, or remove the line",
        ),
        (true, false) => (
            "this defines a link a second time, so it is on no page",
            "give each definition a name of its own, or remove the line",
        ),
        _ => ("these words are on no page", "put a blank line before them, or check the signs around them"),
    }
}

/// Where a row goes on after its last column, as the reader counts: each `|` without a `\` before it ends a cell.
fn beyond(row: &str, columns: usize) -> Option<usize> {
    let start = row.len() - row.trim_start().len();
    let first = start + usize::from(row[start..].starts_with('|'));
    let mut cells = 0;
    for (at, _) in row.match_indices('|').filter(|(at, _)| *at >= first) {
        let escaped = row[..at].len() - row[..at].trim_end_matches('\\').len();
        if escaped % 2 == 1 {
            continue;
        }
        cells += 1;
        if cells == columns {
            return row[at + 1..].chars().any(char::is_alphanumeric).then_some(at + 1);
        }
    }
    None
}

/// The part of a line that nothing covers, if there are words in it that are no signs of Markdown.
fn uncovered(text: &str, line: &Range<usize>, covered: &[&Range<usize>]) -> Option<Range<usize>> {
    let mut at = line.start;
    let mut found: Option<Range<usize>> = None;
    let gaps = covered
        .iter()
        .map(|range| range.start.clamp(line.start, line.end)..range.end.clamp(line.start, line.end));
    for range in gaps.chain(std::iter::once(line.end..line.end)) {
        let gap = at..range.start.max(at);
        at = at.max(range.end);
        let Some(written) = text.get(gap.clone()) else { continue };
        let words = without_signs(written, gap.start == line.start);
        if words.chars().any(char::is_alphanumeric) {
            let from = gap.start + (written.len() - written.trim_start().len());
            let to = gap.end - (written.len() - written.trim_end().len());
            found = Some(found.map_or(from..to, |found| found.start..to));
        }
    }
    found
}

/// A piece of a line without the signs that begin lists, notes and marked quotations.
fn without_signs(written: &str, begins_line: bool) -> &str {
    if !begins_line {
        return written;
    }
    let mut rest = written;
    loop {
        let before = rest;
        rest =
            rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '-' | '+' | '*' | ':'));
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if (1..=9).contains(&digits) && rest[digits..].starts_with(['.', ')']) {
            rest = &rest[digits + 1..];
        }
        let note = rest.strip_prefix("[^").or_else(|| rest.strip_prefix("[!"));
        if let Some((_, after)) = note.and_then(|note| note.split_once(']')) {
            // The definition of a note whose words follow, or the kind of a quotation.
            if after.trim().is_empty() || after.starts_with(':') && after[1..].trim().is_empty() {
                rest = "";
            }
        }
        if rest.len() == before.len() {
            return rest;
        }
    }
}
