//! A text as its author wrote it, for other files than pages: with the addresses of records in the place of their names, and
//! without what only planbook reads.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::place::TextPlace;
use super::writer::options;

/// What a link of a text to something in the book becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relinked {
    /// A link: its address, and the words for where the text has none, both as Markdown.
    To(String, String),
    /// These words, where the text has none.
    Words(String),
}

/// A link that has begun.
struct Open {
    /// All of it.
    whole: Range<usize>,
    /// What is between its brackets.
    words: Option<Range<usize>>,
    kind: LinkType,
    is_image: bool,
    address: String,
}

/// The text with other links. `place` is where it stands, and `link` says what a link becomes by the place where it begins in its
/// file; of those to other sites it says nothing.
pub fn relinked(text: &str, place: TextPlace<'_>, link: impl Fn(usize) -> Option<Relinked>) -> String {
    let parser = Parser::new_ext(text, options());
    // Each link says where it leads. What stood below the text for several of them may name what a reader must not see.
    let definitions = parser.reference_definitions().iter();
    let mut edits: Vec<(Range<usize>, String)> =
        definitions.map(|(_, definition)| (definition.span.clone(), String::new())).collect();
    let mut open: Vec<Open> = Vec::new();
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                open.push(Open::new(range, link_type, false, &dest_url));
            }
            Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                note_words(&mut open, &range);
                open.push(Open::new(range, link_type, true, &dest_url));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(ended) = open.pop() {
                    let becomes = link(place.span(ended.whole.clone()).range().start);
                    ended.edit(becomes, &mut edits);
                }
            }
            _ => note_words(&mut open, &range),
        }
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    for (range, with) in edits {
        // What stands in something that is replaced as a whole goes with it.
        if let Some(between) = text.get(at..range.start) {
            written.push_str(between);
            written.push_str(&with);
            at = range.end;
        }
    }
    written.push_str(text.get(at..).unwrap_or_default());
    written
}

/// Notes that something stands between the brackets of the links that are open.
fn note_words(open: &mut [Open], range: &Range<usize>) {
    for link in open {
        let words = link.words.get_or_insert_with(|| range.clone());
        *words = words.start.min(range.start)..words.end.max(range.end);
    }
}

impl Open {
    fn new(whole: Range<usize>, kind: LinkType, is_image: bool, address: &str) -> Self {
        Self { whole, words: None, kind, is_image, address: address.to_owned() }
    }

    /// The parts before and behind the words.
    fn edit(self, becomes: Option<Relinked>, edits: &mut Vec<(Range<usize>, String)>) {
        let has_words = !matches!(self.kind, LinkType::WikiLink { has_pothole: false });
        let words = self.words.clone().filter(|_| has_words);
        let becomes = match becomes {
            Some(becomes) => becomes,
            None => match self.elsewhere() {
                Some(becomes) => becomes,
                // It says all that it needs to.
                None => return,
            },
        };
        let bracket = if self.is_image { "![" } else { "[" };
        match (words, becomes) {
            (Some(words), Relinked::To(address, _)) => {
                edits.push((self.whole.start..words.start, bracket.to_owned()));
                edits.push((words.end..self.whole.end, format!("]({address})")));
            }
            (Some(words), Relinked::Words(_)) => {
                edits.push((self.whole.start..words.start, String::new()));
                edits.push((words.end..self.whole.end, String::new()));
            }
            (None, Relinked::To(address, name)) => {
                edits.push((self.whole, format!("{bracket}{name}]({address})")));
            }
            (None, Relinked::Words(name)) => edits.push((self.whole, name)),
        }
    }

    /// What becomes of a link that leads to nothing in the book.
    fn elsewhere(&self) -> Option<Relinked> {
        let leads_out = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| {
            self.address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        match self.kind {
            LinkType::Autolink | LinkType::Email => None,
            LinkType::Inline if leads_out => None,
            _ if leads_out => {
                let address = self.address.replace('<', "%3C").replace('>', "%3E");
                Some(Relinked::To(format!("<{address}>"), String::new()))
            }
            // A heading of the same text, or words in another language.
            _ => Some(Relinked::Words(String::new())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Relinked, relinked};
    use crate::diag::FileId;
    use crate::markdown::{TextPlace, without_internal};

    /// Every link that begins at one of these places leads to a record; `!` says that a reader must not know it.
    fn shown(text: &str, places: &[(usize, &str)]) -> String {
        relinked(text, TextPlace::Body(FileId(0), 100), |at| {
            let (_, to) = places.iter().find(|(place, _)| place + 100 == at)?;
            Some(match *to {
                "!" => Relinked::Words("not shown".to_owned()),
                to => Relinked::To(to.to_owned(), "Name".to_owned()),
            })
        })
    }

    #[test]
    fn links_lead_where_the_file_can_follow() {
        for (text, places, expected) in [
            ("See [[3.1]].", &[(4, "x.md")][..], "See [Name](x.md)."),
            ("See [[3.1|the *item*]].", &[(4, "x.md")], "See [the *item*](x.md)."),
            ("[a *b*](../c.md#d) e", &[(0, "x.md")], "[a *b*](x.md) e"),
            ("[[3.1]] [a](c.md)", &[(0, "!"), (8, "!")], "not shown a"),
            ("![A map](files/a.png)", &[(0, "f/a.png")], "![A map](f/a.png)"),
            ("[![A map](files/a.png)](c.md)", &[(0, "x.md"), (1, "f/a.png")], "[![A map](f/a.png)](x.md)"),
            ("[a][1] b\n\n[1]: c.md\n", &[(0, "x.md")], "[a](x.md) b\n\n\n"),
            ("[a][1] b\n\n[1]: https://a.example \"T\"\n", &[], "[a](<https://a.example>) b\n\n\n"),
            ("[a](https://a.example) <https://b.example>", &[], "[a](https://a.example) <https://b.example>"),
            ("[言葉](lang:ja) [a](#heading)", &[], "言葉 a"),
            ("`[[3.1]]` and **bold**\n\n- one\n  - two\n", &[], "`[[3.1]]` and **bold**\n\n- one\n  - two\n"),
            (
                "| a | b |\n|---|---|\n| [[3.1\\|x]] | [y](c.md) |\n",
                &[(22, "x.md"), (35, "y.md")],
                "| a | b |\n|---|---|\n| [x](x.md) | [y](y.md) |\n",
            ),
        ] {
            assert_eq!(shown(text, places), expected, "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_whole_text() {
        let text = "A [[1]].\n\n:::internal\nB [[2]].\n:::\n\nC [[3]].\n";
        let public = without_internal(text).unwrap();
        let place = TextPlace::Public(FileId(0), 10, &public.removed);
        let at = text.find("[[3").unwrap() + 10;
        let shown = relinked(&public.text, place, |found| {
            (found == at).then(|| Relinked::To("3.md".to_owned(), "Three".to_owned()))
        });
        assert!(shown.contains("C [Three](3.md).") && !shown.contains('B'), "{shown}");
    }
}
