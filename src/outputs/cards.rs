//! Pictures for where a page is shared: its title, and for an item its status. They are SVG, drawn by a template. A book
//! asks for them, because they double the number of files.

use super::output::{Output, OutputPage};
use crate::language_marks::{marked, sign_of, unmarked};
use crate::page::views::{CardLine, CardView};
use crate::page::{Context, ViewBuilder, shorten};
use crate::plan::{Index as _, RecordIx};
use crate::route::Route;
use crate::site::{Body, SiteFile};

/// Social cards.
pub(super) const OUTPUT: Output = Output { name: "cards", pages };

/// How many columns of text a line has; a Chinese, Japanese or Korean character takes two.
const COLUMNS: usize = 28;
/// How many lines there are.
const LINES: usize = 4;
/// Where the baseline of the first line is, and how far the next is below it.
const FIRST: usize = 240;
const STEP: usize = 70;
/// How many characters of the site's name fit.
const NAME: usize = 60;

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    std::iter::once(RecordIx::Plan)
        .chain(plan.records_with_pages())
        .map(|record| card(context, record))
        .collect()
}

fn card(context: &Context, record: RecordIx) -> OutputPage {
    let route = Route::record(&context.published.plan, record);
    let path = route.card();
    let render = move |context: &Context| {
        let view = view(&ViewBuilder::new(context, route.clone()), record);
        context.theme.page("card.svg", &view, &context.tree).map(String::into_bytes)
    };
    SiteFile { path, body: Body::Deferred(Box::new(render)), template: Some("card.svg"), owner: None }
}

fn view(builder: &ViewBuilder<'_>, record: RecordIx) -> CardView {
    let plan = builder.plan();
    let texts = builder.texts();
    let kind = || record.kind().map(|kind| builder.word(kind.word)).unwrap_or_default();
    let numbered = |number: &str| format!("{} {number}", kind());
    let (label, title) = match record {
        RecordIx::Area(ix) => (numbered(plan.id(record).unwrap_or_default()), texts.title(ix).to_owned()),
        RecordIx::Item(ix) => (numbered(&builder.number(ix)), texts.title(ix).to_owned()),
        RecordIx::Update(ix) => {
            (builder.date(&plan.updates.at(ix).document.date.value).text, builder.name(record))
        }
        RecordIx::Agency(ix) => (texts.party(ix).unwrap_or_default().to_owned(), builder.name(record)),
        RecordIx::Forum(_) | RecordIx::Source(_) => (kind(), builder.name(record)),
        RecordIx::Plan | RecordIx::Page(_) | RecordIx::Attachment(_) => (String::new(), builder.name(record)),
    };
    let status = match record {
        RecordIx::Item(ix) => Some(builder.status_of(builder.context.current_status(ix))),
        _ => None,
    };
    CardView { site: shorten(&builder.context.config.title, NAME), label, lines: lines(&title), status }
}

/// A title in lines; one that is too long ends in `…`.
fn lines(title: &str) -> Vec<CardLine> {
    let (sign, title) = sign_of(title);
    let mut wrapped: Vec<String> =
        textwrap::wrap(&unmarked(title), COLUMNS).into_iter().map(std::borrow::Cow::into_owned).collect();
    if wrapped.len() > LINES {
        wrapped.truncate(LINES);
        if let Some(last) = wrapped.last_mut() {
            last.push('…');
        }
    }
    let said = |text: String| sign.map_or_else(|| text.clone(), |sign| marked(sign, &text));
    let line = |(at, text)| CardLine { y: FIRST + at * STEP, text: said(text) };
    wrapped.into_iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use crate::language_marks::{ORIGINAL, marked};

    fn lines(title: &str) -> Vec<String> {
        super::lines(title).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn titles_are_set_in_lines_that_fit() {
        assert_eq!(lines("Short"), ["Short"]);
        assert_eq!(
            lines("日本語の長い題名は空白がなくても折り返される"),
            ["日本語の長い題名は空白がなく", "ても折り返される"]
        );
        let name = "日本語の長い題名は空白がなく";
        assert_eq!(lines(&marked(ORIGINAL, name)), [marked(ORIGINAL, name)], "a sign has no width");
        let long = lines(&"eleven chars ".repeat(30));
        assert_eq!(long.len(), 4);
        assert!(long[3].ends_with('…'));
        assert_eq!(lines(&"w".repeat(100)).len(), 4);
    }
}
