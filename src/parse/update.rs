//! Updates: in files of their own, and in the short form in an item's front matter.

use std::sync::Arc;

use super::Ref;
use super::indicator::{MeasuredValue, NewTarget, new_targets, values};
use super::misplaced::AN_UPDATE;
use super::own_fields;
use super::plan_rules::PlanRules;
use super::record::{Reading, Record, RemovedCounts, UPDATES, url};
use super::texts::text;
use crate::date::{Date, FiscalYear, Precision};
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::fields::{Fields, Keys, Value, ValueKind};
use crate::markdown::Fragment;
use crate::outline::OutlineId;
use crate::vocabulary::{
    Audience, Basis, Choice as _, Confidence, Degree, EvidenceClass, MeetingState, Outcome, Outlook, Scope,
    Status, UpdateKind, Verdict,
};

/// Something that happened, or is said to happen, on a day.
#[derive(Debug, Clone)]
pub struct UpdateDocument {
    /// The common part.
    pub record: Record,
    /// The file name; for the short form the item's id, `/` and the date.
    pub id: String,
    /// What texts call it. That is its id, but for a short update of a day on which internal ones stand before it: they are
    /// counted where it is called, and not where it is shown.
    pub written_id: String,
    /// The item in whose front matter it stands.
    pub short_form_of: Option<OutlineId>,
    /// The date.
    pub date: Spanned<Date>,
    /// The headline; the short form has none.
    pub title: Option<String>,
    /// The items it is about.
    pub items: Vec<Ref>,
    /// The areas it is about.
    pub areas: Vec<Ref>,
    /// Whether it is about the plan as a whole.
    pub whole_plan: bool,
    /// What it is.
    pub kind: Spanned<UpdateKind>,
    /// The agencies concerned.
    pub by: Vec<Ref>,
    /// What the responsible body claims.
    pub status: Option<Spanned<Status>>,
    /// How far work in progress has come.
    pub degree: Option<Spanned<Degree>>,
    /// How a closed item ended.
    pub outcome: Option<Spanned<Outcome>>,
    /// Whether it will be done as planned, as those say who report.
    pub outlook: Option<Spanned<Outlook>>,
    /// The evidence for it.
    pub evidence: Vec<Evidence>,
    /// The forum whose meeting or act it is.
    pub forum: Option<Ref>,
    /// The meeting that it is.
    pub meeting: Option<Meeting>,
    /// Whether a source names the items.
    pub links: Basis,
    /// Whether a source shows the date.
    pub date_basis: Basis,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// How it relates to its items.
    pub scope: Option<Scope>,
    /// When it became known.
    pub reported: Option<Date>,
    /// The new due date.
    pub new_due: Option<Spanned<Date>>,
    /// Why the plan changed.
    pub reason: Option<String>,
    /// What causes the delay.
    pub challenges: Option<String>,
    /// What comes next.
    pub next_steps: Option<String>,
    /// The update that it corrects.
    pub corrects: Option<Ref>,
    /// Where sources disagree.
    pub conflicts: Option<String>,
    /// What a third party says.
    pub assessment: Option<Assessment>,
    /// Measured values of the indicators of its items.
    pub values: Vec<MeasuredValue>,
    /// Targets of the indicators of its items that hold from its date on, in the place of others.
    pub new_targets: Vec<NewTarget>,
}

/// A document that is evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its title.
    pub title: String,
    /// Where that stands.
    pub title_span: Span,
    /// Its address.
    pub url: String,
    /// Where that stands.
    pub url_span: Span,
    /// What kind of document it is.
    pub class: Option<EvidenceClass>,
    /// Its language code.
    pub lang: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// The address of an archived copy.
    pub archived: Option<String>,
    /// Who may see it.
    pub audience: Audience,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Whether it took place.
    pub state: Spanned<MeetingState>,
    /// Which one of its series.
    pub number: Option<i64>,
    /// Where that stands.
    pub number_span: Option<Span>,
    /// The place.
    pub place: Option<String>,
    /// Its last day.
    pub end: Option<Date>,
}

/// What a third party says of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Who says it.
    pub assessor: String,
    /// What.
    pub verdict: Verdict,
    /// The same in the assessor's own word, where the plan says what it means.
    pub word: Option<String>,
    /// Whether it ends the matter.
    pub is_final: bool,
    /// The original scale.
    pub scale: Option<String>,
    /// The method.
    pub method: Option<String>,
    /// The place.
    pub url: Option<String>,
}

pub(super) fn read(
    reading: Reading<'_>,
    id: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<UpdateDocument> {
    let (record, make) = reading.record(AN_UPDATE, diagnostics, |fields, reading| {
        let title = fields.required_text("title", "Agreement signed");
        let said = fields.reported();
        let items = fields.distinct_texts("items");
        let areas = fields.distinct_texts("areas");
        let whole_plan = fields.truth("plan").is_some_and(|plan| plan.value);
        // What was written and could not be read was reported.
        if items.is_empty() && areas.is_empty() && !whole_plan && fields.reported() == said {
            let span = fields.span();
            fields.report_missing(
                Keys::OneOf(&["items", "areas", "plan"]),
                Diagnostic::new(code::NO_SUBJECT, span, "the update does not name what it is about")
                    .help("add `items: [\"3.1\"]`, `areas: [\"3\"]` or `plan: true`"),
            );
        }
        let make = statement(fields, reading)?;
        let title = title?;
        Some(move |record| {
            let mut update: UpdateDocument = make(record);
            (update.title, update.items, update.areas, update.whole_plan) =
                (Some(title.value), items, areas, whole_plan);
            update
        })
    })?;
    let mut update = make(record);
    id.clone_into(&mut update.id);
    id.clone_into(&mut update.written_id);
    diagnostics.extend(name_disagrees(id, &update.date));
    Some(update)
}

/// The list `updates` of an item.
pub(super) fn read_short(
    fields: &mut Fields<'_>,
    reading: &Reading<'_>,
    item: &OutlineId,
) -> Vec<UpdateDocument> {
    let mut notes = Vec::new();
    let mut updates = fields.maps(UPDATES, |mut entry| {
        let span = entry.span();
        let note = entry.required_text("note", "\"The agreement was signed.\"");
        let audience_span = entry.key_span("audience");
        let audience = entry.audience();
        let make = statement(&mut entry, reading);
        let own = own_fields::read(&mut entry, AN_UPDATE, reading.field_rules());
        entry.finish();
        let (note, make) = (note?, make?);
        let (body, problems) = reading.value_text(&note);
        notes.extend(problems);
        let says_nothing = body.is_empty() && reading.rules.audience == Audience::Public;
        // A note that is internal as a whole leaves nothing to be said.
        let audience = if says_nothing { Audience::Internal } else { audience };
        let path = reading.path.to_owned();
        let record = Record {
            file: reading.file,
            path,
            span,
            summary: None,
            aliases: Vec::new(),
            former_addresses: Vec::new(),
            own,
            audience,
            audience_span: audience_span.filter(|_| audience == Audience::Public),
            has_public_reading: false,
            removed: RemovedCounts::default(),
            body,
            body_span: note.span,
            original_text: None,
            translation: None,
        };
        let mut update = make(record);
        update.short_form_of = Some(item.clone());
        update.items = vec![Spanned::new(item.as_str().to_owned(), span)];
        Some(update)
    });
    notes.into_iter().for_each(|problem| fields.report(problem));
    number(&mut updates, item, |update, id| update.written_id = id);
    if reading.rules.audience == Audience::Public {
        updates.retain(|update| update.record.audience == Audience::Public);
    }
    number(&mut updates, item, |update, id| update.id = id);
    updates
}

/// Gives short updates their ids: the item's, the date, and a number from the second of a day on.
fn number(updates: &mut [UpdateDocument], item: &OutlineId, set: impl Fn(&mut UpdateDocument, String)) {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for update in updates {
        let id = short_id(item, &update.date, &mut seen);
        set(update, id);
    }
}

/// The next id of a day; `seen` counts them.
fn short_id(
    item: &OutlineId,
    date: &Spanned<Date>,
    seen: &mut std::collections::BTreeMap<String, usize>,
) -> String {
    let first = format!("{}/{}", item.as_str(), date.value.text.replace('/', "-to-").to_lowercase());
    let count = seen.entry(first.clone()).or_insert(0);
    *count += 1;
    if *count == 1 { first } else { format!("{first}-{count}") }
}

/// Gives short updates their ids again, when some of them were left out: what is shown of one must not show how many there
/// are.
pub fn number_short_updates(updates: &mut [Arc<UpdateDocument>]) {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for update in updates {
        let Some(item) = &update.short_form_of else { continue };
        let id = short_id(item, &update.date, &mut seen);
        if id != update.id {
            Arc::make_mut(update).id = id;
        }
    }
}

/// The keys that both forms share.
fn statement(
    fields: &mut Fields<'_>,
    reading: &Reading<'_>,
) -> Option<impl FnOnce(Record) -> UpdateDocument + use<>> {
    let month = reading.rules.fiscal_year;
    if !fields.has("date") {
        fields.missing("date", "2010-05-19");
    }
    let date = fields.date("date", month).filter(|date| {
        let has_day = date.value.precision != Precision::Ongoing;
        if !has_day {
            let message = "an update must have its own date, not `ongoing`";
            fields.report(
                Diagnostic::new(code::BAD_DATE, date.span, message)
                    .help("write the day, month or year in which it happened"),
            );
        }
        has_day
    });
    let kind = fields.choice("kind").unwrap_or_else(|| Spanned::new(UpdateKind::Progress, fields.span()));
    let by = fields.distinct_texts("by");
    let status = claimed_status(fields);
    let degree = fields.choice("degree");
    let outcome = fields.choice("outcome");
    let outlook = fields.choice("outlook");
    let evidence = fields.maps("evidence", |entry| evidence(entry, month));
    let forum = fields.text("forum");
    let meeting = meeting(fields, month);
    let links = fields.choice("links").map_or(Basis::Stated, |links| links.value);
    let date_basis = fields.choice("date-basis").map_or(Basis::Stated, |basis| basis.value);
    let confidence = fields.choice("confidence").map(|confidence| confidence.value);
    let scope = fields.choice("scope").map(|scope| scope.value);
    let reported = fields.date("reported", month).map(|date| date.value);
    let new_due = fields.date("new-due", month);
    let reason = text(fields, "reason");
    let challenges = text(fields, "challenges");
    let next_steps = text(fields, "next-steps");
    let corrects = fields.text("corrects");
    let conflicts = text(fields, "conflicts");
    let assessment = fields.map("assessment").and_then(|fields| assessment(fields, reading.rules.of_plan));
    let values = values(fields, month);
    let new_targets = new_targets(fields, month);
    let date = date?;
    Some(move |record| UpdateDocument {
        record,
        id: String::new(),
        written_id: String::new(),
        short_form_of: None,
        date,
        title: None,
        items: Vec::new(),
        areas: Vec::new(),
        whole_plan: false,
        kind,
        by,
        status,
        degree,
        outcome,
        outlook,
        evidence,
        forum,
        meeting,
        links,
        date_basis,
        confidence,
        scope,
        reported,
        new_due,
        reason,
        challenges,
        next_steps,
        corrects,
        conflicts,
        assessment,
        values,
        new_targets,
    })
}

/// A status is something that is claimed: `not-reported` and `not-stated` are what there is when nobody claims
/// anything.
fn claimed_status(fields: &mut Fields<'_>) -> Option<Spanned<Status>> {
    let status = fields.choice::<Status>("status")?;
    if matches!(status.value, Status::NotReported | Status::NotStated) {
        fields.report(
            Diagnostic::new(
                code::UNKNOWN_VALUE,
                status.span,
                format!("an update cannot report `{}`", status.value.word()),
            )
            .help("remove `status`: the site shows that an item has no reported status"),
        );
        return None;
    }
    Some(status)
}

fn evidence(mut fields: Fields<'_>, fiscal_year: FiscalYear) -> Option<Evidence> {
    let title = fields.required_text("title", "Joint statement");
    if !fields.has("url") {
        fields.missing("url", "https://…");
    }
    let url_span = fields.key_span("url").unwrap_or_else(|| fields.span());
    let address = url(&mut fields, "url");
    let class = fields.choice("class").map(|class| class.value);
    let lang = fields.language("lang").map(|lang| lang.value);
    let date = fields.date("date", fiscal_year).map(|date| date.value);
    let archived = url(&mut fields, "archived");
    let audience = fields.audience();
    fields.finish();
    let Spanned { value: title, span: title_span } = title?;
    Some(Evidence { title, title_span, url: address?, url_span, class, lang, date, archived, audience })
}

/// A word, or a mapping with more.
fn meeting(fields: &mut Fields<'_>, fiscal_year: FiscalYear) -> Option<Meeting> {
    let (span, value) = fields.take("meeting")?;
    if let Value { kind: ValueKind::Scalar(word), span } = value {
        let state = fields.choose("meeting", &Spanned::new(word, span))?;
        return Some(Meeting { state, number: None, number_span: None, place: None, end: None });
    }
    let mut entry = fields.nested("`meeting`", value, span);
    let state = entry.required_text("state", "held").and_then(|word| entry.choose("state", &word));
    let number = entry.number("number", 1, 100_000);
    let (number_span, number) = (number.as_ref().map(|it| it.span), number.map(|it| it.value));
    let place = text(&mut entry, "place");
    let end = entry.date("end", fiscal_year).map(|date| date.value);
    entry.finish();
    Some(Meeting { state: state?, number, number_span, place, end })
}

fn assessment(mut fields: Fields<'_>, rules: &PlanRules) -> Option<Assessment> {
    let assessor = match (&rules.judge, fields.has("assessor")) {
        (Some(judge), false) => Some(judge.clone()),
        (None, false) if rules.unknown => None,
        _ => fields.required_text("assessor", "National Audit Office").map(|assessor| assessor.value),
    };
    let verdict = fields.required_text("verdict", "limited").and_then(|word| {
        match rules.verdicts.iter().find(|own| own.word == word.value) {
            Some(own) => Some((own.verdict, Some(own.word.clone()), own.is_final)),
            // It may be a word of the plan.
            None if rules.unknown && Verdict::from_word(&word.value).is_none() => None,
            None => fields.choose("verdict", &word).map(|verdict| (verdict.value, None, false)),
        }
    });
    let scale = text(&mut fields, "scale");
    let method = text(&mut fields, "method");
    let url = url(&mut fields, "url");
    fields.finish();
    let (verdict, word, is_final) = verdict?;
    Some(Assessment { assessor: assessor?, verdict, word, is_final, scale, method, url })
}

/// The file name begins with the date, so that a folder of updates is a time line.
fn name_disagrees(id: &str, date: &Spanned<Date>) -> Option<Diagnostic> {
    let first = date.value.text.split('/').next().unwrap_or("").to_lowercase();
    let rest = id.strip_prefix(first.as_str());
    if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-')) {
        return None;
    }
    let message = format!("the date of the update is {}, but its file is named {id}.md", date.value.text);
    let diagnostic = Diagnostic::new(code::FILE_NAME, date.span, message);
    Some(diagnostic.help(format!("start the file name with `{first}-`, or correct the date")))
}

impl UpdateDocument {
    /// The text below the headline.
    pub fn body(&self) -> &Fragment {
        &self.record.body
    }

    /// The last day that it may have happened on.
    pub fn last_day(&self) -> crate::date::Day {
        let end = self.meeting.as_ref().and_then(|meeting| meeting.end.as_ref());
        end.map_or(self.date.value.latest, |end| end.latest)
    }

    /// The state of the meeting that it is, if it is one.
    pub fn meeting_state(&self) -> Option<MeetingState> {
        self.meeting.as_ref().map(|meeting| meeting.state.value)
    }

    /// Where the date is.
    pub fn date_span(&self) -> Span {
        self.date.span
    }
}
