//! The twin of an update, and an update in the history of an item.

use super::body::body;
use super::text::{Text, agencies, evidence, link, plain, to_record, twin_href};
use crate::page::ViewBuilder;
use crate::page::Within;
use crate::page::views::{StatusView, UpdateView};
use crate::plan::{Index as _, Ix, Update};

/// An update with what it says of its items, and its sources.
pub(super) fn update(builder: &mut ViewBuilder<'_>, ix: Ix<Update>) -> Vec<u8> {
    let words = builder.messages();
    let view = builder.update(ix, Within::Page);
    let mut text = begun(builder, ix, &view);
    text.block(&body(builder, ix.into()));
    for (heading, value) in [
        ("reason", &view.reason),
        ("challenges", &view.challenges),
        ("next-steps", &view.next_steps),
        ("conflicts", &view.conflicts),
    ] {
        if let Some(value) = value {
            text.heading(2, words.get(heading));
            text.paragraph(value);
        }
    }
    text.section(words.get("bears-on"), bears_on(&view, builder));
    let sources = view.evidence.iter();
    text.section(words.get("evidence"), sources.map(|source| evidence(std::slice::from_ref(source), words)));
    text.finish()
}

/// The facts of an update, with what it is about.
pub(super) fn head<'a>(builder: &mut ViewBuilder<'a>, ix: Ix<Update>) -> Text<'a> {
    let words = builder.messages();
    let view = builder.update(ix, Within::Page);
    let about = words.list(&bears_on(&view, builder));
    let mut text = begun(builder, ix, &view);
    text.more_facts((!about.is_empty()).then(|| words.labelled(&plain(words.get("bears-on")), &about)));
    text
}

/// What an update is called, and its facts.
fn begun<'a>(builder: &ViewBuilder<'a>, ix: Ix<Update>, view: &UpdateView) -> Text<'a> {
    let mut text = Text::new(&builder.name(ix), builder.messages());
    text.paragraph(builder.texts().summary(ix).unwrap_or_default());
    text.list(facts(view, &text, builder));
    text
}

/// What an update is about.
fn bears_on(view: &UpdateView, builder: &ViewBuilder<'_>) -> Vec<String> {
    let whole = view.whole_plan.then(|| plain(builder.messages().get("bears-on-plan")));
    let records = view.areas.iter().chain(&view.items).chain(&view.all_items);
    whole.into_iter().chain(records.map(to_record)).collect()
}

fn facts(view: &UpdateView, text: &Text<'_>, builder: &ViewBuilder<'_>) -> Vec<String> {
    let words = builder.messages();
    let date = match view.date_inferred {
        true => words.noted(&view.date.text, words.get("date-inferred")),
        false => view.date.text.clone(),
    };
    let mut facts =
        vec![text.fact(words.get("date"), &plain(&date)), text.fact(words.get("type"), &plain(&view.kind))];
    facts.extend(view.internal.then(|| plain(words.get("internal-only"))));
    let meeting = view.meeting.as_ref();
    let meeting = meeting.map(|meeting| {
        let parts = [Some(&meeting.text), meeting.number.as_ref(), meeting.place.as_ref()];
        words.list(&parts.into_iter().flatten().collect::<Vec<_>>())
    });
    let assessment = view.assessment.as_ref();
    for (label, value) in [
        ("update-kind-meeting", meeting),
        ("claims", view.status.as_ref().map(|status| status_words(status, builder))),
        ("outlook", view.outlook.clone()),
        ("confidence", view.confidence.clone()),
        ("reported", view.reported.as_ref().map(|date| date.text.clone())),
        ("new-due", view.new_due.as_ref().map(|date| date.text.clone())),
    ] {
        facts.extend(text.fact_of(words.get(label), value.as_deref()));
    }
    facts.extend(assessment.map(|found| {
        let verdict =
            found.url.as_ref().map_or_else(|| plain(&found.verdict), |url| link(&found.verdict, url));
        text.fact(&found.heading, &verdict)
    }));
    facts.extend(view.fields.iter().filter_map(|field| text.fact_of(&field.label, Some(&field.text))));
    let links = [
        ("forum", view.forum.as_ref().map(to_record)),
        ("bodies-concerned", (!view.by.is_empty()).then(|| agencies(&view.by, words))),
        ("corrects", view.corrects.as_ref().map(to_record)),
        ("corrected-by", view.corrected_by.as_ref().map(to_record)),
    ];
    facts.extend(links.into_iter().filter_map(|(label, value)| Some(text.fact(words.get(label), &value?))));
    facts
}

/// A status with its degree or outcome.
pub(super) fn status_words(status: &StatusView, builder: &ViewBuilder<'_>) -> String {
    let parts = [Some(status.text.as_str()), status.detail.as_deref()];
    builder.messages().list(&parts.into_iter().flatten().collect::<Vec<_>>())
}

/// An update in a list: its date and what it says, and below that the status that it reports, and its sources.
pub(super) fn line(builder: &ViewBuilder<'_>, ix: Ix<Update>) -> String {
    let (words, update) = (builder.messages(), builder.plan().updates.at(ix));
    let row = builder.update_row(ix);
    let title = match update.document.short_form_of.is_some() {
        true => plain(&note(builder, ix)),
        false => link(&row.title, &twin_href(&row.href)),
    };
    let mark = builder.is_internal(&update.document.id).then(|| plain(words.get("internal-mark")));
    let title = mark.map_or_else(|| title.clone(), |mark| words.noted(&title, &mark));
    let mut line = words.labelled(&plain(&row.date.text), &title);
    let status = row.status.as_ref().map(|status| plain(&status_words(status, builder)));
    let sources = evidence(&builder.evidence(&update.document.evidence), words);
    for (label, value) in [("claims", status), ("evidence", Some(sources).filter(|it| !it.is_empty()))] {
        if let Some(value) = value {
            line.extend(["\n  - ", &words.labelled(&plain(words.get(label)), &value)]);
        }
    }
    line
}

/// What a short update says, in one line.
fn note(builder: &ViewBuilder<'_>, ix: Ix<Update>) -> String {
    let Some((body, links)) = builder.texts().body(ix).filter(|(body, _)| !body.is_empty()) else {
        return builder.name(ix);
    };
    body.plain(|reference| builder.name_in_text(body, links, reference))
}
