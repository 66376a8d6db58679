//! Pages at old addresses that lead to the new ones, without JavaScript.

use super::output::{Output, OutputPage, page};
use crate::page::views::RedirectPage;
use crate::page::{Context, ViewBuilder};
use crate::plan::RecordIx;
use crate::route::{Route, former_place};

/// Redirects from aliases.
pub(super) const OUTPUT: Output = Output { name: "redirects", pages };

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
            page(route, "redirect.html", Some(alias.span), move |builder| view(builder, to))
        })
    };
    plan.record_indices().flat_map(old).collect()
}

fn view(builder: &mut ViewBuilder<'_>, to: RecordIx) -> RedirectPage {
    let mut head = builder.head(builder.word("moved"), "", builder.crumbs(Vec::new()), None);
    head.noindex = true;
    head.canonical = builder
        .context
        .config
        .base_url
        .as_ref()
        .map(|base| format!("{base}{}", builder.context.place(to).0.as_str()));
    RedirectPage { to: builder.link(to), head }
}
