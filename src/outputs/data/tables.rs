//! Tables for spreadsheets. They say less than the JSON: a list is one cell, and long texts are left out.

use std::sync::Arc;

use super::cells::{
    cadence, date, harmless, joined, list, number, role_basis, role_since, roles, text, word,
};
use super::columns::{Column, ExtraColumn, LAST, described};
use super::field_columns::declared;
use super::item_columns;
use super::json::unwritten;
use super::mapping::Mapper;
use super::types::{AgencyData, AreaData, ForumData, IndicatorData, NumberData, UpdateData};
use crate::decimal::Decimal;
use crate::outputs::output::Bytes;
use crate::page::Context;
use crate::page::views::TableColumnView;
use crate::plan::{Index as _, Plan};

/// A CSV file.
pub(super) struct CsvTable {
    /// Its path.
    pub(super) path: &'static str,
    /// The columns that it always has: the name of each, and the key of the JSON that it shows, after the name of that
    /// key's type.
    pub(super) columns: fn() -> Vec<(&'static str, &'static str)>,
    /// The columns after them: what the dictionary says of each.
    pub(super) extra: fn(&Context) -> Vec<TableColumnView>,
    /// The file.
    pub(super) bytes: fn(&Context) -> Bytes,
    /// Whether there is something in it; those of records are always there.
    pub(super) is_made: fn(&Plan) -> bool,
}

/// All CSV files.
pub(super) const TABLES: &[CsvTable] = &[
    CsvTable {
        path: "data/areas.csv",
        columns: || described(AREAS),
        extra: |context| views(declared::<AreaData>(context)),
        bytes: areas,
        is_made: always,
    },
    CsvTable {
        path: "data/items.csv",
        columns: || described(item_columns::ITEMS),
        extra: |context| views(item_columns::extra(context)),
        bytes: items,
        is_made: always,
    },
    CsvTable {
        path: "data/updates.csv",
        columns: || described(UPDATES),
        extra: |context| views(declared::<UpdateData>(context)),
        bytes: updates,
        is_made: always,
    },
    CsvTable {
        path: "data/agencies.csv",
        columns: || described(AGENCIES),
        extra: |context| views(of_agencies(context)),
        bytes: agencies,
        is_made: always,
    },
    CsvTable {
        path: "data/forums.csv",
        columns: || described(FORUMS),
        extra: none,
        bytes: forums,
        is_made: always,
    },
    CsvTable {
        path: VALUES_FILE,
        columns: || described(VALUES),
        extra: none,
        bytes: values,
        is_made: has_values,
    },
];

/// The file of the numbers of indicators.
const VALUES_FILE: &str = "data/values.csv";

fn none(_: &Context) -> Vec<TableColumnView> {
    Vec::new()
}

/// What the dictionary says of columns.
fn views<'c, R>(columns: impl IntoIterator<Item = ExtraColumn<'c, R>>) -> Vec<TableColumnView> {
    let columns = columns.into_iter();
    columns.map(|ExtraColumn { name, about, key, .. }| TableColumnView { name, about, key }).collect()
}

/// Whom to ask, where a plan says it of an agency, and the declared fields.
fn of_agencies(context: &Context) -> Vec<ExtraColumn<'_, AgencyData>> {
    let mut columns = Vec::new();
    let (plan, texts) = (&context.published.plan, context.texts());
    if plan.agencies.indices().any(|ix| texts.agency_contact(ix).is_some()) {
        let cell = |agency: &AgencyData| text(&agency.contact);
        columns.push(ExtraColumn::new(context, "contact", "data-column-contact", "contact", cell));
    }
    columns.extend(declared(context));
    columns
}

fn always(_: &Plan) -> bool {
    true
}

fn has_values(plan: &Plan) -> bool {
    plan.measured().next().is_some()
}

const AREAS: &[Column<AreaData>] = &[
    ("id", "Area.id", |area| area.id.clone()),
    ("title", "Area.title", |area| area.title.clone()),
    ("parent", "Area.parent", |area| text(&area.parent)),
    ("areas", "Area.areas", |area| list(&area.areas)),
    ("lead", "Area.lead", |area| roles(&area.lead)),
    ("role_basis", "Role.basis", |area| role_basis(area.lead.iter())),
    ("role_since", "Role.since", |area| role_since(area.lead.iter())),
    ("items", "Area.items", |area| list(&area.items)),
    ("updates", "Area.updates", |area| list(&area.updates)),
    ("aliases", "Area.aliases", |area| list(&area.aliases)),
    ("summary", "Area.summary", |area| text(&area.summary)),
    ("url", "Area.url", |area| area.url.clone()),
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

fn items(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    let items = mapper.plan().items.indexed().map(|(ix, _)| mapper.item(ix));
    csv(context, item_columns::ITEMS, &item_columns::extra(context), items)
}

fn updates(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    let columns: Vec<_> = declared(context).collect();
    csv(context, UPDATES, &columns, mapper.plan().updates.indexed().map(|(ix, _)| mapper.update(ix)))
}

fn areas(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    let fields: Vec<_> = declared(context).collect();
    csv(context, AREAS, &fields, mapper.plan().areas.indexed().map(|(ix, _)| mapper.area(ix)))
}

fn agencies(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    csv(
        context,
        AGENCIES,
        &of_agencies(context),
        mapper.plan().agencies.indexed().map(|(ix, _)| mapper.agency(ix)),
    )
}

fn forums(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    csv(context, FORUMS, &[], mapper.plan().forums.indexed().map(|(ix, _)| mapper.forum(ix)))
}

fn values(context: &Context) -> Bytes {
    let mapper = Mapper::without_texts(context);
    let indicators = mapper.plan().items.indexed().flat_map(|(ix, _)| mapper.indicators(ix));
    let rows = indicators.flat_map(|mut indicator| {
        let numbers = std::mem::take(&mut indicator.numbers);
        let indicator = Arc::new(indicator);
        numbers.into_iter().map(move |number| (Arc::clone(&indicator), number))
    });
    csv(context, VALUES, &[], rows)
}

/// What spreadsheets need to take a file for UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

fn csv<R>(
    context: &Context,
    columns: &[Column<R>],
    extra: &[ExtraColumn<'_, R>],
    records: impl Iterator<Item = R>,
) -> Bytes {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(MARK.to_vec());
    let names = columns.iter().map(|(name, ..)| *name).chain(extra.iter().map(|column| column.name.as_str()));
    writer.write_record(names.chain(LAST.map(|(name, _)| name))).map_err(unwritten)?;
    let last = [context.published.as_of.to_string(), context.licence().unwrap_or_default().to_owned()];
    for record in records {
        let own = columns.iter().map(|(name, _, cell)| safe(cell(&record), *name == "value"));
        let more = extra.iter().map(|column| safe((column.cell)(&record), column.is_number));
        let cells = own.chain(more).chain(last.iter().cloned().map(harmless));
        writer.write_record(cells).map_err(unwritten)?;
    }
    writer.into_inner().map_err(unwritten)
}

/// A cell that is no formula. A negative number is none.
fn safe(cell: String, is_number: bool) -> String {
    if is_number && Decimal::parse(&cell).is_ok() { cell } else { harmless(cell) }
}
