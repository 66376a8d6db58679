//! The dashboard: the story of the plan in one look.

use super::facts::{self, Question, all, counted};
use super::views::{CoverageRow, ProgressPage};
use super::{activity, bodies, kinds, matrix, years};
use crate::outputs::Composer;
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

pub(super) fn view(composer: &mut Composer<'_>) -> ProgressPage {
    let items = all(composer.plan());
    let title = composer.word("progress-nav");
    let head = composer.head(title, super::NAME, composer.crumbs(Vec::new()), None);
    ProgressPage {
        head,
        story: story(composer, &items),
        figures: facts::figures(composer),
        statuses: status_shares(composer, &items),
        measures: kinds::measures(composer),
        history: years::history(composer),
        coverage: coverage(composer),
        heat: activity::heat(composer),
        matrix: matrix::link(composer),
    }
}

/// Where the plan stands, in a sentence.
fn story(composer: &Composer<'_>, items: &[Ix<Item>]) -> String {
    let statuses: Vec<Status> =
        items.iter().filter_map(|ix| counted(composer.context.standing(*ix))).collect();
    if statuses.is_empty() {
        return composer.word("no-items");
    }
    let words = composer.words();
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
fn coverage(composer: &Composer<'_>) -> Vec<CoverageRow> {
    let list = |question: Question, number: &str| {
        let page = composer.href(&Route::within(super::NAME, question.name()));
        format!("{page}#page_area-{number}")
    };
    composer
        .plan()
        .areas
        .indexed()
        .map(|(ix, area)| {
            let items = all_items(composer, area);
            let count = |question: Question| items.iter().filter(|ix| question.holds(composer, **ix)).count();
            let (known, unknown) = (count(Question::Known), count(Question::Unknown));
            let number = area.document.number.value.as_str();
            CoverageRow {
                number: number.to_owned(),
                title: area.document.title.value.clone(),
                href: bodies::area_href(composer, ix),
                known,
                known_href: list(Question::Known, number),
                unknown,
                unknown_href: list(Question::Unknown, number),
                percent: known * 100 / (known + unknown).max(1),
            }
        })
        .collect()
}
