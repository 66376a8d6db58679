//! The lines of `---` around front matter, and files in the folder of other records.

use super::{ITEM, UPDATE, check, row, update};

const HEAD: &str = "title: Talks held\ndate: 2024-05-12\nitems: [\"1.1\"]\n";

#[test]
fn another_sign_than_three_hyphens_is_named() {
    let right = format!("---\n{HEAD}---\n\nThey met.\n");
    for sign in [
        "----",
        "--",
        "—",
        "———",
        "–––",
        "－－－",
        "- - -",
        " ---",
        "...",
        "***",
        "====",
        "+++",
        "~~~",
        "```",
    ] {
        let end = format!("---\n{HEAD}{sign}\n\nThey met.\n");
        check(&[row(UPDATE, end, &[&["no-front-matter", "ends with", sign]], right.as_str())]);
        let start = format!("{sign}\n{HEAD}---\n\nThey met.\n");
        check(&[row(UPDATE, start, &[&["no-front-matter"]], right.as_str())]);
    }
    // A rule in the text below is none of its business.
    let later = format!("---\n{HEAD}----\n\nThey met.\n\n---\n\nAgain.\n");
    check(&[row(
        UPDATE,
        later,
        &[&["no-front-matter", "`----`"]],
        "[\"1.1\"]\n---\n\nThey met.\n\n---\n\nAgain.\n",
    )]);
    let fenced = format!("```yaml\n{HEAD}```\n\nThey met.\n");
    check(&[row(UPDATE, fenced, &[&["no-front-matter"]], right.as_str())]);
    let toml = "+++\ntitle = \"Talks\"\n+++\n";
    check(&[row(
        UPDATE,
        toml,
        &[&["no-front-matter", "TOML, which planbook reads in book.toml only", "`title: Talks held`"]],
        None,
    )]);
}

#[test]
fn a_text_above_the_second_line_is_moved_below_it() {
    let right = format!("---\n{HEAD}\n---\n\nThey met.");
    let said: &[&[&str]] = &[&["no-front-matter", "this text stands above the second line"]];
    check(&[
        row(UPDATE, format!("---\n{HEAD}\nThey met.\n---\n"), said, right.as_str()),
        row(UPDATE, format!("---\n{HEAD}\nThey met.\n\n- one\n\n---\n"), said, "---\n\nThey met.\n\n- one\n"),
        // With a colon it is YAML, and no key.
        row(
            UPDATE,
            format!("---\n{HEAD}\nThey met in Tokyo: all.\n---\n"),
            said,
            "---\n\nThey met in Tokyo: all.\n",
        ),
        // Which of the two lines is a rule across the page, nobody can know.
        row(UPDATE, format!("---\n{HEAD}\nThey met.\n\n---\n\nMore.\n"), said, None),
    ]);
}

#[test]
fn a_missing_line_is_put_where_it_is_missing() {
    check(&[
        row(
            UPDATE,
            format!("---\n{HEAD}\nThey met.\n"),
            &[&["no-front-matter", "missing above this text"]],
            "[\"1.1\"]\n\n---\n\nThey met.\n",
        ),
        row(
            ITEM,
            "---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\n",
            &[&["no-front-matter", "missing below this line"]],
            "lead: [ar-trade]\n---\n",
        ),
        row(
            UPDATE,
            format!("{HEAD}---\n\nThey met.\n"),
            &[&["no-front-matter", "does not begin"]],
            "---\ntitle: Talks held\n",
        ),
        row(
            UPDATE,
            format!("{HEAD}\nThey met.\n"),
            &[&["no-front-matter", "before and after"]],
            "---\ntitle: Talks held\ndate: 2024-05-12\nitems: [\"1.1\"]\n---\n\nThey met.\n",
        ),
        row(
            UPDATE,
            format!("\n\n{}", update("")),
            &[&["no-front-matter", "an empty line"]],
            "---\ntitle: Talks held\n",
        ),
        row(
            UPDATE,
            format!("Talks\n\n{}", update("")),
            &[&["no-front-matter", "in front of the first `---`"]],
            None,
        ),
        row(
            UPDATE,
            format!("# Talks\n{}", update("")),
            &[&["no-front-matter", "in front of the first `---`"]],
            None,
        ),
        row(UPDATE, "Words only.\n", &[&["no-front-matter", "does not start with front matter"]], None),
    ]);
}

#[test]
fn a_record_in_the_folder_of_others_is_led_to_its_own() {
    let own = "content/updates/2024-05-12-talks.md";
    for path in [
        "content/areas/01-trade/2024-05-12-talks.md",
        "content/areas/01-trade/talks.md",
        "content/areas/01-trade/2024-05-talks.md",
        "content/areas/01-trade/1.2-talks.md",
        "content/areas/01-trade/talks-2024-05-12.md",
        "content/areas/01-trade/updates/2024-05-12-talks.md",
        "content/2024-05-12-talks.md",
    ] {
        check(&[row(path, update(""), &[&["misplaced-file", "is an update by its keys", own]], None)]);
    }
    check(&[
        row(
            "content/areas/01-trade/2024-05-12-talks.md",
            "They met.\n",
            &[&["misplaced-file", "by its name", own]],
            None,
        ),
        row(
            "content/areas/01-trade/ar-ports.md",
            "---\nname: Ports\nparty: Arland\n---\n",
            &[&["misplaced-file", "is an agency", "content/agencies/ar-ports.md"]],
            None,
        ),
        row(
            "content/updates/1.2-wells.md",
            "---\ntitle: Wells\nkind: event\nlead: [ar-trade]\n---\n",
            &[&["misplaced-file", "is an item", "content/areas/"]],
            None,
        ),
    ]);
}
