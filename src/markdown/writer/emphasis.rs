//! Emphasis that CommonMark leaves as asterisks. Its rule wants a space or a sign beside asterisks that touch brackets, quotation
//! marks or full stops; Chinese and Japanese have no spaces, and Korean puts endings behind the sign. So `**「報告」**は` is
//! emphasis here.

use std::ops::Range;

use super::state::Writer;
use crate::line_breaks::is_unspaced;

/// Emphasis within a piece of text.
pub(super) struct Emphasis {
    pub(super) whole: Range<usize>,
    pub(super) words: Range<usize>,
    pub(super) is_strong: bool,
}

impl Writer<'_> {
    /// The emphasis in a text that the reader left as it was. Only where all was written as it is shown: an asterisk that was
    /// escaped means itself.
    pub(super) fn unread_emphasis(&self, text: &str, range: &Range<usize>) -> Vec<Emphasis> {
        if !text.contains('*') || self.text.get(range.clone()) != Some(text) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(start) = text[from..].find('*').map(|at| at + from) {
            let signs = text[start..].len() - text[start..].trim_start_matches('*').len();
            let next = start + signs;
            match close(text, start, signs).filter(|_| signs <= 2) {
                Some(end) => {
                    found.push(Emphasis {
                        whole: start..end + signs,
                        words: next..end,
                        is_strong: signs == 2,
                    });
                    from = end + signs;
                }
                None => from = next,
            }
        }
        found
    }
}

/// Where the emphasis ends that begins with so many asterisks.
fn close(text: &str, start: usize, signs: usize) -> Option<usize> {
    let inner = &text[start + signs..];
    let length = inner.find('*')?;
    let end = start + signs + length;
    let closing = text[end..].len() - text[end..].trim_start_matches('*').len();
    let words = &inner[..length];
    let (first, last) = (words.chars().next()?, words.chars().next_back()?);
    if closing != signs || first.is_whitespace() || last.is_whitespace() {
        return None;
    }
    let neighbours =
        [text[..start].chars().next_back(), text[end + signs..].chars().next(), Some(first), Some(last)];
    neighbours.into_iter().flatten().any(is_east_asian).then_some(end)
}

fn is_east_asian(c: char) -> bool {
    is_unspaced(c) || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}')
}
