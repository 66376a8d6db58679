//! `planbook translations`

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};

use super::terminal::counted;
use super::{Root, earlier, load, po_problems, say, say_problems, today};
use crate::build;
use crate::config::{self, Config};
use crate::diag::{Diagnostic, FileId};
use crate::edit::{self, FileEdit};
use crate::parse::Documents;
use crate::plan::Plan;
use crate::po;
use crate::report::printable;
use crate::source::{Content, File, Tree};
use crate::translating::{self, Accepted, Coverage, State, TranslatedRecord};
use crate::translation::{Role, file_of};
use crate::vocabulary::Audience;

/// Show how much of the book is translated, and exchange the texts with translators.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook translations                       how much is translated, by language and kind of record\n  planbook translations --list                the texts that are missing or no longer fit\n  planbook translations --po ja ja.po         write the texts for Poedit, Weblate or Crowdin\n  planbook translations --po-in ja.po         bring their translations back into the book\n  planbook translations --accept              note which originals the new translations were made from\n  planbook translations --accept FILE         the same of this file, whose originals have changed since\n\nA translation stands beside its record: content/plan.ja.md beside content/plan.md. See docs/translate.md."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// List the texts that are missing or no longer fit their originals
    #[arg(long)]
    list: bool,
    /// Write a PO file of a language
    #[arg(long, num_args = 2, value_names = ["LANGUAGE", "FILE"], conflicts_with_all = ["list", "accept", "po_in"])]
    po: Vec<String>,
    /// With `--po`: also write texts that only the internal site shows
    #[arg(long, requires = "po")]
    internal: bool,
    /// Bring the translations of a PO file into the book
    #[arg(long, value_name = "FILE", conflicts_with_all = ["list", "accept"])]
    po_in: Option<PathBuf>,
    /// Note that translations fit the originals that are there now: new ones, or those in these files
    #[arg(long, value_name = "FILE", num_args = 0.., conflicts_with = "list")]
    accept: Option<Vec<PathBuf>>,
    /// The files of `--accept`, where another option stands before them
    #[arg(value_name = "FILE", requires = "accept", hide = true)]
    files: Vec<PathBuf>,
    /// Show what `--po-in` or `--accept` would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (tree, found) = load(&arguments.root)?;
    let (config, _) = config::read(&tree);
    if config.translations().is_empty() {
        bail!(
            "the book has no language but `{}`\n  help: name the others in book.toml: `languages = [\"{}\", \"ja\"]`",
            config.language(),
            config.language()
        );
    }
    // A file that cannot be read has no texts, and what is said of the others would be wrong.
    if Diagnostic::any_error(&found) {
        say_problems(&found, &tree);
        return Ok(ExitCode::from(1));
    }
    if let [language, file] = arguments.po.as_slice() {
        return write_po(arguments, &tree, &config, language, Path::new(file));
    }
    if let Some(file) = &arguments.po_in {
        return read_po(arguments, &tree, &config, file);
    }
    if let Some(files) = &arguments.accept {
        return accept(arguments, &tree, &config, &[files.as_slice(), &arguments.files].concat());
    }
    for language in config.translations() {
        let records = translating::records(&tree, &config, language);
        let shown = if arguments.list { work(&records) } else { table(&translating::coverage(&records)) };
        say(&format!("{language}\n{shown}"));
    }
    Ok(ExitCode::SUCCESS)
}

/// The language of the book that was asked for.
fn known<'c>(config: &'c Config, language: &str) -> anyhow::Result<&'c str> {
    // Tools of gettext write `zh_Hant` and `ja_JP`.
    let code = language.replace('_', "-");
    let find = |code: &str| config.translations().iter().find(|known| known.eq_ignore_ascii_case(code));
    match find(&code).or_else(|| find(code.split('-').next().unwrap_or(&code))) {
        Some(known) => Ok(known),
        None => bail!(
            "the book has no translations into `{language}`\n  help: it is translated into {}; book.toml names its languages",
            config.translations().join(", ")
        ),
    }
}

#[expect(clippy::disallowed_methods, reason = "the file belongs to translators, not to the book")]
fn write_po(
    arguments: &Arguments,
    tree: &Tree,
    config: &Config,
    language: &str,
    file: &Path,
) -> anyhow::Result<ExitCode> {
    let language = known(config, language)?;
    // What is written may replace what is there, which no record should be.
    if file.extension().is_none_or(|end| end != "po") {
        bail!(
            "{} is no name of a PO file\n  help: write a name that ends in .po, such as {language}.po",
            file.display()
        );
    }
    let audience = if arguments.internal { Audience::Internal } else { Audience::Public };
    let records = match audience {
        Audience::Internal => {
            let mut records = translating::records(tree, config, language);
            // Nothing says whether an earlier text was public then, so only these files have it.
            earlier::find(&mut records, &arguments.root.root, tree);
            records
        }
        Audience::Public => public_records(tree, config, language),
    };
    let po = translating::po_file(&records, language, audience);
    let text = po::write(&po, concat!("planbook ", env!("CARGO_PKG_VERSION")));
    std::fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))?;
    let fuzzy = po.entries.iter().filter(|entry| entry.fuzzy).count();
    let open = po.entries.iter().filter(|entry| entry.translation.is_empty()).count();
    say(&format!(
        "wrote {} texts to {}: {open} without a translation, {fuzzy} fuzzy\n",
        po.entries.len(),
        printable(&file.display().to_string())
    ));
    let left_out = translating::left_out(&records);
    if audience == Audience::Public && !left_out.is_empty() {
        let texts = left_out.iter().map(|text| format!("  {}\n", printable(text))).collect::<String>();
        say(&format!(
            "left out {} with an internal block, which `--internal` writes:\n{texts}",
            counted(left_out.len(), "text")
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// The records that the public site has something of, with what it shows.
fn public_records(tree: &Tree, config: &Config, language: &str) -> Vec<TranslatedRecord> {
    let book = build::read(tree, Vec::new(), today(tree));
    let documents = &book.views.public.documents;
    let all = std::iter::once(documents).chain(&documents.editions).flat_map(Documents::records);
    let public: BTreeSet<String> = all.map(|record| record.path.clone()).collect();
    let hidden = &names(&book.views.internal.plan) - &names(&book.views.public.plan);
    // A name is called by its last part where it is used: that of an indicator by the items that have it.
    let hidden = hidden.into_iter().map(|(_, name)| name).collect();
    let mut records = translating::records_hiding(tree, config, language, &hidden);
    records.retain(|record| public.contains(&record.source.path));
    records
}

/// The names of a plan, its editions and their records: ids, old ids, and those of indicators, each with what it belongs to.
fn names(plan: &Plan) -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    for ix in plan.record_indices() {
        let aliases = plan.record(ix).map(|(record, _)| record.aliases.as_slice()).unwrap_or_default();
        let ids = plan.id(ix).into_iter().chain(aliases.iter().map(|alias| alias.value.as_str()));
        all.extend(ids.map(|id| (String::new(), id.to_owned())));
    }
    for item in plan.items.iter() {
        let of_item = item.document.measured.iter().map(|indicator| indicator.id.value.clone());
        all.extend(of_item.map(|id| (item.document.id.as_str().to_owned(), id)));
    }
    for edition in &plan.editions {
        all.insert((String::new(), edition.name.clone()));
        all.extend(names(&edition.plan));
    }
    all
}

#[expect(clippy::disallowed_methods, reason = "the file belongs to translators, not to the book")]
fn read_po(arguments: &Arguments, tree: &Tree, config: &Config, file: &Path) -> anyhow::Result<ExitCode> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let Ok(text) = String::from_utf8(bytes) else {
        bail!(
            "{} is not in UTF-8\n  help: save it as UTF-8 in the program that you translate with",
            file.display()
        );
    };
    // The mistakes of the file are shown over its lines, like those of a book.
    let path = file.display().to_string();
    let own = Tree::of([File { path, content: Content::Text(text.as_str().into()) }]);
    let text = text.as_str();
    let (po, mut problems) = po::read(text, FileId(0));
    if Diagnostic::any_error(&problems) {
        say_problems(&problems, &own);
        return Ok(ExitCode::from(1));
    }
    let Some(language) = &po.language else {
        bail!(
            "{} does not say which language it is in\n  help: its header needs a line such as `\"Language: ja\\n\"`",
            file.display()
        );
    };
    let language = known(config, language)?;
    let records = translating::records(tree, config, language);
    let brought = translating::bring_in(&records, &po, language);
    problems.extend(brought.problems);
    let errors = po_problems::new_errors(tree, config, language, (&brought.files, &po));
    let is_refused = !errors.is_empty();
    problems.extend(errors);
    say_problems(&problems, &own);
    if is_refused {
        say("nothing was changed: the book could not be built with these translations\n");
        return Ok(ExitCode::from(1));
    }
    finish(arguments, &brought.files)?;
    if brought.fuzzy > 0 {
        say(&format!("fuzzy, and left alone: {}\n", counted(brought.fuzzy, "text")));
    }
    Ok(ExitCode::SUCCESS)
}

fn accept(
    arguments: &Arguments,
    tree: &Tree,
    config: &Config,
    files: &[PathBuf],
) -> anyhow::Result<ExitCode> {
    let mut changes = Vec::new();
    let mut unknown: Vec<&PathBuf> = files.iter().collect();
    for language in config.translations() {
        let mut records = translating::records(tree, config, language);
        if !files.is_empty() {
            records.retain(|record| {
                let named = |file: &Path| {
                    let path =
                        arguments.root.root.join(record.source.file.as_ref().map_or("", |own| &own.path));
                    record.source.file.as_ref().is_some_and(|own| file.ends_with(&own.path)) || file == path
                };
                unknown.retain(|file| !named(file));
                files.iter().any(|file| named(file))
            });
        }
        changes.extend(translating::accept(&records, !files.is_empty()));
    }
    if let Some(file) = unknown.first() {
        bail!(
            "{} is not a translation of a record of this book\n  help: {}",
            file.display(),
            meant_instead(tree, config, file)
        );
    }
    finish(arguments, &changes)?;
    Ok(ExitCode::SUCCESS)
}

/// Which file to name instead of one that is no translation.
fn meant_instead(tree: &Tree, config: &Config, file: &Path) -> String {
    let original =
        tree.below("content/").map(|(_, found)| found.path.as_str()).find(|path| file.ends_with(path));
    let translation =
        |language: &String| file_of(original?, language).filter(|path| tree.find(path).is_some());
    let translations: Vec<String> = config.translations().iter().filter_map(translation).collect();
    match (translations.is_empty(), original) {
        (false, _) => format!("name its translation: {}", translations.join(", ")),
        (true, Some(path)) => {
            let language = config.translations().first().map_or("", String::as_str);
            let file = file_of(path, language).unwrap_or_default();
            format!("it has no translation yet, which would be {file}")
        }
        (true, None) => "name a file such as content/plan.ja.md".to_owned(),
    }
}

/// Writes what changes, or says what would.
fn finish(arguments: &Arguments, changes: &[Accepted]) -> anyhow::Result<()> {
    let mut said = String::new();
    for change in changes {
        let _ = writeln!(said, "{}: {}", printable(&change.path), counted(change.texts, "text"));
    }
    let texts: usize = changes.iter().map(|change| change.texts).sum();
    let _ = match (changes.is_empty(), arguments.dry_run) {
        (true, _) => writeln!(said, "nothing to change"),
        (false, true) => {
            writeln!(said, "{} in {} would change", counted(texts, "text"), counted(changes.len(), "file"))
        }
        (false, false) => {
            writeln!(said, "{} in {} changed", counted(texts, "text"), counted(changes.len(), "file"))
        }
    };
    if !arguments.dry_run {
        let edit = |change: &Accepted| FileEdit {
            path: arguments.root.root.join(&change.path),
            old: (!change.old.is_empty()).then(|| change.old.clone().into_bytes()),
            new: change.new.clone().into_bytes(),
        };
        edit::write(&changes.iter().map(edit).collect::<Vec<_>>())?;
    }
    say(&said);
    Ok(())
}

fn table(coverage: &Coverage) -> String {
    let mut text = String::from("  kind       records   texts  translated  missing  outdated  untracked\n");
    let records: usize = coverage.kinds.iter().map(|(_, records, _)| records).sum();
    let all = ("all", records, coverage.all);
    for (kind, records, count) in coverage.kinds.iter().chain([&all]) {
        let _ = writeln!(
            text,
            "  {kind:<10} {records:>7}  {:>6}  {:>10}  {:>7}  {:>8}  {:>9}",
            count.texts,
            count.translated,
            count.missing(),
            count.outdated,
            count.untracked
        );
    }
    if coverage.all.titles > 0 {
        let _ = writeln!(
            text,
            "  titles of documents elsewhere, which may stay as they are: {} of {} translated",
            coverage.all.translated_titles, coverage.all.titles
        );
    }
    text
}

/// What is to be done, a line for each text.
fn work(records: &[TranslatedRecord]) -> String {
    let mut text = String::new();
    for record in records {
        for field in record.fields.iter().filter(|field| field.role == Role::Words) {
            let word = match field.state {
                State::Missing => "missing",
                State::Outdated => "outdated",
                State::Untracked => "untracked",
                State::Same | State::Current => continue,
            };
            let _ = writeln!(
                text,
                "  {word:<9}  {} {}",
                printable(&record.source.path),
                printable(field.path.as_str())
            );
        }
    }
    if text.is_empty() { "  nothing to do\n".to_owned() } else { text }
}
