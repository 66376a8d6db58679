//! File names from words.

/// Longer ones are cut at a word.
const LONGEST: usize = 40;

/// `Security and defence cooperation` as `security-and-defence-cooperation`; empty where no letter is ASCII.
pub(super) fn slug(text: &str) -> String {
    let plain = text.replace(['\'', '’'], "").to_lowercase();
    let mut slug = String::new();
    for word in plain.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let fits = slug.len() + word.len() < LONGEST;
        if !fits && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_name_is_short_and_plain() {
        assert_eq!(slug("Japan's “Police” & customs"), "japans-police-customs");
        assert_eq!(slug("海洋安全保障"), "");
        assert!(slug(&"long ".repeat(30)).len() <= 40 && !slug(&"x".repeat(90)).is_empty());
    }
}
