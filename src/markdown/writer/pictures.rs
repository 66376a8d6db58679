//! Pictures: files of the book only, so that a page asks no other site for anything.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, TagEnd};

use super::state::{OpenPicture, Writer};
use crate::characters::is_blank;
use crate::diag::code;
use crate::line_breaks;
use crate::markdown::address::{self, Address};
use crate::markdown::fragment::{Picture, Placeholder, Target};

impl Writer<'_> {
    pub(super) fn start_picture(&mut self, link_type: LinkType, destination: &str, range: Range<usize>) {
        self.count_link(&range);
        let target = match (link_type, address::classify(destination)) {
            (LinkType::WikiLink { .. }, _) => None,
            (_, Address::Attachment(path)) => address::join(self.path, path),
            _ => None,
        };
        let reference = target.map(|path| self.note_reference(Target::Attachment { path }, range.clone()));
        if reference.is_none() {
            self.report(
                code::UNSAFE_LINK,
                range.clone(),
                format!("`{destination}` is not a picture of this book"),
                "put the file into a folder `files` beside the text and write `![what it shows](files/NAME.png)`; or link to it: `[what it shows](https://…)`",
            );
        }
        self.picture = Some(OpenPicture { reference, alt: String::new(), inner: 0, range });
    }

    /// What stands in a picture's words: text, without its markup.
    pub(super) fn picture_event(&mut self, event: Event<'_>, next: Option<char>) {
        let Some(picture) = &mut self.picture else { return };
        match event {
            Event::Text(text) | Event::Code(text) => picture.alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => {
                picture.alt.push_str(line_breaks::between(picture.alt.chars().next_back(), next));
            }
            Event::Start(pulldown_cmark::Tag::Image { .. }) => picture.inner += 1,
            Event::End(TagEnd::Image) if picture.inner > 0 => picture.inner -= 1,
            Event::End(TagEnd::Image) => self.end_picture(),
            _ => {}
        }
    }

    fn end_picture(&mut self) {
        // Its start was counted as a level that opens.
        self.depth = self.depth.saturating_sub(1);
        let Some(picture) = self.picture.take() else { return };
        if picture.reference.is_some() && is_blank(&picture.alt) {
            self.report(
                code::IMAGE_WITHOUT_ALT,
                picture.range.clone(),
                "the picture has no alternative text for people who cannot see it",
                "describe what it shows: `![A map of the harbour](files/map.png)`",
            );
        }
        self.look_for_unseen(&picture.alt, &picture.range);
        self.note_text(picture.alt.trim());
        self.last_shown = picture.alt.trim().chars().next_back();
        let number = self.pictures.len();
        self.pictures.push(Picture { reference: picture.reference, alt: picture.alt.trim().to_owned() });
        self.output().placeholder(Placeholder::Picture(number));
    }
}
