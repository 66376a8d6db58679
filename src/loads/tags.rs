//! The tags of a page that may load something, read as browsers read them.
//!
//! A site has many pages, and each many tags. So this looks for the few elements that load something, and only their tags are
//! taken apart, by the same tokenizer that `theme check` reads pages with.

use std::cell::RefCell;
use std::ops::Range;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use memchr::{memchr, memchr3, memmem};

/// A tag of an element that may load something.
#[derive(Debug)]
pub(super) struct LoadingTag {
    tag: Tag,
    /// Where it ends in the page.
    pub end: usize,
}

impl LoadingTag {
    /// The name of the element, in small letters.
    pub(super) fn name(&self) -> &str {
        &self.tag.name
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.tag.attrs.iter().find(|attribute| &*attribute.name.local == name)?;
        Some(&found.value)
    }
}

/// Elements that load something, or say what may be loaded.
const LOADING: [&[u8]; 19] = [
    b"script", b"img", b"link", b"source", b"iframe", b"frame", b"video", b"audio", b"track", b"embed",
    b"object", b"input", b"image", b"use", b"body", b"meta", b"form", b"button", b"base",
];

/// Those of them that may load what the site itself has, whatever the policy allows of other sites.
const OF_SITE: [&[u8]; 7] = [b"script", b"img", b"link", b"input", b"image", b"use", b"body"];

/// Elements whose content is text up to their end, whatever it looks like.
const OF_TEXT: [&[u8]; 8] =
    [b"script", b"style", b"textarea", b"title", b"iframe", b"xmp", b"noembed", b"noframes"];

/// The element whose content only a script shows, unless its tag says otherwise.
const TEMPLATE: &[u8] = b"template";

/// The tags of a page that may matter, in order.
pub(super) fn loading_tags(html: &[u8]) -> Vec<LoadingTag> {
    taken_apart(html, places(html).into_iter().filter(|place| matters(&html[place.clone()])))
}

fn taken_apart(html: &[u8], places: impl Iterator<Item = Range<usize>>) -> Vec<LoadingTag> {
    let tokenizer = Tokenizer::new(Tags::default(), TokenizerOpts::default());
    let mut found = Vec::new();
    for place in places {
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from_slice(&String::from_utf8_lossy(&html[place.clone()])));
        while !queue.is_empty() {
            let _ = tokenizer.feed(&queue);
        }
        let tags = tokenizer.sink.0.take();
        found.extend(tags.into_iter().map(|tag| LoadingTag { tag, end: place.end }));
    }
    found
}

/// The tags that the tokenizer comes to.
#[derive(Default)]
struct Tags(RefCell<Vec<Tag>>);

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token
            && tag.kind == TagKind::StartTag
        {
            self.0.borrow_mut().push(tag);
        }
        TokenSinkResult::Continue
    }
}

/// Where these tags are.
fn places(html: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    // How many elements are open around this whose content is not shown, so not loaded.
    let mut kept = 0_usize;
    while let Some(step) = memchr(b'<', &html[at..]) {
        let start = at + step;
        let rest = &html[start + 1..];
        at = start + 1;
        if rest.starts_with(b"!--") {
            // `<!-->` is a whole comment.
            at += memmem::find(&rest[1..], b"-->").map_or(rest.len(), |end| end + 4);
        } else if rest.first().is_some_and(u8::is_ascii_alphabetic) {
            let end = start + tag_length(&html[start..]);
            let name = name(rest);
            if name.eq_ignore_ascii_case(TEMPLATE) && (kept > 0 || !is_shown(&html[start..end])) {
                kept += 1;
            }
            if kept == 0 && is_among(&LOADING, name) {
                found.push(start..end);
            }
            at = if is_among(&OF_TEXT, name) { end + text_length(&html[end..], name) } else { end };
        } else if rest.starts_with(b"/") && name(&rest[1..]).eq_ignore_ascii_case(TEMPLATE) {
            kept = kept.saturating_sub(1);
        }
    }
    found
}

/// Whether the tag of a template says that browsers show what is in it.
fn is_shown(tag: &[u8]) -> bool {
    tag.windows(SHOWN.len()).any(|part| part.eq_ignore_ascii_case(SHOWN))
}

fn name(rest: &[u8]) -> &[u8] {
    let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
    &rest[..end]
}

/// Whether a tag can ask for what the policy forbids, is a script, or can have a policy: most tags of a site name its own files.
/// An address of another site has two slashes, one beside the other unless a sign is written in another way or in another line.
fn matters(tag: &[u8]) -> bool {
    let name = name(&tag[1..]);
    let has = |words: &[u8]| tag.windows(words.len()).any(|part| part.eq_ignore_ascii_case(words));
    if name.eq_ignore_ascii_case(b"meta") {
        return has(POLICY);
    }
    if name.eq_ignore_ascii_case(b"link")
        && [&b"manifest"[..], b"prefetch", b"prerender", b"preload"].into_iter().any(has)
    {
        return true;
    }
    let is_odd = |byte: &u8| matches!(byte, b'\\' | b'&' | b'\n' | b'\r' | b'\t');
    let names_scheme = || [&b"//"[..], b"data:", b"blob:"].into_iter().any(has);
    name.eq_ignore_ascii_case(b"script")
        || !is_among(&OF_SITE, name)
        || names_scheme()
        || tag.iter().any(is_odd)
}

/// The attribute of a template that is shown.
const SHOWN: &[u8] = b"shadowrootmode";

/// The attribute of a tag that has a policy.
const POLICY: &[u8] = b"http-equiv";

fn is_among(names: &[&[u8]], name: &[u8]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// How long a tag is, with its `>`. A `>` in a value in quotation marks does not end it.
fn tag_length(html: &[u8]) -> usize {
    let mut at = 0;
    while let Some(step) = memchr3(b'>', b'"', b'\'', &html[at..]) {
        let found = at + step;
        at = found + 1;
        if html[found] == b'>' {
            return at;
        }
        // Elsewhere than after a `=`, it is a letter like others.
        if html[..found].trim_ascii_end().ends_with(b"=") {
            at += memchr(html[found], &html[at..]).map_or(html.len() - at, |end| end + 1);
        }
    }
    html.len()
}

/// How long the text in an element is, up to the tag that ends the element.
fn text_length(html: &[u8], name: &[u8]) -> usize {
    let ends = |at: &usize| {
        let rest = &html[at + 2..];
        let after = rest.get(name.len());
        rest.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
            && after.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
    };
    memmem::find_iter(html, b"</").find(ends).unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{loading_tags, places, taken_apart};

    fn names(html: &str) -> Vec<String> {
        let tags = taken_apart(html.as_bytes(), places(html.as_bytes()).into_iter());
        tags.iter().map(|tag| tag.name().to_owned()).collect()
    }

    #[test]
    fn tags_are_found_however_they_are_written() {
        for (html, expected) in [
            ("<SCRIPT\n\tSRC = 'a'\n>x</Script ><img>", &["script", "img"][..]),
            ("<!-- <img> --><img><!--><img><!---><img>", &["img", "img", "img"]),
            ("<p title=\"<img src='a'>\"><img alt='>' src=a>", &["img"]),
            ("<p title=it's><img></p>", &["img"]),
            ("<p title = \"a > <img>\"><link>", &["link"]),
            ("<script>'<img>'</scripts></script><img/>", &["script", "img"]),
            ("<title><img></title><textarea></text><img></textarea><style>a<img></STYLE><img>", &["img"]),
            ("<images><linking><img2><svg:image>", &[]),
            ("<img", &[]),
            ("<script>", &["script"]),
            ("<template><img><script></script></template><link>", &["link"]),
            ("<TEMPLATE id=a><template></template><img></Template ><img></template><link>", &["img", "link"]),
            ("<template shadowrootmode=open><img></template><link>", &["img", "link"]),
            ("<template><template shadowrootmode=open><img></template><img></template><link>", &["link"]),
            ("<templates><img></templates>", &["img"]),
        ] {
            assert_eq!(names(html), expected, "{html}");
        }
        let tags = loading_tags(b"<img data-src=no\tSRC\n=\n'&#104;ttps://a.example/?a&amp;b' src=second>");
        assert_eq!(tags[0].attribute("src"), Some("https://a.example/?a&b"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes_are_a_page(html in "(<|>|</|<!--|-->|\"|'|=| |script|IMG|title|src|é){0,60}") {
            for tag in loading_tags(html.as_bytes()) {
                prop_assert!(html.as_bytes()[..tag.end].ends_with(b">"));
            }
        }
    }
}
