//! JSON in the element of a page.

/// JSON that cannot end the element it stands in, nor be taken for anything but data by any parser.
pub(super) fn harmless(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut escaped = false;
    for c in json.chars() {
        match c {
            // What searches a page for attributes must not find one in a text.
            '"' if escaped => {
                text.pop();
                text.push_str("\\u0022");
            }
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_text_ends_the_block() {
        let words = "</script><!-- & \u{2028}\u{2029} \" onload=\"x\\";
        let text = harmless(&serde_json::json!([words, words]).to_string());
        assert!(
            !text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']) && !text.contains("\" onload"),
            "{text}"
        );
        assert_eq!(serde_json::from_str::<[String; 2]>(&text).unwrap(), [words, words]);
    }
}
