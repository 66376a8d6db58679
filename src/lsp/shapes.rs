//! From the way to a place, such as `lead`, `agency`, to the keys and values that the table of keys allows there.

use crate::config::FieldDefinition;
use crate::diag::{Code, Severity, code};
use crate::schema::{AUDIENCES, EnumValue, Key, Mapping, Naming, Need, Shape, Target};
use crate::vocabulary::FieldType;

/// The keys of a mapping.
#[derive(Debug, Clone)]
pub(super) enum Keys {
    /// Those of the table, and others that it has because of where it stands.
    Of(&'static Mapping, &'static [Key]),
    /// Words of the contributor's own, with values of one shape.
    Any(Held),
    /// A level for each check, and keys that are no checks.
    Levels(&'static [Key]),
    /// Those of a translation: each with its meaning. Their values are words.
    Texts(Vec<(String, String)>),
}

/// What a value can be.
#[derive(Debug, Clone)]
pub(super) enum Held {
    Shape(&'static Shape),
    /// A word, or a mapping with more.
    Word(fn() -> Vec<EnumValue>, &'static Mapping),
    Level(Code),
    /// A field that the plan declares.
    Field(FieldDefinition),
}

/// A key that can stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeyChoice {
    pub(super) name: String,
    pub(super) meaning: String,
    pub(super) example: &'static str,
    pub(super) need: Need,
}

/// A word of a closed list, and what it means.
pub(super) type WordChoice = (String, String);

impl Keys {
    /// What a key holds.
    pub(super) fn held(&self, key: &str) -> Option<Held> {
        let shape = |key: &'static Key| Held::Shape(&key.shape);
        match self {
            Self::Of(mapping, more) => mapping.keys().chain(*more).find(|it| it.name == key).map(shape),
            Self::Any(held) => Some(held.clone()),
            Self::Levels(more) => {
                let own = more.iter().find(|it| it.name == key).map(shape);
                own.or_else(|| code::find(key).map(Held::Level))
            }
            Self::Texts(_) => None,
        }
    }

    /// All keys, in the order of the documentation.
    pub(super) fn all(&self) -> Vec<KeyChoice> {
        let of_table = |key: &Key| KeyChoice {
            name: key.name.to_owned(),
            meaning: key.meaning.to_owned(),
            example: key.example,
            need: key.need,
        };
        let other = |name: &str, meaning: &str| KeyChoice {
            name: name.to_owned(),
            meaning: meaning.to_owned(),
            example: "",
            need: Need::Optional,
        };
        match self {
            Self::Of(mapping, more) => mapping.keys().chain(*more).map(of_table).collect(),
            Self::Any(_) => Vec::new(),
            Self::Levels(more) => {
                let checks = code::ALL.iter().map(|code| other(code.name, code.summary));
                more.iter().map(of_table).chain(checks).collect()
            }
            Self::Texts(keys) => keys.iter().map(|(name, meaning)| other(name, meaning)).collect(),
        }
    }
}

impl Held {
    /// The keys of the mapping that it can be. `record` is whether it stands in a record, where each can have an audience.
    pub(super) fn keys(&self, record: bool) -> Option<Keys> {
        match self {
            Self::Shape(shape) => keys_of(shape, record),
            Self::Word(_, mapping) => Some(of_mapping(mapping, record)),
            Self::Level(_) | Self::Field(_) => None,
        }
    }

    /// The words that it can be.
    pub(super) fn words(&self) -> Vec<WordChoice> {
        let owned = |words: Vec<EnumValue>| {
            words.into_iter().map(|(word, meaning)| (word.to_owned(), meaning.to_owned())).collect()
        };
        let plain = |words: &[&str]| words.iter().map(|word| ((*word).to_owned(), String::new())).collect();
        match self {
            Self::Shape(shape) => match shape.single() {
                Some(Shape::Enum(words)) => owned(words()),
                Some(Shape::Boolean) => plain(&["true", "false"]),
                _ => Vec::new(),
            },
            Self::Word(words, _) => owned(words()),
            Self::Level(code) if code.severity == Severity::Error => plain(&["error"]),
            Self::Level(_) => plain(&["error", "warning", "off"]),
            Self::Field(field) if field.of_type == FieldType::Boolean => plain(&["true", "false"]),
            Self::Field(field) => field.values.iter().map(|value| (value.clone(), String::new())).collect(),
        }
    }

    /// What an id that it can be leads to.
    pub(super) fn target(&self) -> Option<Target> {
        match self {
            Self::Shape(shape) => match shape.single() {
                Some(Shape::Reference(target)) => Some(*target),
                _ => None,
            },
            _ => None,
        }
    }

    /// What a name that it can be is of.
    pub(super) fn naming(&self) -> Option<Naming> {
        match self {
            Self::Shape(shape) => match shape.single() {
                Some(Shape::NameOf(naming)) => Some(*naming),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether it can be a tag.
    pub(super) fn is_tag(&self) -> bool {
        matches!(self, Self::Shape(shape) if matches!(shape.single(), Some(Shape::Tag)))
    }

    /// Whether it is true or false, which TOML writes without quotation marks.
    pub(super) fn is_boolean(&self) -> bool {
        matches!(self, Self::Shape(shape) if matches!(shape.single(), Some(Shape::Boolean)))
    }
}

/// A mapping of a record, or of the settings.
pub(super) fn of_mapping(mapping: &'static Mapping, record: bool) -> Keys {
    let own = mapping.keys().any(|key| AUDIENCES.iter().any(|more| more.name == key.name));
    Keys::Of(mapping, if record && !own { AUDIENCES } else { &[] })
}

fn keys_of(shape: &'static Shape, record: bool) -> Option<Keys> {
    match shape {
        Shape::List(entry) | Shape::Verbatim(entry) => keys_of(entry, record),
        Shape::Maps(mapping)
        | Shape::Records(mapping)
        | Shape::Map(mapping)
        | Shape::ValueOrMap(_, mapping) => Some(of_mapping(mapping, record)),
        Shape::Words(words, mapping) => Some(Keys::Any(Held::Word(*words, mapping))),
        Shape::Own(shape) => Some(Keys::Any(Held::Shape(shape))),
        Shape::Levels(more) => Some(Keys::Levels(more)),
        _ => None,
    }
}
