//! The styles of paragraphs: which are headings, and which have a list.

use std::collections::BTreeMap;

use super::super::office::{Event, Events, attribute};

/// A style, as far as it says something of the outline.
#[derive(Debug, Clone, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    /// From 0; 9 is a text.
    outline: Option<usize>,
    list: Option<String>,
    list_level: Option<usize>,
}

/// The styles of a document, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
}

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Text,
    /// A heading of a level, from 1.
    Heading(usize),
    /// The title of the document.
    Title,
    /// A line of the table of contents.
    Contents,
}

/// Styles that are based on each other in a circle end somewhere.
const LONGEST_CHAIN: usize = 32;

impl Styles {
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut styles = Self::default();
        let mut id = String::new();
        for event in Events::of(text) {
            let Event::Open(name, attributes) = event? else { continue };
            let value = attribute(&attributes, "val").unwrap_or("");
            if name == "style" {
                id = attribute(&attributes, "styleId").unwrap_or("").to_owned();
            }
            let style = styles.styles.entry(id.clone()).or_default();
            match name.as_str() {
                "name" => style.name = value.to_lowercase(),
                "basedOn" => style.based_on = Some(value.to_owned()),
                "outlineLvl" => style.outline = value.parse().ok(),
                "numId" => style.list = Some(value.to_owned()),
                "ilvl" => style.list_level = value.parse().ok(),
                _ => {}
            }
        }
        Ok(styles)
    }

    /// A style and those that it is based on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.styles.get(id);
        std::iter::successors(first, |style| style.based_on.as_deref().and_then(|id| self.styles.get(id)))
            .take(LONGEST_CHAIN)
    }

    /// What a paragraph of a style is.
    pub(super) fn role(&self, id: &str) -> Role {
        for style in self.chain(id) {
            let level = style.name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok());
            match (level, style.outline) {
                (Some(level), _) if (1..=9).contains(&level) => return Role::Heading(level),
                (_, Some(outline)) if outline < 9 => return Role::Heading(outline + 1),
                _ if style.name == "title" => return Role::Title,
                _ if style.name.starts_with("toc ") => return Role::Contents,
                _ => {}
            }
        }
        Role::Text
    }

    /// The list of a style, and the level in it, if the style says one.
    pub(super) fn list(&self, id: &str) -> Option<(String, Option<usize>)> {
        let mut level = None;
        for style in self.chain(id) {
            level = level.or(style.list_level);
            if let Some(list) = &style.list {
                return Some((list.clone(), level));
            }
        }
        None
    }
}
