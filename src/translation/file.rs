//! Which file is a translation, by its name.

/// The name of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationFile<'p> {
    /// The path of the original.
    pub original: String,
    /// The code of the language.
    pub language: &'p str,
}

/// What the file at a path translates, if it is a translation into one of these languages: `3.1-wells.ja.md` of
/// `3.1-wells.md`.
pub fn translation_file<'p>(path: &'p str, languages: &[String]) -> Option<TranslationFile<'p>> {
    let stem = path.strip_suffix(".md")?;
    let (original, language) = stem.rsplit_once('.')?;
    let named = original.rsplit('/').next().is_some_and(|name| !name.is_empty());
    (named && languages.iter().any(|known| known == language))
        .then(|| TranslationFile { original: [original, ".md"].concat(), language })
}

/// The path of the translation of a file into a language.
pub fn file_of(original: &str, language: &str) -> Option<String> {
    Some([original.strip_suffix(".md")?, ".", language, ".md"].concat())
}

#[cfg(test)]
mod tests {
    use super::{file_of, translation_file};

    #[test]
    fn a_translation_stands_beside_its_original() {
        let languages = ["ja".to_owned(), "zh-Hant".to_owned()];
        let found = |path| translation_file(path, &languages).map(|file| (file.original, file.language));
        assert_eq!(found("content/plan.ja.md"), Some(("content/plan.md".to_owned(), "ja")));
        assert_eq!(found("content/plan.zh-Hant.md"), Some(("content/plan.md".to_owned(), "zh-Hant")));
        for other in
            ["content/plan.md", "content/plan.fr.md", "content/.ja.md", "content/ja.md", "plan.ja.txt"]
        {
            assert_eq!(found(other), None, "{other}");
        }
        assert_eq!(file_of("a/3.1-wells.md", "ja").as_deref(), Some("a/3.1-wells.ja.md"));
    }
}
