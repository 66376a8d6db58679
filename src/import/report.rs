//! What an import says of itself: the outline as a tree, what was decided, where the lines went.

use std::fmt::Write as _;

use super::Import;
use super::coverage::short;

/// What every report begins with.
pub const REPORT_BEGINS: &str = "Found ";

/// The outline, a line for each record.
pub fn tree(import: &Import) -> String {
    let mut text = String::new();
    for record in &import.records {
        let indent = "  ".repeat(record.depth);
        let _ = writeln!(text, "{indent}{}  {}", record.id, short(&record.title, 76));
    }
    text
}

/// What was found, decided and noticed, and how many lines went where. `whole` adds every line.
pub fn report(import: &Import, whole: bool) -> String {
    let count =
        |depth: &dyn Fn(usize) -> bool| import.records.iter().filter(|record| depth(record.depth)).count();
    let number = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let mut text = format!(
        "{REPORT_BEGINS}{}, {} and {}\n",
        number(count(&|depth| depth == 0), "area"),
        number(count(&|depth| depth == 1), "item"),
        number(count(&|depth| depth > 1), "part"),
    );
    let most = if whole { usize::MAX } else { MOST };
    list(&mut text, "Decisions, and the flag that changes each:", &import.decided, most);
    list(&mut text, "To be looked at, the most doubtful first:", &import.remarks, most);
    let cut = import.records.iter().filter(|record| record.title_is_cut).count();
    if cut > 0 {
        let _ = writeln!(text, "\nTitles to write: {cut}. Their files contain FILL IN");
    }
    let _ = write!(text, "\n{}", import.coverage.summary());
    if whole {
        let _ = write!(text, "\nEvery line:\n{}", import.coverage.whole(&import.records));
    }
    text
}

/// A text full of mistakes has the same one many times.
const MOST: usize = 40;

fn list(text: &mut String, heading: &str, lines: &[String], most: usize) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{heading}");
    for line in lines.iter().take(most) {
        let _ = writeln!(text, "  - {line}");
    }
    if lines.len() > most {
        let _ = writeln!(text, "  - and {} more", lines.len() - most);
    }
}
