//! "Did you mean": the closest of a set of known words.

/// The longest text that is compared, in bytes: ids have at most 120, paths a few hundred.
const LONGEST: usize = 500;

/// The choice that `written` was most likely meant to be, if one is close enough: at most a third of the letters differ.
/// Ties go to the first in order, so that the answer does not depend on anything else.
pub fn closest<'a>(written: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Comparing takes the product of the lengths, and nobody mistypes one letter of a long text.
    if written.len() > LONGEST {
        return None;
    }
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
        let long = "a".repeat(100_000);
        assert_eq!(closest(&long, [long.as_str()]), None);
    }
}
