//! Numbers that a form would write in another way: it reads YAML as most programs do, to whom `3.10` is `3.1`.

use crate::fields::{Value, ValueKind, parse_yaml};
use crate::parse;
use crate::source::Tree;

/// A value that an edit of its file in the form would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedNumber {
    /// The file's path from the book's root.
    pub path: String,
    /// Its line, from 1.
    pub line: usize,
    /// As it is written.
    pub text: String,
}

/// The values without quotes that a program which reads numbers would not write again as they are.
pub fn changed_numbers(tree: &Tree) -> Vec<ChangedNumber> {
    let mut found = Vec::new();
    for (file, entry) in tree.below("content/").filter(|(_, entry)| entry.path.ends_with(".md")) {
        let Some(text) = tree.text(file) else { continue };
        let Some([yaml, _]) = parse::parts(text) else { continue };
        let (value, _) = parse_yaml(&text[yaml.clone()], file, yaml.start, tree.limits().yaml_nesting);
        scalars(&value, &mut |value, scalar| {
            let at = value.span.start as usize;
            let is_bare = text.get(at..).is_some_and(|rest| rest.starts_with(scalar));
            if is_bare && is_changed(scalar) {
                let line = text[..at].matches('\n').count() + 1;
                found.push(ChangedNumber { path: entry.path.clone(), line, text: scalar.to_owned() });
            }
        });
    }
    found
}

fn scalars(value: &Value, see: &mut impl FnMut(&Value, &str)) {
    match &value.kind {
        ValueKind::Scalar(text) => see(value, text),
        ValueKind::List(entries) => entries.iter().for_each(|entry| scalars(entry, see)),
        ValueKind::Map(entries) => entries.iter().for_each(|entry| scalars(&entry.value, see)),
        ValueKind::Null | ValueKind::Refused => {}
    }
}

/// More digits than a number of a browser is sure to keep.
const MOST_DIGITS: usize = 15;

/// Whether a text is a number to YAML 1.2, and would be written as another text.
fn is_changed(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_exponent = |text: &str| {
        let text = text.strip_prefix(['-', '+']).unwrap_or(text);
        !text.is_empty() && digits(text)
    };
    let other_base = |text: &str| {
        let hex = text.strip_prefix("0x").filter(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let octal =
            text.strip_prefix("0o").filter(|rest| rest.bytes().all(|byte| (b'0'..b'8').contains(&byte)));
        hex.or(octal).is_some_and(|rest| !rest.is_empty())
    };
    if other_base(text) {
        return true;
    }
    let is_number = digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(is_exponent);
    let same = exponent.is_none()
        && !text.starts_with('+')
        && !whole.is_empty()
        && (whole == "0" || !whole.starts_with('0'))
        && text != "-0"
        && !mantissa.ends_with('.')
        && !(mantissa.contains('.') && fraction.ends_with('0'))
        && whole.len() + fraction.len() <= MOST_DIGITS;
    is_number && !same
}

#[cfg(test)]
mod tests {
    use super::is_changed;

    #[test]
    fn a_number_that_is_written_as_a_program_writes_it_stays() {
        for text in [
            "1.2", "2026", "0", "0.5", "-3", "-0.25", "10", "3.2.a", "2024-05", "EC-01", "", ".", "e5", "0b1",
        ] {
            assert!(!is_changed(text), "{text}");
        }
        for text in [
            "3.10",
            "012",
            "1e3",
            "+5",
            ".5",
            "5.",
            "-0",
            "0x1f",
            "0o17",
            "12345678901234567",
            "6.50",
            "12e45678",
        ] {
            assert!(is_changed(text), "{text}");
        }
    }
}
