//! Addresses as they come in, and as they are sent out. They are looked up in the map of the site and never on a disk.

use super::Refusal;

/// The host that a target names, if it does, and what follows: browsers send a path, proxies a full URL.
pub(super) fn of_target(target: &str) -> Result<(Option<&str>, &str), Refusal> {
    if target.starts_with('/') {
        return Ok((None, target));
    }
    let refused = Refusal::new(400, "the path of a URL starts with `/`");
    let rest = target.strip_prefix("http://").ok_or(refused)?;
    let end = rest.find('/').ok_or(refused)?;
    Ok((Some(&rest[..end]), &rest[end..]))
}

/// A path without its percent signs. What no page of any site has in its address is refused: control characters, a
/// backslash, and a `/` that was hidden.
pub(super) fn decoded(path: &str) -> Result<String, Refusal> {
    let refused = Refusal::new(400, "the URL is not well formed");
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
        let (Some(high), Some(low)) = (digit(), digit()) else { return Err(refused) };
        let byte = u8::try_from(high * 16 + low).map_err(|_| refused)?;
        if byte == b'/' {
            return Err(refused);
        }
        bytes.push(byte);
    }
    let text = String::from_utf8(bytes).map_err(|_| refused)?;
    if text.contains(|c: char| c.is_control() || c == '\\') { Err(refused) } else { Ok(text) }
}

/// A path as it is sent in a header.
pub(super) fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_once_and_hides_nothing() {
        assert_eq!(decoded("/items/3.1/").unwrap(), "/items/3.1/");
        assert_eq!(decoded("/%E6%97%A5/a%20b%253F").unwrap(), "/日/a b%3F");
        for bad in ["/%", "/%2", "/%zz", "/a%00", "/a%0d%0a", "/a%5cb", "/a\\b", "/%2e%2e%2fetc", "/%ff"] {
            assert!(decoded(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_whole_address_names_its_host() {
        assert_eq!(of_target("http://a.example:1/x?y"), Ok((Some("a.example:1"), "/x?y")));
        assert_eq!(of_target("/x"), Ok((None, "/x")));
        for bad in ["*", "", "x", "https://a/x", "http://a", "ftp://a/x"] {
            assert!(of_target(bad).is_err(), "{bad}");
        }
    }
}
