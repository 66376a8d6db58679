//! Which column of a table is which key.

use std::collections::{BTreeMap, BTreeSet};

use super::super::file_names::name_of;
use super::looks::{has_dates, has_words};
use super::names::{KEYS, Name, SEVERAL};
use super::row::Row;
use crate::import::table_map::{self, ColumnUse};

/// The keys that stand beside another one: without it, the column is one of its own.
const BESIDE: &[(&str, &[&str])] = &[
    ("status", &["note", "challenges", "next-steps", "evidence"]),
    ("outlook", &["note", "challenges", "next-steps", "evidence"]),
    ("indicators", &["unit", "baseline", "target", "value"]),
];

/// The names of an area that are also those of a rank.
const RANKS: &[&str] = &["priority", "priorite", "prioritat", "prioridad"];

/// The names of columns that are the day of a status where they hold dates, and something else where they do not.
const DAYS: &[&str] = &["date", "datum", "fecha", "stand", "data", "日付", "年月日", "日時"];

/// The names of columns of Sustainable Development Goals, and the group of tags that these are.
const GOALS: &[&str] = &[
    "sdg",
    "un sdg",
    "sustainable development goal",
    "odd",
    "objectif de developpement durable",
    "ods",
    "objetivo de desarrollo sostenible",
    "nachhaltigkeitsziel",
    "持続可能な開発目標",
];
const GOAL_TAGS: &str = "sdg";

/// The columns of a table.
pub(super) struct Columns {
    names: Vec<String>,
    read: Vec<Name>,
    /// For each column its key, if it has one.
    keys: Vec<Option<&'static str>>,
    /// For each column the key that begins with `x-`.
    others: Vec<String>,
    /// For each column what a mapping says, where that is no key.
    special: Vec<Option<ColumnUse>>,
}

impl Columns {
    /// Maps the names of columns to keys. `chosen` are (key, name of the column), as flags say.
    pub(super) fn of(names: &[String], chosen: &[(String, String)], rows: &[Row]) -> Result<Self, String> {
        let read: Vec<Name> = names.iter().map(|name| Name::of(name)).collect();
        let mut keys = asked_for(names, chosen)?;
        let is_day = |at: usize| DAYS.iter().any(|day| read[at].is(day)) && has_dates(rows, at);
        let is_rank = |at: usize| RANKS.iter().any(|rank| read[at].is(rank)) && !has_words(rows, at);
        for (key, synonyms) in KEYS {
            if keys.contains(&Some(*key)) {
                continue;
            }
            // The names that a key has first are the likelier ones.
            for synonym in synonyms.split('|') {
                let found: Vec<usize> = (0..read.len())
                    .filter(|at| keys[*at].is_none() && read[*at].is(synonym))
                    .filter(|at| !is_rank(*at) && !is_day(*at))
                    .collect();
                let most = if SEVERAL.contains(key) { found.len() } else { 1 };
                found.iter().take(most).for_each(|at| keys[*at] = Some(key));
                if keys.contains(&Some(*key)) {
                    break;
                }
            }
        }
        let reports = |key: &Option<&str>| matches!(key, Some("status" | "outlook"));
        if keys.iter().any(reports) && !keys.contains(&Some("status-date")) {
            let day = (0..read.len()).find(|at| keys[*at].is_none() && is_day(*at));
            day.into_iter().for_each(|at| keys[at] = Some("status-date"));
        }
        let alone = |key: &str| {
            let mut needs = BESIDE.iter().filter(|(_, beside)| beside.contains(&key)).peekable();
            needs.peek().is_some() && !needs.any(|(main, _)| keys.contains(&Some(*main)))
        };
        let lonely: Vec<bool> = keys.iter().map(|key| key.is_some_and(alone)).collect();
        for (key, _) in keys.iter_mut().zip(lonely).filter(|(_, lonely)| *lonely) {
            *key = None;
        }
        if !keys.contains(&Some("title")) && !keys.contains(&Some("text")) {
            return Err(no_words(names, rows));
        }
        let is_goal =
            |(key, name): (&Option<&str>, &Name)| key.is_none() && GOALS.iter().any(|goal| name.is(goal));
        let tags = |is: bool| is.then(|| ColumnUse::Tags(GOAL_TAGS.to_owned()));
        let special = keys.iter().zip(&read).map(|column| tags(is_goal(column))).collect();
        Ok(Self { names: names.to_vec(), read, keys, others: others(names), special })
    }

    /// The columns as a mapping says.
    pub(super) fn mapped(names: &[String], uses: Vec<ColumnUse>) -> Result<Self, String> {
        let read = names.iter().map(|name| Name::of(name)).collect();
        let keys: Vec<Option<&'static str>> =
            uses.iter().map(|is| if let ColumnUse::Key(key) = is { Some(*key) } else { None }).collect();
        if !keys.contains(&Some("title")) && !keys.contains(&Some("text")) {
            return Err("the mapping has no column for the title or the text of an item\n  help: write `title` or `text` as what one of its columns is".to_owned());
        }
        let mut others = others(names);
        for (other, is) in others.iter_mut().zip(&uses) {
            if let ColumnUse::Field(key) = is {
                other.clone_from(key);
            }
        }
        let own =
            |is: ColumnUse| Some(is).filter(|is| !matches!(is, ColumnUse::Key(_) | ColumnUse::Field(_)));
        Ok(Self { names: names.to_vec(), read, keys, others, special: uses.into_iter().map(own).collect() })
    }

    /// What a mapping says of the columns that are neither a key nor a field: place, name, use and value in a row.
    pub(super) fn special<'r>(
        &'r self,
        row: &'r [String],
    ) -> impl Iterator<Item = (usize, &'r Name, &'r ColumnUse, &'r str)> {
        self.special.iter().enumerate().filter_map(|(at, is)| {
            let value = row.get(at).map_or("", String::as_str);
            Some((at, self.read.get(at)?, is.as_ref()?, value)).filter(|_| !value.is_empty())
        })
    }

    /// The name of a column as a person reads it.
    pub(super) fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// Each column as a mapping names it, and what it is.
    pub(super) fn uses(&self) -> Vec<(String, ColumnUse)> {
        let columns = self.keys.iter().zip(&self.others).zip(&self.special);
        let uses = columns.map(|((key, other), special)| match (key, special) {
            (_, Some(special)) => special.clone(),
            (Some(key), None) => ColumnUse::Key(key),
            (None, None) => ColumnUse::Field(other.clone()),
        });
        table_map::labels(&self.names).into_iter().zip(uses).collect()
    }

    /// The value of a key in a row; empty when there is none.
    pub(super) fn value<'r>(&self, row: &'r [String], key: &str) -> &'r str {
        self.at(key).and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    /// Where the column of a key stands.
    pub(super) fn at(&self, key: &str) -> Option<usize> {
        self.keys.iter().position(|known| *known == Some(key))
    }

    /// Each column of a key: its place, its name, and its value in a row.
    pub(super) fn all<'r>(
        &'r self,
        row: &'r [String],
        key: &str,
    ) -> impl Iterator<Item = (usize, &'r Name, &'r str)> {
        let columns = self.keys.iter().enumerate().filter(move |(_, known)| **known == Some(key));
        columns.filter_map(|(at, _)| Some((at, self.read.get(at)?, row.get(at).map_or("", String::as_str))))
    }

    /// The names of all columns, as they are compared.
    pub(super) fn read(&self) -> &[Name] {
        &self.read
    }

    /// The names of columns by their keys that begin with `x-`, and what stands beside them in brackets.
    pub(super) fn labels(&self) -> BTreeMap<String, (String, Option<String>)> {
        let columns = self.names.iter().zip(&self.read).zip(&self.others).zip(&self.keys);
        let mut labels = BTreeMap::new();
        for (((name, read), other), key) in columns {
            let label = (name.split_whitespace().collect::<Vec<_>>().join(" "), read.beside.clone());
            labels.insert(other.clone(), label.clone());
            // A value that is not what its key takes stands under `x-KEY`.
            if let Some(key) = key {
                labels.entry(format!("x-{key}")).or_insert(label);
            }
        }
        labels
    }

    /// The values of a row that no key is for, and those beyond the last column.
    pub(super) fn rest(&self, row: &[String]) -> BTreeMap<String, Vec<String>> {
        let mut rest = BTreeMap::new();
        for (at, value) in row.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
            match (self.keys.get(at), self.others.get(at)) {
                (Some(Some(_)), _) => {}
                _ if self.special.get(at).is_some_and(Option::is_some) => {}
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
    pub(super) fn decided(&self, is_mapped: bool) -> Vec<String> {
        if is_mapped {
            let uses = self.uses();
            return uses
                .iter()
                .map(|(name, is)| format!("column `{name}` is `{}` (--map)", is.written()))
                .collect();
        }
        let columns = self.names.iter().zip(&self.keys).zip(self.others.iter().zip(&self.special));
        columns
            .map(|((name, key), (other, special))| match key {
                None if let Some(special) = special => {
                    format!("column `{name}` is `{}` (--map FILE)", special.written())
                }
                Some(key) => format!("column `{name}` is `{key}` (--column {key}=NAME)"),
                None => format!("column `{name}` has no key in planbook, so it becomes `{other}` (--column KEY=\"{name}\")"),
            })
            .collect()
    }

    /// The columns that have a key, as `--column` takes them.
    pub(super) fn mapping(&self) -> Vec<(String, String)> {
        let columns = self.names.iter().zip(&self.keys);
        columns.filter_map(|(name, key)| key.map(|key| (key.to_owned(), name.clone()))).collect()
    }
}

/// The keys of the columns that flags name.
fn asked_for(names: &[String], chosen: &[(String, String)]) -> Result<Vec<Option<&'static str>>, String> {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let lower: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let mut keys: Vec<Option<&'static str>> = vec![None; names.len()];
    for (key, name) in chosen {
        let known = KEYS.iter().find(|(known, _)| known == key);
        let (key, _) = known.ok_or_else(|| {
            let known = list(KEYS.iter().map(|(key, _)| *key));
            format!("a column cannot have the key `{key}`; the keys are {known}")
        })?;
        let at = lower.iter().position(|column| *column == plain(name));
        let at = at.ok_or_else(|| {
            let columns = list(names.iter().map(String::as_str));
            format!("the column `{name}` does not exist; the columns are {columns}")
        })?;
        keys[at] = Some(key);
    }
    Ok(keys)
}

/// What to do with a table of which no column has the words of an item. The names may stand in a lower row.
fn no_words(names: &[String], rows: &[Row]) -> String {
    let header =
        header(rows).filter(|at| *at > 0).and_then(|at| rows.get(at)).map_or_else(String::new, |row| {
            format!("\n  help: {} looks like the names of the columns", row.place.row())
        });
    format!(
        "no column has the title or the text of an item; the columns are {}{header}\n  help: name one, as in `--column text=\"{}\"`, or the separator of the columns, as in `--separator ';'`",
        list(names.iter().map(String::as_str)),
        names.iter().find(|name| !name.is_empty()).map_or("Action", String::as_str)
    )
}

/// Where the names of the columns are: the first row of which two are known. What stands above it is no part of the table.
pub(super) fn header(rows: &[Row]) -> Option<usize> {
    const FARTHEST: usize = 30;
    rows.iter().take(FARTHEST).position(|row| is_header(&row.values))
}

/// Whether two of the cells of a row are known names of columns.
pub(super) fn is_header(cells: &[String]) -> bool {
    cells.iter().filter(|cell| is_known(cell)).count() > 1
}

/// The keys whose columns show that the rows of a table inside of a text are items.
const OF_ITEMS: &[&str] =
    &["id", "code", "text", "lead", "due", "start", "cadence", "status", "outlook", "milestones"];

/// Whether names of columns show that the rows are items. A title alone, such as `Name`, does not.
pub(super) fn are_of_items(names: &[String]) -> bool {
    let read: Vec<Name> = names.iter().map(|name| Name::of(name)).collect();
    let has = |key: &str| {
        let known = KEYS.iter().find(|(known, _)| *known == key).map_or("", |(_, known)| *known);
        read.iter().any(|name| !name.words.is_empty() && known.split('|').any(|known| name.is(known)))
    };
    OF_ITEMS.iter().any(|key| has(key)) || (has("title") && is_header(names))
}

/// Why chosen columns do not fit these names.
pub(super) fn wrong(names: &[String], chosen: &[(String, String)]) -> Option<String> {
    asked_for(names, chosen).err()
}

/// Whether a cell is a known name of a column.
pub(super) fn is_known(cell: &str) -> bool {
    let name = Name::of(cell);
    !name.words.is_empty() && KEYS.iter().any(|(_, known)| known.split('|').any(|known| name.is(known)))
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
