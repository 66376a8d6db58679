//! Addresses and names of records, and the head of a page.

use super::super::data::{linked, record_data};
use super::super::subject::Subject;
use super::super::view::{DateView, HeadView, LinkView};
use super::ViewBuilder;
use crate::date::{Date, Precision};
use crate::parse::Record;
use crate::plan::{Index as _, Item, Ix, Links, RecordIx, Update};
use crate::route::{Route, anchor};
use crate::vocabulary::Audience;

impl ViewBuilder<'_> {
    /// The address of another page, from this one.
    pub fn href(&self, to: &Route) -> String {
        to.href(&self.root)
    }

    /// The address of a file that is no page, from this page.
    pub fn file_href(&self, path: &str) -> String {
        [&self.root, path].concat()
    }

    /// A link to a list, by its name in addresses and the key of its title.
    pub fn list_link(&self, name: &str, title: &str) -> LinkView {
        LinkView { href: self.href(&Route::list(name)), text: self.word(title) }
    }

    /// The address of a record; a short update's is a place on its item's page.
    pub fn record_href(&self, record: RecordIx) -> String {
        if let RecordIx::Attachment(ix) = record {
            return format!("{}{}", self.root, self.plan().attachments.at(ix).document.address);
        }
        let mut href = self.href(&Route::record(self.plan(), record));
        if let RecordIx::Update(ix) = record {
            let update = self.plan().updates.at(ix);
            if update.document.short_form_of.is_some() {
                href.push('#');
                href.push_str(&anchor(update));
            }
        }
        href
    }

    /// A link to a record, under its name.
    pub fn link(&self, record: RecordIx) -> LinkView {
        LinkView { href: self.record_href(record), text: self.name(record) }
    }

    /// Links to items.
    pub fn item_links(&self, items: &[Ix<Item>]) -> Vec<LinkView> {
        items.iter().map(|ix| self.link(RecordIx::Item(*ix))).collect()
    }

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

    /// The head of the page. `section` is the list it is in, `record` what it is made from.
    pub fn head(
        &self,
        title: String,
        section: &str,
        breadcrumbs: Vec<LinkView>,
        record: Option<RecordIx>,
    ) -> HeadView {
        let parts = record.and_then(|record| self.plan().record(record));
        let head = HeadView {
            image: self.image(parts.is_some()),
            follow: self.follow(record.and_then(Subject::of)),
            data: record.and_then(record_data).map(str::to_owned),
            article: record.is_some_and(|record| !matches!(record, RecordIx::Plan | RecordIx::Page(_))),
            published: record.and_then(|record| self.published(record)),
            propose: self.propose(record),
            ..self.head_from(title, section, breadcrumbs, parts)
        };
        HeadView { linked_html: linked(self, record, &head), ..head }
    }

    /// The day on which an update became known, else on which it happened.
    fn published(&self, record: RecordIx) -> Option<String> {
        let RecordIx::Update(ix) = record else { return None };
        let document = &self.plan().updates.at(ix).document;
        let date = document.reported.as_ref().unwrap_or(&document.date.value);
        (date.precision == Precision::Day).then(|| date.earliest.to_string())
    }

    /// The same, of a record that the plan does not list, and that has no picture of its own.
    pub fn head_from(
        &self,
        title: String,
        section: &str,
        breadcrumbs: Vec<LinkView>,
        record: Option<(&Record, &Links)>,
    ) -> HeadView {
        let config = &self.context.config;
        let excerpt = |(record, links): (&Record, &Links)| {
            record.body.excerpt().text(|reference| self.name_in_text(&record.body, links, reference))
        };
        let summary =
            record.map(|(record, links)| record.summary.clone().unwrap_or_else(|| excerpt((record, links))));
        let description = summary.filter(|text| !text.is_empty()).or_else(|| config.description.clone());
        let as_of = self.date(&Date::day(self.as_of())).text;
        HeadView {
            description: description.unwrap_or_else(|| format!("{title}. {}", config.title)),
            root: self.root.clone(),
            canonical: config.base_url.as_ref().map(|base| format!("{base}{}", self.route.as_str())),
            section: section.to_owned(),
            area: None,
            breadcrumbs,
            internal: record.is_some_and(|(record, _)| self.is_internal(&record.path)),
            edit: record.and_then(|(record, _)| {
                config.repository.as_ref().map(|repository| repository.edit_url(&record.path))
            }),
            propose: self.propose(None),
            report: self.report(&title),
            noindex: self.context.published.audience == Audience::Internal,
            cite: self
                .messages()
                .with("cite-text", &[("title", &title), ("site", &config.title), ("date", &as_of)]),
            updated: record.is_none().then_some(self.context.newest).flatten().map(|ix| self.day_of(ix)),
            contents: Vec::new(),
            image: self.image(false),
            data: None,
            article: false,
            published: None,
            linked_html: String::new(),
            follow: self.follow(None),
            title,
        }
    }

    /// Whether only the internal site has what is called so: a path, or the id of a short update.
    pub(in crate::outputs) fn is_internal(&self, name: &str) -> bool {
        let published = &self.context.published;
        published.audience == Audience::Internal && published.internal.names.contains(name)
    }

    /// "As of 24 November 2026", for files that are no pages; on the internal site with the words of its banner.
    pub fn as_of_note(&self) -> String {
        let day = self.date(&Date::day(self.as_of())).text;
        let as_of = self.messages().with("as-of", &[("date", &day)]);
        match self.context.published.audience {
            Audience::Internal => format!("{}. {as_of}", self.word("internal-banner")),
            Audience::Public => as_of,
        }
    }

    /// The terms of the plan's text, for files that are no pages.
    pub fn licence_note(&self) -> Option<String> {
        let licence = self.plan().about.as_ref()?.document.licence.as_ref()?;
        Some(format!("{}: {licence}", self.word("licence")))
    }

    /// The picture of the page; a page that is of no record has that of the home page.
    fn image(&self, of_record: bool) -> Option<String> {
        let base = self.context.config.base_url.as_ref().filter(|_| self.context.config.cards)?;
        let card = if of_record { self.route.card() } else { Route::home().card() };
        Some(format!("{base}{card}"))
    }

    /// The day of an update.
    fn day_of(&self, update: Ix<Update>) -> DateView {
        self.date(&self.plan().updates.at(update).document.date.value)
    }

    /// The day of the newest public information among updates, for the head of a page.
    pub fn updated<'a>(&self, updates: impl DoubleEndedIterator<Item = &'a Ix<Update>>) -> Option<DateView> {
        self.plan().newest_report(updates, self.as_of()).map(|ix| self.day_of(ix))
    }

    /// Breadcrumbs that begin at the home page.
    pub fn crumbs(&self, rest: Vec<LinkView>) -> Vec<LinkView> {
        let home = LinkView { href: self.href(&Route::home()), text: self.word("home") };
        std::iter::once(home).chain(rest).collect()
    }

    /// The records whose texts lead here.
    pub fn referred_by(&self, links: &Links) -> Vec<LinkView> {
        links.from.iter().map(|record| self.link(*record)).collect()
    }
}
