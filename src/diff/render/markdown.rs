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
    let summary = sections::summary_of_plans(report);
    let mut text = format!("**What this change does to the plan:** {summary}. {verdict}\n");
    if !report.stopped.is_empty() {
        text.push_str("\n### Merge checks\n\n");
        report.stopped.iter().for_each(|stop| text.push_str(&stopped(stop)));
    }
    let mut left_out = 0;
    let mut of_plan = None;
    let plans = sections::of_plans(report, base);
    let plans = plans.iter().flat_map(|plan| plan.sections.iter().map(move |section| (plan, section)));
    for (plan, section) in plans {
        let mut heading = match plan.edition {
            None => format!("\n### {}\n\n", section.title),
            Some(_) => format!("\n#### {}\n\n", section.title),
        };
        if let Some(edition) = plan.edition.filter(|_| of_plan != plan.edition) {
            heading.insert_str(0, &format!("\n### In edition {}: {}\n", escaped(edition), plan.summary));
        }
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
                of_plan = plan.edition;
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
        Piece::Name(name) => around("strong", name),
        Piece::Gone(text) => around("del", text),
        Piece::New(text) => around("ins", text),
        Piece::Link(title, url) => format!("[{}](<{}>)", escaped(title), address(url)),
    }
}

/// A sentence of a check: what stands between two `\`` stays code. Were there one in a name of the book, more or less of the
/// sentence would be code, and nothing else would come of it.
fn ticked(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    let last = pieces.len() - 1;
    let piece = |(at, piece): (usize, &&str)| match at % 2 == 1 {
        true if at < last && !piece.trim().is_empty() => format!("`{}`", one_line(piece)),
        true => format!("\\`{}", escaped(piece)),
        false => escaped(piece),
    };
    pieces.iter().enumerate().map(piece).collect()
}

/// Code without what would end its line or turn it.
fn one_line(code: &str) -> String {
    code.chars().map(|c| if c.is_whitespace() || c.is_control() || turns(c) { ' ' } else { c }).collect()
}

/// A text between two tags. `**` and `~~` are no marks beside punctuation, nor between letters that no space divides.
fn around(tag: &str, text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}<{tag}>{}</{tag}>{after}", escaped(inner))
}

/// How many digits of a hash make a code host look for the commit.
const HASH: usize = 7;
/// After how many of them one is broken.
const BROKEN: usize = 3;

/// A text that stands for itself wherever it is put into a line. It escapes more than files need (`import`): a code host reads
/// names, numbers of issues and addresses out of a comment after the Markdown was read, where a `\` is gone.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let letters: Vec<char> = text.chars().collect();
    let mut hash = 0;
    for (at, c) in letters.iter().copied().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let next = letters.get(at + 1).copied();
        match c {
            _ if turns(c) => out.push_str(&format!("(U+{:04X})", u32::from(c))),
            _ if c.is_whitespace() || c.is_control() => out.push(' '),
            '-' if at == 0 => out.push_str("\\-"),
            _ if c.is_ascii_punctuation()
                && !matches!(c, ',' | ';' | '\'' | '"' | '?' | '%' | '$' | '-' | '/' | '=') =>
            {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
        if !c.is_ascii_hexdigit() {
            hash = 0;
        } else if hash > 0 || !before.is_some_and(char::is_alphanumeric) {
            hash += 1;
        }
        let is_called = next.is_some_and(|next| calls(&letters[..at], c, next));
        // A hash is not one with something in it.
        let is_hash = hash > 0
            && hash % BROKEN == 0
            && HASH
                <= hash + letters[at + 1..].iter().take(HASH).take_while(|c| c.is_ascii_hexdigit()).count();
        if is_called || is_hash {
            out.push(JOINER);
        }
    }
    out
}

/// Whether a code host would make a link or a call of what follows: a name, a number, an address, a picture of a feeling.
fn calls(before: &[char], c: char, next: char) -> bool {
    let word = next.is_alphanumeric();
    match c {
        '@' | '#' | '!' | '&' | '~' | '%' | '$' | '^' => word || next == '"',
        ':' => word || matches!(next, '/' | '+' | '-'),
        // `www.example.org`, `GH-1`, `ABC-123`.
        '.' => word && before.len() >= 3 && before.iter().rev().take(3).all(|c| c.eq_ignore_ascii_case(&'w')),
        '-' => next.is_ascii_digit() && before.last().is_some_and(char::is_ascii_uppercase),
        _ => false,
    }
}

/// What turns the direction of all that follows.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// An address that ends where it ends.
fn address(url: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'*+,;=%".contains(&byte);
    url.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
