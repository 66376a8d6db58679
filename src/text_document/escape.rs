//! Texts of records as Markdown that shows them letter by letter. pulldown-cmark reads Markdown and writes none; the files of
//! `import` and the comments of `diff` escape more or less, each for its own reader.

/// A text in one line, in which nothing is markup: titles and names come from files that anybody may propose.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // What makes a list, an underline or a quotation does so at the beginning only.
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_list = number.starts_with(['.', ')']) && number[1..].chars().next().is_none_or(|c| c == ' ');
    let beginning = if is_list { text.len() - number.len() } else { 0 };
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '^' | '$' | '@' => true,
            '+' | '-' | '=' => at == 0,
            // Code hosts make links of bare addresses.
            ':' => rest.starts_with("//"),
            '.' | ')' if beginning > 0 && at == beginning => true,
            '.' => text[..at].to_lowercase().ends_with("www"),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::escape;

    /// The words of a paragraph, when it is nothing but one.
    fn shown(markdown: &str) -> String {
        Parser::new_ext(markdown, Options::all())
            .map(|event| match event {
                Event::Text(text) => text.into_string(),
                Event::Start(Tag::Paragraph) | Event::End(_) => String::new(),
                other => panic!("{markdown:?} has {other:?}"),
            })
            .collect()
    }

    #[test]
    fn markup_is_shown_and_not_obeyed() {
        for (text, escaped) in [
            ("Plain - and 2.5 (two) = fine", "Plain - and 2.5 (two) = fine"),
            ("[a](https://b)", r"\[a\](https\://b)"),
            ("<script>", r"\<script\>"),
            ("*a* _b_ `c` ~~d~~ # e", r"\*a\* \_b\_ \`c\` \~\~d\~\~ \# e"),
            ("1. one\n\n---", r"1\. one ---"),
            ("- a", r"\- a"),
            ("a@b.example www.c.example", r"a\@b.example www\.c.example"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    proptest! {
        #[test]
        fn every_text_is_shown_letter_by_letter(text in r"[ -~é漢]{1,40}") {
            let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
            // Smart punctuation is the reader's choice, and none of ours.
            let plain_of = |text: &str| text.replace(['"', '\'', '.', '-', '‘', '’', '“', '”', '…', '–', '—'], "");
            prop_assert_eq!(plain_of(&shown(&escape(&text))), plain_of(&plain));
        }
    }
}
