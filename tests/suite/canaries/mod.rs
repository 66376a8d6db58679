//! Words that stand in internal places only, in each of them, are nowhere in the public site: in no file, in no path, in
//! no encoding. They are in the internal site, so that the search proves something.

mod entries;
mod known_keys;
mod never_shown;
mod plant;
mod records;
mod traces;

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Book, Outcome};
use plant::{Canaries, WORD};
use traces::Traces;

use crate::translator::{Work, translated};

/// A day after all years that are canaries.
const AS_OF: &str = "9000-01-01";

/// What a site can be made of. Something else may hide words from the search: then it must be unpacked first.
const SEARCHABLE: &[&str] =
    &["html", "xml", "txt", "md", "css", "js", "svg", "json", "jsonl", "jsonld", "csv", "cff", "ics"];

/// A book with the canaries in it.
struct Planted {
    canaries: Canaries,
    files: BTreeMap<String, Vec<u8>>,
}

fn planted(layers: &[&[(&str, &str)]]) -> Planted {
    let mut canaries = Canaries::default();
    let mut files = BTreeMap::new();
    for (path, text) in layers.iter().copied().flatten() {
        files.insert(canaries.plant(path), canaries.plant(text).into_bytes());
    }
    Planted { canaries, files }
}

/// Internal records, and nothing else that is internal.
fn records() -> Planted {
    let mut planted = planted(&[records::PUBLIC, records::INTERNAL]);
    planted.files.insert(records::PICTURE.to_owned(), crate::files::png(7, ""));
    planted
}

/// Internal records, entries, blocks and attachments, and public texts and keys that name them.
fn everything() -> Planted {
    let mut planted = planted(&[records::PUBLIC, records::INTERNAL, entries::BOOK]);
    for (path, comment) in entries::PICTURES {
        let (path, comment) = (planted.canaries.plant(path), planted.canaries.plant(comment));
        planted.files.insert(path, crate::files::png(7, &comment));
    }
    for (path, comment) in entries::DOCUMENTS {
        let (path, comment) = (planted.canaries.plant(path), planted.canaries.plant(comment));
        planted.files.insert(path, crate::files::pdf(&comment));
    }
    planted
}

/// A word of its own in the translation of each text that is internal, whole or in part; of the others some are translated.
fn in_japanese(planted: Planted) -> Planted {
    let Planted { mut canaries, mut files } = planted;
    let settings = String::from_utf8(files["book.toml"].clone()).unwrap();
    let settings = settings.replace("languages = [\"en\"]", "languages = [\"en\", \"ja\"]");
    files.insert("book.toml".to_owned(), settings.into_bytes());
    let mut number = 0;
    let files = translated(&files, |path, field| {
        number += 1;
        let text = &field.text;
        let mut word = || canaries.word(&format!("ja {path} {}", field.path.as_str())).to_owned();
        if text.contains(":::internal\n") {
            return Work::Words(text.replace(":::internal\n", &format!(":::internal\n\n訳{}\n\n", word())));
        }
        // What is closed by its area or by all that it is about does not say so itself.
        if field.internal || (text.contains(WORD) && !text.contains("[[") && !text.contains("](")) {
            return Work::Words(format!("訳{}", word()));
        }
        if number % 2 == 0 || text.contains('\n') {
            Work::Missing
        } else {
            Work::Outdated(format!("訳{text}"))
        }
    });
    Planted { canaries, files }
}

impl Planted {
    fn book(&self) -> Book {
        let book = self.files.iter().fold(Book::empty(), |book, (path, bytes)| book.file(path, bytes));
        book.today(AS_OF)
    }

    /// Where the canaries are in files of a site.
    fn found(&self, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
        let words = Traces::of(WORD);
        let figures: Vec<_> = self
            .canaries
            .figures()
            .map(|(name, figure)| (name, memchr::memmem::Finder::new(figure)))
            .collect();
        let mut found = Vec::new();
        for (path, bytes) in files {
            // A calendar breaks long lines anywhere, so in the middle of a word too.
            let unfolded = match path.ends_with(".ics") {
                true => String::from_utf8_lossy(bytes).replace("\r\n ", "").into_bytes(),
                false => bytes.clone(),
            };
            for part in [path.as_bytes(), &unfolded] {
                found.extend(
                    words.within(part).into_iter().map(|hit| format!("{path}: {}", self.named(&hit))),
                );
                let hits = figures.iter().filter(|(_, figure)| figure.find(part).is_some());
                found.extend(hits.map(|(name, _)| format!("{path}: {name}")));
            }
        }
        found
    }

    /// A text with the names of the canaries instead of their words.
    fn named(&self, text: &str) -> String {
        let words = self.canaries.words.iter();
        words.fold(text.to_owned(), |text, (name, word)| text.replace(word, &format!("@{name}@")))
    }

    /// The names of those that are on a site as they were written.
    fn shown(&self, files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<&str> {
        let all: Vec<u8> =
            files.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes.as_slice()].concat()).collect();
        let shown = self
            .canaries
            .words
            .iter()
            .filter(|(_, word)| memchr::memmem::find(&all, word.as_bytes()).is_some());
        shown.map(|(name, _)| name.as_str()).collect()
    }
}

fn assert_no_errors(outcome: &Outcome) {
    let error = |severity| severity == planbook::diag::Severity::Error;
    let errors: Vec<_> =
        outcome.diagnostics.iter().filter(|problem| error(problem.severity)).cloned().collect();
    let report = planbook::report::render(&errors, &outcome.tree, planbook::report::Style::Plain);
    assert!(errors.is_empty(), "{report}");
    assert!(outcome.files.len() > 20, "{:?}", outcome.files.keys());
}

/// Whether a file has these letters.
fn has(bytes: &[u8], letters: &str) -> bool {
    bytes.windows(letters.len()).any(|window| window == letters.as_bytes())
}

fn assert_nothing_found(planted: &Planted) {
    let public = planted.book().build();
    assert_no_errors(&public);
    for (path, bytes) in &public.files {
        let end = path.rsplit('.').next().unwrap_or("");
        // A card is drawn from a text of the public plan, and has nothing but its points.
        if path.ends_with("/card.png") || path == "card.png" {
            assert!(["tEXt", "zTXt", "iTXt", "eXIf"].iter().all(|name| !has(bytes, name)), "{path}");
            continue;
        }
        assert!(
            SEARCHABLE.contains(&end) || ["_headers", "_redirects"].contains(&path.as_str()),
            "{path} may hide something"
        );
    }
    let found = planted.found(&public.files);
    assert!(found.is_empty(), "{} traces:\n{}", found.len(), found.join("\n"));
}

/// Everything internal shows on the internal site, except what never shows.
fn assert_all_shown(planted: &Planted, never: &[&str]) {
    let internal = planted.book().internal().build();
    assert_no_errors(&internal);
    let shown = planted.shown(&internal.files);
    let all: BTreeSet<&str> = planted.canaries.words.keys().map(String::as_str).collect();
    let missing: Vec<&str> = all.difference(&shown).copied().filter(|name| !never.contains(name)).collect();
    assert!(missing.is_empty(), "not on the internal site: {missing:?}");
    let too_many: Vec<&&str> =
        never.iter().filter(|name| shown.contains(**name) || !all.contains(**name)).collect();
    assert!(too_many.is_empty(), "shown, or nowhere in the book: {too_many:?}");
}

#[test]
fn internal_records_leave_no_trace_on_the_public_site() {
    assert_nothing_found(&records());
}

#[test]
fn internal_records_are_on_the_internal_site() {
    assert_all_shown(&records(), never_shown::OF_RECORDS);
}

#[test]
fn nothing_internal_leaves_a_trace_on_the_public_site() {
    let everything = everything();
    assert!(everything.canaries.words.len() > 150, "{}", everything.canaries.words.len());
    assert_nothing_found(&everything);
}

#[test]
fn everything_internal_is_on_the_internal_site() {
    assert_all_shown(&everything(), &[never_shown::OF_RECORDS, never_shown::OF_ENTRIES].concat());
}

#[test]
fn no_translation_of_what_is_internal_leaves_a_trace_on_the_public_site() {
    let translated = in_japanese(everything());
    let words = translated.canaries.words.keys().filter(|name| name.starts_with("ja ")).count();
    assert!(words > 70, "{words}");
    assert_nothing_found(&translated);
}

#[test]
fn translations_of_what_is_internal_are_on_the_internal_site() {
    assert_all_shown(
        &in_japanese(everything()),
        // The table for those who look through translations shows a text as it was written, with the titles of links.
        &[never_shown::OF_RECORDS, never_shown::OF_ENTRIES]
            .concat()
            .into_iter()
            .filter(|name| *name != "open page.hover")
            .collect::<Vec<_>>(),
    );
}

/// What the program writes to a disk has files that no test above sees, such as the manifest.
#[test]
fn the_program_writes_no_trace_either() {
    let everything = in_japanese(everything());
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in &everything.files {
        let path = folder.path().join("book").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let run_alone = |arguments: &[&str]| {
        let command = std::process::Command::new(env!("CARGO_BIN_EXE_planbook"))
            .args(arguments)
            .args(["--root", "book"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(command.status.success(), "{}", String::from_utf8_lossy(&command.stderr));
        command.stdout
    };
    let run = |arguments: &[&str]| run_alone(&[arguments, &["--as-of", AS_OF]].concat());
    run(&["build", "--out", "site"]);
    let mut files = files_in(&folder.path().join("site"));
    // A year can stand in a hash by chance.
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let paths: Vec<&str> = manifest["files"].as_object().unwrap().keys().map(String::as_str).collect();
    files.insert("manifest.json".to_owned(), paths.join("\n").into_bytes());
    run_alone(&["translations", "--po", "ja", "site.po"]);
    files.insert("the PO file".to_owned(), std::fs::read(folder.path().join("site.po")).unwrap());
    files.insert("the list of addresses".to_owned(), run(&["published"]));
    files.insert("the dashboard".to_owned(), run(&["status"]));
    files.insert("the dashboard as JSON".to_owned(), run(&["status", "--json"]));
    run(&["requests", "--period", "9000", "--out", "requests"]);
    let requests = files_in(&folder.path().join("requests"));
    files.extend(requests.into_iter().map(|(path, text)| (format!("requests/{path}"), text)));
    let found = everything.found(&files);
    // Translators are given the text of a public page as it was written, and that one names an internal file.
    let is_trace =
        |trace: &&String| !(trace.starts_with("the PO file: ") && trace.contains("pen-pictures.md body"));
    let found: Vec<&String> = found.iter().filter(is_trace).collect();
    assert!(found.is_empty(), "{} traces:\n{found:#?}", found.len());
}

fn files_in(folder: &std::path::Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}
