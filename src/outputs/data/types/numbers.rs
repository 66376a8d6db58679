//! Indicators with numbers, and milestones.

use schemars::JsonSchema;
use serde::Serialize;

use super::values::{DateData, IsoDay, Word};
use crate::facts::MilestoneState;
use crate::vocabulary::Aim;

/// An indicator with numbers. They never change a status.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Indicator")]
pub struct IndicatorData {
    /// The id of its item.
    pub item: String,
    /// Its id, which is unique within the item.
    pub id: String,
    /// What is measured.
    pub title: String,
    /// The unit of its numbers.
    pub unit: Option<String>,
    /// Which way the numbers should go.
    pub aim: Option<Word<Aim>>,
    /// Its numbers, in order of time.
    pub numbers: Vec<NumberData>,
    /// Whether only the internal site contains it.
    pub internal: bool,
}

/// A number of an indicator for a period.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "Number of an indicator")]
#[schemars(rename = "IndicatorNumber")]
pub struct NumberData {
    /// What the number is.
    pub kind: NumberKind,
    /// The period, as it was written: `2024`, `2024-Q2`, `FY2024`.
    pub period: String,
    /// The first day of the period.
    pub from: IsoDay,
    /// The last day of the period.
    pub until: IsoDay,
    /// The number, exactly as it was written. It is text, so that no program rounds it.
    pub value: String,
    /// A remark on the number.
    pub note: Option<String>,
    /// Whether it was measured in another way than the numbers before it, so that they cannot be compared.
    pub is_break: bool,
    /// The id of the update that gives it, or that set the target in the place of another. The evidence of the update is its source.
    pub update: Option<String>,
    /// The source, as a file of figures names it.
    pub source: Option<String>,
    /// Whether only the internal site contains it.
    pub internal: bool,
}

/// What a number is.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum NumberKind {
    /// The number at the beginning.
    Baseline,
    /// What was measured.
    Value,
    /// What is to be reached.
    Target,
}

impl NumberKind {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Value => "value",
            Self::Target => "target",
        }
    }
}

/// A measured value in an update.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Measured value")]
#[schemars(rename = "MeasuredValue")]
pub struct ValueData {
    /// The id of the item.
    pub item: String,
    /// The id of the indicator.
    pub indicator: String,
    /// The period, as it was written.
    pub period: String,
    /// The number, exactly as it was written.
    pub value: String,
    /// A remark on the number.
    pub note: Option<String>,
    /// Whether it was measured in another way than the numbers before it.
    pub is_break: bool,
    /// Whether only the internal site contains it.
    pub internal: bool,
}

/// A target that an update sets in the place of another. It holds from the date of the update on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "New target")]
#[schemars(rename = "NewTarget")]
pub struct NewTargetData {
    /// The id of the item.
    pub item: String,
    /// The id of the indicator.
    pub indicator: String,
    /// The period by which it is to be reached, as it was written.
    pub period: String,
    /// The number, exactly as it was written.
    pub value: String,
    /// The period of the target that it replaces.
    pub instead_of: String,
    /// The number of the target that it replaces.
    pub was: String,
    /// Whether only the internal site contains it.
    pub internal: bool,
}

/// A step of an item.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Milestone")]
pub struct MilestoneData {
    /// Its id, which is unique within the item.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// Its state on the as-of date.
    pub state: MilestoneState,
    /// When it is due.
    pub due: Option<DateData>,
    /// When it was done.
    pub done: Option<DateData>,
    /// The URL of a document that shows it.
    pub url: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Whether only the internal site contains it.
    pub internal: bool,
}
