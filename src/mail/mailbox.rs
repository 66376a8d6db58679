//! To whom a mail goes, and who writes it.

use url::{Host, Url};

/// A name with an address that can stand in the header of a mail: plain ASCII, one `@`, and nothing that ends a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name of who has it; may be empty.
    pub name: String,
    /// The address.
    pub address: String,
}

impl Mailbox {
    /// A mailbox as people write it: `plan@harbour.example` or `The plan <plan@harbour.example>`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (name, given) = match text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
            Some((name, given)) => (name.trim().trim_matches('"').trim(), given),
            None => ("", text),
        };
        // A second mailbox is no part of the name of the first.
        let is_list = name.contains(['<', '>']) || (name.contains('@') && name.contains([',', ';']));
        (!name.contains(char::is_control) && !is_list).then_some(())?;
        Some(Self { name: name.to_owned(), address: address(given)? })
    }

    /// The mailboxes of a contact: those of a `mailto:` address, which may be several. Empty when it is another address, or
    /// when one of them cannot be written to.
    pub fn of_contact(contact: &str, name: &str) -> Vec<Self> {
        let Some(rest) = contact.strip_prefix("mailto:") else { return Vec::new() };
        let list = rest.split(['?', '#']).next().unwrap_or("");
        let all = list.split(',').map(|one| address(&decoded(one)?));
        let all: Option<Vec<String>> = all.collect();
        let is_single = all.as_ref().is_some_and(|all| all.len() == 1);
        let name = if is_single { name } else { "" };
        let all = all.unwrap_or_default().into_iter();
        all.map(|address| Self { name: name.to_owned(), address }).collect()
    }
}

/// An address of a mailbox, with the domain as the mail servers know it.
fn address(text: &str) -> Option<String> {
    let (user, domain) = text.trim().rsplit_once('@')?;
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(sign);
    let is_user = !user.is_empty() && user.len() <= 64 && user.chars().all(is_plain);
    let is_dotted = user.starts_with('.') || user.ends_with('.') || user.contains("..");
    let domain = Host::parse(domain).ok()?;
    let Host::Domain(domain) = domain else { return None };
    let has_parts = domain.split('.').all(|part| !part.is_empty()) && domain.contains('.');
    (is_user && !is_dotted && has_parts && domain.len() <= 253).then(|| format!("{user}@{domain}"))
}

/// A part of an address in which signs may be written as `%40`.
fn decoded(text: &str) -> Option<String> {
    // Only the query of an address is decoded by the crate, and there `+` is a space.
    let address = Url::parse(&format!("mailto:?x={}", text.replace('+', "%2B").replace('&', "%26"))).ok()?;
    address.query_pairs().next().map(|(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::Mailbox;

    fn addresses(contact: &str) -> Vec<String> {
        Mailbox::of_contact(contact, "Name").into_iter().map(|one| one.address).collect()
    }

    #[test]
    fn contacts_that_are_mailboxes_are_written_to_and_no_others() {
        for (contact, known) in [
            ("mailto:plan@harbour.example", vec!["plan@harbour.example"]),
            ("mailto:a.b+c@harbour.example?subject=Plan&bcc=x@y.example", vec!["a.b+c@harbour.example"]),
            ("mailto:a%2Bb@harbour.example", vec!["a+b@harbour.example"]),
            ("mailto:a@b.example,c@d.example", vec!["a@b.example", "c@d.example"]),
            ("mailto:a@例え.jp", vec!["a@xn--r8jz45g.jp"]),
            ("mailto:a@b.example%0D%0ABcc:x@y.example", vec![]),
            ("mailto:a%0D%0ABcc:x@b.example", vec![]),
            ("mailto:外務@b.example", vec![]),
            ("mailto:a@b.example,nobody", vec![]),
            ("mailto:a@[127.0.0.1]", vec![]),
            ("mailto:a@localhost", vec![]),
            ("mailto:a@@b.example", vec![]),
            ("mailto:<a@b.example>", vec![]),
            ("mailto:", vec![]),
            ("tel:+61", vec![]),
            ("https://harbour.example/contact", vec![]),
        ] {
            assert_eq!(addresses(contact), known, "{contact}");
        }
    }

    #[test]
    fn a_mailbox_is_an_address_with_or_without_a_name() {
        let read = |text| Mailbox::read(text).map(|one| (one.name, one.address));
        let known = |name: &str, address: &str| Some((name.to_owned(), address.to_owned()));
        assert_eq!(read("a@b.example"), known("", "a@b.example"));
        assert_eq!(read("\"Plan, the\" <a@b.example>"), known("Plan, the", "a@b.example"));
        assert_eq!(read("外務省 <a@b.example>"), known("外務省", "a@b.example"));
        for wrong in [
            "",
            "a",
            "a@b",
            "<a@b.example",
            "x\r\nBcc: c@d.example <a@b.example>",
            "a@b.example\r\nBcc: x",
            "a@b.example, c@d.example",
            "a@b.example; c@d.example",
            "a@b.example, The plan <c@d.example>",
            "The plan <a@b.example>, The other <c@d.example>",
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
