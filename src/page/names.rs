//! What records are called: in links, in lists, and within texts.

use super::builder::ViewBuilder;
use super::views::DateView;
use crate::markdown::{Fragment, Target};
use crate::outline::OutlineId;
use crate::plan::{Index as _, Item, Ix, Links, RecordIx, Update};

impl ViewBuilder<'_> {
    /// What a record is called in a link.
    pub fn name(&self, record: RecordIx) -> String {
        let plan = self.plan();
        match record {
            RecordIx::Plan => plan
                .about
                .as_ref()
                .map_or_else(|| self.context.config.title.clone(), |about| about.document.title.clone()),
            RecordIx::Area(ix) => {
                let area = &plan.areas.at(ix).document;
                format!("{} {}", area.number.value.as_str(), area.title.value)
            }
            RecordIx::Item(ix) => {
                let item = &plan.items.at(ix).document;
                format!("{} {}", self.number(ix), item.title.value)
            }
            RecordIx::Update(ix) => self.update_title(plan.updates.at(ix)),
            RecordIx::Agency(ix) => plan.agencies.at(ix).document.name.clone(),
            RecordIx::Forum(ix) => plan.forums.at(ix).document.name.clone(),
            RecordIx::Source(ix) => plan.sources.at(ix).document.title.clone(),
            RecordIx::Page(ix) => plan.pages.at(ix).document.title.clone(),
            RecordIx::Attachment(ix) => plan.attachments.at(ix).document.address.clone(),
        }
    }

    /// An item's number, as shown.
    pub fn number(&self, ix: Ix<Item>) -> String {
        self.plan().items.at(ix).document.id.number(self.context.config.numbering)
    }

    /// The headline of an update, or the beginning of its text.
    pub fn update_title(&self, update: &Update) -> String {
        match &update.document.title {
            Some(title) => title.clone(),
            None => {
                let body = update.document.body();
                // Two that have no headline can refer to each other, so one within another is called by its day.
                let name = |reference| match update.links.to.get(reference).copied().flatten() {
                    Some(RecordIx::Update(ix)) if self.plan().updates.at(ix).document.title.is_none() => {
                        self.when(self.plan().updates.at(ix)).text
                    }
                    _ => self.name_in_text(body, &update.links, reference),
                };
                shorten(&body.excerpt().text(name), 110)
            }
        }
    }

    /// When an update was; a meeting may have an end of its own.
    pub(super) fn when(&self, update: &Update) -> DateView {
        let date = self.date(&update.document.date.value);
        match update.document.meeting.as_ref().and_then(|meeting| meeting.end.as_ref()) {
            Some(end) => {
                DateView { text: format!("{} – {}", date.text, self.date(end).text), iso: None, ..date }
            }
            None => date,
        }
    }

    /// What a reference of a text is called, where the text has no words for it. What this site must not name is called
    /// by the number that the plan gives it, or by nothing at all.
    pub(super) fn name_in_text(&self, body: &Fragment, links: &Links, reference: usize) -> String {
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
pub(crate) fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &text[..cut])
        }
    }
}
