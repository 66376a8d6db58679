//! The files of the new book. What a person must add is marked `FILL IN`.

mod agencies;
mod beside;
mod facts;
mod fields;
mod record;
mod source;
mod tags;

use std::fmt::Write as _;

use super::decisions::Decisions;
use super::record::ImportedRecord;
use super::{Import, yaml};
use crate::fields::double_quoted;
use agencies::Agencies;
pub use beside::{BookNames, record_text, update_keys};
use facts::BookFacts;
use record::{area, item};
pub use record::{area_folder, file_name};
pub(super) use source::LARGEST as LARGEST_RECORD;
use tags::Tags;

/// The files by path from the book's folder, in order.
pub fn files(import: &Import, decisions: &Decisions) -> Vec<(String, String)> {
    let facts = BookFacts::of(import, decisions);
    let agencies = Agencies::of(&import.records, &decisions.lead);
    let tags = Tags::of(&import.records);
    let mut files = vec![("book.toml".to_owned(), book_toml(import, &facts))];
    let source = source::file(import, &facts);
    let is_compared = source.as_ref().is_some_and(|source| source.is_compared);
    files.push(("content/plan.md".to_owned(), plan(&facts, is_compared, &tags)));
    let mut folder = String::new();
    for record in &import.records {
        match record.depth {
            0 => {
                folder = format!("content/areas/{}", area_folder(record));
                files.push((format!("{folder}/area.md"), area(record, &agencies)));
            }
            _ => {
                let area = area_of(import, record);
                let folder = area
                    .map_or_else(|| folder.clone(), |area| format!("content/areas/{}", area_folder(area)));
                files.push((
                    format!("{folder}/{}.md", file_name(record)),
                    item(record, (&agencies, &tags), decisions),
                ));
            }
        }
    }
    files.extend(agencies.files());
    files.extend(source.map(|source| (source::PATH.to_owned(), source.text)));
    files.sort();
    files
}

fn book_toml(import: &Import, facts: &BookFacts) -> String {
    let numbering = if import.dotted || import.is_table { "" } else { "numbering = \"3 (2) (a)\"\n" };
    let book = format!(
        "# The site of this book. planbook's docs/book-toml.md explains every key.\n\n[book]\ntitle = {}\ndescription = \"FILL IN: one sentence about the plan and this site\"\nlanguages = [\"{}\"]\n{numbering}",
        double_quoted(&facts.title),
        facts.lang,
    );
    book + &fields::declared(&import.fields)
}

fn plan(facts: &BookFacts, is_compared: bool, tags: &Tags) -> String {
    let mut text = format!("---\ntitle: {}\n", yaml::quoted(&facts.title));
    if facts.parties.is_empty() {
        text.push_str("# FILL IN: the parties of the plan, as in [Japan, Australia]\nparties: ['FILL IN: the parties of the plan']\n");
    } else {
        let _ = writeln!(text, "parties: {}", yaml::list(&facts.parties));
    }
    match &facts.adopted {
        Some(_) => text.push_str("# Check: is this the date on which the plan was adopted?\n"),
        None => text.push_str(
            "# FILL IN: the date on which the plan was adopted; this one is only an example, so that the book builds\n",
        ),
    }
    let _ = writeln!(text, "adopted: {}\nlanguages: [{}]", facts.adopted(), facts.lang);
    if facts.has_fiscal_years {
        text.push_str(match facts.lang.as_str() {
            "ja" => "# Check: does a fiscal year of this plan begin in April?\nfiscal-year-starts: 4\n",
            _ => "# FILL IN: the month in which a fiscal year of this plan begins, as a number\nfiscal-year-starts: 1\n",
        });
    }
    if is_compared {
        let _ = writeln!(
            text,
            "# planbook check compares the records with this text, letter for letter.\nsource: {}",
            source::ID
        );
    }
    text.push_str(&tags.declared());
    text.push_str("---\n\nFILL IN: a few sentences that introduce the plan on the home page.\n");
    if !facts.preamble.is_empty() {
        let _ = write!(text, "\nThe text begins with:\n\n{}\n", yaml::paragraphs(&facts.preamble));
    }
    text
}

fn area_of<'i>(import: &'i Import, record: &ImportedRecord) -> Option<&'i ImportedRecord> {
    let mut above = record.parent.and_then(|parent| import.records.get(parent))?;
    while let Some(parent) = above.parent.and_then(|parent| import.records.get(parent)) {
        above = parent;
    }
    Some(above)
}
