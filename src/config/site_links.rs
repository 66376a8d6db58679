//! Links that the settings add to the pages: to a free page of the book, or to another site.

use super::localized::{Localized, localized};
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::fields::{Fields, Keys};
use crate::web_address::{is_mailbox, names_user, whole_address};

/// A link in the navigation or at the foot of the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteLink {
    /// Its text.
    pub title: Localized,
    /// Where it leads.
    pub target: LinkTarget,
}

impl SiteLink {
    /// The id of the page of the book to which it leads.
    pub fn page(&self) -> Option<&str> {
        match &self.target {
            LinkTarget::Page(id) => Some(&id.value),
            LinkTarget::Address(_) => None,
        }
    }

    /// Where that page is named.
    pub fn page_span(&self) -> Option<Span> {
        match &self.target {
            LinkTarget::Page(id) => Some(id.span),
            LinkTarget::Address(_) => None,
        }
    }
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// The id of a free page.
    Page(Spanned<String>),
    /// A whole address.
    Address(String),
}

const EXAMPLE: &str = "Imprint";

/// Reads a list of links, each with the `group` that it names; `in_groups` where they stand in groups. The first of `languages` is that of the
/// content.
pub(super) fn links(
    fields: &mut Fields<'_>,
    key: &'static str,
    languages: &[String],
    in_groups: bool,
) -> Vec<(SiteLink, Option<Spanned<String>>)> {
    fields.maps(key, |mut entry| {
        let title = localized(&mut entry, "title", languages, EXAMPLE, code::WRONG_TYPE);
        let target = target(&mut entry);
        let group = if in_groups { entry.text("group") } else { None };
        entry.finish();
        // Without a text it is reported; where it leads is looked at nevertheless.
        Some((SiteLink { title: title.unwrap_or_default(), target: target? }, group))
    })
}

fn target(entry: &mut Fields<'_>) -> Option<LinkTarget> {
    if !entry.has("url") && !entry.has("page") {
        let problem = Diagnostic::new(code::MISSING_KEY, entry.span(), "a link needs a target");
        entry.report_missing(
            Keys::OneOf(&["url", "page"]),
            problem.help("add `url = \"https://…\"`, or `page = \"ID\"` for a page of the book"),
        );
    }
    let (url, page) = (entry.text("url"), entry.text("page"));
    match (url, page) {
        (Some(url), None) if names_user(&url.value) => {
            entry.report(with_user(&url));
            None
        }
        (Some(url), None) if whole_address(&url.value) || is_mailbox(&url.value) => {
            Some(LinkTarget::Address(url.value))
        }
        (Some(url), None) => {
            let message = format!("`{}` is not a full URL", url.value);
            let problem = Diagnostic::new(code::WRONG_TYPE, url.span, message);
            entry.report(match mailbox(&url.value) {
                Some(meant) => problem.suggest(&meant).help(format!(
                    "a mailbox has `mailto:` before it and nothing behind it, as in `url = \"{meant}\"`"
                )),
                None => problem.help(what_instead(&url.value)),
            });
            None
        }
        (None, Some(page)) => Some(LinkTarget::Page(page)),
        (Some(_), Some(page)) => {
            let problem = Diagnostic::new(
                code::WRONG_TYPE,
                page.span,
                "a link leads to a URL or to a page, and this one has both",
            );
            entry.report(problem.help("keep `url` or `page`"));
            None
        }
        (None, None) => None,
    }
}

/// What is taken in the place of a text that is no address of a site or mailbox.
fn what_instead(written: &str) -> &'static str {
    match written.split_once(':') {
        Some((scheme, _)) if scheme.trim().eq_ignore_ascii_case("tel") => {
            "a link leads to a site, a mailbox or a page: write the number into a page of the book, and name that: `page = \"imprint\"`"
        }
        _ => {
            "write it with https://, as in `url = \"https://harbour.example/imprint\"`, or with `mailto:` for a mailbox, or name a page of the book: `page = \"imprint\"`"
        }
    }
}

/// The address of the mailbox that somebody meant who wrote it as people do.
fn mailbox(written: &str) -> Option<String> {
    let scheme = written.get(.."mailto:".len()).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    let rest = written[scheme.map_or(0, str::len)..].trim();
    let address = format!("mailto:{}", rest.split(['?', '>']).next()?.trim_start_matches('<'));
    Some(address).filter(|address| is_mailbox(address))
}

/// That an address names a user, whose password would be on every page.
fn with_user(url: &Spanned<String>) -> Diagnostic {
    // The message does not repeat it: reports are kept, and sent to others.
    let message = "the URL names a user or has a password, which would be on every page";
    Diagnostic::new(code::WRONG_TYPE, url.span, message)
        .help("write the URL without what stands between `https://` and `@`")
}
