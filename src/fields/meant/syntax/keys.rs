//! Keys that are not written as keys.

use super::explanation::{Explanation, certain};
use super::lines::{Lines, is_key};

/// The keys that begin a line most often: a line that begins with one of them and has no colon is not a text.
const COMMON: [&str; 20] = [
    "title",
    "date",
    "items",
    "areas",
    "kind",
    "lead",
    "supporting",
    "due",
    "status",
    "by",
    "evidence",
    "name",
    "party",
    "number",
    "summary",
    "url",
    "cadence",
    "forum",
    "updates",
    "abbreviation",
];

/// `title：Talks`, as input methods write it.
pub(super) fn wide_colon(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (column, entry) = line.entry();
    let (key, value) = entry.split_once('：')?;
    if !is_key(key.trim_end()) {
        return None;
    }
    let key = key.trim_end();
    let spaces = entry.len() - key.len() - value.trim_start().len();
    Some(certain(
        line.range(column + key.len(), spaces),
        format!("the colon after `{key}` is full-width"),
        "type `:` and a space after the key",
        ": ",
    ))
}

/// `title = "Talks"`, as in book.toml; `title; Talks`; `title Talks`.
pub(super) fn no_colon(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (column, entry) = line.entry();
    let end = entry.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))?;
    let (key, rest) = entry.split_at(end);
    let sign = rest.trim_start();
    let found = |what: String| {
        let value = sign.trim_start_matches(['=', ';', '＝', '；']).trim_start();
        certain(
            line.range(column + end, rest.len() - value.len()),
            what,
            format!("write `{key}: {value}`"),
            ": ",
        )
    };
    match sign.chars().next()? {
        '=' | '＝' if is_key(key) => Some(found(format!("`{key}` needs a `:` after it, not a `=`"))),
        ';' | '；' if is_key(key) => Some(found(format!("`{key}` needs a `:` after it, not a `;`"))),
        ':' | '：' => None,
        _ if COMMON.contains(&key) && rest.starts_with(' ') => {
            Some(Explanation { certain: false, ..found(format!("a colon is missing after `{key}`")) })
        }
        _ => None,
    }
}

/// `**title:** Talks`, and a whole line in quotation marks.
pub(super) fn dressed(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    const SIGNS: [char; 6] = ['*', '_', '`', '"', '“', '”'];
    let line = &lines.all[index];
    let (column, entry) = line.entry();
    let bare = entry.trim_start_matches(SIGNS);
    let (key, rest) = bare.split_once(':').filter(|(key, _)| bare.len() < entry.len() && !key.is_empty())?;
    let key = key.trim_end_matches(SIGNS);
    if !is_key(key) {
        return None;
    }
    let value = rest.trim_start_matches(SIGNS).trim_start();
    let whole_line = entry.starts_with(['"', '“']) && value.ends_with(['"', '”']);
    let value = if whole_line { value.trim_end_matches(['"', '”']) } else { value };
    let message = match whole_line {
        true => "quotation marks stand around the whole line, and not around the value".to_owned(),
        false => format!("the key `{key}` stands in signs that make a text bold or italic"),
    };
    // The end of the line belongs to the place, so that no quotation marks are put around the new line.
    let end = if lines.text[line.end()..].starts_with('\n') { "\n" } else { "" };
    Some(certain(
        line.range(column, entry.len() + end.len()),
        message,
        format!("write `{key}: {value}`"),
        format!("{key}: {value}{end}"),
    ))
}
