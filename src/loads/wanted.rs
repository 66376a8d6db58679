//! What an element loads, and from which addresses.

use super::tags::LoadingTag;

/// The directive of the policy by which something is loaded.
pub(super) type Directive = &'static str;

const SCRIPT: Directive = "script-src";
const IMAGE: Directive = "img-src";
const FRAME: Directive = "frame-src";
const MEDIA: Directive = "media-src";
const OBJECT: Directive = "object-src";
const FORM: Directive = "form-action";
/// No page loads by it: it stands for what no directive allows.
const NEVER: Directive = "prefetch-src";
/// Parts of drawings. Of the site itself they are pictures; of another site, browsers take none, whatever the policy says.
pub(super) const PARTS: Directive = "parts of drawings";

/// Elements, their attributes with one address, and the directive that is asked before it is loaded.
const ADDRESSES: &[(&str, &str, Directive)] = &[
    ("script", "src", SCRIPT),
    ("script", "href", SCRIPT),
    ("script", "xlink:href", SCRIPT),
    ("img", "src", IMAGE),
    ("image", "href", IMAGE),
    ("image", "xlink:href", IMAGE),
    ("body", "background", IMAGE),
    ("video", "poster", IMAGE),
    ("video", "src", MEDIA),
    ("audio", "src", MEDIA),
    ("source", "src", MEDIA),
    ("track", "src", MEDIA),
    ("embed", "src", OBJECT),
    ("object", "data", OBJECT),
    ("iframe", "src", FRAME),
    ("frame", "src", FRAME),
    ("form", "action", FORM),
    ("button", "formaction", FORM),
    ("input", "formaction", FORM),
    ("base", "href", "base-uri"),
    ("use", "href", PARTS),
    ("use", "xlink:href", PARTS),
];

/// The same of attributes with a picture in several sizes.
const LISTS: &[(&str, &str)] = &[("img", "srcset"), ("source", "srcset")];

/// The addresses from which an element loads something, as they are written.
pub(super) fn wanted(tag: &LoadingTag) -> Vec<(Directive, &str)> {
    let name = tag.name();
    let of_name = ADDRESSES.iter().filter(|(element, ..)| *element == name);
    let mut found: Vec<(Directive, &str)> =
        of_name.filter_map(|(_, attribute, what)| Some((*what, tag.attribute(attribute)?))).collect();
    for (_, attribute) in LISTS.iter().filter(|(element, _)| *element == name) {
        let list = tag.attribute(attribute).unwrap_or_default();
        found.extend(candidates(list).into_iter().map(|address| (IMAGE, address)));
    }
    match name {
        "link" => found.extend(of_link(tag)),
        "input" if is(tag, "type", "image") => found.extend(tag.attribute("src").map(|src| (IMAGE, src))),
        _ => {}
    }
    found
}

fn is(tag: &LoadingTag, attribute: &str, value: &str) -> bool {
    tag.attribute(attribute).is_some_and(|found| found.trim().eq_ignore_ascii_case(value))
}

/// What a link of the head loads: most only say where something is.
fn of_link(tag: &LoadingTag) -> Vec<(Directive, &str)> {
    let kinds = tag.attribute("rel").unwrap_or_default().to_ascii_lowercase();
    let kinds = || kinds.split_ascii_whitespace();
    let of_kind =
        |(wanted, directive): &(&str, Directive)| kinds().any(|kind| kind == *wanted).then_some(*directive);
    let preloaded = || {
        let directive =
            PRELOADED.iter().find(|(kind, _)| is(tag, "as", kind)).map(|(_, directive)| *directive);
        kinds().any(|kind| kind == "preload").then_some(directive).flatten()
    };
    let Some(what) = LINKED.iter().find_map(of_kind).or_else(preloaded) else { return Vec::new() };
    let sizes = candidates(tag.attribute("imagesrcset").unwrap_or_default());
    tag.attribute("href").into_iter().chain(sizes).map(|address| (what, address)).collect()
}

/// What kinds of links load.
const LINKED: &[(&str, Directive)] = &[
    ("stylesheet", "style-src"),
    ("manifest", "manifest-src"),
    ("icon", IMAGE),
    ("apple-touch-icon", IMAGE),
    ("apple-touch-icon-precomposed", IMAGE),
    ("mask-icon", IMAGE),
    ("modulepreload", SCRIPT),
    ("prefetch", NEVER),
    ("prerender", NEVER),
];

/// What is loaded before it is wanted.
const PRELOADED: &[(&str, Directive)] = &[
    ("script", SCRIPT),
    ("style", "style-src"),
    ("image", IMAGE),
    ("font", "font-src"),
    ("fetch", "connect-src"),
    ("video", MEDIA),
    ("audio", MEDIA),
    ("track", MEDIA),
    ("document", FRAME),
    ("object", OBJECT),
    ("embed", OBJECT),
];

/// The addresses of a `srcset`. A comma ends a candidate only where no address is being read.
fn candidates(list: &str) -> Vec<&str> {
    let is_between = |c: char| c.is_ascii_whitespace() || c == ',';
    let mut found = Vec::new();
    let mut rest = list.trim_start_matches(is_between);
    while !rest.is_empty() {
        let (address, behind) = rest.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((rest, ""));
        let alone = address.trim_end_matches(',');
        found.push(alone);
        // Behind the address stands how large the picture is.
        let next =
            if alone.len() < address.len() { behind } else { behind.split_once(',').map_or("", |it| it.1) };
        rest = next.trim_start_matches(is_between);
    }
    found
}

/// An address as browsers take it where it leads to another site: with its scheme, without line breaks. `None` where it is one
/// of the site itself, or has no site at all.
pub(super) fn of_other_site(address: &str) -> Option<String> {
    let plain = plain(address);
    if has_scheme(&plain, &["http:", "https:"]) {
        return Some(plain);
    }
    // Browsers take one line for the other here.
    let slashes = plain.get(..2).is_some_and(|start| start.chars().all(|c| matches!(c, '/' | '\\')));
    slashes.then(|| format!("https://{}", &plain[2..]))
}

/// Whether an address holds what is to be loaded, or names it where no file is.
pub(super) fn is_of_no_site(address: &str) -> bool {
    has_scheme(&plain(address), &["data:", "blob:", "filesystem:"])
}

/// Whether an address leads to a file of the site itself: it has no scheme, and is not only a place in the page.
pub(super) fn is_of_site(address: &str) -> bool {
    let plain = plain(address);
    let scheme = plain.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    !plain.is_empty() && !plain.starts_with('#') && !is_scheme
}

fn has_scheme(plain: &str, schemes: &[&str]) -> bool {
    let begins =
        |scheme: &&str| plain.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    schemes.iter().any(begins)
}

/// An address without what browsers pass over.
fn plain(address: &str) -> String {
    let plain: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    plain.trim_matches(|c: char| c.is_ascii_whitespace() || c.is_ascii_control()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{candidates, is_of_no_site, is_of_site, of_other_site};

    #[test]
    fn the_addresses_of_a_list_of_sizes() {
        for (list, expected) in [
            ("", &[][..]),
            ("a.png", &["a.png"]),
            (" a.png 1x ,b.png 2x", &["a.png", "b.png"]),
            ("a.png, b.png\n2x,c.png", &["a.png", "b.png", "c.png"]),
            ("a,b.png 1x, https://c.example/d,e 100w", &["a,b.png", "https://c.example/d,e"]),
        ] {
            assert_eq!(candidates(list), expected, "{list}");
        }
    }

    #[test]
    fn what_leads_to_another_site() {
        for (address, expected) in [
            ("HTTPS://a.example/x", Some("HTTPS://a.example/x")),
            (" ht\ntps://a.example\t", Some("https://a.example")),
            ("//a.example/x", Some("https://a.example/x")),
            ("\\/a.example", Some("https://a.example")),
            ("/x", None),
            ("https.png", None),
            ("é", None),
            ("", None),
            ("data:image/png;base64,AA", None),
        ] {
            assert_eq!(of_other_site(address).as_deref(), expected, "{address}");
            let is_own = matches!(address, "/x" | "https.png" | "é");
            assert_eq!(expected.is_none() && is_of_site(address), is_own, "{address}");
            assert_eq!(is_of_no_site(address), address.starts_with("data:"), "{address}");
        }
    }
}
