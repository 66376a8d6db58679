//! Which plural form a number takes in a language, by the rules of Unicode's CLDR.

use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};

/// The forms of a language; those of English, until another is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PluralForms(Option<Locale>);

impl PluralForms {
    pub(super) fn of_language(language: &str) -> Self {
        Self(language.parse().ok())
    }

    /// The name of the form, as it stands at the end of a key; `None` for the one that all languages have.
    pub(super) fn of(&self, n: i64) -> Option<&'static str> {
        // The rules stand in the program, and are only looked up. They cannot be kept: threads cannot share them.
        let of_locale =
            |locale: &Locale| PluralRules::try_new(locale.into(), PluralRuleType::Cardinal.into()).ok();
        let Some(rules) = self.0.as_ref().and_then(of_locale) else { return (n == 1).then_some("one") };
        match rules.category_for(n) {
            PluralCategory::Zero => Some("zero"),
            PluralCategory::One => Some("one"),
            PluralCategory::Two => Some("two"),
            PluralCategory::Few => Some("few"),
            PluralCategory::Many => Some("many"),
            PluralCategory::Other => None,
        }
    }
}
