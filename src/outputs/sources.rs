//! Source documents, and the glossary.

use super::composer::Within;
use super::view::{GlossaryPage, GlossaryRow, HeadView, SourcePage, SourceRow, SourcesPage};
use super::{Composer, Context, Output, OutputPage, page};
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
        page(route, "source.html", Some(source.document.record.span), move |composer| view(composer, ix))
    }));
    pages
}

fn list(composer: &mut Composer<'_>) -> SourcesPage {
    let mut sources: Vec<_> = composer.plan().sources.indexed().collect();
    sources.sort_by(|(_, a), (_, b)| {
        (&a.document.date, &a.document.id).cmp(&(&b.document.date, &b.document.id))
    });
    let rows = sources.into_iter().map(|(ix, source)| SourceRow {
        href: composer.record_href(RecordIx::Source(ix)),
        title: source.document.title.clone(),
        date: composer.date(&source.document.date),
        kind: source.document.kind.clone(),
    });
    SourcesPage {
        sources: rows.collect(),
        head: composer.head(composer.word("sources"), "sources", composer.crumbs(Vec::new()), None),
    }
}

fn view(composer: &mut Composer<'_>, ix: Ix<Source>) -> SourcePage {
    let source = composer.plan().sources.at(ix);
    let document = &source.document;
    let body_html = composer.text(&document.record.body, &source.links, Within::Page);
    let crumbs = composer.crumbs(vec![composer.list_link("sources", "sources")]);
    let head = composer.head(document.title.clone(), "sources", crumbs, Some(&document.record));
    SourcePage {
        head: HeadView { contents: composer.contents_of(&document.record.body), ..head },
        title: document.title.clone(),
        date: composer.date(&document.date),
        kind: document.kind.clone(),
        adopted_by: document.adopted_by.clone(),
        lang: document.lang.clone(),
        lang_name: document.lang.as_deref().map(|code| composer.language(code)),
        authentic: document.authentic,
        url: document.url.clone(),
        archived: document.archived.clone(),
        sha256: document.sha256.clone(),
        licence: document.licence.clone(),
        body_html,
        items: source.items.len(),
        referred_by: composer.referred_by(&source.links),
    }
}

fn glossary(composer: &mut Composer<'_>) -> GlossaryPage {
    let plan = composer.plan();
    let agencies = plan.agencies.indexed().map(|(ix, agency)| {
        let document = &agency.document;
        let native_name = Composer::native_name(document.native_name.as_ref());
        let href = composer.record_href(RecordIx::Agency(ix));
        row(
            &document.name,
            document.abbreviation.as_deref(),
            GlossaryRow { term: String::new(), name: None, native_name, href, note: document.party.clone() },
        )
    });
    let forums = plan.forums.indexed().map(|(ix, forum)| {
        let document = &forum.document;
        let native_name = Composer::native_name(document.native_name.as_ref());
        let href = composer.record_href(RecordIx::Forum(ix));
        let note = document.kind.map(|kind| composer.word(&format!("forum-kind-{}", kind.word())));
        row(
            &document.name,
            document.abbreviation.as_deref(),
            GlossaryRow { term: String::new(), name: None, native_name, href, note },
        )
    });
    let mut rows: Vec<GlossaryRow> = agencies.chain(forums).collect();
    rows.sort_by(|a, b| (a.term.to_lowercase(), &a.href).cmp(&(b.term.to_lowercase(), &b.href)));
    GlossaryPage {
        rows,
        head: composer.head(composer.word("glossary"), "glossary", composer.crumbs(Vec::new()), None),
    }
}

fn row(name: &str, abbreviation: Option<&str>, rest: GlossaryRow) -> GlossaryRow {
    let term = abbreviation.unwrap_or(name).to_owned();
    GlossaryRow { term, name: abbreviation.map(|_| name.to_owned()), ..rest }
}
