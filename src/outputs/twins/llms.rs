//! `llms.txt`, as llmstxt.org proposes it: a title, a quotation that says what the site is, and lists of links to twins.

use super::text::{Text, link, plain, to_record};
use crate::config::OptionalOutput;
use crate::page::views::LinkView;
use crate::page::{Context, ViewBuilder, edition_label, notices};
use crate::plan::{Area, Index as _, Item, Ix, RecordIx};
use crate::route::Route;

use super::super::output::{Output, OutputPage, file};

/// The list of the twins, in each language.
pub(in super::super) const LLMS: Output = Output { name: "llms", pages };

/// What the file is called at the root of the site, and in the folder of each other language.
const NAME: &str = "llms.txt";
const OPTIONAL: &str = "Optional";
/// A plan with more items than this is listed by its areas alone: the file is read at once.
const MOST_ITEMS: usize = 300;

fn pages(_: &Context) -> Vec<OutputPage> {
    vec![file(NAME.to_owned(), |context| Ok(llms(&ViewBuilder::new(context, Route::home()))))]
}

fn llms(builder: &ViewBuilder<'_>) -> Vec<u8> {
    let (plan, words) = (builder.plan(), builder.messages());
    let config = &builder.context.config;
    let mut text = Text::new(&config.title);
    text.quote(config.description.as_deref().unwrap_or_else(|| builder.context.title()));
    for notice in notices(&builder.context.published, config, words) {
        text.paragraph(&notice);
    }
    text.paragraph(&as_of(builder));
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
    text.section(words.get("editions"), builder.context.editions.iter().map(|it| edition(builder, it)));
    let data = config.makes(OptionalOutput::Data).then(|| link("data/plan.json", &data(builder)));
    let pages = plan.pages.indices().map(|ix| to_record(&builder.link(RecordIx::Page(ix))));
    // The word has a meaning there in every language: what can be left out where there is little room.
    text.section(OPTIONAL, pages.chain(data).chain(whole(builder)));
    text.finish()
}

/// "As of 24 November 2026".
fn as_of(builder: &ViewBuilder<'_>) -> String {
    let day = builder.date(&crate::date::Date::day(builder.as_of()));
    builder.messages().with("as-of", &[("date", &day.text)])
}

/// An area in a list, with how many items it has.
fn area(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> String {
    let count = builder.plan().items_and_parts(ix).len();
    let items = builder.messages().count("items-n", i64::try_from(count).unwrap_or(i64::MAX));
    builder.messages().labelled(&to_record(&builder.link(RecordIx::Area(ix))), &plain(&items))
}

/// Another plan of the book, whose twin leads to all of its own.
fn edition(builder: &ViewBuilder<'_>, context: &Context) -> String {
    let words = builder.messages();
    let plan = &context.published.plan;
    let there = ViewBuilder::with_root(context, Route::home(), builder.context.base.to_root(&builder.route));
    let text = match edition_label(plan) {
        Some(label) => words.noted(context.title(), label),
        None => context.title().to_owned(),
    };
    let items = words.count("items-n", i64::try_from(plan.items.len()).unwrap_or(i64::MAX));
    let own = LinkView { href: there.href(&Route::home()), text };
    words.labelled(&to_record(&own), &plain(&items))
}

/// An item in a list, with its status and what its page says against it.
fn row(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> String {
    let words = builder.messages();
    let status = builder.status_of(builder.context.current_status(ix));
    let status = words.list(&[Some(status.text), status.detail].into_iter().flatten().collect::<Vec<_>>());
    let said: Vec<String> = std::iter::once(status).chain(builder.qualifiers(ix, None)).collect();
    let own = to_record(&builder.link(RecordIx::Item(ix)));
    words.labelled(&own, &plain(&words.clauses(&said)))
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
