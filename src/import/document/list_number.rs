//! Numbers of lists, as Word writes them.

/// A number in a format of Word: `decimal`, `lowerLetter`, `upperRoman`.
pub(super) fn written(number: usize, format: &str) -> String {
    match format {
        "none" => String::new(),
        "lowerLetter" => letters(number, b'a'),
        "upperLetter" => letters(number, b'A'),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        "ordinal" => format!("{number}{}", ending(number)),
        "decimalFullWidth" | "decimalFullWidth2" => number
            .to_string()
            .chars()
            .map(|digit| char::from_u32(u32::from(digit) + 0xfee0).unwrap_or(digit))
            .collect(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => one_of(number, 0x2460, 20),
        "aiueoFullWidth" | "aiueo" => nth(
            number,
            "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
        ),
        "irohaFullWidth" | "iroha" => nth(
            number,
            "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
        ),
        "ganada" => nth(number, "가나다라마바사아자차카타파하"),
        "russianLower" => nth(number, "абвгдежзиклмнопрстуфхцчшщыэюя"),
        "russianUpper" => nth(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
        "japaneseCounting"
        | "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand"
        | "ideographDigital"
        | "taiwaneseCounting"
        | "koreanCounting"
        | "japaneseDigitalTenThousand" => counted(number),
        _ => number.to_string(),
    }
}

/// `a` to `z`, then `aa`, `bb`.
fn letters(number: usize, first: u8) -> String {
    const MOST: usize = 100;
    let Some(before) = number.checked_sub(1) else { return "0".to_owned() };
    let letter = char::from(first + u8::try_from(before % 26).unwrap_or(0));
    letter.to_string().repeat((before / 26 + 1).min(MOST))
}

fn roman(number: usize) -> String {
    const STEPS: &[(usize, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let (mut rest, mut text) = (number, String::new());
    for (value, sign) in STEPS {
        while rest >= *value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

fn ending(number: usize) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

fn one_of(number: usize, first: u32, most: usize) -> String {
    let at = number.checked_sub(1).filter(|at| *at < most).and_then(|at| u32::try_from(at).ok());
    at.and_then(|at| char::from_u32(first + at)).map_or_else(|| number.to_string(), String::from)
}

fn nth(number: usize, signs: &str) -> String {
    number
        .checked_sub(1)
        .and_then(|at| signs.chars().nth(at))
        .map_or_else(|| number.to_string(), String::from)
}

/// `一`, `十二`, `二十`.
fn counted(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: usize| DIGITS.get(value).copied().unwrap_or("");
    match number {
        1..=99 => {
            let (tens, ones) = (number / 10, number % 10);
            let ten = if tens == 0 { "" } else { "十" };
            format!("{}{ten}{}", if tens > 1 { digit(tens) } else { "" }, digit(ones))
        }
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_are_written_in_the_formats_of_word() {
        for (number, format, text) in [
            (3, "decimal", "3"),
            (28, "lowerLetter", "bb"),
            (1, "upperLetter", "A"),
            (14, "lowerRoman", "xiv"),
            (4, "upperRoman", "IV"),
            (7, "decimalZero", "07"),
            (22, "ordinal", "22nd"),
            (12, "decimalFullWidth", "１２"),
            (3, "decimalEnclosedCircle", "③"),
            (21, "decimalEnclosedCircle", "21"),
            (2, "aiueoFullWidth", "イ"),
            (3, "ganada", "다"),
            (12, "japaneseCounting", "十二"),
            (20, "chineseCounting", "二十"),
            (0, "lowerLetter", "0"),
            (5, "unheardOf", "5"),
            (1, "none", ""),
        ] {
            assert_eq!(written(number, format), text, "{number} {format}");
        }
        assert!(written(usize::MAX, "lowerLetter").len() <= 100);
    }
}
