//! The texts that people wrote and readers are shown: titles, names, summaries, the plan's own words.
//!
//! Whoever shows one asks here, so there is one place where a language can be chosen. What is no text of the plan's people is
//! not here: the titles of documents that show something, and the words of third parties, stand as their authors wrote them.

use super::index::{Index as _, Ix};
use super::model::{Agency, Forum, Item, Links, Plan, RecordIx, Source, TagGroup, TagIx, Update};
use super::titles::{Named, Titled};
use crate::language_marks::unmarked;
use crate::markdown::Fragment;
use crate::parse::{NativeName, PlanDocument, Record, UpdateDocument};

/// The texts of a plan.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'p> {
    plan: &'p Plan,
}

impl Plan {
    /// What readers are shown of what was written.
    pub fn texts(&self) -> Texts<'_> {
        Texts { plan: self }
    }
}

/// Of any record.
impl<'p> Texts<'p> {
    /// The title or name of a record.
    pub fn title<T: Titled>(self, ix: Ix<T>) -> &'p str {
        T::list(self.plan).at(ix).title()
    }

    /// The title or name of a record of any kind; the headline of an update, where it has one.
    pub fn title_of(self, record: RecordIx) -> Option<&'p str> {
        match record {
            RecordIx::Plan => self.plan_title(),
            RecordIx::Area(ix) => Some(self.title(ix)),
            RecordIx::Item(ix) => Some(self.title(ix)),
            RecordIx::Update(ix) => self.headline(ix),
            RecordIx::Agency(ix) => Some(self.title(ix)),
            RecordIx::Forum(ix) => Some(self.title(ix)),
            RecordIx::Source(ix) => Some(self.title(ix)),
            RecordIx::Page(ix) => Some(self.title(ix)),
            RecordIx::Attachment(_) => None,
        }
    }

    /// One sentence about a record.
    pub fn summary(self, record: impl Into<RecordIx>) -> Option<&'p str> {
        self.plan.record(record.into()).and_then(|(record, _)| self.summary_of(record))
    }

    /// The same, of a record that is in no list of the plan, such as that of an edition.
    pub fn summary_of(self, record: &Record) -> Option<&str> {
        record.summary.as_deref()
    }

    /// The text of a record, with where its references lead. What an edition shares has its text with the plan at the root.
    pub fn body(self, record: impl Into<RecordIx>) -> Option<(&'p Fragment, &'p Links)> {
        let record = record.into();
        let found = self.plan.record(record).filter(|_| !self.plan.is_shared(record));
        found.map(|(record, links)| (&record.body, links))
    }

    /// The abbreviation of an agency or forum. One that is its name says nothing beside that.
    pub fn abbreviation<T: Named>(self, ix: Ix<T>) -> Option<&'p str> {
        let is_name = |abbreviation: &str| unmarked(abbreviation) == unmarked(self.title(ix));
        T::list(self.plan).at(ix).abbreviation().filter(|abbreviation| !is_name(abbreviation))
    }

    /// The name of an agency or forum in its own language, where it is another.
    pub fn native_name<T: Named>(self, ix: Ix<T>) -> Option<&'p NativeName> {
        T::list(self.plan).at(ix).native_name().filter(|native| native.text != unmarked(self.title(ix)))
    }

    /// The abbreviation of an agency or forum, else its name.
    pub fn short_name<T: Named>(self, ix: Ix<T>) -> &'p str {
        self.abbreviation(ix).unwrap_or_else(|| self.title(ix))
    }
}

/// Of the plan itself.
impl<'p> Texts<'p> {
    fn about(self) -> Option<&'p PlanDocument> {
        self.plan.about.as_ref().map(|about| &*about.document)
    }

    /// Its name, if the book has a plan.
    pub fn plan_title(self) -> Option<&'p str> {
        self.about().map(|about| about.title.as_str())
    }

    /// Who made it.
    pub fn parties(self) -> &'p [String] {
        self.about().map_or(&[], |about| &about.parties)
    }

    /// The terms of its text.
    pub fn licence(self) -> Option<&'p str> {
        self.about()?.licence.as_deref()
    }

    /// Whom to write to.
    pub fn contact(self) -> Option<&'p str> {
        self.about()?.contact.as_deref()
    }
}

/// Of items, agencies, forums and sources.
impl<'p> Texts<'p> {
    /// The plan's words for an item.
    pub fn wording(self, ix: Ix<Item>) -> Option<&'p str> {
        self.plan.items.at(ix).document.text.as_ref().map(|text| text.value.as_str())
    }

    /// How an item is measured.
    pub fn indicators(self, ix: Ix<Item>) -> &'p [String] {
        &self.plan.items.at(ix).document.indicators
    }

    /// Where the words of an item stand in their source.
    pub fn locator(self, ix: Ix<Item>) -> Option<&'p str> {
        self.plan.items.at(ix).document.locator.as_deref()
    }

    /// Who takes part in an item besides the agencies.
    pub fn partners(self, ix: Ix<Item>) -> &'p [String] {
        &self.plan.items.at(ix).document.partners
    }

    /// Whom to ask about an item.
    pub fn item_contact(self, ix: Ix<Item>) -> Option<&'p str> {
        self.plan.items.at(ix).document.contact.as_deref()
    }

    /// Whom to ask at an agency.
    pub fn agency_contact(self, ix: Ix<Agency>) -> Option<&'p str> {
        self.plan.agencies.at(ix).document.contact.as_deref()
    }

    /// The country or organisation that an agency belongs to.
    pub fn party(self, ix: Ix<Agency>) -> Option<&'p str> {
        self.plan.agencies.at(ix).document.party.as_deref()
    }

    /// The parties of the plan in its order, then others that agencies belong to in alphabetical order.
    pub fn parties_of_agencies(self) -> Vec<&'p str> {
        let mut parties: Vec<&str> = self.parties().iter().map(String::as_str).collect();
        let own = self.plan.agencies.indices().filter_map(|ix| self.party(ix));
        let mut others: Vec<&str> = own.filter(|party| !parties.contains(party)).collect();
        others.sort_unstable();
        others.dedup();
        parties.extend(others);
        parties
    }

    /// Who takes part in a forum.
    pub fn parties_of(self, ix: Ix<Forum>) -> &'p [String] {
        &self.plan.forums.at(ix).document.parties
    }

    /// What kind of document a source is.
    pub fn source_kind(self, ix: Ix<Source>) -> Option<&'p str> {
        self.plan.sources.at(ix).document.kind.as_deref()
    }

    /// Who adopted a source document.
    pub fn adopted_by(self, ix: Ix<Source>) -> &'p [String] {
        &self.plan.sources.at(ix).document.adopted_by
    }

    /// The terms of a source document.
    pub fn source_licence(self, ix: Ix<Source>) -> Option<&'p str> {
        self.plan.sources.at(ix).document.licence.as_deref()
    }
}

/// Of tags.
impl<'p> Texts<'p> {
    /// What a group of tags is called.
    pub fn tag_group(self, group: &TagGroup) -> &str {
        &group.title
    }

    /// What a tag is called, and what its group is.
    pub fn tag(self, ix: TagIx) -> Option<(&'p str, &'p str)> {
        self.plan.tag(ix).map(|(group, tag)| (tag.title.as_str(), group.title.as_str()))
    }
}

/// Of updates.
impl<'p> Texts<'p> {
    fn update(self, ix: Ix<Update>) -> &'p UpdateDocument {
        &self.plan.updates.at(ix).document
    }

    /// The headline of an update; one in the short form has none.
    pub fn headline(self, ix: Ix<Update>) -> Option<&'p str> {
        self.update(ix).title.as_deref()
    }

    /// Why the plan changed.
    pub fn reason(self, ix: Ix<Update>) -> Option<&'p str> {
        self.update(ix).reason.as_deref()
    }

    /// What causes the delay.
    pub fn challenges(self, ix: Ix<Update>) -> Option<&'p str> {
        self.update(ix).challenges.as_deref()
    }

    /// What comes next.
    pub fn next_steps(self, ix: Ix<Update>) -> Option<&'p str> {
        self.update(ix).next_steps.as_deref()
    }

    /// Where sources disagree.
    pub fn conflicts(self, ix: Ix<Update>) -> Option<&'p str> {
        self.update(ix).conflicts.as_deref()
    }

    /// Where a meeting is held.
    pub fn meeting_place(self, ix: Ix<Update>) -> Option<&'p str> {
        self.update(ix).meeting.as_ref()?.place.as_deref()
    }
}
