//! The fields that the plan declares for itself: all that have a page, and the page of each with its records and sums.

mod groups;

use std::ops::Range;
use std::sync::Arc;

use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use crate::config::FieldDefinition;
use crate::facts::{
    Sums, items_without_value, sums_of_agency, sums_of_areas_overlap, sums_of_items, sums_without_lead,
};
use crate::page::views::{FieldGroupView, FieldPage, FieldRecordView, FieldRow, FieldSumRow, FieldsPage};
use crate::page::{Context, ViewBuilder, field_url};
use crate::plan::{Index as _, RecordIx};
use crate::route::Route;
use crate::vocabulary::Audience;
use groups::{Group, Title, grouped, value_of};

/// Fields.
pub(super) const OUTPUT: Output = Output { name: "fields", pages };

fn listed(context: &Context) -> impl Iterator<Item = (usize, &FieldDefinition)> {
    context.config.fields.iter().enumerate().filter(|(_, field)| field.list)
}

fn pages(context: &Context) -> Vec<OutputPage> {
    let all = listed(context).map(|(at, field)| (at, grouped(context, at, field)));
    // The book declares the fields, and an edition may have a value of none of them.
    let is_empty = |groups: &[Group]| context.published.plan.edition.is_some() && with_value(groups) == 0;
    let all = all.filter(|(_, groups)| !is_empty(groups)).map(|(at, groups)| (at, groups.into()));
    let all: Vec<(usize, Arc<[Group]>)> = all.collect();
    if all.is_empty() {
        return Vec::new();
    }
    let counts: Vec<(usize, usize)> = all.iter().map(|(at, groups)| (*at, with_value(groups))).collect();
    let mut pages = vec![page(Route::list(Route::FIELDS), "fields.html", None, move |builder| {
        overview(builder, &counts)
    })];
    for (at, groups) in all {
        let Some(field) = context.config.fields.get(at).cloned() else { continue };
        let list = Listing {
            route: Route::within(Route::FIELDS, field.name()),
            template: "field.html",
            owner: None,
            total: groups.iter().map(|group| group.records.len()).sum(),
        };
        pages.extend(
            list.pages(context, move |builder, window| of_field(builder, (at, &field), &groups, window)),
        );
    }
    pages
}

fn with_value(groups: &[Group]) -> usize {
    groups.iter().filter(|group| group.title != Title::None).map(|group| group.records.len()).sum()
}

fn overview(builder: &mut ViewBuilder<'_>, counts: &[(usize, usize)]) -> FieldsPage {
    let head = builder.head(builder.word(Route::FIELDS), Route::FIELDS, builder.crumbs(Vec::new()), None);
    let row = |(at, count): &(usize, usize)| {
        let field = builder.context.config.fields.get(*at)?;
        let sums = if field.sum { total(builder, *at) } else { Vec::new() };
        let (href, label) = (builder.field_href(field)?, field.label.clone());
        Some(FieldRow { href, label, count: *count, sums })
    };
    FieldsPage { head, fields: counts.iter().filter_map(row).collect() }
}

fn total(builder: &ViewBuilder<'_>, at: usize) -> Vec<String> {
    builder.sum_texts(&sums_of_items(builder.plan(), at, builder.plan().items.indices()))
}

fn of_field(
    builder: &mut ViewBuilder<'_>,
    (at, field): (usize, &FieldDefinition),
    groups: &[Group],
    window: Window,
) -> FieldPage {
    let crumbs = builder.crumbs(vec![builder.list_link(Route::FIELDS, Route::FIELDS)]);
    let head = builder.head(window.title(builder, field.label.clone()), Route::FIELDS, crumbs, None);
    let count = i64::try_from(with_value(groups)).unwrap_or(i64::MAX);
    let of_first = window.is_first() && field.sum;
    let (total, by_area, by_agency) = match of_first {
        true => (total(builder, at), by_area(builder, at), by_agency(builder, at)),
        false => Default::default(),
    };
    FieldPage {
        head,
        label: field.label.clone(),
        note: builder.messages().count("field-n", count),
        total,
        by_area,
        areas_overlap: of_first && sums_of_areas_overlap(builder.plan(), at),
        by_agency,
        without_value: of_first.then(|| without_value(builder, at)).flatten(),
        groups: shown(builder, at, field, groups, window.range()),
        pages: window.view(builder, &Route::within(Route::FIELDS, field.name())),
    }
}

fn by_area(builder: &ViewBuilder<'_>, at: usize) -> Vec<FieldSumRow> {
    let plan = builder.plan();
    let areas = plan.top_areas();
    areas
        .filter_map(|ix| {
            let sums = sums_of_items(plan, at, plan.items_and_parts(ix));
            sum_row(builder, ix.into(), &sums)
        })
        .collect()
}

fn by_agency(builder: &ViewBuilder<'_>, at: usize) -> Vec<FieldSumRow> {
    let agencies = builder.plan().agencies.indices();
    let mut rows: Vec<FieldSumRow> = agencies
        .filter_map(|ix| sum_row(builder, ix.into(), &sums_of_agency(builder.plan(), at, ix)))
        .collect();
    let order = &builder.context.name_order;
    rows.sort_by(|a, b| order.compare(&a.text, &b.text).then_with(|| a.href.cmp(&b.href)));
    let nobody = sums_without_lead(builder.plan(), at);
    if !nobody.is_empty() {
        let (text, sums) = (builder.word("field-no-lead"), builder.sum_texts(&nobody));
        rows.push(FieldSumRow { href: None, text, sums });
    }
    rows
}

/// How many items add nothing.
fn without_value(builder: &ViewBuilder<'_>, at: usize) -> Option<String> {
    let count = i64::try_from(items_without_value(builder.plan(), at)).unwrap_or(i64::MAX);
    (count > 0).then(|| builder.messages().count("field-without-value", count))
}

fn sum_row(builder: &ViewBuilder<'_>, of: RecordIx, sums: &Sums) -> Option<FieldSumRow> {
    (!sums.is_empty()).then(|| {
        let of = builder.link(of);
        FieldSumRow { href: Some(of.href), text: of.text, sums: builder.sum_texts(sums) }
    })
}

/// The groups that have records in a range of all.
fn shown(
    builder: &ViewBuilder<'_>,
    at: usize,
    field: &FieldDefinition,
    groups: &[Group],
    range: Range<usize>,
) -> Vec<FieldGroupView> {
    let mut views = Vec::new();
    let mut start = 0;
    for (number, group) in groups.iter().enumerate() {
        let own = range.start.max(start)..range.end.min(start + group.records.len());
        let records = own.filter_map(|place| group.records.get(place - start));
        let rows: Vec<FieldRecordView> = records.map(|ix| record_view(builder, at, *ix)).collect();
        start += group.records.len();
        if !rows.is_empty() {
            views.push(FieldGroupView {
                id: format!("page_values-{}", number + 1),
                title: title(builder, field, &group.title),
                count: group.records.len(),
                shows_values: group.title.shows_values(field.of_type),
                rows,
            });
        }
    }
    views
}

fn title(builder: &ViewBuilder<'_>, field: &FieldDefinition, title: &Title) -> String {
    match title {
        Title::Choice(at) => field.values.get(*at).cloned().unwrap_or_default(),
        Title::Yes => builder.word("yes"),
        Title::No => builder.word("no"),
        Title::Text(text) => text.clone(),
        Title::Any => builder.word("field-values"),
        Title::None => builder.word("field-none"),
    }
}

fn record_view(builder: &ViewBuilder<'_>, at: usize, ix: RecordIx) -> FieldRecordView {
    let value = builder.plan().record(ix).and_then(|(record, _)| value_of(record, at));
    FieldRecordView {
        record: builder.link(ix),
        value: value.map(|value| builder.field_text(&value.value)).unwrap_or_default(),
        url: value.and_then(|value| field_url(&value.value)).map(str::to_owned),
        internal: value.is_some_and(|value| value.audience == Audience::Internal),
    }
}
