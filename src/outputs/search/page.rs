//! The page of the search.

use super::super::output::{OutputPage, page};
use crate::page::views::{LinkView, SearchPage};
use crate::page::{Context, ViewBuilder, lists};
use crate::route::Route;

pub(super) fn pages(_: &Context) -> Vec<OutputPage> {
    vec![page(Route::list(Route::SEARCH), "search.html", None, view)]
}

fn view(builder: &mut ViewBuilder<'_>) -> SearchPage {
    let context = builder.context;
    let title = builder.word("search");
    let lists = lists::of(&context.published, &context.config);
    let link = |(name, title): (&str, &str)| {
        let href = builder.href(&lists::route(builder.plan(), name));
        LinkView { href, text: builder.word(title) }
    };
    SearchPage {
        lists: lists.map(link).collect(),
        head: builder.head(title.clone(), Route::SEARCH, builder.crumbs(Vec::new()), None),
        title,
    }
}
