//! The themes that a book can choose from.

use super::built_in::{BUILT_IN_THEMES, built_in_theme};
use super::layers::{about, about_built_in, layers};
use super::theme::{load, names};
use crate::config::Config;
use crate::diag::{Diagnostic, Severity};
use crate::source::Tree;

/// Where a theme comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// It is part of the program.
    Planbook,
    /// It is a folder of the book.
    Book,
    /// It is part of the program, and a folder of the book changes it.
    Both,
}

/// A theme that a book can choose.
#[derive(Debug, PartialEq, Eq, serde::Serialize)]
pub struct ListedTheme {
    /// What `book.toml` calls it.
    pub name: String,
    /// What people call it.
    pub title: Option<String>,
    /// What it is for, in one line.
    pub description: Option<String>,
    /// Where it comes from.
    pub from: Origin,
    /// The built-in theme that it is put over; none for the default one, and for one that cannot be used and names none.
    pub base: Option<&'static str>,
    /// Whether the book uses it.
    pub used: bool,
    /// Why it cannot be used, if it cannot.
    pub problem: Option<String>,
}

/// The themes that come with the program, then those of the book.
pub fn themes(tree: &Tree, config: &Config) -> Vec<ListedTheme> {
    let built_in = BUILT_IN_THEMES.map(|theme| theme.name);
    let own = names(tree);
    let of_book = own.iter().copied().filter(|name| built_in_theme(name).is_none());
    let listed = |name: &str| listed(tree, config, name, own.contains(&name));
    built_in.into_iter().chain(of_book).map(listed).collect()
}

fn listed(tree: &Tree, config: &Config, name: &str, is_own: bool) -> ListedTheme {
    let (own, built_in) = (about(tree, name), built_in_theme(name));
    // What the book says of the theme comes first.
    let below = built_in.map(about_built_in).unwrap_or_default();
    let problem = if is_own { problem(tree, config, name) } else { None };
    // What one that cannot be used is put over is not known, unless it says so.
    let base = match &problem {
        Some(_) => own.base.map(|base| base.name),
        None => layers(tree, name).iter().rev().map(|layer| layer.name).find(|base| *base != name),
    };
    ListedTheme {
        name: name.to_owned(),
        title: own.title.or(below.title),
        description: own.description.or(below.description),
        from: match (built_in, is_own) {
            (Some(_), true) => Origin::Both,
            (Some(_), false) => Origin::Planbook,
            (None, _) => Origin::Book,
        },
        base: base.filter(|base| *base != name),
        used: config.theme == name,
        problem,
    }
}

/// The first error of a book with that theme.
fn problem(tree: &Tree, config: &Config, name: &str) -> Option<String> {
    let config = Config { theme: name.to_owned(), theme_span: None, ..config.clone() };
    let (_, mut problems) = load(tree, &config);
    config.set_severities(&mut problems);
    Diagnostic::sort(&mut problems);
    problems.into_iter().find(|problem| problem.severity == Severity::Error).map(|problem| problem.message)
}
