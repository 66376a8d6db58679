//! The published plan as data.

use super::types::{
    Area, Continues, Freshness, FreshnessState, Item, Plan, Reporting, Role, Schedule, ScheduleState,
    Standing, Word,
};
use crate::markdown::Fragment;
use crate::outputs::builder::Within;
use crate::outputs::{Context, ViewBuilder};
use crate::parse::Record;
use crate::plan::{self, Index as _, Ix, Links, RecordIx};
use crate::route::{Route, anchor};
use crate::vocabulary::{Audience, Kind};

/// Makes data of records.
#[derive(Clone, Copy)]
pub(super) struct Maker<'c> {
    pub(super) context: &'c Context,
    /// Whether texts are wanted; they take most of the time.
    texts: bool,
}

/// What every record says of itself in the same way.
pub(super) struct Common {
    pub(super) url: String,
    pub(super) summary: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) internal: bool,
    pub(super) body_html: String,
}

impl<'c> Maker<'c> {
    pub(super) fn new(context: &'c Context) -> Self {
        Self { context, texts: true }
    }

    /// For tables, which have no texts.
    pub(super) fn without_texts(context: &'c Context) -> Self {
        Self { context, texts: false }
    }

    pub(super) fn plan(self) -> &'c plan::Plan {
        &self.context.published.plan
    }

    /// A composer whose addresses do not depend on where the data is: they are whole, or begin at the site's root. It is new
    /// for each record, so that a record is the same in every file.
    pub(super) fn builder(self) -> ViewBuilder<'c> {
        let root = self.context.config.base_url.clone().unwrap_or_default();
        ViewBuilder::with_root(self.context, Route::home(), root)
    }

    /// The address of a record's page: whole, or from the site's root.
    pub(super) fn url(self, record: RecordIx) -> String {
        let mut url = self.address(&Route::record(self.plan(), record));
        if let RecordIx::Update(ix) = record {
            let update = self.plan().updates.at(ix);
            if update.document.short_form_of.is_some() {
                url.push('#');
                url.push_str(&anchor(update));
            }
        }
        url
    }

    pub(super) fn address(self, route: &Route) -> String {
        match &self.context.config.base_url {
            Some(base) => format!("{base}{}", route.as_str()),
            None => route.file(),
        }
    }

    pub(super) fn common(self, ix: RecordIx, record: &Record, links: &Links) -> Common {
        Common {
            url: self.url(ix),
            summary: record.summary.clone(),
            aliases: record.aliases.iter().map(|alias| alias.value.clone()).collect(),
            internal: self.builder().is_internal(&record.path),
            body_html: self.html(&record.body, links),
        }
    }

    pub(super) fn html(self, body: &Fragment, links: &Links) -> String {
        if self.texts { self.builder().text(body, links, Within::Page) } else { String::new() }
    }

    pub(super) fn about(self) -> Option<Plan> {
        let about = self.plan().about.as_ref()?;
        let document = &about.document;
        Some(Plan {
            title: document.title.clone(),
            parties: document.parties.clone(),
            adopted: (&document.adopted.value).into(),
            period: document.period.as_ref().map(Into::into),
            edition: document.edition.clone(),
            languages: document.languages.clone(),
            authentic_language: document.authentic_language.clone(),
            reporting: document.reporting.as_ref().map(|reporting| Reporting {
                every: (&reporting.every).into(),
                grace_days: reporting.grace_days,
            }),
            fiscal_year_starts: document.fiscal_year_starts,
            source: about.source.map(|ix| self.source_id(ix)),
            licence: document.licence.clone(),
            contact: document.contact.clone(),
            summary: document.record.summary.clone(),
            body_html: self.html(&document.record.body, &about.links),
        })
    }

    pub(super) fn area(self, ix: Ix<plan::Area>) -> Area {
        let area = self.plan().areas.at(ix);
        let common = self.common(RecordIx::Area(ix), &area.document.record, &area.links);
        Area {
            id: area.document.number.value.as_str().to_owned(),
            url: common.url,
            title: area.document.title.value.clone(),
            summary: common.summary,
            aliases: common.aliases,
            internal: common.internal,
            lead: self.roles(&area.lead),
            items: self.item_ids(&area.items),
            updates: self.update_ids(&area.updates),
            body_html: common.body_html,
        }
    }

    pub(super) fn item(self, ix: Ix<plan::Item>) -> Item {
        let item = self.plan().items.at(ix);
        let document = &item.document;
        let common = self.common(RecordIx::Item(ix), &document.record, &item.links);
        Item {
            id: document.id.as_str().to_owned(),
            number: document.id.number(self.context.config.numbering),
            url: common.url,
            title: document.title.value.clone(),
            kind: Word(document.kind),
            area: self.area_id(item.area),
            parent: item.parent.map(|parent| self.item_id(parent)),
            parts: self.item_ids(&item.parts),
            text: document.text.as_ref().map(|text| text.value.clone()),
            source: item.source.map(|ix| self.source_id(ix)),
            locator: document.locator.clone(),
            summary: common.summary,
            standing: self.standing(ix),
            schedule: self.schedule(ix),
            freshness: self.freshness(ix),
            lead: self.roles(&item.lead),
            supporting: self.roles(&item.supporting),
            cadence: document.cadence.as_ref().map(Into::into),
            rollup: (document.kind == Kind::Container).then_some(Word(document.rollup)),
            indicators: document.indicators.clone(),
            related: self.item_ids(&item.related),
            depends_on: self.item_ids(&item.depends_on),
            same_as: self.item_ids(&item.same_as),
            forums: item.forums.iter().map(|ix| self.forum_id(*ix)).collect(),
            continues: item.continues.iter().map(|continued| self.continues(continued)).collect(),
            updates: self.update_ids(&item.updates),
            aliases: common.aliases,
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    fn standing(self, ix: Ix<plan::Item>) -> Standing {
        let standing = self.context.current_status(ix);
        Standing {
            status: standing.status.map(Word),
            degree: standing.degree.map(Word),
            outcome: standing.outcome.map(Word),
            since: standing.since.map(|ix| (&self.plan().updates.at(ix).document.date.value).into()),
            update: standing.since.map(|ix| self.update_id(ix)),
            from_parts: standing.from_parts,
        }
    }

    fn schedule(self, ix: Ix<plan::Item>) -> Schedule {
        use plan::Schedule as Found;
        let as_of = self.context.published.as_of;
        let (state, days_late) = match self.plan().schedule(ix, as_of) {
            Found::NoDate => (ScheduleState::NoDate, None),
            Found::NotDue { .. } => (ScheduleState::NotDue, None),
            Found::DueSoon { .. } => (ScheduleState::DueSoon, None),
            Found::Overdue { days, .. } => (ScheduleState::Overdue, Some(days)),
            Found::DoneOnTime { .. } => (ScheduleState::DoneOnTime, None),
            Found::DoneLate { days, .. } => (ScheduleState::DoneLate, Some(days)),
        };
        let (due, times_put_back) = self.plan().due(ix, as_of);
        let first = self.plan().items.at(ix).document.due.as_ref();
        Schedule {
            state,
            first_due: first.map(Into::into),
            due: due.as_ref().map(Into::into),
            times_put_back,
            days_late,
        }
    }

    fn freshness(self, ix: Ix<plan::Item>) -> Freshness {
        use plan::Freshness as Found;
        match self.plan().freshness(ix, self.context.published.as_of) {
            Found::Never => Freshness::new(FreshnessState::Never, None, None),
            Found::Unpaced { last, days } => Freshness::new(FreshnessState::Unpaced, Some(&last), Some(days)),
            Found::Fresh { last } => Freshness::new(FreshnessState::Fresh, Some(&last), None),
            Found::Due { last } => Freshness::new(FreshnessState::Due, Some(&last), None),
            Found::Stale { last, days } => Freshness::new(FreshnessState::Stale, Some(&last), Some(days)),
        }
    }

    fn roles(self, roles: &[plan::Role]) -> Vec<Role> {
        let role = |role: &plan::Role| Role {
            agency: self.agency_id(role.agency),
            basis: Word(role.basis),
            internal: role.audience == Audience::Internal,
        };
        roles.iter().map(role).collect()
    }

    fn continues(self, continued: &plan::Continues) -> Continues {
        let edition = self.plan().editions.at(continued.edition);
        let item = edition.items.get(continued.item);
        Continues {
            edition: edition.name.clone(),
            item: item.map(|item| item.id.as_str().to_owned()).unwrap_or_default(),
            how: continued.how.map(Word),
        }
    }
}
