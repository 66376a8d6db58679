//! The `planbook` program: see [`planbook::cli`].

use std::process::ExitCode;

/// A build makes many small strings, which this allocator is faster at. It needs a C compiler, so it is a choice.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    planbook::cli::run()
}
