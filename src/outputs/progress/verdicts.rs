//! What third parties found, counted beside what is claimed and never mixed with it: a list, and numbers that lead to it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::fact_rows::row;
use super::routes;
use super::sections::{self, Rows, Section};
use crate::facts::percentages;
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::page::views::{AllRowsView, FactRow, ProgressListPage, ShareView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::vocabulary::{Choice as _, Verdict};

/// Its name in addresses.
const NAME: &str = "assessments";

/// Items by their verdict and the word for it: the best verdict first, the words for one verdict by letters.
type Found = BTreeMap<(Reverse<Verdict>, String), Vec<Ix<Item>>>;

/// The list, where a third party has judged anything.
pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let judged = |ix: &Ix<Item>| context.facts_of(*ix).verdict().is_some();
    let items: Vec<Ix<Item>> = context.published.plan.items.indices().filter(judged).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let list = Listing {
        route: routes::below(NAME),
        template: "progress-list.html",
        owner: None,
        total: items.len(),
    };
    let sorted = OnceLock::new();
    list.pages(context, move |builder, window| {
        let found = sorted.get_or_init(|| words_of_verdicts(builder, &items));
        view(builder, found, window)
    })
}

/// The newest verdict on each item, counted.
pub(in crate::outputs) fn verdict_shares(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<ShareView> {
    let found = found(builder, items);
    if found.is_empty() {
        return Vec::new();
    }
    let counts: Vec<usize> = found.values().map(Vec::len).collect();
    let all = by_verdict(builder);
    let href = |verdict: Verdict| {
        let sections = all.iter().map(|(id, count)| (id.as_str(), *count));
        let to = || sections::href(builder, &routes::below(NAME), sections, &anchor(verdict));
        routes::made(builder).then(to)
    };
    let shares = found.into_iter().zip(percentages(&counts));
    let share = |(((Reverse(verdict), text), items), percent): (((Reverse<Verdict>, String), Vec<_>), _)| {
        ShareView { key: verdict.word().to_owned(), text, count: items.len(), percent, href: href(verdict) }
    };
    shares.map(share).collect()
}

/// The sections of the list, the best verdict first, and how many items each has.
fn by_verdict(builder: &ViewBuilder<'_>) -> Vec<(String, usize)> {
    let verdicts = Verdict::CHOICES.iter().rev().map(|(_, verdict)| *verdict);
    let plan = builder.plan();
    let of = |ix: Ix<Item>| {
        let update = builder.context.facts_of(ix).verdict()?;
        Some(plan.updates.at(update).document.assessment.as_ref()?.verdict)
    };
    let count = |verdict| plan.items.indices().filter(|ix| of(*ix) == Some(verdict)).count();
    verdicts.map(|verdict| (anchor(verdict), count(verdict))).collect()
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

fn view(builder: &mut ViewBuilder<'_>, found: &ByVerdict, window: Window) -> ProgressListPage {
    let builder = &*builder;
    let title = builder.word("progress-assessments");
    ProgressListPage {
        sections: sections::shown(builder, of_verdicts(builder, found), window),
        pages: window.view(builder, &routes::below(NAME)),
        all: AllRowsView::default(),
        head: routes::head(builder, window.title(builder, title.clone())),
        title,
        subject: None,
        note: builder.word("assessments-note"),
        figures: Vec::new(),
        shares: Vec::new(),
        previous: None,
        next: None,
    }
}

/// The words for a verdict, and the items that it was given to.
type Words = (Vec<String>, Vec<Ix<Item>>);

/// The best verdict first.
type ByVerdict = BTreeMap<Reverse<Verdict>, Words>;

/// Two words of a judge may mean the same.
fn words_of_verdicts(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> ByVerdict {
    let mut by_verdict = ByVerdict::new();
    for ((verdict, text), items) in found(builder, items) {
        let (texts, all) = by_verdict.entry(verdict).or_default();
        texts.push(text);
        all.extend(items);
    }
    by_verdict
}

/// A section for each verdict.
fn of_verdicts<'b>(builder: &'b ViewBuilder<'_>, found: &'b ByVerdict) -> Vec<Section<'b>> {
    found
        .iter()
        .map(|(Reverse(verdict), (texts, items))| Section {
            id: anchor(*verdict),
            title: builder.messages().list(texts),
            status: None,
            note: None,
            label: builder.word("progress-assessments-label"),
            empty: String::new(),
            rows: Rows::Items(items, Box::new(move |ix| judged(builder, ix))),
        })
        .collect()
}

/// An item with what was found, by whom and when.
fn judged(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
    let Some(update) = builder.context.facts_of(ix).verdict() else { return row(builder, ix) };
    let document = &builder.plan().updates.at(update).document;
    let Some(assessment) = &document.assessment else { return row(builder, ix) };
    let (verdict, date) = (builder.verdict(assessment), &document.date.value);
    let words = builder.messages();
    FactRow {
        fact: words.labelled(&assessment.assessor, &words.list(&[verdict, builder.date(date).text])),
        value: date.earliest.to_string(),
        update: Some(builder.link(RecordIx::Update(update))),
        ..row(builder, ix)
    }
}
