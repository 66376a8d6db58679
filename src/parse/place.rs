//! Which record a file is, by its path.

use std::borrow::Cow;

use super::attachment::is_attachment;
use super::record::{MAX_ID, is_id};
use crate::diag::{Code, Diagnostic, FileId, Span, code};
use crate::outline::OutlineId;
use crate::slug::slug;

/// The record of the plan itself.
pub(super) const PLAN: &str = "content/plan.md";

/// The kind of record at a path, with what the path says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RecordPlace {
    Plan,
    /// The folder of an area.
    Area(String),
    /// The folder of the area and the item's id.
    Item(String, OutlineId),
    Update(String),
    Agency(String),
    Forum(String),
    Source(String),
    Page(String),
    /// A file that texts can refer to.
    Attachment,
    /// A file for the root of the site.
    Static,
}

impl RecordPlace {
    /// An edition has a plan, areas, items and updates. What else there is belongs to all editions.
    pub(super) fn in_edition(self, edition: Option<&str>) -> Result<Self, Misplaced> {
        match self {
            Self::Plan | Self::Area(_) | Self::Item(..) | Self::Update(_) | Self::Attachment => Ok(self),
            _ if edition.is_none() => Ok(self),
            _ => Err(Misplaced {
                code: code::MISPLACED_FILE,
                message: "is in another edition, but an edition has only a plan, areas, items and updates of its own",
                help: "agencies, forums, sources and pages belong to all editions: move the file to the folder of the same name directly below content/".into(),
            }),
        }
    }

    /// What the schema of its front matter is called.
    pub(super) fn schema(&self) -> Option<&'static str> {
        Some(match self {
            Self::Plan => "plan",
            Self::Area(_) => "area",
            Self::Item(..) => "item",
            Self::Update(_) => "update",
            Self::Agency(_) => "agency",
            Self::Forum(_) => "forum",
            Self::Source(_) => "source",
            Self::Page(_) => "page",
            Self::Attachment | Self::Static => return None,
        })
    }

    /// The id of the record; of an area its folder, because its number is inside the file.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Plan => "plan".to_owned(),
            Self::Attachment | Self::Static => String::new(),
            Self::Area(name)
            | Self::Update(name)
            | Self::Agency(name)
            | Self::Forum(name)
            | Self::Source(name)
            | Self::Page(name) => name.clone(),
            Self::Item(_, id) => id.as_str().to_owned(),
        }
    }
}

/// Why a file has no place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Misplaced {
    code: Code,
    message: &'static str,
    help: Cow<'static, str>,
}

impl Misplaced {
    /// Whether no record of any kind has its place there; another name would not do.
    pub(super) fn has_no_place(&self) -> bool {
        self.code == code::MISPLACED_FILE || self.message == NOT_AN_ITEM
    }

    pub(super) fn at(&self, file: FileId, path: &str) -> Diagnostic {
        Diagnostic::new(self.code, Span::new(file, 0..0), format!("{path} {}", self.message))
            .help(self.help.as_ref())
    }
}

/// What the schema of the front matter of a file is called, by the path of the file; `None` for what is no record.
pub fn schema_of(path: &str) -> Option<&'static str> {
    classify(edition(path).1).ok()?.schema()
}

/// The edition whose folder a path is in, and the path as it would be without it.
pub(super) fn edition(path: &str) -> (Option<&str>, &str) {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    match inner.strip_prefix("editions/").and_then(|rest| rest.split_once('/')) {
        Some((edition, rest)) => (Some(edition), rest),
        None => (None, inner),
    }
}

/// Whether the name of an edition's folder can be part of an address.
pub(super) fn edition_name(name: &str) -> Result<(), Misplaced> {
    record_id(name).map(|_| ()).map_err(|_| Misplaced {
        code: code::BAD_ID,
        message: "is in an edition whose folder name cannot be an id",
        help: "rename the folder of the edition: lower case letters a to z, digits, `-` and `.`".into(),
    })
}

/// The record at a path below `content/`.
pub(super) fn classify(path: &str) -> Result<RecordPlace, Misplaced> {
    let Some(stem) = path.strip_suffix(".md") else {
        if path.starts_with("static/") {
            return Ok(RecordPlace::Static);
        }
        if is_attachment(path) {
            return Ok(RecordPlace::Attachment);
        }
        let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        // Only where the file would be a record under that name.
        let meant = record_stem(path).filter(|stem| classify(&format!("{folder}{stem}.md")).is_ok());
        if let Some(stem) = meant {
            return Err(Misplaced {
                code: code::STRAY_FILE,
                message: "has the wrong ending for a record, so the site leaves it out",
                help: format!("rename the file to {stem}.md").into(),
            });
        }
        return Err(Misplaced {
            code: code::STRAY_FILE,
            message: "is not a Markdown file, so the site leaves it out",
            help: "put a picture or PDF into a folder `files`, so that texts can refer to it; keep other documents elsewhere and link to them".into(),
        });
    };
    let parts: Vec<&str> = stem.split('/').collect();
    let name = parts.last().copied().unwrap_or("");
    let id = || record_id(name);
    match parts.as_slice() {
        ["static", ..] => Err(Misplaced {
            code: code::MISPLACED_FILE,
            message: "is a text among the files for the root of the site, which are published as they are",
            help: "move a page of the site to content/pages/, and a note for yourselves out of content/".into(),
        }),
        ["plan"] => Ok(RecordPlace::Plan),
        ["areas", folder, "area"] => Ok(RecordPlace::Area((*folder).to_owned())),
        ["areas", folder, name] => Ok(RecordPlace::Item((*folder).to_owned(), item_id(folder, name)?)),
        // An area in an area; files lie in folders of their own.
        ["areas", folders @ .., "area"] if !folders.is_empty() && !folders.contains(&"files") => {
            Ok(RecordPlace::Area(folders.join("/")))
        }
        ["areas", folders @ .., name]
            if !folders.is_empty() && !folders.contains(&"files") && item_id("", name).is_ok() =>
        {
            Ok(RecordPlace::Item(folders.join("/"), item_id("", name)?))
        }
        ["updates", .., _] => id().map(RecordPlace::Update),
        ["agencies", _] => id().map(RecordPlace::Agency),
        ["forums", _] => id().map(RecordPlace::Forum),
        ["sources", _] => id().map(RecordPlace::Source),
        ["pages", _] => id().map(RecordPlace::Page),
        _ => Err(Misplaced {
            code: code::MISPLACED_FILE,
            message: "is in a folder where planbook does not expect a record",
            help: "records are content/plan.md, areas/NAME/area.md, areas/NAME/ID-title.md (in an area of an area: areas/NAME/NAME/…), updates/…, agencies/…, forums/…, sources/… and pages/…".into(),
        }),
    }
}

/// Endings that editors and web forms give to a text.
const TEXTS: [&str; 7] = [".markdown", ".mdown", ".mkd", ".mdx", ".txt", ".text", ".md.bak"];

/// The name of a file that was most likely meant as a record, without its ending.
fn record_stem(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let lower = name.to_ascii_lowercase();
    let ending = TEXTS.iter().chain([&".md"]).find(|ending| lower.ends_with(*ending));
    let stem = match ending {
        Some(ending) => name.get(..name.len() - ending.len())?,
        None if !name.contains('.') => name,
        None => return None,
    };
    let stem = if stem.to_ascii_lowercase().ends_with(".md") { stem.get(..stem.len() - 3)? } else { stem };
    (!stem.is_empty()).then_some(stem)
}

fn record_id(name: &str) -> Result<String, Misplaced> {
    if is_id(name) {
        return Ok(name.to_owned());
    }
    let (rule, name) = ("the name is part of the page's address", slug(name, MAX_ID));
    Err(Misplaced {
        code: code::BAD_ID,
        message: "has a name that cannot be an id",
        help: match is_id(&name) {
            true => format!("rename it to {name}.md: {rule}").into(),
            false => {
                format!("rename it in lower case: the letters a to z, digits, `-` and `.`; {rule}").into()
            }
        },
    })
}

/// What every wrong name of an item is told, once for each folder.
pub(super) const NOT_AN_ITEM: &str = "does not start with an item's id";

fn item_id(folder: &str, name: &str) -> Result<OutlineId, Misplaced> {
    let id = name.split('-').next().unwrap_or(name);
    OutlineId::parse(id).filter(|id| id.depth() >= 2).ok_or_else(|| Misplaced {
        code: code::BAD_ID,
        message: NOT_AN_ITEM,
        help: item_name(folder, name),
    })
}

/// The name of a file that begins with the item's number in another form: `1.2 wells`, `1-2-wells`, `item-1.2`, `1.1.A-wells`.
fn with_its_number(area: &str, name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let bare = lower.strip_prefix("item").unwrap_or(&lower).trim_start_matches([' ', '-', '_', '.']);
    let own = bare.strip_prefix(area)?.strip_prefix(['.', '-', '_', ' '])?;
    let end = own.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(own.len());
    let (number, words) = own.split_at(end);
    let words = slug(words, MAX_ID);
    let id = format!("{area}.{}", number.trim_end_matches('.'));
    OutlineId::parse(&id)?;
    Some(if words.is_empty() { id } else { format!("{id}-{words}") })
}

/// How to name the file of an item, with the name that it should have where the folder says which area it is.
fn item_name(folder: &str, name: &str) -> Cow<'static, str> {
    let area = folder.split('-').next().unwrap_or("").trim_start_matches('0');
    let is_number = !area.is_empty() && area.chars().all(|c| c.is_ascii_digit());
    let better = with_its_number(area, name).unwrap_or_else(|| format!("{area}.{}", slug(name, MAX_ID)));
    match is_number && OutlineId::parse(better.split('-').next().unwrap_or("")).is_some() {
        true => format!(
            "an item's id is the number of its area, a full stop and its own number or code, then a `-` and words: rename the file to {better}.md"
        )
        .into(),
        false => "start the name with the number in the plan and a `-`: `3.1-mutual-logistics-support.md`, `3.2.a-ministerial-meetings.md`".into(),
    }
}
