//! What people type in the dialogue of `new`, as they type it elsewhere.

use super::dialogue::{book, talk};
use super::{call, listing};

#[test]
fn answers_in_other_forms_are_taken_and_said() {
    let folder = book();
    let (shown, code) = talk(
        folder.path(),
        &["new", "update", "--bare"],
        &[
            ("date (", "03/04/2025\r"),
            ("Write 2025-04-03 if it is the first one, 2025-03-04 if it is the second", "3 March 2025\r"),
            ("“3 March 2025” is taken as 2025-03-03", ""),
            ("title (", "Work begun\r"),
            ("items (", "1(1)a、Item 1.2 and 2.2\r"),
            ("“1(1)a” is taken as 1.1.a", ""),
            ("“Item 1.2” is taken as 1.2", ""),
            ("status (", "In Progress.\r"),
            ("is taken as in-progress", ""),
            ("by (", "MOW; Ports Authority\r"),
            ("“MOW” is taken as ar-water", ""),
            ("“Ports Authority” is taken as bo-ports", ""),
            ("evidence-title (", "\r"),
        ],
    );
    assert_eq!(code, 0, "{shown}");
    let path = "content/updates/2025/2025-03-03-work-begun.md";
    assert_eq!(
        std::fs::read_to_string(folder.path().join(path)).unwrap(),
        "---\ndate: 2025-03-03\ntitle: Work begun\nitems: [\"1.1.a\", \"1.2\", \"2.2\"]\nstatus: in-progress\nby: [ar-water, bo-ports]\n---\n"
    );
    let next = format!("at the end of {path}, below the last line `---`");
    for part in [next.as_str(), "Run `planbook check`", "Run `planbook serve`"] {
        assert!(shown.contains(part), "{shown}");
    }
    assert!(!shown.contains("Commit"), "there is no repository: {shown}");
}

#[test]
fn an_item_is_described_in_the_words_of_a_letter() {
    let folder = book();
    let (shown, code) = talk(
        folder.path(),
        &["new", "item", "--bare"],
        &[
            ("id (", "2.1\r"),
            ("the next free number is 2.3", "2(3)\r"),
            ("taken as 2.3", ""),
            ("title (", "Buoys\r"),
            ("kind (", "\r"),
            ("this is required", "99\r"),
            ("the values are deliverable", "regular\r"),
            // What is only likely is offered, and Enter takes it.
            ("write `recurring`", "\r"),
            ("text (", "\r"),
            ("lead (", "Ministry of Wter\r"),
            ("is taken as ar-water", ""),
            ("due (", "TBD\r"),
            ("leave the key out when the date is not known", "\r"),
            ("cadence (", "biannually\r"),
            ("the word is used for both", "quarterly\r"),
            ("taken as every 3 months", ""),
        ],
    );
    assert_eq!(code, 0, "{shown}");
    assert_eq!(
        std::fs::read_to_string(folder.path().join("content/areas/02-safe-quays/2.3-buoys.md")).unwrap(),
        "---\ntitle: Buoys\nkind: recurring\nlead: [ar-water]\ncadence: every 3 months\n---\n"
    );
}

#[test]
fn a_status_that_needs_more_can_be_left_out_again() {
    for (status, asked, left) in [
        ("4\r", "needs evidence: the title and address of a document", "`status: completed`"),
        ("on hold\r", "needs challenges: what causes the delay", "`status: on-hold`"),
    ] {
        let folder = book();
        let left = format!("left out {left}");
        let mut steps = vec![("by (", "\r")];
        // Challenges are no question of every update, so they come after the others.
        if status.starts_with("on") {
            steps.push(("evidence-title (", "\r"));
        }
        steps.extend([(asked, "\r"), (left.as_str(), "")]);
        let first = [("title (", "Visit\r"), ("items (", "1.2\r"), ("status (", status)];
        let steps: Vec<_> = first.into_iter().chain(steps).collect();
        let (shown, code) = talk(folder.path(), &["new", "update", "--bare", "--date", "2025-03-03"], &steps);
        assert_eq!(code, 0, "{shown}");
        let path = folder.path().join("content/updates/2025/2025-03-03-visit.md");
        assert!(!std::fs::read_to_string(path).unwrap().contains("status"), "{shown}");
    }
}

#[test]
fn evidence_without_an_address_is_left_out_with_what_asked_for_it() {
    for (flags, left) in
        [(&["--status", "completed"][..], "left out `status: completed`"), (&[], "left out the evidence")]
    {
        let folder = book();
        let mut arguments = vec!["new", "update", "--bare", "--date", "2025-03-03", "--title", "Visit"];
        arguments.extend(flags);
        let mut steps = vec![("items (", "1.2\r")];
        if flags.is_empty() {
            steps.push(("status (", "\r"));
        }
        steps.extend([
            ("by (", "\r"),
            ("evidence-title (", "Report\r"),
            ("evidence-url (", "\r"),
            (left, ""),
        ]);
        let (shown, code) = talk(folder.path(), &arguments, &steps);
        assert_eq!(code, 0, "{shown}");
        let text =
            std::fs::read_to_string(folder.path().join("content/updates/2025/2025-03-03-visit.md")).unwrap();
        assert_eq!(text, "---\ndate: 2025-03-03\ntitle: Visit\nitems: [\"1.2\"]\n---\n");
    }
}

#[test]
fn a_title_without_plain_letters_asks_for_a_name_at_once() {
    let folder = book();
    let (shown, code) = talk(
        folder.path(),
        &["new", "update", "--bare", "--date", "2025-03-03"],
        &[
            ("title (", "港の点検\r"),
            ("write a name yourself", ""),
            ("2025-03-03-update", "\r"),
            ("items (", "1.2\r"),
            ("status (", "\r"),
            ("by (", "\r"),
            ("evidence-title (", "\r"),
            ("wrote content/updates/2025/2025-03-03-update.md", ""),
        ],
    );
    assert_eq!(code, 0, "{shown}");
    let (shown, code) = talk(
        folder.path(),
        &["new", "agency"],
        &[
            ("name (", "港湾局\r"),
            ("abbreviation (", "\r"),
            ("id (", "\r"),
            ("this is required", "Jp Ports\r"),
            ("cannot be the name of a file", "\r"),
            ("party (", "\r"),
            ("url (", "\r"),
            ("wrote content/agencies/jp-ports.md", ""),
            ("Write its id, jp-ports, into `lead`", ""),
        ],
    );
    assert_eq!(code, 0, "{shown}");
}

#[test]
fn of_a_date_in_the_future_no_status_is_asked() {
    let folder = book();
    let (shown, code) = talk(
        folder.path(),
        &["new", "update", "--bare"],
        &[
            ("date (", "5 January 2999\r"),
            ("2999-01-05 is in the future, so the site does not show the update yet", "\r"),
            ("title (", "Next talks\r"),
            ("items (", "\r"),
            ("areas (", "\r"),
            ("plan (", "yes\r"),
            ("does not ask for a status and evidence", ""),
            ("meeting (", "planned\r"),
            ("by (", "\r"),
        ],
    );
    assert_eq!(code, 0, "{shown}");
    assert_eq!(
        std::fs::read_to_string(folder.path().join("content/updates/2999/2999-01-05-next-talks.md")).unwrap(),
        "---\ndate: 2999-01-05\ntitle: Next talks\nplan: true\nmeeting: planned\n---\n"
    );
    assert_eq!(call(folder.path(), &["check"]).code, 0);
}

#[test]
fn a_plan_without_items_and_agencies_has_a_way_through() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("content")).unwrap();
    std::fs::write(folder.path().join("book.toml"), "[book]\ntitle = \"P\"\n").unwrap();
    let plan = "---\ntitle: P\nparties: [A, B]\nadopted: 2020-01-01\n---\n";
    std::fs::write(folder.path().join("content/plan.md"), plan).unwrap();
    let before = listing(folder.path());
    let (shown, code) = talk(
        folder.path(),
        &["new", "item"],
        &[("id (", "1.1\r"), ("the plan has no areas yet; create it with `planbook new area", "\u{3}")],
    );
    assert_eq!(code, 2, "{shown}");
    assert_eq!(listing(folder.path()), before);
    let (shown, code) = talk(
        folder.path(),
        &["new", "update", "--bare", "--date", "2025-03-03", "--title", "T"],
        &[
            ("items: the plan has no item yet; `planbook new item` creates one", ""),
            ("areas: the plan has no area yet", ""),
            ("plan (", "maybe\r"),
            ("must be `true` or `false`", "y\r"),
            ("status (", "\r"),
            ("by: the plan has no agency yet", ""),
            ("evidence-title (", "\r"),
        ],
    );
    assert_eq!(code, 0, "{shown}");
    assert!(folder.path().join("content/updates/2025/2025-03-03-t.md").is_file());
}
