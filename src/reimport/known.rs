//! What a book has: its items by their numbers and words, and what was reported of each.

use std::collections::{BTreeMap, BTreeSet};

use super::values::{self, plain};
use crate::fields::MapEntry;
use crate::import::BookNames;
use crate::item_code::fold_code;
use crate::plan::Plan;
use crate::source::Tree;
use crate::vocabulary::Audience;

/// An item that is in the book.
pub(super) struct KnownItem {
    pub(super) id: String,
    pub(super) path: String,
    pub(super) folder: String,
    pub(super) title: String,
    pub(super) is_internal: bool,
    pub(super) lead: BTreeSet<String>,
    pub(super) supporting: BTreeSet<String>,
    pub(super) tags: BTreeSet<String>,
    pub(super) entries: Vec<MapEntry>,
    pub(super) body: String,
    pub(super) text: String,
    /// What was reported, oldest first.
    pub(super) past: Vec<Past>,
}

impl KnownItem {
    /// Whether these words are its title or its text.
    pub(super) fn says(&self, words: &str) -> bool {
        let words = plain(words);
        self.title == words || values::text(&self.entries, "text").is_some_and(|text| plain(text) == words)
    }

    /// Whether it has a code of its own.
    pub(super) fn has_code(&self) -> bool {
        values::text(&self.entries, "code").is_some()
    }
}

/// Something that was reported.
pub(super) struct Past {
    pub(super) date: String,
    pub(super) note: String,
    pub(super) entries: Vec<MapEntry>,
}

/// An area that is in the book.
pub(super) struct KnownArea {
    pub(super) number: String,
    pub(super) title: String,
    pub(super) folder: String,
}

/// A book as a table is compared with it.
pub(super) struct Known<'t> {
    pub(super) tree: &'t Tree,
    pub(super) items: Vec<KnownItem>,
    pub(super) areas: Vec<KnownArea>,
    /// Items by ids, codes, and words. Words that several items have name none.
    by_id: BTreeMap<String, usize>,
    by_code: BTreeMap<String, usize>,
    by_words: BTreeMap<String, Option<usize>>,
    by_kept_code: BTreeMap<String, Option<usize>>,
    pub(super) names: BookNames,
}

impl<'t> Known<'t> {
    pub(super) fn of(tree: &'t Tree, plan: &Plan) -> Self {
        let mut known = Self {
            tree,
            items: Vec::new(),
            areas: Vec::new(),
            by_id: BTreeMap::new(),
            by_code: BTreeMap::new(),
            by_words: BTreeMap::new(),
            by_kept_code: BTreeMap::new(),
            names: names(plan),
        };
        known.areas.extend(plan.areas.iter().map(|area| KnownArea {
            number: area.document.number.value.as_str().to_owned(),
            title: plain(&area.document.title.value),
            folder: area.document.folder.clone(),
        }));
        for item in &plan.items {
            known.item(item);
        }
        known.reported();
        known
    }

    fn item(&mut self, item: &crate::plan::Item) {
        let document = &item.document;
        let text = self.tree.text(document.record.file).unwrap_or("").to_owned();
        let (entries, body) = values::of_file(&text);
        let at = self.items.len();
        let ids = |roles: &[crate::parse::Role]| roles.iter().map(|role| role.agency.value.clone()).collect();
        let mut past = Vec::new();
        for short in values::value(&entries, "updates").map_or(&[][..], values::list) {
            let own = values::entries(short).to_vec();
            let said = |key| values::text(&own, key).unwrap_or("").trim().to_owned();
            past.push(Past { date: said("date"), note: said("note"), entries: own });
        }
        self.by_id.insert(document.id.as_str().to_owned(), at);
        if let Some(code) = &document.code {
            self.by_code.insert(code.folded.clone(), at);
        }
        if let Some(kept) = values::text(&entries, "x-code") {
            self.by_kept_code.entry(fold_code(kept)).and_modify(|found| *found = None).or_insert(Some(at));
        }
        let title = plain(&document.title.value);
        let words = values::text(&entries, "text").map(plain).unwrap_or_default();
        for words in BTreeSet::from([title.clone(), words]).into_iter().filter(|words| !words.is_empty()) {
            self.by_words.entry(words).and_modify(|found| *found = None).or_insert(Some(at));
        }
        self.items.push(KnownItem {
            id: document.id.as_str().to_owned(),
            path: document.record.path.clone(),
            folder: document.folder.clone(),
            title,
            is_internal: document.record.audience == Audience::Internal,
            lead: ids(&document.lead),
            supporting: ids(&document.supporting),
            tags: document.tags.iter().map(|tag| tag.value.clone()).collect(),
            entries,
            body,
            text,
            past,
        });
    }

    /// The updates in files of their own, each at the items that it names.
    fn reported(&mut self) {
        let tree = self.tree;
        for (file, _) in tree.below("content/updates/") {
            let (entries, body) = values::of_file(tree.text(file).unwrap_or(""));
            let date = values::text(&entries, "date").unwrap_or("").trim().to_owned();
            for id in values::value(&entries, "items").map_or(&[][..], values::list) {
                let Some(at) = self.named(&values::shown(id)) else { continue };
                let past = Past { date: date.clone(), note: body.clone(), entries: entries.clone() };
                self.items[at].past.push(past);
            }
        }
        self.items.iter_mut().for_each(|item| item.past.sort_by(|one, other| one.date.cmp(&other.date)));
    }

    /// The item with an id or code.
    pub(super) fn named(&self, written: &str) -> Option<usize> {
        let folded = fold_code(written);
        self.by_code
            .get(&folded)
            .or_else(|| self.by_id.get(written))
            .or_else(|| self.by_id.get(&folded))
            .copied()
    }

    /// The only item that keeps this number beside its id, where it could be no code.
    pub(super) fn with_kept_code(&self, written: &str) -> Option<usize> {
        self.by_kept_code.get(&fold_code(written)).copied().flatten()
    }

    /// The item with an id.
    pub(super) fn with_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The only item whose title or text these words are.
    pub(super) fn with_words(&self, words: &str) -> Option<usize> {
        self.by_words.get(&plain(words)).copied().flatten()
    }
}

/// The names of agencies and tags, and all ids that are taken.
fn names(plan: &Plan) -> BookNames {
    let mut names = BookNames::default();
    for agency in &plan.agencies {
        let document = &agency.document;
        names.ids.insert(document.id.clone());
        names.agencies.insert(document.id.clone(), document.id.clone());
        names.agencies.insert(plain(&document.name), document.id.clone());
    }
    for tag in plan.tags.iter().flat_map(|group| group.tags.iter().map(move |tag| (group, tag))) {
        let (group, tag) = tag;
        names.tags.insert(format!("{}/{}", group.key, tag.title), tag.name.clone());
        names.tags.insert(format!("{}/{}", group.title, tag.title), tag.name.clone());
        names.tags.insert(tag.title.clone(), tag.name.clone());
        names.tags.insert(tag.name.clone(), tag.name.clone());
    }
    names.ids.extend(plan.items.iter().map(|item| item.document.id.as_str().to_owned()));
    names.ids.extend(plan.areas.iter().map(|area| area.document.number.value.as_str().to_owned()));
    names.ids.extend(plan.forums.iter().map(|forum| forum.document.id.clone()));
    names.ids.extend(plan.sources.iter().map(|source| source.document.id.clone()));
    names
}
