//! The dashboard: the state of the plan at a glance.

use super::criteria::Criterion;
use super::figures::figures;
use super::{activity, kinds, matrix, routes, years};
use crate::outputs::shares::status_shares;
use crate::page::ViewBuilder;
use crate::page::views::{CoverageRow, ProgressPage};
use crate::plan::{Index as _, Item, Ix};
use crate::route::Route;
use crate::vocabulary::Status;

/// What a responsible body can claim, in the order of the sentence.
const CLAIMED: [Status; 6] = [
    Status::Completed,
    Status::Continuing,
    Status::InProgress,
    Status::NotStarted,
    Status::OnHold,
    Status::Closed,
];

pub(super) fn view(builder: &mut ViewBuilder<'_>) -> ProgressPage {
    let items: Vec<Ix<Item>> = builder.plan().items.indices().collect();
    let title = builder.word("progress-nav");
    let head = builder.head(title, Route::PROGRESS, builder.crumbs(Vec::new()), None);
    ProgressPage {
        head,
        story: story(builder, &items),
        figures: figures(builder),
        statuses: status_shares(builder, &items),
        measures: kinds::measures(builder),
        history: years::history(builder),
        coverage: coverage(builder),
        heat: activity::heat(builder),
        matrix: matrix::link(builder),
    }
}

/// Where the plan stands, in a sentence.
fn story(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> String {
    let statuses: Vec<Status> =
        items.iter().filter_map(|ix| builder.context.current_status(*ix).counted()).collect();
    if statuses.is_empty() {
        return builder.word("no-items");
    }
    let words = builder.messages();
    let said = |status: &Status| {
        let count = statuses.iter().filter(|own| *own == status).count();
        let key = format!("progress-story-{}", status.word());
        (count > 0).then(|| words.count(&key, i64::try_from(count).unwrap_or(i64::MAX)))
    };
    let mut claims: Vec<String> = CLAIMED.iter().filter_map(said).collect();
    let last = claims.pop().unwrap_or_default();
    let list = match claims.join(", ") {
        first if first.is_empty() => last,
        first => words.with("progress-and", &[("list", &first), ("last", &last)]),
    };
    let key = if list.is_empty() { "progress-story-none" } else { "progress-story-sentence" };
    let first = words.with(key, &[("all", &statuses.len().to_string()), ("list", &list)]);
    let rest = [Status::NotStated, Status::NotReported];
    std::iter::once(first).chain(rest.iter().filter_map(said)).collect::<Vec<_>>().join(" ")
}

/// Of how many items of each area something is known.
fn coverage(builder: &ViewBuilder<'_>) -> Vec<CoverageRow> {
    let list = |criterion: Criterion, number: &str| {
        let page = builder.href(&routes::below(criterion.name()));
        format!("{page}#page_area-{number}")
    };
    builder
        .plan()
        .areas
        .indexed()
        .map(|(ix, area)| {
            let items = builder.plan().items_and_parts(ix);
            let count =
                |criterion: Criterion| items.iter().filter(|ix| criterion.holds(builder, **ix)).count();
            let (known, unknown) = (count(Criterion::Known), count(Criterion::Unknown));
            let number = area.document.number.value.as_str();
            CoverageRow {
                number: number.to_owned(),
                title: builder.texts().title(ix).to_owned(),
                href: routes::area_href(builder, ix),
                known,
                known_href: list(Criterion::Known, number),
                unknown,
                unknown_href: list(Criterion::Unknown, number),
                percent: known * 100 / (known + unknown).max(1),
            }
        })
        .collect()
}
