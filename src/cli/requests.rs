//! `planbook requests`

use std::path::PathBuf;
use std::process::ExitCode;

use super::counted::number;
use super::edition::WhichPlan;
use super::mail::{self, MailArguments};
use super::period::{parse_period, period_in};
use super::say;
use super::site::{Made, Which};
use crate::{reporting_requests, write};

/// Write a reporting request for each agency.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook requests --period 2026-H1\n  planbook requests --period 2026-Q3 --out /srv/requests/2026-q3\n  planbook requests --period FY2026 --as-of 2027-04-01\n  planbook requests --period 2026-H1 --format xlsx\n  planbook requests --period 2026-H1 --format docx\n  planbook requests --period 2026-H1 --format xlsx --mail --answer-by 2026-08-31\n\nWrites a folder for each agency that leads an item: a text that lists what is overdue, due, out of date or without a report, and a draft update to fill in for each such item. With --format xlsx it writes a workbook for each agency instead; planbook receive reads what comes back. With --format docx it writes the text as a letter for Word. With --mail it adds, for each agency that is asked about something, drafts of a mail with these files attached and of a reminder (.eml), and a calendar of the deadlines. planbook sends nothing. When the folder already exists, planbook writes nothing. See docs/reporting.md."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    plan: WhichPlan,
    /// The reporting period: a year, half, quarter, month, fiscal year or range, such as 2026-H1
    #[arg(long, value_name = "PERIOD", value_parser = parse_period)]
    period: String,
    /// What each agency is sent: draft updates with a text, a workbook to fill in, or a letter
    #[arg(long, value_name = "files|xlsx|docx", default_value = "files", value_parser = parse_format)]
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
    Docx,
}

fn parse_format(text: &str) -> Result<Format, String> {
    match text {
        "files" => Ok(Format::Files),
        "xlsx" => Ok(Format::Xlsx),
        "docx" => Ok(Format::Docx),
        _ => Err("write `files`, `xlsx` or `docx`".to_owned()),
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
    let period = period_in(context, &arguments.period)?;
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
        Format::Docx => {
            let made = reporting_requests::letters(context, &period).map_err(anyhow::Error::msg)?;
            (number(made.agencies, "letter", "letters"), made.files)
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
