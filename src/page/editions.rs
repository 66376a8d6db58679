//! The plans of a book: where each stands, what it is called, and what its pages say of it.

use super::views::{EditionNote, LinkView};
use crate::config::{Config, OptionalOutput};
use crate::plan::Plan;
use crate::render::Messages;
use crate::route::{Base, Route};

/// What an edition is called among others: the name that its plan gives it, else that of its folder.
pub(crate) fn edition_label(plan: &Plan) -> Option<&str> {
    let stated = plan.about.as_ref().and_then(|about| about.document.edition.as_deref());
    stated.or(plan.edition.as_deref())
}

/// Where the pages of a plan stand.
pub(super) fn base_of(plan: &Plan) -> Base {
    plan.edition.as_deref().map(Base::of_edition).unwrap_or_default()
}

/// The settings of the site, for the pages of an edition: what is made once for a site is made with the plan at its root.
pub(super) fn config_of(config: &Config, plan: &Plan, words: &Messages) -> Config {
    let mut own = config.clone();
    let label = edition_label(plan).unwrap_or_default();
    own.title = words.with("edition-site", &[("site", &config.title), ("edition", label)]);
    own.base_url = config.base_url.as_ref().map(|url| format!("{url}{}", base_of(plan).as_str()));
    own.without(&[OptionalOutput::Feeds, OptionalOutput::Calendars, OptionalOutput::Cards]);
    own
}

/// What each page of an edition says of it.
pub(super) fn note(plan: &Plan, book: &Plan, words: &Messages) -> Option<EditionNote> {
    let name = plan.edition.as_ref()?;
    let newest = book.texts().plan_title().map_or_else(|| words.get("home").to_owned(), str::to_owned);
    Some(EditionNote {
        name: name.clone(),
        text: words.with("edition-banner", &[("edition", edition_label(plan).unwrap_or(name))]),
        newest: LinkView { href: Route::home().file(), text: newest },
        all: LinkView { href: Route::list("editions").file(), text: words.get("editions").to_owned() },
    })
}
