//! Pages at old addresses that lead to the new ones, without JavaScript.

use super::output::{Output, OutputPage, page};
use crate::diag::Spanned;
use crate::page::views::RedirectPage;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, RecordIx};
use crate::route::Route;

/// Redirects from aliases.
pub(super) const OUTPUT: Output = Output { name: "redirects", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let mut pages = Vec::new();
    let mut add = |list: Option<&'static str>, aliases: &[Spanned<String>], to: RecordIx| {
        for alias in aliases {
            let route =
                list.map_or_else(|| Route::list(&alias.value), |list| Route::within(list, &alias.value));
            pages.push(page(route, "redirect.html", Some(alias.span), move |builder| view(builder, to)));
        }
    };
    plan.areas
        .indexed()
        .for_each(|(ix, area)| add(Some("areas"), &area.document.record.aliases, RecordIx::Area(ix)));
    plan.items
        .indexed()
        .for_each(|(ix, item)| add(Some("items"), &item.document.record.aliases, RecordIx::Item(ix)));
    plan.agencies.indexed().for_each(|(ix, agency)| {
        add(Some("agencies"), &agency.document.record.aliases, RecordIx::Agency(ix))
    });
    plan.forums
        .indexed()
        .for_each(|(ix, forum)| add(Some("forums"), &forum.document.record.aliases, RecordIx::Forum(ix)));
    plan.updates
        .indexed()
        .for_each(|(ix, update)| add(Some("updates"), &update.document.record.aliases, RecordIx::Update(ix)));
    plan.sources
        .indexed()
        .for_each(|(ix, source)| add(Some("sources"), &source.document.record.aliases, RecordIx::Source(ix)));
    plan.pages.indexed().for_each(|(ix, free)| add(None, &free.document.record.aliases, RecordIx::Page(ix)));
    pages
}

fn view(builder: &mut ViewBuilder<'_>, to: RecordIx) -> RedirectPage {
    let mut head = builder.head(builder.word("moved"), "", builder.crumbs(Vec::new()), None);
    head.noindex = true;
    head.canonical = builder
        .context
        .config
        .base_url
        .as_ref()
        .map(|base| format!("{base}{}", Route::record(builder.plan(), to).as_str()));
    RedirectPage { to: builder.link(to), head }
}
