//! The addresses in a style sheet, with what is loaded from each.
//!
//! It knows as much of CSS as that takes: comments, strings, escapes, functions, and in which rule something stands.

use std::ops::Range;

/// What a browser loads from an address in a style sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Another style sheet.
    Sheet,
    /// A font.
    Font,
    /// A picture.
    Picture,
}

/// An address, as a browser reads it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Without quotation marks and escapes.
    pub address: String,
    /// What is loaded from there.
    pub loaded: Use,
    /// Where it is written.
    pub range: Range<usize>,
}

/// The addresses of a sheet, in order.
pub(super) fn addresses(css: &str) -> Vec<Found> {
    let mut reader =
        Reader { css, at: 0, rule: String::new(), fonts: 0, depth: 0, open: Vec::new(), found: Vec::new() };
    while reader.at < css.len() {
        reader.step();
    }
    reader.found
}

struct Reader<'a> {
    css: &'a str,
    at: usize,
    /// The name of the rule that begins with `@` and has not come to its block or end.
    rule: String,
    /// The depth of the block of the `@font-face` that this is in; 0 outside of one.
    fonts: usize,
    depth: usize,
    /// The functions that are open.
    open: Vec<String>,
    found: Vec<Found>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.css[self.at..]
    }

    fn step(&mut self) {
        let Some(c) = self.rest().chars().next() else { return };
        match c {
            '/' if self.rest().starts_with("/*") => {
                self.at += self.rest()[2..].find("*/").map_or(self.rest().len(), |end| end + 4);
            }
            '"' | '\'' => {
                let (text, range) = self.string(c);
                let function = self.open.last().map_or("", String::as_str);
                if self.rule == "import"
                    || matches!(function, "src" | "image-set" | "-webkit-image-set" | "image")
                {
                    self.note(text, range);
                }
            }
            '@' => {
                self.at += 1;
                self.rule = self.name().to_ascii_lowercase();
            }
            '{' | '}' | ';' => self.end(c),
            '(' => {
                self.at += 1;
                self.open.push(String::new());
            }
            ')' => {
                self.at += 1;
                self.open.pop();
            }
            c if is_of_name(c) => self.word(),
            c => self.at += c.len_utf8(),
        }
    }

    /// The end of what a declaration or the head of a rule says.
    fn end(&mut self, c: char) {
        self.at += 1;
        match c {
            '{' => {
                self.depth += 1;
                if self.rule == "font-face" {
                    self.fonts = self.depth;
                }
            }
            '}' => {
                if self.depth == self.fonts {
                    self.fonts = 0;
                }
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
        self.rule.clear();
        self.open.clear();
    }

    /// A word, and what is in its bracket where that is an address without quotation marks.
    fn word(&mut self) {
        let name = self.name().to_ascii_lowercase();
        if !self.rest().starts_with('(') {
            return;
        }
        self.at += 1;
        if name != "url" {
            return self.open.push(name);
        }
        self.at += self.rest().len() - self.rest().trim_start().len();
        match self.rest().chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let (text, range) = self.string(quote);
                self.note(text, range);
                self.open.push(name);
            }
            _ => {
                let (text, range) = self.text(|c| c == ')');
                let kept = text.trim_end().to_owned();
                self.note(kept, range);
                self.at = (self.at + 1).min(self.css.len());
            }
        }
    }

    fn name(&mut self) -> String {
        self.text(|c| !is_of_name(c)).0
    }

    fn string(&mut self, quote: char) -> (String, Range<usize>) {
        self.at += 1;
        // A line that ends in a string ends it.
        let found = self.text(|c| c == quote || c == '\n');
        self.at = (self.at + 1).min(self.css.len());
        found
    }

    /// The text up to a character, without its escapes, and its place.
    fn text(&mut self, is_end: impl Fn(char) -> bool) -> (String, Range<usize>) {
        let start = self.at;
        let mut text = String::new();
        while let Some(c) = self.rest().chars().next() {
            if c == '\\' {
                text.extend(self.escaped());
                continue;
            }
            if is_end(c) {
                break;
            }
            text.push(c);
            self.at += c.len_utf8();
        }
        (text, start..self.at)
    }

    /// What an escape stands for: a character, by itself or by its number; nothing at the end of a line.
    fn escaped(&mut self) -> Option<char> {
        self.at += 1;
        let digits: String = self.rest().chars().take(6).take_while(char::is_ascii_hexdigit).collect();
        if digits.is_empty() {
            let c = self.rest().chars().next()?;
            self.at += c.len_utf8();
            return (c != '\n').then_some(c);
        }
        self.at += digits.len();
        if self.rest().starts_with([' ', '\t', '\n']) {
            self.at += 1;
        }
        u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).or(Some(char::REPLACEMENT_CHARACTER))
    }

    fn note(&mut self, address: String, range: Range<usize>) {
        let loaded = match self.rule.as_str() {
            "import" => Use::Sheet,
            // Its address is a name, which nobody opens.
            "namespace" => return,
            _ if self.fonts > 0 => Use::Font,
            _ => Use::Picture,
        };
        self.found.push(Found { address, loaded, range });
    }
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '\\') || !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(css: &str) -> Vec<(String, Use)> {
        addresses(css).into_iter().map(|found| (found.address, found.loaded)).collect()
    }

    #[test]
    fn what_a_browser_loads_is_found_and_nothing_else() {
        let css = "/* url(no) */ @import \"a.css\" screen; @import url( 'b.css' );\n\
            @namespace url(http://www.w3.org/1999/xhtml);\n\
            @media print { @font-face { font-family: \"no\"; src: local('no'), url(c.woff2) format(\"woff2\") } p { background: URL(//d/e.png ) } }\n\
            q::before { content: \"https://no.example/\"; background: image-set('f.png' 1x, u\\72l(g\\.png) 2x) }\n\
            @font-face { src: src(\"h.woff\") }\n\
            a { --x: url(\"h\\74tp:i\") }";
        let sheet = |name: &str| (name.to_owned(), Use::Sheet);
        let font = |name: &str| (name.to_owned(), Use::Font);
        let picture = |name: &str| (name.to_owned(), Use::Picture);
        assert_eq!(
            found(css),
            [
                sheet("a.css"),
                sheet("b.css"),
                font("c.woff2"),
                picture("//d/e.png"),
                picture("f.png"),
                picture("g.png"),
                font("h.woff"),
                picture("http:i"),
            ]
        );
    }

    #[test]
    fn places_are_those_of_the_addresses() {
        let css = "p { background: url( \"//a.example/b.png\" ) } i { background: url( //c/d ) }";
        let places: Vec<&str> = addresses(css).into_iter().map(|found| &css[found.range]).collect();
        assert_eq!(places, ["//a.example/b.png", "//c/d "]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn places_are_in_the_sheet_whatever_is_in_it(css in "([-:;{}()@/*\"'\\\\ aé\n]|url\\(|@import |@font-face\\{|//x){0,60}") {
            for found in addresses(&css) {
                prop_assert!(css.get(found.range).is_some());
            }
        }
    }
}
