//! The twins of areas, agencies, forums, sources and free pages: a head with the facts of each, and what stands below it.

use super::body::body;
use super::item::{days, row};
use super::text::{Text, agencies, link, plain, to_record};
use super::update::line;
use crate::page::ViewBuilder;
use crate::plan::{Agency, Area, Forum, Index as _, Item, Ix, RecordIx, Source, Update};

/// An area with its items.
pub(super) fn area(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> Vec<u8> {
    let plan = builder.plan();
    let mut text = area_head(builder, ix);
    text.block(&body(builder, ix.into()));
    let inner = plan.areas_in(ix).map(|ix| to_record(&builder.link(RecordIx::Area(ix))));
    text.section(builder.messages().get("areas"), inner);
    items(builder, &mut text, "items", &plan.own_items_and_parts(ix));
    updates(builder, &mut text, &plan.updates_on_area(ix));
    text.finish()
}

fn area_head<'a>(builder: &ViewBuilder<'a>, ix: Ix<Area>) -> Text<'a> {
    let words = builder.messages();
    let area = builder.plan().areas.at(ix);
    let mut text = begun(builder, ix.into());
    let mut facts = days(builder);
    let lead = agencies(&builder.roles(&area.lead), words);
    facts.extend((!lead.is_empty()).then(|| text.fact(words.get("lead"), &lead)));
    let own = builder.own_fields(&area.document.record);
    facts.extend(own.iter().filter_map(|field| text.fact_of(&field.label, Some(&field.text))));
    text.list(facts);
    text
}

/// An agency with the items that it is responsible for.
pub(super) fn agency(builder: &ViewBuilder<'_>, ix: Ix<Agency>) -> Vec<u8> {
    let agency = builder.plan().agencies.at(ix);
    let mut text = agency_head(builder, ix);
    text.block(&body(builder, ix.into()));
    items(builder, &mut text, "leads", &agency.leads);
    items(builder, &mut text, "supports", &agency.supports);
    updates(builder, &mut text, &agency.updates);
    text.finish()
}

fn agency_head<'a>(builder: &ViewBuilder<'a>, ix: Ix<Agency>) -> Text<'a> {
    let (texts, words) = (builder.texts(), builder.messages());
    let agency = builder.plan().agencies.at(ix);
    let mut text = begun(builder, ix.into());
    let mut facts = Vec::new();
    for (label, value) in [
        ("abbreviation", texts.abbreviation(ix).map(str::to_owned)),
        ("party", texts.party(ix).map(str::to_owned)),
        ("valid", builder.valid(&agency.document.valid)),
        ("contact", texts.agency_contact(ix).map(str::to_owned)),
    ] {
        facts.extend(text.fact_of(words.get(label), value.as_deref()));
    }
    let own = builder.own_fields(&agency.document.record);
    facts.extend(own.iter().filter_map(|field| text.fact_of(&field.label, Some(&field.text))));
    let record = |ix: Ix<Agency>| to_record(&builder.link(RecordIx::Agency(ix)));
    let links = [
        ("website", agency.document.url.as_ref().map(|url| link(url, url))),
        ("part-of-agency", agency.parent.map(record)),
        ("successor", agency.successor.map(record)),
    ];
    facts.extend(links.into_iter().filter_map(|(label, value)| Some(text.fact(words.get(label), &value?))));
    text.list(facts);
    text
}

/// A forum with its items and meetings.
pub(super) fn forum(builder: &ViewBuilder<'_>, ix: Ix<Forum>) -> Vec<u8> {
    let forum = builder.plan().forums.at(ix);
    let mut text = forum_head(builder, ix);
    text.block(&body(builder, ix.into()));
    items(builder, &mut text, "items", &forum.items);
    updates(builder, &mut text, &forum.updates);
    text.finish()
}

fn forum_head<'a>(builder: &ViewBuilder<'a>, ix: Ix<Forum>) -> Text<'a> {
    let (texts, words) = (builder.texts(), builder.messages());
    let document = &builder.plan().forums.at(ix).document;
    let mut text = begun(builder, ix.into());
    let mut facts = Vec::new();
    for (label, value) in [
        ("abbreviation", texts.abbreviation(ix).map(str::to_owned)),
        ("type", document.kind.map(|kind| builder.forum_kind(kind))),
        ("parties", Some(words.list(texts.parties_of(ix)))),
        ("cadence", document.cadence.as_ref().map(|cadence| builder.cadence(cadence))),
        ("valid", builder.valid(&document.valid)),
    ] {
        facts.extend(text.fact_of(words.get(label), value.as_deref()));
    }
    facts.extend(document.url.as_ref().map(|url| text.fact(words.get("website"), &link(url, url))));
    text.list(facts);
    text
}

/// A source document with its text.
pub(super) fn source(builder: &ViewBuilder<'_>, ix: Ix<Source>) -> Vec<u8> {
    let mut text = source_head(builder, ix);
    text.block(&body(builder, ix.into()));
    text.finish()
}

pub(super) fn source_head<'a>(builder: &ViewBuilder<'a>, ix: Ix<Source>) -> Text<'a> {
    let (texts, words) = (builder.texts(), builder.messages());
    let document = &builder.plan().sources.at(ix).document;
    let mut text = begun(builder, ix.into());
    let mut facts = Vec::new();
    for (label, value) in [
        ("date", Some(builder.date(&document.date).text)),
        ("type", texts.source_kind(ix).map(str::to_owned)),
        ("adopted-by", Some(words.list(texts.adopted_by(ix)))),
        ("language", document.lang.as_deref().map(|code| builder.language(code))),
        ("terms", texts.source_licence(ix).map(str::to_owned)),
    ] {
        facts.extend(text.fact_of(words.get(label), value.as_deref()));
    }
    for (label, url) in [("website", &document.url), ("archived", &document.archived)] {
        facts.extend(url.as_ref().map(|url| text.fact(words.get(label), &link(url, url))));
    }
    text.list(facts);
    text
}

/// A free page.
pub(super) fn page(builder: &ViewBuilder<'_>, record: RecordIx) -> Vec<u8> {
    let mut text = begun(builder, record);
    text.block(&body(builder, record));
    text.finish()
}

/// How many items a list of them has, as a fact.
fn counted(builder: &ViewBuilder<'_>, heading: &str, items: &[Ix<Item>]) -> Option<String> {
    let words = builder.messages();
    let count = words.count("items-n", i64::try_from(items.len()).unwrap_or(i64::MAX));
    (!items.is_empty()).then(|| words.labelled(&plain(words.get(heading)), &plain(&count)))
}

/// An area, with how many items it has.
pub(super) fn area_in_short<'a>(builder: &ViewBuilder<'a>, ix: Ix<Area>) -> Text<'a> {
    let mut text = area_head(builder, ix);
    text.more_facts(counted(builder, "items", &builder.plan().own_items_and_parts(ix)));
    text
}

/// An agency, with how many items it is responsible for.
pub(super) fn agency_in_short<'a>(builder: &ViewBuilder<'a>, ix: Ix<Agency>) -> Text<'a> {
    let agency = builder.plan().agencies.at(ix);
    let mut text = agency_head(builder, ix);
    let lists = [("leads", &agency.leads), ("supports", &agency.supports)];
    text.more_facts(lists.into_iter().filter_map(|(heading, items)| counted(builder, heading, items)));
    text
}

/// A forum, with how many items it concerns.
pub(super) fn forum_in_short<'a>(builder: &ViewBuilder<'a>, ix: Ix<Forum>) -> Text<'a> {
    let mut text = forum_head(builder, ix);
    text.more_facts(counted(builder, "items", &builder.plan().forums.at(ix).items));
    text
}

/// The title of a record, its summary, and that it is internal.
pub(super) fn begun<'a>(builder: &ViewBuilder<'a>, record: RecordIx) -> Text<'a> {
    let mut text = Text::new(&builder.name(record), builder.messages());
    text.paragraph(builder.texts().summary(record).unwrap_or_default());
    let path = builder.plan().record(record).map(|(record, _)| record.path.as_str());
    if path.is_some_and(|path| builder.is_internal(path)) {
        text.paragraph(builder.messages().get("internal-only"));
    }
    text
}

/// The first of a list of items, and a link to the page where all are.
fn items(builder: &ViewBuilder<'_>, text: &mut Text<'_>, heading: &str, items: &[Ix<Item>]) {
    let words = builder.messages();
    let shown = items.len().min(builder.context.rows_shown());
    text.section(words.get(heading), items[..shown].iter().map(|item| row(builder, *item)));
    rest(builder, text, shown, items.len());
}

/// The newest of a list of updates, which is sorted from the oldest.
fn updates(builder: &ViewBuilder<'_>, text: &mut Text<'_>, updates: &[Ix<Update>]) {
    let shown = updates.len().min(builder.context.rows_shown());
    let newest = updates.iter().rev().take(shown);
    text.section(builder.messages().get("updates"), newest.map(|update| line(builder, *update)));
    rest(builder, text, shown, updates.len());
}

fn rest(builder: &ViewBuilder<'_>, text: &mut Text<'_>, shown: usize, count: usize) {
    if shown < count {
        let more = builder.messages().with("list-all", &[("n", &count.to_string())]);
        text.block(&link(&more, "index.html"));
    }
}
