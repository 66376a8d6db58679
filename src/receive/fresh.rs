//! What is new in an answer: what it says in words, and each value of an indicator, beside what the book has of it.

use super::ground::Ground;
use super::known::{Earlier, Known, Round};
use super::known_numbers::KnownNumber;
use super::moved::{moved_on, same_due};
use super::outcome::{Complaint, Outcome};
use super::reply::Answered;
use crate::reporting_requests::value_in;
use crate::update_file::{Answer, Field, Piece, Problem, Subject, UpdateFile, update_file};

/// What becomes of an answer by itself.
pub(super) fn outcome(
    answered: &Answered,
    subject: &Subject<'_>,
    ground: &Ground<'_>,
    round: Round<'_>,
    has_values: bool,
) -> Outcome {
    let complaint = |Problem { field, key, values }| Complaint { place: answered.place(field), key, values };
    let file = match update_file(&answered.answer, subject) {
        Ok(Some(file)) => file,
        Ok(None) => return Outcome::Blank,
        Err(problems) => return Outcome::Wrong(problems.into_iter().map(complaint).collect()),
    };
    if ground.has_file(&file) {
        return Outcome::Known(file);
    }
    let job = Job { answered, subject, ground, round, has_values };
    let moved = moved_on(answered, (subject.item, subject.agency), &file.said, ground);
    let numbers = job.numbers(&file);
    let mut wrong = job.other_numbers(&file, &numbers, &moved);
    let known = job.known_words(&file);
    wrong.extend(known.as_ref().and_then(|known| job.contradiction(known, &file)));
    if !wrong.is_empty() {
        return Outcome::Wrong(wrong);
    }
    let is_new = |number: &KnownNumber| !matches!(number, KnownNumber::Same(_));
    let has_new = numbers.iter().any(is_new);
    let kept = |answer: Answer| job.with_new_values(answer, &file, &numbers);
    let new = match known {
        None | Some(Known::Exactly | Known::Edited(_)) if !has_new => return job.has(file, known, &numbers),
        None | Some(Known::Exactly | Known::Edited(_)) => kept(Answer {
            date: answered.answer.date.clone(),
            values: answered.answer.values.clone(),
            ..Answer::default()
        }),
        Some(_) => kept(answered.answer.clone()),
    };
    let Ok(Some(new)) = update_file(&new, subject) else { return Outcome::Blank };
    job.as_it_is(new, moved)
}

/// What an answer is held against.
struct Job<'a> {
    answered: &'a Answered,
    subject: &'a Subject<'a>,
    ground: &'a Ground<'a>,
    round: Round<'a>,
    /// Whether the file has the sheet of the indicators: then a value that is not there was withdrawn.
    has_values: bool,
}

impl Job<'_> {
    fn complaint(&self, field: Field, key: &'static str, values: Vec<(&'static str, Piece)>) -> Complaint {
        Complaint { place: self.answered.place(field), key, values }
    }

    /// What the plan has of each value.
    fn numbers(&self, file: &UpdateFile) -> Vec<KnownNumber> {
        let values = file.said.values.iter();
        values.map(|value| self.ground.known_number(self.subject.item, value)).collect()
    }

    /// What the book has of all that an answer says besides its values; none where it says nothing else.
    fn known_words(&self, file: &UpdateFile) -> Option<Known> {
        let (item, agency) = (self.subject.item, self.subject.agency);
        let known = |file: &UpdateFile| self.ground.known(file, item, agency, Some(self.round));
        if file.said.values.is_empty() {
            return Some(known(file));
        }
        let words = Answer { values: Vec::new(), ..self.answered.answer.clone() };
        update_file(&words, self.subject).ok().flatten().map(|words| known(&words))
    }

    /// The values of periods for which the plan has another one, unless that was said already of what moved on.
    fn other_numbers(
        &self,
        file: &UpdateFile,
        numbers: &[KnownNumber],
        moved: &[Complaint],
    ) -> Vec<Complaint> {
        let all = file.said.values.iter().zip(numbers).filter(|_| !self.ground.accept_changed);
        let other = all.filter_map(|(value, number)| {
            let KnownNumber::Other { indicator, now, path, by } = number else { return None };
            let is_own = by.iter().all(|by| by == self.subject.agency) && !by.is_empty();
            let key = if is_own { "reply-value-own" } else { "reply-value-other" };
            let own = value_in(&value.period, &value.number);
            let values = [("indicator", indicator), ("own", &own), ("theirs", now), ("path", path)];
            let values = values.map(|(name, text)| (name, text.as_str().into())).to_vec();
            Some(self.complaint(Field::Value(value.at), key, values))
        });
        other.filter(|one| moved.iter().all(|other| other.place != one.place)).collect()
    }

    /// What the book says in another way than an answer.
    fn contradiction(&self, known: &Known, file: &UpdateFile) -> Option<Complaint> {
        let own_date = || Piece::Text(file.date.clone());
        let earlier = |field: Field, key: &'static str, earlier: &Earlier| {
            let values = vec![
                ("own", own_date()),
                ("theirs", earlier.date.as_str().into()),
                ("path", earlier.path.as_str().into()),
            ];
            Some(self.complaint(field, key, values))
        };
        let changed = |field: Field, own: Piece, theirs: Piece, path: &str| {
            let values = vec![("own", own), ("theirs", theirs), ("path", path.into()), ("date", own_date())];
            Some(self.complaint(field, "reply-changed", values))
        };
        match known {
            Known::Changed { path, field, own, theirs } => changed(*field, own.clone(), theirs.clone(), path),
            Known::Dated(other) => earlier(Field::Date, "reply-dated", other),
            Known::Denies(other) => earlier(Field::Nothing, "reply-denies", other),
            Known::Denied(other) => earlier(Field::Happened, "reply-denied", other),
            Known::Taken(path) => {
                let values = vec![("date", own_date()), ("path", path.as_str().into())];
                Some(self.complaint(Field::Date, "reply-exists", values))
            }
            Known::Edited(path) if self.has_values => {
                let [own, theirs] = self.ground.withdrawn(path, self.subject.item, &file.said.values)?;
                changed(Field::Value(0), own.into(), theirs.into(), path)
            }
            Known::Exactly | Known::Edited(_) | Known::No => None,
        }
    }

    /// An answer without the values that the plan has. The others keep their places.
    fn with_new_values(&self, mut answer: Answer, file: &UpdateFile, numbers: &[KnownNumber]) -> Answer {
        for (value, number) in file.said.values.iter().zip(numbers) {
            if let (KnownNumber::Same(_), Some(written)) = (number, answer.values.get_mut(value.at)) {
                written.value.clear();
            }
        }
        answer
    }

    /// An answer of which the book has everything.
    fn has(&self, file: UpdateFile, known: Option<Known>, numbers: &[KnownNumber]) -> Outcome {
        match known {
            Some(Known::Edited(path)) => {
                let values_elsewhere =
                    numbers.iter().any(|number| matches!(number, KnownNumber::Same(other) if *other != path));
                if values_elsewhere { Outcome::Has(file, path) } else { Outcome::Edited(file, path) }
            }
            Some(_) => {
                let path = self.ground.path_of(&file.id).unwrap_or(&file.path).to_owned();
                Outcome::Has(file, path)
            }
            None => {
                let path = numbers.iter().find_map(|number| match number {
                    KnownNumber::Same(path) => Some(path.clone()),
                    _ => None,
                });
                let path = path.unwrap_or_else(|| file.path.clone());
                Outcome::Has(file, path)
            }
        }
    }

    /// An answer that is new, unless the plan changed since it was asked for.
    fn as_it_is(&self, file: UpdateFile, moved: Vec<Complaint>) -> Outcome {
        if !moved.is_empty() {
            return Outcome::Wrong(moved);
        }
        match same_due(&self.answered.sent_due, self.subject.item, &file.said, self.ground) {
            Some(due) => {
                let values = vec![("written", due.into())];
                Outcome::Wrong(vec![self.complaint(Field::NewDue, "reply-due-same", values)])
            }
            None => Outcome::New(self.ground.renamed(file)),
        }
    }
}
