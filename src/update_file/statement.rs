//! What an answer says, checked: each part by itself, and then what belongs together.

use super::answer::{Answer, Field};
use super::evidence;
use super::one_word;
use super::problem::{Piece, Problem};
use super::seen::paragraphs;
use super::subject::Subject;
use super::values::{self, Value};
use crate::date::{Date, Day, FiscalYear, Precision};
use crate::fields::meant::{self, NoReport};
use crate::import::{date_in_cell, deadline_in_cell};
use crate::plan::Index as _;
use crate::vocabulary::{FENCE, Kind, MeetingState, Outlook};

/// The longest text of an answer, in characters. A cell of a spreadsheet has at most 32,767.
const LONGEST: usize = 20_000;

/// What an answer says.
#[derive(Default)]
pub(super) struct Statement {
    pub(super) is_nothing: bool,
    pub(super) date: String,
    /// The day on which it was reported, where that is later.
    pub(super) reported: Option<String>,
    pub(super) status: Option<&'static str>,
    pub(super) outlook: Option<Outlook>,
    pub(super) happened: Vec<String>,
    pub(super) evidence: Vec<(String, String)>,
    pub(super) challenges: Vec<String>,
    pub(super) next_steps: Vec<String>,
    pub(super) meeting: Option<MeetingState>,
    pub(super) new_due: Option<String>,
    pub(super) reason: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Statement {
    /// Whether it says nothing but values, with what shows them.
    pub(super) fn has_values_only(&self) -> bool {
        let texts = [&self.happened, &self.challenges, &self.next_steps, &self.reason];
        let is_silent = self.status.is_none()
            && self.outlook.is_none()
            && self.meeting.is_none()
            && self.new_due.is_none()
            && texts.iter().all(|text| text.is_empty());
        !self.is_nothing && is_silent && !self.values.is_empty()
    }
}

/// What an answer says; nothing when it only says that there is something to report.
pub(super) fn read(answer: &Answer, subject: &Subject<'_>) -> Result<Option<Statement>, Vec<Problem>> {
    let answer = &mut answer.without_fillers();
    let mut problems = lost_letters(answer);
    if !problems.is_empty() {
        return Err(problems);
    }
    too_long(answer, &mut problems);
    bounds(answer, &mut problems);
    let mut is_nothing = nothing(answer, subject, &mut problems);
    is_nothing |= no_report(answer, is_nothing, &mut problems);
    one_word::read(answer, is_nothing, subject, &mut problems);
    let has_more = answer.says_more();
    if is_nothing && has_more {
        problems.push(Problem::new(Field::Nothing, "reply-nothing-and-more"));
    }
    let date = day(answer, subject, &mut problems);
    let reported = reported(&date, subject);
    let mut statement = Statement { is_nothing, date, reported, ..Statement::default() };
    if !is_nothing && has_more {
        status(answer, subject, &mut statement, &mut problems);
        outlook(answer, subject, &mut statement, &mut problems);
        meeting(answer, subject, &mut statement, &mut problems);
        statement.new_due = new_due(answer, &statement.date, subject, &mut problems);
        statement.evidence = evidence::read(answer, &mut problems);
        statement.values = values::read(answer, subject, &mut problems);
        statement.happened = paragraphs(&answer.happened);
        statement.challenges = paragraphs(&answer.challenges);
        statement.next_steps = paragraphs(&answer.next_steps);
        statement.reason = paragraphs(&answer.reason);
        together(answer, &statement, &mut problems);
    }
    match problems.is_empty() {
        true => Ok((is_nothing || has_more).then_some(statement)),
        false => Err(problems),
    }
}

/// Texts that are shown as they stand, in which records may have no bounds of internal blocks: nobody would take them for such.
fn bounds(answer: &Answer, problems: &mut Vec<Problem>) {
    let plain = [Field::EvidenceTitle, Field::Challenges, Field::NextSteps, Field::Reason];
    let has_bound =
        |field: &Field| paragraphs(answer.text(*field)).iter().any(|line| line.starts_with(FENCE));
    problems.extend(plain.into_iter().filter(has_bound).map(|field| Problem::new(field, "reply-bound")));
}

fn too_long(answer: &Answer, problems: &mut Vec<Problem>) {
    for field in answer.written().filter(|field| answer.text(*field).chars().count() > LONGEST) {
        problems.push(Problem::new(field, "reply-too-long").with("n", LONGEST.to_string()));
    }
}

/// A program writes U+FFFD for a letter that it could not read or save. Nobody types it.
fn lost_letters(answer: &Answer) -> Vec<Problem> {
    let values = (0..answer.values.len()).flat_map(|at| [Field::Period(at), Field::Value(at)]);
    let lost = Field::ALL.into_iter().chain(values).filter_map(|field| {
        let word = answer.text(field).split_whitespace().find(|word| word.contains('\u{fffd}'))?;
        Some(Problem::new(field, "reply-lost-letters").with("written", around(word)))
    });
    lost.collect()
}

/// The first lost letter of a text with some of the letters around it: a language without spaces has no words.
fn around(text: &str) -> String {
    const LETTERS: usize = 12;
    let at = text.chars().position(|sign| sign == '\u{fffd}').unwrap_or(0);
    text.chars().skip(at.saturating_sub(LETTERS)).take(2 * LETTERS + 1).collect()
}

fn nothing(answer: &Answer, subject: &Subject<'_>, problems: &mut Vec<Problem>) -> bool {
    let written = answer.nothing.trim();
    subject.wording.nothing(written).unwrap_or_else(|| {
        problems.push(not_in_list(Field::Nothing, written));
        false
    })
}

/// Takes out what stands for a report and is none, such as "N/A". Whether it says that there is nothing to report: beside a status
/// or other answers it says nothing at all.
fn no_report(answer: &mut Answer, is_nothing: bool, problems: &mut Vec<Problem>) -> bool {
    let Some(meant) = meant::no_report(&answer.happened) else { return false };
    let written = std::mem::take(&mut answer.happened);
    if is_nothing || answer.says_more() {
        return false;
    }
    // Somebody also wrote that there is something to report.
    let is_denied = !answer.nothing.trim().is_empty();
    if meant == NoReport::Nothing && !is_denied {
        return true;
    }
    problems.push(Problem::new(Field::Happened, "reply-no-report").with("written", written.trim()));
    false
}

fn not_in_list(field: Field, written: &str) -> Problem {
    Problem::new(field, "reply-not-in-list").with("written", written).with("words", Piece::Words(field))
}

fn day(answer: &Answer, subject: &Subject<'_>, problems: &mut Vec<Problem>) -> String {
    let written = answer.date.trim();
    if written.is_empty() {
        return subject.date.to_owned();
    }
    let Some((text, date)) = date(written, subject) else {
        problems.push(Problem::new(Field::Date, "reply-bad-date").with("written", written));
        return String::new();
    };
    if date.earliest > subject.today {
        problems.push(Problem::new(Field::Date, "reply-future").with("written", text.as_str()));
    }
    // A year alone in a cell for dates is stored as a day of 1905.
    let adopted = subject.plan.about.as_ref().map(|about| about.document.adopted.value.earliest);
    if adopted.is_some_and(|adopted| date.latest < adopted) {
        problems.push(Problem::new(Field::Date, "reply-before-plan").with("written", text.as_str()));
    }
    text
}

/// The day of receiving, where it is later than all that a date can mean: before it, nobody knew of the report.
fn reported(written: &str, subject: &Subject<'_>) -> Option<String> {
    let (_, date) = with_end(written.to_owned(), subject)?;
    (date.latest < subject.today).then(|| subject.today.to_string())
}

/// A date that has an end, as it is written in a record.
fn date(written: &str, subject: &Subject<'_>) -> Option<(String, Date)> {
    with_end(date_in_cell(written)?, subject)
}

/// The same of a date by which something has to be done.
fn deadline(written: &str, subject: &Subject<'_>) -> Option<(String, Date)> {
    with_end(deadline_in_cell(written)?, subject)
}

fn with_end(text: String, subject: &Subject<'_>) -> Option<(String, Date)> {
    let about = subject.plan.about.as_ref();
    let fiscal = about.map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
    let date = Date::parse(&text, fiscal).ok().filter(|date| date.precision != Precision::Ongoing)?;
    Some((text, date))
}

fn status(answer: &Answer, subject: &Subject<'_>, statement: &mut Statement, problems: &mut Vec<Problem>) {
    let written = answer.status.trim();
    if written.is_empty() {
        return;
    }
    let item = subject.plan.items.at(subject.item);
    if matches!(item.document.kind, Kind::CatchAll | Kind::Container) {
        problems.push(Problem::new(Field::Status, "reply-no-status"));
        return;
    }
    match subject.wording.status(written) {
        Some(said) => {
            (statement.status, statement.outlook) = (Some(said.status), said.outlook);
        }
        // That an item ended is a decision: nobody takes it by a word in a list.
        None if subject.wording.closes(written) => {
            let key = if meant::may_not_have_begun(written) { "reply-not-done" } else { "reply-closes" };
            problems.push(Problem::new(Field::Status, key).with("written", written));
        }
        None => problems.push(not_in_list(Field::Status, written)),
    }
}

fn outlook(answer: &Answer, subject: &Subject<'_>, statement: &mut Statement, problems: &mut Vec<Problem>) {
    let written = answer.outlook.trim();
    if written.is_empty() {
        return;
    }
    match subject.wording.outlook(written) {
        // A status such as "delayed" says how it will go, too.
        Some(outlook) if statement.outlook.is_some_and(|said| said != outlook) => {
            let outlook = Piece::Word(Field::Outlook, outlook.word());
            let problem = Problem::new(Field::Outlook, "reply-outlook-contradicts").with("outlook", outlook);
            problems.push(problem.with("status", answer.status.trim()));
        }
        Some(outlook) => statement.outlook = Some(outlook),
        None => problems.push(not_in_list(Field::Outlook, written)),
    }
}

fn meeting(answer: &Answer, subject: &Subject<'_>, statement: &mut Statement, problems: &mut Vec<Problem>) {
    let written = answer.meeting.trim();
    if written.is_empty() {
        return;
    }
    statement.meeting = subject.wording.meeting(written);
    if statement.meeting.is_none() {
        problems.push(not_in_list(Field::Meeting, written));
    }
}

/// No plan is made for longer, in years.
const FARTHEST: i16 = 50;

/// The new due date; `reported` is the date of the report, where it could be read.
fn new_due(
    answer: &Answer,
    reported: &str,
    subject: &Subject<'_>,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let written = answer.new_due.trim();
    if written.is_empty() {
        return None;
    }
    let Some((text, due)) = deadline(written, subject) else {
        let example = format!("{}-06-30", subject.today.year() + 1);
        let problem = Problem::new(Field::NewDue, "reply-bad-due").with("written", written);
        problems.push(problem.with("example", example));
        return None;
    };
    let adopted = subject.plan.about.as_ref().map(|about| about.document.adopted.value.earliest);
    let since = subject.since.or_else(|| date(reported, subject).map(|(_, date)| date.earliest));
    let is_before = |day: Option<Day>| day.is_some_and(|day| due.latest < day);
    // A year of two digits that was read as another century, and a slip of the hand, look like dates.
    let key = if is_before(adopted) {
        "reply-due-before-plan"
    } else if is_before(since) {
        "reply-due-past"
    } else if due.earliest.year() > subject.today.year() + FARTHEST {
        "reply-due-far"
    } else {
        return Some(text);
    };
    let problem = Problem::new(Field::NewDue, key).with("written", text);
    problems.push(problem.with("n", FARTHEST.to_string()));
    None
}

/// What one part needs of another.
fn together(answer: &Answer, statement: &Statement, problems: &mut Vec<Problem>) {
    let has_due = !answer.new_due.trim().is_empty();
    match (has_due, statement.reason.is_empty()) {
        (true, true) => problems.push(Problem::new(Field::Reason, "reply-no-reason")),
        (false, false) => problems.push(Problem::new(Field::NewDue, "reply-no-new-due")),
        _ => {}
    }
    if statement.status == Some("completed") && answer.evidence_url.trim().is_empty() {
        let status = Piece::Word(Field::Status, "completed");
        problems.retain(|problem| problem.field != Field::EvidenceUrl);
        problems.push(Problem::new(Field::EvidenceUrl, "reply-needs-evidence").with("status", status));
    }
    done(statement, problems);
    if !statement.challenges.is_empty() {
        return;
    }
    let status = statement.status.filter(|word| matches!(*word, "not-started" | "on-hold"));
    let outlook = statement.outlook.filter(|outlook| *outlook != Outlook::OnTrack).map(Outlook::word);
    let label = status
        .map(|word| Piece::Word(Field::Status, word))
        .or_else(|| outlook.map(|word| Piece::Word(Field::Outlook, word)));
    if let Some(label) = label {
        problems.push(Problem::new(Field::Challenges, "reply-needs-challenges").with("status", label));
    }
}

/// What is completed has no new due date, and nothing that puts it at risk.
fn done(statement: &Statement, problems: &mut Vec<Problem>) {
    if statement.status != Some("completed") {
        return;
    }
    let status = || Piece::Word(Field::Status, "completed");
    if let Some(outlook) = statement.outlook.filter(|outlook| *outlook != Outlook::OnTrack) {
        let outlook = Piece::Word(Field::Outlook, outlook.word());
        let problem = Problem::new(Field::Outlook, "reply-outlook-contradicts").with("outlook", outlook);
        problems.push(problem.with("status", status()));
    }
    if statement.new_due.is_some() {
        problems.push(Problem::new(Field::NewDue, "reply-done-due").with("status", status()));
    }
}
