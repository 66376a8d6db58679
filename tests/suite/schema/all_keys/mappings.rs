//! The mappings inside of records, each described once, however many keys take it.

use planbook::schema::{Mapping, Schema, Shape, TABLE};

use super::{anchor, one};

/// A mapping that has a table of its own.
pub(super) struct Described {
    /// The kind of record in whose section it is.
    owner: &'static str,
    pub heading: String,
    /// How the lists of its keys call it.
    pub name: String,
    pub mapping: &'static Mapping,
    /// Whether it is in records that stand in another record: what these share with others is described there.
    inner: bool,
}

pub(super) struct Mappings(Vec<Described>);

impl Mappings {
    pub fn gather() -> Self {
        let mut found = Vec::new();
        for schema in TABLE {
            walk(schema.name, schema.mapping, "", false, &mut found);
        }
        found.sort_by_key(|described| described.inner);
        let mut once: Vec<Described> = Vec::new();
        for described in found {
            if !once.iter().any(|known| is_same(known.mapping, described.mapping)) {
                once.push(described);
            }
        }
        Self(once)
    }

    /// The mappings that are described in the section of a kind.
    pub fn of<'a>(&'a self, schema: &'a Schema) -> impl Iterator<Item = &'a Described> {
        self.0.iter().filter(|described| described.owner == schema.name)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Described> {
        self.0.iter()
    }

    /// The anchor of the table of a mapping.
    pub fn anchor(&self, mapping: &Mapping) -> String {
        let described = self.0.iter().find(|described| is_same(described.mapping, mapping)).unwrap();
        anchor(&described.heading)
    }
}

/// The mapping that a value of a shape is or holds.
pub(super) fn inside(shape: &Shape) -> Option<&'static Mapping> {
    match shape {
        Shape::Words(_, mapping) => Some(mapping),
        Shape::Own(of) | Shape::List(of) => inside(of),
        shape => shape.mapping(),
    }
}

fn walk(owner: &'static str, mapping: &'static Mapping, path: &str, inner: bool, found: &mut Vec<Described>) {
    for key in mapping.keys() {
        let Some(within) = inside(&key.shape) else { continue };
        let name = if path.is_empty() { key.name.to_owned() } else { format!("{} in {path}", key.name) };
        let heading = format!("Keys of `{}` of {}", name.replace(" in ", "` in `"), one(owner));
        let inner_here = inner || matches!(key.shape, Shape::Records(_));
        let named = format!("{name} of {}", one(owner));
        // The records themselves are described with their owner; what is in them, where else it is.
        found.push(Described { owner, heading, name: named, mapping: within, inner });
        walk(owner, within, &name, inner_here, found);
    }
}

/// Whether two mappings have the same keys with the same meanings.
fn is_same(one: &Mapping, other: &Mapping) -> bool {
    let keys = |mapping: &Mapping| -> Vec<(&str, &str)> {
        mapping.keys().map(|key| (key.name, key.meaning)).collect()
    };
    keys(one) == keys(other)
}
