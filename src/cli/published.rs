//! `planbook published`

use std::process::ExitCode;

use super::say;
use super::site::{Made, Which};
use crate::site::MANIFEST;

/// List the URLs that a build would publish.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook published\n  planbook published --audience internal\n  planbook published > before.txt         then, after a change: planbook published | diff before.txt -\n\nOne URL on each line, sorted: full URLs when there is a base-url, otherwise paths from the site's root. Compare the lists before and after a change to see what becomes public. The parts of the search index are not listed: their names change with each word of the site."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let made = arguments.which.make("a build would publish nothing")?;
    let Some(Made { context, site, .. }) = made else { return Ok(ExitCode::from(1)) };
    let base = context.config.base_url.as_deref().unwrap_or("/");
    let paths = site.pages().iter().map(|page| page.path.as_str()).chain([MANIFEST]);
    let mut addresses: Vec<&str> =
        paths.map(|path| path.strip_suffix("index.html").unwrap_or(path)).collect();
    addresses.sort_unstable();
    let lines: String = addresses.into_iter().map(|address| format!("{base}{address}\n")).collect();
    say(&lines);
    Ok(ExitCode::SUCCESS)
}
