//! Whether the book has an answer already, also when somebody gave its file another name or edited it since.
//!
//! No file says which answer it came from. It is the same answer when item, date and agency are the same, it says the same in all
//! that is no prose (status, outlook, meeting, new due date, addresses of documents, numbers), and at least four of five words are
//! the same. That leaves room for corrections of style by who edits the file, and none for another number or a "not". What editors
//! added, such as a document, an internal note or a link, contradicts nothing. A file that nobody edited is no such correction: what
//! it says in other words is for a person. Values of indicators are compared one by one (`known_numbers`).

use super::alike::{alike, difference, without_targets, words};
use super::ground::Ground;
use crate::date::{Date, Day};
use crate::markdown::without_internal;
use crate::parse::{self, UpdateDocument};
use crate::plan::{Index as _, Item, Ix};
use crate::rounds::is_of_period;
use crate::update_file::{Field, Piece, Said, Subject, UpdateFile, is_unedited, plain_text};
use crate::vocabulary::{MeetingState, UpdateKind};

/// What the book has of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Its file, as it would be written.
    Exactly,
    /// The file at this path, with other words or under another name.
    Edited(String),
    /// The file at this path, which an earlier answer gave: nobody edited it, and this one says something else.
    Changed {
        /// The path.
        path: String,
        /// The part that says something else.
        field: Field,
        /// What it says.
        own: Piece,
        /// What the file says.
        theirs: Piece,
    },
    /// The same report of the period has another date in the file at this path.
    Dated(Earlier),
    /// It says that there is nothing to report, and the file at this path is a report of the period.
    Denies(Earlier),
    /// It is a report, and the file at this path says that there is nothing to report for the period.
    Denied(Earlier),
    /// Another report under the name of its file, at this path.
    Taken(String),
    /// Nothing.
    No,
}

/// What an agency answered earlier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The path of the file.
    pub path: String,
    /// Its date.
    pub date: String,
}

/// What was asked.
#[derive(Debug, Clone, Copy)]
pub struct Round<'a> {
    /// The period that was asked about.
    pub period: &'a Date,
    /// The day that the workbook shows the plan of.
    pub sent: Option<Day>,
}

/// What an answer says in another way than a file.
type Difference = (Field, Piece, Piece);

impl Ground<'_> {
    /// What the book has of an answer of an agency on an item, in the round of a period if there was one. What an answer says besides
    /// the values of indicators is compared.
    pub fn known(&self, file: &UpdateFile, item: Ix<Item>, agency: &str, round: Option<Round<'_>>) -> Known {
        if self.has_file(file) {
            return Known::Exactly;
        }
        let updates = || {
            let all = self.plan.items.at(item).updates.iter();
            let all = all.map(|ix| &self.plan.updates.at(*ix).document);
            all.filter(|update| update.short_form_of.is_none() && !has_values_only(update, self))
        };
        // A further report of the same date: an editor may have corrected the earlier one, so that stays as it is.
        let accepts = self.accept_changed && round.is_some();
        let path = |update: &UpdateDocument| self.path_of(&update.id).map(str::to_owned);
        let is_by = |update: &&UpdateDocument| {
            let by = update.by.is_empty() || update.by.iter().any(|by| by.value == agency);
            by && update.date.value.text == file.date
        };
        let same = |update: &&UpdateDocument| {
            is_nothing(update) == file.is_nothing && has_words(&file.said, update, self)
        };
        let mut found: Vec<&UpdateDocument> =
            updates().map(|update| &**update).filter(is_by).filter(same).collect();
        // One that says all the same is before one that says something else.
        found.sort_by_key(|update| of_states(&file.said, update).is_some());
        let found = found.first().and_then(|update| Some((*update, path(update)?)));
        if let Some((update, path)) = found {
            let corrected = self.difference(file, update, item, agency);
            return match (of_states(&file.said, update), corrected) {
                (None, None) => Known::Edited(path),
                (_, Some(_)) if accepts => Known::No,
                (Some(difference), _) | (None, Some(difference)) => changed(path, difference),
            };
        }
        let first = self.plan.updates.iter().map(|update| &*update.document).find(|one| one.id == file.id);
        let unedited =
            first.and_then(|update| Some((self.difference(file, update, item, agency)?, path(update)?)));
        if let Some((difference, path)) = unedited.filter(|_| !accepts) {
            return changed(path, difference);
        }
        if let Some(earlier) = self.in_period(file, updates().map(|update| &**update), agency, round) {
            return earlier;
        }
        let is_beside = accepts || first.is_none_or(|update| has_values_only(update, self));
        if is_beside {
            Known::No
        } else {
            Known::Taken(first.and_then(&path).unwrap_or_else(|| file.path.clone()))
        }
    }

    /// Whether the book has a file as it would be written, whenever it was reported.
    pub(super) fn has_file(&self, file: &UpdateFile) -> bool {
        let own = self.text_of(&file.id);
        own.is_some_and(|own| without_reported(own) == without_reported(&file.text))
    }

    /// What an answer says in other words than the file of an earlier one. Who edited that since has other words for the same; but
    /// a file that nobody edited was corrected by who answers.
    fn difference(
        &self,
        file: &UpdateFile,
        update: &UpdateDocument,
        item: Ix<Item>,
        agency: &str,
    ) -> Option<Difference> {
        let (text, wording) = (self.text_of(&update.id)?, self.wording());
        let (plan, today) = (self.plan, self.context.facts.as_of);
        let subject = Subject { plan, item, agency, date: "", since: None, today, wording: &wording };
        let body = body(text);
        let is_other = is_nothing(update) != file.is_nothing || has_values_only(update, self);
        if is_other || !is_unedited(update, text, body, &subject) {
            return None;
        }
        let of_text = |(field, own): &(Field, String)| {
            let theirs = match field {
                Field::Reason => update.reason.clone(),
                Field::Challenges => update.challenges.clone(),
                Field::NextSteps => update.next_steps.clone(),
                _ => Some(plain_text(body)),
            };
            let (own, theirs) = difference(own, &theirs.unwrap_or_default())?;
            Some((*field, own.into(), theirs.into()))
        };
        of_states(&file.said, update).or_else(|| file.said.texts.iter().find_map(of_text))
    }

    /// What an agency answered on the same period under another date, where both cannot stand: the same report, or a report beside
    /// "nothing to report". What happened after the day on which there was nothing to report is a report of its own.
    fn in_period<'u>(
        &self,
        file: &UpdateFile,
        updates: impl Iterator<Item = &'u UpdateDocument>,
        agency: &str,
        round: Option<Round<'_>>,
    ) -> Option<Known> {
        let Round { period, sent } = round.filter(|_| !self.accept_changed)?;
        let date = self.period(&file.date).filter(|date| is_of_period(date, period))?;
        let has_words_of_its_own = file.said.texts.iter().any(|(_, text)| !text.is_empty());
        let own = updates.filter(|update| {
            update.by.iter().any(|by| by.value == agency) && is_of_period(&update.date.value, period)
        });
        // Who was asked about the public plan learns nothing of an internal update.
        let shown = &self.context.published.plan.updates;
        let own = own.filter(|update| shown.iter().any(|other| other.document.id == update.id));
        own.filter(|update| update.meeting_state() != Some(MeetingState::Planned)).find_map(|update| {
            let earlier = || {
                let path = self.path_of(&update.id)?.to_owned();
                Some(Earlier { path, date: update.date.value.text.clone() })
            };
            match (file.is_nothing, is_nothing(update)) {
                (true, true) => None,
                (true, false) => earlier().filter(|_| is_since(update, sent)).map(Known::Denies),
                (false, true) if date.earliest > update.date.value.latest => None,
                (false, true) => earlier().map(Known::Denied),
                (false, false) => {
                    let is_same = has_words_of_its_own
                        && has_words(&file.said, update, self)
                        && of_states(&file.said, update).is_none();
                    earlier().filter(|_| is_same).map(Known::Dated)
                }
            }
        })
    }
}

fn changed(path: String, (field, own, theirs): Difference) -> Known {
    Known::Changed { path, field, own, theirs }
}

/// A file without the day on which it was reported: the same answer may be received again later.
fn without_reported(text: &str) -> String {
    let end = parse::parts(text).map_or(0, |[_, body]| body.start);
    let (front, rest) = text.split_at(end);
    let lines = front.split_inclusive('\n').filter(|line| !line.starts_with("reported:"));
    lines.chain([rest]).collect()
}

/// Whether an update became known on a day or later: of what stood in the workbook that was sent, there may be nothing more to report.
fn is_since(update: &UpdateDocument, day: Option<Day>) -> bool {
    let known = update.reported.as_ref().map_or(update.date.value.latest, |reported| reported.earliest);
    day.is_none_or(|day| known >= day)
}

fn is_nothing(update: &UpdateDocument) -> bool {
    update.kind.value == UpdateKind::NoChange
}

/// The text of a file below its front matter.
fn body(text: &str) -> &str {
    parse::parts(text).map_or("", |[_, body]| text[body].trim())
}

/// Whether an update has values of indicators and says nothing else: an answer in words is no other one than that.
fn has_values_only(update: &UpdateDocument, ground: &Ground<'_>) -> bool {
    let has_words =
        [&update.reason, &update.challenges, &update.next_steps].iter().any(|text| text.is_some());
    let has_state = update.status.is_some()
        || update.outlook.is_some()
        || update.meeting.is_some()
        || update.new_due.is_some()
        || is_nothing(update);
    !update.values.is_empty()
        && !has_words
        && !has_state
        && body(ground.text_of(&update.id).unwrap_or("")).is_empty()
}

/// Whether an answer has the words of a file, but for a few.
fn has_words(said: &Said, update: &UpdateDocument, ground: &Ground<'_>) -> bool {
    let body = body(ground.text_of(&update.id).unwrap_or(""));
    let public = without_internal(body).map_or_else(|| body.to_owned(), |public| public.text);
    let own: Vec<String> = said.texts.iter().flat_map(|(_, text)| words(text)).collect();
    let says = |field: Field| said.texts.iter().any(|(own, text)| *own == field && !text.is_empty());
    let others = [
        (Field::Reason, &update.reason),
        (Field::Challenges, &update.challenges),
        (Field::NextSteps, &update.next_steps),
    ];
    // Editors added a part, or moved words of the answer into it.
    [(true, true), (true, false), (false, true), (false, false)].into_iter().any(
        |(keeps_bare, takes_added)| {
            let linked = without_targets(&public, keeps_bare);
            let others = others.iter().filter(|(field, _)| takes_added || says(*field));
            let theirs = others.filter_map(|(_, text)| text.as_deref()).chain([linked.as_str()]);
            alike(&own, &theirs.flat_map(words).collect::<Vec<_>>())
        },
    )
}

/// Where an answer says something else than a file in what is no prose.
fn of_states(said: &Said, update: &UpdateDocument) -> Option<Difference> {
    let word = |field: Field, word: Option<&'static str>| {
        word.map_or_else(|| Piece::Text("–".to_owned()), |word| Piece::Word(field, word))
    };
    let date = |date: Option<&str>| Piece::Text(date.unwrap_or("–").to_owned());
    let due = update.new_due.as_ref().map(|due| due.value.text.as_str());
    let states = [
        (Field::Status, said.status, update.status.as_ref().map(|status| status.value.word())),
        (Field::Outlook, said.outlook, update.outlook.as_ref().map(|outlook| outlook.value.word())),
        (Field::Meeting, said.meeting, update.meeting.as_ref().map(|meeting| meeting.state.value.word())),
    ];
    let state = states.into_iter().find(|(_, own, theirs)| own != theirs);
    let new_due = said.new_due.as_deref();
    state
        .map(|(field, own, theirs)| (field, word(field, own), word(field, theirs)))
        .or_else(|| (new_due != due).then(|| (Field::NewDue, date(new_due), date(due))))
        .or_else(|| of_evidence(said, update))
}

/// A document of an answer that a file does not have. Those that were added to the file contradict nothing.
fn of_evidence(said: &Said, update: &UpdateDocument) -> Option<Difference> {
    let has = |url: &str| update.evidence.iter().any(|document| document.url == url);
    let own: Vec<&str> = said.evidence.iter().map(String::as_str).filter(|url| !has(url)).collect();
    let others = update.evidence.iter().map(|document| document.url.as_str());
    let theirs: Vec<&str> = others.filter(|url| !said.evidence.iter().any(|own| own == url)).collect();
    let listed = |urls: &[&str]| Piece::Text(if urls.is_empty() { "–".to_owned() } else { urls.join(" ") });
    (!own.is_empty()).then(|| (Field::EvidenceUrl, listed(&own), listed(&theirs)))
}
