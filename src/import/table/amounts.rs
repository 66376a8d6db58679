//! Sums of money in cells: `€ 14,200,000`, `1.2 million USD`, `500` in a column `Budget (EUR)`.

use crate::decimal::Decimal;

/// What stands for a currency. `$` alone is the dollar of some country.
const CURRENCIES: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("NZ$", "NZD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("円", "JPY"),
    ("¥", "JPY"),
    ("euro", "EUR"),
    ("euros", "EUR"),
];

/// Words that move the point: the word, and by how many digits.
const SCALES: &[(&str, usize)] = &[
    ("thousand", 3),
    ("k", 3),
    ("t", 3),
    ("tsd", 3),
    ("mille", 3),
    ("mil", 3),
    ("千", 3),
    ("万", 4),
    ("million", 6),
    ("millions", 6),
    ("mio", 6),
    ("mill", 6),
    ("millionen", 6),
    ("millones", 6),
    ("m", 6),
    ("mn", 6),
    ("百万", 6),
    ("億", 8),
    ("billion", 9),
    ("bn", 9),
    ("mrd", 9),
    ("milliard", 9),
    ("milliards", 9),
    ("milliarden", 9),
];

/// A sum as planbook writes it, `EUR 14200000`; `None` when the currency or the number could be another one. `beside` is what the
/// name of the column has in brackets.
pub(super) fn amount(cell: &str, beside: Option<&str>) -> Option<String> {
    let (number, words) = parts(cell);
    let (_, around) = parts(beside.unwrap_or(""));
    let column = of_words(&around).unwrap_or_default();
    // `$` alone is the dollar that the name of the column says.
    let is_dollar = column.0.as_deref().is_some_and(|code| code.ends_with('D'));
    let words: Vec<String> = words.into_iter().filter(|word| !(is_dollar && word == "$")).collect();
    let own = of_words(&words)?;
    let currency = own.0.or(column.0)?;
    let scale = if own.1 > 0 { own.1 } else { column.1 };
    let number = shifted(&digits(&number)?, scale);
    Decimal::parse(&number).ok()?;
    Some(format!("{currency} {number}"))
}

/// Why a cell is no sum of money; none when it is one.
pub(super) fn problem(cell: &str, beside: Option<&str>) -> Option<String> {
    if amount(cell, beside).is_some() {
        return None;
    }
    let (number, words) = parts(cell);
    let column = of_words(&parts(beside.unwrap_or("")).1).unwrap_or_default();
    let dollar =
        words.iter().any(|word| word.contains('$')) && of_words(&words).is_none_or(|own| own.0.is_none());
    Some(match () {
        () if number.is_empty() => "it has no number".to_owned(),
        () if dollar && column.0.is_none() => {
            "`$` is the dollar of several countries: write its code, such as USD, beside the number or in brackets in the name of the column".to_owned()
        }
        () if digits(&number).is_none() => {
            format!("`{number}` can be read in two ways, because one language parts thousands as another parts decimals: write it without the sign")
        }
        () if of_words(&words).is_none() => "words stand beside the number that are no currency".to_owned(),
        () if column.0.is_none() => {
            "it names no currency: write its code, such as EUR, beside the number or in brackets in the name of the column".to_owned()
        }
        () => "it is no number".to_owned(),
    })
}

/// The number in a cell, with its signs, and the words around it.
fn parts(text: &str) -> (String, Vec<String>) {
    let of_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '\'' | '’');
    let mut number = String::new();
    let mut words = vec![String::new()];
    let mut within = false;
    for sign in text.chars().map(super::super::numeral::half_width) {
        let space = sign.is_whitespace() || matches!(sign, '\u{a0}' | '\u{202f}');
        match sign {
            _ if sign.is_ascii_digit() || (within && of_number(sign)) => {
                number.push(sign);
                within = true;
                words.push(String::new());
            }
            // Spaces part thousands: what follows decides.
            _ if space => words.push(String::new()),
            _ => {
                within = false;
                if let Some(word) = words.last_mut() {
                    word.push(sign);
                }
            }
        }
        if space && within {
            number.push(' ');
        }
    }
    words.retain(|word| !word.trim_matches(|sign: char| ".,".contains(sign)).is_empty());
    (number.trim().to_owned(), words)
}

/// The currency and the scale that words name; `None` when one of them is something else.
fn of_words(words: &[String]) -> Option<(Option<String>, usize)> {
    let (mut currency, mut scale) = (None, 0);
    for word in words {
        let mut rest = word.trim_matches(|sign: char| ".,()".contains(sign));
        if matches!(rest.to_lowercase().as_str(), "in" | "of" | "de" | "en") {
            continue;
        }
        while !rest.is_empty() {
            let lower = rest.to_lowercase();
            if rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_uppercase()) {
                currency = Some(rest.to_owned());
                break;
            }
            if let Some((_, by)) = SCALES.iter().find(|(known, _)| *known == lower) {
                scale += by;
                break;
            }
            if let Some((sign, code)) =
                CURRENCIES.iter().find(|(sign, _)| lower.starts_with(&sign.to_lowercase()))
            {
                currency = Some((*code).to_owned());
                rest = rest.get(sign.len()..)?;
                continue;
            }
            // `百万円`, `T€`: a scale with a currency behind it.
            let (known, by) =
                SCALES.iter().filter(|(known, _)| !known.is_ascii() || known.len() == 1).rev().find(
                    |(known, _)| {
                        lower.strip_prefix(known).is_some_and(|after| {
                            CURRENCIES.iter().any(|(sign, _)| after == sign.to_lowercase())
                        })
                    },
                )?;
            scale += by;
            rest = rest.get(known.len()..)?;
        }
    }
    Some((currency, scale))
}

/// A number with a full stop before its decimals and nothing between its thousands; `None` when `1.234` could be both.
fn digits(written: &str) -> Option<String> {
    let compact: String = written
        .trim_end_matches(['.', ','])
        .chars()
        .map(|sign| if sign == '’' { '\'' } else { sign })
        .collect();
    let signs: Vec<char> = compact.chars().filter(|sign| !sign.is_ascii_digit()).collect();
    let Some(first) = signs.first().copied() else {
        return Some(compact).filter(|digits| !digits.is_empty());
    };
    let last = *signs.last()?;
    let in_threes = |text: &str, sign: char| text.split(sign).skip(1).all(|group| group.len() == 3);
    if signs.iter().all(|sign| *sign == first) {
        return match first {
            ' ' | '\'' => in_threes(&compact, first).then(|| compact.replace(first, "")),
            _ if signs.len() > 1 => in_threes(&compact, first).then(|| compact.replace(first, "")),
            // One sign and three digits are thousands in one language and decimals in another.
            _ if in_threes(&compact, first) => None,
            _ => Some(compact.replace(',', ".")),
        };
    }
    let (whole, part) = compact.rsplit_once(last)?;
    let parted = in_threes(whole, first)
        && whole.chars().filter(|sign| !sign.is_ascii_digit()).all(|sign| sign == first);
    (parted && last != ' ').then(|| format!("{}.{part}", whole.replace(first, "")))
}

/// A number with its point moved to the right.
fn shifted(number: &str, by: usize) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let (moved, rest) = part.split_at(by.min(part.len()));
    let joined = format!("{whole}{moved}{}", "0".repeat(by - moved.len()));
    let whole = joined.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn sums_are_read_when_they_can_mean_only_one_thing() {
        for (cell, beside, read) in [
            ("€ 14,200,000", None, Some("EUR 14200000")),
            ("14 200 000 €", None, Some("EUR 14200000")),
            ("14.200.000,50 EUR", None, Some("EUR 14200000.50")),
            ("USD 5", None, Some("USD 5")),
            ("US$ 1.2 million", None, Some("USD 1200000")),
            ("500", Some("EUR"), Some("EUR 500")),
            ("1.5", Some("in EUR million"), Some("EUR 1500000")),
            ("250", Some("T€"), Some("EUR 250000")),
            ("３５", Some("百万円"), Some("JPY 35000000")),
            ("35百万円", None, Some("JPY 35000000")),
            ("0.5", Some("Mio. €"), Some("EUR 500000")),
            ("14.200", Some("EUR"), None),
            ("$500", None, None),
            ("$1,000,000", Some("USD"), Some("USD 1000000")),
            ("$ 500", Some("AUD"), Some("AUD 500")),
            ("$500", Some("EUR"), None),
            ("500", None, None),
            ("500 to 700", Some("EUR"), None),
            ("to be decided", Some("EUR"), None),
            ("", Some("EUR"), None),
        ] {
            assert_eq!(amount(cell, beside).as_deref(), read, "{cell} {beside:?}");
        }
    }

    #[test]
    fn what_is_no_sum_has_a_reason() {
        for (cell, beside, why) in [
            ("$1,000,000", None, "`$` is the dollar of several countries"),
            ("EUR 1,000", None, "`1,000` can be read in two ways"),
            ("1.000 EUR", None, "`1.000` can be read in two ways"),
            ("TBD", Some("EUR"), "it has no number"),
            ("500", None, "it names no currency"),
            ("500 to 700", Some("EUR"), "words stand beside the number"),
        ] {
            let said = super::problem(cell, beside).unwrap();
            assert!(said.starts_with(why), "{cell}: {said}");
        }
        assert_eq!(super::problem("EUR 1000", None), None);
    }
}
