//! Names of files from titles: part of an address for good, so plain and short.
//!
//! A small table of letters is kept instead of a library that knows every script: Japanese or Greek in Latin letters would
//! be a guess in an address, so such a title gives no name. The ids of headings (`markdown`) are another matter: they keep the
//! letters of every script.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// `Plan for a clean harbour, 2024` as `plan-for-a-clean-harbour-2024`, of at most `longest` letters; words are kept whole.
/// Empty when no letter of the title can stand in the name of a file.
pub fn slug(title: &str, longest: usize) -> String {
    // A word with a letter that has no plain one is left out as a whole: the rest of it would be another word.
    let kept = title.nfc().collect::<String>();
    let words = kept
        .split(|c: char| !c.is_alphanumeric() && !is_within(c))
        .filter(|word| word.chars().all(|c| c.is_ascii() || is_within(c) || letters(c).next() != Some('-')));
    let plain: String = words.flat_map(|word| word.chars().flat_map(letters).chain(['-'])).collect();
    let mut name = String::new();
    for word in plain.split('-').filter(|word| !word.is_empty()) {
        if !name.is_empty() && name.len() + 1 + word.len() > longest {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    name.truncate(longest);
    if is_reserved(&name) {
        name.push_str("-1");
    }
    name
}

/// What stands within a word: apostrophes, and marks of the letter before.
fn is_within(c: char) -> bool {
    matches!(c, '\'' | '’') || is_combining_mark(c)
}

/// Names that Windows keeps for its devices, with any ending: no file of a repository can have one of them there.
pub fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim().to_ascii_lowercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|rest| {
            matches!(rest, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || numbered("com")
        || numbered("lpt")
}

/// The plain letters that are written for one; anything that is no letter parts words.
fn letters(c: char) -> impl Iterator<Item = char> {
    let plain = match c.to_lowercase().next().unwrap_or(c) {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        // An apostrophe is within a word: `harbour's`.
        '\'' | '’' => "",
        c if c.is_ascii_alphanumeric() => return Letters(Some(c), ""),
        // `ǔ` is `u` with marks, which Unicode says.
        c => match c.nfkd().next().filter(char::is_ascii_alphanumeric) {
            Some(plain) => return Letters(Some(plain), ""),
            None if is_combining_mark(c) => "",
            None => "-",
        },
    };
    Letters(None, plain)
}

/// One letter, or those of a text.
struct Letters(Option<char>, &'static str);

impl Iterator for Letters {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.0.take().map(|c| c.to_ascii_lowercase()).or_else(|| {
            let first = self.1.chars().next()?;
            self.1 = &self.1[first.len_utf8()..];
            Some(first)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn titles_become_plain_names() {
        for (title, name) in [
            ("Plan for a clean harbour, 2024", "plan-for-a-clean-harbour-2024"),
            ("  Qualité de l'eau — Œuvre", "qualite-de-leau-oeuvre"),
            ("Straße nach Łódź", "strasse-nach-lodz"),
            ("2+2", "2-2"),
            ("水の計画", ""),
            ("水 plan", "plan"),
            ("Japan's “Police” & customs", "japans-police-customs"),
            ("Qualite\u{301} de l’eau", "qualite-de-leau"),
            ("Hanyǔ Pīnyīn Việt", "hanyu-pinyin-viet"),
            ("ŋgoma hall", "hall"),
            ("CON", "con-1"),
            ("Nul", "nul-1"),
            ("", ""),
        ] {
            assert_eq!(slug(title, 48), name, "{title}");
        }
        assert_eq!(slug(&"harbour ".repeat(20), 48), "harbour-harbour-harbour-harbour-harbour-harbour");
        assert_eq!(slug(&"a".repeat(100), 48).len(), 48);
    }
}
