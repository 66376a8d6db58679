//! Items, and where they stand.

use schemars::JsonSchema;
use serde::Serialize;

use super::values::{Date, Interval, Word};
use crate::vocabulary::{Basis, Continuation, Degree, Kind, Outcome, Rollup, Status};

/// An item of the plan, or a part of one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Item {
    /// Its id, which never changes: `3.2.a`.
    pub id: String,
    /// Its number, as the site shows it: `3 (2) (a)`.
    pub number: String,
    /// The address of its page.
    pub url: String,
    /// A short title in plain words.
    pub title: String,
    /// What kind of promise it is. Each kind is judged in its own way: many of them can never be completed.
    pub kind: Word<Kind>,
    /// The id of its area.
    pub area: String,
    /// The id of the item that it is a part of.
    pub parent: Option<String>,
    /// The ids of its parts.
    pub parts: Vec<String>,
    /// The plan's words, letter for letter.
    pub text: Option<String>,
    /// The id of the source that its text is in.
    pub source: Option<String>,
    /// The place in the source.
    pub locator: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// Where it stands: what the responsible body claims.
    pub standing: Standing,
    /// What the calendar says.
    pub schedule: Schedule,
    /// How old the newest report is.
    pub freshness: Freshness,
    /// Who leads.
    pub lead: Vec<Role>,
    /// Who supports.
    pub supporting: Vec<Role>,
    /// How often it recurs.
    pub cadence: Option<Interval>,
    /// For a container: how its status follows from its parts.
    pub rollup: Option<Word<Rollup>>,
    /// How it is measured.
    pub indicators: Vec<String>,
    /// The ids of items that bear on it.
    pub related: Vec<String>,
    /// The ids of items that must come first.
    pub depends_on: Vec<String>,
    /// The ids of items that are the same commitment; they share their updates.
    pub same_as: Vec<String>,
    /// The ids of forums that belong to it.
    pub forums: Vec<String>,
    /// What it continues in other editions.
    pub continues: Vec<Continues>,
    /// The ids of its updates, oldest first.
    pub updates: Vec<String>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Whether only the internal site has it.
    pub internal: bool,
    /// The text about it, as HTML.
    pub body_html: String,
}

/// Where an item stands: what the responsible body claims. Only a dated update sets it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Standing {
    /// The status. `not-reported` says that no public information was found, and not that nothing was done; `not-stated` says
    /// that something is known, but nobody said how far it has come. A catch-all ("others") has none.
    pub status: Option<Word<Status>>,
    /// How far work in progress has come.
    pub degree: Option<Word<Degree>>,
    /// How a closed item ended.
    pub outcome: Option<Word<Outcome>>,
    /// Since when: the date of the first update of the unbroken run of updates that say so.
    pub since: Option<Date>,
    /// The date of the newest update that says so.
    pub confirmed: Option<Date>,
    /// The id of the newest update that says so.
    pub update: Option<String>,
    /// Whether it follows from the parts.
    pub from_parts: bool,
}

/// What the calendar says of an item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Schedule {
    /// In a word.
    pub state: ScheduleState,
    /// The date by which it was due at first.
    pub first_due: Option<Date>,
    /// The date by which it is due now.
    pub due: Option<Date>,
    /// How often the date was put back.
    pub times_put_back: usize,
    /// By how many days it is, or was, late.
    pub days_late: Option<i64>,
}

/// What the calendar says, in a word.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum ScheduleState {
    /// There is no date.
    NoDate,
    /// There is time.
    NotDue,
    /// It is due within 90 days.
    DueSoon,
    /// The last day that the date can mean has passed.
    Overdue,
    /// Completed by its date.
    DoneOnTime,
    /// Completed after its date.
    DoneLate,
    /// The plan says in words when it is due, and no day follows from them yet.
    NoDayYet,
    /// Its date passed, and it was closed without being completed.
    Missed,
    /// It ended before its date, or because its work was done: nothing is due any more.
    Ended,
    /// A group: the date is the next one among its parts.
    OfParts,
}

impl ScheduleState {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoDate => "no-date",
            Self::NotDue => "not-due",
            Self::DueSoon => "due-soon",
            Self::Overdue => "overdue",
            Self::DoneOnTime => "done-on-time",
            Self::DoneLate => "done-late",
            Self::NoDayYet => "no-day-yet",
            Self::Missed => "missed",
            Self::Ended => "ended",
            Self::OfParts => "of-parts",
        }
    }
}

/// How old the newest report on an item is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Freshness {
    /// In a word.
    pub state: FreshnessState,
    /// The date of the newest report. Announcements and updates from before the plan are none.
    pub last: Option<Date>,
    /// Where no rhythm is asked for, the age in days; where it is stale, the days since the next report was due.
    pub days: Option<i64>,
}

/// How old the newest report is, in a word.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum FreshnessState {
    /// There is no report.
    Never,
    /// No rhythm is asked for, or the item is settled.
    Unpaced,
    /// In time.
    Fresh,
    /// The next report is due, and the days of grace run.
    Due,
    /// Too old.
    Stale,
}

impl FreshnessState {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Unpaced => "unpaced",
            Self::Fresh => "fresh",
            Self::Due => "due",
            Self::Stale => "stale",
        }
    }
}

/// An agency that answers for an item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Role {
    /// The agency's id.
    pub agency: String,
    /// Whether the plan names it (`stated`) or it is the editors' reading (`inferred`).
    pub basis: Word<Basis>,
    /// Whether only the internal site has it.
    pub internal: bool,
}

/// What an item continues in another edition.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Continues {
    /// The name of the edition.
    pub edition: String,
    /// The item's id there.
    pub item: String,
    /// How.
    pub how: Option<Word<Continuation>>,
}

/// How often a report is due.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reporting {
    /// The interval.
    pub every: Interval,
    /// How many days late is still on time.
    pub grace_days: i64,
}

/// An earlier or later edition of the plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Edition {
    /// Its name.
    pub id: String,
    /// The address of its page.
    pub url: String,
    /// Its title.
    pub title: Option<String>,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// Its items and parts.
    pub items: Vec<EditionItem>,
}

/// An item of another edition.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EditionItem {
    /// Its id in that edition.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its words, letter for letter.
    pub text: Option<String>,
}

impl Freshness {
    /// With the day of the newest report.
    pub fn new(state: FreshnessState, last: Option<&crate::date::Date>, days: Option<i64>) -> Self {
        Self { state, last: last.map(Into::into), days }
    }
}
