//! `planbook fix`: what is certain is fixed, all else is left to people.

use std::collections::BTreeMap;

use planbook::diag::Diagnostic;
use planbook::fix::{self, Fixes};
use planbook::report::fingerprint;
use planbook::source::Tree;
use proptest::prelude::*;

use crate::book::day;

/// The small book with other texts in some of its files.
fn files(changed: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    let mut files: BTreeMap<&str, &str> = BTreeMap::from([
        ("book.toml", "[book]\ntitle = \"Harbour plan\"\n"),
        ("content/plan.md", "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n"),
        ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
        (
            "content/areas/01-trade/1.1-talks.md",
            "---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\n---\n",
        ),
        ("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\nparty: Arland\n---\n"),
    ]);
    files.extend(changed.iter().copied());
    files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect()
}

fn fixes_of(changed: &[(&str, &str)]) -> (Tree, Fixes) {
    let (tree, found) = Tree::new(files(changed));
    let fixes = fix::find(&tree, &found, day("2024-06-30"));
    (tree, fixes)
}

const ITEM: &str = "content/areas/01-trade/1.1-talks.md";

/// What becomes of the item.
fn fixed(text: &str) -> Option<String> {
    fixes_of(&[(ITEM, text)]).1.files.first().map(|file| file.new.clone())
}

#[test]
fn a_typing_error_with_one_way_out_is_fixed_where_it_stands() {
    let text = "\u{feff}---\r\ntitle: 会談\r\nkind: 'recuring'   # as agreed\r\nlead: [ar-ttrade]\r\n---\r\nText [[1.1]].\r\n";
    let right = text.replace("recuring", "recurring").replace("ar-ttrade]", "ar-trade]");
    assert_eq!(fixed(text).as_deref(), Some(right.as_str()));
}

#[test]
fn what_a_fixed_record_shows_is_fixed_too() {
    let text = "---\ntitle: Talks\nkind: recuring\nlead: [ar-ttrade]\n---\n";
    let (_, fixes) = fixes_of(&[(ITEM, text)]);
    assert!(fixes.after.is_empty() && fixes.words == 2, "{:?}", fixes.after);
}

#[test]
fn a_truth_value_in_quotes_becomes_one() {
    let settings = "[book]\ntitle = \"Harbour plan\"\n[outputs]\ncards = \"yes\"\nembed = \"No\"\n";
    let (_, fixes) = fixes_of(&[("book.toml", settings)]);
    let new = &fixes.files[0].new;
    assert!(new.ends_with("cards = true\nembed = false\n") && fixes.after.is_empty(), "{new}");
}

#[test]
fn numbers_are_never_fixed() {
    let update = "---\ntitle: U\ndate: 2021-03-01\nitems: [\"1.11\"]\n---\n";
    let (_, fixes) = fixes_of(&[("content/updates/2021-03-01-u.md", update)]);
    assert!(fixes.before.iter().all(|problem| problem.suggestion.is_none()), "{:?}", fixes.before);
    assert!(fixes.files.is_empty());
}

#[test]
fn of_two_that_are_as_close_none_is_taken() {
    let other = "---\nname: Ministry of Trades\nparty: Boria\n---\n";
    let text = "---\ntitle: Talks\nkind: recurring\nlead: [ar-ttrade]\n---\n";
    assert!(fixed(text).is_some());
    let (_, fixes) = fixes_of(&[("content/agencies/ar-ttrande.md", other), (ITEM, text)]);
    assert!(fixes.files.is_empty(), "{:?}", fixes.files);
}

#[test]
fn what_would_bring_another_problem_is_left_and_the_rest_is_fixed() {
    // `titel` would become a second `title`.
    let text = "---\ntitle: Talks\ntitel: Talks\nkind: recuring\nlead: [ar-trade]\n---\n";
    let right = text.replace("recuring", "recurring");
    assert_eq!(fixed(text).as_deref(), Some(right.as_str()));
}

#[test]
fn settings_are_fixed_too() {
    let settings = "[book]\ntitle = \"Harbour plan\"\n[check]\nstray-fiel = \"off\"\n";
    let (_, fixes) = fixes_of(&[("book.toml", settings)]);
    assert_eq!(fixes.files[0].new, settings.replace("fiel", "file"));
}

#[test]
fn a_right_book_stays_as_it_is() {
    let (_, fixes) = fixes_of(&[]);
    assert!(fixes.files.is_empty() && fixes.words == 0);
}

#[test]
fn what_shows_only_when_a_record_can_be_read_was_there_before() {
    let text = "---\ntitle: Talks\nkind: recuring\nlead: [nobody]\n---\n\nSee [[9.9]].\n";
    let (tree, fixes) = fixes_of(&[(ITEM, text)]);
    assert_eq!(counts(&fixes.before, &tree).len(), 1);
    assert_eq!(fixes.files[0].new, text.replace("recuring", "recurring"));
    assert_eq!(counts(&fixes.after, &tree).len(), 2, "{:?}", fixes.after);
}

/// The agency that is meant has a slip of its own, so another that is like it must not take its place.
#[test]
fn a_record_that_cannot_be_read_yet_may_be_the_one_that_is_meant() {
    let text = "---\ntitle: Talks\nkind: recurring\nlead: [ar-Trade]\n---\n";
    let (_, fixes) = fixes_of(&[
        (ITEM, text),
        ("content/agencies/ar-trade.md", "---\nnmae: Ministry of Trade\nparty: Arland\n---\n"),
        ("content/agencies/ar-trades.md", "---\nname: Office of Trades\nparty: Arland\n---\n"),
    ]);
    let item = fixes.files.iter().find(|file| file.path == ITEM).map(|file| file.new.clone());
    assert_eq!(item, Some(text.replace("ar-Trade", "ar-trade")), "{:?}", fixes.after);
    assert!(fixes.after.is_empty(), "{:?}", fixes.after);
    // Letters number parts, as digits do.
    let update =
        "---\ntitle: U\ndate: 2021-03-01\nitems: [\"1.1.c\"]\nstatus: in-progress\n---\n\nIt began.\n";
    let part = "---\ntitle: Talks\nkind: continuing\n---\n";
    let parts = [
        ("content/updates/2021-03-01-u.md", update),
        (ITEM, "---\ntitle: Talks\nkind: container\nlead: [ar-trade]\n---\n"),
        ("content/areas/01-trade/1.1.a-talks.md", part),
    ];
    let (_, fixes) = fixes_of(&parts);
    assert_eq!((fixes.before.len(), fixes.files.len()), (1, 0), "{:?}", fixes.before);
}

#[test]
fn links_of_texts_are_fixed_but_for_numbers_and_keep_words_of_their_own() {
    let text =
        |links: &str| format!("---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\n---\n\nSee {links}.\n");
    assert_eq!(fixed(&text("[[ar-ttrade]]")), Some(text("[[ar-trade]]")));
    assert_eq!(fixed(&text("[[1.2]]")), None);
    assert_eq!(fixed(&text("[[ar-ttrade|the ministry]]")), Some(text("[[ar-trade|the ministry]]")));
}

#[test]
fn a_status_that_needs_more_is_left_to_people() {
    let update = "---\ntitle: U\ndate: 2021-03-01\nitems: [\"1.1\"]\nstatus: complted\n---\n\nIt is done.\n";
    let (_, fixes) = fixes_of(&[("content/updates/2021-03-01-u.md", update)]);
    assert_eq!((fixes.before.len(), fixes.files.len()), (1, 0), "{:?}", fixes.after);
}

/// What somebody sees who answers at a terminal, and what is then in the file.
fn at_a_terminal(answer: &str) -> (String, String) {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files(&[(ITEM, "---\ntitle: Talks\nkind: recuring\nlead: [ar-trade]\n---\n")]) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let mut terminal = Command::new("python3")
        .args([
            "-c",
            "import pty, sys; pty.spawn(sys.argv[1:])",
            env!("CARGO_BIN_EXE_planbook"),
            "fix",
            "--root",
        ])
        .arg(folder.path())
        .env("TERM", "xterm")
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    terminal.stdin.as_mut().unwrap().write_all(format!("{answer}\n").as_bytes()).unwrap();
    let output = terminal.wait_with_output().unwrap();
    let text = std::fs::read_to_string(folder.path().join(ITEM)).unwrap();
    (String::from_utf8(output.stdout).unwrap(), text)
}

#[test]
fn whoever_sits_at_the_terminal_is_asked() {
    let (seen, text) = at_a_terminal("y");
    assert!(seen.contains("\u{1b}[31m-kind: recuring\u{1b}[0m"), "{seen:?}");
    assert!(seen.contains("Write this? [y/N] ") && seen.contains("fixed: no problems"), "{seen}");
    assert!(text.contains("kind: recurring"));
    for answer in ["", "n", "maybe"] {
        let (seen, text) = at_a_terminal(answer);
        assert!(seen.contains("nothing was written") && text.contains("kind: recuring\n"), "{seen}");
    }
}

/// How often each problem is there.
fn counts(problems: &[Diagnostic], tree: &Tree) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for problem in problems {
        *counts.entry(fingerprint(problem, tree)).or_default() += 1;
    }
    counts
}

/// The lines of a front matter with some letters written over.
fn slips(lines: &[&str]) -> impl Strategy<Value = String> {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    proptest::collection::vec((0..lines.len(), 0..6usize, "[a-z.1]"), 1..6).prop_map(move |slips| {
        let mut lines = lines.clone();
        for (line, at, letter) in slips {
            lines[line].replace_range(at..=at, &letter);
        }
        format!("---\n{}\n---\n", lines.join("\n"))
    })
}

proptest! {
    #![proptest_config(crate::random::config(40))]
    #[test]
    fn in_a_record_that_can_be_read_no_problem_comes(
        text in slips(&["lead: [ar-trade]", "due: 2024-12", "summary: Short", "related: [\"1.1\"]"])
    ) {
        let text = text.replacen("---\n", "---\ntitle: Talks\nkind: recurring\n", 1);
        let (tree, fixes) = fixes_of(&[(ITEM, &text)]);
        let unread = |problem: &Diagnostic| problem.code.name == "yaml-syntax";
        prop_assume!(!fixes.before.iter().any(unread));
        let before = counts(&fixes.before, &tree);
        for (print, now) in counts(&fixes.after, &tree) {
            prop_assert!(now <= before.get(&print).copied().unwrap_or(0), "{:?}", fixes.after);
        }
    }

    #[test]
    fn what_was_mended_needs_no_more_mending(
        text in slips(&["title: Talks", "kind: recurring", "lead: [ar-trade]", "due: 2024-12"])
    ) {
        let (_, fixes) = fixes_of(&[(ITEM, &text)]);
        prop_assert_eq!(fixes.files.is_empty(), fixes.words == 0);
        if let Some(file) = fixes.files.first() {
            let (_, again) = fixes_of(&[(ITEM, &file.new)]);
            prop_assert!(again.files.is_empty(), "{:?}", again.files);
        }
    }
}

/// An item with a short update, in which a line stands between the lines of the update.
fn torn(between: &str, rest: &str) -> String {
    format!(
        "---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\nupdates:\n  - date: 2021-05\n    status: in-progress\n{between}\n    {rest}\n---\n"
    )
}

#[test]
fn a_line_between_those_of_an_entry_takes_nothing_out_of_it() {
    let rests = [
        "evidence:\n      - title: A\n        url: https://a.example/",
        // Each of these is a key of the item, too, so no problem would come.
        "audience: internal",
        "see: [{title: A, url: \"https://a.example/\"}]",
        "note: |\n      Some words.",
    ];
    for between in ["due: 2024-12", "summary: Words.", "start: 2021-01", "# a remark\ntext: Words."] {
        for rest in rests {
            let text = torn(between, rest);
            let (_, fixes) = fixes_of(&[(ITEM, &text)]);
            assert!(fixes.before.iter().any(|problem| problem.code.name == "yaml-syntax"), "{text}");
            assert_eq!(fixes.files, [], "{text}");
            let help = fixes.before[0].help.as_deref().unwrap_or_default();
            assert!(help.starts_with("move the line with"), "{help}");
        }
    }
}

#[test]
fn a_key_that_would_be_one_too_many_stays_where_it_is() {
    // There is no entry to which it can belong, and the item has no such key.
    let text = "---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\n  evidence: []\n---\n";
    assert_eq!(fixed(text), None);
    // The same with a key that it has.
    let text = text.replace("evidence: []", "due: 2024-12");
    assert_eq!(fixed(&text), Some(text.replace("  due", "due")));
    // A required key that has come to stand elsewhere is missing where it stood.
    let text = "---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\nupdates:\n  - status: in-progress\n     date: 2021-05\n    note: Words.\n---\n";
    assert_eq!(fixed(text), Some(text.replace("     date", "    date")));
}

#[test]
fn what_a_correction_says_can_be_seen() {
    let text = "---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\n  due: 2024-12\n---\n";
    let (tree, fixes) = fixes_of(&[(ITEM, text)]);
    let report = planbook::report::ProblemReport { problems: &fixes.before, tree: &tree, prefix: "" };
    let said = report.sentences(&fixes.before[0]);
    assert!(said.contains("remove the spaces") && !said.contains("did you mean"), "{said}");
    let drawn = planbook::report::render(&fixes.before, &tree, planbook::report::Style::Plain);
    assert!(drawn.contains("with other spaces") && !drawn.contains("``"), "{drawn}");
}

/// Every line of an item that has one of everything.
const LINES: [&str; 20] = [
    "title: Talks",
    "kind: recurring",
    "lead: [ar-trade]",
    "summary: \"Short: words\"",
    "due: 2024-12",
    "see:",
    "  - title: A",
    "    url: https://a.example/",
    "  - {title: B, url: \"https://b.example/\"}",
    "updates:",
    "  - date: 2021-05",
    "    status: in-progress",
    "    evidence:",
    "      - title: C",
    "        url: https://c.example/",
    "    note: |",
    "      Some words: here.",
    "  - date: 2022-05",
    "    note: More.",
    "audience: public",
];

/// Settings that have one of everything.
const SETTINGS: [&str; 14] = [
    "[book]",
    "title = \"Harbour plan\"",
    "languages = [\"en\", \"fr\"]",
    "[site]",
    "banner = \"Draft: for comment\"",
    "[nav]",
    "order = [\"areas\", \"agencies\"]",
    "add = [",
    "  {title = \"Port\", url = \"https://port.example/\"},",
    "]",
    "[check]",
    "stale = \"off\"",
    "[outputs]",
    "cards = true",
];

/// A file after each slip of one hand in a line: too many or too few spaces, a sign too few or too many.
fn slips_in(lines: &[&str], at: usize) -> Vec<String> {
    let line = lines[at];
    let deeper = (1..5).map(|spaces| " ".repeat(spaces) + line);
    let higher = (1..5).filter_map(|spaces| line.strip_prefix(&" ".repeat(spaces)).map(str::to_owned));
    let signs = line.char_indices().filter(|(_, c)| !c.is_alphanumeric());
    let typed = signs.flat_map(|(at, _)| {
        let without = [&line[..at], &line[at + 1..]].concat();
        let with = ["\"", ":", "-", "]", "}", "[", "{", ",", "=", "#", " "];
        with.map(|sign| [&line[..at], sign, &line[at..]].concat()).into_iter().chain([without])
    });
    let with = |slip: String| [&lines[..at], &[&slip], &lines[at + 1..]].concat().join("\n") + "\n";
    deeper.chain(higher).chain(typed).map(with).collect()
}

/// Asserts that each slip in the lines of a file is mended as it was meant, if it is, and counts those that are.
fn mended(path: &str, lines: &[&str]) -> usize {
    // A slip in a line `---` can leave a remark or a line of the text, which is right, too.
    let keys = (0..lines.len()).filter(|at| lines[*at] != "---");
    let original = lines.join("\n") + "\n";
    let fixed = |text: &str| fixes_of(&[(path, text)]).1.files.first().map(|file| file.new.clone());
    assert_eq!(fixed(&original), None);
    // How far a line is moved is a matter of taste, as long as it is part of the same.
    let words =
        |text: &str| text.lines().map(|line| line.split_whitespace().collect()).collect::<Vec<String>>();
    let mut mended = 0;
    for text in keys.flat_map(|at| slips_in(lines, at)) {
        let Some(new) = fixed(&text) else { continue };
        assert_eq!(words(&new), words(&original), "{text}\n{new}");
        let (_, again) = fixes_of(&[(path, &new)]);
        assert_eq!(again.before, [], "{new}");
        mended += 1;
    }
    mended
}

#[test]
fn a_slip_is_mended_as_it_was_meant_or_left_to_people() {
    let item = [&["---"], &LINES[..], &["---"]].concat();
    let mended = [mended(ITEM, &item), mended("book.toml", &SETTINGS)];
    assert!(mended[0] > 100 && mended[1] > 5, "only {mended:?}");
}

#[test]
fn a_line_that_stands_elsewhere_is_left_where_it_is() {
    for from in 0..LINES.len() {
        for to in 0..LINES.len() {
            let mut moved = LINES.to_vec();
            let line = moved.remove(from);
            moved.insert(to, line);
            let mut copied = LINES.to_vec();
            copied.insert(to, line);
            for lines in [moved, copied] {
                let text = format!("---\n{}\n---\n", lines.join("\n"));
                assert_eq!(fixed(&text), None, "{line} moved to {to}");
            }
        }
    }
}
