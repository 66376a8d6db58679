//! `planbook serve`

use std::collections::BTreeSet;
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;

use anyhow::Context as _;

use super::site::Which;
use super::{say, say_error, say_problems, say_timings, today};
use crate::config;
use crate::diag::Diagnostic;
use crate::report;
use crate::serve::{self, Generation, Notice, Settings};

/// The port when none is asked for.
const PORT: u16 = 4000;

/// Preview the site in a browser while you write.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook serve                          then open http://127.0.0.1:4000/\n  planbook serve --open                   opens the browser too\n  planbook serve --audience internal      with internal content\n  planbook serve --as-of 2012-12-31       the plan as of that date\n  planbook serve --port 0                 the system chooses a free port\n\nWhen you save a file, the open pages reload. Problems of the book appear above the page and here. Writes nothing to the disk. Ctrl-C stops the server."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    /// The address to listen on; if it is not 127.0.0.1, other machines can reach the server
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: String,
    /// The port [default: 4000, or the next free port]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Open the browser
    #[arg(long)]
    open: bool,
    /// Look at all files twice a second, for systems that do not report changes
    #[arg(long)]
    poll: bool,
    /// The URL that opens a file in your editor, or none [default: vscode://file/{path}:{line}:{column}]
    #[arg(long, value_name = "PATTERN", value_parser = parse_editor)]
    editor: Option<String>,
}

fn parse_editor(text: &str) -> Result<String, String> {
    match config::editor_address(text) {
        true => Ok(text.to_owned()),
        false => Err("write a URL such as vscode://file/{path}:{line}:{column}, or none".to_owned()),
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    // Asked for first, so that Ctrl-C ends well at any time.
    let (end, ended) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = end.send(());
    })
    .context("cannot handle Ctrl-C")?;
    let running = serve::start(settings(arguments))?;
    if !running.is_loopback() {
        say_error(
            "warning: everybody who can reach this machine can now read this book, also unpublished content\n",
        );
    }
    let address = running.address();
    if arguments.port.is_none() && address.port() != PORT {
        say_error(&format!("port {PORT} is in use, so the server uses port {}\n", address.port()));
    }
    let shown = format!("http://{address}/");
    say(&format!("{shown}\n"));
    if arguments.open && !open(&shown) {
        say_error("planbook could not open a browser: open the URL yourself\n");
    }
    let _ = ended.recv();
    running.stop();
    Ok(ExitCode::SUCCESS)
}

fn settings(arguments: &Arguments) -> Settings {
    Settings {
        root: arguments.which.root.root.clone(),
        host: arguments.host.trim_matches(['[', ']']).to_owned(),
        port: arguments.port.unwrap_or(PORT),
        any_port: arguments.port.is_none(),
        audience: arguments.which.reader.audience,
        as_of: arguments.which.as_of,
        base_url: arguments.which.base_url.clone(),
        repository: arguments.which.repository(),
        editor: arguments.editor.clone(),
        poll: arguments.poll,
        today,
        notify: Box::new({
            let shown = Mutex::default();
            move |notice| print(notice, &shown)
        }),
    }
}

/// Problems by what is said of them, whatever the line: a line above may have come since.
type Known = BTreeSet<(&'static str, String)>;

fn print(notice: &Notice<'_>, shown: &Mutex<Known>) {
    match notice {
        Notice::Generation(generation, took) => {
            let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
            tell_generation(generation, *took, &mut shown);
        }
        Notice::Trouble(sentence) => say_error(&format!("error: {sentence}\n")),
    }
}

/// The problems that are new, and the line that counts them all.
fn tell_generation(generation: &Generation, took: Duration, shown: &mut Known) {
    let sentence = |problem: &Diagnostic| problem.lasting.as_ref().unwrap_or(&problem.message).clone();
    let name = |problem: &Diagnostic| (problem.code.name, sentence(problem));
    let new: Vec<Diagnostic> =
        generation.problems.iter().filter(|problem| !shown.contains(&name(problem))).cloned().collect();
    *shown = generation.problems.iter().map(name).collect();
    say_problems(&new, &generation.tree);
    if let Some(trouble) = &generation.trouble {
        say_error(&format!("error: {trouble}\n"));
    }
    let counted = match &generation.trouble {
        Some(_) => "the book could not be read".to_owned(),
        None => report::summary(&generation.problems),
    };
    let old = if generation.stale { "; the pages still show the last version without errors" } else { "" };
    let (number, took) = (&generation.number, took.as_millis());
    say_error(&format!("generation {number}: {counted} in {took} ms{old}\n"));
    // The start. What follows says itself how long it took.
    if *number == 1 {
        say_timings();
    }
}

/// Asks the system to open an address.
fn open(address: &str) -> bool {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let silent = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    silent.spawn().is_ok()
}
