//! The headers that a host should send with every file of the site.

use super::output::{Output, OutputPage, bytes};
use crate::config::Security;
use crate::page::Context;
use crate::vocabulary::Audience;

/// `_headers`.
pub(super) const OUTPUT: Output = Output { name: "headers", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let internal = context.published.audience == Audience::Internal;
    let headers = headers(&context.config.security, internal);
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

/// The headers in the form that Netlify and Cloudflare Pages read.
fn headers(security: &Security, internal: bool) -> String {
    let mut text = format!("/*\n  Content-Security-Policy: {}\n", security.header());
    let noindex = internal.then_some(("X-Robots-Tag", "noindex"));
    for (name, value) in HEADERS.iter().copied().chain(noindex) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text
}
