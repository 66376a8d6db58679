//! What becomes public, or stops being so.

use crate::diff::changes::{AudienceChange, AudienceOf, Changes};
use crate::diff::comparison::Comparison;
use crate::diff::made_public;

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for pair in &comparison.pairs {
        let what = if pair.old.public != pair.new.public {
            AudienceOf::Record
        } else if made_public::parts(comparison, pair).is_some() {
            AudienceOf::Parts
        } else {
            continue;
        };
        changes.audience.push(AudienceChange { record: pair.new.named(), what, public: pair.new.public });
    }
}
