//! What the book has of an answer already: of the same agency, for the same round, under another date, after somebody edited it, or
//! in parts; and which of several leads it is of.

use crate::receive::{Filled, Round, csv};

const TEXT: &str = "We laid the foundations of the plant at the northern shore of the lake.";

/// A plan of two ministries with a few items.
fn lake() -> Round {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("book.toml", "[book]\ntitle = \"Lake plan\"\nlanguages = [\"en\", \"ja\"]\n");
    write(
        "content/plan.md",
        "---\ntitle: Lake plan\nparties: [Arland, Boria]\nadopted: 2024-03-01\nperiod: 2024/2030\ncontact: \"mailto:plan@lake.example\"\nreporting: {every: 6 months, grace-days: 30}\n---\n",
    );
    for (id, more) in [
        ("water", "contact: \"mailto:water@ar.example\"\n"),
        ("ports", ""),
        ("secret", "audience: internal\n"),
    ] {
        write(
            &format!("content/agencies/{id}.md"),
            &format!("---\nname: The {id}\nparty: Arland\n{more}---\n"),
        );
    }
    write("content/areas/01-water/area.md", "---\nnumber: 1\ntitle: Clean water\nlead: [water]\n---\n");
    let wells = "indicators:\n  - {id: wells, title: Wells in use, unit: wells, baseline: {period: 2022, value: 3}}\n  - {id: share, title: Share of houses, unit: \"%\", baseline: {period: 2022, value: 40}}\n  - {id: hush, title: HUSH, unit: wells, audience: internal, baseline: {period: 2022, value: 3}}\n";
    for (name, lead, more) in [
        ("1.1-plant", "water", "due: 2026-12-31\n"),
        ("1.2-wells", "water", wells),
        ("1.3-each", "water, ports", "each: true\n"),
        ("1.4-hidden", "water, {agency: ports, audience: internal}", ""),
    ] {
        let text = format!(
            "---\ntitle: The {name}\nkind: deliverable\ntext: It is to be done\nlead: [{lead}]\n{more}---\n"
        );
        write(&format!("content/areas/01-water/{name}.md"), &text);
    }
    Round::of(folder.path())
}

fn mark(agency: &str, audience: &str) -> String {
    format!(
        "planbook-reply-1 table=items agency={agency} period=2026-H1 as-of=2026-07-05 date=2026-06-30 audience={audience}"
    )
}

/// Receives answers of an agency.
fn receive(round: &Round, agency: &str, rows: &[Filled<'_>], more: &[&str]) -> (i32, String) {
    std::fs::write(round.path("reply.csv"), csv(&mark(agency, "public"), rows)).unwrap();
    round.run(&[&["receive", "reply.csv", "--reply-to", "letter.txt"], more].concat())
}

/// The letter of the last answer, which is taken away.
fn letter(round: &Round) -> String {
    let text = std::fs::read_to_string(round.path("letter.txt")).unwrap_or_default();
    drop(std::fs::remove_file(round.path("letter.txt")));
    text
}

/// Receives values of indicators.
fn values(round: &Round, name: &str, rows: &str) -> (i32, String) {
    let mark = mark("water", "public").replace("items", "indicators");
    let text = format!("{mark},indicator,title,period,value\nitem,indicator\n{rows}");
    std::fs::write(round.path(name), text).unwrap();
    round.run(&["receive", name])
}

fn edit(round: &Round, name: &str, edit: impl Fn(&str) -> String) {
    let path = round.path(&format!("book/content/updates/2026/{name}.md"));
    let text = std::fs::read_to_string(&path).unwrap();
    let edited = edit(&text);
    assert_ne!(edited, text);
    std::fs::write(path, edited).unwrap();
}

#[test]
fn where_every_lead_has_to_do_an_item_each_answers_for_itself() {
    let round = lake();
    let done = [
        ("happened", TEXT),
        ("status", "Completed"),
        ("evidence-title", "A"),
        ("evidence-url", "https://a.example/"),
        ("date", "2026-05-20"),
    ];
    let (code, said) = receive(&round, "water", &[("1.3", "not-reported", &done)], &[]);
    assert_eq!(code, 0, "{said}");
    let points = |round: &Round| {
        let (_, said) = round.run(&["status", "--round", "2026-H1", "--json"]);
        let json: serde_json::Value = serde_json::from_str(&said).unwrap();
        let agencies = json["agencies"].as_array().unwrap().clone().into_iter();
        let answer = |agency: &serde_json::Value| {
            let item = agency["items"].as_array().unwrap().iter().find(|item| item["item"] == "1.3")?.clone();
            Some(
                [&agency["agency"], &item["answer"], &item["update"]]
                    .map(|it| it.as_str().unwrap_or("–").to_owned()),
            )
        };
        (
            agencies.filter_map(|agency| answer(&agency)).collect::<Vec<_>>(),
            json["answered"].as_i64().unwrap(),
        )
    };
    let (found, answered) = points(&round);
    let ports = found.iter().find(|[agency, ..]| agency.contains("ports")).unwrap();
    assert_eq!((ports[1].as_str(), answered), ("missing", 0), "{found:?}");

    // The other one is asked and reminded, and is shown its own status.
    let (code, said) = round.run(&[
        "requests",
        "--period",
        "2026-H1",
        "--format",
        "xlsx",
        "--mail",
        "--answer-by",
        "2026-12-20",
        "--out",
        "out",
    ]);
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains("without a sender"), "{said}");
    let reminder = std::fs::read_to_string(round.path("out/ports/reminder.eml")).unwrap();
    assert!(
        reminder.contains("From: plan@lake.example") || reminder.contains("From: <plan@lake.example>"),
        "{reminder}"
    );
    let sheets =
        planbook::import::sheet_cells(&std::fs::read(round.path("out/ports/ports-2026-H1.xlsx")).unwrap())
            .unwrap();
    let (row, _) =
        sheets[0].cells.iter().find(|((_, column), text)| *column == 0 && *text == "1.3").unwrap().0;
    assert_eq!(sheets[0].cells[&(*row, 1)], "not-reported");
    let (code, said) = round.run(&["requests", "--period", "2026-H1", "--out", "letters"]);
    assert_eq!(code, 0, "{said}");
    let letter_of =
        |agency: &str| std::fs::read_to_string(round.path(&format!("letters/{agency}/request.md"))).unwrap();
    assert!(letter_of("ports").contains("Status: No public information found"), "{}", letter_of("ports"));
    assert!(letter_of("ports").contains("\nContact: plan@lake.example\n"), "{}", letter_of("ports"));
    let own = letter_of("water");
    assert!(own.lines().any(|line| line.contains("The 1.3-each") && line.contains("Completed")), "{own}");

    // Its answer is on its own status, which nobody changed.
    let stopped = [
        ("happened", "We wait for money."),
        ("status", "On hold"),
        ("challenges", "Money"),
        ("date", "2026-06-20"),
    ];
    letter(&round);
    let (code, said) = receive(&round, "ports", &[("1.3", "not-reported", &stopped)], &[]);
    assert_eq!(code, 0, "{said}");
    let (found, answered) = points(&round);
    for ([agency, answer, update], own) in found.iter().zip(["ports", "water"]) {
        assert!(answer.starts_with("answered") && update.ends_with(own) && agency.contains(own), "{found:?}");
    }
    assert_eq!(answered, 1);
}

#[test]
fn what_only_the_internal_site_shows_becomes_an_internal_update() {
    let round = lake();
    let held = [("happened", TEXT)];
    let hush = "1.2,hush,,2025,7";
    let internal = mark("secret", "internal");
    std::fs::write(round.path("secret.csv"), csv(&internal, &[("1.1", "not-reported", &held)])).unwrap();
    let values = mark("water", "internal").replace("items", "indicators");
    let text = |rows: &str| format!("{values},indicator,title,period,value\nitem,indicator\n{rows}");
    std::fs::write(round.path("hush.csv"), text(hush)).unwrap();
    std::fs::write(round.path("both.csv"), text(&format!("{hush}\n1.2,wells,,2025,7"))).unwrap();
    std::fs::write(
        round.path("ports.csv"),
        csv(&mark("ports", "internal"), &[("1.4", "-", &held), ("1.3", "-", &held)]),
    )
    .unwrap();
    for (name, update, is_internal) in [
        ("secret.csv", "2026-06-30-1.1-secret", true),
        ("ports.csv", "2026-06-30-1.4-ports", true),
        ("ports.csv", "2026-06-30-1.3-ports", false),
        ("hush.csv", "2026-06-30-1.2-water", true),
    ] {
        let (code, said) = round.run(&["receive", name, "--asked", "internal"]);
        assert_eq!(code, 0, "{said}");
        let text = round.update(update).unwrap();
        assert_eq!(text.contains("audience: internal"), is_internal, "{name}\n{text}");
    }
    std::fs::remove_file(round.path("book/content/updates/2026/2026-06-30-1.2-water.md")).unwrap();
    round.run(&["receive", "both.csv", "--asked", "internal"]);
    assert!(!round.update("2026-06-30-1.2-water").unwrap().contains("audience"));
}

#[test]
fn a_corrected_answer_names_the_cell_that_was_corrected_and_both_words() {
    let round = lake();
    let first = [
        ("happened", TEXT),
        ("status", "In progress"),
        ("outlook", "On track"),
        ("new-due", "2027-06"),
        ("reason", "Rain"),
    ];
    let (code, said) = receive(&round, "water", &[("1.1", "not-reported", &first)], &[]);
    assert_eq!(code, 0, "{said}");
    for (column, other, place, words) in [
        ("status", "Continuing", "F3", "“In progress” there, “Continuing” here"),
        ("outlook", "At risk", "G3", "“On track” there, “At risk” here"),
        ("new-due", "2027-09", "N3", "“2027-06” there, “2027-09” here"),
    ] {
        letter(&round);
        let mut answer = first.to_vec();
        answer.push(("challenges", "Rain"));
        let challenges = if column == "outlook" { answer } else { first.to_vec() };
        let answer: Vec<_> = challenges
            .into_iter()
            .map(|(of, text)| if of == column { (of, other) } else { (of, text) })
            .collect();
        let (code, said) = receive(&round, "water", &[("1.1", "not-reported", &answer)], &[]);
        let line = said.lines().find(|line| line.trim_start().starts_with(&format!("{place}: ")));
        assert!(code == 1 && line.is_some_and(|line| line.contains(words)), "{column}\n{said}");
        assert!(!said.contains("Write another date"), "{said}");
    }
    assert!(
        letter(&round).contains("your report of 2026-06-30 says “2027-06”, and this reply says “2027-09”")
    );
}

#[test]
fn what_editors_add_contradicts_no_answer() {
    let round = lake();
    let said = [("happened", TEXT), ("next-steps", "We go on in 2027"), ("status", "In progress")];
    let name = "2026-06-30-1.1-water";
    let rows: &[Filled<'_>] = &[("1.1", "not-reported", &said)];
    assert_eq!(receive(&round, "water", rows, &[]).0, 0);
    let edits: [&dyn Fn(&str) -> String; 3] = [
        &|text| {
            text.replacen(
                "\n---\n\n",
                "\nevidence: [{title: Photo, url: \"https://b.example/1\"}]\n---\n\n",
                1,
            )
        },
        &|text| {
            format!(
                "{text}\n:::internal\nAsk the ministry again in March about the 3 permits that are missing.\n:::\n"
            )
        },
        &|text| {
            text.replace("the plant", "[[1.2|the plant]]").replacen(
                "title:",
                "summary: The plant is begun.\ntitle:",
                1,
            )
        },
    ];
    for one in edits {
        edit(&round, name, one);
        letter(&round);
        let (code, said) = receive(&round, "water", rows, &[]);
        assert!(code == 0 && said.contains("has this answer already, and was changed since"), "{said}");
    }
}

#[test]
fn a_round_has_one_report_of_what_an_agency_did() {
    let round = lake();
    let on = |date| [("happened", TEXT), ("status", "In progress"), ("date", date)];
    assert_eq!(receive(&round, "water", &[("1.1", "not-reported", &on("2026-05-03"))], &[]).0, 0);
    letter(&round);
    let (code, said) = receive(&round, "water", &[("1.1", "not-reported", &on("2026-05-04"))], &[]);
    assert!(
        code == 1 && said.contains("E3: content/updates/2026/2026-05-03-1.1-water.md has the same report"),
        "{said}"
    );
    assert!(
        letter(&round).contains(
            "Your earlier report of 2026-05-03 says the same, and this one has the date 2026-05-04"
        )
    );
    let (code, said) = receive(&round, "water", &[("1.1", "in-progress", &[("nothing", "Yes")])], &[]);
    assert!(
        code == 1
            && said.contains("D3: content/updates/2026/2026-05-03-1.1-water.md is a report of the agency"),
        "{said}"
    );
    letter(&round);
    let later = [("happened", "The walls stand, and the pumps were ordered."), ("date", "2026-06-04")];
    assert_eq!(receive(&round, "water", &[("1.1", "in-progress", &later)], &[]).0, 0);
    letter(&round);
    let (code, said) =
        receive(&round, "water", &[("1.1", "in-progress", &on("2026-05-04"))], &["--accept-changed"]);
    assert_eq!(code, 0, "{said}");

    // What the workbook showed already is no contradiction, and what is internal is none that anybody learns of.
    for (id, more) in
        [("2026-02-03-1.4-seen", ""), ("2026-06-03-1.4-hush", "reported: 2026-08-04\naudience: internal\n")]
    {
        let text = format!(
            "---\ntitle: Seen\ndate: {}\nitems: [\"1.4\"]\nby: [water]\n{more}---\n\nWe met.\n",
            &id[..10]
        );
        std::fs::write(round.path(&format!("book/content/updates/2026/{id}.md")), text).unwrap();
    }
    letter(&round);
    let (code, said) =
        receive(&round, "water", &[("1.4", "not-stated", &[("nothing", "Yes")])], &["--dry-run"]);
    assert_eq!(code, 0, "{said}");

    // Nothing until May, and something in June: both are true.
    letter(&round);
    let nothing = [("nothing", "Yes"), ("date", "2026-05-31")];
    assert_eq!(receive(&round, "water", &[("1.2", "not-reported", &nothing)], &[]).0, 0);
    letter(&round);
    let (code, said) = receive(&round, "water", &[("1.2", "not-reported", &on("2026-05-04"))], &[]);
    assert!(
        code == 1
            && said.contains("H3: content/updates/2026/2026-05-31-1.2-water.md says that there is nothing"),
        "{said}"
    );
    letter(&round);
    let (code, said) = receive(&round, "water", &[("1.2", "not-stated", &on("2026-06-04"))], &[]);
    assert_eq!(code, 0, "{said}");

    // The same in one command.
    for (name, date) in [("one.csv", "2026-05-03"), ("two.csv", "2026-05-04")] {
        std::fs::write(round.path(name), csv(&mark("water", "public"), &[("1.4", "not-stated", &on(date))]))
            .unwrap();
    }
    let (code, said) = round.run(&["receive", "one.csv", "two.csv"]);
    assert!(code == 1 && said.contains("E3: Here “2026-05-03”, but “2026-05-04” in two.csv E3"), "{said}");
}

#[test]
fn each_value_of_an_indicator_is_known_or_new_by_itself() {
    let round = lake();
    let words: &[Filled<'_>] = &[("1.2", "not-reported", &[("happened", TEXT)])];
    let name = "2026-06-30-1.2-water";
    // Words and values are two sheets, in whichever order they come.
    let (code, said) = values(&round, "values.csv", "1.2,wells,,2025,7\n");
    assert_eq!(code, 0, "{said}");
    let (code, said) = receive(&round, "water", words, &[]);
    assert!(code == 0 && said.contains(&format!("{name}-2.md")), "{said}");
    let (code, said) = values(&round, "values.csv", "1.2,wells,,2025,7.0\n");
    assert!(code == 0 && said.contains(&format!("{name}.md has this answer already")), "{said}");
    let (code, said) = values(&round, "values.csv", "1.2,wells,,2025,7\n1.2,share,,2025,90\n");
    assert!(code == 0 && said.contains(&format!("{name}-3.md")), "{said}");
    let third = round.update(&format!("{name}-3")).unwrap();
    assert!(third.contains("share") && !third.contains("wells"), "{third}");
    let (code, said) = values(&round, "values.csv", "1.2,wells,,2025,9\n1.2,share,,2030,95\n");
    let other = format!(
        "E3: For “Wells in use”, an earlier answer of the same agency has 2025: 7 (content/updates/2026/{name}.md), and here it is 2025: 9"
    );
    assert!(
        code == 1 && said.contains("D4: The period 2030 has not begun yet") && !said.contains(&other),
        "{said}"
    );
    let (code, said) = values(&round, "values.csv", "1.2,wells,,2025,9\n");
    assert!(code == 1 && said.contains(&other), "{said}");
    // The workbook was sent before that answer: nobody else changed the plan since.
    let mark = mark("water", "public").replace("items", "indicators");
    let late = format!(
        "{mark},indicator,title,sent-value,period,value\nitem,indicator\n1.2,wells,,2022: 3,2025,9\n"
    );
    std::fs::write(round.path("late.csv"), late).unwrap();
    letter(&round);
    let (code, said) = round.run(&["receive", "late.csv", "--reply-to", "letter.txt"]);
    assert!(
        code == 1
            && said.contains("an earlier answer of the same agency has 2025: 7")
            && !said.contains("The plan changed"),
        "{said}"
    );
    assert!(letter(&round).contains("your earlier answer has 2025: 7, and here it is 2025: 9"));
}

#[test]
fn a_part_that_editors_added_contradicts_no_answer() {
    let round = lake();
    let rows: &[Filled<'_>] = &[("1.4", "not-reported", &[("happened", TEXT)])];
    assert_eq!(receive(&round, "water", rows, &[]).0, 0);
    edit(&round, "2026-06-30-1.4-water", |text| {
        text.replacen(
            "items:",
            "next-steps: The pumps are ordered in 2027, and the pipes are laid.\nchallenges: No ship is free.\nitems:",
            1,
        )
    });
    letter(&round);
    let (code, said) = receive(&round, "water", rows, &[]);
    assert!(code == 0 && said.contains("has this answer already, and was changed since"), "{said}");
}

#[test]
fn another_answer_for_the_same_date_becomes_a_further_update_where_it_is_accepted() {
    let round = lake();
    let on = |status| [("happened", TEXT), ("status", status)];
    assert_eq!(receive(&round, "water", &[("1.1", "not-reported", &on("In progress"))], &[]).0, 0);
    letter(&round);
    let corrected = on("Continuing");
    let rows: &[Filled<'_>] = &[("1.1", "in-progress", &corrected)];
    assert_eq!(receive(&round, "water", rows, &[]).0, 1);
    letter(&round);
    let (code, said) = receive(&round, "water", rows, &["--accept-changed"]);
    let second = round.update("2026-06-30-1.1-water-2");
    assert!(code == 0 && second.is_some_and(|text| text.contains("status: continuing")), "{said}");
    letter(&round);
    for more in [&[][..], &["--accept-changed"]] {
        let (code, said) = receive(&round, "water", rows, more);
        assert!(code == 0 && said.contains("has this answer already"), "{said}");
        letter(&round);
    }

    // A report after "nothing to report".
    assert_eq!(receive(&round, "water", &[("1.4", "not-reported", &[("nothing", "Yes")])], &[]).0, 0);
    letter(&round);
    let rows: &[Filled<'_>] = &[("1.4", "not-stated", &[("happened", TEXT)])];
    let (code, said) = receive(&round, "water", rows, &[]);
    assert!(
        code == 1
            && said.contains("2026-06-30-1.4-water.md says that there is nothing to report for this period"),
        "{said}"
    );
    letter(&round);
    let (code, said) = receive(&round, "water", rows, &["--accept-changed"]);
    assert!(code == 0 && round.update("2026-06-30-1.4-water-2").is_some(), "{said}");
}

#[test]
fn who_has_done_its_part_is_not_shown_as_overdue() {
    let round = lake();
    let path = round.path("book/content/areas/01-water/1.3-each.md");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("each: true\n", "each: true\ndue: 2026-06-10\n")).unwrap();
    let done = [
        ("happened", TEXT),
        ("status", "Completed"),
        ("evidence-title", "A"),
        ("evidence-url", "https://a.example/"),
        ("date", "2026-05-20"),
    ];
    let (code, said) = receive(&round, "water", &[("1.3", "not-reported", &done)], &[]);
    assert_eq!(code, 0, "{said}");
    let (code, said) = round.run(&["requests", "--period", "2026-H1", "--format", "xlsx", "--out", "out"]);
    assert_eq!(code, 0, "{said}");
    for (agency, is_overdue) in [("water", false), ("ports", true)] {
        let bytes = std::fs::read(round.path(&format!("out/{agency}/{agency}-2026-H1.xlsx"))).unwrap();
        let sheets = planbook::import::sheet_cells(&bytes).unwrap();
        let cells = &sheets[0].cells;
        let (row, _) = *cells.iter().find(|((_, column), text)| *column == 0 && *text == "1.3").unwrap().0;
        let own: Vec<&String> =
            cells.iter().filter(|((of, _), _)| *of == row).map(|(_, text)| text).collect();
        assert_eq!(own.iter().any(|text| text.contains("Overdue since")), is_overdue, "{own:?}");
    }
}

#[test]
fn two_sheets_of_one_workbook_are_one_answer() {
    let round = lake();
    let answers = csv(&mark("water", "public"), &[("1.2", "not-reported", &[("happened", TEXT)])]);
    std::fs::write(round.path("Reply.csv"), answers).unwrap();
    let head = mark("water", "public").replace("items", "indicators");
    let write = |value: &str| {
        let text = format!("{head},indicator,title,period,value\nitem,indicator\n1.2,wells,,2025,{value}\n");
        std::fs::write(round.path("Indicators.csv"), text).unwrap();
    };
    write("some");
    let (code, said) = round.run(&["receive", "Indicators.csv", "Reply.csv"]);
    assert!(code == 1 && said.contains("Indicators!E3: “some” is not a number"), "{said}");
    write("7");
    let (code, said) = round.run(&["receive", "Indicators.csv", "Reply.csv"]);
    assert!(
        code == 0 && said.contains("Reply.csv and Indicators.csv: water for 2026-H1: 1 with a report"),
        "{said}"
    );
    let text = round.update("2026-06-30-1.2-water").unwrap();
    assert!(text.contains("indicator: wells") && text.contains(TEXT), "{text}");
    let (code, said) = round.run(&["receive", "Reply.csv", "Indicators.csv"]);
    assert!(code == 0 && said.contains("1 received before"), "{said}");
}

#[test]
fn an_answer_was_known_from_the_day_on_which_it_was_received() {
    let round = lake();
    let rows: &[Filled<'_>] =
        &[("1.1", "not-reported", &[("happened", TEXT), ("date", "2026-06-01"), ("status", "In progress")])];
    assert_eq!(receive(&round, "water", rows, &[]).0, 0);
    let name = "2026-06-01-1.1-water";
    assert!(round.update(name).unwrap().contains("\nreported: 2026-11-24\n"));
    // On another day, it is the same answer.
    edit(&round, name, |text| text.replace("2026-11-24", "2026-11-20"));
    letter(&round);
    let (code, said) = receive(&round, "water", rows, &[]);
    assert!(code == 0 && said.contains("already exists"), "{said}");
    letter(&round);
    let dated: &[Filled<'_>] = &[("1.4", "not-reported", &[("happened", TEXT), ("date", "2026")])];
    assert_eq!(receive(&round, "water", dated, &[]).0, 0);
    assert!(!round.update("2026-1.4-water").unwrap().contains("reported:"));
    let (_, said) = round.run(&["status", "--round", "2026-H1"]);
    assert!(said.contains("Answered     2  1 late"), "{said}");

    // A report on the period has all of it, by one rule.
    let (code, said) = round.run(&["report", "--period", "2026-H1", "--format", "md", "--out", "report.md"]);
    assert_eq!(code, 0, "{said}");
    let report = std::fs::read_to_string(round.path("report.md")).unwrap();
    assert!(report.contains("Answered: 2 (late: 1"), "{report}");
    assert!(report.contains("| 1.1 The 1.1-plant | No public information found | In progress |"), "{report}");
    assert_eq!(report.matches("- 2026: We laid").count(), 2, "{report}");
}

#[test]
fn answers_that_contradict_themselves_or_say_nothing_are_questions() {
    let round = lake();
    let done = [
        ("status", "Completed"),
        ("evidence-title", "A\nB"),
        ("evidence-url", "https://a.example/1;https://a.example/2"),
        ("happened", TEXT),
    ];
    for (more, place, words) in [
        (&[("outlook", "Off track"), ("challenges", "c")][..], "G3", "says something else"),
        (&[("new-due", "2027"), ("reason", "r")], "N3", "there is also a new due date"),
    ] {
        let (code, said) =
            receive(&round, "water", &[("1.1", "not-reported", &[&done[..], more].concat())], &["--dry-run"]);
        let line = said.lines().find(|line| line.trim_start().starts_with(&format!("{place}: ")));
        assert!(code == 1 && line.is_some_and(|line| line.contains(words)), "{said}");
    }
    let (code, said) = receive(&round, "water", &[("1.1", "not-reported", &done)], &["--dry-run"]);
    assert!(
        code == 0
            && said.contains("url: https://a.example/1\n")
            && said.contains("url: https://a.example/2\n"),
        "{said}"
    );
    for word in ["Done", "Completed.", "Yes", "OK", "ongoing", "DRAFT", "完了", "はい"] {
        let (code, said) =
            receive(&round, "water", &[("1.1", "not-reported", &[("happened", word)])], &["--dry-run"]);
        assert!(code == 1 && said.contains("alone does not say what happened"), "{word}\n{said}");
    }
    for (text, is_marked) in [
        ("井戸を掘削しました。", true),
        ("Встреча состоялась в мае.", false),
        ("عقد الاجتماع في مايو.", false),
    ] {
        let (code, said) =
            receive(&round, "water", &[("1.1", "not-reported", &[("happened", text)])], &["--dry-run"]);
        assert!(
            code == 0 && said.contains("](lang:ja)") == is_marked && said.contains("](lang") == is_marked,
            "{said}"
        );
    }
}

#[test]
fn a_file_alone_that_is_no_reply_is_no_wrong_use_of_the_command() {
    let round = lake();
    std::fs::write(round.path("a.pdf"), "%PDF-1.7\n").unwrap();
    let (code, said) = round.run(&["receive", "a.pdf"]);
    assert!(code == 1 && said.contains("it is a PDF"), "{said}");
}

#[test]
fn the_warnings_beside_an_error_are_those_of_the_day_that_was_asked_about() {
    let round = lake();
    let folder = round.path("book/content/updates/2026");
    std::fs::create_dir_all(&folder).unwrap();
    let text = "---\ntitle: Seen\ndate: 2026-02-04\nitems: [\"1.4\"]\nby: [water]\n---\n\nWe met.\n";
    std::fs::write(folder.join("2026-02-04-1.4-seen.md"), text).unwrap();
    std::fs::write(folder.join("2026-02-03-1.4-seen.md"), text).unwrap();
    let on = |day: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_planbook"))
            .args(["status", "--root", "book", "--as-of", day])
            .current_dir(round.path(""))
            .output()
            .unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    for (day, is_ahead) in [("2025-09-01", true), ("2026-11-24", false)] {
        let said = on(day);
        assert!(said.contains("[file-name]") && said.contains("[future-update]") == is_ahead, "{said}");
    }
}
