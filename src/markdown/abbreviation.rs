//! Which words of a text may be abbreviations. Whether they are is for the plan to say.

use std::ops::Range;

/// The places of words such as `MOFA`, `PM&C`, `2+2` or `ReCAAP`: at least two capitals or digits, and something that
/// is not a digit among them.
pub(super) fn candidates(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    words(text).filter(|range| {
        let word = &text[range.clone()];
        let strong = word.chars().filter(|c| c.is_uppercase() || c.is_ascii_digit()).count();
        strong >= 2 && word.chars().any(|c| c.is_uppercase() || c == '+')
    })
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_part)?;
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |length| start + length);
        rest = end;
        Some(start..end)
    })
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '&' || c == '+'
}

#[cfg(test)]
mod tests {
    #[test]
    fn capitals_and_plus_signs_make_a_candidate() {
        let text = "In 2010 the 2+2 met; MOFA and PM&C signed ReCAAP (G4). It was I, a U.S. Navy P-3C.";
        let found: Vec<&str> = super::candidates(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["2+2", "MOFA", "PM&C", "ReCAAP", "G4", "3C"]);
    }
}
