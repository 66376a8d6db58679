//! The plan's full text as an outline, as a source record holds it: which line has which number.
//!
//! A numbered line begins, after any bullet, with `3.`, `(2)`, `(a)`, `2)` or `3.2`; deeper lines are indented. A line
//! without a number goes on from the line before; what comes before the first number is the title.

use std::ops::Range;

use crate::line_breaks;

/// A numbered line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedLine {
    /// Its id: `3.2.a`.
    pub id: String,
    /// Its words, letter for letter, without the number.
    pub text: String,
    /// Where the words are.
    pub range: Range<usize>,
}

/// The numbered lines of a text, in order.
pub fn parse(text: &str) -> Vec<NumberedLine> {
    let mut lines: Vec<NumberedLine> = Vec::new();
    // The numbers that the current line stands below, each with its indentation.
    let mut above: Vec<(usize, String)> = Vec::new();
    let mut at = 0;
    for raw in text.split_inclusive('\n') {
        let start = at;
        at += raw.len();
        let line = raw.trim_end();
        let content = line.trim_start();
        if content.is_empty() {
            continue;
        }
        let indent = line[..line.len() - content.len()].chars().count();
        let body = content.trim_start_matches(['•', '-', '*', '·', '–', '◦', '○']).trim_start();
        match marker(body) {
            Some((number, words)) => {
                let top_level = body.len() == content.len() && indent == 0;
                above.retain(|(depth, _)| *depth < indent && !top_level);
                let id = full_id(&above, number);
                above.push((indent, id.clone()));
                let from = start + line.len() - words.len();
                lines.push(NumberedLine { id, text: words.to_owned(), range: from..start + line.len() });
            }
            None => {
                if let Some(last) = lines.last_mut() {
                    let before = last.text.chars().next_back();
                    last.text.push_str(line_breaks::between(before, content.chars().next()));
                    last.text.push_str(content);
                    last.range.end = start + line.len();
                }
            }
        }
    }
    lines
}

/// `3.2` is whole by itself; other numbers stand below those above them.
fn full_id(above: &[(usize, String)], number: String) -> String {
    match above.last() {
        Some((_, parent)) if !number.contains('.') => format!("{parent}.{number}"),
        _ => number,
    }
}

/// The number at the beginning of a line, in the form of an id, and the words after it.
fn marker(line: &str) -> Option<(String, &str)> {
    if let Some(rest) = line.strip_prefix(['(', '（']) {
        let (number, words) = rest.split_once([')', '）'])?;
        return step(number).map(|number| (number, words.trim_start()));
    }
    let (number, words) = line.split_once(char::is_whitespace)?;
    let bare = number.strip_suffix(['.', ')']).unwrap_or(number);
    let dotted = bare.contains('.');
    if bare.len() == number.len() && !dotted {
        return None;
    }
    let steps: Option<Vec<String>> = bare.split('.').map(step).collect();
    let steps = steps.filter(|steps| steps[0].chars().all(|c| c.is_ascii_digit()) || !dotted)?;
    Some((steps.join("."), words.trim_start()))
}

/// A number, a letter, or a small Roman number.
fn step(text: &str) -> Option<String> {
    let short = !text.is_empty() && text.len() <= 4;
    let digits = text.chars().all(|c| c.is_ascii_digit());
    let letters = text.len() == 1 && text.chars().all(|c| c.is_ascii_alphabetic());
    let roman = text.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    (short && (digits || letters || roman)).then(|| text.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn ids(text: &str) -> Vec<(String, String)> {
        parse(text).into_iter().map(|line| (line.id, line.text)).collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn bullets_and_indentation_make_an_outline() {
        let text = "The plan\n2009\n\n3. Defence\n\n  • (1) Work\n  • (2) Conduct:\n    • (a) meetings\n    • (b) others\n  • (3) More\n\n4. Law\n\n  • (1) First\n";
        let expected = [
            ("3", "Defence"),
            ("3.1", "Work"),
            ("3.2", "Conduct:"),
            ("3.2.a", "meetings"),
            ("3.2.b", "others"),
            ("3.3", "More"),
            ("4", "Law"),
            ("4.1", "First"),
        ];
        assert_eq!(ids(text), pairs(&expected));
    }

    #[test]
    fn dotted_numbers_are_whole_and_lines_go_on() {
        assert_eq!(
            ids("1. A\n1.1 B\n   goes on\n1.2 C\n"),
            pairs(&[("1", "A"), ("1.1", "B goes on"), ("1.2", "C")])
        );
    }

    #[test]
    fn the_words_are_found_where_they_stand() {
        let text = "1. Trade\n  (1) Hold talks\n";
        let line = &parse(text)[1];
        assert_eq!(&text[line.range.clone()], "Hold talks");
    }
}
