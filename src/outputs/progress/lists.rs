//! Lists of items: overdue, out of date, without public information, with it, recently reported, and gone
//! backwards.

use super::facts::{Question, all};
use super::views::{ProgressListPage, SectionView};
use crate::outputs::{OutputPage, ViewBuilder, page};
use crate::plan::{Index as _, Item, Ix};
use crate::route::Route;

/// Every list, with whether it is by area.
const LISTS: [(Question, bool); 6] = [
    (Question::Overdue, false),
    (Question::Stale, false),
    (Question::Unknown, true),
    (Question::Known, true),
    (Question::Recent, false),
    (Question::Backwards, false),
];

pub(super) fn pages() -> Vec<OutputPage> {
    let list = |(question, by_area): (Question, bool)| {
        let route = Route::within(super::NAME, question.name());
        page(route, "progress-list.html", None, move |builder| view(builder, question, by_area))
    };
    LISTS.into_iter().map(list).collect()
}

fn view(builder: &mut ViewBuilder<'_>, question: Question, by_area: bool) -> ProgressListPage {
    let title = builder.word(&format!("progress-{}", question.name()));
    let items = question.of(builder, &all(builder.plan()));
    let mut sections: Vec<SectionView> = Vec::new();
    if by_area {
        for (area, record) in builder.plan().areas.indexed() {
            let own: Vec<Ix<Item>> =
                items.iter().copied().filter(|ix| builder.plan().items.at(*ix).area == area).collect();
            if !own.is_empty() {
                let number = record.document.number.value.as_str();
                let title = format!("{number} {}", record.document.title.value);
                sections.push(section(builder, question, &own, format!("page_area-{number}"), title));
            }
        }
    }
    if sections.is_empty() {
        sections.push(section(builder, question, &items, "page_list".to_owned(), title.clone()));
    }
    ProgressListPage {
        head: super::head(builder, title.clone()),
        note: builder.word(&format!("progress-{}-note", question.name())),
        title,
        subject: None,
        figures: Vec::new(),
        shares: Vec::new(),
        sections,
        previous: None,
        next: None,
    }
}

/// The items for which something holds, under a heading.
pub(super) fn section(
    builder: &ViewBuilder<'_>,
    question: Question,
    items: &[Ix<Item>],
    id: String,
    title: String,
) -> SectionView {
    SectionView {
        id,
        title,
        status: None,
        note: None,
        label: builder.word(&format!("progress-{}-label", question.name())),
        items: items.iter().map(|ix| question.row(builder, *ix)).collect(),
        updates: Vec::new(),
        empty: builder.word(&format!("progress-{}-empty", question.name())),
    }
}
