//! What is wrong with a line of book.toml that is not TOML. The parser's words are about its grammar; what people write there is
//! the YAML of their records, or what a word processor made of it.

use std::ops::Range;

use toml::de::DeTable;

use super::characters::is_odd_space;
use super::syntax::{Explanation, Within, certain, is_key, quoted, within};
use super::words::truth;
use crate::fields::double_quoted;

/// What people write between the entries of a list.
const SEPARATORS: [char; 5] = [',', ';', '、', '，', '；'];
const CURLY: [char; 7] = ['“', '”', '„', '«', '»', '‘', '’'];

/// A line as it should be, and why.
struct Right {
    value: String,
    why: String,
    certain: bool,
}

/// What is wrong with the line at byte `at`.
pub(in crate::fields) fn explain_toml(text: &str, at: usize, is_twice: bool) -> Option<Explanation> {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    let written = text[start..].lines().next().unwrap_or("").trim_end();
    let line = written.trim_start();
    let start = start + written.len() - line.len();
    let place = start..start + line.len();
    if is_twice {
        let key = line.split(['=', ']']).next().unwrap_or("").trim_matches(['[', ' ']);
        return Some(only(
            place.start..place.start + line.find(key)? + key.len(),
            format!("`{key}` stands twice in this file"),
            "keep one of the two",
        ));
    }
    if line.starts_with(';') || line.starts_with("//") {
        let words = line.trim_start_matches([';', '/']).trim_start();
        let message = "a remark begins with `#`";
        return Some(certain(place, message, format!("write `# {words}`"), format!("# {words}")));
    }
    if line.starts_with('[') && !line.contains('=') {
        let name = line.trim_matches(['[', ']', ' ', ':']);
        let right = format!("[{name}]");
        // One that is right cannot be read for another reason.
        return (is_key(name) && right != line).then(|| {
            certain(place, "a section needs its name between `[` and `]`", format!("write `{right}`"), right)
        });
    }
    match line.contains(['=', '＝']) {
        true => pair(line, start),
        false => pair(line, start).or_else(|| without_sign(line, place)),
    }
}

fn only(place: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Explanation {
    Explanation { place, message: message.into(), help: help.into(), instead: None, certain: false }
}

/// A key, a sign and a value.
fn pair(line: &str, start: usize) -> Option<Explanation> {
    let sign_at = line.find(['=', ':', '＝', '：'])?;
    let sign = line[sign_at..].chars().next()?;
    let (head, rest) = (&line[..sign_at], &line[sign_at + sign.len_utf8()..]);
    let (key, value) = (head.trim(), rest.trim());
    let place = start..start + line.len();
    if !is_key(key) {
        let joined = key.split_whitespace().collect::<Vec<_>>().join("-");
        let right = format!("{joined} = {value}");
        return (is_key(&joined) && is_toml(&right)).then(|| Explanation {
            certain: false,
            ..certain(place, format!("a key has no spaces: `{key}`"), format!("write `{right}`"), right)
        });
    }
    if value.is_empty() {
        let section = matches!(sign, ':' | '：');
        return Some(match section {
            true => certain(
                place,
                format!("a section needs its name between `[` and `]`: `{key}`"),
                format!("write `[{key}]`"),
                format!("[{key}]"),
            ),
            false => only(
                start..start + key.len(),
                format!("`{key}` has no value"),
                format!("write a value, such as `{key} = \"…\"`, or remove the line"),
            ),
        });
    }
    let right = value_of(key, value)?;
    let line_right = format!("{key} = {}", right.value);
    let help = format!("write `{line_right}`");
    if sign != '=' {
        let message = format!("`{key}` needs a `=` after it in this file, not a `{sign}`");
        return Some(Explanation { certain: right.certain, ..certain(place, message, help, line_right) });
    }
    if let Some(c) = line[..line.len() - value.len()].chars().find(|c| is_odd_space(*c)) {
        let message = format!(
            "the space beside the `=` after `{key}` is none of a keyboard: {}",
            super::characters::describe(c)
        );
        return Some(Explanation { certain: right.certain, ..certain(place, message, help, line_right) });
    }
    if right.value == value {
        return None;
    }
    let from = start + line.len() - value.len();
    Some(Explanation {
        certain: right.certain,
        ..certain(from..start + line.len(), right.why, help, right.value)
    })
}

/// Whether words without quotation marks are plainly all of a text: no sign at their beginning and no mark in them may be a slip.
fn is_whole_text(words: &str) -> bool {
    let begins = |c: char| c.is_alphanumeric() || !c.is_ascii() || matches!(c, '(' | '@' | '*' | '%' | '&');
    words.starts_with(begins) && words.matches('"').count().is_multiple_of(2)
}

fn is_toml(line: &str) -> bool {
    DeTable::parse(line).is_ok()
}

/// A value as TOML.
fn value_of(key: &str, written: &str) -> Option<Right> {
    let is_good = |value: &str| is_toml(&format!("a = {value}"));
    let right =
        |value: String, why: String, certain: bool| is_good(&value).then_some(Right { value, why, certain });
    if is_good(written) {
        return right(written.to_owned(), String::new(), true);
    }
    let bare = written.trim_end_matches([',', ';', ' ']);
    if bare.len() < written.len() && is_good(bare) {
        return right(
            bare.to_owned(),
            format!("a `{}` stands after the value of `{key}`", written[bare.len()..].trim()),
            true,
        );
    }
    match written.chars().next()? {
        c if CURLY.contains(&c) => {
            let inner = written.trim_matches(CURLY);
            // Two pairs, none of which is around the value.
            let inner =
                if inner.contains(['“', '”', '„', '«', '»', '‘']) { written } else { inner };
            right(double_quoted(inner), format!("the value of `{key}` is in curly quotation marks"), true)
        }
        '[' => list(key, written),
        '{' => None,
        mark @ ('"' | '\'') => in_marks(key, written, mark),
        _ => {
            let (text, remark) = match written.split_once(" #") {
                Some((text, remark)) => (text.trim_end(), format!("  #{remark}")),
                None => (written, String::new()),
            };
            // A word of one setting, and no certain `false` in another.
            if text.eq_ignore_ascii_case("off") {
                let why = format!("the value of `{key}` is neither in quotation marks nor `false`");
                return right(format!("{}{remark}", double_quoted("off")), why, false);
            }
            match truth(text) {
                Some(word) => right(
                    format!("{word}{remark}"),
                    format!("the value of `{key}` must be `true` or `false`, in small letters"),
                    true,
                ),
                None => right(
                    format!("{}{remark}", double_quoted(text)),
                    format!("the value of `{key}` is not in quotation marks"),
                    (remark.is_empty() || remark.starts_with("  # ")) && is_whole_text(text),
                ),
            }
        }
    }
}

fn in_marks(key: &str, written: &str, mark: char) -> Option<Right> {
    let Some(inner) = written[1..].strip_suffix(mark) else {
        let value = format!("{written}{mark}");
        let why = format!("a quotation mark is missing at the end of `{key}`");
        return is_toml(&format!("a = {value}")).then_some(Right { value, why, certain: false });
    };
    let (value, why, certain) = if mark == '\'' {
        (double_quoted(inner), "has an apostrophe within single quotation marks", true)
    } else if inner.contains('"') {
        let is_outer = matches!(within(inner), Within::Outer);
        (quoted(inner), "has quotation marks within quotation marks", is_outer)
    } else {
        (format!("'{inner}'"), "has a `\\`, which has a meaning of its own between these marks", true)
    };
    is_toml(&format!("a = {value}")).then_some(Right {
        value,
        why: format!("the value of `{key}` {why}"),
        certain,
    })
}

/// A list whose entries have no quotation marks, or other signs between them.
fn list(key: &str, written: &str) -> Option<Right> {
    let closed = written.ends_with(']');
    let inner = written[1..].trim_end_matches(']');
    if inner.contains(['[', '{']) {
        return None;
    }
    let entries: Vec<String> = inner
        .split(SEPARATORS)
        .map(|entry| entry.trim().trim_matches(CURLY).trim_matches('"').trim())
        .filter(|entry| !entry.is_empty())
        .map(|entry| if is_toml(&format!("a = {entry}")) { entry.to_owned() } else { double_quoted(entry) })
        .collect();
    let why = match closed {
        true => format!("the entries of `{key}` need quotation marks, and commas between them"),
        false => format!("the `[` of `{key}` is not closed"),
    };
    let value = format!("[{}]", entries.join(", "));
    is_toml(&format!("a = {value}")).then_some(Right { value, why, certain: closed })
}

/// A key without a sign after it.
fn without_sign(line: &str, place: Range<usize>) -> Option<Explanation> {
    let (key, value) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    if !is_key(key) {
        return None;
    }
    let value = value.trim();
    let Some(right) = value_of(key, value).filter(|_| !value.is_empty()) else {
        return Some(only(
            place.start..place.start + key.len(),
            format!("`{key}` has no value"),
            format!("write `{key} = \"…\"`, or remove the line"),
        ));
    };
    let right = format!("{key} = {}", right.value);
    let message = format!("a `=` is missing after `{key}`");
    Some(Explanation { certain: false, ..certain(place, message, format!("write `{right}`"), right) })
}
