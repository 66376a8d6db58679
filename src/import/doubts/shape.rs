//! A reading as a list of records, each with the lines of text below it.

use std::collections::BTreeSet;

use crate::import::lines::SourceLine;
use crate::import::marker::Marker;
use crate::import::node::Node;
use crate::import::verdict::Verdict;
use crate::import::wrapping;

/// A record of a reading.
pub(super) struct Placed<'a> {
    /// The index of its first line.
    pub(super) at: usize,
    pub(super) depth: usize,
    pub(super) id: &'a str,
    /// What it is marked with; none for what a person marks.
    pub(super) marker: Option<&'a Marker>,
    /// The lines that begin a paragraph of text below it.
    pub(super) texts: Vec<usize>,
    /// How many letters its own lines have, without the text below.
    pub(super) length: usize,
}

/// The records of a reading, and the lines before the first.
pub(super) struct Shape<'a> {
    pub(super) lines: &'a [SourceLine],
    pub(super) verdicts: &'a [Verdict],
    pub(super) records: Vec<Placed<'a>>,
    /// The paragraphs of the introduction.
    pub(super) introduction: Vec<usize>,
    /// The words of lines that stand in the text more than once.
    repeated: BTreeSet<&'a str>,
}

impl<'a> Shape<'a> {
    pub(super) fn of(lines: &'a [SourceLine], nodes: &'a [Node], verdicts: &'a [Verdict]) -> Self {
        let mut once = BTreeSet::new();
        let repeated =
            lines.iter().map(|line| line.text.as_str()).filter(|text| !once.insert(*text)).collect();
        let mut shape = Self { lines, verdicts, records: Vec::new(), introduction: Vec::new(), repeated };
        let mut within_words = false;
        for (at, verdict) in verdicts.iter().enumerate() {
            let length = lines[at].text.chars().count();
            match (verdict, shape.records.last_mut()) {
                (Verdict::Record { depth, id }, _) => {
                    let node = nodes.binary_search_by_key(&at, |node| node.line).ok();
                    let marker = node.map(|node| &nodes[node].marker);
                    let texts = Vec::new();
                    shape.records.push(Placed { at, depth: *depth, id, marker, texts, length });
                    within_words = true;
                }
                (Verdict::Text, Some(record)) => {
                    record.texts.push(at);
                    within_words = false;
                }
                (Verdict::GoesOn, Some(record)) if within_words => record.length += length,
                (Verdict::Introduction, _) => shape.introduction.push(at),
                _ => {}
            }
        }
        shape
    }

    /// How much a line of text looks like a heading: it is short, stands alone, and has a record or a longer paragraph below it.
    pub(super) fn heading_like(&self, at: usize) -> usize {
        const SHORT: usize = 60;
        const SHORTER: usize = 40;
        let text = &self.lines[at].text;
        let length = text.chars().count();
        let next = (at + 1..self.lines.len()).find(|next| !self.lines[*next].is_blank());
        let heads = next.is_some_and(|next| {
            matches!(self.verdicts[next], Verdict::Record { .. })
                || self.lines[next].text.chars().count() > 2 * length
        });
        let alone = at == 0 || self.lines[at - 1].is_blank();
        let open = !text.ends_with(['.', ';', ',', '。', ':', '：']);
        2 * usize::from(heads)
            + [alone, length <= SHORT, length <= SHORTER, open].into_iter().map(usize::from).sum::<usize>()
    }

    /// The line that looks most like a heading, the last of several. What has a label, such as `Lead:`, stands in brackets or
    /// comes again is none.
    pub(super) fn most_like_heading(&self, lines: &[usize]) -> Option<usize> {
        let may_be = |at: &usize| {
            let text = self.lines[*at].text.as_str();
            wrapping::label(text).is_none() && !text.starts_with(['(', '（']) && !self.comes_again(text)
        };
        lines.iter().copied().filter(may_be).max_by_key(|at| (self.heading_like(*at), *at))
    }

    /// Whether two lines are text of one record.
    pub(super) fn in_one_text(&self, one: Option<usize>, other: Option<usize>) -> bool {
        let (Some(one), Some(other)) = (one, other) else { return false };
        self.records.iter().any(|record| record.texts.contains(&one) && record.texts.contains(&other))
    }

    /// Whether several lines have these words: `Actions`.
    fn comes_again(&self, text: &str) -> bool {
        self.repeated.contains(text)
    }
}
