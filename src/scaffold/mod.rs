//! The files that somebody begins with: a theme, a book, a record. Those of themes and books are texts beside this file,
//! so that they can be read and changed as what they are.

pub mod answer;
pub mod book;
mod place;
mod record;
mod taken;
pub mod templates;
mod yaml;

use crate::render::built_in_theme;
use crate::slug::is_reserved;

pub use record::{Values, text as record};

/// The files of a theme of that name over a built-in one, by their paths in its folder.
pub fn theme(name: &str, base: &str) -> Vec<(String, String)> {
    let title = title(name);
    let style = match base {
        "city" => include_str!("theme/city.css"),
        _ => include_str!("theme/style.css"),
    };
    let fill = |text: &str| text.replace("{name}", name).replace("{title}", &title).replace("{base}", base);
    [
        ("theme.toml".to_owned(), include_str!("theme/theme.toml")),
        (format!("style/{name}.css"), style),
        ("messages/en.toml".to_owned(), include_str!("theme/en.toml")),
        ("README.md".to_owned(), include_str!("theme/README.md")),
    ]
    .map(|(path, text)| (path, fill(text)))
    .to_vec()
}

/// Checks the name of a new theme.
///
/// # Errors
/// Why a theme cannot be called that, as a sentence.
pub fn check_name(name: &str) -> Result<(), String> {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if built_in_theme(name).is_some() {
        return Err(format!(
            "`{name}` is the name of a theme that comes with planbook; files in themes/{name}/ override it directly"
        ));
    }
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(good) {
        return Err(
            "write lower-case letters, digits and `-`, starting with a letter, as in `harbour`".to_owned()
        );
    }
    if is_reserved(name) {
        return Err(
            "this is a name that Windows keeps for itself; write another one, as in `harbour`".to_owned()
        );
    }
    Ok(())
}

/// `water-ways` as `Water ways`.
fn title(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).map(|c| if c == '-' { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_lower_case_and_not_taken() {
        for name in ["harbour", "a1-b"] {
            assert_eq!(check_name(name), Ok(()), "{name}");
        }
        for name in [
            "", "default", "city", "dense", "Harbour", "1a", "-a", "a b", "a/b", "..", "hafen-ö", "con",
            "lpt1",
        ] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }

    #[test]
    fn every_name_is_filled_in() {
        for (path, text) in theme("water-ways", "city") {
            assert!(!["{name}", "{title}", "{base}"].iter().any(|open| text.contains(open)), "{path}");
        }
        assert!(theme("water-ways", "city")[0].1.contains("name = \"Water ways\""));
    }
}
