//! The languages of a site: the same page in each, and what a translation says of itself.

use super::builder::ViewBuilder;
use super::views::{LanguageView, TranslationNote};
use crate::config::Config;
use crate::direction;
use crate::plan::Plan;
use crate::render::{ENDIF, IF_ORIGINAL, IF_OUTDATED, Messages, Theme};
use crate::route::Base;

/// A language of a site.
#[derive(Debug, Clone)]
pub(super) struct SiteLanguage {
    /// Its code.
    code: String,
    /// What it calls itself.
    name: String,
    /// The folder of its pages; `None` for the first, whose pages stand at the root.
    folder: Option<String>,
}

/// The languages of a site, in the order of its settings; none, where there is only one.
pub(super) fn languages_of(theme: &Theme, config: &Config) -> Vec<SiteLanguage> {
    if config.translations().is_empty() {
        return Vec::new();
    }
    let language = |(at, code): (usize, &String)| {
        let words = theme.words_in(code);
        let name = words.find(&format!("language-{code}")).map_or_else(|| code.clone(), str::to_owned);
        SiteLanguage { code: code.clone(), name, folder: (at > 0).then(|| code.clone()) }
    };
    config.languages.iter().enumerate().map(language).collect()
}

impl ViewBuilder<'_> {
    /// The page in each language of the site.
    pub(super) fn languages(&self) -> Vec<LanguageView> {
        let edition = self.plan().edition.as_deref();
        let view = |language: &SiteLanguage| {
            let base = Base::new(language.folder.as_deref(), edition);
            LanguageView {
                code: language.code.clone(),
                name: language.name.clone(),
                dir: direction::dir(&language.code).map(str::to_owned),
                href: [&self.root, base.file(&self.route).as_str()].concat(),
                address: self.context.site_url().map(|url| [url, &base.path(&self.route)].concat()),
                current: language.code == self.context.config.language(),
                first: language.folder.is_none(),
            }
        };
        self.context.languages_of_site.iter().map(view).collect()
    }
}

/// What the pages of a translation say of it, where the content was written in the language `original`.
pub(super) fn note(plan: &Plan, original: &str, words: &Messages) -> Option<TranslationNote> {
    plan.language.as_ref()?;
    let name =
        |code: &str| words.find(&format!("language-{code}")).map_or_else(|| code.to_owned(), str::to_owned);
    let with = |key: &str, language: &str| words.with(key, &[("language", &name(language))]);
    let authentic = plan.about.as_ref().and_then(|about| about.document.authentic_language.as_deref());
    let is_authentic = authentic == plan.language.as_deref();
    Some(TranslationNote {
        unofficial: (!is_authentic).then(|| with("translation-unofficial", original)),
        authentic: authentic
            .filter(|_| !is_authentic)
            .map(|language| with("translation-authentic", language)),
        untranslated: with("translation-missing", original),
        outdated: words.get("translation-old").to_owned(),
        original: words.get("translation-original").to_owned(),
        if_untranslated: IF_ORIGINAL.to_string(),
        if_outdated: IF_OUTDATED.to_string(),
        end: ENDIF.to_string(),
    })
}
