//! Records that `new` writes.

use planbook::scaffold::templates::{self, RecordTemplate};
use planbook::scaffold::{self, Values};
use proptest::prelude::*;

use super::init::example;
use super::{call, listing, well, words};

/// The examples of a kind, without the name of the program.
fn examples(kind: &RecordTemplate) -> Vec<Vec<String>> {
    kind.examples.lines().map(|line| words(line.trim()).split_off(1)).collect()
}

fn book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    well(folder.path(), &["init", "."]);
    folder
}

#[test]
fn the_examples_of_the_help_work_in_the_book_of_init() {
    let folder = book();
    let before = listing(folder.path()).len();
    let mut count = 0;
    for kind in templates::TABLE {
        for call in examples(kind) {
            let said = well(folder.path(), &call);
            assert_eq!(said.err, "", "{call:?}");
            let path = said.out.lines().next().unwrap().strip_prefix("wrote ").unwrap();
            assert!(folder.path().join(path).is_file(), "{path}");
            count += 1;
        }
    }
    assert_eq!(listing(folder.path()).len(), before + count);
    let said = well(folder.path(), &["check"]);
    assert_eq!(said.err, "");
    assert!(said.out.contains("3 areas, 8 items and parts, 8 updates, 3 agencies, 2 forums"), "{}", said.out);
}

#[test]
fn a_file_goes_where_records_of_its_kind_are() {
    let folder = book();
    for (line, path) in [
        ("area --number 4 --title Fish", "content/areas/04-fish/area.md"),
        ("area --number 12 --title \"Old Quay's Rest\"", "content/areas/12-old-quays-rest/area.md"),
        ("area --number 5 --title Wood --folder forest", "content/areas/forest/area.md"),
        ("item --id 5.1 --title Trees --kind continuing", "content/areas/forest/5.1-trees.md"),
        ("item --id 2.2.a --title 水 --kind event", "content/areas/02-safe-quays/2.2.a.md"),
        ("update --date 2025-H1 --areas 2 --title Calm", "content/updates/2025/2025-h1-calm.md"),
        (
            "update --date 2025-03-01/2025-03-03 --items 2.2 --title \"Three days\"",
            "content/updates/2025/2025-03-01-three-days.md",
        ),
        ("update --date FY2025 --plan --title Report --id fy2025-r", "content/updates/2025/fy2025-r.md"),
        ("agency --name \"Office of Parks\" --abbreviation OP", "content/agencies/op.md"),
        ("forum --name Meeting --id m-1", "content/forums/m-1.md"),
        ("source --title Annex --date 2024", "content/sources/annex.md"),
        ("page --title \"Who we are\"", "content/pages/who-we-are.md"),
    ] {
        let said = well(folder.path(), &words(&format!("new {line}")));
        assert_eq!(said.out.lines().next(), Some(format!("wrote {path}").as_str()));
    }
    // A page that nothing leads to yet and an update without a text are told, but they are not wrong.
    let said = well(folder.path(), &["check"]).err;
    assert!(!said.contains("error["), "{said}");
}

#[test]
fn what_is_there_already_is_left_as_it_is() {
    let folder = book();
    let path = folder.path().join("content/agencies/ar-water.md");
    let before = std::fs::read_to_string(&path).unwrap();
    let said = call(folder.path(), &["new", "agency", "--id", "ar-water", "--name", "X"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("content/agencies/ar-water.md already exists"), "{}", said.err);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), before);
    // Another file with the same number.
    let said = call(folder.path(), &words("new item --id 2.1 --title Other --kind event"));
    assert_eq!(said.code, 2, "{}", said.err);
    let told = "item 2.1 already exists: content/areas/02-safe-quays/2.1-lights.md\n  help: the next free number is 2.3";
    assert!(said.err.contains(told), "{}", said.err);
    assert!(!folder.path().join("content/areas/02-safe-quays/2.1-other.md").exists());
}

#[test]
fn an_area_in_an_area_goes_into_its_folder() {
    let folder = book();
    for (line, path) in [
        ("area --number 2.9 --title Piers", "content/areas/02-safe-quays/09-piers/area.md"),
        ("item --id 2.9.1 --title Paint --kind event", "content/areas/02-safe-quays/09-piers/2.9.1-paint.md"),
        (
            "area --number 7 --title Walls --folder 02-safe-quays/07-walls",
            "content/areas/02-safe-quays/07-walls/area.md",
        ),
    ] {
        let said = call(folder.path(), &words(&format!("new {line}")));
        assert_eq!(said.code, 0, "{line}\n{}", said.err);
        assert!(folder.path().join(path).is_file(), "{line}: {}", said.out);
    }
}

#[test]
fn ids_are_looked_up_before_anything_is_written() {
    let folder = book();
    let before = listing(folder.path());
    for (line, code, hint) in [
        ("update --date 2025-05 --title T --items 1.1.c", 1, "error[unknown-item]"),
        ("update --date 2025-05 --title T --items 1.2 --by ar-wotar", 1, "ar-water"),
        ("update --date 2025-05 --title T --items 1.2 --forum harb-round", 1, "harbour-round"),
        ("update --date 2025-13 --title T --items 1.2", 2, "there is no month 13"),
        ("update --date 2025-05 --title T --items 1.2 --status complete", 1, "did you mean `completed`?"),
        ("update --date 2025-05 --title T --items 1.2 --meeting-place Here", 1, "needs `state`"),
        ("update --date 2025-05 --title T --items 1.2 --evidence-url https://a.example/", 1, "needs `title`"),
        ("update --date 2025-05 --title T --items 1.2 --degree limited", 2, "--challenges"),
        (
            "update --date 2025-05 --title T --items 1.2 --status completed",
            2,
            "--evidence-title and --evidence-url",
        ),
        ("update --date 2025-05 --title T --items 1.2 --kind closure", 2, "--reason"),
        ("item --id 9.1 --title T --kind event", 2, "planbook new area --number 9"),
        ("item --id nine --title T --kind event", 2, "`nine` is not the number of an item"),
        ("item --id 1.4.a --title T --kind event", 1, "error[unknown-parent]"),
        ("item --id 1.4 --title T --kind evt", 1, "event"),
        ("page --title 水", 2, "--id"),
        ("agency --name A --id Ar_Water", 2, "--id ar-water"),
        ("agency --name A --id ../../x", 2, "cannot be the name of a file"),
        ("area --number 1 --title Again", 2, "the next free number is 3"),
        ("item --id 1.1.a --title T --kind event", 2, "the next free number is 1.1.c"),
        ("forum --id ar-water --name T --kind bilateral", 1, "error[duplicate-id]"),
        ("area --number 3 --title T --folder a/../b", 2, "cannot be the name of a file"),
        ("area --number 3 --title T --folder a/b", 1, "error[unknown-area]"),
    ] {
        let said = call(folder.path(), &words(&format!("new {line}")));
        assert_eq!(said.code, code, "{line}\n{}", said.err);
        assert!(said.err.contains(hint), "{line} does not say “{hint}”: {}", said.err);
        assert_eq!(said.out, "", "{line}");
    }
    assert_eq!(listing(folder.path()), before);
}

#[test]
fn without_a_terminal_nobody_is_asked_and_what_is_missing_is_said() {
    let folder = book();
    for (kind, lacking) in [
        ("area", "an area needs --number and --title"),
        ("item", "an item needs --id, --title and --kind"),
        ("update", "an update needs --date, --title and --items"),
        ("agency", "an agency needs --name"),
        ("forum", "a forum needs --name"),
        ("source", "a source needs --title and --date"),
        ("page", "a page needs --title"),
    ] {
        let said = call(folder.path(), &["new", kind]);
        assert_eq!(said.code, 2);
        assert!(said.err.contains(lacking) && said.err.contains("for example: planbook new"), "{}", said.err);
    }
    assert_eq!(call(&std::env::temp_dir(), &["new", "page", "--title", "T"]).code, 2);
}

#[test]
fn print_writes_nothing() {
    let folder = book();
    let before = listing(folder.path());
    let line = "new update --date 2025-05-12 --items 1.1.a,1.2 --title \"Work begun: at last\" --by ar-water \
                --meeting held --meeting-number 3 --evidence-title Minutes --evidence-url https://a.example/?b=c#d \
                --reason \"It was time.\" --body \"Work began.\" --bare --print";
    let said = well(folder.path(), &words(line));
    assert_eq!(
        said.out,
        "---\ndate: 2025-05-12\ntitle: \"Work begun: at last\"\nitems: [\"1.1.a\", \"1.2\"]\nevidence:\n  - title: Minutes\n    url: https://a.example/?b=c#d\nby: [ar-water]\nmeeting: {state: held, number: 3}\nreason: It was time.\n---\n\nWork began.\n"
    );
    assert_eq!(listing(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_that_leads_out_of_the_book() {
    let (folder, elsewhere) = (book(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("content/updates/2026")).unwrap();
    let said = call(folder.path(), &words("new update --date 2026-01 --items 1.2 --title T"));
    assert_eq!(said.code, 2);
    assert!(said.err.contains("content/updates/2026/2026-01-t.md was not written"), "{}", said.err);
    assert_eq!(listing(elsewhere.path()), Vec::<String>::new());
}

/// A record of each kind with its required keys.
fn least(kind: &RecordTemplate) -> (String, Values) {
    let mut values = Values::new();
    let mut put = |name: &str, value: &str| values.insert(name.to_owned(), vec![value.to_owned()]);
    let path = match kind.name {
        "area" => {
            put("number", "3");
            put("title", "T");
            "content/areas/03-t/area.md"
        }
        "item" => {
            put("title", "T");
            put("kind", "deliverable");
            "content/areas/01-clean-water/1.3-t.md"
        }
        "update" => {
            put("date", "2024-05-01");
            put("title", "T");
            put("items", "1.2");
            "content/updates/2024-05-01-t.md"
        }
        "agency" => {
            put("name", "T");
            "content/agencies/t.md"
        }
        "forum" => {
            put("name", "T");
            "content/forums/t.md"
        }
        "source" => {
            put("title", "T");
            put("date", "2024");
            "content/sources/t.md"
        }
        _ => {
            put("title", "T");
            "content/pages/t.md"
        }
    };
    (path.to_owned(), values)
}

/// Keys that ask for a kind of update or an indicator, and what is said where there is none.
const NEEDS_MORE: [(&str, &[&str]); 4] = [
    // A picture is put where the line says.
    ("image", &["dangling-reference"]),
    ("new-due", &["misplaced-qualifier"]),
    ("values", &["unknown-indicator"]),
    ("new-targets", &["unknown-indicator"]),
];

#[test]
fn each_commented_key_works_when_its_mark_is_taken_away() {
    let mut count = 0;
    for kind in templates::TABLE {
        let (path, values) = least(kind);
        let text = scaffold::record(kind.schema().unwrap(), &values, "", true);
        let lines: Vec<&str> = text.lines().collect();
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| is_key(line)) {
            let more = lines[at + 1..].iter().take_while(|line| line.starts_with("#   ")).count();
            let open: Vec<&str> = lines
                .iter()
                .enumerate()
                .map(|(index, line)| if (at..=at + more).contains(&index) { &line[2..] } else { *line })
                .collect();
            let text = open.join("\n") + "\n";
            let wrong = example().today("2026-11-25").file(&path, &text).build();
            let codes: Vec<&str> = wrong.diagnostics.iter().map(|problem| problem.code.name).collect();
            let key = lines[at][2..].split(':').next().unwrap();
            let needs = NEEDS_MORE.iter().find(|(known, _)| *known == key).map(|(_, codes)| *codes);
            assert_eq!(codes, needs.unwrap_or_default(), "{text}");
            count += 1;
        }
    }
    assert!(count > 35, "only {count} keys were tried");
}

fn is_key(line: &str) -> bool {
    line.strip_prefix("# ")
        .and_then(|rest| rest.split_once(':'))
        .is_some_and(|(key, _)| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
}

proptest! {
    #![proptest_config(crate::random::config(64))]

    #[test]
    fn any_words_make_a_record_that_is_read_again(
        title in "\\PC{1,60}",
        place in "[\\PC\n\t]{0,60}",
        abbreviation in "[ -~]{1,12}",
    ) {
        prop_assume!(!title.trim().is_empty());
        let mut values = Values::new();
        values.insert("date".to_owned(), vec!["2024-05-01".to_owned()]);
        values.insert("title".to_owned(), vec![title.trim().to_owned()]);
        values.insert("items".to_owned(), vec!["1.2".to_owned()]);
        values.insert("meeting".to_owned(), vec!["held".to_owned()]);
        values.insert("meeting-place".to_owned(), vec![place.clone()]);
        values.insert("reason".to_owned(), vec![abbreviation.clone()]);
        let schema = planbook::schema::find("update").unwrap();
        let text = scaffold::record(schema, &values, "", true);
        let path = "content/updates/2024-05-01-t.md";
        let (plan, _) = example().today("2026-11-25").file(path, &text).plans();
        let update = plan.updates.iter().find(|update| update.document.id == "2024-05-01-t");
        prop_assert!(update.is_some(), "{}", text);
        let document = &update.unwrap().document;
        prop_assert_eq!(document.title.as_deref(), Some(title.trim()), "{}", &text);
        let read = document.meeting.as_ref().and_then(|meeting| meeting.place.clone());
        // An answer of blanks is none.
        let said = |answer| Some(answer).filter(|answer: &&str| !answer.trim().is_empty());
        prop_assert_eq!(read.as_deref(), said(place.as_str()), "{}", &text);
        prop_assert_eq!(document.reason.as_deref(), said(abbreviation.as_str()), "{}", &text);
        let name = planbook::slug::slug(&title, 48);
        prop_assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
    }
}
