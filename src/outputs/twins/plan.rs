//! The twins of the home page and of the list of areas.

use super::body::body;
use super::item::days;
use super::text::{Text, link, plain, to_record};
use crate::page::ViewBuilder;
use crate::plan::{Area, Index as _, Ix, RecordIx};
use crate::route::Route;

/// The plan: who adopted it and when, and its areas.
pub(super) fn home(builder: &ViewBuilder<'_>) -> Vec<u8> {
    let (plan, words) = (builder.plan(), builder.messages());
    let mut text = head(builder);
    text.block(&body(builder, RecordIx::Plan));
    text.section(words.get("areas"), plan.top_areas().map(|ix| area(builder, ix)));
    let pages = plan.pages.indices().map(|ix| to_record(&builder.link(RecordIx::Page(ix))));
    text.section(words.get("search-pages"), pages);
    text.finish()
}

/// What the plan is called, and its facts.
pub(super) fn head<'a>(builder: &ViewBuilder<'a>) -> Text<'a> {
    let (plan, texts, words) = (builder.plan(), builder.texts(), builder.messages());
    let mut text = Text::new(builder.context.title(), words);
    let description = texts.summary(RecordIx::Plan).or(builder.context.config.description.as_deref());
    text.paragraph(description.unwrap_or_default());
    let adopted = plan.about.as_ref().map(|about| builder.date(&about.document.adopted.value).text);
    let source = plan.about.as_ref().and_then(|about| about.source);
    let mut facts = days(builder);
    for (label, value) in [
        ("parties", Some(words.list(texts.parties()))),
        ("adopted", adopted),
        ("licence", texts.licence().map(str::to_owned)),
        ("contact", texts.contact().map(str::to_owned)),
    ] {
        facts.extend(text.fact_of(words.get(label), value.as_deref()));
    }
    facts.extend(source.map(|ix| text.fact(words.get("text-of-the-plan"), &to_record(&builder.link(ix)))));
    text.list(facts);
    text
}

/// The list of areas, each with how many items it has.
pub(super) fn areas(builder: &ViewBuilder<'_>) -> Vec<u8> {
    let mut text = Text::new(builder.messages().get("areas"), builder.messages());
    text.list(days(builder));
    text.list(builder.plan().areas.indices().map(|ix| area(builder, ix)));
    text.block(&link(builder.context.title(), &format!("../{}", Route::home().twin())));
    text.finish()
}

/// An area in a list, with how many items it has.
pub(super) fn area(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> String {
    let count = builder.plan().items_and_parts(ix).len();
    let items = builder.messages().count("items-n", i64::try_from(count).unwrap_or(i64::MAX));
    builder.messages().labelled(&to_record(&builder.link(RecordIx::Area(ix))), &plain(&items))
}
