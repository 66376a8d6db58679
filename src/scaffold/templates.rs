//! Templates of records: what is asked for, and where the file goes.

use super::record::Values;
use super::taken;
use crate::date::{Date, FiscalYear};
use crate::outline::OutlineId;
use crate::plan::Plan;
use crate::schema::{self, Schema};
use crate::slug::slug;

/// How long the name of a file becomes at most.
const LONGEST_NAME: usize = 48;

/// A template of a record to create.
pub struct RecordTemplate {
    /// Its name, which is that of its schema.
    pub name: &'static str,
    /// One line for the help.
    pub about: &'static str,
    /// Calls that work in the plan that `init` makes.
    pub examples: &'static str,
    /// What a dialogue asks for, in this order, beside the keys that must be there.
    pub asks: &'static [&'static str],
    /// What to call its own name, and what that is by default.
    pub id: (&'static str, &'static str),
    /// What to do with the file next: each step with the flag that has done it already.
    steps: &'static [(Option<&'static str>, &'static str)],
    /// Where the file goes.
    place: fn(&Values, &Plan) -> Result<String, String>,
}

/// Every kind, in the order of the documentation.
pub const TABLE: &[RecordTemplate] = &[
    RecordTemplate {
        name: "area",
        about: "An area of the plan",
        examples: "planbook new area --number 3 --title \"Clean air\" --lead ar-water",
        asks: &["number", "title", "lead"],
        id: ("folder", "The name of its folder [default: the number and the title, as in 03-clean-air]"),
        steps: &[
            (Some("body"), "write an introduction below the second `---`"),
            (None, "add its items with `planbook new item`"),
        ],
        place: area,
    },
    RecordTemplate {
        name: "item",
        about: "An item of an area, or a part of one",
        examples: "planbook new item --id 1.3 --title \"Repair the sea wall\" --kind deliverable --due 2027 --lead ar-water\n  planbook new item --id 1.1.c --title \"Plant trees\" --kind continuing",
        asks: &["id", "title", "kind", "text", "lead", "due", "cadence"],
        id: ("id", "Its number in the plan, as in 3.2, or 3.2.a for a part of 3.2"),
        steps: &[
            (Some("text"), "add the plan's own words as `text`"),
            (Some("body"), "explain the commitment below the second `---`"),
        ],
        place: item,
    },
    RecordTemplate {
        name: "update",
        about: "Something that happened, on one or several items",
        examples: "planbook new update --date 2024-11-04 --items 1.1.a,1.2 --title \"Work begun\" --status in-progress\n  planbook new update --date 2024-12 --plan --title \"First report\" --evidence-title Report --evidence-url https://harbour.example/report",
        asks: &["date", "title", "items", "status", "by", "evidence-title", "evidence-url", "evidence-date"],
        id: ("id", "The name of the file [default: the date and the title]"),
        steps: &[(Some("body"), "write below the second `---` what happened, and only what a source shows")],
        place: update,
    },
    RecordTemplate {
        name: "agency",
        about: "A body that is responsible for items",
        examples: "planbook new agency --id ar-parks --name \"Office of Parks\" --party Arland",
        asks: &["name", "abbreviation", "party", "url", "id"],
        id: ("id", "The name of the file, which items use [default: the abbreviation or name]"),
        steps: &[(None, "name it in `lead` or `supporting` of the items that it is responsible for")],
        place: |values, _| named(values, "agencies", &["abbreviation", "name"]),
    },
    RecordTemplate {
        name: "forum",
        about: "A meeting series, treaty or mission",
        examples: "planbook new forum --name \"Rivers Conference\" --kind regional --cadence \"every 2 years\" --items 1.2",
        asks: &["name", "abbreviation", "kind", "parties", "cadence", "items", "id"],
        id: ("id", "The name of the file, which updates use [default: the abbreviation or name]"),
        steps: &[
            (Some("body"), "describe it below the second `---`"),
            (None, "add its meetings with `planbook new update`, `forum` and `meeting`"),
        ],
        place: |values, _| named(values, "forums", &["abbreviation", "name"]),
    },
    RecordTemplate {
        name: "source",
        about: "A document that holds the plan or evidence of its history",
        examples: "planbook new source --title \"Annex on water\" --date 2024-03 --lang en --url https://harbour.example/annex",
        asks: &["title", "date", "url", "lang", "id"],
        id: ("id", "The name of the file [default: the title]"),
        steps: &[
            (Some("body"), "describe the document below the second `---`"),
            (None, "read in `docs/content.md` how it can hold the plan's full text"),
        ],
        place: |values, _| named(values, "sources", &["title"]),
    },
    RecordTemplate {
        name: "page",
        about: "A free page",
        examples: "planbook new page --title \"Who we are\" --order 20",
        asks: &["title", "order", "id"],
        id: ("id", "The name of the file, which is its address [default: the title]"),
        steps: &[(Some("body"), "write the page below the second `---`")],
        place: |values, _| named(values, "pages", &["title"]),
    },
];

/// The kind of a name.
pub fn find(name: &str) -> Option<&'static RecordTemplate> {
    TABLE.iter().find(|kind| kind.name == name)
}

impl RecordTemplate {
    /// Its keys.
    pub fn schema(&self) -> Option<&'static Schema> {
        schema::find(self.name)
    }

    /// "an item", for a sentence.
    pub fn one(&self) -> String {
        let vowel = self.name.starts_with(['a', 'e', 'i', 'o', 'u']);
        format!("{} {}", if vowel { "an" } else { "a" }, self.name)
    }

    /// What to do with the file next, as one sentence without its full stop. What was given need not be done.
    pub fn next(&self, values: &Values, body: &str) -> String {
        let is_given = |flag: &str| if flag == "body" { !body.is_empty() } else { values.contains_key(flag) };
        let left: Vec<&str> =
            self.steps.iter().filter(|(by, _)| !by.is_some_and(is_given)).map(|(_, step)| *step).collect();
        if left.is_empty() {
            "look at its page with `planbook serve`".to_owned()
        } else {
            left.join(", then ")
        }
    }

    /// The path of the file from the book's root.
    ///
    /// # Errors
    /// Why there is none, as a sentence with a help.
    pub fn path(&self, values: &Values, plan: &Plan) -> Result<String, String> {
        (self.place)(values, plan)
    }
}

fn first<'a>(values: &'a Values, name: &str) -> &'a str {
    values.get(name).and_then(|texts| texts.first()).map_or("", String::as_str)
}

/// A file named by `--id`, or else by the first of some keys that makes a name.
fn named(values: &Values, folder: &str, from: &[&str]) -> Result<String, String> {
    let made = from.iter().map(|key| name_of(first(values, key))).find(|name| !name.is_empty());
    let name = match first(values, "id") {
        "" => made.ok_or_else(|| no_name("--id"))?,
        id => id.to_owned(),
    };
    Ok(format!("content/{folder}/{}.md", sound(&name, "--id")?))
}

fn no_name(flag: &str) -> String {
    format!(
        "the title has no letters that a file name can have\n  help: add {flag}, in the letters a to z, digits and `-`"
    )
}

/// A name that no file system takes for anything else.
fn sound<'a>(name: &'a str, flag: &str) -> Result<&'a str, String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    let starts_well = name.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    if name.chars().all(plain) && starts_well && !name.ends_with('.') && name.len() <= 120 {
        return Ok(name);
    }
    let meant = name_of(name);
    let hint = if meant.is_empty() { String::new() } else { format!(": {flag} {meant}") };
    Err(format!(
        "`{name}` cannot be the name of a file\n  help: write it in lower case, with the letters a to z, digits and `-`{hint}"
    ))
}

fn area(values: &Values, plan: &Plan) -> Result<String, String> {
    let number = first(values, "number");
    taken::area(number, plan)?;
    let folder = match first(values, "folder") {
        "" if number.chars().all(|c| c.is_ascii_digit()) => {
            format!("{number:0>2}-{}", name_of(first(values, "title")))
        }
        "" => format!("{}-{}", number.to_lowercase(), name_of(first(values, "title"))),
        folder => folder.to_owned(),
    };
    let folder = folder.trim_end_matches('-');
    Ok(format!("content/areas/{}/area.md", sound(folder, "--folder")?))
}

fn item(values: &Values, plan: &Plan) -> Result<String, String> {
    let written = first(values, "id");
    let id = OutlineId::parse(written).filter(|id| id.depth() >= 2).ok_or_else(|| {
        format!(
            "`{written}` is not the number of an item\n  help: write it as 3.2, or 3.2.a for a part of 3.2"
        )
    })?;
    let area = plan.areas.iter().find(|area| area.document.number.value.as_str() == id.area());
    let area = area.ok_or_else(|| {
        let known: Vec<&str> = plan.areas.iter().map(|area| area.document.number.value.as_str()).collect();
        format!(
            "area {} of item {written} does not exist\n  help: the areas are {}; create it with `planbook new area --number {}`",
            id.area(),
            known.join(", "),
            id.area()
        )
    })?;
    taken::item(&id, plan)?;
    let title = name_of(first(values, "title"));
    let name =
        [id.as_str(), &title].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("-");
    Ok(format!("content/areas/{}/{name}.md", area.document.folder))
}

fn name_of(title: &str) -> String {
    slug(title, LONGEST_NAME)
}

fn update(values: &Values, plan: &Plan) -> Result<String, String> {
    let written = first(values, "date");
    let starts = plan.about.as_ref().map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
    let date =
        Date::parse(written, starts).map_err(|why| format!("`{written}` is not a valid date: {}", why.0))?;
    let first_day = date.text.split('/').next().unwrap_or("").to_lowercase();
    let title = name_of(first(values, "title"));
    let name = match first(values, "id") {
        "" if title.is_empty() => return Err(no_name(&format!("--id {first_day}-words"))),
        "" => format!("{first_day}-{title}"),
        id => id.to_owned(),
    };
    Ok(format!("content/updates/{}/{}.md", date.year(), sound(&name, "--id")?))
}
