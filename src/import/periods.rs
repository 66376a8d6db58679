//! Quarters, halves and ends of years as plans write them: `T4 2027`, `2º semestre 2027`, `Ende 2027`, `R9.3`.

use unicode_normalization::UnicodeNormalization as _;

const QUARTERS: &[&str] = &["trimestre", "trim", "quartal", "quarter", "trimester", "四半期"];
const HALVES: &[&str] = &["semestre", "sem", "halbjahr", "half", "semester"];
const ENDS: &[&str] = &["ende", "fin", "final", "finales", "fine", "end"];
/// Words that say nothing of their own.
const SMALL: &[&str] =
    &["de", "del", "du", "of", "the", "des", "year", "l'année", "jahres", "la", "le", "el", "den"];
/// The year before the first one of the era Reiwa.
const REIWA: u32 = 2018;

/// The period that a cell names, in the form of the book; none when it names no such one.
pub(super) fn of(text: &str) -> Option<String> {
    let plain: String = text.trim().nfkc().collect::<String>().to_lowercase();
    if let Some(date) = of_reiwa(&plain).or_else(|| japanese(&plain)) {
        return Some(date);
    }
    let words = plain.split(|sign: char| sign.is_whitespace() || "/,-–".contains(sign));
    let words: Vec<&str> = words
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty() && !SMALL.contains(word))
        .collect();
    let at = words.iter().position(|word| year(word).is_some())?;
    let year = year(words[at])?;
    let others: Vec<&str> =
        words.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, word)| *word).collect();
    match others.as_slice() {
        [end] if ENDS.contains(end) => Some(format!("{year}-12")),
        [short] => lettered(short, &['q', 't'], 4)
            .map(|number| format!("{year}-Q{number}"))
            .or_else(|| lettered(short, &['s', 'h'], 2).map(|number| format!("{year}-H{number}"))),
        [one, two] => {
            let counted = |number: &str, word: &str| {
                let number = counted(number)?;
                match () {
                    () if QUARTERS.contains(&word) && number <= 4 => Some(format!("{year}-Q{number}")),
                    () if HALVES.contains(&word) && number <= 2 => Some(format!("{year}-H{number}")),
                    () => None,
                }
            };
            counted(one, two).or_else(|| counted(two, one))
        }
        _ => None,
    }
}

fn year(word: &str) -> Option<u32> {
    let all = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| all && (1900..2200).contains(year))
}

/// `t4`, `4t`
fn lettered(word: &str, letters: &[char], most: u32) -> Option<u32> {
    let number = word.strip_prefix(letters).or_else(|| word.strip_suffix(letters))?;
    number.parse().ok().filter(|found: &u32| number.len() == 1 && (1..=most).contains(found))
}

/// `4`, `4e`, `2º`, `iv`, `second`
fn counted(word: &str) -> Option<u32> {
    const WORDS: &[&[&str]] = &[
        &["i", "first", "premier", "primer", "erstes", "1er"],
        &["ii", "second", "segundo", "deuxième", "zweites", "2nd"],
        &["iii", "third", "tercer", "troisième", "drittes", "3rd"],
        &["iv", "fourth", "cuarto", "quatrième", "viertes", "4th"],
    ];
    let digits =
        word.trim_end_matches(['.', 'e', 'º', 'ª', '°', 'o', 'a', 't', 's', 'm', 'è', 'r', 'n', 'd', 'h']);
    let number = digits.parse().ok().filter(|number| (1..=4).contains(number));
    number.or_else(|| (1..).zip(WORDS).find(|(_, words)| words.contains(&word)).map(|(number, _)| number))
}

/// `r9.3`, `r9.3.31`, `令和9年3月31日`
fn of_reiwa(plain: &str) -> Option<String> {
    let inner = plain.strip_prefix("令和").or_else(|| plain.strip_prefix('r'))?;
    let parts: Vec<&str> =
        inner.split(['.', '年', '月', '日', '/']).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> =
        parts.iter().map(|part| part.trim().replace('元', "1").parse().ok()).collect::<Option<_>>()?;
    match numbers.as_slice() {
        [era, month] if (1..60).contains(era) && (1..=12).contains(month) => {
            Some(format!("{}-{month:02}", REIWA + era))
        }
        [era, month, day] if (1..60).contains(era) && (1..=12).contains(month) && (1..=31).contains(day) => {
            Some(format!("{}-{month:02}-{day:02}", REIWA + era))
        }
        [era] if plain.ends_with('年') && (1..60).contains(era) => Some((REIWA + era).to_string()),
        _ => None,
    }
}

/// `2027年末`, `2027年上半期`, `2027年第4四半期`; `令和9年度末`
fn japanese(plain: &str) -> Option<String> {
    let (before, after) = plain.split_once('年')?;
    let of_era = |era: &str| era.trim().replace('元', "1").parse().ok().map(|year: u32| REIWA + year);
    let year = match before.strip_prefix("令和") {
        Some(era) => of_era(era)?,
        None => year(before.trim())?,
    };
    match after.trim() {
        // A fiscal year ends in March of the year after the one that it is called by.
        "度末" => Some(format!("{}-03", year + 1)),
        "末" => Some(format!("{year}-12")),
        "上半期" | "前半" => Some(format!("{year}-H1")),
        "下半期" | "後半" => Some(format!("{year}-H2")),
        quarter => {
            let number = quarter.strip_prefix('第')?.strip_suffix("四半期")?;
            number
                .parse()
                .ok()
                .filter(|number: &u32| (1..=4).contains(number))
                .map(|number| format!("{year}-Q{number}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn quarters_halves_and_ends_of_years_are_read_in_five_languages() {
        for (text, date) in [
            ("T4 2027", "2027-Q4"),
            ("4T/2027", "2027-Q4"),
            ("4e trimestre 2027", "2027-Q4"),
            ("4.º trimestre de 2027", "2027-Q4"),
            ("IV. Quartal 2027", "2027-Q4"),
            ("3. Quartal 2027", "2027-Q3"),
            ("2º semestre 2027", "2027-H2"),
            ("S1 2027", "2027-H1"),
            ("2. Halbjahr 2027", "2027-H2"),
            ("Ende 2027", "2027-12"),
            ("fin 2027", "2027-12"),
            ("end of 2027", "2027-12"),
            ("finales de 2027", "2027-12"),
            ("R9.3", "2027-03"),
            ("Ｒ９．３．３１", "2027-03-31"),
            ("令和9年3月31日", "2027-03-31"),
            ("令和9年3月", "2027-03"),
            ("2027年末", "2027-12"),
            ("2027年度末", "2028-03"),
            ("令和9年度末", "2028-03"),
            ("令和9年末", "2027-12"),
            ("2027年下半期", "2027-H2"),
            ("2027年第4四半期", "2027-Q4"),
        ] {
            assert_eq!(of(text).as_deref(), Some(date), "{text}");
        }
        for text in [
            "2027",
            "soon",
            "T5 2027",
            "S3 2027",
            "R9",
            "r.3",
            "T4",
            "5 semestre 2027",
            "end of project 2027",
            "R9.13",
            "2029年度",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
