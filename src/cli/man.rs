//! `planbook man`

use std::path::PathBuf;
use std::process::ExitCode;

use clap_mangen::Man;

use super::say;
use crate::write;

/// Print the manual page, or write those of all commands.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook man | man -l -             read the manual page of planbook\n  planbook man --out man1             write a page for each command to man1/\n\nWhen the folder already exists, planbook writes nothing."
)]
pub(super) struct Arguments {
    /// The folder for the pages of all commands; it must not exist yet
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, mut command: clap::Command) -> anyhow::Result<ExitCode> {
    // Gives each command the name that its page has: `planbook-theme-new`.
    command.build();
    let Some(out) = &arguments.out else {
        say(&page(&command)?);
        return Ok(ExitCode::SUCCESS);
    };
    let mut files = Vec::new();
    pages(&command, &mut files)?;
    write::new_folder(out, &files)?;
    say(&format!("wrote {} manual pages to {}\n", files.len(), out.display()));
    Ok(ExitCode::SUCCESS)
}

fn pages(command: &clap::Command, files: &mut Vec<(String, String)>) -> anyhow::Result<()> {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name());
    files.push((format!("{name}.1"), page(command)?));
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        pages(inner, files)?;
    }
    Ok(())
}

fn page(command: &clap::Command) -> anyhow::Result<String> {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    Ok(String::from_utf8(page)?)
}
