//! `planbook new issue-form`

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;

use crate::cli::site::{Made, Reader, Which, parse_day};
use crate::cli::{Root, say, say_error};
use crate::date::Day;
use crate::edit::{self, FileEdit};
use crate::page::Context;
use crate::vocabulary::{Audience, CodeHost};
use crate::{issue_form, scaffold, source, write};

/// The name of the command.
pub(super) const NAME: &str = "issue-form";

/// A form on a code host by which agencies report progress.
#[derive(Debug, clap::Args)]
#[command(
    about = "A form on a code host by which agencies report progress",
    after_help = "Examples:\n  planbook new issue-form                  for the host in book.toml\n  planbook new issue-form --host gitlab\n  planbook new issue-form --check          whether the form is up to date, for a workflow\n\nWrites a form with the items, agencies and statuses of the plan as lists, in all languages of the site. For GitHub it also writes a workflow that makes a pull request of each accepted report; an existing workflow is not changed. Run the command again after the plan changed: it replaces its own form, and no other file. See docs/reporting-round.md."
)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// The code host [default: host in book.toml, else github]
    #[arg(long, value_name = "github|gitlab", value_parser = parse_host)]
    host: Option<CodeHost>,
    /// Write nothing; the exit code is 1 if the form is missing or not up to date
    #[arg(long)]
    check: bool,
    /// Use the plan as of this date [default: today, in the time zone of the book]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
}

fn parse_host(text: &str) -> Result<CodeHost, String> {
    match text {
        "github" => Ok(CodeHost::GitHub),
        "gitlab" => Ok(CodeHost::GitLab),
        _ => Err("write `github` or `gitlab`".to_owned()),
    }
}

/// The form of a host: where it stands, and what is in it.
fn form(host: CodeHost, context: &Context) -> anyhow::Result<(&'static str, String)> {
    let all: Vec<&Context> = std::iter::once(context).chain(&context.languages).collect();
    match host {
        CodeHost::GitHub => Ok((issue_form::GITHUB_FORM, issue_form::github(&all))),
        CodeHost::GitLab => Ok((issue_form::GITLAB_TEMPLATE, issue_form::gitlab(&all))),
        _ => bail!("there is no form for this code host\n  help: use --host github or --host gitlab"),
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    // Everybody who sees the repository sees the form.
    let reader = Reader { audience: Audience::Public };
    let root = arguments.root.clone();
    let (base_url, repository_url, repository_host) = (None, None, None);
    let which = Which { root, reader, as_of: arguments.as_of, base_url, repository_url, repository_host };
    let Some(Made { context, .. }) = which.make("the form cannot be written")? else {
        return Ok(ExitCode::from(1));
    };
    let root = arguments.root.root.as_path();
    let named = context.config.repository.as_ref().map(|repository| repository.host);
    let host = arguments.host.or(named).unwrap_or(CodeHost::GitHub);
    let (path, text) = form(host, &context)?;
    let old = source::read_sidecar(&root.join(path))?;
    if arguments.check {
        return Ok(checked(path, &text, old.as_deref()));
    }
    form_file(root, path, text, old)?;
    if host == CodeHost::GitHub {
        workflow(root)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn checked(path: &str, text: &str, old: Option<&str>) -> ExitCode {
    // A clone on Windows may have other line breaks.
    match old.map(|old| old.replace("\r\n", "\n") == text) {
        Some(true) => {
            say(&format!("{path} is up to date\n"));
            ExitCode::SUCCESS
        }
        Some(false) => {
            say_error(&format!("{path} is not up to date\n  help: planbook new {NAME}\n"));
            ExitCode::from(1)
        }
        None => {
            say_error(&format!("{path} does not exist\n  help: planbook new {NAME}\n"));
            ExitCode::from(1)
        }
    }
}

fn form_file(root: &Path, path: &str, text: String, old: Option<String>) -> anyhow::Result<()> {
    match old {
        None => write::new_files(root, &[(path.to_owned(), text)])?,
        Some(old) if old == text => {
            say(&format!("{path} is up to date\n"));
            return Ok(());
        }
        Some(old) if issue_form::is_ours(&old) => {
            let (old, new) = (Some(old.into_bytes()), text.into_bytes());
            edit::write(&[FileEdit { path: root.join(path), old, new }])?;
        }
        Some(_) => bail!(
            "{path} already exists, and planbook did not write it, so planbook did not change it\n  help: rename or remove it"
        ),
    }
    say(&format!("wrote {path}\n"));
    Ok(())
}

fn workflow(root: &Path) -> anyhow::Result<()> {
    let (path, text) = scaffold::book::REPORT_WORKFLOW;
    if write::is_there(&root.join(path)) {
        return Ok(());
    }
    write::new_files(root, &[(path.to_owned(), text.to_owned())])?;
    say(&format!(
        "wrote {path}\n\nNext:\n- Create the labels `report-progress` and `accepted` on GitHub, and allow workflows to create pull requests: see docs/reporting-round.md.\n"
    ));
    Ok(())
}
