//! What third parties found, counted beside what is claimed and never mixed with it: a list, and numbers that lead to it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::fact_rows::row;
use super::routes;
use crate::facts::percentages;
use crate::outputs::output::{OutputPage, page};
use crate::page::views::{FactRow, ProgressListPage, SectionView, ShareView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::vocabulary::Verdict;

/// Its name in addresses.
const NAME: &str = "assessments";

/// Items by their verdict and the word for it: the best verdict first, the words for one verdict by letters.
type Found = BTreeMap<(Reverse<Verdict>, String), Vec<Ix<Item>>>;

/// The page, where a third party has judged anything.
pub(super) fn pages(context: &Context) -> Option<OutputPage> {
    let judged = |ix| context.facts_of(ix).verdict().is_some();
    let any = context.published.plan.items.indices().any(judged);
    any.then(|| page(routes::below(NAME), "progress-list.html", None, view))
}

/// The newest verdict on each item, counted.
pub(in crate::outputs) fn verdict_shares(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<ShareView> {
    let found = found(builder, items);
    let counts: Vec<usize> = found.values().map(Vec::len).collect();
    let list = builder.href(&routes::below(NAME));
    let shares = found.into_iter().zip(percentages(&counts));
    let share = |(((Reverse(verdict), text), items), percent): (((Reverse<Verdict>, String), Vec<_>), _)| {
        let href = format!("{list}#{}", anchor(verdict));
        ShareView { key: verdict.word().to_owned(), text, count: items.len(), percent, href }
    };
    shares.map(share).collect()
}

/// Where the items with a verdict stand in the list.
fn anchor(verdict: Verdict) -> String {
    format!("page_{}", verdict.word())
}

fn found(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> Found {
    let mut found = Found::new();
    for ix in items.iter().copied() {
        let update = builder.context.facts_of(ix).verdict();
        let assessment = update.and_then(|ix| builder.plan().updates.at(ix).document.assessment.as_ref());
        let Some(assessment) = assessment else { continue };
        let key = (Reverse(assessment.verdict), builder.verdict(assessment));
        found.entry(key).or_default().push(ix);
    }
    found
}

fn view(builder: &mut ViewBuilder<'_>) -> ProgressListPage {
    let items: Vec<Ix<Item>> = builder.plan().items.indices().collect();
    let title = builder.word("progress-assessments");
    let mut sections: Vec<SectionView> = Vec::new();
    for ((Reverse(verdict), text), items) in found(builder, &items) {
        let items = items.iter().map(|ix| judged(builder, *ix));
        match sections.last_mut().filter(|last| last.id == anchor(verdict)) {
            // Two words of a judge may mean the same.
            Some(last) => {
                last.title = format!("{}, {text}", last.title);
                last.items.extend(items);
            }
            None => sections.push(SectionView {
                id: anchor(verdict),
                title: text,
                status: None,
                note: None,
                label: builder.word("progress-assessments-label"),
                items: items.collect(),
                updates: Vec::new(),
                empty: String::new(),
            }),
        }
    }
    ProgressListPage {
        sections,
        head: routes::head(builder, title.clone()),
        title,
        subject: None,
        note: builder.word("assessments-note"),
        figures: Vec::new(),
        shares: Vec::new(),
        previous: None,
        next: None,
    }
}

/// An item with what was found, by whom and when.
fn judged(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
    let Some(update) = builder.context.facts_of(ix).verdict() else { return row(builder, ix) };
    let document = &builder.plan().updates.at(update).document;
    let Some(assessment) = &document.assessment else { return row(builder, ix) };
    let (verdict, date) = (builder.verdict(assessment), &document.date.value);
    FactRow {
        fact: format!("{}: {verdict}, {}", assessment.assessor, builder.date(date).text),
        value: date.earliest.to_string(),
        update: Some(builder.link(RecordIx::Update(update))),
        ..row(builder, ix)
    }
}
