//! `planbook init`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;

use super::say;
use crate::failure::Failure;
use crate::scaffold::book::Example;
use crate::{scaffold, write};

/// Create a small, complete example plan.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook init harbour                create the folder harbour/\n  planbook init .                      in this folder, beside the existing files\n  planbook init city --example climate a city's climate plan with numbers, budgets and tags\n  planbook init . --example minimal    the smallest plan that builds, in five files\n  planbook init . --no-example         only workflows and settings, for an existing book\n  planbook init harbour --cms          also publish forms to edit the plan in the browser\n\nYou can build the plan at once: planbook build --root harbour. When a file already exists, planbook writes nothing. See docs/start-your-own-plan.md of planbook."
)]
pub(super) struct Arguments {
    /// The folder for the book
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Create no example plan, only the files for code hosts and editors, for an existing book
    #[arg(long)]
    no_example: bool,
    /// The example plan to create: `harbour` has every kind of record, `climate` is a city's plan with three years of numbers,
    /// `minimal` is the least that builds
    #[arg(long, value_name = "NAME", default_value = "harbour", conflicts_with = "no_example")]
    example: ExampleName,
    /// Let the workflows also publish forms to edit the book in the browser (planbook cms)
    #[arg(long)]
    cms: bool,
}

/// The example plans, by their names.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ExampleName {
    Harbour,
    Climate,
    Minimal,
}

impl ExampleName {
    fn example(self) -> Example {
        match self {
            Self::Harbour => Example::Harbour,
            Self::Climate => Example::Climate,
            Self::Minimal => Example::Minimal,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let folder = &arguments.folder;
    if arguments.no_example {
        let mut files = scaffold::book::files_around();
        let forms = forms(arguments, &mut files)?;
        write::new_files(folder, &files)?;
        say(&format!(
            "wrote {} files for code hosts and editors into {}\n\nNext: delete the files for code hosts that you do not use, and see docs/code-hosts.md and docs/editors.md of planbook\n{forms}",
            files.len(),
            shown(folder),
        ));
        return Ok(ExitCode::SUCCESS);
    }
    let mut files = scaffold::book::files(arguments.example.example());
    let forms = forms(arguments, &mut files)?;
    match write::new_folder(folder, &files) {
        Err(Failure::AlreadyThere(_)) => write::new_files(folder, &files)?,
        result => result?,
    }
    let at = if is_here(folder) { String::new() } else { format!(" --root {}", folder.display()) };
    say(&format!(
        "created a book of {} files in {}: start with {}\n\nTo preview it while you write:\n  planbook serve{at}\nTo build its site:\n  planbook build{at}\n  then open {} in a browser\nTo add an update:\n  planbook new update{at}\nTo replace it with your own plan: docs/start-your-own-plan.md of planbook\n{forms}",
        files.len(),
        shown(folder),
        if files.iter().any(|(path, _)| path == "README.md") { "README.md" } else { "content/plan.md" },
        folder.join("public/index.html").display(),
    ));
    Ok(ExitCode::SUCCESS)
}

/// Lets the workflows publish the forms, if that is wanted. What to do next with them.
fn forms(arguments: &Arguments, files: &mut [(String, String)]) -> anyhow::Result<&'static str> {
    if !arguments.cms {
        return Ok("");
    }
    if scaffold::book::with_forms(files) == 0 {
        bail!(
            "this example has no workflows that could publish forms\n  help: choose another example, or run `planbook init DIR --no-example --cms` beside it"
        );
    }
    Ok(
        "The workflows also publish forms at admin/ of the site: docs/cms.md of planbook says who can sign in\n",
    )
}

fn is_here(folder: &Path) -> bool {
    folder.as_os_str() == "."
}

fn shown(folder: &Path) -> String {
    if is_here(folder) { "this folder".to_owned() } else { folder.display().to_string() }
}
