//! `[nav]`: what the menu of the pages has, beside what planbook puts there.

use super::localized::{Localized, localized};
use super::site_links::{SiteLink, links};
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::fields::Fields;
use crate::vocabulary::{Choice as _, MenuGroup, SiteList};

/// What the book wants of the menu.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Navigation {
    /// These lists come first, in this order.
    pub order: Vec<SiteList>,
    /// Lists to which the menu does not lead.
    pub hide: Vec<SiteList>,
    /// Groups of the book's own. Where `order` says nothing else, they come before those of planbook, which keep the lists that
    /// are in none of them.
    pub groups: Vec<OwnGroup>,
    /// Links that are added, and the group in which each stands.
    pub add: Vec<(SiteLink, LinkGroup)>,
}

/// A group of the book's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnGroup {
    /// What its lists have in common.
    pub title: Localized,
    /// Its lists.
    pub lists: Vec<SiteList>,
}

/// The group of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkGroup {
    /// One of planbook's.
    Known(MenuGroup),
    /// One of the book's own, by its place.
    Own(usize),
}

impl Navigation {
    /// The same, for pages in another language.
    pub(super) fn set_language(&mut self, language: &str) {
        self.groups.iter_mut().for_each(|group| group.title.set_language(language));
        self.add.iter_mut().for_each(|(link, _)| link.title.set_language(language));
    }

    /// Groups of the book's own that no page would show, because nothing is in them. `places` are those of their titles, as far
    /// as they may be reported.
    fn empty(&self, places: &[Option<Span>]) -> Vec<Diagnostic> {
        let groups = self.groups.iter().zip(places).enumerate().filter_map(|(at, (group, place))| {
            let has_link = self.add.iter().any(|(_, of)| *of == LinkGroup::Own(at));
            let is_empty = !has_link && group.lists.iter().all(|list| self.hide.contains(list));
            Some((group.title.own.trim(), (*place)?)).filter(|_| is_empty)
        });
        let problem = |(title, place): (&str, Span)| {
            let message = format!("the group `{title}` of the menu has nothing in it");
            let help = format!(
                "name lists that are not in `hide`, or add a link with `group = \"{title}\"`; or remove the group"
            );
            Diagnostic::new(code::WRONG_TYPE, place, message).help(help)
        };
        groups.map(problem).collect()
    }
}

/// Reads the section. The first of `languages` is that of the content.
pub(super) fn read(mut fields: Fields<'_>, languages: &[String]) -> Navigation {
    let order = lists(&mut fields, "order");
    let hide = lists(&mut fields, "hide");
    let (groups, places): (Vec<OwnGroup>, Vec<Option<Span>>) =
        groups(&mut fields, languages).into_iter().unzip();
    let before = fields.reported();
    let mut add = Vec::new();
    for (link, group) in links(&mut fields, "add", languages, true) {
        let known = match &group {
            None => Some(LinkGroup::Known(MenuGroup::About)),
            Some(written) => group_of(written, &groups),
        };
        match (known, group) {
            (Some(known), _) => add.push((link, known)),
            (None, group) => fields.report_some(group.map(|written| unknown_group(&written, &groups))),
        }
    }
    let navigation = Navigation { order, hide, groups, add };
    // A link that is wrong may be the one that a group is for.
    if fields.reported() == before {
        let empty = navigation.empty(&places);
        empty.into_iter().for_each(|problem| fields.report(problem));
    }
    fields.finish();
    navigation
}

/// The groups, each with the place of its title if all that was written in it could be read.
fn groups(fields: &mut Fields<'_>, languages: &[String]) -> Vec<(OwnGroup, Option<Span>)> {
    let mut taken: Vec<SiteList> = Vec::new();
    let mut titles: Vec<Localized> = Vec::new();
    fields.maps("groups", |mut entry| {
        let place = entry.key_span("title");
        let before = entry.reported();
        let title = localized(&mut entry, "title", languages, "Who does what", code::WRONG_TYPE);
        let has_lists = entry.has("lists");
        if !has_lists {
            entry.missing("lists", "[\"agencies\"]");
        }
        let written = entry.distinct_texts("lists");
        let lists: Vec<Spanned<SiteList>> =
            written.iter().filter_map(|list| entry.choose_or("lists", list, NO_PAGES)).collect();
        let mut own = Vec::new();
        for list in lists {
            if taken.contains(&list.value) {
                let message = format!("the list `{}` is in two groups", list.value.word());
                let problem = Diagnostic::new(code::WRONG_TYPE, list.span, message);
                entry.report(problem.help("keep it in one of them"));
            } else {
                taken.push(list.value);
                own.push(list.value);
            }
        }
        if let Some((title, span)) = title.as_ref().zip(place) {
            entry.report_some(taken_title(title, span, &titles, languages));
            titles.push(title.clone());
        }
        let place = place.filter(|_| has_lists && entry.reported() == before);
        entry.finish();
        Some((OwnGroup { title: title?, lists: own }, place))
    })
}

/// Beside the lists that there are, what to do with a page.
const NO_PAGES: &str =
    "a page of the book is no list: add it with `add = [{title = \"…\", page = \"ID\", group = \"…\"}]`";

/// That a group is called as another one is, so that nobody could say which of the two a link belongs to.
fn taken_title(
    title: &Localized,
    span: Span,
    titles: &[Localized],
    languages: &[String],
) -> Option<Diagnostic> {
    let problem = |message: String| Diagnostic::new(code::WRONG_TYPE, span, message);
    if let Some(shared) = titles.iter().find_map(|taken| title.shared_with(taken, languages)) {
        let message = format!("two groups of the menu have the title `{shared}`");
        return Some(
            problem(message).help("put their lists into one group, or give one of them another title"),
        );
    }
    let name = title.own.trim();
    MenuGroup::from_word(name).map(|_| {
        problem(format!("`{name}` is the name of a group that the menu has anyway"))
            .help("give the group another title, as readers shall see it; a link with this `group` stands in the other one")
    })
}

/// The group of that name or title.
fn group_of(written: &Spanned<String>, groups: &[OwnGroup]) -> Option<LinkGroup> {
    let name = written.value.trim();
    let own = groups.iter().position(|group| group.title.own.trim() == name).map(LinkGroup::Own);
    own.or_else(|| MenuGroup::from_word(name).map(LinkGroup::Known))
}

fn unknown_group(written: &Spanned<String>, groups: &[OwnGroup]) -> Diagnostic {
    let known = MenuGroup::CHOICES.iter().map(|(word, _)| *word);
    let names: Vec<&str> = known.chain(groups.iter().map(|group| group.title.own.as_str())).collect();
    let message = format!("the menu has no group `{}`", written.value);
    Diagnostic::new(code::UNKNOWN_VALUE, written.span, message)
        .suggest_from(&written.value, names.iter().copied())
        .help(format!("the groups are {}", names.join(", ")))
}

fn lists(fields: &mut Fields<'_>, key: &'static str) -> Vec<SiteList> {
    let written = fields.distinct_texts(key);
    written.iter().filter_map(|list| fields.choose::<SiteList>(key, list)).map(|list| list.value).collect()
}
