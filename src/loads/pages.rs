//! What finished pages load from other sites, and whether browsers will let them. It reads the pages as they are, so it covers
//! the templates of a book's own theme.

use super::tags::{LoadingTag, loading_tags};
use super::wanted::{Directive, PARTS, is_of_no_site, is_of_site, of_other_site, wanted};
use crate::config::{Config, LoadedFrom, permits};
use crate::route::{base_path, from_any_page};
use crate::web_address::origin;

/// What the policy of a site keeps a page from loading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Blocked {
    /// Something at an address.
    Address {
        /// The directive by which it is blocked.
        what: Directive,
        /// As it is written, but for the way from the page to the root of the site.
        address: String,
    },
    /// What the settings allow, or nothing: the page has a policy of its own.
    ByOwnPolicy,
    /// Nothing: the page has no policy.
    Nothing,
    /// A script in the page itself: its first words.
    Inline(String),
}

/// What the pages of a site are held against: made once, for all of them.
pub struct Rules {
    /// The policy that each page should have.
    policy: String,
    /// The origin of the site, where it is known.
    own: Option<String>,
    /// The path at which it stands.
    base: String,
}

impl Rules {
    /// Those of a book.
    pub fn of(config: &Config) -> Self {
        let base_url = config.base_url.as_deref();
        Self { policy: config.security.policy(), own: base_url.and_then(origin), base: base_path(base_url) }
    }

    /// An address as a template has it.
    fn as_written(&self, address: &str) -> String {
        from_any_page(address, &self.base).to_owned()
    }
}

/// What of a page a browser will not load.
pub fn scan(html: &[u8], rules: &Rules) -> Vec<Blocked> {
    let tags = loading_tags(html);
    let mut found: Vec<Blocked> = tags.iter().flat_map(|tag| of_tag(tag, rules)).collect();
    found.extend(
        tags.iter()
            .filter(|tag| tag.name() == "script" && is_inline_script(|name| tag.attribute(name)))
            .map(|tag| Blocked::Inline(words_at(&html[tag.end..]))),
    );
    match tags.iter().find_map(own_policy) {
        None => found.push(Blocked::Nothing),
        Some(own) if own != rules.policy => found.push(Blocked::ByOwnPolicy),
        Some(_) => {}
    }
    found
}

/// What of the addresses of an element is not loaded.
fn of_tag(tag: &LoadingTag, rules: &Rules) -> Vec<Blocked> {
    let permits = |what: Directive, from: LoadedFrom<'_>| permits(&rules.policy, what, from);
    let is_blocked = |what: Directive, address: &str| match of_other_site(address) {
        Some(full) if rules.own.is_none() || origin(&full) != rules.own => {
            !permits(what, LoadedFrom::Address(&full))
        }
        None if is_of_no_site(address) => !permits(what, LoadedFrom::Address(address)),
        None if !is_of_site(address) => false,
        _ => what != PARTS && !permits(what, LoadedFrom::Site),
    };
    let blocked = wanted(tag).into_iter().filter(|(what, address)| is_blocked(what, address));
    blocked.map(|(what, address)| Blocked::Address { what, address: rules.as_written(address) }).collect()
}

/// Whether a `<script>` with these attributes stands in the page and is run; data for machines are not.
pub fn is_inline_script<'a>(attribute: impl Fn(&str) -> Option<&'a str>) -> bool {
    let is_elsewhere = ["src", "href", "xlink:href"].iter().any(|name| attribute(name).is_some());
    let kind = attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    let is_run = matches!(
        kind.as_str(),
        "" | "module" | "importmap" | "speculationrules" | "text/jscript" | "text/livescript"
    ) || kind.ends_with("javascript")
        || kind.ends_with("ecmascript");
    !is_elsewhere && is_run
}

/// The first words of a script.
fn words_at(html: &[u8]) -> String {
    // Longer than what is shown of it, in any alphabet.
    const ENOUGH: usize = 1_000;
    let text = String::from_utf8_lossy(&html[..html.len().min(ENOUGH)]);
    text.trim_start().chars().take_while(|c| *c != '\n' && *c != '<').take(40).collect()
}

/// The policy that a tag of the head gives to the page.
fn own_policy(tag: &LoadingTag) -> Option<&str> {
    let names = tag.attribute("http-equiv").unwrap_or_default();
    let is_policy = tag.name() == "meta" && names.trim().eq_ignore_ascii_case("content-security-policy");
    is_policy.then(|| tag.attribute("content").unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Blocked, Rules, scan};
    use crate::config::Config;

    const POLICY: &str = "<meta http-equiv=content-security-policy content=\"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'\">";

    fn in_page(html: &str) -> Vec<(&'static str, String)> {
        let config = Config { base_url: Some("https://plan.example/x/".to_owned()), ..Config::default() };
        let addresses = scan(html.as_bytes(), &Rules::of(&config)).into_iter().map(|blocked| match blocked {
            Blocked::Address { what, address } => (what, address),
            Blocked::Inline(words) => ("", format!("inline {words}")),
            Blocked::ByOwnPolicy => ("", "policy".to_owned()),
            Blocked::Nothing => ("", "no policy".to_owned()),
        });
        addresses.collect()
    }

    fn found(html: &str) -> Vec<(&'static str, String)> {
        in_page(&[POLICY, html].concat())
    }

    #[test]
    fn a_page_without_the_policy_is_named() {
        assert_eq!(found("<p>x</p>"), []);
        assert_eq!(in_page("<p>x</p>"), [("", "no policy".to_owned())]);
        let open = POLICY.replace("'none'", "*");
        assert_eq!(in_page(&open), [("", "policy".to_owned())]);
        // Browsers follow the stricter of two.
        assert_eq!(in_page(&[POLICY, &open].concat()), []);
    }

    #[test]
    fn what_a_browser_would_load_is_reported_however_it_is_written() {
        let (script, image, frame) = ("script-src", "img-src", "frame-src");
        for (html, what, address) in [
            ("<script src=\"https://s.example/a.js\" defer></script>", script, "https://s.example/a.js"),
            (
                "<script\n\tsrc=\"https://s.example/a.js\"\n\tdefer></script>",
                script,
                "https://s.example/a.js",
            ),
            ("<SCRIPT SRC='//s.example/a.js'></SCRIPT>", script, "//s.example/a.js"),
            ("<script async src = HTTPS://s.example/a.js></script>", script, "HTTPS://s.example/a.js"),
            ("<svg><script xlink:href='https://s.example/a.js'/></svg>", script, "https://s.example/a.js"),
            ("<img alt='>' src=\"https://i.example/?a&amp;b\">", image, "https://i.example/?a&b"),
            (
                "<img src=x.png srcset=\"x.png 1x, https://i.example/2.png 2x\">",
                image,
                "https://i.example/2.png",
            ),
            (
                "<picture><source srcset='https://i.example/2.png'></picture>",
                image,
                "https://i.example/2.png",
            ),
            ("<video poster='https://i.example/p.png'></video>", image, "https://i.example/p.png"),
            ("<input type=IMAGE src='https://i.example/p.png'>", image, "https://i.example/p.png"),
            ("<svg><image href='https://i.example/p.svg'/></svg>", image, "https://i.example/p.svg"),
            (
                "<link rel=\"shortcut ICON\" href=\"https://i.example/f.ico\">",
                image,
                "https://i.example/f.ico",
            ),
            (
                "<link rel=preload as=image href=x imagesrcset='https://i.example/p.png 2x'>",
                image,
                "https://i.example/p.png",
            ),
            ("<link href='https://s.example/m.js' rel=modulepreload>", script, "https://s.example/m.js"),
            ("<link rel=preload as=fetch href=//a.example/d>", "connect-src", "//a.example/d"),
            ("<iframe src='https://f.example/'></iframe>", frame, "https://f.example/"),
            (
                "<link\n rel=\"stylesheet\" href=\"https://c.example/s.css\">",
                "style-src",
                "https://c.example/s.css",
            ),
            ("<link href=https://c.example/m.json rel=manifest>", "manifest-src", "https://c.example/m.json"),
            ("<video><source src='https://v.example/f.mp4'></video>", "media-src", "https://v.example/f.mp4"),
            ("<audio src='https://v.example/f.mp3'></audio>", "media-src", "https://v.example/f.mp3"),
            ("<object data='https://v.example/f.svg'></object>", "object-src", "https://v.example/f.svg"),
            ("<embed src='https://v.example/f.svg'>", "object-src", "https://v.example/f.svg"),
            ("<img src='data:image/png;base64,AA'>", image, "data:image/png;base64,AA"),
            ("<link rel=icon href=data:,>", image, "data:,"),
            ("<iframe src='../items/index.html'></iframe>", frame, "items/index.html"),
            ("<iframe src='https://plan.example/x/'></iframe>", frame, "https://plan.example/x/"),
            ("<video src=assets/f.mp4></video>", "media-src", "assets/f.mp4"),
            ("<audio><source src=f.mp3></audio>", "media-src", "f.mp3"),
            ("<object data=x.pdf></object>", "object-src", "x.pdf"),
            ("<link rel=manifest href=site.webmanifest>", "manifest-src", "site.webmanifest"),
            ("<link rel=Prefetch href=items/index.html>", "prefetch-src", "items/index.html"),
            ("<form action='https://f.example/send'></form>", "form-action", "https://f.example/send"),
            ("<form action=send></form>", "form-action", "send"),
            ("<button formaction=send>x</button>", "form-action", "send"),
            ("<base href=/y/>", "base-uri", "y/"),
            (
                "<svg><use href='https://i.example/x.svg#a'/></svg>",
                crate::loads::wanted::PARTS,
                "https://i.example/x.svg#a",
            ),
            ("<script>\n var a = 1;</script>", "", "inline var a = 1;"),
            ("<script\ttype='module'>import 'x'</script>", "", "inline import 'x'"),
        ] {
            assert_eq!(found(html), [(what, address.to_owned())], "{html}");
        }
    }

    #[test]
    fn what_no_browser_loads_from_another_site_is_not_reported() {
        for html in [
            "<a href=\"https://a.example/\">https://a.example/x.js</a>",
            "<link rel=\"canonical\" href=\"https://a.example/\"><link rel=alternate href=//a.example>",
            "<img src=\"x.png\" data-src=\"https://a.example/\" alt=\"<img src='https://a.example/'>\">",
            "<!-- <script src=\"https://a.example/a.js\"></script> -->",
            "<textarea><script src=\"https://a.example/a.js\"></script></textarea>",
            "<script type=\"application/ld+json\">{\"src\": \"https://a.example/\"}</script>",
            "<script type=\"text/x-template\"><img src=\"https://a.example/\"></script>",
            "<script\n\tsrc=\"../a.js\"></script><input src=\"https://a.example/\">",
            "<script src=\"https://plan.example/x/assets/a.js\"></script>",
            "<svg><use href='#a'/><use href='icons.svg#a'/><use href='https://plan.example/x/a.svg#a'/></svg><form role=search></form><iframe src=about:blank>",
            "<link rel=preload as=font href=a.woff2><link rel=preload as=style href=a.css><img src=a.png>",
            "<link rel=stylesheet href=a.css><p id=data:>data:x</p><img alt='data:' src=a.png>",
            "<meta property=\"og:image\" content=\"https://a.example/\">",
        ] {
            assert_eq!(found(html), [], "{html}");
        }
    }
}
