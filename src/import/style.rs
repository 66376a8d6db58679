//! The styles in which plans number: each level of an outline has one.

use std::fmt;

/// What stands around a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// `1.`
    Stop,
    /// `1)`
    Close,
    /// `(1)`
    Both,
    /// `1°`
    Degree,
    /// `1:`
    Colon,
    /// `一、`
    Comma,
    /// `1`
    Bare,
    /// `①`
    Circle,
}

/// How a record of one level is marked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberStyle {
    /// `## Trade`, with or without a number; the level of the heading.
    Heading(usize),
    /// A line in bold without a number.
    Bold,
    /// A line in capitals without a number.
    Capitals,
    /// A short line that stands alone above each list, without a mark.
    Plain,
    /// A row of a table.
    Row,
    /// A bullet without a number.
    Bullet,
    /// `ア`, `가.`, `а)`: the first letter of its order.
    Script(char, Mark),
    /// `Pillar One`, `第一章`: the word.
    Named(String),
    /// `1.`
    Number(Mark),
    /// `A.`: whether it is a capital.
    Letter(bool, Mark),
    /// `iv.`: whether they are capitals.
    Roman(bool, Mark),
    /// `一、`
    Kanji(Mark),
    /// `1.1`: how many steps.
    Steps(usize),
    /// `HW-03`: how many steps, the letters included.
    Code(usize),
    /// `Hold talks (HW-03)`: the same at the end of the line.
    CodeAfter(usize),
}

impl NumberStyle {
    /// Whether its numbers are always those of a level: nothing in running text looks like it.
    pub(super) fn is_sure(&self) -> bool {
        matches!(
            self,
            Self::Heading(_) | Self::Bold | Self::Capitals | Self::Plain | Self::Bullet | Self::Row
        )
    }

    /// Whether it marks headings and no lists.
    pub(super) fn is_heading(&self) -> bool {
        matches!(self, Self::Heading(_) | Self::Bold | Self::Capitals | Self::Plain)
    }

    /// Whether a single line of it is more likely to be something else: initials, a sum, a name.
    pub(super) fn is_rare_alone(&self) -> bool {
        match self {
            Self::Letter(..)
            | Self::Roman(..)
            | Self::Code(_)
            | Self::CodeAfter(_)
            | Self::Bold
            | Self::Capitals
            | Self::Script(..) => true,
            Self::Number(mark) | Self::Kanji(mark) => matches!(mark, Mark::Bare | Mark::Colon),
            _ => false,
        }
    }
}

impl fmt::Display for NumberStyle {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cased = |capital: bool, text: &str| if capital { text.to_uppercase() } else { text.to_owned() };
        match self {
            Self::Heading(level) => out.write_str(&"#".repeat(*level)),
            Self::Bold => out.write_str("bold"),
            Self::Capitals => out.write_str("capitals"),
            Self::Plain => out.write_str("plain"),
            Self::Script(first, mark) => marked(out, &first.to_string(), *mark),
            Self::Row => out.write_str("row"),
            Self::Bullet => out.write_str("bullet"),
            Self::Named(word) => out.write_str(word),
            Self::Number(mark) => marked(out, "1", *mark),
            Self::Letter(capital, mark) => marked(out, &cased(*capital, "a"), *mark),
            Self::Roman(_, Mark::Circle) => out.write_str("Ⅰ"),
            Self::Roman(capital, mark) => marked(out, &cased(*capital, "i"), *mark),
            Self::Kanji(mark) => marked(out, "一", *mark),
            Self::Steps(steps) => out.write_str(&vec!["1"; *steps].join(".")),
            Self::Code(steps) => write!(out, "A{}", vec!["1"; steps.saturating_sub(1)].join(".")),
            Self::CodeAfter(steps) => write!(out, "(A{})", vec!["1"; steps.saturating_sub(1)].join(".")),
        }
    }
}

fn marked(out: &mut fmt::Formatter<'_>, text: &str, mark: Mark) -> fmt::Result {
    match mark {
        Mark::Stop => write!(out, "{text}."),
        Mark::Close => write!(out, "{text})"),
        Mark::Both => write!(out, "({text})"),
        Mark::Degree => write!(out, "{text}°"),
        Mark::Colon => write!(out, "{text}:"),
        Mark::Comma => write!(out, "{text}、"),
        Mark::Bare => out.write_str(text),
        Mark::Circle => out.write_str("①"),
    }
}
