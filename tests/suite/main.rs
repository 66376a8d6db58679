//! The one integration test binary: a module for each capability.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::panic,
    reason = "tests stop at what they do not expect"
)]

mod architecture;
mod book;
mod check_pages;
mod command_line;
mod hostile_input;
mod output_folder;
mod pages;
mod published;
mod real_plan;
mod same_bytes;
mod source_accounting;
mod standing;
mod themes;
