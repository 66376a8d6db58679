//! What an element loads, and from which addresses.

use super::tags::LoadingTag;
use crate::config::Loaded;

/// What is loaded; nothing where no other site can be allowed.
pub(super) type What = Option<Loaded>;

const SCRIPT: What = Some(Loaded::Script);
const IMAGE: What = Some(Loaded::Image);
const FRAME: What = Some(Loaded::Frame);

/// Elements, their attributes with one address, and what is loaded from it. For films and sounds no site can be allowed.
const ADDRESSES: &[(&str, &str, What)] = &[
    ("script", "src", SCRIPT),
    ("script", "href", SCRIPT),
    ("script", "xlink:href", SCRIPT),
    ("img", "src", IMAGE),
    ("image", "href", IMAGE),
    ("image", "xlink:href", IMAGE),
    ("body", "background", IMAGE),
    ("video", "poster", IMAGE),
    ("video", "src", None),
    ("audio", "src", None),
    ("source", "src", None),
    ("track", "src", None),
    ("embed", "src", None),
    ("object", "data", None),
    ("use", "href", None),
    ("use", "xlink:href", None),
    ("iframe", "src", FRAME),
    ("frame", "src", FRAME),
];

/// The same of attributes with a picture in several sizes.
const LISTS: &[(&str, &str)] = &[("img", "srcset"), ("source", "srcset")];

/// The addresses from which an element loads something, as they are written.
pub(super) fn wanted(tag: &LoadingTag) -> Vec<(What, &str)> {
    let name = tag.name();
    let of_name = ADDRESSES.iter().filter(|(element, ..)| *element == name);
    let mut found: Vec<(What, &str)> =
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
fn of_link(tag: &LoadingTag) -> Vec<(What, &str)> {
    let kinds = tag.attribute("rel").unwrap_or_default().to_ascii_lowercase();
    let is_kind = |wanted: &[&str]| kinds.split_ascii_whitespace().any(|kind| wanted.contains(&kind));
    let what = if is_kind(&["stylesheet", "manifest", "prefetch", "prerender"]) {
        None
    } else if is_kind(&["icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon"]) {
        IMAGE
    } else if is_kind(&["modulepreload"]) {
        SCRIPT
    } else if is_kind(&["preload"]) {
        let of_kind = [("script", Loaded::Script), ("image", Loaded::Image), ("fetch", Loaded::Connection)];
        of_kind.into_iter().find(|(kind, _)| is(tag, "as", kind)).map(|(_, loaded)| loaded)
    } else {
        return Vec::new();
    };
    let sizes = candidates(tag.attribute("imagesrcset").unwrap_or_default());
    tag.attribute("href").into_iter().chain(sizes).map(|address| (what, address)).collect()
}

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
    let plain: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let plain = plain.trim_matches(|c: char| c.is_ascii_whitespace() || c.is_ascii_control());
    let has_scheme = ["http:", "https:"]
        .iter()
        .any(|scheme| plain.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    if has_scheme {
        return Some(plain.to_owned());
    }
    // Browsers take one line for the other here.
    let slashes = plain.get(..2).is_some_and(|start| start.chars().all(|c| matches!(c, '/' | '\\')));
    slashes.then(|| format!("https://{}", &plain[2..]))
}

#[cfg(test)]
mod tests {
    use super::{candidates, of_other_site};

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
        }
    }
}
