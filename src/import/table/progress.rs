//! What a row says of the state of its item on a day: a dated update.

use super::super::record::ImportedUpdate;
use super::super::table_map::TableMap;
use super::super::when;
use super::super::yaml;
use super::map_file;
use super::values::{address, shown};

/// Colours and words of an outlook.
const OUTLOOKS: &[(&str, &[&str])] = &[
    ("on-track", &["green", "on track", "vert", "grun", "verde", "緑", "順調"]),
    ("at-risk", &["amber", "yellow", "orange", "at risk", "jaune", "gelb", "amarillo", "ambar", "黄"]),
    ("off-track", &["red", "off track", "delayed", "rouge", "rot", "rojo", "赤", "遅延"]),
];

/// The cells of a row that an update is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Report<'a> {
    pub(super) status: &'a str,
    pub(super) outlook: &'a str,
    pub(super) date: &'a str,
    pub(super) note: &'a str,
    pub(super) challenges: &'a str,
    pub(super) next_steps: &'a str,
    pub(super) evidence: &'a str,
    pub(super) values: Vec<(String, String, String)>,
    /// What the words of statuses mean.
    pub(super) map: Option<&'a TableMap>,
}

/// Why a cell became no part of an update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    /// The key of the cell.
    pub(super) key: &'static str,
    /// A sentence.
    pub(super) said: String,
    /// Whether the cell is kept beside the update.
    pub(super) keeps: bool,
}

impl Problem {
    fn kept(key: &'static str, said: String) -> Self {
        Self { key, said, keeps: true }
    }
}

impl Report<'_> {
    /// The update, if there is one to write; and what could not be read.
    pub(super) fn update(&self, day: Option<&str>) -> (Option<ImportedUpdate>, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut keys: Vec<(String, String)> = Vec::new();
        let status = self.status(&mut problems, &mut keys);
        let outlook = self.outlook(&mut problems);
        if let Some(outlook) = outlook {
            keys.retain(|(key, _)| key != "outlook");
            keys.push(("outlook".to_owned(), outlook.to_owned()));
        }
        let says =
            !keys.is_empty() || !self.values.is_empty() || (!self.note.is_empty() && !self.date.is_empty());
        if !says {
            return (None, problems);
        }
        let own = when::cell(self.date);
        if own.is_none() && !self.date.is_empty() {
            let date = self.date;
            let said = format!("`{date}` is not an unambiguous date in the form 2025-12-31");
            problems.push(Problem::kept("status-date", said));
        }
        let own_date = own.as_deref().is_some_and(|date| date != "ongoing");
        let says_note = !self.note.is_empty();
        let Some(date) = own.or_else(|| day.map(str::to_owned)).filter(|date| date != "ongoing") else {
            let (key, what) = self.first_said();
            let said = format!(
                "{what} has no date, so it is no update: give the day of the table with --status-date"
            );
            problems.push(Problem::kept(key, said));
            return (None, problems);
        };
        self.texts(status, &mut keys);
        if let Some((title, url)) = address(self.evidence) {
            keys.push((
                "evidence".to_owned(),
                format!("[{{title: {}, url: {}}}]", yaml::quoted(&title), yaml::quoted(&url)),
            ));
        }
        let remark = without_evidence(&mut keys);
        if remark.is_some() {
            let why = format!(
                "`{}` means completed, which needs evidence: it waits in a comment of the update",
                self.status
            );
            // It stands in the update, and would differ from every later delivery beside it.
            problems.push(Problem { key: "status", said: why, keeps: false });
        }
        if !self.values.is_empty() {
            let one = |(indicator, period, value): &(String, String, String)| {
                format!("{{indicator: {indicator}, period: '{period}', value: {value}}}")
            };
            keys.push((
                "values".to_owned(),
                format!("[{}]", self.values.iter().map(one).collect::<Vec<_>>().join(", ")),
            ));
        }
        let said = [self.note, self.status, self.outlook]
            .into_iter()
            .find(|said| !said.is_empty())
            .unwrap_or("FILL IN");
        let note = yaml::paragraphs(&shown(said));
        (Some(ImportedUpdate { date, own_date, note, says_note, keys, remark }), problems)
    }

    fn status(&self, problems: &mut Vec<Problem>, keys: &mut Vec<(String, String)>) -> Option<&'static str> {
        if self.status.is_empty() {
            return None;
        }
        // A word such as "On track" says how the work is going and not how far it is.
        if let Some(outlook) = map_file::outlook_of(self.status, self.map) {
            keys.push(("outlook".to_owned(), outlook.to_owned()));
            return None;
        }
        let Some(found) = map_file::status_of(self.status, self.map) else {
            let written = self.status;
            let said = format!("`{written}` is not a status, so it becomes `x-status`");
            problems.push(Problem::kept("status", said));
            return None;
        };
        keys.push(("status".to_owned(), found.status.to_owned()));
        keys.extend(found.beside.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())));
        Some(found.status)
    }

    fn outlook(&self, problems: &mut Vec<Problem>) -> Option<&'static str> {
        let word = super::names::fold(self.outlook);
        let colour = OUTLOOKS.iter().find(|(_, words)| words.contains(&word.as_str()));
        let found = colour.map(|(outlook, _)| *outlook).or_else(|| map_file::outlook_of(self.outlook, None));
        if found.is_none() && !word.is_empty() {
            let written = self.outlook;
            let said = format!(
                "`{written}` is not an outlook (on-track, at-risk or off-track), so it becomes `x-outlook`"
            );
            problems.push(Problem::kept("outlook", said));
        }
        found
    }

    /// The key of the first cell that reports something, and what it is called.
    fn first_said(&self) -> (&'static str, &'static str) {
        match () {
            () if !self.status.is_empty() => ("status", "the status"),
            () if !self.outlook.is_empty() => ("outlook", "the outlook"),
            () if !self.values.is_empty() => ("value", "the measured value"),
            () => ("note", "the report"),
        }
    }

    /// The texts of an update. What the format asks for and the table does not have is to be filled in.
    fn texts(&self, status: Option<&str>, keys: &mut Vec<(String, String)>) {
        let outlook = keys.iter().find(|(key, _)| key == "outlook").map(|(_, value)| value.as_str());
        let needed = matches!(status, Some("not-started" | "on-hold"))
            || matches!(outlook, Some("at-risk" | "off-track"));
        let challenges =
            if self.challenges.is_empty() && needed { "FILL IN: the reason" } else { self.challenges };
        for (key, text) in [("challenges", challenges), ("next-steps", self.next_steps)] {
            if !text.is_empty() {
                keys.push((key.to_owned(), yaml::quoted(&yaml::paragraphs(&shown(text)))));
            }
        }
    }
}

/// A table says that something is done and seldom where that is shown. Without evidence nothing is completed: the words
/// stay in the note, and the status waits in a comment.
fn without_evidence(keys: &mut Vec<(String, String)>) -> Option<String> {
    let is_completed = keys.iter().any(|(key, value)| key == "status" && value == "completed");
    if !is_completed || keys.iter().any(|(key, _)| key == "evidence") {
        return None;
    }
    keys.retain(|(key, _)| key != "status" && key != "degree");
    Some("FILL IN: `evidence: [{title: …, url: …}]`, and then `status: completed`".to_owned())
}
