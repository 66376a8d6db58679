//! Lists of items: overdue, out of date, without public information, with it, recently reported, and gone
//! backwards.

use super::criteria::Criterion;
use super::fact_rows::fact;
use super::routes;
use crate::outputs::output::{OutputPage, page};
use crate::page::views::{ProgressListPage, SectionView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix};

/// Every list, with whether it is by area.
const LISTS: [(Criterion, bool); 6] = [
    (Criterion::Overdue, false),
    (Criterion::Stale, false),
    (Criterion::Unknown, true),
    (Criterion::Known, true),
    (Criterion::Recent, false),
    (Criterion::Backwards, false),
];

/// A page for each list that can have an item in this plan.
pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let list = |(criterion, by_area): (Criterion, bool)| {
        let route = routes::below(criterion.name());
        page(route, "progress-list.html", None, move |builder| view(builder, criterion, by_area))
    };
    LISTS.into_iter().filter(|(criterion, _)| criterion.applies(context)).map(list).collect()
}

fn view(builder: &mut ViewBuilder<'_>, criterion: Criterion, by_area: bool) -> ProgressListPage {
    let title = builder.word(&format!("progress-{}", criterion.name()));
    let items = criterion.of(builder, &builder.plan().items.indices().collect::<Vec<_>>());
    let mut sections: Vec<SectionView> = Vec::new();
    if by_area {
        for (area, record) in builder.plan().areas.indexed() {
            let own: Vec<Ix<Item>> =
                items.iter().copied().filter(|ix| builder.plan().items.at(*ix).area == area).collect();
            if !own.is_empty() {
                let number = record.document.number.value.as_str();
                let title = format!("{number} {}", builder.texts().title(area));
                sections.push(section(builder, criterion, &own, format!("page_area-{number}"), title));
            }
        }
    }
    if sections.is_empty() {
        sections.push(section(builder, criterion, &items, "page_list".to_owned(), title.clone()));
    }
    sections.extend((criterion == Criterion::Overdue).then(|| missed(builder)).flatten());
    ProgressListPage {
        head: routes::head(builder, title.clone()),
        note: builder.word(&format!("progress-{}-note", criterion.name())),
        title,
        subject: None,
        figures: Vec::new(),
        shares: Vec::new(),
        sections,
        previous: None,
        next: None,
    }
}

/// What ended after its date without being completed, if anything did.
fn missed(builder: &ViewBuilder<'_>) -> Option<SectionView> {
    let criterion = Criterion::Missed;
    let items = criterion.of(builder, &builder.plan().items.indices().collect::<Vec<_>>());
    let title = builder.word(&format!("progress-{}", criterion.name()));
    let section = |items| section(builder, criterion, items, format!("page_{}", criterion.name()), title);
    (!items.is_empty())
        .then(|| SectionView { note: Some(builder.word("progress-missed-note")), ..section(&items) })
}

/// The items for which something holds, under a heading.
pub(super) fn section(
    builder: &ViewBuilder<'_>,
    criterion: Criterion,
    items: &[Ix<Item>],
    id: String,
    title: String,
) -> SectionView {
    SectionView {
        id,
        title,
        status: None,
        note: None,
        label: builder.word(&format!("progress-{}-label", criterion.name())),
        items: items.iter().map(|ix| fact(builder, criterion, *ix)).collect(),
        updates: Vec::new(),
        empty: builder.word(&format!("progress-{}-empty", criterion.name())),
    }
}
