//! `theme.toml`: for which version of the context a theme was written, what it is put over, and which of its colours meet.

use super::built_in::{BUILT_IN_THEMES, BuiltInTheme, built_in_theme};
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

/// What a theme says of itself.
#[derive(Debug, Default)]
pub(super) struct ThemeToml {
    /// What people call it.
    pub title: Option<String>,
    /// What it is for, in one line.
    pub description: Option<String>,
    /// The built-in theme that it changes, where it names one.
    pub base: Option<&'static BuiltInTheme>,
    /// The pairs of its colours.
    pub pairs: Vec<Pair>,
}

/// Reads a `theme.toml`. Its problems are reported.
pub(super) fn read(text: &str, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> ThemeToml {
    let (value, problems) = parse_toml(text, file);
    diagnostics.extend(problems);
    let mut fields = Fields::new("theme.toml", value, Span::new(file, 0..0), diagnostics).of_toml(text);
    check_api(&mut fields);
    let (title, description) = (fields.text("name"), fields.text("description"));
    let base = base(&mut fields);
    let pairs = fields.map("contrast").map_or_else(Vec::new, contrast);
    fields.finish();
    let value = |text: Spanned<String>| text.value;
    ThemeToml { title: title.map(value), description: description.map(value), base, pairs }
}

fn base(fields: &mut Fields<'_>) -> Option<&'static BuiltInTheme> {
    let written = fields.text("base")?;
    let found = built_in_theme(&written.value);
    if found.is_none() {
        let names = || BUILT_IN_THEMES.map(|theme| theme.name);
        let message = format!("`{}` is not a theme that comes with planbook", written.value);
        let problem = Diagnostic::new(code::UNKNOWN_THEME, written.span, message);
        let help =
            format!("write one of {}: a theme of a book cannot be the base of another", names().join(", "));
        fields.report(problem.suggest_from(&written.value, names()).help(help));
    }
    found
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
