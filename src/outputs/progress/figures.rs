//! The numbers of the dashboards, each with its list.

use super::criteria::Criterion;
use super::routes;
use crate::page::ViewBuilder;
use crate::page::views::FigureView;
use crate::plan::{Index as _, Item, Ix};

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
        Criterion::Slipped,
        Criterion::Backwards,
    ];
    order
        .into_iter()
        .map(|criterion| {
            let route = routes::below(criterion.name());
            let of = matches!(criterion, Criterion::Known)
                .then(|| builder.messages().with("progress-of", &[("n", &counted.to_string())]));
            FigureView { of, ..figure(builder, criterion, &items, builder.href(&route)) }
        })
        .collect()
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
        count: items.iter().filter(|ix| criterion.holds(builder, **ix)).count(),
        text: builder.word(&format!("progress-{}", criterion.name())),
        of: None,
        href,
    }
}
