//! `planbook pdf`

use std::path::PathBuf;
use std::process::ExitCode;

use super::site::Which;
use super::{load, say, say_error, say_problems, today};
use crate::pdf::{self, Browser, PrintJob};
use crate::stages::{self, Stage};
use crate::{build, report, write};

/// Print the whole plan to a PDF.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook pdf\n  planbook pdf --out docs/plan.pdf --paper letter\n  planbook pdf --as-of 2012-12-31         the plan as of that date\n  planbook pdf --browser /opt/chrome/chrome\n\nPrints the page /plan/ of the site with an installed browser: Chromium, Chrome or Edge. With a base-url, the PDF links to the other pages of the site. When the book has an error, planbook writes nothing."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// The file [default: plan.pdf in the book's folder]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The size of the paper
    #[arg(long, value_enum, default_value_t = Paper::A4, hide_possible_values = true, value_name = "a4|letter")]
    paper: Paper,
    /// The browser, when planbook does not find it
    #[arg(long, value_name = "PATH")]
    browser: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Paper {
    A4,
    Letter,
}

impl Paper {
    /// As CSS calls it.
    fn size(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "letter",
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let root = &arguments.which.root.root;
    let out = arguments.out.clone().unwrap_or_else(|| root.join("plan.pdf"));
    let (tree, found) = load(&arguments.which.root)?;
    let today = today(&tree);
    let options = arguments.which.options(today);
    let as_of = options.as_of;
    let (book, gathered) = build::gather(&tree, found, &options, today, |path| pdf::needs(&tree, path))?;
    say_problems(&book.diagnostics, &tree);
    let summary = report::summary(&book.diagnostics);
    let Some(gathered) = gathered else {
        say_error(&format!("{summary}: nothing was written to {}\n", out.display()));
        return Ok(ExitCode::from(1));
    };
    let config = &gathered.context.config;
    let title = book.plan().texts().plan_title().unwrap_or(&config.title);
    let job = PrintJob {
        files: &gathered.files,
        title,
        as_of,
        base_url: config.base_url.as_deref(),
        paper: arguments.paper.size(),
    };
    let browser = arguments.browser.as_deref().map_or_else(Browser::installed, Browser::at);
    let printed = stages::run(Stage::Print, || pdf::make(&job, &browser))?;
    write::file(&out, &printed, pdf::MAGIC)?;
    say(&format!("wrote {} as of {as_of}, {summary}\n", out.display()));
    Ok(ExitCode::SUCCESS)
}
