//! The headers that a host should send with every file of the site.

use super::output::{Output, OutputPage, bytes};
use crate::config::{Config, OptionalOutput, Security};
use crate::page::Context;
use crate::route::{Route, base_path};
use crate::vocabulary::Audience;

/// `_headers`.
pub(super) const OUTPUT: Output = Output { name: "headers", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let settings = HeaderSettings::new(&context.config, context.published.audience);
    vec![bytes("_headers".to_owned(), headers_file(&settings).into_bytes())]
}

/// The headers that a host should send with every file, but for the policy.
pub const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (FRAMES, "DENY"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (RESOURCES, "same-origin"),
];

const POLICY: &str = "Content-Security-Policy";
/// Says to old browsers who may show a page in a frame: nobody, or all where it is not sent.
const FRAMES: &str = "X-Frame-Options";
/// Says which sites may use a file. A frame without a site of its own counts as another.
const RESOURCES: &str = "Cross-Origin-Resource-Policy";

/// What a file is to other sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServedAs {
    /// A page or file that no other site may show.
    Page,
    /// A card of an item, or its style sheet: any site may show it.
    Card,
}

impl ServedAs {
    /// What the file at a path is in the site of a book.
    pub fn of(path: &str, config: &Config) -> Self {
        let is_card = config.makes(OptionalOutput::Embed) && Route::is_card(path);
        if is_card { Self::Card } else { Self::Page }
    }

    /// Its policy.
    pub fn policy(self, security: &Security) -> String {
        match self {
            Self::Page => security.header(),
            Self::Card => security.card_header(),
        }
    }
}

/// The headers, but for the policy.
pub fn fixed_headers(served: ServedAs) -> impl Iterator<Item = (&'static str, &'static str)> {
    HEADERS.iter().filter_map(move |(name, value)| match (served, *name) {
        (ServedAs::Card, FRAMES) => None,
        (ServedAs::Card, RESOURCES) => Some((RESOURCES, "cross-origin")),
        (_, name) => Some((name, *value)),
    })
}

/// What the headers of a site depend on.
#[derive(Debug, Clone)]
pub struct HeaderSettings {
    security: Security,
    internal: bool,
    /// The path at which the site stands.
    base: String,
    /// Whether it has cards for other sites.
    has_cards: bool,
}

impl HeaderSettings {
    /// Those of the site of a book.
    pub fn new(config: &Config, audience: Audience) -> Self {
        Self {
            security: config.security.clone(),
            internal: audience == Audience::Internal,
            base: base_path(config.base_url.as_deref()),
            has_cards: config.makes(OptionalOutput::Embed),
        }
    }

    /// Policy and fixed headers, in this order.
    fn headers(&self, served: ServedAs) -> Vec<(&'static str, String)> {
        let policy = (POLICY, served.policy(&self.security));
        std::iter::once(policy).chain(fixed_headers(served).map(owned)).collect()
    }

    /// The same with those that hosts know by themselves.
    fn server_headers(&self, served: ServedAs) -> Vec<(&'static str, String)> {
        let of_audience: &[(&str, &str)] = match self.internal {
            true => &[("X-Robots-Tag", "noindex"), ("Cache-Control", "no-store")],
            false => &[("Cache-Control", "no-cache")],
        };
        let mut headers = self.headers(served);
        headers.extend(of_audience.iter().copied().map(owned));
        headers
    }

    /// A regular expression for the paths of cards, which needs no quotation marks anywhere: what could mean something else in an
    /// expression or in the settings of a server stands for any characters of a name.
    fn card_pattern(&self) -> String {
        let mut pattern = "^".to_owned();
        for c in self.base.chars() {
            match c {
                'a'..='z' | 'A'..='Z' | '0'..='9' | '/' | '-' | '_' => pattern.push(c),
                _ if pattern.ends_with(ANY) => {}
                _ => pattern.push_str(ANY),
            }
        }
        pattern + Route::EMBED + "/"
    }
}

const ANY: &str = "[^/]+";

fn owned((name, value): (&'static str, &'static str)) -> (&'static str, String) {
    (name, value.to_owned())
}

/// A web server that gets its headers from settings of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebServer {
    /// Lines of a `server`, or of a `location` where the site has no cards.
    Nginx,
    /// Lines of a virtual host or of `.htaccess`.
    Apache,
    /// Lines of `header { … }`; of the block of the site where it has cards.
    Caddy,
}

/// The headers as lines of the settings of a web server. The policy of a header has no `"`.
pub fn server_lines(server: WebServer, settings: &HeaderSettings) -> String {
    let line = |(name, value): &(&str, String)| match server {
        WebServer::Nginx => format!("add_header {name} \"{value}\" always;\n"),
        WebServer::Apache => format!("Header always set {name} \"{value}\"\n"),
        WebServer::Caddy => format!("{name} \"{value}\"\n"),
    };
    let lines = |served, indent: &str| -> String {
        settings.server_headers(served).iter().map(|header| [indent, &line(header)].concat()).collect()
    };
    let pages = lines(ServedAs::Page, "");
    if !settings.has_cards {
        return pages;
    }
    let pattern = settings.card_pattern();
    match server {
        WebServer::Nginx => {
            format!("{pages}location ~ {pattern} {{\n{}}}\n", lines(ServedAs::Card, "    "))
        }
        WebServer::Apache => pages + &apache_cards(settings, &pattern),
        // Two matchers that exclude each other: which of two `header` comes first is for Caddy to say.
        WebServer::Caddy => format!(
            "@cards path_regexp {pattern}\n@pages not path_regexp {pattern}\nheader @pages {{\n{}}}\nheader @cards {{\n{}}}\n",
            lines(ServedAs::Page, "\t"),
            lines(ServedAs::Card, "\t")
        ),
    }
}

/// What Apache sends in the place of other headers with a card.
fn apache_cards(settings: &HeaderSettings, pattern: &str) -> String {
    let condition = format!("\"expr=%{{REQUEST_URI}} =~ m#{pattern}#\"");
    overrides(settings)
        .map(|(name, value)| match value {
            Some(value) => format!("Header always set {name} \"{value}\" {condition}\n"),
            None => format!("Header always unset {name} {condition}\n"),
        })
        .collect()
}

/// The headers that are others with a card, or absent there.
fn overrides(settings: &HeaderSettings) -> impl Iterator<Item = (&'static str, Option<String>)> {
    let of_cards = settings.headers(ServedAs::Card);
    settings.headers(ServedAs::Page).into_iter().filter_map(move |(name, of_pages)| {
        let of_card = of_cards.iter().find(|(other, _)| *other == name).map(|(_, value)| value.clone());
        (of_card.as_ref() != Some(&of_pages)).then_some((name, of_card))
    })
}

/// The headers in the form that Netlify and Cloudflare Pages read. Both send what all rules say that fit a path. Of one header
/// that two of them have, Netlify takes the later; Cloudflare takes both, unless a line with `!` removes the earlier. Netlify
/// passes over such lines, and the header for old browsers that it sends anyway counts for less than the policy.
pub fn headers_file(settings: &HeaderSettings) -> String {
    let mut text = "/*\n".to_owned();
    let noindex = settings.internal.then(|| owned(("X-Robots-Tag", "noindex")));
    for (name, value) in settings.headers(ServedAs::Page).into_iter().chain(noindex) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    if settings.has_cards {
        text.push_str(&format!("{}{}/*\n", settings.base, Route::EMBED));
        overrides(settings).for_each(|(name, _)| text.push_str(&format!("  ! {name}\n")));
        for (name, value) in overrides(settings) {
            text.extend(value.map(|value| format!("  {name}: {value}\n")));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(base: &str) -> String {
        let config = Config { base_url: Some(base.to_owned()), ..Config::default() };
        HeaderSettings::new(&config, Audience::Public).card_pattern()
    }

    #[test]
    fn the_paths_of_cards_are_an_expression_without_signs_of_servers() {
        for (base, expected) in [
            ("https://plan.example/", "^/embed/"),
            ("https://plan.example/our-plan/", "^/our-plan/embed/"),
            ("https://plan.example/v1.2/", "^/v1[^/]+2/embed/"),
            ("https://plan.example/%E6%B0%B4/", "^/[^/]+E6[^/]+B0[^/]+B4/embed/"),
            ("https://plan.example/$a;'#x/", "^/[^/]+a[^/]+x/embed/"),
        ] {
            assert_eq!(pattern(base), expected);
        }
    }
}
