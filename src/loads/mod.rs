//! What the finished pages and the style sheets of a theme load from other sites, and whether the policy allows it.

mod addresses;
mod pages;
mod report;
mod sheets;
mod tags;
mod wanted;

pub use pages::{Blocked, Rules, is_inline_script, scan};
pub use report::BlockedLoads;
pub use sheets::blocked as blocked_in_sheets;
