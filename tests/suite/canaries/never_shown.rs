//! The canaries that no site shows, not even the internal one.

/// Keys of book.toml that nobody knows, comments, what is of use to the program only, and what of another
/// edition has no page.
pub const OF_RECORDS: &[&str] = &[
    "book.x",
    "public item.comment",
    "area.comment",
    "edition.party",
    "year.edition.from",
    "year.edition.to",
    "edition.name",
    "lang.edition",
    "lang.edition authentic",
    "edition.licence",
    "edition.contact",
    "edition.judge",
    "edition.judge url",
    "edition.alias",
    "edition.tags",
    "edition.tag",
    "edition.body",
    "edition area.folder",
    "old area.folder",
];

/// The same of public records, what a public text does not lead to, and titles of links.
pub const OF_ENTRIES: &[&str] = &[
    "plan.comment",
    "open page.hover",
    "open edition.party",
    "stray document.name",
    "stray document.comment",
];
