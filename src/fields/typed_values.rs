//! Values of a mapping that are more than texts: numbers, words of a list, dates, languages.

use super::meant::{self, Meant};
use super::reader::Fields;
use crate::date::{Cadence, Date, FiscalYear, NotADate};
use crate::diag::{Diagnostic, Spanned, code, guess};
use crate::language_codes;
use crate::vocabulary::Choice;

/// Words by which something came to an end, or took place.
const CLAIMS: [&str; 3] = ["completed", "closed", "held"];

impl Fields<'_> {
    /// `true` or `false`.
    pub fn truth(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        let text = self.single(key)?;
        match text.value.as_str() {
            "true" => Some(text.with(true)),
            "false" => Some(text.with(false)),
            _ => {
                let message = format!("`{key}` must be `true` or `false`, not `{}`", text.value);
                let mut problem = Diagnostic::new(code::WRONG_TYPE, text.span, message)
                    .help("write `true` or `false` without quotes");
                if let Some(word) = meant::truth(&text.value) {
                    problem = problem.fix(word);
                }
                self.report(problem);
                None
            }
        }
    }

    /// A whole number between `least` and `most`.
    pub fn number(&mut self, key: &'static str, least: i64, most: i64) -> Option<Spanned<i64>> {
        let text = self.single(key)?;
        match text.value.parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => Some(text.with(number)),
            _ => {
                let message =
                    format!("`{key}` must be a whole number from {least} to {most}, not `{}`", text.value);
                let mut problem =
                    Diagnostic::new(code::WRONG_TYPE, text.span, message).help("write digits only");
                let digits = meant::number(&text.value).filter(|digits| {
                    *digits != text.value
                        && digits.parse().is_ok_and(|number: i64| (least..=most).contains(&number))
                });
                if let Some(digits) = digits {
                    problem = problem.fix(digits);
                }
                self.report(problem);
                None
            }
        }
    }

    /// One of a closed list of words.
    pub fn choice<T: Choice>(&mut self, key: &'static str) -> Option<Spanned<T>> {
        let text = self.text(key)?;
        self.choose(key, &text)
    }

    /// Reads a word that was taken by hand.
    pub fn choose<T: Choice>(&mut self, key: &str, text: &Spanned<String>) -> Option<Spanned<T>> {
        self.choose_or(key, text, "")
    }

    /// The same, with what to do where something else is meant than one of the words.
    pub fn choose_or<T: Choice>(
        &mut self,
        key: &str,
        text: &Spanned<String>,
        otherwise: &str,
    ) -> Option<Spanned<T>> {
        if let Some(choice) = T::from_word(&text.value) {
            return Some(text.with(choice));
        }
        let written = T::CHOICES.iter().map(|(word, _)| *word).filter(|word| !T::NOT_WRITTEN.contains(word));
        self.no_choice(key, text, &written.collect::<Vec<_>>(), otherwise);
        None
    }

    /// The same for a list of words that is known only when the program runs.
    pub(super) fn word(&mut self, key: &'static str, words: &[&str]) -> Option<Spanned<String>> {
        let text = self.text(key)?;
        if words.contains(&text.value.as_str()) {
            return Some(text);
        }
        self.no_choice(key, &text, words, "");
        None
    }

    fn no_choice(&mut self, key: &str, text: &Spanned<String>, words: &[&str], otherwise: &str) {
        let message = format!("`{}` is not a value of `{key}`", text.value);
        let problem = Diagnostic::new(code::UNKNOWN_VALUE, text.span, message);
        let mut list = format!("the values are {}", words.join(", "));
        if !otherwise.is_empty() {
            list = format!("{list}; {otherwise}");
        }
        let problem = match meant::choice(key, &text.value, words) {
            Some(meant) => suggest(problem, &meant).help(format!("{}; {list}", meant.why)),
            None => {
                let guess = guess(&text.value, words.iter().copied());
                // What these say of an item nobody should come to say by a guess.
                let claims = guess.is_some_and(|guess| guess.distance > 0 && CLAIMS.contains(&guess.word));
                let problem = problem.suggest_guess(guess).help(list);
                Diagnostic { certain: problem.certain && !claims, ..problem }
            }
        };
        self.report(problem);
    }

    /// A date.
    pub fn date(&mut self, key: &'static str, fiscal_year: impl Into<FiscalYear>) -> Option<Spanned<Date>> {
        let text = self.single(key)?;
        let fiscal_year = fiscal_year.into();
        let date = Date::parse(&text.value, fiscal_year);
        self.dated(&text, date, "date", |text| meant::date(text, fiscal_year))
    }

    /// A language code, such as `ja` or `en-AU`.
    pub fn language(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let code = self.text(key)?;
        self.check_language(&code).then_some(code)
    }

    /// A list of language codes.
    pub fn languages(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let mut codes = self.texts(key);
        codes.retain(|code| self.check_language(code));
        codes
    }

    /// Whether a text is a language code; one that is none is reported.
    pub fn check_language(&mut self, code: &Spanned<String>) -> bool {
        let good = language_codes::is_known(&code.value);
        if !good {
            let message = format!("`{}` is not a language code", code.value);
            let (help, meant) = language_codes::advice(&code.value);
            let problem = Diagnostic::new(code::UNKNOWN_VALUE, code.span, message).help(help);
            self.report(match meant {
                Some(meant) => problem.suggest(meant),
                None => problem,
            });
        }
        good
    }

    /// An interval.
    pub fn cadence(&mut self, key: &'static str) -> Option<Spanned<Cadence>> {
        let text = self.single(key)?;
        let cadence = Cadence::parse(&text.value);
        self.dated(&text, cadence, "interval", meant::cadence)
    }

    fn dated<T>(
        &mut self,
        text: &Spanned<String>,
        read: Result<T, NotADate>,
        what: &str,
        meant: impl FnOnce(&str) -> Option<Meant>,
    ) -> Option<Spanned<T>> {
        let NotADate(why) = match read {
            Ok(read) => return Some(text.with(read)),
            Err(why) => why,
        };
        let meant = meant(&text.value);
        let why = meant.as_ref().map_or(why, |meant| meant.why.clone());
        let message = format!("`{}` is not a valid {what}: {why}", text.value);
        let problem = Diagnostic::new(code::BAD_DATE, text.span, message)
            .help("see \"Dates\" in the guide to writing content");
        self.report(match meant {
            Some(meant) => suggest(problem, &meant),
            None => problem,
        });
        None
    }
}

/// A problem with what was meant.
fn suggest(problem: Diagnostic, meant: &Meant) -> Diagnostic {
    match &meant.instead {
        Some(instead) if meant.certain => problem.fix(instead),
        Some(instead) => problem.suggest(instead),
        None => problem,
    }
}
