//! A title from the words of a record, as far as they have one.

/// A title of more characters is cut.
const LONGEST: usize = 70;

/// The title that a text has, and whether it was cut, so that somebody should write one.
pub(super) fn of(text: &str) -> (String, bool) {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = line.trim_end_matches(['.', ';', ',', ':', '。', '；']).trim_end();
    let whole = if whole.is_empty() { line.as_str() } else { whole };
    if whole.chars().count() <= LONGEST {
        return (whole.to_owned(), false);
    }
    let head: String = whole.chars().take(LONGEST).collect();
    let at_word = head.rsplit_once(' ').map_or(head.as_str(), |(before, _)| before);
    (format!("{}…", at_word.trim_end_matches([',', ';', ':', ' '])), true)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_short_text_is_a_title_and_a_long_one_is_cut_at_a_word() {
        assert_eq!(super::of("Hold talks;"), ("Hold talks".to_owned(), false));
        let long = "Conduct the following activities in accordance with the current Memorandum on Defence Cooperation";
        let (title, cut) = super::of(long);
        assert!(cut && title.ends_with("with the current…"), "{title}");
        assert_eq!(super::of("..."), ("...".to_owned(), false));
    }
}
