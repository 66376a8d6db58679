//! A feed and its entries, before they are written in one of the forms.

use crate::date::Day;
use crate::diag::{Diagnostic, code};

/// What was made, or why it was not.
pub(super) type FeedResult<T> = Result<T, Box<Diagnostic>>;

/// A feed, before it is written in one of the forms.
pub(super) struct Feed<'a> {
    /// What it is of.
    pub(super) title: String,
    /// The as-of date, in words.
    pub(super) as_of_note: String,
    /// The same as a day.
    pub(super) as_of: Day,
    /// The address of the page that it belongs to.
    pub(super) page: String,
    /// Its own address.
    pub(super) address: String,
    /// The same, of the feed that it is an archive of.
    pub(super) archive_of: Option<String>,
    /// The address of the archive with the updates before these.
    pub(super) older: Option<String>,
    /// The address of the archive with the updates after these.
    pub(super) newer: Option<String>,
    /// The site's name, who speaks.
    pub(super) author: String,
    /// The site's address.
    pub(super) site: String,
    pub(super) language: String,
    /// The terms of the plan's text.
    pub(super) licence: Option<&'a str>,
    /// The same in a sentence.
    pub(super) rights: Option<String>,
    /// Who may read it: `public`.
    pub(super) audience: &'static str,
    /// The newest day of an entry.
    pub(super) updated: Day,
    /// Newest first.
    pub(super) entries: Vec<&'a WrittenEntry>,
}

/// An update in a feed.
pub(super) struct FeedEntry {
    /// What stays when the update is renamed, as long as its old id is among its aliases.
    pub(super) id: String,
    /// Its address.
    pub(super) url: String,
    /// Its headline, or the first words of its text.
    pub(super) title: String,
    /// What it says.
    pub(super) text: EntryText,
    /// The day when it became known.
    pub(super) published: Day,
    /// The same, or that of the update that corrects it.
    pub(super) modified: Day,
    /// What it concerns and what it is.
    pub(super) categories: Vec<Category>,
    /// The addresses of its evidence.
    pub(super) evidence: Vec<String>,
}

/// What an entry says.
pub(super) enum EntryText {
    /// All of it, as HTML, in which every address is whole; and one sentence about it, when somebody wrote one.
    Full { html: String, summary: Option<String> },
    /// Its date and one sentence about it, or its first words.
    Summary(String),
    /// Nothing beside its headline.
    None,
}

impl FeedEntry {
    /// Whether it says no more than when, where and what it is called.
    pub(super) fn is_brief(&self) -> bool {
        matches!(self.text, EntryText::None)
    }
}

impl EntryText {
    /// One sentence about it.
    pub(super) fn summary(&self) -> Option<&str> {
        match self {
            Self::Full { summary, .. } => summary.as_deref(),
            Self::Summary(text) => Some(text),
            Self::None => None,
        }
    }

    /// All of it, where there is more than a sentence.
    pub(super) fn html(&self) -> Option<&str> {
        match self {
            Self::Full { html, .. } => Some(html),
            Self::Summary(_) | Self::None => None,
        }
    }
}

/// A category of an entry.
pub(super) struct Category {
    /// For programs: `items/3.1`.
    pub(super) term: String,
    /// For readers.
    pub(super) label: String,
}

/// An entry as each form writes it.
pub(super) struct WrittenEntry {
    /// The day when the update became known, or that of the update that corrects it.
    pub(super) modified: Day,
    /// Its element in Atom.
    pub(super) atom: Vec<u8>,
    /// Its object in JSON Feed.
    pub(super) json: Vec<u8>,
}

/// A day as a moment: feeds know no days.
pub(super) fn moment(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

/// What a form refuses; its writers do not fail on what is in memory.
pub(super) fn refused(error: impl std::fmt::Display) -> Box<Diagnostic> {
    let message = format!("a feed cannot be written: {error}");
    Box::new(Diagnostic::placeless(code::TEMPLATE_ERROR, message))
}
