//! A word such as "Done" below what happened is no report that can be published: nobody knows what was done.

use super::answer::{Answer, Field};
use super::problem::Problem;
use super::subject::Subject;
use super::words::Wording;
use crate::fields::meant;
use crate::vocabulary::{MeetingState, Outlook};

/// Whether a text is such a word and nothing else.
pub(super) fn is_one_word(text: &str, wording: &Wording) -> bool {
    let word = bare(text);
    !word.is_empty() && (wording.is_state(word) || meant::is_no_sentence(word))
}

fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', '!', '。', '！'])
}

/// Takes out such a word where other answers say the same, and asks about it where they do not.
pub(super) fn read(
    answer: &mut Answer,
    is_nothing: bool,
    subject: &Subject<'_>,
    problems: &mut Vec<Problem>,
) {
    let wording = subject.wording;
    if !is_one_word(&answer.happened, wording) {
        return;
    }
    let written = std::mem::take(&mut answer.happened);
    let (word, status) = (bare(&written), answer.status.trim());
    if says_the_same(word, answer, is_nothing, wording) {
        return;
    }
    // What is wrong with both cells is said once, of the list.
    let key = match (wording.closes(word), meant::may_not_have_begun(word)) {
        (true, _) if wording.closes(status) => None,
        (true, true) => Some("reply-not-done"),
        (true, false) => Some("reply-closes"),
        (false, _) => Some("reply-one-word"),
    };
    let written = written.trim().to_owned();
    problems.extend(key.map(|key| Problem::new(Field::Happened, key).with("written", written.as_str())));
    answer.happened = written;
}

/// Whether the rest of an answer says what a word says.
fn says_the_same(word: &str, answer: &Answer, is_nothing: bool, wording: &Wording) -> bool {
    if meant::announces(word) {
        return false;
    }
    let has_due = !answer.new_due.trim().is_empty();
    if let Some(meeting) = wording.meeting(word) {
        let is_later = meeting == MeetingState::Postponed && has_due;
        if is_later || wording.meeting(answer.meeting.trim()) == Some(meeting) {
            return true;
        }
    }
    let said = wording.status(answer.status.trim()).map(|said| said.status);
    if wording.closes(word) {
        return false;
    }
    if let Some(status) = wording.status(word) {
        let is_later = status.outlook.is_some_and(|outlook| outlook != Outlook::OnTrack) && has_due;
        return is_later || said == Some(status.status);
    }
    if let Some(outlook) = wording.outlook(word) {
        let is_later = outlook != Outlook::OnTrack && has_due;
        return is_later || wording.outlook(answer.outlook.trim()) == Some(outlook);
    }
    if meant::is_done_word(word) {
        return said == Some("completed");
    }
    is_nothing || answer.says_more()
}
