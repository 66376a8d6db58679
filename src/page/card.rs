//! The picture of a record, for where its page is shared: what is on it, and its SVG.

use super::builder::ViewBuilder;
use super::card_lines::Lines;
use super::editions;
use super::notices::{banner, internal, plan_ended, plan_not_adopted};
use super::views::{CardLine, CardView, SharedImageView};
use crate::config::OptionalOutput;
use crate::diag::Diagnostic;
use crate::language_marks::unmarked;
use crate::plan::{Index as _, RecordIx};
use crate::render::{CARD_HEIGHT, CARD_WIDTH, CardWeight};
use crate::route::Route;

/// The template of cards.
pub const CARD: &str = "card.svg";

/// How wide a line can be.
const WIDTH: f32 = 1040.0;
/// How large the letters of the title are, how many lines it has at most, where the baseline of the first is, and how far
/// the next is below it.
const TITLE: (f32, usize, usize, usize) = (54.0, 4, 240, 70);
/// How large the letters of the site's name are.
const NAME: f32 = 28.0;
/// How large the letters of notices are, how many lines there are at most, where the baseline of the last is, and how far the
/// next is above it.
const NOTICES: (f32, usize, usize, usize) = (24.0, 6, 602, 32);
/// Where the baseline of the status is, above one line of notices.
const STATUS: usize = 554;
/// How far the baseline of the status is below that of the title at least.
const BELOW_TITLE: usize = 72;

impl ViewBuilder<'_> {
    /// The card of a record as SVG. A picture cannot say in which language words are.
    ///
    /// # Errors
    /// A template that uses what its view does not have.
    pub(crate) fn card_svg(&self, record: RecordIx) -> Result<String, Box<Diagnostic>> {
        let view = self.card(record);
        let svg = self.context.theme.part(CARD, &view, &self.context.tree)?;
        // No XML may have these, and no reader sees them.
        let is_none = |c: char| {
            let is_noncharacter = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
            is_noncharacter || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        };
        Ok(unmarked(&svg).replace(is_none, ""))
    }

    /// The picture of the page; a page that is of no record has that of the home page. Addresses of pictures must be whole.
    pub(super) fn shared_image(&self, record: Option<RecordIx>) -> Option<SharedImageView> {
        let context = self.context;
        let base =
            context.config.base_url.as_ref().filter(|_| context.config.makes(OptionalOutput::Cards))?;
        let card = if record.is_some() { self.route.card() } else { Route::home().card() };
        let record = record.unwrap_or(RecordIx::Plan);
        context.has_card(record).then(|| SharedImageView {
            address: format!("{base}{card}"),
            width: CARD_WIDTH as usize,
            height: CARD_HEIGHT as usize,
            mime: "image/png".to_owned(),
            alt: self.card_in_words(record),
        })
    }

    /// What a card shows, for those who do not see it.
    fn card_in_words(&self, record: RecordIx) -> String {
        let status = self.card_status(record);
        let (label, title) = self.card_title(record);
        let status = status.into_iter().flat_map(|status| [Some(status.text), status.detail]).flatten();
        let parts: Vec<String> = [label, title]
            .into_iter()
            .chain(status)
            .chain(self.card_notices(record))
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(self.messages().get("sign-comma"))
    }

    fn card(&self, record: RecordIx) -> CardView {
        let (label, title) = self.card_title(record);
        let fonts = self.context.card_fonts();
        let bold = |size: f32| move |text: &str| fonts.width(text, size, CardWeight::Bold);
        let site =
            Lines { width: WIDTH, measure: &bold(NAME) }.at_most(1, &unmarked(&self.context.config.title));
        let (size, most, last, step) = NOTICES;
        let small = |text: &str| fonts.width(text, size, CardWeight::Regular);
        let notices = Lines { width: WIDTH, measure: &small };
        let all = self.card_notices(record).into_iter().flat_map(|text| notices.all(&unmarked(&text)));
        let all = notices.cut(most, all.collect());
        let above = all.len().saturating_sub(1) * step;
        let status_y = STATUS - above;
        let (size, most, first, down) = TITLE;
        // What is said of the status takes room from the title.
        let most = most.min((status_y - BELOW_TITLE - first) / down + 1);
        let title = Lines { width: WIDTH, measure: &bold(size) }.at_most(most, &unmarked(&title));
        CardView {
            site: site.concat(),
            label,
            lines: set(title, first, down),
            status: self.card_status(record),
            status_y,
            notices: set(all, last - above, step),
        }
    }

    /// What a status must not be read without: that it is internal, what is said of it and of its plan. Of several notices of
    /// the plan, the first says why the others are so.
    fn card_notices(&self, record: RecordIx) -> Vec<String> {
        let (context, words) = (self.context, self.messages());
        let internal = internal(&context.published, words);
        let qualifiers = match record {
            RecordIx::Item(ix) => self.qualifiers(ix, None),
            _ => Vec::new(),
        };
        let qualifiers = Some(words.clauses(&qualifiers)).filter(|text| !text.is_empty());
        let edition = editions::note(self.plan(), &context.book, self.as_of(), words);
        let of_plan = edition
            .map(|edition| edition.text)
            .or_else(|| plan_not_adopted(&context.published, words))
            .or_else(|| plan_ended(&context.published, words));
        [internal, qualifiers, of_plan, banner(&context.config)].into_iter().flatten().collect()
    }

    /// What the record is, and what it is called.
    fn card_title(&self, record: RecordIx) -> (String, String) {
        let (plan, texts) = (self.plan(), self.texts());
        let kind = || record.kind().map(|kind| self.word(kind.word)).unwrap_or_default();
        let numbered = |number: &str| format!("{} {number}", kind());
        match record {
            RecordIx::Area(ix) => (numbered(plan.id(record).unwrap_or_default()), texts.title(ix).to_owned()),
            RecordIx::Item(ix) => (numbered(&self.number(ix)), texts.title(ix).to_owned()),
            RecordIx::Update(ix) => {
                (self.date(&plan.updates.at(ix).document.date.value).text, self.name(record))
            }
            RecordIx::Agency(ix) => (texts.party(ix).unwrap_or_default().to_owned(), self.name(record)),
            RecordIx::Forum(_) | RecordIx::Source(_) => (kind(), self.name(record)),
            RecordIx::Plan | RecordIx::Page(_) | RecordIx::Attachment(_) => {
                (String::new(), self.name(record))
            }
        }
    }

    fn card_status(&self, record: RecordIx) -> Option<super::views::StatusView> {
        let RecordIx::Item(ix) = record else { return None };
        Some(self.status_of(self.context.current_status(ix)))
    }
}

/// Lines one below the other.
fn set(lines: Vec<String>, first: usize, step: usize) -> Vec<CardLine> {
    lines.into_iter().enumerate().map(|(at, text)| CardLine { y: first + at * step, text }).collect()
}
