//! `planbook theme list`

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;

use super::super::{Root, load, say};
use crate::config;
use crate::render::{ListedTheme, Origin, themes};

/// List the themes that a book can choose.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook theme list\n  planbook theme list --format json     for other programs\n\nLists the themes that come with planbook, then those in themes/, with what keeps one from being used. To use one, write `theme = \"NAME\"` below `[site]` in book.toml."
)]
pub(super) struct Arguments {
    /// The format: for the terminal, or for other programs
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    root: Root,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Human,
    Json,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, _) = load(&arguments.root)?;
    let listed = themes(&tree, &config::read(&tree).0);
    say(&match arguments.format {
        Format::Human => drawn(&listed),
        Format::Json => {
            let themes = serde_json::json!({ "themes": listed });
            serde_json::to_string_pretty(&themes).context("cannot write JSON")? + "\n"
        }
    });
    Ok(ExitCode::SUCCESS)
}

/// A line for each theme: a mark at the one that the book uses, its name, where it comes from, what it is for.
fn drawn(listed: &[ListedTheme]) -> String {
    let width = |of: &dyn Fn(&ListedTheme) -> String| {
        listed.iter().map(|theme| of(theme).chars().count()).max().unwrap_or_default()
    };
    let names = width(&|theme| theme.name.clone());
    let origins = width(&origin);
    let mut text = String::new();
    for theme in listed {
        let mark = if theme.used { '*' } else { ' ' };
        let line = format!("{mark} {:names$}  {:origins$}  {}", theme.name, origin(theme), about(theme));
        let _ = writeln!(text, "{}", line.trim_end());
    }
    let used = if listed.iter().any(|theme| theme.used) { "\n* this book uses it\n" } else { "" };
    text + used
}

/// What a theme is for, or why it cannot be used; in one line, however it was written.
fn about(theme: &ListedTheme) -> String {
    let own = theme.description.as_deref().or(theme.title.as_deref()).unwrap_or_default();
    let problem = theme.problem.as_ref().map(|problem| format!("cannot be used: {problem}"));
    let words = problem.as_deref().unwrap_or(own);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a theme comes from, in words.
fn origin(theme: &ListedTheme) -> String {
    let folder = || format!("themes/{}/", theme.name);
    match (theme.from, theme.base) {
        (Origin::Planbook, _) => "planbook".to_owned(),
        (Origin::Both, _) => format!("planbook and {}", folder()),
        (Origin::Book, None | Some("default")) => folder(),
        (Origin::Book, Some(base)) => format!("{}, over {base}", folder()),
    }
}
