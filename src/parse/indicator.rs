//! Indicators: how the progress of an item is measured, in words or in numbers.

use super::record::{Reading, is_id};
use super::texts::{Ref, text};
use crate::date::{Date, FiscalYear, Precision};
use crate::decimal::Decimal;
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::fields::{Fields, Value, ValueKind};
use crate::markdown::path_from;
use crate::vocabulary::{Aim, Audience};

/// An indicator with numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its id, which is unique within its item.
    pub id: Spanned<String>,
    /// What is measured.
    pub title: String,
    /// In which unit.
    pub unit: Option<String>,
    /// Which way the numbers should go.
    pub aim: Option<Aim>,
    /// The number at the beginning.
    pub baseline: Option<PeriodValue>,
    /// What is to be reached by when, in order of time.
    pub targets: Vec<PeriodValue>,
    /// The path of the file with its numbers, from the book's root.
    pub figures: Option<Ref>,
    /// Who may see it.
    pub audience: Audience,
}

/// A number for a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodValue {
    /// The period.
    pub period: Spanned<Date>,
    /// The number.
    pub value: Decimal,
    /// Who may see it.
    pub audience: Audience,
}

/// A measured value, as an update gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasuredValue {
    /// The indicator's id.
    pub indicator: Ref,
    /// The period.
    pub period: Spanned<Date>,
    /// The number.
    pub value: Decimal,
    /// A remark on it.
    pub note: Option<String>,
    /// Whether it was measured in another way than those before.
    pub is_break: bool,
    /// Who may see it.
    pub audience: Audience,
}

/// A target that an update sets in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTarget {
    /// The indicator's id.
    pub indicator: Ref,
    /// The period by which it is to be reached, and the number.
    pub target: PeriodValue,
    /// The period of the target that it replaces, where that is another period.
    pub instead_of: Option<Spanned<Date>>,
}

impl NewTarget {
    /// The period of the target that it replaces.
    pub fn replaces(&self) -> &Spanned<Date> {
        self.instead_of.as_ref().unwrap_or(&self.target.period)
    }
}

/// What stands for the indicators of an item among the names of what could not be read.
pub fn indicators_name(path: &str) -> String {
    format!("indicators of {path}")
}

/// The keys of an indicator with numbers. An entry with one of them is one, and so is one with keys that neither has; a text
/// with an audience has `value`.
const KEYS: &[&str] = &["id", "title", "unit", "aim", "baseline", "targets", "figures"];

/// The list `indicators`: the texts, and the indicators with numbers.
pub(super) fn indicators(fields: &mut Fields<'_>, reading: &Reading<'_>) -> (Vec<String>, Vec<Indicator>) {
    let has_keys = |value: &Value| {
        matches!(&value.kind, ValueKind::Map(entries)
            if entries.iter().any(|entry| KEYS.contains(&entry.key.as_str()))
                || !entries.iter().any(|entry| ["value", "audience"].contains(&entry.key.as_str())))
    };
    if !fields.any_value("indicators", has_keys) {
        return (super::texts::texts(fields, "indicators"), Vec::new());
    }
    let (mut texts, mut measured): (Vec<String>, Vec<Indicator>) = (Vec::new(), Vec::new());
    for (number, value) in (1..).zip(fields.values("indicators")) {
        if !has_keys(&value) {
            texts.extend(fields.text_of_list("indicators", number, value).map(|text| text.value));
            continue;
        }
        let entry = fields.entry_of("indicators", value);
        let Some(indicator) = indicator(entry, reading) else { continue };
        let same = |other: &&Indicator| other.id.value == indicator.id.value;
        match measured.iter().find(same) {
            Some(first) => fields.report(repeated("indicator", &indicator.id, first.id.span)),
            None => measured.push(indicator),
        }
    }
    (texts, measured)
}

fn indicator(mut fields: Fields<'_>, reading: &Reading<'_>) -> Option<Indicator> {
    let fiscal_year = reading.rules.fiscal_year;
    let id = id(&mut fields, "wells");
    let title = fields.required_text("title", "Wells in use");
    let unit = text(&mut fields, "unit");
    let aim = fields.choice("aim").map(|aim| aim.value);
    let baseline = fields.map("baseline").and_then(|fields| period_value(fields, fiscal_year));
    let mut targets = fields.maps("targets", |fields| period_value(fields, fiscal_year));
    targets.sort_by(|a, b| {
        (a.period.value.latest, &a.period.value).cmp(&(b.period.value.latest, &b.period.value))
    });
    let figures = fields.text("figures").and_then(|written| match path_from(reading.path, &written.value) {
        Some(path) => Some(written.with(path)),
        None => {
            let message = format!("`{}` is outside the folder of the book", written.value);
            fields.report(Diagnostic::new(code::UNKNOWN_FIGURES, written.span, message).help(
                "put the file into a folder `files`, and write its path from this file: `files/wells.csv`",
            ));
            None
        }
    });
    let audience = fields.audience();
    fields.finish();
    let title = title?.value;
    Some(Indicator { id: id?, title, unit, aim, baseline, targets, figures, audience })
}

/// An id that is unique within its item. It becomes a part of addresses.
pub(super) fn id(fields: &mut Fields<'_>, example: &str) -> Option<Spanned<String>> {
    let id = fields.required_text("id", example)?;
    if is_id(&id.value) {
        return Some(id);
    }
    let message = format!("`{}` cannot be an id", id.value);
    let problem = Diagnostic::new(code::BAD_ID, id.span, message)
        .help("an id has lower case letters a to z, digits, `-` and `.`");
    let slug = crate::slug::slug(&id.value, super::record::MAX_ID);
    fields.report(if is_id(&slug) { problem.suggest(slug) } else { problem });
    None
}

/// Two entries of an item with the same id.
pub(super) fn repeated(what: &str, id: &Spanned<String>, first: Span) -> Diagnostic {
    let message = format!("the {what} `{}` is in the list twice", id.value);
    Diagnostic::new(code::REPEATED_ID, id.span, message)
        .label(first, "the first one")
        .help("each id stands once in an item: give one of the two another id, or remove it")
}

fn period_value(mut fields: Fields<'_>, fiscal_year: FiscalYear) -> Option<PeriodValue> {
    let period = period(&mut fields, fiscal_year);
    let value = decimal(&mut fields, "value");
    let audience = fields.audience();
    fields.finish();
    Some(PeriodValue { period: period?, value: value?, audience })
}

/// The period that a number is of: not `ongoing`.
pub(super) fn period(fields: &mut Fields<'_>, fiscal_year: FiscalYear) -> Option<Spanned<Date>> {
    if !fields.has("period") {
        fields.missing("period", "2024");
    }
    period_at(fields, "period", fiscal_year)
}

fn period_at(fields: &mut Fields<'_>, key: &'static str, fiscal_year: FiscalYear) -> Option<Spanned<Date>> {
    let period = fields.date(key, fiscal_year)?;
    if period.value.precision == Precision::Ongoing {
        fields.report(
            Diagnostic::new(code::BAD_DATE, period.span, "a number is for a period that has an end")
                .help(format!("write the year, month or day that it is for, such as `{key}: 2024`")),
        );
        return None;
    }
    Some(period)
}

/// A number that has to be there.
pub(super) fn decimal(fields: &mut Fields<'_>, key: &'static str) -> Option<Decimal> {
    let text = fields.required_text(key, "6.5")?;
    match Decimal::parse(&text.value) {
        Ok(value) => Some(value),
        Err(problem) => {
            fields.report(bad_number(&text.value, text.span, &problem));
            None
        }
    }
}

/// A text that is no number, with what was meant.
pub(super) fn bad_number(written: &str, span: Span, problem: &crate::decimal::NotANumber) -> Diagnostic {
    let message = format!("`{written}` is not a valid number: {}", problem.why);
    let diagnostic = Diagnostic::new(code::BAD_NUMBER, span, message)
        .help("write digits, with a `.` before decimals: `1234.5`");
    match &problem.instead {
        Some(instead) if problem.certain => diagnostic.fix(instead),
        Some(instead) => diagnostic.suggest(instead),
        None => diagnostic,
    }
}

/// The list `values` of an update.
pub(super) fn values(fields: &mut Fields<'_>, fiscal_year: FiscalYear) -> Vec<MeasuredValue> {
    fields.maps("values", |mut entry| {
        let indicator = entry.required_text("indicator", "wells");
        let period = period(&mut entry, fiscal_year);
        let value = decimal(&mut entry, "value");
        let note = text(&mut entry, "note");
        let is_break = entry.truth("break").is_some_and(|is_break| is_break.value);
        let audience = entry.audience();
        entry.finish();
        Some(MeasuredValue {
            indicator: indicator?,
            period: period?,
            value: value?,
            note,
            is_break,
            audience,
        })
    })
}

/// The list `new-targets` of an update.
pub(super) fn new_targets(fields: &mut Fields<'_>, fiscal_year: FiscalYear) -> Vec<NewTarget> {
    fields.maps("new-targets", |mut entry| {
        let indicator = entry.required_text("indicator", "wells");
        let period = period(&mut entry, fiscal_year);
        let value = decimal(&mut entry, "value");
        let instead_of = period_at(&mut entry, "instead-of", fiscal_year);
        let audience = entry.audience();
        entry.finish();
        let target = PeriodValue { period: period?, value: value?, audience };
        Some(NewTarget { indicator: indicator?, target, instead_of })
    })
}
