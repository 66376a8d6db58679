//! A page in each language of the site.

use super::builder::ViewBuilder;
use super::site_languages::SiteLanguage;
use super::views::LanguageView;
use crate::direction;
use crate::route::Base;

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
