//! Texts of a card in lines that fit, by the widths of their letters: SVG sets no text in lines itself.

use textwrap::WordSeparator;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};

/// What stands for what is left out.
const CUT: char = '…';

/// How wide lines may be, and what says how wide a text is.
pub(super) struct Lines<'m> {
    pub(super) width: f32,
    pub(super) measure: &'m dyn Fn(&str) -> f32,
}

impl Lines<'_> {
    /// A text in lines, and what does not fit into so many is left out.
    pub(super) fn at_most(&self, most: usize, text: &str) -> Vec<String> {
        self.cut(most, self.all(text))
    }

    /// A text in as many lines as it needs.
    pub(super) fn all(&self, text: &str) -> Vec<String> {
        let (mut lines, mut line) = (Vec::new(), String::new());
        for word in WordSeparator::new().find_words(&text.replace(['\n', '\r'], " ")) {
            if !self.fits(&[&line, word.word].concat()) {
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                let mut rest = word.word;
                while !self.fits(rest) {
                    let (first, others) = rest.split_at(self.fitting(rest));
                    lines.push(first.to_owned());
                    rest = others;
                }
                line.push_str(rest);
            } else {
                line.push_str(word.word);
            }
            line.push_str(word.whitespace);
        }
        lines.push(line);
        lines.into_iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
    }

    /// So many of these lines; where there are more, the last ends in `…`.
    pub(super) fn cut(&self, most: usize, mut lines: Vec<String>) -> Vec<String> {
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !self.fits(&format!("{last}{CUT}")) && last.pop().is_some() {}
                last.truncate(last.trim_end().len());
                last.push(CUT);
            }
        }
        lines
    }

    fn fits(&self, text: &str) -> bool {
        (self.measure)(text.trim_end()) <= self.width
    }

    /// How much of a word fits into a line, at least a letter. An accent stays with its letter.
    fn fitting(&self, word: &str) -> usize {
        let is_mark = |c: char| c.general_category_group() == GeneralCategoryGroup::Mark;
        let ends = word.char_indices().skip(1).filter(|(_, c)| !is_mark(*c)).map(|(at, _)| at);
        let mut ends = ends.chain([word.len()]);
        let first = ends.next().unwrap_or(word.len());
        ends.take_while(|end| self.fits(&word[..*end])).last().unwrap_or(first)
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    /// Lines of fourteen letters, of which wide ones count for two.
    fn lines(most: usize, text: &str) -> Vec<String> {
        let measure = |text: &str| {
            let width = |c: char| if c.is_ascii() || matches!(c, '…' | '\u{301}') { 1.0 } else { 2.0 };
            text.chars().filter(|c| *c != '\u{301}').map(width).sum()
        };
        Lines { width: 14.0, measure: &measure }.at_most(most, text)
    }

    #[test]
    fn texts_are_set_in_lines_that_fit() {
        assert_eq!(lines(4, "Short"), ["Short"]);
        assert_eq!(lines(4, ""), Vec::<String>::new());
        assert_eq!(lines(4, "Hold talks each\nyear"), ["Hold talks", "each year"]);
        assert_eq!(
            lines(4, "日本語の長い題名は空白がなくても"),
            ["日本語の長い題", "名は空白がなく", "ても"]
        );
        assert_eq!(lines(2, "one two three four five six seven"), ["one two three", "four five six…"]);
        assert_eq!(lines(2, "one two three four fives six seven"), ["one two three", "four fives si…"]);
        assert_eq!(lines(4, &"w".repeat(100)).len(), 4);
        assert_eq!(lines(9, &"e\u{301}".repeat(15)), ["e\u{301}".repeat(14), "e\u{301}".to_owned()]);
    }
}
