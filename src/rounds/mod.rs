//! Rounds of reporting: who is asked about what for a period, and who has answered. `requests`, `status --round`, `report` and
//! the internal page of rounds show it, and decide nothing themselves.
//!
//! 1. `reason` says why an item is asked about, and whether it is.
//! 2. `asked` says which agency is responsible for which item on the day: a list of `request`s.
//! 3. `state` says what has become of each of them.
//! 4. `periods` says which rounds there are, `of_period` which reports are of one.

mod asked;
mod of_period;
mod periods;
mod reason;
mod request;
mod state;

pub use asked::asked;
pub use of_period::{is_of_period, is_reported_by};
pub use periods::latest;
pub use reason::Reason;
pub use request::{Ask, Request};
pub use state::{Answer, Counts, OfAgency, Point, State, state};
