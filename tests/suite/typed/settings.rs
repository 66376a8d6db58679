//! Lines of book.toml as people write them who know the YAML of records.

use super::{check, row};

#[test]
fn a_line_that_is_not_toml_is_corrected_in_plain_words() {
    for (line, said, right) in [
        ("title = “Harbour plan”", "curly quotation marks", "title = \"Harbour plan\"\n"),
        ("title = Harbour plan", "is not in quotation marks", "title = \"Harbour plan\"\n"),
        ("title = Wells  # a remark", "is not in quotation marks", "title = \"Wells\"  # a remark\n"),
        (
            "title: \"Harbour plan\"",
            "needs a `=` after it in this file, not a `:`",
            "title = \"Harbour plan\"\n",
        ),
        ("title: Harbour plan", "not a `:`", "title = \"Harbour plan\"\n"),
        ("title ＝ \"Harbour plan\"", "not a `＝`", "title = \"Harbour plan\"\n"),
        ("title\u{a0}= \"Harbour plan\"", "(U+00A0)", "title = \"Harbour plan\"\n"),
        ("title = \"The \"new\" plan\"", "quotation marks within", "title = 'The \"new\" plan'\n"),
        ("title = 'The minister's plan'", "apostrophe", "title = \"The minister's plan\"\n"),
        ("title = \"Harbour plan\",", "a `,` stands after the value", "title = \"Harbour plan\"\n"),
        ("title = \"A\"\nlanguages = [en]", "need quotation marks", "languages = [\"en\"]\n"),
        ("title = \"A\"\nlanguages = [\"en\"; \"ja\"]", "commas", "languages = [\"en\", \"ja\"]\n"),
        ("title = \"A\"\n; a remark", "a remark begins with `#`", "# a remark\n"),
        ("title = \"A\"\n[outputs]\nfeeds = False", "`true` or `false`", "feeds = false\n"),
    ] {
        let text = format!("[book]\n{line}\n");
        check(&[row("book.toml", text, &[&["bad-config", said]], right)]);
    }
    for (text, said) in [
        ("[book]\ntitle = \"Harbour plan\n", "a quotation mark is missing"),
        ("[book]\ntitle =\n", "`title` has no value"),
        ("[book]\ntitle\n", "`title` has no value"),
        ("[book]\ntitle = \"A\"\ntitle = \"B\"\n", "`title` stands twice"),
        ("[book]\nbase url = \"x\"\n", "a key has no spaces"),
        ("[book]\ntitle = \"A\"\nlanguages = [\"en\"\n", "the `[` of `languages` is not closed"),
        ("[book]\ntitle = {a\n", "the `{` of `title` is not closed"),
    ] {
        check(&[row("book.toml", text, &[&["bad-config", said]], None)]);
    }
    check(&[
        row("book.toml", "[book\ntitle = \"A\"\n", &[&["bad-config", "write `[book]`"]], "[book]\n"),
        row(
            "book.toml",
            "book:\n  title: A\n",
            &[&["write `[book]`"], &["write `title = \"A\"`"]],
            "[book]\n  title = \"A\"\n",
        ),
    ]);
}
