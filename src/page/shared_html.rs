//! What many pages show alike is made once: the rows of items, the menu of the site, the menu of its areas. Each is made as it
//! would be on a page of its own, with a mark in the places where the way to the root of the site stands; a page puts
//! its own way there.

use serde::Serialize;

use super::builder::ViewBuilder;
use super::context::Context;
use super::made_once::{Html, RowForm};
use super::views::{AreaMenuView, ItemRow, ItemRowView, MenuArea, MenuView, RoleWordsView};
use crate::plan::{Area, Index as _, Item, Ix, RecordIx, Role};
use crate::route::Route;
use crate::vocabulary::RoleBasis;

const ITEM_ROW: &str = "partials/item-row.html";
const ROLE_WORDS: &str = "partials/role-words.html";
const MENU: &str = "partials/menu.html";
const AREA_MENU: &str = "partials/area-menu.html";
/// The templates of these parts: pages have what they made, and no template includes them.
pub const PARTS: [&str; 4] = [ITEM_ROW, ROLE_WORDS, MENU, AREA_MENU];

/// Stands where the way to the root of the site stands. No content and no template can hold it: a file with it is not text.
const ROOT: &str = "\0";
/// Up to so many areas, the menu has all of them; beyond, those around the area of the page.
const AREAS: usize = 60;
/// How many areas it has before and after that one, then.
const NEIGHBOURS: usize = 20;

impl ViewBuilder<'_> {
    /// An item as a row of a list, as HTML.
    pub(super) fn row_html(&self, item: Ix<Item>, form: RowForm) -> String {
        let context = self.context;
        let html = context.made_once.row(item, form, || {
            let builder = marked(context);
            let inferred = form == RowForm::InferredRole;
            let row = ItemRow { inferred, ..builder.item_row(item) };
            rendered(context, ITEM_ROW, &ItemRowView { row, roles: form != RowForm::Item })
        });
        self.placed(html)
    }

    /// The same for an item in which an agency has a role. A role of which more is said has a row of its own.
    pub(super) fn role_row_html(&self, item: Ix<Item>, form: RowForm, role: Option<&Role>) -> String {
        let Some(role) = role.filter(|role| says_more(role)) else {
            return self.row_html(item, form);
        };
        let builder = marked(self.context);
        let row = ItemRow {
            inferred: form == RowForm::InferredRole,
            later: role.basis == RoleBasis::Later,
            role: role.role().map(str::to_owned),
            person: role.person().map(str::to_owned),
            since: builder.role_since(role),
            source: builder.role_source(role),
            ..builder.item_row(item)
        };
        self.placed(&rendered(self.context, ITEM_ROW, &ItemRowView { row, roles: true }))
    }

    /// What such a row says of the role more than others; nothing when it does not.
    pub fn role_words_html(&self, role: &Role) -> Option<String> {
        says_more(role).then(|| {
            let role = marked(self.context).agency(role);
            self.placed(&rendered(self.context, ROLE_WORDS, &RoleWordsView { role }))
        })
    }

    /// The same for a row that is of no item of the plan.
    pub(super) fn made_row_html(&self, row: ItemRow) -> String {
        let view = ItemRowView { row, roles: false };
        self.placed(&rendered(self.context, ITEM_ROW, &view))
    }

    /// The menu of the site on a page in a list.
    pub(super) fn menu_html(&self, section: &str) -> String {
        let context = self.context;
        let of_list = self.route.to_root() == "../";
        let menu = |section: &str, here: &str| {
            let (root, section, here) = (ROOT.to_owned(), section.to_owned(), here.to_owned());
            rendered(context, MENU, &MenuView { root, section, of_list, here })
        };
        // Of the pages to which the settings lead from the menu, each has its own.
        let here = context.base.file(&self.route);
        if context.pages_in_menu.contains(&here) {
            return self.placed(&menu(section, &here));
        }
        let html = context.made_once.menu(section, of_list, |section| menu(section, ""));
        html.map(|html| self.placed(html)).unwrap_or_default()
    }

    /// The menu of areas on a page in an area, or on its own.
    pub(super) fn area_menu_html(&self, area: Ix<Area>, own: bool) -> String {
        let context = self.context;
        let make = || rendered(context, AREA_MENU, &area_menu(context, area, own));
        let html = context.made_once.area_menu(area, own, make);
        self.placed(html)
    }

    /// HTML with the page's own way to the root. What went wrong is kept for the page.
    fn placed(&self, html: &Html) -> String {
        match html {
            Ok(html) => match self.context.base.as_str() {
                "" => html.replace(ROOT, &self.root),
                base => html.replace(&[ROOT, base].concat(), self.to_plan()).replace(ROOT, &self.root),
            },
            Err(problem) => {
                self.fail(problem);
                String::new()
            }
        }
    }
}

fn says_more(role: &Role) -> bool {
    role.details.is_some() || role.basis == RoleBasis::Later
}

fn area_menu(context: &Context, current: Ix<Area>, own: bool) -> AreaMenuView {
    let builder = marked(context);
    let plan = builder.plan();
    // Of areas in areas, the menu opens those around the page.
    let open: Vec<Ix<Area>> = plan.area_and_above(current).collect();
    let is_open = |ix: &Ix<Area>| plan.areas.at(*ix).parent.is_none_or(|parent| open.contains(&parent));
    let areas: Vec<Ix<Area>> = plan.areas.indices().filter(is_open).collect();
    let (at, all) = (areas.iter().position(|ix| *ix == current).unwrap_or(0), areas.len());
    let shown =
        if all <= AREAS { 0..all } else { at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(all) };
    let areas = areas.into_iter().skip(shown.start).take(shown.len());
    AreaMenuView {
        areas: areas
            .map(|ix| MenuArea {
                number: plan.areas.at(ix).document.number.value.as_str().to_owned(),
                title: builder.texts().title(ix).to_owned(),
                href: builder.record_href(RecordIx::Area(ix)),
                current: ix == current,
                depth: plan.areas.at(ix).depth,
            })
            .collect(),
        own,
        all: (shown.len() < all).then(|| builder.list_link("areas", "all-areas")),
    }
}

/// A builder whose addresses begin with the mark.
fn marked(context: &Context) -> ViewBuilder<'_> {
    ViewBuilder::with_root(context, Route::home(), ROOT.to_owned())
}

fn rendered(context: &Context, template: &str, view: &impl Serialize) -> Html {
    context.theme.part(template, view, &context.tree).map(String::into_boxed_str)
}
