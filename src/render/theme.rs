//! A theme: the built-in ones that it is put over, overlaid file by file by the book's own.

use std::collections::BTreeMap;

use tera::{Context, ErrorKind, Tera};

use super::built_in::{BUILT_IN_THEMES, BuiltInTheme, DEFAULT, built_in_theme};
use super::card_sheet::root_rules;
use super::foreign_words::Attributes;
use super::layers::{inherited, layers};
use super::message_check::KnownMessages;
use super::theme_toml::{self, API};
use super::unbroken::unbroken;
use super::{Messages, foreign_words, misplaced, template_error};
use crate::config::Config;
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::language_marks::{INTERFACE, marked};
use crate::source::{Content, Tree};

/// What the joined sheets are called below `assets/`.
pub(super) const STYLE_SHEET: &str = "style.css";

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticFile {
    /// Its path below `assets/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Templates, words and static files.
#[derive(Debug, Clone)]
pub struct Theme {
    tera: Tera,
    /// The words of the language of the pages.
    pub messages: Messages,
    /// Whether that language is English.
    is_english: bool,
    /// Those of the other languages of the book.
    translations: BTreeMap<String, Messages>,
    /// What pages say of words in another language.
    foreign: Attributes,
    /// The language of words that are marked as not translated, where pages have such words.
    original: Option<String>,
    /// Style sheets and the like.
    pub static_files: Vec<StaticFile>,
    /// The style sheet of the cards for other sites.
    pub card_style: Vec<u8>,
    /// The folder of the book's own theme.
    folder: String,
}

/// The folder of the theme that the book names.
pub(super) fn folder(config: &Config) -> String {
    format!("themes/{}/", config.theme)
}

/// Loads the theme that the book names. `None` when it cannot be used; why is in the diagnostics.
pub fn load(tree: &Tree, config: &Config) -> (Option<Theme>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let folder = folder(config);
    let own: Vec<(FileId, &str, &Content)> = own_files(tree, &folder).collect();
    if own.is_empty() && built_in_theme(&config.theme).is_none() {
        diagnostics.push(no_such_theme(tree, config));
        return (None, diagnostics);
    }
    check_files(&own, &config.theme, &mut diagnostics);
    let layers = layers(tree, &config.theme);
    let messages = messages(config, config.language(), &layers, &own, &mut diagnostics);
    diagnostics.extend(check_messages(&own));
    let translations = config.translations().iter().map(|language| {
        (language.clone(), self::messages(config, language, &layers, &own, &mut diagnostics))
    });
    let translations = translations.collect();
    let static_files = static_files(&layers, &own);
    let card_style = card_style(&static_files, &layers, &own);
    let tera = templates(&layers, &own, &folder, tree, &mut diagnostics);
    let theme = tera.map(|tera| Theme {
        tera,
        messages,
        is_english: is_english(config.language()),
        translations,
        foreign: Attributes::of(config.language(), None),
        original: None,
        static_files,
        card_style,
        folder,
    });
    (theme, diagnostics)
}

fn no_such_theme(tree: &Tree, config: &Config) -> Diagnostic {
    let message = format!("the theme `{}` does not exist", config.theme);
    let diagnostic = match config.theme_span {
        Some(span) => Diagnostic::new(code::UNKNOWN_THEME, span, message),
        None => Diagnostic::placeless(code::UNKNOWN_THEME, message),
    };
    let built_in = BUILT_IN_THEMES.map(|theme| theme.name);
    let names = built_in.into_iter().chain(names(tree));
    diagnostic.suggest_from(&config.theme, names).help(format!(
        "a theme is a folder themes/{} with a theme.toml, or one that comes with planbook: {}; `planbook theme list` lists them",
        config.theme,
        built_in.join(", ")
    ))
}

/// The names of the folders in `themes/` of a book, in their order.
pub(super) fn names(tree: &Tree) -> Vec<&str> {
    let files = tree.below("themes/");
    let mut names: Vec<&str> = files.filter_map(|(_, file)| file.path.split('/').nth(1)).collect();
    // A file in `themes/` itself is no theme.
    names.retain(|name| tree.below(&format!("themes/{name}/")).next().is_some());
    names.dedup();
    names
}

/// The words of the interface in a language of the book, whether or not the rest of its theme can be used. What is wrong
/// with them is for [`load`] to say.
pub(super) fn words(tree: &Tree, config: &Config, language: &str) -> Messages {
    let folder = folder(config);
    let own: Vec<(FileId, &str, &Content)> = own_files(tree, &folder).collect();
    messages(config, language, &layers(tree, &config.theme), &own, &mut Vec::new())
}

/// The files of the book's own theme, with their paths from its folder.
fn own_files<'a>(tree: &'a Tree, folder: &'a str) -> impl Iterator<Item = (FileId, &'a str, &'a Content)> {
    let length = folder.len();
    tree.below(folder).map(move |(file, found)| (file, &found.path[length..], &found.content))
}

impl Theme {
    /// The folder of the book's own theme, whether or not there is one.
    pub fn own_folder(&self) -> &str {
        &self.folder
    }

    /// What every page may use, under one name; called once, before the first page.
    pub fn set_site(&mut self, site: &impl serde::Serialize) {
        self.tera.global_context().insert("site", site);
    }

    /// One page: the template with its view as `page`.
    ///
    /// # Errors
    /// A template that uses what its view does not have.
    pub fn page(
        &self,
        template: &str,
        view: &impl serde::Serialize,
        tree: &Tree,
    ) -> Result<String, Box<Diagnostic>> {
        let rendered = self.part(template, view, tree)?;
        Ok(match self.has_marks() {
            false => rendered,
            true if template.ends_with(".html") => {
                self.in_own_form(foreign_words::shown(rendered, &self.foreign))
            }
            true => self.fragment(rendered),
        })
    }

    /// A part of pages, with the signs of words in another language: each page that has it says what is true of all its words.
    ///
    /// # Errors
    /// A template that uses what its view does not have.
    pub fn part(
        &self,
        template: &str,
        view: &impl serde::Serialize,
        tree: &Tree,
    ) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("page", view);
        self.tera.render(template, &context).map_err(|error| {
            let found = template_error::describe(&error, template, &self.folder, tree).into_iter().next();
            Box::new(found.unwrap_or_else(|| Diagnostic::placeless(code::TEMPLATE_ERROR, error.to_string())))
        })
    }

    /// A part of a page for files that are none, such as feeds and data: it says which of its words are in another language.
    pub fn fragment(&self, html: String) -> String {
        if self.has_marks() { foreign_words::shown(html, &self.foreign) } else { html }
    }

    /// A page with what its language does not part at the end of a line.
    fn in_own_form(&self, page: String) -> String {
        if self.is_english { page } else { unbroken(page) }
    }

    /// The same theme for pages in another language of the book, which was written in `original`.
    #[must_use]
    pub fn in_language(&self, language: &str, original: &str) -> Self {
        let messages = self.translations.get(language).cloned().unwrap_or_default();
        let foreign = Attributes::of(language, Some(original)).saying_of_outdated(
            messages.get("translation-old-words"),
            messages.get("translation-old-behind"),
        );
        Self {
            messages,
            is_english: is_english(language),
            foreign,
            original: Some(original.to_owned()),
            ..self.clone()
        }
    }

    /// The words of one of the languages of the book.
    pub fn words_in(&self, language: &str) -> &Messages {
        self.translations.get(language).unwrap_or(&self.messages)
    }

    /// The language in which the content was written, where the pages are in another.
    pub fn original(&self) -> Option<&str> {
        self.original.as_deref()
    }

    /// Whether words are marked that are not in the language of the pages.
    pub fn has_marks(&self) -> bool {
        self.original.is_some() || self.messages.is_foreign() || !self.is_english
    }

    /// Words that are in English on pages of every language, such as what explains the open data.
    pub fn english(&self, words: String) -> String {
        if self.is_english || words.is_empty() { words } else { marked(INTERFACE, &words) }
    }
}

fn is_english(language: &str) -> bool {
    language.split('-').next().is_some_and(|main| main.eq_ignore_ascii_case("en"))
}

fn check_files(own: &[(FileId, &str, &Content)], theme: &str, diagnostics: &mut Vec<Diagnostic>) {
    for (file, name, content) in own {
        let known = match name.split_once('/') {
            None => *name == "theme.toml" || name.ends_with(".md"),
            Some(("templates", template)) => template.starts_with("partials/") || DEFAULT.has(name),
            Some(("static" | "fonts", _)) => true,
            Some(("style", sheet)) => sheet.ends_with(".css"),
            Some(("embed", sheet)) => sheet == "card.css",
            Some(("messages", language)) => language.ends_with(".toml"),
            Some(_) => false,
        };
        if !known {
            let diagnostic = Diagnostic::new(
                code::THEME_FILE,
                Span::new(*file, 0..0),
                format!("{name} is not a file that planbook reads from a theme"),
            )
            .help(misplaced::place_of(name, theme));
            let meant = crate::diag::closest(name, DEFAULT.templates());
            diagnostics.push(match meant {
                Some(meant) => diagnostic
                    .help(format!("did you mean {meant}? A theme overrides templates of the same name")),
                None => diagnostic,
            });
        }
        if let (true, Content::Text(text)) = (*name == "theme.toml", content) {
            theme_toml::read(text, *file, diagnostics);
        }
    }
    let described = own.iter().any(|(_, name, _)| *name == "theme.toml");
    if let (false, Some((file, ..))) = (described || built_in_theme(theme).is_some(), own.first()) {
        diagnostics.push(
            Diagnostic::new(
                code::THEME_FILE,
                Span::new(*file, 0..0),
                format!("the theme `{theme}` has no theme.toml"),
            )
            .help(format!("write themes/{theme}/theme.toml with the line `api = {API}`")),
        );
    }
}

fn messages(
    config: &Config,
    language: &str,
    layers: &[&BuiltInTheme],
    own: &[(FileId, &str, &Content)],
    diagnostics: &mut Vec<Diagnostic>,
) -> Messages {
    let mut messages = Messages::default();
    messages.set_language(language);
    let mut found = false;
    // `en-AU` is English, too.
    let english = language.split('-').next() == Some("en");
    for of in ["en", language] {
        // What the language has no words for stays English, and is marked so.
        if !english && of != "en" {
            messages.mark_foreign();
        }
        let name = format!("messages/{of}.toml");
        found = layers.iter().any(|layer| layer.has(&name)) || own.iter().any(|(_, path, _)| *path == name);
        for text in layers.iter().filter_map(|layer| layer.text(&name)) {
            messages.add(text, FileId(u32::MAX));
        }
        for (file, _, content) in own.iter().filter(|(_, path, _)| *path == name) {
            if let Content::Text(text) = content {
                diagnostics.extend(messages.add(text, *file));
            }
        }
    }
    if let (false, false, Some(span)) = (found, english, config.language_span) {
        let message =
            format!("the words of the site, such as menus and headings, are not available in `{language}`");
        diagnostics.push(Diagnostic::new(code::UNTRANSLATED_INTERFACE, span, message).help(format!(
            "they stay in English; to translate them, write themes/{}/messages/{}.toml with the keys of the English file",
            config.theme, language
        )));
    }
    messages
}

/// What is wrong with the files of messages of the book's own theme.
fn check_messages(own: &[(FileId, &str, &Content)]) -> Vec<Diagnostic> {
    let texts = |folder: &'static str| {
        own.iter().filter_map(move |(file, name, content)| match content {
            Content::Text(text) => Some((*file, name.strip_prefix(folder)?, &**text)),
            _ => None,
        })
    };
    let english = DEFAULT.text("messages/en.toml");
    let known = texts("messages/").next().map(|_| {
        let templates = texts("templates/").map(|(_, _, text)| text);
        KnownMessages::new(english.unwrap_or_default(), templates.collect())
    });
    let Some(known) = known else { return Vec::new() };
    let problems = texts("messages/").flat_map(|(file, name, text)| {
        let is_built_in = DEFAULT.has(&format!("messages/{name}"));
        known.problems(text, file, is_built_in)
    });
    problems.collect()
}

/// The sheets of `style/` joined in the order of their names, as `style.css`; and what is in `static/`.
fn static_files(layers: &[&BuiltInTheme], own: &[(FileId, &str, &Content)]) -> Vec<StaticFile> {
    let mut files = overlay(layers, own, "static/");
    let sheets: Vec<Vec<u8>> = overlay(layers, own, "style/").into_values().collect();
    files.entry(STYLE_SHEET.to_owned()).or_insert_with(|| sheets.join(&b'\n'));
    files.into_iter().map(|(name, bytes)| StaticFile { name, bytes }).collect()
}

/// The style sheet of the cards for other sites: the colours of the pages, the signs of statuses, and its own rules.
fn card_style(of_site: &[StaticFile], layers: &[&BuiltInTheme], own: &[(FileId, &str, &Content)]) -> Vec<u8> {
    let of_pages = of_site.iter().find(|file| file.name == STYLE_SHEET);
    let of_pages =
        of_pages.map_or_else(String::new, |sheet| root_rules(&String::from_utf8_lossy(&sheet.bytes)));
    let statuses = overlay(layers, own, "style/").remove("45-status.css");
    let sheets = std::iter::once(of_pages.into_bytes()).chain(statuses);
    sheets.chain(overlay(layers, own, "embed/").into_values()).collect::<Vec<_>>().join(&b'\n')
}

/// The files below a folder: those of the built-in themes, and over them the book's own.
fn overlay(
    layers: &[&BuiltInTheme],
    own: &[(FileId, &str, &Content)],
    folder: &str,
) -> BTreeMap<String, Vec<u8>> {
    let built_in = layers.iter().flat_map(|layer| layer.below(folder));
    let built_in = built_in.map(|(path, bytes)| (path, bytes.to_vec()));
    let own = own.iter().filter_map(|(_, name, content)| {
        Some((name.strip_prefix(folder)?.to_owned(), content.bytes().to_vec()))
    });
    built_in.chain(own).collect()
}

fn templates(
    layers: &[&BuiltInTheme],
    own: &[(FileId, &str, &Content)],
    folder: &str,
    tree: &Tree,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Tera> {
    let own: Vec<(&str, &str)> = own
        .iter()
        .filter_map(|(_, name, content)| match (name.strip_prefix("templates/"), content) {
            (Some(name), Content::Text(text)) => Some((name, &**text)),
            _ => None,
        })
        .collect();
    let before = diagnostics.len();
    for (name, text) in &own {
        // Each alone first, so that the mistakes of all are reported at once. That parents are missing does not matter here.
        if let Err(error) = Tera::new().add_raw_template(name, text)
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            diagnostics.extend(template_error::describe(&error, name, folder, tree));
        }
    }
    if diagnostics.len() > before {
        return None;
    }
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".xml", ".svg"]);
    let built_in: Vec<(String, String)> = layers
        .iter()
        .flat_map(|layer| {
            layer.below("templates/").into_iter().map(|(name, bytes)| (layer.prefix() + &name, bytes))
        })
        .map(|(name, bytes)| (name, String::from_utf8_lossy(bytes).into_owned()))
        .collect();
    let inherited = inherited(layers);
    let all = built_in.iter().chain(&inherited).map(|(name, text)| (name.as_str(), text.as_str()));
    let all = all.chain(own.iter().copied());
    // The engine takes the first that has a template, so the uppermost layer comes first.
    let prefixes = layers.iter().rev().map(|layer| layer.prefix());
    let result = tera.set_fallback_prefixes(prefixes).and_then(|()| tera.add_raw_templates(all));
    match result {
        Ok(()) => Some(tera),
        Err(error) => {
            diagnostics.extend(template_error::describe(&error, "", folder, tree));
            None
        }
    }
}
