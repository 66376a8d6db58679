//! `planbook new`

mod dialogue;
mod flags;
mod from_form;
mod given;
mod issue_form;
mod line;
mod missing;
mod next;
mod own_fields;
mod question;

use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::{ArgMatches, Command, FromArgMatches};

use super::edition::WhichPlan;
use super::{Root, load, say, say_error, say_problems, today};
use crate::diag::{Diagnostic, Severity, code};
use crate::scaffold::answer::Reader;
use crate::scaffold::templates::{self, RecordTemplate};
use crate::scaffold::{self, Values};
use crate::source::Tree;
use crate::{build, config, write};
use dialogue::Dialogue;
use flags::Flag;

/// What is to be begun.
#[derive(Debug)]
pub(super) enum Arguments {
    /// A record, of values that were given.
    Record(Box<RecordArguments>),
    /// An update, of the answer of a form.
    FromForm(Box<from_form::Arguments>),
    /// The form.
    IssueForm(Box<issue_form::Arguments>),
}

/// A record. The commands and their flags are made from the table of kinds and that of keys.
#[derive(Debug)]
pub(super) struct RecordArguments {
    kind: &'static str,
    values: Values,
    body: String,
    print: bool,
    bare: bool,
    plan: WhichPlan,
    root: Root,
}

impl clap::Args for Arguments {
    fn augment_args(command: Command) -> Command {
        command
            .about("Create a record: an area, item, update, agency, forum, source or page; or a form for reports")
            .after_help("Examples:\n  planbook new update            asks for what it needs\n  planbook new update --date 2024-11-04 --items 1.1.a --title \"Work begun\" --status in-progress\n  planbook new item --help       the flags of a kind, one for each key\n\nAreas, items and updates take --edition NAME for another plan of the book.\nChecks the file before it writes it. Does not change a file that already exists.")
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands(templates::TABLE.iter().filter_map(flags::command))
            .subcommand(issue_form::Arguments::augment_args(Command::new(issue_form::NAME)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Arguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        if name == issue_form::NAME {
            return Ok(Self::IssueForm(Box::new(issue_form::Arguments::from_arg_matches(matches)?)));
        }
        let kind = templates::find(name).ok_or_else(missing)?;
        if from_form::is_for(kind) && matches.contains_id(from_form::FLAG) {
            let (print, plan) = (matches.get_flag(flags::PRINT), flags::plan(kind, matches)?);
            return Ok(Self::FromForm(Box::new(from_form::Arguments::of(matches, print, plan)?)));
        }
        Ok(Self::Record(Box::new(RecordArguments {
            kind: kind.name,
            values: flags::values(kind, matches),
            body: matches.get_one::<String>(flags::BODY).cloned().unwrap_or_default(),
            print: matches.get_flag(flags::PRINT),
            bare: matches.get_flag(flags::BARE),
            plan: flags::plan(kind, matches)?,
            root: Root::from_arg_matches(matches)?,
        })))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    match arguments {
        Arguments::Record(arguments) => record(arguments),
        Arguments::FromForm(arguments) => from_form::run(arguments),
        Arguments::IssueForm(arguments) => issue_form::run(arguments),
    }
}

fn record(arguments: &RecordArguments) -> anyhow::Result<ExitCode> {
    let kind = templates::find(arguments.kind).context("the kind is in the table")?;
    let schema = kind.schema().context("each kind has a schema")?;
    let (tree, found) = load(&arguments.root)?;
    let book = build::read(&tree, found, today(&tree));
    let plan = arguments.plan.plan(book.plan())?;
    let reader = Reader::new(plan, &book.diagnostics);
    let mut values = arguments.values.clone();
    let fields = own_fields::of_kind(kind, config::read(&tree).0.fields);
    own_fields::given(&mut values, &fields)?;
    for note in given::read(kind, &reader, &mut values) {
        say_error(&format!("{note}\n"));
    }
    let lacking = missing::flags(kind, &values);
    let asked = !lacking.is_empty() && dialogue::is_possible();
    if asked {
        let (today, is_there) = (today(&tree), |path: &str| tree.find(path).is_some());
        let mut dialogue = Dialogue { kind, reader, today, is_there: &is_there, values: &mut values };
        let about = plan.about.as_ref();
        let fiscal_year = about.map(|about| about.document.fiscal_year).unwrap_or_default();
        let answered = dialogue.ask().and_then(|()| own_fields::ask(&fields, fiscal_year, &mut values));
        answered.map_err(|why| {
            anyhow::anyhow!("{why}\n  to go on later: {}", again(kind, &arguments.plan, &values))
        })?;
    }
    let lacking = missing::flags(kind, &values);
    if !lacking.is_empty() {
        bail!("{}", missing::message(kind, &values, &lacking));
    }
    // Nobody has to answer twice.
    let retry = if asked {
        format!("\n  to try again: {}", again(kind, &arguments.plan, &values))
    } else {
        String::new()
    };
    let path = kind.path(&values, plan).map_err(|why| anyhow::anyhow!("{why}{retry}"))?;
    // The folder of an edition has those of a plan.
    let path = path.strip_prefix("content/").map(|path| format!("{}{path}", plan.folder())).unwrap_or(path);
    if tree.find(&path).is_some() {
        let name = kind.id.0;
        bail!(
            "{path} already exists, so planbook did not change it\n  help: open it, or choose another name with --{name}{retry}"
        );
    }
    let text = scaffold::record(schema, &values, &arguments.body, !arguments.bare);
    let (tree, problems) = problems(&tree, &path, &text);
    say_problems(&problems, &tree);
    if Diagnostic::any_error(&problems) {
        say_error(&format!(
            "nothing was written: {} with these values would be an error in the book{retry}\n",
            kind.one()
        ));
        return Ok(ExitCode::from(1));
    }
    if arguments.print {
        say(&text);
        return Ok(ExitCode::SUCCESS);
    }
    let root = &arguments.root.root;
    write::new_files(root, &[(path.clone(), text)])?;
    let shown =
        if arguments.root.as_flag().is_empty() { path } else { root.join(path).display().to_string() };
    let is_shown = problems.iter().all(|problem| problem.code != code::FUTURE_UPDATE);
    let steps = next::steps(kind, &values, &arguments.body, &shown, &arguments.root, is_shown);
    say(&format!("wrote {shown}\n\nNext:\n{steps}"));
    Ok(ExitCode::SUCCESS)
}

/// What would be wrong with the file if it stood in the book, and the book with the file.
fn problems(tree: &Tree, path: &str, text: &str) -> (Tree, Vec<Diagnostic>) {
    let files = tree.files().map(|(_, file)| (file.path.clone(), file.content.bytes().to_vec()));
    let new = (path.to_owned(), text.as_bytes().to_vec());
    let (with, found) = Tree::within(files.chain([new]), tree.limits().clone());
    let at = with.find(path);
    let mut problems = build::read(&with, found, today(&with)).diagnostics;
    // What is wrong elsewhere was wrong before.
    problems.retain(|problem| {
        let places = problem.span.into_iter().chain(problem.labels.iter().map(|label| label.span));
        problem.severity != Severity::Off && places.into_iter().any(|span| Some(span.file) == at)
    });
    (with, problems)
}

/// The call that says all that was answered.
fn again(kind: &RecordTemplate, plan: &WhichPlan, values: &Values) -> String {
    let switches: Vec<Flag> = flags::all(kind).into_iter().filter(Flag::is_switch).collect();
    let edition = plan.name().map(|name| format!(" --edition {name}")).unwrap_or_default();
    let mut call = format!("planbook new {}{edition}", kind.name);
    for (name, texts) in values {
        for text in texts {
            let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "-./_:".contains(c));
            call.push_str(&match plain {
                _ if name.starts_with(config::OWN) => {
                    format!(" --{} {name}={}", own_fields::FIELD, quoted(text))
                }
                _ if switches.iter().any(|switch| switch.name == *name) => format!(" --{name}"),
                true => format!(" --{name} {text}"),
                false => format!(" --{name} {}", quoted(text)),
            });
        }
    }
    call
}

/// A text in quotes, in which a shell changes nothing.
fn quoted(text: &str) -> String {
    match text.contains(['"', '$', '`', '\\', '!']) {
        true => format!("'{}'", text.replace('\'', "'\\''")),
        false => format!("\"{text}\""),
    }
}
