//! One file to one document.

use std::cell::OnceCell;
use std::sync::Arc;

use icu_locale::Locale;

use super::edition_names::{edition_name, item_of_edition};
use super::indicator::indicators_name;
use super::item_code::code_name;
use super::place::{self, RecordPlace};
use super::record::{MAX_ID, Reading};
use super::rules::Rules;
use super::translated::Translated;
use super::written::{Shared, Written};
use super::{
    AgencyDocument, AreaDocument, AttachmentDocument, ForumDocument, ItemDocument, PageDocument,
    PlanDocument, SourceDocument, UpdateDocument, agency, area, attachment, bounds, forum, front_matter,
    item, misplaced, page, plan, source_document, static_file, update,
};
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::language_codes;
use crate::slug::slug;
use crate::source::{Content, Tree};
use crate::translation::{file_of, translation_file};
use crate::vocabulary::Audience;

/// Stands among unreadable names for all others: front matter that breaks off may have had any old id.
pub const ANY_NAME: &str = "*";

/// What people put before the ending of a copy. Some of these are codes of languages, but of few people.
const COPIES: [&str; 7] = ["old", "bak", "new", "tmp", "sav", "dup", "wip"];

/// How many lines of a file are searched for its old ids.
const MOST_LINES: usize = 200;

/// A document of any kind.
#[derive(Clone)]
pub(super) enum Document {
    Plan(Arc<PlanDocument>),
    Area(Arc<AreaDocument>),
    Item(Arc<ItemDocument>, Vec<Arc<UpdateDocument>>),
    Update(Arc<UpdateDocument>),
    Agency(Arc<AgencyDocument>),
    Forum(Arc<ForumDocument>),
    Source(Arc<SourceDocument>),
    Page(Arc<PageDocument>),
    Attachment(Arc<AttachmentDocument>),
}

/// One file, read.
#[derive(Default)]
pub(super) struct FileRead {
    pub(super) document: Option<Document>,
    /// What the file says to the public, where that is something else.
    pub(super) public: Option<Option<Document>>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What a record that could not be read is called: what refers to it is not wrong.
    pub(super) unreadable: Vec<String>,
    /// What the readings in other languages take from this one, where there are any.
    written: Option<Written>,
}

/// Reads a file. `original` is what it says in the language of its words, when it is read in another.
pub(super) fn read_file(
    tree: &Tree,
    file: FileId,
    rules: Rules<'_>,
    original: Option<&FileRead>,
) -> FileRead {
    let path = tree.path(file);
    if let Some(same) = original.and_then(FileRead::without_words) {
        return same;
    }
    if let Some(translation) = translation_file(path, rules.languages.get(1..).unwrap_or_default()) {
        return without_original(tree, file, &translation.original);
    }
    if let Some(problem) = of_no_language(tree, file, rules.languages) {
        return FileRead { diagnostics: vec![problem], ..FileRead::default() };
    }
    let (edition, inner) = place::edition(path);
    let named = edition.map_or(Ok(()), place::edition_name);
    let place = named.and_then(|()| place::classify(inner)).and_then(|place| place.in_edition(edition));
    let place = match place {
        Ok(place) => place,
        Err(problem) => {
            let text = tree.text(file).filter(|_| edition.is_none() && problem.has_no_place());
            let elsewhere = text.and_then(|text| misplaced::without_place(file, path, text));
            let diagnostics = vec![elsewhere.unwrap_or_else(|| problem.at(file, path))];
            // Those who link to it write its name as it is, or as it should be.
            let stem = path.rsplit('/').next().and_then(|name| name.strip_suffix(".md")).unwrap_or_default();
            let unreadable = match stem {
                "" => Vec::new(),
                stem => vec![path.to_owned(), stem.to_owned(), stem.to_lowercase(), slug(stem, MAX_ID)],
            };
            return FileRead { diagnostics, unreadable, ..FileRead::default() };
        }
    };
    let mut diagnostics = Vec::new();
    let kept = OnceCell::new();
    let taken = original.and_then(|original| original.written.as_ref()).map(Shared::Take);
    let shared = taken.unwrap_or(match rules.languages {
        [_, _, ..] if rules.language.is_none() => Shared::Keep(&kept),
        _ => Shared::Nothing,
    });
    let document = read(tree, file, &place, (rules, shared), &mut diagnostics);
    let differs = document.as_ref().is_some_and(Document::has_public_reading);
    let public = differs.then(|| {
        let rules = Rules { audience: Audience::Public, ..rules };
        let mut found = Vec::new();
        let shared = kept.get().map(Shared::Take).or(taken).unwrap_or(Shared::Nothing);
        let document = read(tree, file, &place, (rules, shared), &mut found);
        // Problems of the whole were reported; the only new one without a part of it is a link to a heading there.
        found.retain(|problem| problem.code == code::DANGLING_REFERENCE && !diagnostics.contains(problem));
        diagnostics.extend(found);
        document
    });
    if let Some(language) = rules.language {
        // What is wrong with the original was reported when it was read.
        let own = file_of(path, language.code).and_then(|path| tree.find(&path));
        diagnostics.retain(|problem| problem.span.is_some_and(|span| Some(span.file) == own));
    }
    let unreadable = match document {
        None if place == RecordPlace::Static => Vec::new(),
        None => names(tree, file, &place, edition),
        // Nobody knows whether it is internal, so what names it says nothing wrong.
        Some(_) if has_no_audience(tree, file, &diagnostics) => names(tree, file, &place, edition),
        Some(_) => lost_names(tree, file, &diagnostics),
    };
    FileRead { document, public, diagnostics, unreadable, written: kept.into_inner() }
}

/// That a file looks like a translation into a language that the book does not have: a record is there that it could
/// translate.
fn of_no_language(tree: &Tree, file: FileId, languages: &[String]) -> Option<Diagnostic> {
    let path = tree.path(file);
    let (original, language) = path.strip_suffix(".md")?.rsplit_once('.')?;
    let is_code = |code: &str| {
        let first = code.split('-').next().unwrap_or(code);
        matches!(first.len(), 2 | 3) && code.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
    };
    let translates = is_code(language) && tree.find(&[original, ".md"].concat()).is_some();
    translates.then(|| {
        // `jp` and `JA` stand for a language that the book may have.
        let is_code = language_codes::is_known(language);
        let usual = || language.parse::<Locale>().map_or_else(|_| language.to_owned(), |it| it.to_string());
        let code = if is_code { Some(usual()) } else { language_codes::meant(language) };
        let of_book = languages.iter().find(|known| known.eq_ignore_ascii_case(language));
        let code = of_book.cloned().or(code).filter(|code| code != language);
        if COPIES.contains(&language) {
            let message = format!("{path} looks like an old copy of {original}.md, so the site leaves it out");
            return Diagnostic::new(code::STRAY_FILE, Span::new(file, 0..0), message)
                .help("remove the file, or keep it outside content/");
        }
        let is_of_book = |code: &String| languages.iter().any(|known| known.eq_ignore_ascii_case(code));
        let help = match code {
            Some(code) if is_of_book(&code) => format!("rename it to {original}.{code}.md"),
            Some(code) => format!("rename it to {original}.{code}.md and add \"{code}\" to `languages` in book.toml, or remove the file"),
            None if is_code && language.len() == 3 => format!("if `{language}` is a language, add \"{language}\" to `languages` in book.toml; if not, remove the file"),
            None if is_code => format!("add \"{language}\" to `languages` in book.toml, or remove the file"),
            None => format!("`{language}` is not a language code: rename the file, or remove it"),
        };
        let message = format!(
            "{path} looks like a translation into `{language}`, which is no language of the book, so the site leaves it out"
        );
        Diagnostic::new(code::STRAY_FILE, Span::new(file, 0..0), message).help(help)
    })
}

/// A translation, which is read with the record that it translates: here only whether that is there.
fn without_original(tree: &Tree, file: FileId, original: &str) -> FileRead {
    let mut read = FileRead::default();
    if tree.find(original).is_none() {
        let message = format!("there is no {original} that this file could translate");
        let problem = Diagnostic::new(code::TRANSLATION_OF_NOTHING, Span::new(file, 0..0), message);
        read.diagnostics.push(problem.help("rename it as the file that it translates, or remove it"));
    }
    read
}

/// What a record is called that could not be read, as far as its path and the lines of its file say.
fn names(tree: &Tree, file: FileId, place: &RecordPlace, edition: Option<&str>) -> Vec<String> {
    let text = String::from_utf8_lossy(tree.content(file).map_or(&[], Content::bytes));
    let mut names = vec![place.name()];
    names.extend(former_ids(&text));
    if matches!(front_matter::split(&text), Err(front_matter::Missing::End)) {
        names.push(ANY_NAME.to_owned());
    }
    if let Some(edition) = edition {
        names = names.iter().map(|name| item_of_edition(edition, name)).collect();
        names.push(edition_name(edition));
    }
    names.push(tree.path(file).to_owned());
    names
}

/// Whether the line of a record that says who may see it could not be read.
fn has_no_audience(tree: &Tree, file: FileId, diagnostics: &[Diagnostic]) -> bool {
    let text = tree.text(file).unwrap_or_default();
    diagnostics.iter().filter(|problem| matches!(problem.code, code::UNKNOWN_VALUE | code::WRONG_TYPE)).any(
        |problem| {
            let place = problem.span.filter(|span| span.file == file).map(|span| span.range().start);
            let line = place.and_then(|at| Some(text.get(..at)?.rfind('\n').map_or(0, |line| line + 1)));
            line.is_some_and(|line| text[line..].starts_with("audience:"))
        },
    )
}

/// What parts of a record are called that could not be read, so that what names them is no second mistake.
fn lost_names(tree: &Tree, file: FileId, diagnostics: &[Diagnostic]) -> Vec<String> {
    let text = tree.text(file).unwrap_or_default();
    let name = |problem: &Diagnostic| {
        let span = problem.span.filter(|span| span.file == file)?;
        if problem.code == code::BAD_CODE {
            let written = text.get(span.range())?;
            return Some(code_name(written.trim_matches(['"', '\''])));
        }
        let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
        let key = text.get(..span.range().start)?.lines().rev().find(is_key)?;
        key.starts_with("indicators:").then(|| indicators_name(tree.path(file)))
    };
    diagnostics.iter().filter_map(name).collect()
}

/// The old ids of a record, the number of an area and the code of an item, from a text that is no YAML.
fn former_ids(text: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let mut listed = false;
    for line in text.lines().take(MOST_LINES) {
        if let Some(code) = line.strip_prefix("code:") {
            ids.push(code_name(code.trim().trim_matches(['"', '\''])));
        }
        let values = ["aliases:", "number:"].iter().find_map(|key| line.strip_prefix(key));
        listed = values.is_some() || (listed && line.trim_start().starts_with('-'));
        if listed {
            let in_id = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
            let words = values.unwrap_or(line).split(|c| !in_id(c));
            ids.extend(words.filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned));
        }
    }
    ids
}

pub(super) fn read(
    tree: &Tree,
    file: FileId,
    place: &RecordPlace,
    (rules, shared): (Rules<'_>, Shared<'_>),
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Document> {
    if *place == RecordPlace::Attachment {
        let attachment = attachment::read(tree, file, tree.content(file)?, rules.fiscal_year, diagnostics);
        return attachment.map(|attachment| Document::Attachment(Arc::new(attachment)));
    }
    if *place == RecordPlace::Static {
        diagnostics.extend(static_file::check(tree, file));
        return None;
    }
    // A file that is no text was reported when it was read.
    let text = tree.text(file)?;
    let parts = bounds::parts_of(file, text, diagnostics)?;
    let translated =
        place.schema().and_then(|schema| Translated::find(tree, file, schema, rules, diagnostics));
    let translated = translated.as_ref();
    let reading = Reading { path: tree.path(file), file, text, parts, rules, translated, shared };
    match place {
        RecordPlace::Plan => plan::read(reading, diagnostics).map(Arc::new).map(Document::Plan),
        RecordPlace::Area(folder) => {
            area::read(reading, folder, diagnostics).map(Arc::new).map(Document::Area)
        }
        RecordPlace::Item(folder, id) => {
            let (item, updates) = item::read(reading, folder, id, diagnostics)?;
            // Collected at once, they would stay in the memory of the updates themselves.
            let mut shared = Vec::with_capacity(updates.len());
            shared.extend(updates.into_iter().map(Arc::new));
            Some(Document::Item(Arc::new(item), shared))
        }
        RecordPlace::Update(id) => update::read(reading, id, diagnostics).map(Arc::new).map(Document::Update),
        RecordPlace::Agency(id) => agency::read(reading, id, diagnostics).map(Arc::new).map(Document::Agency),
        RecordPlace::Forum(id) => forum::read(reading, id, diagnostics).map(Arc::new).map(Document::Forum),
        RecordPlace::Source(id) => {
            source_document::read(reading, id, diagnostics).map(Arc::new).map(Document::Source)
        }
        RecordPlace::Page(id) => page::read(reading, id, diagnostics).map(Arc::new).map(Document::Page),
        RecordPlace::Attachment | RecordPlace::Static => None,
    }
}

impl FileRead {
    /// The same in every language, where it has no words.
    fn without_words(&self) -> Option<Self> {
        let document = self.document.clone().filter(|document| matches!(document, Document::Attachment(_)));
        document.map(|document| Self { document: Some(document), ..Self::default() })
    }
}

impl Document {
    fn has_public_reading(&self) -> bool {
        let record = match self {
            Self::Plan(plan) => &plan.record,
            Self::Area(area) => &area.record,
            Self::Item(item, _) => &item.record,
            Self::Update(update) => &update.record,
            Self::Agency(agency) => &agency.record,
            Self::Forum(forum) => &forum.record,
            Self::Source(source) => &source.record,
            Self::Page(page) => &page.record,
            Self::Attachment(_) => return false,
        };
        record.has_public_reading
    }
}
