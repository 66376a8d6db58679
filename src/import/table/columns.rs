//! Which column of a table is which key.

use std::collections::{BTreeMap, BTreeSet};

use super::super::file_names::name_of;
/// The keys that a column can be, each with the names that columns have for it.
const KEYS: &[(&str, &[&str])] = &[
    ("id", &["id", "no", "no.", "nr", "nr.", "#", "number", "ref", "ref.", "reference", "code", "番号"]),
    ("title", &["title", "short title", "name", "heading", "headline", "item", "action title", "件名"]),
    (
        "text",
        &[
            "text",
            "full text",
            "wording",
            "commitment",
            "action",
            "action item",
            "measure",
            "activity",
            "description",
            "内容",
        ],
    ),
    (
        "area",
        &[
            "area",
            "theme",
            "pillar",
            "priority",
            "goal",
            "objective",
            "section",
            "chapter",
            "category",
            "topic",
            "分野",
        ],
    ),
    ("code", &["code", "action code", "item code", "id code"]),
    ("kind", &["kind", "type"]),
    (
        "lead",
        &[
            "lead",
            "lead agency",
            "lead body",
            "responsible",
            "responsible agency",
            "responsible body",
            "owner",
            "ministry",
            "担当",
        ],
    ),
    ("supporting", &["supporting", "support", "supporting agencies", "partners", "partner"]),
    ("partners", &["external partners", "other partners"]),
    ("due", &["due", "due date", "deadline", "target date", "end date", "by when", "期限"]),
    ("start", &["start", "start date", "begin", "begins", "from", "開始"]),
    ("cadence", &["cadence", "frequency"]),
    ("tags", &["tags", "tag", "labels", "label", "keywords", "topics", "タグ"]),
    ("summary", &["summary", "in short"]),
    ("indicators", &["indicator", "indicators", "kpi", "kpis"]),
];

/// The columns of a table.
pub(super) struct Columns {
    names: Vec<String>,
    /// For each column its key, if it has one.
    keys: Vec<Option<&'static str>>,
    /// For each other column the key that begins with `x-`.
    others: Vec<String>,
}

impl Columns {
    /// Maps the names of columns to keys. `chosen` are (key, name of the column), as flags say.
    pub(super) fn of(names: &[String], chosen: &[(String, String)]) -> Result<Self, String> {
        let lower: Vec<String> = names
            .iter()
            .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
            .collect();
        let mut keys: Vec<Option<&'static str>> = vec![None; names.len()];
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        for (key, name) in chosen {
            let known = KEYS.iter().find(|(known, _)| known == key);
            let (key, _) = known.ok_or_else(|| {
                format!(
                    "a column cannot have the key `{key}`; the keys are {}",
                    list(KEYS.iter().map(|(key, _)| *key))
                )
            })?;
            let at = lower.iter().position(|column| *column == name.trim().to_lowercase());
            let at = at.ok_or_else(|| {
                format!(
                    "the column `{name}` does not exist; the columns are {}",
                    list(names.iter().map(String::as_str))
                )
            })?;
            keys[at] = Some(key);
            taken.insert(key);
        }
        for (key, synonyms) in KEYS {
            // The names that a key has first are the likelier ones.
            let at = synonyms.iter().find_map(|synonym| {
                lower.iter().zip(&keys).position(|(name, key)| name == synonym && key.is_none())
            });
            if let Some(at) = at.filter(|_| !taken.contains(key)) {
                keys[at] = Some(key);
                taken.insert(key);
            }
        }
        if !taken.contains("title") && !taken.contains("text") {
            return Err(format!(
                "no column has the title or the text of an item; the columns are {}\n  help: name one, as in `--column text=\"{}\"`, or the separator of the columns, as in `--separator ';'`",
                list(names.iter().map(String::as_str)),
                names.first().map_or("Action", String::as_str)
            ));
        }
        Ok(Self { names: names.to_vec(), keys, others: others(names) })
    }

    /// The value of a key in a row; empty when there is none.
    pub(super) fn value<'r>(&self, row: &'r [String], key: &str) -> &'r str {
        let at = self.keys.iter().position(|known| *known == Some(key));
        at.and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    /// The values of a row that no key is for, and those beyond the last column.
    pub(super) fn rest(&self, row: &[String]) -> BTreeMap<String, Vec<String>> {
        let mut rest = BTreeMap::new();
        for (at, value) in row.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
            match (self.keys.get(at), self.others.get(at)) {
                (Some(Some(_)), _) => {}
                (_, Some(other)) => {
                    rest.insert(other.clone(), vec![value.clone()]);
                }
                _ => {
                    rest.entry("x-beyond-the-columns".to_owned()).or_insert_with(Vec::new).push(value.clone())
                }
            }
        }
        rest
    }

    /// How many columns have a name.
    pub(super) fn count(&self) -> usize {
        self.names.len()
    }

    /// Which column became what.
    pub(super) fn decided(&self) -> Vec<String> {
        let columns = self.names.iter().zip(&self.keys).zip(&self.others);
        columns
            .map(|((name, key), other)| match key {
                Some(key) => format!("column `{name}` is `{key}` (--column {key}=NAME)"),
                None => format!("column `{name}` has no key in planbook, so it becomes `{other}` (--column KEY=\"{name}\")"),
            })
            .collect()
    }
}

/// A key of its own for each column.
fn others(names: &[String]) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut others = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let words = name_of(name);
        let base = if words.is_empty() { format!("x-column-{}", at + 1) } else { format!("x-{words}") };
        let key = if taken.contains(&base) { format!("{base}-{}", at + 1) } else { base };
        taken.insert(key.clone());
        others.push(key);
    }
    others
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
