//! Source documents, and the glossary.

use std::collections::BTreeMap;

use super::in_editions;
use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use crate::language_marks::unmarked;
use crate::page::views::{
    GlossaryEntry, GlossaryPage, GlossaryRow, HeadView, LinkView, SourcePage, SourceRow, SourcesPage,
};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{Index as _, Ix, Plan, RecordIx, Role, Source};
use crate::route::Route;

/// The name of the list of roles in addresses.
pub(super) const ROLES: &str = "roles";

/// Sources and glossary.
pub(super) const OUTPUT: Output = Output { name: "sources", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let mut pages = Vec::new();
    if !plan.sources.is_empty() {
        let mut sources: Vec<_> = plan.sources.indices().collect();
        sources.sort_by_key(|ix| (&plan.sources.at(*ix).document.date, &plan.sources.at(*ix).document.id));
        let listing = Listing {
            route: Route::list("sources"),
            template: "sources.html",
            owner: None,
            total: sources.len(),
        };
        pages.extend(
            listing.pages(context, move |builder, window| list(builder, &sources[window.range()], window)),
        );
    }
    if !plan.agencies.is_empty() || !plan.forums.is_empty() {
        let terms = terms(plan);
        let listing = Listing {
            route: Route::list("glossary"),
            template: "glossary.html",
            owner: None,
            total: terms.len(),
        };
        pages.extend(
            listing.pages(context, move |builder, window| glossary(builder, &terms[window.range()], window)),
        );
    }
    pages.extend(plan.sources.indexed().map(|(ix, source)| {
        let route = Route::record(plan, RecordIx::Source(ix));
        page(route, "source.html", Some(source.document.record.span), move |builder| view(builder, ix))
    }));
    pages
}

/// The oldest first.
fn list(builder: &mut ViewBuilder<'_>, shown: &[Ix<Source>], window: Window) -> SourcesPage {
    let rows = shown.iter().map(|ix| {
        let source = builder.plan().sources.at(*ix);
        SourceRow {
            href: builder.record_href(RecordIx::Source(*ix)),
            title: builder.texts().title(*ix).to_owned(),
            date: builder.date(&source.document.date),
            kind: builder.texts().source_kind(*ix).map(str::to_owned),
        }
    });
    let title = window.title(builder, builder.word("sources"));
    SourcesPage {
        sources: rows.collect(),
        title: builder.word("sources"),
        pages: window.view(builder, &Route::list("sources")),
        head: builder.head(title, "sources", builder.crumbs(Vec::new()), None),
    }
}

fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Source>) -> SourcePage {
    let source = builder.plan().sources.at(ix);
    let (document, texts) = (&source.document, builder.texts());
    let body_html = builder.body(ix, Within::Page);
    let crumbs = builder.crumbs(vec![builder.list_link("sources", "sources")]);
    let head = builder.head(texts.title(ix).to_owned(), "sources", crumbs, Some(RecordIx::Source(ix)));
    SourcePage {
        head: HeadView { contents: builder.contents_of(&document.record.body, &source.links), ..head },
        title: texts.title(ix).to_owned(),
        date: builder.date(&document.date),
        kind: texts.source_kind(ix).map(str::to_owned),
        adopted_by: texts.adopted_by(ix).to_vec(),
        lang: document.lang.clone(),
        lang_name: document.lang.as_deref().map(|code| builder.language(code)),
        authentic: document.authentic,
        url: document.url.clone(),
        archived: document.archived.clone(),
        sha256: document.sha256.clone(),
        licence: texts.source_licence(ix).map(str::to_owned),
        body_html,
        items: source.items.len(),
        roles: roles(builder, ix),
        referred_by: builder.referred_by(ix),
        in_editions: in_editions::of(builder, ix.into()),
    }
}

/// Of whom the source says that they are responsible, and for what.
fn roles(builder: &ViewBuilder<'_>, ix: Ix<Source>) -> Vec<LinkView> {
    let all = &builder.plan().sources.at(ix).roles;
    let shown = builder.context.rows_shown();
    let link = |record: &RecordIx| {
        let link = builder.link(*record);
        let agencies = builder.messages().list(&named(builder, *record, ix));
        LinkView { text: builder.messages().labelled(&link.text, &agencies), ..link }
    };
    let first = all.iter().take(shown).map(link);
    first.chain(builder.all_of(ix, ROLES, all.len(), shown)).collect()
}

/// The agencies in roles of a record that name the source, each with its role.
fn named(builder: &ViewBuilder<'_>, record: RecordIx, source: Ix<Source>) -> Vec<String> {
    let plan = builder.plan();
    let (lead, supporting): (&[Role], &[Role]) = match record {
        RecordIx::Area(ix) => (&plan.areas.at(ix).lead, &[]),
        RecordIx::Item(ix) => {
            let item = plan.items.at(ix);
            // What it has from above is listed there.
            let own = item.lead_from.is_none();
            (if own { &item.lead } else { &[] }, &item.supporting)
        }
        _ => (&[], &[]),
    };
    let lists = [("lead", lead), ("supporting", supporting)];
    let roles = lists.into_iter().flat_map(|(word, roles)| roles.iter().map(move |role| (word, role)));
    let roles = roles.filter(|(_, role)| role.source == Some(source));
    roles
        .map(|(word, role)| {
            let name = builder.name(RecordIx::Agency(role.agency));
            builder.messages().noted(&name, &builder.word(word))
        })
        .collect()
}

fn glossary(
    builder: &mut ViewBuilder<'_>,
    shown: &[(String, Vec<RecordIx>)],
    window: Window,
) -> GlossaryPage {
    let title = window.title(builder, builder.word("glossary"));
    GlossaryPage {
        rows: shown.iter().map(|(term, bodies)| row(builder, term, bodies)).collect(),
        title: builder.word("glossary"),
        pages: window.view(builder, &Route::list("glossary")),
        head: builder.head(title, "glossary", builder.crumbs(Vec::new()), None),
    }
}

/// The abbreviations of agencies and forums, or else their names, in alphabetical order, with all that share one.
fn terms(plan: &Plan) -> Vec<(String, Vec<RecordIx>)> {
    let texts = plan.texts();
    let agencies = plan.agencies.indices().map(|ix| (texts.short_name(ix), RecordIx::Agency(ix)));
    let forums = plan.forums.indices().map(|ix| (texts.short_name(ix), RecordIx::Forum(ix)));
    let mut terms: BTreeMap<(String, &str), Vec<RecordIx>> = BTreeMap::new();
    for (term, body) in agencies.chain(forums) {
        terms.entry((unmarked(term).to_lowercase(), term)).or_default().push(body);
    }
    terms.into_iter().map(|((_, term), bodies)| (term.to_owned(), bodies)).collect()
}

fn row(builder: &ViewBuilder<'_>, term: &str, bodies: &[RecordIx]) -> GlossaryRow {
    let mut entries: Vec<GlossaryEntry> = bodies.iter().filter_map(|body| entry(builder, *body)).collect();
    entries.sort_by(|a, b| a.href.cmp(&b.href));
    GlossaryRow { term: term.to_owned(), entries }
}

fn entry(builder: &ViewBuilder<'_>, body: RecordIx) -> Option<GlossaryEntry> {
    let (plan, texts) = (builder.plan(), builder.texts());
    let (name, abbreviation, native_name, note) = match body {
        RecordIx::Agency(ix) => (
            texts.title(ix),
            texts.abbreviation(ix),
            builder.native_name(ix),
            texts.party(ix).map(str::to_owned),
        ),
        RecordIx::Forum(ix) => {
            let kind = plan.forums.at(ix).document.kind;
            let note = kind.map(|kind| builder.word(&format!("forum-kind-{}", kind.word())));
            (texts.title(ix), texts.abbreviation(ix), builder.native_name(ix), note)
        }
        _ => return None,
    };
    let href = builder.record_href(body);
    Some(GlossaryEntry { name: abbreviation.map(|_| name.to_owned()), native_name, href, note })
}
