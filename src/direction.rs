//! Which way the letters of a language run.

use icu_locale::{Locale, LocaleDirectionality};

/// The value of `dir` for words in this language, where it is not the usual one. A code that nobody knows is taken for a
/// language that is written from left to right.
pub fn dir(language: &str) -> Option<&'static str> {
    let locale: Locale = language.parse().ok()?;
    LocaleDirectionality::new_common().is_right_to_left(&locale.id).then_some("rtl")
}

#[cfg(test)]
mod tests {
    use super::dir;

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
