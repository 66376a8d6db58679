//! Which texts can be the plan's own code of an item: `EC-01`, `US0113`, `Action 7`.

/// How long a code may be: it stands in front of titles and in narrow columns.
const LONGEST: usize = 40;

/// Signs that would end a code where it is written: in `[[EC-01|words]]`, in lists, in a terminal.
const ENDS_IT: &str = "[]{}|#,;\"<>`\\";

/// A code as it is compared: in lower case, with one space for each white space.
pub fn fold_code(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What a message calls an item: its id, and beside it the plan's own code, which many people know better.
pub fn id_and_code(id: &str, code: Option<&str>) -> String {
    code.map_or_else(|| id.to_owned(), |code| format!("{id} ({code})"))
}

/// Why a text cannot be a code; `None` when it can.
pub fn why_no_code(written: &str) -> Option<&'static str> {
    if !written.chars().any(char::is_alphanumeric) {
        Some("it has no letter and no digit")
    } else if written.chars().count() > LONGEST {
        Some("it is longer than 40 characters")
    } else if written.chars().any(|c| c.is_control() || ENDS_IT.contains(c)) {
        Some("a code cannot have brackets, quotation marks, `|`, `#`, `,` or `;`")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{fold_code, why_no_code};

    #[test]
    fn codes_are_compared_without_case_and_extra_spaces() {
        assert_eq!(fold_code(" Action  7 "), "action 7");
        assert_eq!(fold_code("EC-01"), fold_code("ec-01"));
    }

    #[test]
    fn a_code_is_what_can_be_written_between_brackets() {
        for text in ["EC-01", "US0113", "Action 7", "施策1", "A/7", "1.2 (a)", "007"] {
            assert_eq!(why_no_code(text), None, "{text}");
        }
        for text in ["", "-", "a|b", "a]", "a,b", "a\nb", &"x".repeat(41)] {
            assert!(why_no_code(text).is_some(), "{text}");
        }
    }
}
