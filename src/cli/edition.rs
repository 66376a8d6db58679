//! Which of the plans of a book a command is about.

use anyhow::bail;

use crate::diag::closest;
use crate::page::Context;
use crate::plan::{Edition, Index as _, Ix, Plan};

/// Which of the plans of a book.
#[derive(Debug, Default, clap::Args)]
pub(super) struct WhichPlan {
    /// Another edition of the plan, as its folder in content/editions/ is named [default: the plan in content/plan.md]
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
}

impl WhichPlan {
    /// The edition of this name, or the plan of the book.
    pub(super) fn named(edition: Option<String>) -> Self {
        Self { edition }
    }

    /// The name of the edition, if one was named.
    pub(super) fn name(&self) -> Option<&str> {
        self.edition.as_deref()
    }

    /// The place of the edition in the list of the book's plan.
    fn find(&self, book: &Plan) -> anyhow::Result<Option<Ix<Edition>>> {
        let Some(name) = self.name() else { return Ok(None) };
        match book.editions.indexed().find(|(_, edition)| edition.name == name) {
            Some((ix, _)) => Ok(Some(ix)),
            None => bail!(unknown(name, book.editions.iter().map(|edition| edition.name.as_str()).collect())),
        }
    }

    /// The plan of a book.
    pub(super) fn plan<'a>(&self, book: &'a Plan) -> anyhow::Result<&'a Plan> {
        Ok(book.of_edition(self.find(book)?))
    }

    /// The same with all that its pages share.
    pub(super) fn context<'a>(&self, site: &'a Context) -> anyhow::Result<&'a Context> {
        let published = &site.published;
        let found = self.find(&published.plan).map_err(|problem| {
            let day = published.as_of;
            anyhow::anyhow!(
                "{problem}\n  help: this is the book as of {day}; an edition is in it from its adoption on"
            )
        })?;
        Ok(found.and_then(|ix| site.editions.get(ix.index())).unwrap_or(site))
    }
}

/// What is said of an edition that does not exist.
pub(super) fn unknown(name: &str, all: Vec<&str>) -> String {
    let message = format!("the edition `{name}` does not exist");
    let meant = closest(name, all.iter().copied()).map(|meant| format!("did you mean {meant}? "));
    match all.is_empty() {
        true => format!("{message}\n  help: the book has none; an edition is a folder in content/editions/"),
        false => {
            format!("{message}\n  help: {}the editions are: {}", meant.unwrap_or_default(), all.join(", "))
        }
    }
}
