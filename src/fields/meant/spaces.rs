//! Spaces and bullets that are none to YAML, which takes them for letters.

use super::characters::{describe, is_odd_space};
use super::meaning::Meant;

/// Signs by which word processors begin an entry of a list.
const BULLETS: [char; 12] = ['•', '‣', '◦', '▪', '●', '·', '・', '–', '—', '‐', '−', '－'];

/// A key with a space of a word processor before or after it. `outermost` says that it should begin its line.
pub(in crate::fields) fn odd_space(key: &str, outermost: bool) -> Option<Meant> {
    let bare = key.trim();
    let odd = |text: &str| text.chars().find(|c| is_odd_space(*c));
    let (before, after) = key.split_at(key.len() - key.trim_start().len());
    let c = odd(before).or_else(|| odd(&after[bare.len()..]))?;
    let listed = bare.starts_with("- ");
    let spaces = if outermost && !listed { 0 } else { before.chars().count() };
    let why = match before.is_empty() {
        true => format!("the space between `{bare}` and its colon is none of a keyboard: {}", describe(c)),
        false => format!("the space at the start of this line is none of a keyboard: {}", describe(c)),
    };
    Some(Meant { why, ..Meant::certainly(format!("{}{bare}", " ".repeat(spaces))) })
}

/// Lines that begin with spaces of a word processor, with those of a keyboard; nothing when it is one such space, which was
/// most likely left from copying.
pub(in crate::fields) fn indented(text: &str) -> Option<(usize, String)> {
    let mut right = String::new();
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        let blank = line.len() - line.trim_start().len();
        if !line[..blank].contains(is_odd_space) {
            break;
        }
        right.extend(line[..blank].chars().map(|c| if is_odd_space(c) { ' ' } else { c }));
        right.push_str(&line[blank..]);
        length += line.len();
    }
    let spaces = right.len() - right.trim_start_matches(' ').len();
    let bare = right.trim_end().len();
    (spaces > 1).then(|| (length - (right.len() - bare), right[..bare].to_owned()))
}

/// A list with bullets as it has to be written; nothing when a line has none.
pub(in crate::fields) fn bullets(written: &str) -> Option<String> {
    let mut right = String::new();
    for line in written.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let entry = line[indent..].strip_prefix(BULLETS)?;
        let bare = entry.trim_start_matches(|c: char| c != '\n' && c.is_whitespace());
        if bare.len() == entry.len() || bare.trim().is_empty() {
            return None;
        }
        right.push_str(&line[..indent]);
        right.push_str("- ");
        right.push_str(bare);
    }
    (!right.is_empty()).then_some(right)
}
