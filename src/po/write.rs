//! A PO file as text.

use super::file::{PoEntry, PoFile};

/// The text of a file; `generator` is the program that says it wrote it. No day is in it, so that the same plan gives the same
/// file.
pub fn write(file: &PoFile, generator: &str) -> String {
    let language = file.language.as_deref().unwrap_or_default();
    let header = [
        format!("Language: {language}"),
        "MIME-Version: 1.0".to_owned(),
        "Content-Type: text/plain; charset=UTF-8".to_owned(),
        "Content-Transfer-Encoding: 8bit".to_owned(),
        format!("X-Generator: {generator}"),
    ];
    let header: String = header.iter().map(|line| [line, "\n"].concat()).collect();
    let mut text = String::new();
    keyword("msgid", "", &mut text);
    keyword("msgstr", &header, &mut text);
    for found in &file.entries {
        text.push('\n');
        entry(found, &mut text);
    }
    text
}

fn entry(entry: &PoEntry, text: &mut String) {
    for line in entry.note.iter().flat_map(|note| note.lines()) {
        text.extend(["#. ", line, "\n"]);
    }
    if entry.fuzzy {
        text.push_str("#, fuzzy\n");
    }
    if let Some(previous) = &entry.previous {
        let mut lines = String::new();
        keyword("msgid", previous, &mut lines);
        lines.lines().for_each(|line| text.extend(["#| ", line, "\n"]));
    }
    keyword("msgctxt", &entry.context, text);
    keyword("msgid", &entry.original, text);
    keyword("msgstr", &entry.translation, text);
}

/// A keyword with its text; one of several lines has one string for each.
fn keyword(keyword: &str, value: &str, text: &mut String) {
    text.extend([keyword, " "]);
    if value.trim_end_matches('\n').contains('\n') || value.ends_with('\n') {
        text.push_str("\"\"\n");
        value.split_inclusive('\n').for_each(|line| string(line, text));
    } else {
        string(value, text);
    }
}

fn string(value: &str, text: &mut String) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\r' => text.push_str("\\r"),
            c => text.push(c),
        }
    }
    text.push_str("\"\n");
}
