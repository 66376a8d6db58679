//! Raised words, `2030<sup>1</sup>`, as signs that stay raised where nothing else can show it: `2030¹`. Without them `10⁶` would be 106.

/// The ends of ordinal numbers, which mean the same on the line: `1er`, `2nd`.
const ORDINALS: &[&str] = &[
    "st", "nd", "rd", "th", "er", "ère", "ere", "re", "e", "è", "ème", "eme", "nde", "o", "os", "a", "as",
    "º", "ª",
];

/// Words as raised signs. `before` is the sign that they stand behind.
pub(super) fn raised(words: &str, before: Option<char>) -> String {
    let bare = words.trim();
    let of_number = before.is_some_and(|sign| sign.is_ascii_digit() || matches!(sign, 'n' | 'N'));
    match bare.to_lowercase().as_str() {
        "" => words.to_owned(),
        "tm" => "™".to_owned(),
        ordinal if of_number && ORDINALS.contains(&ordinal) => bare.to_owned(),
        _ if bare.starts_with('[') => bare.to_owned(),
        _ if bare.chars().any(|sign| sign.is_alphabetic() && sign_above(sign).is_none()) => {
            format!("^{bare}")
        }
        _ => bare.chars().map(|sign| sign_above(sign).unwrap_or(sign)).collect(),
    }
}

fn sign_above(sign: char) -> Option<char> {
    Some(match sign {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '+' => '⁺',
        '-' | '−' | '–' => '⁻',
        '(' => '⁽',
        ')' => '⁾',
        'n' => 'ⁿ',
        _ => return None,
    })
}

/// A line with such words instead of `<sup>` and `<sub>`.
pub(super) fn in_tags(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, inner)) = rest.split_once("<sup>") {
        let Some((words, after)) = inner.split_once("</sup>") else { break };
        out.push_str(before);
        let last = out.chars().next_back();
        out.push_str(&raised(words, last));
        rest = after;
    }
    out.push_str(rest);
    out.replace("<sub>", "").replace("</sub>", "")
}

#[cfg(test)]
mod tests {
    use super::{in_tags, raised};

    #[test]
    fn raised_words_never_become_one_number_with_what_they_stand_behind() {
        for (line, shown) in [
            ("by 2030<sup>1</sup>.", "by 2030¹."),
            ("10<sup>6</sup> kg, 10<sup>-3</sup>", "10⁶ kg, 10⁻³"),
            ("springs<sup>1, 12</sup>", "springs¹, ¹²"),
            ("springs<sup>a</sup> and x<sup>n</sup>", "springs^a and xⁿ"),
            ("the 2<sup>nd</sup> and 1<sup>er</sup>, n<sup>o</sup> 3", "the 2nd and 1er, no 3"),
            ("springs<sup>[1]</sup>, Plan<sup>TM</sup>, word<sup>*</sup>", "springs[1], Plan™, word*"),
            ("CO<sub>2</sub> falls", "CO2 falls"),
            ("open <sup>1", "open <sup>1"),
        ] {
            assert_eq!(in_tags(line), shown, "{line}");
        }
        assert_eq!(raised(" ", None), " ");
    }
}
