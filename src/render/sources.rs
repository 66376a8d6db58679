//! What a theme is made of, file by file, with the place that each comes from: for those who look into a theme.

use super::built_in::BuiltInTheme;
use super::layers::{about, about_built_in, layers};
use super::theme::STYLE_SHEET;
use super::theme_toml::Pair;
use crate::diag::FileId;
use crate::source::Tree;

/// A template or a style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateSource {
    /// Its name; that of a built-in template begins with the name of its theme: `default/`.
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
    /// What the names of built-in templates begin with, in the order in which one of a name is looked for.
    pub prefixes: Vec<String>,
    /// The sheets in the order in which they are joined.
    pub sheets: Vec<TemplateSource>,
    /// What else may name the tokens of the sheets: the sheet of the cards, and the scripts and sheets that pages load.
    pub beside: Vec<TemplateSource>,
    /// The colours that meet; the flag says whether a built-in theme lists the pair.
    pub pairs: Vec<(Pair, bool)>,
}

/// The texts of the theme of that name.
pub fn sources(tree: &Tree, theme: &str) -> Sources {
    let folder = format!("themes/{theme}/");
    let layers = layers(tree, theme);
    let of_layer = |layer: &&'static BuiltInTheme| {
        let prefix = layer.prefix();
        let named = move |source: TemplateSource| TemplateSource {
            name: [&prefix, &*source.name].concat(),
            ..source
        };
        built_in_sources(layer, "templates/").map(named).collect::<Vec<_>>()
    };
    let mut templates: Vec<TemplateSource> = layers.iter().flat_map(of_layer).collect();
    templates.extend(own(tree, &format!("{folder}templates/")));
    let prefixes = layers.iter().rev().map(|layer| layer.prefix()).collect();
    // A sheet of the whole look stands alone: nothing is joined to it, and the built-in pairs say nothing about it.
    let mut published = own(tree, &format!("{folder}static/")).into_iter();
    let whole = published.find(|source| source.name == STYLE_SHEET);
    let (sheets, built_in_pairs) = match whole {
        Some(sheet) => (vec![sheet], Vec::new()),
        None => (
            overlaid(tree, &layers, &folder, "style/"),
            layers.iter().flat_map(|layer| about_built_in(layer).pairs).collect(),
        ),
    };
    let mut pairs: Vec<(Pair, bool)> = built_in_pairs.into_iter().map(|pair| (pair, true)).collect();
    pairs.extend(about(tree, theme).pairs.into_iter().map(|pair| (pair, false)));
    let mut beside = overlaid(tree, &layers, &folder, "static/");
    beside.retain(|source| source.name != STYLE_SHEET);
    beside.extend(overlaid(tree, &layers, &folder, "embed/"));
    Sources { templates, prefixes, sheets, beside, pairs }
}

/// The texts in one folder of the built-in themes, and over and between them the book's own.
fn overlaid(tree: &Tree, layers: &[&'static BuiltInTheme], folder: &str, part: &str) -> Vec<TemplateSource> {
    let built_in = layers.iter().flat_map(|layer| built_in_sources(layer, part));
    let all = built_in.chain(own(tree, &[folder, part].concat()));
    let texts: std::collections::BTreeMap<String, TemplateSource> =
        all.map(|source| (source.name.clone(), source)).collect();
    texts.into_values().collect()
}

fn built_in_sources(layer: &BuiltInTheme, folder: &str) -> impl Iterator<Item = TemplateSource> + use<> {
    layer.below(folder).into_iter().map(|(name, bytes)| TemplateSource {
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
