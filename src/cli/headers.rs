//! `planbook headers`: the headers of the site as lines for the settings of a web server.

use std::process::ExitCode;

use clap::ValueEnum;

use super::{say, say_problems};
use crate::config;
use crate::outputs::{WebServer, headers_file, server_lines};

/// Print the headers of the site for the settings of a web server.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook headers nginx             lines for a `server` of nginx\n  planbook headers caddy --internal  lines for a site that asks for a password\n\nThe policy allows what `[security]` in book.toml allows. docs/hosting.md shows where the lines belong."
)]
pub(super) struct Arguments {
    /// The web server or host
    #[arg(value_enum)]
    server: Server,
    /// For the internal site: search engines leave it out, and browsers keep no copy
    #[arg(long)]
    internal: bool,
    #[command(flatten)]
    root: super::Root,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Server {
    /// Lines for a `server` of nginx
    Nginx,
    /// Lines for a virtual host of Apache, or for .htaccess
    Apache,
    /// Lines for `header { … }` in a Caddyfile
    Caddy,
    /// The file _headers of Netlify and Cloudflare Pages, which a build writes too
    Netlify,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, mut problems) = super::load(&arguments.root)?;
    let (config, of_settings) = config::read(&tree);
    problems.retain(|problem| problem.is_error());
    problems.extend(of_settings);
    // A policy that allows less, or more, than was meant is worse than none.
    if problems.iter().any(crate::diag::Diagnostic::is_error) {
        say_problems(&problems, &tree);
        return Ok(ExitCode::from(1));
    }
    let lines = |server| server_lines(server, &config.security, arguments.internal);
    say(&match arguments.server {
        Server::Nginx => lines(WebServer::Nginx),
        Server::Apache => lines(WebServer::Apache),
        Server::Caddy => lines(WebServer::Caddy),
        Server::Netlify => headers_file(&config.security, arguments.internal),
    });
    Ok(ExitCode::SUCCESS)
}
