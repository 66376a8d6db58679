//! Addresses on the web, as texts.

use std::fmt::Write as _;

/// Whether a site can stand at this address: a whole one, without a query or a fragment.
pub fn site_address(url: &str) -> bool {
    whole_address(url) && !url.contains(['?', '#'])
}

/// Whether this is an `http` or `https` address without anything that could end an attribute or a line.
pub fn whole_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|rest| !rest.is_empty())
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>`".contains(c))
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
    use super::percent_encoded;

    #[test]
    fn a_path_becomes_part_of_an_address() {
        assert_eq!(percent_encoded("content/a-b_c.d~/e.md"), "content/a-b_c.d~/e.md");
        assert_eq!(percent_encoded("a?b#c d/é%"), "a%3Fb%23c%20d/%C3%A9%25");
    }
}
