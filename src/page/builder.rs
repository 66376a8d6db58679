//! Puts the views of one page together: addresses relative to it, words of its language, and abbreviations explained at
//! their first use.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::context::Context;
use super::views::DateView;
use crate::date::{Cadence, Date, Day};
use crate::diag::Diagnostic;
use crate::plan::{Plan, Texts};
use crate::render::{self, Messages};
use crate::route::Route;
use crate::vocabulary::ForumKind;

/// The views of one page.
pub struct ViewBuilder<'c> {
    /// What all pages share.
    pub context: &'c Context,
    /// The page.
    pub route: Route,
    /// The way to the site's root.
    pub(super) root: String,
    /// The way to the home page of the site in the language of the page.
    site: String,
    /// The way to where the plan stands.
    home: String,
    /// The abbreviations that a text of the page has explained.
    pub(super) explained: BTreeSet<&'c str>,
    /// Why a part of the page could not be made.
    problem: OnceCell<Box<Diagnostic>>,
}

impl<'c> ViewBuilder<'c> {
    /// Begins a page.
    pub fn new(context: &'c Context, route: Route) -> Self {
        let root = context.base.to_root(&route);
        match route.is_of_site() {
            true => Self::with_root(context, route, root),
            false => Self { home: route.to_root(), ..Self::with_root(context, route, root) },
        }
    }

    /// The same, for a page whose links must begin with something else: what stands there is the site's root.
    pub fn with_root(context: &'c Context, route: Route, root: String) -> Self {
        let home = [&root, context.base.as_str()].concat();
        let site = [&root, context.base.of_language()].concat();
        Self { home, site, context, route, root, explained: BTreeSet::new(), problem: OnceCell::new() }
    }

    /// The way to where a page stands: to the plan, or to the site.
    pub(super) fn way_to(&self, route: &Route) -> &str {
        if route.is_of_site() { &self.site } else { &self.home }
    }

    /// The way to the home page of the site in the language of the page.
    pub(super) fn to_site(&self) -> &str {
        &self.site
    }

    /// The way to where the plan stands.
    pub fn to_plan(&self) -> &str {
        &self.home
    }

    /// Keeps why a part of the page could not be made; the first reason is enough.
    pub(super) fn fail(&self, problem: &Diagnostic) {
        let _ = self.problem.set(Box::new(problem.clone()));
    }

    /// Why a part of the page could not be made, if one could not.
    pub fn problem(self) -> Option<Box<Diagnostic>> {
        self.problem.into_inner()
    }

    /// The published plan.
    pub fn plan(&self) -> &'c Plan {
        &self.context.published.plan
    }

    /// What readers are shown of what was written.
    pub fn texts(&self) -> Texts<'c> {
        self.context.texts()
    }

    /// The words of the page's language.
    pub fn messages(&self) -> &'c Messages {
        &self.context.theme.messages
    }

    /// The as-of date.
    pub fn as_of(&self) -> Day {
        self.context.published.as_of
    }

    /// A word for a key, as an owned text.
    pub fn word(&self, key: &str) -> String {
        self.messages().get(key).to_owned()
    }

    /// What a forum is, in words.
    pub fn forum_kind(&self, kind: ForumKind) -> String {
        self.word(&format!("forum-kind-{}", kind.word()))
    }

    /// The name of a language, or its code where the theme has no name for it.
    pub fn language(&self, code: &str) -> String {
        self.messages().find(&format!("language-{code}")).unwrap_or(code).to_owned()
    }

    /// A date for the page.
    pub fn date(&self, date: &Date) -> DateView {
        DateView::new(date, self.messages())
    }

    /// A calendar year, where it stands alone.
    pub fn year(&self, year: i16) -> String {
        render::year(year, self.messages())
    }

    /// How often something happens.
    pub fn cadence(&self, cadence: &Cadence) -> String {
        render::cadence(cadence, self.messages())
    }
}
