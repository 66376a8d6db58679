//! Items to their pictures.

use super::lookup::Connect;
use crate::diag::{Diagnostic, code};
use crate::parse::{Ref, WHERE_PICTURES_ARE};
use crate::plan::{Attachment, Index as _, Ix, RecordIx};

impl Connect<'_> {
    /// Looks up the picture of each item that has one. A picture that is shown is published, as one in a text is.
    pub(super) fn images(&mut self) {
        for index in 0..self.plan.items.len() {
            let Some(image) = &self.records.items[index].image else { continue };
            let (ix, found) = (Ix::new(index), self.picture(&image.file));
            self.plan.items.at_mut(ix).image = found;
            if let Some(found) = found {
                let from = &mut self.plan.attachments.at_mut(found).links.from;
                if !from.contains(&RecordIx::Item(ix)) {
                    from.push(RecordIx::Item(ix));
                }
            }
        }
    }

    fn picture(&mut self, written: &Ref) -> Option<Ix<Attachment>> {
        if self.names.is_internal(&written.value) {
            self.key_to_internal(written);
            return None;
        }
        let found = match self.names.path(&written.value) {
            Some(RecordIx::Attachment(ix)) => Some(ix),
            _ => None,
        };
        if found.is_some_and(|ix| self.plan.attachments.at(ix).document.size.is_some()) {
            return found;
        }
        if found.is_none() && self.names.is_unreadable(&written.value) {
            return None;
        }
        let message = match found {
            Some(_) => format!("{} is not a picture", written.value),
            None => format!("{} does not exist", written.value),
        };
        let meant = self.names.closest_path(&written.value).filter(|path| is_picture(path));
        let help = match meant.filter(|_| found.is_none()) {
            Some(path) => {
                format!("did you mean the file {path}? Write its path from the folder of this file")
            }
            None => WHERE_PICTURES_ARE.to_owned(),
        };
        self.diagnostics.push(Diagnostic::new(code::DANGLING_REFERENCE, written.span, message).help(help));
        None
    }
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    path.contains("/files/") && !matches!(ending, "md" | "pdf" | "csv")
}
