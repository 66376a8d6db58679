//! Files in which hosts and web servers look for settings. They could undo what the site says of itself: its policy, its headers,
//! who may read it. Texts come from many people, so no file of the content is one of these.

/// Names of such files, in small letters, in any folder. `_headers` and `_redirects` are files that planbook writes.
const NAMES: [&str; 27] = [
    // Web servers
    ".htaccess",
    ".htpasswd",
    ".htdigest",
    ".user.ini",
    "web.config",
    "caddyfile",
    "nginx.conf",
    // Hosts
    "staticwebapp.config.json",
    "routes.json",
    "_routes.json",
    "_worker.js",
    "vercel.json",
    "now.json",
    "netlify.toml",
    "firebase.json",
    "static.json",
    "serve.json",
    "staticfile",
    "staticfile.auth",
    "wrangler.json",
    "wrangler.jsonc",
    "wrangler.toml",
    "customhttp.yml",
    "_config.yml",
    // Surge, by its own names
    "cors",
    "auth",
    "router",
];

/// Whether a host takes settings from a file at this address.
pub(super) fn is_host_settings(address: &str) -> bool {
    let name = address.rsplit('/').next().unwrap_or(address);
    NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// What is done instead.
pub(super) fn instead(address: &str) -> &'static str {
    let lower = address.to_ascii_lowercase();
    if lower.rsplit('/').next().is_some_and(|name| name.starts_with(".ht")) {
        "put it on the server yourself, beside index.html, and leave it there when you copy the site: `rsync --exclude .htaccess`; `planbook headers apache` prints the lines for the site"
    } else {
        "make these settings at the host itself; `[security]` in book.toml names the sites from which pages may load something, and redirects are lines of content/static/_redirects"
    }
}
