//! What translators are given, and what comes back: how much of a book is translated, what its translations were made from,
//! and PO files.

mod accept;
mod blocks;
mod coverage;
mod earlier;
mod po_in;
mod po_out;
mod records;

pub use accept::{Accepted, accept};
pub use coverage::{Count, Coverage, coverage};
pub use po_in::{Brought, bring_in};
pub use po_out::{context, left_out, po_file};
pub use records::{State, TranslatedField, TranslatedRecord, records, records_hiding};
