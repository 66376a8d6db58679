//! The list of forums by kind, and a page for each with its meetings.

use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use super::series;
use super::{bodies, in_editions};
use crate::facts::series as series_of;
use crate::page::views::{BodiesPage, BodyGroup, BodyRow, ForumPage, HeadView};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{Forum, Index as _, Ix, RecordIx};
use crate::route::Route;
use crate::vocabulary::{Choice as _, ForumKind};

/// Forums.
pub(super) const OUTPUT: Output = Output { name: "forums", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    // What an edition says nothing of has its page with the plan at the root.
    let own = || plan.forums.indexed().filter(|(ix, _)| !plan.is_elsewhere(RecordIx::Forum(*ix)));
    let total = own().count();
    if total == 0 {
        return Vec::new();
    }
    let listing = Listing { route: Route::list("forums"), template: "forums.html", owner: None, total };
    let mut pages = listing.pages(context, list);
    pages.extend(own().map(|(ix, forum)| {
        let route = Route::record(plan, RecordIx::Forum(ix));
        page(route, "forum.html", Some(forum.document.record.span), move |builder| view(builder, ix))
    }));
    pages
}

fn list(builder: &mut ViewBuilder<'_>, window: Window) -> BodiesPage {
    let kinds = ForumKind::CHOICES.iter().map(|(_, kind)| Some(*kind)).chain([None]);
    let groups = kinds.map(|kind| group(builder, kind)).collect();
    bodies::list(builder, window, "forums", groups)
}

fn group(builder: &ViewBuilder<'_>, kind: Option<ForumKind>) -> BodyGroup {
    let rows = builder
        .plan()
        .forums
        .indexed()
        .filter(|(ix, _)| !builder.plan().is_elsewhere(RecordIx::Forum(*ix)))
        .filter(|(_, forum)| forum.document.kind == kind)
        .map(|(ix, forum)| BodyRow {
            href: builder.record_href(RecordIx::Forum(ix)),
            name: builder.texts().title(ix).to_owned(),
            abbreviation: builder.texts().abbreviation(ix).map(str::to_owned),
            native_name: builder.native_name(ix),
            leads: forum.items.len(),
            supports: 0,
            updates: forum.updates.len(),
        })
        .collect();
    let key = kind.map_or("none", ForumKind::word);
    bodies::group(builder, builder.word(&format!("forum-kind-{key}")), rows)
}

fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Forum>) -> ForumPage {
    let forum = builder.plan().forums.at(ix);
    let (document, texts) = (&forum.document, builder.texts());
    let body_html = builder.body(ix, Within::Page);
    let crumbs = builder.crumbs(vec![builder.list_link("forums", "forums")]);
    let (shown, entries) = (builder.context.rows_shown(), builder.context.entries_shown());
    let updates = builder.updates(forum.updates.iter().rev().take(entries));
    let head = builder.head(texts.title(ix).to_owned(), "forums", crumbs, Some(RecordIx::Forum(ix)));
    ForumPage {
        head: HeadView { updated: builder.updated(forum.updates.iter()), ..head },
        name: texts.title(ix).to_owned(),
        abbreviation: texts.abbreviation(ix).map(str::to_owned),
        native_name: builder.native_name(ix),
        kind: document.kind.map(|kind| builder.forum_kind(kind)),
        parties: texts.parties_of(ix).to_vec(),
        cadence: document.cadence.as_ref().map(|cadence| builder.cadence(cadence)),
        valid: builder.valid(&document.valid),
        url: document.url.clone(),
        basis: document.basis.map(|basis| builder.word(&format!("forum-basis-{}", basis.word()))),
        body_html,
        series: series::view(builder, &series_of(builder.plan(), ix, builder.as_of()), series::WIDE),
        items: builder.item_table(forum.items.iter().take(shown).copied()),
        all_items: builder.all_of(ix, "items", forum.items.len(), shown),
        updates,
        all_updates: builder.all_of(ix, "meetings", forum.updates.len(), entries),
        searched: builder.searches(&document.searched),
        referred_by: builder.referred_by(ix),
        in_editions: in_editions::of(builder, ix.into()),
    }
}
