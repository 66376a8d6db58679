//! `planbook init`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::say;
use crate::failure::Failure;
use crate::{scaffold, write};

/// Make a small, complete example plan to begin with.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook init harbour           make the folder harbour/\n  planbook init .                 in this folder, beside what is there\n  planbook init . --no-example    only workflows and settings, for a book that is there\n\nThe plan builds as it is: planbook build --root harbour. A file that is there already is left as it is, and then nothing is written. See docs/start-your-own-plan.md of planbook."
)]
pub(super) struct Arguments {
    /// The folder for the book
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Make no example plan, only what a repository and an editor need, for a book that is there already
    #[arg(long)]
    no_example: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let folder = &arguments.folder;
    if arguments.no_example {
        let files = scaffold::book::files_around();
        write::new_files(folder, &files)?;
        say(&format!(
            "wrote {} files for code hosts and editors into {}\n\nNext: delete what belongs to another code host, and see docs/code-hosts.md and docs/editors.md of planbook\n",
            files.len(),
            shown(folder),
        ));
        return Ok(ExitCode::SUCCESS);
    }
    let files = scaffold::book::files();
    match write::new_folder(folder, &files) {
        Err(Failure::AlreadyThere(_)) => write::new_files(folder, &files)?,
        result => result?,
    }
    let at = if is_here(folder) { String::new() } else { format!(" --root {}", folder.display()) };
    say(&format!(
        "made a book of {} files in {}: begin with README.md\n\nTo look at it while you write:\n  planbook serve{at}\nTo make its site:\n  planbook build{at}\n  then open {} in a browser\nTo add to it:\n  planbook new update{at}\nTo replace it by your own plan: docs/start-your-own-plan.md of planbook\n",
        files.len(),
        shown(folder),
        folder.join("public/index.html").display(),
    ));
    Ok(ExitCode::SUCCESS)
}

fn is_here(folder: &Path) -> bool {
    folder.as_os_str() == "."
}

fn shown(folder: &Path) -> String {
    if is_here(folder) { "this folder".to_owned() } else { folder.display().to_string() }
}
