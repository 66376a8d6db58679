//! What was given in flags, read as the check reads it.

use super::flags;
use crate::scaffold::Values;
use crate::scaffold::answer::{One, Reader, separate};
use crate::scaffold::templates::RecordTemplate;
use crate::schema::Shape;

/// Puts what is certainly meant in the place of what was typed, and tells of each. The rest stays: the check of the whole
/// record reports it.
pub(super) fn read(kind: &RecordTemplate, reader: &Reader<'_>, values: &mut Values) -> Vec<String> {
    let mut notes = Vec::new();
    let mut note = |name: &str, typed: &str, value: &str| {
        notes.push(format!("note: --{name} \"{typed}\" was taken as {value}"));
    };
    let own = kind.id.0;
    if let Some(text) = values.get(own).and_then(|texts| texts.first()).cloned()
        && let One::Taken(value) = kind.read_name(reader, &text)
    {
        note(own, &text, &value);
        values.insert(own.to_owned(), vec![value]);
    }
    for flag in flags::all(kind) {
        let Some(texts) = values.get(&flag.name) else { continue };
        let (key, shape) = (flag.key.name, &flag.key.shape);
        // A flag for texts is given once for each, because a text may hold a comma.
        let several = shape.is_list() && !matches!(shape.single(), Some(Shape::Text | Shape::Name));
        let texts: Vec<String> = match several {
            true => texts.iter().flat_map(|text| separate(reader, key, shape, text)).collect(),
            false => texts.clone(),
        };
        let answer = reader.read(key, shape, &texts);
        answer.taken.iter().for_each(|(typed, value)| note(&flag.name, typed, value));
        values.insert(flag.name, answer.values);
    }
    notes
}
