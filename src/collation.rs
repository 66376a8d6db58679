//! The order of names in a language.

use std::cmp::Ordering;
use std::fmt;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::Locale;

use crate::language_marks::{has_marks, unmarked};

/// Compares names as the dictionaries of a language order them.
pub struct NameOrder(Option<CollatorBorrowed<'static>>);

impl NameOrder {
    /// The order of a language; that of the root of all languages, where the code is none that is known.
    pub fn of(language: &str) -> Self {
        let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
        let of = |locale: &Locale| Collator::try_new(locale.into(), CollatorOptions::default()).ok();
        Self(of(&locale).or_else(|| of(&Locale::UNKNOWN)))
    }

    /// Which of two names comes first. Names that differ in nothing that the language orders are compared by their letters.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        if has_marks(a) || has_marks(b) {
            return self.compare(&unmarked(a), &unmarked(b));
        }
        // The tables of the root are in the program, so there is an order of every language.
        let by_language = self.0.as_ref().map_or(Ordering::Equal, |order| order.compare(a, b));
        by_language.then_with(|| a.cmp(b))
    }
}

impl fmt::Debug for NameOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NameOrder")
    }
}

#[cfg(test)]
mod tests {
    use super::NameOrder;
    use crate::language_marks::{ORIGINAL, marked};

    fn sorted(language: &str, names: &[&str]) -> Vec<String> {
        let order = NameOrder::of(language);
        let mut names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        names.sort_by(|a, b| order.compare(a, b));
        names
    }

    #[test]
    fn each_language_has_its_own_order() {
        assert_eq!(sorted("en", &["Zoo", "Äther", "apple", "Bay"]), ["apple", "Äther", "Bay", "Zoo"]);
        assert_eq!(sorted("sv", &["Zoo", "Äther", "apple", "Bay"]), ["apple", "Bay", "Zoo", "Äther"]);
        assert_eq!(
            sorted("ja", &["カメラ", "あさひ", "アサヒ", "うみ"]),
            ["あさひ", "アサヒ", "うみ", "カメラ"]
        );
        assert_eq!(sorted("not a language", &["b", "A"]), ["A", "b"]);
        let marked = marked(ORIGINAL, "Bay");
        assert_eq!(sorted("en", &["Zoo", &marked, "Area"]), ["Area", &marked, "Zoo"]);
    }
}
