//! `planbook build`

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use super::{Root, parse_day, say, say_problems, today};
use crate::config::site_address;
use crate::date::Day;
use crate::publish::Options;
use crate::vocabulary::Audience;
use crate::{build, diag, source};

/// Write the site.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook build\n  planbook build --root plans/water --out /srv/www/water\n  planbook build --as-of 2012-12-31       the site as it stood that day\n  planbook build --base-url https://plan.example/\n\nThe site replaces what an earlier build wrote to the folder, in one step. When there is an error, nothing changes."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// The folder of the site [default: public in the book's folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Tell the story as of this day [default: today, in UTC]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
    /// Where the site will stand; replaces base-url of book.toml
    #[arg(long, value_name = "URL", value_parser = parse_url)]
    base_url: Option<String>,
}

pub(super) fn parse_url(text: &str) -> Result<String, String> {
    match site_address(text) {
        true => Ok(format!("{}/", text.trim_end_matches('/'))),
        false => Err("write a whole address with https://, without `?` and `#`".to_owned()),
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let root = &arguments.root.root;
    let out = arguments.out.clone().unwrap_or_else(|| root.join("public"));
    let (tree, found) = source::load(root)?;
    let tree = Arc::new(tree);
    let today = today();
    let options = Options {
        as_of: arguments.as_of.unwrap_or(today),
        audience: Audience::Public,
        base_url: arguments.base_url.clone(),
    };
    let built = build::build(&tree, found, &options, today, root, &out)?;
    let (book, files) = (&built.book, built.site.as_ref().map_or(0, |(_, site)| site.pages().len()));
    say_problems(&book.diagnostics, &tree);
    let summary = diag::summary(&book.diagnostics);
    if book.has_errors() {
        super::say_error(&format!(
            "{summary}: nothing was written, the site in {} is as it was\n",
            out.display()
        ));
        return Ok(ExitCode::from(1));
    }
    say(&format!("wrote {files} files to {} as of {}, {summary}\n", out.display(), options.as_of));
    // The process ends here, and the system takes its memory back faster than we could give it, piece by piece.
    std::mem::forget((built, tree));
    Ok(ExitCode::SUCCESS)
}
