//! The finished site: which files there are, and how each is made when it is wanted.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Span, code};

/// How the bytes of a file are made from a `C`.
pub enum Body<C: ?Sized> {
    /// They are there already.
    Bytes(Vec<u8>),
    /// On demand: a pure function of what is published.
    Deferred(Render<C>),
}

/// Makes the bytes of one file.
pub type Render<C> = Box<dyn Fn(&C) -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync>;

/// A file of the site.
pub struct Page<C: ?Sized> {
    /// Its path from the site's root.
    pub path: String,
    /// Its bytes.
    pub body: Body<C>,
    /// The record that it belongs to, for the report when two want one path.
    pub owner: Option<Span>,
}

/// All files, by path.
pub struct Site<C: ?Sized> {
    pages: BTreeMap<String, Page<C>>,
}

impl<C: ?Sized> Default for Site<C> {
    fn default() -> Self {
        Self { pages: BTreeMap::new() }
    }
}

impl<C: ?Sized> Site<C> {
    /// Adds a file; that its path is taken is reported. Ids are lower case, so paths never differ in case alone.
    pub fn add(&mut self, page: Page<C>) -> Option<Diagnostic> {
        if let Some(taken) = self.pages.get(&page.path) {
            return Some(collision(code::URL_COLLISION, &page, taken));
        }
        self.pages.insert(page.path.clone(), page);
        None
    }

    /// Every file, in order of path.
    pub fn pages(&self) -> impl Iterator<Item = &Page<C>> {
        self.pages.values()
    }

    /// The file at a path.
    pub fn page(&self, path: &str) -> Option<&Page<C>> {
        self.pages.get(path)
    }
}

impl<C: ?Sized> Page<C> {
    /// The bytes.
    ///
    /// # Errors
    /// A template that cannot be rendered.
    pub fn bytes(&self, context: &C) -> Result<std::borrow::Cow<'_, [u8]>, Box<Diagnostic>> {
        match &self.body {
            Body::Bytes(bytes) => Ok(bytes.into()),
            Body::Deferred(render) => render(context).map(Into::into),
        }
    }
}

fn collision<C: ?Sized>(code: Code, page: &Page<C>, taken: &Page<C>) -> Diagnostic {
    let address = page.path.strip_suffix("index.html").unwrap_or(&page.path);
    let message = format!("the address /{address} is taken");
    let span = page.owner.or(taken.owner);
    let diagnostic = match span {
        Some(span) => Diagnostic::new(code, span, message),
        None => Diagnostic::placeless(code, message),
    };
    let diagnostic = diagnostic.help("rename one of the two records, or remove the alias");
    match taken.owner.filter(|other| Some(*other) != span) {
        Some(other) => diagnostic.label(other, "this record has it"),
        None => diagnostic,
    }
}
