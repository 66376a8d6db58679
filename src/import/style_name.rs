//! Styles by the names that people give them.

use super::NumberStyle;
use super::marker;

impl NumberStyle {
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
            "row" => return Ok(Self::Row),
            "capitals" => return Ok(Self::Capitals),
            "plain" => return Ok(Self::Plain),
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
            .or_else(|| word(name).map(Self::Named))
            .ok_or_else(|| {
                format!(
                    "`{name}` is not a style of numbers: write the first number as the text has it (`1.`, `(1)`, `A.`, `(a)`, `I.`, `(i)`, `1.1`, `A1`), the word before it (`Pillar`), `#` signs as many as a heading has, `bold`, `capitals`, `plain`, `row`, `bullet`, `code` or `code-after`"
                )
            })
    }
}

/// Any word that can stand before a number.
fn word(name: &str) -> Option<String> {
    let letters = name.chars().all(|sign| sign.is_alphabetic() || " .-'§".contains(sign));
    let said = name == "§" || name.chars().any(char::is_alphabetic);
    (letters && said && name.chars().count() > 1 || name == "§").then(|| name.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::NumberStyle;

    #[test]
    fn a_style_is_named_by_its_first_number() {
        for name in [
            "1.", "1)", "(1)", "1:", "1°", "A.", "(a)", "I.", "(i)", "1.1", "1.1.1", "##", "bold", "bullet",
            "A1", "(A1.1)", "一、", "1", "①",
        ] {
            assert_eq!(NumberStyle::parse(name).map(|style| style.to_string()).as_deref(), Ok(name));
        }
        assert_eq!(NumberStyle::parse("Axe").map(|style| style.to_string()).as_deref(), Ok("axe"));
        assert_eq!(NumberStyle::parse("Pillar").map(|style| style.to_string()).as_deref(), Ok("pillar"));
        assert!(NumberStyle::parse("1 of 2").is_err() && NumberStyle::parse("").is_err());
    }
}
