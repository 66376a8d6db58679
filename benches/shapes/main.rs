//! Whether a plan that is large in one direction costs more for each item: `cargo bench --bench shapes`.
//!
//! A number is the size: `cargo bench --bench shapes -- 2000`. Each shape is built with that many items and with twice as
//! many, in memory and on one thread. What grows more than twofold does not grow with the plan alone. `--write DIR` writes
//! the plans instead, for those who want to measure the program.
//!
//! Where the system says how long a thread had a core, that is what is measured, so that a busy machine changes little.
#![allow(clippy::disallowed_methods, reason = "it measures time, and writes plans")]
#![allow(clippy::print_stdout, reason = "the table is what it is for")]

mod plans;
#[path = "../synthetic/mod.rs"]
mod synthetic;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use planbook::build;
use planbook::date::{Date, Day};
use planbook::publish::Options;
use planbook::source::Tree;
use planbook::stages::{self, Stage, Watcher};
use planbook::vocabulary::Audience;

use plans::{Shape, TABLE};

const SIZE: usize = 2_000;
/// Stages that take less are not worth a ratio.
const SHORT: Duration = Duration::from_millis(20);

static STARTED: LazyLock<Instant> = LazyLock::new(Instant::now);
static STAGES: Mutex<BTreeMap<Stage, Duration>> = Mutex::new(BTreeMap::new());

/// How long this thread has worked.
fn now() -> Duration {
    let worked = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = worked.and_then(|text| text.split(' ').next()?.parse().ok());
    worked.map_or_else(|| STARTED.elapsed(), Duration::from_nanos)
}

struct Clock;

impl Watcher for Clock {
    fn begin(&self, _: Stage) -> Duration {
        now()
    }

    fn end(&self, stage: Stage, begun: Duration) {
        let took = now().saturating_sub(begun);
        *STAGES.lock().unwrap_or_else(PoisonError::into_inner).entry(stage).or_default() += took;
    }

    fn parts(&self, _: usize) {}

    fn part_done(&self) {}
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let size = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(SIZE);
    let folder = arguments.iter().position(|argument| argument == "--write").map(|at| at + 1);
    if let Some(folder) = folder.and_then(|at| arguments.get(at)) {
        return TABLE.iter().try_for_each(|shape| write(shape, size, Path::new(folder)));
    }
    stages::watch(Box::new(Clock));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
    assert!(pool.is_ok());
    measure(&TABLE[0], 100);
    println!("| plan | ms an item, {size} | {} | growth | stages that grow more |", size * 2);
    println!("|---|---|---|---|---|");
    for shape in TABLE {
        let (one, two) = (measure(shape, size), measure(shape, size * 2));
        let total =
            |stages: &BTreeMap<Stage, Duration>| stages.values().sum::<Duration>().as_secs_f64() * 1000.0;
        let growth = |one: f64, two: f64| two / one;
        let steep: Vec<String> = two
            .iter()
            .filter(|(_, took)| **took > SHORT)
            .map(|(stage, took)| {
                let before = one.get(stage).copied().unwrap_or_default();
                (stage.name(), growth(before.as_secs_f64(), took.as_secs_f64()))
            })
            .filter(|(_, growth)| *growth > 2.5)
            .map(|(name, growth)| format!("{name} × {growth:.1}"))
            .collect();
        println!(
            "| {} | {:.3} | {:.3} | × {:.2} | {} |",
            shape.name,
            total(&one) / size as f64,
            total(&two) / (size * 2) as f64,
            growth(total(&one), total(&two)),
            steep.join(", ")
        );
    }
    Ok(())
}

/// The time of each stage.
fn measure(shape: &Shape, items: usize) -> BTreeMap<Stage, Duration> {
    let files = (shape.files)(items).into_iter().map(|(path, text)| (path, text.into_bytes()));
    let tree = Arc::new(Tree::new(files).0);
    let today = Date::parse("2024-06-30", 1).map(|date| date.earliest).unwrap_or(Day::MIN);
    let options = Options { as_of: today, audience: Audience::Public, base_url: None, repository: None };
    STAGES.lock().unwrap_or_else(PoisonError::into_inner).clear();
    let mut book = build::read(&tree, Vec::new(), today);
    if let Some((context, site)) = build::site(&mut book, &tree, &options) {
        let rendered = build::render(&context, &site, |_, _| Ok(()));
        assert!(rendered.is_ok());
    }
    if let Some(error) =
        book.diagnostics.iter().find(|it| book.has_errors() && it.severity == planbook::diag::Severity::Error)
    {
        println!("{}: {}: {}", shape.name, error.code.name, error.message);
    }
    STAGES.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

fn write(shape: &Shape, items: usize, folder: &Path) -> std::io::Result<()> {
    let folder = folder.join(shape.name.replace([' ', ','], "-"));
    for (path, text) in (shape.files)(items) {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().unwrap_or(&folder))?;
        std::fs::write(file, text)?;
    }
    Ok(())
}
