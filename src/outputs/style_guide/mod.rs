//! The style guide: every part of the theme in every state, for those who make a theme. A book asks for it.

mod history;
mod samples;

use super::output::{Output, OutputPage, page};
use crate::limits::Limits;
use crate::markdown::{TextPlace, to_fragment};
use crate::page::views::StyleGuidePage;
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::Links;
use crate::route::Route;
use crate::vocabulary::{Choice as _, Status};
use samples::{areas, contents, evidence, items, link, meetings, shares, states, statuses, titles, updates};

/// The style guide.
pub(super) const OUTPUT: Output = Output { name: "style-guide", pages };

/// Text with every construct of Markdown.
const SPECIMEN: &str = include_str!("specimen.md");

fn pages(context: &Context) -> Vec<OutputPage> {
    if !context.config.style_guide {
        return Vec::new();
    }
    vec![page(Route::list("style"), "style.html", None, view)]
}

fn view(builder: &mut ViewBuilder<'_>) -> StyleGuidePage {
    let place = TextPlace::Value(crate::diag::Span::new(crate::diag::FileId(0), 0..0));
    let (specimen, _) = to_fragment(SPECIMEN, "content/pages/style.md", place, &Limits::DEFAULT);
    let mut head = builder.head(builder.word("style-guide"), "style", builder.crumbs(Vec::new()), None);
    head.noindex = true;
    head.languages.clear();
    let statuses = statuses(builder);
    StyleGuidePage {
        head,
        specimen_html: builder.text(&specimen, &Links::default(), Within::Page),
        contents: contents(builder),
        meetings: meetings(builder),
        schedules: states(builder, "schedule", &["no-date", "not-due", "due-soon", "overdue", "done-late"]),
        freshness: states(builder, "freshness", &["never", "fresh", "due", "stale"]),
        shares: shares(builder, Status::CHOICES.iter().map(|(_, status)| *status).collect()),
        areas: areas(builder),
        words: titles(builder)[1].clone(),
        items: builder.made_table(items(builder, &statuses), &statuses),
        updates: updates(builder),
        events: history::events(builder, &statuses),
        evidence: evidence(builder),
        links: vec![link(builder, "previous"), link(builder, "next")],
        statuses,
    }
}
