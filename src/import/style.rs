//! The styles in which plans number: each level of an outline has one.

use std::fmt;

use super::marker;

/// What stands around a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// `1.`
    Stop,
    /// `1)`
    Close,
    /// `(1)`
    Both,
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
pub enum Style {
    /// `## Trade`, with or without a number; the level of the heading.
    Heading(usize),
    /// A line in bold without a number.
    Bold,
    /// A bullet without a number.
    Bullet,
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

impl Style {
    /// Reads the name of a style, as `--areas-are` takes it: the first number of that style, or a word.
    ///
    /// # Errors
    /// Which names there are.
    pub fn parse(name: &str) -> Result<Self, String> {
        let name = name.trim();
        if !name.is_empty() && name.chars().all(|sign| sign == '#') {
            return Ok(Self::Heading(name.len()));
        }
        match name.to_lowercase().as_str() {
            "bold" => return Ok(Self::Bold),
            "bullet" | "-" | "*" | "•" => return Ok(Self::Bullet),
            "code" => return Ok(Self::Code(2)),
            "code-after" => return Ok(Self::CodeAfter(2)),
            _ => {}
        }
        // A code in brackets is named as the report names it: behind the title.
        let behind = marker::read(&format!("X {name}")).map(|marker| marker.first_reading());
        if let Some(style @ Self::CodeAfter(_)) = behind.filter(|_| name.starts_with('(')) {
            return Ok(style);
        }
        [format!("{name} X"), format!("{name} 1: X"), format!("X {name}")]
            .iter()
            .find_map(|line| marker::read(line))
            .map(|marker| marker.first_reading())
            .ok_or_else(|| {
                format!(
                    "`{name}` is not a style of numbers: write the first number as the text has it (`1.`, `(1)`, `A.`, `(a)`, `I.`, `(i)`, `1.1`, `A1`), the word before it (`Pillar`), `#` signs as many as a heading has, `bold`, `bullet`, `code` or `code-after`"
                )
            })
    }

    /// Whether its numbers are always those of a level: nothing in running text looks like it.
    pub(super) fn is_sure(&self) -> bool {
        matches!(self, Self::Heading(_) | Self::Bold | Self::Bullet)
    }

    /// Whether a single line of it is more likely to be something else: initials, a sum, a name.
    pub(super) fn is_rare_alone(&self) -> bool {
        match self {
            Self::Letter(..) | Self::Roman(..) | Self::Code(_) | Self::CodeAfter(_) | Self::Bold => true,
            Self::Number(mark) | Self::Kanji(mark) => matches!(mark, Mark::Bare | Mark::Colon),
            _ => false,
        }
    }
}

impl fmt::Display for Style {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cased = |capital: bool, text: &str| if capital { text.to_uppercase() } else { text.to_owned() };
        match self {
            Self::Heading(level) => out.write_str(&"#".repeat(*level)),
            Self::Bold => out.write_str("bold"),
            Self::Bullet => out.write_str("bullet"),
            Self::Named(word) => out.write_str(word),
            Self::Number(mark) => marked(out, "1", *mark),
            Self::Letter(capital, mark) => marked(out, &cased(*capital, "a"), *mark),
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
        Mark::Colon => write!(out, "{text}:"),
        Mark::Comma => write!(out, "{text}、"),
        Mark::Bare => out.write_str(text),
        Mark::Circle => out.write_str("①"),
    }
}

#[cfg(test)]
mod tests {
    use super::Style;

    #[test]
    fn a_style_is_named_by_its_first_number() {
        for name in [
            "1.", "1)", "(1)", "1:", "A.", "(a)", "I.", "(i)", "1.1", "1.1.1", "##", "bold", "bullet", "A1",
            "(A1.1)", "一、", "1", "①",
        ] {
            assert_eq!(Style::parse(name).map(|style| style.to_string()).as_deref(), Ok(name));
        }
        assert_eq!(Style::parse("Pillar").map(|style| style.to_string()).as_deref(), Ok("pillar"));
        assert!(Style::parse("nonsense").is_err() && Style::parse("").is_err());
    }
}
