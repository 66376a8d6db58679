//! `planbook new update --from-form`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use clap::{ArgMatches, Args as _, Command, FromArgMatches as _};

use crate::cli::edition::WhichPlan;
use crate::cli::receive::with_files;
use crate::cli::site::{parse_audience, parse_day};
use crate::cli::{Root, load, say, say_error, say_problems, today};
use crate::date::Day;
use crate::diag::Severity;
use crate::issue_form::{self, Outcome};
use crate::publish::Options;
use crate::receive::Ground;
use crate::report::printable;
use crate::scaffold::templates::RecordTemplate;
use crate::source::Tree;
use crate::vocabulary::Audience;
use crate::{build, source, write};

/// The flag by which an update is made from a form.
pub(super) const FLAG: &str = "from_form";

/// Which form, and what is done with it.
#[derive(Debug, clap::Args)]
struct Form {
    /// Create the update from this file: the text of an issue that was opened with the form of `planbook new issue-form`
    #[arg(long, value_name = "FILE")]
    from_form: Option<PathBuf>,
    /// With --from-form: write a comment to this file that says what has to be corrected, for whoever filled in the form
    #[arg(long, value_name = "FILE", requires = FLAG)]
    reply_to: Option<PathBuf>,
    /// With --from-form: the date of the plan, and of an answer without a date [default: today, in the time zone of the book]
    #[arg(long, value_name = "DATE", requires = FLAG, value_parser = parse_day)]
    as_of: Option<Day>,
    /// With --from-form: the audience that was asked; an answer for the public plan can name nothing internal [default: public]
    #[arg(long, value_name = "public|internal", requires = FLAG, value_parser = parse_audience)]
    asked: Option<Audience>,
}

/// An update of the answer of a form.
#[derive(Debug)]
pub(in crate::cli) struct Arguments {
    form: Form,
    print: bool,
    plan: WhichPlan,
    root: Root,
}

/// Whether a record of this kind can come of a form.
pub(super) fn is_for(kind: &RecordTemplate) -> bool {
    kind.name == "update"
}

/// Adds the flags to those of the record. The form says what those say.
pub(super) fn augment(command: Command, of_record: &[String]) -> Command {
    let command = Form::augment_args(command);
    command.mut_arg(FLAG, |arg| arg.conflicts_with_all(of_record))
}

impl Arguments {
    /// What was given; whether the file is printed only, and which plan it is for, are flags of all records.
    pub(super) fn of(matches: &ArgMatches, print: bool, plan: WhichPlan) -> Result<Self, clap::Error> {
        let (form, root) = (Form::from_arg_matches(matches)?, Root::from_arg_matches(matches)?);
        Ok(Self { form, print, plan, root })
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let form = &arguments.form;
    if let Some(path) = form.reply_to.as_ref().filter(|path| write::is_there(path)) {
        bail!("{} already exists\n  help: remove it, or choose another file", path.display());
    }
    let Some(file) = &form.from_form else { bail!("--from-form names no file") };
    let Some(text) = source::read_sidecar(file)? else { bail!("{} does not exist", file.display()) };
    let (tree, found) = load(&arguments.root)?;
    let day = form.as_of.unwrap_or_else(|| today(&tree));
    let mut book = build::read(&tree, found, day);
    let audience = form.asked.unwrap_or(Audience::Public);
    let options = Options { as_of: day, audience, base_url: None, repository: None };
    let made = build::site(&mut book, &tree, &options).filter(|_| !book.has_errors());
    let Some((site, _)) = made else {
        say_problems(&book.diagnostics, &tree);
        say_error("the book has errors, so nothing was written; correct them first\n");
        return Ok(ExitCode::from(1));
    };
    let languages = site.languages.iter().map(|site| arguments.plan.context(site));
    let ground = Ground {
        plan: arguments.plan.plan(book.plan())?,
        context: arguments.plan.context(&site)?,
        languages: languages.collect::<Result<Vec<_>, _>>()?,
        tree: &tree,
        accept_changed: true,
    };
    let outcome = checked(issue_form::update(&text, &ground, book.plan(), day), &tree, day);
    if let Outcome::New(file) = &outcome
        && !arguments.print
    {
        write::new_files(&arguments.root.root, &[(file.path.clone(), file.text.clone())])?;
    }
    if let Some(path) = &form.reply_to {
        write::new_file(path, issue_form::comment(&outcome, &ground))?;
    }
    Ok(said(arguments, &outcome, &ground))
}

/// A file that the checks refuse is none.
fn checked(outcome: Outcome, tree: &Tree, day: Day) -> Outcome {
    let Outcome::New(file) = &outcome else { return outcome };
    let with = with_files(tree, &[(file.path.clone(), file.text.clone())]);
    let book = build::read(&with, Vec::new(), day);
    // The book had no error without the file, so each is one of the file.
    let error = book.diagnostics.iter().find(|problem| problem.severity == Severity::Error);
    match error {
        Some(problem) => issue_form::refused(&problem.message),
        None => outcome,
    }
}

fn said(arguments: &Arguments, outcome: &Outcome, ground: &Ground<'_>) -> ExitCode {
    match outcome {
        Outcome::New(file) if arguments.print => say(&file.text),
        Outcome::New(file) => say(&format!("wrote {}\n", file.path)),
        Outcome::Known(file) => say(&format!("{} already exists and says the same\n", file.path)),
        Outcome::Edited(path) => say(&format!("{path} has this answer already, and was changed since\n")),
        Outcome::Wrong(complaints) => {
            for complaint in complaints {
                let sentence = issue_form::sentence(complaint, ground.context);
                say_error(&format!("{}\n", printable(&sentence)));
            }
            say_error("nothing was written\n");
            return ExitCode::from(1);
        }
    }
    ExitCode::SUCCESS
}
