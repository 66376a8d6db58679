//! Writes the site of `hostile.test.mjs`: books in which each line of `payloads.txt` stands in every place that takes
//! words. `cargo run --example hostile_site -- FOLDER`
//!
//! Such books have errors, so a build would write nothing. Here their pages are made all the same: what is to be proven
//! is that even then nothing on them can run. What is where is told in `report.json`.

mod books;
mod payloads;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use planbook::build;
use planbook::date::{Date, Day};
use planbook::diag::code;
use planbook::outputs::OutputPage;
use planbook::publish::Options;
use planbook::source::Tree;
use planbook::vocabulary::Audience;
use rayon::prelude::*;

use books::Files;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Of how many payloads one has a turn: a page takes a browser some time, and the lists show all of them.
const EVERY: usize = 4;
/// Every payload has a book with nothing else in it. Of that the page of the item is written, which has the most of all:
/// the payload is its text, too. For some payloads, in turns, those of one of these templates are written as well.
const TURNS: [&str; 9] = [
    "home.html",
    "404.html",
    "area.html",
    "agency.html",
    "forum.html",
    "update.html",
    "source.html",
    "page.html",
    "edition.html",
];

fn main() -> Outcome<()> {
    let out = PathBuf::from(std::env::args_os().nth(1).ok_or("say into which folder the site goes")?);
    let payloads = payloads::read();
    let public = Audience::Public;

    let of_records =
        ["item.html", "area.html", "agency.html", "forum.html", "update.html", "source.html", "page.html"];
    let lists = |page: &OutputPage| {
        let path = match page.path.strip_prefix("editions/") {
            // Every payload has an edition. The pages of one are made of the same as those of all others.
            Some(rest) if rest.contains('/') => match rest.strip_prefix("whole/") {
                Some(path) => path,
                None => return false,
            },
            _ => &page.path,
        };
        match page.template {
            // Those of the whole site have everything, and a browser takes no feed for a page.
            Some("feed-entry.xml") => false,
            Some(_) if path.starts_with("progress/areas/") => path.starts_with("progress/areas/1/"),
            Some(_) if path.starts_with("progress/agencies/") => path.starts_with("progress/agencies/a1/"),
            Some(template) => !of_records.contains(&template),
            None => true,
        }
    };
    let mut made = vec![
        write(&out, "all", books::records(&payloads, None), public, lists)?,
        write(&out, "words", books::words(&payloads)?, Audience::Internal, |page| {
            page.template != Some("feed-entry.xml")
        })?,
    ];
    let alone = payloads.par_iter().enumerate().map(|(index, payload)| {
        let book = books::records(std::slice::from_ref(payload), Some(payload));
        let turn = (index % EVERY == 0).then(|| TURNS[index / EVERY % TURNS.len()]);
        // A page without its style sheet is loaded sooner, and has the same in it.
        let wanted = |page: &OutputPage| match page.template {
            None => false,
            // The item of the edition has less than the item of the plan.
            Some("item.html") => !page.path.starts_with("editions/"),
            template => template == turn,
        };
        let audience = if index % 2 == 0 { public } else { Audience::Internal };
        write(&out, &format!("alone/{index}"), book, audience, wanted)
    });
    made.extend(alone.collect::<Outcome<Vec<_>>>()?);

    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for book in &made {
        book.codes.iter().for_each(|(code, count)| *codes.entry(code).or_default() += count);
    }
    let pages: Vec<&Page> = made.iter().flat_map(|book| &book.pages).collect();
    let report = serde_json::json!({
        "payloads": payloads, "pages": pages, "codes": codes, "names": names(&payloads)?,
    });
    save(&out.join("report.json"), report.to_string().as_bytes())
}

/// A page that was written.
#[derive(serde::Serialize)]
struct Page {
    path: String,
    template: &'static str,
}

/// What was made of a book.
struct Made {
    pages: Vec<Page>,
    codes: BTreeMap<&'static str, usize>,
}

/// Renders the wanted files of a book into a folder, whatever is wrong with it; pages together with their cards.
fn write(
    out: &Path,
    folder: &str,
    files: Files,
    audience: Audience,
    wanted: impl Fn(&OutputPage) -> bool,
) -> Outcome<Made> {
    let (tree, found) = Tree::new(files);
    let tree = Arc::new(tree);
    let mut book = build::read(&tree, found, today()?);
    // With an address there are cards, and the links of 404.html lead somewhere.
    let base_url = Some(format!("https://plan.example/{folder}/"));
    let options = Options { as_of: today()?, audience, base_url, repository: None };
    let (context, site) = build::site(&mut book, &tree, &options).ok_or("the theme cannot be used")?;
    let is_card = |page: &OutputPage| page.template == Some("card.svg");
    let folders: BTreeSet<&str> = site
        .pages()
        .iter()
        .filter(|page| !is_card(page) && wanted(page))
        .filter_map(|page| page.path.strip_suffix("index.html"))
        .collect();
    let pages: Vec<&OutputPage> = site
        .pages()
        .iter()
        .filter(|page| match page.path.strip_suffix("card.png") {
            Some(folder) if is_card(page) => folders.contains(folder),
            _ => wanted(page),
        })
        .collect();
    pages.par_iter().try_for_each(|page| -> Outcome<()> {
        let bytes = page.bytes(&context).map_err(|problem| problem.message)?;
        save(&out.join(folder).join(&page.path), &bytes)
    })?;
    let mut codes = BTreeMap::new();
    book.diagnostics.iter().for_each(|problem| *codes.entry(problem.code.name).or_default() += 1);
    let shown = pages
        .iter()
        .filter_map(|page| Some(Page { path: format!("{folder}/{}", page.path), template: page.template? }));
    Ok(Made { pages: shown.collect(), codes })
}

/// What came of files and ids that have a payload as their name.
#[derive(serde::Serialize)]
struct Names {
    tried: usize,
    /// Files of the book that are not refused.
    accepted: Vec<String>,
    /// Files of the site with characters in their path that no id may have.
    odd: Vec<String>,
}

fn names(payloads: &[String]) -> Outcome<Names> {
    let named = books::names(payloads);
    let tried: BTreeSet<String> = named.keys().cloned().collect();
    let mut files = books::records(&["plain".to_owned()], None);
    files.extend(named);
    let (tree, found) = Tree::new(files);
    let tree = Arc::new(tree);
    let mut book = build::read(&tree, found, today()?);
    let options = Options { as_of: today()?, audience: Audience::Internal, base_url: None, repository: None };
    let (_, site) = build::site(&mut book, &tree, &options).ok_or("the theme cannot be used")?;
    let refusing = |problem: &&planbook::diag::Diagnostic| {
        // A payload with a `/` makes folders that no record can be in.
        problem.code == code::BAD_ID || problem.code == code::MISPLACED_FILE
    };
    let refused: BTreeSet<&str> = book
        .diagnostics
        .iter()
        .filter(refusing)
        .filter_map(|problem| problem.span)
        .map(|span| tree.path(span.file))
        .collect();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._/".contains(c);
    // The name of this file is not ours to choose. Each plan of a book has one.
    let is_odd = |path: &String| !path.strip_suffix("CITATION.cff").unwrap_or(path).chars().all(plain);
    // No page came of any of them, whichever file a report named.
    let odd = site.pages().iter().map(|page| page.path.clone()).filter(is_odd);
    // Files of one folder with the same fault are one report, at the first of them.
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let reported: BTreeSet<_> = refused.iter().map(|path| folder(path)).collect();
    let is_refused = |path: &str| refused.contains(path) || reported.contains(&folder(path));
    let accepted = tried.iter().filter(|path| !is_refused(path)).cloned();
    Ok(Names { tried: tried.len(), accepted: accepted.collect(), odd: odd.collect() })
}

fn today() -> Outcome<Day> {
    Ok(Date::parse("2024-06-30", 1).map_err(|_| "not a day")?.earliest)
}

#[expect(clippy::disallowed_methods, reason = "the site of a test, in a folder that the test clears")]
fn save(path: &Path, bytes: &[u8]) -> Outcome<()> {
    std::fs::create_dir_all(path.parent().unwrap_or(path))?;
    Ok(std::fs::write(path, bytes)?)
}
