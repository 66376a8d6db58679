//! What editions and their records are called among names that are not theirs, and which files are theirs.

use super::place::edition;

/// What an edition is called in lists of names: no id looks like it.
pub fn edition_name(edition: &str) -> String {
    format!("editions/{edition}")
}

/// What an item of an edition is called there.
pub fn item_of_edition(edition: &str, item: &str) -> String {
    format!("editions/{edition}/{item}")
}

/// The edition whose folder a path is in.
pub fn edition_of(path: &str) -> Option<&str> {
    edition(path).0
}
