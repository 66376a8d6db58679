//! Files for machines: the sitemap, robots.txt, the headers that hosts send, and the theme's static files.

use super::{Context, Output, OutputPage};
use crate::markdown::escape;
use crate::plan::{Index as _, RecordIx};
use crate::route::Route;
use crate::site::{Body, Page};
use crate::vocabulary::Audience;

/// Sitemap, robots.txt and static files.
pub(super) const OUTPUT: Output = Output { name: "machine", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let mut pages: Vec<OutputPage> = context
        .theme
        .static_files
        .iter()
        .map(|file| Page {
            path: format!("assets/{}", file.name),
            body: Body::Bytes(file.bytes.clone()),
            template: None,
            owner: None,
        })
        .collect();
    let internal = context.published.audience == Audience::Internal;
    let base = context.config.base_url.as_deref().filter(|_| !internal);
    let robots = if internal { context.config.internal_robots.clone() } else { robots(base) };
    pages.push(text("robots.txt", robots));
    pages.push(text("_headers", headers(internal)));
    if let Some(base) = base.map(str::to_owned) {
        let make = move |context: &Context| Ok(sitemap(context, &base).into_bytes());
        let (path, body) = ("sitemap.xml".to_owned(), Body::Deferred(Box::new(make)));
        pages.push(Page { path, body, template: None, owner: None });
    }
    pages
}

fn text(path: &str, content: String) -> OutputPage {
    Page { path: path.to_owned(), body: Body::Bytes(content.into_bytes()), template: None, owner: None }
}

/// What a page may load and do, as `base.html` says it to browsers: nothing but what the site itself has.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'";

/// The headers that a host should send with every file, but for the policy.
pub const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// The headers in the form that Netlify and Cloudflare Pages read. Only here can a page say who may frame it: browsers
/// ignore that in a page's own policy.
fn headers(internal: bool) -> String {
    let mut text = format!("/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n");
    let noindex = internal.then_some(("X-Robots-Tag", "noindex"));
    for (name, value) in HEADERS.iter().copied().chain(noindex) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text
}

/// For the public site. The internal one says nothing here unless its book does: a crawler that may not read a page never
/// learns that it should not be indexed.
fn robots(base: Option<&str>) -> String {
    match base {
        Some(base) => format!("User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n"),
        None => "User-agent: *\nAllow: /\n".to_owned(),
    }
}

/// The addresses of all records, with the day of their newest update where they have one.
fn sitemap(context: &Context, base: &str) -> String {
    let plan = &context.published.plan;
    let newest = |updates: &[crate::plan::Ix<crate::plan::Update>]| {
        updates
            .iter()
            .map(|ix| &plan.updates.at(*ix).document.date.value)
            .filter(|date| date.latest <= context.published.as_of)
            .map(|date| date.latest)
            .max()
    };
    let mut urls: Vec<(Route, Option<crate::date::Day>)> = vec![(Route::home(), None)];
    urls.extend(super::context::lists(&context.published).map(|(list, _)| (Route::list(list), None)));
    let mut add = |record, day| urls.push((Route::record(plan, record), day));
    plan.areas.indexed().for_each(|(ix, area)| add(RecordIx::Area(ix), newest(&area.updates)));
    plan.items.indexed().for_each(|(ix, item)| add(RecordIx::Item(ix), newest(&item.updates)));
    plan.agencies.indexed().for_each(|(ix, agency)| add(RecordIx::Agency(ix), newest(&agency.updates)));
    plan.forums.indexed().for_each(|(ix, forum)| add(RecordIx::Forum(ix), newest(&forum.updates)));
    plan.sources.indexed().for_each(|(ix, _)| add(RecordIx::Source(ix), None));
    plan.pages.indexed().for_each(|(ix, _)| add(RecordIx::Page(ix), None));
    let files = plan.updates.indexed().filter(|(_, update)| update.document.short_form_of.is_none());
    files.for_each(|(ix, _)| add(RecordIx::Update(ix), newest(&[ix])));
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
