//! The words of closed lists: as a form shows them, in each language of the site, and as `check` understands them.

use super::answer::Field;
use crate::fields::meant;
use crate::vocabulary::{Choice as _, MeetingState, Outlook, Status};

/// The words that answers are read with, and those that a file needs.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    /// The words of lists as they are shown: the part, what is shown, the word that content has.
    pub shown: Vec<(Field, String, &'static str)>,
    /// How the status of an item that ended is shown: nobody can choose it.
    pub closed: Vec<String>,
    /// The headline of "nothing to report".
    pub nothing_title: String,
    /// The headline of a report that is a status only, with `{status}`.
    pub status_title: String,
    /// The headline of a report without words.
    pub other_title: String,
    /// The languages of the site, that of the book first.
    pub languages: Vec<String>,
}

/// The words that can be answered, by the part of the answer. A closed item needs a decision, and "not reported" is nothing that
/// anybody reports.
pub fn closed_lists() -> [(Field, Vec<&'static str>); 4] {
    let not_claimed = [Status::NotReported, Status::NotStated, Status::Closed];
    let statuses = Status::CHOICES.iter().filter(|(_, status)| !not_claimed.contains(status));
    let meetings = MeetingState::CHOICES.iter().filter(|(_, state)| *state != MeetingState::Planned);
    [
        (Field::Nothing, vec![YES]),
        (Field::Status, statuses.map(|(word, _)| *word).collect()),
        (Field::Outlook, Outlook::CHOICES.iter().map(|(word, _)| *word).collect()),
        (Field::Meeting, meetings.map(|(word, _)| *word).collect()),
    ]
}

const YES: &str = "yes";

/// A status with what belongs beside it.
pub(super) struct Said {
    pub(super) status: &'static str,
    pub(super) outlook: Option<Outlook>,
}

impl Wording {
    /// The word of a list that is shown like this. What is shown in several languages is also known in each.
    fn shown(&self, field: Field, written: &str) -> Option<&'static str> {
        let written = folded(written);
        let found = self.shown.iter().find(|(of, shown, _)| *of == field && folded(shown) == written);
        found.map(|(_, _, word)| *word)
    }

    /// How a word of a list is shown first.
    pub(super) fn label(&self, field: Field, word: &str) -> String {
        let found = self.shown.iter().find(|(of, _, known)| *of == field && *known == word);
        found.map_or_else(|| word.to_owned(), |(_, shown, _)| shown.clone())
    }

    /// Whether "nothing to report" is answered with yes; `None` when it is neither yes nor no.
    pub(super) fn nothing(&self, written: &str) -> Option<bool> {
        if self.shown(Field::Nothing, written).is_some() {
            return Some(true);
        }
        match folded(written).as_str() {
            "yes" | "y" | "x" | "true" | "1" | "✓" | "✔" | "○" | "〇" | "nothing to report" | "oui"
            | "ja" | "sí" | "si" | "sim" => Some(true),
            "" | "no" | "n" | "false" | "0" | "-" | "いいえ" | "non" | "nein" => Some(false),
            _ => None,
        }
    }

    pub(super) fn status(&self, written: &str) -> Option<Said> {
        if let Some(status) = self.shown(Field::Status, written) {
            return Some(Said { status, outlook: None });
        }
        let found = meant::status(written).filter(|_| !self.closes(written))?;
        let beside =
            |key: &str| found.beside.iter().find(|(known, _)| *known == key).map(|(_, value)| *value);
        Some(Said { status: found.status, outlook: beside("outlook").and_then(Outlook::from_word) })
    }

    /// Whether a word says that an item ended, such as "cancelled": that needs a decision, and somebody who says how it ended.
    pub(super) fn closes(&self, written: &str) -> bool {
        let folded_closed = |label: &String| folded(label) == folded(written);
        self.closed.iter().any(folded_closed) || meant::ends_item(written)
    }

    /// Whether a text is the word of a state and nothing else: of a status, an outlook or a meeting, or that an item ended.
    pub(super) fn is_state(&self, written: &str) -> bool {
        self.status(written).is_some()
            || self.outlook(written).is_some()
            || self.meeting(written).is_some()
            || self.closes(written)
    }

    pub(super) fn outlook(&self, written: &str) -> Option<Outlook> {
        let shown = self.shown(Field::Outlook, written).and_then(Outlook::from_word);
        shown.or_else(|| Outlook::from_word(&hyphened(written))).or_else(|| {
            // The words of a status that say how it will go: "delayed", "順調".
            let found = meant::status(written)?;
            found
                .beside
                .iter()
                .find(|(key, _)| *key == "outlook")
                .and_then(|(_, word)| Outlook::from_word(word))
        })
    }

    pub(super) fn meeting(&self, written: &str) -> Option<MeetingState> {
        let shown = self.shown(Field::Meeting, written).and_then(MeetingState::from_word);
        let word = hyphened(written).replace("canceled", "cancelled");
        shown.or_else(|| MeetingState::from_word(&word)).filter(|state| *state != MeetingState::Planned)
    }
}

fn hyphened(written: &str) -> String {
    folded(written).replace(' ', "-")
}

/// A text as it is compared: in small letters, with single spaces.
fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
