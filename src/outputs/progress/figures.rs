//! The numbers of the dashboards, each with its list.

use super::criteria::Criterion;
use super::{lists, routes};
use crate::page::ViewBuilder;
use crate::page::views::FigureView;
use crate::plan::{Index as _, Item, Ix};
use crate::vocabulary::Outlook;

/// The numbers of the whole plan, each with its list.
pub(in crate::outputs) fn figures(builder: &ViewBuilder<'_>) -> Vec<FigureView> {
    let items: Vec<Ix<Item>> = builder.plan().items.indices().collect();
    let counted = items.iter().filter(|ix| builder.context.current_status(**ix).counted().is_some()).count();
    let order = [
        Criterion::Known,
        Criterion::Unknown,
        Criterion::Recent,
        Criterion::Stale,
        Criterion::Overdue,
        Criterion::Missed,
        Criterion::Slipped,
        Criterion::Backwards,
        Criterion::LateMilestones,
        Criterion::Outlook(Outlook::OnTrack),
        Criterion::Outlook(Outlook::AtRisk),
        Criterion::Outlook(Outlook::OffTrack),
    ];
    order
        .into_iter()
        .filter(|criterion| criterion.applies(builder.context))
        .map(|criterion| {
            let of = matches!(criterion, Criterion::Known)
                .then(|| builder.messages().with("progress-of", &[("n", &counted.to_string())]));
            FigureView { of, ..figure(builder, criterion, &items, list_href(builder, criterion)) }
        })
        .collect()
}

/// The list that a number counts. What was missed stands in the list of what is overdue.
fn list_href(builder: &ViewBuilder<'_>, criterion: Criterion) -> String {
    match criterion {
        Criterion::Overdue | Criterion::Missed if Criterion::Missed.applies(builder.context) => {
            lists::overdue_href(builder, criterion)
        }
        _ => builder.href(&routes::below(criterion.name())),
    }
}

/// One number.
pub(super) fn figure(
    builder: &ViewBuilder<'_>,
    criterion: Criterion,
    items: &[Ix<Item>],
    href: String,
) -> FigureView {
    FigureView {
        key: criterion.name().to_owned(),
        count: criterion.count(builder.context, items),
        text: builder.word(&criterion.words(builder.context, "")),
        of: None,
        href: routes::made(builder).then_some(href),
    }
}
