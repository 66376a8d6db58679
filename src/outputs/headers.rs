//! The headers that a host should send with every file of the site.

use super::output::{Output, OutputPage, bytes};
use crate::page::Context;
use crate::vocabulary::Audience;

/// `_headers`.
pub(super) const OUTPUT: Output = Output { name: "headers", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let internal = context.published.audience == Audience::Internal;
    vec![bytes("_headers".to_owned(), headers(internal).into_bytes())]
}

/// What a page may load and do, as `base.html` says it to browsers: nothing but what the site itself has.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'";

/// The headers that a host should send with every file, but for the policy.
pub const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// The headers in the form that Netlify and Cloudflare Pages read. Only here can a page say who may frame it: browsers
/// ignore that in a page's own policy.
fn headers(internal: bool) -> String {
    let mut text = format!("/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n");
    let noindex = internal.then_some(("X-Robots-Tag", "noindex"));
    for (name, value) in HEADERS.iter().copied().chain(noindex) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text
}
