//! `planbook completions`

use std::process::ExitCode;

use super::say;

/// Print the completion of commands and options for a shell.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook completions bash > ~/.local/share/bash-completion/completions/planbook\n  planbook completions zsh > ~/.zfunc/_planbook\n  planbook completions fish > ~/.config/fish/completions/planbook.fish\n\nPress Tab after `planbook` in a new terminal. See docs/editors.md for PowerShell and other shells."
)]
pub(super) struct Arguments {
    /// The shell
    shell: clap_complete::Shell,
}

pub(super) fn run(arguments: &Arguments, mut command: clap::Command) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "planbook", &mut script);
    say(&String::from_utf8(script)?);
    Ok(ExitCode::SUCCESS)
}
