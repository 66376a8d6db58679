//! What a line break in a source becomes. One rule for all that joins lines: texts in Markdown, their descriptions, the plan's full
//! text, imports, and the comparison of two states. What is shown as equal is so compared as equal.

/// What stands for a line break between two characters: nothing within a script that has no spaces between words, else a
/// space.
pub fn between(before: Option<char>, after: Option<char>) -> &'static str {
    match (before, after) {
        (Some(before), Some(after)) if is_unspaced(before) && is_unspaced(after) => "",
        _ => " ",
    }
}

/// Whether the script of this character is written without spaces between words: Chinese and Japanese, with their signs. Korean
/// has spaces.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{303f}' | '\u{3040}'..='\u{312f}' | '\u{31a0}'..='\u{4dbf}' | '\u{4e00}'..='\u{a4cf}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff9f}' | '\u{ffe0}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

/// A text on one line, with each run of white space as what it is shown as.
pub fn unwrapped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut rest = text.trim();
    while let Some(at) = rest.find(char::is_whitespace) {
        line.push_str(&rest[..at]);
        let after = rest[at..].trim_start();
        let space = &rest[at..rest.len() - after.len()];
        line.push_str(match space.contains('\n') {
            true => between(line.chars().rfind(is_shown), after.chars().find(is_shown)),
            false => " ",
        });
        rest = after;
    }
    line.push_str(rest);
    line
}

/// Whether a character of a source is shown: signs of emphasis, code and links around a break are not.
fn is_shown(c: &char) -> bool {
    !matches!(c, '*' | '_' | '~' | '`' | '[')
}

#[cfg(test)]
mod tests {
    use super::unwrapped;

    #[test]
    fn a_line_break_is_what_it_is_shown_as() {
        for (text, line) in [
            ("防衛交流を\n進める。", "防衛交流を進める。"),
            ("防衛 交流", "防衛 交流"),
            ("進める（\n  仮称）", "進める（仮称）"),
            ("see the\nplan", "see the plan"),
            ("日本と\nAustralia", "日本と Australia"),
            ("국방\n교류", "국방 교류"),
            ("  a \r\n b  ", "a b"),
        ] {
            assert_eq!(unwrapped(text), line, "{text}");
        }
    }
}
