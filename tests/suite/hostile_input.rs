//! Whatever the files hold, there is a report with a place, and no panic.

use planbook::markdown;
use planbook::source::Tree;
use proptest::prelude::*;

use crate::book::Book;

const ITEM: &str = "content/areas/01-trade/1.1-talks.md";

fn codes(text: impl AsRef<[u8]>) -> Vec<String> {
    let mut codes: Vec<String> = Book::new()
        .file(ITEM, text)
        .problems()
        .iter()
        .map(|place| place.split(' ').next().unwrap().to_owned())
        .collect();
    codes.dedup();
    codes
}

#[test]
fn broken_files_are_reported_where_they_break() {
    assert_eq!(codes(""), ["no-front-matter"]);
    assert_eq!(codes("---\n"), ["no-front-matter"]);
    assert_eq!(codes("---\ntitle: A\nkind: event\n"), ["no-front-matter"]);
    assert_eq!(codes("---\n---\n"), ["missing-key"]);
    assert_eq!(codes("---\ntitle: \"A\nkind: event\n---\n"), ["yaml-syntax"]);
    assert_eq!(codes("---\ntitle:\n\tkind: event\n---\n"), ["yaml-syntax"]);
    assert_eq!(codes("---\ntitle: A\nkind: event\nlead: {\n---\n"), ["yaml-syntax"]);
    assert_eq!(codes(b"---\ntitle: \xff\n---\n"), ["not-utf8"]);
    assert_eq!(codes("x".repeat(5_000_000)), ["too-large"]);
    assert_eq!(codes(format!("---\ntitle: A\nkind: event\n---\n{}", "> ".repeat(10_000))), ["too-deep"]);
    assert_eq!(
        codes(format!("---\ntitle: A\nkind: event\nx-deep: {}\n---\n", "[".repeat(10_000))),
        ["yaml-syntax"]
    );
}

#[test]
fn a_name_that_every_link_repeats_is_short() {
    let item = |length| format!("---\ntitle: {}\nkind: event\n---\n", "a".repeat(length));
    assert_eq!(codes(item(1_000)), Vec::<String>::new());
    assert_eq!(codes(item(1_001)), ["too-large"]);
    let area = format!("---\nnumber: {}\ntitle: A\n---\n", "a".repeat(121));
    let problems = Book::new().file("content/areas/02-x/area.md", area).problems();
    assert_eq!(problems, ["bad-id content/areas/02-x/area.md:2"]);
}

#[test]
fn a_chain_of_agencies_is_followed_once() {
    let agency = |book: Book, id: usize, parent: usize| {
        book.file(
            &format!("content/agencies/a{id}.md"),
            format!("---\nname: A {id}\nparty: Arland\nparent: a{parent}\n---\n"),
        )
    };
    // Three lead into a ring of two, and one is its own parent.
    let links = [(1, 2), (2, 3), (3, 5), (4, 5), (5, 4), (6, 6)];
    let report = links.iter().fold(Book::new(), |book, (id, parent)| agency(book, *id, *parent)).report();
    assert!(report.contains("an agency cannot be part of itself: a4 → a5 → a4"), "{report}");
    assert!(report.contains("an agency cannot be part of itself: a6 → a6"), "{report}");
    assert_eq!(report.matches("parent-cycle").count(), 2, "{report}");
    let long = (0..3_000).fold(Book::new(), |book, id| agency(book, id, (id + 1) % 3_000));
    assert_eq!(long.problems(), ["parent-cycle content/agencies/a0.md:4"]);
}

#[test]
fn an_alias_bomb_does_not_go_off() {
    let mut bomb = "---\ntitle: A\nkind: event\nx-a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..9 {
        let alias = format!("*a{}, ", level - 1).repeat(9);
        bomb.push_str(&format!("x-a{level}: &a{level} [{}]\n", alias.trim_end_matches(", ")));
    }
    bomb.push_str("---\n");
    assert_eq!(codes(bomb), ["unsupported-yaml"]);
}

#[test]
fn marks_and_line_ends_of_other_systems_are_fine() {
    assert_eq!(
        codes("\u{feff}---\r\ntitle: Talks\r\nkind: event\r\n---\r\n\r\nA text.\r\n"),
        Vec::<String>::new()
    );
}

#[test]
fn names_that_cannot_be_ids_are_reported() {
    for path in [
        "content/agencies/two words.md",
        "content/agencies/外務省.md",
        "content/agencies/AR-Two.md",
        "content/agencies/-x.md",
    ] {
        let problems = Book::new().file(path, "---\nname: X\n---\n").problems();
        assert_eq!(problems, [format!("bad-id {path}:1")]);
    }
    let problems =
        Book::new().file("content/areas/01-trade/talks.md", "---\ntitle: X\nkind: event\n---\n").problems();
    assert_eq!(problems, ["bad-id content/areas/01-trade/talks.md:1"]);
    let problems = Book::new().file("content/agencies/AR-trade.md", "---\nname: X\n---\n").problems();
    assert_eq!(
        problems,
        ["bad-id content/agencies/AR-trade.md:1", "case-collision content/agencies/ar-trade.md:1"]
    );
}

#[test]
fn a_book_without_anything_is_told_what_it_lacks() {
    let report = Book::empty().file("book.toml", "").report();
    assert!(report.contains("content/plan.md") && report.contains("[book]"), "{report}");
    assert_eq!(Book::empty().problems(), ["bad-config", "no-plan"]);
}

#[test]
fn all_problems_of_all_files_are_told_in_one_run() {
    let report = Book::new()
        .file(ITEM, "---\ntitle: Hold talks\nkind: recuring\nlede: [ar-trade]\ndue: 2021-13\n---\n")
        .file("content/pages/about.md", "---\ntitle: About\n---\nSee [[1.1]] and [[1.9]].\n")
        .file(
            "content/agencies/ar-trade.md",
            "---\nname: Ministry\nname: Bureau\nparent: ar-trad\n---\n<b>x</b>\n",
        )
        .report();
    insta::assert_snapshot!(report);
}

#[test]
fn one_mistake_is_not_told_many_times() {
    let problems = Book::new()
        .file("content/areas/01-trade/area.md", "---\nnumber: one two\ntitle: Trade\n---\n")
        .update("2021-01-01-x", "[\"1.1\"]", "")
        .problems();
    assert_eq!(problems, ["bad-id content/areas/01-trade/area.md:2"]);
}

#[test]
fn thousands_of_mistakes_are_told_in_a_line_each() {
    let report = Book::new()
        .file("content/pages/a.md", format!("---\ntitle: A\n---\n{}\n", "[[nope]]\n\n".repeat(3_000)))
        .report();
    assert_eq!(report.matches("`nope` does not exist").count(), 3_000);
    assert!(report.contains("content/pages/a.md:204:1: error[dangling-reference]: `nope` does not exist\n"));
    let headings = format!("---\ntitle: A\n---\n{}", "# same\n".repeat(30_000));
    assert_eq!(Book::new().file("content/pages/a.md", headings).problems(), Vec::<String>::new());
}

#[test]
fn an_edition_is_an_outline_and_nothing_else() {
    let item = "---\ntitle: X\nkind: event\n---\n";
    let problems = Book::new()
        .file("content/editions/2016/areas/01-a/area.md", "---\nnumber: 1\ntitle: A\n---\n")
        .file("content/editions/2016/areas/01-a/1.1-x.md", item)
        .file("content/editions/2016/areas/01-a/1.1-y.md", item)
        .file("content/editions/2016/areas/01-a/7.1-x.md", item)
        .file("content/editions/2016/agencies/lost.md", "---\nname: X\n---\n")
        .file("content/editions/Old Plan/plan.md", "---\ntitle: X\nparties: [A]\nadopted: 2016\n---\n")
        .problems();
    assert_eq!(
        problems,
        [
            "misplaced-file content/editions/2016/agencies/lost.md:1",
            "duplicate-id content/editions/2016/areas/01-a/1.1-y.md:1",
            "file-name content/editions/2016/areas/01-a/7.1-x.md:1",
            "bad-id content/editions/Old Plan/plan.md:1",
        ]
    );
}

#[test]
fn characters_that_no_page_can_show_are_refused() {
    let problems =
        Book::new().file("content/pages/a.md", "---\ntitle: \"A \\e\"\n---\nB \u{1b}[31m\u{0}\n").problems();
    assert_eq!(
        problems,
        ["control-character content/pages/a.md:2", "control-character content/pages/a.md:4"]
    );
    let problems = Book::new().file("content/pages/a.md", "---\ntitle: \"A \\e\"\n---\n").problems();
    assert_eq!(problems, ["control-character content/pages/a.md:2"]);
}

#[test]
fn short_updates_that_refer_to_each_other_have_names() {
    let book = Book::new().item(
        "1.2",
        "updates:\n  - {date: 2021-01-01, note: \"See [[1.2/2021-02-01]].\"}\n  - {date: 2021-02-01, note: \"See [[1.2/2021-01-01]] and [[1.2/2021-02-01]].\"}\n",
    );
    let page = book.page("items/1.2/index.html");
    assert!(page.contains(">See 1 February 2021.</a>"), "{page}");
}

#[test]
fn an_address_of_the_repository_that_is_refused_is_not_kept() {
    let toml = "[book]\ntitle = \"A\"\n[repository]\nurl = \"https://git.example\"\nedit = \"javascript:x#{path}\"\nnew = \"data:x\"\n";
    let (tree, _) = Tree::new([("book.toml".to_owned(), toml.into())]);
    let (config, problems) = planbook::config::read(&tree);
    assert_eq!(problems.len(), 2);
    let repository = config.repository.unwrap();
    assert_eq!(
        (repository.edit_url("content/plan.md"), repository.new_url("p", "t")),
        ("https://git.example".to_owned(), "https://git.example".to_owned())
    );
}

#[test]
fn updates_correct_earlier_ones_only() {
    let correction = |of: &str| format!("kind: correction\nreason: R\ncorrects: {of}\n");
    let problems = Book::new()
        .update("2021-01-01-a", "[\"1.1\"]", &correction("2021-01-02-b"))
        .update("2021-01-02-b", "[\"1.1\"]", &correction("2021-01-01-a"))
        .problems();
    assert_eq!(problems, ["unknown-update content/updates/2021-01-01-a.md:7"]);
}

proptest! {
    #![proptest_config(crate::random::config(400))]

    #[test]
    fn no_text_makes_markdown_panic(text in "([\\[\\]()|*_`#>!\\-+0-9:a-zA-Z \n\\\\~^$<&;「」。é]|https?://|\\[\\[|\\]\\]|```plan-text\n){0,200}") {
        let (fragment, _) = markdown::to_fragment(&text, "content/pages/a.md", markdown::TextPlace::Body(planbook::diag::FileId(0), 0), &planbook::limits::Limits::DEFAULT);
        let mut html = String::new();
        fragment.write(&mut html, &mut Nothing);
        prop_assert!(!html.contains("<script") && !html.contains("javascript:"));
    }

    #[test]
    fn no_front_matter_makes_a_book_panic(yaml in "([a-z\\-]{1,8}: |title: |kind: |updates:\n  - date: |\"|'|\\[|\\]|\\{|\\}|&a|\\*a|\\||>|\n|  |- |[0-9\\-/]{1,10}|é|\t){0,60}") {
        let book = Book::new().file(ITEM, format!("---\n{yaml}\n---\n[[1.1]]\n"));
        let _ = book.report();
    }
}

struct Nothing;

impl markdown::Resolver for Nothing {
    fn link(&mut self, _: usize) -> Option<markdown::Link> {
        None
    }
    fn picture(&mut self, _: usize) -> Option<markdown::PictureFile> {
        None
    }
    fn unnamed(&self, _: usize) -> String {
        String::new()
    }
    fn way_to_root(&self) -> &str {
        "../"
    }
    fn internal_mark(&self) -> &str {
        ""
    }
    fn expansion(&mut self, _: &str) -> Option<String> {
        None
    }
    fn id_prefix(&self) -> &str {
        ""
    }
    fn lower_headings(&self) -> usize {
        0
    }
}
