//! Addresses on the web, as texts.

use std::fmt::Write as _;

use url::Url;

/// The address at which a site stands, as browsers understand it, with a `/` at its end. Empty parts of the path would make
/// the address of another host of a link (`//x/`), and `index.html` is a page, so both go. `None` when no site can stand
/// there: it is no whole address, or has a query, a fragment or the name of a user.
pub fn site_base(url: &str) -> Option<String> {
    let mut parsed = parsed(url)?;
    let plain = parsed.query().is_none() && parsed.fragment().is_none();
    if !plain || !parsed.username().is_empty() || parsed.password().is_some() {
        return None;
    }
    let parts: Vec<String> = parsed.path_segments()?.map(str::to_owned).collect();
    let last = parts.len().saturating_sub(1);
    let is_page = |at: usize, part: &str| at == last && matches!(part, "index.html" | "index.htm");
    let kept = parts.iter().enumerate().filter(|(at, part)| !part.is_empty() && !is_page(*at, part));
    let path: String = kept.map(|(_, part)| format!("{part}/")).collect();
    parsed.set_path(&path);
    Some(parsed.to_string())
}

/// The address of a repository, without a `/` or `.git` at its end: pages link to what people read, and git takes both.
/// `None` when it is no whole address, or names a user, whose password would be on every page.
pub fn repository_base(url: &str) -> Option<String> {
    let base = site_base(url)?;
    let base = base.trim_end_matches('/');
    Some(base.strip_suffix(".git").unwrap_or(base).to_owned())
}

/// Whether this is an `http` or `https` address without anything that could end an attribute or a line.
pub fn whole_address(url: &str) -> bool {
    let scheme = url.starts_with("https://") || url.starts_with("http://");
    scheme && parsed(url).is_some()
}

/// Whether an address names a user, or has a password: who reads it could use these.
pub fn names_user(url: &str) -> bool {
    parsed(url).is_some_and(|parsed| !parsed.username().is_empty() || parsed.password().is_some())
}

/// Whether this is the address of a mailbox, with `mailto:` before it and nothing behind it.
pub fn is_mailbox(url: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+".contains(c))
    };
    let mailbox = url.strip_prefix("mailto:").and_then(|mailbox| mailbox.split_once('@'));
    mailbox.is_some_and(|(name, host)| plain(name) && plain(host))
}

/// The host of a whole address.
pub fn host(url: &str) -> Option<String> {
    parsed(url)?.host_str().map(str::to_owned)
}

/// The scheme, host and port of a whole address.
pub fn origin(url: &str) -> Option<String> {
    Some(parsed(url)?.origin().ascii_serialization())
}

/// The path of a whole address, without a `/` at its beginning or end. `None` when it has none.
pub fn path(url: &str) -> Option<String> {
    let parsed = parsed(url)?;
    let path = parsed.path().trim_matches('/');
    (!path.is_empty()).then(|| path.to_owned())
}

fn parsed(url: &str) -> Option<Url> {
    if url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>`".contains(c)) {
        return None;
    }
    let parsed = Url::parse(url).ok()?;
    // `https:/host` and `https:\\host` are read as an address by browsers, and by nothing else.
    let written = url
        .get(parsed.scheme().len()..)
        .is_some_and(|rest| rest.strip_prefix("://").is_some_and(|rest| !rest.starts_with(['/', '\\'])));
    let known = matches!(parsed.scheme(), "http" | "https");
    (known && written && parsed.host_str().is_some_and(|host| !host.is_empty())).then_some(parsed)
}

/// A text as part of an address: names of folders are free, and one may hold a `?` or a `#`.
pub fn percent_encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match plain(byte) {
            true => encoded.push(char::from(byte)),
            false => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{percent_encoded, repository_base, site_base, whole_address};

    /// What is written, and where the site stands; nothing where it is refused.
    const BASES: &[(&str, &str)] = &[
        ("https://plan.example", "https://plan.example/"),
        ("https://plan.example/", "https://plan.example/"),
        ("https://plan.example/water", "https://plan.example/water/"),
        ("https://plan.example//x/", "https://plan.example/x/"),
        ("https://plan.example///", "https://plan.example/"),
        ("https://plan.example/a//b", "https://plan.example/a/b/"),
        ("https://plan.example/a/../b/", "https://plan.example/b/"),
        ("https://plan.example/a/./b/", "https://plan.example/a/b/"),
        ("https://plan.example/../..", "https://plan.example/"),
        ("https://plan.example/%2e%2e/b/", "https://plan.example/b/"),
        ("https://plan.example/index.html", "https://plan.example/"),
        ("https://plan.example/x/index.html", "https://plan.example/x/"),
        ("https://plan.example:8080/x/", "https://plan.example:8080/x/"),
        ("https://plan.example:443/x/", "https://plan.example/x/"),
        ("HTTPS://Plan.Example/X/", "https://plan.example/X/"),
        ("http://localhost:3000", "http://localhost:3000/"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x/"),
        ("https://計画.example/水/", "https://xn--2nyr75b.example/%E6%B0%B4/"),
        ("https://plan.example/?a", ""),
        ("https://plan.example/#a", ""),
        ("https://user@plan.example/", ""),
        ("https://user:word@plan.example/", ""),
        ("https://:word@plan.example/", ""),
        ("https:///plan.example/", ""),
        ("https:/plan.example/", ""),
        ("https:plan.example/", ""),
        ("https:\\\\plan.example/", ""),
        ("https://", ""),
        ("https://:80/", ""),
        ("https://plan.example:99999/", ""),
        ("https://plan example/", ""),
        ("https://plan.example/a b", ""),
        ("https://[::1/", ""),
        ("https://%zz/", ""),
        ("//plan.example/", ""),
        ("plan.example", ""),
        ("ftp://plan.example/", ""),
        ("javascript:alert(1)", ""),
        ("file:///x", ""),
        ("", ""),
    ];

    #[test]
    fn a_site_stands_at_an_address_and_not_at_a_text() {
        for (written, stands) in BASES {
            let base = site_base(written);
            assert_eq!(base.as_deref(), Some(*stands).filter(|it| !it.is_empty()), "{written}");
            // What was tidied is tidy.
            assert_eq!(base.as_deref().and_then(site_base), base, "{written}");
            // No link from the root leads to another host.
            assert!(!base.is_some_and(|base| base.split_once("://").unwrap().1.contains("//")), "{written}");
        }
    }

    #[test]
    fn a_repository_is_what_people_read() {
        for (written, read) in [
            ("https://code.example/o/r.git", Some("https://code.example/o/r")),
            ("https://code.example/o/r.git/", Some("https://code.example/o/r")),
            ("https://code.example/o/r/", Some("https://code.example/o/r")),
            ("https://code.example/o/my.github.io", Some("https://code.example/o/my.github.io")),
            ("https://user:word@code.example/o/r", None),
            ("git@code.example:o/r.git", None),
            ("ssh://git@code.example/o/r", None),
        ] {
            assert_eq!(repository_base(written).as_deref(), read, "{written}");
        }
    }

    #[test]
    fn odd_addresses_of_documents_are_addresses() {
        for odd in [
            "https://a.example/x_(y)",
            "https://a.example/?q=a|b&c={d}",
            "https://a.example//x//",
            "https://a.example/%E6%97%A5",
            "https://a.example/日本",
            "https://日本.example/",
            "http://192.0.2.1/",
            "https://a.example:8443/x#y",
        ] {
            assert!(whole_address(odd), "{odd}");
        }
        for none in
            ["https://", "https:///x", "https://a.example:x/", "https:// a/", "https://?q", "https://#x"]
        {
            assert!(!whole_address(none), "{none}");
        }
    }

    #[test]
    fn a_path_becomes_part_of_an_address() {
        assert_eq!(percent_encoded("content/a-b_c.d~/e.md"), "content/a-b_c.d~/e.md");
        assert_eq!(percent_encoded("a?b#c d/é%"), "a%3Fb%23c%20d/%C3%A9%25");
    }
}
