//! What editions and their records are called among names that are not theirs.

/// What an edition is called in lists of names: no id looks like it.
pub fn edition_name(edition: &str) -> String {
    format!("editions/{edition}")
}

/// What an item of an edition is called there.
pub fn item_of_edition(edition: &str, item: &str) -> String {
    format!("editions/{edition}/{item}")
}
