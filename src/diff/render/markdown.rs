//! Changes as a comment on a pull request. Texts of the book come from whoever proposes the change, so nothing in them is
//! obeyed: no HTML, no link, no picture, no call of a person or of another issue, no command to the code host.

use std::fmt::Write as _;

use super::line::Piece;
use super::sections;
use crate::diff::report::{ComparisonReport, Stop};
use crate::report::WAS;

/// How long a comment may be in bytes. GitHub takes 65,536 letters.
const LONGEST: usize = 60_000;
/// What breaks a name that a code host would call, and that no reader sees: WORD JOINER.
const JOINER: char = '\u{2060}';

/// The comment. `base` is where the site stands, so that pages can be opened.
pub fn markdown(report: &ComparisonReport, base: Option<&str>) -> String {
    let errors = report.stopped.iter().filter(|stop| stop.severity == "error").count();
    let verdict = match errors {
        0 => "The merge checks do not stop it.".to_owned(),
        1 => "**The merge checks stop it: 1 error.**".to_owned(),
        count => format!("**The merge checks stop it: {count} errors.**"),
    };
    let mut text =
        format!("**What this change does to the plan:** {}. {verdict}\n", sections::summary(&report.changes));
    if !report.stopped.is_empty() {
        text.push_str("\n### Merge checks\n\n");
        report.stopped.iter().for_each(|stop| text.push_str(&stopped(stop)));
    }
    let mut left_out = 0;
    for section in sections::of(&report.changes, base) {
        let heading = format!("\n### {}\n\n", section.title);
        let mut begun = false;
        for line in &section.lines {
            let line = format!("- {}\n", line.pieces.iter().map(piece).collect::<String>());
            if text.len() + heading.len() + line.len() > LONGEST {
                left_out += 1;
                continue;
            }
            if !begun {
                text.push_str(&heading);
                begun = true;
            }
            text.push_str(&line);
        }
    }
    if left_out > 0 {
        let _ = writeln!(text, "\n{left_out} more changes are not shown: `planbook diff` shows all.");
    }
    for gap in report.gaps() {
        let _ = writeln!(text, "\n{gap}");
    }
    let _ = writeln!(
        text,
        "\nCompared: {} with {}, as of {}.",
        escaped(&report.before),
        escaped(&report.after),
        report.as_of
    );
    text
}

fn stopped(stop: &Stop) -> String {
    let place = match (&stop.path, stop.line) {
        (Some(path), Some(line)) => match path.strip_prefix(WAS) {
            Some(path) => format!(" ({} before the change, line {line})", escaped(path)),
            None => format!(" ({} line {line})", escaped(path)),
        },
        _ => String::new(),
    };
    let allowed = if stop.severity == "error" { "" } else { " This was allowed." };
    let help =
        stop.help.as_deref().map(|help| format!(" *What to do:* {}.", ticked(help))).unwrap_or_default();
    format!("- `{}`{place}: {}.{allowed}{help}\n", stop.code, ticked(&stop.message))
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Ours(words) => (*words).to_owned(),
        Piece::Text(text) => escaped(text),
        Piece::Name(name) => around("**", name),
        Piece::Gone(text) => around("~~", text),
        Piece::New(text) => around("**", text),
        Piece::Link(title, url) => format!("[{}](<{}>)", escaped(title), address(url)),
    }
}

/// A sentence of a check: what stands between two `\`` stays code. Were there one in a name of the book, more or less of the
/// sentence would be code, and nothing else would come of it.
fn ticked(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    let last = pieces.len() - 1;
    let piece = |(at, piece): (usize, &&str)| match at % 2 == 1 {
        true if at < last && !piece.is_empty() => format!("`{piece}`"),
        true => format!("\\`{}", escaped(piece)),
        false => escaped(piece),
    };
    pieces.iter().enumerate().map(piece).collect()
}

/// A text between two marks. A space next to a mark would make a letter of it.
fn around(mark: &str, text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{mark}{}{mark}{after}", escaped(inner))
}

/// A text that stands for itself wherever it is put into a line. It escapes more than files need (`import`): a code host reads
/// names and numbers of issues out of a comment after the Markdown was read.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            _ if c.is_whitespace() || c.is_control() => out.push(' '),
            _ if c.is_ascii_punctuation()
                && !matches!(c, ',' | ';' | '\'' | '"' | '?' | '%' | '$' | '-' | '/' | '=') =>
            {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
        // Code hosts look for names after the Markdown was read, where a `\` is no longer there.
        let calls = matches!(c, '@' | '#' | '!' | '&' | '~' | '%' | '$' | '^');
        if calls && letters.peek().is_some_and(|next| next.is_alphanumeric() || *next == '"') {
            out.push(JOINER);
        }
    }
    out
}

/// An address that ends where it ends.
fn address(url: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'*+,;=%".contains(&byte);
    url.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
