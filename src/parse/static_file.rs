//! Files for the root of the site, in `content/static/`: what hosts and search engines look for there, and the logo.

use quick_xml::escape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::attachment;
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::source::{Content, Tree};

/// The folder that holds them.
pub const FOLDER: &str = "content/static/";

/// The names that may begin with a full stop, as in `source`.
const HIDDEN: [&str; 2] = [".well-known", ".nojekyll"];

/// The path from the site's root of a file in the folder.
pub fn address(path: &str) -> Option<&str> {
    path.strip_prefix(FOLDER)
}

/// Whether readers see a picture, by the name of a file.
pub fn is_picture(path: &str) -> bool {
    matches!(attachment::ending(path), "svg" | "ico") || attachment::is_picture(path)
}

/// Why a site must not publish a file there.
pub(super) fn check(tree: &Tree, file: FileId, content: &Content) -> Option<Diagnostic> {
    if *content == Content::Refused {
        return None;
    }
    let path = tree.path(file);
    let address = address(path).unwrap_or(path);
    let at = Span::new(file, 0..0);
    if !address.split('/').all(is_step) {
        let problem = Diagnostic::new(code::BAD_ID, at, format!("the path {path} cannot be part of a URL"));
        return Some(problem.help(
            "name files and folders in static/ with the letters A to Z and a to z, digits, `-`, `_` and `.`",
        ));
    }
    let help = refused(tree, file, content)?;
    let message = format!("{path} could hold a program, so a site must not publish it");
    Some(Diagnostic::new(code::UNSAFE_FILE, at, message).help(help))
}

fn is_step(step: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !step.is_empty() && step.chars().all(plain) && (!step.starts_with('.') || HIDDEN.contains(&step))
}

/// What is done instead, where the content of a file is not what a site may have at its root.
fn refused(tree: &Tree, file: FileId, content: &Content) -> Option<&'static str> {
    const MARKUP: &str = "keep to elements without scripts, events and addresses of other files; a page of the site is a file in content/pages/";
    let path = tree.path(file);
    match attachment::ending(path) {
        // A server may send no type for it, and browsers look for markup then.
        "" if !std::str::from_utf8(content.bytes()).is_ok_and(|text| !text.contains('<')) => Some(
            "a file without an extension must be text without markup; name a page of the site in content/pages/",
        ),
        "" | "txt" | "json" | "webmanifest" => None,
        "ico" => {
            (!content.bytes().starts_with(&[0, 0, 1, 0])).then_some("save the picture as .ico, .png or .svg")
        }
        "html" | "xml" | "svg" => {
            let is_safe = if path.ends_with(".html") { is_plain_page } else { is_still };
            let is_safe = tree.text(file).is_some_and(is_safe);
            (!is_safe).then_some(MARKUP)
        }
        _ if attachment::is_of_its_type(path, content.bytes()) => None,
        _ => Some(
            "static/ is for files without an extension, txt, json, webmanifest, xml, html, svg, ico, png, jpg, gif, webp, avif and pdf, each with the content that its name says; files of the theme, such as scripts, belong into its static/ folder",
        ),
    }
}

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

/// What a page may consist of with which somebody shows that the site is theirs.
const OF_PLAIN_PAGE: &[&str] = &["!doctype html>", "html", "head", "meta", "title", "body", "p", "h1"];

/// Whether a page holds a few words and nothing else. Where an element ends is a question on which browsers and parsers differ, so
/// this looks at each `<`, also in quotation marks, and knows no comments.
fn is_plain_page(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let is_known = |rest: &str| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name = rest.find(|c: char| c == '>' || c.is_whitespace()).map_or(rest, |end| &rest[..end]);
        OF_PLAIN_PAGE
            .iter()
            .any(|known| name == *known || (known.starts_with('!') && rest.starts_with(known)))
    };
    let mut parts = text.split('<');
    parts.next();
    let events = text.match_indices("on").any(|(at, _)| {
        if text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-') {
            return false;
        }
        let rest = text[at + 2..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
        rest.trim_start().starts_with('=')
    });
    const LEADING: [&str; 8] =
        ["http-equiv", "style", "background", "src", "href", "action", "url(", "@import"];
    parts.all(is_known) && !events && !LEADING.iter().any(|leading| text.contains(leading))
}

/// Whether a drawing only shows something. What is no well-formed XML is refused too: browsers read it otherwise than we do.
fn is_still(text: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::{is_plain_page, is_step, is_still};

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
        for plain in [
            "google-site-verification: google1.html",
            "<!doctype html><html><meta charset=utf-8><body>Verification: 1</body></html>",
            "<html><head><meta name=\"x\" content='y'></head></html>",
        ] {
            assert!(is_plain_page(plain), "{plain}");
        }
        for lively in [
            "<html><script>alert(1)</script></html>",
            "<!--><script>alert(1)</script>-->",
            "<p a=x\"><script>alert(1)</script><p b=\"\">",
            "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
            "<img src=x onerror=alert(1)>",
            "<body/onload=alert(1)>",
            "<body background=https://elsewhere.example/x>",
            "<p style=\"background:url(https://elsewhere.example/x)\">",
            "<body onload =alert(1)>",
            "<p><a href=https://elsewhere.example/>x</a>",
        ] {
            assert!(!is_plain_page(lively), "{lively}");
        }
    }

    #[test]
    fn names_are_those_that_hosts_ask_for() {
        for step in ["CNAME", ".well-known", ".nojekyll", "BingSiteAuth.xml", "robots.txt"] {
            assert!(is_step(step), "{step}");
        }
        for step in ["", ".htaccess", "..", "a b", "é"] {
            assert!(!is_step(step), "{step}");
        }
    }
}
