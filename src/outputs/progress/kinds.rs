//! Each type of commitment by its own measure. Few commitments of a plan are ever "completed", so a share of completed items
//! would say nothing of the others.

use super::fact_rows::known_or_plain;
use super::routes;
use crate::outputs::output::{OutputPage, page};
use crate::page::ViewBuilder;
use crate::page::views::{MeasureView, ProgressListPage, SectionView};
use crate::plan::{Index as _, Item, Ix};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Kind};

/// Its name in addresses.
const NAME: &str = "kinds";

pub(super) fn page_of_kinds() -> OutputPage {
    page(routes::below(NAME), "progress-list.html", None, view)
}

/// Whether an item does what its kind is measured by; `None` for kinds that have no measure.
fn meets(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Option<bool> {
    builder.context.facts_of(ix).measure
}

/// What a kind is measured by, as a key. Without an interval of reports "in time" is within a year.
fn measure(builder: &ViewBuilder<'_>, kind: Kind) -> String {
    let paced = builder.plan().about.as_ref().is_some_and(|about| about.document.reporting.is_some());
    match kind {
        Kind::Continuing if paced => "progress-measure-continuing-paced".to_owned(),
        _ => format!("progress-measure-{}", kind.word()),
    }
}

/// A kind, its items that do what it is measured by, and the others.
type Sorted = (Kind, Vec<Ix<Item>>, Vec<Ix<Item>>);

/// The items of each kind that is measured and occurs.
fn sorted(builder: &ViewBuilder<'_>) -> Vec<Sorted> {
    Kind::CHOICES
        .iter()
        .filter_map(|(_, kind)| {
            let own = builder
                .plan()
                .items
                .indices()
                .filter(|ix| builder.plan().items.at(*ix).document.kind == *kind);
            let judged: Vec<(Ix<Item>, bool)> =
                own.filter_map(|ix| meets(builder, ix).map(|meets| (ix, meets))).collect();
            let of = |wanted: bool| {
                judged.iter().filter(|(_, meets)| *meets == wanted).map(|(ix, _)| *ix).collect::<Vec<_>>()
            };
            (!judged.is_empty()).then(|| (*kind, of(true), of(false)))
        })
        .collect()
}

/// The measures, for the dashboard.
pub(super) fn measures(builder: &ViewBuilder<'_>) -> Vec<MeasureView> {
    let list = builder.href(&routes::below(NAME));
    sorted(builder)
        .into_iter()
        .map(|(kind, met, others)| {
            let of = met.len() + others.len();
            MeasureView {
                key: kind.word().to_owned(),
                text: builder.word(&format!("kind-{}", kind.word())),
                measure: builder.word(&measure(builder, kind)),
                count: met.len(),
                of,
                percent: met.len() * 100 / of.max(1),
                href: format!("{list}#page_{}", kind.word()),
                all_href: builder.href(&Route::kind(kind)),
            }
        })
        .collect()
}

fn view(builder: &mut ViewBuilder<'_>) -> ProgressListPage {
    let title = builder.word("progress-by-kind");
    let mut sections = Vec::new();
    for (kind, met, others) in sorted(builder) {
        let words = builder.messages();
        let name = words.get(&format!("kind-{}", kind.word())).to_owned();
        let numbers = [
            ("n", met.len().to_string()),
            ("of", (met.len() + others.len()).to_string()),
            ("measure", builder.word(&measure(builder, kind))),
        ];
        let numbers: Vec<(&str, &str)> = numbers.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let section = |id: String, title: String, note: Option<String>, items: &[Ix<Item>]| SectionView {
            id,
            title,
            status: None,
            note,
            label: builder.word("progress-with-information-label"),
            items: items.iter().map(|ix| known_or_plain(builder, *ix)).collect(),
            updates: Vec::new(),
            empty: builder.word("progress-measure-empty"),
        };
        let note = Some(words.with("progress-measure-note", &numbers));
        sections.push(section(
            format!("page_{}", kind.word()),
            words.with(
                "progress-measure-met",
                &[("kind", &name), ("measure", &builder.word(&measure(builder, kind)))],
            ),
            note,
            &met,
        ));
        if !others.is_empty() {
            let title = words.with("progress-measure-others", &[("kind", &name)]);
            sections.push(section(format!("page_{}-others", kind.word()), title, None, &others));
        }
    }
    ProgressListPage {
        head: routes::head(builder, title.clone()),
        title,
        subject: None,
        note: builder.word("progress-by-kind-note"),
        figures: Vec::new(),
        shares: Vec::new(),
        sections,
        previous: None,
        next: None,
    }
}
