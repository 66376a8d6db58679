//! `planbook theme new`

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;

use super::super::{Root, load, say};
use crate::render::built_in_theme_names;
use crate::{scaffold, write};

/// Create a theme.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook theme new harbour\n  planbook theme new harbour --base city   over the theme `city`\n  planbook theme new harbour --root plans/water\n\nThe new theme passes all checks. When the folder already exists, planbook writes nothing."
)]
pub(super) struct Arguments {
    /// The name of the theme: lower-case letters, digits and `-`
    #[arg(value_parser = parse_name)]
    name: String,
    /// The theme that it changes: one that comes with planbook
    #[arg(long, value_name = "THEME", default_value = "default", value_parser = built_in_themes())]
    base: String,
    #[command(flatten)]
    root: Root,
}

fn built_in_themes() -> PossibleValuesParser {
    PossibleValuesParser::new(built_in_theme_names())
}

fn parse_name(name: &str) -> Result<String, String> {
    scaffold::check_name(name).map(|()| name.to_owned())
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (root, name) = (&arguments.root.root, &arguments.name);
    // Only a book has themes: this refuses any other folder.
    load(&arguments.root)?;
    let folder = format!("themes/{name}");
    let files = scaffold::theme(name, &arguments.base);
    write::new_folder(&root.join(&folder), &files)?;
    let mut text = String::new();
    for (path, _) in &files {
        let _ = writeln!(text, "wrote {folder}/{path}");
    }
    let at = if root.as_os_str() == "." { String::new() } else { format!(" --root {}", root.display()) };
    let _ = write!(
        text,
        "\nTo use it, write in book.toml:\n\n  [site]\n  theme = \"{name}\"\n\nTo check it: planbook theme check {name}{at}\n"
    );
    say(&text);
    Ok(ExitCode::SUCCESS)
}
