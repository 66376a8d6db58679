//! What the script of the search (`themes/default/static/search-query.js`) must make of texts, too:
//! `tests/browser/search.test.mjs` reads the same list.

use serde::{Deserialize, Serialize};

use super::letters::folded;
use super::names::folded_name;
use super::words::{asked, compounds};

const LIST: &str = include_str!("../../tests/fixtures/search/words.json");

/// A text and what is made of it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Case {
    text: String,
    words: Vec<String>,
    name: Option<String>,
    compounds: Vec<(usize, String)>,
}

#[test]
fn texts_are_taken_apart_as_the_list_says() {
    let cases: Vec<Case> = serde_json::from_str(LIST).unwrap();
    assert!(cases.len() > 40);
    for case in cases {
        let text = folded(&case.text);
        let found = Case {
            text: case.text.clone(),
            words: asked(&text),
            name: folded_name(&case.text),
            compounds: compounds(&text),
        };
        assert_eq!(found, case, "{}", serde_json::to_string(&found).unwrap());
    }
}
