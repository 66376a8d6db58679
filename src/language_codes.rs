//! Which codes are those of a language, and which code was meant.

use icu_locale::{Locale, LocaleCanonicalizer};

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
    ("ko", &["korean", "korea", "한국어", "韓国語"]),
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

/// All codes of two letters (ISO 639-1, with those that were replaced): there will be no more of them.
const OF_TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji \
    jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl \
    nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg \
    th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Codes of three letters that the data has as two letters, and that are languages of their own: `cmn` is one of `zh`.
const OF_ONE_KIND: &str = "als arb ayr azj cmn cwd ekk esk fat fuc gaz gug ike khk kpv lvs npi ory pbu pes plt prs quz src swc swh uzn \
    ydd zsm zyb";

/// Whether a text is the code of a language, such as `ja` or `en-AU`, or may be one: planbook does not know all thousands of them.
/// What stands behind the language is not judged.
pub fn is_known(code: &str) -> bool {
    let part = |(index, part): (usize, &str)| {
        let letters = index > 0 || part.chars().all(|c| c.is_ascii_alphabetic());
        (1..=8).contains(&part.len()) && letters && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let first = code.split('-').next().unwrap_or(code).to_lowercase();
    let is_language = match first.len() {
        // Private ones, and those from before there was a list: `x-klingon`, `i-klingon`.
        1 => matches!(first.as_str(), "x" | "i") && code.len() > 2,
        2 => is_one_of(&first, OF_TWO_LETTERS),
        3 => is_of_three_letters(&first),
        _ => false,
    };
    is_language && code.split('-').enumerate().all(part)
}

/// Whether no shorter code means the same: `eng` is `en`.
fn is_of_three_letters(code: &str) -> bool {
    is_one_of(code, OF_ONE_KIND) || canonical(code).is_none_or(|canonical| canonical.len() != 2)
}

fn is_one_of(code: &str, codes: &str) -> bool {
    codes.split_whitespace().any(|known| known == code)
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
            "se",
            "kr",
            "tl",
            "sh",
            "cmn",
            "kmr",
            "yol",
            "jsl",
            "asf",
            "sgn",
            "tlh",
            "sux",
            "xug",
            "ryu",
            "x-klingon",
            "i-klingon",
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
            ("fre", Some("fr")),
            ("ger", Some("de")),
            ("deu", Some("de")),
            ("cz", Some("cs")),
            ("gr", Some("el")),
            ("dk", Some("da")),
            ("xx", None),
            ("x", None),
            ("klingonese", None),
            ("e", None),
            ("", None),
        ] {
            assert!(!is_known(code), "{code}");
            assert_eq!(meant(code).as_deref(), right, "{code}");
        }
    }
}
