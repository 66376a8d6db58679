//! What users read is plain, standard English: help, documentation, messages, the site and its data. `list.rs` has the words
//! that are not used, each with the better one.

mod list;
mod texts;

use list::{KEPT, LIST};
use texts::{Text, all};

/// The words of a text in lower case, with the line that each is in. Hyphens and underscores belong to a word, so that
/// keys, codes and file names are words of their own.
fn words(text: &str) -> Vec<(usize, String)> {
    let belongs = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
    text.lines()
        .enumerate()
        .flat_map(|(at, line)| {
            let words = line.split(move |c| !belongs(c)).map(|word| word.trim_matches('\''));
            words.filter(|word| !word.is_empty()).map(move |word| (at + 1, word.to_lowercase()))
        })
        .collect()
}

/// Each place at which a phrase of the list is, with the better word.
fn found(text: &Text) -> Vec<String> {
    let words = words(&text.text);
    let mut found = Vec::new();
    for advice in LIST {
        for phrase in advice.not {
            if KEPT.iter().any(|(path, kept, _)| text.name.ends_with(path) && kept == phrase) {
                continue;
            }
            let parts: Vec<&str> = phrase.split(' ').collect();
            let places = words
                .windows(parts.len())
                .filter(|run| run.iter().zip(&parts).all(|((_, word), part)| word == part));
            found.extend(places.map(|run| {
                format!("{}:{}: \"{phrase}\": write {}", text.name, text.line + run[0].0, advice.but)
            }));
        }
    }
    found
}

#[test]
fn what_users_read_is_plain_english() {
    let texts = all();
    let found: Vec<String> = texts.iter().flat_map(found).collect();
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
}

/// Every kind of text is looked at, and enough of it that it cannot be the wrong folder.
#[test]
fn all_kinds_of_texts_are_looked_at() {
    let texts = all();
    let count = |part: &str| texts.iter().filter(|text| text.name.contains(part)).count();
    for (part, least) in [
        ("README.md", 2),
        ("ARCHITECTURE.md", 1),
        (".github/", 5),
        ("docs/", 20),
        ("docs/checks/", 90),
        ("messages/en.toml", 1),
        ("templates/", 30),
        ("planbook new update --help", 1),
        ("planbook theme check --help", 1),
        ("docs/schemas/", 10),
        ("data/plan.schema.json", 1),
        ("src/check/", 30),
        ("src/diff/", 20),
        (".js", 2),
    ] {
        assert!(count(part) >= least, "{part}: {}", count(part));
    }
}

#[test]
fn a_word_of_the_list_is_found_wherever_a_line_breaks() {
    let text = |text: &str| Text { name: "a.md".to_owned(), line: 0, text: text.to_owned() };
    let one = found(&text("# A\n\nThe date was Put\nback twice."));
    assert_eq!(one, ["a.md:3: \"put back\": write postponed; for a file: restore"]);
    assert_eq!(found(&text("The key put_back, and mending: nothing else.")).len(), 1);
    assert_eq!(found(&text("`put-back.md`, recommended, untold, improve")), Vec::<String>::new());
}

/// An exception that is not needed is deleted.
#[test]
fn each_word_that_is_kept_is_there() {
    let texts = all();
    for (path, phrase, why) in KEPT {
        let there = texts.iter().filter(|text| text.name.ends_with(path)).any(|text| {
            let words: Vec<String> = words(&text.text).into_iter().map(|(_, word)| word).collect();
            words.join(" ").contains(phrase)
        });
        assert!(there && !why.is_empty(), "{path} has no \"{phrase}\"");
    }
}
