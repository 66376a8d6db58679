//! The value of a token for one scheme, by the cascade, with every `var()` filled in.

use super::scheme::{Scheme, split};
use super::sheet::Declaration;

/// How many tokens may stand for one another, and how long a value may become.
const MAX_DEPTH: usize = 16;
const MAX_LENGTH: usize = 4_096;

/// All tokens, for one scheme.
#[derive(Clone, Copy)]
pub(super) struct Tokens<'a> {
    pub declarations: &'a [Declaration],
    pub scheme: Scheme,
}

/// A value and the declarations that it was made from, that of the token first.
pub(super) struct TokenValue<'a> {
    pub text: String,
    pub from: Vec<&'a Declaration>,
}

impl<'a> Tokens<'a> {
    /// The value of a token. `None` when none is set, or it is made from one that is not.
    pub(super) fn value(self, name: &str) -> Option<TokenValue<'a>> {
        let mut from = Vec::new();
        let text = self.token(name, 0, &mut from)?;
        Some(TokenValue { text, from })
    }

    fn token(self, name: &str, depth: usize, from: &mut Vec<&'a Declaration>) -> Option<String> {
        let holds =
            |d: &&Declaration| d.name == name && d.media.iter().all(|query| self.scheme.matches(query));
        // Of the heaviest the last, which is the one that `max_by_key` gives.
        let winner = self.declarations.iter().filter(holds).max_by_key(|d| d.weight)?;
        from.push(winner);
        self.fill(&winner.value, depth, from)
    }

    fn fill(self, text: &str, depth: usize, from: &mut Vec<&'a Declaration>) -> Option<String> {
        let Some(start) = text.find("var(") else { return Some(text.to_owned()) };
        if depth > MAX_DEPTH || text.len() > MAX_LENGTH {
            return None;
        }
        let (inner, rest) = inside(&text[start + 4..])?;
        let parts = split(inner, ",");
        let (name, fallback) = parts.split_first()?;
        let name = name.trim().strip_prefix("--")?;
        let value = match self.token(name, depth + 1, from) {
            Some(value) => value,
            None if fallback.is_empty() => return None,
            None => self.fill(&fallback.join(","), depth + 1, from)?,
        };
        self.fill(&format!("{}{value}{rest}", &text[..start]), depth + 1, from)
    }
}

/// What is before the bracket that closes, and what is after it.
fn inside(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some((&text[..at], &text[at + 1..])),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::{SCHEMES, sheet};
    use super::*;

    fn value(css: &str, name: &str, scheme: usize) -> Option<String> {
        let declarations = sheet::read(0, css);
        Tokens { declarations: &declarations, scheme: SCHEMES[scheme] }.value(name).map(|value| value.text)
    }

    #[test]
    fn tokens_are_filled_in_for_the_scheme() {
        let css = ":root { --a: red; --b: var(--a); --c: rgb(var(--d, 1 2), var(--e, (3))); --f: var(--g) }\n\
                   @media (prefers-color-scheme: dark) { :root { --a: blue } html { --a: green } }";
        assert_eq!(value(css, "b", 0).as_deref(), Some("red"));
        assert_eq!(value(css, "b", 1).as_deref(), Some("blue"));
        assert_eq!(value(css, "c", 0).as_deref(), Some("rgb( 1 2,  (3))"));
        assert_eq!((value(css, "f", 0), value(css, "h", 0)), (None, None));
    }

    #[test]
    fn tokens_that_stand_for_each_other_end() {
        let css = ":root { --a: var(--b); --b: var(--a); --c: var(--c)var(--c); }";
        assert_eq!((value(css, "a", 0), value(css, "c", 0)), (None, None));
    }
}
