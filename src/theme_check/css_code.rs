//! The code of a style sheet, without what looks like code and is none.

/// The text of a sheet with spaces in the place of comments, strings and addresses, and `_` in the place of what a backslash makes
/// part of a name, so that all else stays where it is.
pub(super) fn code_of(css: &str) -> String {
    let mut code = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let (length, instead) = match first {
            '/' if rest.starts_with("/*") => (end_of_comment(rest), ' '),
            '"' | '\'' => (end_of_string(rest), ' '),
            '\\' => (length_of_escape(rest), '_'),
            '(' if is_of_address(&code, rest) => (end_of_address(rest), ' '),
            _ => (0, ' '),
        };
        if length == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.extend(std::iter::repeat_n(instead, length));
            rest = &rest[length..];
        }
    }
    code
}

/// Whether this may stand in a name.
pub(super) fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

fn end_of_comment(text: &str) -> usize {
    text[2..].find("*/").map_or(text.len(), |end| end + 4)
}

/// Where the string ends with which a text begins: also at the end of its line, unless a backslash stands there.
pub(super) fn end_of_string(text: &str) -> usize {
    let quote = text.chars().next();
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if !escaped && (c == '\n' || Some(c) == quote) {
            return at + c.len_utf8();
        }
        escaped = match c {
            '\\' => !escaped,
            // A line may end in two characters.
            '\r' => escaped,
            _ => false,
        };
    }
    text.len()
}

/// How long a backslash is with what it takes the meaning from, which a line break keeps.
pub(super) fn length_of_escape(text: &str) -> usize {
    let next = text.chars().nth(1).filter(|c| !matches!(c, '\n' | '\r'));
    1 + next.map_or(0, char::len_utf8)
}

/// Whether a bracket opens an address without quotation marks, in which quotation marks and brackets mean nothing.
fn is_of_address(before: &str, text: &str) -> bool {
    let name = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_url = before[name.len()..].eq_ignore_ascii_case("url") && !name.ends_with(is_name);
    is_url && !text[1..].trim_start().starts_with(['"', '\''])
}

fn end_of_address(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if c == ')' && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::code_of;

    #[test]
    fn what_is_no_code_is_left_out() {
        for (css, code) in [
            ("a { b: \"}\" } /* { */ c", "a { b:     }         c"),
            ("/*/ { */ a", "         a"),
            ("a::before { content: 'x\\\n}'; }", "a::before { content:       ; }"),
            ("a { content: 'x\\\r\n}' }", "a { content:         }"),
            ("a { content: '}\n }", "a { content:     }"),
            (".before\\:content-\\[\\'\\'\\]:before { }", ".before__content-________:before { }"),
            (".a\\{ { } \\\n", ".a__ { } _\n"),
            ("a { b: url(x'y{.png) }", "a { b: url           }"),
            ("a { b: URL( x\\)}.png ) }", "a { b: URL             }"),
            ("a { b: url( 'x)}' ) curl(}) }", "a { b: url(       ) curl(}) }"),
        ] {
            assert_eq!(code_of(css), code, "{css}");
        }
    }
}
