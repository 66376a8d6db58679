//! `planbook schema`

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::bail;

use super::say;
use crate::diag::closest;
use crate::{config, schema};

/// Print the JSON Schema of a kind of record.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook schema                          list the schemas\n  planbook schema update\n  planbook schema book > book.schema.json  the schema of book.toml\n  planbook schema --snippets               completion of keys and values for Visual Studio Code\n\nThe schemas are for editors and for programs that write content. In the folder of a book they know the fields that its book.toml declares. `planbook check` checks more, such as whether an id exists in another file. See docs/editors.md."
)]
pub(super) struct Arguments {
    /// The kind of record, or `book` for book.toml; without it, lists all schemas
    kind: Option<String>,
    #[command(flatten)]
    root: super::Root,
    /// Print the keys as snippets for Visual Studio Code instead
    #[arg(long, conflicts_with = "kind")]
    snippets: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let found = match &arguments.kind {
        Some(name) if name == schema::TRANSLATION => Some(schema::translation()),
        Some(name) => match schema::find(name) {
            Some(found) => {
                let mut json = schema::json(found);
                config::with_fields(&mut json, found.name, &declared(&arguments.root));
                Some(json)
            }
            None => bail!("{}", unknown(name)),
        },
        None => arguments.snippets.then(schema::snippets),
    };
    match found {
        Some(value) => say(&pretty(&value)?),
        None => say(&list()),
    }
    Ok(ExitCode::SUCCESS)
}

/// The fields that the book in a folder declares. Schemas do not need a book.
fn declared(root: &super::Root) -> Vec<config::FieldDefinition> {
    super::load(root).map(|(tree, _)| config::read(&tree).0.fields).unwrap_or_default()
}

/// JSON for people and programs, with a line end.
fn pretty(value: &serde_json::Value) -> anyhow::Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

fn unknown(name: &str) -> String {
    match closest(name, names().map(|(name, _)| name)) {
        Some(meant) => format!("the schema `{name}` does not exist\n  help: did you mean `{meant}`?"),
        None => format!("the schema `{name}` does not exist\n  help: `planbook schema` lists all schemas"),
    }
}

fn list() -> String {
    let mut text = String::new();
    for (name, place) in names() {
        let _ = writeln!(text, "{name:11} {place}");
    }
    text
}

/// Every schema, and where the files are that it describes.
fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_files = schema::TABLE.iter().map(|schema| (schema.name, schema.place));
    of_files.chain([(schema::TRANSLATION, schema::TRANSLATIONS)])
}
