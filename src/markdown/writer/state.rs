//! What is known at a place of the text, and what was written so far.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::Alignment;

use super::shown::Shown;
use crate::diag::{Diagnostic, Span, code};
use crate::limits::Limits;
use crate::markdown::fragment::{Heading, Picture, Placeholder, Reference, SiteFileLink};
use crate::markdown::internal::Bound;
use crate::markdown::{Excerpt, TextPlace, escape};

/// A piece of output under construction: the body, a heading, a footnote.
#[derive(Default)]
pub(super) struct Output {
    pub(super) html: String,
    pub(super) placeholders: Vec<(usize, Placeholder)>,
}

impl Output {
    pub(super) fn append(&mut self, other: Self) {
        let base = self.html.len();
        self.html.push_str(&other.html);
        self.placeholders
            .extend(other.placeholders.into_iter().map(|(at, placeholder)| (at + base, placeholder)));
    }

    pub(super) fn placeholder(&mut self, placeholder: Placeholder) {
        self.placeholders.push((self.html.len(), placeholder));
    }
}

/// What an open `[` became, to close it the same way.
pub(super) enum OpenLink {
    Reference(usize),
    Plain,
    /// Words in another language.
    Language,
    Nothing,
}

/// A heading that is being read.
pub(super) struct OpenHeading {
    pub(super) id: Option<String>,
    /// What its id is made of.
    pub(super) text: String,
    pub(super) words: Excerpt,
    pub(super) first_reference: usize,
}

pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) head: bool,
    pub(super) start: Range<usize>,
}

/// A list that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenList {
    /// The number of its first entry; none of a list with dots.
    pub(super) first: Option<u64>,
    /// How many of its entries have begun.
    pub(super) entries: u64,
}

pub(super) struct Writer<'a> {
    /// What is read, for what Markdown made nothing of.
    pub(super) text: &'a str,
    pub(super) path: &'a str,
    pub(super) place: TextPlace<'a>,
    pub(super) limits: &'a Limits,
    /// Whether a limit was passed: what comes after is not looked at.
    pub(super) stopped: bool,
    pub(super) blocks: OpenBlocks,
    pub(super) out: Vec<Output>,
    pub(super) references: Vec<Reference>,
    pub(super) site_links: Vec<SiteFileLink>,
    pub(super) plan_text: Vec<Span>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) links: Vec<OpenLink>,
    /// How many links the text had so far, of all kinds.
    pub(super) link_count: usize,
    pub(super) picture: Option<OpenPicture>,
    pub(super) pictures: Vec<Picture>,
    /// The first letter after `[[id]]` must not be written: the record's name stands there.
    pub(super) name_only: bool,
    pub(super) heading: Option<OpenHeading>,
    pub(super) headings: Vec<Heading>,
    pub(super) heading_ids: BTreeSet<String>,
    pub(super) heading_counts: BTreeMap<String, usize>,
    /// Links to headings of the same text, to be checked at its end.
    pub(super) heading_links: Vec<(String, Range<usize>)>,
    pub(super) table: Option<Table>,
    pub(super) code: bool,
    /// The range of the open plan-text block.
    pub(super) plan_block: Option<Option<Range<usize>>>,
    pub(super) footnotes: Vec<(String, Output)>,
    /// How many definitions of notes are open.
    pub(super) in_note: usize,
    /// The lists that are open, the innermost last.
    pub(super) lists: Vec<OpenList>,
    /// Where each note is defined.
    pub(super) note_places: Vec<(String, usize)>,
    /// How often each note is referred to.
    pub(super) note_calls: BTreeMap<usize, usize>,
    pub(super) footnote_numbers: BTreeMap<String, usize>,
    /// The last character that was shown, over markup; `None` at the beginning of a block.
    pub(super) last_shown: Option<char>,
    pub(super) shown: Shown,
    /// Whether there is anything to see so far.
    pub(super) is_seen: bool,
    /// Ids that the text gives to its headings: none that is made may take one of them.
    pub(super) own_ids: BTreeSet<String>,
    /// Ids for headings that have none of their own, in order: those of the text that this one translates.
    pub(super) given_ids: std::vec::IntoIter<String>,
    pub(super) depth: usize,
    /// Cells of all tables.
    pub(super) cells: usize,
    pub(super) excerpt: Excerpt,
    pub(super) typos: TypoState,
    pub(super) other_script: Option<Span>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(text: &'a str, path: &'a str, place: TextPlace<'a>, limits: &'a Limits) -> Self {
        Self {
            text,
            path,
            place,
            limits,
            stopped: false,
            blocks: OpenBlocks::default(),
            out: vec![Output::default()],
            references: Vec::new(),
            site_links: Vec::new(),
            plan_text: Vec::new(),
            diagnostics: Vec::new(),
            links: Vec::new(),
            link_count: 0,
            picture: None,
            pictures: Vec::new(),
            name_only: false,
            heading: None,
            headings: Vec::new(),
            heading_ids: BTreeSet::new(),
            heading_counts: BTreeMap::new(),
            heading_links: Vec::new(),
            table: None,
            code: false,
            plan_block: None,
            footnotes: Vec::new(),
            in_note: 0,
            lists: Vec::new(),
            note_places: Vec::new(),
            note_calls: BTreeMap::new(),
            footnote_numbers: BTreeMap::new(),
            last_shown: None,
            shown: Shown::default(),
            is_seen: false,
            own_ids: BTreeSet::new(),
            given_ids: Vec::new().into_iter(),
            depth: 0,
            cells: 0,
            excerpt: Excerpt::default(),
            typos: TypoState::default(),
            other_script: None,
        }
    }

    /// The innermost output; there is always one.
    pub(super) fn output(&mut self) -> &mut Output {
        if self.out.is_empty() {
            self.out.push(Output::default());
        }
        let last = self.out.len() - 1;
        &mut self.out[last]
    }

    pub(super) fn push(&mut self, html: &str) {
        self.output().html.push_str(html);
    }

    pub(super) fn push_escaped(&mut self, text: &str) {
        escape(text, &mut self.output().html);
    }

    /// Whether the bytes of the text are those of the file, so that a suggestion can say what to write there.
    pub(super) fn is_whole_body(&self) -> bool {
        matches!(self.place, TextPlace::Body(..))
    }

    pub(super) fn report(
        &mut self,
        code: code::Code,
        range: Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) {
        self.diagnostics.push(Diagnostic::new(code, self.place.span(range), message).help(help));
    }

    /// Reports that a limit was passed, and ends the reading.
    pub(super) fn stop(&mut self, range: Range<usize>, message: String, help: &str) {
        self.report(code::TOO_DEEP, range, message, help);
        self.stopped = true;
    }
}

/// A picture whose words are being read.
pub(super) struct OpenPicture {
    pub(super) reference: Option<usize>,
    pub(super) alt: String,
    /// Pictures within its words.
    pub(super) inner: usize,
    pub(super) range: Range<usize>,
}

/// The bounds that were found in the lines of a text, and how far they have been met among its blocks.
#[derive(Debug, Default)]
pub(super) struct OpenBlocks {
    pub(super) bounds: Vec<Bound>,
    pub(super) met: usize,
    pub(super) open: bool,
}

impl OpenBlocks {
    pub(super) fn new(bounds: Vec<Bound>) -> Self {
        Self { bounds, met: 0, open: false }
    }
}

/// What was read so far, as far as reports of typing errors depend on it.
#[derive(Default)]
pub(super) struct TypoState {
    /// The level of the heading before; 0 before the first.
    pub(super) heading: usize,
    /// The words of each open link and where it is; without a place it is not looked at.
    pub(super) links: Vec<(String, Option<Range<usize>>)>,
    /// Where the output of the head of a table begins.
    pub(super) head: Option<(usize, usize)>,
    /// How many passages are open whose language is given.
    pub(super) languages: usize,
    /// Where the last line with HTML begins.
    pub(super) html_line: Option<usize>,
    /// Where the last block of HTML ends: it was reported as a whole.
    pub(super) html_end: usize,
}
