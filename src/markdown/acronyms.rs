//! Which words of a text as it was written are acronyms.

use std::ops::Range;

use super::abbreviation;

/// The places of words of 2 to 8 capital letters, outside of code and addresses. Numerals and words in a line of capitals
/// are none.
pub fn acronyms(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut fenced) = (0, false);
    for line in text.split_inclusive('\n') {
        let is_fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        fenced ^= is_fence;
        if !fenced && !is_fence {
            of_line(line, start, &mut found);
        }
        start += line.len();
    }
    found
}

fn of_line(line: &str, start: usize, found: &mut Vec<Range<usize>>) {
    let words: Vec<Range<usize>> =
        abbreviation::candidates(line).filter(|range| is_capitals(&line[range.clone()])).collect();
    let is_neighbour = |one: &Range<usize>, other: &Range<usize>| {
        line.get(one.end..other.start).is_some_and(|between| between.chars().all(|c| c == ' '))
    };
    for (index, range) in words.iter().enumerate() {
        let word = &line[range.clone()];
        let shouted = words.get(index + 1).is_some_and(|next| is_neighbour(range, next))
            || (index > 0 && is_neighbour(&words[index - 1], range));
        if (2..=8).contains(&word.len()) && !is_numeral(word) && !shouted && !is_address(line, range) {
            found.push(start + range.start..start + range.end);
        }
    }
}

fn is_capitals(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_uppercase())
}

fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| "IVXLCDM".contains(c))
}

/// Whether it stands in code, in an address, or is a part of a longer word such as `P-3C` or `A_B`.
fn is_address(line: &str, word: &Range<usize>) -> bool {
    let (before, after) = (&line[..word.start], &line[word.end..]);
    let token = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let in_code = before.matches('`').count() % 2 == 1;
    let in_target = before.rfind("](").is_some_and(|at| !before[at..].contains(')'))
        || before.rfind("[[").is_some_and(|at| !before[at..].contains(['|', ']']));
    let joined = before.ends_with(['-', '_', '.', '/']) || after.starts_with(['_', '/', '@']);
    in_code || in_target || joined || token.contains("://") || token.contains('@')
}

#[cfg(test)]
mod tests {
    #[test]
    fn acronyms_are_words_of_capitals_outside_of_code_and_addresses() {
        let text = "The NPT and `ABC`, [x](https://a.example/DEF) [[GHI|JKL]] in part XII.\n\
                    A LOUD HEADING of A.B.\n```\nMNO\n```\nWith the ATT (Arms Trade Treaty), 2+2 and P-3C.";
        let found: Vec<&str> = super::acronyms(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["NPT", "JKL", "ATT"]);
    }
}
