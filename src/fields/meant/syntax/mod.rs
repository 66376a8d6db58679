//! What is wrong with front matter that is not YAML. The parser knows only that it could not go on; people look at one line, so
//! each line at or above that place is compared with the mistakes that are made most often, the nearest first. What would be
//! written instead is tried: it explains the mistake only when the front matter can be read further than before.

mod explanation;
mod keys;
mod lines;
mod lists;
mod marks;
mod spaces;
mod stray;
mod values;

use granit_parser::Parser;

pub(in crate::fields) use explanation::Explanation;
pub(in crate::fields::meant) use explanation::certain;
use lines::Lines;
pub use lines::is_key;
pub(in crate::fields::meant) use marks::{Within, quoted, within};

/// Whether a line is to blame.
type Check = fn(&Lines<'_>, usize) -> Option<Explanation>;

/// In this order: what explains most comes first.
const CHECKS: [Check; 22] = [
    spaces::tab,
    spaces::odd,
    keys::wide_colon,
    keys::dressed,
    spaces::no_space,
    spaces::glued_dash,
    values::curly,
    values::marks,
    lists::remark,
    lists::bracket,
    lists::flow,
    lists::after_bracket,
    values::colon,
    lists::bullet,
    values::unclosed,
    keys::no_colon,
    stray::remark,
    stray::second_entry,
    stray::dash_before_key,
    spaces::indented,
    stray::no_key,
    unknown_bracket,
];

/// How many lines above the error are looked at.
const LINES: usize = 200;
/// How many corrections are tried at most: each reads the front matter again.
const TRIES: usize = 20;

/// The line that is to blame when the parser stopped at byte `at`.
pub(in crate::fields) fn explain(text: &str, at: usize) -> Option<Explanation> {
    let lines = Lines::new(text, at);
    let last = (lines.stopped + 1).min(lines.all.len());
    let mut left = TRIES;
    // The parser stops above a tab: it takes it for a part of the line before.
    if let Some(found) = (lines.stopped..lines.all.len()).take(2).find_map(|index| spaces::tab(&lines, index))
    {
        return Some(found);
    }
    for index in (last.saturating_sub(LINES)..last).rev() {
        for found in CHECKS.iter().filter_map(|check| check(&lines, index)) {
            if found.instead.is_none() {
                return Some(found);
            }
            left = left.checked_sub(1)?;
            if leads_on(text, &found) {
                return Some(found);
            }
        }
    }
    None
}

/// Whether the front matter can be read further with a correction.
fn leads_on(text: &str, found: &Explanation) -> bool {
    let Some(before) = stop(text) else { return true };
    let mut right = text.to_owned();
    right.replace_range(found.place.clone(), found.instead.as_deref().unwrap_or_default());
    stop(&right).is_none_or(|after| after.0 > before.0 || (after.0 == before.0 && after.1 != before.1))
}

/// Where the parser stops, and why: the number of the line, and its words.
fn stop(text: &str) -> Option<(usize, String)> {
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        if let Err(error) = event {
            let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
            return Some((
                text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count(),
                error.info().to_owned(),
            ));
        }
    }
    None
}

/// A bracket alone on a line.
fn unknown_bracket(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = lines.all.get(index).filter(|line| line.text.trim_start().starts_with(['{', '[']))?;
    let (open, close) = if line.text.trim_start().starts_with('{') { ('{', '}') } else { ('[', ']') };
    let is_closed = lines.all[index..].iter().any(|line| line.text.contains(close));
    (!is_closed).then(|| Explanation {
        place: line.range(line.indent(), 1),
        message: format!("the `{open}` on this line is not closed"),
        help: format!("remove the `{open}`, or put a `{close}` where it ends"),
        instead: None,
        certain: false,
    })
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::diag::FileId;
    use crate::fields::parse_yaml;

    /// The front matter after the suggestion was taken, if there is one; it must be YAML then.
    fn corrected(text: &str) -> Option<String> {
        let (_, problems) = parse_yaml(text, FileId(0), 0, 16);
        let problem = problems.first().unwrap_or_else(|| panic!("{text} is YAML"));
        let (Some(span), Some(instead)) = (problem.span, &problem.suggestion) else { return None };
        assert!(problem.certain, "{text}");
        let mut right = text.to_owned();
        right.replace_range(span.range(), instead);
        assert!(parse_yaml(&right, FileId(0), 0, 16).1.is_empty(), "{right}");
        Some(right)
    }

    #[test]
    fn the_line_that_is_to_blame_is_corrected() {
        for (wrong, right) in [
            ("title: Talks held: Tokyo\n", "title: \"Talks held: Tokyo\"\n"),
            (
                "kind: a\ntitle: Talks: a \"new\" start\nx: 1\n",
                "kind: a\ntitle: \"Talks: a \\\"new\\\" start\"\nx: 1\n",
            ),
            ("title: “Talks held: in Tokyo”\n", "title: \"Talks held: in Tokyo\"\n"),
            ("title:x\nkind: a\n", "title: x\nkind: a\n"),
            ("kind: a\ntitle:x\n", "kind: a\ntitle: x\n"),
            ("title：会談\nkind: a\n", "title: 会談\nkind: a\n"),
            ("kind: a\n title: x\n", "kind: a\ntitle: x\n"),
            (" title: x\nkind: a\n", "title: x\nkind: a\n"),
            ("date: 2024\n items: [\"3.1\"]\nkind: a\n", "date: 2024\nitems: [\"3.1\"]\nkind: a\n"),
            ("title: @home\n", "title: \"@home\"\n"),
            ("title: \"Talks\" held\n", "title: '\"Talks\" held'\n"),
            ("evidence:\n  - title: A\n   url: b\n", "evidence:\n  - title: A\n    url: b\n"),
            ("evidence:\n  - title: A\n     url: b\n", "evidence:\n  - title: A\n    url: b\n"),
            ("evidence:\n  - title: A: B\n    url: b\n", "evidence:\n  - title: \"A: B\"\n    url: b\n"),
        ] {
            assert_eq!(corrected(wrong).as_deref(), Some(right), "{wrong}");
        }
    }

    #[test]
    fn what_can_be_written_in_two_ways_is_explained_only() {
        for (wrong, place, help) in [
            ("items: [\"3.1\"\nkind: a\n", 7, "put a `]` at the end"),
            ("title: \"Talks\nkind: a\n", 7, "a value that begins with a quotation mark"),
            ("note: |\n  a: b: c\nkind: b\n\tlead: x\n", 26, "indent with spaces"),
        ] {
            let found = explain(wrong, wrong.len()).unwrap();
            assert_eq!(found.place.start, place, "{wrong}");
            assert!(found.help.starts_with(help), "{wrong}: {}", found.help);
            assert_eq!(corrected(wrong), None, "{wrong}");
        }
    }
}
