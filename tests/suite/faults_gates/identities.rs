//! What stays the same is known as the same: problems from one day to the next, meetings from one record to the next.

use planbook::report::{Baseline, ProblemReport, fingerprint, format};

use crate::book::{Book, frozen};

/// A plan that asks for reports, with an item that is late in every way.
fn late() -> Book {
    Book::new()
        .strict()
        .file(
            "content/plan.md",
            "---\ntitle: Harbour plan\nparties: [Arland]\nadopted: 2020-01-01\nreporting: {every: 1 year, grace-days: 30}\n---\n",
        )
        .item("1.2", "due: 2022-03\nlead: [ar-trade]\n")
        .update(
            "2021-01-01-begun",
            "[\"1.2\"]",
            "status: in-progress\nevidence:\n  - title: Report\n    url: https://example.org/\n",
        )
        .update(
            "2021-02-01-third",
            "[\"1.2\"]",
            "kind: meeting\nmeeting: planned\nevidence:\n  - title: Report\n    url: https://example.org/\n",
        )
}

#[test]
fn a_baseline_of_today_is_silent_tomorrow() {
    let books: [(&str, Book); 2] = [("37 late", late()), ("37 the plan", frozen().strict())];
    for (case, book) in books {
        for (today, later) in
            [("2024-06-30", "2024-07-01"), ("2026-11-24", "2026-11-25"), ("2026-12-31", "2027-01-01")]
        {
            let (now, then) = (book.clone().today(today).build(), book.clone().today(later).build());
            let baseline = Baseline::of(&now.diagnostics, &now.tree);
            assert!(case != "37 late" || baseline.len() > 2, "{:?}", now.places());
            // What is there on one of the days only is another matter.
            let both = |it: &planbook::diag::Diagnostic| {
                let place = |it: &planbook::diag::Diagnostic| (it.code.name, it.span);
                now.diagnostics.iter().any(|other| place(other) == place(it))
            };
            let same: Vec<_> = then.diagnostics.iter().filter(|it| both(it)).cloned().collect();
            let compared = baseline.compare(same, &then.tree);
            assert!(compared.new.is_empty(), "{case} {today}: {:?}", compared.new);
        }
    }
    let (now, then) = (late().today("2024-06-30").build(), late().today("2024-07-01").build());
    let messages = |outcome: &crate::book::Outcome| -> Vec<String> {
        outcome.diagnostics.iter().map(|it| it.message.clone()).collect()
    };
    // The test is about something only while the sentences do change.
    assert_ne!(messages(&now), messages(&then));
    let prints = |outcome: &crate::book::Outcome| -> Vec<String> {
        outcome.diagnostics.iter().map(|it| fingerprint(it, &outcome.tree)).collect()
    };
    assert_eq!(prints(&now), prints(&then));
    for name in ["gitlab", "sarif"] {
        let ids = |outcome: &crate::book::Outcome| -> Vec<String> {
            let report = ProblemReport { problems: &outcome.diagnostics, tree: &outcome.tree, prefix: "" };
            let text = (format(name).unwrap().write)(&report);
            let hex = |word: &&str| word.len() == 32 && word.chars().all(|c| c.is_ascii_hexdigit());
            text.split('"').filter(hex).map(str::to_owned).collect()
        };
        assert!(ids(&now).len() > 2 && ids(&now) == ids(&then), "{name}: {:?}", ids(&now));
    }
}

fn meetings(updates: &[(&str, &str)]) -> Vec<String> {
    let book = Book::new()
        .file("content/forums/talks.md", "---\nname: Harbour talks\n---\n")
        .file("book.toml", "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[check]\nduplicate-meeting = \"off\"\nannounced-not-held = \"off\"\nnumbering-gap = \"off\"\n");
    let book = updates.iter().fold(book, |book, (id, rest)| {
        let evidence = "evidence:\n  - title: Report\n    url: https://example.org/\n";
        book.update(id, "[\"1.1\"]", &format!("forum: talks\n{evidence}{rest}"))
    });
    let text = book.page("calendar.ics").replace("\r\n ", "");
    let uid = |line: &str| {
        line.strip_prefix("UID:").map(|it| it.trim().trim_end_matches("@planbook.invalid").to_owned())
    };
    text.lines().filter_map(uid).collect()
}

#[test]
fn an_event_stays_when_another_update_reports_the_meeting() {
    let state = |state: &str, more: &str| format!("kind: meeting\nmeeting:\n  state: {state}\n{more}");
    let planned = state("planned", "  number: 3\n");
    let held = state("held", "  number: 3\n");
    let postponed = state("postponed", "  number: 3\n");
    let (planned_day, held_day) = (state("planned", ""), state("held", ""));
    let fourth = state("held", "  number: 4\n");
    let corrected = format!(
        "{}corrects: 2023-10-01-third\nreason: The place was wrong.\n",
        held.replace("kind: meeting", "kind: correction")
    );
    type Case<'a> = (&'a str, Vec<(&'a str, &'a str)>, &'a [&'a str]);
    let cases: [Case<'_>; 8] = [
        ("23 announced", vec![("2023-10-01-third", &planned)], &["2023-10-01-third"]),
        (
            "23 reported",
            vec![("2023-10-01-third", &planned), ("2023-11-05-third-held", &held)],
            &["2023-10-01-third"],
        ),
        (
            "23 held before it was announced for",
            vec![("2023-10-01-third", &planned), ("2023-09-20-third-held", &held)],
            &["2023-10-01-third"],
        ),
        (
            "23 announced twice",
            vec![("2023-10-01-third", &planned), ("2023-10-20-again", &planned), ("2023-11-05-held", &held)],
            &["2023-10-01-third"],
        ),
        (
            "23 postponed, announced again, held: two events, each with an id of its own",
            vec![
                ("2023-10-01-third", &planned),
                ("2023-10-02-postponed", &postponed),
                ("2023-12-01-again", &planned),
                ("2023-12-02-held", &held),
            ],
            &["2023-10-01-third", "2023-12-01-again"],
        ),
        (
            "23 without numbers, on the same day",
            vec![("2023-10-01-third", &planned_day), ("2023-10-01-x-held", &held_day)],
            &["2023-10-01-third"],
        ),
        (
            "23 corrected",
            vec![("2023-10-01-third", &held), ("2023-10-02-third-corrected", &corrected)],
            &["2023-10-01-third"],
        ),
        (
            "23 another meeting",
            vec![("2023-10-01-third", &held), ("2023-11-05-x", &fourth)],
            &["2023-10-01-third", "2023-11-05-x"],
        ),
    ];
    for (case, updates, expected) in cases {
        let borrowed: Vec<(&str, &str)> = updates.iter().map(|(id, rest)| (*id, &**rest)).collect();
        let mut uids = meetings(&borrowed);
        uids.retain(|uid| !uid.starts_with("due-"));
        assert_eq!(uids, expected, "{case}");
    }
}
