//! Which built-in themes a theme is put over.

use super::built_in::{BuiltInTheme, DEFAULT, built_in_theme};
use super::theme_toml::{self, ThemeToml};
use crate::diag::FileId;
use crate::source::Tree;

/// The built-in themes below the theme of that name, from the ground up: the default one, and the one that its `theme.toml`
/// names, or that it shares its name with.
pub(super) fn layers(tree: &Tree, theme: &str) -> Vec<&'static BuiltInTheme> {
    let base = about(tree, theme).base.or_else(|| built_in_theme(theme));
    std::iter::once(&DEFAULT).chain(base.filter(|base| base.name != DEFAULT.name)).collect()
}

/// What the theme of a book says of itself. What is wrong with it is reported where the theme is loaded.
pub(super) fn about(tree: &Tree, theme: &str) -> ThemeToml {
    let file = tree.find(&format!("themes/{theme}/theme.toml"));
    let text = file.and_then(|file| Some((file, tree.text(file)?)));
    text.map_or_else(ThemeToml::default, |(file, text)| theme_toml::read(text, file, &mut Vec::new()))
}

/// What a built-in theme says of itself. It has no place in a book, and a test holds that it has no problems either.
pub(super) fn about_built_in(theme: &BuiltInTheme) -> ThemeToml {
    let text = theme.text("theme.toml").unwrap_or_default();
    theme_toml::read(text, FileId(u32::MAX), &mut Vec::new())
}

/// A theme over `city` may extend `city/item.html`, whether or not `city` has a page of items of its own: for each template that
/// a layer takes from below, one of its name that says so.
pub(super) fn inherited(layers: &[&BuiltInTheme]) -> Vec<(String, String)> {
    let upper = layers.iter().filter(|layer| layer.name != DEFAULT.name);
    let of_layer = |layer: &&BuiltInTheme| {
        let below = DEFAULT.templates().into_iter().filter(|name| !layer.has(name)).filter_map(|name| {
            let name = name.strip_prefix("templates/")?;
            let text = format!("{{% extends \"{}{name}\" %}}", DEFAULT.prefix());
            (!name.contains('/')).then(|| (layer.prefix() + name, text))
        });
        below.collect::<Vec<_>>()
    };
    upper.flat_map(of_layer).collect()
}
