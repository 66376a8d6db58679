//! Each kind of promise by its own measure. Few promises of a plan are ever "completed", so a share of completed items
//! would say nothing of the others.

use super::fact_rows::known_or_plain;
use super::routes;
use super::sections::{self, Rows, Section};
use crate::facts::measure_of;
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::page::views::{AllRowsView, MeasureView, ProgressListPage};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Kind};

/// Its name in addresses.
const NAME: &str = "kinds";

/// The list, or its pages where it is long.
pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let found = sorted(context);
    let total = found.iter().map(|(_, met, others)| met.len() + others.len()).sum();
    let list = Listing { route: routes::below(NAME), template: "progress-list.html", owner: None, total };
    list.pages(context, move |builder, window| view(builder, &found, window))
}

/// What a kind is measured by, as the key of the words.
fn measure(builder: &ViewBuilder<'_>, kind: Kind) -> String {
    let measure = measure_of(builder.plan(), kind, builder.as_of()).unwrap_or_default();
    format!("measure-{measure}")
}

/// A kind, its items that do what it is measured by, and the others.
type Sorted = (Kind, Vec<Ix<Item>>, Vec<Ix<Item>>);

/// The items of each kind that is measured and occurs.
fn sorted(context: &Context) -> Vec<Sorted> {
    let plan = &context.published.plan;
    Kind::CHOICES
        .iter()
        .filter_map(|(_, kind)| {
            let own = plan.items.indices().filter(|ix| plan.items.at(*ix).document.kind == *kind);
            let judged: Vec<(Ix<Item>, bool)> =
                own.filter_map(|ix| context.facts_of(ix).measure.map(|meets| (ix, meets))).collect();
            let of = |wanted: bool| {
                judged.iter().filter(|(_, meets)| *meets == wanted).map(|(ix, _)| *ix).collect::<Vec<_>>()
            };
            (!judged.is_empty()).then(|| (*kind, of(true), of(false)))
        })
        .collect()
}

/// The ids of the two sections of a kind.
fn ids(kind: Kind) -> [String; 2] {
    [format!("page_{}", kind.word()), format!("page_{}-others", kind.word())]
}

/// The measures, for the dashboard.
pub(super) fn measures(builder: &ViewBuilder<'_>) -> Vec<MeasureView> {
    let found = sorted(builder.context);
    let sections: Vec<(String, usize)> = found
        .iter()
        .flat_map(|(kind, met, others)| {
            let [of_met, of_others] = ids(*kind);
            [(of_met, met.len()), (of_others, others.len())]
        })
        .collect();
    let href = |kind: Kind| {
        let sections = sections.iter().map(|(id, count)| (id.as_str(), *count));
        sections::href(builder, &routes::below(NAME), sections, &ids(kind)[0])
    };
    found
        .iter()
        .map(|(kind, met, others)| {
            let of = met.len() + others.len();
            MeasureView {
                key: kind.word().to_owned(),
                text: builder.word(&format!("kind-{}", kind.word())),
                measure: builder.word(&measure(builder, *kind)),
                count: met.len(),
                of,
                percent: met.len() * 100 / of.max(1),
                href: href(*kind),
                all_href: builder.href(&Route::kind(*kind)),
            }
        })
        .collect()
}

fn view(builder: &mut ViewBuilder<'_>, found: &[Sorted], window: Window) -> ProgressListPage {
    let builder = &*builder;
    let title = builder.word("progress-by-kind");
    let sections = found.iter().flat_map(|sorted| sections_of(builder, sorted)).collect();
    ProgressListPage {
        head: routes::head(builder, window.title(builder, title.clone())),
        title,
        subject: None,
        note: builder.word("progress-by-kind-note"),
        figures: Vec::new(),
        shares: Vec::new(),
        sections: sections::shown(builder, sections, window),
        pages: window.view(builder, &routes::below(NAME)),
        all: AllRowsView::default(),
        previous: None,
        next: None,
    }
}

/// The items of a kind that do what it is measured by, and the others, if there are any.
fn sections_of<'b>(builder: &'b ViewBuilder<'_>, (kind, met, others): &'b Sorted) -> Vec<Section<'b>> {
    let words = builder.messages();
    let (name, measure) =
        (builder.word(&format!("kind-{}", kind.word())), builder.word(&measure(builder, *kind)));
    let (n, of) = (met.len().to_string(), (met.len() + others.len()).to_string());
    let numbers = [("n", n.as_str()), ("of", of.as_str()), ("measure", measure.as_str())];
    let section = |id: String, title: String, note: Option<String>, items: &'b [Ix<Item>]| Section {
        id,
        title,
        status: None,
        note,
        label: builder.word("progress-with-information-label"),
        empty: builder.word("progress-measure-empty"),
        rows: Rows::Items(items, Box::new(move |ix| known_or_plain(builder, ix))),
    };
    let [of_met, of_others] = ids(*kind);
    let title = words.with("progress-measure-met", &[("kind", &name), ("measure", &measure)]);
    let mut sections = vec![section(of_met, title, Some(words.with("progress-measure-note", &numbers)), met)];
    if !others.is_empty() {
        let title = words.with("progress-measure-others", &[("kind", &name)]);
        sections.push(section(of_others, title, None, others));
    }
    sections
}
