//! How long the stages of a build take at several sizes: `cargo bench`.
//!
//! Time should grow no faster than the number of items, so the medians of one column are to be compared by the line.

mod synthetic;

use std::sync::Arc;

use divan::{AllocProfiler, Bencher};
use planbook::date::{Date, Day};
use planbook::outputs;
use planbook::page::Context;
use planbook::publish::Options;
use planbook::site::{Body, Site};
use planbook::source::Tree;
use planbook::vocabulary::Audience;
use planbook::{build, links, parse};

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOC: AllocProfiler<mimalloc::MiMalloc> = AllocProfiler::new(mimalloc::MiMalloc);

#[cfg(not(feature = "mimalloc"))]
#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

const SIZES: &[usize] = &[100, 1_000, 10_000];

fn main() {
    divan::main();
}

fn today() -> Day {
    Date::parse("2024-06-30", 1).map(|date| date.earliest).unwrap_or(Day::MIN)
}

fn tree(items: usize) -> Arc<Tree> {
    let files = synthetic::plan(items);
    let (tree, problems) = Tree::new(files.into_iter().map(|(path, text)| (path, text.into_bytes())));
    assert!(problems.is_empty());
    Arc::new(tree)
}

/// Files to documents.
#[divan::bench(args = SIZES, sample_count = 9, sample_size = 1)]
fn parse(bencher: Bencher<'_, '_>, items: usize) {
    let tree = tree(items);
    let (config, _) = planbook::config::read(&tree);
    bencher.bench(|| parse::documents(&tree, &config));
}

/// Files to a checked plan.
#[divan::bench(args = SIZES, sample_count = 9, sample_size = 1)]
fn read(bencher: Bencher<'_, '_>, items: usize) {
    let tree = tree(items);
    bencher.bench(|| build::read(&tree, Vec::new(), today()));
}

/// Files to all pages, with their links checked, in memory.
#[divan::bench(args = SIZES, sample_count = 9, sample_size = 1)]
fn whole(bencher: Bencher<'_, '_>, items: usize) {
    let tree = tree(items);
    bencher.bench(|| site_of(&tree, Audience::Public));
}

/// The same for those who keep the plan: with what is internal.
#[divan::bench(args = [100, 1_000], sample_count = 9, sample_size = 1)]
fn whole_internal(bencher: Bencher<'_, '_>, items: usize) {
    let tree = tree(items);
    bencher.bench(|| site_of(&tree, Audience::Internal));
}

fn context(tree: &Arc<Tree>, audience: Audience) -> (Context, Site<Context>) {
    let mut book = build::read(tree, Vec::new(), today());
    let options = Options { as_of: today(), audience, base_url: None, repository: None };
    build::site(&mut book, tree, &options).unwrap_or_else(|| std::process::exit(1))
}

fn site_of(tree: &Arc<Tree>, audience: Audience) {
    let (context, site) = context(tree, audience);
    let problems = build::render(&context, &site, |_, bytes| {
        divan::black_box(bytes);
        Ok(())
    });
    assert!(problems.is_ok_and(|problems| problems.is_empty()));
}

/// All files of one output, at 1,000 items, one after the other.
#[divan::bench(args = outputs::TABLE.iter().map(|(output, _)| output.name), sample_count = 5, sample_size = 1)]
fn output(bencher: Bencher<'_, '_>, name: &str) {
    let tree = tree(1_000);
    // What outputs share is made once for a site, so each sample has a site of its own.
    bencher.with_inputs(|| context(&tree, Audience::Public).0).bench_refs(|context| {
        let output = outputs::TABLE.iter().filter(|(output, _)| output.name == name);
        for page in output.flat_map(|(output, _)| (output.pages)(context)) {
            if let Body::Deferred(render) = page.body {
                assert!(divan::black_box(render(context)).is_ok());
            }
        }
    });
}

/// One page's links.
#[divan::bench]
fn scan_links() -> links::PageLinks {
    let html = "<a href=\"../../items/1.1/index.html\">x</a><p id=\"a\">".repeat(60);
    links::scan("items/1.2/index.html", divan::black_box(html.as_bytes()), "/", &links::Files::default())
}
