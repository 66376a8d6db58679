//! `planbook init`

use std::path::PathBuf;
use std::process::ExitCode;

use super::say;
use crate::failure::Failure;
use crate::{scaffold, write};

/// Make a small, complete example plan to begin with.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook init harbour           make the folder harbour/\n  planbook init .                 in this folder, beside what is there\n\nThe plan builds as it is: planbook build --root harbour. A file that is there already is left as it is, and then nothing is written. See docs/start-your-own-plan.md of planbook."
)]
pub(super) struct Arguments {
    /// The folder for the book
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let folder = &arguments.folder;
    let files = scaffold::book::files();
    match write::new_folder(folder, &files) {
        Err(Failure::AlreadyThere(_)) => write::new_files(folder, &files)?,
        result => result?,
    }
    let here = folder.as_os_str() == ".";
    let (shown, at) = match here {
        true => ("this folder".to_owned(), String::new()),
        false => (folder.display().to_string(), format!(" --root {}", folder.display())),
    };
    say(&format!(
        "made a book of {} files in {shown}: begin with README.md\n\nTo look at it while you write:\n  planbook serve{at}\nTo make its site:\n  planbook build{at}\n  then open {} in a browser\nTo add to it:\n  planbook new update{at}\nTo replace it by your own plan: docs/start-your-own-plan.md of planbook\n",
        files.len(),
        folder.join("public/index.html").display(),
    ));
    Ok(ExitCode::SUCCESS)
}
