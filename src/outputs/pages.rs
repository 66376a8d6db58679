//! Free pages.

use super::output::{Output, OutputPage, page};
use crate::page::views::{FreePage, HeadView};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{Index as _, Ix, Page, RecordIx};
use crate::route::Route;

/// Free pages.
pub(super) const OUTPUT: Output = Output { name: "pages", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let free = plan.pages.indexed().map(|(ix, free)| {
        let route = Route::record(plan, RecordIx::Page(ix));
        page(route, "page.html", Some(free.document.record.span), move |builder| view(builder, ix))
    });
    free.collect()
}

fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Page>) -> FreePage {
    let free = builder.plan().pages.at(ix);
    let body_html = builder.body(ix, Within::Page);
    let title = builder.texts().title(ix).to_owned();
    let head =
        builder.head(title.clone(), &free.document.id, builder.crumbs(Vec::new()), Some(RecordIx::Page(ix)));
    FreePage {
        head: HeadView { contents: builder.contents_of(&free.document.record.body, &free.links), ..head },
        title,
        body_html,
        referred_by: builder.referred_by(ix),
    }
}
