//! How files are read: what a document depends on besides its own file.

use std::collections::BTreeMap;

use super::plan_rules::PlanRules;
use crate::config::FieldDefinition;
use crate::date::FiscalYear;
use crate::limits::Limits;
use crate::vocabulary::Audience;

/// How files are read: all that a document depends on, besides its own file.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    /// For whom: what is not for the public is read as if it were not there.
    pub(super) audience: Audience,
    /// Who may see a record that does not say so.
    pub(super) default_audience: Audience,
    /// The month in which the plan's fiscal year begins.
    pub(super) fiscal_year: FiscalYear,
    pub(super) limits: &'a Limits,
    /// The languages of the book, the content's own first.
    pub(super) languages: &'a [String],
    /// In which other language the records are read; `None` for that in which they were written.
    pub(super) language: Option<Language<'a>>,
    /// What the plan says of all items and updates.
    pub(super) of_plan: &'a PlanRules,
    /// The fields that the plan declares for itself.
    pub(super) fields: &'a [FieldDefinition],
}

/// A language that records are translated into.
#[derive(Clone, Copy)]
pub(super) struct Language<'a> {
    pub(super) code: &'a str,
    /// What the parties of the plan are called in it.
    pub(super) parties: &'a BTreeMap<String, String>,
}

/// How the files of a book are read: those of each edition by what its own plan says.
#[derive(Clone, Copy)]
pub(super) struct BookRules<'a> {
    pub(super) root: Rules<'a>,
    pub(super) editions: &'a BTreeMap<String, SaidByPlan>,
}

/// What a plan says of the files that are read after it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SaidByPlan {
    pub(super) fiscal_year: FiscalYear,
    pub(super) rules: PlanRules,
}

impl<'a> BookRules<'a> {
    /// Those of a file of an edition, or of the book.
    pub(super) fn of(self, edition: Option<&str>) -> Rules<'a> {
        match edition.and_then(|edition| self.editions.get(edition)) {
            Some(said) => Rules { fiscal_year: said.fiscal_year, of_plan: &said.rules, ..self.root },
            None => self.root,
        }
    }
}
