//! The list of forums by kind, and a page for each with its meetings.

use super::agencies::groups_of;
use super::composer::Within;
use super::view::{BodiesPage, BodyGroup, BodyRow, ForumPage, HeadView};
use super::{Composer, Context, Output, OutputPage, page, series};
use crate::plan::{Forum, Index as _, Ix, RecordIx};
use crate::route::Route;
use crate::vocabulary::{Choice as _, ForumKind};

/// Forums.
pub(super) const OUTPUT: Output = Output { name: "forums", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    if plan.forums.is_empty() {
        return Vec::new();
    }
    let mut pages = vec![page(Route::list("forums"), "forums.html", None, list)];
    pages.extend(plan.forums.indexed().map(|(ix, forum)| {
        let route = Route::record(plan, RecordIx::Forum(ix));
        page(route, "forum.html", Some(forum.document.record.span), move |composer| view(composer, ix))
    }));
    pages
}

fn list(composer: &mut Composer<'_>) -> BodiesPage {
    let kinds = ForumKind::CHOICES.iter().map(|(_, kind)| Some(*kind)).chain([None]);
    let mut groups: Vec<BodyGroup> = kinds.map(|kind| group(composer, kind)).collect();
    groups.retain(|group| !group.rows.is_empty());
    let title = composer.word("forums");
    let head = composer.head(title.clone(), "forums", composer.crumbs(Vec::new()), None);
    BodiesPage { head: HeadView { contents: groups_of(&groups), ..head }, title, groups }
}

fn group(composer: &Composer<'_>, kind: Option<ForumKind>) -> BodyGroup {
    let mut rows: Vec<BodyRow> = composer
        .plan()
        .forums
        .indexed()
        .filter(|(_, forum)| forum.document.kind == kind)
        .map(|(ix, forum)| BodyRow {
            href: composer.record_href(RecordIx::Forum(ix)),
            name: forum.document.name.clone(),
            abbreviation: forum.document.abbreviation.clone(),
            native_name: Composer::native_name(forum.document.native_name.as_ref()),
            leads: forum.items.len(),
            supports: 0,
            updates: forum.updates.len(),
        })
        .collect();
    rows.sort_by(|a, b| (&a.name, &a.href).cmp(&(&b.name, &b.href)));
    let key = kind.map_or("none", ForumKind::word);
    BodyGroup { title: composer.word(&format!("forum-kind-{key}")), rows }
}

fn view(composer: &mut Composer<'_>, ix: Ix<Forum>) -> ForumPage {
    let forum = composer.plan().forums.at(ix);
    let document = &forum.document;
    let body_html = composer.text(&document.record.body, &forum.links, Within::Page);
    let crumbs = composer.crumbs(vec![composer.list_link("forums", "forums")]);
    let updates = composer.updates(forum.updates.iter().rev());
    let head = composer.head(document.name.clone(), "forums", crumbs, Some(RecordIx::Forum(ix)));
    ForumPage {
        head: HeadView { updated: composer.updated(forum.updates.iter()), ..head },
        name: document.name.clone(),
        abbreviation: document.abbreviation.clone(),
        native_name: Composer::native_name(document.native_name.as_ref()),
        kind: document.kind.map(|kind| composer.word(&format!("forum-kind-{}", kind.word()))),
        parties: document.parties.clone(),
        cadence: document.cadence.as_ref().map(|cadence| cadence.text.clone()),
        valid: composer.valid(&document.valid),
        url: document.url.clone(),
        basis: document.basis.map(|basis| composer.word(&format!("forum-basis-{}", basis.word()))),
        body_html,
        series: series::view(composer, &composer.plan().series(ix, composer.as_of()), series::WIDE),
        items: forum.items.iter().map(|item| composer.item_row(*item)).collect(),
        updates,
        referred_by: composer.referred_by(&forum.links),
    }
}
