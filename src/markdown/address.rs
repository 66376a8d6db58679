//! What the destination of a link is: another site, a heading, a file of the book, or something refused.

use crate::characters::percent_decoded;

/// The destination of a link or image, as written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address<'a> {
    /// `http`, `https`, `mailto` or `tel`.
    External,
    /// `#heading`.
    Heading(&'a str),
    /// A relative path to a `.md` file and the `#fragment`, if any.
    Record(&'a str, Option<&'a str>),
    /// A relative path to a file of another kind.
    Attachment(&'a str),
    /// A file of the site, by its path from the site's root and the `#fragment`, if any: `/CNAME`.
    OfSite(&'a str, Option<&'a str>),
    /// A scheme that a site must not lead to, such as `javascript`.
    Refused(String),
    /// A file on somebody's computer, or in a network of theirs.
    OnAComputer,
    /// `//host/path`.
    WithoutScheme,
    /// Any other path.
    Other,
}

const ALLOWED: [&str; 4] = ["http", "https", "mailto", "tel"];

pub(super) fn classify(destination: &str) -> Address<'_> {
    // Browsers drop these before they look for the scheme, so we must too.
    let seen: String = destination.chars().filter(|c| !matches!(c, '\t' | '\r' | '\n')).collect();
    let seen = seen.trim_matches(|c: char| c.is_control() || c.is_whitespace());
    if let Some(scheme) = scheme(seen) {
        let scheme = scheme.to_ascii_lowercase();
        // `C:\\plan.docx` has the form of a scheme.
        if scheme == "file" || (scheme.len() == 1 && scheme.starts_with(|c: char| c.is_ascii_alphabetic())) {
            return Address::OnAComputer;
        }
        return if ALLOWED.contains(&scheme.as_str()) { Address::External } else { Address::Refused(scheme) };
    }
    if seen.starts_with('\\') {
        return Address::OnAComputer;
    }
    if seen.starts_with("//") || seen.starts_with("/\\") {
        return Address::WithoutScheme;
    }
    if let Some(heading) = destination.strip_prefix('#') {
        return Address::Heading(heading);
    }
    let (path, fragment) = match destination.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (destination, None),
    };
    if path.starts_with("www.") && !path.ends_with(".md") {
        return Address::WithoutScheme;
    }
    let relative = !path.starts_with('/');
    let has_ending = path.rsplit('/').next().is_some_and(|name| name.contains('.') && !name.ends_with('.'));
    if let Some(of_site) = path.strip_prefix('/')
        && of_site.split('/').all(is_step)
        && fragment.is_none_or(is_fragment)
    {
        return Address::OfSite(of_site, fragment.filter(|fragment| !fragment.is_empty()));
    }
    match fragment {
        _ if relative && path.ends_with(".md") => Address::Record(path, fragment),
        None if relative && has_ending && !path.contains(['?', '\\']) => Address::Attachment(path),
        _ => Address::Other,
    }
}

/// Whether a part of a path names a file or folder of a site, which need no other characters.
fn is_step(step: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !step.is_empty() && step.chars().all(plain) && !matches!(step, "." | "..")
}

/// Whether what follows the `#` needs no other way to be written in an address.
fn is_fragment(fragment: &str) -> bool {
    let needs = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\^`{|}#".contains(c);
    !fragment.contains(needs)
}

fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let plausible = !scheme.is_empty() && !scheme.contains(['/', '?', '#']);
    plausible.then_some(scheme)
}

/// `path`, relative to the folder of the file at `from`, as a path from the book's root; `None` when it leads out.
pub fn join(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(percent_decoded(&parts.join("/")))
}

#[cfg(test)]
mod tests {
    use super::{Address, classify, join};

    #[test]
    fn only_listed_schemes_pass() {
        for address in ["https://a.example/", "HTTP://a.example", "mailto:a@a.example", "tel:+81"] {
            assert_eq!(classify(address), Address::External, "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            " javascript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "\\\\evil.example",
            "/\\evil.example",
        ] {
            let refused = matches!(
                classify(address),
                Address::Refused(_) | Address::OnAComputer | Address::WithoutScheme
            );
            assert!(refused, "{address:?}");
        }
    }

    #[test]
    fn a_file_of_a_computer_is_none_of_a_site() {
        for address in
            ["C:\\plan\\a.docx", "c:/plan/a.docx", "file:///home/a", "\\\\server\\share\\a.docx", "\\a"]
        {
            assert_eq!(classify(address), Address::OnAComputer, "{address}");
        }
    }

    #[test]
    fn relative_paths_stay_inside_the_book() {
        assert_eq!(classify("../a/b.md#c"), Address::Record("../a/b.md", Some("c")));
        assert_eq!(classify("/items/3.1/"), Address::Other);
        assert_eq!(classify("#c"), Address::Heading("c"));
        assert_eq!(classify("../files/map.png"), Address::Attachment("../files/map.png"));
        for (path, of_site) in
            [("/CNAME", "CNAME"), ("/.well-known/security.txt", ".well-known/security.txt")]
        {
            assert_eq!(classify(path), Address::OfSite(of_site, None));
        }
        assert_eq!(classify("/a.pdf#page=2"), Address::OfSite("a.pdf", Some("page=2")));
        for other in [
            "/", "/a/", "/a?b", "/a#b c", "/a#\"", "/a/#b", "/../a", "/a/./b", "/a%2fb", "/a\\b", "/a\"b",
            "/a b",
        ] {
            assert_eq!(classify(other), Address::Other, "{other}");
        }
        for other in ["files/map.png?x=1", "files\\map.png", "..", "items/3.1/"] {
            assert_eq!(classify(other), Address::Other, "{other}");
        }
        assert_eq!(
            join("content/areas/01/1.1.md", "../02/2.1%20x.md").as_deref(),
            Some("content/areas/02/2.1 x.md")
        );
        assert_eq!(join("content/a.md", "../../../x.md"), None);
    }
}
