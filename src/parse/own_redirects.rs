//! `content/static/_redirects`: addresses that lead elsewhere, in the form that Netlify and Cloudflare Pages read.
//!
//! Hosts take more from such a file: to show what another site has at an address of this one, which the policy of the site would
//! then allow everything. So a line can only lead from one address to another.

use std::ops::Range;

use crate::diag::{Diagnostic, FileId, Span, code};
use crate::source::Tree;
use crate::web_address::{names_user, whole_address};

/// The name of the file at the root of the site.
pub const REDIRECTS: &str = "_redirects";

/// The file of the book.
const FILE: &str = "content/static/_redirects";

/// The statuses of an answer that says that something is elsewhere.
const STATUSES: [&str; 5] = ["301", "302", "303", "307", "308"];

/// A line that leads from one address to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRedirect<'a> {
    /// The address, which may end in `*` and have steps such as `:name`, which stand for anything.
    pub from: &'a str,
    /// Where it leads: a path, or a whole address.
    pub to: &'a str,
    /// Where `from` is written.
    pub span: Span,
    /// Where `to` is written.
    pub to_span: Span,
}

/// The file with them, and its text.
pub fn own_redirects(tree: &Tree) -> Option<(FileId, &str)> {
    let file = tree.find(FILE)?;
    Some((file, tree.text(file)?))
}

/// The lines of the file that can be used.
pub fn redirect_lines(file: FileId, text: &str) -> impl Iterator<Item = OwnRedirect<'_>> {
    let good = lines(text).filter(|(_, line)| why_not(line).is_none());
    let span = move |part: &str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(file, start..start + part.len())
    };
    good.filter_map(move |(_, line)| {
        let mut parts = line.split_ascii_whitespace();
        let (from, to) = (parts.next()?, parts.next()?);
        Some(OwnRedirect { from, to, span: span(from), to_span: span(to) })
    })
}

/// A path without its escapes, as hosts compare it.
pub fn unescaped(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits =
            behind.get(..2).filter(|digits| *first == b'%' && digits.iter().all(u8::is_ascii_hexdigit));
        let byte = digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The text of the file as it is published.
pub fn published_redirects(tree: &Tree) -> Option<&str> {
    own_redirects(tree).map(|(_, text)| without_mark(text).trim_end())
}

/// What is wrong with the lines.
pub(super) fn check(file: FileId, text: &str) -> Vec<Diagnostic> {
    let wrong = lines(text).filter_map(|(range, line)| Some((range, why_not(line)?)));
    let problem = |(range, why): (Range<usize>, &str)| {
        let message = format!("a line of {REDIRECTS} {why}");
        Diagnostic::new(code::UNSAFE_FILE, Span::new(file, range), message).help(
            "write an address of the site, the one to which it leads, and 301 (for good) or 302 (for now): `/old/* https://archive.example/:splat 301`; other settings are for the host itself",
        )
    };
    wrong.map(problem).collect()
}

/// Lines with something in them, without remarks.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let start = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    // Some editors write a mark of the encoding before the first line.
    without_mark(text).lines().filter_map(move |line| {
        let remark = line.match_indices('#').find(|(at, _)| line[..*at].ends_with([' ', '\t']));
        let line = remark.map_or(line, |(at, _)| &line[..at]).trim_ascii();
        let at = start(line);
        (!line.is_empty() && !line.starts_with('#')).then(|| (at..at + line.len(), line))
    })
}

/// A text without the mark of its encoding.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Why a line cannot be published.
fn why_not(line: &str) -> Option<&'static str> {
    let parts: Vec<&str> = line.split_ascii_whitespace().collect();
    let (from, to, status) = match parts.as_slice() {
        [from, to] => (from, to, "301"),
        [from, to, status] => (from, to, *status),
        [_] => return Some("has no address to which it leads"),
        _ => return Some("has more than two addresses and a status"),
    };
    // Hosts split lines at other spaces too.
    if line.contains(|c: char| (c.is_whitespace() && !c.is_ascii_whitespace()) || c.is_control() && c != '\t')
    {
        return Some("has a space that is none between two words");
    }
    let is_path =
        |address: &str| address.starts_with('/') && !address.starts_with("//") && !address.contains('\\');
    if !is_path(from) {
        return Some("does not begin with an address of the site, which begins with `/`");
    }
    // Hosts compare paths alone.
    if from.contains(['?', '#']) {
        return Some("has a `?` or `#` in its first address, which hosts do not look at");
    }
    if !unescaped(from).split('/').rev().enumerate().all(|(at, step)| is_step(step, at == 0)) {
        return Some(
            "has a first address that hosts understand in different ways: `*` can only be its last step, `:name` a whole step, and no step is `.` or `..`",
        );
    }
    if !is_path(to) && !whole_address(to) {
        return Some("leads to what is no address");
    }
    if names_user(to) {
        return Some("names a user or has a password, which every reader would see");
    }
    // `200` shows another page at this address, `!` hides the one that is there.
    (!STATUSES.contains(&status)).then_some("does more than to lead from one address to another")
}

/// Whether all hosts understand a step of a path in one way: it is a name, `:name` for any, or at the end `*` for all the rest.
fn is_step(step: &str, is_last: bool) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    match step.strip_prefix(':') {
        Some(name) => is_word(name),
        None if step == "*" => is_last,
        None => !step.contains(['*', ':', '\\']) && !matches!(step, "." | ".."),
    }
}

#[cfg(test)]
mod tests {
    use super::{lines, unescaped, why_not};

    #[test]
    fn a_line_leads_from_one_address_to_another() {
        for line in ["/a /b", "/a\t/b 301", "/a/* https://b.example/:splat 302", "/a/:x /b/:x 308"] {
            assert_eq!(why_not(line), None, "{line}");
        }
        for line in [
            "/a",
            "/a /b 200",
            "/* https://evil.example/:splat 200!",
            "/a /b 301!",
            "/a /b 404",
            "/a?id=1 /b 301",
            "/a id=:id /b 301",
            "/a /b 301 Country=jp",
            "https://x.example/a /b",
            "/a //evil.example/x",
            "/a javascript:alert(1)",
            "//x /b",
            "/ite* /b",
            "/*/b /c",
            "/items* /b",
            "/i:rest/ /b",
            "/:1 /b",
            "/:a-b /c",
            "/it%2Aems /b",
            "/%3Arest/x* /b",
            "/x/../items/ /b",
            "/x/%2e%2E/items/ /b",
            "/a\u{a0}/b /c",
            "/a /b\u{2028}",
            "/a https://user@b.example/",
            "/a https://user:word@b.example/",
        ] {
            assert!(why_not(line).is_some(), "{line}");
        }
        let text = "\u{feff}/x /y#z\n# old\n\n  /a /b  # for now\r\n/c /d\t# x";
        let found: Vec<_> = lines(text).map(|(range, line)| (&text[range], line)).collect();
        assert_eq!(found, [("/x /y#z", "/x /y#z"), ("/a /b", "/a /b"), ("/c /d", "/c /d")]);
        for (path, plain) in
            [("/%69tems/", "/items/"), ("/%e6%b0%b4", "/水"), ("/100%", "/100%"), ("/%zz%4", "/%zz%4")]
        {
            assert_eq!(unescaped(path), plain);
        }
    }
}
