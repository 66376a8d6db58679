//! What all pages share: the published plan, the theme, the settings of the book.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::editions;
use super::histories::Histories;
use super::made_once::MadeOnce;
use super::menu;
use super::site;
use super::site_languages::{SiteLanguage, languages_of};
use crate::collation::NameOrder;
use crate::config::Config;
use crate::facts::{CurrentStatus, Facts, ItemFacts, newest_report};
use crate::markdown::escape;
use crate::plan::{Edition, Index as _, Item, Ix, Plan, RecordIx, Texts, Update};
use crate::publish::PublishedPlan;
use crate::render::{CardFonts, Theme};
use crate::route::{Base, Route};
use crate::search::SearchFiles;
use crate::source::{Content, Tree};
use crate::vocabulary::{Choice as _, Status};

/// The input of every page.
pub struct Context {
    /// What may be shown.
    pub published: PublishedPlan,
    /// How it looks.
    pub theme: Theme,
    /// The settings of the book.
    pub config: Config,
    /// Where its pages stand.
    pub base: Base,
    /// The contexts of the other editions, of that of the plan at the root.
    pub editions: Vec<Self>,
    /// The contexts of the same book in its other languages, of that in which it was written.
    pub languages: Vec<Self>,
    /// All languages of the site; none where there is only one.
    pub(super) languages_of_site: Arc<[SiteLanguage]>,
    /// The plan at the root of the book.
    pub(super) book: Arc<Plan>,
    /// Where the site stands.
    site_url: Option<String>,
    /// The files, for the places of template errors.
    pub tree: Arc<Tree>,
    /// What abbreviations stand for, by their HTML.
    pub abbreviations: BTreeMap<String, String>,
    /// The order of names in the language of the pages.
    pub name_order: NameOrder,
    /// What is true of each item on the day.
    pub facts: Facts,
    /// The newest report on anything.
    pub newest: Option<Ix<Update>>,
    /// Which updates stand on a later page of their item's history.
    pub(super) histories: Histories,
    /// The beginnings of the texts of updates without a headline, made when first asked for: many lists show them.
    beginnings: Vec<OnceLock<Box<str>>>,
    /// A digest of all items and their statuses, which each list of items in pages names.
    state_of_items: OnceLock<String>,
    /// The files of the search in each language, of the plan at the root in the first; made when first asked for.
    search_files: OnceLock<Vec<SearchFiles>>,
    /// What the text of social cards is drawn with; made when first asked for.
    card_fonts: OnceLock<CardFonts>,
    /// The records of which there is no card.
    without_card: OnceLock<BTreeSet<RecordIx>>,
    /// Rows and menus, which many pages show alike.
    pub(super) made_once: MadeOnce,
    /// Pages to which the settings lead from the menu, by their addresses from the root of the site.
    pub(super) pages_in_menu: Vec<String>,
}

impl Context {
    /// Puts the contexts of all plans of a book together, and tells the theme what `site` is in each. `translations` is the
    /// same plan in the other languages of the book.
    pub fn new(
        published: PublishedPlan,
        translations: Vec<PublishedPlan>,
        theme: Theme,
        config: Config,
        tree: Arc<Tree>,
    ) -> Self {
        let site_url = config.base_url.clone();
        let of_language = |published: PublishedPlan| {
            let language = published.plan.language.clone().unwrap_or_default();
            let theme = theme.in_language(&language, config.language());
            let own = config.in_language(&language);
            Self::of_book(published, theme, own, Arc::clone(&tree), site_url.clone())
        };
        let of_site: Arc<[SiteLanguage]> = languages_of(&config).into();
        let languages =
            translations.into_iter().map(|published| of_language(published).with(&of_site)).collect();
        let book =
            Self::of_book(published, theme.clone(), config.clone(), Arc::clone(&tree), site_url.clone());
        Self { languages, ..book.with(&of_site) }
    }

    /// Says which languages the site has.
    fn with(mut self, languages: &Arc<[SiteLanguage]>) -> Self {
        self.languages_of_site = Arc::clone(languages);
        self.editions = self.editions.into_iter().map(|edition| edition.with(languages)).collect();
        self
    }

    /// The contexts of all plans of a book in one language.
    fn of_book(
        published: PublishedPlan,
        theme: Theme,
        config: Config,
        tree: Arc<Tree>,
        site_url: Option<String>,
    ) -> Self {
        let book = Arc::clone(&published.plan);
        let of_edition = |ix| {
            let plan = published.edition(ix);
            let own = editions::config_of(&config, site_url.as_deref(), &plan.plan, &theme.messages);
            let context = Self::of_plan(plan, theme.clone(), own, Arc::clone(&tree), Arc::clone(&book));
            Self { site_url: site_url.clone(), ..context }
        };
        let editions = book.editions.indices().map(of_edition).collect();
        Self { editions, site_url: site_url.clone(), ..Self::of_plan(published, theme, config, tree, book) }
    }

    /// The contexts of all plans in all languages, that of the plan at the root first.
    pub fn all<'c>(&'c self) -> impl Iterator<Item = &'c Self> {
        let with_editions = |context: &'c Self| std::iter::once(context).chain(&context.editions);
        std::iter::once(self).chain(&self.languages).flat_map(with_editions)
    }

    /// The context of one plan of a book.
    fn of_plan(
        published: PublishedPlan,
        mut theme: Theme,
        config: Config,
        tree: Arc<Tree>,
        book: Arc<Plan>,
    ) -> Self {
        let abbreviations = abbreviations(&published);
        let base = editions::base_of(&published.plan);
        let site = site::view(&published, &book, &theme, &config, &tree);
        theme.set_site(&site);
        let pages_in_menu = menu::pages(&site.groups);
        let as_of = published.as_of;
        let facts = Facts::on(&published.plan, as_of);
        let all: Vec<Ix<Update>> = published.plan.updates.indexed().map(|(ix, _)| ix).collect();
        let newest = newest_report(&published.plan, all.iter(), as_of);
        let beginnings = published.plan.updates.iter().map(|_| OnceLock::new()).collect();
        let state_of_items = OnceLock::new();
        let made_once = MadeOnce::new(published.plan.items.len(), published.plan.areas.len());
        let histories = Histories::of(&published.plan, config.page_size);
        let name_order = NameOrder::of(config.language());
        Self {
            published,
            theme,
            config,
            base,
            editions: Vec::new(),
            languages: Vec::new(),
            languages_of_site: Arc::from([]),
            book,
            site_url: None,
            tree,
            abbreviations,
            name_order,
            facts,
            newest,
            histories,
            beginnings,
            state_of_items,
            search_files: OnceLock::new(),
            card_fonts: OnceLock::new(),
            without_card: OnceLock::new(),
            made_once,
            pages_in_menu,
        }
    }

    /// The whole address of a page, where the book says where its site stands.
    pub fn address(&self, route: &Route) -> Option<String> {
        Some([self.site_url()?, self.base.path(route).as_str()].concat())
    }

    /// What the text of social cards is drawn with.
    pub fn card_fonts(&self) -> &CardFonts {
        self.card_fonts.get_or_init(|| {
            let file = self.config.outputs.card_font().and_then(|font| self.tree.find(&font.value));
            CardFonts::new(file.and_then(|file| match self.tree.content(file)? {
                Content::Bytes(bytes) => Some(Arc::clone(bytes)),
                Content::Text(_) | Content::Refused => None,
            }))
        })
    }

    /// Whether there is the card of a record, where the site has cards.
    pub fn has_card(&self, record: RecordIx) -> bool {
        self.without_card.get().is_none_or(|without| !without.contains(&record))
    }

    /// Says of which records there is no card, before any page is made.
    pub(crate) fn leave_out_cards(&self, records: BTreeSet<RecordIx>) {
        // Whoever asks a second time finds the same.
        _ = self.without_card.set(records);
    }

    /// Where the site stands, which is where the plan at its root does.
    pub fn site_url(&self) -> Option<&str> {
        self.site_url.as_deref()
    }

    /// The plan at the root of the book; the same plan for that one.
    pub fn book(&self) -> &Arc<Plan> {
        &self.book
    }

    /// A page of another plan of the book.
    pub fn route_in(&self, edition: Option<Ix<Edition>>, route: &Route) -> Route {
        editions::base_of(self.book.of_edition(edition)).in_site(route)
    }

    /// A digest of all items and their statuses, which `make` makes once.
    pub fn state_of_items(&self, make: impl FnOnce(&Self) -> String) -> &str {
        self.state_of_items.get_or_init(|| make(self))
    }

    /// The files of the search in each language, which `make` makes once.
    pub fn search_files(&self, make: impl FnOnce(&Self) -> Vec<SearchFiles>) -> &[SearchFiles] {
        self.search_files.get_or_init(|| make(self))
    }

    /// What an update without a headline is called, which `make` makes once.
    pub(super) fn beginning(&self, update: Ix<Update>, make: impl FnOnce() -> String) -> &str {
        self.beginnings[update.index()].get_or_init(|| make().into_boxed_str())
    }

    /// What is true of an item on the day.
    pub fn facts_of(&self, item: Ix<Item>) -> &ItemFacts {
        self.facts.of(item)
    }

    /// The status of an item on the day.
    pub fn current_status(&self, item: Ix<Item>) -> &CurrentStatus {
        &self.facts.of(item).status
    }

    /// The statuses that some items have, in the order of the vocabulary.
    pub fn statuses_of(&self, items: &[Ix<Item>]) -> Vec<Option<Status>> {
        let has = |status: &Option<Status>| items.iter().any(|ix| self.current_status(*ix).status == *status);
        let all = Status::CHOICES.iter().map(|(_, status)| Some(*status)).chain([None]);
        all.filter(has).collect()
    }

    /// How many rows of a list the page of a record shows.
    pub fn rows_shown(&self) -> usize {
        self.config.page_size
    }

    /// How many updates it shows in full: each is as long as several rows.
    pub fn entries_shown(&self) -> usize {
        (self.config.page_size / 4).max(1)
    }

    /// What readers are shown of what was written.
    pub fn texts(&self) -> Texts<'_> {
        self.published.plan.texts()
    }

    /// The title of the plan, else the site's.
    pub fn title(&self) -> &str {
        self.texts().plan_title().unwrap_or(&self.config.title)
    }

    /// The terms of the plan's text, which hold for what is made of it.
    pub fn licence(&self) -> Option<&str> {
        self.texts().licence()
    }
}

/// Abbreviations of agencies and forums. One that two of them share explains nothing, so it is left out.
fn abbreviations(published: &PublishedPlan) -> BTreeMap<String, String> {
    let plan = &published.plan;
    let texts = plan.texts();
    let agencies = plan.agencies.indices().map(|ix| (texts.abbreviation(ix), texts.title(ix)));
    let forums = plan.forums.indices().map(|ix| (texts.abbreviation(ix), texts.title(ix)));
    let mut found: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (abbreviation, name) in agencies.chain(forums) {
        if let Some(abbreviation) = abbreviation {
            let mut html = String::new();
            escape(abbreviation, &mut html);
            found.entry(html).and_modify(|name| *name = None).or_insert_with(|| Some(name.to_owned()));
        }
    }
    found.into_iter().filter_map(|(html, name)| Some((html, name?))).collect()
}
