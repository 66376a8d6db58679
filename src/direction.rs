//! Which letters a language is written with, and which way they run.

use icu_locale::subtags::script;
use icu_locale::{Locale, LocaleDirectionality, LocaleExpander};

/// The value of `dir` for words in this language, where it is not the usual one. A code that nobody knows is taken for a
/// language that is written from left to right.
pub fn dir(language: &str) -> Option<&'static str> {
    let locale: Locale = language.parse().ok()?;
    LocaleDirectionality::new_common().is_right_to_left(&locale.id).then_some("rtl")
}

/// Whether a text can be in this language: words in Latin letters alone are not Japanese or Arabic, whatever the document is
/// that they are the title of.
pub fn can_be_in(language: &str, text: &str) -> bool {
    let Ok(mut locale) = language.parse::<Locale>() else { return true };
    LocaleExpander::new_common().maximize(&mut locale.id);
    let latin = script!("Latn");
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    let has_latin_only = letters.peek().is_some() && letters.all(|letter| letter <= '\u{24f}');
    locale.id.script.is_none_or(|own| own == latin) || !has_latin_only
}

/// Codes of scripts, and from which letter to which theirs go.
type Letters = (&'static [&'static str], &'static [(char, char)]);

/// The letters of scripts other than Latin, by the code of the script; of those with several blocks, all that texts of today have.
const LETTERS: &[Letters] = &[
    (&["Jpan", "Hira", "Kana", "Hrkt"], &[('\u{3041}', '\u{30ff}'), ('\u{31f0}', '\u{31ff}')]),
    (
        &["Jpan", "Hans", "Hant", "Hani"],
        &[
            ('\u{3005}', '\u{3007}'),
            ('\u{3400}', '\u{9fff}'),
            ('\u{f900}', '\u{faff}'),
            ('\u{20000}', '\u{3ffff}'),
        ],
    ),
    (&["Kore", "Hang"], &[('\u{1100}', '\u{11ff}'), ('\u{3130}', '\u{318f}'), ('\u{ac00}', '\u{d7a3}')]),
    (&["Cyrl"], &[('\u{400}', '\u{52f}')]),
    (&["Grek"], &[('\u{370}', '\u{3ff}'), ('\u{1f00}', '\u{1fff}')]),
    (&["Armn"], &[('\u{530}', '\u{58f}')]),
    (&["Hebr"], &[('\u{590}', '\u{5ff}')]),
    (
        &["Arab", "Aran"],
        &[
            ('\u{600}', '\u{6ff}'),
            ('\u{750}', '\u{77f}'),
            ('\u{8a0}', '\u{8ff}'),
            ('\u{fb50}', '\u{fdff}'),
            ('\u{fe70}', '\u{fefc}'),
        ],
    ),
    (&["Thaa"], &[('\u{780}', '\u{7bf}')]),
    (&["Deva"], &[('\u{900}', '\u{97f}')]),
    (&["Beng"], &[('\u{980}', '\u{9ff}')]),
    (&["Guru"], &[('\u{a00}', '\u{a7f}')]),
    (&["Gujr"], &[('\u{a80}', '\u{aff}')]),
    (&["Orya"], &[('\u{b00}', '\u{b7f}')]),
    (&["Taml"], &[('\u{b80}', '\u{bff}')]),
    (&["Telu"], &[('\u{c00}', '\u{c7f}')]),
    (&["Knda"], &[('\u{c80}', '\u{cff}')]),
    (&["Mlym"], &[('\u{d00}', '\u{d7f}')]),
    (&["Sinh"], &[('\u{d80}', '\u{dff}')]),
    (&["Thai"], &[('\u{e00}', '\u{e7f}')]),
    (&["Laoo"], &[('\u{e80}', '\u{eff}')]),
    (&["Tibt"], &[('\u{f00}', '\u{fff}')]),
    (&["Mymr"], &[('\u{1000}', '\u{109f}')]),
    (&["Geor"], &[('\u{10a0}', '\u{10ff}')]),
    (&["Ethi"], &[('\u{1200}', '\u{139f}')]),
    (&["Khmr"], &[('\u{1780}', '\u{17ff}')]),
    (&["Mong"], &[('\u{1800}', '\u{18af}')]),
];

/// Whether a text has letters that this language is written with, other than Latin ones. Of a script that is not listed, nobody
/// knows here.
pub fn has_letters_of(language: &str, text: &str) -> bool {
    let Ok(mut locale) = language.parse::<Locale>() else { return false };
    LocaleExpander::new_common().maximize(&mut locale.id);
    let Some(script) = locale.id.script else { return false };
    let own = LETTERS.iter().filter(|(scripts, _)| scripts.contains(&script.as_str()));
    let own: Vec<(char, char)> = own.flat_map(|(_, blocks)| blocks.iter().copied()).collect();
    text.chars().any(|letter| own.iter().any(|(first, last)| (*first..=*last).contains(&letter)))
}

#[cfg(test)]
mod tests {
    use super::{can_be_in, dir, has_letters_of};

    #[test]
    fn words_are_in_the_letters_of_a_language_or_in_those_of_another() {
        for (language, text) in [
            ("ja", "防衛省"),
            ("ja", "カナ"),
            ("zh-Hant", "防衛"),
            ("ko", "회의"),
            ("ru", "Встреча"),
            ("ar", "عقد"),
            ("he", "פגישה"),
            ("hi", "बैठक"),
        ] {
            assert!(has_letters_of(language, text), "{language}");
        }
        for (language, text) in
            [("ja", "Встреча"), ("ja", "عقد"), ("ru", "会合"), ("zh", "カナ"), ("en", "会合")]
        {
            assert!(!has_letters_of(language, text), "{language} {text}");
        }
    }

    #[test]
    fn words_in_latin_letters_are_of_a_language_that_has_them() {
        for language in ["ja", "ar", "ru", "zh-Hant", "ko", "sr"] {
            assert!(!can_be_in(language, "Australia’s notice"), "{language}");
            assert!(
                can_be_in(language, "署名について ACSA") && can_be_in(language, "2010/5/19"),
                "{language}"
            );
        }
        for language in ["en", "fr", "vi", "sr-Latn", "xx-", ""] {
            assert!(can_be_in(language, "Notice of the signature"), "{language}");
        }
    }

    #[test]
    fn only_what_runs_from_right_to_left_is_told() {
        for (language, expected) in [
            ("ar", Some("rtl")),
            ("he", Some("rtl")),
            ("fa", Some("rtl")),
            ("ur-PK", Some("rtl")),
            ("az-Arab", Some("rtl")),
            ("en", None),
            ("ja", None),
            ("zh-Hans", None),
            ("xx-", None),
            ("", None),
        ] {
            assert_eq!(dir(language), expected, "{language}");
        }
    }
}
