//! Where what many pages show alike is kept, once it is made: rows of items, the menu of the site, the menu of its areas.

use std::sync::OnceLock;

use crate::diag::Diagnostic;
use crate::plan::{Area, Item, Ix};
use crate::vocabulary::{Choice as _, SiteList};

/// HTML in which a mark stands for the way to the root of the site, or why there is none.
pub(super) type Html = Result<Box<str>, Box<Diagnostic>>;
/// The same, when somebody has asked for it.
type Made = OnceLock<Html>;

/// What is the same on many pages.
pub(super) struct MadeOnce {
    /// Each item as a row, in each of its [`RowForm`]s.
    rows: Vec<[Made; 3]>,
    /// The menu of the site by the current list, on the page of that list and below it; the last is for pages of no list.
    menus: Vec<(&'static str, [Made; 2])>,
    /// The menu of areas by the current area, on pages in it and on its own.
    areas: Vec<[Made; 2]>,
}

/// How an item stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowForm {
    /// As an item.
    Item,
    /// As one in which an agency has a role.
    Role,
    /// The same, where the role is inferred.
    InferredRole,
}

impl MadeOnce {
    pub(super) fn new(items: usize, areas: usize) -> Self {
        let lists = SiteList::CHOICES.iter().map(|(name, _)| *name).chain([""]);
        Self {
            rows: (0..items).map(|_| Default::default()).collect(),
            menus: lists.map(|name| (name, Default::default())).collect(),
            areas: (0..areas).map(|_| Default::default()).collect(),
        }
    }

    pub(super) fn row(&self, item: Ix<Item>, form: RowForm, make: impl FnOnce() -> Html) -> &Html {
        self.rows[item.index()][form as usize].get_or_init(make)
    }

    /// The menu on the page of a list, or on one below it. `make` gets the name of the list, which is empty for none.
    pub(super) fn menu(
        &self,
        section: &str,
        of_list: bool,
        make: impl FnOnce(&str) -> Html,
    ) -> Option<&Html> {
        let found = self.menus.iter().find(|(name, _)| *name == section).or_else(|| self.menus.last());
        found.map(|(name, made)| made[usize::from(of_list)].get_or_init(|| make(name)))
    }

    pub(super) fn area_menu(&self, area: Ix<Area>, own: bool, make: impl FnOnce() -> Html) -> &Html {
        self.areas[area.index()][usize::from(own)].get_or_init(make)
    }
}
