//! `planbook requests`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;

use super::counted::number;
use super::edition::WhichPlan;
use super::mail::{self, MailArguments};
use super::say;
use super::site::{Made, Which};
use crate::date::{Date, FiscalYear, Precision};
use crate::{reporting_requests, write};

/// Write a reporting request for each agency.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook requests --period 2026-H1\n  planbook requests --period 2026-Q3 --out /srv/requests/2026-q3\n  planbook requests --period FY2026 --as-of 2027-04-01\n  planbook requests --period 2026-H1 --format xlsx\n  planbook requests --period 2026-H1 --format xlsx --mail --answer-by 2026-08-31\n\nWrites a folder for each agency that leads an item: a text that lists what is overdue, due, out of date or without a report, and a draft update to fill in for each such item. With --format xlsx it writes a workbook for each agency instead; planbook receive reads what comes back. With --mail it adds, for each agency that is asked about something, drafts of a mail with these files attached and of a reminder (.eml), and a calendar of the deadlines. planbook sends nothing. When the folder already exists, planbook writes nothing. See docs/reporting.md."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    plan: WhichPlan,
    /// The reporting period: a year, half, quarter, month, fiscal year or range, such as 2026-H1
    #[arg(long, value_name = "PERIOD", value_parser = parse_period)]
    period: String,
    /// What each agency is sent: draft updates with a text, or a workbook to fill in
    #[arg(long, value_name = "files|xlsx", default_value = "files", value_parser = parse_format)]
    format: Format,
    #[command(flatten)]
    mail: MailArguments,
    /// The folder for the requests; it must not exist yet [default: requests/PERIOD in the book's folder, requests/editions/NAME/PERIOD for an edition]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// What each agency is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Files,
    Xlsx,
}

fn parse_format(text: &str) -> Result<Format, String> {
    match text {
        "files" => Ok(Format::Files),
        "xlsx" => Ok(Format::Xlsx),
        _ => Err("write `files` or `xlsx`".to_owned()),
    }
}

/// In which month a fiscal year begins is known only when the plan was read, and the form does not depend on it.
fn parse_period(text: &str) -> Result<String, String> {
    match Date::parse(text, 1) {
        Ok(date) if date.precision != Precision::Ongoing => Ok(date.text),
        Ok(_) => Err("a period needs an end: write for example 2026-H1".to_owned()),
        Err(problem) => Err(problem.0),
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let root = &arguments.which.root.root;
    let folder = arguments.period.replace('/', "-to-");
    let own = arguments.plan.name().map_or_else(PathBuf::new, |name| PathBuf::from("editions").join(name));
    let out = arguments.out.clone().unwrap_or_else(|| root.join("requests").join(own).join(folder));
    let made = arguments.which.make(&format!("nothing was written to {}", out.display()))?;
    let Some(Made { context, options, .. }) = made else { return Ok(ExitCode::from(1)) };
    let site = &context;
    let context = arguments.plan.context(site)?;
    let about = context.published.plan.about.as_ref();
    let period = match Date::parse(
        &arguments.period,
        about.map_or_else(FiscalYear::default, |about| about.document.fiscal_year),
    ) {
        Ok(period) => period,
        Err(problem) => bail!("`{}` is not a period: {}", arguments.period, problem.0),
    };
    if about.is_some_and(|about| period.latest < about.document.adopted.value.earliest) {
        bail!("the period {} ends before the plan was adopted\n  help: choose a later one", period.text);
    }
    write::outside_of_book(&out, root)?;
    let languages =
        site.languages.iter().map(|site| arguments.plan.context(site)).collect::<Result<Vec<_>, _>>()?;
    let (said, mut files) = match arguments.format {
        Format::Files => {
            let pack = reporting_requests::pack(context, &period);
            let forms = number(pack.forms, "file to fill in", "files to fill in");
            let files = pack.files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
            (format!("{} with {forms}", number(pack.agencies, "request", "requests")), files)
        }
        Format::Xlsx => {
            let made =
                reporting_requests::workbooks(context, &languages, &period).map_err(anyhow::Error::msg)?;
            (number(made.agencies, "workbook", "workbooks"), made.files)
        }
    };
    let drafts = mail::add(&arguments.mail, context, &languages, &period, &mut files);
    write::new_folder(&out, &files)?;
    say(&format!("wrote {said} to {} as of {}; start with README.md\n", out.display(), options.as_of));
    if let Some(drafts) = drafts {
        say(&drafts);
    }
    Ok(ExitCode::SUCCESS)
}
