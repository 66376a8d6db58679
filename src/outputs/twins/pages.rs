//! Which pages have a twin.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::addresses::{Addresses, Places};
use super::page;
use crate::language_marks::unmarked;
use crate::page::Context;
use crate::plan::RecordIx;
use crate::route::Route;
use crate::site::Body;

use super::super::output::{OutputPage, file};

/// The twins of those of these pages that have one: the pages of records, and the list of areas.
pub(in super::super) fn beside(context: &Context, all: &[OutputPage], places: &Places) -> Vec<OutputPage> {
    let with_twin = of_plan(context);
    let twin = |html: &OutputPage| {
        let (twin, record) = with_twin.get(&html.path)?.clone();
        let Body::Deferred(make) = &html.body else { return None };
        let (make, path, places) = (Arc::clone(make), html.path.clone(), places.clone());
        Some(file(twin, move |context| {
            let html = make(context)?;
            let path = [context.base.as_str(), &path].concat();
            let addresses = Addresses::new(&path, &places);
            let about = record.and_then(|record| about(context, record));
            let html = String::from_utf8_lossy(&html);
            Ok(page::twin(&html, &addresses, &context.theme.messages, about.as_deref()).into_bytes())
        }))
    };
    all.iter().filter(|page| page.template.is_some()).filter_map(twin).collect()
}

/// The twins of a plan, by the paths of their pages.
fn of_plan(context: &Context) -> BTreeMap<String, (String, Option<RecordIx>)> {
    let plan = &context.published.plan;
    let home = plan.about.as_ref().map(|_| RecordIx::Plan);
    let records = home.into_iter().chain(plan.records_with_pages());
    let records = records.filter(|record| !matches!(record, RecordIx::Attachment(_)));
    let routes = records.map(|record| (Route::record(plan, record), Some(record)));
    let routes = routes.chain([(Route::list("areas"), None)]);
    routes.map(|(route, record)| (route.file(), (route.twin(), record))).collect()
}

/// What a record is about in a sentence, which its page says to machines alone.
pub(in super::super) fn about(context: &Context, record: RecordIx) -> Option<String> {
    let of_record = context.texts().summary(record);
    let of_site = || context.config.description.as_deref().filter(|_| record == RecordIx::Plan);
    of_record.or_else(of_site).map(unmarked)
}
