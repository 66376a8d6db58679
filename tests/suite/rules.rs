//! Rules that must stay quiet as often as they speak: what each of them reports, and what it leaves alone.

use crate::book::Book;

const PLAN: &str = "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n";

fn text(body: &str) -> Book {
    Book::new().file("content/pages/about.md", format!("---\ntitle: About\norder: 1\n---\n\n{body}\n"))
}

/// The codes of what a text of a page is reported for.
fn codes(body: &str) -> Vec<String> {
    let places = text(body).strict().problems();
    places.iter().map(|place| place.split(' ').next().unwrap_or("").to_owned()).collect()
}

fn with(code: &str, level: &str) -> String {
    format!("[book]\ntitle = \"Harbour plan\"\n[check]\n{code} = \"{level}\"\n")
}

#[test]
fn signs_that_markdown_leaves_over_are_told() {
    for body in [
        "A ** b** c",
        "See [[1.1 for more",
        "A [b] (https://a.example)",
        "A [b](has a space.md)",
        "A note[^1].",
        "-Herring",
        "*Herring",
        "・Herring",
        "• Herring",
        "##Heading",
        "#Heading",
        "| a | b |\n| 1 | 2 |",
    ] {
        let mut found = codes(body);
        found.retain(|code| code != "unmarked-language");
        found.dedup();
        assert_eq!(found, ["literal-markup"], "{body}");
    }
}

#[test]
fn signs_that_may_be_meant_are_left_alone() {
    for body in [
        "**報告**（案）は、まだない。",
        "2 * 3 * 4, 2**3 and a*b",
        "\\*\\*a\\*\\* \\[\\[1.1 \\[a\\](b)",
        "`**a` and `[[1.1`",
        "```\n**a\n[[1.1\n-x\n```",
        "[[1.1]], [[1.1|the talks]] and [a](https://a.example/b_(c))",
        "-5 degrees, - or +3",
        "#1 and C#",
        "* one\n* two",
        "a [b] and [c], (d)",
        "- a\n- b\n\n1. c\n2. d",
        "A sentence\n2010. The next.",
        "A | B",
        "A note[^1].\n\n[^1]: Why.",
        "well-known\n--\n",
    ] {
        let found: Vec<String> = codes(body).into_iter().filter(|code| code == "literal-markup").collect();
        assert_eq!(found, Vec::<String>::new(), "{body}");
    }
}

#[test]
fn headings_may_go_up_by_any_number_of_levels_and_down_by_one() {
    assert_eq!(codes("# A\n\n## B\n\n### C\n\n#### D\n\n## E\n\n### F"), Vec::<String>::new());
    assert_eq!(codes("### A"), ["heading-order"]);
    assert_eq!(codes("## A\n\n#### B\n\n###### C"), ["heading-order", "heading-order"]);
}

#[test]
fn links_are_judged_by_all_of_their_words() {
    for vague in ["here", "Click here!", "*this link*", "read more…", "こちら"] {
        assert_eq!(codes(&format!("[{vague}](https://a.example/)"))[0], "vague-link", "{vague}");
    }
    let clear = "[how to get here](https://a.example/), <https://a.example/>, [[1.1]], [[1.1|talks]]";
    assert_eq!(codes(clear), Vec::<String>::new());
    assert_eq!(codes("[[1.1|here]]"), ["vague-link"]);
}

#[test]
fn a_table_has_names_for_its_columns_also_when_they_are_references() {
    assert_eq!(codes("|  |  |\n|---|---|\n| a | b |"), ["table-without-header"]);
    assert_eq!(codes("|  | Catch |\n|---|---|\n| a | b |"), Vec::<String>::new());
    assert_eq!(codes("| [[1.1]] |  |\n|---|---|\n| a | b |"), Vec::<String>::new());
}

#[test]
fn words_in_another_language_are_marked_and_are_no_link() {
    assert_eq!(codes("The talks, 協議, went on."), ["unmarked-language"]);
    let page = text("The talks, [協議](lang:ja), went on.").page("about/index.html");
    assert!(page.contains("The talks, <span lang=\"ja\">協議</span>, went on."), "{page}");
    assert_eq!(codes("[x](lang:)"), ["unknown-value"]);
    assert_eq!(codes("[x](lang:\"onclick=)"), ["unknown-value"]);
    let japanese = "[book]\ntitle = \"x\"\nlanguages = [\"ja\"]\n";
    let found = text("協議は続く。").file("book.toml", japanese).problems();
    assert!(!found.iter().any(|place| place.starts_with("unmarked-language")), "{found:?}");
}

#[test]
fn acronyms_are_explained_once_in_each_record() {
    let of = |body: &str| text(body).file("book.toml", with("undefined-acronym", "warning")).problems();
    let none = Vec::<String>::new();
    assert_eq!(of("The TAC holds. The TAC falls."), ["undefined-acronym content/pages/about.md:6"]);
    assert_eq!(of("The total allowable catch (TAC). The TAC holds."), none);
    assert_eq!(of("The TAC (total allowable catch) holds."), none);
    assert_eq!(of("Part XII of the UN, `TAC`, [x](https://a.example/TAC), P-3C"), none);
    let agency = "---\nname: Total catch office\nabbreviation: TAC\n---\n";
    let known = text("The TAC met.").file("book.toml", with("undefined-acronym", "warning"));
    assert_eq!(known.file("content/agencies/tac.md", agency).problems(), none);
    assert_eq!(text("The TAC holds.").problems(), none);
}

#[test]
fn what_the_calendar_says_is_told_only_where_reports_were_promised() {
    let item = "due: 2022\nupdates:\n  - date: 2021-05-03\n    note: Work began.\n";
    let book = |plan: String| Book::new().strict().file("content/plan.md", plan).item("1.2", item);
    assert_eq!(book(format!("{PLAN}---\n")).problems(), Vec::<String>::new());
    let found = book(format!("{PLAN}reporting: {{every: 6 months, grace-days: 30}}\n---\n"));
    let place = "content/areas/01-trade/1.2-item.md:2";
    assert_eq!(found.problems(), [format!("overdue {place}"), format!("stale {place}")]);
    let off = "[book]\ntitle = \"x\"\n[check]\nstale = \"off\"\noverdue = \"error\"\n";
    let raised = found.file("book.toml", off).build();
    assert_eq!(raised.places(), [format!("overdue {place}")]);
    assert!(raised.files.is_empty(), "an error stops the build");
}

#[test]
fn what_is_off_can_be_switched_on_and_off_again() {
    let book = || Book::new().item("1.2", "");
    let place = ["item-without-lead content/areas/01-trade/1.2-item.md:2"];
    assert_eq!(book().problems(), Vec::<String>::new());
    for level in ["warning", "error"] {
        assert_eq!(book().file("book.toml", with("item-without-lead", level)).problems(), place);
    }
    assert_eq!(book().file("book.toml", with("item-without-lead", "off")).problems(), Vec::<String>::new());
}

#[test]
fn numbers_and_letters_of_items_follow_each_other_when_somebody_asks() {
    let on = with("item-number-gap", "warning");
    let said = |ids: &[&str], more: &str| {
        let book = ids.iter().fold(Book::new().file("book.toml", &on), |book, id| book.item(id, more));
        let told =
            book.build().diagnostics.into_iter().filter(|problem| problem.code.name == "item-number-gap");
        told.map(|problem| problem.message).collect::<Vec<_>>()
    };
    assert_eq!(said(&["1.2", "1.3", "1.3.a", "1.3.b"], ""), Vec::<String>::new());
    assert_eq!(said(&["1.2", "1.9", "1.10"], ""), ["items 1.3 to 1.8 are missing between 1.2 and 1.9"]);
    assert_eq!(said(&["1.2", "1.2.b", "1.2.d"], ""), ["item 1.2.c is missing between 1.2.b and 1.2.d"]);
    // Roman numbers, and numbers with a letter, are no list that planbook could count.
    assert_eq!(said(&["1.2", "1.2.ii", "1.2.iv", "1.2b", "1.3"], ""), Vec::<String>::new());
    // It has another number now.
    let book = Book::new().file("book.toml", &on).item("1.2", "").item("1.4", "aliases: [\"1.3\"]\n");
    assert_eq!(book.problems(), Vec::<String>::new());
}

#[test]
fn an_item_is_led_when_its_whole_or_its_area_or_all_its_parts_are() {
    let on = with("item-without-lead", "warning");
    let book = || Book::new().file("book.toml", &on);
    let led = "lead: [ar-trade]\n";
    let none = Vec::<String>::new();
    assert_eq!(book().item("1.2", led).item("1.2.a", "").problems(), none);
    assert_eq!(book().item("1.2", "").item("1.2.a", led).item("1.2.b", led).problems(), none);
    assert_eq!(book().item("1.2", "").item("1.2.a", led).item("1.2.b", "").problems().len(), 2);
    let area = "---\nnumber: 1\ntitle: Trade\nlead: [ar-trade]\n---\n";
    assert_eq!(book().item("1.2", "").file("content/areas/01-trade/area.md", area).problems(), none);
}

#[test]
fn one_commitment_has_one_status_also_on_one_day() {
    let claims = |first: &str, second: &str| {
        Book::new()
            .item("1.2", "same-as: [\"1.3\"]\n")
            .item("1.3", "")
            .update("2021-05-03-a", "[\"1.2\"]", &format!("status: {first}\n"))
            .update("2021-05-03-b", "[\"1.3\"]", &format!("status: {second}\n"))
            .problems()
    };
    assert_eq!(claims("in-progress", "in-progress"), Vec::<String>::new());
    assert_eq!(claims("in-progress", "continuing"), ["same-as-disagrees content/updates/2021-05-03-b.md:5"]);
    let container = "---\ntitle: All of it\nkind: container\nsame-as: [\"1.1\"]\n---\n";
    let book = Book::new().file("content/areas/01-trade/1.2-all.md", container).item("1.2.a", "").update(
        "2021-05-03-a",
        "[\"1.1\"]",
        "status: continuing\n",
    );
    assert_eq!(book.problems(), ["same-as-disagrees content/areas/01-trade/1.2-all.md:4"]);
}

#[test]
fn two_meetings_on_one_day_have_numbers_or_are_one() {
    let meetings = |first: &str, second: &str| {
        Book::new()
            .file("content/forums/talks.md", "---\nname: Talks\nitems: [\"1.1\"]\n---\n")
            .update("2021-05-03-a", "[\"1.1\"]", &format!("forum: talks\nmeeting: {first}\n"))
            .update("2021-05-03-b", "[\"1.1\"]", &format!("forum: talks\nmeeting: {second}\n"))
            .problems()
    };
    assert_eq!(meetings("held", "held"), ["duplicate-meeting content/updates/2021-05-03-b.md:3"]);
    let (first, second) = ("{state: held, number: 1}", "{state: held, number: 2}");
    assert_eq!(meetings(first, second), Vec::<String>::new());
    assert_eq!(meetings(first, "held"), ["duplicate-meeting content/updates/2021-05-03-b.md:3"]);
    assert_eq!(meetings(first, first), ["duplicate-meeting content/updates/2021-05-03-b.md:3"]);
    assert_eq!(meetings("planned", "held").len(), 1, "only that the first was announced");
}

#[test]
fn an_update_that_says_something_in_any_way_is_left_alone() {
    let update = |front_matter: &str| {
        Book::new().strict().update("2021-05-03-a", "[\"1.1\"]", front_matter).problems()
    };
    assert_eq!(update(""), ["update-says-nothing content/updates/2021-05-03-a.md:3"]);
    for enough in ["kind: no-change\n", "summary: They met.\n", "status: continuing\n", "meeting: held\n"] {
        assert_eq!(update(enough), Vec::<String>::new(), "{enough}");
    }
}
