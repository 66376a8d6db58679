//! What the commands share that make a site or look at one.

use super::{load, say_error, say_problems, today};
use crate::config::{RepositoryAt, repository_base, site_base};
use crate::date::{Date, Day, Precision};
use crate::failure::Failure;
use crate::page::Context;
use crate::publish::Options;
use crate::site::Site;
use crate::vocabulary::{Audience, Choice as _, CodeHost};
use crate::{build, report};

/// Which site of a book: for whom, of which day, at which address.
#[derive(Debug, clap::Args)]
pub(super) struct Which {
    #[command(flatten)]
    pub(super) root: super::Root,
    #[command(flatten)]
    pub(super) reader: Reader,
    /// Show the plan as of this date [default: today, in the time zone of the book]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub(super) as_of: Option<Day>,
    /// The URL of the published site; overrides base-url in book.toml
    #[arg(long, value_name = "URL", value_parser = parse_url)]
    pub(super) base_url: Option<String>,
    /// The URL of the repository, for the links to edit; overrides url in book.toml
    #[arg(long, value_name = "URL", value_parser = parse_repository)]
    pub(super) repository_url: Option<String>,
    /// Its code host: github, gitlab or gitea; overrides host in book.toml
    #[arg(long, value_name = "HOST", requires = "repository_url", value_parser = parse_host)]
    pub(super) repository_host: Option<CodeHost>,
}

/// For whom.
#[derive(Debug, clap::Args)]
pub(super) struct Reader {
    /// The audience: only the internal site shows internal content
    #[arg(long, value_name = "public|internal", default_value = "public", value_parser = parse_audience)]
    pub(super) audience: Audience,
}

/// A site that could be built.
pub(super) struct Made {
    pub(super) context: Context,
    pub(super) site: Site<Context>,
    pub(super) options: Options,
}

impl Which {
    /// The site, with its pages still to be rendered. `None` when the book has errors: they are printed, and what comes of it
    /// in the words of `consequence`.
    pub(super) fn make(&self, consequence: &str) -> Result<Option<Made>, Failure> {
        let (tree, found) = load(&self.root)?;
        let today = today(&tree);
        let mut book = build::read(&tree, found.clone(), today);
        let options = self.options(today);
        let made = build::site(&mut book, &tree, &options).filter(|_| !book.has_errors());
        if made.is_none() {
            // Somebody who asks about another day wants to know what was wrong then, as `check --as-of` says it.
            if options.as_of != today {
                book = build::read(&tree, found, options.as_of);
                build::site(&mut book, &tree, &options);
            }
            say_problems(&book.diagnostics, &tree);
            say_error(&format!("{}: {consequence}\n", report::summary(&book.diagnostics)));
        }
        Ok(made.map(|(context, site)| Made { context, site, options }))
    }

    pub(super) fn options(&self, today: Day) -> Options {
        Options {
            as_of: self.as_of.unwrap_or(today),
            audience: self.reader.audience,
            base_url: self.base_url.clone(),
            repository: self.repository(),
        }
    }

    /// Where the files of the book are kept, if the command says so.
    pub(super) fn repository(&self) -> Option<RepositoryAt> {
        self.repository_url.clone().map(|url| RepositoryAt { url, host: self.repository_host })
    }
}

pub(super) fn parse_audience(text: &str) -> Result<Audience, String> {
    Audience::from_word(text).ok_or_else(|| "write `public` or `internal`".to_owned())
}

fn parse_repository(text: &str) -> Result<String, String> {
    repository_base(text)
        .ok_or_else(|| "write the full URL of the repository's page with https://, without a user".to_owned())
}

fn parse_host(text: &str) -> Result<CodeHost, String> {
    CodeHost::from_word(text).ok_or_else(|| "write `github`, `gitlab` or `gitea`".to_owned())
}

pub(super) fn parse_url(text: &str) -> Result<String, String> {
    site_base(text).ok_or_else(|| "write a full URL with https://, without a user, `?` and `#`".to_owned())
}

pub(super) fn parse_day(text: &str) -> Result<Day, String> {
    match Date::parse(text, 1) {
        Ok(date) if date.precision == Precision::Day => Ok(date.earliest),
        Ok(_) => Err("write a full date, such as 2012-12-31".to_owned()),
        Err(problem) => Err(problem.0),
    }
}
