//! What all pages share: the published plan, the theme, and what `site` is in a template.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::accessibility;
use super::view::{DateView, LinkView};
use crate::config::Config;
use crate::markdown::escape;
use crate::plan::{Index as _, Item, Ix, RecordIx, Standing, Update};
use crate::publish::Published;
use crate::render::{Theme, show};
use crate::route::Route;
use crate::source::Tree;
use crate::vocabulary::Audience;

/// The input of every page.
pub struct Context {
    /// What may be shown.
    pub published: Published,
    /// How it looks.
    pub theme: Theme,
    /// The settings of the book.
    pub config: Config,
    /// The files, for the places of template errors.
    pub tree: Arc<Tree>,
    /// What abbreviations stand for, by their HTML.
    pub abbreviations: BTreeMap<String, String>,
    /// Where each item stands on the day, in order of the items: a dozen pages count them all.
    standings: Vec<Standing>,
    /// The newest report on anything.
    pub newest: Option<Ix<Update>>,
}

/// `site` in a template. URLs in it are relative to the site's root: put `page.head.root` before them.
#[derive(Debug, Serialize)]
pub struct SiteView {
    /// The site's name.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// The language of the content.
    pub lang: String,
    /// The as-of date.
    pub as_of: DateView,
    /// Whether this is the internal site.
    pub internal: bool,
    /// The messages of the user interface; `-` in a key is `_` here.
    pub words: BTreeMap<String, String>,
    /// The areas.
    pub areas: Vec<NavArea>,
    /// The lists.
    pub lists: Vec<NavList>,
    /// The free pages that have an `order`.
    pub pages: Vec<LinkView>,
    /// The plan, if the book has one.
    pub plan: Option<PlanView>,
    /// The repository's address.
    pub repository: Option<String>,
    /// The version of planbook.
    pub generator: String,
}

/// An area in the navigation.
#[derive(Debug, Serialize)]
pub struct NavArea {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
}

/// A list in the navigation.
#[derive(Debug, Serialize)]
pub struct NavList {
    /// Its name in addresses: `agencies`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
}

/// The plan, in a template.
#[derive(Debug, Serialize)]
pub struct PlanView {
    /// Its name.
    pub title: String,
    /// The parties that adopted it.
    pub parties: Vec<String>,
    /// The date.
    pub adopted: DateView,
    /// The terms of use of its text.
    pub licence: Option<String>,
    /// The contact address.
    pub contact: Option<String>,
    /// The same as an address, where it is one.
    pub contact_href: Option<String>,
    /// The record of its full text.
    pub source: Option<LinkView>,
}

impl Context {
    /// Puts the context together, and tells the theme what `site` is.
    pub fn new(published: Published, mut theme: Theme, config: Config, tree: Arc<Tree>) -> Self {
        let abbreviations = abbreviations(&published);
        let site = site(&published, &theme, &config);
        theme.set_site(&site);
        let as_of = published.as_of;
        let standings =
            published.plan.items.indexed().map(|(ix, _)| published.plan.standing(ix, as_of)).collect();
        let all: Vec<Ix<Update>> = published.plan.updates.indexed().map(|(ix, _)| ix).collect();
        let newest = published.plan.newest_report(all.iter(), as_of);
        Self { published, theme, config, tree, abbreviations, standings, newest }
    }

    /// Where an item stands on the day.
    pub fn standing(&self, item: Ix<Item>) -> &Standing {
        &self.standings[item.index()]
    }
}

/// Abbreviations of agencies and forums. One that two of them share explains nothing, so it is left out.
fn abbreviations(published: &Published) -> BTreeMap<String, String> {
    let plan = &published.plan;
    let agencies = plan.agencies.iter().map(|agency| (&agency.document.abbreviation, &agency.document.name));
    let forums = plan.forums.iter().map(|forum| (&forum.document.abbreviation, &forum.document.name));
    let mut found: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (abbreviation, name) in agencies.chain(forums) {
        if let Some(abbreviation) = abbreviation {
            let mut html = String::new();
            escape(abbreviation, &mut html);
            found.entry(html).and_modify(|name| *name = None).or_insert_with(|| Some(name.clone()));
        }
    }
    found.into_iter().filter_map(|(html, name)| Some((html, name?))).collect()
}

fn site(published: &Published, theme: &Theme, config: &Config) -> SiteView {
    let plan = &published.plan;
    let words = &theme.words;
    let areas = plan.areas.indexed().map(|(ix, area)| NavArea {
        number: area.document.number.value.as_str().to_owned(),
        title: area.document.title.value.clone(),
        href: Route::record(plan, RecordIx::Area(ix)).file(),
    });
    let mut pages: Vec<_> =
        plan.pages.indexed().filter_map(|(ix, page)| Some((page.document.order?, ix, page))).collect();
    pages.sort_by_key(|(order, ix, _)| (*order, *ix));
    let pages = pages.into_iter().map(|(_, ix, page)| LinkView {
        href: Route::record(plan, RecordIx::Page(ix)).file(),
        text: page.document.title.clone(),
    });
    let pages = pages.chain(accessibility::is_built_in(published).then(|| LinkView {
        href: Route::list(accessibility::NAME).file(),
        text: words.get(accessibility::NAME).to_owned(),
    }));
    let about = plan.about.as_ref().map(|about| PlanView {
        title: about.document.title.clone(),
        parties: about.document.parties.clone(),
        adopted: DateView::new(&about.document.adopted.value, words),
        licence: about.document.licence.clone(),
        contact: about.document.contact.clone(),
        contact_href: about.document.contact.as_deref().and_then(contact_address),
        source: about.source.map(|ix| LinkView {
            href: Route::record(plan, RecordIx::Source(ix)).file(),
            text: plan.sources.at(ix).document.title.clone(),
        }),
    });
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        lang: config.language().to_owned(),
        as_of: DateView::new(&crate::date::Date::day(published.as_of), words),
        internal: published.audience == Audience::Internal,
        words: words.keys().map(|key| (key.replace('-', "_"), words.get(key).to_owned())).collect(),
        areas: areas.collect(),
        lists: lists(published)
            .map(|(name, title)| NavList {
                name: name.to_owned(),
                title: words.get(title).to_owned(),
                href: Route::list(name).file(),
            })
            .collect(),
        pages: pages.collect(),
        plan: about,
        repository: config.repository.as_ref().map(|repository| repository.url.clone()),
        generator: format!("planbook {}", env!("CARGO_PKG_VERSION")),
    }
}

/// The address of a contact that is one: a web page or a mailbox.
fn contact_address(contact: &str) -> Option<String> {
    let mailbox = || {
        let (name, host) = contact.split_once('@')?;
        let plain = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+".contains(c))
        };
        (plain(name) && plain(host)).then(|| format!("mailto:{contact}"))
    };
    if crate::config::whole_address(contact) { Some(contact.to_owned()) } else { mailbox() }
}

/// The lists that have something in them: the name in addresses and the key of the title.
pub(super) fn lists(published: &Published) -> impl Iterator<Item = (&'static str, &'static str)> {
    let plan = &published.plan;
    [
        ("progress", "progress-nav", !plan.items.is_empty()),
        ("areas", "areas", !plan.areas.is_empty()),
        ("items", "items", !plan.items.is_empty()),
        ("status", "statuses", !plan.items.is_empty()),
        ("kinds", "kinds", !plan.items.is_empty()),
        ("agencies", "agencies", !plan.agencies.is_empty()),
        ("forums", "forums", !plan.forums.is_empty()),
        ("updates", "updates", !plan.updates.is_empty()),
        (super::calendar::NAME, "calendar", !plan.updates.is_empty() || !plan.items.is_empty()),
        ("sources", "sources", !plan.sources.is_empty()),
        ("glossary", "glossary", !plan.agencies.is_empty() || !plan.forums.is_empty()),
        ("plan", "whole-plan-nav", !plan.items.is_empty()),
        ("editions", "editions", !plan.editions.is_empty()),
        ("data", "open-data", true),
    ]
    .into_iter()
    .filter(|(.., shown)| *shown)
    .map(|(name, title, _)| (name, title))
}

impl DateView {
    /// A date for a template.
    pub fn new(date: &crate::date::Date, words: &crate::render::Words) -> Self {
        Self { text: show(date, words), iso: date.machine_readable(), first: date.earliest.to_string() }
    }
}
