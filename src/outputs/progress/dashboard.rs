//! The dashboard: the story of the plan in one look.

use super::facts::{self, Question, all, counted};
use super::views::{CoverageRow, ProgressPage};
use super::{activity, bodies, kinds, matrix, years};
use crate::outputs::ViewBuilder;
use crate::outputs::home::{all_items, status_shares};
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
    let items = all(builder.plan());
    let title = builder.word("progress-nav");
    let head = builder.head(title, super::NAME, builder.crumbs(Vec::new()), None);
    ProgressPage {
        head,
        story: story(builder, &items),
        figures: facts::figures(builder),
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
        items.iter().filter_map(|ix| counted(builder.context.current_status(*ix))).collect();
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
    let list = |question: Question, number: &str| {
        let page = builder.href(&Route::within(super::NAME, question.name()));
        format!("{page}#page_area-{number}")
    };
    builder
        .plan()
        .areas
        .indexed()
        .map(|(ix, area)| {
            let items = all_items(builder, area);
            let count = |question: Question| items.iter().filter(|ix| question.holds(builder, **ix)).count();
            let (known, unknown) = (count(Question::Known), count(Question::Unknown));
            let number = area.document.number.value.as_str();
            CoverageRow {
                number: number.to_owned(),
                title: area.document.title.value.clone(),
                href: bodies::area_href(builder, ix),
                known,
                known_href: list(Question::Known, number),
                unknown,
                unknown_href: list(Question::Unknown, number),
                percent: known * 100 / (known + unknown).max(1),
            }
        })
        .collect()
}
