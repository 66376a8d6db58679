//! Files with far too many problems: each is told, and none costs more than the lines around it.

use planbook::diag::{Diagnostic, FileId, Span, code};
use planbook::report::{self, FORMATS, ProblemReport, Style};
use planbook::source::Tree;

/// A tree with one long file, and a problem in each of its lines, with a label far away.
fn long(lines: usize) -> (Tree, Vec<Diagnostic>) {
    let text: String = (0..lines).map(|line| format!("key-{line:05}:\n")).collect();
    let (tree, _) = Tree::new([("content/long.md".to_owned(), text.into_bytes())]);
    let problems = (0..lines).map(|line| {
        let span = Span::new(FileId(0), line * 11..line * 11 + 9);
        Diagnostic::new(code::DUPLICATE_KEY, span, "said again")
            .label(Span::new(FileId(0), 0..9), "first here")
    });
    (tree, problems.collect())
}

#[test]
fn lines_are_numbered_as_in_the_file() {
    let (tree, problems) = long(20_000);
    let drawn = report::render(&problems[15_000..15_001], &tree, Style::Plain);
    assert_eq!(
        drawn.lines().take(9).collect::<Vec<_>>().join("\n"),
        "error[duplicate-key]: said again\n     --> content/long.md:15001:1\n      |\n15001 | key-15000:\n      | ^^^^^^^^^\n      |\n     ::: content/long.md:1:1\n      |\n    1 | key-00000:"
    );
}

#[test]
fn every_format_tells_all_of_them() {
    let (tree, problems) = long(3_000);
    for format in FORMATS {
        let text = (format.write)(&ProblemReport { problems: &problems, tree: &tree, prefix: "" });
        let told = text.matches("said again").count();
        assert_eq!(told, problems.len(), "{}", format.name);
        assert!(text.contains("3000"), "{}: the last line has its number", format.name);
    }
}
