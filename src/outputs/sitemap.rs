//! The sitemap, for search engines. Only a public site whose address is known has one.

use super::output::{Output, OutputPage, file};
use crate::date::Day;
use crate::markdown::escape;
use crate::page::{Context, lists};
use crate::plan::{Index as _, Ix, RecordIx, Update};
use crate::route::Route;
use crate::vocabulary::Audience;

/// `sitemap.xml`.
pub(super) const OUTPUT: Output = Output { name: "sitemap", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let is_public = context.published.audience == Audience::Public;
    let base = context.config.base_url.clone().filter(|_| is_public);
    let page = |base: String| {
        file("sitemap.xml".to_owned(), move |context| Ok(sitemap(context, &base).into_bytes()))
    };
    base.map(page).into_iter().collect()
}

/// The addresses of all records, with the day of their newest update where they have one.
fn sitemap(context: &Context, base: &str) -> String {
    let plan = &context.published.plan;
    let newest = |updates: &[Ix<Update>]| {
        updates
            .iter()
            .map(|ix| &plan.updates.at(*ix).document.date.value)
            .filter(|date| date.latest <= context.published.as_of)
            .map(|date| date.latest)
            .max()
    };
    let mut urls: Vec<(Route, Option<Day>)> = vec![(Route::home(), None)];
    urls.extend(lists::of(&context.published).map(|(list, _)| (Route::list(list), None)));
    let mut records: Vec<RecordIx> = plan.records_with_pages().collect();
    // Updates come last, because there are so many.
    records.sort_by_key(|record| matches!(record, RecordIx::Update(_)));
    urls.extend(records.into_iter().map(|record| {
        let day = match record {
            RecordIx::Update(ix) => newest(&[ix]),
            record => newest(plan.updates_on(record)),
        };
        (Route::record(plan, record), day)
    }));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (route, day) in urls {
        xml.push_str("<url><loc>");
        escape(&format!("{base}{}", route.as_str()), &mut xml);
        xml.push_str("</loc>");
        if let Some(day) = day {
            xml.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}
