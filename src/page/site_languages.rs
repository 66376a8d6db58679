//! The languages of a site, and what a translation says of itself.

use super::views::TranslationNote;
use crate::config::Config;
use crate::plan::Plan;
use crate::render::{ENDIF, IF_ORIGINAL, IF_OUTDATED, IF_UNOFFICIAL, Messages};

/// A language of a site.
#[derive(Debug, Clone)]
pub(super) struct SiteLanguage {
    /// Its code.
    pub(super) code: String,
    /// What it calls itself.
    pub(super) name: String,
    /// The folder of its pages; `None` for the first, whose pages stand at the root.
    pub(super) folder: Option<String>,
}

/// What languages call themselves, by their codes.
const OWN_NAMES: [(&str, &str); 27] = [
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fil", "Filipino"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("mn", "Монгол"),
    ("ms", "Bahasa Melayu"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("sv", "Svenska"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
];

/// What a language calls itself; the same for all its regions, such as `en-AU`.
fn own_name(code: &str) -> Option<&'static str> {
    let find = |code: &str| {
        OWN_NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, name)| *name)
    };
    find(code).or_else(|| find(code.split('-').next().unwrap_or(code)))
}

/// The languages of a site, in the order of its settings; none, where there is only one.
pub(super) fn languages_of(config: &Config) -> Vec<SiteLanguage> {
    if config.translations().is_empty() {
        return Vec::new();
    }
    let language = |(at, code): (usize, &String)| {
        let name = own_name(code).map_or_else(|| code.clone(), str::to_owned);
        SiteLanguage { code: code.clone(), name, folder: (at > 0).then(|| code.clone()) }
    };
    config.languages.iter().enumerate().map(language).collect()
}

/// What the pages say of the languages of the plan: those of a translation, where the content was written in the language
/// `original`, and those of the content's own, where another is authentic.
pub(super) fn note(
    plan: &Plan,
    original: &str,
    config: &Config,
    words: &Messages,
) -> Option<TranslationNote> {
    let about = plan.about.as_ref();
    let authentic = about.and_then(|about| about.document.authentic_language.as_deref());
    let is_authentic = authentic == Some(config.language());
    let is_translation = plan.language.is_some();
    if !is_translation && (is_authentic || authentic.is_none()) {
        return None;
    }
    let name =
        |code: &str| words.find(&format!("language-{code}")).map_or_else(|| code.to_owned(), str::to_owned);
    let with = |key: &str, language: &str| words.with(key, &[("language", &name(language))]);
    let (label, link, link_text) = match is_translation {
        true => ("translation", Some(original), "translation-original"),
        false => ("translation-languages", authentic, "translation-authentic-link"),
    };
    let link_lang = link.filter(|code| config.languages.iter().any(|known| known == code));
    let prevails = if is_authentic { "translation-prevails" } else { "translation-authentic" };
    Some(TranslationNote {
        label: words.get(label).to_owned(),
        is_translation,
        unofficial: (is_translation && !is_authentic).then(|| with("translation-unofficial", original)),
        authentic: authentic.map(|language| with(prevails, language)),
        link_lang: link_lang.map(str::to_owned),
        link_text: words.get(link_text).to_owned(),
        untranslated: with("translation-missing", original),
        outdated: words.get("translation-old").to_owned(),
        original_lang: original.to_owned(),
        if_untranslated: IF_ORIGINAL.to_string(),
        if_outdated: IF_OUTDATED.to_string(),
        if_unofficial: IF_UNOFFICIAL.to_string(),
        end: ENDIF.to_string(),
    })
}
