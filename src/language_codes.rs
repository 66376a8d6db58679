//! Which codes are those of a language, and which code was meant.

use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander, TransformResult};

/// Names of languages and codes of countries that are written where the code of a language is wanted.
const NAMES: &[(&str, &[&str])] = &[
    ("ar", &["arabic", "arab", "العربية"]),
    ("cs", &["czech", "cz", "čeština"]),
    ("da", &["danish", "dk", "dansk"]),
    ("de", &["german", "deutsch", "allemand", "ドイツ語", "独語"]),
    ("el", &["greek", "gr"]),
    ("en", &["english", "engl", "anglais", "englisch", "inglés", "英語"]),
    ("es", &["spanish", "español", "espagnol", "spanisch", "スペイン語"]),
    ("fr", &["french", "français", "francais", "französisch", "フランス語", "仏語"]),
    ("hi", &["hindi"]),
    ("id", &["indonesian", "bahasa"]),
    ("it", &["italian", "italiano", "イタリア語"]),
    ("ja", &["japanese", "japan", "jp", "japonais", "japanisch", "日本語", "和文"]),
    ("ko", &["korean", "korea", "kr", "한국어", "韓国語"]),
    ("ms", &["malay"]),
    ("nl", &["dutch", "nederlands"]),
    ("pl", &["polish"]),
    ("pt", &["portuguese", "português"]),
    ("ru", &["russian", "русский", "ロシア語"]),
    ("sv", &["swedish", "svenska"]),
    ("th", &["thai"]),
    ("tr", &["turkish"]),
    ("uk", &["ukrainian", "ua"]),
    ("vi", &["vietnamese", "vn"]),
    ("zh", &["chinese", "china", "cn", "中文", "中国語"]),
];

/// Codes of no one language that stand where one is wanted all the same.
const OTHERS: [&str; 4] = ["mul", "und", "zxx", "mis"];

/// Whether a text is the code of a language that exists, such as `ja` or `en-AU`. What stands behind the language is not judged.
pub fn is_known(code: &str) -> bool {
    let part = |(index, part): (usize, &str)| {
        let letters = index > 0 || (part.len() >= 2 && part.chars().all(|c| c.is_ascii_alphabetic()));
        (1..=8).contains(&part.len()) && letters && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let first = code.split('-').next().unwrap_or(code).to_lowercase();
    let is_private = first.len() == 3 && ("qaa"..="qtz").contains(&first.as_str());
    code.split('-').enumerate().all(part)
        && (is_private || OTHERS.contains(&first.as_str()) || is_language(&first))
}

/// Whether it is the shortest code of a language with letters of its own: `eng` is `en`.
fn is_language(code: &str) -> bool {
    let Ok(mut language) = code.parse::<LanguageIdentifier>() else { return false };
    let is_there = LocaleExpander::new_extended().maximize(&mut language) == TransformResult::Modified;
    is_there && canonical(code).is_some_and(|canonical| canonical == code || canonical.len() == code.len())
}

fn canonical(code: &str) -> Option<String> {
    let mut locale: Locale = code.parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    Some(locale.id.language.to_string())
}

/// The code that was meant by a text that is none: `jp` and `Japanese` are `ja`, `eng` is `en`.
pub fn meant(written: &str) -> Option<String> {
    let written = written.trim().to_lowercase().replace('_', "-");
    let (first, rest) =
        written.split_once('-').map_or((written.as_str(), None), |(first, rest)| (first, Some(rest)));
    let named = NAMES.iter().find(|(_, names)| names.contains(&first)).map(|(code, _)| (*code).to_owned());
    let code = named.or_else(|| canonical(first).filter(|code| is_known(code)))?;
    match rest {
        Some(rest) if is_known(&format!("{code}-{rest}")) => {
            let locale: Locale = format!("{code}-{rest}").parse().ok()?;
            Some(locale.to_string())
        }
        Some(_) => None,
        None => Some(code),
    }
}

/// What to do about a text that is no code, and the code that was meant.
pub fn advice(written: &str) -> (String, Option<String>) {
    match meant(written) {
        Some(code) => (format!("the code of this language is `{code}`"), Some(code)),
        None => ("write `en`, `ja`, `fr` or `en-AU`".to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_known, meant};

    #[test]
    fn codes_of_languages_are_known_and_others_are_not() {
        for code in [
            "en",
            "ja",
            "fr",
            "en-AU",
            "zh-Hans",
            "zh-Hant-TW",
            "sr-Latn",
            "JA",
            "haw",
            "ain",
            "yue",
            "iw",
            "nb",
            "no",
            "qaa",
            "mul",
        ] {
            assert!(is_known(code), "{code}");
        }
        for (code, right) in [
            ("jp", Some("ja")),
            ("English", Some("en")),
            ("Japanese", Some("ja")),
            ("日本語", Some("ja")),
            ("eng", Some("en")),
            ("jpn", Some("ja")),
            ("cn", Some("zh")),
            ("en_AU", Some("en-AU")),
            ("jp-JP", Some("ja-JP")),
            ("xx", None),
            ("klingonese", None),
            ("e", None),
            ("", None),
        ] {
            assert!(!is_known(code), "{code}");
            assert_eq!(meant(code).as_deref(), right, "{code}");
        }
    }
}
