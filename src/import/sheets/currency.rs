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

/// Codes of ISO 4217. Three other capital letters are a unit: `"KWH"`, `"FTE"`.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR \
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK \
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD \
    SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW";

/// The code of the currency in a format such as `#,##0.00 [$€-407]` or `"EUR" #,##0`; nothing where its sign is that of several, or
/// where other words stand beside it: `"Mio. €"` is no euro.
pub(super) fn of_format(code: &str) -> Option<String> {
    let shown = Shown::of(code.split(';').next().unwrap_or(code));
    let mut signs = shown.marked.iter().chain(&shown.quoted).map(|text| text.trim());
    // A sign without quotation marks is shown as it is.
    let bare: String = shown.bare.chars().filter(|c| matches!(c, '€' | '£')).collect();
    let other = |c: char| c.is_alphabetic() && !matches!(c, 'E' | 'e') || matches!(c, '/' | '%');
    if shown.bare.contains(other) {
        return None;
    }
    let found = signs.clone().find_map(of_sign).or_else(|| of_sign(&bare))?;
    let is_sign = |text: &str| text.split('-').next().is_some_and(str::is_empty) || of_sign(text).is_some();
    signs.all(is_sign).then_some(found)
}

/// What a format shows beside the number.
#[derive(Default)]
struct Shown {
    /// Signs in `[$…]`.
    marked: Vec<String>,
    /// Words between quotation marks.
    quoted: Vec<String>,
    /// All else, without what is in brackets, as wide as another sign or repeated.
    bare: String,
}

impl Shown {
    fn of(format: &str) -> Self {
        let mut shown = Self::default();
        let mut rest = format.chars();
        while let Some(c) = rest.next() {
            match c {
                '"' => shown.quoted.push(rest.by_ref().take_while(|c| *c != '"').collect()),
                '[' => {
                    let inner: String = rest.by_ref().take_while(|c| *c != ']').collect();
                    shown.marked.extend(inner.strip_prefix('$').map(str::to_owned));
                }
                '_' | '*' => drop(rest.next()),
                c => shown.bare.push(c),
            }
        }
        shown
    }
}

/// The code of a sign with the number of its country behind it: `$-409`.
fn of_sign(sign: &str) -> Option<String> {
    let (sign, country) = sign.split_once('-').unwrap_or((sign, ""));
    let sign = sign.trim();
    if sign.len() == 3 && CODES.split_whitespace().any(|known| known == sign) {
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
            ("#,##0.0 \"Mio. €\"", None),
            ("#,##0 \"Mio.\" [$€-407]", None),
            ("#,##0 \"T€\"", None),
            ("#,##0\\ \\T€", None),
            ("\"k€\" 0", None),
            ("0 \"€/a\"", None),
            ("0 [$€-407]/\"a\"", None),
            ("0 \"FTE\"", None),
            ("[$MWH] 0", None),
            ("#,##0.00_€", None),
            ("_-* #,##0.00\\ \"€\"_-;-* #,##0.00\\ \"€\"_-", Some("EUR")),
            ("[Red]#,##0\\ [$PLN]", Some("PLN")),
            ("[$-407]d. mmmm yyyy", None),
            ("#,##0.00 \"days\"", None),
            ("0.0", None),
        ] {
            assert_eq!(of_format(code).as_deref(), currency, "{code}");
        }
    }
}
