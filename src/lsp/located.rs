//! What a place of a file is, by the table of keys.

use std::ops::Range;

use super::cursor::{self, Cursor, Place, Role};
use super::shapes::{Held, KeyChoice, Keys, of_mapping};
use crate::config::{Config, FieldDefinition};
use crate::parse::schema_of;
use crate::schema::{self, Need};
use crate::translation::translation_file;
use crate::vocabulary::{Choice as _, FieldHolder};

/// What a place of a file is.
pub(super) enum Located {
    /// The name in `[[…]]`.
    Link { name: Range<usize>, is_closed: bool },
    /// The path of a file in a link of a text, or of a picture.
    File { path: Range<usize>, is_picture: bool },
    /// A key or value.
    Keyed(Box<Keyed>),
}

/// A key or value.
pub(super) struct Keyed {
    pub(super) cursor: Cursor,
    /// The keys that can stand there.
    keys: Option<Keys>,
    /// The fields that the plan declares and that can stand there.
    fields: Vec<FieldDefinition>,
    /// What the value there can be.
    pub(super) held: Option<Held>,
    /// Whether it stands in `book.toml`.
    pub(super) is_settings: bool,
}

/// What a byte of a file is; `None` for words of a text.
pub(super) fn locate(path: &str, text: &str, at: usize, config: &Config) -> Option<Located> {
    match cursor::place(path, text, at)? {
        Place::Link { name, is_closed } => Some(Located::Link { name, is_closed }),
        Place::File { path, is_picture } => Some(Located::File { path, is_picture }),
        Place::Settings(cursor) => {
            let root = of_mapping(schema::find("book")?.mapping, false);
            Some(Located::Keyed(Box::new(Keyed::of(cursor, root, Vec::new(), true))))
        }
        Place::FrontMatter(cursor) => {
            if let Some(translation) = translation_file(path, config.translations()) {
                let schema = schema::find(schema_of(&translation.original)?)?;
                let keys = Keys::Texts(schema::translation_keys(schema));
                return Some(Located::Keyed(Box::new(Keyed::of(cursor, keys, Vec::new(), false))));
            }
            let schema = schema::find(schema_of(path)?)?;
            let holder = FieldHolder::from_word(schema.name);
            let fields =
                config.fields.iter().filter(|field| holder.is_some_and(|holder| field.is_on(holder)));
            let root = of_mapping(schema.mapping, true);
            Some(Located::Keyed(Box::new(Keyed::of(cursor, root, fields.cloned().collect(), false))))
        }
    }
}

impl Keyed {
    fn of(cursor: Cursor, root: Keys, fields: Vec<FieldDefinition>, is_settings: bool) -> Self {
        let mut keys = Some(root);
        let mut held = None;
        for (depth, key) in cursor.path.iter().enumerate() {
            let field = fields.iter().find(|field| depth == 0 && field.key == *key).cloned().map(Held::Field);
            held = field.or_else(|| keys.as_ref()?.held(key));
            keys = held.as_ref().and_then(|held| held.keys(!is_settings));
        }
        let fields = if cursor.path.is_empty() { fields } else { Vec::new() };
        match cursor.role {
            Role::Value => keys = None,
            Role::Key | Role::Table => held = None,
            Role::Either => {}
        }
        Self { cursor, keys, fields, held, is_settings }
    }

    /// The keys that can stand there.
    pub(super) fn choices(&self) -> Vec<KeyChoice> {
        let Some(keys) = &self.keys else { return Vec::new() };
        let mut all = keys.all();
        if self.cursor.role == Role::Table {
            all.retain(|choice| keys.held(&choice.name).is_some_and(|held| held.keys(false).is_some()));
        }
        let own = self.fields.iter().map(|field| KeyChoice {
            name: field.key.clone(),
            meaning: field.label.clone(),
            example: "",
            need: Need::Optional,
        });
        all.extend(own);
        all
    }

    /// The value that a key beside it has.
    pub(super) fn sibling(&self, key: &str) -> Option<&str> {
        self.cursor.siblings.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}
