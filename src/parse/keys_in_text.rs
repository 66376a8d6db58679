//! Keys of a record that stand below its front matter, after a line of `---` too many or from another file. The page would show
//! them as its text, also what is internal among them.

use std::ops::Range;

use super::bounds::is_front_matter;
use crate::diag::{Diagnostic, FileId, Span, code};

const BOUND: &str = "---";

/// The report on keys in a text; `body` is the place of the text in its file.
pub(super) fn keys_in_text(file: FileId, text: &str, body: Range<usize>) -> Option<Diagnostic> {
    let at = |place: Range<usize>| Span::new(file, body.start + place.start..body.start + place.end);
    let text = &text[body.clone()];
    if let Some(place) = closed_block(text) {
        return Some(below(at(place)));
    }
    let message =
        "`audience: internal` stands in the text, where it hides nothing and the page would show it";
    Some(Diagnostic::new(code::NO_FRONT_MATTER, at(internal_line(text)?), message).help(
        "write it between the two lines of `---` at the start of the file; in a text, `:::internal` hides what follows up to `:::`",
    ))
}

/// Whether keys that are missing stand below the front matter: then that is what is wrong, and is reported in their place.
/// `found` is what was found with the record so far.
pub(super) fn stands_below(
    file: FileId,
    text: &str,
    body: Range<usize>,
    found: &mut Vec<Diagnostic>,
) -> bool {
    let start = body.start + text[body.clone()].len() - text[body.clone()].trim_start().len();
    let Some(end) = text[start..].find("\n---").map(|end| start + end) else { return false };
    let block = &text[start..end];
    let keys: Vec<String> = block
        .lines()
        .filter_map(|line| line.split_once(':'))
        .filter(|(key, _)| is_key(key))
        .map(|(key, _)| format!("needs `{key}`"))
        .collect();
    let has_subject = ["items", "areas"].iter().any(|key| keys.contains(&format!("needs `{key}`")));
    let is_below = |problem: &Diagnostic| match problem.code {
        code::MISSING_KEY => keys.iter().any(|key| problem.message.ends_with(key)),
        code::NO_SUBJECT => has_subject,
        _ => false,
    };
    if !found.iter().any(is_below) {
        return false;
    }
    found.retain(|problem| !is_below(problem));
    if found.iter().all(|problem| problem.code != code::NO_FRONT_MATTER) {
        found.push(below(Span::new(file, start..end)));
    }
    true
}

fn below(place: Span) -> Diagnostic {
    let message = "these keys stand below the front matter, so the page would show them as its text";
    Diagnostic::new(code::NO_FRONT_MATTER, place, message).help(
        "delete the line `---` above them, so that one such line stands below the last key; a second record needs a file of its own",
    )
}

/// The keys at the beginning of a text, above a line of `---`. Where each is a pair on one line, that is a heading, which is
/// reported with the others of the text.
fn closed_block(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == BOUND {
            let block = text[start..end].trim_end();
            let is_heading = !block.is_empty() && block.lines().all(is_pair);
            return (!is_heading && begins_with_key(block) && is_front_matter(block))
                .then(|| start..start + block.len());
        }
        end += line.len();
    }
    None
}

/// Whether a line is a key with its value, and hides nothing.
fn is_pair(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(key, _)| key != "audience" && is_key(key))
}

/// Keys have small letters; a word at the beginning of a heading seldom has.
fn begins_with_key(block: &str) -> bool {
    block.split_once(':').is_some_and(|(key, _)| is_key(key))
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}

/// The place of the first `audience: internal` that is no code.
fn internal_line(text: &str) -> Option<Range<usize>> {
    let (mut at, mut fence) = (0, None);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, None) if !line.contains('`') => {
                if let Some(found) = internal_in(line) {
                    return Some(start + found.start..start + found.end);
                }
            }
            _ => {}
        }
    }
    None
}

/// Where a line has the key and this value: at its beginning, in a list or between braces.
fn internal_in(line: &str) -> Option<Range<usize>> {
    let start = line.find("audience:")?;
    let is_key = line[..start].trim_end_matches([' ', '\t', '"', '\'']).chars().next_back();
    let value = line[start + "audience:".len()..].trim_start_matches([' ', '\t', '"', '\'']);
    let ends = |rest: &str| rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let is_internal = value.strip_prefix("internal").is_some_and(ends);
    let is_alone = is_key.is_none_or(|c| matches!(c, '-' | '{' | ','));
    let end = line.len() - value.len() + "internal".len();
    (is_internal && is_alone).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::keys_in_text;
    use crate::diag::FileId;

    fn found(text: &str) -> Option<&str> {
        let span = keys_in_text(FileId(0), text, 0..text.len())?.span?;
        Some(&text[span.range()])
    }

    #[test]
    fn keys_below_the_front_matter_are_found() {
        for (text, keys) in [
            (
                "see:\n  - {title: A, audience: internal}\n---\n\nText.\n",
                "see:\n  - {title: A, audience: internal}",
            ),
            (
                "\nupdates:\n  - date: 2020-01-01\n    note: A.\n---\nText.\n",
                "updates:\n  - date: 2020-01-01\n    note: A.",
            ),
            ("audience: internal\n\n---\n", "audience: internal"),
            ("audience: internal\n", "audience: internal"),
            ("Text.\n\n---\ntitle: B\naudience: \"internal\"\n---\n", "audience: \"internal"),
            ("- audience:   internal # not yet\n", "audience:   internal"),
        ] {
            assert_eq!(found(text), Some(keys), "{text}");
        }
    }

    #[test]
    fn a_text_is_no_key() {
        for text in [
            "",
            "Text.\n\n---\n\nMore.\n",
            "Note: a heading\n---\n",
            "title: a heading, reported elsewhere\n---\n",
            "Write `audience: internal` above.\n",
            "```yaml\naudience: internal\n```\n",
            "~~~\n```\naudience: internal\n~~~\n",
            "The audience: internal readers.\n",
            "audience: internally\n",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
