//! Every numbered line of the plan's text is in exactly one record, letter for letter.

use crate::book::Book;

fn book(text: &str) -> Book {
    Book::new()
        .file(
            "content/plan.md",
            "---\ntitle: P\nparties: [Arland]\nadopted: 2020-01-01\nsource: text-2020\n---\n",
        )
        .file(
            "content/sources/text-2020.md",
            format!("---\ntitle: Text\ndate: 2020\n---\n```plan-text\n{text}\n```\n"),
        )
}

#[test]
fn a_text_that_is_all_there_is_accepted() {
    assert_eq!(book("The plan\n\n1. Trade\n\n  • (1) Hold talks").problems(), Vec::<String>::new());
}

#[test]
fn the_smallest_change_is_noticed() {
    for altered in ["Hold talks.", "Hold  talks", "hold talks", "Hold talks with Boria"] {
        let places = book(&format!("1. Trade\n  (1) {altered}")).problems();
        assert_eq!(places, ["source-text-altered content/areas/01-trade/1.1-talks.md:2"], "{altered}");
    }
}

#[test]
fn missing_doubled_and_invented_lines_are_told_apart() {
    let places = book("1. Trade\n  (2) More talks\n  (2) More talks").problems();
    assert_eq!(
        places,
        [
            "source-text-extra content/areas/01-trade/1.1-talks.md:2",
            "source-text-missing content/sources/text-2020.md:7",
            "source-text-doubled content/sources/text-2020.md:8"
        ]
    );
}
