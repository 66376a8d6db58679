//! Words that a text has struck out, `~~so~~`: they are no part of the plan.

use super::lines::SourceLine;

const MARK: &str = "~~";
/// The tags that say the same.
const TAGS: &[&str] = &["<del>", "</del>", "<s>", "</s>", "<strike>", "</strike>"];

/// A line with struck words: all of it, or the words that were taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Struck {
    /// Nothing else stands on the line.
    Whole,
    /// These words.
    Words(String),
}

/// Takes struck words out of lines. A line that has no others keeps them, and is known by [`is_whole`].
pub(super) fn take_out(lines: &mut [SourceLine]) -> Vec<(usize, Struck)> {
    let mut found = Vec::new();
    let mut open = false;
    for at in 0..lines.len() {
        if lines[at].is_blank() || lines[at].text.starts_with("~~~") {
            open = false;
            continue;
        }
        let text = TAGS.iter().fold(lines[at].text.clone(), |text, tag| text.replace(tag, MARK));
        let parts: Vec<&str> = text.split(MARK).collect();
        let begins_within = open;
        open ^= parts.len().is_multiple_of(2);
        // A mark that nothing closes in its paragraph strikes nothing.
        if (open && !closes(&lines[at + 1..])) || (parts.len() == 1 && !begins_within) {
            open &= begins_within && parts.len() == 1;
            continue;
        }
        let part = |within: bool| {
            let parts =
                parts.iter().enumerate().filter(|(place, _)| (place % 2 == 1) ^ begins_within == within);
            parts.map(|(_, part)| *part).collect::<Vec<_>>()
        };
        // Words that were struck out one by one are two.
        let (left, struck) = (one_space(&part(false).concat()), one_space(&part(true).join(" ")));
        if !struck.chars().any(char::is_alphanumeric) {
            continue;
        }
        if left.chars().any(char::is_alphabetic) {
            lines[at].text = left;
            found.push((at, Struck::Words(struck)));
        } else {
            lines[at].text = format!("{left}{MARK}{struck}{MARK}");
            found.push((at, Struck::Whole));
        }
    }
    found
}

/// Whether the paragraph that goes on here has a mark.
fn closes(below: &[SourceLine]) -> bool {
    let marks =
        |line: &SourceLine| line.text.contains(MARK) || TAGS.iter().any(|tag| line.text.contains(tag));
    below.iter().take_while(|line| !line.is_blank()).any(marks)
}

fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether all words of a line are struck out.
pub(super) fn is_whole(text: &str) -> bool {
    let parts: Vec<&str> = text.split(MARK).collect();
    let [left, struck, end] = parts.as_slice() else { return false };
    let words = |text: &str| text.chars().any(char::is_alphabetic);
    !words(left) && !words(end) && struck.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{Struck, is_whole, take_out};
    use crate::import::lines;

    #[test]
    fn struck_words_are_taken_out_and_struck_lines_are_known() {
        let words = |words: &str| Struck::Words(words.to_owned());
        for (text, left, struck) in [
            ("1.2 ~~Repair the mains~~", vec!["1.2~~Repair the mains~~"], vec![(0, Struck::Whole)]),
            ("~~1.2 Repair~~", vec!["~~1.2 Repair~~"], vec![(0, Struck::Whole)]),
            ("- Repair ~~some~~ all mains", vec!["- Repair all mains"], vec![(0, words("some"))]),
            ("<del>old</del> ~~the~~ new", vec!["new"], vec![(0, words("old the"))]),
            ("- <del>Two</del> Three", vec!["- Three"], vec![(0, words("Two"))]),
            (
                "~~1.2 Repair\nthe mains~~ now",
                vec!["~~1.2 Repair~~", "now"],
                vec![(0, Struck::Whole), (1, words("the mains"))],
            ),
            (
                "~~a b\nc d\ne f~~",
                vec!["~~a b~~", "~~c d~~", "~~e f~~"],
                vec![(0, Struck::Whole), (1, Struck::Whole), (2, Struck::Whole)],
            ),
            ("about ~~ 5 m", vec!["about ~~ 5 m"], vec![]),
            ("~~~\ncode\n~~~", vec!["~~~", "code", "~~~"], vec![]),
            ("~~open\n\nother", vec!["~~open", "", "other"], vec![]),
        ] {
            let (mut lines, _) = lines::split(text);
            assert_eq!(take_out(&mut lines), struck, "{text}");
            let shown: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(shown, left, "{text}");
            for (at, how) in struck {
                assert_eq!(is_whole(&lines[at].text), how == Struck::Whole, "{text}");
            }
        }
    }
}
