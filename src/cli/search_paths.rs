//! Finds records by where they are written: a file, or a folder.

/// How well a file fits what was typed, if that can be a path: 0 where it is the file, 1 where it is in that folder.
pub(super) fn fits(file: &str, typed: &str) -> Option<usize> {
    let typed = typed.replace('\\', "/");
    let typed = typed.trim();
    let was_path = typed.contains('/');
    let typed = typed.trim_start_matches("./").trim_end_matches('/');
    // A word or a number alone is looked for in texts, also where a folder is called so.
    let has = |of: fn(char) -> bool| typed.chars().any(of);
    let is_name =
        has(char::is_alphabetic) && has(|letter| !letter.is_alphabetic() && !letter.is_whitespace());
    if typed.is_empty() || !(is_name || was_path) {
        return None;
    }
    let mut ends = std::iter::successors(Some(file), |rest| Some(rest.split_once('/')?.1));
    let is_file = |end: &str| end == typed || end.strip_suffix(".md") == Some(typed);
    let is_within = |end: &str| end.strip_prefix(typed).is_some_and(|rest| rest.starts_with('/'));
    ends.find_map(|end| if is_file(end) { Some(0) } else { is_within(end).then_some(1) })
}

/// What was typed, without the code of a language before its end: a translation stands beside its record.
pub(super) fn of_record<'l>(typed: &str, languages: impl Iterator<Item = &'l str>) -> String {
    let mut endings = languages.map(|language| format!(".{language}.md"));
    let stem = endings.find_map(|ending| typed.trim().strip_suffix(ending.as_str()));
    stem.map_or_else(|| typed.to_owned(), |stem| format!("{stem}.md"))
}

#[cfg(test)]
mod tests {
    use super::{fits, of_record};

    const FILE: &str = "content/areas/03-security/3.1-logistics.md";

    #[test]
    fn a_file_is_named_in_full_or_by_its_end() {
        for typed in [
            FILE,
            "./content/areas/03-security/3.1-logistics.md",
            "03-security/3.1-logistics.md",
            r"03-security\3.1-logistics.md",
            "3.1-logistics.md",
            "3.1-logistics",
        ] {
            assert_eq!(fits(FILE, typed), Some(0), "{typed}");
        }
    }

    #[test]
    fn a_folder_has_its_files_and_those_of_its_folders() {
        for typed in ["content/areas", "content/", "areas/", "areas/03-security/", "03-security"] {
            assert_eq!(fits(FILE, typed), Some(1), "{typed}");
        }
    }

    #[test]
    fn words_and_parts_of_names_are_no_paths() {
        assert_eq!([fits("updates/2012/a.md", "2012"), fits("updates/2012/a.md", "2012/")], [None, Some(1)]);
        for typed in [
            "areas",
            "content",
            "3.1",
            "logistics.md",
            "3-security",
            "/areas/3",
            "",
            ".",
            "/",
            "areas security",
        ] {
            assert_eq!(fits(FILE, typed), None, "{typed}");
        }
    }

    #[test]
    fn a_translation_is_the_file_of_its_record() {
        let of = |typed| of_record(typed, ["ja", "fr"].into_iter());
        assert_eq!(of("areas/3.1-logistics.ja.md"), "areas/3.1-logistics.md");
        assert_eq!(of("areas/3.1-logistics.de.md"), "areas/3.1-logistics.de.md");
        assert_eq!(of("logistics"), "logistics");
    }
}
