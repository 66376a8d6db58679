//! A page says its language and its title, and fits a small screen.

use super::Finding;
use crate::diag::code::INACCESSIBLE_PAGE;
use crate::web_page::Document;

pub(super) fn check(document: &Document, findings: &mut Vec<Finding>) {
    let filled = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let line = |name: &str| document.named(&[name]).next().map_or(1, |node| document.nodes[node].line);
    let html = document.named(&["html"]).next();
    if !html.is_some_and(|html| filled(document.attribute(html, "lang"))) {
        findings.push(
            Finding::new(INACCESSIBLE_PAGE, line("html"), "the page does not declare its language")
                .help("write `<html lang=\"{{ site.lang }}\">`: screen readers need the language"),
        );
    }
    let title = document.named(&["title"]).next();
    if !title.is_some_and(|title| filled(Some(&super::name::text(document, title)))) {
        findings.push(
            Finding::new(INACCESSIBLE_PAGE, line("head"), "the page has no title")
                .help("write `<title>{{ page.head.title }} – {{ site.title }}</title>` in `<head>`"),
        );
    }
    let viewport =
        document.named(&["meta"]).find(|meta| document.attribute(*meta, "name") == Some("viewport"));
    if !viewport.is_some_and(|meta| filled(document.attribute(meta, "content"))) {
        findings
            .push(Finding::new(INACCESSIBLE_PAGE, line("head"), "the page has no viewport for small screens").help(
            "write `<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">` in `<head>`",
        ));
    }
}
