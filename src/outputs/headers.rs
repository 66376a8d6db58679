//! The headers that a host should send with every file of the site.

use super::output::{Output, OutputPage, bytes};
use crate::config::Security;
use crate::page::Context;
use crate::vocabulary::Audience;

/// `_headers`.
pub(super) const OUTPUT: Output = Output { name: "headers", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let internal = context.published.audience == Audience::Internal;
    let headers = headers_file(&context.config.security, internal);
    vec![bytes("_headers".to_owned(), headers.into_bytes())]
}

/// The headers that a host should send with every file, but for the policy.
pub const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// A web server that gets its headers from settings of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebServer {
    /// Lines of a `server` or `location`.
    Nginx,
    /// Lines of a virtual host or of `.htaccess`.
    Apache,
    /// Lines of `header { … }`.
    Caddy,
}

/// The headers as lines of the settings of a web server. The policy of a header has no `"`.
pub fn server_lines(server: WebServer, security: &Security, internal: bool) -> String {
    let policy = ("Content-Security-Policy", security.header());
    let fixed = HEADERS.iter().map(|(name, value)| (*name, (*value).to_owned()));
    let of_audience: &[(&str, &str)] = match internal {
        true => &[("X-Robots-Tag", "noindex"), ("Cache-Control", "no-store")],
        false => &[("Cache-Control", "no-cache")],
    };
    let of_audience = of_audience.iter().map(|(name, value)| (*name, (*value).to_owned()));
    let line = |(name, value): (&str, String)| match server {
        WebServer::Nginx => format!("add_header {name} \"{value}\" always;\n"),
        WebServer::Apache => format!("Header always set {name} \"{value}\"\n"),
        WebServer::Caddy => format!("{name} \"{value}\"\n"),
    };
    std::iter::once(policy).chain(fixed).chain(of_audience).map(line).collect()
}

/// The headers in the form that Netlify and Cloudflare Pages read.
pub fn headers_file(security: &Security, internal: bool) -> String {
    let mut text = format!("/*\n  Content-Security-Policy: {}\n", security.header());
    let noindex = internal.then_some(("X-Robots-Tag", "noindex"));
    for (name, value) in HEADERS.iter().copied().chain(noindex) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text
}
