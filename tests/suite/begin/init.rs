//! The book that `init` makes.

use planbook::scaffold::book::{self, Example};

use super::{call, listing, well};
use crate::book::{Book, words};

/// The book in memory.
pub(super) fn example() -> Book {
    of(Example::Harbour)
}

fn of(example: Example) -> Book {
    book::files(example).into_iter().fold(Book::empty(), |book, (path, text)| {
        // Only these are read from a folder.
        let read = path == "book.toml" || path.starts_with("content/");
        if read { book.file(&path, text) } else { book }
    })
}

#[test]
fn it_builds_at_once_without_a_word_now_and_in_years() {
    for day in ["2025-03-01", "2026-11-25", "2030-06-30"] {
        let outcome = example().today(day).build();
        assert_eq!(outcome.places(), Vec::<String>::new(), "{day}");
        assert!(outcome.files.len() > 50, "{}", outcome.files.len());
    }
    assert_eq!(example().today("2026-11-25").internal().build().places(), Vec::<String>::new());
}

#[test]
fn the_climate_plan_builds_now_and_in_years_and_shows_its_numbers() {
    let climate = || of(Example::Climate);
    for day in ["2026-11-01", "2027-06-30", "2031-01-31"] {
        let outcome = climate().today(day).build();
        assert_eq!(outcome.places(), Vec::<String>::new(), "{day}");
    }
    assert_eq!(climate().today("2026-11-01").internal().build().places(), Vec::<String>::new());
    let site = climate().today("2026-11-01").build();
    // What the plan has, added up by hand: 14 of 15 actions have a budget, in thousands of euros.
    let budgets = [
        14_200, 900, 38_500, 96_000, 21_400, 24_600, 71_000, 3_100, 11_800, 52_000, 17_800, 4_300, 650, 2_400,
    ];
    assert_eq!(budgets.iter().sum::<i64>(), 358_650);
    assert!(words(&site.page("fields/budget/index.html")).contains("EUR 358,650,000"));
    let indicators = words(&site.page("progress/indicators/index.html"));
    assert!(indicators.contains("15 indicators have numbers"), "{indicators}");
    assert!(indicators.contains("28.8 percentage points to go"), "{indicators}");
    let homes = words(&site.page("items/2.1/index.html"));
    assert!(homes.contains("2026 Q3: 1,812") && homes.contains("EUR 96,000,000"), "{homes}");
}

#[test]
fn the_smallest_book_builds_too_and_has_no_more_than_it_needs() {
    for day in ["2026-11-25", "2029-01-31"] {
        assert_eq!(of(Example::Minimal).today(day).build().places(), Vec::<String>::new(), "{day}");
    }
    let folder = tempfile::tempdir().unwrap();
    let said = well(folder.path(), &["init", "school", "--example", "minimal"]);
    assert!(said.out.contains("5 files in school: start with content/plan.md"), "{}", said.out);
    let made = folder.path().join("school");
    assert_eq!(listing(&made).len(), 5);
    well(folder.path(), &["build", "--root", "school"]);
    // Nothing else can be left out of it: a plan without items is one that is not written yet.
    let others = book::files(Example::Minimal).into_iter().filter(|(path, _)| !path.contains("/1.1-"));
    for (path, _) in others {
        let whole = std::fs::read(made.join(&path)).unwrap();
        std::fs::remove_file(made.join(&path)).unwrap();
        let (said, again) =
            (call(folder.path(), &["check", "--root", "school", "--deny-warnings"]), made.join(&path));
        std::fs::write(again, whole).unwrap();
        assert_ne!(said.code, 0, "{path}");
    }
}

#[test]
fn no_heading_of_its_pages_stands_over_nothing() {
    let outcome = example().today("2026-11-25").build();
    for path in outcome.files.keys().filter(|path| path.ends_with(".html")) {
        let page = outcome.page(path);
        for list in ["<ul class=\"inline\">\n</ul>", "<ul>\n</ul>", "<tbody>\n</tbody>"] {
            assert!(!page.contains(list), "{path} has {list}");
        }
    }
}

#[test]
fn it_shows_each_thing_once() {
    let outcome = example().today("2026-11-25").build();
    for (path, text) in [
        ("index.html", "Plan for a clean harbour"),
        ("areas/1/index.html", "Clean water"),
        ("items/1.1/index.html", "Build a treatment plant"),
        ("items/1.1.a/index.html", "Contract for the treatment plant signed"),
        ("items/1.2/index.html", "every year"),
        ("items/2.1/index.html", "Completed"),
        ("items/2.2/index.html", "Second meeting of the Harbour Round"),
        ("agencies/ar-water/index.html", "Arland"),
        ("forums/harbour-round/index.html", "Saltmouth"),
        ("about/index.html", "Who maintains this site"),
    ] {
        let page = words(&outcome.page(path));
        assert!(page.contains(text), "{path} has no “{text}”: {page}");
    }
}

#[test]
fn a_book_that_is_there_gets_what_hosts_and_editors_need_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.txt"), "1. Clean water\n(1) Build a plant.\n").unwrap();
    well(folder.path(), &["import", "plan.txt", "--into", "harbour"]);
    let before = listing(&folder.path().join("harbour"));
    let said = well(folder.path(), &["init", "harbour", "--no-example"]);
    assert!(said.out.contains("for code hosts and editors into harbour"), "{}", said.out);
    let after = listing(&folder.path().join("harbour"));
    let added: Vec<&String> = after.iter().filter(|path| !before.contains(path)).collect();
    assert!(added.iter().all(|path| path.starts_with('.')), "{added:?}");
    assert!(added.iter().any(|path| *path == ".github/workflows/check.yml"), "{added:?}");
    // Nothing is wrong, but what the text did not say is still to be filled in.
    let left = well(folder.path(), &["check", "--root", "harbour"]).err;
    assert!(
        left.lines().count() == 3 && left.lines().all(|line| line.contains("warning[fill-in]")),
        "{left}"
    );
    // Once is enough.
    assert_eq!(call(folder.path(), &["init", "harbour", "--no-example"]).code, 2);
}

#[test]
fn it_is_made_in_a_new_folder_and_beside_what_is_there_and_never_over_it() {
    let folder = tempfile::tempdir().unwrap();
    let said = well(folder.path(), &["init", "harbour"]);
    assert!(said.out.contains("planbook build --root harbour"), "{}", said.out);
    let made = listing(&folder.path().join("harbour"));
    let meant: Vec<String> = book::files(Example::Harbour).into_iter().map(|(path, _)| path).collect();
    assert_eq!(made, meant);
    for path in [
        ".gitignore",
        ".editorconfig",
        ".vscode/settings.json",
        ".github/workflows/check.yml",
        ".github/workflows/comment.yml",
        ".github/workflows/publish.yml",
        ".github/ISSUE_TEMPLATE/report.yml",
        ".gitlab-ci.yml",
        ".gitlab/issue_templates/report.md",
    ] {
        assert!(made.iter().any(|made| made == path), "{path}");
    }
    assert!(!made.iter().any(|path| path.split('/').any(|part| part.starts_with('_'))), "{made:?}");

    // A repository that was made before.
    let own = folder.path().join("own");
    std::fs::create_dir_all(own.join(".git")).unwrap();
    std::fs::write(own.join(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
    let said = well(&own, &["init", "."]);
    assert!(said.out.contains("  planbook build\n"), "{}", said.out);
    assert_eq!(listing(&own).len(), meant.len() + 1);

    // One file is in the way: nothing is written.
    let taken = folder.path().join("taken");
    std::fs::create_dir(&taken).unwrap();
    std::fs::write(taken.join("README.md"), "mine").unwrap();
    let said = call(&taken, &["init", "."]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("README.md already exists"), "{}", said.err);
    assert_eq!(listing(&taken), ["README.md"]);
    assert_eq!(std::fs::read_to_string(taken.join("README.md")).unwrap(), "mine");
    let again = call(folder.path(), &["init", "harbour"]);
    assert_eq!(again.code, 2, "{}", again.err);
}
