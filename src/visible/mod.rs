//! Which documents may be seen: by an audience, and on a day. Both filters leave documents out and know no plan.
//!
//! What is put together from the rest is the plan of a book in which nothing else was ever written. So what is left out
//! cannot be in a count, a list, a link or an address.
//!
//! 1. What is internal within a record was left out when its file was read a second time, for the public
//!    ([`ParsedBook`](crate::parse::ParsedBook)).
//! 2. [`AudienceFilter`] leaves out the records that are internal.
//! 3. [`as_of`] leaves out what was not there, or not known, by a day.

mod audience;
mod day;
mod known;
mod left_out;

pub use audience::{AudienceFilter, PublicDocuments};
pub use day::as_of;
pub use known::is_known;
pub use left_out::LeftOut;
