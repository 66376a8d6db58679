//! The slip ledger: each change of a due date with its day, reason and source, and who and what it concerns.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::bodies::{slips_of_agency, slips_of_area};
use super::criteria::Criterion;
use super::fact_rows::row;
use super::routes;
use crate::date::{Date, Day, days_between};
use crate::facts::Slips;
use crate::outputs::due_ledger::{all, ledger_row, newest, sum};
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::page::views::LinkView;
use crate::page::views::{SlipMark, SlipRow, SlipSum, SlipsPage};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Area, Index as _, Item, Ix, RecordIx};
use crate::route::Route;

/// The ledger, or its pages where it is long.
pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let ledger = Ledger::of(context);
    let total = ledger.back.len() + ledger.others.len();
    let list = Listing { route: route(), template: "progress-slips.html", owner: None, total };
    // A line with its changes is as long as several rows.
    list.pages_of(context.entries_shown(), move |builder, window| view(builder, &ledger, window))
}

fn route() -> Route {
    routes::below(Criterion::Slipped.name())
}

/// The items whose due date changed.
struct Ledger {
    /// Those whose due date was postponed, the most often first.
    back: Vec<(Ix<Item>, Slips)>,
    /// Those whose due date changed in another way.
    others: Vec<(Ix<Item>, Slips)>,
    scale: Scale,
}

impl Ledger {
    fn of(context: &Context) -> Self {
        let items = context.published.plan.items.indices();
        let changed = |ix: &Ix<Item>| !context.facts_of(*ix).slips.revisions.is_empty();
        let mut found: Vec<(Ix<Item>, Slips)> =
            items.filter(changed).map(|ix| (ix, context.facts_of(ix).slips.clone())).collect();
        found.sort_by_key(|(ix, slips)| (std::cmp::Reverse((slips.times, slips.days)), *ix));
        let scale = Scale::of(&found, context.published.as_of);
        let (back, others) = found.into_iter().partition(|(_, slips)| slips.times > 0);
        Self { back, others, scale }
    }
}

/// The days that the lines of all items are drawn between.
struct Scale {
    from: Day,
    to: Day,
}

impl Scale {
    fn of(found: &[(Ix<Item>, Slips)], as_of: Day) -> Self {
        let dates = found.iter().flat_map(|(_, slips)| {
            let revisions = slips.revisions.iter().map(|revision| &revision.to);
            slips.baseline.iter().chain(revisions).map(|date| date.latest).filter(|day| *day < Day::MAX)
        });
        let days: Vec<Day> = dates.chain([as_of]).collect();
        let from = days.iter().min().copied().unwrap_or(as_of);
        Self { from, to: days.iter().max().copied().unwrap_or(as_of) }
    }

    /// Where a day is, as a share of the width, with room for a mark at either end.
    fn place(&self, day: Day) -> String {
        let (all, before) = (days_between(self.from, self.to).max(1), days_between(self.from, day));
        let thousandth = 2_000 + before.clamp(0, all) * 96_000 / all;
        format!("{}.{:03}%", thousandth / 1000, thousandth % 1000)
    }
}

fn view(builder: &mut ViewBuilder<'_>, ledger: &Ledger, window: Window) -> SlipsPage {
    let builder = &*builder;
    let (range, back) = (window.range(), ledger.back.len());
    let rows = |found: &[(Ix<Item>, Slips)], range: Range<usize>| -> Vec<SlipRow> {
        found[range].iter().map(|(ix, slips)| slip_row(builder, *ix, slips, &ledger.scale)).collect()
    };
    let after = |place: usize| place.max(back) - back;
    SlipsPage {
        head: routes::head(builder, window.title(builder, builder.word("progress-slips-title"))),
        title: builder.word("progress-slips-title"),
        as_of: ledger.scale.place(builder.as_of()),
        areas: window.first_only(|| areas(builder, &ledger.back)),
        agencies: window.first_only(|| agencies(builder, &ledger.back)),
        rows: rows(&ledger.back, range.start.min(back)..range.end.min(back)),
        others: rows(&ledger.others, after(range.start)..after(range.end)),
        is_empty: ledger.back.is_empty(),
        pages: window.view(builder, &route()),
    }
}

fn slip_row(builder: &ViewBuilder<'_>, ix: Ix<Item>, slips: &Slips, scale: &Scale) -> SlipRow {
    let revisions = newest(builder, slips).map(|revision| ledger_row(builder, revision)).collect();
    let bounded = |date: &&Date| date.latest < Day::MAX;
    let mark = |kind: &str, date: &Date| SlipMark { kind: kind.to_owned(), x: scale.place(date.latest) };
    let counting = newest(builder, slips).filter(|revision| !revision.corrected).map(|revision| &revision.to);
    let mut marks: Vec<SlipMark> =
        slips.baseline.iter().filter(bounded).map(|date| mark("baseline", date)).collect();
    marks.extend(counting.filter(bounded).map(|date| mark("moved", date)));
    if marks.len() > 1
        && let Some(last) = marks.last_mut()
    {
        last.kind = "now".to_owned();
    }
    let ends = marks.first().zip(marks.last()).map(|(first, last)| (first.x.clone(), last.x.clone()));
    let (from, to) = ends.unwrap_or_default();
    SlipRow {
        item: row(builder, ix),
        id: format!("page_item_{}", builder.plan().items.at(ix).document.id.as_str()),
        baseline: slips.baseline.as_ref().map(|date| builder.date(date)),
        sum: sum(builder, slips),
        from,
        to,
        marks,
        revisions,
        all: all(builder, ix, slips),
    }
}

/// What was postponed, summed up for a record that is responsible for it.
fn summed(link: LinkView, own: &[&Slips]) -> SlipSum {
    SlipSum {
        link,
        items: own.len(),
        times: own.iter().map(|slips| slips.times).sum(),
        months: own.iter().filter_map(|slips| slips.months).sum(),
    }
}

fn areas(builder: &ViewBuilder<'_>, found: &[(Ix<Item>, Slips)]) -> Vec<SlipSum> {
    let plan = builder.plan();
    let mut own: BTreeMap<Ix<Area>, Vec<&Slips>> = BTreeMap::new();
    for (ix, slips) in found {
        own.entry(plan.top_area(plan.items.at(*ix).area)).or_default().push(slips);
    }
    let sum = |(area, own): (Ix<Area>, Vec<&Slips>)| {
        let link = LinkView { href: slips_of_area(builder, area), text: builder.name(RecordIx::Area(area)) };
        summed(link, &own)
    };
    own.into_iter().map(sum).collect()
}

fn agencies(builder: &ViewBuilder<'_>, found: &[(Ix<Item>, Slips)]) -> Vec<SlipSum> {
    let plan = builder.plan();
    let mut own: BTreeMap<Ix<Agency>, Vec<&Slips>> = BTreeMap::new();
    for (ix, slips) in found {
        let leads: BTreeSet<Ix<Agency>> = plan.items.at(*ix).lead.iter().map(|role| role.agency).collect();
        leads.into_iter().for_each(|agency| own.entry(agency).or_default().push(slips));
    }
    let sum = |(agency, own): (Ix<Agency>, Vec<&Slips>)| {
        let href = slips_of_agency(builder, agency);
        summed(LinkView { href, text: builder.name(RecordIx::Agency(agency)) }, &own)
    };
    let mut sums: Vec<SlipSum> = own.into_iter().map(sum).collect();
    let order = &builder.context.name_order;
    sums.sort_by(|a, b| {
        let names = || order.compare(&a.link.text, &b.link.text);
        b.times.cmp(&a.times).then_with(names).then_with(|| a.link.href.cmp(&b.link.href))
    });
    sums
}
