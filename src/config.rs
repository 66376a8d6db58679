//! `book.toml`: what the site is called, where it will stand, how it looks, and what `check` says.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Severity, Span, code};
use crate::fields::{Fields, parse_toml};
use crate::limits::Limits;
use crate::outline::Numbering;
use crate::source::{SETTINGS, Tree};
use crate::vocabulary::Audience;

/// The settings of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The site's name.
    pub title: String,
    /// One sentence about the site.
    pub description: Option<String>,
    /// Language codes; content is written in the first.
    pub languages: Vec<String>,
    /// How numbers are shown.
    pub numbering: Numbering,
    /// Where the site will stand, with a `/` at its end. Only addresses that must be whole use it.
    pub base_url: Option<String>,
    /// The folder in `themes/` that overlays the built-in theme.
    pub theme: String,
    /// Where the theme was named.
    pub theme_span: Option<Span>,
    /// Whether each page has a picture for where it is shared.
    pub cards: bool,
    /// Whether the site shows its own parts, at `style/`.
    pub style_guide: bool,
    /// Where the content is kept.
    pub repository: Option<Repository>,
    /// Who may see a record that does not say so.
    pub audience: Audience,
    /// What the robots.txt of the internal site says.
    pub internal_robots: String,
    /// How much the book may hold.
    pub limits: Limits,
    /// The address that opens a place in an editor, from the preview; `none` for no such links.
    pub editor: String,
    /// Severities that differ from the default, by code.
    pub severities: BTreeMap<&'static str, Severity>,
}

/// Where the content is kept, for the links to edit it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The repository's address, without a `/` at its end.
    pub url: String,
    /// The address of the editor for a file, with `{url}` and `{path}`.
    pub edit: String,
    /// The address of the form for a new file, with `{url}`.
    pub new: String,
}

impl Repository {
    /// The address at which the file at `path` is edited.
    pub fn edit_url(&self, path: &str) -> String {
        self.edit.replace("{url}", &self.url).replace("{path}", &percent_encoded(path))
    }

    /// The address at which an update is proposed.
    pub fn new_url(&self) -> String {
        self.new.replace("{url}", &self.url)
    }
}

/// A path as part of an address: names of folders are free, and one may hold a `?` or a `#`.
fn percent_encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "Action plan".to_owned(),
            description: None,
            languages: vec!["en".to_owned()],
            numbering: Numbering::Dots,
            base_url: None,
            theme: "default".to_owned(),
            theme_span: None,
            cards: false,
            style_guide: false,
            repository: None,
            audience: Audience::Public,
            internal_robots: String::new(),
            limits: Limits::DEFAULT,
            editor: EDITOR.to_owned(),
            severities: BTreeMap::new(),
        }
    }
}

impl Config {
    /// The language in which the content is written.
    pub fn language(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// Gives each diagnostic the severity that the book wants for it.
    pub fn set_severities(&self, diagnostics: &mut [Diagnostic]) {
        for diagnostic in diagnostics {
            if let Some(severity) = self.severities.get(diagnostic.code.name) {
                diagnostic.severity = *severity;
            }
        }
    }
}

/// How much a book may hold by its settings, which are all that this tree needs to have. What is wrong with them is
/// reported by [`read`].
pub fn limits(tree: &Tree) -> Limits {
    read(tree).0.limits
}

/// Reads `book.toml`. What is wrong with it is reported, and the default stands in.
pub fn read(tree: &Tree) -> (Config, Vec<Diagnostic>) {
    let Some((file, text)) = tree.find(SETTINGS).and_then(|file| Some((file, tree.text(file)?))) else {
        let diagnostic = Diagnostic::placeless(code::BAD_CONFIG, "there is no readable book.toml")
            .help("write one with the lines `[book]` and `title = \"…\"`");
        return (Config::default(), vec![diagnostic]);
    };
    let (value, mut diagnostics) = parse_toml(text, file);
    let mut config = Config::default();
    let whole = Span::new(file, 0..0);
    let mut root = Fields::new("book.toml", value, whole, &mut diagnostics);
    match root.map("book") {
        Some(fields) => book(fields, &mut config),
        None => root.report(
            Diagnostic::new(code::MISSING_KEY, whole, "book.toml needs a section `[book]`")
                .help("add the line `[book]` and below it `title = \"…\"`"),
        ),
    }
    if let Some(fields) = root.map("site") {
        site(fields, &mut config);
    }
    config.repository = root.map("repository").and_then(repository);
    if let Some(fields) = root.map("audience") {
        audience(fields, &mut config);
    }
    if let Some(fields) = root.map("limits") {
        config.limits = read_limits(fields);
    }
    if let Some(fields) = root.map("preview") {
        preview(fields, &mut config);
    }
    if let Some((span, value)) = root.take("check") {
        let mut problems = Vec::new();
        config.severities = severities(value, span, &mut problems);
        problems.into_iter().for_each(|problem| root.report(problem));
    }
    root.finish();
    (config, diagnostics)
}

fn book(mut fields: Fields<'_>, config: &mut Config) {
    if let Some(title) = fields.required_text("title", "\"Our action plan\"") {
        config.title = title.value;
    }
    config.description = fields.text("description").map(|text| text.value);
    let languages: Vec<String> =
        fields.languages("languages").into_iter().map(|language| language.value).collect();
    if !languages.is_empty() {
        config.languages = languages;
    }
    if let Some(sample) = fields.text("numbering") {
        match sample.value.as_str() {
            "3.2.a" => config.numbering = Numbering::Dots,
            "3 (2) (a)" => config.numbering = Numbering::Parentheses,
            other => fields.report(
                Diagnostic::new(
                    code::UNKNOWN_VALUE,
                    sample.span,
                    format!("`{other}` is not a way to show numbers"),
                )
                .help("write the number of the same part as an example: `3.2.a` or `3 (2) (a)`"),
            ),
        }
    }
    fields.finish();
}

fn site(mut fields: Fields<'_>, config: &mut Config) {
    if let Some(url) = fields.text("base-url") {
        match site_address(&url.value) {
            true => config.base_url = Some(format!("{}/", url.value.trim_end_matches('/'))),
            false => fields.report(
                Diagnostic::new(
                    code::WRONG_TYPE,
                    url.span,
                    format!("`{}` is not a whole address", url.value),
                )
                .help("write it with https://, as in `base-url = \"https://plan.example/\"`"),
            ),
        }
    }
    if let Some(theme) = fields.text("theme") {
        config.theme_span = Some(theme.span);
        config.theme = theme.value;
    }
    config.cards = fields.truth("cards").is_some_and(|cards| cards.value);
    config.style_guide = fields.truth("style-guide").is_some_and(|guide| guide.value);
    fields.finish();
}

fn audience(mut fields: Fields<'_>, config: &mut Config) {
    if fields.has("default") {
        // A word that is none of the two must not open what was meant to be closed.
        config.audience = fields.choice("default").map_or(Audience::Internal, |choice| choice.value);
    }
    config.internal_robots = fields.text("robots").map(|text| text.value).unwrap_or_default();
    fields.finish();
}

/// Opens a place in Visual Studio Code.
const EDITOR: &str = "vscode://file/{path}:{line}:{column}";

fn preview(mut fields: Fields<'_>, config: &mut Config) {
    if let Some(editor) = fields.text("editor") {
        match editor_address(&editor.value) {
            true => config.editor = editor.value,
            false => fields.report(
                Diagnostic::new(
                    code::WRONG_TYPE,
                    editor.span,
                    format!("`{}` is not an address that opens an editor", editor.value),
                )
                .help(format!("write it as in `editor = \"{EDITOR}\"`, or \"none\" for no links")),
            ),
        }
    }
    fields.finish();
}

/// Whether this can open a file in an editor: an address of a scheme that runs nothing in the browser, or `none`.
pub fn editor_address(pattern: &str) -> bool {
    let runs = ["javascript", "vbscript", "data", "blob", "about", "view-source"];
    let scheme = pattern.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    let good = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c));
    let plain = |c: char| !c.is_whitespace() && !c.is_control();
    pattern == "none"
        || (good
            && !runs.contains(&scheme.as_str())
            && pattern.contains("{path}")
            && pattern.chars().all(plain))
}

/// Each limit between what a book needs to work at all and what a program can bear.
fn read_limits(mut fields: Fields<'_>) -> Limits {
    let mut limit = |key: &'static str, most: i64, default: usize| {
        let number = fields.number(key, 1, most).map(|number| number.value);
        number.and_then(|number| usize::try_from(number).ok()).unwrap_or(default)
    };
    let default = Limits::DEFAULT;
    let limits = Limits {
        file_size: limit("file-size", 64 << 20, default.file_size),
        attachment_size: limit("attachment-size", 1 << 30, default.attachment_size),
        files: limit("files", 10_000_000, default.files),
        line_length: limit("line-length", 64 << 20, default.line_length),
        yaml_nesting: limit("yaml-nesting", 64, default.yaml_nesting),
        markdown_nesting: limit("markdown-nesting", 100, default.markdown_nesting),
        table_columns: limit("table-columns", 1_000, default.table_columns),
        links: limit("links", 1_000_000, default.links),
    };
    fields.finish();
    limits
}

/// Whether a site can stand at this address: a whole one, without a query or a fragment.
pub fn site_address(url: &str) -> bool {
    whole_address(url) && !url.contains(['?', '#'])
}

/// Whether this is an `http` or `https` address without anything that could end an attribute or a line.
pub fn whole_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|rest| !rest.is_empty())
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>`".contains(c))
}

fn repository(mut fields: Fields<'_>) -> Option<Repository> {
    let url = fields.required_text("url", "\"https://git.example/our/plan\"");
    let branch = fields.text("branch").map_or_else(|| "main".to_owned(), |text| text.value);
    let mut edit =
        fields.text("edit").map_or_else(|| format!("{{url}}/edit/{branch}/{{path}}"), |text| text.value);
    let mut new =
        fields.text("new").map_or_else(|| format!("{{url}}/new/{branch}/content/updates"), |text| text.value);
    for (key, pattern) in [("edit", &mut edit), ("new", &mut new)] {
        let example = pattern.replace("{url}", "https://git.example").replace("{path}", "x");
        if !whole_address(&example) {
            let span = fields.span();
            let message = format!("`{key}` of the repository is not an address");
            fields.report(
                Diagnostic::new(code::WRONG_TYPE, span, message)
                    .help("begin it with `{url}` or https://, as in \"{url}/edit/main/{path}\""),
            );
            // It may be `javascript:`, and no page may link to that, not even one that is never written.
            "{url}".clone_into(pattern);
        }
    }
    let whole = url.as_ref().is_some_and(|url| whole_address(&url.value));
    if let Some(url) = url.as_ref().filter(|_| !whole) {
        let message = format!("`{}` is not a whole address", url.value);
        fields.report(Diagnostic::new(code::WRONG_TYPE, url.span, message).help("write it with https://"));
    }
    fields.finish();
    let url = url.filter(|_| whole)?;
    Some(Repository { url: url.value.trim_end_matches('/').to_owned(), edit, new })
}

/// How many unknown checks get a suggestion: a book with more of them is no list of slips.
const EXPLAINED: usize = 50;

fn severities(
    value: crate::fields::Value,
    span: Span,
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<&'static str, Severity> {
    use crate::fields::ValueKind;
    let mut severities = BTreeMap::new();
    let ValueKind::Map(entries) = value.kind else {
        problems.push(
            Diagnostic::new(code::WRONG_TYPE, span, "`check` is a section")
                .help("write `[check]` and a line for each code below it"),
        );
        return severities;
    };
    for entry in entries {
        let Some(code) = code::find(&entry.key) else {
            let message = format!("there is no check `{}`", entry.key);
            let mut problem = Diagnostic::new(code::UNKNOWN_KEY, entry.key_span, message)
                .help("`planbook explain` lists them");
            if problems.len() < EXPLAINED {
                problem = problem.suggest_from(&entry.key, code::ALL.iter().map(|code| code.name));
            }
            problems.push(problem);
            continue;
        };
        match severity(&entry.value.kind, code) {
            Some(severity) => {
                severities.insert(code.name, severity);
            }
            None => problems.push(
                Diagnostic::new(
                    code::UNKNOWN_VALUE,
                    entry.value.span,
                    format!("`{}` cannot be set to this", entry.key),
                )
                .help(if code.severity == Severity::Error {
                    "an error stays an error: without it the site would be wrong"
                } else {
                    "write \"error\", \"warning\" or \"off\""
                }),
            ),
        }
    }
    severities
}

/// Warnings can be raised or switched off; errors cannot be lowered, because the site would be wrong.
fn severity(value: &crate::fields::ValueKind, code: Code) -> Option<Severity> {
    let crate::fields::ValueKind::Scalar(word) = value else { return None };
    match (word.as_str(), code.severity) {
        ("error", _) => Some(Severity::Error),
        ("warning", Severity::Warning) => Some(Severity::Warning),
        ("off", Severity::Warning) => Some(Severity::Off),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;

    #[test]
    fn a_path_becomes_part_of_an_address() {
        assert_eq!(percent_encoded("content/a-b_c.d~/e.md"), "content/a-b_c.d~/e.md");
        assert_eq!(percent_encoded("a?b#c d/é%"), "a%3Fb%23c%20d/%C3%A9%25");
    }
}
