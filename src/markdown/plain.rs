//! A text without its markup, whole.

use super::fragment::{Fragment, Placeholder};

/// Elements within a sentence: what stands on both sides of one is one text.
const INLINE: [&str; 12] = ["a", "abbr", "b", "cite", "code", "del", "em", "i", "q", "span", "strong", "sup"];

/// What the writer of HTML escapes.
const ESCAPED: [(&str, char); 5] =
    [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\'')];

impl Fragment {
    /// The words of the text with blanks between its blocks, with `name` for the name of each reference that has no words of
    /// its own.
    pub fn plain(&self, mut name: impl FnMut(usize) -> String) -> String {
        let mut plain = Plain { text: String::with_capacity(self.html.len()), tag: None };
        let mut written = 0;
        for &(at, placeholder) in &self.placeholders {
            plain.push_html(&self.html[written..at]);
            written = at;
            match placeholder {
                Placeholder::Name(reference) => plain.text.push_str(&name(reference)),
                Placeholder::Picture(number) => {
                    if let Some(picture) = self.pictures.get(number) {
                        plain.text.push_str(&picture.alt);
                    }
                }
                Placeholder::Open(_)
                | Placeholder::Close(_)
                | Placeholder::Word(_)
                | Placeholder::IdPrefix
                | Placeholder::Level(_)
                | Placeholder::WayToRoot
                | Placeholder::InternalMark
                | Placeholder::SelfLink(_)
                | Placeholder::SelfLinkEnd(_) => {}
            }
        }
        plain.push_html(&self.html[written..]);
        plain.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A text, while it is read from HTML that the writer made: so each tag ends, and no attribute has a `>`.
struct Plain {
    text: String,
    /// What was read of a tag that has not ended.
    tag: Option<String>,
}

impl Plain {
    fn push_html(&mut self, mut html: &str) {
        while !html.is_empty() {
            if let Some(tag) = &mut self.tag {
                let Some((inner, rest)) = html.split_once('>') else { return tag.push_str(html) };
                tag.push_str(inner);
                html = rest;
                self.end_tag();
                continue;
            }
            let Some((text, rest)) = html.split_once('<') else { return self.push_text(html) };
            self.push_text(text);
            self.tag = Some(String::new());
            html = rest;
        }
    }

    fn end_tag(&mut self) {
        let tag = self.tag.take().unwrap_or_default();
        let name = tag.trim_start_matches('/');
        let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !INLINE.contains(&name) {
            self.text.push(' ');
        }
    }

    fn push_text(&mut self, mut text: &str) {
        while let Some(at) = text.find('&') {
            self.text.push_str(&text[..at]);
            text = &text[at..];
            let found = ESCAPED.iter().find(|(escaped, _)| text.starts_with(escaped));
            let (length, letter) = found.map_or((1, '&'), |(escaped, letter)| (escaped.len(), *letter));
            self.text.push(letter);
            text = &text[length..];
        }
        self.text.push_str(text);
    }
}
