//! Links of a record to pages elsewhere, and whom to ask about it.

use std::collections::BTreeSet;

use super::record::url;
use crate::diag::{Diagnostic, Span, code};
use crate::fields::Fields;
use crate::vocabulary::{Audience, LinkClass};
use crate::web_address::whole_address;

/// A page elsewhere that is about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeeAlso {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// What kind of page it is.
    pub class: Option<LinkClass>,
    /// Who may see the link.
    pub audience: Audience,
}

/// Reads `see`.
pub(super) fn see(fields: &mut Fields<'_>) -> Vec<SeeAlso> {
    let mut kept: Vec<SeeAlso> = Vec::new();
    let mut urls = BTreeSet::new();
    for (link, span) in fields.maps("see", link) {
        if urls.insert(link.url.clone()) {
            kept.push(link);
        } else {
            let message = format!("`{}` is in the list `see` twice", link.url);
            fields.report(Diagnostic::new(code::DUPLICATE_ENTRY, span, message).help("keep one of the two"));
        }
    }
    kept
}

fn link(mut entry: Fields<'_>) -> Option<(SeeAlso, Span)> {
    let title = entry.required_text("title", "Discussion");
    if !entry.has("url") {
        entry.missing("url", "https://…");
    }
    let span = entry.key_span("url").unwrap_or(entry.span());
    let url = url(&mut entry, "url");
    let class = entry.choice("class").map(|class| class.value);
    let audience = entry.audience();
    entry.finish();
    Some((SeeAlso { title: title?.value, url: url?, class, audience }, span))
}

/// Reads `contact`: the address of a mailbox, a telephone or a web page, with what opens it.
pub(super) fn contact(fields: &mut Fields<'_>) -> Option<String> {
    let written = fields.text("contact")?;
    let text = written.value.trim();
    if is_contact(text) {
        return Some(text.to_owned());
    }
    let message = format!("`{text}` is not the address of a contact");
    let problem = Diagnostic::new(code::UNSAFE_LINK, written.span, message).help(
        "write `mailto:` and an email address, `tel:` and a telephone number, or a web address with https://",
    );
    let meant = [format!("mailto:{text}"), format!("tel:{}", text.replace([' ', '(', ')'], ""))];
    fields.report(match meant.into_iter().find(|meant| is_contact(meant)) {
        Some(meant) => problem.fix(meant),
        None => problem,
    });
    None
}

/// Whether a program can open it: a mailbox without a subject or text, a number, or a page with `https`.
fn is_contact(text: &str) -> bool {
    if let Some(mailbox) = text.strip_prefix("mailto:") {
        let plain = |part: &str, more: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
        };
        return mailbox
            .split_once('@')
            .is_some_and(|(name, host)| plain(name, ".-_+'") && plain(host, ".-") && host.contains('.'));
    }
    if let Some(number) = text.strip_prefix("tel:") {
        let digits = number.chars().filter(char::is_ascii_digit).count();
        return digits >= 3 && number.chars().all(|c| c.is_ascii_digit() || "+-.;=ext".contains(c));
    }
    text.starts_with("https://") && whole_address(text)
}

#[cfg(test)]
mod tests {
    use super::is_contact;

    #[test]
    fn a_contact_is_what_a_program_can_open() {
        for text in ["mailto:wells@example.org", "tel:+81-3-1234-5678", "https://example.org/contact"] {
            assert!(is_contact(text), "{text}");
        }
        for text in [
            "wells@example.org",
            "mailto:wells",
            "mailto:a@b.example?subject=x",
            "tel:",
            "tel:call me",
            "http://example.org/",
            "javascript:alert(1)",
            "",
        ] {
            assert!(!is_contact(text), "{text}");
        }
    }
}
