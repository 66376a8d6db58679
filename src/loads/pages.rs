//! What finished pages load from other sites, and whether browsers will let them. It reads the pages as they are, so it covers
//! the templates of a book's own theme.

use super::tags::{LoadingTag, loading_tags};
use super::wanted::{What, of_other_site, wanted};
use crate::config::{Config, Security};
use crate::web_address::origin;

/// What the policy of a site keeps a page from loading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Blocked {
    /// Something at an address of another site.
    Address {
        /// What it is.
        what: What,
        /// As it is written.
        address: String,
    },
    /// All that `[security]` allows: the page has a policy of its own.
    ByOwnPolicy,
    /// A script in the page itself: its first words.
    Inline(String),
}

/// What of a page a browser will not load.
pub fn scan(html: &[u8], config: &Config) -> Vec<Blocked> {
    let tags = loading_tags(html);
    let mut found: Vec<Blocked> = tags.iter().flat_map(|tag| of_tag(tag, config)).collect();
    found.extend(
        tags.iter()
            .filter(|tag| is_inline_script(tag))
            .map(|tag| Blocked::Inline(words_at(&html[tag.end..]))),
    );
    let policy = tags.iter().find_map(own_policy);
    if policy.is_some_and(|own| config.security != Security::default() && own != config.security.policy()) {
        found.push(Blocked::ByOwnPolicy);
    }
    found
}

/// What of the addresses of an element is not loaded.
fn of_tag(tag: &LoadingTag, config: &Config) -> Vec<Blocked> {
    let own = config.base_url.as_deref().and_then(origin);
    let is_blocked = |what: What, address: &str| {
        let Some(full) = of_other_site(address) else { return false };
        let is_own = own.is_some() && origin(&full) == own;
        !is_own && !what.is_some_and(|loaded| config.security.allows(loaded, &full))
    };
    let blocked = wanted(tag).into_iter().filter(|(what, address)| is_blocked(*what, address));
    blocked.map(|(what, address)| Blocked::Address { what, address: address.trim().to_owned() }).collect()
}

/// Whether this is a script that stands in the page; data for machines are none.
fn is_inline_script(tag: &LoadingTag) -> bool {
    let is_elsewhere = ["src", "href", "xlink:href"].iter().any(|name| tag.attribute(name).is_some());
    let kind = tag.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    let is_run = matches!(
        kind.as_str(),
        "" | "module" | "importmap" | "speculationrules" | "text/jscript" | "text/livescript"
    ) || kind.ends_with("javascript")
        || kind.ends_with("ecmascript");
    tag.name() == "script" && !is_elsewhere && is_run
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
    use super::{Blocked, scan};
    use crate::config::{Config, Loaded};

    fn found(html: &str) -> Vec<(Option<Loaded>, String)> {
        let config = Config { base_url: Some("https://plan.example/x/".to_owned()), ..Config::default() };
        let addresses = scan(html.as_bytes(), &config).into_iter().map(|blocked| match blocked {
            Blocked::Address { what, address } => (what, address),
            Blocked::Inline(words) => (None, format!("inline {words}")),
            Blocked::ByOwnPolicy => (None, "policy".to_owned()),
        });
        addresses.collect()
    }

    #[test]
    fn what_a_browser_would_load_is_reported_however_it_is_written() {
        let (script, image, frame) = (Some(Loaded::Script), Some(Loaded::Image), Some(Loaded::Frame));
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
            ("<link rel=preload as=fetch href=//a.example/d>", Some(Loaded::Connection), "//a.example/d"),
            ("<iframe src='https://f.example/'></iframe>", frame, "https://f.example/"),
            ("<link\n rel=\"stylesheet\" href=\"https://c.example/s.css\">", None, "https://c.example/s.css"),
            ("<link href=https://c.example/m.json rel=manifest>", None, "https://c.example/m.json"),
            ("<video><source src='https://v.example/f.mp4'></video>", None, "https://v.example/f.mp4"),
            ("<audio src='https://v.example/f.mp3'></audio>", None, "https://v.example/f.mp3"),
            ("<object data='https://v.example/f.svg'></object>", None, "https://v.example/f.svg"),
            ("<embed src='https://v.example/f.svg'>", None, "https://v.example/f.svg"),
            ("<script>\n var a = 1;</script>", None, "inline var a = 1;"),
            ("<script\ttype='module'>import 'x'</script>", None, "inline import 'x'"),
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
            "<meta property=\"og:image\" content=\"https://a.example/\">",
        ] {
            assert_eq!(found(html), [], "{html}");
        }
    }
}
