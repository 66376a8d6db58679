//! The plans of a book: where each stands, what it is called, and what its pages say of it.

use super::views::{DateView, EditionNote, LinkView};
use crate::config::Config;
use crate::date::Day;
use crate::facts::not_adopted;
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
    Base::new(plan.language.as_deref(), plan.edition.as_deref())
}

/// The settings of the site, for the pages of an edition: its name, and where it stands.
pub(super) fn config_of(config: &Config, site_url: Option<&str>, plan: &Plan, words: &Messages) -> Config {
    let mut own = config.clone();
    let label = edition_label(plan).unwrap_or_default();
    own.title = words.with("edition-site", &[("site", &config.title), ("edition", label)]);
    own.base_url = site_url.map(|url| format!("{url}{}", base_of(plan).as_str()));
    own
}

/// That a plan was adopted after a day, and when.
pub(crate) fn adopted_later(plan: &Plan, as_of: Day, words: &Messages) -> Option<String> {
    let adopted = DateView::new(not_adopted(plan, as_of)?, words);
    Some(words.with("edition-adopted-later", &[("adopted", &adopted.text)]))
}

/// What each page of an edition says of it.
pub(super) fn note(plan: &Plan, book: &Plan, as_of: Day, words: &Messages) -> Option<EditionNote> {
    let name = plan.edition.as_ref()?;
    let base = base_of(plan);
    let newest = book.texts().plan_title().map_or_else(|| words.get("home").to_owned(), str::to_owned);
    Some(EditionNote {
        name: name.clone(),
        text: words.with("edition-banner", &[("edition", edition_label(plan).unwrap_or(name))]),
        newest: LinkView { href: base.file(&Route::home().of_site()), text: newest },
        newest_adopted_later: adopted_later(book, as_of, words),
        all: LinkView {
            href: base.file(&Route::list("editions").of_site()),
            text: words.get("editions").to_owned(),
        },
    })
}
