//! Words of the interface in another language than that of the site: a page says so, as screen readers need it (WCAG 3.1.2).
//!
//! A site in a language without words of its own has those of English. They reach a page by hundreds of ways, as words of a
//! template and within values of a view, in texts and in attributes. So each is put between two signs when the words are
//! read, and the finished page says at each place what it can: an element in a text, nothing in an attribute. The signs are
//! private to Unicode, and no text of a plan may have them.

/// Begins foreign words.
const BEGIN: char = '\u{f8f0}';
/// Ends them.
const END: char = '\u{f8f1}';

/// Elements that hold texts only, and pictures, whose texts have no elements of HTML.
const TEXTS_ONLY: [&str; 6] = ["title", "script", "style", "option", "textarea", "svg"];

/// A pattern with its own words marked, and not the values that will stand for the names in braces.
pub(super) fn mark(pattern: &str) -> String {
    let mut marked = String::with_capacity(pattern.len() + 8);
    for (place, piece) in pattern.split_inclusive('}').enumerate() {
        let (words, name) = piece.find('{').map_or((piece, ""), |at| piece.split_at(at));
        let is_word = words.chars().any(char::is_alphabetic);
        if is_word && (place == 0 || !words.is_empty()) {
            marked.extend([BEGIN]);
            marked.push_str(words);
            marked.extend([END]);
        } else {
            marked.push_str(words);
        }
        marked.push_str(name);
    }
    marked
}

/// A text without the marks.
pub fn unmarked(text: &str) -> String {
    text.replace([BEGIN, END], "")
}

/// An HTML page that says where its words are English, and has no marks left.
pub(super) fn shown(page: &str) -> String {
    let mut html = String::with_capacity(page.len() + page.len() / 8);
    let (mut open, mut within) = (false, None);
    let mut rest = page;
    while let Some(at) = rest.find(['<', BEGIN, END]) {
        let (before, sign) = rest.split_at(at);
        html.push_str(before);
        if let Some(after) = sign.strip_prefix(BEGIN) {
            if within.is_none() && !std::mem::replace(&mut open, true) {
                html.push_str("<span lang=\"en\">");
            }
            rest = after;
        } else if let Some(after) = sign.strip_prefix(END) {
            close(&mut html, &mut open);
            rest = after;
        } else {
            close(&mut html, &mut open);
            let end = sign.find('>').map_or(sign.len(), |end| end + 1);
            let (tag, after) = sign.split_at(end);
            within = next_within(within, tag);
            html.push_str(&unmarked(tag));
            rest = after;
        }
    }
    html.push_str(rest);
    html
}

fn close(html: &mut String, open: &mut bool) {
    if std::mem::take(open) {
        html.push_str("</span>");
    }
}

/// The element of texts only in which what follows a tag stands.
fn next_within(within: Option<&'static str>, tag: &str) -> Option<&'static str> {
    let is = |prefix: &str, name: &str| {
        let rest = tag.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '-'))
    };
    match within {
        Some(name) => (!is("</", name)).then_some(name),
        None => TEXTS_ONLY.into_iter().find(|name| is("<", name) && !tag.ends_with("/>")),
    }
}

#[cfg(test)]
mod tests {
    use super::{mark, shown, unmarked};

    #[test]
    fn words_are_marked_and_values_are_not() {
        let title = mark("Updates");
        assert_eq!(shown(&format!("<h1>{title}</h1>")), "<h1><span lang=\"en\">Updates</span></h1>");
        let range = mark("{from} to {to}").replace("{from}", "計画").replace("{to}", "B");
        assert_eq!(shown(&format!("<p>{range}</p>")), "<p>計画<span lang=\"en\"> to </span>B</p>");
        assert_eq!(mark("{from}–{to}"), "{from}–{to}");
    }

    #[test]
    fn where_no_element_can_stand_there_is_none() {
        let word = mark("Menu");
        for (page, expected) in [
            (
                format!("<a title=\"{word}\">{word}</a>"),
                "<a title=\"Menu\"><span lang=\"en\">Menu</span></a>",
            ),
            (format!("<title>{word}</title>{word}"), "<title>Menu</title><span lang=\"en\">Menu</span>"),
            (format!("<svg><text>{word}</text></svg>"), "<svg><text>Menu</text></svg>"),
            (format!("<option>{word}</option>"), "<option>Menu</option>"),
            (format!("<p>{word}"), "<p><span lang=\"en\">Menu</span>"),
        ] {
            assert_eq!(shown(&page), expected);
        }
        assert_eq!(unmarked(&word), "Menu");
    }
}
