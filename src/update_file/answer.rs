//! What somebody wrote.

use crate::fields::meant;

/// An answer as it was written: each text may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Whether there is nothing to report.
    pub nothing: String,
    /// When it happened.
    pub date: String,
    /// The status.
    pub status: String,
    /// Whether it will be done as planned.
    pub outlook: String,
    /// What happened.
    pub happened: String,
    /// The titles of documents that show it, a line each.
    pub evidence_title: String,
    /// Their addresses, a line each.
    pub evidence_url: String,
    /// What causes a delay.
    pub challenges: String,
    /// What comes next.
    pub next_steps: String,
    /// What became of a meeting.
    pub meeting: String,
    /// The new due date.
    pub new_due: String,
    /// Why the due date changed.
    pub reason: String,
    /// Values of the indicators of the item.
    pub values: Vec<WrittenValue>,
}

/// A value of an indicator, as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenValue {
    /// The id of the indicator.
    pub indicator: String,
    /// The period.
    pub period: String,
    /// The number.
    pub value: String,
    /// Whether a program stored it as a number: nobody has to guess what its signs mean.
    pub is_number: bool,
}

/// A part of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Whether there is nothing to report.
    Nothing,
    /// When it happened.
    Date,
    /// The status.
    Status,
    /// Whether it will be done as planned.
    Outlook,
    /// What happened.
    Happened,
    /// The titles of documents.
    EvidenceTitle,
    /// Their addresses.
    EvidenceUrl,
    /// What causes a delay.
    Challenges,
    /// What comes next.
    NextSteps,
    /// What became of a meeting.
    Meeting,
    /// The new due date.
    NewDue,
    /// Why the due date changed.
    Reason,
    /// The period of a value, by its place among the values.
    Period(usize),
    /// A value, by its place among the values.
    Value(usize),
}

impl Field {
    /// All that an answer has one of, in the order in which people answer.
    pub const ALL: [Self; 12] = [
        Self::Nothing,
        Self::Date,
        Self::Status,
        Self::Outlook,
        Self::Happened,
        Self::EvidenceTitle,
        Self::EvidenceUrl,
        Self::Challenges,
        Self::NextSteps,
        Self::Meeting,
        Self::NewDue,
        Self::Reason,
    ];

    /// Its word, as it stands in hidden cells and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Date => "date",
            Self::Status => "status",
            Self::Outlook => "outlook",
            Self::Happened => "happened",
            Self::EvidenceTitle => "evidence-title",
            Self::EvidenceUrl => "evidence-url",
            Self::Challenges => "challenges",
            Self::NextSteps => "next-steps",
            Self::Meeting => "meeting",
            Self::NewDue => "new-due",
            Self::Reason => "reason",
            Self::Period(_) => "period",
            Self::Value(_) => "value",
        }
    }
}

impl Answer {
    /// What was written for a part.
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Nothing => &self.nothing,
            Field::Date => &self.date,
            Field::Status => &self.status,
            Field::Outlook => &self.outlook,
            Field::Happened => &self.happened,
            Field::EvidenceTitle => &self.evidence_title,
            Field::EvidenceUrl => &self.evidence_url,
            Field::Challenges => &self.challenges,
            Field::NextSteps => &self.next_steps,
            Field::Meeting => &self.meeting,
            Field::NewDue => &self.new_due,
            Field::Reason => &self.reason,
            Field::Period(at) => self.values.get(at).map_or("", |value| &value.period),
            Field::Value(at) => self.values.get(at).map_or("", |value| &value.value),
        }
    }

    /// Writes a part of which an answer has one.
    pub fn set(&mut self, field: Field, text: String) {
        match field {
            Field::Nothing => self.nothing = text,
            Field::Date => self.date = text,
            Field::Status => self.status = text,
            Field::Outlook => self.outlook = text,
            Field::Happened => self.happened = text,
            Field::EvidenceTitle => self.evidence_title = text,
            Field::EvidenceUrl => self.evidence_url = text,
            Field::Challenges => self.challenges = text,
            Field::NextSteps => self.next_steps = text,
            Field::Meeting => self.meeting = text,
            Field::NewDue => self.new_due = text,
            Field::Reason => self.reason = text,
            Field::Period(_) | Field::Value(_) => {}
        }
    }

    /// The parts that were written, without the date: a date alone answers nothing.
    pub(super) fn written(&self) -> impl Iterator<Item = Field> {
        let has_text = |field: &Field| *field != Field::Date && !self.text(*field).trim().is_empty();
        Field::ALL.into_iter().filter(has_text)
    }

    /// Whether there is more than that there is nothing to report.
    pub(super) fn says_more(&self) -> bool {
        self.written().any(|field| field != Field::Nothing)
            || self.values.iter().any(|value| !value.value.trim().is_empty())
    }

    /// The same without what stands for an empty cell, such as a dash or "N/A". It stays where it may be the answer itself: below
    /// what happened.
    pub(super) fn without_fillers(&self) -> Self {
        let mut own = self.clone();
        for field in Field::ALL.into_iter().filter(|field| *field != Field::Happened) {
            // What is not in a list is asked about.
            let is_word = !matches!(field, Field::Date) && !is_list(field);
            if is_dash(self.text(field)) || (is_word && meant::no_report(self.text(field)).is_some()) {
                own.set(field, String::new());
            }
        }
        own
    }

    /// Whether nothing was answered.
    pub fn is_blank(&self) -> bool {
        self.written().next().is_none() && self.values.iter().all(|value| value.value.trim().is_empty())
    }
}

/// Whether a text has nothing but white space and dashes.
fn is_dash(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || "-‐‑–—―−－ー_.…・/".contains(c))
}

/// Whether a part is answered with a word of a list.
fn is_list(field: Field) -> bool {
    matches!(field, Field::Nothing | Field::Status | Field::Outlook | Field::Meeting)
}
