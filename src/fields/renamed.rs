//! Keys that were called something else in an earlier version. `planbook fix` writes the new names, so that a book follows a new
//! version by one command.
//!
//! A key that is renamed gets a row here in the same commit, and a line in CHANGELOG.md; the row stays until the next first
//! number of the version.

/// A key with another name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Renamed {
    /// What has the key, as messages name it: `an item`, or ``an entry of `lead` ``.
    of: &'static str,
    /// What it was called.
    old: &'static str,
    /// What it is called.
    pub(super) new: &'static str,
    /// The first version with the new name.
    pub(super) since: &'static str,
}

/// Every key that was renamed, by what has it. No version was released with other names than today's, so only tests have a row.
const RENAMED: &[Renamed] = &[
    #[cfg(test)]
    Renamed { of: "a record of an earlier version", old: "colour", new: "paint", since: "0.2" },
];

/// What a key is called today, if it had another name.
pub(super) fn renamed(of: &str, key: &str) -> Option<&'static Renamed> {
    RENAMED.iter().find(|row| row.of == of && row.old == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Diagnostic, FileId, Span};
    use crate::fields::{Fields, parse_toml};

    fn problems(of: &'static str, text: &str) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let (value, _) = parse_toml(text, FileId(0));
        let mut fields = Fields::new(of, value, Span::new(FileId(0), 0..0), &mut found);
        fields.text("paint");
        fields.finish();
        found
    }

    #[test]
    fn an_old_name_is_corrected_beyond_doubt_where_it_was_one() {
        let found = problems("a record of an earlier version", "colour = \"red\"\n");
        assert_eq!(found.len(), 1);
        assert!(found[0].certain);
        assert_eq!(found[0].suggestion.as_deref(), Some("paint"));
        assert_eq!(found[0].span.map(|span| span.range()), Some(0.."colour".len()));
        assert!(found[0].help.as_deref().is_some_and(|help| help.contains("since version 0.2")), "{found:?}");
        // The same word in another record is only unknown.
        assert!(!problems("an item", "colour = \"red\"\n")[0].certain);
    }

    #[test]
    fn each_row_leads_from_an_old_name_to_another() {
        for row in RENAMED {
            assert_ne!(row.old, row.new, "{row:?}");
            let again = RENAMED.iter().any(|other| other.of == row.of && other.old == row.new);
            assert!(!again, "{row:?} leads to a name that was given up");
        }
    }
}
