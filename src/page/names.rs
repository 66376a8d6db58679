//! What records are called: in links, in lists, and within texts.

use super::builder::ViewBuilder;
use super::views::DateView;
use crate::language_marks::{marked, sign_of};
use crate::markdown::{Fragment, Target};
use crate::outline::OutlineId;
use crate::plan::{Index as _, Item, Ix, Links, RecordIx, Update};

impl ViewBuilder<'_> {
    /// What a record is called in a link.
    pub fn name(&self, record: impl Into<RecordIx>) -> String {
        let (plan, texts) = (self.plan(), self.texts());
        match record.into() {
            RecordIx::Plan => self.context.title().to_owned(),
            RecordIx::Area(ix) => {
                format!("{} {}", plan.areas.at(ix).document.number.value.as_str(), texts.title(ix))
            }
            RecordIx::Item(ix) => format!("{} {}", self.number(ix), texts.title(ix)),
            RecordIx::Update(ix) => self.update_title(ix),
            RecordIx::Attachment(ix) => plan.attachments.at(ix).document.address.clone(),
            record => texts.title_of(record).unwrap_or_default().to_owned(),
        }
    }

    /// An item's number, as shown: the code of the plan, if it has one.
    pub fn number(&self, ix: Ix<Item>) -> String {
        self.plan().items.at(ix).document.shown_number(self.context.config.numbering)
    }

    /// An item's number in the style of the plan, also where its code is shown.
    pub fn outline_number(&self, ix: Ix<Item>) -> String {
        self.plan().items.at(ix).document.id.number(self.context.config.numbering)
    }

    /// The headline of an update, or the beginning of its text.
    pub fn update_title(&self, ix: Ix<Update>) -> String {
        match self.texts().headline(ix) {
            Some(title) => title.to_owned(),
            None => self.context.beginning(ix, || self.beginning_of_text(ix)).to_owned(),
        }
    }

    fn beginning_of_text(&self, ix: Ix<Update>) -> String {
        let update = self.plan().updates.at(ix);
        let body = update.document.body();
        // Two that have no headline can refer to each other, so one within another is called by its day.
        let name = |reference| match update.links.to.get(reference).copied().flatten() {
            Some(RecordIx::Update(ix)) if self.texts().headline(ix).is_none() => {
                self.when(self.plan().updates.at(ix)).text
            }
            _ => self.name_in_text(body, &update.links, reference),
        };
        shorten(&body.excerpt().text(name), 110)
    }

    /// When an update was; a meeting may have an end of its own.
    pub(super) fn when(&self, update: &Update) -> DateView {
        let date = self.date(&update.document.date.value);
        match update.document.meeting.as_ref().and_then(|meeting| meeting.end.as_ref()) {
            Some(end) => {
                let text = self.messages().span(&date.text, &self.date(end).text);
                DateView { text, iso: None, ..date }
            }
            None => date,
        }
    }

    /// What a reference of a text is called, where the text has no words for it. What this site must not name is called
    /// by the number that the plan gives it, or by nothing at all.
    pub(crate) fn name_in_text(&self, body: &Fragment, links: &Links, reference: usize) -> String {
        if let Some(record) = links.to.get(reference).copied().flatten() {
            return self.name(record);
        }
        let id = match body.references().get(reference).map(|found| &found.target) {
            Some(Target::Id(id)) => OutlineId::parse_number(id),
            _ => None,
        };
        let numbering = self.context.config.numbering;
        id.map_or_else(|| self.word("not-shown"), |id| id.number(numbering))
    }
}

/// At most so many characters, cut at a space.
fn shorten(text: &str, most: usize) -> String {
    let (sign, inner) = sign_of(text);
    if let Some(sign) = sign {
        return marked(sign, &shorten(inner, most));
    }
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &text[..cut])
        }
    }
}
