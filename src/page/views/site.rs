//! What every page of the site has: `site` in a template.

use std::collections::BTreeMap;

use serde::Serialize;

use super::tag_parts::TagChoice;

use super::parts::{DateView, LinkView};

/// `site` in a template. Addresses in it begin at the site's root: put `page.head.root` before them.
#[derive(Debug, Serialize)]
pub struct SiteView {
    /// The site's name.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// The language of the content.
    pub lang: String,
    /// `rtl` where that language is written from right to left.
    pub dir: Option<String>,
    /// The as-of date.
    pub as_of: DateView,
    /// What browsers let the pages load, for the head of `base.html`: by `[security]` of `book.toml`.
    pub policy_html: String,
    /// Whether this is not for publication.
    pub internal: bool,
    /// The words of the user interface; `-` in a key is `_` here.
    pub words: BTreeMap<String, String>,
    /// The logo, if the book has one.
    pub logo: Option<LogoView>,
    /// A line above all pages, if the book has one.
    pub banner: Option<String>,
    /// Links at the foot of the pages, by `[footer]` of `book.toml`.
    pub foot_links: Vec<SiteLinkView>,
    /// A text at the foot of the pages, by `[footer]`.
    pub foot_text: Option<String>,
    /// The areas.
    pub areas: Vec<NavArea>,
    /// The lists.
    pub lists: Vec<NavList>,
    /// The same in groups, for the navigation.
    pub groups: Vec<NavGroup>,
    /// The tags that items have, by which tables of items are filtered.
    pub tags: Vec<TagChoice>,
    /// The free pages that have an `order`.
    pub pages: Vec<LinkView>,
    /// The plan, if the book has one.
    pub plan: Option<PlanView>,
    /// The repository's address.
    pub repository: Option<String>,
    /// That the plan was not adopted yet, where the pages are as of a day before: what is shown is its text.
    pub plan_not_adopted: Option<String>,
    /// That the plan has ended, if it has: what is shown is its last known state.
    pub plan_ended: Option<String>,
    /// Which edition of the plan the pages are of; absent on those of the plan at the root of the site.
    pub edition: Option<EditionNote>,
    /// What the pages say of the languages of the plan: those of a translation, and those of the original where another language
    /// is authentic; absent on others.
    pub translation: Option<TranslationNote>,
    /// The version of planbook.
    pub generator: String,
}

/// What pages say of the languages of the plan: those of a translation, and those of the original where another language is
/// authentic. A part between `if_…` and `end` is on those pages only that have such words.
#[derive(Debug, Serialize)]
pub struct TranslationNote {
    /// What the note is called.
    pub label: String,
    /// Whether the pages are a translation. If not, nothing is said but which language is authentic.
    pub is_translation: bool,
    /// That nobody made the wording official; for pages that have such words, see `if_unofficial`.
    pub unofficial: Option<String>,
    /// Which language is authentic, where the plan says so.
    pub authentic: Option<String>,
    /// The code of the language in which the note has a link to the same page; absent where the site has none.
    pub link_lang: Option<String>,
    /// The text of the link.
    pub link_text: String,
    /// That some words are not translated.
    pub untranslated: String,
    /// That some words of the original changed after they were translated.
    pub outdated: String,
    /// The code of the language of the original.
    pub original_lang: String,
    /// Begins what is true of pages with words that are not translated.
    pub if_untranslated: String,
    /// Begins what is true of pages with outdated words.
    pub if_outdated: String,
    /// Begins what is true of pages with translations that are no official wordings.
    pub if_unofficial: String,
    /// Ends such a part.
    pub end: String,
}

/// What the pages of another edition say of it.
#[derive(Debug, Serialize)]
pub struct EditionNote {
    /// The name of its folder.
    pub name: String,
    /// That this is another edition, in words.
    pub text: String,
    /// The plan at the root of the site.
    pub newest: LinkView,
    /// That it was adopted later than the as-of date, in words, if it was.
    pub newest_adopted_later: Option<String>,
    /// The list of all editions.
    pub all: LinkView,
}

/// A logo.
#[derive(Debug, Serialize)]
pub struct LogoView {
    /// The address of the picture.
    pub href: String,
    /// What it shows, in words.
    pub alt: String,
    /// The address of the picture for dark pages.
    pub dark: Option<String>,
}

/// A link that the settings add.
#[derive(Debug, Clone, Serialize)]
pub struct SiteLinkView {
    /// Its address: whole if it is `external`, else from the site's root.
    pub href: String,
    /// Its text.
    pub text: String,
    /// Whether it leads to another site.
    pub external: bool,
}

/// An area in the navigation.
#[derive(Debug, Serialize)]
pub struct NavArea {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
}

/// `partials/menu.html`
#[derive(Debug, Serialize)]
pub struct MenuView {
    /// What stands before the addresses in `site`: a mark, in the place of which each page puts the way to the root.
    pub root: String,
    /// The list that the page is in; empty for none.
    pub section: String,
    /// Whether it is the page of that list.
    pub of_list: bool,
    /// The address of the page from the site's root, where the settings lead to it from the menu; empty for others.
    pub here: String,
}

/// `partials/area-menu.html`
#[derive(Debug, Serialize)]
pub struct AreaMenuView {
    /// The areas; in a plan with very many, those around the current one.
    pub areas: Vec<MenuArea>,
    /// Whether the page is that of the current area.
    pub own: bool,
    /// The link to all areas, where some are left out.
    pub all: Option<LinkView>,
}

/// An area in the menu of areas.
#[derive(Debug, Serialize)]
pub struct MenuArea {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
    /// Whether the page is in it.
    pub current: bool,
    /// How many areas it is in: one in another, and so on.
    pub depth: usize,
}

/// Lists that belong together, in the navigation.
#[derive(Debug, Serialize)]
pub struct NavGroup {
    /// What they have in common.
    pub title: String,
    /// The lists.
    pub lists: Vec<NavList>,
    /// Links that the settings add.
    pub links: Vec<SiteLinkView>,
}

/// A list in the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavList {
    /// Its name in addresses: `agencies`.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Its address.
    pub href: String,
}

/// The plan, in a template.
#[derive(Debug, Serialize)]
pub struct PlanView {
    /// Its name.
    pub title: String,
    /// Who made it.
    pub parties: Vec<String>,
    /// The date.
    pub adopted: DateView,
    /// The terms of its text.
    pub licence: Option<String>,
    /// Whom to write to.
    pub contact: Option<String>,
    /// The same as an address, where it is one.
    pub contact_href: Option<String>,
    /// The record of its full text.
    pub source: Option<LinkView>,
    /// The third party that judges its items, with the address of its judgements, which is empty where there is none.
    pub judge: Option<LinkView>,
}
