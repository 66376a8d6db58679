//! The lines of `payloads.txt`.

/// Each payload, with the characters that its signs stand for.
pub(crate) fn read() -> Vec<String> {
    let lines = include_str!("payloads.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with("# ")).map(unescape).collect()
}

fn unescape(line: &str) -> String {
    let mut parts = line.split("{U+");
    let mut text: String = parts.next().unwrap_or("").chars().map(control).collect();
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap_or((part, ""));
        let number = u32::from_str_radix(number, 16).unwrap_or(0xfffd);
        text.extend(char::from_u32(number));
        text.extend(rest.chars().map(control));
    }
    text
}

/// The control character that a sign is the picture of.
fn control(sign: char) -> char {
    match sign {
        '\u{2421}' => '\u{7f}',
        '\u{2400}'..='\u{241f}' => char::from_u32(u32::from(sign) - 0x2400).unwrap_or(sign),
        other => other,
    }
}
