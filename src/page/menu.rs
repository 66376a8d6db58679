//! The menu of the site and what the settings add to all pages.

use super::views::{LogoView, NavGroup, NavList, SiteLinkView};
use crate::config::{Config, LinkGroup, LinkTarget, Navigation, SiteLink};
use crate::diag::Spanned;
use crate::parse::{STATIC_FOLDER, is_published};
use crate::plan::{Index as _, Plan, RecordIx};
use crate::render::Messages;
use crate::route::{Base, Route};
use crate::source::Tree;
use crate::vocabulary::{Choice as _, MenuGroup, SiteList};

/// The lists of each group, as they stand where the book says nothing.
const fn lists_of(group: MenuGroup) -> &'static [SiteList] {
    use SiteList::{
        Agencies, Areas, Calendar, Data, Editions, Fields, Forums, Glossary, Items, Kinds, Plan, Progress,
        Rounds, Sources, Status, Tags, Updates,
    };
    match group {
        MenuGroup::Progress => &[Progress, Rounds, Status, Kinds, Tags, Fields],
        MenuGroup::Plan => &[Areas, Items, Plan, Editions],
        MenuGroup::Bodies => &[Agencies, Forums],
        MenuGroup::History => &[Updates, Calendar, Sources],
        MenuGroup::About => &[Glossary, Data],
    }
}

/// The key of the title of a group.
const fn title_of(group: MenuGroup) -> &'static str {
    match group {
        MenuGroup::Progress => "nav-progress",
        MenuGroup::Plan => "nav-plan",
        MenuGroup::Bodies => "nav-bodies",
        MenuGroup::History => "nav-history",
        MenuGroup::About => "nav-about",
    }
}

/// A group before it is known what the site has of it: its names, its title and its lists.
type Wanted = (Vec<LinkGroup>, String, Vec<SiteList>);

/// The groups that the menu may have, those of the book first. One of the book's that readers see under the name of one of
/// planbook's has what is left in that, too.
fn wanted_groups(wanted: &Navigation, words: &Messages) -> Vec<Wanted> {
    let known = MenuGroup::CHOICES.iter().map(|(_, group)| {
        let is_free = |list: &&SiteList| !wanted.groups.iter().any(|own| own.lists.contains(list));
        let own: Vec<SiteList> = lists_of(*group).iter().filter(is_free).copied().collect();
        (LinkGroup::Known(*group), words.get(title_of(*group)).to_owned(), own)
    });
    let own = wanted.groups.iter().enumerate();
    let own = own.map(|(at, group)| (LinkGroup::Own(at), group.title.own.clone(), group.lists.clone()));
    let mut groups: Vec<Wanted> = Vec::new();
    for (name, title, lists) in own.chain(known) {
        match groups.iter_mut().find(|(_, taken, _)| taken.trim() == title.trim()) {
            Some((names, _, others)) => {
                names.push(name);
                others.extend(lists);
            }
            None => groups.push((vec![name], title, lists)),
        }
    }
    groups
}

/// The groups of the menu with what the site has of their lists; a group without anything is left out. `order` puts lists, and
/// with them their groups, before others.
pub(super) fn groups(
    lists: &[NavList],
    wanted: &Navigation,
    plan: &Plan,
    base: &Base,
    words: &Messages,
) -> Vec<NavGroup> {
    let place = |list: &SiteList| wanted.order.iter().position(|first| first == list).unwrap_or(usize::MAX);
    let mut groups: Vec<(usize, NavGroup)> = wanted_groups(wanted, words)
        .into_iter()
        .map(|(own, title, mut names)| {
            names.retain(|list| !wanted.hide.contains(list));
            names.sort_by_key(place);
            let found = names.iter().filter_map(|name| lists.iter().find(|list| list.name == name.word()));
            let links = wanted.add.iter().filter(|(_, group)| own.contains(group));
            let links = links.filter_map(|(added, _)| link(added, plan, base)).collect();
            let first = names.iter().map(place).min().unwrap_or(usize::MAX);
            (first, NavGroup { title, lists: found.cloned().collect(), links })
        })
        .filter(|(_, group)| !group.lists.is_empty() || !group.links.is_empty())
        .collect();
    groups.sort_by_key(|(first, _)| *first);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The addresses, from the root of the site, of its pages to which the settings lead from the menu.
pub(super) fn pages(groups: &[NavGroup]) -> Vec<String> {
    let links = groups.iter().flat_map(|group| &group.links).filter(|link| !link.external);
    links.map(|link| link.href.clone()).collect()
}

/// A link that the settings add; none to a page that the plan does not have for these readers.
pub(super) fn link(link: &SiteLink, plan: &Plan, base: &Base) -> Option<SiteLinkView> {
    let text = link.title.own.clone();
    match &link.target {
        LinkTarget::Address(href) => Some(SiteLinkView { href: href.clone(), text, external: true }),
        LinkTarget::Page(id) => {
            let mut pages = plan.pages.indexed();
            let (ix, _) = pages.find(|(_, page)| page.document.id == id.value)?;
            let href = base.file(&Route::record(plan, RecordIx::Page(ix)));
            Some(SiteLinkView { href, text, external: false })
        }
    }
}

/// The logo of the site, where its files are in the site; why one is not was reported.
pub(super) fn logo(config: &Config, tree: &Tree) -> Option<LogoView> {
    let is_there = |file: &&Spanned<String>| {
        tree.find(&[STATIC_FOLDER, &file.value].concat()).is_some_and(|file| is_published(tree, file))
    };
    let logo = config.look.logo.as_ref().filter(|logo| is_there(&&logo.file))?;
    let dark = logo.dark.as_ref().filter(is_there).map(|dark| dark.value.clone());
    Some(LogoView { href: logo.file.value.clone(), alt: logo.alt.own.clone(), dark })
}

#[cfg(test)]
mod tests {
    use super::lists_of;
    use crate::vocabulary::{Choice as _, MenuGroup, SiteList};

    #[test]
    fn each_list_stands_in_one_group() {
        let of_groups = MenuGroup::CHOICES.iter().flat_map(|(_, group)| lists_of(*group));
        let mut words: Vec<&str> = of_groups.map(|list| list.word()).collect();
        let mut known: Vec<&str> = SiteList::CHOICES.iter().map(|(word, _)| *word).collect();
        words.sort_unstable();
        known.sort_unstable();
        assert_eq!(words, known);
    }
}
