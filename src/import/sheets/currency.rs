//! The currency that the format of a number shows.

/// Signs of one currency.
const SIGNS: [(&str, &str); 8] = [
    ("€", "EUR"),
    ("£", "GBP"),
    ("円", "JPY"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("US$", "USD"),
    ("A$", "AUD"),
    ("NZ$", "NZD"),
];
/// Signs of several currencies, and the country of each, as formats name it.
const BY_COUNTRY: [(&str, &str, &str); 8] = [
    ("$", "409", "USD"),
    ("$", "C09", "AUD"),
    ("$", "1009", "CAD"),
    ("$", "1409", "NZD"),
    ("¥", "411", "JPY"),
    ("￥", "411", "JPY"),
    ("¥", "804", "CNY"),
    ("￥", "804", "CNY"),
];

/// Codes that formats show between quotation marks.
const CODES: [&str; 16] = [
    "AUD", "BRL", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "INR", "JPY", "KRW", "NOK", "NZD", "SEK", "SGD",
    "USD",
];

/// The code of the currency in a format such as `#,##0.00 [$€-407]` or `"EUR" #,##0`; nothing where its sign is that of several.
pub(super) fn of_format(code: &str) -> Option<String> {
    let code = code.split(';').next().unwrap_or(code);
    let marked = code.match_indices("[$").filter_map(|(at, _)| code[at + 2..].split(']').next());
    // In quotation marks, three letters can be a unit: `"KWH"`.
    let is_currency = |text: &&str| CODES.contains(&text.trim()) || !text.trim().is_ascii();
    let quoted = code.split('"').skip(1).step_by(2).filter(is_currency);
    let found = marked.chain(quoted).find_map(of_sign);
    // A sign without quotation marks is shown as it is.
    found.or_else(|| {
        let outside = code.split('"').step_by(2).flat_map(str::chars);
        of_sign(&outside.filter(|c| matches!(c, '€' | '£')).collect::<String>())
    })
}

/// The code of a sign with the number of its country behind it: `$-409`.
fn of_sign(sign: &str) -> Option<String> {
    let (sign, country) = sign.split_once('-').unwrap_or((sign, ""));
    let sign = sign.trim();
    if sign.len() == 3 && sign.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(sign.to_owned());
    }
    let one = SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, code)| *code);
    let country = country.trim_start_matches('0').to_uppercase();
    let several = BY_COUNTRY.iter().find(|(known, of, _)| *known == sign && *of == country);
    one.or(several.map(|(.., code)| *code)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::of_format;

    #[test]
    fn a_format_shows_a_currency_if_its_sign_is_that_of_one() {
        for (code, currency) in [
            ("#,##0.00\\ [$€-407]", Some("EUR")),
            ("[$¥-411]#,##0", Some("JPY")),
            ("[$¥-804]#,##0", Some("CNY")),
            ("[$$-409]#,##0.00", Some("USD")),
            ("[$USD] #,##0", Some("USD")),
            ("\"€\"#,##0.00;[Red]-\"€\"#,##0.00", Some("EUR")),
            ("#,##0 €", Some("EUR")),
            ("\"EUR\" #,##0", Some("EUR")),
            ("\"$\"#,##0", None),
            ("#,##0 \"KWH\"", None),
            ("\"Mio. €\" #,##0", None),
            ("[$-407]d. mmmm yyyy", None),
            ("#,##0.00 \"days\"", None),
            ("0.0", None),
        ] {
            assert_eq!(of_format(code).as_deref(), currency, "{code}");
        }
    }
}
