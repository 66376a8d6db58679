//! What changed in the other plans of a book: each in a section of its own, and stopped as the plan itself is.

use planbook::diff::{BookRevision, ComparisonReport, Review, human, markdown, review};

use crate::book::{Book, day};

const OLD: &str = "content/editions/2016";

/// A plan with an edition in which an agency of both leads an item.
fn book() -> Book {
    Book::new()
        .file("content/forums/round.md", "---\nname: Round\n---\n")
        .file(
            &format!("{OLD}/plan.md"),
            "---\ntitle: Old plan\nparties: [Arland]\nadopted: 2016-01-01\n---\n",
        )
        .file(&format!("{OLD}/areas/1/area.md"), "---\nnumber: 1\ntitle: Old trade\n---\n")
        .file(&format!("{OLD}/areas/1/1.1-lamps.md"), LAMPS)
        .file(&format!("{OLD}/areas/1/files/map.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
}

const LAMPS: &str = "---\ntitle: Lamps\nkind: deliverable\ndue: 2018-12-31\nlead: [ar-trade]\n---\n";

fn lamps(text: &str) -> Book {
    book().file(&format!("{OLD}/areas/1/1.1-lamps.md"), text)
}

/// A status that the lamps get.
fn lit() -> Book {
    let update = "---\ntitle: Lit\ndate: 2018-03-04\nitems: [\"1.1\"]\nstatus: in-progress\n---\n";
    book().file(&format!("{OLD}/updates/2018-03-04-lit.md"), update)
}

fn report(review: Review) -> ComparisonReport {
    super::report(review)
}

/// The comparison of one edition by itself.
fn alone(before: &Book, after: &Book) -> ComparisonReport {
    let (before, after) = (before.all_files(), after.all_files());
    let read = |tree| BookRevision::read(tree, planbook::vocabulary::Audience::Internal).0;
    let (old, new) = (read(&before), read(&after));
    report(review(&old.of_edition("2016"), &new.of_edition("2016"), day("2024-06-30")))
}

#[test]
fn changes_of_an_edition_stand_in_a_section_of_their_own() {
    let report = report(lit().since(&book()));
    assert!(report.changes.is_nothing(), "{:?}", report.changes);
    let [edition] = &report.editions[..] else { panic!("{:?}", report.editions) };
    assert_eq!((edition.edition.as_str(), edition.changes.statuses.len()), ("2016", 1));
    assert_eq!(edition.changes.addresses.new, ["editions/2016/updates/2018-03-04-lit/"]);
    assert_eq!(edition.changes.addresses.changed, ["editions/2016/items/1.1/"]);
    let text = human(&report);
    assert!(text.contains("\nin edition 2016: 1 status, 1 new update\n"), "{text}");
    assert!(text.contains("\nIn edition 2016: 1 status, 1 new update\n\nStatuses\n  1.1 Lamps: "), "{text}");
    let comment = markdown(&report, None);
    let headings = "\n### In edition 2016: 1 status, 1 new update\n\n#### Statuses\n\n- <strong>1\\.1";
    assert!(comment.contains(headings), "{comment}");
    assert!(!comment.contains("no changes"), "{comment}");
}

#[test]
fn changes_of_the_plan_and_of_an_edition_are_not_mixed() {
    let after = lit().item("1.2", "").file(&format!("{OLD}/areas/1/files/map.svg"), "<svg/>");
    let report = report(after.since(&book()));
    assert_eq!(report.changes.added.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["1.2"]);
    assert_eq!(report.changes.files, []);
    let files: Vec<&str> = report.editions[0].changes.files.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(files, [format!("{OLD}/areas/1/files/map.svg")]);
    assert!(human(&report).contains("1 other new record; in edition 2016: 1 status"), "{}", human(&report));
}

#[test]
fn an_edition_alone_has_only_the_changes_of_its_own_records() {
    let shared = |book: Book| {
        book.file("content/agencies/ar-trade.md", "---\nname: Trade Office\n---\n")
            .file("content/forums/hall.md", "---\nname: Hall\n---\n")
            .file("book.toml", "[book]\ntitle = \"Other\"\nlanguages = [\"en\"]\n")
            .item("1.2", "")
    };
    assert!(alone(&book(), &shared(book())).changes.is_nothing());
    let report = alone(&book(), &shared(lit()));
    assert_eq!(report.edition.as_deref(), Some("2016"));
    assert_eq!(report.changes.added.len(), 1);
    assert_eq!((report.changes.facts.len(), report.changes.settings.len()), (0, 0));
    assert_eq!(report.changes.addresses.new, ["editions/2016/updates/2018-03-04-lit/"]);
    assert_eq!(report.changes.addresses.changed, ["editions/2016/items/1.1/"]);
    assert_eq!(report.changes.addresses.vanished, Vec::<String>::new());
    assert!(human(&report).contains("\nedition 2016: 1 status, 1 new update\n"), "{}", human(&report));
}

#[test]
fn an_edition_that_one_state_lacks_has_no_addresses_but_its_own() {
    let shared = Book::new().file("content/forums/round.md", "---\nname: Round\n---\n");
    let new = alone(&shared, &book()).changes.addresses;
    assert_eq!(new.new, ["editions/2016/", "editions/2016/areas/1/", "editions/2016/items/1.1/"]);
    assert_eq!((new.changed.len(), new.vanished.len()), (0, 0));
    let gone = alone(&book(), &shared).changes.addresses;
    assert_eq!(gone.vanished, new.new);
    assert_eq!((gone.changed.len(), gone.new.len()), (0, 0));
    // Nor does the plan at the root get or lose any.
    let root = report(book().since(&shared)).changes;
    assert!(root.is_nothing(), "{root:?}");
}

#[test]
fn what_an_edition_may_not_change_is_stopped_and_named_by_its_own_files() {
    let moved = lamps(&LAMPS.replace("2018-12-31", "2029-12-31"));
    let expected = [format!("due-changed-without-date-change {OLD}/areas/1/1.1-lamps.md:4")];
    assert_eq!(moved.stopped_since(&book()), expected);
    let review = Book::new().file("content/forums/round.md", "---\nname: Round\n---\n").since(&book());
    let removed: Vec<&str> = review.stopped.iter().map(|it| it.message.as_str()).collect();
    assert!(removed.contains(&"content/editions/2016/plan.md was removed"), "{removed:?}");
    assert!(removed.iter().all(|it| !it.contains("ar-trade") && !it.contains("round")), "{removed:?}");
}

#[test]
fn a_file_of_an_edition_that_cannot_be_read_was_not_removed() {
    let broken = lamps("---\ntitle: [\n---\n");
    assert_eq!(broken.stopped_since(&book()), Vec::<String>::new());
    let only = Book::new()
        .file(&format!("{OLD}/plan.md"), "---\ntitle: Old\nparties: [A]\nadopted: 2016-01-01\n---\n");
    let unreadable = Book::new().file(&format!("{OLD}/plan.md"), "---\ntitle: [\n---\n");
    assert_eq!(unreadable.stopped_since(&only), Vec::<String>::new());
}

#[test]
fn nothing_internal_of_an_edition_is_in_a_comparison_for_the_public() {
    let secret = "---\ntitle: SECRET\nkind: deliverable\naudience: internal\n---\n";
    let after = book().file(&format!("{OLD}/areas/1/1.2-x.md"), secret);
    let review = after.since_for(&book(), planbook::vocabulary::Audience::Public);
    assert_eq!(review.editions, []);
    let internal = report(after.since(&book()));
    assert!(human(&internal).contains("SECRET (internal)"), "{}", human(&internal));
}
