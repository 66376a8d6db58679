//! The languages of the interface.

use std::collections::{BTreeMap, BTreeSet};

use planbook::diag::FileId;
use planbook::render::Messages;

use crate::book::{Book, words};

fn messages(text: &str) -> Messages {
    let mut messages = Messages::default();
    assert_eq!(messages.add(text, FileId(0)), []);
    messages
}

/// The names in braces of a message.
fn names(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

#[test]
fn each_language_has_all_messages_with_the_same_names_in_braces() {
    let english = messages(include_str!("../../themes/default/messages/en.toml"));
    let japanese = messages(include_str!("../../themes/default/messages/ja.toml"));
    let keys = |messages: &Messages| messages.keys().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(keys(&english), keys(&japanese));
    let other = english.keys().filter(|key| names(english.get(key)) != names(japanese.get(key)));
    let other: BTreeMap<&str, &str> = other.map(|key| (key, japanese.get(key))).collect();
    assert_eq!(other, BTreeMap::new());
}

#[test]
fn a_japanese_book_has_a_japanese_interface() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"港湾計画\"\nlanguages = [\"ja\"]\n")
        .file("content/plan.md", "---\ntitle: 港湾計画\nparties: [甲国, 乙国]\nadopted: 2020-01-01\n---\n")
        .update("2024-03-01-news", "1.1", "status: in-progress\n");
    let site = book.build();
    let home = site.page("index.html");
    assert!(home.contains("<html lang=\"ja\""), "{home}");
    let item = site.page("items/1.1/index.html");
    let text = words(&item);
    for shown in ["2024年3月1日", "主担当", "項目"] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    // None of the words is marked as English.
    assert!(!item.contains("lang=\"en\""), "{item}");
}
