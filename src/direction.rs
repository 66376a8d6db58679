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

#[cfg(test)]
mod tests {
    use super::{can_be_in, dir};

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
