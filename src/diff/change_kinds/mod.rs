//! The kinds of change, one a file. To add one, write its file and a line here.

mod addresses;
mod areas;
mod assessments;
mod audience;
mod due;
mod evidence;
mod facts;
mod files;
mod indicators;
mod milestones;
mod outlooks;
mod records;
mod roles;
mod settings;
mod statuses;
mod translations;
mod wording;

pub(super) use due::revision_behind;
pub(super) use indicators::in_both as indicators_in_both;

use super::changes::Changes;
use super::comparison::Comparison;

/// Finds the changes of one kind.
type Find = fn(&Comparison<'_>, &mut Changes);

/// Every kind.
const TABLE: &[Find] = &[
    records::find,
    wording::find,
    translations::find,
    statuses::find,
    outlooks::find,
    due::find,
    indicators::find,
    milestones::find,
    roles::find,
    evidence::find,
    audience::find,
    assessments::find,
    facts::find,
    areas::find,
    files::find,
    settings::find,
    addresses::find,
];

/// All changes of all kinds.
pub(super) fn all(comparison: &Comparison<'_>) -> Changes {
    let mut changes = Changes::default();
    TABLE.iter().for_each(|find| find(comparison, &mut changes));
    changes
}
