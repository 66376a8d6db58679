//! The fields of a table that planbook has no key for, as `book.toml` declares them.

use std::fmt::Write as _;

use crate::fields::double_quoted;
use crate::import::record::DeclaredField;

/// The sections of `book.toml`.
pub(super) fn declared(fields: &[DeclaredField]) -> String {
    let mut text = String::new();
    for field in fields {
        let on = if field.on_areas { "[\"item\", \"area\"]" } else { "[\"item\"]" };
        let _ = write!(
            text,
            "\n[fields.{}]\nlabel = {}\non = {on}\ntype = \"{}\"\n",
            field.key,
            double_quoted(&field.label),
            field.of_type
        );
        if !field.values.is_empty() {
            let values: Vec<String> = field.values.iter().map(|value| double_quoted(value)).collect();
            let _ = writeln!(text, "values = [{}]", values.join(", "));
        }
        if field.of_type == "amount" {
            text.push_str("sum = true\n");
        }
    }
    text
}
