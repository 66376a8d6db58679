//! Pages at old addresses that lead to the new ones, without JavaScript; and `_redirects`, for hosts that can do it
//! themselves.

use std::sync::Arc;

use super::output::{Output, OutputPage, bytes, of_part, page};
use crate::diag::Spanned;
use crate::page::views::RedirectPage;
use crate::page::{Context, ViewBuilder};
use crate::parse::{REDIRECTS, published_redirects};
use crate::plan::RecordIx;
use crate::route::{Route, base_path, former_place};
use crate::site::{Body, REDIRECT, SiteFile};

/// Redirects from old ids.
pub(super) const OUTPUT: Output = Output { name: "redirects", pages };

/// Redirects from the addresses of an old site.
pub(super) const ADDRESSES: Output = Output { name: "old-addresses", pages: of_addresses };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let old = |to: RecordIx| {
        let aliases = plan.record(to).map(|(record, _)| record.aliases.as_slice());
        // The place of a short update was on a page that is still there.
        let pages = aliases.unwrap_or_default().iter().filter(|alias| former_place(&alias.value).is_none());
        pages.map(move |alias| {
            let route = match to.kind() {
                Some(kind) if !matches!(to, RecordIx::Page(_)) => Route::within(kind.list, &alias.value),
                // Free pages stand in no list.
                _ => Route::list(&alias.value),
            };
            page(route, REDIRECT, Some(alias.span), move |builder| view(builder, to))
        })
    };
    // What the plans share has its old pages with the one at the root.
    plan.record_indices().filter(|record| !plan.is_shared(*record)).flat_map(old).collect()
}

/// The old site was one, whichever plans this one has.
fn of_addresses(context: &Context) -> Vec<OutputPage> {
    // Hosts take the first line that fits an address, and the book's own say more than what follows from its records.
    let mut lines = published_redirects(&context.tree).map_or_else(String::new, |text| format!("{text}\n"));
    lines.extend(addresses(context).map(|(from, to)| line(context, &from.value, to)));
    let mut pages: Vec<OutputPage> = addresses(context).map(|(from, to)| at_address(from, to)).collect();
    for (index, edition) in context.editions.iter().enumerate() {
        lines.extend(addresses(edition).map(|(from, to)| line(edition, &from.value, to)));
        pages.extend(
            addresses(edition)
                .map(|(from, to)| of_part(at_address(from, to), move |context| context.editions.get(index))),
        );
    }
    lines.extend(context.languages.iter().map(not_found));
    if !lines.is_empty() {
        pages.push(bytes(REDIRECTS.to_owned(), lines.into_bytes()));
    }
    pages
}

/// The addresses on an old site, and the records that had them.
fn addresses(context: &Context) -> impl Iterator<Item = (&Spanned<String>, RecordIx)> {
    let plan = &context.published.plan;
    let own = plan.record_indices().filter(|record| !plan.is_shared(*record));
    std::iter::once(RecordIx::Plan).chain(own).flat_map(move |record| {
        let addresses = plan.record(record).map(|(record, _)| record.former_addresses.as_slice());
        addresses.unwrap_or_default().iter().map(move |address| (address, record))
    })
}

/// The page at an address of an old site: the file of that name, or that of the folder.
fn at_address(from: &Spanned<String>, to: RecordIx) -> OutputPage {
    let path = from.value.trim_matches('/');
    let is_file = path.ends_with(".html") || path.ends_with(".htm");
    if !is_file {
        let route = Route::list(path).of_site();
        return page(route, REDIRECT, Some(from.span), move |builder| view(builder, to));
    }
    let folder = path.rsplit_once('/').map_or_else(Route::home, |(folder, _)| Route::list(folder)).of_site();
    let render = move |context: &Context| {
        let mut builder = ViewBuilder::new(context, folder.clone());
        let view = view(&mut builder, to);
        context.theme.page(REDIRECT, &view, &context.tree).map(String::into_bytes)
    };
    let body = Body::Deferred(Arc::new(render));
    SiteFile { path: path.to_owned(), body, template: Some(REDIRECT), owner: Some(from.span) }
}

/// The line for hosts that redirect by themselves, in the form that Netlify and Cloudflare Pages read.
fn line(context: &Context, from: &str, to: RecordIx) -> String {
    let base = base_path(context.site_url());
    let to = context.base.path(&Route::record(&context.published.plan, to));
    format!("{base}{} {base}{to} 301\n", from.trim_start_matches('/'))
}

/// The line that says which page a host sends for what is not there in a language.
fn not_found(context: &Context) -> String {
    let (base, folder) = (base_path(context.site_url()), context.base.of_language());
    format!("{base}{folder}* {base}{folder}404.html 404\n")
}

fn view(builder: &mut ViewBuilder<'_>, to: RecordIx) -> RedirectPage {
    let mut head = builder.head(builder.word("moved"), "", builder.crumbs(Vec::new()), None);
    head.noindex = true;
    head.languages.clear();
    head.canonical = builder.context.address(&builder.context.place(to).0);
    RedirectPage { to: builder.link(to), head }
}
