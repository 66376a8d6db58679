//! Indices of items: by status and by kind. An index is its key function and its words; the group pages and the
//! overview are shared.

use super::home::{kind_shares, status_shares};
use super::view::{GroupsPage, ItemsPage, ShareView, StatusView};
use super::{Composer, Context, Output, OutputPage, page};
use crate::plan::{Index as _, Item, Ix};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Kind, Status};

/// By status and by kind.
pub(super) const OUTPUT: Output = Output { name: "groups", pages };

/// One way to group items.
#[derive(Clone, Copy)]
struct Grouping {
    /// Its name in addresses.
    name: &'static str,
    /// The key of its title.
    title: &'static str,
    /// The key of a sentence about it.
    note: &'static str,
    /// The key of what to say when a group is empty.
    empty: &'static str,
    /// Every group.
    keys: fn() -> Vec<&'static str>,
    /// The group of an item, if it is in one.
    key: fn(&Composer<'_>, Ix<Item>) -> Option<&'static str>,
    /// What a group is called, and what to say about it.
    words: fn(&Composer<'_>, &str) -> (String, String),
    /// The status that a group is of.
    status: fn(&Composer<'_>, &str) -> Option<StatusView>,
    /// The counts of all groups.
    shares: fn(&Composer<'_>, &[Ix<Item>]) -> Vec<ShareView>,
}

const BY_STATUS: Grouping = Grouping {
    name: "status",
    title: "statuses",
    note: "statuses-note",
    empty: "group-empty",
    keys: || Status::CHOICES.iter().map(|(word, _)| *word).collect(),
    key: |composer, ix| {
        let standing = composer.context.standing(ix);
        standing.status.filter(|_| !standing.from_parts).map(Status::word)
    },
    words: |composer, key| {
        (composer.word(&format!("status-{key}")), composer.word(&format!("status-note-{key}")))
    },
    status: |composer, key| Status::from_word(key).map(|status| composer.status(Some(status), None, None)),
    shares: status_shares,
};

const BY_KIND: Grouping = Grouping {
    name: "kinds",
    title: "kinds",
    note: "kinds-note",
    empty: "kind-empty",
    keys: || Kind::CHOICES.iter().map(|(word, _)| *word).collect(),
    key: |composer, ix| Some(composer.plan().items.at(ix).document.kind.word()),
    words: |composer, key| {
        (composer.word(&format!("kind-{key}")), composer.word(&format!("kind-{key}-long")))
    },
    status: |_, _| None,
    shares: kind_shares,
};

fn pages(_: &Context) -> Vec<OutputPage> {
    let mut pages = Vec::new();
    for grouping in [BY_STATUS, BY_KIND] {
        pages.push(page(Route::list(grouping.name), "groups.html", None, move |composer| {
            overview(composer, grouping)
        }));
        for key in (grouping.keys)() {
            let route = Route::within(grouping.name, key);
            pages.push(page(route, "group.html", None, move |composer| group(composer, grouping, key)));
        }
    }
    pages
}

fn all(composer: &Composer<'_>) -> Vec<Ix<Item>> {
    composer.plan().items.indexed().map(|(ix, _)| ix).collect()
}

fn overview(composer: &mut Composer<'_>, grouping: Grouping) -> GroupsPage {
    GroupsPage {
        head: composer.head(composer.word(grouping.title), grouping.name, composer.crumbs(Vec::new()), None),
        title: composer.word(grouping.title),
        note: composer.word(grouping.note),
        by_status: grouping.name == BY_STATUS.name,
        groups: (grouping.shares)(composer, &all(composer)),
    }
}

fn group(composer: &mut Composer<'_>, grouping: Grouping, key: &'static str) -> ItemsPage {
    let (title, note) = (grouping.words)(composer, key);
    let items = all(composer);
    let groups = (grouping.shares)(composer, &items);
    let crumbs = composer.crumbs(vec![composer.list_link(grouping.name, grouping.title)]);
    ItemsPage {
        head: composer.head(title.clone(), grouping.name, crumbs, None),
        title,
        note,
        empty: composer.word(grouping.empty),
        status: (grouping.status)(composer, key),
        groups,
        kinds: Vec::new(),
        agencies: Vec::new(),
        items: items
            .into_iter()
            .filter(|ix| (grouping.key)(composer, *ix) == Some(key))
            .map(|ix| composer.item_row(ix))
            .collect(),
    }
}
