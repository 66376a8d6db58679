//! What the lines of a value become when YAML makes one line of them.

use std::borrow::Cow;

use crate::line_breaks::between;

/// A value without the spaces that stand for line breaks between characters of a script that has none between words: the rule of
/// all texts, which YAML does not know. `written` is the value as it stands in the file. Where its characters are others than
/// those of the value, because it has escapes, the value stays as it is.
pub(super) fn joined<'a>(value: Cow<'a, str>, written: &str) -> Cow<'a, str> {
    if value.is_ascii() || !written.contains('\n') || !value.contains(' ') || written.starts_with('|') {
        return value;
    }
    match join(&value, text_of(written)) {
        Some(joined) if joined.len() < value.len() => Cow::Owned(joined),
        _ => value,
    }
}

/// The text without its quotation marks, or without the line that says how it is folded.
fn text_of(written: &str) -> &str {
    match written.chars().next() {
        Some('>') => written.split_once('\n').map_or("", |(_, text)| text),
        Some('"' | '\'') => &written[1..],
        _ => written,
    }
}

fn join(value: &str, written: &str) -> Option<String> {
    let mut joined = String::with_capacity(value.len());
    let mut source = written.char_indices();
    let mut rest = value;
    while let Some(next) = rest.chars().next() {
        if next.is_whitespace() {
            let after = rest.trim_start();
            let space = &rest[..rest.len() - after.len()];
            let first = after.chars().next();
            let at = source.offset();
            let skipped = written[at..].len() - written[at..].trim_start().len();
            let is_break = space == " " && written[at..at + skipped].contains('\n');
            joined.push_str(if is_break { between(joined.chars().next_back(), first) } else { space });
            rest = after;
            continue;
        }
        let (_, same) = source.find(|(_, c)| !c.is_whitespace())?;
        if same != next {
            return None;
        }
        joined.push(next);
        rest = &rest[next.len_utf8()..];
    }
    Some(joined)
}

#[cfg(test)]
mod tests {
    use crate::diag::FileId;
    use crate::fields::{ValueKind, parse_yaml};

    #[test]
    fn lines_are_joined_by_the_rule_of_all_texts() {
        for (written, value) in [
            (">-\n  防衛交流を\n  進める。", "防衛交流を進める。"),
            (">\n  防衛 交流を\n  進める。", "防衛 交流を進める。\n"),
            (">-\n  防衛交流を\n\n  進める。", "防衛交流を\n進める。"),
            ("防衛交流を\n  進める。", "防衛交流を進める。"),
            ("\"防衛交流を\n  進める。\"", "防衛交流を進める。"),
            ("'防衛交流を\n  進める。'", "防衛交流を進める。"),
            ("|-\n  防衛交流を\n  進める。", "防衛交流を\n進める。"),
            (">-\n  日本と\n  Australia の\n  協力", "日本と Australia の協力"),
            (">-\n  see the\n  plan", "see the plan"),
            (">-\n  국방\n  교류", "국방 교류"),
            ("\"進める\\u3002\n  防衛\"", "進める。 防衛"),
        ] {
            let (root, problems) = parse_yaml(&format!("a: {written}\n"), FileId(0), 0, 16);
            assert_eq!(problems, [], "{written}");
            let ValueKind::Map(entries) = root.kind else { unreachable!() };
            assert_eq!(entries[0].value.kind, ValueKind::Scalar(value.to_owned()), "{written}");
        }
    }
}
