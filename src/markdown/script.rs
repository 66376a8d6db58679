//! Words in a script other than Latin.

use std::ops::Range;

/// The first run of at least two letters in another script: one letter alone is a symbol, such as α.
pub fn in_other_script(text: &str) -> Option<Range<usize>> {
    if text.is_ascii() {
        return None;
    }
    let mut run: Option<(usize, usize)> = None;
    for (at, c) in text.char_indices() {
        match &mut run {
            _ if !is_other(c) => {
                if let Some((start, letters)) = run.take()
                    && letters > 1
                {
                    return Some(start..at);
                }
            }
            Some((_, letters)) => *letters += 1,
            None => run = Some((at, 1)),
        }
    }
    run.filter(|(_, letters)| *letters > 1).map(|(start, _)| start..text.len())
}

/// A letter that is not Latin. Marks that belong to a letter are letters too, where a script has such.
fn is_other(c: char) -> bool {
    let latin = matches!(c, '\u{0}'..='\u{36f}' | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{2bff}'
        | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}' | '\u{fb00}'..='\u{fb06}'
        | '\u{ff00}'..='\u{ff60}' | '\u{1d400}'..='\u{1d7ff}' | '\u{1f000}'..='\u{1faff}');
    c.is_alphabetic() && !latin
}

#[cfg(test)]
mod tests {
    use super::in_other_script;

    #[test]
    fn words_in_another_script_are_found_and_symbols_are_not() {
        assert_eq!(in_other_script("a 日豪会議 b"), Some(2..14));
        assert_eq!(in_other_script("Москва"), Some(0..12));
        assert_eq!(in_other_script("café, α and β, Ｔｏｋｙｏ, ½ × 𝑥𝑦, “naïve” → ﬁne ¿ 😀😀"), None);
    }
}
