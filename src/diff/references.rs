//! Which records a value or a text refers to, however they are written: by an id, by the plan's own code, in any case.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::changes::Kind;
use super::raw_fields::{RawField, RawFields, canonical};
use super::revision::RevisionRecord;
use super::words::{on_one_line, plain};
use crate::diag::Span;
use crate::fields::{Value, ValueKind};
use crate::item_code::fold_code;
use crate::plan::RecordIx;

/// The keys that name records.
const KEYS: &[(&str, Kind)] = &[
    ("items", Kind::Item),
    ("related", Kind::Item),
    ("depends-on", Kind::Item),
    ("same-as", Kind::Item),
    ("areas", Kind::Area),
    ("by", Kind::Agency),
    ("lead", Kind::Agency),
    ("supporting", Kind::Agency),
    ("parent", Kind::Agency),
    ("successor", Kind::Agency),
    ("forum", Kind::Forum),
    ("corrects", Kind::Update),
];
/// The keys that hold the name, where an entry of such a list is a mapping.
const NAME: &[&str] = &["value", "agency"];

/// What names of records stand for in a state.
pub(super) struct References<'a> {
    /// The ids of items by their codes.
    codes: BTreeMap<String, &'a str>,
    /// The numbers of areas: a link means the area, also where an item has the number as its code.
    areas: BTreeSet<&'a str>,
    /// Ids of this state that are others in the newer one.
    renamed: BTreeMap<(Kind, &'a str), &'a str>,
}

impl<'a> References<'a> {
    pub(super) fn new(entries: &[RevisionRecord<'a>], renamed: BTreeMap<(Kind, &'a str), &'a str>) -> Self {
        let codes = entries.iter().filter_map(|entry| Some((fold_code(entry.code?), entry.id))).collect();
        let areas = entries.iter().filter(|entry| matches!(entry.ix, RecordIx::Area(_)));
        Self { codes, areas: areas.map(|entry| entry.id).collect(), renamed }
    }

    /// The id that a record has in the newer state.
    pub(super) fn now<'n>(&self, kind: Kind, id: &'n str) -> &'n str
    where
        'a: 'n,
    {
        self.renamed.get(&(kind, id)).copied().unwrap_or(id)
    }

    /// The value of a key that names records, with the ids that they have now; `None` for all other keys.
    pub(super) fn ids(&self, key: &RawField) -> Option<String> {
        let (_, kind) = KEYS.iter().find(|(name, _)| *name == key.name)?;
        Some(self.in_value(*kind, &key.value))
    }

    fn in_value(&self, kind: Kind, value: &Value) -> String {
        let (mut texts, between): (Vec<String>, _) = match &value.kind {
            ValueKind::Scalar(text) => return self.id(kind, &on_one_line(text)),
            ValueKind::List(values) => {
                (values.iter().map(|value| self.in_value(kind, value)).collect(), ", ")
            }
            ValueKind::Map(entries) => {
                let text = |key: &str, value: &Value| match NAME.contains(&key) {
                    true => self.in_value(kind, value),
                    false => canonical(value, false),
                };
                let entries = entries.iter();
                (
                    entries
                        .map(|entry| format!("{}: {}", entry.key, text(&entry.key, &entry.value)))
                        .collect(),
                    "; ",
                )
            }
            ValueKind::Null | ValueKind::Refused => return canonical(value, false),
        };
        texts.sort();
        texts.join(between)
    }

    fn id(&self, kind: Kind, name: &str) -> String {
        let coded = (kind == Kind::Item).then(|| self.codes.get(&fold_code(name))).flatten();
        self.now(kind, coded.copied().unwrap_or(name)).to_owned()
    }

    /// The words of a text in which each link to an item names its id.
    pub(super) fn words(&self, text: &str) -> String {
        let mut words = String::with_capacity(text.len());
        let mut done = 0;
        for name in linked_names(text) {
            words.push_str(&text[done..name.start]);
            let kind = if self.areas.contains(&text[name.clone()]) { Kind::Area } else { Kind::Item };
            words.push_str(&self.id(kind, &text[name.clone()]));
            done = name.end;
        }
        words.push_str(&text[done..]);
        plain(&words)
    }
}

/// Where a record names an item by this code, as codes are compared; `None` when it does not. Where an area has the code as
/// its number, only lists of items do: a link means the area.
pub(super) fn mentions(fields: &RawFields, code: &str, is_area: bool) -> Option<Span> {
    let links_to = |text: &str, code: &str| !is_area && links_to(text, code);
    let in_keys = fields.keys.iter().find_map(|key| {
        let names_items = KEYS.contains(&(key.name.as_str(), Kind::Item));
        in_value(&key.value, names_items, code).or_else(|| links_to(key.written(), code).then_some(key.span))
    });
    in_keys.or_else(|| links_to(&fields.body, code).then_some(fields.body_span))
}

fn in_value(value: &Value, names_items: bool, code: &str) -> Option<Span> {
    match &value.kind {
        ValueKind::Scalar(text) => (names_items && fold_code(text) == code).then_some(value.span),
        ValueKind::List(values) => values.iter().find_map(|value| in_value(value, names_items, code)),
        ValueKind::Map(entries) => {
            entries.iter().find_map(|entry| in_value(&entry.value, entry.key == AFTER, code))
        }
        ValueKind::Null | ValueKind::Refused => None,
    }
}

fn links_to(text: &str, code: &str) -> bool {
    linked_names(text).any(|name| fold_code(&text[name]) == code)
}

/// Where the names of records stand that the links of a text lead to: `3.1` of `[[3.1|the agreement]]`.
fn linked_names(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let after = at + text[at..].find(LINK)? + LINK.len();
        // No name has a bracket, so the last one before it begins the link, and one within it begins another.
        let start = text.len() - text[after..].trim_start_matches('[').len();
        let end = text[start..].find(['|', ']', '[', '\n']).map_or(text.len(), |length| start + length);
        at = end;
        Some(start..end)
    })
}

/// The key of a due date that names an item.
const AFTER: &str = "after";

/// What a link to a record begins with.
const LINK: &str = "[[";

#[cfg(test)]
mod tests {
    use super::linked_names;

    #[test]
    fn a_link_leads_to_what_stands_before_its_words() {
        let names = |text: &'static str| linked_names(text).map(|name| &text[name]).collect::<Vec<_>>();
        assert_eq!(names("see [[3.1|the pact]], [[EC-01]]\nand [[jp-mofa"), ["3.1", "EC-01", "jp-mofa"]);
        assert_eq!(names("[[a\nb]] and [[港|x]]"), ["a", "港"]);
        assert_eq!(names("[[3.1 [[3.2]] [[[3.3]]"), ["3.1 ", "3.2", "3.3"]);
        assert_eq!(names("[3.1] and ]]"), [""; 0]);
        assert_eq!(names("[["), [""]);
    }
}
