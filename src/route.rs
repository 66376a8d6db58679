//! The address of every page, in one place. A page stands in a folder of its own as `index.html`, and every link is
//! relative and names that file, so that the site works at any address and from a folder on a disk.

use crate::diag::{Diagnostic, Span, code};
use crate::plan::{Index as _, Plan, RecordIx, TagIx, Update};
use crate::vocabulary::{Kind, Status};

/// What the file of a page is called.
const INDEX: &str = "index.html";

/// Where the pages of a plan stand: at the site's root, or in a folder below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Base {
    /// The folder: empty, or ending in `/`.
    folder: String,
    /// How much of it is that of the language.
    language: usize,
}

impl Base {
    /// Where the pages of a plan stand that are in another language than the first, or those of another edition.
    pub fn new(language: Option<&str>, edition: Option<&str>) -> Self {
        let mut folder = language.map_or_else(String::new, |language| [language, "/"].concat());
        let language = folder.len();
        if let Some(name) = edition {
            folder.extend(["editions/", name, "/"]);
        }
        Self { folder, language }
    }

    /// The folder from the site's root: empty, or ending in `/`.
    pub fn as_str(&self) -> &str {
        &self.folder
    }

    /// The folder of the language, from the site's root: empty, or ending in `/`.
    pub fn of_language(&self) -> &str {
        &self.folder[..self.language]
    }

    /// The address of a page of the plan from the site's root.
    pub fn path(&self, route: &Route) -> String {
        [if route.of_site { self.of_language() } else { self.as_str() }, &route.path].concat()
    }

    /// The same page as one of the site, for pages of other plans that lead to it.
    pub fn in_site(&self, route: &Route) -> Route {
        let path = if route.of_site {
            route.path.clone()
        } else {
            [&self.folder[self.language..], &route.path].concat()
        };
        Route { path, of_site: true }
    }

    /// The file of a page of the plan, from the site's root.
    pub fn file(&self, route: &Route) -> String {
        self.path(route) + INDEX
    }

    /// What leads from a page of the plan to the site's root.
    pub fn to_root(&self, route: &Route) -> String {
        let folder = if route.of_site { self.of_language() } else { self.as_str() };
        "../".repeat(folder.matches('/').count() + route.path.matches('/').count())
    }
}

/// The address of a page from where its plan stands, which is mostly the site's root: empty for the home page, else ending
/// in `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    path: String,
    /// Whether the page stands at the site's root, wherever the plan does.
    of_site: bool,
}

impl Route {
    /// The name of the accessibility statement in addresses.
    pub const ACCESSIBILITY: &'static str = "accessibility";
    /// The name of the calendar.
    pub const CALENDAR: &'static str = "calendar";
    /// The name of the open data, and of their folder.
    pub const DATA: &'static str = "data";
    /// The folder of the cards that other sites may show. It stands once, at the root of the site, so that what is true of it
    /// alone can be said of one folder.
    pub const EMBED: &'static str = "embed";
    /// The name of the dashboards.
    pub const PROGRESS: &'static str = "progress";
    /// The name of the rounds of reporting.
    pub const ROUNDS: &'static str = "rounds";
    /// The page of the search, and the folder of its files.
    pub const SEARCH: &'static str = "search";

    /// The name of the fields that the plan declares for itself.
    pub const FIELDS: &'static str = "fields";

    /// The name of the tags.
    pub const TAGS: &'static str = "tags";

    /// The home page.
    pub fn home() -> Self {
        Self::of_plan(String::new())
    }

    const fn of_plan(path: String) -> Self {
        Self { path, of_site: false }
    }

    /// The same page of the site, wherever the plan stands.
    #[must_use]
    pub fn of_site(self) -> Self {
        Self { of_site: true, ..self }
    }

    /// Whether the page stands at the site's root, wherever the plan does.
    pub fn is_of_site(&self) -> bool {
        self.of_site
    }

    /// A list page, such as `areas/`.
    pub fn list(name: &str) -> Self {
        Self::of_plan(format!("{name}/"))
    }

    /// A page within a list, such as `areas/3/`.
    pub fn within(list: &str, name: &str) -> Self {
        Self::of_plan([list, "/", name, "/"].concat())
    }

    /// The updates of a year.
    pub fn year(year: i16) -> Self {
        Self::within("updates", &year.to_string())
    }

    /// The items of a status.
    pub fn status(status: Status) -> Self {
        Self::within("status", status.word())
    }

    /// The items of a kind.
    pub fn kind(kind: Kind) -> Self {
        Self::within("kinds", kind.word())
    }

    /// A page of this list: the first stands at the list's own address.
    pub fn page_of_list(&self, number: usize) -> Self {
        match number {
            0 | 1 => self.clone(),
            number => Self { path: format!("{}page/{number}/", self.path), ..*self },
        }
    }

    /// A list of the record whose page this is.
    pub fn list_below(&self, name: &str) -> Self {
        Self { path: [&self.path, name, "/"].concat(), ..*self }
    }

    /// The page of a record. An update in the short form has none: it is shown on its item's page.
    pub fn record(plan: &Plan, record: RecordIx) -> Self {
        let route = match (record, record.kind().zip(plan.id(record))) {
            (RecordIx::Update(ix), _) => Self::update(plan.updates.at(ix)),
            (RecordIx::Page(_), Some((_, id))) => Self::list(id),
            (_, Some((kind, id))) => Self::within(kind.list, id),
            // A file is no page: its address is its own. What a text shows or leads to stands on the home page's level.
            (_, None) => Self::home(),
        };
        Self { of_site: plan.is_elsewhere(record), ..route }
    }

    fn update(update: &Update) -> Self {
        match &update.document.short_form_of {
            None => Self::within("updates", &update.document.id),
            Some(item) => Self::within("items", item.as_str()),
        }
    }

    /// Whether a file of a site that has cards for other sites is one of these, by its path from the root.
    pub fn is_card(path: &str) -> bool {
        path.strip_prefix(Self::EMBED).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The page of a tag: its name is its address below that of all tags.
    pub fn tag(plan: &Plan, ix: TagIx) -> Self {
        plan.tag(ix).map_or_else(Self::home, |(_, tag)| Self::within(Self::TAGS, &tag.name))
    }

    /// The address, such as `items/3.1/`.
    pub fn as_str(&self) -> &str {
        &self.path
    }

    /// The file of the page, such as `items/3.1/index.html`.
    pub fn file(&self) -> String {
        [&self.path, INDEX].concat()
    }

    /// The picture that is shown where the page is shared, such as `items/3.1/card.png`.
    pub fn card(&self) -> String {
        [&self.path, "card.png"].concat()
    }

    /// The data of the record that the page is of, such as `items/3.1/index.json`.
    pub fn data(&self) -> String {
        self.beside("index.json")
    }

    /// The same page as Markdown, such as `items/3.1/index.md`.
    pub fn twin(&self) -> String {
        self.beside("index.md")
    }

    /// A file beside the page, such as `items/3.1/atom.xml`.
    pub fn beside(&self, name: &str) -> String {
        [&self.path, name].concat()
    }

    /// The file of the page as a link from a page whose way to the root is `root`. Called for every link of a site.
    pub fn href(&self, root: &str) -> String {
        [root, &self.path, INDEX].concat()
    }

    /// What leads from the page to where its plan stands: `../../`.
    pub fn to_root(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }
}

/// The address of the data of a record, from its page. A short update has none of its own.
pub fn data_href(record: RecordIx) -> Option<&'static str> {
    match record {
        RecordIx::Plan => Some("data/plan.json"),
        RecordIx::Attachment(_) => None,
        _ => Some("index.json"),
    }
}

/// The path at which the site stands: `/plan/` of `https://a.example/plan/`.
pub fn base_path(base_url: Option<&str>) -> String {
    let rest = base_url.and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
    rest.find('/').map_or_else(|| "/".to_owned(), |at| rest[at..].to_owned())
}

/// An address as a template has it: each page puts its own way to the root of the site before it, and the page for what is
/// not there the path of the site.
pub fn from_any_page<'a>(address: &'a str, base: &str) -> &'a str {
    let address = address.trim();
    let below = address.strip_prefix(base).or_else(|| address.strip_prefix('/'));
    let mut rest = below.filter(|rest| !rest.starts_with('/')).unwrap_or(address);
    while let Some(inner) = rest.strip_prefix("../") {
        rest = inner;
    }
    if rest.is_empty() { address } else { rest }
}

/// The id of an update on the pages that list it, such as `update_3.1-2010-05-19`. Ids of headings have no `_`, so the
/// two never meet.
pub fn anchor(update: &Update) -> String {
    anchor_of(&update.document.id)
}

/// The same for an id that an update had.
pub fn anchor_of(id: &str) -> String {
    format!("update_{}", id.replace('/', "-"))
}

/// Where an update stood that was a short one and has a file of its own now: the page of its item, and the place there.
pub fn former_place(alias: &str) -> Option<(Route, String)> {
    let (item, _) = alias.split_once('/')?;
    Some((Route::within("items", item), anchor_of(alias)))
}

/// That two pages have one address: the one at a place, and the one that has it already, which may be of the same record.
pub fn same_address(address: &str, span: Option<Span>, taken: Option<Span>) -> Diagnostic {
    let taken = taken.filter(|other| Some(*other) != span);
    let of_one_record = span.zip(taken).is_some_and(|(one, other)| one.file == other.file);
    let (message, help, label) = if of_one_record {
        (
            format!("this record has the address /{address} twice"),
            "an alias is an address that the record had before; remove the one that it has anyway",
            "the same address",
        )
    } else {
        (
            format!("two pages have the address /{address}"),
            "rename one of the two records, or remove the alias",
            "this record has the same address",
        )
    };
    let diagnostic = match span {
        Some(span) => Diagnostic::new(code::URL_COLLISION, span, message),
        None => Diagnostic::placeless(code::URL_COLLISION, message),
    };
    let diagnostic = diagnostic.help(help);
    match taken {
        Some(other) => diagnostic.label(other, label),
        None => diagnostic,
    }
}

/// That a file for the root of the site has the address of a page, which may be one of a record.
pub fn file_over_page(address: &str, span: Span, page: Option<Span>) -> Diagnostic {
    let message = format!("this file would stand in place of the page /{address}");
    let problem = Diagnostic::new(code::URL_COLLISION, span, message);
    match page {
        Some(record) => problem.label(record, "this record has the address"),
        None => problem,
    }
}

/// Pages that a site can do without: the name in addresses, what it is, and its key in `[outputs]`.
const OPTIONAL: [(&str, &str, &str); 5] = [
    (Route::SEARCH, "the search page", "search"),
    (Route::CALENDAR, "the calendar", "calendars"),
    (Route::DATA, "the page of the open data", "data"),
    (Route::PROGRESS, "the page of the progress", "dashboards"),
    ("plan", "the page of the whole plan", "whole-plan"),
];

/// Any file in the folder of the cards would be one that other sites may show.
const EMBEDDED: (&str, &str, &str) = (Route::EMBED, "the cards of items for other sites,", "embed");

/// That a record would have the address of a page that the site makes itself.
pub fn address_of_site(address: &str, span: Span) -> Diagnostic {
    let name = address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let optional = OPTIONAL.iter().find(|(known, ..)| *known == name);
    let optional = optional.or_else(|| Route::is_card(address).then_some(&EMBEDDED));
    let what = optional.map_or("a page", |(_, what, _)| *what);
    let message = format!("the address /{address} is taken by {what} that the site makes itself");
    let name = "give the record another name, or remove the alias";
    let help = optional.map_or_else(
        || name.to_owned(),
        |(.., key)| {
            format!("{name}; or switch the other page off: in book.toml, `[outputs]`, `{key} = false`")
        },
    );
    Diagnostic::new(code::URL_COLLISION, span, message).help(help)
}

/// Files that the site makes itself, and what to do in place of writing one: in most cases it follows from something in the book.
const MADE: [(&str, &str); 4] = [
    (
        "_headers",
        "name the sites from which pages may load something in `[security]` of book.toml, then delete this file; a host that needs more headers has settings of its own, and `planbook headers` prints those of the site",
    ),
    (
        "robots.txt",
        "delete this file: search engines may read all of the public site; for the internal one write `robots` below `[audience]` of book.toml",
    ),
    ("404.html", "change the template 404.html in a theme of your own, then delete this file"),
    ("sitemap.xml", "delete this file: with a `base-url` in book.toml, the site lists all its pages there"),
];

/// That a file for the root of the site would stand over one that the site makes itself.
pub fn file_of_site(path: &str, span: Span) -> Option<Diagnostic> {
    let (_, instead) = MADE.iter().find(|(name, _)| *name == path)?;
    let message = format!("the site makes the file /{path} itself");
    Some(Diagnostic::new(code::URL_COLLISION, span, message).help(*instead))
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn pages_stand_in_folders() {
        let page = Route::within("items", "3.2.a");
        assert_eq!(
            (page.as_str(), page.file().as_str(), page.to_root().as_str()),
            ("items/3.2.a/", "items/3.2.a/index.html", "../../")
        );
        assert_eq!((Route::home().file().as_str(), Route::home().to_root().as_str()), ("index.html", ""));
    }
}
