//! What `site` is in a template.

use super::views::{DateView, LinkView, NavArea, NavList, PlanView, SiteView};
use super::{editions, lists, menu, notices, site_languages, tag_choices};
use crate::config::Config;
use crate::direction;
use crate::plan::{Index as _, Plan, RecordIx};
use crate::publish::PublishedPlan;
use crate::render::Theme;
use crate::route::Route;
use crate::source::Tree;
use crate::vocabulary::Audience;
use crate::web_address::is_mailbox;

/// `site`, of a published plan.
pub(super) fn view(
    published: &PublishedPlan,
    book: &Plan,
    theme: &Theme,
    config: &Config,
    tree: &Tree,
) -> SiteView {
    let plan = &published.plan;
    let base = editions::base_of(plan);
    let (texts, words) = (plan.texts(), &theme.messages);
    let areas = plan.top_areas().map(|ix| NavArea {
        number: plan.areas.at(ix).document.number.value.as_str().to_owned(),
        title: texts.title(ix).to_owned(),
        href: base.file(&Route::record(plan, RecordIx::Area(ix))),
    });
    let mut pages: Vec<_> =
        plan.pages.indexed().filter_map(|(ix, page)| Some((page.document.order?, ix))).collect();
    pages.sort();
    let pages = pages.into_iter().map(|(_, ix)| LinkView {
        href: base.file(&Route::record(plan, RecordIx::Page(ix))),
        text: texts.title(ix).to_owned(),
    });
    let pages = pages.chain(lists::has_accessibility(published).then(|| LinkView {
        // The site has one, whichever plan a page is of.
        href: base.file(&Route::list(Route::ACCESSIBILITY).of_site()),
        text: words.get(Route::ACCESSIBILITY).to_owned(),
    }));
    let about = plan.about.as_ref().map(|about| PlanView {
        title: texts.plan_title().unwrap_or_default().to_owned(),
        parties: texts.parties().to_vec(),
        adopted: DateView::new(&about.document.adopted.value, words),
        licence: texts.licence().map(str::to_owned),
        contact: texts.contact().map(str::to_owned),
        contact_href: texts.contact().and_then(contact_address),
        source: about.source.map(|ix| LinkView {
            href: base.file(&Route::record(plan, RecordIx::Source(ix))),
            text: texts.title(ix).to_owned(),
        }),
        judge: about
            .document
            .judge
            .as_ref()
            .map(|judge| LinkView { href: judge.url.clone().unwrap_or_default(), text: judge.name.clone() }),
    });
    let lists: Vec<NavList> = lists::of(published, config)
        .map(|(name, title)| NavList {
            name: name.to_owned(),
            title: words.get(title).to_owned(),
            href: base.file(&lists::route(plan, name)),
        })
        .collect();
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        lang: config.language().to_owned(),
        dir: direction::dir(config.language()).map(str::to_owned),
        as_of: DateView::new(&crate::date::Date::day(published.as_of), words),
        policy_html: config.security.policy(),
        logo: menu::logo(config, tree),
        banner: notices::banner(config),
        foot_links: config.look.links.iter().filter_map(|link| menu::link(link, plan, &base)).collect(),
        foot_text: config.look.foot.as_ref().map(|text| text.own.clone()),
        internal: published.audience == Audience::Internal,
        words: words.keys().map(|key| (key.replace('-', "_"), words.get(key).to_owned())).collect(),
        areas: areas.collect(),
        groups: menu::groups(&lists, &config.navigation, plan, &base, words),
        tags: tag_choices::choices(plan, |tag| !tag.items.is_empty()),
        lists,
        pages: pages.collect(),
        plan: about,
        repository: config.repository.as_ref().map(|repository| repository.url.clone()),
        plan_not_adopted: notices::plan_not_adopted(published, words),
        plan_ended: notices::plan_ended(published, words),
        edition: editions::note(plan, book, published.as_of, words),
        translation: site_languages::note(plan, theme.original().unwrap_or_default(), config, words),
        generator: format!("planbook {}", env!("CARGO_PKG_VERSION")),
    }
}

/// The address of a contact that is one: a web page or a mailbox.
fn contact_address(contact: &str) -> Option<String> {
    if crate::config::whole_address(contact) {
        return Some(contact.to_owned());
    }
    Some(format!("mailto:{contact}")).filter(|address| is_mailbox(address))
}
