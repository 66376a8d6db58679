//! In which part of a file a place is.

use std::ops::Range;

use super::found::Cursor;
use super::{toml, yaml};
use crate::source::SETTINGS;

/// What a place is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lsp) enum Place {
    /// The name in `[[…]]`, or where one is to be.
    Link {
        name: Range<usize>,
        /// Whether `]]` or `|` follows.
        is_closed: bool,
    },
    /// The keys and values of a front matter.
    FrontMatter(Cursor),
    /// Those of `book.toml`.
    Settings(Cursor),
}

/// What a byte of a file is in; `None` for words of a text, and for files without keys.
pub(in crate::lsp) fn place(path: &str, text: &str, at: usize) -> Option<Place> {
    if path == SETTINGS {
        return toml::cursor(text, at).map(Place::Settings);
    }
    if !path.ends_with(".md") {
        return None;
    }
    link(text, at).or_else(|| {
        let yaml = front_matter(text).filter(|yaml| (yaml.start..=yaml.end).contains(&at))?;
        yaml::cursor(text.get(..yaml.end)?, yaml, at).map(Place::FrontMatter)
    })
}

/// The lines between `---` and `---`. As long as the second is missing, all lines are front matter.
fn front_matter(text: &str) -> Option<Range<usize>> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let first = text[mark..].split_inclusive('\n').next()?;
    if first.trim_end() != "---" || !first.ends_with('\n') {
        return None;
    }
    let start = mark + first.len();
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            // The line above belongs to it, the line itself does not.
            return Some(start..end.saturating_sub(1).max(start));
        }
        end += line.len();
    }
    Some(start..text.len())
}

/// The name in double brackets, on the line.
fn link(text: &str, at: usize) -> Option<Place> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let open = line + text[line..at].rfind("[[")? + 2;
    if text[open..at].contains(['|', ']', '[']) {
        return None;
    }
    let rest = text[at..].split(['\n', '\r']).next().unwrap_or_default();
    let end = rest.find(['|', ']', '[', ' ', '"']).unwrap_or(rest.len());
    let is_closed = rest[end..].starts_with("]]") || rest[end..].starts_with('|');
    // Without the end, what follows may be words of the text.
    let end = if is_closed { at + end } else { at + rest[..end].find(|c: char| !is_of_id(c)).unwrap_or(end) };
    Some(Place::Link { name: open..end, is_closed })
}

fn is_of_id(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str, marked: &str) -> String {
        let at = marked.find('¦').unwrap();
        let text = marked.replace('¦', "");
        match place(path, &text, at) {
            Some(Place::Link { name, is_closed }) => format!("link {} {is_closed}", &text[name]),
            Some(Place::FrontMatter(cursor)) => format!("front matter {}", &text[cursor.word]),
            Some(Place::Settings(cursor)) => format!("settings {}", &text[cursor.word]),
            None => "nothing".to_owned(),
        }
    }

    #[test]
    fn links_stand_in_texts_and_in_front_matter() {
        assert_eq!(at("a.md", "See [[3.¦1]] and"), "link 3.1 true");
        assert_eq!(at("a.md", "See [[3.¦"), "link 3. false");
        assert_eq!(at("a.md", "計画 [[¦ and more"), "link  false");
        assert_eq!(at("a.md", "See [[a|b¦]]"), "nothing");
        assert_eq!(at("a.md", "See [[a]] b¦"), "nothing");
        assert_eq!(at("a.md", "See [[a¦|b]]"), "link a true");
        assert_eq!(at("a.md", "---\nupdates:\n  - note: |\n      See [[ar-¦\n---\n"), "link ar- false");
        assert_eq!(at("book.toml", "[[na¦"), "settings na");
    }

    #[test]
    fn front_matter_ends_at_its_second_line_if_there_is_one() {
        assert_eq!(at("a.md", "---\nti¦\n---\nbody"), "front matter ti");
        assert_eq!(at("a.md", "---\nti¦"), "front matter ti");
        assert_eq!(at("a.md", "\u{feff}---\r\nti¦\r\n---\r\n"), "front matter ti");
        assert_eq!(at("a.md", "---\n¦---\nbody"), "front matter ");
        assert_eq!(at("a.md", "---\ntitle: A\n---¦\nbody"), "nothing");
        assert_eq!(at("a.md", "---\ntitle: A\n---\nbo¦dy"), "nothing");
        assert_eq!(at("a.md", "ti¦tle: A"), "nothing");
        assert_eq!(at("a.html", "---\nti¦"), "nothing");
    }
}
