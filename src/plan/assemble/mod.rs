//! Documents to a plan: every id is looked up, once, here.
//!
//! 1. Records are [`Listed`](listed::Listed) in the order in which they are shown, and get their index ([`Names`](names::Names) remembers which id has
//!    which).
//! 2. References are looked up in the names; what does not exist is reported and left out.
//! 3. Each connection is written down on the other side too.

mod again;
mod begin;
mod connect;
mod dictionary;
mod edition;
mod folders;
mod full;
mod listed;
mod names;

pub use again::{Last, assemble_again};
pub use full::assemble;
