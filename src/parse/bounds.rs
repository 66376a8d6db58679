//! Front matter whose lines of `---` are missing, misplaced or another sign: what was meant, and where.

use std::ops::Range;

use super::front_matter::{Missing, Parts, split};
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::fields::meant::is_key;
use crate::fields::{ValueKind, parse_yaml};

/// How many places are tried at most as the end: each reads what stands above.
const TRIES: usize = 40;
/// So deep does no record nest.
const NESTING: usize = 16;
const BOUND: &str = "---";

/// Where front matter ends that has no line of `---` there.
enum End {
    /// At a line that looks like one.
    Like(Range<usize>),
    /// Above this line, which is a text.
    Text(Range<usize>),
}

/// The parts of a file; where it has no front matter, that is reported.
pub(super) fn parts_of(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Parts> {
    split(text).map_err(|found| diagnostics.push(missing(file, text, &found))).ok()
}

/// Why a file has no front matter.
fn missing(file: FileId, text: &str, missing: &Missing) -> Diagnostic {
    let at = Place { file, text };
    let found = match missing {
        Missing::Start => at.start(),
        Missing::End => at.end(),
    };
    found.unwrap_or_else(|| {
        let (message, help) = match missing {
            Missing::Start => (
                "the file does not start with front matter",
                "start the file with a line `---`, then `key: value` lines, then `---` again",
            ),
            Missing::End => {
                ("the front matter does not end", "put a line `---` between the front matter and the text")
            }
        };
        let first = text.lines().next().unwrap_or("").trim_end();
        at.problem(0..text.floor_char_boundary(3.min(first.len())), message, help)
    })
}

/// The same for a file with two such lines, of which the second one comes too late: a text, or a line that looks like `---`,
/// stands above it.
pub(super) fn too_late(file: FileId, text: &str, parts: &Parts) -> Option<Diagnostic> {
    let at = Place { file, text };
    let start = parts.yaml.start;
    match end_of(&text[parts.yaml.clone()], true)? {
        End::Like(line) => Some(at.like(start + line.start..start + line.end, true)),
        End::Text(line) => {
            let message = "this text stands above the second line of `---`";
            let help = "write the line `---` above the text, and none below it";
            let body = &text[parts.body.clone()];
            let first = start + line.start;
            if body.trim().is_empty() {
                let end = text[..parts.body.start].trim_end().len();
                let words = text[first..parts.yaml.end].trim_end();
                return Some(at.problem(first..end, message, help).fix(format!("{BOUND}\n\n{words}")));
            }
            let written = &text[first..start + line.end];
            let problem = at.problem(first..start + line.end, message, help);
            Some(problem.suggest(format!("{BOUND}\n\n{written}")))
        }
    }
}

struct Place<'a> {
    file: FileId,
    text: &'a str,
}

impl Place<'_> {
    fn problem(
        &self,
        place: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code::NO_FRONT_MATTER, Span::new(self.file, place), message).help(help)
    }

    fn like(&self, line: Range<usize>, certain: bool) -> Diagnostic {
        let written = &self.text[line.clone()];
        let problem = self.problem(
            line,
            format!("the front matter ends with `{written}`, not with `{BOUND}`"),
            "write a line of three hyphens, and nothing else in it",
        );
        if certain { problem.fix(BOUND) } else { problem.suggest(BOUND) }
    }

    /// There is a first line of `---`, and no second one.
    fn end(&self) -> Option<Diagnostic> {
        let start = self.text.find('\n')? + 1;
        let rest = &self.text[start..];
        match end_of(rest, false) {
            Some(End::Like(line)) => return Some(self.like(start + line.start..start + line.end, true)),
            Some(End::Text(line)) => {
                let heading = headings_above(rest, line.start);
                let line = heading.clone().unwrap_or(line);
                let place = start + line.start..start + line.end;
                let written = &self.text[place.clone()];
                let instead = format!("{BOUND}\n\n{written}");
                let message = "the front matter does not end: a line `---` is missing above this text";
                let problem = self.problem(place, message, "write a line `---` above the text");
                return Some(if heading.is_some() { problem.suggest(instead) } else { problem.fix(instead) });
            }
            None => {}
        }
        if is_front_matter(rest) {
            let end = self.text.trim_end().len();
            let last = self.text[..end].rfind('\n')? + 1;
            let instead = format!("{}\n{BOUND}", &self.text[last..end]);
            let message = "the front matter does not end: a line `---` is missing below this line";
            return Some(
                self.problem(last..end, message, "write a line `---` below the last key").fix(instead),
            );
        }
        let line = lines(rest)
            .take_while(|line| !rest[line.clone()].is_empty())
            .find(|line| is_like(&rest[line.clone()]))?;
        Some(self.like(start + line.start..start + line.end, false))
    }

    /// The first line is not `---`.
    fn start(&self) -> Option<Diagnostic> {
        let text = self.text;
        let blank = text.len() - text.trim_start().len();
        if blank > 0 && split(&text[blank..]).is_ok() {
            let message = "an empty line or a space stands before the first `---`";
            return Some(self.problem(0..blank, message, "`---` is the first line of the file").fix(""));
        }
        let first = lines(text).find(|line| !text[line.clone()].is_empty())?;
        if let Some(before) = self.text_before() {
            return Some(self.problem(
                before,
                "this text stands in front of the first `---`",
                "`---` is the first line of the file: move the text below the second `---`, or delete it",
            ));
        }
        let written = &text[first.clone()];
        if is_like(written) {
            return Some(self.starts_like(first));
        }
        has_key(written).then(|| self.starts_with_key(first)).flatten()
    }

    /// What stands before a whole front matter.
    fn text_before(&self) -> Option<Range<usize>> {
        let bounds = lines(self.text).filter(|line| &self.text[line.clone()] == BOUND);
        let start = bounds.take(TRIES).find(|line| {
            let rest = &self.text[line.start..];
            split(rest).is_ok_and(|parts| is_front_matter(&rest[parts.yaml]))
        })?;
        let end = self.text[..start.start].trim_end().len();
        let begin = end - self.text[..end].trim_start().len();
        (begin < end).then_some(begin..end)
    }

    /// The first line looks like `---`; the one at the end may look so too.
    fn starts_like(&self, first: Range<usize>) -> Diagnostic {
        let written = &self.text[first.clone()];
        let message = format!("the front matter begins with `{written}`, not with `{BOUND}`");
        let help =
            "write a line of three hyphens, and nothing else in it, before and after the `key: value` lines";
        let yaml = first.end + self.text[first.end..].find('\n').map_or(0, |line| line + 1);
        let rest = &self.text[yaml..];
        let Some(end) = lines(rest).find(|line| is_like(&rest[line.clone()]) || &rest[line.clone()] == BOUND)
        else {
            return self.problem(first, message, help).suggest(BOUND);
        };
        if !is_front_matter(&rest[..end.start]) {
            let toml = written.starts_with("+++");
            let (message, help) = match toml {
                true => (
                    "front matter between lines of `+++` is TOML, which planbook reads in book.toml only"
                        .to_owned(),
                    "write it as `key: value` lines between two lines of `---`: `title: Talks held`, not `title = \"Talks held\"`",
                ),
                false => (message, help),
            };
            return self.problem(first, message, help);
        }
        if &rest[end.clone()] == BOUND {
            return self.problem(first, message, help).fix(BOUND);
        }
        let instead = format!("{BOUND}\n{}{BOUND}", &rest[..end.start]);
        self.problem(first.start..yaml + end.end, message, help).fix(instead)
    }

    /// The first line is that of a key.
    fn starts_with_key(&self, first: Range<usize>) -> Option<Diagnostic> {
        let text = self.text;
        let written = &text[first.clone()];
        let message = "the front matter does not begin: a line `---` is missing above this line";
        let help = "`---` is the first line of the file, and a second one ends the front matter";
        let second = lines(text).find(|line| &text[line.clone()] == BOUND);
        if second.is_some_and(|second| is_front_matter(&text[..second.start])) {
            return Some(self.problem(first, message, help).fix(format!("{BOUND}\n{written}")));
        }
        let (end, heading) = match end_of(text, false)? {
            End::Like(line) => (line, None),
            End::Text(line) => {
                let heading = headings_above(text, line.start);
                let above = heading.as_ref().map_or(line.start, |heading| heading.start);
                let end = text[..above].trim_end().len();
                (end..end, heading)
            }
        };
        let head = text[first.start..end.start].trim_end();
        let message = "lines of `---` are missing before and after the front matter";
        let problem = self.problem(first.start..end.end, message, help);
        let instead = format!("{BOUND}\n{head}\n{BOUND}");
        Some(if heading.is_some() { problem.suggest(instead) } else { problem.fix(instead) })
    }
}

/// The lines of a text without the white space at their ends, as byte ranges.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end().len()
    })
}

/// The first of the lines directly above a text that begin with `#`. They are remarks on the keys or headings of the text, which
/// nobody but its author knows.
fn headings_above(text: &str, at: usize) -> Option<Range<usize>> {
    let mut above: Vec<Range<usize>> = lines(&text[..at]).collect();
    while above.pop_if(|line| Range::is_empty(line)).is_some() {}
    let headings = above.into_iter().rev().take_while(|line| text[line.clone()].starts_with('#'));
    headings.last()
}

/// The first place at which front matter can end. `closed` says that a line of `---` follows.
fn end_of(text: &str, closed: bool) -> Option<End> {
    let mut blank = false;
    let mut tries = 0;
    for line in lines(text) {
        let written = &text[line.clone()];
        if written.is_empty() {
            blank = true;
            continue;
        }
        let is_like = is_like(written);
        let is_text = blank
            && is_words(written)
            && (!written.starts_with('#') || !text[line.end..].lines().any(has_key));
        blank = false;
        if !(is_like || is_text) {
            continue;
        }
        tries += 1;
        if is_front_matter(&text[..line.start]) {
            return Some(if is_like { End::Like(line) } else { End::Text(line) });
        }
        // Without a second `---`, what comes later is the text.
        if tries == TRIES || (!closed && is_text) {
            return None;
        }
    }
    None
}

/// Whether a line can be no part of front matter: it begins at the very left, and not as a key, an entry or a bracket.
fn is_words(line: &str) -> bool {
    !has_key(line) && !line.starts_with([' ', '\t', '-', ']', '}', '"', '\''])
}

/// Whether a line begins with a key, known or not.
fn has_key(line: &str) -> bool {
    line.split_once(':')
        .is_some_and(|(key, rest)| !is_text(key) && (rest.is_empty() || rest.starts_with(' ')))
}

/// Whether what stands before a colon is a part of a text, and no key: it has spaces. Keys of a book's own may be any.
pub(super) fn is_text(key: &str) -> bool {
    key.trim().contains(char::is_whitespace) && !key.starts_with("x-")
}

/// Whether a line looks like one of `---`: another number of hyphens, dashes, other rules, the marks of other formats.
fn is_like(line: &str) -> bool {
    let written = line;
    let line = line.trim();
    let fence = line.strip_prefix("```").is_some_and(|name| matches!(name, "" | "yaml" | "yml"));
    let dashes = |c: char| {
        matches!(
            c,
            '-' | ' ' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{2501}' | 'ー' | '\u{ff0d}'
        )
    };
    let count = line.chars().filter(|c| *c != ' ').count();
    let rule = |sign: char| count >= 3 && line.chars().all(|c| c == sign);
    let is_dashes = line.chars().all(dashes) && (count > 1 || (count == 1 && line != "-"));
    (written != BOUND && is_dashes) || fence || ['.', '*', '=', '+', '~', '_'].into_iter().any(rule)
}

/// Whether a text is front matter: keys of the form that all keys have, and nothing that cannot be read.
pub(super) fn is_front_matter(text: &str) -> bool {
    let (value, problems) = parse_yaml(text, FileId(0), 0, NESTING);
    let ValueKind::Map(entries) = value.kind else { return false };
    !entries.is_empty()
        && entries.iter().all(|entry| is_key(&entry.key) || entry.key.starts_with("x-"))
        && !problems.iter().any(|problem| problem.code == code::YAML_SYNTAX || problem.code == code::TOO_DEEP)
}

#[cfg(test)]
mod tests {
    use super::parts_of;
    use crate::diag::FileId;

    /// Where the bound is missing, what stands there then, and whether that is certain.
    fn missing(text: &str) -> (&str, String, bool) {
        let mut found = Vec::new();
        assert_eq!(parts_of(FileId(0), text, &mut found), None, "{text}");
        let [problem] = &found[..] else { unreachable!("one report for one cause") };
        let place = problem.span.map_or("", |span| &text[span.range()]);
        (place, problem.suggestion.clone().unwrap_or_default(), problem.certain)
    }

    #[test]
    fn a_heading_above_a_missing_bound_is_left_to_people() {
        let keys = "title: A\nkind: deliverable\n";
        for (below, place, instead, certain) in [
            ("\nText.\n", "Text.", "---\n\nText.", true),
            ("\n## B\n\nText.\n", "## B", "---\n\n## B", true),
            ("## B\n\nText.\n", "## B", "---\n\n## B", false),
            ("# a\n# b\n\nText.\n", "# a", "---\n\n# a", false),
        ] {
            let text = format!("---\n{keys}{below}");
            assert_eq!(missing(&text), (place, instead.to_owned(), certain), "{text}");
        }
        let text = format!("{keys}# A\n\nText.\n");
        let written = keys.trim_end();
        assert_eq!(missing(&text), (written, format!("---\n{written}\n---"), false));
    }
}
