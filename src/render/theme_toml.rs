//! `theme.toml`: for which version of the context a theme was written, and which of its colours meet.

use crate::diag::{Diagnostic, FileId, Span, Spanned, code};
use crate::fields::{Fields, parse_toml};

/// The version of the template context. A theme says which one it was written for.
pub(super) const API: i64 = 2;

/// What two colours have to do with each other, which says how far apart they must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// Words are written in the one on the other.
    Text,
    /// A line, a mark or a shape that means something lies on the other.
    Shape,
}

impl Meeting {
    /// The least contrast, as WCAG 2.2 has it for level AA (1.4.3 and 1.4.11).
    pub fn needed(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::Shape => 3.0,
        }
    }
}

/// Two tokens whose colours meet on a page: `ink on paper`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The token of the colour in front, without the `--`.
    pub front: String,
    /// The token of the colour behind it.
    pub back: String,
    /// What they have to do with each other.
    pub meeting: Meeting,
    /// Where the pair is written.
    pub span: Span,
}

/// Reads a `theme.toml`: the pairs of its colours. Its problems are reported.
pub(super) fn read(text: &str, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> Vec<Pair> {
    let (value, problems) = parse_toml(text, file);
    diagnostics.extend(problems);
    let mut fields = Fields::new("theme.toml", value, Span::new(file, 0..0), diagnostics).of_toml();
    check_api(&mut fields);
    fields.text("name");
    fields.text("description");
    let pairs = fields.map("contrast").map_or_else(Vec::new, contrast);
    fields.finish();
    pairs
}

fn check_api(fields: &mut Fields<'_>) {
    match fields.number("api", 0, 1_000_000) {
        Some(api) if api.value == API => {}
        Some(api) => fields.report(
            Diagnostic::new(
                code::THEME_FILE,
                api.span,
                format!("the theme was written for version {} of the template context", api.value),
            )
            .help(match api.value {
                1 => format!(
                    "version {API} has other lists of items and menus: change the templates as docs/themes.md says in \
                     \"From version 1 to 2\", then write `api = {API}`; a theme without templates needs only the number"
                ),
                _ => format!(
                    "this planbook has version {API}: bring the templates up to date, then write `api = {API}`"
                ),
            }),
        ),
        None => fields.missing("api", &API.to_string()),
    }
}

fn contrast(mut fields: Fields<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (key, meeting) in [("text", Meeting::Text), ("shapes", Meeting::Shape)] {
        for written in fields.texts(key) {
            match pair(&written, meeting) {
                Some(pair) => pairs.push(pair),
                None => fields.report(
                    Diagnostic::new(
                        code::UNKNOWN_VALUE,
                        written.span,
                        format!("`{}` is not a pair of tokens", written.value),
                    )
                    .help("write the foreground token and the background token, as in \"ink on paper\""),
                ),
            }
        }
    }
    fields.finish();
    pairs
}

fn pair(written: &Spanned<String>, meeting: Meeting) -> Option<Pair> {
    let (front, back) = written.value.split_once(" on ")?;
    let token = |text: &str| {
        let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        (!text.is_empty() && text.chars().all(good) && !text.starts_with("--")).then(|| text.to_owned())
    };
    Some(Pair { front: token(front.trim())?, back: token(back.trim())?, meeting, span: written.span })
}
