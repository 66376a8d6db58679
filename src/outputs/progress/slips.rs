//! The slip ledger: each change of a due date with its day, reason and source, and who and what it concerns.

use super::bodies::{slips_of_agency, slips_of_area};
use super::criteria::Criterion;
use super::fact_rows::row;
use super::routes;
use crate::date::{Date, Day, days_between};
use crate::facts::Slips;
use crate::outputs::due_ledger::{ledger_row, sum};
use crate::outputs::output::{OutputPage, page};
use crate::page::ViewBuilder;
use crate::page::views::LinkView;
use crate::page::views::{SlipMark, SlipRow, SlipSum, SlipsPage};
use crate::plan::{Index as _, Item, Ix, RecordIx};

pub(super) fn page_of_slips() -> OutputPage {
    page(routes::below(Criterion::Slipped.name()), "progress-slips.html", None, view)
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

fn view(builder: &mut ViewBuilder<'_>) -> SlipsPage {
    let (plan, as_of) = (builder.plan(), builder.as_of());
    let mut found: Vec<(Ix<Item>, Slips)> = plan
        .items
        .indices()
        .map(|ix| (ix, builder.context.facts_of(ix).slips.clone()))
        .filter(|(_, slips)| !slips.revisions.is_empty())
        .collect();
    found.sort_by_key(|(ix, slips)| (std::cmp::Reverse((slips.times, slips.days)), *ix));
    let scale = Scale::of(&found, as_of);
    let (back, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, slips)| slips.times > 0);
    let rows = |found: &[(Ix<Item>, Slips)]| -> Vec<SlipRow> {
        found.iter().map(|(ix, slips)| slip_row(builder, *ix, slips, &scale)).collect()
    };
    SlipsPage {
        head: routes::head(builder, builder.word("progress-slips-title")),
        as_of: scale.place(as_of),
        areas: areas(builder, &back),
        agencies: agencies(builder, &back),
        rows: rows(&back),
        others: rows(&others),
    }
}

fn slip_row(builder: &ViewBuilder<'_>, ix: Ix<Item>, slips: &Slips, scale: &Scale) -> SlipRow {
    let revisions = slips.revisions.iter().map(|revision| ledger_row(builder, revision)).collect();
    let bounded = |date: &&Date| date.latest < Day::MAX;
    let mark = |kind: &str, date: &Date| SlipMark { kind: kind.to_owned(), x: scale.place(date.latest) };
    let counting = slips.revisions.iter().filter(|revision| !revision.corrected).map(|revision| &revision.to);
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
    }
}

/// What was postponed, summed up for a record that is responsible for it.
fn summed<'a>(link: LinkView, own: impl Iterator<Item = &'a Slips>) -> Option<SlipSum> {
    let own: Vec<&Slips> = own.collect();
    (!own.is_empty()).then(|| SlipSum {
        link,
        items: own.len(),
        times: own.iter().map(|slips| slips.times).sum(),
        months: own.iter().filter_map(|slips| slips.months).sum(),
    })
}

fn areas(builder: &ViewBuilder<'_>, found: &[(Ix<Item>, Slips)]) -> Vec<SlipSum> {
    let plan = builder.plan();
    let sum = |area| {
        let own = found.iter().filter(|(ix, _)| plan.items.at(*ix).area == area).map(|(_, slips)| slips);
        let href = slips_of_area(builder, area);
        summed(LinkView { href, text: builder.name(RecordIx::Area(area)) }, own)
    };
    plan.areas.indexed().filter_map(|(area, _)| sum(area)).collect()
}

fn agencies(builder: &ViewBuilder<'_>, found: &[(Ix<Item>, Slips)]) -> Vec<SlipSum> {
    let plan = builder.plan();
    let sum = |agency| {
        let leads = |ix: &Ix<Item>| plan.items.at(*ix).lead.iter().any(|role| role.agency == agency);
        let own = found.iter().filter(|(ix, _)| leads(ix)).map(|(_, slips)| slips);
        if plan.agencies.at(agency).leads.is_empty() {
            return None;
        }
        let href = slips_of_agency(builder, agency);
        summed(LinkView { href, text: builder.name(RecordIx::Agency(agency)) }, own)
    };
    let mut sums: Vec<SlipSum> = plan.agencies.indexed().filter_map(|(agency, _)| sum(agency)).collect();
    sums.sort_by(|a, b| (b.times, &a.link.text, &a.link.href).cmp(&(a.times, &b.link.text, &b.link.href)));
    sums
}
