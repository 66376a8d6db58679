//! Markup is written for its reader: the comment on a pull request as a code host shows it, remarks as it counts them.

use std::sync::Arc;

use comrak::Options;
use planbook::diag::{Diagnostic, FileId, Severity, Span, code};
use planbook::diff::{Compared, ComparisonReport};
use planbook::report::{ProblemReport, format};
use planbook::source::Tree;

use crate::book::{Book, day, words};

/// As the hosts read a comment: GitHub's Markdown, with the HTML that they let through.
fn rendered(markdown: &str) -> String {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.render.r#unsafe = true;
    comrak::markdown_to_html(markdown, &options)
}

fn comment(before: &Book, after: &Book) -> String {
    let compared =
        Compared { before: "main".to_owned(), after: "here".to_owned(), errors_before: 0, errors_after: 0 };
    let report = ComparisonReport::new(after.since(before), compared, day("2024-06-30"));
    planbook::diff::markdown(&report, Some("https://plan.example/"))
}

fn item(text: &str) -> Book {
    let quoted = text.replace('\'', "''");
    Book::new().item("1.2", &format!("text: '{quoted}'\nlead: [ar-trade]\n"))
}

/// A text without tags, joiners and the difference between kinds of space; entities read.
fn seen(html: &str) -> String {
    let text =
        words(&html.replace("<del>", "").replace("</del>", "").replace("<ins>", "").replace("</ins>", ""));
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.replace('\u{2060}', "")
}

/// What is between two marks, in the order of the page.
fn within(html: &str, tag: &str) -> Vec<String> {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    let pieces = html.split(&open).skip(1);
    pieces.map(|piece| seen(piece.split(&close).next().unwrap())).collect()
}

#[test]
fn words_that_came_and_went_are_shown_as_such() {
    // (case, before, after, gone, new)
    type Case = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);
    let cases: &[Case] = &[
        ("32 a comma", "Build towns, to live in", "Build towns to live in", &[","], &[]),
        ("32 brackets between letters", "協定を結ぶ", "協定（仮称）を結ぶ", &[], &["（仮称）"]),
        ("32 in front of brackets", "協定「案」を結ぶ", "協定「」を結ぶ", &["案"], &[]),
        ("32 a full stop", "Conduct a survey.", "Conduct a survey", &["."], &[]),
        ("32 stars", "a * b ** c", "a * b *** c", &[], &["*"]),
        ("32 tildes", "a ~ b", "a ~~ b", &[], &["~"]),
        ("32 Hangul", "협정을 맺는다", "협정(안)을 맺는다", &["협정을"], &["협정", "(", "안", ")", "을"]),
        ("32 quotation marks", "the \"plan\" of", "the “plan” of", &["\"", "\""], &["“", "”"]),
        ("32 an emoji", "fine", "fine 👍", &[], &["👍"]),
        ("32 a pipe", "a | b", "a || b", &[], &["|"]),
        ("32 a tag", "a b", "a <b> b", &[], &["<b>"]),
    ];
    for (case, before, after, gone, new) in cases {
        let html = rendered(&comment(&item(before), &item(after)));
        let line =
            html.lines().find(|line| line.contains("text: ")).unwrap_or_else(|| panic!("{case}: {html}"));
        let joined = |list: &[&str]| list.concat().replace(' ', "");
        let found = |tag: &str| within(line, tag).concat().replace(' ', "");
        assert_eq!(found("del"), joined(gone), "{case}: {line}");
        assert_eq!(found("ins"), joined(new), "{case}: {line}");
        assert!(!line.contains("~~") || before.contains('~'), "{case}: {line}");
        assert!(!line.contains("**") || before.contains("**"), "{case}: {line}");
    }
}

/// Texts that a host would make something of.
const ODD: &[&str] = &[
    "@everyone and @a-b/c",
    "#1 and o/r#1 and GH-1 and ABC-123",
    "o/r@0123456789abcdef0123456789abcdef01234567",
    "in deadbee and 1234567 and cafebabe0",
    "!1 ~label ~\"two words\" %\"Milestone 1\" $1 &1 ^alert#1 *iteration:1 [vulnerability:1] +1",
    "https://evil.example/ and http://evil.example and HTTPS://EVIL.EXAMPLE",
    "www.evil.example and WWW.evil.example",
    "a@evil.example and mailto:a@evil.example and xmpp:a@evil.example/x",
    "ftp://evil.example/x",
    ":smile: and :+1:",
    "![x](https://evil.example/x.png) [a](https://evil.example) [b][c] [^1] [ ] [x]",
    "<img src=x onerror=alert(1)> <b>x</b> <!-- x --> <?x?> <![CDATA[x]]> </strong></ins>",
    "`code` and ``two`` and ~~~ and ```",
    "&amp; &lt; &#64; &copy;",
    "a\\@b \\* \\",
    "| a | b |",
    "- [ ] task",
    "+ plus",
    "1. one",
    "1) one",
    "# heading",
    "> quote",
    "=== and ---",
    "***bold*** _it_ __b__ *i*",
    "$x$ and $`x`$",
    "/close",
    "**「仮称」**を",
    "全角＠名前＃１",
];

#[test]
fn a_text_is_shown_as_it_is_and_is_nothing_else() {
    for text in ODD {
        // As a title at the start of a line, as words that came, as a name, and in what a check says.
        let title = text.replace('\'', "''");
        let agency = format!("---\nname: '{title}'\n---\n");
        let page = format!("---\ntitle: '{title}'\n---\n");
        let before = item("It is said");
        let after = item(&format!("It is said {text}"))
            .file("content/agencies/new.md", agency)
            .file("content/pages/new.md", page)
            .file("content/areas/02-new/area.md", format!("---\nnumber: 2\ntitle: '{title}'\n---\n"));
        let html = rendered(&comment(&before, &after)).replace("<em>What to do:</em>", "");
        for alive in [
            "<img",
            "<a href=\"https://evil",
            "<a href=\"http://",
            "href=\"mailto:",
            "href=\"xmpp:",
            "<input",
            "<b>",
            "<em>",
            "<table",
            "<pre",
            "<blockquote",
            "<!--",
            "<sup",
            "ftp://",
        ] {
            assert!(!html.contains(alive), "{text}: {alive} in {html}");
        }
        // All links are ours.
        for link in html.split("<a href=\"").skip(1) {
            assert!(link.starts_with("https://plan.example/"), "{text}: {link}");
        }
        assert_eq!(html.matches("<strong>").count(), html.matches("</strong>").count(), "{text}");
        let plain: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let count = seen(&html).matches(&plain).count();
        assert!(count >= 3, "{text}: {count} in {}", seen(&html));
        assert_eq!(html.matches("<ul>").count(), html.matches("<h3>").count(), "{text}: {html}");
        // What a host looks for after the Markdown was read.
        let text_only = words(&html);
        for call in [
            "@everyone",
            "@a-b",
            "#1",
            "GH-1",
            "ABC-123",
            "!1",
            "~label",
            "%\"",
            "^alert",
            ":smile:",
            "www.evil",
            "WWW.evil",
            "://evil",
            "deadbee",
            "1234567",
            "cafebabe",
            "@0123456",
            "@evil",
        ] {
            assert!(!text_only.contains(call), "{text}: {call} in {text_only}");
        }
    }
}

#[test]
fn what_turns_a_text_is_shown_by_its_name() {
    let html = rendered(&comment(&item("It is said"), &item("It is said \u{202e}here\u{2066}")));
    assert!(html.contains("(U+202E)") && !html.contains(['\u{202e}', '\u{2066}']), "{html}");
}

fn problems(errors: usize, warnings: usize) -> (Arc<Tree>, Vec<Diagnostic>) {
    let text = "line\n".repeat(errors + warnings);
    let (tree, _) = Tree::new([("content/a.md".to_owned(), text.into_bytes())]);
    let at = |line: usize| Span::new(FileId(0), line * 5..line * 5 + 4);
    let made = |line: usize| {
        let code = if line < errors { code::BAD_ID } else { code::STRAY_FILE };
        let severity = if line < errors { Severity::Error } else { Severity::Warning };
        let mut problem = Diagnostic::new(code, at(line), format!("problem {line} with % and ::error::"));
        problem.severity = severity;
        problem
    };
    let all = (0..errors + warnings).map(made).collect();
    (Arc::new(tree), all)
}

#[test]
fn no_remark_is_one_that_github_drops() {
    for (errors, warnings) in [(0, 0), (10, 10), (11, 3), (3, 11), (30, 200), (1, 1)] {
        let (tree, problems) = problems(errors, warnings);
        let text = (format("github").unwrap().write)(&ProblemReport {
            problems: &problems,
            tree: &tree,
            prefix: "",
        });
        for (command, count) in [("::error ", errors), ("::warning ", warnings)] {
            let shown: Vec<&str> = text.lines().filter(|line| line.starts_with(command)).collect();
            assert_eq!(shown.len(), count.min(10), "{errors} {warnings}: {text}");
            if count > 10 {
                let last = shown.last().unwrap();
                let rest = count - 9;
                assert!(last.contains(&format!("The last {rest} are:")), "{last}");
                assert_eq!(last.matches("%0A").count(), rest.min(40) + usize::from(rest > 40), "{last}");
            }
        }
        // Each of them is in the log.
        for problem in &problems {
            let name = problem.message.split(" with").next().unwrap();
            assert!(text.contains(&format!("{name} with")), "{name}: {text}");
        }
    }
}

#[test]
fn a_file_for_code_scanning_has_no_more_results_than_are_taken() {
    let (tree, problems) = problems(3, 25_010);
    let mut mixed = problems;
    mixed.rotate_left(3);
    let text = (format("sarif").unwrap().write)(&ProblemReport { problems: &mixed, tree: &tree, prefix: "" });
    let log: serde_json::Value = serde_json::from_str(&text).unwrap();
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 25_000);
    assert_eq!(results.iter().filter(|it| it["level"] == "error").count(), 3);
    let said = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap();
    assert!(said.starts_with("13 more problems"), "{said}");
}
