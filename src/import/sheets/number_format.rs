//! What a number in a sheet shows: a date, a percentage, a number.

use jiff::civil::Date;

use crate::decimal::MOST;

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// As a number.
    Plain,
    /// With so many digits after the point, and whether a shorter number has zeros there.
    Decimals {
        digits: usize,
        pads: bool,
    },
    /// As a percentage, with so many digits after the point.
    Percent(Option<usize>),
    /// As a date with its day, or only with its month, or only with its year.
    Day,
    Month,
    Year,
}

impl Format {
    /// The format that a number stands for in every file.
    pub(super) fn built_in(id: u32) -> Self {
        match id {
            1 | 3 | 5 | 6 | 37 | 38 => Self::Decimals { digits: 0, pads: false },
            2 => Self::Decimals { digits: 2, pads: true },
            4 | 7 | 8 | 39 | 40 => Self::Decimals { digits: 2, pads: false },
            9 => Self::Percent(Some(0)),
            10 => Self::Percent(Some(2)),
            17 => Self::Month,
            14..=16 | 22 | 27..=36 | 50..=58 => Self::Day,
            _ => Self::Plain,
        }
    }

    /// The format that a code such as `dd/mm/yyyy` stands for.
    pub(super) fn of(code: &str) -> Self {
        let bare = without_texts(code.split(';').next().unwrap_or(code)).to_lowercase();
        let has = |sign: char| bare.contains(sign);
        match () {
            () if bare.contains("general") => Self::Plain,
            () if has('%') => Self::Percent(digits_of(&bare)),
            () if has('d') || (has('e') && has('m') && !has('0')) => Self::Day,
            () if has('y') && has('m') => Self::Month,
            () if has('y') => Self::Year,
            () => digits_of(&bare).map_or(Self::Plain, |digits| {
                let zeros = bare.split_once('.').map_or("", |(_, zeros)| zeros);
                let pads = bare.starts_with('0') && zeros.bytes().all(|byte| byte == b'0');
                Self::Decimals { digits, pads }
            }),
        }
    }

    /// Whether a number is shown as a date.
    pub(super) fn is_date(self) -> bool {
        matches!(self, Self::Day | Self::Month | Self::Year)
    }

    /// What a number shows. `from_1904` is how some files count days. Of what somebody wrote, all digits count; of what was
    /// calculated, those that are shown.
    pub(super) fn shown(self, number: f64, from_1904: bool, is_calculated: bool) -> Option<String> {
        if !number.is_finite() {
            return None;
        }
        let with = |number: f64, digits: Option<usize>| match digits {
            Some(digits) => rounded(&plain(number), digits, is_calculated),
            None => plain(number),
        };
        match self {
            Self::Plain => Some(plain(number)),
            Self::Decimals { digits, pads } => {
                let mut text = with(number, Some(digits));
                let part = text.split_once('.').map_or(0, |(_, part)| part.len());
                if pads && part < digits {
                    text.push_str(if part == 0 { "." } else { "" });
                    text.push_str(&"0".repeat(digits.min(MOST_DIGITS) - part.min(MOST_DIGITS)));
                }
                Some(text)
            }
            Self::Percent(digits) => Some(format!("{}%", with(number * 100.0, digits))),
            Self::Day | Self::Month | Self::Year => {
                let day = day(number, from_1904)?;
                Some(match self {
                    Self::Day => day.to_string(),
                    Self::Month => format!("{:04}-{:02}", day.year(), day.month()),
                    _ => format!("{:04}", day.year()),
                })
            }
        }
    }
}

/// No program shows more digits after the point.
const MOST_DIGITS: usize = 15;

/// How many digits after the point a code without its texts shows; `None` when it shows another number: a fraction, a power, or
/// so many thousands.
fn digits_of(bare: &str) -> Option<usize> {
    let is_place = |sign: char| matches!(sign, '0' | '#' | '?');
    let first = bare.find(is_place)?;
    let last = bare.rfind(|sign| is_place(sign) || matches!(sign, '.' | ','))?;
    let places = bare.get(first..=last)?;
    let (whole, part) = places.split_once('.').unwrap_or((places, ""));
    let is_plain =
        !bare.contains(['e', '/', '@', ':']) && !whole.ends_with(',') && part.chars().all(is_place);
    is_plain.then_some(part.len().min(MOST_DIGITS))
}

/// A number with so many digits after the point at most, if it was calculated or has more digits than anybody writes. A half is
/// rounded away from zero, as spreadsheets do it with the digits that they show.
fn rounded(exact: &str, digits: usize, is_calculated: bool) -> String {
    let Some((whole, part)) = exact.split_once('.') else { return exact.to_owned() };
    if part.len() <= digits || !(is_calculated || part.len() > MOST.1) {
        return exact.to_owned();
    }
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let mut all: Vec<u8> = format!("0{whole}{}", &part[..digits]).into_bytes();
    if part.as_bytes()[digits] >= b'5' {
        for digit in all.iter_mut().rev() {
            *digit = if *digit == b'9' { b'0' } else { *digit + 1 };
            if *digit != b'0' {
                break;
            }
        }
    }
    let all = String::from_utf8(all).unwrap_or_default();
    let (whole, part) = all.split_at(all.len() - digits);
    let whole = Some(whole.trim_start_matches('0')).filter(|whole| !whole.is_empty()).unwrap_or("0");
    let part = part.trim_end_matches('0');
    let text = if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") };
    if text == "0" { text } else { format!("{sign}{text}") }
}

/// A code without what it only prints.
fn without_texts(code: &str) -> String {
    let mut bare = String::new();
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => {
                signs.by_ref().take_while(|next| *next != '"').count();
            }
            '[' => {
                signs.by_ref().take_while(|next| *next != ']').count();
            }
            '\\' | '_' | '*' => {
                signs.next();
            }
            _ => bare.push(sign),
        }
    }
    bare
}

/// A number as spreadsheets show it: with the fifteen digits that are certain.
pub(super) fn plain(number: f64) -> String {
    let whole = format!("{:.0}", number.abs()).len();
    let digits = 15_usize.saturating_sub(whole);
    let text = format!("{number:.digits$}");
    let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if short == "-0" || short.is_empty() { "0".to_owned() } else { short.to_owned() }
}

/// The day of a number.
fn day(number: f64, from_1904: bool) -> Option<Date> {
    let whole = number.floor();
    if !(0.0..3_000_000.0).contains(&whole) {
        return None;
    }
    let whole: i64 = format!("{whole:.0}").parse().ok()?;
    // Excel counts the 29th of February 1900, which there was not.
    let (from, days) = match (from_1904, whole) {
        (true, days) => (Date::new(1904, 1, 1).ok()?, days),
        (false, 60) => return None,
        (false, days @ 0..60) => (Date::new(1899, 12, 31).ok()?, days),
        (false, days) => (Date::new(1899, 12, 30).ok()?, days),
    };
    from.checked_add(jiff::SignedDuration::from_hours(days * 24)).ok()
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn numbers_are_shown_as_spreadsheets_show_them() {
        for (code, number, from_1904, shown) in [
            ("yyyy-mm-dd", 46203.0, false, Some("2026-06-30")),
            ("dd/mm/yyyy hh:mm", 46203.75, false, Some("2026-06-30")),
            ("[$-407]d. mmmm yyyy", 44741.0, true, Some("2026-06-30")),
            ("mmm yyyy", 46203.0, false, Some("2026-06")),
            ("yyyy", 46203.0, false, Some("2026")),
            ("ggge\"年\"m\"月\"d\"日\"", 46203.0, false, Some("2026-06-30")),
            ("d mmm", 1.0, false, Some("1900-01-01")),
            ("d mmm", 60.0, false, None),
            ("d mmm", 61.0, false, Some("1900-03-01")),
            ("d mmm", -1.0, false, None),
            ("d mmm", f64::MAX, false, None),
            ("0%", 0.29, false, Some("29%")),
            ("0.00%", 0.125, false, Some("12.5%")),
            ("0.00", 1.1, false, Some("1.10")),
            ("#,##0.00 \"days\"", 1.5, false, Some("1.5")),
            ("General", 0.1 + 0.2, false, Some("0.3")),
            ("General", 1_234_567.0, false, Some("1234567")),
            ("General", -0.0, false, Some("0")),
            ("General", f64::NAN, false, None),
        ] {
            assert_eq!(Format::of(code).shown(number, from_1904, false).as_deref(), shown, "{code} {number}");
        }
        assert_eq!(Format::built_in(14).shown(46203.0, false, false).as_deref(), Some("2026-06-30"));
        assert_eq!(Format::built_in(9).shown(0.5, false, false).as_deref(), Some("50%"));
    }

    #[test]
    fn of_a_calculated_number_the_digits_count_that_are_shown() {
        for (code, number, shown) in [
            ("0.0", 100.0 / 3.0, "33.3"),
            ("0.00", 2.0 / 3.0, "0.67"),
            ("0", 2.5, "3"),
            ("0.00", 1.005, "1.01"),
            ("0.0", 2.96, "3.0"),
            ("#,##0.0", 9999.96, "10000"),
            ("#,##0.0 \"km\"", -1234.56, "-1234.6"),
            ("0.0", -0.04, "0.0"),
            ("0%", 1.0 / 3.0, "33%"),
            ("0.0%", 2.0 / 3.0, "66.7%"),
            ("[$€-407] #,##0.00", 100.0 / 3.0, "33.33"),
            ("General", 100.0 / 3.0, "33.3333333333333"),
            ("0.00E+00", 100.0 / 3.0, "33.3333333333333"),
            ("# ?/?", 100.0 / 3.0, "33.3333333333333"),
            ("#,##0,", 12345.6, "12345.6"),
            ("0.0,", 12345.6, "12345.6"),
        ] {
            assert_eq!(
                Format::of(code).shown(number, false, true).as_deref(),
                Some(shown),
                "{code} {number}"
            );
        }
        // What somebody wrote is what counts, unless nobody can have written it.
        assert_eq!(Format::of("0.0").shown(12.345, false, false).as_deref(), Some("12.345"));
        assert_eq!(Format::of("0.0").shown(100.0 / 3.0, false, false).as_deref(), Some("33.3"));
    }
}
