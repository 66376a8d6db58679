//! What the script of the search (`themes/default/static/search-query.js`) must make of texts, too:
//! `tests/browser/search.test.mjs` reads the same list.

use serde::{Deserialize, Serialize};

use super::letters::folded;
use super::names::folded_name;
use super::words::asked;

const LIST: &str = include_str!("../../tests/fixtures/search/words.json");

/// A text and what is made of it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Case {
    text: String,
    words: Vec<String>,
    name: Option<String>,
}

#[test]
fn texts_are_taken_apart_as_the_list_says() {
    let cases: Vec<Case> = serde_json::from_str(LIST).unwrap();
    assert!(cases.len() > 40);
    for Case { text, words: expected, name } in cases {
        let found = Case { words: asked(&folded(&text)), name: folded_name(&text), text };
        let case = Case { text: found.text.clone(), words: expected, name };
        assert_eq!(found, case, "{}", serde_json::to_string(&found).unwrap());
    }
}
