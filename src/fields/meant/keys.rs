//! Keys that a record does not have, and where what they mean belongs.

/// The record, its keys that are often written, and what to write.
const ELSEWHERE: &[(&str, &[&str], &str)] = &[
    (
        "an item",
        &["status", "degree", "outcome", "progress", "state", "completed", "completion"],
        "a status is set by an update: a file in content/updates/ with `items`, `date` and `status`, or an entry of `updates` here",
    ),
    (
        "an item",
        &["evidence", "url", "link", "website", "news"],
        "evidence belongs to an update: a file in content/updates/ with `items`, `date` and `evidence`, or an entry of `updates` here",
    ),
    (
        "an item",
        &["deliverables", "steps", "subtasks", "parts"],
        "a short step is an entry of `milestones`; a step with its own status is a part: a file such as 3.2.a-first-step.md beside this one",
    ),
    (
        "an item",
        &["deadline", "due-date", "duedate", "end", "until", "target-date"],
        "the key for the date is `due`",
    ),
    (
        "an item",
        &["owner", "responsible", "agency", "agencies", "ministry", "responsibility", "assignee"],
        "the agencies responsible are listed in `lead` and `supporting`",
    ),
    (
        "an item",
        &["indicator", "target", "targets", "baseline", "kpi", "measure"],
        "write how it is measured into the list `indicators`",
    ),
    ("an item", &["number", "id", "area"], "the number comes from the file name, the area from the folder"),
    ("an item", &["meeting", "meetings"], "a meeting is an update with `kind: meeting`, in content/updates/"),
    ("an item", &["frequency", "interval", "recurrence"], "the key for the interval is `cadence`"),
    ("an update", &["due", "deadline", "due-date"], "a new due date is `kind: date-change` with `new-due`"),
    ("an update", &["item"], "the key is `items`, also for one item"),
    (
        "an update",
        &["lead", "agency", "agencies", "author", "owner", "responsible"],
        "the agencies concerned are listed in `by`",
    ),
    (
        "an update",
        &["url", "link", "source", "sources", "reference", "references"],
        "documents are listed in `evidence`, each with `title` and `url`",
    ),
    (
        "an update",
        &["evidence-url", "evidence-title", "evidence-date"],
        "documents are listed as `evidence: [{title: \"…\", url: \"https://…\"}]`",
    ),
    (
        "an update",
        &["location", "place", "venue", "meeting-place", "meeting-state", "meeting-end"],
        "the place of a meeting is written in `meeting: {state: held, place: Tokyo}`",
    ),
];

/// The sections of the settings and their keys, but for those that several have, or whose name another section has.
const SECTIONS: &[(&str, &[&str])] = &[
    ("book", &["title", "description", "languages", "time-zone", "numbering"]),
    ("site", &["base-url", "theme", "logo", "banner", "style-guide"]),
    ("nav", &["order", "hide", "groups", "add"]),
    ("security", &["script-src", "img-src", "connect-src", "frame-src"]),
    ("repository", &["host", "branch", "edit", "new", "report"]),
    ("audience", &["robots"]),
    (
        "limits",
        &["file-size", "attachment-size", "line-length", "yaml-nesting", "markdown-nesting", "table-columns"],
    ),
    ("lists", &["page-size"]),
    (
        "outputs",
        &[
            "calendars",
            "record-json",
            "dashboards",
            "cards",
            "card-font",
            "embed",
            "markdown",
            "whole-plan",
            "search",
        ],
    ),
    ("data", &["split-above"]),
    ("preview", &["editor"]),
    ("check", &["baseline"]),
];

/// The section of the settings to which a key belongs that stands in another one, or before all of them.
fn section(what: &str, key: &str) -> Option<String> {
    let is_section = |name: &str| SECTIONS.iter().any(|(section, _)| *section == name);
    let own = what.strip_prefix('`').and_then(|what| what.strip_suffix('`'));
    if what != "book.toml" && !own.is_some_and(|own| is_section(own) || OTHERS.contains(&own)) {
        return None;
    }
    // What a section is called may be meant as its table.
    if matches!((own, key), (Some("site"), "feeds" | "data")) {
        return Some("what a site has is listed in the section `[outputs]`: move the line there".to_owned());
    }
    let (section, _) = SECTIONS.iter().find(|(_, keys)| keys.contains(&key))?;
    Some(format!("the key `{key}` belongs to the section `[{section}]`: move the line there"))
}

/// Sections without a key that only they have.
const OTHERS: &[&str] = &["footer", "feeds"];

/// Keys for which no record has a place of its own.
const NOWHERE: &[(&[&str], &str)] = &[
    (
        &["confidential", "internal", "private", "secret", "visibility", "public", "draft"],
        "who may see a record is written as `audience: internal`; what has no such line is public",
    ),
    (
        &["description", "content", "body", "details", "comment", "comments", "remark", "remarks", "notes"],
        "write text below the second line of `---`",
    ),
    (
        &[
            "tags",
            "tag",
            "keywords",
            "category",
            "categories",
            "topic",
            "topics",
            "priority",
            "budget",
            "cost",
            "location",
            "start",
        ],
        "planbook has no key for this: write it into the text below the front matter, or as your own key, which no page shows",
    ),
];

/// Where what a key means belongs.
pub(in crate::fields) fn elsewhere(what: &str, key: &str) -> Option<String> {
    let key = key.to_lowercase().replace([' ', '_'], "-");
    let own = ELSEWHERE.iter().find(|(record, keys, _)| *record == what && keys.contains(&key.as_str()));
    if let Some((.., help)) = own {
        return Some((*help).to_owned());
    }
    if let Some(help) = section(what, &key) {
        return Some(help);
    }
    let record = !what.starts_with("an entry") && !what.starts_with('`') && what != "book.toml";
    let (keys, help) = NOWHERE.iter().find(|(keys, _)| record && keys.contains(&key.as_str()))?;
    let own_key = if keys.contains(&"tags") { format!(": `x-{key}`") } else { String::new() };
    Some(format!("{help}{own_key}"))
}

/// A key, and other words for it.
const SAME: &[(&str, &[&str])] = &[
    ("title", &["name", "heading", "headline", "subject", "header", "件名", "題名", "標題", "タイトル"]),
    ("name", &["title", "名称", "名前"]),
    ("date", &["day", "when", "datum", "日付"]),
    ("items", &["item", "項目"]),
    ("areas", &["area"]),
    ("kind", &["type", "種類"]),
    ("url", &["link", "href", "address", "website"]),
    ("note", &["text", "description", "title"]),
    ("number", &["no", "nr"]),
    ("adopted", &["date"]),
    ("parties", &["party"]),
];

/// The keys that may be meant by another word.
pub(in crate::fields) fn meant_by(key: &str) -> impl Iterator<Item = &'static str> {
    let key = key.to_lowercase();
    SAME.iter().filter(move |(_, words)| words.contains(&key.as_str())).map(|(meant, _)| *meant)
}
