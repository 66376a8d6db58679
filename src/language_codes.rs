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

/// Codes of three letters for languages that have one of two (ISO 639-2, with those of libraries): web pages take the short one.
const OF_THREE_FOR_TWO: &str = "aar abk afr aka alb amh ara arg arm asm ava ave aym aze bak bam baq bel ben bis bod bos bre bul bur cat \
    ces cha che chi chu chv cor cos cre cym cze dan deu div dut dzo ell eng epo est eus ewe fao fas fij fin fra fre fry ful geo ger \
    gla gle glg glv gre grn guj hat hau heb her hin hmo hrv hun hye ibo ice ido iii iku ile ina ind ipk isl ita jav jpn kal kan kas \
    kat kau kaz khm kik kin kir kom kon kor kua kur lao lat lav lim lin lit ltz lub lug mac mah mal mao mar may mkd mlg mlt mon mri \
    msa mya nau nav nbl nde ndo nep nld nno nob nor nya oci oji ori orm oss pan per pli pol por pus que roh ron rum run rus sag san \
    sin slk slo slv sme smo sna snd som sot spa sqi srd srp ssw sun swa swe tah tam tat tel tgk tha tib tir ton tsn tso tuk tur twi \
    uig ukr urd uzb ven vie vol wel wln wol xho yid yor zha zho zul";

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
        3 => !is_one_of(&first, OF_THREE_FOR_TWO),
        _ => false,
    };
    is_language && code.split('-').enumerate().all(part)
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
