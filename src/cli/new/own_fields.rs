//! Fields that the plan declares for itself: given as `--field budget="EUR 5"`, or asked for.

use anyhow::bail;

use super::{line, say_error};
use crate::config::{FieldDefinition, OWN};
use crate::date::FiscalYear;
use crate::diag::closest;
use crate::parse::{as_field_value, example_of_field};
use crate::scaffold::Values;
use crate::scaffold::templates::RecordTemplate;
use crate::vocabulary::{Choice as _, FieldHolder, FieldType};

/// The flag.
pub(super) const FIELD: &str = "field";

/// Whether records of a kind can have such fields.
pub(super) fn has_fields(kind: &RecordTemplate) -> bool {
    FieldHolder::from_word(kind.name).is_some()
}

/// The fields of a kind of record.
pub(super) fn of_kind(kind: &RecordTemplate, fields: Vec<FieldDefinition>) -> Vec<FieldDefinition> {
    let holder = FieldHolder::from_word(kind.name);
    fields.into_iter().filter(|field| holder.is_some_and(|holder| field.is_on(holder))).collect()
}

/// Puts what the flag gave under the keys of the fields.
///
/// # Errors
/// When it names no field, or has no value.
pub(super) fn given(values: &mut Values, fields: &[FieldDefinition]) -> anyhow::Result<()> {
    for text in values.remove(FIELD).unwrap_or_default() {
        let Some((name, value)) = text.split_once('=') else {
            bail!(
                "--{FIELD} {text} has no value\n  help: write the name, `=` and the value: --{FIELD} budget=\"EUR 5\""
            );
        };
        let key = if name.starts_with(OWN) { name.to_owned() } else { [OWN, name].concat() };
        if !fields.iter().any(|field| field.key == key) {
            let declared = || fields.iter().map(|field| field.key.as_str());
            let help = match (closest(&key, declared()), fields.is_empty()) {
                (Some(meant), _) => format!("did you mean `{meant}`?"),
                (None, true) => "book.toml declares no fields for such records".to_owned(),
                (None, false) => format!("the fields are {}", declared().collect::<Vec<_>>().join(", ")),
            };
            bail!("the field `{name}` does not exist\n  help: {help}");
        }
        values.insert(key, vec![value.trim().to_owned()]);
    }
    Ok(())
}

/// Asks for the fields that were not given.
///
/// # Errors
/// When whoever is asked breaks off, or the terminal is gone.
pub(super) fn ask(
    fields: &[FieldDefinition],
    fiscal_year: FiscalYear,
    values: &mut Values,
) -> anyhow::Result<()> {
    for field in fields {
        if !values.contains_key(&field.key)
            && let Some(value) = answer(field, fiscal_year)?
        {
            values.insert(field.key.clone(), vec![value]);
        }
    }
    Ok(())
}

fn answer(field: &FieldDefinition, fiscal_year: FiscalYear) -> anyhow::Result<Option<String>> {
    for (at, value) in field.values.iter().enumerate() {
        say_error(&format!("  {:>2}  {value}\n", at + 1));
    }
    let how = match field.of_type {
        FieldType::Choice => "a number or value of the list".to_owned(),
        FieldType::Text => "a text".to_owned(),
        _ => format!("as in {}", example_of_field(field)),
    };
    let prompt = format!("{} ({}; {how})", field.key, field.label);
    let mut line = line::Line::new(field.values.clone())?;
    let mut offer = String::new();
    loop {
        let typed = line.ask(&prompt, &offer)?;
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let at = typed.parse::<usize>().ok().and_then(|at| at.checked_sub(1));
        let value = at.and_then(|at| field.values.get(at)).map_or(typed, String::as_str);
        match as_field_value(field, value, fiscal_year) {
            Ok(()) => return Ok(Some(value.to_owned())),
            Err((why, instead)) => {
                say_error(&format!("  {why}\n"));
                offer = instead.unwrap_or_default();
            }
        }
    }
}
