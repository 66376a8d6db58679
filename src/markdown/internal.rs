//! Blocks that only the internal site shows:
//!
//! ```text
//! :::internal
//! Ask the ministry again in March.
//! :::
//! ```
//!
//! The bounds are looked for in the lines, before anything else of the text is understood: whatever stands between them
//! is removed from the public text, as if somebody had deleted the lines. What looks like a bound and is none is reported,
//! so that no typing error makes anything public.

use std::ops::Range;

use crate::vocabulary::FENCE;

/// How far a bound may be indented; what is indented more is code.
const MOST_INDENT: usize = 3;
/// What a bound becomes on a Japanese keyboard.
const WIDE_FENCE: &str = "：：：";

/// A line that begins or ends a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bound {
    /// The line, without its end.
    pub(super) line: Range<usize>,
    /// Whether it begins the block.
    pub(super) opens: bool,
}

/// The blocks of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Blocks {
    /// The lines that bound them, in order; each that opens is followed by one that closes, but for the last.
    pub(super) bounds: Vec<Bound>,
    /// What the public must not see, bounds and line ends included.
    pub(super) hidden: Vec<Range<usize>>,
    /// Places that are no clear bounds, what is wrong there, and what to do.
    pub(super) problems: Vec<(Range<usize>, &'static str, &'static str)>,
    /// Those of them where [`OPENS`] was meant.
    pub(super) misspelt: Vec<usize>,
}

/// A text as the public may see it.
#[derive(Debug, PartialEq, Eq)]
pub struct PublicText {
    /// What is left.
    pub text: String,
    /// What was taken out, in order.
    pub removed: Vec<RemovedRange>,
}

/// A range that was taken out of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedRange {
    /// Where it was in the whole text.
    pub whole: Range<usize>,
    /// Before which byte of what is left it was.
    pub left: usize,
}

/// The place in the whole text of a byte of what is left.
pub(super) fn written(at: usize, removed: &[RemovedRange]) -> usize {
    let before = removed.partition_point(|range| range.left <= at);
    removed[..before].last().map_or(at, |range| range.whole.end + (at - range.left))
}

/// Takes the internal blocks out of a text; `None` when it has none.
pub fn without_internal(text: &str) -> Option<PublicText> {
    let hidden = find(text).hidden;
    if hidden.is_empty() {
        return None;
    }
    let mut left = String::with_capacity(text.len());
    let mut removed = Vec::with_capacity(hidden.len());
    let mut at = 0;
    for whole in hidden {
        left.push_str(&text[at..whole.start]);
        at = whole.end;
        removed.push(RemovedRange { whole, left: left.len() });
    }
    left.push_str(&text[at..]);
    Some(PublicText { text: left, removed })
}

/// Finds the blocks of a text, and what may have been meant as one.
pub(super) fn find(text: &str) -> Blocks {
    let mut blocks = Blocks::default();
    if !text.contains("::") && !text.contains("：：") {
        return blocks;
    }
    let mut open: Option<usize> = None;
    // What ends a box, or what was meant as a block, was told where it starts.
    let mut in_box = false;
    let mut start = 0;
    for line in lines(text) {
        let end = start + line.len();
        let written = start..start + line.trim_end().len();
        match (bound(line), open) {
            (Line::Opens, None) => {
                open = Some(start);
                blocks.bounds.push(Bound { line: written, opens: true });
            }
            (Line::Closes, Some(from)) => {
                open = None;
                blocks.hidden.push(from..end);
                blocks.bounds.push(Bound { line: written, opens: false });
            }
            (Line::Opens, Some(_)) => blocks.problems.push((
                written,
                "an internal block starts inside another one",
                "end the first one with a line `:::`, or remove this line: everything in the outer block is already internal",
            )),
            (Line::Box, _) => {
                in_box = true;
                blocks.problems.push((
                    written,
                    "this starts a box in other tools; in planbook, the only block between such lines is `:::internal`, which the public site does not show",
                    "for a box that everybody sees, write a line `> [!NOTE]`, then the text with `> ` before each line, and remove this line and the line `:::`",
                ));
            }
            (Line::Closes, None) if in_box => in_box = false,
            (Line::Closes, None) => blocks.problems.push((
                written,
                "this line ends an internal block, but no block started",
                "put a line `:::internal` before the block, or remove this line",
            )),
            (Line::Misspelt, _) => {
                in_box = true;
                blocks.misspelt.push(blocks.problems.len());
                blocks.problems.push((
                    written,
                    "this line is not written as the start of an internal block",
                    "write `:::internal`, in small letters and without other signs",
                ));
            }
            (Line::Unclear, _) => blocks.problems.push((
                written,
                "this line looks like the start or end of an internal block, but is not one",
                "write `:::internal` and `:::` on separate lines, not indented, not in a list and not in a quotation",
            )),
            (Line::Text, _) => {}
        }
        start = end;
    }
    if let Some(from) = open {
        blocks.hidden.push(from..text.len());
        if let Some(bound) = blocks.bounds.last() {
            blocks.problems.push((
                bound.line.clone(),
                "the internal block does not end",
                "put a line `:::` after the block",
            ));
        }
    }
    blocks
}

/// The lines of a text, each with its end, as Markdown sees them: a lone carriage return ends one too.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = match rest.find(['\n', '\r']) {
            Some(at) if rest[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + 1,
            None => rest.len(),
        };
        let (line, after) = rest.split_at(end);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

enum Line {
    Opens,
    Closes,
    /// The start of a box of another tool.
    Box,
    /// What differs from [`OPENS`] in capital letters, braces or spaces.
    Misspelt,
    Unclear,
    Text,
}

/// How an internal block starts.
pub(super) const OPENS: &str = ":::internal";

/// What other tools call their boxes.
const BOXES: [&str; 10] =
    ["note", "tip", "info", "warning", "caution", "danger", "important", "details", "success", "example"];

/// The first word in lower case, without the braces that some tools want.
fn first_word(words: &str) -> String {
    let inner = words.trim_start_matches(['{', '.', ' ']);
    inner.chars().take_while(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

fn bound(line: &str) -> Line {
    let written = line.trim_end();
    let inner = written.trim_start_matches(' ');
    if written.len() - inner.len() <= MOST_INDENT
        && let Some(rest) = inner.strip_prefix(FENCE)
    {
        match rest.trim_start_matches(' ') {
            "internal" => return Line::Opens,
            "" if rest.is_empty() => return Line::Closes,
            words if is_internal(words) => return Line::Misspelt,
            words if BOXES.contains(&first_word(words).as_str()) => return Line::Box,
            _ => {}
        }
    }
    // Whatever comes before it where it is no bound: quotations, lists, spaces that nobody sees. Not a backtick, so that
    // a text can speak of bounds, and no words.
    let inner = written.trim_start_matches(|c: char| !c.is_alphabetic() && !"`:：".contains(c));
    let unclear = inner.starts_with(FENCE)
        || inner.starts_with(WIDE_FENCE)
        || with_two_colons(written)
        || (written.matches(FENCE).count() > 1 && written.contains(":::internal") && !written.contains('`'));
    if unclear { Line::Unclear } else { Line::Text }
}

/// The word with capital letters, in braces or between spaces of a word processor.
fn is_internal(words: &str) -> bool {
    let signs = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | '.' | ':');
    words.trim_matches(signs).eq_ignore_ascii_case("internal")
}

/// `::internal`.
fn with_two_colons(line: &str) -> bool {
    let word = line.trim_start().trim_start_matches([':', '：', ' ']);
    let colons = line.trim_start().chars().take_while(|c| matches!(c, ':' | '：')).count();
    colons > 1 && word.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("internal"))
}

/// The text with each bound as a thematic break of the same length: a break that is not indented ends whatever block
/// stands before it and begins none, so the reader of Markdown finds where the bounds are.
pub(super) fn with_breaks(text: &str, bounds: &[Bound]) -> String {
    let mut marked = String::with_capacity(text.len());
    let mut at = 0;
    for bound in bounds {
        marked.push_str(&text[at..bound.line.start]);
        marked.push_str(&"*".repeat(bound.line.len()));
        at = bound.line.end;
    }
    marked.push_str(&text[at..]);
    marked
}

#[cfg(test)]
mod tests {
    use super::{find, with_breaks, without_internal, written};

    fn left(text: &str) -> Option<String> {
        without_internal(text).map(|public| public.text)
    }

    #[test]
    fn what_is_between_the_bounds_is_gone_as_if_deleted() {
        assert_eq!(left("a\n"), None);
        assert_eq!(left("a\n\n:::internal\nb\n:::\n\nc\n").as_deref(), Some("a\n\n\nc\n"));
        assert_eq!(left(":::internal\r\nb\r\n:::\r\nc").as_deref(), Some("c"));
        assert_eq!(left("  ::: internal  \nb\n :::").as_deref(), Some(""));
        assert_eq!(left("a\n:::internal\nnever ended").as_deref(), Some("a\n"));
        assert_eq!(left("a\r:::internal\rb\r:::\rc").as_deref(), Some("a\rc"));
    }

    #[test]
    fn a_place_in_what_is_left_is_found_in_the_whole() {
        let whole = "a\n:::internal\nb\n:::\nc\n:::internal\n:::\nd\n";
        let public = without_internal(whole).unwrap();
        for letter in ["a", "c", "d"] {
            let at = public.text.find(letter).unwrap();
            assert_eq!(written(at, &public.removed), whole.find(&format!("{letter}\n")).unwrap(), "{letter}");
        }
        assert_eq!(written(public.text.len(), &public.removed), whole.len());
    }

    #[test]
    fn what_only_looks_like_a_bound_is_told() {
        for line in [
            "\u{200b}:::internal",
            "：：：internal",
            "> :::internal",
            "- :::internal",
            "    :::internal",
            "\t:::",
            ":::Internal",
            "::::internal",
            "1. :::",
            ":::secret",
        ] {
            assert_eq!(find(&format!("a\n\n{line}\nb\n")).problems.len(), 1, "{line}");
        }
        for line in [":::Internal", ":::{internal}", "::: {.internal}", ":::\u{a0}internal", ":::internal:::"]
        {
            let found = find(&format!("a\n\n{line}\nb\n:::\n"));
            assert_eq!((found.problems.len(), found.misspelt.as_slice()), (1, &[0][..]), "{line}");
        }
        for text in [":::\n", ":::internal\n", ":::internal\n:::internal\n:::\n"] {
            assert_eq!(find(text).problems.len(), 1, "{text}");
        }
        assert_eq!(find("Write `:::internal` on a line.\n").problems, []);
    }

    #[test]
    fn bounds_become_breaks_of_the_same_length() {
        let text = "a\n :::internal\nb\n:::\n";
        assert_eq!(with_breaks(text, &find(text).bounds), "a\n************\nb\n***\n");
    }
}
