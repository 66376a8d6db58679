//! The twin of an item.

use super::body::body;
use super::text::{Text, agencies, evidence, link, plain, to_record};
use super::update::{line, status_words};
use crate::page::ViewBuilder;
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};

/// An item with its status, its history and the documents for both.
pub(super) fn item(builder: &mut ViewBuilder<'_>, ix: Ix<Item>) -> Vec<u8> {
    let (plan, texts, words) = (builder.plan(), builder.texts(), builder.messages());
    let item = plan.items.at(ix);
    let mut text = head(builder, ix);
    if let Some(wording) = texts.wording(ix) {
        text.heading(2, words.get("text-of-the-plan"));
        text.quote(wording);
        let source = item.source.map(|source| to_record(&builder.link(source)));
        let place = texts.locator(ix).map(plain);
        text.block(&words.list(&[source, place].into_iter().flatten().collect::<Vec<_>>()));
    }
    let about = body(builder, ix.into());
    if !about.is_empty() {
        text.heading(2, words.get("about-this-item"));
        text.block(&about);
    }
    text.section(words.get("parts"), item.parts.iter().map(|part| row(builder, *part)));
    text.section(words.get("indicators"), texts.indicators(ix).iter().map(|words| plain(words)));
    history(builder, ix, &mut text);
    for (heading, items) in
        [("same-as", &item.same_as), ("depends-on", &item.depends_on), ("related", &item.related)]
    {
        text.section(words.get(heading), items.iter().map(|item| row(builder, *item)));
    }
    let see = item.document.see.iter();
    text.section(words.get("see"), see.map(|page| link(&page.title, &page.url)));
    text.finish()
}

/// What an item is called, and its facts.
pub(super) fn head<'a>(builder: &ViewBuilder<'a>, ix: Ix<Item>) -> Text<'a> {
    let mut text = Text::new(&builder.name(ix), builder.messages());
    text.paragraph(builder.texts().summary(ix).unwrap_or_default());
    text.list(facts(builder, ix, &text));
    text
}

fn facts(builder: &ViewBuilder<'_>, ix: Ix<Item>, text: &Text<'_>) -> Vec<String> {
    let (plan, words) = (builder.plan(), builder.messages());
    let item = plan.items.at(ix);
    let standing = builder.current_status(builder.context.current_status(ix));
    let since = standing.since.map(|date| words.with("status-since", &[("date", &date.text)]));
    let internal = builder.is_internal(&item.document.record.path);
    let agencies_of = |list| Some(agencies(&builder.roles(list), words)).filter(|list| !list.is_empty());
    let links = [
        ("area", Some(to_record(&builder.link(RecordIx::Area(item.area))))),
        ("part-of", item.parent.map(|parent| to_record(&builder.link(RecordIx::Item(parent))))),
        ("lead", agencies_of(&item.lead)),
        ("supporting", agencies_of(&item.supporting)),
        ("status-evidence", Some(evidence(&standing.evidence, words)).filter(|list| !list.is_empty())),
    ];
    let mut facts = vec![text.fact(words.get("status"), &plain(&status(builder, ix, since.as_deref())))];
    facts.extend(days(builder));
    facts.extend(internal.then(|| plain(words.get("internal-only"))));
    let (start, cadence) = (item.document.start.as_ref(), item.document.cadence.as_ref());
    let kind = builder.word(&format!("kind-{}", item.document.kind.word()));
    for (label, value) in [
        ("schedule", Some(builder.schedule(ix).1)),
        ("freshness", Some(builder.freshness(ix).1)),
        ("kind", Some(kind)),
        ("start", start.map(|date| builder.date(date).text)),
        ("cadence", cadence.map(|cadence| builder.cadence(cadence))),
        ("partners", Some(words.list(builder.texts().partners(ix)))),
    ] {
        facts.extend(text.fact_of(words.get(label), value.as_deref()));
    }
    let own = builder.own_fields(&item.document.record);
    facts.extend(own.iter().filter_map(|field| text.fact_of(&field.label, Some(&field.text))));
    for (label, value) in links {
        facts.extend(value.map(|value| text.fact(words.get(label), &value)));
    }
    facts
}

/// "As of 24 November 2026", and that the plan does not hold then.
pub(super) fn days(builder: &ViewBuilder<'_>) -> Vec<String> {
    let day = builder.date(&crate::date::Date::day(builder.as_of()));
    let as_of = builder.messages().with("as-of", &[("date", &day.text)]);
    std::iter::once(as_of).chain(builder.period_note()).map(|note| plain(&note)).collect()
}

/// "Completed, in part since 3 May 2020".
fn status(builder: &ViewBuilder<'_>, ix: Ix<Item>, since: Option<&str>) -> String {
    let status = status_words(&builder.status_of(builder.context.current_status(ix)), builder);
    since.map_or_else(|| status.clone(), |since| builder.messages().in_a_row(&[&status, since]))
}

/// An item in a list, with its status.
pub(super) fn row(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> String {
    let own = to_record(&builder.link(RecordIx::Item(ix)));
    builder.messages().labelled(&own, &plain(&status(builder, ix, None)))
}

/// The history, newest first. A very long one goes on in the pages of the site.
fn history(builder: &ViewBuilder<'_>, ix: Ix<Item>, text: &mut Text<'_>) {
    let words = builder.messages();
    let all = builder.context.history(ix);
    let shown = &all[..all.len().min(builder.context.history_size())];
    let is_baseline = |update: &&Ix<Update>| builder.plan().updates.at(**update).baseline;
    for (heading, baseline) in [("history", false), ("baseline", true)] {
        let of_part = shown.iter().filter(|update| is_baseline(update) == baseline);
        text.section(words.get(heading), of_part.map(|update| line(builder, *update)));
    }
    if shown.is_empty() {
        text.heading(2, words.get("history"));
        text.paragraph(words.get("history-none"));
    }
    if shown.len() < all.len() {
        let more = words.with("list-all", &[("n", &all.len().to_string())]);
        text.block(&link(&more, "index.html"));
    }
}
