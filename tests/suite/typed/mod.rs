//! What people type: each row is a mistake of somebody who edits one file in a web editor, and what lets them act. A message is
//! good when the person who made the mistake can correct it alone.

mod bounds;
mod front_matter;
mod meant;
mod settings;

use std::collections::BTreeMap;

use planbook::diag::{Diagnostic, Severity};
use planbook::fix::{self, Fixes};
use planbook::source::Tree;

use crate::book::{Book, day};

/// A small book in which nothing is wrong.
fn files(changed: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    let mut files: BTreeMap<&str, &str> = BTreeMap::from([
        ("book.toml", "[book]\ntitle = \"Harbour plan\"\n"),
        ("content/plan.md", "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n"),
        ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
        (
            "content/areas/01-trade/1.1-talks.md",
            "---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\n---\n",
        ),
        ("content/areas/01-trade/1.1.a-first.md", "---\ntitle: First\nkind: event\nlead: [ar-trade]\n---\n"),
        (
            "content/agencies/ar-trade.md",
            "---\nname: Ministry of Defence\nabbreviation: MOFA\nparty: Arland\n---\n",
        ),
    ]);
    files.extend(changed.iter().copied());
    files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect()
}

fn fixes(changed: &[(&str, &str)]) -> (Tree, Fixes) {
    let (tree, found) = Tree::new(files(changed));
    let fixes = fix::find(&tree, &found, day("2024-06-30"));
    (tree, fixes)
}

const ITEM: &str = "content/areas/01-trade/1.1-talks.md";
const UPDATE: &str = "content/updates/2024-05-12-talks.md";

fn item(lines: &str) -> String {
    format!("---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\n{lines}---\n")
}

fn update(lines: &str) -> String {
    format!("---\ntitle: Talks held\ndate: 2024-05-12\nitems: [\"1.1\"]\n{lines}---\n\nThey met.\n")
}

/// All that is said of a problem.
fn sentences(problem: &Diagnostic) -> String {
    let suggestion = problem.suggestion.as_ref().map(|text| format!(" → {text}")).unwrap_or_default();
    format!(
        "[{}] {}{suggestion} ({})",
        problem.code.name,
        problem.message,
        problem.help.as_deref().unwrap_or("")
    )
}

/// One mistake.
struct Row<'a> {
    path: &'a str,
    text: String,
    /// What must be said, problem by problem: all words of each.
    said: &'a [&'a [&'a str]],
    /// What `fix` makes of the file, when that is certain: a part of it.
    fixed: Option<&'a str>,
}

fn row<'a>(
    path: &'a str,
    text: impl Into<String>,
    said: &'a [&'a [&'a str]],
    fixed: impl Into<Option<&'a str>>,
) -> Row<'a> {
    Row { path, text: text.into(), said, fixed: fixed.into() }
}

fn check(rows: &[Row<'_>]) {
    let mut failures = String::new();
    for Row { path, text, said, fixed } in rows {
        let (_, fixes) = fixes(&[(path, text)]);
        let shown: Vec<String> =
            fixes.before.iter().filter(|problem| problem.severity != Severity::Off).map(sentences).collect();
        let matches = shown.len() == said.len()
            && shown.iter().zip(*said).all(|(shown, words)| words.iter().all(|word| shown.contains(word)));
        if !matches {
            failures.push_str(&format!("{text}\n  expected {said:?}\n  reported {shown:#?}\n"));
        }
        let new = fixes.files.iter().find(|file| file.path == *path).map(|file| file.new.as_str());
        match (fixed, new) {
            (None, None) => {}
            (Some(part), Some(new)) if new.contains(part) => {}
            _ => failures.push_str(&format!(
                "{text}\n  expected the fix {fixed:?}\n  made {new:?}; before {shown:?}; after {:?}\n",
                fixes.after
            )),
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The first row of the list, and the other mistakes that make front matter unreadable.
#[test]
fn front_matter_that_cannot_be_read_is_one_error_with_the_corrected_line() {
    let update =
        |first: &str| format!("---\n{first}\ndate: 2024-05-12\nitems: [\"1.1\"]\n---\n\nThey met.\n");
    let evidence = "evidence:\n  - title: Report\n   url: https://kk.example/x\n";
    let unclosed =
        "---\ntitle: Talks held\ndate: 2024-05-12\nitems: [\"1.1\"\nby: [ar-trade]\n---\n\nThey met.\n";
    check(&[
        row(
            UPDATE,
            update("title: Talks held: Tokyo"),
            &[&["yaml-syntax", "contains a colon", "\"Talks held: Tokyo\""]],
            "title: \"Talks held: Tokyo\"\n",
        ),
        // A remark stays a remark, and what may be none is left to whoever wrote it.
        row(
            UPDATE,
            update("title: Talks held: Tokyo  # not to be published"),
            &[&["yaml-syntax", "contains a colon", "\"Talks held: Tokyo\""]],
            "title: \"Talks held: Tokyo\"  # not to be published\n",
        ),
        row(
            UPDATE,
            update("title: Talks held: round #4"),
            &[&["yaml-syntax", "contains a colon", "\"Talks held: round #4\""]],
            None,
        ),
        row(
            UPDATE,
            update("title: “Talks held: in Tokyo”"),
            &[&["yaml-syntax", "curly", "\"Talks held: in Tokyo\""]],
            "title: \"Talks held: in Tokyo\"\n",
        ),
        row(
            UPDATE,
            update(" title: Talks held"),
            &[&["yaml-syntax", "remove the space at the start of the line"]],
            "---\ntitle: Talks held\n",
        ),
        row(
            UPDATE,
            update("title:Talks held"),
            &[&["yaml-syntax", "a space is missing after `title:`"]],
            "title: Talks held\n",
        ),
        row(UPDATE, update("title：会談"), &[&["yaml-syntax", "full-width"]], "title: 会談\n"),
        row(
            UPDATE,
            self::update(evidence),
            &[&["yaml-syntax", "line up `url:` with `title:`"]],
            "\n    url: https",
        ),
        row(
            UPDATE,
            self::update(" by: [ar-trade]\n"),
            &[&["yaml-syntax", "remove the space"]],
            "\nby: [ar-trade]",
        ),
        row(UPDATE, unclosed, &[&["yaml-syntax", "the `[` of `items` is not closed"]], None),
        row(
            ITEM,
            item("due: &x 2024\nsource: *x\n"),
            &[&["unsupported-yaml", "anchor"], &["unsupported-yaml", "alias"]],
            None,
        ),
    ]);
}

#[test]
fn curly_quotation_marks_around_ids_and_words_are_replaced() {
    check(&[
        row(UPDATE, update("").replace("\"1.1\"", "“1.1”"), &[&["unknown-item", "→ 1.1"]], "items: [1.1]"),
        row(UPDATE, update("by: [“ar-trade”]\n"), &[&["unknown-agency", "→ ar-trade"]], "by: [ar-trade]"),
        row(
            UPDATE,
            update("status: “in-progress”\n"),
            &[&["unknown-value", "→ in-progress"]],
            "status: in-progress",
        ),
    ]);
}

#[test]
fn dates_in_other_forms_are_given_in_the_right_one() {
    let due = |date: &str| item(&format!("due: {date}\n")).replace("kind: recurring", "kind: deliverable");
    check(&[
        row(ITEM, due("2026/05/12"), &[&["bad-date", "write 2026-05-12"]], "due: 2026-05-12"),
        row(
            ITEM,
            due("12/05/2026"),
            &[&["bad-date", "which number is the day?", "2026-05-12", "2026-12-05"]],
            None,
        ),
        row(ITEM, due("25/05/2026"), &[&["bad-date", "write 2026-05-25"]], "due: 2026-05-25"),
        row(ITEM, due("2026-5-12"), &[&["bad-date", "write 2026-05-12"]], "due: 2026-05-12"),
        row(ITEM, due("12 May 2026"), &[&["bad-date", "write 2026-05-12"]], "due: 2026-05-12"),
        row(ITEM, due("31 December 2024"), &[&["bad-date", "write 2024-12-31"]], "due: 2024-12-31"),
        row(ITEM, due("令和8年5月12日"), &[&["bad-date", "write 2026-05-12"]], "due: 2026-05-12"),
        row(
            ITEM,
            due("２０２６-０５-１２"),
            &[&["bad-date", "`２` (U+FF12) is a full-width digit", "2026-05-12"]],
            "due: 2026-05-12",
        ),
        row(
            ITEM,
            due("2026‑05‑12"),
            &[&["bad-date", "(U+2011) is not the hyphen", "2026-05-12"]],
            "due: 2026-05-12",
        ),
        row(
            ITEM,
            due("2026-05-12–2026-05-14"),
            &[&["bad-date", "2026-05-12/2026-05-14"]],
            "due: 2026-05-12/2026-05-14",
        ),
        row(ITEM, due("Q4 2026"), &[&["bad-date", "write 2026-Q4"]], "due: 2026-Q4"),
        row(ITEM, due("end of 2026"), &[&["bad-date", "→ 2026-12-31"]], None),
        row(
            ITEM,
            due("2029/30"),
            &[&["bad-date", "2029/2030 for two years", "`fiscal-year-starts: 4`"]],
            None,
        ),
        row(ITEM, due("令和１１年度末"), &[&["bad-date", "`fiscal-year-starts: 4`"]], None),
        row(ITEM, due("early 2030"), &[&["bad-date", "2030-Q1 or 2030-H1"]], None),
        row(ITEM, due("20260303"), &[&["bad-date", "2026-03-03"]], "due: 2026-03-03"),
        row(
            ITEM,
            due("3–5 March 2026"),
            &[&["bad-date", "2026-03-03/2026-03-05"]],
            "due: 2026-03-03/2026-03-05",
        ),
        row(ITEM, due("before March 2030"), &[&["bad-date", "→ 2030-02-28"]], None),
        // What has passed is told when it can be read, and is no reason against reading it.
        row(ITEM, due("2021/05/12"), &[&["bad-date", "write 2021-05-12"]], "due: 2021-05-12"),
        row(ITEM, due("TBD"), &[&["bad-date", "leave the key out", "`ongoing`"]], None),
        row(ITEM, due("“2026-05-12”"), &[&["bad-date", "curly quotation mark"]], "due: 2026-05-12"),
    ]);
}

#[test]
fn intervals_in_words_are_given_in_the_right_form() {
    check(&[
        row(
            ITEM,
            item("cadence: quarterly\n"),
            &[&["bad-date", "not a valid interval", "every 3 months"]],
            "cadence: every 3 months",
        ),
        row(ITEM, item("cadence: 毎年\n"), &[&["bad-date", "every year"]], "cadence: every year"),
        row(ITEM, item("cadence: once per year\n"), &[&["bad-date", "every year"]], "cadence: every year"),
        row(ITEM, item("cadence: weekly\n"), &[&["bad-date", "the shortest interval is"]], None),
        row(ITEM, item("cadence: annually\n"), &[&["bad-date", "every year"]], "cadence: every year"),
        row(
            ITEM,
            item("cadence: Every 6 Months\n"),
            &[&["bad-date", "every 6 months"]],
            "cadence: every 6 months",
        ),
        row(ITEM, item("cadence: biannually\n"), &[&["bad-date", "the word is used for both"]], None),
    ]);
}

#[test]
fn words_for_a_status_lead_to_one_of_the_six() {
    let six = "the values are not-started, in-progress, continuing, completed, on-hold, closed";
    for (word, meant) in [
        ("done", "→ completed"),
        ("achieved", "→ completed"),
        ("implemented", "→ completed"),
        ("delayed", "→ in-progress"),
        ("on track", "→ in-progress"),
        ("cancelled", "`outcome: withdrawn`"),
        ("ongoing", "→ continuing"),
        ("broken", "`assessment`"),
        ("unknown", "remove `status`"),
        ("完了", "→ completed"),
        ("実施中", "→ in-progress"),
        ("未着手", "→ not-started"),
        ("中止", "`outcome: withdrawn`"),
        ("splendid", ""),
    ] {
        let text = update(&format!("status: {word}\n"));
        check(&[row(UPDATE, text, &[&["unknown-value", six, meant]], None)]);
    }
    check(&[
        row(
            UPDATE,
            update("status: In Progress\n"),
            &[&["unknown-value", "→ in-progress"]],
            "status: in-progress",
        ),
        row(
            UPDATE,
            update("status: Completed\nevidence: [{title: Report, url: \"https://kk.example/x\"}]\n"),
            &[&["unknown-value", "→ completed"]],
            "status: completed",
        ),
        row(
            UPDATE,
            update("status: on hold\nchallenges: They wait.\n"),
            &[&["unknown-value", "→ on-hold"]],
            "status: on-hold",
        ),
        row(UPDATE, update("plan: yes\n"), &[&["wrong-type", "→ true"]], "plan: true"),
    ]);
}

#[test]
fn a_key_of_another_record_is_led_to_where_it_belongs() {
    for (line, said) in [
        ("status: completed", "a status is set by an update"),
        ("evidence: []", "evidence belongs to an update"),
        ("steps: []", "a step with its own status is a part"),
        ("progress: 50%", "a status is set by an update"),
        ("deadline: 2024", "the key for the date is `due`"),
        ("owner: ar-trade", "`lead` and `supporting`"),
    ] {
        check(&[row(ITEM, item(&format!("{line}\n")), &[&["unknown-key", said]], None)]);
    }
    let said: &[&[&str]] = &[&["unknown-tag", "declare its group in content/plan.md"]];
    check(&[row(ITEM, item("tags: [water]\n"), said, None)]);
    let said: &[&[&str]] = &[&["unknown-key", "`due`", "`kind: date-change` with `new-due`"]];
    check(&[row(UPDATE, update("due: 2025\n"), said, None)]);
}

#[test]
fn what_the_site_shows_is_understood_as_the_record() {
    check(&[
        row(UPDATE, update("by: [MOFA]\n"), &[&["unknown-agency", "→ ar-trade"]], "by: [ar-trade]"),
        row(
            ITEM,
            item("").replace("[ar-trade]", "[Ministry of Defense]"),
            &[&["unknown-agency", "→ ar-trade"]],
            "lead: [ar-trade]",
        ),
        row(UPDATE, update("").replace("1.1", "1 (1)"), &[&["unknown-item", "→ 1.1"]], "items: [\"1.1\"]"),
        row(
            UPDATE,
            update("").replace("1.1", "1 (1) (a)"),
            &[&["unknown-item", "→ 1.1.a"]],
            "items: [\"1.1.a\"]",
        ),
        row(
            UPDATE,
            update("").replace("1.1", "Item 1.1."),
            &[&["unknown-item", "→ 1.1"]],
            "items: [\"1.1\"]",
        ),
        row(UPDATE, update("areas: [Trade]\n"), &[&["unknown-area", "→ 1"]], "areas: [1]"),
    ]);
}

#[test]
fn a_list_in_one_text_is_taken_apart() {
    let list = |list: &str| update("").replace("[\"1.1\"]", list);
    let fixed = "items: [\"1.1\", \"1.1.a\"]";
    for text in
        ["1.1, 1.1.a", "[1.1、1.1.a]", "1.1，1.1.a", "［1.1、1.1.a］", "[1.1; 1.1.a]", "\"1.1 and 1.1.a\""]
    {
        check(&[row(UPDATE, list(text), &[&["wrong-type", "several values in one text"]], fixed)]);
    }
    // One of them is not an id: neither is lost by what is said of the other.
    check(&[
        row(
            UPDATE,
            list("1.1 and 1(1)(a)"),
            &[&["wrong-type", "several values"], &["unknown-item", "`1(1)(a)`", "→ 1.1.a"]],
            fixed,
        ),
        row(
            UPDATE,
            list("1.1, 9.9"),
            &[&["wrong-type", "several values"], &["unknown-item", "the item `9.9` does not exist"]],
            "items: [\"1.1\", \"9.9\"]",
        ),
        row(UPDATE, list("\"１．１、1.1.a\""), &[&["unknown-item", "write each id by itself"]], None),
    ]);
}

#[test]
fn a_name_that_fits_two_records_is_asked_for() {
    let changed = [
        (
            "content/agencies/bo-trade.md",
            "---\nname: Foreign office\nabbreviation: MOFA\nparty: Boria\n---\n",
        ),
        (UPDATE, &update("by: [MOFA]\n")),
    ];
    let (_, fixes) = fixes(&changed);
    assert!(fixes.files.is_empty());
    assert!(sentences(&fixes.before[0]).contains("ar-trade or bo-trade"), "{:?}", fixes.before);
}

#[test]
fn evidence_that_cannot_be_read_is_one_error() {
    check(&[
        row(
            UPDATE,
            update("evidence: https://kk.example/x\n"),
            &[&["wrong-type", "evidence: [{title:"]],
            None,
        ),
        row(
            UPDATE,
            update("status: completed\nevidence: [{title: Report, url: kk.example/x}]\n"),
            &[&["unsafe-link", "with https://"]],
            None,
        ),
        row(
            UPDATE,
            update("evidence: [{title: Report, url: <https://kk.example/x>}]\n"),
            &[&["unsafe-link", "→ https://kk.example/x"]],
            "url: https://kk.example/x}",
        ),
        row(
            UPDATE,
            update("evidence: [{title: Report, url: \"[report](https://kk.example/x)\"}]\n"),
            &[&["unsafe-link", "→ https://kk.example/x"]],
            "url: \"https://kk.example/x\"}",
        ),
        row(
            UPDATE,
            update("evidence: [{title: Report, url: https://kk.example/a b}]\n"),
            &[&["unsafe-link", "it contains a space"]],
            None,
        ),
        row(
            UPDATE,
            update("").replace("items: [\"1.1\"]", "items: {a: b}"),
            &[&["wrong-type", "entry 1 is a mapping"]],
            None,
        ),
    ]);
}

#[test]
fn a_list_and_a_single_value_are_told_apart() {
    check(&[
        row(
            ITEM,
            item("indicators: [{name: Wells}]\n"),
            &[&["missing-key", "needs `id`"], &["unknown-key", "→ title"]],
            None,
        ),
        row(
            ITEM,
            item("indicators: [Wells, [a]]\n"),
            &[&["wrong-type", "a list of texts, and entry 2 is a list"]],
            None,
        ),
        row(
            ITEM,
            item("due: [2024, 2025]\n"),
            &[&["wrong-type", "takes one value, but this is a list", "due: 2024"]],
            None,
        ),
    ]);
}

#[test]
fn a_table_with_tabs_is_shown_as_it_has_to_be_written() {
    let text = item("") + "\nYear\tWells\n2022\t3|4\n";
    let said: &[&[&str]] =
        &[&["literal-markup", "a table with tabs", "| Year | Wells |\n|---|---|\n| 2022 | 3\\|4 |"]];
    check(&[row(ITEM, text, said, None)]);
    check(&[row(ITEM, item("") + "\nOne tab\there.\n\n    code\ta\n    code\tb\n", &[], None)]);
}

#[test]
fn signs_of_other_tools_and_of_full_width_are_told() {
    let text = |body: &str| item("") + "\n" + body + "\n";
    for (body, said) in [
        ("[!NOTE]\nMind.", "`> [!NOTE]`"),
        ("> [!INFO]\n> Mind.", "`> [!NOTE]`"),
        ("!!! note\n    Mind.", "`> [!NOTE]`"),
        ("??? details\n    Mind.", "`> [!NOTE]`"),
        ("＃Heading", "the sign is full-width"),
        ("＊One", "the sign is full-width"),
        ("１．One", "full-width"),
        ("｜ Year ｜ Wells ｜", "not as `｜`"),
    ] {
        check(&[row(ITEM, text(body), &[&["literal-markup", said]], None)]);
    }
    for body in ["Wait!\n! Now", "１．５ wells", "?", "A ｜ B", "Number １．One", "> [!NOTE]\n> Mind."]
    {
        check(&[row(ITEM, text(body), &[], None)]);
    }
    for body in [":::note\nMind.\n:::", "::: {.tip}\nMind.\n:::", ":::warning Mind\nText.\n:::"] {
        check(&[row(ITEM, text(body), &[&["internal-block", "`> [!NOTE]`"]], None)]);
    }
}

#[test]
fn settings_that_are_no_text_are_one_error() {
    let mut files = files(&[]);
    for (path, bytes) in &mut files {
        if path == "book.toml" {
            *bytes = "[book]\ntitle = \"Caf\"\n".bytes().map(|b| if b == b'f' { 0xe9 } else { b }).collect();
        }
    }
    let (tree, found) = Tree::new(files);
    let shown: Vec<String> =
        fix::find(&tree, &found, day("2024-06-30")).before.iter().map(sentences).collect();
    assert!(shown.len() == 1 && shown[0].contains("[not-utf8]"), "{shown:#?}");
}

/// What Markdown takes for a sign of its own.
#[test]
fn what_markdown_counts_or_hides_is_told() {
    let body = |text: &str| item("") + "\n" + text + "\n";
    for (text, said) in [
        ("1. one\n\n2019. A great year.", "the number 2019 is shown as 2"),
        ("1. one\n3. three", "the number 3 is shown as 2"),
        ("The volume is 5*3*2 metres.", "these asterisks mark emphasis"),
    ] {
        check(&[row(ITEM, body(text), &[&["lost-text", said]], None)]);
    }
    check(&[row(
        ITEM,
        body("---\nstatus: completed\n---"),
        &[&["literal-markup", "looks like front matter"]],
        None,
    )]);
    for text in
        ["1. a\n1. b\n1. c", "1. a\n2. b", "3. a\n4. b", "2019\\. A year.", "a*b*c", "Results\n---\n\nWell."]
    {
        check(&[row(ITEM, body(text), &[], None)]);
    }
    check(&[
        row(
            UPDATE,
            update("evidence: [{title: Report, url: https://kk.example/xhttps://kk.example/x}]\n"),
            &[&["unsafe-link", "two addresses"]],
            None,
        ),
        row(
            UPDATE,
            update("evidence: [{title: Report, url: https://kk.example/web/2010/https://kk.example/x}]\n"),
            &[],
            None,
        ),
    ]);
}

/// A correction that loses a word, or publishes one that was not for readers, is worse than none.
#[test]
fn no_correction_loses_or_publishes_a_word() {
    let body = |text: &str| item("") + "\n" + text + "\n";
    check(&[
        row(ITEM, body("three<br>four"), &[&["raw-html"]], "three\\\nfour\n"),
        row(ITEM, body("- three<br>four"), &[&["raw-html"]], None),
        row(ITEM, body("> three<br>four"), &[&["raw-html"]], None),
        row(ITEM, body("A <i>word </i>here"), &[&["raw-html"]], None),
        row(ITEM, body("See <a href=\"https://kk.example/x\" title=\"note\">y</a>."), &[&["raw-html"]], None),
    ]);
    let title = |title: &str| update("").replace("Talks held", title);
    check(&[
        row(
            UPDATE,
            title("\"Talks\" held  # not for the site"),
            &[&["yaml-syntax", "'\"Talks\" held'"]],
            "title: '\"Talks\" held'  # not for the site\n",
        ),
        row(
            UPDATE,
            title("“Talks” and “more: x”"),
            &[&["yaml-syntax", "contains a colon"]],
            "title: \"“Talks” and “more: x”\"\n",
        ),
        row(UPDATE, title("\"Act\" #5 held"), &[&["lost-text", "before `#5 held`"]], None),
        row(
            UPDATE,
            update("evidence:\n  - title: Minutes; url: https://kk.example/x\n"),
            &[&["yaml-syntax", "contains the key `url`", "on a line of its own"]],
            None,
        ),
        row(UPDATE, update("confidential: yes\n"), &[&["unknown-key", "`audience: internal`"]], None),
        row(
            UPDATE,
            update("evidence-url: https://kk.example/x\n"),
            &[&["unknown-key", "evidence: [{"]],
            None,
        ),
    ]);
    for text in ["We met. :::internal secret :::", "::internal\nsecret\n::", "：：internal\nsecret"] {
        check(&[row(ITEM, body(text), &[&["internal-block"]], None)]);
    }
    check(&[row(ITEM, body("Write `:::internal` and `:::` around it. The time is 12::30."), &[], None)]);
}

#[test]
fn a_file_of_a_computer_is_no_link() {
    let text = |address: &str| item("") + &format!("\n[Report]({address})\n");
    for address in ["C:\\plan\\a.docx", "file:///home/a.docx", "\\\\server\\share\\a.docx"] {
        check(&[row(ITEM, text(address), &[&["unsafe-link", "a file on a computer"]], None)]);
    }
    check(&[row(ITEM, text("//kk.example/a"), &[&["unsafe-link", "with https://"]], None)]);
}

#[test]
fn settings_as_people_write_them_are_understood() {
    let settings = |lines: &str| format!("[book]\ntitle = \"Harbour plan\"\n{lines}");
    let zone = |zone: &str| settings(&format!("time-zone = \"{zone}\"\n"));
    let repository = |url: &str| settings(&format!("[repository]\nurl = \"{url}\"\n"));
    check(&[
        row("book.toml", zone("JST"), &[&["unknown-value", "→ Asia/Tokyo"]], None),
        row("book.toml", zone("Tokyo"), &[&["unknown-value", "→ Asia/Tokyo"]], None),
        row("book.toml", zone("XST"), &[&["unknown-value", "the continent and the largest city"]], None),
        row(
            "book.toml",
            repository("https://git.example/our/plan/tree/main/content"),
            &[&["wrong-type", "a page in the repository", "→ https://git.example/our/plan"]],
            None,
        ),
        row("book.toml", repository("https://git.example/tree/plan"), &[], None),
    ]);
}

#[test]
fn html_is_one_error_a_line_with_the_markdown() {
    let text = |body: &str| item("") + "\n" + body + "\n";
    check(&[
        row(
            ITEM,
            text("See <a href=\"https://x.example/\">this report</a>."),
            &[&["raw-html", "[this report](https://x.example/)"]],
            "See [this report](https://x.example/).",
        ),
        row(
            ITEM,
            text("One<br>\ntwo <b>three</b>."),
            &[&["raw-html"], &["raw-html"]],
            "One\\\ntwo **three**.",
        ),
        row(ITEM, text("<iframe src=\"https://x.example/\"></iframe>"), &[&["raw-html"]], None),
    ]);
}

/// The file names of the list: the exact new name, once for a folder.
#[test]
fn names_of_files_are_told_exactly_and_once() {
    let record = "---\ntitle: Wells\nkind: event\nlead: [ar-trade]\n---\n";
    let said = |changed: &[(&str, &str)]| {
        let (_, fixes) = fixes(changed);
        fixes.before.iter().map(sentences).collect::<Vec<_>>()
    };
    let page = said(&[("content/pages/Talks Held May.md", "---\ntitle: Talks\norder: 1\n---\n")]);
    assert!(page.len() == 1 && page[0].contains("rename it to talks-held-may.md"), "{page:?}");
    let items = said(&[
        ("content/areas/01-trade/lk07-wells.md", record),
        ("content/areas/01-trade/LK08-wells.md", record),
        ("content/areas/01-trade/lk09-wells.md", record),
    ]);
    assert_eq!(items.len(), 1, "{items:?}");
    assert!(items[0].contains("nor do 2 more files") && items[0].contains("1.lk08-wells.md"), "{items:?}");
    // The number in another form: any other name would be that of another item.
    for (name, better) in [
        ("1.2 wells", "1.2-wells"),
        ("1.2_wells", "1.2-wells"),
        ("1-2-wells", "1.2-wells"),
        ("item-1.2-wells", "1.2-wells"),
        ("1.1.B-wells", "1.1.b-wells"),
    ] {
        let items = said(&[(&format!("content/areas/01-trade/{name}.md"), record)]);
        assert!(items.len() == 1 && items[0].contains(&format!("to {better}.md")), "{name}: {items:?}");
    }
}

#[test]
fn agencies_with_nearly_one_name_are_reported() {
    let agency = |name: &str, more: &str| format!("---\nname: {name}\nparty: Arland\n{more}---\n");
    let similar = |first: &str, second: &str| {
        let book = Book::new()
            .file("content/agencies/a.md", agency(first, ""))
            .file("content/agencies/b.md", agency(second, ""));
        book.problems() == ["similar-agency content/agencies/b.md:1"]
    };
    for (first, second) in [
        ("Harbour office", "Harbuor office"),
        ("Harbour office", "Harbor office"),
        ("Water board", "water board"),
    ] {
        assert!(similar(first, second), "{first}, {second}");
    }
    for (first, second) in
        [("Division A", "Division B"), ("Region 1 office", "Region 2 office"), ("Water board", "Ports board")]
    {
        assert!(!similar(first, second), "{first}, {second}");
    }
}

#[test]
fn a_language_without_words_is_told() {
    let book = Book::new().file("book.toml", "[book]\ntitle = \"P\"\nlanguages = [\"fr\"]\n").strict();
    assert_eq!(book.problems(), ["untranslated-interface book.toml:3"]);
    let site = book.build();
    let translated = book
        .file("book.toml", "[book]\ntitle = \"P\"\nlanguages = [\"fr\"]\n[site]\ntheme = \"own\"\n")
        .file("themes/own/theme.toml", "api = 2\n")
        .file("themes/own/messages/fr.toml", "areas = \"Domaines\"\n");
    assert_eq!(translated.problems(), ["untranslated-interface themes/own/messages/fr.toml:1"]);
    let translated = translated.file(
        "book.toml",
        "[book]
title = \"P\"
languages = [\"fr\"]
[site]
theme = \"own\"
[check]
untranslated-interface = \"off\"
",
    );
    // Its pages say which of their words are English; files for programs do not.
    let page = String::from_utf8_lossy(&site.files["items/1.1/index.html"]);
    assert!(page.contains("<html lang=\"fr\">") && page.contains("<h2 id=\"page_status\"><a class=\"anchor\" href=\"#page_status\"><span lang=\"en\">Status</span></a>"), "{page}");
    assert!(
        page.contains("aria-label=\"You are here\"") && page.contains("</span> Hold talks</h1>"),
        "{page}"
    );
    assert!(translated.page("index.html").contains(">Domaines</a>"));
    assert!(translated.page("index.html").contains("<span lang=\"en\">Items</span>"));
    for (path, bytes) in site.files.iter().chain(&translated.build().files) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(['\u{f8f0}', '\u{f8f1}']), "{path}");
        assert!(path.ends_with(".html") || !text.contains("lang=\"en\""), "{path}");
    }
    let english = Book::new().file("book.toml", "[book]\ntitle = \"P\"\nlanguages = [\"en-AU\"]\n");
    assert!(!english.page("index.html").contains("lang=\"en\""));
    assert_eq!(english.problems(), Vec::<String>::new());
}

/// A word that is no typing error is not a key with a typing error.
#[test]
fn common_words_are_never_corrected() {
    let words: Vec<&str> = include_str!("words.txt").split_whitespace().collect();
    assert_eq!(words.len(), 300, "the list has 300 words");
    let lines = |words: &[&str]| words.iter().map(|word| format!("{word}: x\n")).collect::<String>();
    let mut changed: Vec<(String, String)> = Vec::new();
    // A mapping with more unknown keys than this gets no suggestions at all.
    for (number, words) in (1..).zip(words.chunks(40)) {
        let lines = lines(words);
        let id = format!("w{number}");
        changed.push((
            format!("content/updates/2024-05-{number:02}-w.md"),
            format!("---\ntitle: T\ndate: 2024-05-{number:02}\nitems: [\"1.1\"]\n{lines}---\n\nText.\n"),
        ));
        changed.push((
            format!("content/areas/01-trade/1.{}-w.md", number + 1),
            item(&lines).replace("title: Talks", "title: W"),
        ));
        changed.push((
            format!("content/agencies/{id}.md"),
            format!("---\nname: N{number}\nparty: Arland\n{lines}---\n"),
        ));
        changed.push((format!("content/forums/f-{id}.md"), format!("---\nname: F{number}\n{lines}---\n")));
        changed
            .push((format!("content/sources/s-{id}.md"), format!("---\ntitle: S\ndate: 2020\n{lines}---\n")));
        changed.push((format!("content/pages/p-{id}.md"), format!("---\ntitle: P\norder: 1\n{lines}---\n")));
    }
    let borrowed: Vec<(&str, &str)> =
        changed.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (tree, fixes) = fixes(&borrowed);
    let certain: Vec<String> = fixes.before.iter().filter(|problem| problem.certain).map(sentences).collect();
    assert_eq!(certain, Vec::<String>::new());
    assert!(fixes.files.is_empty());
    drop(tree);
}
