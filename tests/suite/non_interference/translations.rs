//! Books in two languages: what is translated, and how, follows from the place of a text, which is the same in both books.

use std::collections::BTreeMap;

use planbook::source::Tree;
use planbook::translating::{self, TranslatedField};
use planbook::translation::{BODY, Role, digest, names_party};

use super::chance::Chance;
use crate::translator::{Work, translated};

/// Stands before a link without words, in texts of a translator.
pub const BARE: &str = "\u{e000}";

/// What stands for what is not shown, in both languages.
pub const NOT_SHOWN: [&str; 2] = ["(not shown here)", "（ここでは表示しません）"];

/// The words of a translator. Ids of headings are none.
pub fn words(original: &str) -> String {
    if original.starts_with("{#") { original.to_owned() } else { format!("訳{original}") }
}

/// Adds translations to the files of a book; `done` are its files with the texts of a translator.
pub fn add(
    files: &BTreeMap<String, Vec<u8>>,
    done: &BTreeMap<String, Vec<u8>>,
    seed: u64,
) -> BTreeMap<String, Vec<u8>> {
    let tree = Tree::new(done.clone()).0;
    let (config, _) = planbook::config::read(&tree);
    let mut texts: BTreeMap<(String, String), String> = BTreeMap::new();
    for record in translating::records(&tree, &config, "ja") {
        for field in record.fields {
            texts.insert((record.source.path.clone(), field.path.as_str().to_owned()), field.text);
        }
    }
    translated(files, |path, field| {
        let text = &texts[&(path.to_owned(), field.path.as_str().to_owned())];
        work(seed, path, field, text)
    })
}

fn work(seed: u64, path: &str, field: &TranslatedField, done: &str) -> Work {
    // The place of a text in a list depends on what is internal before it.
    let last = field.path.steps().filter(|step| step.parse::<usize>().is_err()).last().unwrap();
    let is_long = last == BODY || last == "note";
    // What is internal is a part of long texts, so what becomes of them cannot depend on it.
    let place = format!("{seed} {path} {last} {}", if is_long { "" } else { &field.text });
    let mut chance = Chance::new(u64::from_str_radix(&digest(&place), 16).unwrap());
    let text = match is_long {
        true => done.replace(BARE, ""),
        false => words(&field.text),
    };
    // Whether the plan says what a party is called may be internal.
    if field.role == Role::Neutral && !names_party(last) && chance.percent(80) {
        return Work::Missing;
    }
    // A text in the other language calls what is hidden as that language calls it.
    let public = planbook::markdown::without_internal(done);
    let is_free = !public.as_ref().map_or(done, |public| &public.text).contains(BARE);
    match chance.below(12) {
        0..3 if is_free => Work::Missing,
        3 if is_free => Work::Same,
        4 => Work::Untracked(text),
        5 | 6 => Work::Outdated(text),
        7 if last == "title" => Work::Official(text),
        _ => Work::Words(text),
    }
}
