//! The questions of the form.

use crate::render::Messages;
use crate::update_file::Field;

/// A question of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// Which item the answer is about.
    Item,
    /// Who answers.
    Agency,
    /// A part of the answer.
    Part(Field),
}

impl Question {
    /// All of them, in the order of the form. Values of indicators are a table, and no form of a code host has one.
    pub(super) const ALL: [Self; 14] = [
        Self::Item,
        Self::Agency,
        Self::Part(Field::Date),
        Self::Part(Field::Nothing),
        Self::Part(Field::Status),
        Self::Part(Field::Outlook),
        Self::Part(Field::Happened),
        Self::Part(Field::EvidenceTitle),
        Self::Part(Field::EvidenceUrl),
        Self::Part(Field::Challenges),
        Self::Part(Field::NextSteps),
        Self::Part(Field::Meeting),
        Self::Part(Field::NewDue),
        Self::Part(Field::Reason),
    ];

    /// The key of its label.
    fn label_key(self) -> String {
        match self {
            Self::Item => "reply-column-title".to_owned(),
            Self::Agency => "request-agency".to_owned(),
            Self::Part(field) => format!("reply-column-{}", field.word()),
        }
    }

    /// Its label in one language.
    pub(super) fn label(self, messages: &Messages) -> String {
        one_line(messages.get(&self.label_key()))
    }
}

/// A text on one line.
pub(super) fn one_line(text: &str) -> String {
    crate::language_marks::unmarked(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
