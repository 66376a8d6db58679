//! Items to their pictures.

use super::files::WantedFile;
use super::lookup::Connect;
use crate::diag::code;
use crate::parse::WHERE_PICTURES_ARE;
use crate::plan::{Index as _, Ix, RecordIx};

const PICTURE: WantedFile = WantedFile {
    kind: "a picture",
    code: code::DANGLING_REFERENCE,
    help: WHERE_PICTURES_ARE,
    is: |file| file.size.is_some(),
    may_be: is_picture,
};

impl Connect<'_> {
    /// Looks up the picture of each item that has one. A picture that is shown is published, as one in a text is.
    pub(super) fn images(&mut self) {
        for index in 0..self.plan.items.len() {
            let Some(image) = &self.records.items[index].image else { continue };
            let (ix, found) = (Ix::new(index), self.file(&image.file, &PICTURE));
            self.plan.items.at_mut(ix).image = found;
            if let Some(found) = found {
                let from = &mut self.plan.attachments.at_mut(found).links.from;
                if !from.contains(&RecordIx::Item(ix)) {
                    from.push(RecordIx::Item(ix));
                }
            }
        }
    }
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    path.contains("/files/") && !matches!(ending, "md" | "pdf" | "csv")
}
