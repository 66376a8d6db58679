//! What somebody wrote, as it is seen: without signs that nobody sees, and without space that says nothing.

use crate::characters::{is_blank, is_control, is_isolate};

/// A text of a cell as paragraphs: each of its lines is one. Signs that nobody sees are left out.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let shown = |sign| if is_unseen(sign) { ' ' } else { sign };
    lines(text, |line| line.chars().map(shown).collect())
}

/// The addresses of a cell: each of its lines is one, or several with a sign between them.
pub(super) fn addresses(text: &str) -> Vec<String> {
    lines(&one_a_line(text), address)
}

/// A text in which an address behind a semicolon, comma or bar begins a line.
fn one_a_line(text: &str) -> String {
    let mut parted = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([';', ',', '|', '；', '，', '、']) {
        let sign = rest[at..].chars().next().map_or(1, char::len_utf8);
        let behind = rest[at + sign..].trim_start();
        let begins = ["http://", "https://"]
            .iter()
            .any(|scheme| behind.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
        parted.push_str(if begins { &rest[..at] } else { &rest[..at + sign] });
        parted.push_str(if begins { "\n" } else { "" });
        rest = if begins { behind } else { &rest[at + sign..] };
    }
    parted + rest
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
    use super::{address, addresses, paragraphs};

    #[test]
    fn several_addresses_in_a_line_are_several() {
        for (text, found) in [
            ("https://a.example/1;https://a.example/2", vec!["https://a.example/1", "https://a.example/2"]),
            (
                "https://a.example/1, HTTPS://a.example/2;",
                vec!["https://a.example/1", "https://a.example/2;"],
            ),
            ("https://a.example/x?a,b;c|d", vec!["https://a.example/x?a,b;c|d"]),
            ("https://a.example/https://b.example", vec!["https://a.example/https://b.example"]),
        ] {
            assert_eq!(addresses(text), found);
        }
    }

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
