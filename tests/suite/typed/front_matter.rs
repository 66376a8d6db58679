//! Lines of front matter as people write them: one report each, in their words, at the place, with the line as it has to be.

use super::{ITEM, Row, UPDATE, check, fixes, item, row, sentences, update};

fn first(line: &str) -> String {
    update("").replace("title: Talks held", line)
}

fn items(value: &str) -> String {
    update("by: [ar-trade]\n").replace("[\"1.1\"]", value)
}

#[test]
fn an_entry_without_its_dash_is_one_report() {
    let record = |text: &str| update(&format!("evidence:\n{text}"));
    let two = "  - title: Report\n    url: https://a.example/x\n";
    let second =
        &[&["duplicate-key", "the second entry of `evidence` lacks `- `", "`- title: Second`"][..]][..];
    check(&[
        row(
            UPDATE,
            record(&format!("{two}    title: Second\n    url: https://b.example/x\n")),
            second,
            "\n  - title: Second\n    url: https://b.example/x\n",
        ),
        row(
            UPDATE,
            record(&format!(
                "{two}\n    title: Second\n    url: https://b.example/x\n    title: Third\n    url: https://c.example/x\n"
            )),
            &[&["duplicate-key", "2 entries of `evidence` lack `- `"]],
            "\n  - title: Second\n    url: https://b.example/x\n  - title: Third\n",
        ),
        row(
            UPDATE,
            record(&format!("{two}  title: Second\n  url: https://b.example/x\n")),
            &[&["yaml-syntax", "lacks `- ` before `title`"]],
            "\n  - title: Second\n    url: https://b.example/x\n",
        ),
        row(
            UPDATE,
            record("- title: Report\n  url: https://a.example/x\ntitle: Second\nurl: https://b.example/x\n"),
            &[&["duplicate-key", "the second entry of `evidence` lacks `- `"]],
            "\n- title: Second\n  url: https://b.example/x\n",
        ),
        row(
            UPDATE,
            record(
                "  title: Report\n  url: https://a.example/x\n  title: Second\n  url: https://b.example/x\n",
            ),
            &[&["duplicate-key", "the entries of `evidence` lack `- `"]],
            "\n  - title: Report\n    url: https://a.example/x\n  - title: Second\n    url: https://b.example/x\n",
        ),
        row(
            UPDATE,
            record("  - title: Report\n  - url: https://a.example/x\n"),
            &[&["wrong-type", "each line of an entry of `evidence` begins with `- `"]],
            "\n  - title: Report\n    url: https://a.example/x\n",
        ),
        row(
            ITEM,
            item("updates:\n  - date: 2024-05\n    note: One.\n    date: 2024-06\n    note: Two.\n"),
            &[&["duplicate-key", "the second entry of `updates` lacks `- `"]],
            "\n  - date: 2024-06\n    note: Two.\n",
        ),
        // A key twice in one entry is not a second entry, and two equal entries are a copy.
        row(
            UPDATE,
            record("  - title: Report\n    title: Second\n    url: https://a.example/x\n"),
            &[&["duplicate-key", "`title` occurs twice", "keep one of the two"]],
            None,
        ),
        row(
            UPDATE,
            record(&format!("{two}    title: Report\n    url: https://a.example/x\n")),
            &[&["duplicate-key", "`title`"], &["duplicate-key", "`url`"]],
            None,
        ),
    ]);
}

#[test]
fn a_key_in_another_spelling_is_not_missing_too() {
    let said = |key: &str| format!("has no key `{key}`");
    for (right, wrong, fixed) in [
        ("title:", "Title:", true),
        ("title:", "TITLE:", true),
        ("title:", "Tilte:", true),
        ("title:", "titel:", false),
        ("title:", "subject:", false),
        ("title:", "件名:", false),
        ("date:", "Date:", true),
        ("items:", "Items:", true),
        ("items:", "item:", false),
        ("items: [\"1.1\"]", "area: 1", false),
    ] {
        let key = wrong.split(':').next().unwrap();
        let said = said(key);
        let words: &[&str] = &["unknown-key", &said, &format!("→ {}", right.split(':').next().unwrap())];
        let shown: &[&str] = if wrong == "area: 1" { &words[..2] } else { words };
        check(&[row(UPDATE, update("").replacen(right, wrong, 1), &[shown], fixed.then_some(right))]);
    }
    let agency = "content/agencies/ar-trade.md";
    check(&[row(
        agency,
        "---\nNAME: Ministry\nparty: Arland\n---\n",
        &[&["unknown-key", "→ name"]],
        "name: Ministry",
    )]);
    check(&[row(ITEM, item("").replace("kind:", "type:"), &[&["unknown-key", "→ kind"]], None)]);
}

#[test]
fn a_remark_in_html_is_one_report() {
    let said: &[&[&str]] = &[&["raw-html", "cannot contain a remark", "from `<!--` to `-->`"]];
    for remark in
        ["<!-- one -->", "<!-- one\ntwo\nthree -->", "<!-- one\n\ntwo -->", "They <!-- one\ntwo --> met."]
    {
        check(&[row(UPDATE, update("") + "\n" + remark + "\n", said, None)]);
    }
    check(&[row(
        UPDATE,
        update("") + "\n<div>\n<table>\n<tr><td>A</td></tr>\n</table>\n</div>\n",
        &[&["raw-html", "HTML"]],
        None,
    )]);
}

#[test]
fn spaces_of_a_word_processor_are_named() {
    let said: &[&[&str]] = &[&["yaml-syntax", "none of a keyboard", "(U+00A0)"]];
    for line in ["title:\u{a0}Talks held", "title\u{a0}: Talks held", "\u{a0}title: Talks held"] {
        check(&[row(UPDATE, first(line), said, "---\ntitle: Talks held\n")]);
    }
    check(&[
        row(UPDATE, first("title:\u{3000}会談"), &[&["yaml-syntax", "full-width space"]], "title: 会談\n"),
        row(
            UPDATE,
            update("evidence:\n\u{a0}\u{a0}- title: A\n\u{a0}\u{a0}  url: https://a.example/x\n"),
            &[&["yaml-syntax", "the space at the start of this line"]],
            "evidence:\n  - title: A\n    url: https://a.example/x\n",
        ),
    ]);
}

#[test]
fn a_line_without_a_key_is_explained() {
    let wrapped: &[&[&str]] = &[&["yaml-syntax", "spaces are missing before it", "→   between the two"]];
    check(&[
        row(UPDATE, first("title: Talks held\nbetween the two"), wrapped, None),
        row(UPDATE, update("summary: Talks\nbetween the two\nby: [ar-trade]\n"), wrapped, None),
        row(
            UPDATE,
            first("title: Talks held\n// for us"),
            &[&["yaml-syntax", "a remark begins with `#`"]],
            "\n# for us\n",
        ),
        row(UPDATE, update("They met.\n"), &[&["yaml-syntax", "this line has no key"]], None),
        row(
            UPDATE,
            first("title = \"Talks held\""),
            &[&["yaml-syntax", "not a `=`"]],
            "title: \"Talks held\"\n",
        ),
        row(UPDATE, first("title; Talks held"), &[&["yaml-syntax", "not a `;`"]], "title: Talks held\n"),
        row(UPDATE, first("title Talks held"), &[&["yaml-syntax", "a colon is missing after `title`"]], None),
        row(
            UPDATE,
            first("**title:** Talks held"),
            &[&["yaml-syntax", "bold or italic"]],
            "---\ntitle: Talks held\n",
        ),
        row(
            UPDATE,
            first("\"title: Talks held\""),
            &[&["yaml-syntax", "around the whole line"]],
            "---\ntitle: Talks held\n",
        ),
        row(
            UPDATE,
            first("- title: Talks held"),
            &[&["yaml-syntax", "as in a list"]],
            "---\ntitle: Talks held\n",
        ),
    ]);
}

#[test]
fn quotation_marks_within_quotation_marks_are_kept_and_no_others_added() {
    let said: &[&[&str]] = &[&["yaml-syntax", "quotation marks within quotation marks"]];
    check(&[
        row(UPDATE, first("title: \"the \"new\" wells\""), said, "title: 'the \"new\" wells'\n"),
        row(
            UPDATE,
            first("title: \"the \"minister's\" wells\""),
            said,
            "title: \"the \\\"minister's\\\" wells\"\n",
        ),
        row(UPDATE, first("title: \"new\" and \"old\""), said, "title: '\"new\" and \"old\"'\n"),
        row(UPDATE, first("title: \"a\"b\"c\""), said, None),
        row(
            UPDATE,
            first("title: \"new\" wells"),
            &[&["yaml-syntax", "only a part of the value"]],
            "title: '\"new\" wells'\n",
        ),
        row(
            UPDATE,
            first("title: 'the minister's talks'"),
            &[&["yaml-syntax", "apostrophe"]],
            "title: \"the minister's talks\"\n",
        ),
        row(
            UPDATE,
            first("title: \"Talks held\","),
            &[&["yaml-syntax", "a `,` stands after the value"]],
            "title: \"Talks held\"\n",
        ),
        row(
            UPDATE,
            update("evidence: [{title: \"the \"new\" wells\", url: \"https://a.example/x\"}]\n"),
            &[&["yaml-syntax", "within quotation marks in `evidence`"]],
            "[{title: 'the \"new\" wells', url: \"https://a.example/x\"}]",
        ),
    ]);
}

#[test]
fn a_value_that_begins_with_a_sign_is_put_in_quotes() {
    for value in ["* Work begins", "*Work* begins", "& so on", "> quoted", "| so", "{a} b", "[Draft] plan"] {
        let fixed = format!("title: \"{value}\"\n");
        let said: &[&[&str]] = &[&["yaml-syntax", "which has a meaning of its own"]];
        check(&[row(UPDATE, first(&format!("title: {value}")), said, fixed.as_str())]);
    }
    check(&[
        row(UPDATE, first("title: - Work"), &[&["yaml-syntax", "begins with `-`"]], None),
        row(UPDATE, first("title: *Work"), &[&["yaml-syntax", "begins with `*`"]], None),
        row(UPDATE, first("title: &so on"), &[&["unsupported-yaml", "→ \"&so on\""]], None),
        row(UPDATE, first("title: !important"), &[&["unsupported-yaml", "→ \"!important\""]], None),
    ]);
}

#[test]
fn a_list_in_other_forms_is_given_in_the_right_one() {
    let both = "items: [\"1.1\", \"1.1.a\"]\n";
    for (value, said) in [
        ("[1.1; 1.1.a]", "several values in one text"),
        ("[1.1、1.1.a]", "several values in one text"),
        ("1.1; 1.1.a", "several values in one text"),
        ("1.1, 1.1.a", "several values in one text"),
        ("1.1 and 1.1.a", "several values in one text"),
        ("\"1.1; 1.1.a\"", "several values in one text"),
        ("[\"1.1\"; \"1.1.a\"]", "a comma is missing between the entries"),
        ("[\"1.1\"、\"1.1.a\"]", "a comma is missing between the entries"),
        ("[\"1.1\" \"1.1.a\"]", "a comma is missing between the entries"),
        ("\"1.1\", \"1.1.a\"", "no `[` and `]` around them"),
        ("[\"1.1\"], [\"1.1.a\"]", "two lists"),
        ("[\"1.1\", \"1.1.a\"],", "a `,` stands after the list"),
        ("[\"1.1\", \"1.1.a]", "a quotation mark is missing in `items`"),
        ("\"1.1\", \"1.1.a\"]", "the `[` is missing at the start"),
    ] {
        check(&[row(UPDATE, items(value), &[&[said]], both)]);
    }
    for value in ["[\"1.1]", "\"1.1\"]", "［\"1.1\"］", "(1.1)"] {
        check(&[row(UPDATE, items(value), &[&["`items`"]], "items: [\"1.1\"]\n")]);
    }
    check(&[
        row(UPDATE, items("[\"1.1"), &[&["is not closed", "`items: [\"1.1\"]`"]], None),
        row(UPDATE, items("\n  * 1.1\n"), &[&["begins with `- `, not with `* `"]], "\n  - 1.1\n"),
        row(
            UPDATE,
            items("\n  • 1.1\n  • 1.1.a"),
            &[&["the hyphen of the keyboard"]],
            "\n  - 1.1\n  - 1.1.a\n",
        ),
        row(UPDATE, items("\n  - 1.1\n  -1.1.a"), &[&["a space is missing after the `-`"]], "\n  - 1.1.a\n"),
        row(
            ITEM,
            item("source:\n  - a\n  - b\n"),
            &[&["wrong-type", "on the line of the key, not a list: `source: a`"]],
            None,
        ),
    ]);
}

/// The quotation mark that is missing is reported in its own line, whatever follows.
#[test]
fn a_missing_quotation_mark_is_reported_where_it_is_missing() {
    let text =
        "---\ntitle: Talks held\ndate: 2024-05-12\nitems: [\"1.1]\nby: [\"ar-trade\"]\n---\n\nThey met.\n";
    let (tree, fixes) = fixes(&[(UPDATE, text)]);
    let span = fixes.before[0].span.unwrap();
    assert_eq!(&tree.text(span.file).unwrap()[span.range()], "\"1.1", "{}", sentences(&fixes.before[0]));
}

/// A value of our own may have any key, and no parser's words are shown for what nobody thought of.
#[test]
fn nothing_is_said_in_the_words_of_a_parser() {
    let rows: Vec<Row<'_>> = vec![row(UPDATE, update("\nx-備考: a\nx-my note: b\n"), &[], None)];
    check(&rows);
    for line in [
        "{",
        "[[[",
        "? a",
        "%",
        "- - -",
        "a: b: c",
        "\"",
        "x: {a: [}",
        "&",
        "!",
        "a: |x",
        ": : [",
        "]",
        "a: [b, {c]",
    ] {
        for problem in fixes(&[(UPDATE, &first(line))]).1.before.iter().map(sentences) {
            for word in ["YAML", "TOML", "mapping values", "indicator", "scalar", "while ", "expected"] {
                assert!(!problem.contains(word), "{line}: {problem}");
            }
        }
    }
}
