//! `area.md`.

use super::own_fields::AN_AREA;
use super::record::{Reading, Record, is_id};
use super::role::{Role, roles};
use crate::diag::{Diagnostic, Spanned, code};
use crate::outline::OutlineId;
use crate::vocabulary::RoleBasis;

/// An area of the plan.
#[derive(Debug, Clone)]
pub struct AreaDocument {
    /// The common part; the body introduces the area.
    pub record: Record,
    /// The folder below `content/areas/`; of an area in an area, within the other's: `01-water/02-wells`.
    pub folder: String,
    /// Its number, which is its id.
    pub number: Spanned<OutlineId>,
    /// Its title, word for word.
    pub title: Spanned<String>,
    /// Who leads it.
    pub lead: Vec<Role>,
}

pub(super) fn read(
    reading: Reading<'_>,
    folder: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<AreaDocument> {
    let fiscal_year = reading.rules.fiscal_year;
    let (record, make) = reading.record(AN_AREA, diagnostics, |fields, _| {
        let written = fields.required_text("number", "3");
        // The number of an area in an area may begin with that of the other: `1.2`.
        let is_inner = folder.contains('/');
        let number = written.and_then(|written| {
            let id = OutlineId::parse(&written.value.to_lowercase())
                .filter(|id| (id.depth() == 1 || is_inner) && is_id(id.as_str()));
            if id.is_none() {
                let message = format!("`{}` cannot be the number of an area", written.value);
                fields.report(Diagnostic::new(code::BAD_ID, written.span, message).help(match is_inner {
                    true => "write digits or letters, with full stops between them: `3` or `3.2`",
                    false => "write digits or letters only, such as `3`",
                }));
            }
            id.map(|id| written.with(id))
        });
        let title = fields.required_text("title", "Security and defence cooperation");
        let lead = roles(fields, "lead", RoleBasis::Stated, fiscal_year);
        let (number, title, folder) = (number?, title?, folder.to_owned());
        if let Some(problem) = folder_disagrees(&folder, &number) {
            fields.report(problem);
        }
        Some(move |record| AreaDocument { record, folder, number, title, lead })
    })?;
    Some(make(record))
}

impl AreaDocument {
    /// Whether its folder is named by another number, which is reported when the file is read.
    pub fn has_folder_of_another(&self) -> bool {
        is_of_another(&self.folder, &self.number.value)
    }
}

/// A folder may be named freely; if it begins with a number, it is the area's.
fn is_of_another(folder: &str, number: &OutlineId) -> bool {
    let own = folder.rsplit('/').next().unwrap_or(folder);
    let digits = own.split('-').next().unwrap_or("");
    let shown = digits.trim_start_matches('0');
    let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    let step = number.as_str().rsplit('.').next().unwrap_or_default();
    is_number && shown != step
}

fn folder_disagrees(folder: &str, number: &Spanned<OutlineId>) -> Option<Diagnostic> {
    is_of_another(folder, &number.value).then(|| {
        let own = folder.rsplit('/').next().unwrap_or(folder);
        Diagnostic::new(
            code::FILE_NAME,
            number.span,
            format!("the area has the number {}, but its folder is named {own}", number.value.as_str()),
        )
        .help("rename the folder or correct the number, so that people find the area")
    })
}
