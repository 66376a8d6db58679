//! `planbook theme check`

use std::fmt::Write as _;
use std::process::ExitCode;

use super::super::{Root, load, say, say_error, say_problems};
use crate::diag::Diagnostic;
use crate::report;
use crate::theme_check::contrast::{Measured, SCHEMES, shown};
use crate::theme_check::{self, ThemeReport};

/// Render every kind of page with a theme, check the pages and measure the contrast.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook theme check\n  planbook theme check harbour --root plans/water\n  planbook theme check --verbose          with the contrast of every pair of colours\n\nChecks the theme with a plan that uses every kind of record, and with an empty plan. The content of the book plays no part; `planbook check` checks the theme with the book, and all links."
)]
pub(super) struct Arguments {
    /// The folder in themes/ [default: the theme that book.toml names]
    name: Option<String>,
    /// List the contrast of every pair of colours
    #[arg(long, short)]
    verbose: bool,
    #[command(flatten)]
    root: Root,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, found) = load(&arguments.root)?;
    let report = theme_check::check(&tree, &found, arguments.name.as_deref())?;
    if arguments.verbose {
        say(&contrasts(&report.measured));
    }
    say_problems(&report.diagnostics, &report.tree);
    let summary = summary(&report);
    if Diagnostic::any_error(&report.diagnostics) {
        say_error(&format!("{summary}\n  help: `planbook explain CODE` explains a code in [brackets]\n"));
        return Ok(ExitCode::from(1));
    }
    say(&format!("{summary}\n"));
    Ok(ExitCode::SUCCESS)
}

fn summary(report: &ThemeReport) -> String {
    format!(
        "theme {}: {} templates rendered, {} of {} pages valid, {} pairs of colours measured: {}",
        report.theme,
        report.templates,
        report.valid,
        report.pages,
        report.measured.len(),
        report::summary(&report.diagnostics)
    )
}

/// The pairs as a table, with a column for each kind of screen.
fn contrasts(measured: &[Measured]) -> String {
    let name = |m: &Measured| format!("{} on {}", m.pair.front, m.pair.back);
    let width = measured.iter().map(|m| name(m).chars().count()).max().unwrap_or(0);
    let mut text = format!("{:width$}  needs", "");
    for scheme in SCHEMES {
        let _ = write!(text, "  {}", scheme.name);
    }
    text.push('\n');
    for m in measured {
        let _ = write!(text, "{:width$}  {:>5.1}", name(m), m.pair.meeting.needed());
        for (scheme, ratio) in SCHEMES.iter().zip(m.ratios) {
            let cell = ratio.map_or_else(|| "-".to_owned(), shown);
            let _ = write!(text, "  {cell:>width$}", width = scheme.name.len().max(5));
        }
        text.push('\n');
    }
    text.push('\n');
    text
}
