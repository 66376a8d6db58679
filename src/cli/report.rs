//! `planbook report`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;

use super::edition::WhichPlan;
use super::period::{parse_period, period_in};
use super::say;
use super::site::{Made, Which};
use crate::diag::closest;
use crate::page::Context;
use crate::text_document::{docx, html, markdown};
use crate::{period_report, write};

/// Write a report on what changed in a period.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook report --period 2026-H1\n  planbook report --period 2026-H1 --format html --out report.html\n  planbook report --period FY2025 --language ja\n  planbook report --period 2026-Q2 --audience internal\n\nWrites what changed in the period, by area and by agency, with what is late and what nobody has answered, as a Word document, a page or Markdown. When the file already exists, planbook writes nothing. See docs/reporting-round.md."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    plan: WhichPlan,
    /// The period: a year, half, quarter, month, fiscal year or range, such as 2026-H1
    #[arg(long, value_name = "PERIOD", value_parser = parse_period)]
    period: String,
    /// What is written: a Word document, a page for browsers, or Markdown
    #[arg(long, value_name = "docx|html|md", default_value = "docx", value_parser = parse_format)]
    format: Format,
    /// The language of the report, one of those of the book [default: that of the book]
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// The file [default: report-PERIOD.FORMAT in the book's folder]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// How the report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Docx,
    Html,
    Markdown,
}

impl Format {
    /// The end of the file's name.
    fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }
}

fn parse_format(text: &str) -> Result<Format, String> {
    let all = [Format::Docx, Format::Html, Format::Markdown];
    let found = all.into_iter().find(|format| format.extension() == text);
    found.ok_or_else(|| "write `docx`, `html` or `md`".to_owned())
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (root, format) = (&arguments.which.root.root, arguments.format);
    let name = format!("report-{}.{}", arguments.period.replace('/', "-to-"), format.extension());
    let out = arguments.out.clone().unwrap_or_else(|| root.join(name));
    let made = arguments.which.make(&format!("nothing was written to {}", out.display()))?;
    let Some(Made { context, options, .. }) = made else { return Ok(ExitCode::from(1)) };
    let context = arguments.plan.context(in_language(&context, arguments.language.as_deref())?)?;
    let period = period_in(context, &arguments.period)?;
    if period.earliest > options.as_of {
        bail!(
            "the period {} begins after {}\n  help: choose an earlier period, or a later date with --as-of",
            period.text,
            options.as_of
        );
    }
    let report = period_report::gather(&context.published.plan, &context.facts, &period);
    let document = period_report::layout(context, &report);
    let bytes = match format {
        Format::Docx => docx(&document).map_err(anyhow::Error::msg)?,
        Format::Html => html(&document).into_bytes(),
        Format::Markdown => markdown(&document).into_bytes(),
    };
    write::new_file(&out, &bytes)?;
    say(&format!("wrote {} as of {}\n", out.display(), options.as_of));
    Ok(ExitCode::SUCCESS)
}

/// The book in one of its languages.
fn in_language<'a>(book: &'a Context, language: Option<&str>) -> anyhow::Result<&'a Context> {
    let Some(wanted) = language else { return Ok(book) };
    let all: Vec<&Context> = std::iter::once(book).chain(&book.languages).collect();
    if let Some(found) = all.iter().find(|context| context.config.language() == wanted) {
        return Ok(found);
    }
    let codes: Vec<&str> = all.iter().map(|context| context.config.language()).collect();
    let meant = closest(wanted, codes.iter().copied()).map(|meant| format!("did you mean {meant}? "));
    bail!(
        "the book has no language `{wanted}`\n  help: {}the languages are: {}",
        meant.unwrap_or_default(),
        codes.join(", ")
    )
}
