//! A page in each language of the site.

use super::builder::ViewBuilder;
use super::site_languages::SiteLanguage;
use super::views::{LanguageView, ReviewRow};
use crate::direction;
use crate::parse::Record;
use crate::route::Base;
use crate::translation::TextPair;
use crate::vocabulary::Audience;

impl ViewBuilder<'_> {
    /// The texts of a record beside their translations, for those who write them.
    pub(super) fn review(&self, record: &Record) -> Vec<ReviewRow> {
        let is_internal = self.context.published.audience == Audience::Internal;
        let found = record.translation.as_ref().filter(|_| is_internal);
        let row = |pair: &TextPair| ReviewRow {
            path: pair.path.clone(),
            original: pair.original.clone(),
            translation: pair.translation.clone(),
            outdated: pair.outdated,
        };
        found.map_or_else(Vec::new, |found| found.texts.iter().map(row).collect())
    }

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
