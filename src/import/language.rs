//! The language of a text, by its letters and by the small words that each language has in every sentence.
//!
//! A list of our own is enough: a plan is long, the languages are few, and the answer is reported and can be changed. A library
//! would bring a model of dozens of languages for the same answer.

use super::outcome::Import;

/// The small words of languages in Latin letters, each in one of them only or nearly so.
const WORDS: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "to", "for", "with", "will", "by", "on", "from", "that", "is", "are"]),
    (
        "fr",
        &["le", "les", "des", "du", "et", "aux", "pour", "une", "dans", "par", "est", "sur", "avec", "au"],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "für", "wird", "werden", "den", "mit", "von", "im", "zur", "ist",
            "auf", "eine",
        ],
    ),
    ("es", &["el", "los", "las", "y", "para", "del", "en", "una", "con", "por", "se", "que", "al"]),
    (
        "it",
        &["il", "gli", "della", "delle", "dei", "per", "di", "nel", "una", "con", "e", "che", "alla", "le"],
    ),
    ("pt", &["o", "os", "as", "do", "da", "dos", "das", "para", "em", "uma", "com", "e", "que", "ao"]),
    ("nl", &["het", "een", "van", "voor", "en", "de", "met", "wordt", "worden", "op", "zijn", "aan", "bij"]),
];

/// So many small words must a text have, or nobody can say.
const ENOUGH: usize = 3;

/// The language of what was found; none when it cannot be said.
pub(super) fn of(import: &Import) -> Option<&'static str> {
    let words = import.records.iter().flat_map(|record| {
        [Some(&record.title), record.text.as_ref()].into_iter().flatten().chain(&record.body)
    });
    let by_names = || import.table.as_ref().and_then(|table| table.language);
    detect(words.chain(&import.preamble).map(String::as_str)).or_else(by_names)
}

fn detect<'t>(texts: impl Iterator<Item = &'t str>) -> Option<&'static str> {
    let (mut kana, mut hangul, mut cyrillic, mut latin) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut counts = vec![0_usize; WORDS.len()];
    for text in texts {
        for sign in text.chars() {
            match sign {
                '\u{3041}'..='\u{30ff}' => kana += 1,
                '\u{ac00}'..='\u{d7a3}' => hangul += 1,
                '\u{400}'..='\u{4ff}' => cyrillic += 1,
                _ if sign.is_ascii_alphabetic() => latin += 1,
                _ => {}
            }
        }
        for word in text.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()) {
            let word = word.to_lowercase();
            for ((_, small), count) in WORDS.iter().zip(&mut counts) {
                *count += usize::from(small.contains(&word.as_str()));
            }
        }
    }
    // A sign of these scripts says more than a Latin letter, and names of bodies are in Latin letters everywhere.
    let scripts = [("ja", kana), ("ko", hangul), ("ru", cyrillic)];
    let (script, signs) = scripts.into_iter().max_by_key(|(_, signs)| *signs)?;
    if signs > 0 && signs * 3 >= latin {
        return Some(script);
    }
    let most = counts.iter().max().copied().filter(|most| *most >= ENOUGH)?;
    let mut best =
        WORDS.iter().zip(&counts).filter(|(_, count)| **count == most).map(|((language, _), _)| *language);
    let first = best.next();
    first.filter(|_| best.next().is_none())
}

/// Adds what a person should look at: a language that nobody named. One that is not clear comes first, a guess last.
pub(super) fn add_guess(import: &mut Import) {
    let by = if import.is_table {
        "the words of the table and the names of its columns"
    } else {
        "the letters and frequent words of the text"
    };
    match of(import) {
        Some(language) => import.remarks.push(format!(
            "the language is `{language}`, guessed by {by}; if it is another, name it by --language"
        )),
        None => import.remarks.insert(
            0,
            "the language is not clear, so planbook writes `en`; if it is another, name it by --language"
                .to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn a_text_shows_its_language() {
        for (text, language) in [
            ("Protect the springs of the valley and repair the mains.", Some("en")),
            ("Protéger les sources de la vallée et réparer les conduites pour le port.", Some("fr")),
            ("Die Quellen werden geschützt und die Leitungen für den Hafen repariert.", Some("de")),
            ("Proteger las fuentes del valle y reparar los caminos para el puerto.", Some("es")),
            ("Proteggere le sorgenti della valle e riparare il ponte per il porto.", Some("it")),
            ("Proteger as nascentes do vale e reparar as condutas para o porto.", Some("pt")),
            ("港湾の水源を守る。", Some("ja")),
            ("샘을 지키고 관을 고친다.", Some("ko")),
            ("Охранять источники и чинить трубы.", Some("ru")),
            ("Talks 2026", None),
            ("", None),
        ] {
            assert_eq!(detect([text].into_iter()), language, "{text}");
        }
    }
}
