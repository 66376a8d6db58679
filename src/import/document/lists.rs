//! The lists of a document: which number a paragraph has, as Word computes it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::office::{Event, Events, attribute};
use super::list_number::written;
use super::styles::Styles;

/// The levels of a list.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Debug, Clone)]
struct Level {
    start: usize,
    format: String,
    /// `%1.%2`.
    text: String,
    /// Above which level it begins again, from 1; 0 is never.
    restart: Option<usize>,
    /// Whether all numbers are decimal.
    legal: bool,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        let (format, text) = ("decimal".to_owned(), String::new());
        Self { start: 1, format, text, restart: None, legal: false, style: None }
    }
}

/// The definition of lists that count together.
#[derive(Debug, Clone, Default)]
struct Definition {
    levels: BTreeMap<usize, Level>,
    /// The style whose list is meant.
    style: Option<String>,
}

/// A list: its definition, and what it does otherwise.
#[derive(Debug, Clone, Default)]
struct List {
    definition: String,
    starts: BTreeMap<usize, usize>,
    levels: BTreeMap<usize, Level>,
}

/// The lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    definitions: BTreeMap<String, Definition>,
    lists: BTreeMap<String, List>,
    counts: BTreeMap<String, [Option<usize>; LEVELS]>,
    begun: BTreeSet<(String, usize)>,
}

/// The number of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    /// `1.`, `(a)`, `-`.
    pub(super) number: String,
    pub(super) level: usize,
}

impl Lists {
    pub(super) fn read(text: &str, styles: &Styles) -> Result<Self, String> {
        let mut lists = Self::default();
        let (mut definition, mut list, mut level) = (None::<String>, None::<String>, 0_usize);
        for event in Events::of(text) {
            let (name, attributes) = match event? {
                Event::Open(name, attributes) => (name, attributes),
                Event::Close(name) => {
                    match name.as_str() {
                        "abstractNum" => definition = None,
                        "num" => list = None,
                        _ => {}
                    }
                    continue;
                }
                Event::Text(_) => continue,
            };
            let value = attribute(&attributes, "val").unwrap_or("");
            let number = |key| attribute(&attributes, key).and_then(|text| text.parse::<usize>().ok());
            match name.as_str() {
                "abstractNum" => definition = attribute(&attributes, "abstractNumId").map(str::to_owned),
                "num" => list = attribute(&attributes, "numId").map(str::to_owned),
                "lvl" | "lvlOverride" => level = number("ilvl").unwrap_or(0).min(LEVELS - 1),
                _ => {}
            }
            if let Some(id) = &list {
                let list = lists.lists.entry(id.clone()).or_default();
                match name.as_str() {
                    "abstractNumId" => value.clone_into(&mut list.definition),
                    "startOverride" => {
                        list.starts.insert(level, value.parse().unwrap_or(1));
                    }
                    "lvlOverride" | "num" => {}
                    _ => set(list.levels.entry(level).or_default(), &name, value, &attributes),
                }
            } else if let Some(id) = &definition {
                let definition = lists.definitions.entry(id.clone()).or_default();
                match name.as_str() {
                    "numStyleLink" => definition.style = Some(value.to_owned()),
                    "abstractNum" => {}
                    _ => set(definition.levels.entry(level).or_default(), &name, value, &attributes),
                }
            }
        }
        lists.follow(styles);
        Ok(lists)
    }

    /// A definition that names a style is that of the list of the style.
    fn follow(&mut self, styles: &Styles) {
        let linked: Vec<(String, String)> = self
            .definitions
            .iter()
            .filter_map(|(id, found)| Some((id.clone(), found.style.clone()?)))
            .collect();
        for (id, style) in linked {
            let other = styles
                .list(&style)
                .and_then(|(list, _)| self.lists.get(&list))
                .map(|list| list.definition.clone());
            if let Some(levels) =
                other.and_then(|other| self.definitions.get(&other)).map(|found| found.levels.clone())
                && let Some(definition) = self.definitions.get_mut(&id)
            {
                definition.levels = levels;
            }
        }
    }

    /// The level of a list that paragraphs of a style have.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let definition = self.definitions.get(&self.lists.get(list)?.definition)?;
        definition.levels.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(at, _)| *at)
    }

    /// Counts a paragraph of a list. The list `0` is none.
    pub(super) fn number(&mut self, id: &str, level: usize) -> Option<Numbered> {
        let level = level.min(LEVELS - 1);
        let list = self.lists.get(id).filter(|_| id != "0")?.clone();
        let definition = self.definitions.get(&list.definition)?.clone();
        let look = |at: usize| {
            list.levels
                .get(&at)
                .filter(|level| !level.text.is_empty())
                .or_else(|| definition.levels.get(&at))
                .cloned()
                .unwrap_or_default()
        };
        let this = look(level);
        let counts = self.counts.entry(list.definition.clone()).or_default();
        let start = |at: usize| list.starts.get(&at).copied().unwrap_or_else(|| look(at).start);
        let again = list.starts.contains_key(&level) && self.begun.insert((id.to_owned(), level));
        counts[level] = Some(match counts[level] {
            Some(count) if !again => count.saturating_add(1),
            _ => start(level),
        });
        // A level that was left out has begun, too.
        for (at, count) in counts.iter_mut().enumerate().take(level) {
            count.get_or_insert(start(at));
        }
        for (at, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let stays = look(at).restart.is_some_and(|restart| restart == 0 || level + 1 > restart);
            if !stays {
                *count = None;
            }
        }
        if this.format == "bullet" {
            return Some(Numbered { number: "-".to_owned(), level });
        }
        let mut number = this.text.clone();
        for at in (0..=level).rev() {
            let format = if this.legal { "decimal".to_owned() } else { look(at).format };
            number = number.replace(&format!("%{}", at + 1), &written(counts[at].unwrap_or(1), &format));
        }
        Some(Numbered { number: number.trim().to_owned(), level })
            .filter(|numbered| !numbered.number.is_empty())
    }
}

fn set(level: &mut Level, name: &str, value: &str, attributes: &[(String, String)]) {
    match name {
        "start" => level.start = value.parse().unwrap_or(1),
        "numFmt" => value.clone_into(&mut level.format),
        "lvlText" => value.clone_into(&mut level.text),
        "lvlRestart" => level.restart = value.parse().ok(),
        "isLgl" => {
            level.legal = attribute(attributes, "val").is_none_or(|value| value != "0" && value != "false")
        }
        "pStyle" => level.style = Some(value.to_owned()),
        _ => {}
    }
}
