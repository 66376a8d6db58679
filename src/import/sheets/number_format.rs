//! What a number in a sheet shows: a date, a percentage, a number.

use jiff::civil::Date;

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// As a number.
    Plain,
    /// With so many digits after the point.
    Decimals(usize),
    /// As a percentage.
    Percent,
    /// As a date with its day, or only with its month, or only with its year.
    Day,
    Month,
    Year,
}

impl Format {
    /// The format that a number stands for in every file.
    pub(super) fn built_in(id: u32) -> Self {
        match id {
            2 => Self::Decimals(2),
            9 | 10 => Self::Percent,
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
            () if has('%') => Self::Percent,
            () if has('d') || (has('e') && has('m') && !has('0')) => Self::Day,
            () if has('y') && has('m') => Self::Month,
            () if has('y') => Self::Year,
            () => match bare.split_once('.') {
                Some((_, zeros)) if bare.starts_with('0') && zeros.bytes().all(|byte| byte == b'0') => {
                    Self::Decimals(zeros.len().min(15))
                }
                _ => Self::Plain,
            },
        }
    }

    /// What a number shows. `from_1904` is how some files count days.
    pub(super) fn shown(self, number: f64, from_1904: bool) -> Option<String> {
        if !number.is_finite() {
            return None;
        }
        match self {
            Self::Plain => Some(plain(number)),
            Self::Decimals(digits) => {
                let short = plain(number);
                let part = short.split_once('.').map_or(0, |(_, part)| part.len());
                Some(if part < digits { format!("{number:.digits$}") } else { short })
            }
            Self::Percent => Some(format!("{}%", plain(number * 100.0))),
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
            assert_eq!(Format::of(code).shown(number, from_1904).as_deref(), shown, "{code} {number}");
        }
        assert_eq!(Format::built_in(14).shown(46203.0, false).as_deref(), Some("2026-06-30"));
        assert_eq!(Format::built_in(9).shown(0.5, false).as_deref(), Some("50%"));
    }
}
