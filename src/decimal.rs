//! Decimal numbers, exactly as they were written: measured values are sums of money, people and shares, and must not be rounded
//! by the way in which a machine stores them.

use std::cmp::Ordering;

/// The most digits before the decimal point, and after it: with them no sum or product here passes 128 bits.
pub const MOST: (usize, usize) = (15, 6);

/// The most digits after the decimal point of a number on a line: three more than anybody can write, and no product passes 128
/// bits.
const LINE_DIGITS: u32 = 9;

/// A decimal number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// As it was written: `6.50` stays `6.50`.
    pub text: String,
    /// The number without its decimal point.
    units: i128,
    /// How many digits stand after the decimal point.
    scale: u32,
}

/// Why a text is no number, as a sentence part, and what was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotANumber {
    /// The reason.
    pub why: String,
    /// What was most likely meant.
    pub instead: Option<String>,
    /// Whether nothing else can have been meant.
    pub certain: bool,
    /// Whether it is a number, with more digits than are kept.
    pub is_too_long: bool,
}

impl Decimal {
    /// Reads a number: digits, with a decimal point and a minus sign where it needs them.
    ///
    /// # Errors
    /// Says what is wrong, in words for the person who wrote it.
    pub fn parse(text: &str) -> Result<Self, NotANumber> {
        let text = text.trim();
        let bare = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = bare.split_once('.').map_or((bare, None), |(whole, part)| (whole, Some(part)));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || part.is_some_and(|part| !digits(part)) {
            return Err(not_a_number(text));
        }
        let part = part.unwrap_or("");
        if whole.trim_start_matches('0').len() > MOST.0 || part.len() > MOST.1 {
            let why = format!(
                "a number can have {} digits before the decimal point and {} after it; use a larger unit",
                MOST.0, MOST.1
            );
            return Err(NotANumber { why, instead: None, certain: false, is_too_long: true });
        }
        let units: i128 = format!("{whole}{part}").parse().map_err(|_| not_a_number(text))?;
        let units = if text.starts_with('-') { -units } else { units };
        Ok(Self { text: text.to_owned(), units, scale: u32::try_from(part.len()).unwrap_or(0) })
    }

    /// Whether somebody who does not write for planbook can have meant a thousand times as much: `1.234` is 1234 in half of the world.
    pub fn can_be_thousands(&self) -> bool {
        let bare = self.text.strip_prefix('-').unwrap_or(&self.text);
        bare.split_once('.').is_some_and(|(whole, part)| {
            (1..=3).contains(&whole.len()) && part.len() == 3 && !whole.starts_with('0')
        })
    }

    /// How many digits stand after the decimal point.
    pub fn scale(&self) -> u32 {
        self.scale
    }

    /// Whether it is less than nothing.
    pub fn is_negative(&self) -> bool {
        self.units < 0
    }

    /// The number in units of 10^-`scale`, where that is exact.
    fn at_scale(&self, scale: u32) -> i128 {
        self.units * 10_i128.pow(scale.saturating_sub(self.scale))
    }

    /// The whole units and their scale as a number.
    fn of(units: i128, scale: u32) -> Self {
        let digits = format!("{:0width$}", units.unsigned_abs(), width = scale as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - scale as usize);
        let sign = if units < 0 { "-" } else { "" };
        let text = if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") };
        Self { text, units, scale }
    }

    /// The two together. No book is large enough for more than 128 bits: a number has at most 21 digits.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let scale = self.scale.max(other.scale);
        Self::of(self.at_scale(scale).saturating_add(other.at_scale(scale)), scale)
    }

    /// How far it is from another number, without a sign.
    pub fn distance(&self, other: &Self) -> Self {
        let scale = self.scale.max(other.scale);
        Self::of((self.at_scale(scale) - other.at_scale(scale)).abs(), scale)
    }

    /// The number at `part` of `whole` on the straight line from one number to another. It has that many digits after the decimal
    /// point where that is exact; else one at least, or as many more as it needs to stay on its side of each of the `others`: 9.96 must not become the 10 that it does
    /// not reach. `None` where no number of digits shows the difference. A half is rounded away from zero.
    pub fn on_line(
        ends: (&Self, &Self),
        part: i64,
        whole: i64,
        digits: u32,
        others: &[&Self],
    ) -> Option<Self> {
        let exact = Share::on_line(ends, part, whole);
        let plain = exact.rounded(digits);
        if exact.compare(&plain).is_eq() {
            return Some(plain);
        }
        (digits.max(1)..=LINE_DIGITS)
            .map(|digits| exact.rounded(digits))
            .find(|rounded| others.iter().all(|other| rounded.compare(other) == exact.compare(other)))
    }

    /// Where it lies between two numbers, in thousandths of the way from the first to the second.
    pub fn thousandths(&self, low: &Self, high: &Self) -> i64 {
        let scale = self.scale.max(low.scale).max(high.scale);
        let (own, low, high) = (self.at_scale(scale), low.at_scale(scale), high.at_scale(scale));
        let whole = high - low;
        if whole == 0 {
            return 0;
        }
        i64::try_from((own - low) * 1000 / whole).unwrap_or(0)
    }

    /// Round numbers for the scale of a chart: the first is not above the lowest, the last not below the highest, and there are
    /// from two to seven.
    pub fn ticks(low: &Self, high: &Self) -> Vec<Self> {
        let scale = low.scale.max(high.scale).max(1);
        let (low, high) = (low.at_scale(scale), high.at_scale(scale));
        let range = (high - low).max(1);
        let mut step = 1_i128;
        let mut factors = [2, 5, 10].into_iter().cycle();
        let mut base = 1_i128;
        while range > step * 4 {
            let factor = factors.next().unwrap_or(10);
            step = base * factor;
            if factor == 10 {
                base = step;
            }
        }
        let first = low.div_euclid(step);
        let last = high.div_euclid(step) + i128::from(high.rem_euclid(step) != 0);
        let last = last.max(first + 1);
        let all: Vec<i128> = (first..=last).map(|at| at * step).collect();
        // The digits after the decimal point that all of them need.
        let needed = (0..=scale)
            .find(|digits| all.iter().all(|units| units % 10_i128.pow(scale - digits) == 0))
            .unwrap_or(scale);
        all.into_iter().map(|units| Self::of(units / 10_i128.pow(scale - needed), needed)).collect()
    }

    /// The number with these signs between thousands and before the decimals, and with the minus sign of print.
    pub fn shown(&self, group: &str, point: &str) -> String {
        let bare = self.text.strip_prefix('-').unwrap_or(&self.text);
        let (whole, part) = bare.split_once('.').map_or((bare, None), |(whole, part)| (whole, Some(part)));
        let mut shown = String::with_capacity(self.text.len() + 8);
        if self.is_negative() {
            shown.push('\u{2212}');
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                shown.push_str(group);
            }
            shown.push(digit);
        }
        if let Some(part) = part {
            shown.push_str(point);
            shown.push_str(part);
        }
        shown
    }
}

/// A number on a straight line before it is rounded: so many parts of a whole.
struct Share {
    parts: i128,
    whole: i128,
}

impl Share {
    fn on_line((from, to): (&Decimal, &Decimal), part: i64, whole: i64) -> Self {
        let scale = from.scale.max(to.scale);
        let (start, end) = (from.at_scale(scale), to.at_scale(scale));
        let (part, whole) = (i128::from(part), i128::from(whole.max(1)));
        Self { parts: start * whole + (end - start) * part, whole: whole * 10_i128.pow(scale) }
    }

    fn rounded(&self, digits: u32) -> Decimal {
        let above = self.parts * 10_i128.pow(digits);
        let half = if above < 0 { -(self.whole / 2) } else { self.whole / 2 };
        Decimal::of((above + half) / self.whole, digits)
    }

    fn compare(&self, number: &Decimal) -> Ordering {
        (self.parts * 10_i128.pow(number.scale)).cmp(&(number.units * self.whole))
    }
}

/// By what they are worth: `6.5` and `6.50` are the same.
impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.at_scale(scale).cmp(&other.at_scale(scale)).then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Decimal {
    /// How it compares to another by what the two are worth, however many digits were written.
    pub fn compare(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.at_scale(scale).cmp(&other.at_scale(scale))
    }
}

/// What is wrong with a text that is no number, and what was meant by it.
fn not_a_number(text: &str) -> NotANumber {
    let problem = |why: &str, instead: Option<String>, certain| NotANumber {
        why: why.to_owned(),
        instead,
        certain,
        is_too_long: false,
    };
    let good = |text: String| Some(text).filter(|text| Decimal::parse_strict(text));
    let half_width: String = text.chars().map(half_width).collect();
    if half_width != text && Decimal::parse_strict(&half_width) {
        return problem("its characters are not those of a keyboard number", Some(half_width), true);
    }
    let text = half_width.as_str();
    match readings(text) {
        Readings::One { number, why } => return problem(why, Some(number), true),
        Readings::Two { thousands, decimals } => {
            let why = format!("a comma can mean thousands or decimals: write {thousands} or {decimals}");
            return problem(&why, None, false);
        }
        Readings::None => {}
    }
    if let Some(bare) = text.strip_prefix('+').and_then(|bare| good(bare.to_owned())) {
        return problem("it has no plus sign", Some(bare), true);
    }
    let completed = match text.strip_prefix('.') {
        Some(_) => good(format!("0{text}")),
        None => text.strip_suffix('.').and_then(|bare| good(bare.to_owned())),
    };
    if completed.is_some() {
        return problem("a digit stands before and after the decimal point", completed, true);
    }
    let Some((number, unit)) = number_and_unit(text) else {
        return problem(
            "a number has digits, a `.` before decimals and a `-` before a negative one",
            None,
            false,
        );
    };
    if let Some(power) = power_of_ten(unit) {
        let instead = written_out(&number, power);
        let is_certain = instead.is_some();
        return problem("all its digits are written out", instead, is_certain);
    }
    // What stands behind a number can be more than its unit: `12 million` is not 12, and `12‰` is not 12 per cent.
    let instead = (!unit.contains(char::is_alphanumeric)).then_some(number);
    problem("the unit is written once, as `unit` of the indicator", instead, false)
}

/// The number that a text begins with, as it is written in a record, and what stands behind it, which is no further number.
fn number_and_unit(text: &str) -> Option<(String, &str)> {
    let is_part = |sign: char| {
        sign.is_ascii_digit() || sign.is_whitespace() || matches!(sign, '-' | '.' | ',' | '\'' | '’' | '_')
    };
    let end = text.find(|sign| !is_part(sign))?;
    let written = text[..end].trim_end();
    let number = match readings(written) {
        Readings::One { number, .. } => number,
        _ => Some(written.to_owned()).filter(|written| Decimal::parse_strict(written))?,
    };
    let unit = &text[end..];
    // The 2 of `m2` belongs to the unit; the 15 of `12 to 15` does not.
    let mut before = ' ';
    let is_unit = unit.chars().all(|sign| {
        let belongs = !sign.is_ascii_digit() || before.is_alphanumeric();
        before = sign;
        belongs || power_of_ten(unit).is_some()
    });
    is_unit.then_some((number, unit))
}

/// What a text can be when the signs between its digits part thousands, or begin its decimals.
enum Readings {
    None,
    /// One number, and what to say of how it is written.
    One {
        number: String,
        why: &'static str,
    },
    /// A comma that parts thousands in one language and decimals in another.
    Two {
        thousands: String,
        decimals: String,
    },
}

fn readings(text: &str) -> Readings {
    let (minus, bare) = text.strip_prefix('-').map_or(("", text), |bare| ("-", bare));
    let signs: Vec<char> = bare.chars().filter(|sign| !sign.is_ascii_digit()).map(kind_of_sign).collect();
    let runs: Vec<&str> = bare.split(|sign: char| !sign.is_ascii_digit()).collect();
    let (Some(last), false) = (signs.last().copied(), runs.iter().any(|run| run.is_empty())) else {
        return Readings::None;
    };
    let is_number = |text: &String| Decimal::parse_strict(text);
    let thousands = Some(format!("{minus}{}", runs.concat()))
        .filter(|number| are_thousands(&signs, &runs) && is_number(number));
    let earlier = &signs[..signs.len() - 1];
    let (whole, part) = (&runs[..runs.len() - 1], runs[runs.len() - 1]);
    let begins_decimals = matches!(last, ',' | '.')
        && !earlier.contains(&last)
        && (earlier.is_empty() || are_thousands(earlier, whole));
    let decimals = Some(format!("{minus}{}.{part}", whole.concat()))
        .filter(|number| begins_decimals && is_number(number) && number != text);
    match (thousands, decimals) {
        (Some(thousands), Some(decimals)) => Readings::Two { thousands, decimals },
        (Some(number), None) => match last {
            // A number with a `.` is one as it stands.
            '.' if signs.len() == 1 => Readings::None,
            ',' => Readings::One { number, why: "the thousands have no comma" },
            _ => Readings::One { number, why: "the thousands have no space or other sign between them" },
        },
        (None, Some(number)) => {
            let why = match (last, earlier.first()) {
                (',', None) => "decimals stand after a `.`, not after a comma",
                (',', Some(_)) => "decimals stand after a `.`, and the thousands have no sign between them",
                (_, Some(',')) => "the thousands have no comma",
                _ => "the thousands have no space or other sign between them",
            };
            Readings::One { number, why }
        }
        (None, None) => Readings::None,
    }
}

/// One sign for all that mean the same: spaces, and apostrophes.
fn kind_of_sign(sign: char) -> char {
    match sign {
        _ if sign.is_whitespace() => ' ',
        '’' => '\'',
        sign => sign,
    }
}

/// Whether signs part thousands: one kind of sign, with three digits behind each; with commas also in the Indian way, in which two
/// digits stand between them.
fn are_thousands(signs: &[char], runs: &[&str]) -> bool {
    let (Some(sign), Some((first, groups))) = (signs.first(), runs.split_first()) else { return false };
    let Some((last, between)) = groups.split_last() else { return false };
    let is_one_sign = matches!(sign, ',' | '.' | ' ' | '\'' | '_') && signs.iter().all(|other| other == sign);
    let is_grouped = |size: usize| first.len() <= size && between.iter().all(|group| group.len() == size);
    let is_indian = *sign == ',' && !between.is_empty() && is_grouped(2);
    is_one_sign && !first.starts_with('0') && last.len() == 3 && (is_grouped(3) || is_indian)
}

/// The power of `e5` or `E+05`, as programs write what ends a number.
fn power_of_ten(text: &str) -> Option<i32> {
    let power = text.strip_prefix(['e', 'E'])?;
    let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
    let is_power = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    // One that is too large to be read is too large to be written out, too.
    is_power.then(|| power.parse().unwrap_or(i32::MAX))
}

/// A number times a power of ten, with all its digits; `None` where that is more than a number can have.
fn written_out(number: &str, power: i32) -> Option<String> {
    let (sign, bare) = number.strip_prefix('-').map_or(("", number), |bare| ("-", bare));
    let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
    let room = MOST.0 + MOST.1;
    let most = u32::try_from(room).ok()?;
    if power.unsigned_abs() > most || whole.len() + part.len() > room {
        return None;
    }
    let digits = format!("{}{whole}{part}{}", "0".repeat(room), "0".repeat(room));
    let point = (room + whole.len()).checked_add_signed(isize::try_from(power).ok()?)?;
    let (whole, part) =
        (digits.get(..point)?.trim_start_matches('0'), digits.get(point..)?.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let text = if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") };
    Decimal::parse(&text).is_ok().then_some(text)
}

/// The sign of a keyboard for one that looks like it.
fn half_width(c: char) -> char {
    match c {
        '\u{2212}' | '\u{2010}'..='\u{2013}' | '\u{ff0d}' => '-',
        '\u{ff10}'..='\u{ff19}' => char::from_u32(u32::from(c) - 0xff10 + u32::from('0')).unwrap_or(c),
        '\u{ff0e}' => '.',
        '\u{ff0c}' => ',',
        c => c,
    }
}

impl Decimal {
    /// Whether a text is a number as it stands.
    fn parse_strict(text: &str) -> bool {
        let bare = text.strip_prefix('-').unwrap_or(text);
        let mut parts = bare.split('.');
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        parts.next().is_some_and(digits) && parts.next().is_none_or(digits) && parts.next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn numbers_keep_what_was_written() {
        for text in ["0", "6.5", "6.50", "-3", "123456789012345.123456", "007"] {
            assert_eq!(number(text).text, text);
        }
        assert_eq!(number("6.5").compare(&number("6.50")), Ordering::Equal);
        assert!(number("-2") < number("-1.9") && number("0.1") < number("1"));
    }

    #[test]
    fn what_is_no_number_says_what_was_meant() {
        for (text, instead, certain) in [
            ("6,5", Some("6.5"), true),
            ("1,234", None, false),
            ("1,234,567", Some("1234567"), true),
            ("1,234.5", Some("1234.5"), true),
            ("12 500", Some("12500"), true),
            ("12'500", Some("12500"), true),
            ("12\u{202f}500,5", Some("12500.5"), true),
            ("1.234,5", Some("1234.5"), true),
            ("-12.345,60", Some("-12345.60"), true),
            ("1.000,00", Some("1000.00"), true),
            ("1.234.567", Some("1234567"), true),
            ("12,34,567.5", Some("1234567.5"), true),
            ("0,123", Some("0.123"), true),
            ("1234,567", Some("1234.567"), true),
            ("1.5,5", None, false),
            ("12 15", None, false),
            ("1,23,45", None, false),
            ("1 234 567 8", None, false),
            ("1.234 567", None, false),
            ("1,234,5", None, false),
            ("65%", Some("65"), false),
            ("12‰", Some("12"), false),
            ("12?", Some("12"), false),
            ("12 -", None, false),
            ("12/", Some("12"), false),
            ("3 km", None, false),
            ("12 million", None, false),
            ("12 to 15", None, false),
            ("12/15", None, false),
            ("5 €", Some("5"), false),
            ("12.500,00 €", Some("12500.00"), false),
            ("12,500 €", None, false),
            ("1,5e3", Some("1500"), true),
            ("1e3", Some("1000"), true),
            ("-1.25E+01", Some("-12.5"), true),
            ("25e-4", Some("0.0025"), true),
            ("0e3", Some("0"), true),
            ("1e400", None, false),
            ("1e-9", None, false),
            ("1e99999999999999", None, false),
            ("1e", None, false),
            ("−4", Some("-4"), true),
            ("６．５", Some("6.5"), true),
            ("+5", Some("5"), true),
            (".5", Some("0.5"), true),
            ("5.", Some("5"), true),
            ("many", None, false),
            ("1.2.3", None, false),
            ("", None, false),
            ("-", None, false),
        ] {
            let problem = Decimal::parse(text).unwrap_err();
            assert_eq!((problem.instead.as_deref(), problem.certain), (instead, certain), "{text}");
        }
        assert!(Decimal::parse("1234567890123456").is_err() && Decimal::parse("0.1234567").is_err());
    }

    proptest::proptest! {
        /// Whatever parts thousands and begins decimals: the number is read as the one that was written, or it is refused. Only
        /// `1.234`, which is a number as it stands, is what it is here.
        #[test]
        fn a_number_in_the_manner_of_a_country_is_that_number_or_none(
            units in 0_i64..1_000_000_000_000,
            scale in 0_usize..5,
            group in proptest::sample::select(vec!["", ",", ".", " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’", "_"]),
            point in proptest::sample::select(vec![".", ","]),
            indian in proptest::bool::ANY,
            minus in proptest::sample::select(vec!["", "-", "−"]),
            behind in proptest::sample::select(vec!["", "%", " €", "‰", "?", "+", "*", " km"]),
        ) {
            let digits = format!("{units:0width$}", width = scale + 1);
            let (whole, part) = digits.split_at(digits.len() - scale);
            let exact = number(&if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") });
            let is_break = |left: usize| match indian {
                true => left >= 3 && (left - 3).is_multiple_of(2),
                false => left > 0 && left.is_multiple_of(3),
            };
            let mut written = String::new();
            for (at, digit) in whole.chars().enumerate() {
                if at > 0 && is_break(whole.len() - at) {
                    written.push_str(group);
                }
                written.push(digit);
            }
            if !part.is_empty() {
                written = format!("{written}{point}{part}");
            }
            let is_number_as_it_stands = group == "." && written.matches('.').count() == 1 && !written.contains(',');
            proptest::prop_assume!(!is_number_as_it_stands);
            let text = format!("{minus}{written}{behind}");
            match Decimal::parse(&text) {
                Ok(read) => proptest::prop_assert!(exact.compare(&Decimal::of(read.units.abs(), read.scale)).is_eq(), "{text}"),
                Err(problem) => {
                    let instead = problem.instead.as_deref();
                    proptest::prop_assert!(behind.is_empty() || !problem.certain, "{text}");
                    if let Some(read) = instead.filter(|_| problem.certain).map(number) {
                        proptest::prop_assert!(exact.compare(&Decimal::of(read.units.abs(), read.scale)).is_eq(), "{text}");
                        proptest::prop_assert!(read.is_negative() == (!minus.is_empty() && units > 0), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_straight_line_is_exact_until_it_is_rounded_once() {
        let line = |from, to, part, whole, digits| {
            Decimal::on_line((&number(from), &number(to)), part, whole, digits, &[]).unwrap().text
        };
        assert_eq!(line("3", "10", 731, 1096, 1), "7.7");
        assert_eq!(line("10", "0", 1, 3, 2), "6.67");
        assert_eq!(line("0", "-1", 1, 2, 0), "-0.5");
        assert_eq!(line("0", "-15", 1, 2, 0), "-7.5");
        assert_eq!(line("0", "8", 1, 2, 0), "4");
        assert_eq!(line("0.5", "0.5", 1, 2, 3), "0.500");
        let most = "999999999999999.999999";
        assert_eq!(line("0", most, 3_000_000, 3_000_000, 6), most);
        let least = Decimal::on_line(
            (&number(most), &number(&format!("-{most}"))),
            1,
            3_652_059,
            6,
            &[&number(most)],
        );
        assert!(least.unwrap() < number(most));
        assert_eq!(number("3").distance(&number("10.25")).text, "7.25");
    }

    #[test]
    fn a_number_on_a_line_is_not_rounded_onto_another() {
        let line = |to, part, whole, others: &[&str]| {
            let others: Vec<Decimal> = others.iter().map(|other| number(other)).collect();
            let others: Vec<&Decimal> = others.iter().collect();
            let found = Decimal::on_line((&number("0"), &number(to)), part, whole, 0, &others);
            found.map(|found| found.text)
        };
        assert_eq!(line("10", 249, 250, &["10"]).as_deref(), Some("9.96"));
        assert_eq!(line("10", 249, 250, &[]).as_deref(), Some("10.0"));
        assert_eq!(line("-10", 249, 250, &["-10"]).as_deref(), Some("-9.96"));
        assert_eq!(line("10", 1, 3, &["3"]).as_deref(), Some("3.3"));
        assert_eq!(line("10", 2, 3, &["7", "6.7", "6.67"]).as_deref(), Some("6.667"));
        assert_eq!(line("10", 1, 2, &["5"]).as_deref(), Some("5"));
        assert_eq!(line("0.000001", 3_652_058, 3_652_059, &["0", "0.000001"]), None);
    }

    #[test]
    fn scales_of_charts_are_round() {
        let ticks = |low, high| -> Vec<String> {
            Decimal::ticks(&number(low), &number(high)).into_iter().map(|tick| tick.text).collect()
        };
        assert_eq!(ticks("3", "10"), ["2", "4", "6", "8", "10"]);
        assert_eq!(ticks("0", "0.35"), ["0.0", "0.1", "0.2", "0.3", "0.4"]);
        assert_eq!(ticks("5", "5"), ["5.0", "5.1"]);
        assert_eq!(ticks("-12", "40000"), ["-20000", "0", "20000", "40000"]);
    }

    #[test]
    fn numbers_are_shown_as_a_language_does() {
        assert_eq!(number("1234567.5").shown(",", "."), "1,234,567.5");
        assert_eq!(number("1234.5").shown(",", "."), "1,234.5");
        assert_eq!(number("123").shown(",", "."), "123");
        assert_eq!(number("-12345").shown("\u{202f}", ","), "\u{2212}12\u{202f}345");
    }
}
