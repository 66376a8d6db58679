//! Lists that are not written as lists.

use std::ops::Range;

use super::explanation::{Explanation, certain};
use super::lines::Lines;
use super::marks::{Within, quoted, within};
use crate::fields::double_quoted;

/// Keys that have a list as their value.
pub(super) const LISTS: [&str; 10] = [
    "items",
    "areas",
    "by",
    "lead",
    "supporting",
    "aliases",
    "parties",
    "indicators",
    "languages",
    "members",
];

/// What people write between the entries of a list, and a comma.
const SEPARATORS: [char; 6] = [',', ';', '、', '，', '；', '،'];

/// The entries of `"1.1", "1.2"`, each in its quotation marks.
pub(super) fn separate(value: &str) -> Option<Vec<String>> {
    let mut entries = Vec::new();
    let mut rest = value;
    loop {
        let inner = rest.strip_prefix('"')?;
        let end = inner.find('"')?;
        entries.push(format!("\"{}\"", &inner[..end]));
        rest = inner[end + 1..].trim_start();
        if rest.is_empty() {
            return (entries.len() > 1).then_some(entries);
        }
        rest = rest.strip_prefix(SEPARATORS)?.trim_start();
    }
}

/// `- items` written as `* items`.
pub(super) fn bullet(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let indent = line.indent();
    let entry = line.text[indent..].strip_prefix("* ")?;
    Some(certain(
        line.range(indent, 1),
        "an entry of a list begins with `- `, not with `* `",
        format!("write `- {entry}`"),
        "-",
    ))
}

/// A list on one line: its quotation marks, and what stands between its entries.
pub(super) fn flow(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, column, value) = line.pair().filter(|(.., value)| value.starts_with(['[', '{']))?;
    let fault = fault(value)?;
    let right = format!("{}{}{}", &value[..fault.range.start], fault.instead, &value[fault.range.end..]);
    let range = line.range(column + fault.range.start, fault.range.len());
    Some(Explanation {
        certain: fault.certain,
        ..certain(
            range,
            format!("{} `{key}`", fault.message),
            format!("write `{key}: {right}`"),
            fault.instead,
        )
    })
}

struct Fault {
    range: Range<usize>,
    message: &'static str,
    instead: String,
    certain: bool,
}

/// The first entry in quotation marks that does not end as it should.
fn fault(value: &str) -> Option<Fault> {
    let mut at = 0;
    loop {
        let open = at + value[at..].find('"')?;
        let mut close = open;
        let mut inner = false;
        loop {
            let Some(next) = value[close + 1..].find('"') else { return not_closed(value, open) };
            close += 1 + next;
            if value[..close].ends_with('\\') {
                continue;
            }
            let after = value[close + 1..].trim_start();
            let gap = value.len() - close - 1 - after.len();
            match after.chars().next() {
                None | Some(',' | ']' | '}' | ':') => break,
                Some('"') if !inner => {
                    return Some(between(
                        close + 1..close + 1 + gap,
                        "a comma is missing between the entries of",
                    ));
                }
                Some(c) if SEPARATORS.contains(&c) && !inner => {
                    let spaces = after[c.len_utf8()..].len() - after[c.len_utf8()..].trim_start().len();
                    let end = close + 1 + gap + c.len_utf8() + spaces;
                    return Some(between(close + 1..end, "a comma is missing between the entries of"));
                }
                Some(_) => inner = true,
            }
        }
        if inner {
            let text = &value[open + 1..close];
            let certain = matches!(within(text), Within::Outer);
            let message = "quotation marks stand within quotation marks in";
            return Some(Fault { range: open..close + 1, message, instead: quoted(text), certain });
        }
        at = close + 1;
    }
}

fn between(range: Range<usize>, message: &'static str) -> Fault {
    Fault { range, message, instead: ", ".to_owned(), certain: true }
}

/// `["3.1]`: the last entry has one quotation mark.
fn not_closed(value: &str, open: usize) -> Option<Fault> {
    let end = value.trim_end_matches([']', '}', ' ', ',']).len();
    let text = value.get(open + 1..end)?;
    Some(Fault {
        range: open..end,
        message: "a quotation mark is missing in",
        instead: format!("\"{text}\""),
        // Where the bracket is missing too, more may be missing.
        certain: value.ends_with([']', '}']) && !text.is_empty() && !text.contains(','),
    })
}

/// `items: ["1.1"],` and `items: ["1.1"], ["1.2"]`.
pub(super) fn after_bracket(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, column, value) = line.pair().filter(|(.., value)| value.starts_with('['))?;
    let ends = value.trim_end_matches([',', ';', ' ']);
    if ends.len() < value.len() && ends.ends_with(']') {
        return Some(certain(
            line.range(column + ends.len(), value.len() - ends.len()),
            format!("a `{}` stands after the list of `{key}`", value[ends.len()..].trim()),
            format!("write `{key}: {ends}`"),
            "",
        ));
    }
    let end = value.find(']')?;
    let after = value[end + 1..].trim_start_matches(SEPARATORS).trim_start();
    let after = after.trim_start_matches(SEPARATORS).trim_start();
    let second = after.strip_prefix('[').filter(|second| second.ends_with(']'))?;
    let right = format!("{}, {second}", &value[..end]);
    Some(certain(
        line.range(column, value.len()),
        format!("`{key}` has two lists, and can have one"),
        format!("write `{key}: {right}`"),
        right,
    ))
}

/// `[Board #2, Union]`: from the `#` on it is a remark, and the list has no end.
pub(super) fn remark(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, column, value) = line.pair().filter(|(.., value)| value.starts_with('['))?;
    let at = value.find(" #")?;
    let inner = value
        .strip_prefix('[')?
        .strip_suffix(']')
        .filter(|inner| !inner.contains(['[', ']', '"', '\'', '{']));
    if value[..at].contains([']', '"', '\'']) {
        return None;
    }
    let entries = inner.map(|inner| {
        let entry = |entry: &str| if entry.contains('#') { double_quoted(entry) } else { entry.to_owned() };
        let entries = inner.split(',').map(|text| entry(text.trim()));
        format!("[{}]", entries.collect::<Vec<_>>().join(", "))
    });
    let help = match &entries {
        Some(list) => format!("put an entry with `#` in quotes: `{key}: {list}`"),
        None => "put an entry with `#` in quotes".to_owned(),
    };
    Some(Explanation {
        place: line.range(column, value.len()),
        message: format!("the list `{key}` has no end, because a remark begins at `{}`", &value[at + 1..]),
        help,
        instead: entries,
        certain: false,
    })
}

/// A bracket that is not closed before the next key, or was never opened.
pub(super) fn bracket(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, column, value) = line.pair()?;
    let (open, close) = match value.chars().next()? {
        '[' => ('[', ']'),
        '{' => ('{', '}'),
        '"' if LISTS.contains(&key) && value.ends_with("\"]") => {
            return Some(certain(
                line.range(column, value.len()),
                format!("the `[` is missing at the start of `{key}`"),
                format!("write `{key}: [{value}`"),
                format!("[{value}"),
            ));
        }
        _ => return None,
    };
    if value.contains(close) || lines.without_key(index).any(|line| line.text.contains(close)) {
        return None;
    }
    // `["1.1`: the quotation mark is missing too.
    let mark = if value.matches('"').count() % 2 == 1 { "\"" } else { "" };
    Some(Explanation {
        place: line.range(column, 1),
        message: format!("the `{open}` of `{key}` is not closed"),
        help: format!("put a `{close}` at the end: `{key}: {value}{mark}{close}`"),
        instead: None,
        certain: false,
    })
}
