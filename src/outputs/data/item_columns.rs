//! The columns of the table of items: those of every plan, and those that a plan adds.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{
    cadence, continues, date, joined, list, milestones, number, role_basis, role_details, role_since, roles,
    text, word,
};
use super::columns::{Column, ExtraColumn};
use super::field_columns::declared;
use super::types::{ItemData, RoleData};
use crate::page::Context;
use crate::plan::Index as _;

/// Those of every plan, except the names.
pub(super) const ITEMS: &[Column<ItemData>] = &[
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
    ("role_basis", "Role.basis", |item| role_basis(item.all_roles())),
    ("role_since", "Role.since", |item| role_since(item.all_roles())),
    ("partners", "Item.partners", |item| list(&item.partners)),
    ("image", "Image.url", |item| word(item.image.as_ref().map(|image| image.url.as_str()))),
    ("cadence", "Item.cadence", |item| cadence(&item.cadence)),
    ("forums", "Item.forums", |item| list(&item.forums)),
    ("same_as", "Item.same_as", |item| list(&item.same_as)),
    ("related", "Item.related", |item| list(&item.related)),
    ("depends_on", "Item.depends_on", |item| list(&item.depends_on)),
    ("continues", "Item.continues", |item| continues(&item.continues)),
    ("see", "See.url", |item| joined(item.see.iter().map(|see| see.url.as_str()))),
    ("contact", "Item.contact", |item| text(&item.contact)),
    ("tags", "Item.tags", |item| list(&item.tags)),
    ("updates", "Item.updates", |item| list(&item.updates)),
    ("aliases", "Item.aliases", |item| list(&item.aliases)),
    ("text", "Item.text", |item| text(&item.text)),
    ("summary", "Item.summary", |item| text(&item.summary)),
    ("url", "Item.url", |item| item.url.clone()),
];

/// The names of what other columns give the ids of, then the steps and the declared fields of a plan that has them.
pub(super) fn extra(context: &Context) -> Vec<ExtraColumn<'_, ItemData>> {
    let mut columns = names(context);
    if context.published.plan.items.iter().any(|item| !item.document.milestones.is_empty()) {
        columns.push(ExtraColumn::new(
            context,
            "milestones",
            "data-column-milestones",
            "milestones",
            |item: &ItemData| milestones(&item.milestones),
        ));
    }
    columns.extend(declared(context));
    columns
}

fn names(context: &Context) -> Vec<ExtraColumn<'_, ItemData>> {
    let (plan, texts) = (&context.published.plan, context.texts());
    let area = |ix| (plan.areas.at(ix).document.number.value.as_str(), texts.title(ix));
    let areas: BTreeMap<&str, &str> = plan.areas.indices().map(area).collect();
    let agency = |ix| (plan.agencies.at(ix).document.id.as_str(), texts.title(ix));
    let agencies: Arc<BTreeMap<&str, &str>> = Arc::new(plan.agencies.indices().map(agency).collect());
    let of_roles = |name, about, roles: fn(&ItemData) -> &[RoleData]| {
        let agencies = Arc::clone(&agencies);
        let name_of = move |role: &RoleData| agencies.get(role.agency.as_str()).copied();
        ExtraColumn::new(context, name, about, "agencies.name", move |item| {
            joined(roles(item).iter().filter_map(&name_of))
        })
    };
    vec![
        ExtraColumn::new(context, "area_title", "data-column-area", "areas.title", move |item: &ItemData| {
            word(areas.get(item.area.as_str()).copied())
        }),
        of_roles("lead_names", "data-column-lead", |item| &item.lead),
        of_roles("supporting_names", "data-column-supporting", |item| &item.supporting),
    ]
}
