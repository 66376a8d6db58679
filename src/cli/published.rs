//! `planbook published`

use std::process::ExitCode;

use super::site::Which;
use super::{load, say, say_error, say_problems, today};
use crate::site::MANIFEST;
use crate::{build, diag};

/// List the addresses that a build would publish.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook published\n  planbook published --audience internal\n  planbook published > before.txt         then, after a change: planbook published | diff before.txt -\n\nOne address a line, sorted: whole ones when there is a base-url, else paths from the site's root. A pull request that shows what changes in this list shows what becomes public."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, found) = load(&arguments.which.root)?;
    let today = today();
    let mut book = build::read(&tree, found, today);
    let options = arguments.which.options(today);
    let made = build::site(&mut book, &tree, &options).filter(|_| !book.has_errors());
    let Some((context, site)) = made else {
        say_problems(&book.diagnostics, &tree);
        let summary = diag::summary(&book.diagnostics);
        say_error(&format!("{summary}: nothing would be published\n"));
        return Ok(ExitCode::from(1));
    };
    let base = context.config.base_url.as_deref().unwrap_or("/");
    let paths = site.pages().iter().map(|page| page.path.as_str()).chain([MANIFEST]);
    let mut addresses: Vec<&str> =
        paths.map(|path| path.strip_suffix("index.html").unwrap_or(path)).collect();
    addresses.sort_unstable();
    let lines: String = addresses.into_iter().map(|address| format!("{base}{address}\n")).collect();
    say(&lines);
    Ok(ExitCode::SUCCESS)
}
