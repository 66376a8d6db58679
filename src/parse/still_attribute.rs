//! Attributes and styles of a drawing: whether they only say how something looks.

use resvg::usvg::roxmltree::Attribute;

/// Attributes with the address of what is loaded, or where something leads.
const LEADING: &[&str] = &[
    "srcset",
    "background",
    "poster",
    "ping",
    "href",
    "src",
    "action",
    "formaction",
    "srcdoc",
    "http-equiv",
    "data",
];

/// Attributes with words only, beside those of scripts and of reading aloud, which say nothing of how something looks.
const WORDS: &[&str] = &["id", "class", "title", "alt", "label", "name"];

/// Names that begin as those of events do, and are none.
const NO_EVENTS: &[&str] = &["once", "one", "ones", "only", "onto", "ontology", "ongoing"];

/// The types of pictures that a file may have in itself: none that could be a program.
const PICTURES: &[&str] = &["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif"];

/// The same of fonts.
const FONTS: &[&str] = &[
    "font/woff2",
    "font/woff",
    "font/ttf",
    "font/otf",
    "font/truetype",
    "font/opentype",
    "application/font-woff",
    "application/font-woff2",
    "application/x-font-woff",
    "application/x-font-woff2",
    "application/x-font-ttf",
    "application/x-font-truetype",
    "application/x-font-otf",
    "application/x-font-opentype",
    "application/vnd.ms-opentype",
];

/// The namespaces at whose attributes browsers look.
const OF_BROWSERS: &[&str] = &[
    SVG,
    HTML,
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/2000/xmlns/",
    "http://www.w3.org/2001/xml-events",
    "http://www.w3.org/1998/Math/MathML",
];

/// The namespace of drawings.
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
/// The namespace of pages.
pub(super) const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Whether an attribute runs nothing, loads nothing and leads nowhere. `text` is the file.
pub(super) fn is_still(attribute: &Attribute<'_, '_>, text: &str) -> bool {
    is_of_program(attribute, text) || shows_only(attribute.name(), attribute.value())
}

/// Whether an attribute is a note of the program that made the file, such as `inkscape:export-filename`: no browser looks at it,
/// neither by its namespace nor, where the file is read as a page, by its letters.
fn is_of_program(attribute: &Attribute<'_, '_>, text: &str) -> bool {
    let written = text.get(attribute.range()).unwrap_or_default().to_ascii_lowercase();
    let is_known_prefix = ["xlink:", "xml:", "xmlns:"].iter().any(|prefix| written.starts_with(prefix));
    attribute.namespace().is_some_and(|namespace| !OF_BROWSERS.contains(&namespace)) && !is_known_prefix
}

fn shows_only(name: &str, value: &str) -> bool {
    let (name, value) = (name.to_ascii_lowercase(), value.trim().to_ascii_lowercase());
    let is_inner = value.starts_with('#') || is_data(&value, PICTURES);
    let is_words = WORDS.contains(&name.as_str()) || name.starts_with("data-") || name.starts_with("aria-");
    (!name.starts_with("on") || NO_EVENTS.contains(&name.as_str()))
        && (is_inner || !LEADING.contains(&name.as_str()))
        && !value.contains("javascript:")
        && (is_words || !leads_away(&value))
}

/// Whether an address is a file itself, of one of these types.
fn is_data(address: &str, types: &[&str]) -> bool {
    let kind = address.strip_prefix("data:").and_then(|data| data.split([';', ',']).next());
    kind.is_some_and(|kind| types.contains(&kind))
}

/// Whether a style loads something from elsewhere than the drawing itself.
pub(super) fn leads_away(style: &str) -> bool {
    let is_elsewhere = |url: &str| {
        let url = url.trim_start_matches(|c: char| c.is_whitespace() || "\"'".contains(c));
        !url.starts_with('#') && !is_data(url, PICTURES) && !is_data(url, FONTS)
    };
    // As browsers read it, and as it is written.
    [without_escapes(style), style.to_owned()].iter().map(|style| style.to_ascii_lowercase()).any(|style| {
        style.split("url(").skip(1).any(is_elsewhere)
            || ["@import", "image-set(", "src("].iter().any(|loading| style.contains(loading))
    })
}

/// A style with the letters that it writes as numbers, or behind a `\`.
fn without_escapes(style: &str) -> String {
    let mut read = String::with_capacity(style.len());
    let mut parts = style.split('\\');
    read.extend(parts.next());
    while let Some(part) = parts.next() {
        let digits = part.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let (number, rest) = part.split_at(digits);
        let letter = u32::from_str_radix(number, 16).ok().and_then(char::from_u32);
        let space = ["\r\n", "\r", "\n", "\u{c}", "\t", " "].iter().find(|space| rest.starts_with(**space));
        match (letter, space) {
            // A number ends with a space that does not count; at the end of a line, nothing counts.
            (_, Some(space)) => {
                read.extend(letter.filter(|_| digits > 0));
                read.push_str(&rest[space.len()..]);
            }
            (Some(letter), None) => {
                read.push(letter);
                read.push_str(rest);
            }
            // A `\` itself.
            (None, None) if part.is_empty() => {
                read.push('\\');
                read.extend(parts.next());
            }
            (None, None) => read.push_str(rest),
        }
    }
    read
}
