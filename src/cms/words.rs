//! What the forms say in words: names of fields from their keys, and hints.

use crate::schema::{Key, Shape};

/// The name of a field: `next-steps` is `Next steps`.
pub(super) fn label(key: &str) -> String {
    capital(&key.replace('-', " "))
}

/// What a field is for, with a value as it could be.
pub(super) fn hint(key: &Key) -> String {
    let meaning = format!("{}.", capital(&key.meaning.replace('`', "")));
    match key.shape {
        // Their values are in a list, or have fields of their own.
        Shape::Enum(_)
        | Shape::Boolean
        | Shape::Reference(_)
        | Shape::List(_)
        | Shape::Maps(_)
        | Shape::Map(_)
        | Shape::ValueOrMap(..) => meaning,
        _ => format!("{meaning} Example: {}", key.example.trim_matches('"')),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
