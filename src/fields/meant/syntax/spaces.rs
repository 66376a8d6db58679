//! Spaces that are missing, too many, or none of a keyboard.

use super::explanation::{Explanation, certain};
use super::lines::{Line, Lines, is_key};
use crate::fields::meant::characters::{describe, is_odd_space};

pub(super) fn tab(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let blank = line.text.len() - line.text.trim_start().len();
    line.text[..blank].contains('\t').then(|| Explanation {
        place: line.range(0, blank),
        message: "this line begins with a tab".to_owned(),
        help: "indent with spaces, not with a tab".to_owned(),
        instead: None,
        certain: false,
    })
}

/// Spaces of word processors and input methods, before the line or around its colon.
pub(super) fn odd(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let blank = line.text.len() - line.text.trim_start().len();
    if let Some(c) = line.text[..blank].chars().find(|c| is_odd_space(*c)) {
        return Some(certain(
            line.range(0, blank),
            format!("the space at the start of this line is none of a keyboard: {}", describe(c)),
            "indent with spaces as the space bar types them",
            " ".repeat(line.text[..blank].chars().count()),
        ));
    }
    let (column, entry) = line.entry();
    let (key, value) = entry.split_once(':')?;
    let after = value.len() - value.trim_start().len();
    let c = value[..after].chars().find(|c| is_odd_space(*c)).filter(|_| is_key(key.trim_end()))?;
    Some(certain(
        line.range(column + key.len() + 1, after),
        format!("the space after `{}:` is none of a keyboard: {}", key.trim_end(), describe(c)),
        "type a space with the space bar after the colon",
        " ",
    ))
}

/// `title:Talks`.
pub(super) fn no_space(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (column, entry) = line.entry();
    let (key, value) = entry.split_once(':')?;
    let glued = is_key(key) && value.starts_with(|c: char| !c.is_whitespace()) && !value.starts_with("//");
    // No value begins with another sign, so that one may be a slip, too.
    let begins = value.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '[' | '{'));
    glued.then(|| Explanation {
        certain: begins,
        ..certain(
            line.range(column + key.len(), 1),
            format!("a space is missing after `{key}:`"),
            format!("write `{key}: ` and then the value"),
            ": ",
        )
    })
}

/// `-ar-water` in a list.
pub(super) fn glued_dash(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let indent = line.indent();
    let entry = line.text[indent..].strip_prefix('-')?;
    let begins = entry.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '['));
    let beside = |other: &Line<'_>| other.indent() == indent && other.text[indent..].starts_with('-');
    let below_key = |before: &Line<'_>| before.pair().is_some_and(|(.., value)| value.is_empty());
    let in_list = lines.before(index).is_some_and(|before| beside(before) || below_key(before))
        || lines.all.get(index + 1).is_some_and(beside);
    (begins && in_list).then(|| {
        certain(
            line.range(indent, 1),
            "a space is missing after the `-` of a list",
            format!("write `- {entry}`"),
            "- ",
        )
    })
}

/// A key that does not stand below the key before it.
pub(super) fn indented(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, ..) = line.pair()?;
    let column = line.entry().0;
    if line.is_listed() {
        return None;
    }
    let Some(before) = lines.before(index) else {
        return (column > 0).then(|| remove_spaces(line, key));
    };
    let (above, _, value) = before.pair()?;
    let wanted = before.entry().0;
    if value.is_empty() || column == wanted {
        return None;
    }
    if let Some(entry) = lines.ended_by(index - 1, column) {
        let spaces = match wanted {
            0 => format!("remove the spaces before `{key}`"),
            _ => format!("write {wanted} spaces before `{key}`"),
        };
        return Some(Explanation {
            place: line.range(0, line.indent()),
            message: format!("`{key}` stands below `{above}`, outside of the entry with `{entry}`"),
            help: format!(
                "move the line with `{above}` out of the entry, or write {column} spaces before `{above}` if it is a part of the entry; {spaces} if it belongs to `{above}`"
            ),
            instead: None,
            certain: false,
        });
    }
    // A value has no keys of its own, and a place to the left of the keys of an entry is in no other mapping.
    let dash = lines.dash_above(index, column);
    // Below the only key of a mapping, the `- ` before that one may be missing.
    let is_deeper = column > wanted && lines.has_above(index - 1, wanted);
    let is_between = wanted > 0 && (is_deeper || dash.is_some_and(|dash| column > dash && column < wanted));
    if (before.is_listed() && column > before.indent()) || is_between {
        // Where other lines of the entry begin there, too, the ones above may be wrong.
        let is_alone = !is_between || !lines.has_below(index, column);
        return Some(Explanation {
            certain: is_alone,
            ..certain(
                line.range(0, column),
                format!("`{key}` does not stand below `{above}`"),
                format!("line up `{key}:` with `{above}:` above: write {wanted} spaces before it"),
                " ".repeat(wanted),
            )
        });
    }
    (column > wanted && wanted == 0).then(|| remove_spaces(line, key))
}

fn remove_spaces(line: &Line<'_>, key: &str) -> Explanation {
    let spaces = if line.indent() == 1 { "the space" } else { "the spaces" };
    certain(
        line.range(0, line.indent()),
        format!("the line with `{key}` begins with a space"),
        format!("remove {spaces} at the start of the line"),
        "",
    )
}
