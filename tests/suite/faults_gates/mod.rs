//! Faults that public reports of other programs led to, and faults of the same kinds. The number beside a row is that of
//! the report.

mod addresses;
mod days;
mod identities;
mod markup;
mod merge_checks;
mod orphans;
mod places;
mod refusals;
mod repository;
mod wording;
