//! The themes that come with the program: the default one, and others that are put over it as the theme of a book is.

use include_dir::{Dir, include_dir};

static DEFAULT_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
static CITY_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/city");
static DENSE_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/dense");

/// A theme that is part of the program.
#[derive(Debug)]
pub struct BuiltInTheme {
    /// What `book.toml` calls it.
    pub name: &'static str,
    files: &'static Dir<'static>,
}

/// The one that all others are put over.
pub(super) static DEFAULT: BuiltInTheme = BuiltInTheme { name: "default", files: &DEFAULT_FILES };
static CITY: BuiltInTheme = BuiltInTheme { name: "city", files: &CITY_FILES };
static DENSE: BuiltInTheme = BuiltInTheme { name: "dense", files: &DENSE_FILES };

/// All of them, the default one first.
pub(super) const BUILT_IN_THEMES: [&BuiltInTheme; 3] = [&DEFAULT, &CITY, &DENSE];

/// The names of the built-in themes.
pub fn built_in_theme_names() -> [&'static str; 3] {
    BUILT_IN_THEMES.map(|theme| theme.name)
}

/// The built-in theme of that name.
pub fn built_in_theme(name: &str) -> Option<&'static BuiltInTheme> {
    BUILT_IN_THEMES.into_iter().find(|theme| theme.name == name)
}

impl BuiltInTheme {
    /// What the names of its templates begin with, so that one of the same name can extend the one that it replaces.
    pub(super) fn prefix(&self) -> String {
        format!("{}/", self.name)
    }

    /// Its files below a folder, with their paths from there.
    pub(super) fn below(&self, folder: &str) -> Vec<(String, &'static [u8])> {
        let mut files = Vec::new();
        let mut open: Vec<&Dir<'static>> = vec![self.files];
        while let Some(dir) = open.pop() {
            open.extend(dir.dirs());
            files.extend(dir.files().filter_map(|file| {
                let path = file.path().to_str()?.replace('\\', "/");
                Some((path.strip_prefix(folder)?.to_owned(), file.contents()))
            }));
        }
        files.sort();
        files
    }

    /// The text of one of its files.
    pub(super) fn text(&self, path: &str) -> Option<&'static str> {
        self.files.get_file(path).and_then(|file| file.contents_utf8())
    }

    /// Whether it has a file at a path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.get_file(path).is_some()
    }

    /// The names of its templates, without the partials.
    pub(super) fn templates(&self) -> Vec<&'static str> {
        let files = self.files.get_dir("templates").into_iter().flat_map(Dir::files);
        files.filter_map(|file| file.path().to_str()).collect()
    }
}
