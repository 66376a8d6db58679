//! What was known on a day: it had happened, and it had been reported.

use crate::date::Day;
use crate::parse::UpdateDocument;
use crate::vocabulary::MeetingState;

/// Whether an update exists on a day. It does when it had happened, and had been reported where `reported` says when.
/// A meeting that was announced, put off or called off is known before its day: from the day on which that was
/// reported, else from the day of its oldest dated evidence, else always, because nothing says since when.
pub fn is_known(update: &UpdateDocument, as_of: Day) -> bool {
    if update.reported.as_ref().is_some_and(|reported| reported.earliest > as_of) {
        return false;
    }
    if update.date.value.earliest <= as_of {
        return true;
    }
    let ahead = update.meeting_state().is_some_and(|state| state != MeetingState::Held);
    let evidence = update.evidence.iter().filter_map(|evidence| evidence.date.as_ref());
    let announced = update.reported.is_some()
        || evidence.map(|date| date.earliest).min().is_none_or(|first| first <= as_of);
    ahead && announced
}
