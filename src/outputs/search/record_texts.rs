//! The texts of a record as a search takes them: by how much they say of what it is about.

use crate::language_marks::{ORIGINAL, OUTDATED, sign_of, unmarked};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Forum, Index as _, Item, Ix, Plan, RecordIx, Source, Update};
use crate::search::Weight;

/// What can be found of a record.
pub(super) type Texts = Vec<(Weight, String)>;

/// The words of the record itself, in the language of the pages. `title` and `body` are made for other uses, too.
pub(super) fn own(builder: &ViewBuilder<'_>, record: RecordIx, title: &str, body: &str) -> Texts {
    let mut texts = vec![(Weight::Title, title.to_owned())];
    texts.extend(builder.texts().summary(record).map(|summary| (Weight::Summary, summary.to_owned())));
    texts.push((Weight::Text, body.to_owned()));
    texts.extend(of_kind(builder, record));
    texts
}

/// Its title; that of an update without a headline is the beginning of its text.
pub(super) fn title(builder: &ViewBuilder<'_>, record: RecordIx) -> String {
    match record {
        RecordIx::Update(ix) => builder.update_title(ix),
        RecordIx::Plan => builder.context.title().to_owned(),
        record => builder.texts().title_of(record).unwrap_or_default().to_owned(),
    }
}

/// Its text without markup.
pub(super) fn body(builder: &ViewBuilder<'_>, record: RecordIx) -> String {
    let body = builder.texts().body(record);
    body.map(|(body, links)| body.plain(|reference| builder.name_in_text(body, links, reference)))
        .unwrap_or_default()
}

/// What it says in another language: enough for who knows what it is called there.
pub(super) fn in_other(context: &Context, other: &Context, record: RecordIx) -> Texts {
    let (plan, others) = (&context.published.plan, &other.published.plan);
    if plan.id(record) != others.id(record) {
        return Texts::new();
    }
    let texts = other.texts();
    let names = match record {
        RecordIx::Agency(ix) => [texts.abbreviation(ix), Some(texts.title(ix))],
        RecordIx::Forum(ix) => [texts.abbreviation(ix), Some(texts.title(ix))],
        record => [texts.title_of(record), None],
    };
    let wording = match record {
        RecordIx::Item(ix) => texts.wording(ix),
        _ => None,
    };
    // What is not translated is what the pages of this language say already.
    let own = |text: &&str| !matches!(sign_of(text).0, Some(ORIGINAL | OUTDATED));
    let names = names.into_iter().flatten().filter(own).map(|name| (Weight::OtherName, name.to_owned()));
    let rest = texts.summary(record).into_iter().chain(wording).filter(own);
    names.chain(rest.map(|text| (Weight::OtherLanguage, text.to_owned()))).collect()
}

/// What only some kinds of record have.
fn of_kind(builder: &ViewBuilder<'_>, record: RecordIx) -> Texts {
    let plan = builder.plan();
    match record {
        RecordIx::Item(ix) => of_item(builder, ix),
        RecordIx::Area(ix) => {
            let items = plan.areas.at(ix).items.iter();
            items.map(|ix| (Weight::History, builder.texts().title(*ix).to_owned())).collect()
        }
        RecordIx::Agency(ix) => of_agency(plan, ix),
        RecordIx::Forum(ix) => of_forum(plan, ix),
        RecordIx::Update(ix) => of_update(plan, ix),
        RecordIx::Source(ix) => of_source(plan, ix),
        RecordIx::Plan | RecordIx::Page(_) | RecordIx::Attachment(_) => Texts::new(),
    }
}

fn of_item(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Texts {
    let (plan, texts) = (builder.plan(), builder.texts());
    let item = plan.items.at(ix);
    let document = &item.document;
    let wording = texts.wording(ix).into_iter().chain(document.record.original_text.as_deref());
    let mut found: Texts = wording.map(|text| (Weight::Wording, text.to_owned())).collect();
    // As words, so that a part of it is found, too.
    found.extend(document.code.as_ref().map(|code| (Weight::OtherName, code.text.clone())));
    let tags = item.tags.iter().filter_map(|tag| texts.tag(*tag)).map(|(tag, _)| tag);
    let roles = item.lead.iter().chain(&item.supporting).map(|role| role.agency);
    let agencies = roles.flat_map(|ix| texts.abbreviation(ix).into_iter().chain([texts.title(ix)]));
    let indicators = document.measured.iter().map(|indicator| indicator.title.as_str());
    let milestones =
        document.milestones.iter().flat_map(|it| it.note.as_deref().into_iter().chain([&*it.title]));
    let others = texts.partners(ix).iter().chain(texts.indicators(ix)).map(String::as_str);
    let see = document.see.iter().map(|see| see.title.as_str());
    let all = tags.chain(agencies).chain(indicators).chain(milestones).chain(others).chain(see);
    found.extend(all.map(|text| (Weight::Text, text.to_owned())));
    // A short update is a note of the item, and has no headline.
    let said = item.updates.iter().map(|ix| match texts.headline(*ix) {
        Some(headline) => (Weight::History, headline.to_owned()),
        None => (Weight::Text, body(builder, RecordIx::Update(*ix))),
    });
    found.extend(said);
    found
}

fn of_agency(plan: &Plan, ix: Ix<Agency>) -> Texts {
    let (agency, texts) = (plan.agencies.at(ix), plan.texts());
    let native = texts.native_name(ix).map(|native| native.text.as_str());
    let before = agency.predecessors.iter();
    let before = before.flat_map(|ix| texts.abbreviation(*ix).into_iter().chain([texts.title(*ix)]));
    let names = texts.abbreviation(ix).into_iter().chain(native);
    let mut found: Texts = names.map(|name| (Weight::OtherName, name.to_owned())).collect();
    // What was before it has a record of its own, which is the one that is called so.
    found.extend(before.map(|name| (Weight::Summary, name.to_owned())));
    found.extend(former_ids(&agency.document.record.aliases));
    found.extend(texts.party(ix).map(|party| (Weight::Text, party.to_owned())));
    found
}

fn of_forum(plan: &Plan, ix: Ix<Forum>) -> Texts {
    let (forum, texts) = (plan.forums.at(ix), plan.texts());
    let native = texts.native_name(ix).map(|native| native.text.as_str());
    let names = texts.abbreviation(ix).into_iter().chain(native);
    let mut found: Texts = names.map(|name| (Weight::OtherName, name.to_owned())).collect();
    found.extend(former_ids(&forum.document.record.aliases));
    found.extend(texts.parties_of(ix).iter().map(|party| (Weight::Text, party.clone())));
    found
}

/// The words of what it was called before.
fn former_ids(aliases: &[crate::diag::Spanned<String>]) -> impl Iterator<Item = (Weight, String)> {
    aliases.iter().map(|alias| (Weight::OtherName, alias.value.clone()))
}

fn of_update(plan: &Plan, ix: Ix<Update>) -> Texts {
    let (document, texts) = (&plan.updates.at(ix).document, plan.texts());
    let said = [
        texts.reason(ix),
        texts.challenges(ix),
        texts.next_steps(ix),
        texts.conflicts(ix),
        texts.meeting_place(ix),
    ];
    let evidence = document.evidence.iter().map(|evidence| evidence.title.as_str());
    let assessor = document.assessment.iter().map(|assessment| assessment.assessor.as_str());
    let all = said.into_iter().flatten().chain(evidence).chain(assessor).chain([document.id.as_str()]);
    all.map(|text| (Weight::Text, text.to_owned())).collect()
}

fn of_source(plan: &Plan, ix: Ix<Source>) -> Texts {
    let texts = plan.texts();
    let kind = texts.source_kind(ix).map(str::to_owned);
    let id = plan.sources.at(ix).document.id.clone();
    let all = texts.adopted_by(ix).iter().cloned().chain(kind).chain([id]);
    all.map(|text| (Weight::Text, text)).collect()
}

/// Texts without the signs of words in another language.
pub(super) fn clean(texts: Texts) -> Texts {
    let text = |(weight, text): (Weight, String)| (weight, unmarked(&text));
    texts.into_iter().map(text).filter(|(_, text)| !text.is_empty()).collect()
}
