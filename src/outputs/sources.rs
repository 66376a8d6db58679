//! Source documents, and the glossary.

use super::output::{Output, OutputPage, page};
use crate::page::views::{
    GlossaryEntry, GlossaryPage, GlossaryRow, HeadView, SourcePage, SourceRow, SourcesPage,
};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{Index as _, Ix, RecordIx, Source};
use crate::route::Route;

/// Sources and glossary.
pub(super) const OUTPUT: Output = Output { name: "sources", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let mut pages = Vec::new();
    if !plan.sources.is_empty() {
        pages.push(page(Route::list("sources"), "sources.html", None, list));
    }
    if !plan.agencies.is_empty() || !plan.forums.is_empty() {
        pages.push(page(Route::list("glossary"), "glossary.html", None, glossary));
    }
    pages.extend(plan.sources.indexed().map(|(ix, source)| {
        let route = Route::record(plan, RecordIx::Source(ix));
        page(route, "source.html", Some(source.document.record.span), move |builder| view(builder, ix))
    }));
    pages
}

fn list(builder: &mut ViewBuilder<'_>) -> SourcesPage {
    let mut sources: Vec<_> = builder.plan().sources.indexed().collect();
    sources.sort_by(|(_, a), (_, b)| {
        (&a.document.date, &a.document.id).cmp(&(&b.document.date, &b.document.id))
    });
    let rows = sources.into_iter().map(|(ix, source)| SourceRow {
        href: builder.record_href(RecordIx::Source(ix)),
        title: builder.texts().title(ix).to_owned(),
        date: builder.date(&source.document.date),
        kind: builder.texts().source_kind(ix).map(str::to_owned),
    });
    SourcesPage {
        sources: rows.collect(),
        head: builder.head(builder.word("sources"), "sources", builder.crumbs(Vec::new()), None),
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
        referred_by: builder.referred_by(&source.links),
    }
}

fn glossary(builder: &mut ViewBuilder<'_>) -> GlossaryPage {
    let plan = builder.plan();
    let texts = plan.texts();
    let agencies = plan.agencies.indices().map(|ix| {
        let entry = GlossaryEntry {
            name: None,
            native_name: builder.native_name(ix),
            href: builder.record_href(RecordIx::Agency(ix)),
            note: texts.party(ix).map(str::to_owned),
        };
        term(texts.title(ix), texts.abbreviation(ix), entry)
    });
    let forums = plan.forums.indexed().map(|(ix, forum)| {
        let entry = GlossaryEntry {
            name: None,
            native_name: builder.native_name(ix),
            href: builder.record_href(RecordIx::Forum(ix)),
            note: forum.document.kind.map(|kind| builder.word(&format!("forum-kind-{}", kind.word()))),
        };
        term(texts.title(ix), texts.abbreviation(ix), entry)
    });
    let mut terms: Vec<(String, GlossaryEntry)> = agencies.chain(forums).collect();
    terms.sort_by(|(a, x), (b, y)| (a.to_lowercase(), a, &x.href).cmp(&(b.to_lowercase(), b, &y.href)));
    GlossaryPage {
        rows: by_term(terms),
        head: builder.head(builder.word("glossary"), "glossary", builder.crumbs(Vec::new()), None),
    }
}

fn term(name: &str, abbreviation: Option<&str>, entry: GlossaryEntry) -> (String, GlossaryEntry) {
    let name_of_term = abbreviation.map(|_| name.to_owned());
    (abbreviation.unwrap_or(name).to_owned(), GlossaryEntry { name: name_of_term, ..entry })
}

/// What shares a term stands under it once.
fn by_term(terms: Vec<(String, GlossaryEntry)>) -> Vec<GlossaryRow> {
    let mut rows: Vec<GlossaryRow> = Vec::new();
    for (term, entry) in terms {
        match rows.last_mut().filter(|row| row.term == term) {
            Some(row) => row.entries.push(entry),
            None => rows.push(GlossaryRow { term, entries: vec![entry] }),
        }
    }
    rows
}
