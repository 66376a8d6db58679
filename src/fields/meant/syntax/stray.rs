//! Lines that stand where they cannot be read.

use super::explanation::{Explanation, certain};
use super::lines::Lines;

/// The second entry of a list, which has no `- ` and stands below the one of the first.
pub(super) fn second_entry(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let (key, ..) = line.pair().filter(|_| !line.is_listed())?;
    let indent = line.indent();
    let first = lines.all[..index].iter().rev().find(|above| above.indent() <= indent)?;
    if first.indent() != indent || !first.is_listed() || first.pair()?.0 != key {
        return None;
    }
    let below =
        lines.all[index + 1..].iter().take_while(|below| below.indent() >= indent && !below.is_listed());
    let end = below.last().unwrap_or(line).end();
    let place = line.start + indent..end;
    let written = &lines.text[place.clone()];
    Some(certain(
        place.clone(),
        format!("this entry of a list lacks `- ` before `{key}`"),
        format!("write `- {}`, and two spaces more before the other lines of the entry", line.text.trim()),
        format!("- {}", written.replace('\n', "\n  ")),
    ))
}

/// A list where a mapping should be: `- title: Talks` as the first line.
pub(super) fn dash_before_key(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = lines.all.first().filter(|line| index == 0 && line.is_listed() && line.indent() == 0)?;
    let (key, ..) = line.pair()?;
    let (column, entry) = line.entry();
    Some(certain(
        line.range(0, column),
        format!("a `-` stands before `{key}`, as in a list"),
        format!("write `{entry}`"),
        "",
    ))
}

/// `// for us only`.
pub(super) fn remark(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    let indent = line.indent();
    let written = line.text[indent..].strip_prefix("//")?;
    let words = written.trim_start();
    Some(certain(
        line.range(indent, 2 + written.len() - words.len()),
        "a remark begins with `#`",
        format!("write `# {words}`"),
        "# ",
    ))
}

/// A line without a key: it goes on with the value above, or it is a text.
pub(super) fn no_key(lines: &Lines<'_>, index: usize) -> Option<Explanation> {
    let line = &lines.all[index];
    // What cannot be read is at most one line above the place where the parser saw it.
    let near =
        index == lines.stopped || (index + 1 == lines.stopped && lines.all[lines.stopped].pair().is_some());
    let begins = line.text.trim_start();
    if !near
        || line.pair().is_some()
        || begins.starts_with(['-', '[', '{', '"', '\'', ']', '}', '?', '|', '>'])
    {
        return None;
    }
    let text = "a text stands below the second line of `---`; a remark begins with `# `";
    let above = lines.before(index).and_then(|above| Some((above, above.pair()?)));
    let goes_on = above.filter(|(above, (.., value))| {
        !value.is_empty()
            && !value.starts_with(['[', '{', '"', '\'', '|', '>'])
            && line.indent() <= above.entry().0
    });
    Some(match goes_on {
        Some((above, (key, ..))) => {
            let spaces = " ".repeat(above.entry().0 + 2);
            Explanation {
                certain: false,
                ..certain(
                    line.range(0, line.text.len()),
                    format!("this line has no key; if it goes on with `{key}`, spaces are missing before it"),
                    format!(
                        "put {} spaces before the line, or write the value of `{key}` on one line; {text}",
                        spaces.len()
                    ),
                    format!("{spaces}{begins}"),
                )
            }
        }
        None => Explanation {
            place: line.range(line.indent(), begins.len()),
            message: "this line has no key".to_owned(),
            help: format!("write `key: value`; {text}"),
            instead: None,
            certain: false,
        },
    })
}
