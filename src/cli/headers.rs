//! `planbook headers`: the headers of the site as lines for the settings of a web server.

use std::process::ExitCode;

use clap::ValueEnum;

use super::site::{parse_audience, parse_url};
use super::{say, say_problems};
use crate::config;
use crate::diag::Severity;
use crate::outputs::{HeaderSettings, WebServer, headers_file, server_lines};
use crate::vocabulary::Audience;

/// Print the headers of the site for the settings of a web server.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook headers nginx             lines for a `server` of nginx\n  planbook headers caddy --audience internal  lines for a site that asks for a password\n\nThe policy allows what `[security]` in book.toml allows. With `embed` in `[outputs]`, other sites can\nshow the pages below /embed/, which get other headers. docs/hosting.md shows where the lines belong."
)]
pub(super) struct Arguments {
    /// The web server or host
    #[arg(value_enum)]
    server: Server,
    /// The audience: browsers keep no copy of the internal site, and search engines leave it out
    #[arg(long, value_name = "public|internal", default_value = "public", value_parser = parse_audience)]
    audience: Audience,
    /// The URL of the published site, as of `build`; overrides base-url in book.toml
    #[arg(long, value_name = "URL", value_parser = parse_url)]
    base_url: Option<String>,
    #[command(flatten)]
    root: super::Root,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Server {
    /// Lines for a `server` of nginx
    Nginx,
    /// Lines for a virtual host of Apache, or for .htaccess
    Apache,
    /// Lines for `header { … }` in a Caddyfile; with `embed`, the whole blocks
    Caddy,
    /// The file _headers of Netlify and Cloudflare Pages, which a build writes too
    Netlify,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, _) = super::load(&arguments.root)?;
    let (mut config, problems) = config::read(&tree);
    // Of settings with a mistake, the policy is not the one that was meant.
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        say_problems(&problems, &tree);
        return Ok(ExitCode::from(1));
    }
    config.base_url = arguments.base_url.clone().or(config.base_url);
    let settings = HeaderSettings::new(&config, arguments.audience);
    let lines = |server| server_lines(server, &settings);
    say(&match arguments.server {
        Server::Nginx => lines(WebServer::Nginx),
        Server::Apache => lines(WebServer::Apache),
        Server::Caddy => lines(WebServer::Caddy),
        Server::Netlify => headers_file(&settings),
    });
    Ok(ExitCode::SUCCESS)
}
