//! What would be wrong with a book after the translations of a PO file were brought in, said at the lines of that file.

use std::collections::BTreeSet;

use super::today;
use crate::build;
use crate::config::Config;
use crate::diag::{Diagnostic, Severity, Span};
use crate::po::PoFile;
use crate::source::{Content, File, Tree};
use crate::translating::{self, Accepted, context};

/// The errors that a book would have with these files and does not have now, each at the entry of the PO file that its text
/// came from.
pub(super) fn new_errors(
    tree: &Tree,
    config: &Config,
    language: &str,
    (files, po): (&[Accepted], &PoFile),
) -> Vec<Diagnostic> {
    let after = with_files(tree, files);
    let known: BTreeSet<_> = errors(tree).iter().map(|error| described(error, tree)).collect();
    let texts = Texts::new(&after, config, language);
    let is_new = |error: &Diagnostic| !known.contains(&described(error, &after));
    errors(&after).into_iter().filter(is_new).map(|error| texts.at_entry(error, &after, po)).collect()
}

fn errors(tree: &Tree) -> Vec<Diagnostic> {
    let mut found = build::read(tree, Vec::new(), today(tree)).diagnostics;
    found.retain(|problem| problem.severity == Severity::Error);
    found
}

/// What an error is, wherever its lines stand now.
fn described(error: &Diagnostic, tree: &Tree) -> (&'static str, String, String) {
    let path = error.span.map_or("", |span| tree.path(span.file));
    (error.code.name, error.message.clone(), path.to_owned())
}

/// A book with changed files, in memory.
fn with_files(tree: &Tree, changed: &[Accepted]) -> Tree {
    let is_changed = |file: &&File| changed.iter().any(|change| change.path == file.path);
    let others = tree.files().map(|(_, file)| file).filter(|file| !is_changed(file)).cloned();
    let changed = changed
        .iter()
        .map(|change| File { path: change.path.clone(), content: Content::Text(change.new.as_str().into()) });
    Tree::of(others.chain(changed))
}

/// Where each text of a translation stands, and what PO files call it.
struct Texts(Vec<(Span, String)>);

impl Texts {
    fn new(tree: &Tree, config: &Config, language: &str) -> Self {
        let records = translating::records(tree, config, language);
        let texts = records.iter().flat_map(|record| {
            let of = |(path, text): (&String, &crate::diag::Spanned<String>)| {
                (text.span, context(&record.source.path, path))
            };
            record.source.words.texts.iter().map(of)
        });
        Self(texts.collect())
    }

    /// An error of a book at the entry of the text that it is about.
    fn at_entry(&self, error: Diagnostic, tree: &Tree, po: &PoFile) -> Diagnostic {
        let entry = error.span.and_then(|span| {
            let around = |(text, _): &&(Span, String)| {
                text.file == span.file
                    && (text.range().start..=text.range().end).contains(&span.range().start)
            };
            let (_, name) = self.0.iter().find(around)?;
            po.entries.iter().find(|entry| entry.context == *name || entry.context == format!("{name}.1"))
        });
        let path = error.span.map_or("the book", |span| tree.path(span.file));
        let message = format!("{} (in {path}, with this translation)", error.message);
        let mut found = match entry.and_then(|entry| entry.span) {
            Some(span) => Diagnostic::new(error.code, span, message),
            None => Diagnostic::placeless(error.code, message),
        };
        found.help = error.help;
        found
    }
}
