//! What the pages show of those whose site it is: a logo, a banner, the foot of the pages.

use super::localized::{Localized, localized};
use super::site_links::{SiteLink, links};
use crate::diag::{Spanned, code};
use crate::fields::Fields;

/// What a site shows beside the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// The logo in the head of all pages.
    pub logo: Option<Logo>,
    /// A line above all pages: that the plan has ended, or is a draft.
    pub banner: Option<Localized>,
    /// Links at the foot of all pages.
    pub links: Vec<SiteLink>,
    /// A text at the foot of all pages.
    pub foot: Option<Localized>,
}

/// A logo: files in `content/static/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The picture, by its path in that folder.
    pub file: Spanned<String>,
    /// What it shows, in words.
    pub alt: Localized,
    /// The one for dark pages.
    pub dark: Option<Spanned<String>>,
}

impl Look {
    /// The same, for pages in another language.
    pub(super) fn set_language(&mut self, language: &str) {
        let alt = self.logo.iter_mut().map(|logo| &mut logo.alt);
        let links = self.links.iter_mut().map(|link| &mut link.title);
        let texts = alt.chain(links).chain(&mut self.banner).chain(&mut self.foot);
        texts.for_each(|text| text.set_language(language));
    }
}

/// Reads the keys of `[site]` that belong here. The first of `languages` is that of the content.
pub(super) fn of_site(fields: &mut Fields<'_>, languages: &[String], look: &mut Look) {
    if let Some(mut entry) = fields.map("logo") {
        let file = entry.required_text("file", "\"logo.svg\"");
        let alt = localized(&mut entry, "alt", languages, "Harbour Authority", code::WRONG_TYPE);
        let dark = entry.text("dark");
        entry.finish();
        // Without words it is reported; the files are looked at nevertheless.
        look.logo = file.map(|file| Logo { file, alt: alt.unwrap_or_default(), dark });
    }
    look.banner = optional(fields, "banner", languages, "Draft for comment");
}

/// Reads `[footer]`.
pub(super) fn of_footer(mut fields: Fields<'_>, languages: &[String], look: &mut Look) {
    look.links = links(&mut fields, "links", languages, false).into_iter().map(|(link, _)| link).collect();
    look.foot = optional(&mut fields, "text", languages, "Published by the Harbour Authority.");
    fields.finish();
}

/// A text that need not be there.
fn optional(
    fields: &mut Fields<'_>,
    key: &'static str,
    languages: &[String],
    example: &str,
) -> Option<Localized> {
    if fields.has(key) {
        return localized(fields, key, languages, example, code::WRONG_TYPE);
    }
    // Says that it is a key that the section has.
    fields.text(key);
    None
}
