//! The canaries that no site shows, not even the internal one.

/// Keys of book.toml that nobody knows, comments, and what is of use to the program only.
pub const OF_RECORDS: &[&str] = &["book.x", "public item.comment", "area.comment", "edition.alias"];

/// The same of public records, what a public text does not lead to, and titles of links.
pub const OF_ENTRIES: &[&str] =
    &["plan.comment", "open page.hover", "stray document.name", "stray document.comment"];
