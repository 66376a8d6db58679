//! The letters of an outline file.

/// What a letter makes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Letter {
    /// `A`, `I`, `P`, `PP`: an area, an item, a part; how deep it is.
    Begins(usize),
    /// `+`
    GoesOn,
    /// `T`: text of the record above; before the first record the title, then the introduction.
    Text,
    /// `N`: introduction.
    Introduction,
    /// `X`
    LeftOut,
    /// `?`
    Unknown,
}

/// The most letters `P`: a deeper part has no file.
const DEEPEST: usize = 5;

/// What the help says of the letters.
pub(super) const ALL: &str = "write A (area), I (item), P (part), PP (part of a part), + (goes on the line above), T (text of the record above), N (introduction), X (not part of the plan) or ? (not understood)";

impl Letter {
    /// Reads a letter, large or small.
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text.to_ascii_uppercase().as_str() {
            "A" => Some(Self::Begins(0)),
            "I" => Some(Self::Begins(1)),
            "+" => Some(Self::GoesOn),
            "T" => Some(Self::Text),
            "N" => Some(Self::Introduction),
            "X" => Some(Self::LeftOut),
            "?" => Some(Self::Unknown),
            parts
                if parts.len() <= DEEPEST && parts.bytes().all(|sign| sign == b'P') && !parts.is_empty() =>
            {
                Some(Self::Begins(parts.len() + 1))
            }
            _ => None,
        }
    }

    /// The letter.
    pub(super) fn shown(self) -> String {
        match self {
            Self::Begins(0) => "A".to_owned(),
            Self::Begins(1) => "I".to_owned(),
            Self::Begins(depth) => "P".repeat(depth - 1),
            Self::GoesOn => "+".to_owned(),
            Self::Text => "T".to_owned(),
            Self::Introduction => "N".to_owned(),
            Self::LeftOut => "X".to_owned(),
            Self::Unknown => "?".to_owned(),
        }
    }
}

/// `an area`, `an item`, `a part`.
pub(super) fn name(depth: usize) -> &'static str {
    match depth {
        0 => "an area",
        1 => "an item",
        _ => "a part",
    }
}
