//! The text of a record as its author wrote it, with links to the twins of what it names.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::text::{link, plain, twin_href};
use crate::diag::FileId;
use crate::markdown::{Fragment, Relinked, RemovedRange, TextPlace, relinked, without_internal};
use crate::page::ViewBuilder;
use crate::parse::{Record, parts};
use crate::plan::{Links, RecordIx};
use crate::translation::file_of;
use crate::vocabulary::Audience;

/// The text of a record; empty for what has none.
pub(super) fn body(builder: &ViewBuilder<'_>, record: RecordIx) -> String {
    let Some((document, links)) = builder.plan().record(record) else { return String::new() };
    let Some((fragment, _)) = builder.texts().body(record).filter(|(body, _)| !body.is_empty()) else {
        return String::new();
    };
    let Some(written) = written(builder, document) else { return String::new() };
    let names = Names { builder, fragment, links };
    let becomes = names.all();
    one_blank_line(&relinked(&written.text, written.place(), |at| becomes.get(&at).cloned()))
}

/// The text with one empty line between its parts, whatever was taken out there. Code keeps its own.
fn one_blank_line(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let (mut fence, mut was_blank) = (None, true);
    for line in text.lines() {
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let is_blank = start.is_empty() && fence.is_none();
        if !(is_blank && was_blank) {
            tidy.push_str(if is_blank { "" } else { line });
            tidy.push('\n');
        }
        was_blank = is_blank;
    }
    tidy
}

/// A text in a file, as the audience of the site may read it.
struct Written<'a> {
    text: Cow<'a, str>,
    file: FileId,
    /// Where it begins.
    start: usize,
    /// What was taken out of it.
    removed: Vec<RemovedRange>,
}

impl Written<'_> {
    fn place(&self) -> TextPlace<'_> {
        TextPlace::Public(self.file, self.start, &self.removed)
    }
}

/// The text of a record in the language of the page: that of the original, where it has no translation for these readers.
fn written<'a>(builder: &ViewBuilder<'a>, record: &Record) -> Option<Written<'a>> {
    let tree = &builder.context.tree;
    let is_public = builder.context.published.audience == Audience::Public;
    let language = builder.plan().language.as_deref();
    let translation = language.and_then(|language| file_of(&record.path, language));
    let paths = translation.into_iter().chain([record.path.clone()]);
    paths.filter_map(|path| tree.find(&path)).find_map(|file| {
        let text = tree.text(file)?;
        let [_, body] = parts(text)?;
        let (start, whole) = (body.start, &text[body]);
        let (text, removed) = match without_internal(whole).filter(|_| is_public) {
            Some(public) => (Cow::Owned(public.text), public.removed),
            None => (Cow::Borrowed(whole), Vec::new()),
        };
        (!text.trim().is_empty()).then_some(Written { text, file, start, removed })
    })
}

/// What the references of a text are called, and where they lead.
struct Names<'a, 'c> {
    builder: &'a ViewBuilder<'c>,
    fragment: &'a Fragment,
    links: &'a Links,
}

impl Names<'_, '_> {
    /// What each becomes, by the place where it stands.
    fn all(&self) -> BTreeMap<usize, Relinked> {
        let references = self.fragment.references().iter().enumerate();
        references.map(|(number, found)| (found.span.range().start, self.one(number))).collect()
    }

    fn one(&self, number: usize) -> Relinked {
        let name = plain(&self.builder.name_in_text(self.fragment, self.links, number));
        match self.links.to.get(number).copied().flatten() {
            Some(record) => Relinked::To(address(&self.builder.record_href(record)), name),
            None => Relinked::Words(name),
        }
    }
}

/// An address as it stands in a link.
fn address(href: &str) -> String {
    let link = link("", &twin_href(href));
    link.trim_start_matches("[](").strip_suffix(')').unwrap_or(&link).to_owned()
}

#[cfg(test)]
mod tests {
    use super::one_blank_line;

    #[test]
    fn what_was_taken_out_leaves_no_trace() {
        for (text, tidy) in [
            (" \n\nA\n \n\n\nB\n", "A\n\nB\n"),
            ("A\n\n```\na\n\n\nb\n```\n\n\nB", "A\n\n```\na\n\n\nb\n```\n\nB\n"),
            ("~~~\n```\n\n\n~~~\n\n\nB", "~~~\n```\n\n\n~~~\n\nB\n"),
            ("\n \n", ""),
        ] {
            assert_eq!(one_blank_line(text), tidy, "{text:?}");
        }
    }
}
