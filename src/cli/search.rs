//! `planbook search`

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::bail;

use super::terminal::counted;
use super::{Root, load, say, say_problems, search_paths, today};
use crate::build;
use crate::outputs;
use crate::publish::Options;
use crate::report::printable;
use crate::search::{Collection, Entry, Found, Index};
use crate::vocabulary::Audience;

/// Find records by their words, numbers and names, and the files to edit.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook search logistics\n  planbook search money laundering --kind item\n  planbook search '3(1)'                 a number, as the plan writes it\n  planbook search 物品役務               in any language of the book\n  planbook search 3.1-logistics.md       a file or a folder, by its path or the end of it\n  planbook search customs --limit 50\n\nThe search is that of the site, but for what is internal, which it finds, too: what fits best comes first, then what has some of the words. Each result has its kind, its number if it has one, its title and its file, whose name is its id."
)]
pub(super) struct Arguments {
    /// The words
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    #[command(flatten)]
    root: Root,
    /// Only records of this kind: item, part, area, agency, forum, update, source or page
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// The language whose titles are shown [default: the first of the book]
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// How many results are shown
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    limit: usize,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let query = arguments.words.join(" ");
    if query.trim().is_empty() {
        bail!(
            "there is no word to look for\n  help: write a word, a number or a name: `planbook search logistics`"
        );
    }
    let (tree, found) = load(&arguments.root)?;
    let today = today(&tree);
    let mut book = build::read(&tree, found, today);
    let options = Options { audience: Audience::Internal, as_of: today, base_url: None, repository: None };
    let Some((context, _)) = build::site(&mut book, &tree, &options) else {
        say_problems(&book.diagnostics, &tree);
        return Ok(ExitCode::from(1));
    };
    let all = outputs::collections(&context);
    let path = search_paths::of_record(&query, all.iter().map(|collection| collection.language.as_str()));
    let collection = collection(all, arguments.language.as_deref())?;
    let kind = arguments.kind.as_deref().map(|kind| kind_of(&collection, kind)).transpose()?;
    let answer = Index::of(&collection).find(&query);
    let is_kind = |entry: &&Entry| kind.is_none_or(|kind| entry.kind == kind);
    let mut entries: Vec<&Entry> = at_path(&collection, &path).into_iter().filter(is_kind).collect();
    let at_path = entries.len();
    if at_path == 0 || !answer.is_partial {
        let found = answer.found.iter().filter_map(|Found { entry, .. }| collection.entries.get(*entry));
        let others =
            found.filter(is_kind).filter(|found| entries.iter().all(|entry| !std::ptr::eq(*entry, *found)));
        let others: Vec<&Entry> = others.collect();
        entries.extend(others);
    }
    if answer.is_partial && at_path == 0 && !entries.is_empty() {
        say("nothing has all of these words; these have some of them:\n");
    }
    say(&shown(&collection, &entries, arguments.limit, &query));
    Ok(ExitCode::SUCCESS)
}

/// The records that are written in a file, or in the files of a folder.
fn at_path<'c>(collection: &'c Collection, path: &str) -> Vec<&'c Entry> {
    let all = collection.entries.iter();
    let fitting = all.filter_map(|entry| {
        let file = entry.file.as_deref()?;
        Some((search_paths::fits(file, path)?, file, entry))
    });
    let mut found: Vec<(usize, &str, &Entry)> = fitting.collect();
    found.sort_by_key(|(fit, file, _)| (*fit, *file));
    found.into_iter().map(|(.., entry)| entry).collect()
}

/// What can be found in a language of the book.
fn collection(mut all: Vec<Collection>, language: Option<&str>) -> anyhow::Result<Collection> {
    let Some(language) = language else { return Ok(all.swap_remove(0)) };
    match all.iter().position(|collection| collection.language == language) {
        Some(at) => Ok(all.swap_remove(at)),
        None => {
            let known: Vec<&str> = all.iter().map(|collection| collection.language.as_str()).collect();
            bail!("the book has no language `{language}`\n  help: it has {}", known.join(", "))
        }
    }
}

fn kind_of(collection: &Collection, kind: &str) -> anyhow::Result<usize> {
    let found = collection.kinds.iter().position(|known| known.key == kind);
    found.ok_or_else(|| {
        let known: Vec<&str> = collection.kinds.iter().map(|kind| kind.key).collect();
        anyhow::anyhow!("`{kind}` is no kind of record\n  help: one of {}", known.join(", "))
    })
}

fn shown(collection: &Collection, entries: &[&Entry], limit: usize, query: &str) -> String {
    let mut text = String::new();
    if entries.is_empty() {
        let _ = writeln!(
            text,
            "nothing has these words: {}\n  help: try fewer words, the beginning of a word, or a number such as 3.1",
            printable(query)
        );
        return text;
    }
    for entry in entries.iter().take(limit) {
        let kind = collection.kinds.get(entry.kind).map_or("", |kind| kind.key);
        let number = entry.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
        let _ = writeln!(text, "{kind}{number}: {}", printable(&entry.title));
        let place = entry.file.as_deref().unwrap_or(&entry.address);
        let _ = writeln!(text, "  {}", printable(place));
    }
    let rest = entries.len().saturating_sub(limit);
    if rest > 0 {
        let _ = writeln!(text, "{} more: show them with `--limit`", counted(rest, "result"));
    }
    text
}
