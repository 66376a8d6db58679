//! One value by itself, read as it would be in a front matter: what is typed in a terminal is judged by the same words.

use super::{Fields, MapEntry, Value, ValueKind};
use crate::date::FiscalYear;
use crate::diag::{Diagnostic, FileId, Span};

/// How a value is read.
#[derive(Debug, Clone, Copy)]
pub enum Reading<'a> {
    /// As a title or name.
    Name,
    /// As a date of a plan with such fiscal years.
    Date(FiscalYear),
    /// As an interval.
    Cadence,
    /// As a whole number between two.
    Number(i64, i64),
    /// As `true` or `false`.
    Truth,
    /// As a language code.
    Language,
    /// As one of these words.
    Word(&'a [&'a str]),
}

/// What would be reported of a value of `key`.
pub fn problem(key: &'static str, text: &str, reading: Reading<'_>) -> Option<Diagnostic> {
    let span = Span::new(FileId(0), 0..text.len());
    let value = Value { kind: ValueKind::Scalar(text.to_owned()), span };
    let entry = MapEntry { key: key.to_owned(), key_span: span, value };
    let mut found = Vec::new();
    let mut fields =
        Fields::new("a record", Value { kind: ValueKind::Map(vec![entry]), span }, span, &mut found);
    match reading {
        Reading::Name => drop(fields.required_text(key, "")),
        Reading::Date(fiscal_year) => drop(fields.date(key, fiscal_year)),
        Reading::Cadence => drop(fields.cadence(key)),
        Reading::Number(least, most) => drop(fields.number(key, least, most)),
        Reading::Truth => drop(fields.truth(key)),
        Reading::Language => drop(fields.language(key)),
        Reading::Word(words) => drop(fields.word(key, words)),
    }
    drop(fields);
    found.into_iter().next()
}
