//! Nothing is lost in silence: every word of a source is on the page or in a diagnostic at its place.

use proptest::prelude::*;

use crate::book::Book;
use crate::random;

const PAGE: &str = "---\ntitle: Words\norder: 1\n---\n\n";
const PATH: &str = "content/pages/words.md";

/// The words of the text, each one of a kind, that are neither on the page nor at the place of a problem.
fn lost(body: &str) -> Vec<String> {
    let outcome = Book::new().file(PATH, format!("{PAGE}{body}\n")).build();
    let page = outcome.files.get("words/index.html").map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let text = outcome.tree.text(outcome.tree.find(PATH).unwrap()).unwrap_or("").to_owned();
    let file = outcome.tree.find(PATH);
    let reported: String = outcome
        .diagnostics
        .iter()
        .filter(|problem| problem.span.map(|span| span.file) == file)
        .map(|problem| {
            let place = problem.span.and_then(|span| text.get(span.range())).unwrap_or("");
            format!("{} {}\n", problem.message, place)
        })
        .collect();
    let words = body.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with("zq"));
    words
        .filter(|word| {
            // The language of a block of code is no word of the text.
            let language =
                [format!("```{word}"), format!("``` {word}")].iter().any(|info| body.contains(info));
            let on_page = language || page.as_ref().is_none_or(|page| page.contains(word));
            !on_page && !reported.contains(word)
        })
        .map(str::to_owned)
        .collect()
}

/// A book with an error has no pages; then only what is said counts, and errors say what they are about. So texts with errors
/// are left to the tests below.
fn piece() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "W W W",
        "W\nW",
        "**W** *W* `W`",
        "# W",
        "## W {#id9}",
        "- W\n- W\n  - W",
        "1. W\n2. W\n\n   W",
        "> W\n> W",
        "| W | W |\n|---|---|\n| W | W |",
        "| W | W |\n|---|---|\n| W | W | W |\n| `W | W` | W |",
        "W | W\n--- | ---\nW",
        "```\nW W\n```",
        "```W W\nW\n```",
        "    W W",
        "[W](https://example.org/ \"W\")",
        "[W]: https://example.org/W",
        "[a]: https://example.org/ 'W'",
        "[W][a] and [W][b]",
        "W[^n] W\n\n[^n]: W\n    W",
        "[^n]: W W",
        "W[^m]\n\n[^m]: W\n\n[^m]: W",
        "W\n: W\n: W",
        "- [ ] W\n- [x] W",
        "> [!NOTE]\n> W",
        "W\\\nW",
        "W  \nW",
        "W\n===",
        "***",
        "~~W~~ W",
        "W\tW\nW\tW",
        "![W](files/map.png)",
        "[[1.1|W]] W",
        "<https://example.org/W>",
        "W &amp; W",
        "\\[W\\] \\*W\\*",
        "**W",
        "W ** W**",
        "[W",
        "W](x",
        "W\n- W\nW\n> W\nW",
        "| W |\n| W |",
        "W |\n|---|",
        "- W\n\n      W\n\n  W",
        "1) W\n\n```\nW\n",
        "##W",
        "-W",
        "[W]",
        "[W] []",
    ])
    .prop_map(str::to_owned)
}

fn body() -> impl Strategy<Value = String> {
    let joined = (piece(), prop::sample::select(vec!["\n\n", "\n", "\n\n\n", " "]));
    prop::collection::vec(joined, 1..8).prop_map(|pieces| {
        let text: String =
            pieces.into_iter().flat_map(|(piece, between)| [piece, between.to_owned()]).collect();
        let mut number = 0;
        text.chars()
            .map(|c| {
                if c != 'W' {
                    return c.to_string();
                }
                number += 1;
                format!("zq{number}w")
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(random::config(60))]

    #[test]
    fn every_word_is_on_the_page_or_in_a_diagnostic(body in body()) {
        prop_assert_eq!(lost(&body), Vec::<String>::new(), "{}", body);
    }
}
