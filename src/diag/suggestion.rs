//! "Did you mean": the closest of a set of known words.

/// The choice that `written` was most likely meant to be, if one is close enough: at most a third of the letters differ.
/// Ties go to the first in order, so that the answer does not depend on anything else.
pub fn closest<'a>(written: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = written.to_lowercase();
    let limit = (wanted.chars().count() / 3).max(1);
    choices
        .into_iter()
        .filter(|choice| choice.len().abs_diff(wanted.len()) <= limit + 2)
        .map(|choice| (strsim::osa_distance(&wanted, &choice.to_lowercase()), choice))
        .filter(|(distance, _)| *distance <= limit)
        .min_by(|a, b| a.cmp(b))
        .map(|(_, choice)| choice)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn a_slip_of_the_finger_is_seen() {
        assert_eq!(closest("abreviation", ["abbreviation", "aliases"]), Some("abbreviation"));
        assert_eq!(closest("jp-mofo", ["jp-mod", "jp-mofa"]), Some("jp-mofa"));
        assert_eq!(closest("Lead", ["lead"]), Some("lead"));
    }

    #[test]
    fn what_is_far_off_is_not_guessed() {
        assert_eq!(closest("weather", ["lead", "kind"]), None);
        assert_eq!(closest("", ["a"]), Some("a"));
    }
}
