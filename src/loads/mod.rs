//! What the finished pages and the style sheets of a theme load from other sites, and whether the policy allows it.

mod addresses;
mod pages;
mod sheets;

pub use pages::{Blocked, report, scan};
pub use sheets::blocked as blocked_in_sheets;
