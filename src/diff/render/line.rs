//! A line, before anybody decided how it looks.

/// The changes of one plan.
pub(super) struct PlanChanges<'a> {
    /// The edition, where it is not the plan that the report is about.
    pub(super) edition: Option<&'a str>,
    /// What they are about, in a few words.
    pub(super) summary: String,
    pub(super) sections: Vec<Section>,
}

/// A heading with its lines.
pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) lines: Vec<RenderedLine>,
}

/// One change in one line.
#[derive(Default)]
pub(super) struct RenderedLine {
    pub(super) pieces: Vec<Piece>,
}

/// A piece of a line.
pub(super) enum Piece {
    /// Words of ours.
    Ours(&'static str),
    /// Words of the book.
    Text(String),
    /// An id or key of the book.
    Name(String),
    /// Words that were removed.
    Gone(String),
    /// Words that are new.
    New(String),
    /// A document with its address.
    Link(String, String),
}

/// How many letters a piece may have: nobody reads more of a line.
const LONGEST: usize = 600;

/// A text that is not too long for a line.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
