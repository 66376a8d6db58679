//! Items and parts.

use super::image::{ItemImage, image};
use super::indicator::{Indicator, indicators};
use super::item_code::{self, ItemCode};
use super::milestone::{Milestone, milestones};
use super::misplaced::AN_ITEM;
use super::record::{Reading, Record};
use super::role::{Role, roles};
use super::search::{Search, searches};
use super::see::{self, SeeAlso};
use super::texts::{Ref, text};
use super::update::{self, UpdateDocument};
use crate::date::{Cadence, Date, FiscalYear, Precision};
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::fields::Fields;
use crate::item_code::{fold_code, id_and_code};
use crate::outline::{Numbering, OutlineId};
use crate::vocabulary::{Basis, Continuation, Kind, RoleBasis, Rollup};

/// An action item, or a part of one.
#[derive(Debug, Clone)]
pub struct ItemDocument {
    /// The common part.
    pub record: Record,
    /// The folder of its area below `content/areas/`.
    pub folder: String,
    /// Its id, from the file name.
    pub id: OutlineId,
    /// The plan's own code, shown instead of the number.
    pub code: Option<ItemCode>,
    /// A short title in plain words.
    pub title: Spanned<String>,
    /// What type of commitment it is.
    pub kind: Kind,
    /// The plan's words, letter for letter.
    pub text: Option<Spanned<String>>,
    /// The source record of the text; the plan's own when absent.
    pub source: Option<Ref>,
    /// The place in the source.
    pub locator: Option<String>,
    /// The agencies that lead it.
    pub lead: Vec<Role>,
    /// Who supports.
    pub supporting: Vec<Role>,
    /// Who takes part besides the agencies: bodies that have no page.
    pub partners: Vec<String>,
    /// When it starts.
    pub start: Option<Date>,
    /// When it is due, at first.
    pub due: Option<Date>,
    /// When it is due, in the plan's words, where these give no date.
    pub due_in_words: Option<DueInWords>,
    /// Whether every lead has to do it, so that each of them has a status of its own.
    pub each: bool,
    /// Where that is written.
    pub each_span: Option<Span>,
    /// How often it recurs.
    pub cadence: Option<Cadence>,
    /// How the status of a container follows from its parts.
    pub rollup: Rollup,
    /// Items that concern it.
    pub related: Vec<Ref>,
    /// Items that must come first.
    pub depends_on: Vec<Ref>,
    /// Items that are the same commitment.
    pub same_as: Vec<Ref>,
    /// What it continues in other editions.
    pub continues: Vec<Continues>,
    /// How it is measured, in words.
    pub indicators: Vec<String>,
    /// How it is measured, in numbers.
    pub measured: Vec<Indicator>,
    /// Its steps.
    pub milestones: Vec<Milestone>,
    /// Its picture.
    pub image: Option<Box<ItemImage>>,
    /// Pages elsewhere that are about it.
    pub see: Vec<SeeAlso>,
    /// Whom to ask about it.
    pub contact: Option<String>,
    /// Its tags: `place/north`.
    pub tags: Vec<Ref>,
    /// How public information on it was looked for, oldest first.
    pub searched: Vec<Search>,
}

impl ItemDocument {
    /// What readers are shown as its number: the plan's own code, or the number in the style of the plan.
    pub fn shown_number(&self, numbering: Numbering) -> String {
        self.code.as_ref().map_or_else(|| self.id.number(numbering), |code| code.text.clone())
    }

    /// What a message calls it: its id, and beside it its code, where it has one.
    pub fn called(&self) -> String {
        id_and_code(self.id.as_str(), self.code.as_ref().map(|code| code.text.as_str()))
    }

    /// Whether something written is its id or its code.
    pub fn is_called(&self, written: &str) -> bool {
        let is_code = |code: &ItemCode| code.folded == fold_code(written);
        self.id.as_str() == written || self.code.as_ref().is_some_and(is_code)
    }
}

/// A due date that the plan gives in words, such as "90 days after the guidance": an update sets the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueInWords {
    /// The plan's words.
    pub text: String,
    /// The item whose completion sets the day.
    pub after: Option<Ref>,
}

/// What an item continues in another edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continues {
    /// The edition's folder.
    pub edition: Ref,
    /// The item's id there.
    pub item: Ref,
    /// How.
    pub how: Option<Continuation>,
}

pub(super) fn read(
    reading: Reading<'_>,
    folder: &str,
    id: &OutlineId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(ItemDocument, Vec<UpdateDocument>)> {
    let (record, make) = reading.record(AN_ITEM, diagnostics, |fields, reading| {
        let title = fields.required_text("title", "Agreement on mutual logistics support");
        let code = item_code::read(fields);
        let kind = kind(fields, reading.rules.of_plan.default_kind, reading.rules.of_plan.unknown);
        let text_of_plan = fields.text("text");
        let source = fields.text("source");
        let locator = text(fields, "locator");
        let basis = fields.choice::<Basis>("roles").map_or(RoleBasis::Stated, |basis| basis.value.into());
        let lead = roles(fields, "lead", basis, reading.rules.fiscal_year);
        let supporting = roles(fields, "supporting", basis, reading.rules.fiscal_year);
        let partners = fields.distinct_texts("partners").into_iter().map(|text| text.value).collect();
        let (due, due_in_words) = due(fields, reading.rules.fiscal_year);
        let start = start(fields, reading.rules.fiscal_year, due.as_ref());
        let each = fields.truth("each");
        let (each, each_span) = (each.as_ref().is_some_and(|each| each.value), each.map(|each| each.span));
        let cadence = fields.cadence("cadence").map(|cadence| cadence.value);
        let rollup = fields.choice("rollup").map_or(Rollup::All, |rollup| rollup.value);
        let related = fields.distinct_texts("related");
        let depends_on = fields.distinct_texts("depends-on");
        let same_as = fields.distinct_texts("same-as");
        let continues = fields.maps("continues", continues);
        let (indicators, measured) = indicators(fields, reading);
        let milestones = milestones(fields, reading.rules.fiscal_year);
        let image = image(fields, reading);
        let see = see::see(fields);
        let contact = see::contact(fields);
        let tags = fields.distinct_texts("tags");
        let searched = searches(fields, reading.rules.fiscal_year);
        let updates = update::read_short(fields, reading, id);
        let (title, kind, folder, id) = (title?, kind?, folder.to_owned(), id.clone());
        Some(move |record| {
            let item = ItemDocument {
                record,
                folder,
                id,
                code,
                title,
                kind,
                text: text_of_plan,
                source,
                locator,
                lead,
                supporting,
                partners,
                start,
                due,
                due_in_words,
                each,
                each_span,
                cadence,
                rollup,
                related,
                depends_on,
                same_as,
                continues,
                indicators,
                measured,
                milestones,
                image,
                see,
                contact,
                tags,
                searched,
            };
            (item, updates)
        })
    })?;
    let (item, mut updates) = make(record);
    for update in &mut updates {
        update.record.audience = update.record.audience.max(item.record.audience);
    }
    Some((item, updates))
}

/// What kind of commitment it is: what is written, else what the plan says of all items.
fn kind(fields: &mut Fields<'_>, default: Option<Kind>, unknown: bool) -> Option<Kind> {
    match (fields.has("kind"), default) {
        (false, Some(kind)) => return Some(kind),
        (false, None) if unknown => return Some(Kind::Unstated),
        _ => {}
    }
    let word = fields.required_text("kind", "deliverable")?;
    fields.choose::<Kind>("kind", &word).map(|kind| kind.value)
}

/// A due date, or the plan's words for one.
fn due(fields: &mut Fields<'_>, fiscal_year: FiscalYear) -> (Option<Date>, Option<DueInWords>) {
    if !fields.is_mapping("due") {
        return (fields.date("due", fiscal_year).map(|date| date.value), None);
    }
    let words = fields.map("due").and_then(|mut fields| {
        let text = fields.required_text("text", "90 days after the guidance");
        let after = fields.text("after");
        fields.finish();
        Some(DueInWords { text: text?.value, after })
    });
    (None, words)
}

/// When it starts: a day or a period, and not after the due date.
fn start(fields: &mut Fields<'_>, fiscal_year: FiscalYear, due: Option<&Date>) -> Option<Date> {
    let start = fields.date("start", fiscal_year)?;
    let (message, help) = if start.value.precision == Precision::Ongoing {
        (
            "`start` must be a date, not `ongoing`".to_owned(),
            "write the day, month or year in which it starts",
        )
    } else if let Some(due) = due.filter(|due| due.latest < start.value.earliest) {
        let message = format!("the item starts on `{}`, after it is due: `{}`", start.value.text, due.text);
        (message, "correct `start` or `due`; write a later due date as an update with `new-due`")
    } else {
        return Some(start.value);
    };
    fields.report(Diagnostic::new(code::BAD_DATE, start.span, message).help(help));
    None
}

fn continues(mut fields: Fields<'_>) -> Option<Continues> {
    let edition = fields.required_text("edition", "\"2007\"");
    let item = fields.required_text("item", "\"3.1\"");
    let how = fields.choice("how").map(|how| how.value);
    fields.finish();
    Some(Continues { edition: edition?, item: item?, how })
}
