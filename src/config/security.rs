//! `[security]`: which other sites the pages may load from. What browsers are sent as the policy is made here and nowhere else:
//! for the head of the pages, for the headers of hosts, and for the preview.

use crate::diag::{Diagnostic, Spanned, code};
use crate::fields::Fields;
use crate::web_address::origin;

/// What a page may load from another site: a key of `book.toml`, and a directive of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loaded {
    /// Scripts, such as those that count readers.
    Script,
    /// Pictures.
    Image,
    /// What scripts fetch and send.
    Connection,
    /// Pages within the page, such as films and maps.
    Frame,
}

use Loaded::{Connection, Frame, Image, Script};

const ALL: [Loaded; 4] = [Script, Image, Connection, Frame];

impl Loaded {
    /// What has this key and directive.
    pub fn of_directive(directive: &str) -> Option<Self> {
        ALL.into_iter().find(|loaded| loaded.key() == directive)
    }

    /// Its key and its directive.
    pub const fn key(self) -> &'static str {
        match self {
            Script => "script-src",
            Image => "img-src",
            Connection => "connect-src",
            Frame => "frame-src",
        }
    }
}

/// Where a page loads something from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadedFrom<'a> {
    /// The site itself.
    Site,
    /// An address of another site, with its scheme; or of no site, such as `data:…`.
    Address(&'a str),
}

/// The origins of other sites that pages may load from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Security([Vec<String>; ALL.len()]);

impl Security {
    /// The policy of every page, as browsers read it: nothing but what the site itself has, and what the book allows. It has
    /// no `"`, so that it can stand in an attribute.
    pub fn policy(&self) -> String {
        let own = |loaded: Loaded| [loaded.key(), " 'self'", &self.listed(loaded)].concat();
        let frames = self.listed(Frame);
        let frames = if frames.is_empty() { String::new() } else { format!("frame-src{frames}; ") };
        format!(
            "default-src 'none'; style-src 'self'; {}; {}; font-src 'self'; {}; {frames}form-action 'none'; base-uri 'none'",
            own(Script),
            own(Image),
            own(Connection)
        )
    }

    /// The policy in a header. Only there can a page say who may frame it: browsers ignore that in a page's own policy.
    pub fn header(&self) -> String {
        format!("{}; frame-ancestors 'none'", self.policy())
    }

    /// The same of a card of an item, which any site may show. Browsers that read this do not look at `X-Frame-Options`.
    pub fn card_header(&self) -> String {
        format!("{}; frame-ancestors *", self.policy())
    }

    fn listed(&self, loaded: Loaded) -> String {
        self.0[loaded as usize].iter().map(|origin| [" ", origin].concat()).collect()
    }
}

/// Whether a policy lets a page load from there what one of its directives is about.
pub fn permits(policy: &str, directive: &str, from: LoadedFrom<'_>) -> bool {
    let sources = |name: &str| policy.split("; ").find_map(|part| part.strip_prefix(name)?.strip_prefix(' '));
    let sources = sources(directive).or_else(|| sources("default-src")).unwrap_or_default();
    sources.split(' ').any(|source| match from {
        LoadedFrom::Site => source == "'self'",
        LoadedFrom::Address(address) => origin(address).is_some_and(|origin| is_from(&origin, source)),
    })
}

/// Whether an origin is the one of a policy, as browsers see it: who may load by `http:` may do so by `https:`.
fn is_from(origin: &str, source: &str) -> bool {
    let safe = || source.strip_prefix("http://").zip(origin.strip_prefix("https://"));
    origin == source || safe().is_some_and(|(source, origin)| source == origin)
}

/// The origin of an address, where a policy can name it.
pub fn origin_of_one_site(address: &str) -> Option<String> {
    origin(address).filter(|origin| names_one_site(origin))
}

/// Reads the section.
pub(super) fn read(mut fields: Fields<'_>) -> Security {
    let origins = ALL.map(|loaded| {
        let mut origins = Vec::new();
        for written in fields.distinct_texts(loaded.key()) {
            match why_not(&written) {
                None => origins.push(written.value.to_ascii_lowercase()),
                Some(problem) => fields.report(problem),
            }
        }
        origins
    });
    fields.finish();
    Security(origins)
}

/// Why a text is no origin. A policy has words of its own, which would open more than one site.
fn why_not(written: &Spanned<String>) -> Option<Diagnostic> {
    let text = &written.value;
    let problem = |message: String| Diagnostic::new(code::WRONG_TYPE, written.span, message);
    let Some(found) = origin(text) else {
        let problem = problem(format!("`{text}` is not the origin of a site"));
        let help = why_never(text).unwrap_or("write the site that the pages load from, with https:// and its full name, as in \"https://stats.example\"");
        return Some(match with_scheme(text) {
            Some(meant) => problem.suggest(meant).help(help),
            None => problem.help(help),
        });
    };
    // To the policy, the name with a full stop is another one.
    if let Some(without) = found.strip_suffix('.').filter(|without| names_one_site(without)) {
        let message = format!("`{text}` ends in a full stop");
        return Some(problem(message).suggest(without).help(format!("write `{without}`")));
    }
    if !names_one_site(&found) {
        let message = format!("`{text}` does not name one site");
        let help = why_never(text).unwrap_or("write the full name of each site that the pages load from");
        return Some(problem(message).help(help));
    }
    // `HTTPS://Stats.Example` is the same.
    if !text.eq_ignore_ascii_case(&found) {
        let message = format!("`{text}` is more than the origin of a site: its scheme, name and port");
        return Some(problem(message).suggest(found));
    }
    None
}

/// Why a word of policies is not taken here, in whatever setting.
fn why_never(text: &str) -> Option<&'static str> {
    match text {
        "'self'" | "'none'" => Some(
            "remove it: pages may load what the site itself has, and from the sites that are listed here",
        ),
        _ if text.starts_with('\'') => Some(
            "a word in single quotation marks is never allowed: with it, browsers would run code that somebody else put into a page; put your scripts into files in static/ of the theme",
        ),
        _ if text.contains('*') => Some(
            "`*` is never allowed: anybody may have a site with such a name; write the full name of each site that the pages load from",
        ),
        _ if text.ends_with(':') => Some(
            "a scheme alone is never allowed: it stands for more than one site; write the full name of each site that the pages load from",
        ),
        _ => None,
    }
}

/// The origin of somebody who left out its scheme.
fn with_scheme(text: &str) -> Option<String> {
    let host = text.strip_prefix("//").unwrap_or(text);
    let meant = origin_of_one_site(&["https://", host].concat())?;
    (meant.contains('.') && !host.contains('@')).then_some(meant)
}

/// Whether an origin is a name that stands for one site in the policy, and for nothing else in the settings of a web server, which
/// have variables of their own.
fn names_one_site(origin: &str) -> bool {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    let (name, port) = host.split_once(':').unwrap_or((host, "1"));
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    name.split('.').all(is_label) && !port.is_empty() && port.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{LoadedFrom, Security, permits};

    #[test]
    fn what_is_not_allowed_stays_as_it_is() {
        let mut security = Security::default();
        let strict = security.policy();
        security.0[super::Frame as usize].push("https://film.example".to_owned());
        assert_eq!(
            security.policy(),
            strict.replace("form-action", "frame-src https://film.example; form-action")
        );
        assert!(!strict.contains("frame-src") && !strict.contains("http"));
    }

    #[test]
    fn what_is_loaded_is_held_against_the_policy() {
        let mut security = Security::default();
        security.0[super::Script as usize].push("http://stats.example".to_owned());
        security.0[super::Image as usize].push("https://i.example:8443".to_owned());
        let policy = security.policy();
        let from = |directive: &str, address: &str| permits(&policy, directive, LoadedFrom::Address(address));
        for address in
            ["http://stats.example/a.js", "https://stats.example/a.js", "HTTPS://Stats.Example:443/?a"]
        {
            assert!(from("script-src", address), "{address}");
        }
        for address in ["https://stats.example./a.js", "https://stats.example:8443/a.js", "data:,x", ""] {
            assert!(!from("script-src", address), "{address}");
        }
        assert!(from("img-src", "https://i.example:8443/") && !from("img-src", "http://i.example:8443/"));
        let own = |directive: &str| permits(&policy, directive, LoadedFrom::Site);
        for directive in ["script-src", "img-src", "style-src", "font-src", "connect-src"] {
            assert!(own(directive), "{directive}");
        }
        for directive in [
            "media-src",
            "frame-src",
            "object-src",
            "manifest-src",
            "form-action",
            "base-uri",
            "prefetch-src",
        ] {
            assert!(!own(directive), "{directive}");
        }
    }
}
