//! `planbook requests --mail`: drafts that other programs read as what they are.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::outside_tools::{beside, python};
use crate::receive::Round;

const AGENCY: &str = "book/content/agencies/jp-npa.md";

/// The real plan, in which an agency has another name and a contact.
fn round(name: &str, contact: &str) -> Round {
    let round = Round::new();
    let text = std::fs::read_to_string(round.path(AGENCY)).unwrap();
    let lines = text.lines().map(|line| match line.split_once(':') {
        Some(("name", _)) => format!("name: {name}\ncontact: \"{contact}\"\n"),
        _ => format!("{line}\n"),
    });
    std::fs::write(round.path(AGENCY), lines.collect::<String>()).unwrap();
    round
}

fn requests(round: &Round, out: &str, more: &[&str]) -> String {
    let arguments =
        [&["requests", "--period", "2026-H1", "--mail", "--answer-by", "2026-12-20", "--out", out], more]
            .concat();
    let (code, said) = round.run(&arguments);
    assert_eq!(code, 0, "{said}");
    said
}

/// All files of a folder, by their paths in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(open) = folders.pop() {
        for entry in std::fs::read_dir(open).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                    found.insert(name, std::fs::read(path).unwrap());
                }
            }
        }
    }
    found
}

/// The drafts of a folder, as Python's own reader of mails reads them.
fn read(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Value> {
    let said = python(&[beside("mails.py").as_str()], files, ".eml");
    let mails = said.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    mails.map(|mail| (mail["path"].as_str().unwrap().to_owned(), mail)).collect()
}

fn digest(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn another_program_reads_each_draft_with_its_files() {
    let name = "'警察庁 <国際課>, \"Police\" = ? \\\\ @ which has a name that is longer than any line of a mail can be'";
    let round = round(name, "mailto:liaison+plan@npa.example");
    let said = requests(&round, "out", &["--format", "xlsx", "--from", "計画事務局 <plan@harbour.example>"]);
    assert!(said.contains("without a recipient") && !said.contains("jp-npa"), "{said}");
    let files = files(&round.path("out"));
    let mails = read(&files);
    let request = &mails["jp-npa/request.eml"];
    let own = "警察庁 <国際課>, \"Police\" = ? \\\\ @ which has a name that is longer than any line of a mail can be";
    let subject = request["subject"].as_str().unwrap();
    assert!(subject.starts_with(&format!("Progress report for 2026-H1: {own}")), "{subject}");
    let to = request["to"][0].as_array().unwrap();
    assert!(to[0].as_str().unwrap().starts_with(own), "{to:?}");
    assert_eq!(to[1], "liaison+plan@npa.example");
    assert_eq!(request["from"], serde_json::json!([["計画事務局", "plan@harbour.example"]]));
    assert_eq!((&request["unsent"], &request["date"]), (&"1".into(), &"2026-11-24 00:00:00+00:00".into()));
    let text = request["text"].as_str().unwrap();
    assert!(text.contains("report on 3 items") && text.contains("answer by 20 December 2026"), "{text}");
    assert!(text.contains("- 4 (1) Police cooperation: "), "{text}");
    let attached: Vec<(&str, &str)> = request["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| (file[0].as_str().unwrap(), file[2].as_str().unwrap()))
        .collect();
    let own = |name: &str| (digest(&files[&format!("jp-npa/{name}")]), name.to_owned());
    let own = ["jp-npa-2026-H1.xlsx", "deadlines.ics"].map(own);
    assert_eq!(attached, own.each_ref().map(|(digest, name)| (name.as_str(), digest.as_str())));
    assert!(
        !mails["au-abf/request.eml"].as_object().unwrap()["headers"]
            .as_array()
            .unwrap()
            .contains(&"To".into())
    );
    // The list of requests says what the drafts are.
    assert!(String::from_utf8_lossy(&files["README.md"]).contains("`reminder.eml`"));
}

#[test]
fn drafts_are_the_same_bytes_and_have_their_texts_in_each_language() {
    let round = Round::new();
    let book = round.path("book/book.toml");
    let text = std::fs::read_to_string(&book).unwrap();
    std::fs::write(&book, text.replace("languages = [\"en\"]", "languages = [\"en\", \"ja\"]")).unwrap();
    requests(&round, "out", &[]);
    requests(&round, "again", &[]);
    let made = files(&round.path("out"));
    assert_eq!(made, files(&round.path("again")));
    let mails = read(&made);
    let request = &mails["jp-npa/request.eml"];
    let text = request["text"].as_str().unwrap();
    assert!(text.contains("\r\n----\r\n") && text.contains("回答期限：2026年12月20日"), "{text}");
    // The drafts to fill in are attached as they are, and nothing else is.
    let attached = request["files"].as_array().unwrap();
    let names: Vec<&str> = attached.iter().map(|file| file[0].as_str().unwrap()).collect();
    assert_eq!(names.iter().filter(|name| name.contains("-jp-npa")).count(), 3, "{names:?}");
    assert!(names.contains(&"request.md") && !names.iter().any(|name| name.ends_with(".eml")), "{names:?}");
    for file in attached {
        let name = file[0].as_str().unwrap();
        let (_, bytes) =
            made.iter().find(|(path, _)| path.starts_with("jp-npa/") && path.ends_with(name)).unwrap();
        assert_eq!(file[2].as_str().unwrap(), digest(bytes), "{name}");
    }
}

#[test]
fn a_reminder_names_what_is_still_missing() {
    let round = round("National Police Agency", "tel:+81312345678");
    let update = "---\ntitle: Nothing to report\ndate: 2026-05-31\nitems: [\"4.1\"]\nby: [\"jp-npa\"]\nkind: no-change\n---\n";
    std::fs::create_dir_all(round.path("book/content/updates/2026")).unwrap();
    std::fs::write(round.path("book/content/updates/2026/2026-05-31-4.1-jp-npa.md"), update).unwrap();
    let said = requests(&round, "out", &["--format", "xlsx"]);
    // A telephone is no mailbox.
    assert!(said.contains("jp-npa"), "{said}");
    let mails = read(&files(&round.path("out")));
    let reminder = mails["jp-npa/reminder.eml"]["text"].as_str().unwrap();
    assert!(!reminder.contains("4 (1) ") && reminder.contains("- 4 (2) "), "{reminder}");
    // The items stand below the sentence that speaks of them.
    let order = [
        "We asked you to report for 2026-H1.",
        "Please answer by ",
        "nothing has been reported in the period on these items:",
        "4 (2) ",
    ];
    let places: Vec<usize> =
        order.iter().map(|words| reminder.find(words).unwrap_or_else(|| panic!("{reminder}"))).collect();
    assert!(places.is_sorted(), "{reminder}");
    let subject = mails["jp-npa/reminder.eml"]["subject"].as_str().unwrap();
    assert!(subject.starts_with("Reminder: Progress report for 2026-H1"), "{subject}");
}

#[test]
fn other_programs_read_the_calendars_of_the_deadlines() {
    let round = Round::of(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/scaffold/examples/minimal")));
    let item = round.path("book/content/areas/01-school/1.1-garden.md");
    let text = std::fs::read_to_string(&item).unwrap();
    std::fs::write(&item, text.replace("due: 2029-06", "due: 2029-06-30")).unwrap();
    let period = ["requests", "--period", "2026-H1", "--mail", "--answer-by", "2026-12-20", "--out", "out"];
    let (code, said) = round.run(&period);
    assert_eq!(code, 0, "{said}");
    let files = files(&round.path("out"));
    let events = python(&[beside("calendars.py").as_str()], &files, ".ics");
    let of = |path: &str| events.lines().filter(|line| line.starts_with(&format!("{path}|"))).count();
    assert!(of("deadlines.ics") > 1, "{events}");
    assert!(
        events.lines().any(|line| line.contains("|2026-12-20|2026-12-21|CONFIRMED|Send the progress report"))
    );
    for calendar in files.keys().filter(|path| path.ends_with("/deadlines.ics")) {
        assert!((1..=of("deadlines.ics")).contains(&of(calendar)), "{calendar}: {events}");
    }
}

#[test]
fn options_of_drafts_belong_together_and_are_checked() {
    let round = Round::new();
    for (wrong, why) in [
        (&["--mail"][..], "--answer-by"),
        (&["--answer-by", "2026-12-20"], "--mail"),
        (&["--mail", "--answer-by", "soon"], "dates are written"),
        (&["--mail", "--answer-by", "2026-12"], "write a full date"),
        (&["--mail", "--answer-by", "2026-12-20", "--from", "nobody"], "an email address"),
        (
            &["--mail", "--answer-by", "2026-12-20", "--from", "A <a@b.example>, B <c@d.example>"],
            "an email address",
        ),
        (
            &["--mail", "--answer-by", "2026-12-20", "--from", "A\r\nBcc: x@y.example <a@b.example>"],
            "an email address",
        ),
    ] {
        let (code, said) = round.run(&[&["requests", "--period", "2026-H1", "--out", "out"], wrong].concat());
        assert!(code == 2 && said.contains(why), "{wrong:?}: {said}");
        assert!(!round.path("out").exists());
    }
}
