//! What a reply says beside what was asked, and in another place than it was asked: nothing is lost in silence, and no answer goes to
//! another item. Replies come from people whose program has no protection, and who know nothing of hidden cells.

use std::io::Read as _;
use std::path::Path;

use crate::receive::{Round, csv};

/// The book of a city, with the workbooks of a round in `out`.
fn city() -> Round {
    let folder = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_planbook"))
        .args(["init", "city", "--example", "climate"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let round = Round::of(&folder.path().join("city"));
    round.workbooks("out");
    round
}

impl Round {
    fn answer(&self, agency: &str, answers: &str) -> (i32, String) {
        self.fill(&format!("out/{agency}/{agency}-2026-H1.xlsx"), "reply.xlsx", answers);
        self.run(&["receive", "reply.xlsx", "--dry-run"])
    }

    /// The lines of a result that begin with a word, without what is before it.
    fn lines<'s>(&self, said: &'s str, begins: &str) -> Vec<&'s str> {
        said.lines().map(str::trim).filter(|line| line.starts_with(begins)).collect()
    }
}

/// Answers of the city's buildings on two items.
const TWO: &str =
    r#"["1.1", {"happened": "We fitted panels."}], ["2.1", {"happened": "We insulated homes."}]"#;

#[test]
fn an_answer_in_the_row_of_another_item_is_a_problem() {
    let round = city();
    for (edit, places) in [
        // All that is shown, without what is hidden.
        (r#"["turn-around", "Reply", "D6:U9"]"#, &["Reply!D9: The row shows", "Reply!D8: The row shows"][..]),
        // The hidden ids alone, and the numbers alone.
        (r#"["turn-around", "Reply", "A6:C9"]"#, &["Reply!D6: The row shows", "Reply!D7: The row shows"]),
        (r#"["turn-around", "Reply", "D6:D9"]"#, &["Reply!D6: The row shows", "Reply!D7: The row shows"]),
        (r#"["turn-around", "Reply", "E6:E9"]"#, &["Reply!D6: The row shows", "Reply!D7: The row shows"]),
        (
            r#"["set", "Reply", "D6", "ZZ-9"], ["set", "Reply", "E6", "Another item"]"#,
            &["Reply!D6: The row shows “ZZ-9”"],
        ),
    ] {
        let (code, said) = round.answer("buildings", &format!(r#"{{"rows": [{TWO}], "edits": [{edit}]}}"#));
        assert!(code == 1 && places.iter().all(|place| said.contains(place)), "{edit}\n{said}");
        assert!(said.contains(&format!("{} with a problem", places.len())), "{edit}\n{said}");
    }
    // Whole rows stay what they are, also where the headings were sorted among them.
    for rows in ["A6:U9", "A5:U9"] {
        let edit = format!(r#"{{"rows": [{TWO}], "edits": [["turn-around", "Reply", "{rows}"]]}}"#);
        let (code, said) = round.answer("buildings", &edit);
        assert!(code == 0 && said.contains("2 with a report"), "{rows}: {said}");
    }
    // Of two indicators, the names say which one a value is of.
    let answers =
        r#"{"rows": [["4.1", {"value": "12"}]], "edits": [["turn-around", "Indicators", "F6:G7"]]}"#;
    let (code, said) = round.answer("parks", answers);
    assert!(code == 1 && said.contains("Indicators!D6: The row shows “Area under tree"), "{said}");
}

#[test]
fn answers_where_nobody_can_read_them_are_a_problem() {
    let round = city();
    let answers = r#"{"rows": [["1.1", {"happened": "We fitted panels.", "status": "In progress"}]], "edits": [EDITS]}"#;
    for (edits, place, key) in [
        (r#"["delete-rows", "Reply", 1, 1]"#, "Reply!L5", "The hidden cells of this sheet are missing"),
        (r#"["delete-columns", "Reply", 1, 3]"#, "Reply!I6", "The hidden cells of this sheet are missing"),
        (
            r#"["delete-columns", "Reply", 1, 3], ["delete-rows", "Reply", 1, 1]"#,
            "Reply!I5",
            "The hidden cells of this sheet are missing",
        ),
        (r#"["move", "Reply", "N5:N9", 8]"#, "Reply!V6", "below the heading “What happened”"),
        (r#"["move", "Reply", "N5:U9", 1]"#, "Reply!O6", "below the heading “What happened”"),
        (r#"["set", "Reply", "N1", "mine"]"#, "Reply!N6", "below the heading “What happened”"),
    ] {
        let (code, said) = round.answer("buildings", &answers.replace("EDITS", edits));
        let line = round.lines(&said, &format!("{place}: "));
        assert!(code == 1 && line.iter().any(|line| line.contains(key)), "{edits}\n{said}");
        assert!(said.contains("0 with a report"), "{edits}\n{said}");
    }
    // A row that has nothing but such a text.
    let (code, said) = round.answer(
        "buildings",
        r#"{"rows": [["1.1", {"happened": "Panels."}]], "edits": [["move", "Reply", "N5:N9", 8]]}"#,
    );
    assert!(code == 1 && said.contains("Reply!V6: This cell is below the heading"), "{said}");
}

#[test]
fn what_is_not_read_is_named() {
    let round = city();
    let answers = r#"{"rows": [["1.1", {"happened": "We fitted panels."}], ["2.1", {"date": "2026-05-04"}]], "edits": [
        ["set", "Reply", "V5", "My notes"], ["set", "Reply", "V6", "ask Jo"], ["set", "Reply", "E12", "PS: 2.1 stopped."],
        ["set", "Reply", "F9", "Closed"], ["set", "Reply", "E7", "Renovate 6,001 homes"],
        ["set", "Reply", "H7", "December 2031"], ["set", "Reply", "I7", "we finished 300 homes in May"], ["set", "Indicators", "H6", "2025"],
        ["set", "Reply", "G8", "12 May, in Kobe"], ["set", "Indicators", "G6", "15 now"],
        ["set", "Reply", "N3", "See my mail of 3 May."], ["set", "Reply", "K4", "urgent"],
        ["set", "Instructions", "B40", "We could not open the list."], ["set", "Instructions", "D2", "Who is this for?"],
        ["sheet", "Annex", "Minutes of May"], ["comment", "Reply", "N6", "Really: it stopped."]]}"#;
    let (code, said) = round.answer("buildings", answers);
    assert_eq!(
        (code, round.lines(&said, "not read: ")),
        (
            0,
            vec![
                "not read: Reply!N3: “See my mail of 3 May.”",
                "not read: Reply!K4: “urgent”",
                "not read: Reply!V6: “ask Jo”",
                "not read: Reply!K7: “2026-05-04”",
                "not read: Reply!E12: “PS: 2.1 stopped.”",
                "not read: Indicators!H6: “2025”",
                "not read: the comment of Reply!N6: “Really: it stopped.”",
                "not read: Reply!E7, which is not as it was sent: “Renovate 6,001 homes”",
                "not read: Reply!H7, which is not as it was sent: “December 2031”",
                "not read: Reply!I7, which is not as it was sent: “we finished 300 homes in May”",
                "not read: Reply!G8, which is not as it was sent: “12 May, in Kobe”",
                "not read: Reply!F9, which is not as it was sent: “Closed”",
                "not read: Indicators!G6, which is not as it was sent: “15 now”",
                "not read: Instructions!D2: “Who is this for?”",
                "not read: Instructions!B40: “We could not open the list.”",
                "not read: the sheet “Annex”, which was added: “Minutes of May”",
            ]
        ),
        "{said}"
    );
    // A workbook as it was sent has nothing of this.
    let (code, said) = round.run(&["receive", "out/parks/parks-2026-H1.xlsx"]);
    assert!(code == 0 && !said.contains("not read") && !said.contains("not in the file"), "{said}");
}

#[test]
fn a_file_with_one_sheet_says_that_the_other_is_missing() {
    let round = city();
    let mark = "planbook-reply-1 table=items agency=parks period=2026-H1 as-of=2026-11-24 date=2026-06-30 audience=public";
    std::fs::write(
        round.path("reply.csv"),
        csv(mark, &[("4.1", "-", &[("happened", "Trees were planted.")])]),
    )
    .unwrap();
    let (code, said) = round.run(&["receive", "reply.csv", "--reply-to", "answer.txt"]);
    assert!(code == 0 && said.contains("not in the file: the sheet “Indicators”"), "{said}");
    let letter = std::fs::read_to_string(round.path("answer.txt")).unwrap();
    assert!(
        letter.contains("does not have the sheet “Indicators”") && !letter.contains("Nothing has to be"),
        "{letter}"
    );
    // Where no values were asked for, none are missing.
    let mark = mark.replace("parks", "buildings");
    std::fs::write(round.path("reply.csv"), csv(&mark, &[("2.3", "-", &[("happened", "It is done.")])]))
        .unwrap();
    let (_, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
    assert!(!said.contains("not in the file"), "{said}");
}

#[test]
fn what_a_file_says_of_its_audience_opens_nothing() {
    let round = city();
    std::fs::write(
        round.path("book/content/updates/2026/2026-11-01-secret.md"),
        "---\ntitle: A stop\ndate: 2026-11-01\nitems: ['1.1']\nby: [buildings]\nstatus: on-hold\nchallenges: Hush.\naudience: internal\n---\n\nHush.\n",
    )
    .unwrap();
    let mark = "planbook-reply-1 table=items agency=buildings period=2026-H1 as-of=2026-11-24 date=2026-06-30 audience=internal";
    let write = |mark: &str, item: &str| {
        let rows = [(item, "in-progress", &[("happened", "All is well."), ("status", "Continuing")][..])];
        std::fs::write(round.path("reply.csv"), csv(mark, &rows)).unwrap();
    };
    write(mark, "1.1");
    let (code, said) = round.run(&["receive", "reply.csv", "--reply-to", "answer.txt"]);
    assert!(
        code == 1 && said.contains("add --asked internal") && !round.path("answer.txt").exists(),
        "{said}"
    );
    let (code, said) =
        round.run(&["receive", "reply.csv", "--reply-to", "answer.txt", "--asked", "internal"]);
    assert!(code == 1 && said.contains("is now “On hold”"), "{said}");
    // Who was asked about the public plan does not name anything internal.
    let public = mark.replace("internal", "public");
    write(&public, "1.1");
    let (_, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
    assert!(!said.contains("On hold") && !said.contains("Hush"), "{said}");
    let areas = std::fs::read_dir(round.path("book/content/areas")).unwrap();
    let first = areas
        .map(|entry| entry.unwrap().path())
        .find(|path| path.is_dir() && path.file_name().unwrap().to_string_lossy().starts_with("01-"));
    let item = first.unwrap();
    std::fs::write(
        item.join("1.9-hidden.md"),
        "---\ntitle: A hidden item\nkind: deliverable\nlead: [buildings]\naudience: internal\n---\n",
    )
    .unwrap();
    write(&public, "1.9");
    let (code, said) = round.run(&["receive", "reply.csv", "--dry-run", "--asked", "internal"]);
    assert!(
        code == 1 && said.contains("The item “1.9” is not in the plan") && !said.contains("hidden item"),
        "{said}"
    );
    // An answer for others is said to be one.
    write(&public.replace("buildings", "port"), "1.1");
    let (code, said) = round.run(&["receive", "reply.csv", "--dry-run"]);
    assert!(code == 0 && said.contains("C3: the agency is not responsible for 1.1"), "{said}");
}

#[test]
fn plain_texts_are_written_as_they_were_and_the_body_is_escaped() {
    let round = Round::new();
    let said = [
        ("happened", "R&D went on *fast* [1]."),
        ("challenges", "R&D costs > EUR 2 million (see [1]).\n*Two* _lines_ ~ # `x`"),
        ("next-steps", "1. Hire staff & build #2!\n> a ::: b"),
        ("new-due", "2030"),
        ("reason", "R&D | costs * 2^3"),
        ("evidence-title", "R&D: *report* <1>"),
        ("evidence-url", "HTTPS://A.EXAMPLE/R&D"),
    ];
    round.csv("reply.csv", &[("4.1", "-", &said)]);
    let (code, text) = round.run(&["receive", "reply.csv"]);
    assert_eq!(code, 0, "{text}");
    let update = round.update("2026-06-30-4.1-jp-npa").unwrap();
    for line in [
        "title: R&D went on *fast* [1]\n",
        "  R&D costs > EUR 2 million (see [1]).\n\n  *Two* _lines_ ~ # `x`\n",
        "  1. Hire staff & build #2!\n\n  > a ::: b\n",
        "reason: R&D | costs * 2^3\n",
        "title: 'R&D: *report* <1>'\n    url: https://a.example/R&D\n",
        "\nR\\&D went on \\*fast\\* \\[1\\].\n",
    ] {
        assert!(update.contains(line), "{line}\n{update}");
    }
    let (code, text) = round.run(&["build", "--out", "site"]);
    assert_eq!(code, 0, "{text}");
    let table = std::fs::read_to_string(round.path("site/data/updates.csv")).unwrap();
    assert!(
        table.contains("R&D costs > EUR 2 million (see [1]).") && !table.contains("R\\&D costs"),
        "{update}"
    );
}

#[test]
fn an_answer_that_was_corrected_is_for_a_person() {
    let round = Round::new();
    let answer = |rows: &[(&str, &str)]| {
        round.csv("reply.csv", &[("4.1", "-", rows)]);
        let _ = std::fs::remove_file(round.path("answer.txt"));
        let (code, said) = round.run(&["receive", "reply.csv", "--reply-to", "answer.txt"]);
        (code, said, std::fs::read_to_string(round.path("answer.txt")).unwrap())
    };
    let text = "The police of both countries did not sign the agreement on exchanges in Tokyo in May.";
    let evidence = [("evidence-title", "Minutes"), ("evidence-url", "https://a.example/1")];
    let (code, said, _) =
        answer(&[&[("happened", text), ("challenges", "R&D [1] costs")][..], &evidence].concat());
    assert_eq!(code, 0, "{said}");
    let update = round.update("2026-06-30-4.1-jp-npa").unwrap();
    for (rows, place, words) in [
        (
            [
                &[
                    ("happened", text.replace("did not sign", "did sign").leak() as &str),
                    ("challenges", "R&D [1] costs"),
                ][..],
                &evidence,
            ]
            .concat(),
            "H3",
            ["countries did sign", "countries did not sign"],
        ),
        (
            [
                &[
                    ("happened", text.replace("in Tokyo", "in Kyoto").leak() as &str),
                    ("challenges", "R&D [1] costs"),
                ][..],
                &evidence,
            ]
            .concat(),
            "H3",
            ["Kyoto", "Tokyo"],
        ),
        ([&[("happened", text)][..], &evidence].concat(), "K3", ["–", "R&D [1] costs"]),
        (
            vec![
                ("happened", text),
                ("challenges", "R&D [1] costs"),
                ("evidence-title", "A"),
                ("evidence-url", "https://a.example/9"),
            ],
            "J3",
            ["https://a.example/9", "https://a.example/1"],
        ),
    ] {
        let (code, said, letter) = answer(&rows);
        let line = said.lines().find(|line| line.contains("The plan has something else for"));
        let line = line.unwrap_or_else(|| panic!("{said}"));
        assert!(code == 1 && line.trim().starts_with(&format!("{place}: ")), "{said}");
        assert!(words.iter().all(|words| line.contains(words) && letter.contains(words)), "{said}\n{letter}");
        assert!(
            line.contains("content/updates/2026/")
                && !letter.contains("content/")
                && !letter.contains("Nothing has"),
            "{letter}"
        );
        assert_eq!(round.update("2026-06-30-4.1-jp-npa").unwrap(), update);
    }
    // Somebody who edited the update has other words for the same.
    let edited = update
        .replace("Tokyo in May", "Tokyo, in May")
        .replace("agreement", "[agreement](https://a.example/2)");
    std::fs::write(round.path("book/content/updates/2026/2026-06-30-4.1-jp-npa.md"), edited).unwrap();
    let (code, said, _) =
        answer(&[&[("happened", text), ("challenges", "R&D [1] costs")][..], &evidence].concat());
    assert!(code == 0 && said.contains("has this answer already, and was changed since"), "{said}");
    // But nobody edits a "not" away.
    let without = text.replace("did not sign", "did sign");
    let (code, said, _) =
        answer(&[&[("happened", &*without), ("challenges", "R&D [1] costs")][..], &evidence].concat());
    assert!(
        code == 1 && said.contains("E3: content/updates/2026/2026-06-30-4.1-jp-npa.md is a report of"),
        "{said}"
    );
}

#[test]
fn a_value_that_was_withdrawn_is_for_a_person() {
    let round = city();
    round.fill("out/parks/parks-2026-H1.xlsx", "first.xlsx", r#"{"rows": [["4.1", {"happened": "Trees grew.", "value": "16"}]], "edits": [["set", "Indicators", "I7", ""]]}"#);
    let (code, said) = round.run(&["receive", "first.xlsx"]);
    assert_eq!(code, 0, "{said}");
    let (code, said) = round.run(&["receive", "first.xlsx"]);
    assert!(code == 0 && said.contains("1 received before"), "{said}");
    round.fill(
        "out/parks/parks-2026-H1.xlsx",
        "second.xlsx",
        r#"{"rows": [["4.1", {"happened": "Trees grew."}]]}"#,
    );
    let (code, said) = round.run(&["receive", "second.xlsx"]);
    assert!(code == 1 && said.contains("“Trees planted since 2023, 2026-H1: 16” there, “–” here"), "{said}");
}

#[test]
fn words_that_end_an_item_dates_that_cannot_be_and_contradictions_are_questions() {
    let round = Round::new();
    for (said, place, words) in [
        (&[("challenges", ":::internal\nx"), ("happened", "x")][..], "K3", "begins with “:::”"),
        (&[("evidence-title", " :::x"), ("evidence-url", "https://a.example/")], "I3", "begins with “:::”"),
        (&[("status", "Cancelled")][..], "F3", "“Cancelled” ends the item"),
        (&[("status", "中止"), ("happened", "x")], "F3", "“中止” ends the item"),
        (&[("status", "abandoned"), ("happened", "x")], "F3", "ends the item"),
        (&[("status", "Dropped"), ("happened", "x")], "F3", "ends the item"),
        (&[("status", "superseded"), ("happened", "x")], "F3", "ends the item"),
        (&[("status", "Closed"), ("happened", "x")], "F3", "“Closed” ends the item"),
        (&[("status", "failed"), ("happened", "x")], "F3", "ends the item"),
        (
            &[("status", "delayed"), ("outlook", "On track"), ("challenges", "x")],
            "G3",
            "the status “delayed” says something else",
        ),
        (
            &[("status", "順調"), ("outlook", "off track"), ("challenges", "x")],
            "G3",
            "“Off track”, but the status “順調”",
        ),
        (&[("new-due", "1926-06-30"), ("reason", "x")], "N3", "before the plan was adopted"),
        (&[("new-due", "2025-06-30"), ("reason", "x")], "N3", "before the time that this report is about"),
        (&[("new-due", "2025"), ("reason", "x")], "N3", "before the time that this report is about"),
        (&[("new-due", "2206-06-30"), ("reason", "x")], "N3", "more than 50 years from now"),
        (
            &[("evidence-title", "A"), ("evidence-url", "https://me:pw@a.example/")],
            "J3",
            "the name or the password of a user",
        ),
        (
            &[("evidence-title", "A"), ("evidence-url", "https://me@a.example/")],
            "J3",
            "the name or the password of a user",
        ),
    ] {
        round.csv("reply.csv", &[("4.1", "-", said)]);
        let (code, text) = round.run(&["receive", "reply.csv", "--dry-run"]);
        let line = round.lines(&text, &format!("{place}: "));
        assert!(code == 1 && line.iter().any(|line| line.contains(words)), "{said:?}\n{text}");
        assert!(!text.contains("pw@"), "{text}");
    }
    for said in [
        &[("status", "delayed"), ("outlook", "off track"), ("challenges", "x")][..],
        &[("new-due", "2076-06-30"), ("reason", "x")],
        &[("new-due", "2026-H1"), ("reason", "x")],
        &[("evidence-title", "A"), ("evidence-url", "https://a.exam\u{200b}ple/x")],
    ] {
        round.csv("reply.csv", &[("4.1", "not-reported", said)]);
        let (code, text) = round.run(&["receive", "reply.csv", "--dry-run"]);
        assert!(code == 0, "{said:?}\n{text}");
    }
    let long = "A".repeat(1001);
    round.csv(
        "reply.csv",
        &[("4.1", "-", &[("evidence-title", &long), ("evidence-url", "https://a.example/x")])],
    );
    let (code, text) = round.run(&["receive", "reply.csv", "--dry-run"]);
    assert!(code == 1 && text.contains("I3: This text is longer than 1000 characters"), "{text}");
    let round = city();
    let (code, said) =
        round.answer("buildings", r#"{"rows": [["1.1", {"new-due": "2028-12", "reason": "x"}]]}"#);
    assert!(code == 1 && said.contains("Reply!T6: The due date is 2028-12 already"), "{said}");
}

#[test]
fn nothing_to_report_and_a_report_of_one_agency_and_period_contradict_each_other() {
    let round = Round::new();
    let mark = |agency: &str| {
        format!(
            "planbook-reply-1 table=items agency={agency} period=2026-H1 as-of=2026-11-24 date=2026-06-30 audience=public"
        )
    };
    let write = |name: &str, agency: &str, said: &[(&str, &str)]| {
        std::fs::write(round.path(name), csv(&mark(agency), &[("4.1", "-", said)])).unwrap();
    };
    write("a.csv", "jp-npa", &[("happened", "We met."), ("date", "2026-05-01")]);
    write("b.csv", "jp-npa", &[("nothing", "Yes")]);
    let _ = std::fs::create_dir(round.path("private"));
    std::fs::rename(round.path("b.csv"), round.path("private/b.csv")).unwrap();
    let (code, said) = round.run(&["receive", "a.csv", "private/b.csv", "--reply-to", "answer.txt"]);
    assert!(
        code == 1
            && said.contains("H3: One reply of the agency")
            && said.contains("D3: One reply of the agency"),
        "{said}"
    );
    let letter = std::fs::read_to_string(round.path("answer.txt")).unwrap();
    assert!(
        letter.matches("says that there is nothing to report").count() == 2 && !letter.contains(".csv"),
        "{letter}"
    );
    // Another agency has its own news.
    write("b.csv", "jp-mofa", &[("nothing", "Yes")]);
    let (code, said) = round.run(&["receive", "a.csv", "b.csv", "--dry-run"]);
    assert!(code == 0, "{said}");
}

#[test]
fn a_letter_names_no_file_and_no_answer_of_another_agency() {
    let round = Round::new();
    let mark = |agency: &str| {
        format!(
            "planbook-reply-1 table=items agency={agency} period=2026-H1 as-of=2026-11-24 date=2026-06-30 audience=public"
        )
    };
    let _ = std::fs::create_dir(round.path("private"));
    for (name, agency, said) in [
        ("a", "jp-npa", &[("happened", "We met."), ("status", "In progress")][..]),
        ("b", "au-afp", &[("happened", "No money."), ("status", "On hold"), ("challenges", "Hush.")]),
    ] {
        std::fs::write(
            round.path(&format!("private/{name}.csv")),
            csv(&mark(agency), &[("4.1", "not-reported", said)]),
        )
        .unwrap();
    }
    let (code, said) = round.run(&[
        "receive",
        "private/a.csv",
        "private/b.csv",
        "--reply-to",
        "answer.txt",
        "--accept-changed",
    ]);
    assert!(code == 1 && said.contains("Here “In progress”, but “On hold” in private/b.csv F3"), "{said}");
    let letters = std::fs::read_to_string(round.path("answer.txt")).unwrap();
    let (first, second) = letters.split_once("========").unwrap();
    assert!(
        first.contains("F3") && first.contains("Another agency answered something other than “In progress”"),
        "{first}"
    );
    assert!(!first.contains("On hold") && !second.contains("In progress"), "{letters}");
    assert!(
        !letters.contains("private") && !letters.contains(".csv") && !letters.contains("The other answers"),
        "{letters}"
    );
}

/// The signs that mark words in another language on pages.
fn is_mark(sign: char) -> bool {
    ('\u{f8f0}'..='\u{f8ff}').contains(&sign)
}

#[test]
fn no_file_but_a_page_has_the_signs_of_languages() {
    let round = Round::new();
    let settings = round.path("book/book.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    let book = round.path("book/content");
    let write = |path: &str, text: &str| std::fs::write(book.join(path), text).unwrap();
    write("agencies/jp-npa.ja.md", "---\nname: 警察庁\n---\n");
    write("areas/04-law-enforcement/4.1-police-cooperation.ja.md", "---\ntitle: 警察間の協力\n---\n");
    for languages in ["\"en\", \"ja\"", "\"ja\", \"en\"", "\"fr\", \"en\""] {
        std::fs::write(
            &settings,
            text.replace("languages = [\"en\"]", &format!("languages = [{languages}]")),
        )
        .unwrap();
        let _ = std::fs::remove_dir_all(round.path("o"));
        std::fs::create_dir(round.path("o")).unwrap();
        let period = ["requests", "--period", "2026-H1", "--out"];
        for (format, more) in
            [("xlsx", &["--mail", "--answer-by", "2026-12-31"][..]), ("docx", &[]), ("files", &[])]
        {
            let (code, said) =
                round.run(&[&period[..], &[&format!("o/{format}"), "--format", format], more].concat());
            assert_eq!(code, 0, "{said}");
        }
        for format in ["docx", "html", "md"] {
            let (code, said) = round.run(&[
                "report",
                "--period",
                "2025",
                "--format",
                format,
                "--out",
                &format!("o/r.{format}"),
            ]);
            assert_eq!(code, 0, "{said}");
        }
        for arguments in [
            &["status"][..],
            &["status", "--json"],
            &["status", "--round", "2026-H1"],
            &["status", "--round", "2026-H1", "--json"],
        ] {
            let (_, said) = round.run(arguments);
            assert!(!said.contains(is_mark), "{arguments:?}: {said}");
        }
        let (code, said) = round.run(&["new", "issue-form"]);
        assert_eq!(code, 0, "{said}");
        let form = round.path("book/.github/ISSUE_TEMPLATE/report-progress.yml");
        std::fs::rename(form, round.path("o/form.yml")).unwrap();
        round.csv(
            "reply.csv",
            &[("4.1", "-", &[("status", "perhaps"), ("new-due", "2206"), ("reason", "x")])],
        );
        let (_, said) = round.run(&["receive", "reply.csv", "--reply-to", "o/answer.txt"]);
        assert!(!said.contains(is_mark), "{said}");
        let (code, said) = round.run(&["build", "--out", "o/site"]);
        assert_eq!(code, 0, "{said}");
        let mut seen = 0;
        for (path, text) in texts(&round.path("o")) {
            let at = text.find(is_mark);
            let around = at.map(|at| text[at..].chars().take(40).collect::<String>());
            assert_eq!(around, None, "{languages}: {path}");
            seen += 1;
        }
        assert!(seen > 300, "{seen} files were looked at");
    }
}

/// All texts in a folder, also those in archives and mails.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if path.is_dir() {
            found.extend(texts(&path));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        if bytes.starts_with(b"PK") {
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            for at in 0..archive.len() {
                let mut text = String::new();
                archive.by_index(at).unwrap().read_to_string(&mut text).unwrap();
                found.push((format!("{name}: part {at}"), text));
            }
        } else if let Ok(text) = String::from_utf8(bytes) {
            if name.ends_with(".eml") {
                found.push((format!("{name}: parts"), decoded(&text)));
            }
            found.push((name, text));
        }
    }
    found
}

/// The parts of a mail that are in base64, where they are text.
fn decoded(mail: &str) -> String {
    let is_packed = |line: &str| {
        line.len() >= 4 && line.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
    };
    let words = mail.split(|sign: char| sign.is_whitespace() || sign == '?').filter(|word| is_packed(word));
    words.map(|word| String::from_utf8_lossy(&unpacked(word)).into_owned()).collect()
}

fn unpacked(word: &str) -> Vec<u8> {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = word.bytes().filter_map(|byte| SIGNS.iter().position(|sign| *sign == byte));
    let (mut bytes, mut rest, mut count) = (Vec::new(), 0usize, 0);
    for six in bits {
        rest = (rest << 6 | six) & 0xffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(rest >> count & 0xff).unwrap());
        }
    }
    bytes
}
