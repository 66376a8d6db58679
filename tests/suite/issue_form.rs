//! `planbook new issue-form` and `planbook new update --from-form`: what somebody answers on a code host ends in an update, or in a
//! comment that says what to correct.

use std::collections::BTreeMap;
use std::path::Path;

use planbook::update_file::{Answer, Field};

use crate::outside_tools::python;
use crate::receive::Round;

const FORM: &str = ".github/ISSUE_TEMPLATE/report-progress.yml";
const LABELS: [(&str, &str); 14] = [
    ("item", "Item"),
    ("agency", "Agency"),
    ("date", "Date"),
    ("nothing", "Nothing to report"),
    ("status", "Status"),
    ("outlook", "Outlook"),
    ("happened", "What happened"),
    ("evidence-title", "Title of a public document"),
    ("evidence-url", "Its address (URL)"),
    ("challenges", "Challenges"),
    ("next-steps", "Next steps"),
    ("meeting", "Meeting"),
    ("new-due", "New due date"),
    ("reason", "Reason for the new date"),
];

/// An issue as GitHub writes it.
fn issue(answers: &[(&str, &str)]) -> String {
    let own = [
        ("item", "4 (1) Police cooperation"),
        ("agency", "National Police Agency (Japan)"),
        ("date", "2026-05-31"),
    ];
    let text = |id: &str| {
        answers.iter().chain(&own).find(|(of, _)| *of == id).map_or("_No response_", |(_, text)| text)
    };
    LABELS.iter().map(|(id, label)| format!("### {label}\n\n{}\n\n", text(id))).collect()
}

/// The exit code, what the program says, and the comment.
fn answered(round: &Round, body: &str) -> (i32, String, String) {
    let comment = round.path("comment.md");
    let _ = std::fs::remove_file(&comment);
    std::fs::write(round.path("issue.md"), body).unwrap();
    let (code, said) = round.run(&["new", "update", "--from-form", "issue.md", "--reply-to", "comment.md"]);
    let comment = std::fs::read_to_string(comment).unwrap_or_else(|_| panic!("{said}"));
    (code, said, comment)
}

#[test]
fn a_form_a_row_and_an_answer_are_the_same_update() {
    let written = [
        ("status", "done"),
        ("outlook", "on track"),
        (
            "happened",
            "We met in Tokyo. :::internal\n:::internal\n### Mine\n- [a](https://b.example) <b>@all</b>\n\ttitle: 'x' # {{ y }}",
        ),
        ("evidence-title", "Report: 'one'\nReport two"),
        ("evidence-url", "https://example.org/a\nhttps://example.org/b"),
        ("challenges", "none: \"really\""),
        ("next-steps", "---\nkind: closure"),
    ];
    let cells: Vec<(&str, &str)> = written.into_iter().chain([("date", "2026-05-31")]).collect();
    let round = Round::new();
    let (code, said, comment) = answered(&round, &issue(&written));
    assert_eq!(code, 0, "{said}");
    assert!(comment.contains("Nothing has to be corrected"), "{comment}");
    let form = round.update("2026-05-31-4.1-jp-npa").unwrap();

    let other = Round::new();
    other.csv("reply.csv", &[("4.1", "not-reported", &cells)]);
    let (code, said) = other.run(&["receive", "reply.csv", "--accept-changed"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(other.update("2026-05-31-4.1-jp-npa").unwrap(), form);

    let mut answer = Answer::default();
    for field in Field::ALL {
        let text = cells.iter().find(|(id, _)| *id == field.word()).map_or("", |(_, text)| text);
        answer.set(field, text.to_owned());
    }
    assert_eq!(of_answer(&answer), form);
}

/// The update of an answer that came neither by a form nor by a row.
fn of_answer(answer: &Answer) -> String {
    use planbook::plan::Index as _;
    let tree = crate::book::frozen().all_files();
    let day = crate::book::day("2026-11-24");
    let book = planbook::build::read(&tree, Vec::new(), day);
    let plan = book.plan();
    let (item, _) = plan.items.indexed().find(|(_, item)| item.document.id.as_str() == "4.1").unwrap();
    let wording = planbook::update_file::Wording::default();
    let subject = planbook::update_file::Subject {
        plan,
        item,
        agency: "jp-npa",
        date: "",
        since: None,
        today: day,
        wording: &wording,
    };
    planbook::update_file::update_file(answer, &subject).unwrap().unwrap().text
}

#[test]
fn the_same_answer_is_written_once_and_no_other_over_it() {
    let round = Round::new();
    let body = issue(&[("nothing", "Yes")]);
    let (code, said, _) = answered(&round, &body);
    assert!(code == 0 && said.contains("wrote content/updates/2026/2026-05-31-4.1-jp-npa.md"), "{said}");
    let written = round.update("2026-05-31-4.1-jp-npa").unwrap();
    assert!(written.contains("kind: no-change"), "{written}");
    // Other line breaks and a hint that stayed are the same answer.
    let again = body.replace("### Status\n", "### Status\n<!-- one of these -->\n").replace('\n', "\r\n");
    let (code, said, _) = answered(&round, &again);
    assert!(code == 0 && said.contains("already exists and says the same"), "{said}");
    let (code, said, comment) = answered(&round, &issue(&[("happened", "We met.")]));
    assert!(code == 1 && comment.contains("already another report of 2026-05-31"), "{said}{comment}");
    assert_eq!(round.update("2026-05-31-4.1-jp-npa").unwrap(), written);
}

#[test]
fn items_and_agencies_are_known_by_their_names_and_numbers() {
    let round = Round::new();
    for item in ["4 (1) Police cooperation", "4(1)", "4.1", "4  (1)  police COOPERATION"] {
        for agency in ["National Police Agency (Japan)", "jp-npa", "npa"] {
            std::fs::write(
                round.path("issue.md"),
                issue(&[("item", item), ("agency", agency), ("nothing", "yes")]),
            )
            .unwrap();
            let (code, said) = round.run(&["new", "update", "--from-form", "issue.md", "--print"]);
            let known = said.contains("items:\n  - '4.1'") && said.contains("by:\n  - jp-npa");
            assert!(code == 0 && known, "{item}, {agency}: {said}");
        }
    }
}

#[test]
fn each_wrong_answer_is_named_with_what_to_do() {
    let round = Round::new();
    let long = "x".repeat(1 << 20);
    for (answers, named, why) in [
        (&[("item", "99 (1)"), ("nothing", "yes")][..], "**Item**", "`99 (1)` is not an item of the plan"),
        (&[("item", "4 (1) Old title")], "**Item**", "has the number of the item “4 (1) Police cooperation”"),
        (&[("item", "")], "**Item**", "The item is missing"),
        (&[("item", "4.1\u{0}")], "**Item**", "is not an item"),
        (&[("item", "5.2.99")], "**Item**", "`5.2.99` is not an item"),
        (&[("agency", "@octocat")], "**Agency**", "`@octocat` is not an agency"),
        (&[("date", "31.2.2026"), ("happened", "x")], "**Date**", "`31.2.2026`"),
        (&[("date", "2027-01-01"), ("happened", "x")], "**Date**", "still to come"),
        (&[("status", "finished, nearly `@all`")], "**Status**", "`` finished, nearly `@all` ``"),
        (&[("nothing", "Yes"), ("happened", "x")], "**Nothing to report**", "Keep one of the two"),
        (&[("status", "Completed")], "**Its address (URL)**", "needs a public document"),
        (
            &[("happened", "x\n### Title of a public document\ny")],
            "**Title of a public document**",
            "Delete the three signs #",
        ),
        (&[("happened", "x <!-- y")], "**What happened**", "hidden comment"),
        (&[("happened", long.as_str())], "**What happened**", "longer than 20000 characters"),
        (&[], "- The form has no answer", "no answer"),
    ] {
        let before = round.path("book/content/updates/2026/2026-05-31-4.1-jp-npa.md").exists();
        let (code, said, comment) = answered(&round, &issue(answers));
        assert_eq!((code, before), (1, false), "{why}: {said}");
        assert!(comment.contains(named) && comment.contains(why), "{why}: {comment}");
        assert!(said.contains("nothing was written") && comment.len() < 4000, "{said}");
    }
    for body in ["", "Hello", "### Nothing to report\n\nYes\n\n### Item\n\n4.1"] {
        let (code, said, comment) = answered(&round, body);
        assert!(code == 1 && comment.contains("Please correct"), "{body}: {said}");
    }
    // What somebody wrote calls nobody.
    let (_, _, comment) =
        answered(&round, &issue(&[("status", "@octocat https://evil.example ![x](https://evil.example)")]));
    let shown: String = comment.split('`').step_by(2).collect();
    assert!(!shown.contains('@') && !shown.contains("evil"), "{comment}");
}

#[test]
fn what_a_reader_of_the_issue_cannot_see_is_not_published() {
    let round = Round::new();
    let (code, said, _) =
        answered(&round, &issue(&[("happened", "We met.<!-- secretly -->\u{0}\u{202e} Twice.")]));
    assert_eq!(code, 0, "{said}");
    let text = round.update("2026-05-31-4.1-jp-npa").unwrap();
    assert!(!text.contains("secretly") && !text.contains(['\u{0}', '\u{202e}']), "{text:?}");
    assert!(text.contains("We met. Twice"), "{text}");
}

#[test]
fn an_item_of_an_earlier_plan_and_an_internal_one_are_not_reported_on() {
    let round = Round::of(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/scaffold/examples/climate")));
    let own = [("agency", "parks"), ("nothing", "yes")];
    let (code, _, comment) = answered(&round, &issue(&[&[("item", "9.9")], &own[..]].concat()));
    assert!(code == 1 && comment.contains("`9.9` is not an item"), "{comment}");
    let only_there =
        std::fs::read_dir(round.path("book/content/editions/2019/areas/01-first-steps")).unwrap().count();
    assert!(only_there > 0);
    let path = "book/content/editions/2019/areas/01-first-steps/1.7-old.md";
    std::fs::write(round.path(path), "---\ntitle: An old item\nkind: deliverable\ntext: Do it.\n---\n")
        .unwrap();
    let (code, said, comment) = answered(&round, &issue(&[&[("item", "1.7")], &own[..]].concat()));
    assert!(code == 1 && comment.contains("an item of an earlier plan (2019)"), "{said}{comment}");
    let path = "book/content/areas/01-clean-energy/1.8-hidden.md";
    std::fs::write(
        round.path(path),
        "---\ntitle: A hidden item\nkind: deliverable\ntext: Do it.\naudience: internal\n---\n",
    )
    .unwrap();
    let body = issue(&[&[("item", "1.8")], &own[..]].concat());
    let (code, said, comment) = answered(&round, &body);
    assert!(
        code == 1 && comment.contains("`1.8` is not an item") && !said.contains("hidden"),
        "{said}{comment}"
    );
    let (code, said) =
        round.run(&["new", "update", "--from-form", "issue.md", "--asked", "internal", "--print"]);
    assert!(code == 0 && said.contains("audience: internal"), "{said}");
}

#[test]
fn code_hosts_accept_the_form_and_it_is_kept_up_to_date() {
    let round = Round::new();
    let (code, said) = round.run(&["new", "issue-form", "--check"]);
    assert!(code == 1 && said.contains("does not exist"), "{said}");
    let (code, said) = round.run(&["new", "issue-form", "--host", "github"]);
    assert!(code == 0 && said.contains(FORM) && said.contains("report-progress.yml"), "{said}");
    let form = std::fs::read_to_string(round.path("book").join(FORM)).unwrap();
    assert!(
        form.contains("        - \"4 (1) Police cooperation\"\n") && form.contains("\"Completed\""),
        "{form}"
    );
    let files = BTreeMap::from([("form.yml".to_owned(), form.clone().into_bytes())]);
    python(&["-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms"], &files, ".yml");
    assert_eq!(round.run(&["new", "issue-form", "--check"]).0, 0);

    let item = round.path("book/content/areas/04-law-enforcement/4.1-police-cooperation.md");
    let item = if item.exists() { item } else { find(&round, "4.1-") };
    let text = std::fs::read_to_string(&item)
        .unwrap()
        .replace("title: Police cooperation", "title: 'Police exchange: \"new\"'");
    std::fs::write(&item, text).unwrap();
    let (code, said) = round.run(&["new", "issue-form", "--check"]);
    assert!(code == 1 && said.contains("not up to date"), "{said}");
    assert_eq!(round.run(&["new", "issue-form"]).0, 0);
    let form = std::fs::read_to_string(round.path("book").join(FORM)).unwrap();
    assert!(form.contains(r#"- "4 (1) Police exchange: \"new\"""#), "{form}");
    // What somebody else wrote stays as it is.
    std::fs::write(round.path("book").join(FORM), "name: mine\n").unwrap();
    let (code, said) = round.run(&["new", "issue-form"]);
    assert!(code == 2 && said.contains("planbook did not write it"), "{said}");
}

/// The file whose name begins like this.
fn find(round: &Round, begins: &str) -> std::path::PathBuf {
    let mut folders = vec![round.path("book/content/areas")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().unwrap().to_str().unwrap().starts_with(begins) {
                return path;
            }
        }
    }
    panic!("no file begins with {begins}");
}

#[test]
fn the_template_of_gitlab_is_read_as_a_form_with_its_hints() {
    let round = Round::new();
    let (code, said) = round.run(&["new", "issue-form", "--host", "gitlab"]);
    assert_eq!(code, 0, "{said}");
    let template = round.path("book/.gitlab/issue_templates/report-progress.md");
    let mut text = std::fs::read_to_string(template).unwrap();
    for (label, answer) in [
        ("Item", "4(1)"),
        ("Agency", "jp-npa"),
        ("Date", "31 May 2026"),
        ("What happened", "We met."),
        ("Status", "in progress"),
    ] {
        let at = text.find(&format!("### {label}\n")).unwrap();
        let end = at + text[at..].find("-->\n").unwrap() + 4;
        text.insert_str(end, &format!("\n{answer}\n"));
    }
    let (code, said, _) = answered(&round, &text);
    assert_eq!(code, 0, "{said}");
    let written = round.update("2026-05-31-4.1-jp-npa").unwrap();
    assert!(written.contains("title: We met") && written.contains("status: in-progress"), "{written}");
    assert!(!written.contains("reason:") && !written.contains("Choose"), "{written}");
}

#[test]
fn a_form_in_two_languages_is_answered_in_either() {
    let round = Round::new();
    let book = round.path("book/book.toml");
    let text = std::fs::read_to_string(&book).unwrap();
    std::fs::write(&book, text.replace("languages = [\"en\"]", "languages = [\"en\", \"ja\"]")).unwrap();
    assert_eq!(round.run(&["new", "issue-form"]).0, 0);
    let form = std::fs::read_to_string(round.path("book").join(FORM)).unwrap();
    assert!(
        form.contains("label: \"Nothing to report / 報告事項なし\"") && form.contains("- \"Yes / はい\""),
        "{form}"
    );
    for (heading, yes) in [
        ("Nothing to report / 報告事項なし", "Yes / はい"),
        ("報告事項なし", "はい"),
        ("Nothing to report", "yes"),
    ] {
        let body = issue(&[("nothing", yes)]).replace("### Nothing to report", &format!("### {heading}"));
        let (code, said, _) = answered(&round, &body);
        assert_eq!(code, 0, "{heading}: {said}");
    }
    let (_, _, comment) = answered(&round, &issue(&[("status", "?")]));
    assert!(
        comment.contains("Choose one of")
            && comment.contains("\n---\n")
            && comment.contains("選んでください"),
        "{comment}"
    );
}

#[test]
fn a_plan_with_more_items_than_a_list_shows_asks_for_the_number() {
    let round = Round::of(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/scaffold/examples/minimal")));
    for number in 2..=101 {
        let item = format!("---\ntitle: Item {number}\nkind: deliverable\nlead: [council]\n---\n");
        std::fs::write(round.path(&format!("book/content/areas/01-school/1.{number}-item.md")), item)
            .unwrap();
    }
    let (code, said) = round.run(&["new", "issue-form"]);
    assert_eq!(code, 0, "{said}");
    let form = std::fs::read_to_string(round.path("book").join(FORM)).unwrap();
    assert!(form.contains("  - type: input\n    id: item\n") && !form.contains("Item 120"), "{form}");
}
