//! `planbook cms`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;

use super::say;
use super::say_error;
use super::site::{Made, Which};
use crate::cms::{self, Host, Project};
use crate::{source, write};

/// Write a page with forms, to edit the book in a browser.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook cms --package node_modules/@sveltia/cms --out public/admin\n  planbook cms --host local --package node_modules/@sveltia/cms --out admin\n  planbook cms --host gitlab\n\nWrites a page and settings for Sveltia CMS: a form for each kind of record, with the fields of the plan, its items by name and the closed lists. With --package it adds the script of the npm package @sveltia/cms and its licence. When the folder already exists, planbook writes nothing. See docs/cms.md."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// Where the forms save: a code host, a clone on this computer, or the browser's own storage, to try them [default: host in book.toml]
    #[arg(long, value_name = "github|gitlab|gitea|local|test", value_parser = parse_host)]
    host: Option<Host>,
    /// The folder of the npm package @sveltia/cms, whose script is copied
    #[arg(long, value_name = "DIR")]
    package: Option<PathBuf>,
    /// The folder for the page; it must not exist yet [default: admin in the book's folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

fn parse_host(text: &str) -> Result<Host, String> {
    match text {
        "github" => Ok(Host::GitHub),
        "gitlab" => Ok(Host::GitLab),
        "gitea" => Ok(Host::Gitea),
        "local" => Ok(Host::Local),
        "test" => Ok(Host::Test),
        _ => Err("write `github`, `gitlab`, `gitea`, `local` or `test`".to_owned()),
    }
}

/// Where the package has its script, and what that loads: fonts and parts of itself. It goes to a folder of its own, as it
/// is; beside it, the terms under which it may be copied.
const PARTS: &[(&str, &str)] = &[("npm", "cms"), ("npm/chunks", "cms/chunks"), ("npm/assets", "cms/assets")];
const LICENCE: &str = "LICENSE.txt";

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let root = &arguments.which.root.root;
    let out = arguments.out.clone().unwrap_or_else(|| root.join("admin"));
    let made = arguments.which.make(&format!("nothing was written to {}", out.display()))?;
    let Some(Made { context, .. }) = made else { return Ok(ExitCode::from(1)) };
    let config = &context.config;
    let project = Project { config, plan: &context.published.plan, tree: &context.tree };
    let named = config.repository.as_ref().map(|repository| Host::from(repository.host));
    let Some(host) = arguments.host.or(named) else {
        bail!(
            "book.toml does not say where the files are kept\n  help: add `url` under [repository], or use --host local or --host test"
        );
    };
    let Some(settings) = cms::settings(project, host) else {
        bail!(
            "book.toml has no address of a repository to save to\n  help: write the address of its page as `url` under [repository]"
        );
    };
    let mut files = cms::pages(config, host);
    files.push(("config.json".to_owned(), (serde_json::to_string_pretty(&settings)? + "\n").into_bytes()));
    if let Some(package) = &arguments.package {
        files.extend(script(package)?);
    }
    write::outside_of_book(&out, root)?;
    write::new_folder(&out, &files)?;
    for number in cms::changed_numbers(&context.tree) {
        say_error(&format!(
            "warning: {}:{}: the form would write the number `{}` in another way; put it in quotes\n",
            number.path, number.line, number.text
        ));
    }
    say(&format!("wrote the forms to {}\n", out.display()));
    if arguments.package.is_none() {
        say("next: add the script of the npm package @sveltia/cms with --package; see docs/cms.md\n");
    }
    Ok(ExitCode::SUCCESS)
}

/// The files of the npm package that a browser loads.
fn script(package: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let Some(licence) = source::read_sidecar(&package.join(LICENCE))? else {
        bail!(
            "{} is not the npm package @sveltia/cms: it has no {LICENCE}\n  help: install it with `npm install --ignore-scripts @sveltia/cms`, and name its folder node_modules/@sveltia/cms",
            package.display()
        );
    };
    let mut files = vec![(format!("cms/{LICENCE}"), licence.into_bytes())];
    for (from, to) in PARTS {
        let found = source::read_beside(&package.join(from))?;
        let needed = found.into_iter().filter(|(name, _)| !name.ends_with(".map"));
        files.extend(needed.map(|(name, bytes)| (format!("{to}/{name}"), bytes)));
    }
    Ok(files)
}
