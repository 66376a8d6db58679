//! The types that `planbook status` fills, which are its JSON: `docs/reporting.md` lists the keys.

use serde::Serialize;

use crate::date::Date;

/// Where the plan stands on a day.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    pub(super) schema_version: u32,
    pub(super) generator: &'static str,
    pub(super) as_of: String,
    /// The date of adoption, if that is later than the day: then there was no plan yet, and what is counted is its text.
    pub(super) adopted_later: Option<DateText>,
    /// The last day of the plan, if it had ended: what is counted is its last known state.
    pub(super) ended: Option<String>,
    pub(super) audience: &'static str,
    pub(super) title: String,
    pub(super) licence: Option<String>,
    pub(super) areas: usize,
    pub(super) items: usize,
    pub(super) updates: usize,
    /// Items that have a status of their own: what the following counts add up to.
    pub(super) counted: usize,
    pub(super) statuses: Vec<StatusCount>,
    /// The newest assessment of each item by a third party, counted beside what is claimed.
    pub(super) verdicts: Vec<VerdictCount>,
    /// What was reported of how items will go on; nothing where no update says so.
    pub(super) outlooks: Vec<OutlookCount>,
    pub(super) kinds: Vec<KindCount>,
    pub(super) schedule: ScheduleCount,
    pub(super) freshness: FreshnessCount,
    pub(super) by_area: Vec<AreaCount>,
    pub(super) indicators: Vec<IndicatorLine>,
    pub(super) overdue: Vec<ItemLine>,
    pub(super) missed: Vec<ItemLine>,
    pub(super) late_milestones: Vec<MilestoneLine>,
    pub(super) due_soon: Vec<ItemLine>,
    pub(super) stale: Vec<ItemLine>,
    pub(super) put_back: Vec<ItemLine>,
    pub(super) went_backwards: Vec<StepBackLine>,
    pub(super) no_information: Vec<ItemLine>,
    pub(super) outcome_unknown: Vec<NewsLine>,
    pub(super) latest: Vec<NewsLine>,
}

#[derive(Debug, Serialize)]
pub(super) struct StatusCount {
    pub(super) status: &'static str,
    pub(super) items: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct OutlookCount {
    pub(super) outlook: &'static str,
    pub(super) items: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct VerdictCount {
    pub(super) verdict: &'static str,
    /// The judge's own word, if the plan maps such words.
    pub(super) word: Option<String>,
    pub(super) items: usize,
}

/// Each kind is judged by a measure of its own, because most of them are never "completed".
#[derive(Debug, Serialize)]
pub(super) struct KindCount {
    pub(super) kind: &'static str,
    pub(super) items: usize,
    /// `None` for a kind that nobody states: it is counted by status only.
    pub(super) measure: Option<&'static str>,
    pub(super) reached: usize,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct ScheduleCount {
    pub(super) no_date: usize,
    pub(super) not_due: usize,
    pub(super) due_soon: usize,
    pub(super) overdue: usize,
    pub(super) done_on_time: usize,
    pub(super) done_late: usize,
    pub(super) missed: usize,
    pub(super) ended: usize,
    pub(super) done: usize,
    pub(super) plan_ended: usize,
    pub(super) no_day_yet: usize,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct FreshnessCount {
    pub(super) never: usize,
    pub(super) unpaced: usize,
    pub(super) fresh: usize,
    pub(super) due: usize,
    pub(super) stale: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct AreaCount {
    pub(super) area: String,
    pub(super) title: String,
    pub(super) items: usize,
    pub(super) no_information: usize,
    pub(super) overdue: usize,
    pub(super) stale: usize,
    pub(super) last_information: Option<DateText>,
}

/// A date as it was written, and the last day that it may mean.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DateText {
    pub(super) text: String,
    pub(super) last_day: String,
    #[serde(skip)]
    pub(super) date: Date,
}

/// An item in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ItemLine {
    pub(super) item: String,
    pub(super) title: String,
    pub(super) status: Option<&'static str>,
    pub(super) due: Option<DateText>,
    /// How often the due date was postponed, and by how many months in all.
    pub(super) put_back: usize,
    pub(super) put_back_months: Option<i64>,
    pub(super) last_information: Option<DateText>,
    /// Days since it was due, until it is due, or since it went out of date, as the list has it.
    pub(super) days: Option<i64>,
    #[serde(skip)]
    pub(super) number: String,
}

/// An indicator with numbers.
#[derive(Debug, Serialize)]
pub(super) struct IndicatorLine {
    pub(super) item: String,
    pub(super) indicator: String,
    pub(super) title: String,
    pub(super) unit: Option<String>,
    /// The newest value; `None` before the first one.
    pub(super) newest: Option<NumberText>,
    /// The next target, or the last one when none is ahead.
    pub(super) target: Option<NumberText>,
    #[serde(skip)]
    pub(super) number: String,
}

/// A number for a period, exactly as it was written.
#[derive(Debug, Serialize)]
pub(super) struct NumberText {
    pub(super) value: String,
    pub(super) period: DateText,
    /// With its unit, as the site shows it.
    #[serde(skip)]
    pub(super) amount: String,
}

/// A milestone whose date has passed.
#[derive(Debug, Serialize)]
pub(super) struct MilestoneLine {
    pub(super) item: String,
    pub(super) milestone: String,
    pub(super) title: String,
    pub(super) due: DateText,
    /// Days since it was due.
    pub(super) days: i64,
    #[serde(skip)]
    pub(super) number: String,
}

/// A status that says less than the one before.
#[derive(Debug, Serialize)]
pub(super) struct StepBackLine {
    pub(super) item: String,
    pub(super) title: String,
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) date: DateText,
    pub(super) update: String,
    #[serde(skip)]
    pub(super) number: String,
}

#[derive(Debug, Serialize)]
pub(super) struct NewsLine {
    pub(super) update: String,
    pub(super) date: DateText,
    pub(super) title: String,
    pub(super) items: Vec<String>,
    #[serde(skip)]
    pub(super) numbers: Vec<String>,
}

impl From<&Date> for DateText {
    fn from(date: &Date) -> Self {
        Self { text: date.text.clone(), last_day: date.latest.to_string(), date: date.clone() }
    }
}
