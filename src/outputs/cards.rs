//! Pictures for where a page is shared: its title, and for an item its status. A template draws them as SVG, and they are
//! published as PNG, which services for sharing show. A book asks for them, because they double the number of files.

use std::sync::Arc;

use rayon::prelude::*;

use super::output::{Output, OutputPage};
use crate::config::OptionalOutput;
use crate::diag::{Diagnostic, Span, code};
use crate::page::{CARD, Context, ViewBuilder};
use crate::plan::RecordIx;
use crate::route::Route;
use crate::site::{Body, SiteFile};

/// Social cards.
pub(super) const OUTPUT: Output = Output { name: "cards", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let drawn = records(context).into_iter().filter(|record| context.has_card(*record));
    drawn.map(|record| card(context, record)).collect()
}

fn records(context: &Context) -> Vec<RecordIx> {
    std::iter::once(RecordIx::Plan).chain(context.published.plan.records_with_pages()).collect()
}

fn card(context: &Context, record: RecordIx) -> OutputPage {
    let route = Route::record(&context.published.plan, record);
    let path = route.card();
    let render = move |context: &Context| {
        let svg = ViewBuilder::new(context, route.clone()).card_svg(record)?;
        context.card_fonts().png(&svg).map_err(|why| no_picture(context, &why))
    };
    SiteFile { path, body: Body::Deferred(Arc::new(render)), template: Some(CARD), owner: None }
}

/// A template of the book that makes something else than a picture.
fn no_picture(context: &Context, why: &str) -> Box<Diagnostic> {
    let file = context.tree.find(&format!("{}templates/{CARD}", context.theme.own_folder()));
    let message = format!("the template {CARD} does not make a picture: {why}");
    let problem = match file {
        Some(file) => Diagnostic::new(code::TEMPLATE_ERROR, Span::new(file, 0..0), message),
        None => Diagnostic::placeless(code::TEMPLATE_ERROR, message),
    };
    Box::new(problem.help("write SVG, beginning with `<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">`"))
}

/// Cards with letters that no font has.
#[derive(Default)]
struct Lacking {
    cards: usize,
    /// The page of the first, and the letter.
    first: Option<(String, char)>,
}

impl Lacking {
    fn add(&mut self, context: &Context, record: RecordIx, letter: char) {
        self.cards += 1;
        self.first.get_or_insert_with(|| {
            let route = Route::record(&context.published.plan, record);
            (format!("/{}", context.base.path(&route)), letter)
        });
    }
}

/// Whether a card can be drawn: the first letter that no font has, or what is wrong with the template.
type Tried = Result<Option<char>, Box<Diagnostic>>;

/// Finds out which cards cannot be drawn: pages must not name them. The template is asked for each here, so what is wrong
/// with it is found before a picture is made.
pub(super) fn find(context: &Context) -> Vec<Diagnostic> {
    if !context.config.makes(OptionalOutput::Cards) {
        return Vec::new();
    }
    let mut problems = Vec::new();
    let mut lacking = Lacking::default();
    for part in context.all() {
        let tried: Vec<(RecordIx, Tried)> =
            records(part).into_par_iter().map(|record| (record, letter(part, record))).collect();
        let mut left_out = Vec::new();
        for (record, tried) in tried {
            match tried {
                Ok(None) => continue,
                Ok(Some(letter)) => lacking.add(part, record, letter),
                Err(problem) => add_once(&mut problems, *problem),
            }
            left_out.push(record);
        }
        part.leave_out_cards(left_out.into_iter().collect());
    }
    problems.extend(without_font(context, lacking));
    problems
}

/// What is wrong with the template is so on each card.
fn add_once(problems: &mut Vec<Diagnostic>, problem: Diagnostic) {
    if !problems.iter().any(|known| (known.code, known.span) == (problem.code, problem.span)) {
        problems.push(problem);
    }
}

/// The first letter of a card that no font has.
fn letter(context: &Context, record: RecordIx) -> Tried {
    let route = Route::record(&context.published.plan, record);
    let svg = ViewBuilder::new(context, route).card_svg(record)?;
    context.card_fonts().lacking(&svg).map_err(|why| no_picture(context, &why))
}

fn without_font(context: &Context, lacking: Lacking) -> Option<Diagnostic> {
    let (page, letter) = lacking.first?;
    let message = match lacking.cards {
        1 => format!(
            "the preview image of the page {page} is left out, because no font has its letter `{letter}`"
        ),
        cards => format!(
            "{cards} preview images are left out, because no font has all their letters: that of the page {page} has `{letter}`"
        ),
    };
    let outputs = &context.config.outputs;
    let problem = match outputs.card_font().map(|font| font.span).or(outputs.cards_span()) {
        Some(span) => Diagnostic::new(code::CARD_WITHOUT_FONT, span, message),
        None => Diagnostic::placeless(code::CARD_WITHOUT_FONT, message),
    };
    let problem = problem.known_as("preview images are left out, because no font has all their letters");
    Some(problem.help(match outputs.card_font() {
        Some(_) => "name a font that has these letters",
        None => {
            "put a font that has these letters into the book, and name it below `[outputs]`: `card-font = \"themes/default/fonts/NotoSansJP-Bold.otf\"`"
        }
    }))
}
