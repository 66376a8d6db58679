//! Markdown in values that are plain text: pages show its signs.

use std::ops::Range;

use super::misplaced::A_SOURCE;
use crate::diag::{Diagnostic, Span, code};
use crate::fields::{Value, ValueKind};

/// The keys whose values pages show as they are.
const PLAIN: [&str; 8] =
    ["title", "name", "summary", "challenges", "next-steps", "reason", "conflicts", "abbreviation"];

/// Keys below which stand documents of others, whose titles are as their authors wrote them.
const OF_OTHERS: [&str; 3] = ["evidence", "see", "links"];

/// Reports Markdown in the plain texts of a record. `what` is what the record is: the title of a source is that of others.
pub(super) fn markup_in_keys(front_matter: &Value, what: &str, diagnostics: &mut Vec<Diagnostic>) {
    if what != A_SOURCE {
        look(front_matter, "", diagnostics);
    }
}

fn look(value: &Value, key: &str, diagnostics: &mut Vec<Diagnostic>) {
    match &value.kind {
        ValueKind::Scalar(text) => diagnostics.extend(markup_in_key(key, text, value.span)),
        ValueKind::List(values) => values.iter().for_each(|value| look(value, key, diagnostics)),
        ValueKind::Map(entries) => entries
            .iter()
            .filter(|entry| !OF_OTHERS.contains(&entry.key.as_str()))
            .for_each(|entry| look(&entry.value, &entry.key, diagnostics)),
        ValueKind::Null | ValueKind::Refused => {}
    }
}

fn markup_in_key(key: &str, text: &str, place: Span) -> Option<Diagnostic> {
    let found = PLAIN.contains(&key).then(|| markup(text)).flatten()?;
    let signs = &text[found];
    let message = format!("`{key}` is plain text, so pages show `{signs}` with its signs");
    Some(
        Diagnostic::new(code::LITERAL_MARKUP, place, message)
            .help("write the words alone; bold words and links stand in the text below the front matter"),
    )
}

/// The first piece of Markdown: `**words**`, `__words__`, `[[3.1]]` and `[words](https://…)`.
fn markup(text: &str) -> Option<Range<usize>> {
    let between = |open: &str, close: &str| {
        let start = text.find(open)?;
        let inner = &text[start + open.len()..];
        let end = inner.find(close).filter(|end| *end > 0)?;
        let is_tight =
            !inner[..end].starts_with(char::is_whitespace) && !inner[..end].ends_with(char::is_whitespace);
        // `a__b__c` is the name of a file. Within a word, only asterisks are Markdown.
        let ends_in = |text: &str| text.chars().next_back().is_some_and(char::is_alphanumeric);
        let begins_in = inner[end + close.len()..].starts_with(char::is_alphanumeric);
        let is_within = open == "__" && (ends_in(&text[..start]) || begins_in);
        (is_tight && !is_within && !inner[..end].contains('\n'))
            .then(|| start..start + open.len() + end + close.len())
    };
    let link = || {
        let middle = ["](http", "](../", "](mailto:"].iter().find_map(|middle| text.find(middle))?;
        let start = text[..middle].rfind('[')?;
        let end = text[middle..].find(')')?;
        Some(start..middle + end + 1)
    };
    [between("**", "**"), between("__", "__"), between("[[", "]]"), link()]
        .into_iter()
        .flatten()
        .min_by_key(|found| found.start)
}

#[cfg(test)]
mod tests {
    use super::markup;

    #[test]
    fn markdown_is_found_and_other_signs_are_not() {
        for (text, found) in [
            ("**Contract** signed", Some("**Contract**")),
            ("The [[2.1]] **ministry**", Some("[[2.1]]")),
            ("See [the report](https://x.example/a) of May", Some("[the report](https://x.example/a)")),
            ("__Contract__", Some("__Contract__")),
            ("file_name_with__two__underscores.pdf", None),
            ("データ2024__版__2.xlsx", None),
            ("2 ** 3 ** 4", None),
            ("Footnote* and note**", None),
            ("[Draft] plan (of May)", None),
            ("", None),
        ] {
            assert_eq!(markup(text).map(|range| &text[range]), found, "{text}");
        }
    }
}
