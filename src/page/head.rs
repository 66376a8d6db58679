//! The head of a page.

use super::builder::ViewBuilder;
use super::feed_scope::FeedScope;
use super::linked;
use super::views::{DateView, HeadView, LinkView, SearchBoxView};
use crate::config::OptionalOutput;
use crate::date::{Date, Precision};
use crate::facts::newest_report;
use crate::language_marks::ORIGINAL;
use crate::parse::Record;
use crate::plan::{Area, Index as _, Ix, Links, RecordIx, Update};
use crate::route::{Route, data_href};
use crate::translation::file_of;
use crate::vocabulary::Audience;

impl ViewBuilder<'_> {
    /// The head of the page. `section` is the list it is in, `record` what it is made from.
    pub fn head(
        &self,
        title: String,
        section: &str,
        breadcrumbs: Vec<LinkView>,
        record: Option<RecordIx>,
    ) -> HeadView {
        let parts = record.and_then(|record| self.plan().record(record));
        let config = &self.context.config;
        let head = HeadView {
            image: self.shared_image(record.filter(|_| parts.is_some())),
            follow: self.follow(record.and_then(FeedScope::of)),
            data: record.filter(|record| self.has_data(*record)).and_then(data_href).map(str::to_owned),
            markdown: record
                .filter(|_| config.makes(OptionalOutput::Markdown))
                .map(|_| "index.md".to_owned()),
            article: record.is_some_and(|record| !matches!(record, RecordIx::Plan | RecordIx::Page(_))),
            published: record.and_then(|record| self.published(record)),
            propose: self.propose(record),
            ..self.head_from(title, section, breadcrumbs, parts)
        };
        HeadView { linked_html: linked::block(self, record, &head), ..head }
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
        let summary = record.map(|(record, links)| self.about(record, links));
        let description = summary.filter(|text| !text.is_empty()).or_else(|| config.description.clone());
        let as_of = self.date(&Date::day(self.as_of())).text;
        HeadView {
            description: description.unwrap_or_else(|| format!("{title}. {}", config.title)),
            root: self.root.clone(),
            home: self.to_plan().to_owned(),
            canonical: self.context.address(&self.route),
            section: section.to_owned(),
            menu_html: self.menu_html(section),
            area_menu_html: String::new(),
            area: None,
            breadcrumbs,
            internal: record.is_some_and(|(record, _)| self.is_internal(&record.path)),
            edit: record.and_then(|(record, _)| {
                config
                    .repository
                    .as_ref()
                    .map(|repository| repository.edit_url(&self.file_of(record, &title)))
            }),
            propose: self.propose(None),
            report: self.report(&title),
            noindex: self.context.published.audience == Audience::Internal,
            cite: self
                .messages()
                .with("cite-text", &[("title", &title), ("site", &config.title), ("date", &as_of)]),
            updated: record.is_none().then_some(self.context.newest).flatten().map(|ix| self.day_of(ix)),
            contents: Vec::new(),
            image: self.shared_image(None),
            data: None,
            markdown: None,
            article: false,
            published: None,
            linked_html: String::new(),
            follow: self.follow(None),
            summary_outdated: record.is_some_and(|(record, _)| {
                record.translation.as_ref().is_some_and(|translation| translation.summary_is_outdated)
            }),
            official: record.and_then(|(record, _)| record.translation.as_ref()?.official_title.clone()),
            review: record.map(|(record, _)| self.review(record)).unwrap_or_default(),
            languages: self.languages(),
            search: self.search_box(),
            title,
        }
    }

    /// The file with the words of a record in the language of the page: that of the original where its title is not
    /// translated. That there is a file says nothing: what it has may be for other readers.
    fn file_of(&self, record: &Record, title: &str) -> String {
        let language = self.plan().language.as_deref().filter(|_| !title.contains(ORIGINAL));
        let translation = || file_of(&record.path, language?);
        let translation = translation().filter(|path| self.context.tree.find(path).is_some());
        translation.unwrap_or_else(|| record.path.clone())
    }

    /// The address of a search with these filters, where the site has one.
    pub(crate) fn search_href(&self, filters: &str) -> Option<String> {
        let found = self.search_box()?;
        let edition = found.edition.map(|edition| format!("&edition={edition}")).unwrap_or_default();
        Some(format!("{}?{filters}{edition}", found.page))
    }

    /// Where the page finds the search of its language.
    fn search_box(&self) -> Option<SearchBoxView> {
        if !self.context.config.makes(OptionalOutput::Search) {
            return None;
        }
        let root = self.to_site().to_owned();
        let page = Route::list(Route::SEARCH).href(&root);
        let description = self.context.site_url().map(|_| format!("{root}opensearch.xml"));
        Some(SearchBoxView { page, description, edition: self.plan().edition.clone(), root })
    }

    /// The head of a page that is in an area, or is that of the area.
    pub fn in_area(&self, head: HeadView, area: Ix<Area>) -> HeadView {
        let number = self.plan().areas.at(area).document.number.value.as_str().to_owned();
        let own = head.section == "areas";
        HeadView { area: Some(number), area_menu_html: self.area_menu_html(area, own), ..head }
    }

    /// One sentence about a record: its summary, or else the first words of its text.
    pub(crate) fn about(&self, record: &Record, links: &Links) -> String {
        // The text of what an edition shares is that of the plan at the root.
        let plan = self.plan();
        if plan.edition.is_some() && !record.path.starts_with(&plan.folder()) {
            return self.texts().summary_of(record).unwrap_or_default().to_owned();
        }
        let name = |reference| self.name_in_text(&record.body, links, reference);
        let summary = self.texts().summary_of(record);
        summary.map_or_else(|| record.body.excerpt().text(name), str::to_owned)
    }

    /// Whether the site has the data of a record. Those of the plan are those of the whole site.
    fn has_data(&self, record: RecordIx) -> bool {
        let config = &self.context.config;
        let is_plan = record == RecordIx::Plan;
        config.makes(if is_plan { OptionalOutput::Data } else { OptionalOutput::RecordJson })
    }

    /// The day of an update.
    fn day_of(&self, update: Ix<Update>) -> DateView {
        self.date(&self.plan().updates.at(update).document.date.value)
    }

    /// The day of the newest public information among updates, for the head of a page.
    pub fn updated<'a>(&self, updates: impl DoubleEndedIterator<Item = &'a Ix<Update>>) -> Option<DateView> {
        newest_report(self.plan(), updates, self.as_of()).map(|ix| self.day_of(ix))
    }
}
