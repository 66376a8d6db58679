//! Reads the custom properties of `:root` from a style sheet: their values, their places, and when they hold.
//!
//! It knows as much of CSS as that takes: comments, strings, brackets, blocks, and that a block may be in a block. The parser
//! of a browser engine (cssparser) gives tokens only, so all of this would remain to be written on top of it.

use std::ops::Range;

use crate::theme_check::css_code::{end_of_string, length_of_escape};

/// A custom property of the root element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Declaration {
    /// Its name, without the `--`.
    pub name: String,
    /// Its value, as written.
    pub value: String,
    /// Which sheet it is in.
    pub sheet: usize,
    /// Where it is written.
    pub range: Range<usize>,
    /// Media queries, all of which must match.
    pub media: Vec<String>,
    /// What makes it win over another.
    pub weight: Weight,
}

/// The heavier of two declarations wins, and of two that weigh the same the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Weight {
    important: bool,
    unlayered: bool,
    /// How often `:root` stands in the selector: it is a class, `html` a mere element.
    classes: usize,
}

/// Where the reader is: inside which blocks.
#[derive(Clone, Default)]
struct Inside {
    media: Vec<String>,
    layered: bool,
    /// Whether declarations here are those of the root element, and how many classes the selector had.
    root: Option<usize>,
    /// A block that says nothing of the root element, whatever is in it.
    elsewhere: bool,
}

/// The declarations of a sheet, in the order in which they are written.
pub(crate) fn read(sheet: usize, css: &str) -> Vec<Declaration> {
    let mut reader = SheetReader { css, at: 0, sheet, found: Vec::new() };
    while reader.at < css.len() {
        // A `}` too many ends nothing: what comes after it still counts.
        reader.block(&Inside::default(), 0);
    }
    reader.found
}

/// How deeply blocks may nest.
const MAX_DEPTH: usize = 32;

struct SheetReader<'a> {
    css: &'a str,
    at: usize,
    sheet: usize,
    found: Vec<Declaration>,
}

impl SheetReader<'_> {
    /// Reads to the end of a block.
    fn block(&mut self, inside: &Inside, depth: usize) {
        while self.at < self.css.len() {
            let (text, range, end) = self.statement();
            match end {
                Some('{') if depth < MAX_DEPTH => self.block(&enter(inside, text.trim()), depth + 1),
                // Too deep to mean anything: the block is passed over with what is in it.
                Some('{') => {}
                end => {
                    self.declare(inside, &text, range);
                    if end == Some('}') {
                        return;
                    }
                }
            }
        }
    }

    /// Reads to the next `{`, `;` or `}` that is in no string and no bracket: the text without comments, its place, and
    /// the character.
    fn statement(&mut self) -> (String, Range<usize>, Option<char>) {
        let mut text = String::new();
        let mut range: Option<Range<usize>> = None;
        let mut brackets = 0_usize;
        while let Some(c) = self.css[self.at..].chars().next() {
            let start = self.at;
            if self.css[start..].starts_with("/*") {
                self.at = self.css[start..].find("*/").map_or(self.css.len(), |end| start + end + 2);
                text.push(' ');
                continue;
            }
            self.at = match c {
                '"' | '\'' => start + end_of_string(&self.css[start..]),
                '\\' => start + length_of_escape(&self.css[start..]),
                _ => start + c.len_utf8(),
            };
            match c {
                '{' | ';' | '}' if brackets == 0 => return (text, range.unwrap_or(start..start), Some(c)),
                '(' | '[' => brackets += 1,
                ')' | ']' => brackets = brackets.saturating_sub(1),
                // Nobody writes these in brackets: one of them was not closed.
                '{' | '}' => return (text, range.unwrap_or(start..start), Some(c)),
                _ => {}
            }
            text.push_str(&self.css[start..self.at]);
            if !c.is_whitespace() {
                range = Some(range.map_or(start, |range| range.start)..self.at);
            }
        }
        (text, range.unwrap_or(self.at..self.at), None)
    }

    fn declare(&mut self, inside: &Inside, text: &str, range: Range<usize>) {
        let (Some(classes), Some((name, value))) = (inside.root, text.split_once(':')) else { return };
        let Some(name) = name.trim().strip_prefix("--") else { return };
        let value = value.trim();
        let plain = value.strip_suffix("!important");
        self.found.push(Declaration {
            name: name.to_owned(),
            value: plain.unwrap_or(value).trim().to_owned(),
            sheet: self.sheet,
            range,
            media: inside.media.clone(),
            weight: Weight { important: plain.is_some(), unlayered: !inside.layered, classes },
        });
    }
}

/// What holds in the block that this text opens.
fn enter(inside: &Inside, prelude: &str) -> Inside {
    let mut inner = inside.clone();
    let rule = prelude.strip_prefix('@').map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        rest.split_at(end)
    });
    match rule {
        Some(("media", query)) => inner.media.push(query.trim().to_owned()),
        Some(("layer", _)) => inner.layered = true,
        // What planbook's own pages would be without a browser's abilities is not measured.
        Some(("supports", _)) => {}
        Some(_) => inner.elsewhere = true,
        None => {
            let of = |selector: &str| match selector.trim() {
                "html" => Some(0),
                "&" => inside.root,
                classes => {
                    let classes = classes.strip_prefix("html").unwrap_or(classes);
                    let count = classes.len() / ":root".len();
                    (count > 0 && classes == ":root".repeat(count)).then_some(count)
                }
            };
            inner.root = prelude.split(',').filter_map(of).max();
            inner.elsewhere |= inner.root.is_none();
        }
    }
    if inner.elsewhere {
        inner.root = None;
    }
    inner
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(css: &str) -> Vec<String> {
        read(0, css)
            .into_iter()
            .map(|d| format!("{}={} {}", d.name, d.value, d.media.join(" & ")).trim().to_owned())
            .collect()
    }

    #[test]
    fn properties_of_the_root_are_found_in_every_block() {
        assert_eq!(
            said(
                "/* --no: 1; */ :root { --a: #fff; color: red; --b : var(--a) /* c */ }\n\
                 @media screen and (x) { :root, .y { --a: \"};\" ; } @media (z) { html { --c: d } } }\n\
                 :root { @media (n) { --a: e } & { --f: g } }\n\
                 p { --no: 1 } @container (w) { :root { --no: 1 } } p { :root { --no: 1 } }"
            ),
            ["a=#fff", "b=var(--a)", "a=\"};\" screen and (x)", "c=d screen and (x) & (z)", "a=e (n)", "f=g"]
        );
    }

    #[test]
    fn places_are_those_of_the_declarations() {
        let css = ":root {\n  --a: rgb(0 0 0 / 50%) ;\n}";
        assert_eq!(&css[read(0, css)[0].range.clone()], "--a: rgb(0 0 0 / 50%)");
    }

    #[test]
    fn weights_follow_the_cascade() {
        let weights: Vec<Weight> = read(
            0,
            "@layer x { :root { --a: 1; } } html { --a: 2; } html:root { --a: 3; } :root:root { --a: 3; } html { --a: 4 !important; }",
        )
        .into_iter()
        .map(|d| d.weight)
        .collect();
        assert!(weights.is_sorted() && weights[0] < weights[1] && weights[2] < weights[3], "{weights:?}");
    }

    #[test]
    fn text_that_is_no_css_ends() {
        for css in ["}}{", ":root { --a: (", "\"", "/*", ":root { --a: '\\", "@", &"{".repeat(9_999)] {
            read(0, css);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn places_are_in_the_sheet_whatever_is_in_it(css in "([-:;{}()@/*\"'\\\\ aé\n]|:root\\{|--a:|@media ){0,60}") {
            for declaration in read(0, &css) {
                prop_assert!(css.get(declaration.range).is_some_and(|text| text.contains("--")));
            }
        }
    }
}
