//! The picture of a record, for where its page is shared: what is on it, and its SVG.

use super::builder::ViewBuilder;
use super::editions;
use super::names::shorten;
use super::notices::{plan_ended, plan_not_adopted};
use super::views::{CardLine, CardView, SharedImageView};
use crate::config::OptionalOutput;
use crate::diag::Diagnostic;
use crate::language_marks::unmarked;
use crate::plan::{Index as _, RecordIx};
use crate::render::{CARD_HEIGHT, CARD_WIDTH};
use crate::route::Route;

/// The template of cards.
pub const CARD: &str = "card.svg";

/// How many columns of text a line has; a Chinese, Japanese or Korean character takes two.
const COLUMNS: usize = 28;
/// How many lines there are.
const LINES: usize = 4;
/// Where the baseline of the first line is, and how far the next is below it.
const FIRST: usize = 240;
const STEP: usize = 70;
/// How many characters of the site's name fit.
const NAME: usize = 60;
/// How many characters of a notice fit.
const NOTICE: usize = 80;

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
            .chain(self.card_notice())
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(self.messages().get("sign-comma"))
    }

    fn card(&self, record: RecordIx) -> CardView {
        let (label, title) = self.card_title(record);
        let site = shorten(&self.context.config.title, NAME);
        let notice = self.card_notice().map(|notice| shorten(&notice, NOTICE));
        CardView { site, label, lines: lines(&title), status: self.card_status(record), notice }
    }

    /// What a status must not be read without. Of several, the first says why the others are so.
    fn card_notice(&self) -> Option<String> {
        let (context, words) = (self.context, self.messages());
        let edition = editions::note(self.plan(), &context.book, self.as_of(), words);
        edition
            .map(|edition| edition.text)
            .or_else(|| plan_not_adopted(&context.published, words))
            .or_else(|| plan_ended(&context.published, words))
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

/// A title in lines; one that is too long ends in `…`.
fn lines(title: &str) -> Vec<CardLine> {
    let mut wrapped: Vec<String> =
        textwrap::wrap(&unmarked(title), COLUMNS).into_iter().map(std::borrow::Cow::into_owned).collect();
    if wrapped.len() > LINES {
        wrapped.truncate(LINES);
        if let Some(last) = wrapped.last_mut() {
            last.push('…');
        }
    }
    wrapped.into_iter().enumerate().map(|(at, text)| CardLine { y: FIRST + at * STEP, text }).collect()
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
        assert_eq!(lines(&marked(ORIGINAL, name)), [name], "a sign has no width");
        let long = lines(&"eleven chars ".repeat(30));
        assert_eq!(long.len(), 4);
        assert!(long[3].ends_with('…'));
        assert_eq!(lines(&"w".repeat(100)).len(), 4);
    }
}
