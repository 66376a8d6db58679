//! `content/plan.md`.

use super::Ref;
use super::plan_rules::{PlanRules, VerdictWord};
use super::record::{Reading, Record, url};
use super::tags::{self, TagGroup};
use super::texts::{text, texts};
use crate::date::{Cadence, Date, Day, FiscalYear, NamedBy, Precision};
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::fields::{Fields, ValueKind};
use crate::vocabulary::{Choice as _, FiscalYearName, Kind, Verdict};

/// The plan itself.
#[derive(Debug, Clone)]
pub struct PlanDocument {
    /// The common part; the body introduces the home page.
    pub record: Record,
    /// The plan's name.
    pub title: String,
    /// Who made it.
    pub parties: Vec<String>,
    /// Where they are written.
    pub parties_span: Option<Span>,
    /// The date.
    pub adopted: Spanned<Date>,
    /// What it covers.
    pub period: Option<Date>,
    /// The name of this edition.
    pub edition: Option<String>,
    /// Language codes of the plan's text.
    pub languages: Vec<String>,
    /// The language whose text prevails.
    pub authentic_language: Option<String>,
    /// How often a report is due.
    pub reporting: Option<Reporting>,
    /// The day on which the plan ended, where that is not the end of its period.
    pub closed: Option<Spanned<Date>>,
    /// What kind of commitment an item is that does not say so.
    pub default_kind: Option<Kind>,
    /// The third party that judges the items.
    pub judge: Option<Judge>,
    /// The words in which it does.
    pub verdicts: Vec<VerdictWord>,
    /// The month in which its fiscal year begins, 1 to 12.
    pub fiscal_year: FiscalYear,
    /// The source record that holds the full text.
    pub source: Option<Ref>,
    /// The terms of the plan's text.
    pub licence: Option<String>,
    /// An address to write to.
    pub contact: Option<String>,
    /// The groups of tags that items can have.
    pub tags: Vec<TagGroup>,
}

/// The third party that judges the items of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judge {
    /// Its name.
    pub name: String,
    /// The address of its judgements.
    pub url: Option<String>,
}

/// How often a report is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporting {
    /// The interval.
    pub every: Cadence,
    /// How many days late is still on time.
    pub grace_days: i64,
}

pub(super) fn read(reading: Reading<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<PlanDocument> {
    let (record, make) = reading.record("the plan", diagnostics, |fields, reading| {
        let fiscal_year = fiscal_year(fields);
        let title = fields.required_text("title", "Action plan on water security");
        if !fields.has("parties") {
            fields.missing("parties", "[Japan, Australia]");
        }
        let parties_span = fields.key_span("parties");
        let parties = texts(fields, "parties");
        if !fields.has("adopted") {
            fields.missing("adopted", "2009-12-18");
        }
        let adopted = fields.date("adopted", fiscal_year).filter(|date| {
            let has_day = date.value.precision != Precision::Ongoing;
            if !has_day {
                let message = "`adopted` must be a date, not `ongoing`";
                fields.report(
                    Diagnostic::new(code::BAD_DATE, date.span, message)
                        .help("write the day, month or year in which the plan was adopted"),
                );
            }
            has_day
        });
        let period = period(fields, fiscal_year, adopted.as_ref());
        let edition = text(fields, "edition");
        let languages = fields.languages("languages").into_iter().map(|language| language.value).collect();
        let authentic_language = fields.language("authentic-language").map(|language| language.value);
        let reporting = fields.map("reporting").and_then(reporting);
        let closed = fields.date("closed", fiscal_year).filter(|closed| {
            let (text, is_day) = (&closed.value.text, closed.value.latest < Day::MAX);
            let late = adopted.as_ref().is_none_or(|adopted| adopted.value.earliest <= closed.value.latest);
            if !(is_day && late) {
                let message =
                    format!("the plan cannot be closed on `{text}`: that is not a date after `adopted`");
                fields.report(
                    Diagnostic::new(code::BAD_DATE, closed.span, message)
                        .help("write the day, month or year in which the plan ended"),
                );
            }
            is_day && late
        });
        let default_kind = fields.map("kinds").and_then(|mut kinds| {
            let default = kinds.choice("default").map(|kind| kind.value);
            kinds.finish();
            default
        });
        let judge = fields.map("judged-by").and_then(judge);
        let verdicts = verdicts(fields);
        let source = fields.text("source");
        let licence = text(fields, "licence");
        // Items and agencies have their mailboxes with a scheme, so people write it here, too.
        let contact = text(fields, "contact").map(|contact| match contact.strip_prefix("mailto:") {
            Some(mailbox) => mailbox.split('?').next().unwrap_or(mailbox).to_owned(),
            None => contact,
        });
        let language = reading.rules.language.map(|language| language.code);
        let own = reading.rules.languages.first().map_or("en", String::as_str);
        let tags = tags::read(fields, language.unwrap_or(own));
        let (title, adopted) = (title?.value, adopted?);
        Some(move |record| PlanDocument {
            record,
            title,
            parties,
            parties_span,
            adopted,
            period,
            edition,
            languages,
            authentic_language,
            reporting,
            closed,
            default_kind,
            judge,
            verdicts,
            fiscal_year,
            source,
            licence,
            contact,
            tags,
        })
    })?;
    Some(make(record))
}

/// The years of the plan, which do not end before it was adopted.
fn period(fields: &mut Fields<'_>, fiscal_year: FiscalYear, adopted: Option<&Spanned<Date>>) -> Option<Date> {
    let period = fields.date("period", fiscal_year)?;
    let Some(adopted) = adopted.filter(|adopted| period.value.latest < adopted.value.earliest) else {
        return Some(period.value);
    };
    let (text, day) = (&period.value.text, &adopted.value.text);
    let message = format!("the plan ends with its `period`, `{text}`, before it was adopted: `{day}`");
    let next = period.value.earliest.year() + 1;
    let is_two_years = period.value.precision == Precision::Month
        && text.get(5..).and_then(|tail| tail.parse::<i16>().ok()) == Some(next % 100);
    let help = match is_two_years {
        true => format!(
            "correct `period` or `adopted`; `{text}` is a month, and two years are `{}/{next}`",
            next - 1
        ),
        false => "correct `period` or `adopted`".to_owned(),
    };
    fields.report(Diagnostic::new(code::BAD_DATE, period.span, message).help(help));
    None
}

/// When the fiscal year begins, and what it is called after.
fn fiscal_year(fields: &mut Fields<'_>) -> FiscalYear {
    let starts = fields.number("fiscal-year-starts", 1, 12);
    let starts = starts.and_then(|month| i8::try_from(month.value).ok());
    let named = match fields.choice::<FiscalYearName>("fiscal-year-named").map(|named| named.value) {
        Some(FiscalYearName::Last) => NamedBy::Last,
        Some(FiscalYearName::First) | None => NamedBy::First,
    };
    FiscalYear { starts: starts.unwrap_or(1), written: starts.is_some(), named }
}

fn reporting(mut fields: Fields<'_>) -> Option<Reporting> {
    if !fields.has("every") {
        fields.missing("every", "1 year");
    }
    let every = fields.cadence("every");
    let grace_days = fields.number("grace-days", 0, 3650).map_or(0, |days| days.value);
    fields.finish();
    every.map(|every| Reporting { every: every.value, grace_days })
}

impl PlanDocument {
    /// What other files are read by.
    pub(super) fn rules(&self) -> PlanRules {
        PlanRules {
            unknown: false,
            default_kind: self.default_kind,
            judge: self.judge.as_ref().map(|judge| judge.name.clone()),
            verdicts: self.verdicts.clone(),
        }
    }
}

fn judge(mut fields: Fields<'_>) -> Option<Judge> {
    let name = fields.required_text("name", "National Audit Office");
    let url = url(&mut fields, "url");
    fields.finish();
    Some(Judge { name: name?.value, url })
}

/// A judge's own words: each means one of ours, and may end the matter.
fn verdicts(fields: &mut Fields<'_>) -> Vec<VerdictWord> {
    let mut words = Vec::new();
    for (word, span, value) in fields.entries("verdicts") {
        let (verdict, is_final) = if let ValueKind::Scalar(text) = value.kind {
            let text = Spanned::new(text, value.span);
            (fields.choose::<Verdict>(&word, &text).map(|verdict| verdict.value), false)
        } else {
            let mut entry = fields.nested(format!("the verdict `{word}`"), value, span);
            if !entry.has("as") {
                entry.missing("as", "complete");
            }
            let verdict = entry.choice("as").map(|verdict| verdict.value);
            let is_final = entry.truth("final").is_some_and(|is_final| is_final.value);
            entry.finish();
            (verdict, is_final)
        };
        if Verdict::from_word(&word).is_some_and(|own| Some(own) != verdict) {
            let message = format!("`{word}` already is a verdict of planbook, and cannot mean another");
            fields.report(
                Diagnostic::new(code::UNKNOWN_VALUE, span, message)
                    .help("use the judge's own word here, or remove the line"),
            );
            continue;
        }
        words.extend(verdict.map(|verdict| VerdictWord { word, verdict, is_final }));
    }
    words
}
