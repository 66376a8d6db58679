//! Several replies that were received at once: the same answer twice is one, and two answers of which both cannot be so are for a
//! person. What comes out does not depend on the order of the replies.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::outcome::{Complaint, Judged, Outcome};
use super::place::Place;
use super::reply::Reply;
use crate::plan::{Index as _, Item, Ix, Plan};
use crate::update_file::{Field, Piece, UpdateFile};
use crate::vocabulary::{Choice as _, Status};

/// A reply among others.
pub struct Together<'a> {
    /// How the reply is called where another one is compared with it.
    pub name: String,
    /// What was answered.
    pub reply: &'a Reply,
    /// The plan that it is about.
    pub plan: &'a Plan,
    /// What became of each answer.
    pub judged: &'a mut [Judged],
}

/// An answer: the places of its reply and of itself in that.
type At = (usize, usize);

/// Compares all answers with each other.
pub fn together(replies: &mut [Together<'_>]) {
    let mut by_item: BTreeMap<(Option<&str>, Ix<Item>), Vec<At>> = BTreeMap::new();
    for (of, reply) in replies.iter().enumerate() {
        for (at, judged) in reply.judged.iter().enumerate() {
            if let (Some(item), Some(_)) = (judged.item, judged.outcome.file()) {
                by_item.entry((reply.plan.edition.as_deref(), item)).or_default().push((of, at));
            }
        }
    }
    let mut repeated: Vec<(At, String)> = Vec::new();
    let mut wrong: Vec<(At, Vec<Complaint>)> = Vec::new();
    for answers in by_item.values() {
        let item = OneItem::of(replies, answers);
        for answer in answers {
            let complaints = item.complaints(*answer);
            if complaints.is_empty() {
                let first = item.first_like(*answer);
                repeated.extend(first.map(|first| (*answer, name(replies, first, None))));
            } else {
                wrong.push((*answer, complaints));
            }
        }
    }
    for ((of, at), first) in repeated {
        let judged = &mut replies[of].judged[at];
        if let Outcome::New(file) = &judged.outcome {
            judged.outcome = Outcome::Repeated(file.clone(), first);
        }
    }
    for ((of, at), complaints) in wrong {
        let outcome = &mut replies[of].judged[at].outcome;
        // What the book has already stays.
        if !matches!(outcome, Outcome::Known(_) | Outcome::Edited(..) | Outcome::Has(..)) {
            *outcome = Outcome::Wrong(complaints);
        }
    }
}

/// The answers on one item. Each gets the name of one other answer for each thing that the two say in different ways, however many
/// there are.
struct OneItem<'r, 'a> {
    replies: &'r [Together<'a>],
    /// The first answers of each reply that are not the same.
    distinct: BTreeMap<usize, Different<'r>>,
    /// The same for the answers of each reply that would be the same file.
    by_path: BTreeMap<(usize, &'r str), Different<'r>>,
    /// The first answer of each text.
    first: BTreeMap<(&'r str, &'r str), At>,
    /// The answers of each reply that report something, and those that report nothing.
    nothing: BTreeMap<usize, Different<'r>>,
    /// What answers of each reply claim.
    claims: BTreeMap<(usize, Claim<'r>), Different<'r>>,
}

/// What an answer says of a matter, and where.
type Saying<'r> = (&'r str, At, Field);

/// The first two answers that say different things of one matter.
struct Different<'r> {
    first: Saying<'r>,
    other: Option<Saying<'r>>,
}

impl<'r> Different<'r> {
    fn add(&mut self, saying: Saying<'r>) {
        if self.other.is_none() && self.first.0 != saying.0 {
            self.other = Some(saying);
        }
    }

    /// An answer that says something else than this.
    fn than(&self, said: &str) -> Option<Saying<'r>> {
        if self.first.0 == said { self.other } else { Some(self.first) }
    }
}

/// What two answers cannot both say in another way. Claims on different matters do not touch each other: another period, or the
/// status of another lead where every lead has one of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim<'r> {
    Status {
        period: &'r str,
        lead: Option<&'r str>,
    },
    NewDue {
        period: &'r str,
    },
    Value {
        period: &'r str,
        indicator: &'r str,
        of: &'r str,
    },
    /// When an agency says that something happened.
    Date {
        period: &'r str,
        agency: &'r str,
        happened: &'r str,
    },
}

impl<'r, 'a> OneItem<'r, 'a> {
    fn of(replies: &'r [Together<'a>], answers: &[At]) -> Self {
        let mut own = Self {
            replies,
            distinct: BTreeMap::new(),
            by_path: BTreeMap::new(),
            first: BTreeMap::new(),
            nothing: BTreeMap::new(),
            claims: BTreeMap::new(),
        };
        for answer in answers.iter().copied() {
            let Some(file) = own.file(answer) else { continue };
            own.first.entry((&file.path, &file.text)).or_insert(answer);
            add(&mut own.distinct, answer.0, (&file.text, answer, Field::Happened));
            add(&mut own.by_path, (answer.0, &file.path), (&file.text, answer, Field::Date));
            let (kind, field) = kind(file);
            add(&mut own.nothing, answer.0, (kind, answer, field));
            for (claim, said, field) in own.claims_of(answer) {
                add(&mut own.claims, (answer.0, claim), (said, answer, field));
            }
        }
        own
    }

    fn file(&self, (of, at): At) -> Option<&'r UpdateFile> {
        self.replies[of].judged[at].outcome.file()
    }

    fn agency(&self, of: usize) -> &'r str {
        &self.replies[of].reply.sent.agency
    }

    fn period(&self, of: usize) -> &'r str {
        &self.replies[of].reply.sent.period
    }

    /// The answer before this one that is the same.
    fn first_like(&self, answer: At) -> Option<At> {
        let file = self.file(answer)?;
        let first = self.first.get(&(file.path.as_str(), file.text.as_str()));
        first.copied().filter(|first| *first != answer)
    }

    fn claims_of(&self, answer: At) -> Vec<(Claim<'r>, &'r str, Field)> {
        let Some(file) = self.file(answer) else { return Vec::new() };
        let reply = &self.replies[answer.0];
        let period = self.period(answer.0);
        let item = reply.judged[answer.1].item;
        let is_each = item.is_some_and(|item| reply.plan.items.at(item).document.each);
        let lead = is_each.then(|| self.agency(answer.0));
        let said = &file.said;
        let status = said.status.map(|word| (Claim::Status { period, lead }, word, Field::Status));
        let due = said.new_due.as_deref().map(|date| (Claim::NewDue { period }, date, Field::NewDue));
        let values = said.values.iter().map(|value| {
            let claim = Claim::Value { period, indicator: &value.indicator, of: &value.period };
            (claim, value.number.as_str(), Field::Value(value.at))
        });
        let happened =
            file.said.texts.iter().find(|(field, text)| *field == Field::Happened && !text.is_empty());
        let date = happened.map(|(_, happened)| {
            (Claim::Date { period, agency: self.agency(answer.0), happened }, file.date.as_str(), Field::Date)
        });
        status.into_iter().chain(due).chain(values).chain(date).collect()
    }

    /// What an answer needs that cannot stand beside the others.
    fn complaints(&self, answer: At) -> Vec<Complaint> {
        let Some(file) = self.file(answer) else { return Vec::new() };
        let mut found = Vec::new();
        let date = |at: At| Piece::Text(self.file(at).map(|file| file.date.clone()).unwrap_or_default());
        let text = file.text.as_str();
        if let Some((_, other, field)) = self.distinct.get(&answer.0).and_then(|own| own.than(text)) {
            let place = self.replies[answer.0].judged[answer.1].start.clone();
            let said = [date(answer), date(other)];
            let complaint = self.complaint("reply-twice", (answer, field), (other, field), said);
            found.push(Complaint { place, ..complaint });
        }
        let others = || self.distinct.keys().copied().filter(|of| *of != answer.0);
        let same_file =
            |of: usize| self.by_path.get(&(of, file.path.as_str())).and_then(|theirs| theirs.than(text));
        if let Some((_, other, field)) = others().find_map(same_file) {
            let said = [date(answer), date(other)];
            found.push(self.complaint("reply-conflict-day", (answer, field), (other, field), said));
        }
        let (own_kind, field) = kind(file);
        let nothing = |of: usize| {
            let is_comparable =
                self.agency(of) == self.agency(answer.0) && self.period(of) == self.period(answer.0);
            self.nothing.get(&of).filter(|_| is_comparable && same_file(of).is_none())?.than(own_kind)
        };
        if let Some((_, other, their)) = others().find_map(nothing) {
            let said = [date(answer), date(other)];
            found.push(self.complaint("reply-conflict-nothing", (answer, field), (other, their), said));
        }
        for (claim, own, field) in self.claims_of(answer) {
            // Two reports under one name, and a report beside none, are matters of their own.
            let mut others = others().filter(|of| same_file(*of).is_none() && nothing(*of).is_none());
            let contradicts = |of: usize| self.claims.get(&(of, claim)).and_then(|theirs| theirs.than(own));
            if let Some((theirs, other, of)) = others.find_map(contradicts) {
                let said = [own, theirs].map(|said| match claim {
                    Claim::Status { .. } => status(said),
                    Claim::NewDue { .. } | Claim::Value { .. } | Claim::Date { .. } => {
                        Piece::Text(said.to_owned())
                    }
                });
                let is_own = self.agency(other.0) == self.agency(answer.0);
                let key = if is_own { "reply-conflict-own" } else { "reply-conflict" };
                found.push(self.complaint(key, (answer, field), (other, of), said));
            }
        }
        found
    }

    fn complaint(
        &self,
        key: &'static str,
        (answer, field): (At, Field),
        (other, their): (At, Field),
        [own, theirs]: [Piece; 2],
    ) -> Complaint {
        let values = vec![
            ("own", own),
            ("theirs", theirs),
            ("other", Piece::Text(name(self.replies, other, Some(their)))),
            // Who answered knows the cells, and neither the files nor the answers of others.
            ("cell", Piece::Text(place(self.replies, other, their).to_string())),
        ];
        Complaint { place: place(self.replies, answer, field), key, values }
    }
}

fn add<'r, K: Ord>(known: &mut BTreeMap<K, Different<'r>>, key: K, saying: Saying<'r>) {
    match known.entry(key) {
        Entry::Vacant(entry) => drop(entry.insert(Different { first: saying, other: None })),
        Entry::Occupied(mut entry) => entry.get_mut().add(saying),
    }
}

/// Whether an answer reports something, and where it says so.
fn kind(file: &UpdateFile) -> (&'static str, Field) {
    if file.is_nothing { ("nothing", Field::Nothing) } else { ("report", Field::Happened) }
}

fn status(word: &str) -> Piece {
    Status::from_word(word)
        .map_or_else(|| Piece::Text(word.to_owned()), |status| Piece::Word(Field::Status, status.word()))
}

fn place(replies: &[Together<'_>], (of, at): At, field: Field) -> Place {
    replies[of]
        .reply
        .answers
        .get(at)
        .map_or_else(|| replies[of].judged[at].start.clone(), |it| it.place(field))
}

/// A cell of a reply, as it is named beside those of others; that where its row begins, without a field.
fn name(replies: &[Together<'_>], at: At, field: Option<Field>) -> String {
    let place =
        field.map_or_else(|| replies[at.0].judged[at.1].start.clone(), |field| place(replies, at, field));
    format!("{} {place}", replies[at.0].name)
}
