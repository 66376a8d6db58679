//! Pages for the root of the site, with which somebody shows that the site is theirs.

/// What such a page may consist of.
const OF_PLAIN_PAGE: &[&str] = &["!doctype html>", "html", "head", "meta", "title", "body", "p", "h1"];

/// Whether a page holds a few words and nothing else. Where an element ends is a question on which browsers and parsers differ, so
/// this looks at each `<`, also in quotation marks, and knows no comments.
pub(super) fn is_plain_page(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let is_known = |rest: &str| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name = rest.find(|c: char| c == '>' || c.is_whitespace()).map_or(rest, |end| &rest[..end]);
        OF_PLAIN_PAGE
            .iter()
            .any(|known| name == *known || (known.starts_with('!') && rest.starts_with(known)))
    };
    let mut parts = text.split('<');
    parts.next();
    let events = text.match_indices("on").any(|(at, _)| {
        if text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-') {
            return false;
        }
        let rest = text[at + 2..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        rest.trim_start().starts_with('=')
    });
    const LEADING: [&str; 8] =
        ["http-equiv", "style", "background", "src", "href", "action", "url(", "@import"];
    parts.all(is_known) && !events && !LEADING.iter().any(|leading| text.contains(leading))
}

#[cfg(test)]
mod tests {
    use super::is_plain_page;

    #[test]
    fn a_page_has_a_few_words_and_nothing_else() {
        for plain in [
            "google-site-verification: google1.html",
            "<!doctype html><html><meta charset=utf-8><body>Verification: 1</body></html>",
            "<html><head><meta name=\"x\" content='y'></head></html>",
        ] {
            assert!(is_plain_page(plain), "{plain}");
        }
        for lively in [
            "<html><script>alert(1)</script></html>",
            "<!--><script>alert(1)</script>-->",
            "<p a=x\"><script>alert(1)</script><p b=\"\">",
            "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
            "<img src=x onerror=alert(1)>",
            "<body/onload=alert(1)>",
            "<body background=https://elsewhere.example/x>",
            "<p style=\"background:url(https://elsewhere.example/x)\">",
            "<body onload =alert(1)>",
            "<p><a href=https://elsewhere.example/>x</a>",
        ] {
            assert!(!is_plain_page(lively), "{lively}");
        }
    }
}
