//! What the records of one text begin with, besides what those of all texts do.

use std::collections::{BTreeMap, BTreeSet};

/// The words before numbers, and the codes, of one text.
#[derive(Debug, Default)]
pub(super) struct LevelNames {
    /// Words that stand before rising numbers, in lower case: `axe`.
    pub(super) words: BTreeSet<String>,
    /// Codes whose numbers say by themselves no steps, with those that the text shows: `LK0113` is `LK`, `01`, `13` below `LK01`.
    pub(super) codes: BTreeMap<String, Vec<String>>,
    /// The letters of the codes that count something in the text, `EC-01`, `EC-02`; none where no text is known. Other letters
    /// and numbers, as in `CO2`, are a word unless a sign stands behind them.
    pub(super) series: Option<BTreeSet<String>>,
}

impl LevelNames {
    /// Whether letters and digits that a text begins with, without a sign behind them, are a code.
    pub(super) fn has_code(&self, signs: &[char]) -> bool {
        let Some(series) = &self.series else { return true };
        let letters: String = signs.iter().take_while(|sign| sign.is_ascii_uppercase()).collect();
        let rest = signs.iter().skip(letters.len());
        let digits: String = rest.take_while(|sign| sign.is_ascii_digit()).collect();
        series.contains(&letters) || self.codes.contains_key(&format!("{letters}{digits}"))
    }
}
