//! The links of all texts, in both directions.

use std::sync::Arc;

use super::lookup::Connect;
use crate::diag::{Diagnostic, Span, code};
use crate::markdown::{Fragment, Target};
use crate::parse::static_address;
use crate::plan::{Links, RecordIx};

/// What a link in a text may name.
const WHAT_TO_WRITE: &str = "write the id of a record: an item's number, or the name of a file without .md";

impl Connect<'_> {
    /// The links of all texts, and from where each record is referred to.
    pub(super) fn texts(&mut self) {
        let (known_items, known_updates) = self.fast_texts();
        if let Some(document) = self.plan.about.as_ref().map(|about| Arc::clone(&about.document)) {
            let to = self.references(&document.record.body);
            self.keep_links(RecordIx::Plan, to);
        }
        let records = self.records;
        for (ix, record) in records.records() {
            // The texts that all plans share refer to records of the one at the root.
            if self.plan.is_shared(ix) {
                continue;
            }
            let known = match ix {
                RecordIx::Item(ix) => known_items[ix.index()],
                RecordIx::Update(ix) => known_updates[ix.index()],
                _ => false,
            };
            let to = match self.links_of(ix) {
                Some(links) if known => std::mem::take(&mut links.to),
                _ => self.references(&record.body),
            };
            self.keep_links(ix, to);
        }
    }

    /// Keeps where the references of a record lead, on both sides.
    fn keep_links(&mut self, from: RecordIx, to: Vec<Option<RecordIx>>) {
        self.note_backlinks(from, &to);
        if let Some(links) = self.links_of(from) {
            links.to = to;
        }
    }

    pub(super) fn references(&mut self, body: &Fragment) -> Vec<Option<RecordIx>> {
        let all = body.references().iter();
        all.map(|reference| self.target(&reference.target, reference.span, reference.name)).collect()
    }

    /// What a target is. `name` is where the id or the name of the file stands alone.
    pub(super) fn target(&mut self, target: &Target, span: Span, name: Option<Span>) -> Option<RecordIx> {
        let (Target::Id(written) | Target::File { path: written, .. } | Target::Attachment { path: written }) =
            target;
        let internal = self.names.is_internal(written);
        let found = match target {
            _ if internal => None,
            Target::Id(id) => self.names.id(id),
            Target::File { path, .. } | Target::Attachment { path } => self.names.path(path),
        };
        if found.is_some() || self.names.is_unreadable(written) {
            return found;
        }
        if internal || self.names.is_internal_alias(written) {
            let message =
                format!("`{written}` is internal, so the public site shows the text without a link");
            self.diagnostics.push(
                Diagnostic::new(code::LINK_TO_INTERNAL, span, message)
                    .help("link to a public record, or put this part of the text into an internal block"),
            );
            return None;
        }
        self.dangling(target, span, name);
        None
    }

    /// Reports that what a text names is not there, with what may be meant.
    fn dangling(&mut self, target: &Target, span: Span, name: Option<Span>) {
        let (Target::Id(written) | Target::File { path: written, .. } | Target::Attachment { path: written }) =
            target;
        let message = format!("`{written}` does not exist");
        let problem = Diagnostic::new(code::DANGLING_REFERENCE, span, message);
        let meant = match target {
            _ if !self.may_suggest() => None,
            Target::Id(id) => match (self.names.closest(id, |_| true), name) {
                (Some(guess), _) if span.range().len() == id.len() + "[[]]".len() => {
                    let link = format!("[[{}]]", guess.word);
                    let problem = problem.help(WHAT_TO_WRITE);
                    let problem = if guess.certain { problem.fix(link) } else { problem.suggest(link) };
                    return self.diagnostics.push(problem);
                }
                // It has words of its own, which stay.
                (Some(guess), Some(name)) => {
                    let problem = Diagnostic { span: Some(name), ..problem.help(WHAT_TO_WRITE) };
                    return self.diagnostics.push(problem.suggest_guess(Some(guess)));
                }
                (guess, _) => guess.map(|guess| format!("[[{}]]", guess.word)),
            },
            Target::File { path, .. } | Target::Attachment { path } => {
                let meant = self.names.closest_path(path);
                if let (Some(file), Some(name)) = (meant.and_then(|meant| renamed(path, meant)), name) {
                    let problem = Diagnostic { span: Some(name), ..problem.suggest(file) };
                    return self.diagnostics.push(problem);
                }
                meant.map(|path| format!("the file {path}"))
            }
        };
        let help = match (meant, target) {
            (_, Target::Attachment { path }) if static_address(path).is_some() => format!(
                "a file in content/static/ has its address at the root of the site: write `/{}`",
                static_address(path).unwrap_or_default()
            ),
            (Some(meant), _) => format!("did you mean {meant}?"),
            (None, Target::Attachment { path }) if looks_like_host(path) => {
                "for an address on the web, write the full URL with https://".to_owned()
            }
            (None, Target::Attachment { .. }) => {
                "put the picture or PDF into a folder `files`, and write its path from this file: `files/map.png`".to_owned()
            }
            (None, _) => WHAT_TO_WRITE.to_owned(),
        };
        self.diagnostics.push(problem.help(help));
    }

    pub(super) fn note_backlinks(&mut self, from: RecordIx, to: &[Option<RecordIx>]) {
        for target in to.iter().flatten().filter(|target| **target != from) {
            if let Some(links) = self.links_of(*target)
                // One record after the other is looked at, so a record that is already listed is the last.
                && links.from.last() != Some(&from)
            {
                links.from.push(from);
            }
        }
    }

    pub(super) fn links_of(&mut self, record: RecordIx) -> Option<&mut Links> {
        self.plan.links_mut(record)
    }
}

/// The name of a file in the same folder that is of the same type, if a link can hold it as it is.
fn renamed<'m>(written: &str, meant: &'m str) -> Option<&'m str> {
    let (folder, name) = written.rsplit_once('/')?;
    let file = meant.strip_prefix(folder)?.strip_prefix('/')?;
    let is_same_type = file.rsplit('.').next() == name.rsplit('.').next();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    (is_same_type && file.chars().all(is_plain)).then_some(file)
}

/// Whether the last part of a path can be the name of a host: `g.example`, and no file that anybody would attach.
fn looks_like_host(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let ending = name.rsplit('.').next().unwrap_or_default();
    let is_file =
        ending.len() == 3 || ["jpeg", "webp", "docx", "xlsx", "pptx", "html", "json"].contains(&ending);
    let is_domain = ["com", "org", "net", "gov", "int", "edu"].contains(&ending);
    name.contains('.')
        && name.split('.').all(is_label)
        && ending.len() > 1
        && ending.chars().all(|c| c.is_ascii_lowercase())
        && (is_domain || !is_file)
}

#[cfg(test)]
mod tests {
    use super::looks_like_host;

    #[test]
    fn a_host_is_no_file() {
        for host in ["content/areas/g.example", "content/ministry.gov", "content/www.mofa.go.jp"] {
            assert!(looks_like_host(host), "{host}");
        }
        for file in
            ["content/map.png", "content/files/report.docx", "content/files/a b.example", "content/files/map"]
        {
            assert!(!looks_like_host(file), "{file}");
        }
    }
}
