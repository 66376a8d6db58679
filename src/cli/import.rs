//! `planbook import`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};

use super::{outline, reimport, say, table_map};
use crate::date::{Date, Precision};
use crate::edit::{self, FileEdit};
use crate::failure::Failure;
use crate::import::{self, Bullets, Decisions, Level, Restart, Roman, Wrap};
use crate::vocabulary::{Choice as _, Kind};
use crate::write;

/// Create a book from the text of a plan, or from a table.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook import plan.txt                            show the outline, write nothing\n  planbook import plan.txt --into plans/harbour       write the book\n  planbook import plan.txt --outline plan.outline     write the outline to a file; correct it, then:\n  planbook import plan.txt --outline plan.outline --into plans/harbour\n  planbook import plan.md --areas-are '##' --items-are 1.\n  planbook import actions.csv --into plans/harbour --column text=Commitment --kind deliverable\n  planbook import actions.csv --map actions.toml --into plans/harbour --update --dry-run\n\nThe report shows where every line of the source went, what planbook decided, and which flag changes that. Does not change files that already exist. See docs/import.md."
)]
pub(super) struct Arguments {
    /// The text of the plan (plain, Markdown, HTML or Word .docx), or a table (CSV, TSV, Excel .xlsx or OpenDocument .ods)
    file: PathBuf,
    /// The folder of the new book; without it, planbook shows the outline and writes nothing
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// Import a table again: add to the book in --into what is new, report every other difference, and change no file
    #[arg(long, requires = "into", conflicts_with = "outline")]
    update: bool,
    /// Show what each line of the text is, or what an update would write, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// The outline file: written if it does not exist, with a row for each line of the text; otherwise planbook obeys it
    #[arg(long, value_name = "FILE")]
    outline: Option<PathBuf>,
    /// Update the outline file for a newer version of the text: keep all letters and numbers, and mark new lines with `?`
    #[arg(long, requires = "outline")]
    update_outline: bool,
    /// Write the whole report, with every line of the source, to this file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[command(flatten)]
    styles: Styles,
    #[command(flatten)]
    about: About,
    /// The column of a table that holds a key, as in `title=Name`; you can give this several times
    #[arg(long, value_name = "KEY=NAME", value_parser = parse_column)]
    column: Vec<(String, String)>,
    /// The mapping file: written with what each column is if it does not exist; otherwise planbook obeys it
    #[arg(long, value_name = "FILE", conflicts_with = "column")]
    map: Option<PathBuf>,
    /// The day of the statuses of a table that has no column for it; each status becomes an update of that day
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    status_date: Option<String>,
    /// The sheet of a spreadsheet [default: the first one that has the names of columns]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The separator of the columns of a table: `,` `;` `|` or `tab` [default: the most frequent one in the first line]
    #[arg(long, value_name = "SIGN", value_parser = parse_separator)]
    separator: Option<char>,
}

/// How the outline is read.
#[derive(Debug, clap::Args)]
struct Styles {
    /// How areas are marked: the first number as the text has it, such as `1.`, `A.`, `Pillar`, `##`, `bold`, or `none`
    #[arg(long, value_name = "STYLE", default_value = "detected", value_parser = Level::parse)]
    areas_are: Level,
    /// How items are marked: such as `(1)`, `1.1`, `bullet`, `A1`
    #[arg(long, value_name = "STYLE", default_value = "detected", value_parser = Level::parse)]
    items_are: Level,
    /// How parts of items are marked: such as `(a)`, `1.1.1`, `bullet`
    #[arg(long, value_name = "STYLE", default_value = "detected", value_parser = Level::parse)]
    parts_are: Level,
    /// A number that occurs again: `keep` it with a letter (3.1b), or `continue` with the next free number
    #[arg(long, value_name = "HOW", default_value = "keep", value_parser = parse_restart)]
    restart: Restart,
    /// Wrapped lines: `join` them with a space, or `keep` them as lines
    #[arg(long, value_name = "HOW", default_value = "join", value_parser = parse_wrap)]
    wrap: Wrap,
    /// Bullets without a number: `records`, numbered in their order, or `text` of the record above
    #[arg(long, value_name = "WHAT", default_value = "records", value_parser = parse_bullets)]
    bullets: Bullets,
    /// Roman numbers in ids: `auto` (numbers for areas and beyond viii), `keep`, or `numbers`
    #[arg(long, value_name = "HOW", default_value = "auto", value_parser = parse_roman)]
    roman: Roman,
}

/// What the files say that the source does not.
#[derive(Debug, clap::Args)]
struct About {
    /// The kind of items that do not state one
    #[arg(long, value_name = "KIND", default_value = "continuing", value_parser = parse_kind)]
    kind: Kind,
    /// The lead agencies of items that name none, separated by commas
    #[arg(long, value_name = "AGENCIES", value_delimiter = ',')]
    lead: Vec<String>,
    /// The plan's name [default: the first lines of the text]
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// When the plan was adopted [default: a date before the first number, if there is one]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    adopted: Option<String>,
    /// The parties of the plan, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    parties: Vec<String>,
    /// The language of the text [default: as its letters and frequent words show, otherwise en]
    #[arg(long, visible_alias = "language", value_name = "CODE", value_parser = parse_language)]
    lang: Option<String>,
}

/// A flag that takes one of a few words.
fn one_of<T: Copy>(text: &str, choices: &[(&str, T)]) -> Result<T, String> {
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    let found = choices.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice);
    found.ok_or_else(|| format!("write one of {}", words.join(", ")))
}

fn parse_restart(text: &str) -> Result<Restart, String> {
    one_of(text, &[("keep", Restart::Keep), ("continue", Restart::Continue)])
}

fn parse_wrap(text: &str) -> Result<Wrap, String> {
    one_of(text, &[("join", Wrap::Join), ("keep", Wrap::Keep)])
}

fn parse_bullets(text: &str) -> Result<Bullets, String> {
    one_of(text, &[("records", Bullets::Records), ("text", Bullets::Text)])
}

fn parse_roman(text: &str) -> Result<Roman, String> {
    one_of(text, &[("auto", Roman::Auto), ("keep", Roman::Keep), ("numbers", Roman::Numbers)])
}

fn parse_kind(text: &str) -> Result<Kind, String> {
    one_of(text, Kind::CHOICES)
}

fn parse_date(text: &str) -> Result<String, String> {
    match Date::parse(text, 1) {
        Ok(date) if date.precision != Precision::Ongoing => Ok(date.text),
        Ok(_) => Err("write a date, such as 2009-12".to_owned()),
        Err(problem) => Err(problem.0),
    }
}

fn parse_language(text: &str) -> Result<String, String> {
    let good = (2..=3).contains(&text.len()) && text.chars().all(|sign| sign.is_ascii_lowercase());
    if good {
        Ok(text.to_owned())
    } else {
        Err("write a language code of small letters, such as en or ja".to_owned())
    }
}

fn parse_separator(text: &str) -> Result<char, String> {
    one_of(text, &[(",", ','), (";", ';'), ("|", '|'), ("tab", '\t'), ("\t", '\t')])
}

fn parse_column(text: &str) -> Result<(String, String), String> {
    let (key, name) = text.split_once('=').ok_or("write KEY=NAME, as in title=Name")?;
    Ok((key.trim().to_owned(), name.trim().to_owned()))
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let file = &arguments.file;
    let bytes = read(file)?;
    let said = |problem: String| anyhow!("{} cannot be imported: {problem}", file.display());
    let mut chosen = table_map::decisions(arguments.map.as_deref(), decisions(arguments))?;
    let book = match arguments.into.as_ref().filter(|_| arguments.update) {
        Some(into) => Some(reimport::Opened::of(into)?),
        None => None,
    };
    // What is added to a book is in its language.
    chosen.lang = chosen.lang.or_else(|| book.as_ref().map(reimport::Opened::language));
    let source = import::open(&bytes, is_table(file), &chosen).map_err(said)?;
    let decisions = source.decisions(chosen);
    let found = match outline_of(arguments, &source, &decisions)? {
        outline::Outcome::Read(found) => *found,
        outline::Outcome::Written(what) => {
            say(&what);
            return Ok(ExitCode::SUCCESS);
        }
    };
    let map = table_map::to_write(arguments.map.as_deref(), &found, &decisions)?;
    if let Some(report) =
        arguments.report.as_ref().filter(|report| write::is_there(report) && !is_report(report))
    {
        bail!(
            "{} already exists and is not a report, so nothing was written\n  help: choose another --report",
            report.display()
        );
    }
    if let Some((into, book)) = arguments.into.as_ref().zip(book) {
        let asked = reimport::Asked { file, into, dry_run: arguments.dry_run };
        return reimport::run(
            &asked,
            &found,
            &decisions,
            arguments.map.as_deref().zip(map.as_ref().map(|map| map.text.as_str())),
            book,
        );
    }
    let into = arguments.into.as_ref().filter(|_| !arguments.dry_run);
    let written = match into {
        Some(into) => Some(write_book(into, &import::files(&found, &decisions))?),
        None => None,
    };
    let map = map.filter(|_| !arguments.dry_run);
    if let Some(map) = &map {
        write::new_file(map.path, &map.text)?;
    }
    if let Some(report) = &arguments.report {
        write_report(report, &import::report(&found, true))?;
    }
    let mut shown = String::new();
    match written {
        None if arguments.dry_run
            && let Some(text) = source.text() =>
        {
            outline::show(text, arguments.outline.as_deref(), &decisions)?;
            shown.push('\n');
        }
        None => shown += &format!("{}\n", import::tree(&found)),
        Some(_) => {}
    }
    shown += &import::report(&found, false);
    if let Some(map) = &map {
        shown += &format!(
            "\nwrote the mapping of the columns to {}: correct it in an editor; planbook obeys it from now on\n",
            map.path.display()
        );
    }
    match (&written, into) {
        (Some(count), Some(into)) => {
            let into = into.display();
            shown += &format!(
                "\nwrote {count} files to {into}\n  next: replace each FILL IN in them, then run: planbook check --root {into}\n"
            );
        }
        _ => {
            let correct = match source.text() {
                Some(_) => "--outline FILE to correct what each line is",
                None => "--map FILE to correct what each column is",
            };
            shown +=
                &format!("\nnothing was written\n  next: add --into DIR to write the book, or {correct}\n");
        }
    }
    say(&shown);
    Ok(ExitCode::SUCCESS)
}

/// What the source comes to, with its outline file if there is one.
fn outline_of(
    arguments: &Arguments,
    source: &import::Source,
    decisions: &Decisions,
) -> anyhow::Result<outline::Outcome> {
    let asked = outline::Asked {
        file: &arguments.file,
        outline: arguments.outline.as_deref(),
        renew: arguments.update_outline,
        dry_run: arguments.dry_run,
    };
    outline::read(&asked, source, decisions)
}

fn decisions(arguments: &Arguments) -> Decisions {
    let (styles, about) = (&arguments.styles, &arguments.about);
    let trimmed = |names: &[String]| -> Vec<String> {
        names.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
    };
    Decisions {
        areas: styles.areas_are.clone(),
        items: styles.items_are.clone(),
        parts: styles.parts_are.clone(),
        restart: styles.restart,
        wrap: styles.wrap,
        bullets: styles.bullets,
        roman: styles.roman,
        kind: about.kind,
        lead: trimmed(&about.lead),
        title: about.title.clone(),
        adopted: about.adopted.clone(),
        parties: trimmed(&about.parties),
        lang: about.lang.clone(),
        columns: arguments.column.clone(),
        map: None,
        status_date: arguments.status_date.clone(),
        sheet: arguments.sheet.clone(),
        separator: arguments.separator,
    }
}

/// Tables in a text are known by their names.
fn is_table(file: &Path) -> bool {
    let end = file.extension().and_then(|end| end.to_str()).unwrap_or("").to_lowercase();
    matches!(end.as_str(), "csv" | "tsv" | "tab")
}

#[expect(clippy::disallowed_methods, reason = "the source of an import is no file of a book")]
fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Whether a file is the report of a run before: another run may replace it.
fn is_report(file: &Path) -> bool {
    read(file).is_ok_and(|bytes| bytes.starts_with(import::REPORT_BEGINS.as_bytes()))
}

fn write_report(file: &Path, text: &str) -> anyhow::Result<()> {
    if !write::is_there(file) {
        return Ok(write::new_file(file, text)?);
    }
    let change = FileEdit { path: file.to_owned(), old: Some(read(file)?), new: text.as_bytes().to_vec() };
    Ok(edit::write(&[change])?)
}

/// Writes the book; one that already exists only gets what it does not have.
fn write_book(into: &Path, files: &[(String, String)]) -> anyhow::Result<usize> {
    match write::new_folder(into, files) {
        Ok(()) => return Ok(files.len()),
        Err(Failure::AlreadyThere(_)) => {}
        Err(other) => return Err(other.into()),
    }
    let there = write::taken(into, files);
    if there.is_empty() {
        write::new_files(into, files)?;
        return Ok(files.len());
    }
    let shown: Vec<String> = there.iter().take(5).map(|path| format!("  {path}")).collect();
    bail!(
        "{} already contains {} of the files, so nothing was written:\n{}\n  help: choose another --into",
        into.display(),
        there.len(),
        shown.join("\n")
    )
}
