//! What a theme is made of, file by file, with the place that each comes from: for those who look into a theme.

use super::theme::{PREFIX, STYLE_SHEET, built_in};
use super::theme_toml::{self, Pair};
use crate::diag::FileId;
use crate::source::Tree;

/// A template or a style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateSource {
    /// Its name; that of a built-in template begins with `default/`.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The file of the book; `None` when it is built in.
    pub file: Option<FileId>,
}

/// The texts of a theme.
#[derive(Debug, Default)]
pub struct Sources {
    /// The templates: the built-in ones, and beside them those of the book's own theme.
    pub templates: Vec<TemplateSource>,
    /// The sheets in the order in which they are joined.
    pub sheets: Vec<TemplateSource>,
    /// The colours that meet; the flag says whether the built-in theme lists the pair.
    pub pairs: Vec<(Pair, bool)>,
}

/// The texts of the theme of that name.
pub fn sources(tree: &Tree, theme: &str) -> Sources {
    let folder = format!("themes/{theme}/");
    let mut templates: Vec<TemplateSource> = built_in_sources("templates/")
        .map(|source| TemplateSource { name: format!("{PREFIX}{}", source.name), ..source })
        .collect();
    templates.extend(own(tree, &format!("{folder}templates/")));
    // A sheet of the whole look stands alone: nothing is joined to it, and the built-in pairs say nothing about it.
    let mut published = own(tree, &format!("{folder}static/")).into_iter();
    let whole = published.find(|source| source.name == STYLE_SHEET);
    let (sheets, built_in_pairs) = match whole {
        Some(sheet) => (vec![sheet], Vec::new()),
        None => (sheets(tree, &folder), pairs_of_the_built_in_theme()),
    };
    let mut pairs: Vec<(Pair, bool)> = built_in_pairs.into_iter().map(|pair| (pair, true)).collect();
    pairs.extend(own_pairs(tree, &folder).into_iter().map(|pair| (pair, false)));
    Sources { templates, sheets, pairs }
}

/// The sheets of the built-in theme, and over and between them the book's own.
fn sheets(tree: &Tree, folder: &str) -> Vec<TemplateSource> {
    let mut sheets: std::collections::BTreeMap<String, TemplateSource> =
        built_in_sources("style/").map(|source| (source.name.clone(), source)).collect();
    let own = own(tree, &format!("{folder}style/"));
    sheets.extend(own.into_iter().map(|source| (source.name.clone(), source)));
    sheets.into_values().collect()
}

fn built_in_sources(folder: &str) -> impl Iterator<Item = TemplateSource> {
    built_in(folder).into_iter().map(|(name, bytes)| TemplateSource {
        name,
        text: String::from_utf8_lossy(bytes).into_owned(),
        file: None,
    })
}

fn own(tree: &Tree, folder: &str) -> Vec<TemplateSource> {
    let files = tree.below(folder).filter_map(|(file, found)| {
        let name = found.path.strip_prefix(folder)?.to_owned();
        Some(TemplateSource { name, text: tree.text(file)?.to_owned(), file: Some(file) })
    });
    files.collect()
}

fn pairs_of_the_built_in_theme() -> Vec<Pair> {
    let text = built_in_sources("").find(|source| source.name == "theme.toml").map(|source| source.text);
    // It has no place in the book, and a test holds that it has no problems either.
    text.map_or_else(Vec::new, |text| theme_toml::read(&text, FileId(u32::MAX), &mut Vec::new()))
}

fn own_pairs(tree: &Tree, folder: &str) -> Vec<Pair> {
    let file = tree.find(&format!("{folder}theme.toml"));
    let text = file.and_then(|file| Some((file, tree.text(file)?)));
    text.map_or_else(Vec::new, |(file, text)| theme_toml::read(text, file, &mut Vec::new()))
}
