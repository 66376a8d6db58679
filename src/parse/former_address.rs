//! Addresses that a record had on an old site.

use crate::diag::{Diagnostic, Spanned, code};
use crate::slug::is_reserved;
use crate::web_address::host;

/// How long such an address may be: it becomes the name of a file with its folders.
const LONGEST: usize = 200;

/// Why a text that begins with `/` cannot be a file of the site; `None` when it can.
fn why_not(address: &str) -> Option<&'static str> {
    let steps: Vec<&str> = address.trim_matches('/').split('/').collect();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
    let is_file = |step: &&str| step.ends_with(".html") || step.ends_with(".htm");
    if address.contains("//") {
        Some("two `/` stand side by side; remove one of them")
    } else if address.contains(['?', '#']) {
        Some(
            "a static site cannot tell what stands after `?` or `#`; write the part before it, if that is one page",
        )
    } else if address.len() > LONGEST {
        Some("it is longer than 200 characters")
    } else if steps.iter().any(|step| step.is_empty() || step.starts_with('.') || step.ends_with('.')) {
        Some("each part between two `/` needs a name, which does not begin or end with a full stop")
    } else if steps.iter().any(|step| is_reserved(&step.to_lowercase())) {
        Some("Windows has a device of that name, so it cannot be the name of a file")
    } else if !steps.iter().all(|step| step.chars().all(plain)) {
        Some("write letters a to z and A to Z, digits, `-`, `.`, `_` and `~` only")
    } else if steps.iter().rev().skip(1).any(is_file) {
        Some("a page that ends with `.html` cannot be a folder, too")
    } else {
        None
    }
}

/// Reports an address of an old site that the new one cannot have.
pub(super) fn problem(address: &Spanned<String>) -> Option<Diagnostic> {
    let why = why_not(&address.value)?;
    let message = format!("`{}` cannot be the address of a page", address.value);
    Some(Diagnostic::new(code::BAD_ID, address.span, message).help(why))
}

/// The path of a whole address, which is what stands in `aliases`.
pub(super) fn path_of(written: &str) -> Option<&str> {
    host(written)?;
    let (_, rest) = written.split_once("://")?;
    let path = &rest[rest.find('/')?..];
    why_not(path).is_none().then_some(path)
}

#[cfg(test)]
mod tests {
    use super::{path_of, why_not};

    #[test]
    fn an_old_address_is_a_path_that_can_be_a_file() {
        for address in ["/a", "/a/", "/node/123", "/en/Actions/EC-01.html", "/a/page.php", "/~office/plan"] {
            assert_eq!(why_not(address), None, "{address}");
        }
        for address in
            ["/", "//", "/a//b", "/../a", "/a?id=1", "/a#b", "/a b", "/港", "/a.html/b", "/.well-known/x"]
        {
            assert!(why_not(address).is_some(), "{address}");
        }
        assert!(why_not(&format!("/{}", "a".repeat(200))).is_some());
        assert_eq!(path_of("https://old.example/a/b"), Some("/a/b"));
        assert_eq!((path_of("https://old.example/"), path_of("old-id")), (None, None));
    }
}
