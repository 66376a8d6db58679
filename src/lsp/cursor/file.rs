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
        /// Whether `]]` or a bar follows.
        is_closed: bool,
    },
    /// The path in `[…](…)`, without what follows its `#`, or where one is to be.
    File {
        path: Range<usize>,
        /// Whether it is that of a picture: `![…](…)`.
        is_picture: bool,
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
    link(text, at).or_else(|| address(text, at)).or_else(|| {
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
    if text[open..at].contains(['|', ']', '[', '\\']) {
        return None;
    }
    let rest = text[at..].split(['\n', '\r']).next().unwrap_or_default();
    // In a table, the bar is written `\|`.
    let end = rest.find(['|', ']', '[', ' ', '"', '\\']).unwrap_or(rest.len());
    let is_closed = ["]]", "|", "\\|"].iter().any(|sign| rest[end..].starts_with(sign));
    // Without the end, what follows may be words of the text.
    let end = if is_closed { at + end } else { at + rest[..end].find(|c: char| !is_of_id(c)).unwrap_or(end) };
    Some(Place::Link { name: open..end, is_closed })
}

/// The address of a link on the line, if it is a path from the file. It is read from the beginning of the line, so a bracket of
/// the words before it is none of its own.
fn address(text: &str, at: usize) -> Option<Place> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end);
    let (mut from, mut words) = (line, line);
    while let Some(open) = text[from..end].find("](").map(|open| from + open + 2) {
        let rest = &text[open..end];
        let (start, length) = match rest.strip_prefix('<') {
            Some(inner) => (open + 1, inner.find('>').unwrap_or(inner.len())),
            None => (open, rest.find([')', ' ', '"']).unwrap_or(rest.len())),
        };
        let whole = start..start + length;
        if (open..=whole.end).contains(&at) {
            let path = &text[whole.clone()];
            let is_of_file = !path.starts_with(['/', '#', '?']) && !path.contains(':');
            let length = path.find(['#', '?']).unwrap_or(path.len());
            // The last bracket that opens is that of these words: they can have none of their own.
            let begins = text[words..open - "](".len()].rfind('[').map(|at| words + at);
            let is_picture = begins.is_some_and(|at| text[line..at].ends_with('!'));
            return is_of_file.then_some(Place::File { path: start..start + length, is_picture });
        }
        (from, words) = (whole.end, whole.end);
    }
    None
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
            Some(Place::File { path, is_picture }) => {
                format!("{} {}", if is_picture { "picture" } else { "file" }, &text[path])
            }
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
        assert_eq!(at("a.md", "| [[1.¦1\\|the code]] |"), "link 1.1 true");
        assert_eq!(at("a.md", "| [[1.1\\|the¦ code]] |"), "nothing");
        assert_eq!(at("a.md", "---\nupdates:\n  - note: |\n      See [[ar-¦\n---\n"), "link ar- false");
        assert_eq!(at("book.toml", "[[na¦"), "settings na");
    }

    #[test]
    fn a_path_of_a_link_is_that_of_a_file() {
        assert_eq!(at("a.md", "計画 [x](../it¦ems/3.1.md#status) and"), "file ../items/3.1.md");
        assert_eq!(at("a.md", "[x](¦a.md) [y](b.md)"), "file a.md");
        assert_eq!(at("a.md", "[x](a.md) [y](b¦.md \"title\")"), "file b.md");
        assert_eq!(at("a.md", "![x](<fi¦les/map (1).png>)"), "picture files/map (1).png");
        assert_eq!(at("a.md", "計画 ![x](¦ and"), "picture ");
        assert_eq!(at("a.md", "![x](a.png) [y](¦)"), "file ");
        for none in ["[x](https://¦a.example/)", "[x](#a¦)", "[x](/fi¦les)", "[x¦](a.md)", "[x](a.md) b¦"]
        {
            assert_eq!(at("a.md", none), "nothing", "{none}");
        }
        assert_eq!(at("a.md", "---\ntitle: A\n---\n[x](a¦.md"), "file a.md");
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
