//! Tables for spreadsheets. They say less than the JSON: a list is one cell, and long texts are left out.

use std::sync::Arc;

use super::json::unwritten;
use super::mapping::Mapper;
use super::types::{
    AgencyData, DateData, ForumData, IndicatorData, IntervalData, ItemData, NumberData, RoleData, UpdateData,
};
use crate::decimal::Decimal;
use crate::outputs::output::Bytes;
use crate::page::Context;
use crate::plan::{Index as _, Plan};

/// A CSV file.
pub(super) struct CsvTable {
    /// Its path.
    pub(super) path: &'static str,
    /// Its columns: the name of each, and the key of the JSON that it shows, after the name of that key's type.
    pub(super) columns: fn() -> Vec<(&'static str, &'static str)>,
    /// The file.
    pub(super) bytes: fn(&Context) -> Bytes,
    /// Whether there is something in it; those of records are always there.
    pub(super) is_made: fn(&Plan) -> bool,
}

/// All CSV files.
pub(super) const TABLES: &[CsvTable] = &[
    CsvTable { path: "data/items.csv", columns: || described(ITEMS), bytes: items, is_made: always },
    CsvTable { path: "data/updates.csv", columns: || described(UPDATES), bytes: updates, is_made: always },
    CsvTable { path: "data/agencies.csv", columns: || described(AGENCIES), bytes: agencies, is_made: always },
    CsvTable { path: "data/forums.csv", columns: || described(FORUMS), bytes: forums, is_made: always },
    CsvTable { path: VALUES_FILE, columns: || described(VALUES), bytes: values, is_made: has_values },
];

/// The file of the numbers of indicators.
const VALUES_FILE: &str = "data/values.csv";

fn always(_: &Plan) -> bool {
    true
}

fn has_values(plan: &Plan) -> bool {
    plan.measured().next().is_some()
}

/// A column: its name, what it shows, and how it is made of a record.
type Column<R> = (&'static str, &'static str, fn(&R) -> String);

/// The columns that end every table, so that a file says of what day it is and on what terms wherever it is sent.
const LAST: [(&str, &str); 2] = [("as_of", "PlanFile.as_of"), ("licence", "PlanFile.licence")];

const ITEMS: &[Column<ItemData>] = &[
    ("id", "Item.id", |item| item.id.clone()),
    ("number", "Item.number", |item| item.number.clone()),
    ("code", "Item.code", |item| text(&item.code)),
    ("title", "Item.title", |item| item.title.clone()),
    ("kind", "Item.kind", |item| item.kind.word().to_owned()),
    ("area", "Item.area", |item| item.area.clone()),
    ("parent", "Item.parent", |item| text(&item.parent)),
    ("status", "Standing.status", |item| word(item.standing.status.map(|word| word.word()))),
    ("degree", "Standing.degree", |item| word(item.standing.degree.map(|word| word.word()))),
    ("outcome", "Standing.outcome", |item| word(item.standing.outcome.map(|word| word.word()))),
    ("status_since", "Standing.since", |item| date(&item.standing.since)),
    ("status_confirmed", "Standing.confirmed", |item| date(&item.standing.confirmed)),
    ("status_update", "Standing.update", |item| text(&item.standing.update)),
    ("status_from_parts", "Standing.from_parts", |item| item.standing.from_parts.to_string()),
    ("verdict", "NewestVerdict.verdict", |item| word(item.verdict.as_ref().map(|it| it.verdict.word()))),
    ("assessor", "NewestVerdict.assessor", |item| word(item.verdict.as_ref().map(|it| it.assessor.as_str()))),
    ("start", "Item.start", |item| date(&item.start)),
    ("outlook", "Outlook.outlook", |item| word(item.outlook.as_ref().map(|it| it.outlook.word()))),
    ("schedule", "Schedule.state", |item| item.schedule.state.word().to_owned()),
    ("first_due", "Schedule.first_due", |item| date(&item.schedule.first_due)),
    ("due", "Schedule.due", |item| date(&item.schedule.due)),
    ("due_in_words", "Schedule.due_in_words", |item| text(&item.schedule.due_in_words)),
    ("times_put_back", "Schedule.times_put_back", |item| item.schedule.times_put_back.to_string()),
    ("days_late", "Schedule.days_late", |item| number(item.schedule.days_late)),
    ("freshness", "Freshness.state", |item| item.freshness.state.word().to_owned()),
    ("last_report", "Freshness.last", |item| date(&item.freshness.last)),
    ("lead", "Item.lead", |item| roles(&item.lead)),
    ("supporting", "Item.supporting", |item| roles(&item.supporting)),
    ("role_details", "Role.role", role_details),
    ("partners", "Item.partners", |item| list(&item.partners)),
    ("image", "Image.url", |item| word(item.image.as_ref().map(|image| image.url.as_str()))),
    ("cadence", "Item.cadence", |item| cadence(&item.cadence)),
    ("forums", "Item.forums", |item| list(&item.forums)),
    ("same_as", "Item.same_as", |item| list(&item.same_as)),
    ("see", "See.url", |item| joined(item.see.iter().map(|see| see.url.as_str()))),
    ("contact", "Item.contact", |item| text(&item.contact)),
    ("tags", "Item.tags", |item| list(&item.tags)),
    ("updates", "Item.updates", |item| list(&item.updates)),
    ("text", "Item.text", |item| text(&item.text)),
    ("summary", "Item.summary", |item| text(&item.summary)),
    ("url", "Item.url", |item| item.url.clone()),
];

const UPDATES: &[Column<UpdateData>] = &[
    ("id", "Update.id", |update| update.id.clone()),
    ("date", "Date.text", |update| update.date.text.clone()),
    ("earliest", "Date.earliest", |update| word(update.date.earliest.as_ref().map(|day| day.0.as_str()))),
    ("latest", "Date.latest", |update| word(update.date.latest.as_ref().map(|day| day.0.as_str()))),
    ("date_basis", "Update.date_basis", |update| update.date_basis.word().to_owned()),
    ("title", "Update.title", |update| update.title.clone()),
    ("kind", "Update.kind", |update| update.kind.word().to_owned()),
    ("items", "Update.items", |update| list(&update.items)),
    ("links", "Update.links", |update| update.links.word().to_owned()),
    ("areas", "Update.areas", |update| list(&update.areas)),
    ("whole_plan", "Update.whole_plan", |update| update.whole_plan.to_string()),
    ("by", "Update.by", |update| list(&update.by)),
    ("status", "Update.status", |update| word(update.status.map(|word| word.word()))),
    ("degree", "Update.degree", |update| word(update.degree.map(|word| word.word()))),
    ("outcome", "Update.outcome", |update| word(update.outcome.map(|word| word.word()))),
    ("outlook", "Update.outlook", |update| word(update.outlook.map(|word| word.word()))),
    ("baseline", "Update.baseline", |update| update.baseline.to_string()),
    ("forum", "Update.forum", |update| text(&update.forum)),
    ("meeting", "Meeting.state", |update| word(update.meeting.as_ref().map(|meeting| meeting.state.word()))),
    ("meeting_number", "Meeting.number", |update| number(update.meeting.as_ref().and_then(|it| it.number))),
    ("meeting_place", "Meeting.place", |update| {
        update.meeting.as_ref().and_then(|it| it.place.clone()).unwrap_or_default()
    }),
    ("meeting_end", "Meeting.end", |update| {
        update.meeting.as_ref().map(|it| date(&it.end)).unwrap_or_default()
    }),
    ("evidence", "Evidence.url", |update| {
        joined(update.evidence.iter().map(|evidence| evidence.url.as_str()))
    }),
    ("scope", "Update.scope", |update| update.scope.word().to_owned()),
    ("confidence", "Update.confidence", |update| word(update.confidence.map(|word| word.word()))),
    ("reported", "Update.reported", |update| date(&update.reported)),
    ("new_due", "Update.new_due", |update| date(&update.new_due)),
    ("reason", "Update.reason", |update| text(&update.reason)),
    ("challenges", "Update.challenges", |update| text(&update.challenges)),
    ("next_steps", "Update.next_steps", |update| text(&update.next_steps)),
    ("conflicts", "Update.conflicts", |update| text(&update.conflicts)),
    ("corrects", "Update.corrects", |update| text(&update.corrects)),
    ("corrected_by", "Update.corrected_by", |update| text(&update.corrected_by)),
    ("assessor", "Assessment.assessor", |update| {
        word(update.assessment.as_ref().map(|it| it.assessor.as_str()))
    }),
    ("verdict", "Assessment.verdict", |update| word(update.assessment.as_ref().map(|it| it.verdict.word()))),
    ("verdict_word", "Assessment.word", |update| {
        text(&update.assessment.as_ref().and_then(|it| it.word.clone()))
    }),
    ("url", "Update.url", |update| update.url.clone()),
];

const AGENCIES: &[Column<AgencyData>] = &[
    ("id", "Agency.id", |agency| agency.id.clone()),
    ("name", "Agency.name", |agency| agency.name.clone()),
    ("abbreviation", "Agency.abbreviation", |agency| text(&agency.abbreviation)),
    ("native_name", "Agency.native_name", |agency| {
        word(agency.native_name.as_ref().map(|name| name.text.as_str()))
    }),
    ("party", "Agency.party", |agency| text(&agency.party)),
    ("parent", "Agency.parent", |agency| text(&agency.parent)),
    ("valid_from", "Validity.from", |agency| date(&agency.valid.from)),
    ("valid_to", "Validity.to", |agency| date(&agency.valid.to)),
    ("successor", "Agency.successor", |agency| text(&agency.successor)),
    ("leads", "Agency.leads", |agency| list(&agency.leads)),
    ("supports", "Agency.supports", |agency| list(&agency.supports)),
    ("updates", "Agency.updates", |agency| list(&agency.updates)),
    ("website", "Agency.website", |agency| text(&agency.website)),
    ("url", "Agency.url", |agency| agency.url.clone()),
];

const FORUMS: &[Column<ForumData>] = &[
    ("id", "Forum.id", |forum| forum.id.clone()),
    ("name", "Forum.name", |forum| forum.name.clone()),
    ("abbreviation", "Forum.abbreviation", |forum| text(&forum.abbreviation)),
    ("native_name", "Forum.native_name", |forum| {
        word(forum.native_name.as_ref().map(|name| name.text.as_str()))
    }),
    ("kind", "Forum.kind", |forum| word(forum.kind.map(|word| word.word()))),
    ("parties", "Forum.parties", |forum| list(&forum.parties)),
    ("cadence", "Forum.cadence", |forum| cadence(&forum.cadence)),
    ("valid_from", "Validity.from", |forum| date(&forum.valid.from)),
    ("valid_to", "Validity.to", |forum| date(&forum.valid.to)),
    ("basis", "Forum.basis", |forum| word(forum.basis.map(|word| word.word()))),
    ("items", "Forum.items", |forum| list(&forum.items)),
    ("updates", "Forum.updates", |forum| list(&forum.updates)),
    ("website", "Forum.website", |forum| text(&forum.website)),
    ("url", "Forum.url", |forum| forum.url.clone()),
];

/// A number, with the indicator that it is of.
type NumberRow = (Arc<IndicatorData>, NumberData);

const VALUES: &[Column<NumberRow>] = &[
    ("item", "Indicator.item", |(indicator, _)| indicator.item.clone()),
    ("indicator", "Indicator.id", |(indicator, _)| indicator.id.clone()),
    ("title", "Indicator.title", |(indicator, _)| indicator.title.clone()),
    ("unit", "Indicator.unit", |(indicator, _)| text(&indicator.unit)),
    ("aim", "Indicator.aim", |(indicator, _)| word(indicator.aim.map(|aim| aim.word()))),
    ("kind", "IndicatorNumber.kind", |(_, number)| number.kind.word().to_owned()),
    ("period", "IndicatorNumber.period", |(_, number)| number.period.clone()),
    ("from", "IndicatorNumber.from", |(_, number)| number.from.0.clone()),
    ("until", "IndicatorNumber.until", |(_, number)| number.until.0.clone()),
    ("value", "IndicatorNumber.value", |(_, number)| number.value.clone()),
    ("note", "IndicatorNumber.note", |(_, number)| text(&number.note)),
    ("is_break", "IndicatorNumber.is_break", |(_, number)| number.is_break.to_string()),
    ("update", "IndicatorNumber.update", |(_, number)| text(&number.update)),
    ("source", "IndicatorNumber.source", |(_, number)| text(&number.source)),
];

fn described<R>(columns: &[Column<R>]) -> Vec<(&'static str, &'static str)> {
    columns.iter().map(|(name, of, _)| (*name, *of)).chain(LAST).collect()
}

fn items(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    csv(context, ITEMS, mapper.plan().items.indexed().map(|(ix, _)| mapper.item(ix)))
}

fn updates(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    csv(context, UPDATES, mapper.plan().updates.indexed().map(|(ix, _)| mapper.update(ix)))
}

fn agencies(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    csv(context, AGENCIES, mapper.plan().agencies.indexed().map(|(ix, _)| mapper.agency(ix)))
}

fn forums(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    csv(context, FORUMS, mapper.plan().forums.indexed().map(|(ix, _)| mapper.forum(ix)))
}

fn values(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    let indicators = mapper.plan().items.indexed().flat_map(|(ix, _)| mapper.indicators(ix));
    let rows = indicators.flat_map(|mut indicator| {
        let numbers = std::mem::take(&mut indicator.numbers);
        let indicator = Arc::new(indicator);
        numbers.into_iter().map(move |number| (Arc::clone(&indicator), number))
    });
    csv(context, VALUES, rows)
}

/// What spreadsheets need to take a file for UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

fn csv<R>(context: &Context, columns: &[Column<R>], records: impl Iterator<Item = R>) -> Bytes {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(MARK.to_vec());
    let names = columns.iter().map(|(name, ..)| *name).chain(LAST.map(|(name, _)| name));
    writer.write_record(names).map_err(unwritten)?;
    let last = [context.published.as_of.to_string(), context.licence().unwrap_or_default().to_owned()];
    for record in records {
        let own = columns.iter().map(|(name, _, cell)| match (*name, cell(&record)) {
            // A negative number is no formula.
            ("value", number) if Decimal::parse(&number).is_ok() => number,
            (_, cell) => harmless(cell),
        });
        let cells = own.chain(last.iter().cloned().map(harmless));
        writer.write_record(cells).map_err(unwritten)?;
    }
    writer.into_inner().map_err(unwritten)
}

/// A cell that no spreadsheet takes for a formula: such a one gets a `'` before it. Japanese versions take the wide signs
/// too.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell
    }
}

fn text(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn word(word: Option<&str>) -> String {
    word.unwrap_or_default().to_owned()
}

fn date(date: &Option<DateData>) -> String {
    date.as_ref().map(|date| date.text.clone()).unwrap_or_default()
}

fn number(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn cadence(cadence: &Option<IntervalData>) -> String {
    cadence.as_ref().map(|cadence| cadence.text.clone()).unwrap_or_default()
}

fn roles(roles: &[RoleData]) -> String {
    joined(roles.iter().map(|role| role.agency.as_str()))
}

/// What agencies do and who does it, as `AGENCY: ROLE, PERSON`; one that says neither is left out.
fn role_details(item: &ItemData) -> String {
    let all = item.lead.iter().chain(&item.supporting).filter_map(|role| {
        let said: Vec<&str> = [&role.role, &role.person].into_iter().flatten().map(String::as_str).collect();
        (!said.is_empty()).then(|| format!("{}: {}", role.agency, said.join(", ")))
    });
    all.collect::<Vec<_>>().join("; ")
}

fn list(list: &[String]) -> String {
    joined(list.iter().map(String::as_str))
}

/// A list in one cell. Ids and addresses have no space in them.
fn joined<'a>(entries: impl Iterator<Item = &'a str>) -> String {
    entries.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, shown) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@sum", "'@sum"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell.to_owned()), shown);
        }
    }
}
