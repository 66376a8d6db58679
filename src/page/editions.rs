//! The plans of a book: where each stands, what it is called, and how an item of one is shown on a page of another.

use std::sync::Arc;

use super::builder::ViewBuilder;
use super::context::Context;
use super::views::{ContinuesView, EditionNote, LinkView};
use crate::config::{Config, OptionalOutput};
use crate::plan::{ContinuedBy, Continues, Edition, Index as _, Item, Ix, Plan, RecordIx};
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

impl Context {
    /// The plan at the root of the book; the same plan for that one.
    pub fn book(&self) -> &Arc<Plan> {
        &self.book
    }

    /// A page of another plan of the book.
    pub fn route_in(&self, edition: Option<Ix<Edition>>, route: &Route) -> Route {
        base_of(self.book.of_edition(edition)).in_site(route)
    }
}

impl ViewBuilder<'_> {
    /// The page of an item of another plan.
    fn item_of(&self, edition: Option<Ix<Edition>>, item: Ix<Item>) -> LinkView {
        let book = self.context.book();
        let plan = book.of_edition(edition);
        let route = self.context.route_in(edition, &Route::record(plan, RecordIx::Item(item)));
        let number = plan.items.at(item).document.shown_number(self.context.config.numbering);
        let label = match edition {
            Some(edition) => book.editions.at(edition).name.clone(),
            None => edition_label(plan).map_or_else(|| self.word("edition-newest"), str::to_owned),
        };
        LinkView { href: self.href(&route), text: format!("{label}: {number}") }
    }

    /// What an item continues in other editions.
    pub fn continues(&self, item: &Item) -> Vec<ContinuesView> {
        let view = |it: &Continues| self.continuation(Some(it.edition), it.item, it.how);
        item.continues.iter().map(view).collect()
    }

    /// What continues an item in other plans of the book.
    pub fn continued_by(&self, item: &Item) -> Vec<ContinuesView> {
        let view = |it: &ContinuedBy| self.continuation(it.edition, it.item, it.how);
        item.continued_by.iter().map(view).collect()
    }

    fn continuation(
        &self,
        edition: Option<Ix<Edition>>,
        item: Ix<Item>,
        how: Option<crate::vocabulary::Continuation>,
    ) -> ContinuesView {
        let LinkView { href, text } = self.item_of(edition, item);
        let title = self.context.book().of_edition(edition).texts().title(item).to_owned();
        let how = how.map(|how| self.word(&format!("continuation-{}", how.word())));
        ContinuesView { href, text, title, how }
    }

    /// What the plan of an edition is called, with its name.
    pub fn edition_title(&self, ix: Ix<Edition>) -> String {
        let edition = self.context.book().editions.at(ix);
        match edition.plan.texts().plan_title() {
            Some(title) => format!("{title} ({})", edition.name),
            None => format!("{} {}", self.word("edition"), edition.name),
        }
    }
}
