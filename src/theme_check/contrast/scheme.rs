//! What readers ask of a screen, and whether a media query matches it.

/// A reader's screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scheme {
    /// What to call it.
    pub name: &'static str,
    dark: bool,
    more: bool,
}

/// All that colours are measured for.
pub const SCHEMES: [Scheme; 4] = [
    Scheme { name: "light", dark: false, more: false },
    Scheme { name: "dark", dark: true, more: false },
    Scheme { name: "light, more contrast", dark: false, more: true },
    Scheme { name: "dark, more contrast", dark: true, more: true },
];

impl Scheme {
    /// Whether the screen is dark.
    pub(super) fn is_dark(self) -> bool {
        self.dark
    }

    /// Whether a media query matches a wide screen of this kind.
    pub(super) fn matches(self, query: &str) -> bool {
        let query = query.to_ascii_lowercase();
        split(&query, ",").into_iter().any(|query| self.condition(query.trim(), 0))
    }

    fn condition(self, text: &str, depth: usize) -> bool {
        if depth > 16 {
            return false;
        }
        let text = text.strip_prefix("only ").unwrap_or(text).trim();
        if let Some(rest) = text.strip_prefix("not ") {
            return !self.condition(rest, depth + 1);
        }
        let alternatives = split(text, " or ");
        if alternatives.len() > 1 {
            return alternatives.into_iter().any(|part| self.condition(part, depth + 1));
        }
        let parts = split(text, " and ");
        if parts.len() > 1 {
            return parts.into_iter().all(|part| self.condition(part, depth + 1));
        }
        match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            Some(inner) if inner.contains('(') => self.condition(inner, depth + 1),
            Some(feature) => self.feature(feature),
            None => matches!(text, "screen" | "all"),
        }
    }

    fn feature(self, feature: &str) -> bool {
        let (name, value) = feature.split_once(':').unwrap_or((feature, ""));
        match (name.trim(), value.trim()) {
            ("prefers-color-scheme", value) => value == if self.dark { "dark" } else { "light" },
            ("prefers-contrast", "more" | "") => self.more,
            ("prefers-contrast", "no-preference") => !self.more,
            // A wide screen with a mouse.
            (name, _) => name.starts_with("min-") || matches!(name, "hover" | "color"),
        }
    }
}

/// The parts between a separator that stands in no bracket.
pub(super) fn split<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && at >= start && text[at..].starts_with(separator) {
            parts.push(&text[start..at]);
            start = at + separator.len();
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// For which of the four a query matches.
    fn matched(query: &str) -> [bool; 4] {
        SCHEMES.map(|scheme| scheme.matches(query))
    }

    #[test]
    fn queries_match_the_screens_that_they_ask_for() {
        assert_eq!(matched("screen and (prefers-color-scheme: dark)"), [false, true, false, true]);
        assert_eq!(matched("(prefers-contrast: more)"), [false, false, true, true]);
        assert_eq!(matched("not (prefers-contrast)"), [true, true, false, false]);
        assert_eq!(matched("not screen and (prefers-contrast)"), [true, true, false, false]);
        assert_eq!(
            matched("((prefers-color-scheme:light) or (prefers-contrast: more)) and (min-width: 1em)"),
            [true, false, true, true]
        );
        assert_eq!(matched("print, only screen"), [true; 4]);
        for never in ["print", "(max-width: 1em)", "(forced-colors: active)", "", "(((((", "tv"] {
            assert_eq!(matched(never), [false; 4], "{never}");
        }
        assert_eq!(matched(&"(".repeat(9_999)), [false; 4]);
    }
}
