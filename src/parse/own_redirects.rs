//! `content/static/_redirects`: addresses that lead elsewhere, in the form that Netlify and Cloudflare Pages read.
//!
//! Hosts take more from such a file: to show what another site has at an address of this one, which the policy of the site would
//! then allow everything. So a line can only lead from one address to another.

use std::ops::Range;

use crate::diag::{Diagnostic, FileId, Span, code};
use crate::source::Tree;
use crate::web_address::whole_address;

/// The name of the file at the root of the site.
pub const REDIRECTS: &str = "_redirects";

/// The file of the book.
const FILE: &str = "content/static/_redirects";

/// The statuses of an answer that says that something is elsewhere.
const STATUSES: [&str; 5] = ["301", "302", "303", "307", "308"];

/// A line that leads from one address to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRedirect<'a> {
    /// The address, which may end in `*` and have parts such as `:name`, which stand for anything.
    pub from: &'a str,
    /// Where it is written.
    pub span: Span,
}

/// The file with them, and its text.
pub fn own_redirects(tree: &Tree) -> Option<(FileId, &str)> {
    let file = tree.find(FILE)?;
    Some((file, tree.text(file)?))
}

/// The lines of the file that can be used.
pub fn redirect_lines(file: FileId, text: &str) -> impl Iterator<Item = OwnRedirect<'_>> {
    let good = lines(text).filter(|(_, line)| why_not(line).is_none());
    good.filter_map(move |(range, line)| {
        let from = line.split_ascii_whitespace().next()?;
        Some(OwnRedirect { from, span: Span::new(file, range.start..range.start + from.len()) })
    })
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
    text.lines().filter_map(move |line| {
        let line = line.split(" #").next().unwrap_or(line).trim();
        let at = start(line);
        (!line.is_empty() && !line.starts_with('#')).then(|| (at..at + line.len(), line))
    })
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
    let is_path =
        |address: &str| address.starts_with('/') && !address.starts_with("//") && !address.contains('\\');
    if !is_path(from) {
        return Some("does not begin with an address of the site, which begins with `/`");
    }
    // Hosts compare paths alone.
    if from.contains(['?', '#']) {
        return Some("has a `?` or `#` in its first address, which hosts do not look at");
    }
    if !is_path(to) && !whole_address(to) {
        return Some("leads to what is no address");
    }
    // `200` shows another page at this address, `!` hides the one that is there.
    (!STATUSES.contains(&status)).then_some("does more than to lead from one address to another")
}

#[cfg(test)]
mod tests {
    use super::{lines, why_not};

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
        ] {
            assert!(why_not(line).is_some(), "{line}");
        }
        let text = "# old\n\n  /a /b  # for now\r\n/c /d";
        let found: Vec<_> = lines(text).map(|(range, line)| (&text[range], line)).collect();
        assert_eq!(found, [("/a /b", "/a /b"), ("/c /d", "/c /d")]);
    }
}
