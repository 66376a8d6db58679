//! Intervals in the words of a letter.

use super::characters::plain;
use super::meaning::Meant;
use crate::date::Cadence;

/// An interval, and what is written for it, in lower case.
const WORDS: [(&str, &[&str]); 5] = [
    ("every month", &["monthly", "per month", "each month", "monatlich", "mensuel", "毎月", "月次", "月1回"]),
    (
        "every 3 months",
        &[
            "quarterly",
            "each quarter",
            "per quarter",
            "every three months",
            "four times a year",
            "vierteljährlich",
            "trimestriel",
            "四半期ごと",
            "毎四半期",
            "四半期",
        ],
    ),
    (
        "every 6 months",
        &[
            "half-yearly",
            "semi-annually",
            "semiannually",
            "semi-annual",
            "twice a year",
            "twice per year",
            "two times a year",
            "every six months",
            "every half year",
            "halbjährlich",
            "semestriel",
            "半年ごと",
            "年2回",
        ],
    ),
    (
        "every year",
        &[
            "annually",
            "annual",
            "yearly",
            "once a year",
            "once per year",
            "once every year",
            "one time a year",
            "per year",
            "per annum",
            "each year",
            "every 12 month",
            "every twelve months",
            "jährlich",
            "annuel",
            "毎年",
            "毎年度",
            "年次",
            "年1回",
            "年一回",
        ],
    ),
    (
        "every 2 years",
        &[
            "biennially",
            "biennial",
            "every two years",
            "once every two years",
            "every second year",
            "every other year",
            "隔年",
            "2年ごと",
            "2年に1回",
        ],
    ),
];

/// What was meant by a text that is not an interval as planbook reads it.
pub fn cadence(written: &str) -> Option<Meant> {
    let (text, _) = plain(written);
    let text = text.to_lowercase();
    if Cadence::parse(&text).is_ok() {
        return Some(Meant::certainly(text));
    }
    if let Some((interval, _)) = WORDS.iter().find(|(_, words)| words.contains(&text.as_str())) {
        return Some(Meant::certainly(*interval));
    }
    match text.as_str() {
        "biannually" | "biannual" | "bi-annually" | "bi-annual" => {
            Some(Meant::unclear("write `every 6 months` or `every 2 years`: the word is used for both"))
        }
        "bimonthly" | "bi-monthly" => Some(Meant::unclear(
            "write `every 2 months`; planbook has no intervals shorter than a month, the other sense of the word",
        )),
        "weekly" | "daily" | "fortnightly" | "every week" | "each week" | "毎週" => {
            Some(Meant::unclear("the shortest interval is `every month`"))
        }
        _ => None,
    }
}
