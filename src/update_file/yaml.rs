//! Front matter in the form in which the forms in the browser save it (`cms`, with the YAML library of JavaScript): an answer is
//! the same file, byte for byte, whichever way it came.
//!
//! Keys have the order of the schema. A text is written plainly where it is read as that text, between single quotes where it is
//! not, between double quotes where it has single ones only, and as a block where it has several lines.

use crate::fields::double_quoted;
use crate::schema;

/// A value.
pub(super) enum Node {
    /// A text.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// A mapping of texts.
    Map(Entries),
    /// A list of mappings.
    Maps(Vec<Entries>),
}

/// The keys of a mapping with their texts, in their order.
pub(super) type Entries = Vec<(&'static str, String)>;

/// The keys with their values, as the lines of a front matter.
pub(super) fn front_matter(mut keys: Vec<(&'static str, Node)>) -> String {
    let order = |key: &str| {
        let known =
            schema::find("update").and_then(|schema| schema.mapping.keys().position(|it| it.name == key));
        known.unwrap_or(usize::MAX)
    };
    keys.sort_by_key(|(key, _)| order(key));
    keys.iter().map(|(key, node)| format!("{key}:{}\n", value(node))).collect()
}

/// A value, with what stands between it and its key.
fn value(node: &Node) -> String {
    match node {
        Node::Text(text) => format!(" {}", scalar(text, 2)),
        Node::Texts(texts) => texts.iter().map(|text| format!("\n  - {}", scalar(text, 4))).collect(),
        Node::Map(entries) => mapping(entries, "  ", 4),
        Node::Maps(maps) => maps.iter().map(|entries| mapping(entries, "  - ", 6)).collect(),
    }
}

/// A mapping, whose first key stands behind a sign or behind spaces, and the others below it.
fn mapping(entries: &Entries, first: &str, indent: usize) -> String {
    let line = |(at, (key, text)): (usize, &(&str, String))| {
        let before = if at == 0 { first.to_owned() } else { " ".repeat(first.len()) };
        format!("\n{before}{key}: {}", scalar(text, indent))
    };
    entries.iter().enumerate().map(line).collect()
}

/// A text. The lines of a block stand behind so many spaces.
fn scalar(text: &str, indent: usize) -> String {
    let text = text.trim();
    if text.chars().any(needs_escape) {
        return double_quoted(text);
    }
    if text.contains('\n') {
        let space = " ".repeat(indent);
        let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("\n{space}{line}") };
        return format!("|-{}", text.split('\n').map(line).collect::<String>());
    }
    match is_plain(text) && !is_other_value(text) {
        true => text.to_owned(),
        false if text.contains('\'') && !text.contains('"') => double_quoted(text),
        false => format!("'{}'", text.replace('\'', "''")),
    }
}

/// Characters that no program shows as they are.
fn needs_escape(sign: char) -> bool {
    (sign.is_control() && !matches!(sign, '\n' | '\t'))
        || matches!(sign, '\u{feff}' | '\u{2028}' | '\u{2029}')
}

/// Whether no sign of a text means anything to YAML where it stands.
fn is_plain(text: &str) -> bool {
    let begins = text.starts_with([
        '\t', ' ', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`',
    ]);
    let is_mark =
        ["? ", "- ", "?\t", "-\t"].iter().any(|mark| text.starts_with(mark)) || matches!(text, "?" | "-");
    let within = [": ", ":\t", " #", "\t#"].iter().any(|sign| text.contains(sign));
    !(text.is_empty() || begins || is_mark || within || text.ends_with([':', '-', ' ', '\t']))
}

/// Whether a text without quotes is read as a number, as true or false, or as nothing (the core schema of YAML 1.2).
fn is_other_value(text: &str) -> bool {
    const WORDS: [&str; 11] =
        ["~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE", ""];
    let of = |rest: &str, is: fn(&u8) -> bool| !rest.is_empty() && rest.bytes().all(|byte| is(&byte));
    let other_base = text.strip_prefix("0x").is_some_and(|rest| of(rest, u8::is_ascii_hexdigit))
        || text.strip_prefix("0o").is_some_and(|rest| of(rest, |byte| (b'0'..b'8').contains(byte)));
    WORDS.contains(&text) || other_base || is_number(text)
}

fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|exponent| !exponent.is_empty() && digits(exponent))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Node, front_matter, scalar};
    use crate::diag::FileId;
    use crate::fields::{Value, ValueKind, parse_yaml};

    fn read(yaml: &str) -> Vec<(String, Value)> {
        let (root, problems) = parse_yaml(yaml, FileId(0), 0, 16);
        assert_eq!(problems, [], "{yaml}");
        let ValueKind::Map(entries) = root.kind else { panic!("{yaml}") };
        entries.into_iter().map(|entry| (entry.key, entry.value)).collect()
    }

    #[test]
    fn texts_are_written_as_the_forms_write_them() {
        for (text, written) in [
            ("Minutes", "Minutes"),
            ("2026-05-31", "2026-05-31"),
            ("3.1", "'3.1'"),
            ("3.2.a", "3.2.a"),
            ("2026", "'2026'"),
            ("1e3", "'1e3'"),
            ("0x1f", "'0x1f'"),
            ("null", "'null'"),
            ("no", "no"),
            ("A contract: two ferries", "'A contract: two ferries'"),
            ("We \"held\" talks: two", "'We \"held\" talks: two'"),
            ("We \"held\" talks", "We \"held\" talks"),
            ("It's: here", "\"It's: here\""),
            ("It's \"a\": b", "'It''s \"a\": b'"),
            ("- a", "'- a'"),
            ("--- a", "--- a"),
            ("a #b", "'a #b'"),
            ("a#b", "a#b"),
            ("end:", "'end:'"),
            ("https://a.example/?b#c", "https://a.example/?b#c"),
            ("協議: 二回", "'協議: 二回'"),
            ("a\n\nb", "|-\n  a\n\n  b"),
            ("a\u{7f}b", "\"a\\u007fb\""),
        ] {
            assert_eq!(scalar(text, 2), written, "{text}");
        }
    }

    #[test]
    fn keys_have_the_order_of_the_schema_and_nested_values_their_indent() {
        let maps = vec![
            vec![("title", "A: b".to_owned()), ("url", "https://a.example".to_owned())],
            vec![("title", "C".to_owned())],
        ];
        let keys = vec![
            ("evidence", Node::Maps(maps)),
            ("meeting", Node::Map(vec![("state", "held".to_owned())])),
            ("items", Node::Texts(vec!["3.1".to_owned(), "3.2.a".to_owned()])),
            ("date", Node::Text("2026-05".to_owned())),
        ];
        assert_eq!(
            front_matter(keys),
            "date: 2026-05\nitems:\n  - '3.1'\n  - 3.2.a\nevidence:\n  - title: 'A: b'\n    url: https://a.example\n  - title: C\nmeeting:\n  state: held\n"
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "([ -~]|[\\n\\tあ、：é#:'\"-]){0,40}") {
            // As answers are: no line has space at its ends.
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            let text = lines.join("\n").trim().to_owned();
            let maps = vec![vec![("title", text.clone()), ("url", text.clone())]];
            let keys = vec![
                ("title", Node::Text(text.clone())),
                ("evidence", Node::Maps(maps)),
                // A list that is none of ids, in which several in one text would be a mistake.
                ("x-words", Node::Texts(vec![text.clone()])),
            ];
            let found = read(&front_matter(keys));
            let is_text = |value: &Value| matches!(&value.kind, ValueKind::Scalar(found) if *found == text);
            prop_assert!(is_text(&found[0].1), "{found:?}");
            let ValueKind::List(items) = &found[2].1.kind else { panic!("{found:?}") };
            prop_assert!(is_text(&items[0]), "{found:?}");
            let ValueKind::List(maps) = &found[1].1.kind else { panic!("{found:?}") };
            let ValueKind::Map(entries) = &maps[0].kind else { panic!("{found:?}") };
            prop_assert!(entries.iter().all(|entry| is_text(&entry.value)), "{found:?}");
        }
    }
}
