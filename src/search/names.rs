//! What a record is called by, whole: its number, its abbreviation, its title.

use super::letters::{folded, is_of_word};

/// How long a name is at most, in letters: who types more looks for words.
const LONGEST: usize = 100;

/// A name as it is searched: `3(2)(a)`, `３.2.a` and `3-2-a` are one. A plus is kept, for what is called 2+2.
pub(super) fn folded_name(name: &str) -> Option<String> {
    let mut found = String::new();
    for letter in folded(name).chars() {
        if is_of_word(letter) || letter == '+' {
            found.push(letter);
        } else if !found.is_empty() && !found.ends_with('.') {
            found.push('.');
        }
    }
    let name = found.trim_end_matches('.');
    (!name.is_empty() && name.chars().count() <= LONGEST).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::folded_name;

    #[test]
    fn one_name_is_written_in_many_ways() {
        for name in ["3.2.a", "3(2)(a)", "３（２）（ａ）", "3-2-A", " 3 (2) (a) "] {
            assert_eq!(folded_name(name).as_deref(), Some("3.2.a"), "{name}");
        }
        assert_eq!(folded_name("2＋2").as_deref(), Some("2+2"));
        assert_eq!(folded_name("…"), None);
        assert_eq!(folded_name(&"long ".repeat(30)), None);
    }
}
