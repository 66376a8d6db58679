//! What an audience means, one behaviour at a time. That nothing else is told is proven by `non_interference` and
//! `canaries`.

mod attachments;
mod blocks;
mod checks;
mod entries;
mod pages;
mod references;

use planbook::diag::Severity;
use planbook::report::{self, Style};

use crate::book::{Book, Outcome, words};

/// The site of a book for one audience. There may be warnings, but no errors.
fn site(book: &Book) -> Outcome {
    let outcome = book.build();
    let errors: Vec<_> =
        outcome.diagnostics.iter().filter(|problem| problem.severity == Severity::Error).cloned().collect();
    assert!(errors.is_empty(), "{}", report::render(&errors, &outcome.tree, Style::Plain));
    outcome
}

impl Outcome {
    /// A file of the site.
    fn html(&self, path: &str) -> String {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("no {path} among {:?}", self.files.keys()));
        String::from_utf8(bytes.clone()).unwrap()
    }

    /// The page of an item, as words.
    fn item(&self, id: &str) -> String {
        words(&self.html(&format!("items/{id}/index.html")))
    }

    /// Whether a word is anywhere in the site.
    fn knows(&self, word: &str) -> bool {
        let within = |text: &[u8]| String::from_utf8_lossy(text).contains(word);
        self.files.iter().any(|(path, bytes)| within(path.as_bytes()) || within(bytes))
    }
}

/// Asserts that the internal site of a book knows a word, and the public one does not. Returns the public one.
fn assert_internal(book: Book, word: &str) -> Outcome {
    let public = site(&book);
    assert!(!public.knows(word), "{word} is on the public site");
    assert!(site(&book.internal()).knows(word), "{word} is not on the internal site");
    public
}

/// The part of a page that is its own.
fn main_of(html: &str) -> &str {
    html.split("<main").nth(1).unwrap().split("</main>").next().unwrap()
}
