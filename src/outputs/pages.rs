//! Free pages.

use super::composer::Within;
use super::view::{FreePage, HeadView};
use super::{Composer, Context, Output, OutputPage, page};
use crate::plan::{Index as _, Ix, Page, RecordIx};
use crate::route::Route;

/// Free pages.
pub(super) const OUTPUT: Output = Output { name: "pages", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let free = plan.pages.indexed().map(|(ix, free)| {
        let route = Route::record(plan, RecordIx::Page(ix));
        page(route, "page.html", Some(free.document.record.span), move |composer| view(composer, ix))
    });
    free.collect()
}

fn view(composer: &mut Composer<'_>, ix: Ix<Page>) -> FreePage {
    let free = composer.plan().pages.at(ix);
    let body_html = composer.text(&free.document.record.body, &free.links, Within::Page);
    let title = free.document.title.clone();
    let head = composer.head(
        title.clone(),
        &free.document.id,
        composer.crumbs(Vec::new()),
        Some(RecordIx::Page(ix)),
    );
    FreePage {
        head: HeadView { contents: composer.contents_of(&free.document.record.body, &free.links), ..head },
        title,
        body_html,
        referred_by: composer.referred_by(&free.links),
    }
}
