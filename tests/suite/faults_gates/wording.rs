//! What a comparison says of texts that look alike, of white space that matters, and of ids that are others.

use planbook::diff::{Change, OnlyChange, Reworded, human, markdown};

use crate::book::Book;
use crate::diff::report;

const UPDATE: &str = "content/updates/2021-05-01-begun.md";

/// A book with a title, a summary, a note and a body of these words.
fn book(part: &str, text: &str) -> Book {
    let value = serde_json::to_string(text).unwrap();
    let (mut title, mut summary, mut note, mut body) =
        ("\"River\"".to_owned(), "\"River\"".to_owned(), "\"Begun.\"".to_owned(), "Begun.".to_owned());
    match part {
        "title" => title = value,
        "summary" => summary = value,
        "note" => note = value,
        _ => body = text.to_owned(),
    }
    Book::new()
        .item("1.2", &format!("summary: {summary}\nlead: [ar-trade]\nupdates:\n  - date: 2022-01-01\n    note: {note}\n"))
        .file(
            UPDATE,
            format!("---\ntitle: {title}\ndate: 2021-05-01\nitems: [\"1.2\"]\nevidence:\n  - title: Report\n    url: https://example.org/\n---\n\n{body}\n"),
        )
}

fn changed(part: &str, before: &str, after: &str) -> (Vec<Reworded>, String, String) {
    let report = report(book(part, after).since(&book(part, before)));
    let (terminal, comment) = (human(&report), markdown(&report, None));
    // Long lines are broken; what is looked for stands in one.
    let terminal = terminal.split_whitespace().collect::<Vec<_>>().join(" ");
    (report.changes.reworded, terminal, comment)
}

#[test]
fn what_looks_the_same_is_told_apart() {
    let letters = "(only the form of the letters differs)";
    // (case, before, after, what only differs, on the terminal, in a comment)
    type Case<'a> = (&'a str, &'a str, &'a str, Option<OnlyChange>, &'a str, &'a str);
    let cases: &[Case<'_>] = &[
        (
            "4 letters and marks",
            "Café talks",
            "Cafe\u{301} talks",
            Some(OnlyChange::LetterForm),
            letters,
            letters,
        ),
        (
            "4 the other way",
            "Cafe\u{301} talks",
            "Café talks",
            Some(OnlyChange::LetterForm),
            letters,
            letters,
        ),
        ("4 kana", "ガイド", "カ\u{3099}イド", Some(OnlyChange::LetterForm), letters, letters),
        ("4 a sign for a letter", "5 \u{212b}", "5 \u{c5}", Some(OnlyChange::LetterForm), letters, letters),
        (
            "4 zero width space",
            "Harbour talks",
            "Harbour\u{200b} talks",
            Some(OnlyChange::UnseenCharacters),
            "{+(U+200B)+}",
            "<ins>\\(U\\+200B\\)</ins>",
        ),
        (
            "4 soft hyphen goes",
            "Har\u{ad}bour",
            "Harbour",
            Some(OnlyChange::UnseenCharacters),
            "(U+00AD)",
            "\\(U\\+00AD\\)",
        ),
        (
            "4 word joiner",
            "Harbour talks",
            "Harbour \u{2060}talks",
            Some(OnlyChange::UnseenCharacters),
            "(U+2060)",
            "\\(U\\+2060\\)",
        ),
        (
            "4 no-break space",
            "Harbour talks",
            "Harbour\u{a0}talks",
            Some(OnlyChange::UnseenCharacters),
            "[- -]{+(U+00A0)+}",
            "<ins>\\(U\\+00A0\\)</ins>",
        ),
        (
            "4 wide space",
            "港湾 会議",
            "港湾\u{3000}会議",
            Some(OnlyChange::UnseenCharacters),
            "(U+3000)",
            "\\(U\\+3000\\)",
        ),
        (
            "4 form and zero width",
            "Café talks",
            "Cafe\u{301}\u{200b} talks",
            Some(OnlyChange::UnseenCharacters),
            "(U+200B)",
            "\\(U\\+200B\\)",
        ),
        ("4 beside another word", "Café talks begin", "Cafe\u{301} talks end", None, letters, letters),
        (
            "4 another word",
            "Harbour talks",
            "Harbour visits",
            None,
            "[-talks-]{+visits+}",
            "<ins>visits</ins>",
        ),
        (
            "4 another letter that looks alike",
            "Harbour",
            "Hаrbour",
            None,
            "[-Harbour-]",
            "<del>Harbour</del>",
        ),
    ];
    for (case, before, after, only, terminal, comment) in cases {
        for part in ["title", "summary", "note", "body"] {
            let (reworded, shown, told) = changed(part, before, after);
            let [change] = &reworded[..] else { panic!("{case} {part}: {reworded:?}") };
            assert_eq!((change.part, change.only), (part, *only), "{case} {part}");
            assert!(shown.contains(terminal), "{case} {part}: {shown}");
            assert!(told.contains(comment), "{case} {part}: {told}");
            // The words of the report are those of the book.
            let words = |without: Change| -> String {
                change.words.iter().filter(|run| run.change != without).map(|run| run.text.as_str()).collect()
            };
            assert_eq!(
                (words(Change::Added), words(Change::Removed)),
                (change.before.clone(), change.after.clone())
            );
        }
        assert!(changed("body", before, before).0.is_empty(), "{case}");
    }
}

#[test]
fn a_value_that_looks_the_same_is_told_apart() {
    let book = |place: &str| Book::new().item("1.2", &format!("x-place: \"{place}\"\n"));
    for (case, before, after, shown) in [
        ("4 another value", "Café", "Cafe\u{301}", "(only the form of the letters differs)"),
        ("4 another value, unseen", "Pier", "Pier\u{200b}", "Pier → Pier(U+200B)"),
        ("4 another value, space", "Pier 1", "Pier\u{a0}1", "Pier(U+00A0)1"),
    ] {
        let report = report(book(after).since(&book(before)));
        assert_eq!(report.changes.facts.len(), 1, "{case}");
        assert!(human(&report).contains(shown), "{case}: {}", human(&report));
    }
}

#[test]
fn white_space_that_makes_another_text_is_a_change() {
    // (case, before, after, what is shown)
    let cases = [
        (
            "36 paragraph split",
            "The survey began. The ship came.",
            "The survey began.\n\nThe ship came.",
            "{+¶ +}",
        ),
        (
            "36 paragraphs joined",
            "The survey began.\n\nThe ship came.",
            "The survey began.\nThe ship came.",
            "[-¶ -]",
        ),
        ("36 paragraph split, Japanese", "調査を始めた。船が来た。", "調査を始めた。\n\n船が来た。", "¶"),
        (
            "36 four blanks",
            "Begun.\n\nThe ship came.",
            "Begun.\n\n    The ship came.",
            "[code by four spaces]",
        ),
        ("36 four blanks at the start", "The ship came.", "    The ship came.", "[code by four spaces]"),
        ("36 a list", "Ships - one\n- two", "Ships\n\n- one\n- two", "[list]"),
        ("36 a list within a list", "- one\n- two", "- one\n  - two", "[list]"),
        ("36 a heading", "Ships # one", "Ships\n\n# one", "[heading 1]"),
        ("36 two blanks at the end of a line", "The survey\nbegan.", "The survey  \nbegan.", "[new line]"),
        ("36 lines of code", "```\na b\n```", "```\na\nb\n```", "⏎"),
        ("36 blanks in code", "```\na b\n```", "```\na  b\n```", "␣␣"),
        ("36 after a list", "- one\n\n  two", "- one\n\ntwo", "[end of list]"),
    ];
    for (case, before, after, sign) in cases {
        for part in ["note", "body"] {
            // A value of YAML has no blanks of its own before its first line, like the body of a file.
            let (before, after) = (format!("First.\n\n{before}"), format!("First.\n\n{after}"));
            let (reworded, shown, told) = changed(part, &before, &after);
            let [change] = &reworded[..] else { panic!("{case} {part}: {reworded:?}") };
            assert_eq!(change.only, Some(OnlyChange::Blocks), "{case} {part}");
            assert!(
                shown.contains(sign) && shown.contains("the words are the same"),
                "{case} {part}: {shown}"
            );
            assert!(told.contains("the words are the same"), "{case} {part}: {told}");
            // The gate looks at what is said, and that is the same.
            assert!(book(part, &after).since(&book(part, &before)).stopped.is_empty(), "{case} {part}");
        }
    }
}

#[test]
fn moving_a_line_break_is_no_change_in_any_language() {
    for (case, before, after) in [
        ("36 English", "The survey began on the river.", "The survey\nbegan on\n  the river."),
        ("36 Japanese", "調査を川で始めた。", "調査を\n川で\n始めた。"),
        ("36 Japanese, moved", "調査を\n川で始めた。", "調査を川で\n始めた。"),
        ("36 Chinese", "调查已经开始。", "调查\n已经开始。"),
        ("36 Japanese and English", "調査は Arland で", "調査は\nArland\nで"),
        ("36 Japanese beside a mark", "調査を**川**で", "調査を\n**川**\nで"),
        ("36 English beside a mark", "a **big** river", "a\n**big**\nriver"),
        ("36 Korean", "조사를 시작했다", "조사를\n시작했다"),
        ("36 Thai", "เริ่ม สำรวจ", "เริ่ม\nสำรวจ"),
        ("36 Arabic", "بدأ المسح", "بدأ\nالمسح"),
        ("36 in a list", "- one two\n- three", "- one\n  two\n- three"),
        ("36 in a list, without indent", "- one two", "- one\ntwo"),
        ("36 in a quotation", "> one two", "> one\n> two"),
        ("36 in a quotation, Japanese", "> 調査を始めた", "> 調査を\n> 始めた"),
        ("36 ends of lines", "one\n\ntwo", "one\r\n\r\ntwo"),
        ("36 more empty lines", "one\n\ntwo", "one\n\n\n\ntwo\n\n"),
        ("36 one blank at the end of a line", "one\ntwo", "one \ntwo"),
    ] {
        for part in ["note", "body"] {
            let review = book(part, after).since(&book(part, before));
            assert!(review.changes.is_nothing(), "{case} {part}: {:?}", review.changes);
            assert!(review.stopped.is_empty(), "{case} {part}: {:?}", review.stopped);
        }
    }
}

#[test]
fn an_agency_with_another_name_of_its_file_is_the_same_agency() {
    let agency = |id: &str, more: &str| {
        (format!("content/agencies/{id}.md"), format!("---\nname: Port Office\nparty: Boria\n{more}---\n"))
    };
    let book = |id: &str, more: &str, other: &str| {
        let (path, text) = agency(id, more);
        Book::new()
            .file("content/agencies/bo-water.md", "---\nname: Water Board\nparty: Boria\n---\n")
            .file(&path, text)
            .file("content/areas/01-trade/area.md", format!("---\nnumber: 1\ntitle: Trade\nlead: [{id}]\n---\n"))
            .item("1.2", &format!("lead: [{id}, ar-trade]\n"))
            .item("1.3", &format!("lead: [ar-trade]\nsupporting: [{id}]\n"))
            .item("1.4", &format!("lead: [{other}]\n"))
            .update("2022-01-01-begun", "[\"1.2\"]", &format!("by: [{id}, ar-trade]\nstatus: in-progress\nevidence:\n  - title: Report\n    url: https://example.org/\n"))
    };
    let before = book("bo-port", "", "bo-water");
    // (case, the id now, its aliases, who leads 1.4 now, roles that change)
    for (case, id, more, other, roles) in [
        ("35 renamed with an alias", "bo-harbour", "aliases: [bo-port]\n", "bo-water", vec![]),
        ("35 sorted elsewhere", "aa-port", "aliases: [bo-port]\n", "bo-water", vec![]),
        ("35 known by its name", "bo-harbour", "", "bo-water", vec![]),
        (
            "35 renamed, and new in a role",
            "bo-harbour",
            "aliases: [bo-port]\n",
            "bo-harbour",
            vec![("bo-harbour", None, Some("lead")), ("bo-water", Some("lead"), None)],
        ),
        (
            "35 not renamed",
            "bo-port",
            "",
            "bo-port",
            vec![("bo-port", None, Some("lead")), ("bo-water", Some("lead"), None)],
        ),
    ] {
        let review = book(id, more, other).since(&before);
        let changes = &review.changes;
        let found: Vec<_> = changes.roles.iter().map(|it| (it.agency.as_str(), it.from, it.to)).collect();
        assert_eq!(found, roles, "{case}");
        assert_eq!(changes.renumbered.len(), usize::from(id != "bo-port"), "{case}");
        let facts: Vec<&str> =
            changes.facts.iter().map(|it| it.key.as_str()).filter(|key| *key != "aliases").collect();
        assert!(facts.is_empty(), "{case}: {facts:?}");
        assert!(changes.added.is_empty() && changes.removed.is_empty(), "{case}");
        let codes: Vec<&str> = review.stopped.iter().map(|it| it.code.name).collect();
        assert!(!codes.contains(&"update-rewritten"), "{case}: {codes:?}");
    }
    // Another agency with the old one's place is another agency.
    let swapped = book("bo-new", "", "bo-water")
        .file("content/agencies/bo-new.md", "---\nname: Fishing Fleet\nparty: Boria\n---\n");
    assert!(!swapped.since(&before).changes.roles.is_empty(), "35 another agency");
}
