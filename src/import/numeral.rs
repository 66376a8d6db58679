//! Numbers as plans write them: `3`, `３`, `c`, `iv`, `Four`, `四`.

/// A step of a number, as it can stand in an id, with its place in the sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral {
    /// `3`, `c`, `iv`.
    pub text: String,
    /// Which one it is, counted from 1.
    pub value: u32,
}

/// A number longer than this is a year, a sum or an article of a law.
const DIGITS: usize = 3;
/// Beyond this, letters that could be a Roman number are a word.
const LARGEST_ROMAN: u32 = 49;

const WORDS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const KANJI: &[char] = &['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const TEN: char = '十';

/// `3`, `03`.
pub(super) fn digits(text: &str) -> Option<Numeral> {
    let fits = (1..=DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let value: u32 = text.parse().ok().filter(|_| fits)?;
    Some(Numeral { text: value.to_string(), value })
}

/// `c`, `C`.
pub(super) fn letter(text: &str) -> Option<Numeral> {
    let mut letters = text.chars();
    let only = letters.next().filter(char::is_ascii_alphabetic)?.to_ascii_lowercase();
    let value = u32::from(only) - u32::from('a') + 1;
    letters.next().is_none().then(|| Numeral { text: only.to_string(), value })
}

/// The orders of letters in which Japanese, Korean and Russian papers count.
const ORDERS: &[&str] = &[
    "アイウエオカキクケコサシスセソタチツテト",
    "イロハニホヘト",
    "가나다라마바사아자차카타파하",
    "абвгдежзиклмнопрстуфхцчшщэюя",
];

/// `ア`, `나`, `в`: the first letter of its order, and which one it is.
pub(super) fn script_letter(sign: char) -> Option<(char, Numeral)> {
    let small = sign.to_lowercase().next().unwrap_or(sign);
    // `イ` is the second of one order and the first of another, which is rare.
    let (first, index) = ORDERS.iter().find_map(|order| {
        let index = order.chars().position(|letter| letter == small)?;
        order.chars().next().map(|first| (first, index))
    })?;
    let value = u32::try_from(index).ok()? + 1;
    Some((first, Numeral { text: value.to_string(), value }))
}

/// `iv`, `IV`; only as it is rightly written, so that few words are taken for one.
pub(super) fn roman(text: &str) -> Option<Numeral> {
    let lower = text.to_ascii_lowercase();
    let one_case = text == lower || text == text.to_ascii_uppercase();
    let value = (1..=LARGEST_ROMAN).find(|value| one_case && as_roman(*value) == lower)?;
    Some(Numeral { text: lower, value })
}

fn as_roman(mut value: u32) -> String {
    let signs = [(40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut text = String::new();
    for (worth, sign) in signs {
        while value >= worth {
            text.push_str(sign);
            value -= worth;
        }
    }
    text
}

/// How papers say "first" instead of 1.
const FIRST: &[&str] =
    &["premier", "première", "primero", "primera", "primo", "prima", "erste", "erster", "erstes", "first"];

/// `four`, `Four`, `premier`.
pub(super) fn word(text: &str) -> Option<Numeral> {
    let index = WORDS.iter().position(|word| text.eq_ignore_ascii_case(word));
    let first = || FIRST.contains(&text.to_lowercase().as_str()).then_some(0);
    let value = u32::try_from(index.or_else(first)?).ok()? + 1;
    Some(Numeral { text: value.to_string(), value })
}

/// `四`, `十二`, `二十`.
pub(super) fn kanji(text: &str) -> Option<Numeral> {
    let unit = |text: &str| {
        let mut signs = text.chars();
        let (first, None) = (signs.next()?, signs.next()) else { return None };
        let index = KANJI.iter().position(|sign| *sign == first)?;
        u32::try_from(index).ok().map(|index| index + 1)
    };
    let value = match text.split_once(TEN) {
        None => unit(text)?,
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { unit(tens)? };
            tens * 10 + if ones.is_empty() { 0 } else { unit(ones)? }
        }
    };
    Some(Numeral { text: value.to_string(), value })
}

/// Whether a sign is part of a number such as `十二`.
pub(super) fn is_kanji(sign: char) -> bool {
    sign == TEN || KANJI.contains(&sign)
}

/// `③`.
pub(super) fn circled(sign: char) -> Option<Numeral> {
    let value = u32::from(sign).checked_sub(0x245f).filter(|value| (1..=20).contains(value))?;
    Some(Numeral { text: value.to_string(), value })
}

/// A character of full width as the ASCII character that it is drawn like.
pub(super) fn half_width(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_number_is_read() {
        let value = |numeral: Option<Numeral>| numeral.map(|numeral| numeral.value);
        assert_eq!(value(digits("07")), Some(7));
        assert_eq!(value(letter("C")), Some(3));
        assert_eq!(value(roman("xiv")), Some(14));
        assert_eq!(value(word("Twelve")), Some(12));
        assert_eq!(
            [value(kanji("四")), value(kanji("十")), value(kanji("二十三"))],
            [Some(4), Some(10), Some(23)]
        );
        assert_eq!(value(circled('③')), Some(3));
        assert_eq!(half_width('（'), '(');
    }

    #[test]
    fn years_and_words_are_no_numbers() {
        assert_eq!(digits("2025"), None);
        assert_eq!(digits(""), None);
        for word in ["mix", "iiii", "Iv", "", "civil"] {
            assert_eq!(roman(word), None, "{word}");
        }
        assert_eq!(kanji("十十"), None);
        assert_eq!(kanji("山"), None);
    }
}
