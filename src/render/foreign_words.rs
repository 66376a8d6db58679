//! Words that are not in the language of the page that they stand on, as a finished page shows them: their
//! [signs](crate::language_marks) become elements where there can be one.
//!
//! A part of a page may be there only where it has such words: what says that something is not translated.

use crate::direction;
use crate::language_marks::{END, INTERFACE, ORIGINAL, OUTDATED, TRANSLATED, first_mark, marked, unmarked};
use crate::markdown::escape;

/// Begins a part that is there only on pages with words that are not translated.
pub const IF_ORIGINAL: char = '\u{f8f4}';
/// Begins a part that is there only on pages with translations of words that are others now.
pub const IF_OUTDATED: char = '\u{f8f5}';
/// Begins a part that is there only on pages with translations that are no official wordings.
pub const IF_UNOFFICIAL: char = '\u{f8f8}';
/// Ends such a part.
pub const ENDIF: char = '\u{f8f6}';

/// Elements that hold texts only, and pictures, whose texts have no elements of HTML.
const TEXTS_ONLY: [&str; 6] = ["title", "script", "style", "option", "textarea", PICTURE];
/// The one of them that may stand in another of its name.
const PICTURE: &str = "svg";

/// A pattern with its own words marked, and not the values that will stand for the names in braces.
pub(super) fn mark(pattern: &str) -> String {
    let mut marked_pattern = String::with_capacity(pattern.len() + 8);
    for (place, piece) in pattern.split_inclusive('}').enumerate() {
        let (words, name) = piece.find('{').map_or((piece, ""), |at| piece.split_at(at));
        let is_word = words.chars().any(char::is_alphabetic);
        match is_word && (place == 0 || !words.is_empty()) {
            true => marked_pattern.push_str(&marked(INTERFACE, words)),
            false => marked_pattern.push_str(words),
        }
        marked_pattern.push_str(name);
    }
    marked_pattern
}

/// What elements say of words in another language than that of their page.
#[derive(Debug, Clone)]
pub(super) struct Attributes {
    /// Of words of the interface.
    interface: String,
    /// Of words of the plan.
    original: String,
    /// Of translations of words that are others now.
    outdated: String,
    /// What stands behind these for those who do not see how they look.
    said_of_outdated: String,
}

impl Attributes {
    /// Those on pages in a language, with words of the plan in another where that is so.
    pub(super) fn of(language: &str, original: Option<&str>) -> Self {
        let page = direction::dir(language);
        let attributes = |code: &str| match direction::dir(code) {
            dir if dir == page => format!("lang=\"{code}\""),
            dir => format!("lang=\"{code}\" dir=\"{}\"", dir.unwrap_or("ltr")),
        };
        Self {
            interface: attributes("en"),
            original: attributes(original.unwrap_or("en")),
            outdated: "class=\"outdated\"".to_owned(),
            said_of_outdated: String::new(),
        }
    }

    /// The same, where a message says of outdated words what they are, and another how it stands behind them.
    #[must_use]
    pub(super) fn saying_of_outdated(self, message: &str, behind: &str) -> Self {
        let lang = if message.contains(INTERFACE) { format!(" {}", self.interface) } else { String::new() };
        let [message, behind] = [message, behind].map(|words| {
            let mut escaped = String::new();
            escape(&unmarked(words), &mut escaped);
            escaped
        });
        Self {
            outdated: format!("class=\"outdated\" title=\"{message}\""),
            said_of_outdated: format!("<span class=\"vh\"{lang}>{behind}</span>"),
            ..self
        }
    }
}

/// An HTML page that says where its words are in another language, and has no signs left. It is copied from sign to sign, not
/// by the tag: pages have many tags and few signs.
pub(super) fn shown(page: String, attributes: &Attributes) -> String {
    let Some(mark) = first_mark(&page) else { return page };
    let mut writer = Writer {
        page: &page,
        html: String::with_capacity(page.len() + page.len() / 8),
        copied: 0,
        read: 0,
        attributes,
        open: Vec::new(),
        within: None,
        in_line: false,
        in_main: false,
        shown: Shown::default(),
        parts: Vec::new(),
    };
    writer.write(mark);
    let Writer { mut html, parts, shown, .. } = writer;
    keep_parts(&mut html, &parts, shown);
    html
}

/// Of which words the content of a page has some.
#[derive(Debug, Clone, Copy, Default)]
struct Shown {
    original: bool,
    outdated: bool,
    unofficial: bool,
}

/// What stands between a sign and the end of its part stays where it is true. The places of the signs are given, in order.
/// The last parts come first, so that what stands before a part keeps its place.
fn keep_parts(html: &mut String, signs: &[(char, usize)], shown: Shown) {
    let mut end = None;
    for &(sign, start) in signs.iter().rev() {
        let wanted = match sign {
            IF_ORIGINAL => shown.original,
            IF_OUTDATED => shown.outdated,
            IF_UNOFFICIAL => shown.unofficial,
            _ => {
                end = Some(start);
                continue;
            }
        };
        let end: Option<usize> = end.take();
        let after = end.map_or(html.len(), |end| end + ENDIF.len_utf8());
        if wanted {
            html.replace_range(end.unwrap_or(after)..after, "");
            html.replace_range(start..start + sign.len_utf8(), "");
        } else {
            html.replace_range(start..after, "");
        }
    }
}

/// An element that says of words what they are.
#[derive(Clone, Copy, PartialEq)]
enum Element {
    /// In a line of text.
    Span(char),
    /// Around blocks.
    Div(char),
    /// Words that look like others.
    Nothing,
}

struct Writer<'p> {
    page: &'p str,
    html: String,
    /// Up to where the page was copied.
    copied: usize,
    /// Up to where its tags were read.
    read: usize,
    attributes: &'p Attributes,
    /// The elements that are open, the innermost last.
    open: Vec<Element>,
    /// The element of texts only that is open, and how many of its name are open.
    within: Option<(&'static str, usize)>,
    /// Whether a part of a line in a picture is open.
    in_line: bool,
    /// Whether the content of the page has begun, and not ended.
    in_main: bool,
    /// What the content has.
    shown: Shown,
    /// Where signs of parts stand in what was written.
    parts: Vec<(char, usize)>,
}

impl Writer<'_> {
    /// Writes the page, whose first sign is at `mark`.
    fn write(&mut self, mark: usize) {
        let page = self.page;
        let mut next = Some(mark);
        while let Some(mark) = next {
            self.tags_before(mark);
            if self.read <= mark {
                self.copy(mark);
                let sign = page[mark..].chars().next().unwrap_or(END);
                self.read = mark + sign.len_utf8();
                self.copied = self.read;
                self.sign(sign);
            }
            next = first_mark(&page[self.read..]).map(|mark| self.read + mark);
        }
        if matches!(self.open.last(), Some(Element::Span(_)))
            && let Some(tag) = memchr::memchr(b'<', &page.as_bytes()[self.read..])
        {
            self.copy(self.read + tag);
            self.end();
        }
        self.copy(page.len());
    }

    /// Copies what was not copied yet.
    fn copy(&mut self, to: usize) {
        self.html.push_str(&self.page[self.copied..to]);
        self.copied = to;
    }

    /// Reads the tags before a sign, and the tag that it stands in.
    fn tags_before(&mut self, mark: usize) {
        while self.read < mark
            && let Some(at) = memchr::memchr(b'<', &self.page.as_bytes()[self.read..mark])
        {
            let start = self.read + at;
            let rest = &self.page[start..];
            let end = start + memchr::memchr(b'>', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
            self.close_span(start);
            let tag = &self.page[start..end];
            self.in_main = (self.in_main || tag.starts_with("<main")) && !tag.starts_with("</main");
            self.within = next_within(self.within, tag);
            self.read = end;
            if end > mark {
                self.copy(start);
                self.html.push_str(&unmarked(tag));
                self.copied = end;
            }
        }
    }

    fn sign(&mut self, sign: char) {
        match sign {
            END if self.within.is_some() => {
                if std::mem::take(&mut self.in_line) {
                    self.html.push_str("</tspan>");
                }
            }
            END => self.end(),
            INTERFACE | ORIGINAL | OUTDATED | TRANSLATED => self.begin(sign, &self.page[self.read..]),
            sign => {
                self.parts.push((sign, self.html.len()));
                self.html.push(sign);
            }
        }
    }

    fn begin(&mut self, sign: char, rest: &str) {
        self.note(sign);
        if let Some((name, _)) = self.within {
            self.say_on_element(name, sign, rest);
            return;
        }
        if sign == TRANSLATED {
            self.open.push(Element::Nothing);
            return;
        }
        let element = if rest.starts_with('<') { Element::Div(sign) } else { Element::Span(sign) };
        // Words that are marked twice are marked once.
        if matches!(self.open.last(), Some(Element::Span(_))) {
            self.open.push(Element::Nothing);
            return;
        }
        let name = if matches!(element, Element::Div(_)) { "<div " } else { "<span " };
        self.html.push_str(name);
        match sign {
            OUTDATED => self.html.push_str(&self.attributes.outdated),
            INTERFACE => self.html.push_str(&self.attributes.interface),
            _ => self.html.push_str(&self.attributes.original),
        }
        self.html.push('>');
        self.open.push(element);
    }

    /// Notes which words the content of the page has. What stands around it is the same on every page.
    fn note(&mut self, sign: char) {
        let is_seen = self.within.is_none_or(|(name, _)| [PICTURE, "option"].contains(&name));
        if self.in_main && is_seen {
            self.shown.original |= sign == ORIGINAL;
            self.shown.outdated |= sign == OUTDATED;
            // A wording that was official is not that of what the original says now.
            self.shown.unofficial |= sign == TRANSLATED || sign == OUTDATED;
        }
    }

    /// Where no element of HTML can stand around words, the element that has them and nothing else says in which language they
    /// are; a part of a line in a picture is an element of its own. A picture does not say which way words run: that would
    /// move them.
    fn say_on_element(&mut self, name: &str, sign: char, rest: &str) {
        let attributes = match sign {
            INTERFACE => &self.attributes.interface,
            ORIGINAL => &self.attributes.original,
            _ => return,
        };
        let Some((words, behind)) = rest.split_once(END).filter(|(words, _)| !words.contains('<')) else {
            return;
        };
        let is_whole = self.html.ends_with('>') && behind.starts_with("</");
        let Some(tag) = self.html.rfind('<') else { return };
        let can_say = |begin: &str| self.html[tag..].starts_with(begin);
        let lang = attributes.split(" dir=").next().unwrap_or_default();
        match name {
            PICTURE if !is_whole && ["<text", "</tspan"].into_iter().any(can_say) => {
                self.html.push_str(&["<tspan ", lang, ">"].concat());
                self.in_line = true;
            }
            _ if !is_whole || words.is_empty() => {}
            PICTURE if ["<text", "<tspan", "<title", "<desc"].into_iter().any(can_say) => {
                self.html.insert_str(self.html.len() - 1, &[" ", lang].concat());
            }
            "option" if can_say("<option") => {
                self.html.insert_str(self.html.len() - 1, &[" ", attributes].concat());
            }
            _ => {}
        }
    }

    fn end(&mut self) {
        let ended = self.open.pop();
        if let Some(Element::Span(OUTDATED) | Element::Div(OUTDATED)) = ended {
            self.html.push_str(&self.attributes.said_of_outdated);
        }
        match ended {
            Some(Element::Span(_)) => self.html.push_str("</span>"),
            Some(Element::Div(_)) => self.html.push_str("</div>\n"),
            Some(Element::Nothing) | None => {}
        }
    }

    /// A tag ends words in a line: only blocks have tags within.
    fn close_span(&mut self, tag: usize) {
        let inner = self.open.iter().rposition(|element| *element != Element::Nothing);
        if let Some(at) = inner.filter(|at| matches!(self.open[*at], Element::Span(_))) {
            // What is marked twice within it ends with it.
            self.open.truncate(at + 1);
            self.copy(tag);
            self.end();
        }
    }
}

/// The element of texts only in which what follows a tag stands. A picture may have another one within.
fn next_within(within: Option<(&'static str, usize)>, tag: &str) -> Option<(&'static str, usize)> {
    let is = |prefix: &str, name: &str| {
        let rest = tag.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '-'))
    };
    let begins = |name: &str| is("<", name) && !tag.ends_with("/>");
    match within {
        Some((name, depth)) if is("</", name) => (depth > 1).then_some((name, depth - 1)),
        Some((name @ PICTURE, depth)) if begins(name) => Some((name, depth + 1)),
        Some(within) => Some(within),
        None => TEXTS_ONLY.into_iter().find(|name| begins(name)).map(|name| (name, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Attributes, ENDIF, IF_ORIGINAL, IF_OUTDATED, IF_UNOFFICIAL, mark, shown};
    use crate::language_marks::{END, ORIGINAL, OUTDATED, TRANSLATED, marked, unmarked};

    fn page(html: &str) -> String {
        shown(html.to_owned(), &Attributes::of("ja", Some("fr")))
    }

    #[test]
    fn words_are_marked_and_values_are_not() {
        let title = mark("Updates");
        assert_eq!(page(&format!("<h1>{title}</h1>")), "<h1><span lang=\"en\">Updates</span></h1>");
        let range = mark("{from} to {to}").replace("{from}", "計画").replace("{to}", "B");
        assert_eq!(page(&format!("<p>{range}</p>")), "<p>計画<span lang=\"en\"> to </span>B</p>");
        assert_eq!(mark("{from}–{to}"), "{from}–{to}");
    }

    #[test]
    fn where_no_element_can_stand_there_is_none() {
        let word = mark("Menu");
        for (html, expected) in [
            (
                format!("<a title=\"{word}\">{word}</a>"),
                "<a title=\"Menu\"><span lang=\"en\">Menu</span></a>",
            ),
            (format!("<title>{word}</title>{word}"), "<title>Menu</title><span lang=\"en\">Menu</span>"),
            (format!("<svg><text>{word}</text></svg>"), "<svg><text lang=\"en\">Menu</text></svg>"),
            (
                format!("<svg><text>{word} 1{word}</text></svg>"),
                "<svg><text><tspan lang=\"en\">Menu</tspan> 1<tspan lang=\"en\">Menu</tspan></text></svg>",
            ),
            (format!("<svg><text>1{OUTDATED}a{END}</text></svg>"), "<svg><text>1a</text></svg>"),
            (format!("<svg><text>1</text>{word}</svg>"), "<svg><text>1</text>Menu</svg>"),
            (format!("<option value=\"1\">{word}</option>"), "<option value=\"1\" lang=\"en\">Menu</option>"),
            (format!("<option>{word} (1)</option>"), "<option>Menu (1)</option>"),
            (format!("<p>{word}"), "<p><span lang=\"en\">Menu</span>"),
        ] {
            assert_eq!(page(&html), expected);
        }
        assert_eq!(unmarked(&word), "Menu");
    }

    #[test]
    fn a_text_in_the_original_is_marked_as_a_whole() {
        let block = marked(ORIGINAL, "<p>Eau <em>propre</em>.</p>");
        assert_eq!(page(&block), "<div lang=\"fr\"><p>Eau <em>propre</em>.</p></div>\n");
        let within = marked(ORIGINAL, &format!("<p>{} et</p>", marked(ORIGINAL, "Eau")));
        assert_eq!(page(&within), "<div lang=\"fr\"><p><span lang=\"fr\">Eau</span> et</p></div>\n");
        assert_eq!(page(&marked(OUTDATED, "水")), "<span class=\"outdated\">水</span>");
        assert_eq!(
            page(&format!("<b>{ORIGINAL}Eau</b>")),
            "<b><span lang=\"fr\">Eau</b>".replace("Eau", "Eau</span>")
        );
    }

    #[test]
    fn words_that_run_the_other_way_say_so() {
        let word = mark("Menu.");
        assert_eq!(shown(word, &Attributes::of("ar", None)), "<span lang=\"en\" dir=\"ltr\">Menu.</span>");
        for (html, expected) in [
            ("<option>Menu</option>", "<option lang=\"en\" dir=\"ltr\">Menu</option>"),
            ("<svg><title>Menu</title></svg>", "<svg><title lang=\"en\">Menu</title></svg>"),
        ] {
            let html = html.replace("Menu", &mark("Menu"));
            assert_eq!(shown(html, &Attributes::of("ar", None)), expected);
        }
        let text = marked(ORIGINAL, "<p>قائمة.</p>");
        assert_eq!(
            shown(text, &Attributes::of("fr", Some("ar"))),
            "<div lang=\"ar\" dir=\"rtl\"><p>قائمة.</p></div>\n"
        );
    }

    #[test]
    fn a_picture_within_a_picture_has_no_elements_of_html() {
        let word = marked(ORIGINAL, "Eau");
        for (before, after) in [
            ("<svg><text>", "</text></svg>"),
            ("<svg><svg class=\"in\"><path d=\"M0\"/></svg><text>", "</text></svg>"),
            ("<svg><svg><svg></svg></svg><svg/><text>", "</text></svg>"),
            ("<svg><svg><text>", "</text></svg><text>x</text></svg>"),
            ("<svg><title>水</title><text>", "</text></svg>"),
        ] {
            let said = before.replace("<text>", "<text lang=\"fr\">");
            assert_eq!(page(&format!("{before}{word}{after}")), format!("{said}Eau{after}"));
            let behind = format!("{before}x{after}<p>{word}</p>");
            assert_eq!(page(&behind), format!("{before}x{after}<p><span lang=\"fr\">Eau</span></p>"));
        }
    }

    #[test]
    fn what_is_outdated_says_so_without_its_looks() {
        let attributes = |message: &str| {
            Attributes::of("ja", Some("fr")).saying_of_outdated(message, &format!("（{message}）"))
        };
        let said = "<span class=\"vh\">（旧 &lt;訳&gt;）</span>";
        let begin = "class=\"outdated\" title=\"旧 &lt;訳&gt;\"";
        for (text, inner, name, end) in [("水", "水", "span", ""), ("<p>水</p>", "<p>水</p>", "div", "\n")]
        {
            let html = shown(marked(OUTDATED, text), &attributes("旧 <訳>"));
            assert_eq!(html, format!("<{name} {begin}>{inner}{said}</{name}>{end}"));
        }
        let foreign = shown(marked(OUTDATED, "水"), &attributes(&mark("Old")));
        assert_eq!(
            foreign,
            "<span class=\"outdated\" title=\"Old\">水<span class=\"vh\" lang=\"en\">（Old）</span></span>"
        );
    }

    #[test]
    fn a_part_is_there_only_where_it_is_true() {
        let note = format!("{IF_ORIGINAL}<p>n</p>{ENDIF}");
        assert_eq!(page(&format!("{note}<p>水</p>")), "<p>水</p>");
        let water = marked(ORIGINAL, "Eau");
        assert_eq!(page(&format!("{water}{note}<main>水")), "<span lang=\"fr\">Eau</span><main>水");
        assert_eq!(page(&format!("{note}<main>{water}")), "<p>n</p><main><span lang=\"fr\">Eau</span>");
    }

    #[test]
    fn parts_are_kept_in_whatever_order_a_theme_has_them() {
        let part = |sign: char, text: &str| format!("{sign}<p>{text}</p>{ENDIF}");
        let parts = [(IF_OUTDATED, "o"), (IF_UNOFFICIAL, "u"), (IF_ORIGINAL, "m"), (IF_UNOFFICIAL, "v")];
        let note: String = parts.iter().map(|(sign, text)| part(*sign, text)).collect();
        for (words, shown) in [
            ("水".to_owned(), ""),
            (marked(TRANSLATED, "水"), "<p>u</p><p>v</p>"),
            (marked(TRANSLATED, "<p>水</p>"), "<p>u</p><p>v</p>"),
            (marked(OUTDATED, "水"), "<p>o</p><p>u</p><p>v</p>"),
            (marked(ORIGINAL, "Eau"), "<p>m</p>"),
            (format!("<svg><text>{}</text></svg>", marked(TRANSLATED, "水")), "<p>u</p><p>v</p>"),
            (format!("<script>{}</script>", marked(TRANSLATED, "水")), ""),
            (format!("土</main><footer>{}</footer>", marked(TRANSLATED, "水")), ""),
        ] {
            let html = page(&format!("{note}<main>{words}"));
            assert_eq!(html.split("<main>").next(), Some(shown), "{words}");
            assert!(!crate::language_marks::has_marks(&html), "{html}");
        }
    }

    #[test]
    fn a_translation_looks_like_other_words() {
        let name = marked(TRANSLATED, "水");
        assert_eq!(page(&format!("<p>{name}</p>")), "<p>水</p>");
        let block = marked(TRANSLATED, &format!("<p>{} と{name}</p>", marked(ORIGINAL, "Eau")));
        assert_eq!(page(&block), "<p><span lang=\"fr\">Eau</span> と水</p>");
        let within = marked(ORIGINAL, &format!("<p>Eau {name} et</p>"));
        assert_eq!(page(&within), "<div lang=\"fr\"><p>Eau 水 et</p></div>\n");
        let twice = marked(OUTDATED, &format!("水{}火", marked(OUTDATED, "木")));
        assert_eq!(page(&format!("{twice}<p>土</p>")), "<span class=\"outdated\">水木火</span><p>土</p>");
        let cut = format!("<div>{TRANSLATED}水</div>{}", marked(ORIGINAL, "<p>Eau</p>"));
        assert_eq!(page(&cut), "<div>水</div><div lang=\"fr\"><p>Eau</p></div>\n");
    }
}
