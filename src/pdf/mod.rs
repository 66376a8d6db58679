//! The whole plan as one PDF: its page, printed by a browser that is installed. The site is the one source of how a plan
//! looks, so there is no second layout to keep; what a browser cannot know is added to its copy of the page.
//!
//! Numbers of pages in the table of contents need a second print: no browser counts pages for the content of a page
//! (`target-counter` of CSS), so they are read from the first PDF and written into the page.

mod browser;
mod destinations;
mod names;
mod page;
mod scratch;
mod stamp;

use std::collections::BTreeMap;

use memchr::memmem;

pub use browser::Browser;
pub use names::MAGIC;
use names::{PAGE, PAPER};
use page::PrintedPage;
use scratch::Scratch;

use crate::date::Day;
use crate::failure::Failure;
use crate::parse::{STATIC_FOLDER, is_logo_type};
use crate::source::Tree;

/// How often the page is printed at most, until the numbers in the table of contents are those of the pages.
const PRINTS: usize = 3;

/// What is printed.
#[derive(Debug, Clone, Copy)]
pub struct PrintJob<'a> {
    /// The files of the site by path; those that [`needs`] names.
    pub files: &'a BTreeMap<String, Vec<u8>>,
    /// The title of the document.
    pub title: &'a str,
    /// The as-of date: it shows the state as of this day; also when it was made, so that the same plan gives the same bytes.
    pub as_of: Day,
    /// Where the site stands. Without it, what leads to its other pages is no link.
    pub base_url: Option<&'a str>,
    /// The size of the paper, as CSS calls it.
    pub paper: &'a str,
}

/// Whether a file of the site of this book takes part in the print: the page, its style, and the pictures for the root of the
/// site, such as the logo. A script does not: the page is printed as it was written.
pub fn needs(tree: &Tree, path: &str) -> bool {
    let is_picture = || is_logo_type(path) && tree.find(&[STATIC_FOLDER, path].concat()).is_some();
    path == PAGE || path.starts_with("assets/") && !path.ends_with(".js") || is_picture()
}

/// Prints the plan.
///
/// # Errors
/// When there is no browser, when it fails or takes too long, or when the temporary folder cannot be used.
pub fn make(job: &PrintJob<'_>, browser: &Browser) -> Result<Vec<u8>, Failure> {
    let scratch = Scratch::new()?;
    for (path, bytes) in job.files.iter().filter(|(path, _)| path.as_str() != PAGE) {
        scratch.write(&format!("site/{path}"), bytes)?;
    }
    scratch.write(&format!("site/plan/{PAPER}"), format!("@page {{ size: {} }}\n", job.paper).as_bytes())?;
    let html = job.files.get(PAGE).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let page = PrintedPage { html: &html, title: job.title, base_url: job.base_url };
    let mut numbers = BTreeMap::new();
    let mut pdf = Vec::new();
    for _ in 0..PRINTS {
        scratch.write(&format!("site/{PAGE}"), page.prepare(&numbers).as_bytes())?;
        pdf = browser.print(&scratch, &format!("site/{PAGE}"))?;
        let found = destinations::pages(&pdf);
        if found == numbers {
            break;
        }
        numbers = found;
    }
    stamp::stamp(&mut pdf, job.as_of);
    // Where this machine keeps its temporary files is nobody's business.
    match memmem::find(&pdf, b"/URI (file:") {
        None => Ok(pdf),
        Some(_) => Err(Failure::LocalLink),
    }
}
