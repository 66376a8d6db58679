//! Values that several records share.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::date;
use crate::vocabulary::Choice;

/// A word of a closed list. The schema names them all.
#[derive(Debug, Clone, Copy)]
pub struct Word<T>(pub T);

impl<T: Choice + PartialEq> Word<T> {
    /// The word, as it is written in content.
    pub fn word(&self) -> &'static str {
        T::CHOICES.iter().find(|(_, choice)| *choice == self.0).map_or("", |(word, _)| *word)
    }
}

impl<T: Choice + PartialEq> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<T: Choice> JsonSchema for Word<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Word".into()
    }
    fn schema_id() -> Cow<'static, str> {
        std::any::type_name::<T>().into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = T::CHOICES.iter().map(|(word, _)| *word).collect();
        json_schema!({ "type": "string", "enum": words })
    }
}

/// A day, as `2010-05-19`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IsoDay(pub String);

impl IsoDay {
    /// A day of the calendar.
    pub fn new(day: date::Day) -> Self {
        Self(day.to_string())
    }
}

impl JsonSchema for IsoDay {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// A date, which may be imprecise. Compare `latest` to find out whether it has passed.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "Date")]
pub struct DateData {
    /// As it was written: `2010-05-19`, `2010-05`, `2010`, `2009-Q4`, `2009-H2`, `FY2024`, `2010-06-11/2010-06-13`, `ongoing`.
    pub text: String,
    /// The first possible day; none for `ongoing`.
    pub earliest: Option<IsoDay>,
    /// The last possible day; none for `ongoing`.
    pub latest: Option<IsoDay>,
    /// How precise the date is.
    pub precision: PrecisionData,
}

/// The precision of a date.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum PrecisionData {
    /// One day.
    Day,
    /// From one day to another.
    Range,
    /// One month.
    Month,
    /// A quarter of a calendar or fiscal year.
    Quarter,
    /// Half a calendar year.
    Half,
    /// A calendar year.
    Year,
    /// A fiscal year.
    FiscalYear,
    /// Ongoing, without an end date.
    Ongoing,
}

impl From<&date::Date> for DateData {
    fn from(date: &date::Date) -> Self {
        let precision = match date.precision {
            date::Precision::Day => PrecisionData::Day,
            date::Precision::Range => PrecisionData::Range,
            date::Precision::Month => PrecisionData::Month,
            date::Precision::Quarter => PrecisionData::Quarter,
            date::Precision::Half => PrecisionData::Half,
            date::Precision::Year => PrecisionData::Year,
            date::Precision::FiscalYear => PrecisionData::FiscalYear,
            date::Precision::Ongoing => PrecisionData::Ongoing,
        };
        let bound = |day| (date.precision != date::Precision::Ongoing).then(|| IsoDay::new(day));
        Self {
            text: date.text.clone(),
            earliest: bound(date.earliest),
            latest: bound(date.latest),
            precision,
        }
    }
}

/// An interval at which something is due.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "Interval")]
pub struct IntervalData {
    /// As it was written: `every 6 months`.
    pub text: String,
    /// The length in months.
    pub months: u32,
}

impl From<&date::Cadence> for IntervalData {
    fn from(cadence: &date::Cadence) -> Self {
        Self { text: cadence.text.clone(), months: cadence.months }
    }
}

/// A name in another language.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "Name in another language")]
#[schemars(rename = "NativeName")]
pub struct NativeNameData {
    /// The name.
    pub text: String,
    /// The code of its language.
    pub lang: Option<String>,
}

impl From<&crate::parse::NativeName> for NativeNameData {
    fn from(name: &crate::parse::NativeName) -> Self {
        Self { text: name.text.clone(), lang: name.lang.clone() }
    }
}

/// The period in which something existed.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "Period of existence")]
#[schemars(rename = "Validity")]
pub struct ValidityData {
    /// The first day, if known.
    pub from: Option<DateData>,
    /// The last day, if it ended.
    pub to: Option<DateData>,
}

impl From<&crate::parse::Validity> for ValidityData {
    fn from(valid: &crate::parse::Validity) -> Self {
        Self { from: valid.from.as_ref().map(Into::into), to: valid.to.as_ref().map(Into::into) }
    }
}
