//! What finished pages load from other sites, and whether browsers will let them. It reads the pages as they are, so it covers
//! the templates of a book's own theme.

use std::collections::BTreeMap;

use memchr::{memchr, memmem, memrchr};

use crate::config::{Loaded, Security};
use crate::diag::{Code, Diagnostic, Severity, Span, code};
use crate::source::Tree;
use crate::web_address::origin;

/// What the policy of a site keeps a page from loading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Blocked {
    /// Something at an address of another site, and the name of the element.
    Address(String, String),
    /// All that `[security]` allows: the page has a policy of its own.
    ByOwnPolicy,
    /// A script in the page itself: its first words.
    Inline(String),
}

/// What an element with this name loads; nothing where no site can be allowed.
fn loaded_by(element: &str) -> Option<Loaded> {
    match element {
        "script" => Some(Loaded::Script),
        "img" | "source" => Some(Loaded::Image),
        "iframe" => Some(Loaded::Frame),
        _ => None,
    }
}

/// What of a page a browser will not load.
pub fn scan(html: &[u8], security: &Security) -> Vec<Blocked> {
    let sources = foreign(html, b" src=").chain(foreign(html, b" srcset="));
    let sheets = foreign(html, b" href=").filter(|(element, _)| loads_sheet(element));
    let mut found: Vec<Blocked> = sources
        .chain(sheets)
        .filter_map(|(element, address)| {
            let name = element.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
            let allowed = loaded_by(name).is_some_and(|loaded| security.allows(loaded, address));
            (!allowed).then(|| Blocked::Address(name.to_owned(), address.to_owned()))
        })
        .collect();
    found.extend(inline_scripts(html).map(Blocked::Inline));
    const POLICY: &[u8] = b"http-equiv=\"Content-Security-Policy\" content=\"";
    if let Some(at) = memmem::find(html, POLICY)
        && *security != Security::default()
        && !html[at + POLICY.len()..].starts_with([&security.policy(), "\""].concat().as_bytes())
    {
        found.push(Blocked::ByOwnPolicy);
    }
    found
}

/// The first words of scripts that stand in the page; data for machines are none.
fn inline_scripts(html: &[u8]) -> impl Iterator<Item = String> {
    memmem::find_iter(html, b"<script").filter_map(move |at| {
        let rest = &html[at..];
        let end = memchr(b'>', rest)?;
        let tag = std::str::from_utf8(&rest[..end]).ok()?;
        if tag.contains(" src=") || tag.contains("json") {
            return None;
        }
        let words = String::from_utf8_lossy(&rest[end + 1..]);
        Some(words.trim_start().chars().take_while(|c| *c != '\n' && *c != '<').take(40).collect())
    })
}

/// Whether an element is a link to a style sheet.
fn loads_sheet(element: &str) -> bool {
    element.starts_with("link ") && element.contains("stylesheet")
}

/// The elements, up to the end of the value, with an attribute whose value is an address of another site.
fn foreign<'a>(html: &'a [u8], attribute: &'a [u8]) -> impl Iterator<Item = (&'a str, &'a str)> {
    memmem::find_iter(html, attribute).filter_map(move |at| {
        let rest = html.get(at + attribute.len()..)?;
        let quote = rest.first().copied().filter(|first| matches!(first, b'"' | b'\''));
        let rest = if quote.is_some() { &rest[1..] } else { rest };
        if !rest.starts_with(b"http") && !rest.starts_with(b"//") {
            return None;
        }
        let end = match quote {
            Some(quote) => memchr(quote, rest)?,
            None => rest.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>')?,
        };
        let address = std::str::from_utf8(&rest[..end]).ok()?;
        let start = memrchr(b'<', &html[..at])? + 1;
        let end = start + memchr(b'>', &html[start..])?;
        Some((std::str::from_utf8(&html[start..end]).ok()?, address))
    })
}

/// Reports what pages cannot load, once for each address. `pages` are the first page that wants it, and how many there are;
/// `theme` is the folder of the templates.
pub fn report(found: &BTreeMap<Blocked, (String, usize)>, tree: &Tree) -> Vec<Diagnostic> {
    found.iter().map(|(blocked, (page, count))| one(blocked, page, *count, tree)).collect()
}

fn one(blocked: &Blocked, page: &str, count: usize, tree: &Tree) -> Diagnostic {
    let others = match count - 1 {
        0 => String::new(),
        1 => " and one other".to_owned(),
        others => format!(" and {others} others"),
    };
    let verb = |one, many| if count == 1 { one } else { many };
    match blocked {
        Blocked::Address(element, address) => {
            let message = format!(
                "the page {page}{others} {} {address}, which the policy of the site does not let browsers load",
                verb("asks for", "ask for")
            );
            let help = match (loaded_by(element), origin(address)) {
                (Some(loaded), Some(origin)) => format!(
                    "put the file into static/ of the theme, or allow the site: `{} = [\"{origin}\"]` below `[security]` in book.toml",
                    loaded.key()
                ),
                _ => {
                    "put the file into static/ of the theme: no other site can be allowed for this".to_owned()
                }
            };
            placed(code::BLOCKED_BY_POLICY, tree, address, message).help(help)
        }
        Blocked::Inline(words) => {
            let message = format!(
                "the page {page}{others} {} a script that stands in the page, which the policy does not let browsers run",
                verb("has", "have")
            );
            // `theme check` has an error for it. A book with such a theme was built until now.
            let problem = placed(code::INLINE_CODE, tree, words, message);
            Diagnostic { severity: Severity::Warning, ..problem }.help("put the script into a file in static/ of the theme, and load it with `<script src=\"…\" defer></script>`")
        }
        Blocked::ByOwnPolicy => {
            let message = format!(
                "the page {page}{others} {} a policy that is not the one of `[security]` in book.toml",
                verb("has", "have")
            );
            placed(code::BLOCKED_BY_POLICY, tree, "Content-Security-Policy", message)
                .help("write `content=\"{{ site.policy_html | safe }}\"` in the template, as the built-in base.html does")
        }
    }
}

/// A problem at the place in a template of the book that has these words.
fn placed(code: Code, tree: &Tree, words: &str, message: String) -> Diagnostic {
    let templates = tree.below("themes/").filter(|(_, file)| file.path.ends_with(".html"));
    let mut places = templates.filter_map(|(id, _)| {
        let at = tree.text(id)?.find(words)?;
        Some(Span::new(id, at..at + words.len()))
    });
    match places.next().filter(|_| !words.is_empty()) {
        Some(span) => Diagnostic::new(code, span, message),
        None => Diagnostic::placeless(code, message),
    }
}

#[cfg(test)]
mod tests {
    use super::{Blocked, scan};
    use crate::config::Security;

    #[test]
    fn only_what_a_browser_would_load_is_reported() {
        let html = br#"<a href="https://a.example/"></a><link rel="canonical" href="https://a.example/"><img src="x.png">
<script src="https://s.example/a.js" defer></script><script type="application/ld+json">{}</script><script>
 var a = 1;</script><script src='//q.example/a.js'></script><script async src=https://u.example/a.js></script><link rel="stylesheet" href="//f.example/s.css"><img alt="" src="https://i.example/i.png">"#;
        let found = scan(html, &Security::default());
        let address = |name: &str, address: &str| Blocked::Address(name.to_owned(), address.to_owned());
        assert_eq!(
            found,
            [
                address("script", "https://s.example/a.js"),
                address("script", "//q.example/a.js"),
                address("script", "https://u.example/a.js"),
                address("img", "https://i.example/i.png"),
                address("link", "//f.example/s.css"),
                Blocked::Inline("var a = 1;".to_owned()),
            ]
        );
    }
}
