//! How long the stages of a build take at several sizes: `cargo bench`.
//!
//! Time should grow no faster than the number of items, so the medians of one column are to be compared by the line.

use std::fmt::Write as _;
use std::sync::Arc;

use divan::{AllocProfiler, Bencher};
use planbook::date::{Date, Day};
use planbook::publish::Options;
use planbook::source::Tree;
use planbook::vocabulary::Audience;
use planbook::{build, links, parse};

#[global_allocator]
static ALLOC: AllocProfiler<mimalloc::MiMalloc> = AllocProfiler::new(mimalloc::MiMalloc);

const SIZES: &[usize] = &[100, 1_000, 10_000];

fn main() {
    divan::main();
}

fn today() -> Day {
    Date::parse("2024-06-30", 1).map(|date| date.earliest).unwrap_or(Day::MIN)
}

/// A plan of so many items in 12 areas, each with three updates, two agencies of 40, links and 150 words.
fn tree(items: usize) -> Arc<Tree> {
    let mut files = vec![
        ("book.toml".to_owned(), "[book]\ntitle = \"Plan\"\n".to_owned()),
        (
            "content/plan.md".to_owned(),
            "---\ntitle: Plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n".to_owned(),
        ),
    ];
    for area in 1..=12 {
        files.push((
            format!("content/areas/{area:02}-area/area.md"),
            format!("---\nnumber: {area}\ntitle: Area {area}\n---\n"),
        ));
    }
    for agency in 0..40 {
        files.push((
            format!("content/agencies/agency-{agency}.md"),
            format!("---\nname: Agency {agency}\nabbreviation: AG{agency}\nparty: Arland\n---\n"),
        ));
    }
    for index in 0..items {
        let (area, number) = (index % 12 + 1, index / 12 + 1);
        let mut text = format!(
            "---\ntitle: Item {index} of the plan\nkind: continuing\nlead: [agency-{}]\nsupporting: [agency-{}]\nupdates:\n",
            index % 40,
            (index + 1) % 40
        );
        for year in 2021..2024 {
            let _ = writeln!(
                text,
                "  - date: {year}-05-{:02}\n    status: in-progress\n    note: The talks of {year} went on.",
                index % 28 + 1
            );
        }
        let _ = write!(
            text,
            "---\n## About\n\nSee [[{}.1]] and AG{}.\n\n{}\n",
            index % 12 + 1,
            index % 40,
            "The parties met to discuss the next steps. ".repeat(18)
        );
        files.push((format!("content/areas/{area:02}-area/{area}.{number}-item.md"), text));
    }
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

/// Files to all pages, with their links proven, in memory.
#[divan::bench(args = SIZES, sample_count = 9, sample_size = 1)]
fn whole(bencher: Bencher<'_, '_>, items: usize) {
    let tree = tree(items);
    bencher.bench(|| {
        let mut book = build::read(&tree, Vec::new(), today());
        let options = Options { as_of: today(), audience: Audience::Public, base_url: None };
        let (context, site) =
            build::site(&mut book, &tree, &options).unwrap_or_else(|| std::process::exit(1));
        let problems = build::render(&context, &site, |_, bytes| {
            divan::black_box(bytes);
            Ok(())
        });
        assert!(problems.is_ok_and(|problems| problems.is_empty()));
    });
}

/// One page's links.
#[divan::bench]
fn scan_links() -> links::PageLinks {
    let html = "<a href=\"../../items/1.1/index.html\">x</a><p id=\"a\">".repeat(60);
    links::scan("items/1.2/index.html", divan::black_box(&html), "/", &links::Files::default())
}
