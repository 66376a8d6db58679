//! A card of each item for other sites: the only pages that these may show in a frame. All of them stand in one folder at the
//! root of the site, below which is nothing else, so that hosts and servers can send other headers with them.

use std::sync::Arc;

use super::output::{Output, OutputPage, file, of_part};
use crate::config::OptionalOutput;
use crate::diag::{Diagnostic, Span, code};
use crate::language_marks::unmarked;
use crate::markdown::escape;
use crate::page::views::EmbedPage;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::route::{Route, address_of_site, former_place};
use crate::site::{Body, SiteFile};

/// The cards, in all languages and of all editions.
pub(super) const OUTPUT: Output = Output { name: "embed", pages };

const TEMPLATE: &str = "embed.html";
/// The style sheet of the cards. It stands with them, since a frame may count as another site than the one it is of.
const STYLE: &str = "embed/card.css";
/// The icon of the site.
const ICON: &str = "assets/icon.svg";
/// So many agencies are named.
const MOST_AGENCIES: usize = 3;
/// How high the frame is, in pixels: enough for nearly all cards of a real plan with a banner on a narrow telephone; of more, it
/// scrolls, and the status stands above.
const HEIGHT: usize = 400;

fn pages(context: &Context) -> Vec<OutputPage> {
    let mut pages = of_book(context);
    for (index, language) in context.languages.iter().enumerate() {
        let of_language = of_book(language).into_iter();
        pages.extend(of_language.map(|page| of_part(page, move |context| context.languages.get(index))));
    }
    pages.push(file(STYLE.to_owned(), |context| Ok(context.theme.card_style.clone())));
    pages
}

fn of_book(context: &Context) -> Vec<OutputPage> {
    let mut pages = of_plan(context);
    for (index, edition) in context.editions.iter().enumerate() {
        let of_edition = of_plan(edition).into_iter();
        pages.extend(of_edition.map(|page| of_part(page, move |context| context.editions.get(index))));
    }
    pages
}

/// A card at the id of each item, and at those that it had: other sites do not learn that one has changed.
fn of_plan(context: &Context) -> Vec<OutputPage> {
    let of_item = |(ix, item): (Ix<Item>, &Item)| {
        let record = &item.document.record;
        let own = (item.document.id.as_str().to_owned(), record.span);
        let former = record.aliases.iter().filter(|alias| former_place(&alias.value).is_none());
        let former = former.map(|alias| (alias.value.clone(), alias.span));
        let all: Vec<(String, Span)> = std::iter::once(own).chain(former).collect();
        all.into_iter().map(move |(id, owner)| card(context, ix, &id, owner))
    };
    context.published.plan.items.indexed().flat_map(of_item).collect()
}

fn card(context: &Context, ix: Ix<Item>, id: &str, owner: Span) -> OutputPage {
    let path = path(context, id);
    let root = "../".repeat(path.matches('/').count());
    let render = move |context: &Context| {
        let route = Route::record(&context.published.plan, RecordIx::Item(ix));
        let view = view(&ViewBuilder::with_root(context, route, root.clone()), ix, &root);
        context.theme.page(TEMPLATE, &view, &context.tree).map(String::into_bytes)
    };
    SiteFile { path, body: Body::Deferred(Arc::new(render)), template: Some(TEMPLATE), owner: Some(owner) }
}

/// The file of a card, from the site's root.
fn path(context: &Context, id: &str) -> String {
    [Route::EMBED, "/", context.base.as_str(), &Route::within("items", id).file()].concat()
}

fn view(builder: &ViewBuilder<'_>, ix: Ix<Item>, root: &str) -> EmbedPage {
    let item = builder.plan().items.at(ix);
    let standing = builder.current_status(builder.context.current_status(ix));
    let mut lead = builder.roles(&item.lead);
    let more = lead.len().saturating_sub(MOST_AGENCIES);
    lead.truncate(MOST_AGENCIES);
    EmbedPage {
        href: builder.record_href(RecordIx::Item(ix)),
        canonical: builder.context.address(&builder.route),
        style: [root, STYLE].concat(),
        icon: [root, ICON].concat(),
        number: builder.number(ix),
        title: builder.texts().title(ix).to_owned(),
        status: standing.status,
        qualifiers: builder.qualifiers(ix, standing.since.as_ref()),
        since: standing.since,
        lead,
        more: (more > 0).then(|| builder.messages().with("and-more-agencies", &[("n", &more.to_string())])),
        internal: builder.is_internal(&item.document.record.path),
    }
}

/// The HTML with which another site shows the card of a public item, where the site has cards and its address is known.
pub(super) fn frame(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Option<String> {
    let context = builder.context;
    let item = &builder.plan().items.at(ix).document;
    // No other site is to show it; and where both sites have one address, that of the public site has no such card.
    if builder.is_internal(&item.record.path) {
        return None;
    }
    let site = context.site_url().filter(|_| context.config.makes(OptionalOutput::Embed))?;
    let path = path(context, item.id.as_str());
    let (mut address, mut title) = (String::new(), String::new());
    escape(&[site, path.strip_suffix("index.html").unwrap_or(&path)].concat(), &mut address);
    escape(&unmarked(&builder.name(RecordIx::Item(ix))), &mut title);
    Some(format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" loading=\"lazy\" style=\"border: 0; max-width: 36rem\"></iframe>"
    ))
}

/// That a file for the root of the site would stand in the folder of the cards.
fn file_in_folder(address: &str, span: Span) -> Diagnostic {
    let message = format!("the address /{address} is in the folder of the cards of items for other sites");
    Diagnostic::new(code::URL_COLLISION, span, message)
        .help("move the file to another folder: any site may show what is in this one")
}

/// Takes out what else would stand in the folder of the cards, where any site could show it, and reports it.
pub(super) fn alone(context: &Context, pages: &mut Vec<OutputPage>) -> Vec<Diagnostic> {
    if !context.config.makes(OptionalOutput::Embed) {
        return Vec::new();
    }
    let is_other = |page: &OutputPage| {
        Route::is_card(&page.path) && page.template != Some(TEMPLATE) && page.path != STYLE
    };
    let owner = |page: &OutputPage| {
        let address = page.path.strip_suffix("index.html").unwrap_or(&page.path);
        page.owner.map(|span| (span, address.to_owned(), page.is_for_root()))
    };
    let mut others: Vec<(Span, String, bool)> =
        pages.iter().filter(|page| is_other(page)).filter_map(owner).collect();
    others.sort();
    // A page and the files beside it are of one record.
    others.dedup_by_key(|(span, ..)| *span);
    pages.retain(|page| !is_other(page));
    let problem = |(span, address, is_file): &(Span, String, bool)| match is_file {
        true => file_in_folder(address, *span),
        false => address_of_site(address, *span),
    };
    others.iter().map(problem).collect()
}
