//! How something was looked for: "no public information found" is a claim about a search.

use super::texts::text;
use crate::date::{Date, FiscalYear};
use crate::diag::Spanned;
use crate::fields::Fields;
use crate::vocabulary::Audience;

/// One search for public information.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// The date.
    pub date: Spanned<Date>,
    /// The place.
    pub place: String,
    /// The languages of the words, as codes.
    pub languages: Vec<String>,
    /// The words that were searched.
    pub words: Option<String>,
    /// What was found; nothing, when absent.
    pub found: Option<String>,
    /// Who may see it.
    pub audience: Audience,
}

/// How nothing found is written.
const NOTHING: &str = "nothing";

/// The list `searched`, oldest first.
pub(super) fn searches(fields: &mut Fields<'_>, fiscal_year: FiscalYear) -> Vec<Search> {
    let mut searches = fields.maps("searched", |mut entry| {
        if !entry.has("date") {
            entry.missing("date", "2026-11-28");
        }
        let date = entry.date("date", fiscal_year);
        let place = entry.required_text("where", "the ministry's own search");
        let languages = entry.languages("languages").into_iter().map(|language| language.value).collect();
        let words = text(&mut entry, "words");
        let found = entry.required_text("found", NOTHING);
        let audience = entry.audience();
        entry.finish();
        let found = Some(found?.value).filter(|found| found != NOTHING);
        Some(Search { date: date?, place: place?.value, languages, words, found, audience })
    });
    searches.sort_by_key(|search| search.date.value.latest);
    searches
}
