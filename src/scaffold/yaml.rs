//! Values as they are written in a front matter, by what the table of keys says of each. A library that writes YAML knows no
//! keys, and would quote what people write plainly.

use crate::diag::FileId;
use crate::fields::{ValueKind, double_quoted, parse_yaml};
use crate::schema::Shape;

/// A single value. Ids that look like numbers get quotes, because other programs would take them for numbers.
pub(super) fn scalar(shape: &Shape, text: &str) -> String {
    let one_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | ' ');
    let plain = match shape {
        Shape::Decimal => crate::decimal::Decimal::parse(text).is_ok(),
        Shape::Number(..)
        | Shape::Boolean
        | Shape::Enum(_)
        | Shape::Date
        | Shape::OwnDate
        | Shape::Cadence => !text.is_empty() && text.chars().all(one_word),
        _ => is_plain(text),
    };
    if plain { text.to_owned() } else { double_quoted(text) }
}

/// Whether YAML reads the text as it stands, also within `[…]` and `{…}`.
fn is_plain(text: &str) -> bool {
    let starts_well = text.starts_with(|c: char| c.is_alphabetic());
    let is_word = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        .contains(&text.to_ascii_lowercase().as_str());
    starts_well
        && !is_word
        && text.trim_end() == text
        && !text.ends_with(':')
        && ![": ", " #"].iter().any(|part| text.contains(part))
        && !text.contains(|c: char| c.is_control() || ",[]{}\"\u{feff}\u{2028}\u{2029}".contains(c))
}

/// Whether a text is a mapping on one line that can be read.
fn is_flow_mapping(text: &str) -> bool {
    let one_line = text.starts_with('{') && !text.contains(['\n', '\r']);
    let read = || parse_yaml(&format!("a: [{text}]"), FileId(0), 0, 16);
    one_line && {
        let (value, problems) = read();
        problems.is_empty()
            && matches!(value.kind, ValueKind::Map(entries)
            if entries.len() == 1 && matches!(&entries[0].value.kind, ValueKind::List(values)
                if values.len() == 1 && matches!(values[0].kind, ValueKind::Map(_))))
    }
}

/// A list on one line, whose entries may be mappings that were written so.
pub(super) fn list(entry: &Shape, has_mappings: bool, texts: &[String]) -> String {
    let written = |text: &String| match has_mappings && is_flow_mapping(text) {
        true => text.clone(),
        false => scalar(entry, text),
    };
    let entries: Vec<String> = texts.iter().map(written).collect();
    format!("[{}]", entries.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for text in [
            "Harbour plan",
            "3.10",
            "3.1: a",
            "a #b",
            "- a",
            "yes",
            "NO",
            "null",
            "",
            " a ",
            "\"a\"",
            "a\\b",
            "a\nb",
            "a\tb",
            "[a]",
            "a, b",
            "{a: b}",
            "& a",
            "* a",
            "! a",
            "| a",
            "> a",
            "' a",
            "% a",
            "@ a",
            "` a",
            "# a",
            "? a",
            "水",
            "a:",
            "https://a.example/?b=c#d",
            "---",
            "...",
            "1e3",
            "0x10",
            "2024-05-01",
            "~",
            "<<",
            "=",
            "a\u{2028}b",
            "\u{feff}",
        ] {
            for line in [
                format!("a: {}", scalar(&Shape::Text, text)),
                format!("a: {}", list(&Shape::Text, false, &[text.to_owned()])),
            ] {
                let (value, problems) = parse_yaml(&line, FileId(0), 0, 16);
                assert_eq!(problems, [], "{line}");
                let ValueKind::Map(entries) = value.kind else { panic!("{line}") };
                let read = match &entries[0].value.kind {
                    ValueKind::List(values) => values[0].kind.clone(),
                    kind => kind.clone(),
                };
                assert_eq!(read, ValueKind::Scalar(text.to_owned()), "{line}");
            }
        }
    }
}
