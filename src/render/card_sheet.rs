//! The style sheet of the cards for other sites. It is small, and has the colours of the pages: of their sheet, it takes what is
//! said of `:root`.

/// The rules for `:root` in a style sheet, also those within `@media` and the like, in their order.
pub(super) fn root_rules(css: &str) -> String {
    let mut kept = String::new();
    for Rule { prelude, body } in rules(&without_comments(css)) {
        if prelude.starts_with('@') {
            let inner = root_rules(body);
            if !inner.is_empty() {
                kept.extend([prelude, " {\n", &inner, "}\n"]);
            }
        } else if let Some(selector) = prelude.split(',').map(str::trim).find(|selector| is_root(selector)) {
            kept.extend([selector, " {", body.trim_end(), "\n}\n"]);
        }
    }
    kept
}

/// Whether a selector is `:root`, or says it twice to weigh more, as for readers who ask for more contrast.
fn is_root(selector: &str) -> bool {
    !selector.is_empty() && selector.split(":root").all(str::is_empty)
}

/// What stands before a block, and what is in it.
struct Rule<'a> {
    prelude: &'a str,
    body: &'a str,
}

/// The rules of a sheet, or of a block with rules. What is not closed is closed by its end.
fn rules(css: &str) -> Vec<Rule<'_>> {
    let mut rules = Vec::new();
    let (mut depth, mut start, mut open) = (0_usize, 0, 0);
    for (at, sign) in signs(css) {
        match sign {
            b'{' => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            b'}' => {
                if depth == 1 {
                    rules.push(Rule { prelude: css[start..open].trim(), body: &css[open + 1..at] });
                }
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    start = at + 1;
                }
            }
            b';' if depth == 0 => start = at + 1,
            _ => {}
        }
    }
    if depth > 0 {
        rules.push(Rule { prelude: css[start..open].trim(), body: &css[open + 1..] });
    }
    rules
}

/// The braces and semicolons that stand in no text.
fn signs(css: &str) -> impl Iterator<Item = (usize, u8)> {
    let (mut quote, mut escaped) = (None, false);
    css.bytes().enumerate().filter(move |(_, byte)| {
        let byte = *byte;
        if std::mem::take(&mut escaped) {
            return false;
        }
        match (quote, byte) {
            (_, b'\\') => escaped = true,
            (None, b'"' | b'\'') => quote = Some(byte),
            // A text ends with its line, as browsers read it.
            (Some(_), b'\n') => quote = None,
            (Some(open), _) if open == byte => quote = None,
            (None, _) => return matches!(byte, b'{' | b'}' | b';'),
            (Some(_), _) => {}
        }
        false
    })
}

fn without_comments(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::root_rules;

    #[test]
    fn what_is_said_of_the_root_is_kept() {
        for (css, kept) in [
            (":root { --a: 1; }", ":root { --a: 1;\n}\n"),
            ("p { color: red } :root{--a:1}", ":root {--a:1\n}\n"),
            ("@import \"x.css\"; :root { --a: 1 }", ":root { --a: 1\n}\n"),
            ("@media print { p { x: y } :root { --a: 1 } }", "@media print {\n:root { --a: 1\n}\n}\n"),
            ("@media print { p { x: y } }", ""),
            (":root .x { --a: 1 }", ""),
            ("html, :root { --a: 1 }", ":root { --a: 1\n}\n"),
            ("/* :root { --b: 2 } */ :root { --a: \"}\" }", ":root { --a: \"}\"\n}\n"),
            ("p::before { content: \"{\" } :root { --a: 1 }", ":root { --a: 1\n}\n"),
            ("@media (x) { :root:root { --a: 1 } }", "@media (x) {\n:root:root { --a: 1\n}\n}\n"),
            (":rooted { --a: 1 }", ""),
            (":root { --a: 1", ":root { --a: 1\n}\n"),
            ("} :root { --a: 1 }", ":root { --a: 1\n}\n"),
            ("/* :root", ""),
            ("", ""),
        ] {
            assert_eq!(root_rules(css), kept, "{css}");
        }
    }
}
