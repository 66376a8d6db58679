//! Front matter in blocks: the lines of each key. A block is replaced as a whole, and all others stay as they are.

use std::borrow::Cow;

use crate::diag::FileId;
use crate::fields::{Value, ValueKind, parse_yaml};
use crate::limits::Limits;

/// A value of a translation, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// A text.
    Text(String),
    /// Values by name.
    Map(Vec<(String, Node)>),
    /// The same, of which some places of a list have no value: never written as a list.
    Places(Vec<(String, Node)>),
    /// Texts in order.
    List(Vec<String>),
}

impl Node {
    /// A value as it was read; `None` for one that says nothing.
    fn of(value: &Value) -> Option<Self> {
        let named = |(at, value): (usize, &Value)| Some(((at + 1).to_string(), Self::of(value)?));
        match &value.kind {
            ValueKind::Scalar(text) => Some(Self::Text(text.clone())),
            ValueKind::List(values) => {
                let entries: Vec<_> = values.iter().enumerate().filter_map(named).collect();
                let is_whole = entries.len() == values.len();
                Some(if is_whole { Self::Map(entries) } else { Self::Places(entries) })
            }
            ValueKind::Map(entries) => {
                let named =
                    entries.iter().filter_map(|entry| Some((entry.key.clone(), Self::of(&entry.value)?)));
                Some(Self::Map(named.collect()))
            }
            ValueKind::Null | ValueKind::Refused => None,
        }
    }

    /// Puts a text where a path leads.
    pub(super) fn put(&mut self, path: &[&str], text: &str) {
        match (path, &mut *self) {
            ([], node) => *node = Self::Text(text.to_owned()),
            ([name, rest @ ..], Self::Map(entries)) => {
                if let Some((_, node)) = entries.iter_mut().find(|(known, _)| known == name) {
                    return node.put(rest, text);
                }
                let mut node = Self::Map(Vec::new());
                node.put(rest, text);
                entries.push(((*name).to_owned(), node));
            }
            (path, node) => {
                *node = Self::Map(Vec::new());
                node.put(path, text);
            }
        }
    }

    /// Keeps the places of the entries at a path, where not all entries of the original have a value.
    pub(super) fn keep_places(&mut self, path: &[&str]) {
        match (path, &mut *self) {
            ([], Self::Map(entries)) => *self = Self::Places(std::mem::take(entries)),
            ([name, rest @ ..], Self::Map(entries) | Self::Places(entries)) => {
                let found = entries.iter_mut().find(|(known, _)| known == name);
                found.into_iter().for_each(|(_, node)| node.keep_places(rest));
            }
            _ => {}
        }
    }

    /// The lines of a key.
    pub(super) fn block(&self, key: &str) -> String {
        let mut text = String::new();
        self.write(key, 0, &mut text);
        text
    }

    fn write(&self, key: &str, indent: usize, text: &mut String) {
        let blank = "  ".repeat(indent);
        text.extend([&blank, name(key).as_str(), ":"]);
        match self {
            Self::Text(value) => text.extend([" ", &scalar(value), "\n"]),
            Self::List(values) => {
                text.push('\n');
                for value in values {
                    text.extend([&blank, "  - ", &scalar(value), "\n"]);
                }
            }
            Self::Map(entries) if is_list(entries) => {
                let texts = entries.iter().filter_map(|(_, node)| match node {
                    Self::Text(text) => Some(text.clone()),
                    _ => None,
                });
                let list = Self::List(texts.collect());
                text.truncate(text.len() - name(key).len() - 1 - blank.len());
                list.write(key, indent, text);
            }
            Self::Map(entries) | Self::Places(entries) => {
                text.push('\n');
                for (key, node) in entries {
                    node.write(key, indent + 1, text);
                }
            }
        }
    }
}

/// Whether all entries are texts, named by their places from 1: then they are a list.
fn is_list(entries: &[(String, Node)]) -> bool {
    let is_next = |(at, (name, node)): (usize, &(String, Node))| {
        matches!(node, Node::Text(_)) && name.parse() == Ok(at + 1)
    };
    !entries.is_empty() && entries.iter().enumerate().all(is_next)
}

/// A key of a mapping. A URL or an ordinal is one only in quotes.
fn name(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let begins = key.starts_with(|c: char| c.is_ascii_alphanumeric());
    let bare = begins && key.chars().all(plain) && !is_word_of_yaml(key);
    if bare { key.to_owned() } else { crate::fields::double_quoted(key) }
}

/// A text as a value: as it is, where YAML reads the same.
fn scalar(text: &str) -> String {
    let first = text.chars().next();
    let begins = first.is_some_and(|c| c.is_alphabetic() || matches!(c, '「' | '『' | '（' | '“'));
    let safe = !text.contains(": ") && !text.contains(" #") && !text.ends_with(':') && text.trim() == text;
    let shown = text
        .chars()
        .all(|c| !c.is_control() && !matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{85}'));
    match begins && safe && shown && !is_word_of_yaml(text) {
        true => text.to_owned(),
        false => crate::fields::double_quoted(text),
    }
}

/// Whether YAML takes a text for something else.
fn is_word_of_yaml(text: &str) -> bool {
    matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n" | "~"
    )
}

/// Front matter with some blocks replaced; those of keys that it does not have come last, in their order.
pub(super) fn with_blocks(yaml: &str, blocks: &[(String, String)]) -> String {
    let yaml = &*in_blocks(yaml);
    let mut text = String::with_capacity(yaml.len());
    let mut written: Vec<&str> = Vec::new();
    let mut skipping = false;
    for line in yaml.split_inclusive('\n') {
        if let Some(key) = key_of(line) {
            let found = blocks.iter().find(|(known, _)| *known == key);
            skipping = found.is_some();
            if let Some((known, block)) = found {
                text.push_str(block);
                written.push(known);
            }
        } else if skipping && line.trim_start().starts_with('#') && !line.starts_with('#') {
            // A remark within a block that is replaced stands after it.
            text.push_str(line.trim_start());
            continue;
        } else if line.starts_with('#') {
            // A remark stands before the key that it is about.
            skipping = false;
        }
        if !skipping {
            text.push_str(line);
        }
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    blocks
        .iter()
        .filter(|(key, _)| !written.contains(&key.as_str()))
        .for_each(|(_, block)| text.push_str(block));
    text
}

/// The new text of a file with the line ends of the old one, where those are of Windows.
pub(super) fn with_line_ends_of(old: &str, new: &str) -> String {
    let all = old.matches('\n').count();
    if all > 0 && old.matches("\r\n").count() == all {
        new.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        new.to_owned()
    }
}

/// Front matter with a block for each of its keys: in braces or indented, none could be replaced alone. Remarks within braces
/// come first.
fn in_blocks(yaml: &str) -> Cow<'_, str> {
    let (front_matter, _) = parse_yaml(yaml, FileId(0), 0, Limits::default().yaml_nesting);
    let ValueKind::Map(entries) = &front_matter.kind else { return Cow::Borrowed(yaml) };
    let begun: Vec<String> = yaml.lines().filter_map(key_of).collect();
    if entries.iter().all(|entry| begun.contains(&entry.key)) {
        return Cow::Borrowed(yaml);
    }
    let in_braces = yaml.trim_start().starts_with('{');
    if !in_braces && let Some(dedented) = dedented(yaml) {
        return Cow::Owned(dedented);
    }
    let block = |(key, node): (&String, Node)| node.block(key);
    let nodes = entries.iter().filter_map(|entry| Some((&entry.key, Node::of(&entry.value)?)));
    Cow::Owned(remarks(yaml).into_iter().chain(nodes.map(block)).collect())
}

/// Front matter without the blanks that all its lines begin with; `None` where there are none.
fn dedented(yaml: &str) -> Option<String> {
    let says = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let blanks = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let least = yaml.lines().filter(says).map(blanks).min().filter(|least| *least > 0)?;
    let shorter = |line: &str| line[least.min(blanks(line))..].to_owned();
    Some(yaml.split_inclusive('\n').map(shorter).collect())
}

/// The remarks of front matter in braces, a line for each. A `#` in quotation marks begins none.
fn remarks(yaml: &str) -> Vec<String> {
    let (mut found, mut quote, mut before, mut escaped) = (Vec::new(), None, '\n', false);
    let mut opens = true;
    let mut at = 0;
    while let Some(c) = yaml[at..].chars().next() {
        match quote {
            Some('"') if c == '\\' && !escaped => escaped = true,
            Some(mark) if c == mark && !escaped => (quote, opens) = (None, false),
            Some(_) => escaped = false,
            None if c == '#' && before.is_whitespace() => {
                let line = yaml[at..].lines().next().unwrap_or_default();
                found.push([line.trim_end(), "\n"].concat());
                at += line.len();
                before = '#';
                continue;
            }
            None if matches!(c, '"' | '\'') && opens => quote = Some(c),
            None if matches!(c, '{' | '[' | ',' | ':') => opens = true,
            None if !c.is_whitespace() => opens = false,
            None => {}
        }
        before = c;
        at += c.len_utf8();
    }
    found
}

/// The key that a line begins, if it does.
fn key_of(line: &str) -> Option<String> {
    let begins = line.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '#' | '-' | '}' | ']'));
    let (key, _) = line.split_once(':').filter(|_| begins)?;
    Some(key.trim().trim_matches(['"', '\'']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Node, with_blocks, with_line_ends_of};

    fn block(key: &str, node: &Node) -> (String, String) {
        (key.to_owned(), node.block(key))
    }

    #[test]
    fn a_block_is_replaced_and_all_else_stays() {
        let yaml = "# Terms: see the list\ntitle: 水\nupdates:\n  2024-01-01:\n    note: 古い\n# about the place\nlocator: 第1節\n";
        let mut updates = Node::Map(Vec::new());
        updates.put(&["2024-01-01", "note"], "新しい: はい");
        updates.put(&["https://a.example", "title"], "yes");
        let made = with_blocks(
            yaml,
            &[block("updates", &updates), block("summary", &Node::Text("概要".to_owned()))],
        );
        let expected = "# Terms: see the list\ntitle: 水\nupdates:\n  2024-01-01:\n    note: \"新しい: はい\"\n  \"https://a.example\":\n    title: \"yes\"\n# about the place\nlocator: 第1節\nsummary: 概要\n";
        assert_eq!(made, expected);
        assert_eq!(with_blocks(yaml, &[]), yaml);
    }

    #[test]
    fn front_matter_of_any_form_keeps_its_remarks() {
        let title = block("title", &Node::Text("新".to_owned()));
        for (yaml, expected) in [
            (
                "{ # first\n  title: '古い # x', # it's \"old\"\n  # last\n  summary: it's # this\n}\n",
                "# first\n# it's \"old\"\n# last\n# this\ntitle: 新\nsummary: it's\n",
            ),
            (
                "  # first\n  title: 古い\n  # second\n  summary: 概要\n",
                "# first\ntitle: 新\n# second\nsummary: 概要\n",
            ),
        ] {
            assert_eq!(with_blocks(yaml, std::slice::from_ref(&title)), expected);
        }
    }

    #[test]
    fn line_ends_of_windows_stay() {
        assert_eq!(with_line_ends_of("a\r\nb\r\n", "a\r\nc\n"), "a\r\nc\r\n");
        assert_eq!(with_line_ends_of("a\nb\r\n", "a\nc\r\n"), "a\nc\r\n");
        assert_eq!(with_line_ends_of("", "a\n"), "a\n");
    }
}
