//! A guard against slowness without a clock: how much a build asks of the allocator.
//!
//! It is a test binary of its own, because it has an allocator of its own. There is one test in it, and one thread that
//! works, so the numbers are the same in each run.
#![allow(clippy::print_stdout, reason = "it prints the numbers that are to be noted")]
#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

#[path = "../benches/synthetic/mod.rs"]
mod synthetic;

use std::alloc::System;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use planbook::build;
use planbook::date::{Date, Day};
use planbook::publish::Options;
use planbook::source::Tree;
use planbook::vocabulary::Audience;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const ITEMS: usize = 1_000;

/// What a build of that many items costs. When a change makes it cost more or less for a good reason, run
/// `cargo test --test allocations -- --nocapture` and write here what it prints.
const NOTED: Cost = Cost { allocations: 6_511_168, allocated_mb: 883, files: 4_123, written_mb: 58 };

/// How far a number may be from the noted one, in percent.
const TOLERANCE: usize = 10;

#[derive(Debug)]
struct Cost {
    /// Calls of the allocator that asked for memory, or for more of it.
    allocations: usize,
    /// What they asked for.
    allocated_mb: usize,
    /// Files of the site.
    files: usize,
    /// Their bytes.
    written_mb: usize,
}

fn cost(items: usize) -> Cost {
    let files = synthetic::plan(items).into_iter().map(|(path, text)| (path, text.into_bytes()));
    let tree = Arc::new(Tree::new(files).0);
    let today = Date::parse("2024-06-30", 1).map(|date| date.earliest).unwrap_or(Day::MIN);
    let options = Options { as_of: today, audience: Audience::Public, base_url: None, repository: None };
    let (count, bytes) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let region = Region::new(ALLOCATOR);
    let mut book = build::read(&tree, Vec::new(), today);
    let (context, site) = build::site(&mut book, &tree, &options).unwrap();
    let problems = build::render(&context, &site, |_, file| {
        count.fetch_add(1, Ordering::Relaxed);
        bytes.fetch_add(file.len(), Ordering::Relaxed);
        Ok(())
    });
    let asked = region.change();
    assert!(problems.unwrap().is_empty() && !book.has_errors());
    Cost {
        allocations: asked.allocations + asked.reallocations,
        allocated_mb: asked.bytes_allocated / 1_000_000,
        files: count.into_inner(),
        written_mb: bytes.into_inner() / 1_000_000,
    }
}

#[test]
fn a_build_costs_what_it_did() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    // What is made once for a process, such as the built-in theme, is made before.
    pool.install(|| cost(24));
    let now = pool.install(|| cost(ITEMS));
    println!("{now:?}");
    for (name, noted, now) in [
        ("allocations", NOTED.allocations, now.allocations),
        ("MB allocated", NOTED.allocated_mb, now.allocated_mb),
        ("files", NOTED.files, now.files),
        ("MB written", NOTED.written_mb, now.written_mb),
    ] {
        let difference = now.abs_diff(noted) * 100;
        assert!(difference <= noted * TOLERANCE, "{name}: {now}, noted were {noted}; see NOTED in this file");
    }
}
