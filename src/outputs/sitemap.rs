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

/// How many addresses a sitemap may have, and how many bytes. The protocol sets both.
const MOST: Limits = Limits { addresses: 50_000, bytes: 50 * 1024 * 1024 };

struct Limits {
    addresses: usize,
    bytes: usize,
}

/// Up to this length of the address of a site, 50,000 entries cannot have as many bytes as would be too many.
const SHORT: usize = 500;

fn pages(context: &Context) -> Vec<OutputPage> {
    let is_public = context.published.audience == Audience::Public;
    let Some(base) = context.config.base_url.clone().filter(|_| is_public) else { return Vec::new() };
    let count: usize = context.all().map(count).sum();
    if count <= MOST.addresses && base.len() <= SHORT {
        return vec![file(NAME.to_owned(), move |context| {
            Ok([MAP.0, &all_entries(context, &base).concat(), MAP.1].concat().into_bytes())
        })];
    }
    files(&base, &all_entries(context, &base), &MOST)
        .into_iter()
        .map(|(name, text)| file(name, move |_| Ok(text.clone().into_bytes())))
        .collect()
}

/// The path of the map that a site has as soon as its address is known.
pub(super) fn with_address(context: &Context) -> Option<String> {
    (context.published.audience == Audience::Public).then(|| NAME.to_owned())
}

/// How many addresses of a plan are in the map.
fn count(context: &Context) -> usize {
    let lists = lists::of(&context.published, &context.config).filter(|(list, _)| is_own(context, list));
    1 + lists.count() + context.published.plan.records_with_pages().count()
}

/// Whether a list stands with the plan, and not at the root of the site.
fn is_own(context: &Context, list: &str) -> bool {
    !lists::route(&context.published.plan, list).is_of_site()
}

/// One file, or as many as the limits ask for with a list of them in the place of the one.
fn files(base: &str, entries: &[String], most: &Limits) -> Vec<(String, String)> {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = entries;
    while !rest.is_empty() || parts.is_empty() {
        let mut bytes = MAP.0.len() + MAP.1.len();
        let fits = rest.iter().take(most.addresses).take_while(|entry| {
            bytes += entry.len();
            bytes <= most.bytes
        });
        let (part, others) = rest.split_at(fits.count().max(1).min(rest.len()));
        parts.push([MAP.0, &part.concat(), MAP.1].concat());
        rest = others;
    }
    if parts.len() == 1 {
        return parts.pop().map(|only| (NAME.to_owned(), only)).into_iter().collect();
    }
    let name = |at: usize| format!("sitemap-{}.xml", at + 1);
    let mut index = INDEX.0.to_owned();
    for at in 0..parts.len() {
        index.push_str("<sitemap><loc>");
        escape(&format!("{base}{}", name(at)), &mut index);
        index.push_str("</loc></sitemap>\n");
    }
    index.push_str(INDEX.1);
    let parts = parts.into_iter().enumerate().map(|(at, part)| (name(at), part));
    std::iter::once((NAME.to_owned(), index)).chain(parts).collect()
}

const NAME: &str = "sitemap.xml";
/// What stands around the addresses, and around the files.
const MAP: (&str, &str) = (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    "</urlset>\n",
);
const INDEX: (&str, &str) = (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    "</sitemapindex>\n",
);

/// The addresses of all records of all plans in all languages.
fn all_entries(context: &Context, base: &str) -> Vec<String> {
    context.all().flat_map(|context| entries(context, base)).collect()
}

/// The addresses of all records of a plan, with the day of their newest update where they have one.
fn entries(context: &Context, base: &str) -> Vec<String> {
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
    let lists = lists::of(&context.published, &context.config).filter(|(list, _)| is_own(context, list));
    urls.extend(lists.map(|(list, _)| (Route::list(list), None)));
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
    let entry = |(route, day): (Route, Option<Day>)| {
        let mut xml = String::from("<url><loc>");
        escape(&format!("{base}{}", context.base.path(&route)), &mut xml);
        xml.push_str("</loc>");
        if let Some(day) = day {
            xml.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        xml + "</url>\n"
    };
    urls.into_iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::{INDEX, Limits, MAP, files};

    #[test]
    fn a_sitemap_that_would_be_too_large_is_several() {
        let entries: Vec<String> = (0..7).map(|at| format!("<url><loc>{at}</loc></url>\n")).collect();
        let around = MAP.0.len() + MAP.1.len();
        for (addresses, bytes, count) in [
            (7, 10_000, 1),
            (8, 10_000, 1),
            (6, 10_000, 2),
            (3, 10_000, 3),
            (1, 10_000, 7),
            (9, around + 50, 4),
        ] {
            let made = files("https://a.example/", &entries, &Limits { addresses, bytes });
            let maps: Vec<&str> =
                made.iter().map(|(_, text)| text.as_str()).filter(|it| it.starts_with(MAP.0)).collect();
            assert_eq!(maps.len(), count, "{addresses} {bytes}");
            let within = |map: &&str| map.matches("<url>").count() <= addresses && map.len() <= bytes;
            assert!(maps.iter().all(within));
            let all: String =
                maps.iter().map(|map| map.trim_start_matches(MAP.0).trim_end_matches(MAP.1)).collect();
            assert_eq!(all, entries.concat());
            assert_eq!(made[0].0, "sitemap.xml");
            if count > 1 {
                assert!(made[0].1.starts_with(INDEX.0));
                let listed = |(name, _): &(String, String)| {
                    made[0].1.contains(&format!("<loc>https://a.example/{name}</loc>"))
                };
                assert!(made.iter().skip(1).all(listed));
            }
        }
        assert_eq!(files("https://a.example/", &[], &Limits { addresses: 1, bytes: 1 }).len(), 1);
    }
}
