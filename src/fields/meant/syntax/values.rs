//! Values that begin or contain what has a meaning of its own.

use std::ops::Range;

use super::explanation::{Explanation, certain};
use super::lines::{Lines, is_block, is_key};
use super::lists::{LISTS, separate};
use super::marks::{Within, quoted, within};
use crate::fields::double_quoted;

pub(super) fn curly(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, column, value) = line.pair()?;
    if !value.starts_with(['“', '”', '„', '«', '‘']) || !value.ends_with(['“', '”', '»', '’'])
    {
        return None;
    }
    let marks = ['“', '”', '„', '«', '»', '‘', '’'];
    let inner = value.trim_matches(marks);
    // `“Talks” and “more”` are two pairs, and none of them is around the value. An apostrophe is no mark.
    if inner.contains(['“', '”', '„', '«', '»', '‘']) {
        return None;
    }
    Some(certain(
        line.range(column, value.len()),
        format!("the value of `{key}` is in curly quotation marks"),
        "type straight quotation marks: `\"`",
        double_quoted(inner),
    ))
}

/// `title: "the "new" wells"`, `title: 'the minister's talks'`, `title: "Talks",`.
pub(super) fn marks(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, column, value) = line.pair()?;
    let place = line.range(column, value.len());
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let ends = value.trim_end_matches([',', ';', ' ']);
    let simple = |text: &str| text.len() > 1 && text.ends_with(mark) && text.matches(mark).count() == 2;
    if ends.len() < value.len() && simple(ends) {
        return Some(certain(
            line.range(column + ends.len(), value.len() - ends.len()),
            format!("a `{}` stands after the value of `{key}`", value[ends.len()..].trim()),
            format!("write `{key}: {ends}`"),
            "",
        ));
    }
    if let Some(entries) = separate(value) {
        let list = format!("[{}]", entries.join(", "));
        return Some(Explanation {
            certain: LISTS.contains(&key),
            ..certain(
                place,
                format!("`{key}` has several values, and no `[` and `]` around them"),
                format!("write `{key}: {list}`"),
                list,
            )
        });
    }
    let inner = value.strip_prefix(mark)?.strip_suffix(mark)?;
    in_marks(key, inner, mark, place)
}

/// A value with quotation marks around it and the same within.
fn in_marks(key: &str, inner: &str, mark: char, place: Range<usize>) -> Option<Explanation> {
    if mark == '\'' {
        let has_one = inner.replace("''", "").contains('\'');
        return has_one.then(|| {
            let right = double_quoted(&inner.replace("''", "'"));
            certain(
                place,
                format!("the value of `{key}` has an apostrophe within single quotation marks"),
                format!("write `{key}: {right}`"),
                right,
            )
        });
    }
    if !inner.contains('"') || inner.contains("\\\"") {
        return None;
    }
    let (right, is_certain) = match within(inner) {
        Within::Outer => (quoted(inner), true),
        Within::First => (quoted(&format!("\"{inner}\"")), true),
        Within::Unclear => (quoted(inner), false),
    };
    Some(Explanation {
        certain: is_certain,
        ..certain(
            place,
            format!("the value of `{key}` has quotation marks within quotation marks"),
            format!("write `{key}: {right}`"),
            right,
        )
    })
}

/// `title: Talks held: Tokyo`, `title: *Work* begins`.
pub(super) fn colon(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, column, written) = line.pair()?;
    // A remark is no part of the value, and must not be published with it. `#4` may be meant as a part of it.
    let begins = behind_marks(written);
    let (value, after) = match written[begins..].find(" #").map(|at| begins + at) {
        Some(at) => (written[..at].trim_end(), Some(&written[at + 2..])),
        None => (written, None),
    };
    let is_remark = after.is_none_or(|after| after.is_empty() || after.starts_with([' ', '#', '\t']));
    let quoted_by = |mark: char| value.len() > 1 && value.starts_with(mark) && value.ends_with(mark);
    if quoted_by('"') || quoted_by('\'') || is_block(written) {
        return None;
    }
    let first = value.chars().next()?;
    let ends_early = first == '"' && value.matches('"').count() == 2;
    let is_flow = matches!(first, '[' | '{');
    let has_colon =
        !is_flow && first != '"' && first != '\'' && (value.contains(": ") || value.ends_with(':'));
    let bad = bad_start(value);
    if !(bad.is_some() || ends_early || has_colon) {
        return None;
    }
    let message = match (&bad, has_colon) {
        (Some(sign), _) => {
            format!("the value of `{key}` begins with `{sign}`, which has a meaning of its own")
        }
        (None, true) => format!("the value of `{key}` contains a colon"),
        (None, false) => format!("only a part of the value of `{key}` is in quotation marks"),
    };
    if let Some(other) = key_within(value) {
        return Some(Explanation {
            place: line.range(column, value.len()),
            message: format!("the value of `{key}` contains the key `{other}`"),
            help: format!("write `{other}:` on a line of its own, below `{key}:` and in line with it"),
            instead: None,
            certain: false,
        });
    }
    let right = if ends_early { quoted(value) } else { double_quoted(value) };
    let whole = if is_remark { right.clone() } else { double_quoted(written) };
    // `*name` and `- name` may be meant as something else.
    // Nor is a sign that belongs to none, of which a text is seldom meant to have one.
    let is_clear = is_remark
        && value.matches('"').count().is_multiple_of(2)
        && match first {
            '*' | '&' => value.contains(' '),
            '-' | '+' | '?' | ':' | ';' | ',' | '.' | '=' | '#' | '/' | '~' | ')' | ']' | '}' => false,
            _ => true,
        };
    Some(Explanation {
        place: line.range(column, value.len()),
        message,
        help: format!("put the value in quotes: `{key}: {whole}`"),
        instead: is_remark.then_some(right),
        certain: is_clear,
    })
}

/// Where a remark can begin: behind the quotation marks at the start.
fn behind_marks(value: &str) -> usize {
    let Some(mark) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return 0 };
    value[1..].find(mark).map_or(value.len(), |end| end + 2)
}

/// `Minutes; url: https://…`: the key that was put on the same line.
fn key_within(value: &str) -> Option<&str> {
    value.split([';', ',']).skip(1).find_map(|part| {
        let (key, rest) = part.trim_start().split_once(':')?;
        let is_lower = key.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        (is_key(key) && is_lower && rest.starts_with(' ')).then_some(key)
    })
}

/// The sign at the start of a value by which no text can begin.
fn bad_start(value: &str) -> Option<String> {
    let first = value.chars().next()?;
    let rest = &value[first.len_utf8()..];
    let is_bad = match first {
        '@' | '`' | '%' | '*' | '&' | '!' | ']' | '}' | ',' => true,
        '|' | '>' => !is_block(value),
        '-' | '?' => rest.starts_with(' '),
        // `[Draft] plan`: words after the bracket.
        '[' | '{' => {
            let close = if first == '[' { ']' } else { '}' };
            let after = rest.find(close).map(|end| rest[end + 1..].trim_start());
            after.is_some_and(|after| after.starts_with(char::is_alphanumeric))
                && !rest.contains(['[', '{', '"'])
        }
        _ => false,
    };
    is_bad.then(|| first.to_string())
}

/// A quotation mark that is not closed.
pub(super) fn unclosed(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, column, value) = line.pair()?;
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let closed = value.len() > 1 && value.trim_end_matches(',').ends_with(mark);
    if closed || lines.without_key(index).any(|line| line.text.ends_with(mark)) {
        return None;
    }
    Some(Explanation {
        place: line.range(column, value.len()),
        message: format!("a quotation mark is missing at the end of `{key}`"),
        help: format!(
            "a value that begins with a quotation mark ends with the same one: `{key}: {value}{mark}`"
        ),
        instead: None,
        certain: false,
    })
}
