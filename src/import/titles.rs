//! A title from the words of a record, as far as they have one.

/// A title of more characters is cut.
const LONGEST: usize = 70;

/// Words without the marks of notes: `[^1]`, `[1]` behind a word, and the small `¹` behind a word. In `m²` and `km³` it is a part of the unit.
pub(super) fn without_notes(text: &str) -> String {
    const SMALL: &[char] = &['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    const LONGEST_UNIT: usize = 2;
    const LONGEST_MARK: usize = 3;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let note = rest.strip_prefix("[^").and_then(|inner| inner.split_once(']'));
        let letters = || out.chars().rev().take_while(|sign| sign.is_alphabetic()).count();
        let behind_word =
            || letters() > LONGEST_UNIT || out.ends_with(['.', ',', ';', ':', ')', '”', '"', '」', '。']);
        let shown = rest.strip_prefix('[').and_then(|inner| inner.split_once(']'));
        let is_shown = |(name, after): &(&str, &str)| {
            let short = (1..=LONGEST_MARK).contains(&name.len());
            let good = name.chars().all(|sign| sign.is_ascii_alphanumeric());
            let ends = after.chars().next().is_none_or(|sign| !sign.is_alphanumeric() && sign != '(');
            let behind = out.chars().next_back().is_some_and(|sign| !sign.is_whitespace() && sign != '[');
            short && good && ends && behind
        };
        match note.or_else(|| shown.filter(is_shown)) {
            Some((name, after)) if !name.is_empty() && !name.contains(char::is_whitespace) => {
                out.truncate(out.trim_end().len());
                rest = after;
            }
            _ if SMALL.contains(&sign) && behind_word() => rest = rest.trim_start_matches(SMALL),
            _ => {
                out.push(sign);
                rest = &rest[sign.len_utf8()..];
            }
        }
    }
    out
}

/// The title that a text has, and whether it was cut, so that somebody should write one.
pub(super) fn of(text: &str) -> (String, bool) {
    let line = without_notes(text).split_whitespace().collect::<Vec<_>>().join(" ");
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

    #[test]
    fn a_title_has_no_marks_of_notes() {
        for (text, title) in [
            ("Protect the springs[^1]", "Protect the springs"),
            ("Protect [^a] the springs¹²", "Protect the springs"),
            ("Water¹: springs.²", "Water: springs."),
            ("Protect[1] the springs.[12]", "Protect the springs."),
            ("Keep [1] and [x](y)", "Keep [1] and [x](y)"),
            ("Plant 500 m² or 2 km²", "Plant 500 m² or 2 km²"),
            ("Open [^ brackets] and [^", "Open [^ brackets] and [^"),
        ] {
            assert_eq!(super::without_notes(text), title, "{text}");
        }
    }
}
