//! How deeply a line may be nested.

use std::ops::Range;

/// How many levels a line may begin with before the text is read at all: the reader of Markdown goes through all that are
/// open for each line, so a long line of them and many short ones would take an hour.
const MOST_LEVELS: usize = 200;

/// The first line that begins with so many lists and quotations that reading on makes no sense. A rule (`- - -`) begins
/// none.
pub(super) fn deep_line(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    let mut fence = Fence::default();
    for line in text.split_inclusive(['\n', '\r']) {
        let end = start + line.len();
        if fence.is_inside(line) {
            start = end;
            continue;
        }
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

/// A block of code at the left margin, in which signs open nothing. It must begin below a blank line, in a text without HTML
/// before it: then no other element can take its first line for its own.
#[derive(Default)]
struct Fence {
    open: Option<(char, usize)>,
    after_text: bool,
    html: bool,
}

impl Fence {
    /// Whether a line stands in a block; its bounds do not.
    fn is_inside(&mut self, line: &str) -> bool {
        let line = line.trim_end();
        let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'));
        let signs = mark.map_or(0, |mark| line.len() - line.trim_start_matches(mark).len());
        if let Some((open, least)) = self.open {
            if mark == Some(open) && signs >= least && line.len() == signs {
                self.open = None;
            }
            return true;
        }
        let info = line.get(signs..).unwrap_or("");
        let begins =
            signs >= 3 && !self.after_text && !self.html && (mark != Some('`') || !info.contains('`'));
        self.open = mark.filter(|_| begins).map(|mark| (mark, signs));
        self.after_text = !line.trim().is_empty();
        self.html |= line.trim_start().starts_with('<');
        false
    }
}
