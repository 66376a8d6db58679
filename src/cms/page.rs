//! The page that holds the forms.

use super::backend::Host;
use crate::config::Config;

/// Starts the forms. The package has their menus in other languages in a form that browsers do not load, so they are in
/// English until it has. A page of its own policy has no script in its text.
const START: &str = r#"const key = "sveltia-cms.prefs";
const preferences = JSON.parse(localStorage.getItem(key) ?? "{}");
localStorage.setItem(key, JSON.stringify({ ...preferences, locale: "en-US" }));
const { default: forms } = await import("./cms/index.js");
forms.init();
"#;

/// The page and the script that starts the forms, with their names.
pub fn pages(config: &Config, host: Host) -> Vec<(String, Vec<u8>)> {
    vec![
        ("index.html".to_owned(), page(config, host).into_bytes()),
        ("start.js".to_owned(), START.as_bytes().to_vec()),
    ]
}

/// The page. Its policy allows the script beside it, and connections to the code host.
fn page(config: &Config, host: Host) -> String {
    let title = escaped(&config.title);
    let policy = escaped(&policy(config, host));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <title>{title}</title>\n\
         <link rel=\"cms-config-url\" type=\"application/json\" href=\"config.json\">\n\
         </head>\n<body>\n<noscript>The forms need JavaScript.</noscript>\n\
         <script type=\"module\" src=\"start.js\"></script>\n</body>\n</html>\n"
    )
}

fn policy(config: &Config, host: Host) -> String {
    let hosts = host.connects_to(config.repository.as_ref());
    let connect: String = hosts.iter().map(|host| format!(" {host}")).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; \
         img-src 'self' blob: data: https:; font-src 'self' data:; connect-src 'self' blob: data:{connect}; \
         media-src 'self' blob:; frame-src blob:; base-uri 'none'; form-action 'none'"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
