//! The finished site: which files there are, and how each is made when it is wanted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Span, code};
use crate::route::{address_of_site, file_of_site, file_over_page, same_address};

/// The file that lists all others with their hashes.
pub const MANIFEST: &str = "manifest.json";

/// The folder of the files that records show.
const ATTACHMENTS: &str = "files/";

/// What the name of a folder's page is.
const INDEX: &str = "index.html";

/// The template of pages at old addresses.
pub const REDIRECT: &str = "redirect.html";

/// How the bytes of a file are made from a `C`.
pub enum Body<C: ?Sized> {
    /// They already exist.
    Bytes(Vec<u8>),
    /// On demand: a pure function of what is published.
    Deferred(Render<C>),
}

/// Makes the bytes of one file.
pub type Render<C> = Arc<dyn Fn(&C) -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync>;

/// A file of the site.
pub struct SiteFile<C: ?Sized> {
    /// Its path from the site's root.
    pub path: String,
    /// Its bytes.
    pub body: Body<C>,
    /// The template that makes it, when one does.
    pub template: Option<&'static str>,
    /// The record that it belongs to, for the report when two want one path.
    pub owner: Option<Span>,
}

/// All files, in order of path.
pub struct Site<C: ?Sized> {
    pages: Vec<SiteFile<C>>,
}

impl<C: ?Sized> Site<C> {
    /// A site of these files. Two of them on one path are reported, and the first is kept. So are addresses of an old site
    /// that differ from another path in case alone, or that lie within a file: ids are lower case, and in no file.
    pub fn new(pages: Vec<SiteFile<C>>) -> (Self, Vec<Diagnostic>) {
        let mut pages = sorted(pages);
        let over = over_others(&mut pages);
        let mut kept: Vec<SiteFile<C>> = Vec::with_capacity(pages.len());
        let mut diagnostics = over;
        // `manifest.json` is written beside them; a page of that name, or of a file's, would be a folder in its place.
        let files: Vec<String> =
            pages.iter().map(|page| &page.path).filter(|path| !path.contains('/')).cloned().collect();
        for page in pages {
            let folder = page.path.split_once('/').map_or("", |(folder, _)| folder);
            if folder == MANIFEST || files.binary_search_by(|file| file.as_str().cmp(folder)).is_ok() {
                diagnostics.push(reserved(&page, folder));
                continue;
            }
            match kept.last().filter(|taken| taken.path == page.path) {
                Some(taken) => diagnostics.push(collision(&page, taken)),
                None => kept.push(page),
            }
        }
        diagnostics.extend(below_files(&mut kept));
        diagnostics.extend(beside(&mut kept));
        // The page of a record and its data have one address, of which one report is enough.
        diagnostics.dedup();
        (Self { pages: kept }, diagnostics)
    }

    /// Every file.
    pub fn pages(&self) -> &[SiteFile<C>] {
        &self.pages
    }

    /// The file at a path.
    pub fn page(&self, path: &str) -> Option<&SiteFile<C>> {
        let index = self.pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok()?;
        self.pages.get(index)
    }
}

/// What to do about a file for the root of the site whose address another file has.
const OTHER_NAME: &str = "give the file another name; a page of the site is a file in content/pages/";

/// Files for the root of the site that would hide others: where the site has a folder, at the address of the list of all files,
/// or, on disks that know no capital letters, at that of another file or folder. They are left out.
fn over_others<C: ?Sized>(pages: &mut Vec<SiteFile<C>>) -> Vec<Diagnostic> {
    let paths = |from: &str| pages.partition_point(|page| page.path.as_str() < from);
    let is_there = |path: &str| pages.binary_search_by(|page| page.path.as_str().cmp(path)).is_ok();
    let spellings = spellings(pages);
    let over = |page: &SiteFile<C>| {
        let span = page.owner.filter(|_| page.is_for_root())?;
        // The site may have it in another build only, as with an address that it is told.
        if let Some(problem) = file_of_site(&page.path, span) {
            return Some((page.path.clone(), problem));
        }
        let folder = [page.path.as_str(), "/"].concat();
        let has_folder = pages.get(paths(&folder)).is_some_and(|other| other.path.starts_with(&folder));
        let twin = || {
            let mut steps = steps(&page.path);
            steps.find_map(|step| {
                Some((step, spellings.get(&step.to_ascii_lowercase())?)).filter(|(a, b)| a != *b)
            })
        };
        // Hosts show it at the address without its ending.
        let short = page.path.strip_suffix(".html");
        let hidden = short.map(|short| [short, "/", INDEX].concat()).filter(|path| is_there(path));
        let message = if let Some(hidden) = hidden {
            let address = hidden.trim_end_matches(INDEX);
            format!("many hosts would show this file in place of the page /{address}")
        } else if has_folder {
            format!("the site has a folder {}, so it cannot have a file of this name", page.path)
        } else if page.path == MANIFEST {
            format!("every site has a file {MANIFEST} of its own")
        } else if let Some((step, taken)) = twin() {
            format!(
                "{step} differs from {taken} of the site in capital letters alone, and some disks take the two for one"
            )
        } else {
            return None;
        };
        let problem = Diagnostic::new(code::URL_COLLISION, span, message);
        Some((page.path.clone(), problem.help("give the file another name")))
    };
    let found: Vec<(String, Diagnostic)> = pages.iter().filter_map(over).collect();
    pages.retain(|page| !page.is_for_root() || !found.iter().any(|(path, _)| *path == page.path));
    found.into_iter().map(|(_, problem)| problem).collect()
}

/// How the files and folders that the site has anyway are written, by their names in small letters: of those that a file for the
/// root has too, in any letters.
fn spellings<C: ?Sized>(pages: &[SiteFile<C>]) -> BTreeMap<String, String> {
    let for_root = pages.iter().filter(|page| page.is_for_root());
    let wanted: BTreeSet<String> =
        for_root.flat_map(|page| steps(&page.path)).map(str::to_ascii_lowercase).collect();
    let mut found = BTreeMap::new();
    if wanted.is_empty() {
        return found;
    }
    let others = pages.iter().filter(|page| !page.is_for_root()).map(|page| page.path.as_str());
    for step in others.chain([MANIFEST]).flat_map(steps) {
        let lower = step.to_ascii_lowercase();
        if wanted.contains(&lower) {
            found.insert(lower, step.to_owned());
        }
    }
    found
}

/// A path, and the folders that it is in.
fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end]).chain([path])
}

/// What would stand in a folder whose name is that of a file, as the pages of an edition that is called `index.html`; these
/// are left out. Of each such folder there is one report.
fn below_files<C: ?Sized>(pages: &mut Vec<SiteFile<C>>) -> Vec<Diagnostic> {
    let is_file = |path: &str| pages.binary_search_by(|page| page.path.as_str().cmp(path)).is_ok();
    let file_above = |page: &SiteFile<C>| {
        let mut folders = page.path.match_indices('/').map(|(end, _)| &page.path[..end]);
        folders.find(|folder| looks_like_file(folder) && is_file(folder)).map(str::to_owned)
    };
    let found: Vec<Option<String>> = pages.iter().map(file_above).collect();
    let mut first: BTreeMap<&str, &SiteFile<C>> = BTreeMap::new();
    for (page, folder) in pages.iter().zip(&found) {
        let Some(folder) = folder.as_deref().filter(|_| page.template != Some(REDIRECT)) else { continue };
        let known = first.entry(folder).or_insert(page);
        if known.owner.is_none() && page.owner.is_some() {
            *known = page;
        }
    }
    let problems = first.iter().map(|(folder, page)| reserved(page, folder)).collect();
    let mut at = found.iter();
    // A redirect is reported with those of its kind.
    pages.retain(|page| at.next().is_none_or(Option::is_none) || page.template == Some(REDIRECT));
    problems
}

/// Whether the last name of a path ends as names of files do: with a point and letters.
fn looks_like_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.')
        .is_some_and(|(_, end)| !end.is_empty() && end.chars().all(|c| c.is_ascii_lowercase()))
}

/// What cannot stand beside the other files on every disk; these are left out.
fn beside<C: ?Sized>(pages: &mut Vec<SiteFile<C>>) -> Vec<Diagnostic> {
    let is_old = |page: &SiteFile<C>| page.template == Some(REDIRECT);
    let mut found: Vec<(usize, usize)> = Vec::new();
    let find = |path: &str| pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok();
    let mut folded: BTreeMap<String, usize> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate().filter(|(_, page)| is_old(page)) {
        let lower = page.path.to_ascii_lowercase();
        let above = page.path.match_indices('/').find_map(|(end, _)| find(&page.path[..end]));
        let twin = find(&lower).filter(|other| *other != at);
        match above.or(twin).or_else(|| folded.get(&lower).copied()) {
            Some(other) => found.push((at, other)),
            None => _ = folded.insert(lower, at),
        }
    }
    let problems = found.iter().map(|(at, other)| collision(&pages[*at], &pages[*other])).collect();
    for (at, _) in found.iter().rev() {
        pages.remove(*at);
    }
    problems
}

/// How much of a path is put beside its place to sort it: most paths differ within that.
const BEGINNING: usize = 32;

/// Pages in order of path; two on one path stay in their order. A page is larger than what gives its place, and its path lies
/// elsewhere in memory, so what is sorted is the beginnings of paths.
fn sorted<C: ?Sized>(pages: Vec<SiteFile<C>>) -> Vec<SiteFile<C>> {
    let beginning = |path: &str| {
        let mut bytes = [0; BEGINNING];
        let length = path.len().min(BEGINNING);
        bytes[..length].copy_from_slice(&path.as_bytes()[..length]);
        bytes
    };
    let beginnings = pages.par_iter().with_min_len(1024).map(|page| beginning(&page.path));
    let mut places: Vec<([u8; BEGINNING], usize)> = beginnings.enumerate().map(|(at, it)| (it, at)).collect();
    places.par_sort_unstable_by(|(a, a_at), (b, b_at)| {
        let paths = || pages[*a_at].path.cmp(&pages[*b_at].path);
        a.cmp(b).then_with(paths).then(a_at.cmp(b_at))
    });
    let mut pages: Vec<Option<SiteFile<C>>> = pages.into_iter().map(Some).collect();
    places.into_iter().filter_map(|(_, at)| pages[at].take()).collect()
}

impl<C: ?Sized> SiteFile<C> {
    /// Whether it is one for the root of the site that the book has, as it is. Its owner is a whole file, of which the place is
    /// the beginning; that of the data of a record is what stands there.
    pub fn is_for_root(&self) -> bool {
        let is_file = self.owner.is_some_and(|span| span.range().is_empty());
        self.template.is_none() && is_file && !self.path.starts_with(ATTACHMENTS)
    }

    /// Whether it is a picture, which takes longer to make than a text.
    pub fn is_picture(&self) -> bool {
        self.path.ends_with(".png")
    }

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

fn reserved<C: ?Sized>(page: &SiteFile<C>, folder: &str) -> Diagnostic {
    let message = format!("the address /{folder}/ is not available: every site has a file {folder}");
    let diagnostic = match page.owner {
        Some(span) => Diagnostic::new(code::URL_COLLISION, span, message),
        None => Diagnostic::placeless(code::URL_COLLISION, message),
    };
    let is_file = page.is_for_root();
    diagnostic.help(if is_file { OTHER_NAME } else { "give the record another name, or remove the alias" })
}

fn collision<C: ?Sized>(page: &SiteFile<C>, taken: &SiteFile<C>) -> Diagnostic {
    let address = ["index.html", "index.json"].iter().find_map(|name| page.path.strip_suffix(name));
    let address = address.unwrap_or(&page.path);
    let of_file = [(page, taken), (taken, page)].into_iter().find(|(file, _)| file.is_for_root());
    if let Some((span, other)) = of_file.and_then(|(file, other)| Some((file.owner?, other))) {
        return file_over_page(address, span, other.owner).help(OTHER_NAME);
    }
    match (page.owner, taken.owner) {
        (Some(span), None) | (None, Some(span)) => address_of_site(address, span),
        (owner, other) => same_address(address, owner, other),
    }
}
