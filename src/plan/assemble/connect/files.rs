//! Files that a key of an item names.

use super::lookup::Connect;
use crate::diag::{Code, Diagnostic};
use crate::parse::{AttachmentDocument, Ref};
use crate::plan::{Attachment, Index as _, Ix, RecordIx};

/// A kind of file that is asked for by its path.
pub(super) struct WantedFile {
    /// What a file of another kind is not: "is not a picture".
    pub(super) kind: &'static str,
    pub(super) code: Code,
    /// Where to put such a file, and how to name it.
    pub(super) help: &'static str,
    /// Whether a file is of the kind.
    pub(super) is: fn(&AttachmentDocument) -> bool,
    /// Whether one may be meant, by its path.
    pub(super) may_be: fn(&str) -> bool,
}

impl Connect<'_> {
    /// The file at that path, from the root of the book, or a report.
    pub(super) fn file(&mut self, written: &Ref, wanted: &WantedFile) -> Option<Ix<Attachment>> {
        if self.names.is_internal(&written.value) {
            self.key_to_internal(written);
            return None;
        }
        let found = match self.names.path(&written.value) {
            Some(RecordIx::Attachment(ix)) => Some(ix),
            _ => None,
        };
        if found.is_some_and(|ix| (wanted.is)(&self.plan.attachments.at(ix).document)) {
            return found;
        }
        if found.is_none() && self.names.is_unreadable(&written.value) {
            return None;
        }
        let message = match found {
            Some(_) => format!("{} is not {}", written.value, wanted.kind),
            None => format!("{} does not exist", written.value),
        };
        let closest = || self.names.closest_path(&written.value).filter(|path| (wanted.may_be)(path));
        let help = match found.is_none().then(closest).flatten() {
            Some(path) => {
                format!("did you mean the file {path}? Write its path from the folder of this file")
            }
            None => wanted.help.to_owned(),
        };
        self.diagnostics.push(Diagnostic::new(wanted.code, written.span, message).help(help));
        None
    }
}
