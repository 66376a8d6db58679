//! What somebody wrote, as it is seen: without signs that nobody sees, and without space that says nothing.

use crate::characters::{is_blank, is_control, is_isolate};

/// A text of a cell as paragraphs: each of its lines is one. Signs that nobody sees are left out.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let shown = |sign| if is_unseen(sign) { ' ' } else { sign };
    lines(text, |line| line.chars().map(shown).collect())
}

/// The addresses of a cell: each of its lines is one.
pub(super) fn addresses(text: &str) -> Vec<String> {
    lines(text, address)
}

fn lines(text: &str, seen: impl Fn(&str) -> String) -> Vec<String> {
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = plain.lines().map(|line| seen(line).split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

fn is_unseen(sign: char) -> bool {
    is_control(sign) || is_isolate(sign)
}

/// An address without signs that nobody sees, which a copy may bring along. How people write its scheme and host changes nothing,
/// so these have small letters, as records have them.
fn address(line: &str) -> String {
    let has_shape = |sign: &char| sign.is_whitespace() || !is_blank(sign.encode_utf8(&mut [0; 4]));
    let seen: String = line.trim().chars().filter(has_shape).collect();
    let Some((scheme, rest)) = seen.split_once("://") else { return seen };
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return seen;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    format!("{}://{}{}", scheme.to_ascii_lowercase(), rest[..end].to_lowercase(), &rest[end..])
}

#[cfg(test)]
mod tests {
    use super::{address, paragraphs};

    #[test]
    fn an_address_is_the_one_that_is_seen() {
        for (written, read) in [
            ("https://a.example/X?Y#Z", "https://a.example/X?Y#Z"),
            ("HTTPS://A.EXAMPLE/X", "https://a.example/X"),
            ("Http://Docs.A.example?Q=1", "http://docs.a.example?Q=1"),
            ("https://a.exam\u{200b}ple/\u{feff}x\u{ad}y", "https://a.example/xy"),
            ("JAVASCRIPT://A", "JAVASCRIPT://A"),
            ("A.EXAMPLE", "A.EXAMPLE"),
            ("", ""),
        ] {
            assert_eq!(address(written), read);
        }
    }

    #[test]
    fn each_line_is_a_paragraph_without_what_nobody_sees() {
        assert_eq!(paragraphs("a \u{2066}b\r\n\r\u{0}\n  c"), ["a b", "c"]);
    }
}
