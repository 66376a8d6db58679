//! Drawings and other XML for the root of the site: whether a file only shows something.

use std::ops::Range;

use quick_xml::events::Event;
use quick_xml::reader::Reader;
use resvg::usvg::roxmltree::{Document, Error, Node, NodeType, ParsingOptions};

use super::still_attribute::{HTML, SVG, is_still, leads_away};

/// Elements that run something, load something or lead away.
const LIVELY: &[&str] = &[
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "frame",
    "form",
    "base",
    "link",
    "animate",
    "set",
    "animatetransform",
    "animatemotion",
    "handler",
    "listener",
    "applet",
    "portal",
    "audio",
    "video",
    "template",
];

/// Why a file does more than to show something.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Where in the file.
    pub range: Range<usize>,
    /// The rest of a sentence that begins with the path of the file.
    pub message: String,
    /// How to fix it.
    pub help: String,
}

/// What keeps a drawing from being one that only shows something. What is no well-formed XML is refused too: browsers do not
/// show it, or read it otherwise than we do.
pub(super) fn fault(text: &str) -> Option<Fault> {
    if let Some(fault) = before_parsing(text) {
        return Some(fault);
    }
    let document = match parsed(text) {
        Ok(document) => document,
        // It was reported when the file was read.
        Err(Error::NonXmlChar(..)) => return None,
        Err(error) => return Some(not_well_formed(&error, text)),
    };
    document.descendants().find_map(of_node).or_else(|| hidden_markup(text))
}

fn parsed(text: &str) -> Result<Document<'_>, Error> {
    Document::parse_with_options(text, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() })
}

/// How deep elements may stand in each other: a drawing comes to a few dozen, and browsers give up at a few hundred.
const DEEPEST: usize = 100;

/// What is looked for before anything is made of a file: names that could stand for anything, and elements so deep in each other
/// that nobody could read them.
fn before_parsing(text: &str) -> Option<Fault> {
    let mut reader = Reader::from_str(text);
    // What else is wrong, the parser says better.
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);
    let mut depth = 0_usize;
    loop {
        let start = position(&reader);
        match reader.read_event() {
            // With a `<`, it is not sure where it ends.
            Ok(Event::DocType(declared)) if declared.iter().any(|byte| b"[<".contains(byte)) => {
                return Some(own_names(text, start));
            }
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) => return None,
            Ok(_) => {}
            Err(error) => {
                let message = format!("is not well-formed XML: {error}");
                let help = "the file may be cut off: export it again";
                let at = start.min(text.trim_end().len());
                return Some(Fault { range: at..at, message, help: help.to_owned() });
            }
        }
        if depth > DEEPEST {
            let message = format!("has more than {DEEPEST} elements within each other");
            let help = "export the drawing again with fewer groups";
            return Some(Fault { range: start..start + 1, message, help: help.to_owned() });
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn own_names(text: &str, start: usize) -> Fault {
    let message = "begins with names of its own, `<!DOCTYPE … [ … ]>`, which can stand for anything";
    let help = "delete the part in square brackets, or export the drawing again: in Illustrator with File > Export > Export As, in other programs as plain or optimised SVG";
    let end = text[start..].find('[').map_or(start + 1, |at| start + at);
    Fault { range: start..end, message: message.to_owned(), help: help.to_owned() }
}

fn not_well_formed(error: &Error, text: &str) -> Fault {
    let place = error.pos();
    let line = text.split_inclusive('\n').take(place.row.saturating_sub(1) as usize).map(str::len).sum();
    let column = text[line..].char_indices().nth(place.col.saturating_sub(1) as usize);
    let (at, help) = match error {
        Error::UnknownNamespace(name, _) if name == "xlink" => {
            (None, "add `xmlns:xlink=\"http://www.w3.org/1999/xlink\"` to `<svg>`")
        }
        Error::UnknownEntityReference(..) => (None, "write the character itself in place of its name"),
        Error::MalformedEntityReference(_) => (None, "write `&amp;` for `&`"),
        Error::InvalidAttributeValue(_) | Error::InvalidChar(_, b'<', _) => (None, "write `&lt;` for `<`"),
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => {
            (Some(text.trim_end().len()), "the file may be cut off: export it again")
        }
        Error::NoRootNode => (Some(0), "export the drawing as SVG; it is not enough to rename a file"),
        _ => (None, "export the file again with the program that made it, or correct this place"),
    };
    let at = at.unwrap_or_else(|| line + column.map_or(0, |(at, _)| at));
    let said = match error {
        Error::UnknownToken(_) => "it has something outside of its first element".to_owned(),
        _ => error.to_string().replace(&format!(" at {place}"), ""),
    };
    Fault { range: at..at, message: format!("is not well-formed XML: {said}"), help: help.to_owned() }
}

fn of_node(node: Node<'_, '_>) -> Option<Fault> {
    match node.node_type() {
        NodeType::Element => of_element(node),
        NodeType::PI => {
            let name = node.pi().map_or("", |instruction| instruction.target);
            let help = "delete this line";
            Some(Fault {
                range: node.range(),
                message: format!("has an instruction for programs, `<?{name} …?>`"),
                help: help.to_owned(),
            })
        }
        NodeType::Root | NodeType::Comment | NodeType::Text => None,
    }
}

fn of_element(node: Node<'_, '_>) -> Option<Fault> {
    let written = node.tag_name().name();
    let name = written.to_ascii_lowercase();
    let start = node.range().start;
    let refused = |what: String, range: Range<usize>| {
        let message = format!("has {what}, which could run a program, load a file or lead elsewhere");
        let help = "remove it in the program that made the file, or save the file there as Plain or Optimised SVG; keep to shapes, words and colours";
        Some(Fault { range, message, help: help.to_owned() })
    };
    if LIVELY.contains(&name.as_str()) || node.tag_name().namespace() == Some(HTML) {
        return refused(format!("the element `<{written}>`"), start..start + 1);
    }
    let text = node.document().input_text();
    for attribute in node.attributes() {
        if !is_still(&attribute, text) {
            let what = format!("the attribute `{}` in `<{written}>`", attribute.name());
            return refused(what, attribute.range());
        }
    }
    // A style may be written in pieces, with remarks between them.
    let style = || node.descendants().filter_map(|part| part.text().filter(|_| part.is_text()));
    if name == "style" && leads_away(&style().collect::<String>()) {
        return refused("a style with another address".to_owned(), start..start + 1);
    }
    None
}

/// Text that is written as it is, and has markup: what reads the file as a page would take it for that.
fn hidden_markup(text: &str) -> Option<Fault> {
    const START: &str = "<![CDATA[";
    let has_markup = |at: usize| {
        let inner = &text[at + START.len()..];
        inner[..inner.find("]]>").unwrap_or(inner.len())].contains('<')
    };
    let (at, _) = text.match_indices(START).find(|(at, _)| has_markup(*at))?;
    let message = format!("has markup in `{START} … ]]>`");
    Some(Fault { range: at..at + START.len(), message, help: "write `&lt;` for `<`".to_owned() })
}

/// Why no browser shows a file as a drawing: its outermost element is none, or is not said to be that of SVG. What is no XML has
/// a problem of its own.
pub fn why_no_drawing(text: &str) -> Option<&'static str> {
    let document = parsed(text).ok()?;
    let root = document.root_element().tag_name();
    match (root.name(), root.namespace()) {
        ("svg", Some(SVG)) => None,
        ("svg", _) => {
            Some("add `xmlns=\"http://www.w3.org/2000/svg\"` to `<svg>`: browsers show no drawing without it")
        }
        _ => Some("export the drawing as SVG: the file begins with another element than `<svg>`"),
    }
}

#[cfg(test)]
mod tests {
    use super::{fault, why_no_drawing};

    /// A drawing with this in it.
    fn drawing(inner: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>{inner}</svg>"
        )
    }

    #[test]
    fn a_logo_is_still_and_a_program_is_not() {
        for still in [
            "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
            "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/x.dtd'><svg/>",
            "\u{feff}<svg/>",
            &drawing("<use xlink:href='#a'/>"),
            &drawing("<rect fill='url(#a)' style='fill: url( #b )'/>"),
            &drawing("<style>.a{fill:#123}</style><title>A &amp; B</title><desc>see url(x) and \\</desc>"),
            &drawing("<style><![CDATA[.fil0 {fill:#123}]]></style>"),
            &drawing(
                "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:export-filename='C:\\Users\\a\\logo.png' i:onload='x' i:href='C:\\a'/>",
            ),
            &drawing(
                "<style>@font-face{font-family:a;src:url(data:font/woff2;base64,AAAA) format('woff2'),url( 'data:application/x-font-ttf,A')}</style>",
            ),
            &drawing("<style>.icon\\:x::before{content:\"\\2014\\\\\\a \"}</style>"),
            &drawing(
                "<text style='font-family:\\5FAE\\8F6F' font-family='\\5FAE' class='icon\\:x' data-name='C:\\url(a)'/>",
            ),
            &drawing(
                "<image href='data:image/webp;base64,AAAA'/><image xlink:href='DATA:image/jpg;base64,AAAA'/>",
            ),
            &drawing("<g once='a' only='b'/>"),
        ] {
            assert_eq!(fault(still), None, "{still}");
        }
        for lively in [
            &drawing("<script>alert(1)</script>"),
            "<svg><s:script xmlns:s='http://www.w3.org/2000/svg'/></svg>",
            "<svg onload='alert(1)'/>",
            "<svg ONLOAD='alert(1)'/>",
            "<svg><a href='java&#115;cript:alert(1)'/></svg>",
            "<svg><a href='https://elsewhere.example/'>x</a></svg>",
            &drawing("<image xlink:href='https://elsewhere.example/x.png'/>"),
            "<svg><foreignObject/></svg>",
            "<?xml-stylesheet href='x.css'?><svg/>",
            "<svg><![CDATA[<script>]]></svg>",
            &drawing("<style>@import 'https://elsewhere.example/x.css'</style>"),
            &drawing("<style>@im&#112;ort 'https://elsewhere.example/x.css'</style>"),
            &drawing("<style>rect{fill:ur<!-- -->l(https://elsewhere.example/x)}</style>"),
            &drawing("<style>rect{fill:ur<![CDATA[l(https://elsewhere.example/x)}]]></style>"),
            &drawing("<style>rect{fill:ur<b>l(https://elsewhere.example/x)}</b></style>"),
            &drawing("<rect fill='url(https://elsewhere.example/x.svg#a)'/>"),
            &drawing("<rect style='filter:u\\72l(https://elsewhere.example/x)'/>"),
            &drawing("<rect style='filter:ur\\6c(https://elsewhere.example/x)'/>"),
            &drawing("<rect style='filter:ur\\00006C (https://elsewhere.example/x)'/>"),
            &drawing("<rect style='filter:\\url(https://elsewhere.example/x)'/>"),
            &drawing("<rect style='a:\"\\\\\";filter:url(https://elsewhere.example/x)'/>"),
            &drawing("<style>@im\\70ort 'https://elsewhere.example/x.css'</style>"),
            &drawing("<style>@im\\70&#13;&#10;ort 'https://elsewhere.example/x.css'</style>"),
            &drawing("<style>/*\\*/@import 'https://elsewhere.example/x.css'</style>"),
            &drawing("<style>a{background:url(data:image/svg+xml,x)}</style>"),
            &drawing("<style>a{background:url(data:text/html,x)}</style>"),
            &drawing("<style>a{background:url(data:image/pngx/../x)}</style>"),
            &drawing("<image href='data:image/svg+xml,x'/>"),
            &drawing("<g xmlns:a='http://www.w3.org/1999/xlink' a:href='https://elsewhere.example/x'/>"),
            &drawing("<g xmlns:xlink='urn:mine' xlink:href='https://elsewhere.example/x'/>"),
            &drawing("<g onwebkitfullscreenchange='x'/>"),
            &drawing("<g onbegin='x'/>"),
            "<svg><h:img xmlns:h='http://www.w3.org/1999/xhtml' alt='x'/></svg>",
        ] {
            let fault = fault(lively).unwrap();
            assert!(fault.message.starts_with("has "), "{lively}: {fault:?}");
        }
    }

    #[test]
    fn what_browsers_do_not_read_is_no_xml() {
        for (text, line, message) in [
            ("", 1, "not have a root"),
            ("only words", 1, "outside of its first element"),
            ("<svg>", 1, "never closed"),
            ("<svg><g></svg>", 1, "expected 'g' tag"),
            ("<svg><use\nxlink:href='#a'/></svg>", 2, "an unknown namespace prefix 'xlink'"),
            ("<svg>\n\n<text>a&nbsp;b</text></svg>", 3, "unknown entity reference 'nbsp'"),
            ("<svg>\n<text>A & B</text></svg>", 2, "malformed entity"),
            ("<svg/>\n<svg/>", 2, "outside of its first element"),
            ("<svg/>\ntext", 2, "outside of its first element"),
            ("<svg><text\n a='<'/></svg>", 2, "not '<'"),
            ("\n<?xml version='1.0'?><svg/>", 2, "unexpected XML declaration"),
            ("<svg a='1' a='2'/>", 1, "attribute 'a' is already defined"),
        ] {
            let found = fault(text).unwrap();
            assert!(found.message.starts_with("is not well-formed XML: "), "{text}: {found:?}");
            assert!(found.message.contains(message), "{text}: {found:?}");
            assert_eq!(1 + text[..found.range.start].matches('\n').count(), line, "{text}: {found:?}");
        }
        let illustrator = "<!-- x [ -->\n<!DOCTYPE svg [ <!ENTITY x '<script/>'> ]><svg>&x;</svg>";
        let found = fault(illustrator).unwrap();
        assert_eq!(&illustrator[found.range], "<!DOCTYPE svg ");
        // However deep it is, and however well that is hidden.
        let nested = |depth: usize| ["<a>".repeat(depth), "</a>".repeat(depth)].concat();
        assert_eq!(fault(&nested(100)), None);
        for deep in [
            nested(101),
            nested(300_000),
            "<a>".repeat(300_000),
            format!("<!DOCTYPE a SYSTEM '<'>{}>{}", "<a>".repeat(300_000), "</a>".repeat(300_000)),
        ] {
            assert!(fault(&deep).is_some());
        }
    }

    #[test]
    fn a_drawing_begins_with_the_element_of_one() {
        let svg = "xmlns='http://www.w3.org/2000/svg'";
        for drawing in [
            format!("<svg {svg}/>"),
            "<?xml version='1.0'?>\n<!-- a --><s:svg xmlns:s='http://www.w3.org/2000/svg'>x</s:svg>"
                .to_owned(),
        ] {
            assert_eq!(why_no_drawing(&drawing), None, "{drawing}");
        }
        for (none, help) in [
            ("<svg/>".to_owned(), "add `xmlns="),
            ("<svg xmlns='http://www.w3.org/1999/xhtml'/>".to_owned(), "add `xmlns="),
            (format!("<p><svg {svg}/></p>"), "another element"),
            ("<svgs/>".to_owned(), "another element"),
        ] {
            assert!(why_no_drawing(&none).unwrap().contains(help), "{none}");
        }
    }
}
