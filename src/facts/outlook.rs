//! Whether an item will be done as planned, as those say who report.

use crate::date::Day;
use crate::plan::{Index as _, Item, Ix, Plan, Update};
use crate::vocabulary::{Outlook, Status};

/// The newest outlook that counts on a day, and the update that has it. It is a claim about what is still to come, so a later
/// report that the item is completed or closed ends it.
pub fn newest(plan: &Plan, item: &Item, as_of: Day) -> Option<(Ix<Update>, Outlook)> {
    // Most plans have none, and what counts takes longer to find out.
    if !item.updates.iter().any(|ix| plan.updates.at(*ix).document.outlook.is_some()) {
        return None;
    }
    for ix in item.updates.iter().rev() {
        let document = &plan.updates.at(*ix).document;
        let status = document.status.as_ref().map(|status| status.value);
        if (document.outlook.is_none() && status.is_none()) || !plan.counts(*ix, as_of) {
            continue;
        }
        if matches!(status, Some(Status::Completed | Status::Closed)) {
            return None;
        }
        if let Some(outlook) = &document.outlook {
            return Some((*ix, outlook.value));
        }
    }
    None
}
