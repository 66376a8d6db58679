//! `book.toml`: what the site is called, where it will stand, how it looks, and what `check` says.

mod field_schema;
mod fields;
mod localized;
mod look;
mod navigation;
mod outputs;
mod repository;
mod security;
mod site_links;
mod time_zone;

use std::collections::BTreeMap;

pub use field_schema::with_fields;
pub use fields::{FieldDefinition, OWN};
pub use localized::Localized;
use localized::localized;
pub use look::{Logo, Look};
pub use navigation::{LinkGroup, Navigation};
pub use outputs::{OptionalOutput, Outputs};
pub use repository::{Repository, RepositoryAt};
pub use security::{Loaded, LoadedFrom, Security, origin_of_one_site, permits};
pub use site_links::{LinkTarget, SiteLink};

use crate::date::Day;
use crate::diag::{Code, Diagnostic, Severity, Span, Spanned, code, guess_key};
use crate::fields::{Fields, Keys, parse_toml};
use crate::language_marks::{ORIGINAL, marked};
use crate::limits::Limits;
use crate::outline::Numbering;
use crate::source::{SETTINGS, Tree};
use crate::vocabulary::Audience;
pub use crate::web_address::{repository_base, site_base, whole_address};

/// The settings of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The site's name.
    pub title: String,
    /// One sentence about the site.
    pub description: Option<String>,
    /// The same two in other languages.
    pub words: SiteWords,
    /// Language codes; content is written in the first.
    pub languages: Vec<String>,
    /// Where the first was written.
    pub language_span: Option<Span>,
    /// How numbers are shown.
    pub numbering: Numbering,
    /// The time zone in which a day begins, by its name.
    pub time_zone: String,
    /// Where the site will stand, with a `/` at its end. Only addresses that must be whole use it.
    pub base_url: Option<String>,
    /// A built-in theme, or the folder in `themes/` that overrides one.
    pub theme: String,
    /// Where the theme was named.
    pub theme_span: Option<Span>,
    /// Whether the site shows its own parts, at `style/`.
    pub style_guide: bool,
    /// Where the content is kept.
    pub repository: Option<Repository>,
    /// Logo, banner and foot of the pages.
    pub look: Look,
    /// What the menu has.
    pub navigation: Navigation,
    /// What pages may load from other sites.
    pub security: Security,
    /// Who may see a record that does not say so.
    pub audience: Audience,
    /// What the robots.txt of the internal site says.
    pub internal_robots: String,
    /// Which files the site has beside the pages of its records.
    pub outputs: Outputs,
    /// Whether each item has feeds of its own.
    pub item_feeds: bool,
    /// How many rows a page of a list has at most.
    pub page_size: usize,
    /// How many bytes `data/plan.json` has at most; a longer one is split.
    pub data_size: usize,
    /// How much the book may hold.
    pub limits: Limits,
    /// The address that opens a place in an editor, from the preview; `none` for no such links.
    pub editor: String,
    /// The fields that the plan declares for itself, in the order of the file.
    pub fields: Vec<FieldDefinition>,
    /// Severities that differ from the default, by code.
    pub severities: BTreeMap<&'static str, Severity>,
    /// The file with the problems that the book had before, from the book's folder.
    pub baseline: Option<String>,
}

/// What the settings say of the site, in every language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteWords {
    /// What it is called.
    title: Localized,
    /// One sentence about it.
    description: Localized,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "Action plan".to_owned(),
            description: None,
            words: SiteWords::default(),
            languages: vec!["en".to_owned()],
            language_span: None,
            numbering: Numbering::Dots,
            time_zone: time_zone::UTC.to_owned(),
            base_url: None,
            theme: "default".to_owned(),
            theme_span: None,
            style_guide: false,
            repository: None,
            look: Look::default(),
            navigation: Navigation::default(),
            security: Security::default(),
            audience: Audience::Public,
            internal_robots: String::new(),
            outputs: Outputs::default(),
            item_feeds: false,
            page_size: PAGE_SIZE,
            data_size: DATA_SIZE,
            limits: Limits::DEFAULT,
            editor: EDITOR.to_owned(),
            fields: Vec::new(),
            severities: BTreeMap::new(),
            baseline: None,
        }
    }
}

impl Config {
    /// The language in which the content is written.
    pub fn language(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// The languages that the content is translated into.
    pub fn translations(&self) -> &[String] {
        self.languages.get(1..).unwrap_or_default()
    }

    /// The settings for the pages in one of the languages: what they are in comes first, and they stand in its folder.
    #[must_use]
    pub fn in_language(&self, language: &str) -> Self {
        let mut own = self.clone();
        own.languages.sort_by_key(|known| known != language);
        own.base_url = self.base_url.as_ref().map(|url| format!("{url}{language}/"));
        let within = |text: &Localized, own: &str| {
            text.within(language).map_or_else(|| marked(ORIGINAL, own), str::to_owned)
        };
        own.title = within(&self.words.title, &self.title);
        own.description = self.description.as_ref().map(|text| within(&self.words.description, text));
        own.look.set_language(language);
        own.navigation.set_language(language);
        own.fields.iter_mut().for_each(|field| field.set_language(language));
        own
    }

    /// Whether the site has these files. What it does not have is not made, and no link leads to it.
    pub fn makes(&self, output: OptionalOutput) -> bool {
        // The addresses in a feed must be whole.
        let can = output != OptionalOutput::Feeds || self.base_url.is_some();
        can && self.outputs.has(output)
    }

    /// The day that it is for those who write the book.
    pub fn day_of(&self, now: jiff::Timestamp) -> Day {
        time_zone::day(&self.time_zone, now)
    }

    /// Whether the book does not want to hear of a code.
    pub fn is_off(&self, code: Code) -> bool {
        *self.severities.get(code.name).unwrap_or(&code.severity) == Severity::Off
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

/// How much a book may hold by its settings, which are all that this tree needs to have. Their problems are
/// reported by [`read`].
pub fn limits(tree: &Tree) -> Limits {
    read(tree).0.limits
}

/// Reads `book.toml`. Its problems are reported, and the default stands in.
pub fn read(tree: &Tree) -> (Config, Vec<Diagnostic>) {
    let settings = tree.find(SETTINGS);
    let Some((file, text)) = settings.and_then(|file| Some((file, tree.text(file)?))) else {
        // One that cannot be read was reported as such.
        if settings.is_some() {
            return (Config::default(), Vec::new());
        }
        let diagnostic =
            Diagnostic::placeless(code::BAD_CONFIG, "book.toml does not exist or cannot be read")
                .help("create it with the lines `[book]` and `title = \"…\"`");
        return (Config::default(), vec![diagnostic]);
    };
    let (value, mut diagnostics) = parse_toml(text, file);
    let unreadable =
        diagnostics.iter().any(|problem| problem.code == code::BAD_CONFIG).then_some(diagnostics.len());
    let mut config = Config::default();
    let whole = Span::new(file, 0..0);
    let mut root = Fields::new("book.toml", value, whole, &mut diagnostics).of_toml(text);
    let has_book = root.has("book");
    if let Some(fields) = root.map("book") {
        book(fields, &mut config);
    } else if !has_book {
        let problem = Diagnostic::new(code::MISSING_KEY, whole, "book.toml needs a section `[book]`")
            .help("add the line `[book]` and below it `title = \"…\"`");
        root.report_missing(Keys::One("book"), problem);
    }
    if let Some(fields) = root.map("site") {
        site(fields, &mut config);
    }
    config.repository = root.map("repository").and_then(repository::read);
    let languages = config.languages.clone();
    if let Some(fields) = root.map("nav") {
        config.navigation = navigation::read(fields, &languages);
    }
    if let Some(fields) = root.map("footer") {
        look::of_footer(fields, &languages, &mut config.look);
    }
    if let Some(fields) = root.map("security") {
        config.security = security::read(fields);
    }
    if let Some(fields) = root.map("audience") {
        audience(fields, &mut config);
    }
    if let Some(fields) = root.map("limits") {
        config.limits = read_limits(fields);
    }
    if let Some(fields) = root.map("lists") {
        lists(fields, &mut config);
    }
    if let Some(fields) = root.map("outputs") {
        config.outputs = outputs::read(fields);
    }
    if let Some(fields) = root.map("data") {
        data(fields, &mut config);
    }
    if let Some(mut fields) = root.map("feeds") {
        config.item_feeds = fields.truth("items").is_some_and(|items| items.value);
        fields.finish();
    }
    if let Some(fields) = root.map("preview") {
        preview(fields, &mut config);
    }
    config.fields = fields::read(&mut root, &languages);
    if let Some((span, value)) = root.take("check") {
        let mut problems = Vec::new();
        config.baseline = baseline(&value, &mut problems);
        config.severities = severities(value, span, &mut problems);
        problems.into_iter().for_each(|problem| root.report(problem));
    }
    root.finish();
    // What is missing or unknown may be what could not be read.
    diagnostics.truncate(unreadable.unwrap_or(usize::MAX));
    (config, diagnostics)
}

/// That the site cannot have a folder for a language: the codes of languages have two or three letters, and the names of lists
/// and folders more.
fn no_folder(language: &Spanned<String>) -> Option<Diagnostic> {
    let code = &language.value;
    let is_code = matches!(code.split('-').next().unwrap_or_default().len(), 2 | 3);
    (!is_code).then(|| {
        let message = format!(
            "`{code}` cannot be a language of the site: its folder could be that of a list, and codes of languages have two or three letters"
        );
        Diagnostic::new(code::BAD_CONFIG, language.span, message).help("write `ja`, `fr` or `zh-Hant`")
    })
}

/// Changes a code to what programs compare and names of files have: `ja` and not `JA`. What follows the language may have capital
/// letters, as in `en-AU` and `zh-Hant`.
fn in_small_letters(language: &mut Spanned<String>) -> Option<Diagnostic> {
    let end = language.value.find('-').unwrap_or(language.value.len());
    let small = language.value[..end].to_ascii_lowercase();
    if language.value.starts_with(&small) {
        return None;
    }
    let message = format!("the language `{}` is not in small letters", language.value);
    language.value.replace_range(..end, &small);
    Some(
        Diagnostic::new(code::BAD_CONFIG, language.span, message).help(format!("write `{}`", language.value)),
    )
}

fn book(mut fields: Fields<'_>, config: &mut Config) {
    let written = fields.languages("languages");
    config.language_span = written.first().map(|language| language.span);
    let mut languages: Vec<String> = Vec::new();
    for mut language in written {
        if let Some(problem) = in_small_letters(&mut language) {
            fields.report(problem);
        }
        if languages.iter().any(|known| known.eq_ignore_ascii_case(&language.value)) {
            let message = format!("the language `{}` is there twice", language.value);
            let problem = Diagnostic::new(code::BAD_CONFIG, language.span, message);
            fields.report(problem.help("write each language once, that of the content first"));
        } else if let Some(problem) = no_folder(&language).filter(|_| !languages.is_empty()) {
            fields.report(problem);
        } else {
            languages.push(language.value);
        }
    }
    if !languages.is_empty() {
        config.languages = languages;
    }
    let languages = config.languages.clone();
    if let Some(title) = localized(&mut fields, "title", &languages, "Our action plan", code::WRONG_TYPE) {
        config.title.clone_from(&title.own);
        config.words.title = title;
    }
    if !fields.has("description") {
        // Says that it is a key that the section has.
        config.description = fields.text("description").map(|text| text.value);
    } else {
        let text = localized(&mut fields, "description", &languages, "What the site is", code::WRONG_TYPE);
        config.description = text.as_ref().map(|text| text.own.clone());
        config.words.description = text.unwrap_or_default();
    }
    if let Some(sample) = fields.text("numbering") {
        match sample.value.as_str() {
            "3.2.a" => config.numbering = Numbering::Dots,
            "3 (2) (a)" => config.numbering = Numbering::Parentheses,
            other => fields.report(
                Diagnostic::new(
                    code::UNKNOWN_VALUE,
                    sample.span,
                    format!("`{other}` is not a style of numbers"),
                )
                .help("write the number of the same part as an example: `3.2.a` or `3 (2) (a)`"),
            ),
        }
    }
    if let Some(zone) = fields.text("time-zone") {
        match time_zone::known(&zone.value) {
            Some(name) => config.time_zone = name,
            None => fields.report(time_zone::unknown(&zone)),
        }
    }
    fields.finish();
}

fn site(mut fields: Fields<'_>, config: &mut Config) {
    if let Some(url) = fields.text("base-url") {
        match site_base(&url.value) {
            Some(base) => config.base_url = Some(base),
            None => fields.report(
                Diagnostic::new(code::WRONG_TYPE, url.span, format!("`{}` is not a full URL", url.value))
                    .help("write it with https://, without a user, `?` and `#`, as in `base-url = \"https://plan.example/\"`"),
            ),
        }
    }
    if let Some(theme) = fields.text("theme") {
        config.theme_span = Some(theme.span);
        config.theme = theme.value;
    }
    config.style_guide = fields.truth("style-guide").is_some_and(|guide| guide.value);
    let languages = config.languages.clone();
    look::of_site(&mut fields, &languages, &mut config.look);
    fields.finish();
}

fn audience(mut fields: Fields<'_>, config: &mut Config) {
    let (written, choice) = (fields.has("default"), fields.choice("default"));
    if written {
        // A word that is none of the two must not open what was meant to be closed.
        config.audience = choice.map_or(Audience::Internal, |choice| choice.value);
    }
    config.internal_robots = fields.text("robots").map(|text| text.value).unwrap_or_default();
    fields.finish();
}

/// How many rows a page of a list has, unless the settings say otherwise.
const PAGE_SIZE: usize = 100;

fn lists(mut fields: Fields<'_>, config: &mut Config) {
    // Shorter pages are no lists, and longer ones are what this is against.
    let size = fields.number("page-size", 10, 1_000).map(|size| size.value);
    config.page_size = size.and_then(|size| usize::try_from(size).ok()).unwrap_or(PAGE_SIZE);
    fields.finish();
}

/// How many bytes the file of the whole plan has at most, unless the settings say otherwise.
const DATA_SIZE: usize = 50 * MEGABYTE;

const MEGABYTE: usize = 1_000_000;

fn data(mut fields: Fields<'_>, config: &mut Config) {
    let most = fields.number("split-above", 1, 1_000).map(|most| most.value);
    let most = most.and_then(|most| usize::try_from(most).ok());
    config.data_size = most.map_or(DATA_SIZE, |most| most * MEGABYTE);
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
                    format!("`{}` is not a URL that opens an editor", editor.value),
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

/// The key of `[check]` that is no code.
const BASELINE: &str = "baseline";

/// The list of old problems, which lies in the book's folder so that everybody has the same.
fn baseline(value: &crate::fields::Value, problems: &mut Vec<Diagnostic>) -> Option<String> {
    use crate::fields::ValueKind;
    let ValueKind::Map(entries) = &value.kind else { return None };
    let entry = entries.iter().find(|entry| entry.key == BASELINE)?;
    if let ValueKind::Scalar(path) = &entry.value.kind
        && !path.is_empty()
        && path.split('/').all(|part| !part.is_empty() && part != ".." && !part.contains(['\\', ':']))
    {
        return Some(path.clone());
    }
    let message = "`baseline` is not a file in the book's folder";
    problems.push(
        Diagnostic::new(code::WRONG_TYPE, entry.value.span, message)
            .help("write its path from the book's folder, as in `baseline = \"check-baseline.json\"`"),
    );
    None
}

/// How many unknown checks get a suggestion: a book with more of them is no list of typing errors.
const EXPLAINED: usize = 50;

/// Checks of earlier versions that a `book.toml` may still name, and why they were removed.
const REMOVED_CHECKS: [(&str, &str); 1] =
    [("not-shown-in-edition", "the check was removed because pages of editions show everything")];

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
        if entry.key == BASELINE {
            continue;
        }
        let Some(code) = code::find(&entry.key) else {
            let message = format!("the check `{}` does not exist", entry.key);
            let mut problem = Diagnostic::new(code::UNKNOWN_KEY, entry.key_span, message);
            if let Some((_, why)) = REMOVED_CHECKS.iter().find(|(removed, _)| *removed == entry.key) {
                problems.push(problem.help(format!("{why}; delete the line")));
                continue;
            }
            problem = problem.help("`planbook explain` lists all checks");
            if problems.len() < EXPLAINED {
                problem =
                    problem.suggest_guess(guess_key(&entry.key, code::ALL.iter().map(|code| code.name)));
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
                    format!("`{}` cannot have this value", entry.key),
                )
                .help(if code.severity == Severity::Error {
                    "an error cannot be turned off, because the site would be wrong"
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
        ("warning", Severity::Warning | Severity::Off) => Some(Severity::Warning),
        ("off", Severity::Warning | Severity::Off) => Some(Severity::Off),
        _ => None,
    }
}
