//! `[outputs]`: which files a site has beside the pages of its records. The table of outputs and all links ask here.

use crate::diag::{Span, Spanned};
use crate::fields::Fields;

/// What a book can do without, or has to ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionalOutput {
    /// Atom and JSON Feed.
    Feeds,
    /// The calendar, and the files for calendar programs.
    Calendars,
    /// The open data and the page about them.
    Data,
    /// The JSON of each record. It is a part of the data, which explain it.
    RecordJson,
    /// What lies below `progress/`.
    Dashboards,
    /// A picture of each record, for where its page is shared.
    Cards,
    /// A card of each item, which other sites may show in a frame.
    Embed,
    /// Each record as Markdown, and the list of these files.
    Markdown,
    /// The whole plan in one place.
    WholePlan,
    /// The search, with its index.
    Search,
}

use OptionalOutput::{
    Calendars, Cards, Dashboards, Data, Embed, Feeds, Markdown, RecordJson, Search, WholePlan,
};

/// The key of each, and whether a site has it where the book says nothing. Cards are one more file for each record, and
/// take longer than its page. Any site may show an embedded card, which is for the editors of a plan to decide.
const KEYS: [(OptionalOutput, &str, bool); 10] = [
    (Feeds, "feeds", true),
    (Calendars, "calendars", true),
    (Data, "data", true),
    (RecordJson, "record-json", true),
    (Dashboards, "dashboards", true),
    (Cards, "cards", false),
    (Embed, "embed", false),
    (Markdown, "markdown", false),
    (WholePlan, "whole-plan", true),
    (Search, "search", true),
];

/// Which of them the book wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outputs {
    wanted: [bool; KEYS.len()],
    /// Where the book asks for cards.
    cards: Option<Span>,
    /// The font of cards for letters that those of the program do not have, by its path from the book's folder.
    card_font: Option<Spanned<String>>,
}

impl Default for Outputs {
    fn default() -> Self {
        Self::of(KEYS.map(|(.., wanted)| wanted))
    }
}

impl Outputs {
    /// Everything that a site can have.
    pub fn all() -> Self {
        Self::of([true; KEYS.len()])
    }

    fn of(wanted: [bool; KEYS.len()]) -> Self {
        Self { wanted, cards: None, card_font: None }
    }

    /// The font of cards for letters that those of the program do not have, by its path from the book's folder.
    pub fn card_font(&self) -> Option<&Spanned<String>> {
        self.card_font.as_ref()
    }

    /// Where the book asks for cards.
    pub fn cards_span(&self) -> Option<Span> {
        self.cards
    }

    /// Whether the book wants it, with all that it needs.
    pub(super) fn has(&self, output: OptionalOutput) -> bool {
        let wanted =
            |output| KEYS.iter().zip(self.wanted).any(|((known, ..), wanted)| *known == output && wanted);
        wanted(output) && (output != RecordJson || wanted(Data))
    }
}

/// Reads the section.
pub(super) fn read(mut fields: Fields<'_>) -> Outputs {
    let mut cards = None;
    let wanted = KEYS.map(|(output, key, wanted)| {
        let truth = fields.truth(key);
        if output == Cards {
            cards = truth.as_ref().map(|truth| truth.span);
        }
        truth.map_or(wanted, |truth| truth.value)
    });
    let card_font = fields.text("card-font");
    fields.finish();
    Outputs { wanted, cards, card_font }
}
