//! The dashboard: the story of the plan in one look.

use super::facts::{self, Question, all, counted};
use super::views::{CoverageRow, ProgressPage};
use super::{activity, bodies, kinds, matrix, years};
use crate::outputs::Composer;
use crate::outputs::home::{all_items, status_shares};
use crate::plan::{Index as _, Item, Ix};
use crate::route::Route;
use crate::vocabulary::Status;

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
    let count = |status: Status| statuses.iter().filter(|own| **own == status).count().to_string();
    composer.words().with(
        "progress-story",
        &[
            ("all", &statuses.len().to_string()),
            ("completed", &count(Status::Completed)),
            ("continuing", &count(Status::Continuing)),
            ("in-progress", &count(Status::InProgress)),
            ("unknown", &count(Status::NotReported)),
        ],
    )
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
