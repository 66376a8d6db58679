//! What a search takes for the same: letters without their case, width and accents.
//!
//! The script of the search (`themes/default/static/search-query.js`) does the same to what somebody types. What one of the two
//! makes of a text, the other must make, too: `tests/browser/search.test.mjs` compares them.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};

/// Letters that no decomposition leads to others, and what is searched in their place.
const SPELT: [(char, &str); 12] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ł', "l"),
    ('ı', "i"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('ς', "σ"),
];

/// Scripts that are written without blanks between words, or, as Korean, with endings that no list of words has. The marks
/// that lengthen and repeat belong to the run in which they stand.
const UNSPACED: [(char, char); 15] = [
    ('\u{e00}', '\u{eff}'),
    ('\u{1000}', '\u{109f}'),
    ('\u{1100}', '\u{11ff}'),
    ('\u{1780}', '\u{17ff}'),
    ('\u{3005}', '\u{3007}'),
    ('\u{3031}', '\u{3035}'),
    ('\u{303b}', '\u{303c}'),
    ('\u{3041}', '\u{3096}'),
    ('\u{3099}', '\u{309a}'),
    ('\u{309d}', '\u{309f}'),
    ('\u{30a1}', '\u{30fa}'),
    ('\u{30fc}', '\u{30ff}'),
    ('\u{3400}', '\u{9fff}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{20000}', '\u{3ffff}'),
];

/// Signs on letters that many people do not write: accents, the points of Arabic and Hebrew, and the stroke that lengthens a
/// word of Arabic. Others, such as the vowels of Hindi, make another letter.
const ACCENTS: [(char, char); 12] = [
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{487}'),
    ('\u{591}', '\u{5bd}'),
    ('\u{5bf}', '\u{5bf}'),
    ('\u{5c1}', '\u{5c2}'),
    ('\u{5c4}', '\u{5c5}'),
    ('\u{5c7}', '\u{5c7}'),
    ('\u{610}', '\u{61a}'),
    ('\u{640}', '\u{640}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{670}', '\u{670}'),
    ('\u{6d6}', '\u{6dc}'),
];

fn is_accent(letter: char) -> bool {
    letter >= ACCENTS[0].0 && ACCENTS.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

/// A text as it is searched.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(text.to_ascii_lowercase()),
            false => Cow::Borrowed(text),
        };
    }
    let small = text.nfkc().collect::<String>().to_lowercase();
    let plain = small.nfd().filter(|letter| !is_accent(*letter)).nfc();
    let mut folded = String::with_capacity(small.len());
    for letter in plain {
        match SPELT.iter().find(|(special, _)| *special == letter) {
            Some((_, spelt)) => folded.push_str(spelt),
            None => folded.push(letter),
        }
    }
    Cow::Owned(folded)
}

/// Whether it is of a script without blanks between words.
pub(super) fn is_unspaced(letter: char) -> bool {
    letter >= UNSPACED[0].0 && UNSPACED.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

/// Whether it is a part of a word.
pub(super) fn is_of_word(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    letter.is_alphanumeric()
        || is_unspaced(letter)
        || letter.general_category_group() == GeneralCategoryGroup::Mark
}

#[cfg(test)]
mod tests {
    use super::{folded, is_unspaced};

    #[test]
    fn case_width_and_accents_make_no_difference() {
        let found = [
            "ＡＣＳＡ",
            "Événement",
            "STRASSE",
            "straße",
            "ｶﾞｲﾄﾞ",
            "ガイド",
            "３（１）",
            "Ørsted",
            "ΛΌΓΟΣ",
            "مُحَمَّد",
            "שָׁלוֹם",
        ];
        let expected = [
            "acsa",
            "evenement",
            "strasse",
            "strasse",
            "ガイド",
            "ガイド",
            "3(1)",
            "orsted",
            "λογοσ",
            "محمد",
            "שלום",
        ];
        assert_eq!(found.map(|text| folded(text).into_owned()), expected);
    }

    #[test]
    fn marks_that_lengthen_and_repeat_are_of_their_run() {
        assert!("サーバー佐々木〆切한국ไทย".chars().all(is_unspaced));
        assert!(!"・、。「」 a１é–".chars().any(is_unspaced));
    }
}
