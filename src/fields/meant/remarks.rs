//! Words behind a `#`, which YAML takes for a remark: `Meeting #3 held`.

use std::ops::Range;

/// Words that no page shows because they stand in a remark.
pub(in crate::fields) struct LostWords {
    pub(in crate::fields) place: Range<usize>,
    /// Whether they were an entry of a list on one line, and no part of the value before it.
    pub(in crate::fields) is_entry: bool,
}

/// The remark that was meant as a part of the value at a place, or as the entry after it: numbers after `#` are mostly meant, and
/// a remark has a space there. `goes_on` says that the value may go on in the line below.
pub(in crate::fields) fn lost_in_remark(text: &str, value: Range<usize>, goes_on: bool) -> Option<LostWords> {
    let rest = text.get(value.end..)?.split('\n').next()?;
    // Also behind the colon of a key without a value, and behind the comma of a list.
    let before = rest.len() - rest.trim_start_matches([' ', '\t', ',', ':', ']', '}']).len();
    if is_meant(&rest[before..]) && (before == 0 || rest[..before].ends_with([' ', '\t'])) {
        let start = value.end + before;
        return Some(LostWords {
            place: start..start + rest[before..].trim_end().len(),
            is_entry: rest[..before].contains([',', ']', '}']),
        });
    }
    if !goes_on || !rest.trim().is_empty() {
        return None;
    }
    let line = text[..value.start].rfind('\n').map_or(0, |at| at + 1);
    let head = &text[line..value.start];
    let indent = column_of_key(head);
    let next = value.end + rest.len() + 1;
    let below = text.get(next..)?.split('\n').next()?;
    let own = below.len() - below.trim_start_matches(' ').len();
    // A remark between two keys, or entries, stands as far to the left as they do.
    let deep = if head.trim().is_empty() { own >= indent && indent > 0 } else { own > indent };
    (deep && is_meant(&below[own..]))
        .then(|| LostWords { place: next + own..next + below.trim_end().len(), is_entry: false })
}

/// Where the key of a line begins, behind the `- ` of an entry of a list; where there is no key, where the line begins.
fn column_of_key(head: &str) -> usize {
    let spaces = head.len() - head.trim_start_matches(' ').len();
    let key = head.trim_start_matches(['-', ' ']);
    if key.is_empty() { spaces } else { head.len() - key.len() }
}

fn is_meant(remark: &str) -> bool {
    remark.strip_prefix('#').is_some_and(|words| words.starts_with(|c: char| c.is_alphanumeric()))
}
