//! The value of a declared field, by its type.

use crate::config::{FieldDefinition, whole_address};
use crate::date::{Date, FiscalYear};
use crate::decimal::{Decimal, NotANumber};
use crate::fields::meant;
use crate::vocabulary::FieldType;

/// The value of a declared field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// A text.
    Text(String),
    /// One of the values of a choice.
    Choice(String),
    /// A number.
    Number(Decimal),
    /// A sum of money.
    Amount(Amount),
    /// A date.
    Date(Date),
    /// A web address.
    Url(String),
    /// Yes or no.
    Boolean(bool),
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The code of its currency: `EUR`.
    pub currency: String,
    /// How much.
    pub number: Decimal,
}

/// Why a text is no value of a type, as a sentence part, and what was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NotAValue {
    pub(super) why: String,
    pub(super) instead: Option<String>,
    pub(super) certain: bool,
}

impl NotAValue {
    fn new(why: impl Into<String>) -> Self {
        Self { why: why.into(), instead: None, certain: false }
    }

    fn meant(self, instead: String, certain: bool) -> Self {
        Self { instead: Some(instead), certain, ..self }
    }
}

/// Reads a value of a field.
pub(super) fn typed(
    field: &FieldDefinition,
    text: &str,
    fiscal_year: FiscalYear,
) -> Result<FieldValue, NotAValue> {
    if crate::characters::is_blank(text) {
        return Err(NotAValue::new("it has no character that can be seen"));
    }
    match field.of_type {
        FieldType::Text => Ok(FieldValue::Text(text.trim().to_owned())),
        FieldType::Choice if field.values.iter().any(|value| value == text) => {
            Ok(FieldValue::Choice(text.to_owned()))
        }
        FieldType::Choice => Err(NotAValue::new("it is none of the values")),
        FieldType::Number => Decimal::parse(text).map(FieldValue::Number).map_err(|why| not_a_number(&why)),
        FieldType::Amount => amount(text).map(FieldValue::Amount),
        FieldType::Date => date(text, fiscal_year).map(FieldValue::Date),
        FieldType::Url if whole_address(text) => Ok(FieldValue::Url(text.to_owned())),
        FieldType::Url => {
            Err(NotAValue::new("a web address is copied from the browser's address bar, with https://"))
        }
        FieldType::Boolean => truth(text).map(FieldValue::Boolean),
    }
}

/// Whether a text is a value of a field: if not, why, and what was most likely meant.
///
/// # Errors
/// When it is none.
pub fn as_field_value(
    field: &FieldDefinition,
    text: &str,
    fiscal_year: FiscalYear,
) -> Result<(), (String, Option<String>)> {
    typed(field, text, fiscal_year).map(|_| ()).map_err(|problem| (problem.why, problem.instead))
}

/// A value of a field as it is written.
pub fn example_of_field(field: &FieldDefinition) -> &str {
    match field.of_type {
        FieldType::Text => "A text",
        FieldType::Choice => field.values.first().map_or("…", String::as_str),
        FieldType::Number => "12.5",
        FieldType::Amount => "EUR 14200000.50",
        FieldType::Date => "2026-05-19",
        FieldType::Url => "https://plan.example/page",
        FieldType::Boolean => "true",
    }
}

/// The words of a number are those of an indicator, which has a unit. Here a unit is none: `14.2m` is not `14.2`.
fn not_a_number(problem: &NotANumber) -> NotAValue {
    if problem.why.starts_with("the unit ") {
        return NotAValue::new("only digits stand there, without a unit and without words such as `million`");
    }
    NotAValue { why: problem.why.clone(), instead: problem.instead.clone(), certain: problem.certain }
}

fn date(text: &str, fiscal_year: FiscalYear) -> Result<Date, NotAValue> {
    Date::parse(text, fiscal_year).map_err(|problem| match meant::date(text, fiscal_year) {
        Some(meant) => NotAValue { why: meant.why, instead: meant.instead, certain: meant.certain },
        None => NotAValue::new(problem.0),
    })
}

fn truth(text: &str) -> Result<bool, NotAValue> {
    let why = "it is `true` or `false`, without quotes";
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(match text.to_ascii_lowercase().as_str() {
            "true" | "yes" => NotAValue::new(why).meant("true".to_owned(), true),
            "false" | "no" => NotAValue::new(why).meant("false".to_owned(), true),
            _ => NotAValue::new(why),
        }),
    }
}

/// The code of a currency, a space and a number. One form only: `1,500` is a thousand to some readers and one and a half to
/// others, and a sum must not depend on who reads it.
fn amount(text: &str) -> Result<Amount, NotAValue> {
    let is_code = |code: &str| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    let (currency, number) = text.split_once(' ').unwrap_or((text, ""));
    if is_code(currency) {
        return match Decimal::parse(number) {
            Ok(parsed) if parsed.text == number => {
                Ok(Amount { currency: currency.to_owned(), number: parsed })
            }
            Ok(parsed) => Err(NotAValue::new("one space stands between the currency and the number")
                .meant(format!("{currency} {}", parsed.text), true)),
            Err(problem) => {
                let found = not_a_number(&problem);
                let instead = found.instead.map(|number| format!("{currency} {number}"));
                Err(NotAValue { instead, ..found })
            }
        };
    }
    let why = "an amount is the code of a currency, a space and a number";
    Err(match other_form(text) {
        // In another form than that of a record, a `.` can part thousands.
        Some((currency, Ok(number))) if number.can_be_thousands() => {
            let thousands = number.text.replace('.', "");
            let number = number.text;
            NotAValue::new(format!("{why}: write {currency} {thousands} or {currency} {number}"))
        }
        Some((currency, Ok(number))) => {
            NotAValue::new(why).meant(format!("{currency} {}", number.text), true)
        }
        Some((currency, Err(problem))) => {
            let found = not_a_number(&problem);
            let instead = found.instead.map(|number| format!("{currency} {number}"));
            let why = match instead.is_some() {
                true => why.to_owned(),
                false => format!("{why}; {}", found.why),
            };
            NotAValue { why, instead, ..found }
        }
        None => NotAValue::new(why),
    })
}

/// A currency and a number in another order, in small letters, with a sign or without a space.
fn other_form(text: &str) -> Option<(String, Result<Decimal, NotANumber>)> {
    // Other signs stand for several currencies.
    const SIGNS: [(&str, &str); 4] = [("€", "EUR"), ("£", "GBP"), ("₹", "INR"), ("₩", "KRW")];
    for (sign, code) in SIGNS {
        let rest = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign));
        if let Some(rest) = rest {
            return Some((code.to_owned(), Decimal::parse(rest)));
        }
    }
    let letters = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let before = text.get(..3).zip(text.get(3..)).filter(|(code, _)| letters(code));
    let cut = text.len().checked_sub(3)?;
    let after = text.get(cut..).zip(text.get(..cut)).filter(|(code, _)| letters(code));
    let (code, number) = before.or(after)?;
    number
        .bytes()
        .any(|byte| byte.is_ascii_digit())
        .then(|| (code.to_ascii_uppercase(), Decimal::parse(number)))
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn an_amount_has_one_form() {
        for text in ["EUR 14200000", "JPY 0", "USD -12.50", "EUR 999999999999999.999999"] {
            let amount = amount(text).unwrap();
            assert_eq!(format!("{} {}", amount.currency, amount.number.text), text);
        }
        for (text, instead, certain) in [
            ("EUR 14,200,000.50", Some("EUR 14200000.50"), true),
            ("EUR 14 200 000", Some("EUR 14200000"), true),
            ("EUR 14,200", None, false),
            ("EUR  5", Some("EUR 5"), true),
            ("EUR5", Some("EUR 5"), true),
            ("eur 5", Some("EUR 5"), true),
            ("14200000 EUR", Some("EUR 14200000"), true),
            ("14,200,000 eur", Some("EUR 14200000"), true),
            ("€14,200,000", Some("EUR 14200000"), true),
            ("12 €", Some("EUR 12"), true),
            ("€1.234", None, false),
            ("1.234,50 €", Some("EUR 1234.50"), true),
            ("EUR 1.234,50", Some("EUR 1234.50"), true),
            ("$12", None, false),
            ("14200000", None, false),
            ("EUR", None, false),
            ("EUR 14.2m", None, false),
            ("many", None, false),
            ("équ", None, false),
            ("5é", None, false),
        ] {
            let problem = amount(text).unwrap_err();
            assert_eq!((problem.instead.as_deref(), problem.certain), (instead, certain), "{text}");
        }
        for (text, both) in [
            ("1.500 EUR", "write EUR 1500 or EUR 1.500"),
            ("EUR 1,500", "write 1500 or 1.500"),
            ("1,500 EUR", "write 1500 or 1.500"),
        ] {
            let problem = amount(text).unwrap_err();
            assert!(problem.why.contains(both), "{text}: {}", problem.why);
        }
    }
}
