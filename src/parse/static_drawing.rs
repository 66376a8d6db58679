//! Drawings and other XML for the root of the site: whether a file only shows something.

use quick_xml::escape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

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

/// Whether a drawing only shows something. What is no well-formed XML is refused too: browsers read it otherwise than we do.
pub(super) fn is_still(text: &str) -> bool {
    let mut reader = Reader::from_str(text);
    let mut open = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) if is_still_element(&element) => open += 1,
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(Event::Empty(element)) if is_still_element(&element) => {}
            Ok(Event::Text(text)) if !leads_away(&String::from_utf8_lossy(&text)) => {}
            Ok(Event::GeneralRef(_) | Event::Comment(_) | Event::Decl(_)) => {}
            // Names of entities could stand for anything.
            Ok(Event::DocType(declared)) if !declared.contains(&b'[') => {}
            Ok(Event::Eof) => return open == 0,
            _ => return false,
        }
    }
}

/// Whether a style loads something from elsewhere than the drawing itself.
fn leads_away(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let urls =
        style.split("url(").skip(1).any(|url| !url.trim_start_matches([' ', '"', '\'']).starts_with('#'));
    // A style can write letters as numbers.
    urls || style.contains("@import") || style.contains("image-set(") || style.contains('\\')
}

fn is_still_element(element: &BytesStart<'_>) -> bool {
    let name = String::from_utf8_lossy(element.local_name().as_ref()).to_ascii_lowercase();
    let attributes = element.attributes();
    !LIVELY.contains(&name.as_str())
        && attributes.into_iter().all(|attribute| {
            attribute.is_ok_and(|attribute| {
                let name = String::from_utf8_lossy(attribute.key.local_name().as_ref()).to_ascii_lowercase();
                let raw = String::from_utf8_lossy(&attribute.value).into_owned();
                let Ok(value) = escape::unescape(&raw) else { return false };
                let value = value.trim().to_ascii_lowercase();
                let inner = value.starts_with('#')
                    || value.starts_with("data:image/png")
                    || value.starts_with("data:image/jpeg");
                let leads = matches!(name.as_str(), "srcset" | "background" | "poster" | "ping")
                    || matches!(
                        name.as_str(),
                        "href" | "src" | "action" | "formaction" | "srcdoc" | "http-equiv" | "data"
                    );
                !name.starts_with("on")
                    && (!leads || inner)
                    && !value.contains("javascript:")
                    && !leads_away(&value)
                    && !value.contains("1999/xhtml")
            })
        })
}

/// Whether a file is a drawing: its outermost element is that of SVG.
pub fn is_drawing(text: &str) -> bool {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                return element.local_name().as_ref() == b"svg";
            }
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_drawing, is_still};

    #[test]
    fn a_logo_is_still_and_a_program_is_not() {
        for still in [
            "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
            "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/x.dtd'><svg><use xlink:href='#a'/></svg>",
            "<svg><rect fill='url(#a)' style='fill: url( #b )'/></svg>",
            "<svg><style>.a{fill:#123}</style><title>A &amp; B</title></svg>",
        ] {
            assert!(is_still(still), "{still}");
        }
        for lively in [
            "<svg><script>alert(1)</script></svg>",
            "<svg><s:script xmlns:s='http://www.w3.org/2000/svg'/></svg>",
            "<svg onload='alert(1)'/>",
            "<svg ONLOAD='alert(1)'/>",
            "<svg><a href='java&#115;cript:alert(1)'/></svg>",
            "<svg><a href='https://elsewhere.example/'>x</a></svg>",
            "<svg><image xlink:href='https://elsewhere.example/x.png'/></svg>",
            "<svg><foreignObject/></svg>",
            "<!DOCTYPE svg [<!ENTITY x '<script/>'>]><svg>&x;</svg>",
            "<?xml-stylesheet href='x.css'?><svg/>",
            "<svg><![CDATA[x]]></svg>",
            "<svg>",
            "<svg><style>@import 'https://elsewhere.example/x.css'</style></svg>",
            "<svg><rect fill='url(https://elsewhere.example/x.svg#a)'/></svg>",
            "<svg><rect style='filter:u\\72l(https://elsewhere.example/x)'/></svg>",
            "<svg><h:img xmlns:h='http://www.w3.org/1999/xhtml' srcset='https://elsewhere.example/x 1x'/></svg>",
        ] {
            assert!(!is_still(lively), "{lively}");
        }
    }

    #[test]
    fn a_drawing_begins_with_the_element_of_one() {
        for drawing in [
            "<svg/>",
            "<?xml version='1.0'?>\n<!-- a --><s:svg xmlns:s='http://www.w3.org/2000/svg'>x</s:svg>",
        ] {
            assert!(is_drawing(drawing), "{drawing}");
        }
        for none in ["", "only words", "<!-- <svg -->  hello", "<p><svg/></p>", "svg", "<", "<svgs/>"] {
            assert!(!is_drawing(none), "{none}");
        }
    }
}
