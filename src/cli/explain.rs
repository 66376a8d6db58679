//! `planbook explain`

use std::fmt::Write as _;
use std::process::ExitCode;

use super::say;
use crate::diag::{closest, code, explain};
use anyhow::{Context as _, bail};

/// Explain a check and how to fix what it finds.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook explain                        list all codes\n  planbook explain dangling-reference"
)]
pub(super) struct Arguments {
    /// The code, as a report shows it in [brackets]; without a code, lists all of them
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let Some(name) = &arguments.code else {
        say(&list());
        return Ok(ExitCode::SUCCESS);
    };
    let Some(code) = code::find(name) else {
        match closest(name, code::ALL.iter().map(|code| code.name)) {
            Some(meant) => bail!("the check `{name}` does not exist\n  help: did you mean `{meant}`?"),
            None => bail!("the check `{name}` does not exist\n  help: `planbook explain` lists all checks"),
        }
    };
    say(explain::page(code).context("the page of this check is missing from the program")?);
    Ok(ExitCode::SUCCESS)
}

fn list() -> String {
    let width = code::ALL.iter().map(|code| code.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for group in code::GROUPS {
        let _ = writeln!(text, "{}:", group.title);
        for code in group.codes {
            let _ = writeln!(text, "{:width$}  {:7}  {}", code.name, code.severity.word(), code.summary);
        }
        text.push('\n');
    }
    text.push_str(
        "`planbook explain CODE` explains one of them. `[check]` in book.toml can change a `warning` or `off`.\n",
    );
    text
}
