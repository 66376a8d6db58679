//! The `planbook` program: see [`planbook::cli`].

use std::process::ExitCode;

/// A build makes many small strings, which this allocator is faster at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    planbook::cli::run()
}
