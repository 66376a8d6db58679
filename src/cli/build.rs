//! `planbook build`

use std::path::PathBuf;
use std::process::ExitCode;

use super::site::Which;
use super::{load, say_problems, say_result, today};
use crate::facts::not_adopted;
use crate::vocabulary::Audience;
use crate::{build, report};

/// Build the site.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook build\n  planbook build --root plans/water --out /srv/www/water\n  planbook build --as-of 2012-12-31       the site as of that date\n  planbook build --base-url https://plan.example/\n  planbook build --audience internal      the site with internal content, in internal/\n\nThe new site replaces the old one in one step. When the book has an error, planbook writes nothing."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// The folder of the site [default: public in the book's folder, or internal]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let root = &arguments.which.root.root;
    let audience = arguments.which.reader.audience;
    let out = arguments.out.clone().unwrap_or_else(|| root.join(audience.word()));
    let (tree, found) = load(&arguments.which.root)?;
    let today = today(&tree);
    let options = arguments.which.options(today);
    let built = build::build(&tree, found, &options, today, root, &out)?;
    let book = &built.book;
    say_problems(&book.diagnostics, &tree);
    let summary = report::summary(&book.diagnostics);
    let Some((_, _, files)) = built.site.as_ref().filter(|_| !book.has_errors()) else {
        super::say_error(&format!(
            "{summary}: nothing was written, and the site in {} did not change\n",
            out.display()
        ));
        return Ok(ExitCode::from(1));
    };
    let kind = if audience == Audience::Internal { "internal " } else { "" };
    let unchanged = match files.unchanged {
        0 => String::new(),
        unchanged => format!(" ({unchanged} unchanged)"),
    };
    say_result(&format!(
        "wrote {} {kind}{} to {} as of {}{unchanged}, {summary}\n",
        files.written,
        if files.written == 1 { "file" } else { "files" },
        out.display(),
        options.as_of
    ));
    if let Some(adopted) = not_adopted(book.plan(), options.as_of) {
        say_result(&format!(
            "the plan was adopted later ({}): each page says that it was not adopted yet\n",
            adopted.text
        ));
    }
    if audience == Audience::Public && !book.views.left_out.is_nothing() {
        say_result(&format!("left out as internal: {}\n", book.views.left_out));
    }
    // The process ends here, and the system takes its memory back faster than we could give it, piece by piece.
    std::mem::forget((built, tree));
    Ok(ExitCode::SUCCESS)
}
