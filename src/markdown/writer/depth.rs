//! How deeply a line may be nested.

use std::ops::Range;

/// How many levels a line may begin with before the text is read at all: the reader of Markdown goes through all that are
/// open for each line, so a long line of them and many short ones would take an hour.
const MOST_LEVELS: usize = 200;

/// The first line that begins with so many lists and quotations that reading on makes no sense. A rule (`- - -`) begins
/// none.
pub(super) fn deep_line(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let end = start + line.len();
        if line.len() > MOST_LEVELS {
            let indent = line.len() - line.trim_start().len();
            let marks = line.bytes().take_while(|byte| b" \t>-+*.)0123456789".contains(byte));
            let marks: Vec<u8> = marks.filter(|byte| b">-+*.)".contains(byte)).collect();
            let is_rule = marks.len() == line.bytes().filter(|byte| !byte.is_ascii_whitespace()).count()
                && marks.iter().all(|mark| b"-*".contains(mark) && *mark == marks[0]);
            if !marks.is_empty() && indent / 2 + marks.len() > MOST_LEVELS && !is_rule {
                return Some(start..start + line.trim_end().len());
            }
        }
        start = end;
    }
    None
}
