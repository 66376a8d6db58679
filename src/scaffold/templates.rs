//! Templates of records: what is asked for, and where the file goes.

use super::answer::{One, Reader};
use super::place::{area, first, item, name_of, named, update};
use super::record::Values;
use crate::plan::Plan;
use crate::schema::{self, Schema, Shape};

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
    /// The keys of which a name is made, the first that can be one.
    named_by: &'static [&'static str],
    /// What to do next: each step with the flag that has done it already. `FILE` is the path of the file.
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
        named_by: &[],
        steps: &[
            (Some("body"), "Write an introduction at the end of FILE, below the last line `---`."),
            (None, "Add its items with `planbook new item`."),
        ],
        place: area,
    },
    RecordTemplate {
        name: "item",
        about: "An item of an area, or a part of one",
        examples: "planbook new item --id 1.3 --title \"Repair the sea wall\" --kind deliverable --due 2027 --lead ar-water\n  planbook new item --id 1.1.c --title \"Plant trees\" --kind continuing",
        asks: &["id", "title", "kind", "text", "lead", "due", "cadence"],
        id: ("id", "Its number in the plan, as in 3.2, or 3.2.a for a part of 3.2"),
        named_by: &[],
        steps: &[
            (Some("text"), "Add the plan's own words to FILE as `text`, between the two lines `---`."),
            (Some("body"), "Explain the commitment at the end of FILE, below the last line `---`."),
        ],
        place: item,
    },
    RecordTemplate {
        name: "update",
        about: "Something that happened, on one or several items",
        examples: "planbook new update --date 2024-11-04 --items 1.1.a,1.2 --title \"Work begun\" --status in-progress\n  planbook new update --date 2024-12 --plan --title \"First report\" --evidence-title Report --evidence-url https://harbour.example/report",
        asks: &["date", "title", "items", "status", "by", "evidence-title", "evidence-url", "evidence-date"],
        id: ("id", "The name of the file [default: the date and the title]"),
        named_by: &["title"],
        steps: &[(
            Some("body"),
            "Write what happened at the end of FILE, below the last line `---`: only what a source shows.",
        )],
        place: update,
    },
    RecordTemplate {
        name: "agency",
        about: "A body that is responsible for items",
        examples: "planbook new agency --id ar-parks --name \"Office of Parks\" --party Arland",
        asks: &["name", "abbreviation", "party", "url", "id"],
        id: ("id", "The name of the file, which items use [default: the abbreviation or name]"),
        named_by: &["abbreviation", "name"],
        steps: &[(
            None,
            "Write its id, ID, into `lead` or `supporting` of the items that it is responsible for.",
        )],
        place: |values, _| named(values, "agencies", &["abbreviation", "name"]),
    },
    RecordTemplate {
        name: "forum",
        about: "A meeting series, treaty or mission",
        examples: "planbook new forum --name \"Rivers Conference\" --kind regional --cadence \"every 2 years\" --items 1.2",
        asks: &["name", "abbreviation", "kind", "parties", "cadence", "items", "id"],
        id: ("id", "The name of the file, which updates use [default: the abbreviation or name]"),
        named_by: &["abbreviation", "name"],
        steps: &[
            (Some("body"), "Describe it at the end of FILE, below the last line `---`."),
            (None, "Add its meetings: `planbook new update --forum ID --meeting held`."),
        ],
        place: |values, _| named(values, "forums", &["abbreviation", "name"]),
    },
    RecordTemplate {
        name: "source",
        about: "A document that holds the plan or evidence of its history",
        examples: "planbook new source --title \"Annex on water\" --date 2024-03 --lang en --url https://harbour.example/annex",
        asks: &["title", "date", "url", "lang", "id"],
        id: ("id", "The name of the file [default: the title]"),
        named_by: &["title"],
        steps: &[
            (Some("body"), "Describe the document at the end of FILE, below the last line `---`."),
            (
                None,
                "If it is the plan itself, it can hold the full text: see \"Source\" in the guide to writing content.",
            ),
        ],
        place: |values, _| named(values, "sources", &["title"]),
    },
    RecordTemplate {
        name: "page",
        about: "A free page",
        examples: "planbook new page --title \"Who we are\" --order 20",
        asks: &["title", "order", "id"],
        id: ("id", "The name of the file, which is its address [default: the title]"),
        named_by: &["title"],
        steps: &[(Some("body"), "Write the page at the end of FILE, below the last line `---`.")],
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

    /// What to do next with a file, in sentences. What was given need not be done.
    pub fn next(&self, values: &Values, body: &str, file: &str) -> Vec<String> {
        let is_given = |flag: &str| if flag == "body" { !body.is_empty() } else { values.contains_key(flag) };
        let left = self.steps.iter().filter(|(by, _)| !by.is_some_and(is_given));
        let id = file.rsplit(['/', '\\']).next().and_then(|name| name.strip_suffix(".md")).unwrap_or(file);
        left.map(|(_, step)| step.replace("FILE", file).replace("ID", id)).collect()
    }

    /// Reads what a record is to be called: the number of an item, and of the others the name of a file.
    pub fn read_name(&self, reader: &Reader<'_>, text: &str) -> One {
        match self.name {
            "item" => reader.item_number(text),
            _ => reader.one(self.id.0, &Shape::Id, text),
        }
    }

    /// The keys of which the name of the file is made. Empty when a number is its name.
    pub fn named_by(&self) -> &'static [&'static str] {
        self.named_by
    }

    /// Whether there are words to make a name of, and none of them can be one: Japanese, for example.
    pub fn lacks_name(&self, values: &Values) -> bool {
        let mut given =
            self.named_by.iter().map(|key| first(values, key)).filter(|text| !text.is_empty()).peekable();
        first(values, self.id.0).is_empty()
            && given.peek().is_some()
            && given.all(|text| name_of(text).is_empty())
    }

    /// A name to offer where the words make none.
    pub fn offered_name(&self, values: &Values) -> Option<String> {
        let day = first(values, "date").split('/').next().unwrap_or_default().to_lowercase();
        (self.name == "update" && !day.is_empty()).then(|| format!("{day}-update"))
    }

    /// The path of the file from the book's root.
    ///
    /// # Errors
    /// Why there is none, as a sentence with a help.
    pub fn path(&self, values: &Values, plan: &Plan) -> Result<String, String> {
        (self.place)(values, plan)
    }
}
