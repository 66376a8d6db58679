//! `llms.txt`, as llmstxt.org proposes it: a title, a quotation that says what the site is, and lists of links to twins.

use super::item::{days, row};
use super::plan::area;
use super::text::{Text, link, to_record};
use crate::config::OptionalOutput;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, RecordIx};
use crate::route::Route;

use super::super::output::{OutputPage, file};

/// What the file is called at the root of the site, and in the folder of each other language.
const NAME: &str = "llms.txt";
const OPTIONAL: &str = "Optional";
/// A plan with more items than this is listed by its areas alone: the file is read at once.
const MOST_ITEMS: usize = 300;

pub(super) fn pages(_: &Context) -> Vec<OutputPage> {
    vec![file(NAME.to_owned(), |context| Ok(llms(&ViewBuilder::new(context, Route::home()))))]
}

fn llms(builder: &ViewBuilder<'_>) -> Vec<u8> {
    let (plan, words) = (builder.plan(), builder.messages());
    let config = &builder.context.config;
    let mut text = Text::new(&config.title, words);
    text.quote(config.description.as_deref().unwrap_or_else(|| builder.context.title()));
    days(builder).iter().for_each(|note| text.block(note));
    text.paragraph(words.get("llms-note"));
    if plan.about.is_some() {
        text.list([to_record(&builder.link(RecordIx::Plan))]);
    }
    if plan.items.len() <= MOST_ITEMS {
        for ix in plan.areas.indices() {
            let items = plan.own_items_and_parts(ix);
            text.heading(2, &builder.name(ix));
            text.list(std::iter::once(area(builder, ix)).chain(items.into_iter().map(|ix| row(builder, ix))));
        }
    } else {
        text.section(words.get("areas"), plan.areas.indices().map(|ix| area(builder, ix)));
    }
    let data = config.makes(OptionalOutput::Data).then(|| link("data/plan.json", &data(builder)));
    let pages = plan.pages.indices().map(|ix| to_record(&builder.link(RecordIx::Page(ix))));
    // The word has a meaning there in every language: what can be left out where there is little room.
    text.section(OPTIONAL, pages.chain(data).chain(whole(builder)));
    text.finish()
}

/// The data of the plan.
fn data(builder: &ViewBuilder<'_>) -> String {
    builder.file_href("data/plan.json")
}

/// The page of the whole plan, where there is one.
fn whole(builder: &ViewBuilder<'_>) -> Option<String> {
    let there = builder.context.config.makes(OptionalOutput::WholePlan);
    there.then(|| link(builder.messages().get("whole-plan"), &builder.href(&Route::list("plan"))))
}
