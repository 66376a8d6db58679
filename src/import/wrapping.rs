//! Whether a line was broken because the paper ended, or because the sentence did.

use std::collections::BTreeSet;

use super::lines::{BROKEN, SourceLine};

/// How wide the lines of a text are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Widths {
    full: usize,
}

/// Narrower ones were not broken because there was no room.
const NARROW: usize = 50;
/// Wider lines were not broken by hand: each is a paragraph.
const PAPER: usize = 140;

impl Widths {
    /// The width that nearly all lines keep to.
    pub(super) fn of(lines: &[SourceLine]) -> Self {
        let mut widths: Vec<usize> = lines.iter().filter(|line| !line.is_blank()).map(width).collect();
        widths.sort_unstable();
        // A few lines are longer than the paper.
        let most = widths.len().saturating_sub(1 + widths.len() / 20);
        let full = widths.get(most).copied().unwrap_or(0);
        Self { full }
    }

    /// Whether a line goes on the one before.
    pub(super) fn wraps(self, before: &SourceLine, line: &SourceLine) -> bool {
        if is_mid_sentence(&before.text, &line.text) {
            return true;
        }
        let first = line.text.split_whitespace().next().map_or(0, |word| word.chars().count());
        // Somewhat less than the full width, because some lines are longer than others.
        let full = width(before) + first >= self.full * 8 / 10;
        (NARROW..=PAPER).contains(&self.full) && full && !ends_sentence(&before.text)
    }
}

fn width(line: &SourceLine) -> usize {
    // A sign of a script without spaces is twice as wide.
    line.indent + line.text.chars().map(|sign| if is_wide(sign) { 2 } else { 1 }).sum::<usize>()
}

/// Whether a sign is as wide as it is high, as those of Chinese, Japanese and Korean are.
pub(super) fn is_wide(sign: char) -> bool {
    matches!(u32::from(sign), 0x2e80..=0x9fff | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff65)
}

/// What a line begins with before a colon: `Lead` of `Lead: Works Office`.
pub(super) fn label(text: &str) -> Option<&str> {
    const LONGEST: usize = 30;
    let (label, said) = text.split_once([':', '：'])?;
    let is_words = label.chars().all(|sign| sign.is_alphabetic() || sign == ' ' || sign == '-');
    let begins = label.starts_with(|sign: char| sign.is_uppercase() || is_wide(sign));
    (is_words && begins && label.chars().count() <= LONGEST && !said.trim().is_empty()).then_some(label)
}

/// The words that several lines of a text begin with, before a colon.
pub(super) fn labels(lines: &[SourceLine]) -> BTreeSet<&str> {
    let mut once = BTreeSet::new();
    lines.iter().filter_map(|line| label(&line.text)).filter(|label| !once.insert(*label)).collect()
}

/// How many signs of a line cannot stand on the line before without the others: a word, or a sign of a script without spaces.
pub(super) fn first_word(line: &str) -> usize {
    if line.starts_with(is_wide) {
        return 1;
    }
    line.split_whitespace().next().map_or(0, |word| word.chars().count())
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', ':', '。', '！', '？'])
}

/// A small letter, a digit or a bracket cannot begin a sentence, and a sentence that has ended cannot go on.
pub(super) fn is_mid_sentence(before: &str, line: &str) -> bool {
    let small = line.starts_with(|sign: char| {
        sign.is_lowercase() || sign.is_ascii_digit() || matches!(sign, '(' | '"' | '“')
    });
    let open = before.ends_with([',', '-', BROKEN, '、', '(']) || ends_in_conjunction(before);
    (small && !ends_sentence(before)) || open || is_mid_japanese(before, line)
}

/// The words of Japanese that bind what stands before them to what follows: no sentence ends with one, and none begins so.
const PARTICLES: [char; 8] = ['を', 'に', 'は', 'が', 'と', 'の', 'や', '・'];

/// Japanese has no small letters, but a particle at the end or the beginning of a line.
fn is_mid_japanese(before: &str, line: &str) -> bool {
    let goes_on = line.starts_with(is_wide) && !line.starts_with(['「', '『', '（', '【', '・', '　']);
    goes_on && before.ends_with(PARTICLES) || line.starts_with(['を', '、', '。'])
}

/// Words that no record ends with. `and` is none of them: it often stands before the last of a list.
const DANGLING: &[&str] = &[
    "a", "an", "as", "at", "by", "for", "from", "in", "into", "of", "on", "than", "the", "to", "under",
    "with",
];

/// Words that bind what stands before them to what follows. Before the last of a list they stand, too; but that has a number.
const CONJUNCTIONS: &[&str] = &["and", "or", "et", "ou", "und", "oder", "y", "o", "e"];

fn ends_in_conjunction(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or("");
    line.contains(' ') && CONJUNCTIONS.contains(&last)
}

/// Whether a line ends in the middle of a sentence.
pub(super) fn is_dangling(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or("");
    line.ends_with(['-', BROKEN, '(']) || DANGLING.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::is_mid_sentence;

    #[test]
    fn a_line_goes_on_where_the_sentence_does() {
        for (before, line, expected) in [
            ("防衛交流を", "進める。", true),
            ("海上保安庁と豪州国境警備隊の", "協力", true),
            ("情報の共有", "を促進する。", true),
            ("防衛交流を進める。", "訓練を行う。", false),
            ("防衛交流", "訓練", false),
            ("平和を", "「協力」", false),
            ("Promote defence", "exchanges.", true),
            ("Promote defence.", "Hold talks.", false),
        ] {
            assert_eq!(is_mid_sentence(before, line), expected, "{before} / {line}");
        }
    }
}
