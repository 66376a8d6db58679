//! The pages of the checks, as they stand in `docs/checks/`.

use include_dir::{Dir, include_dir};

use super::Code;

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/checks");

/// What a check means and how to fix what it finds, as Markdown.
pub fn page(code: Code) -> Option<&'static str> {
    PAGES.get_file(format!("{}.md", code.name)).and_then(|file| file.contents_utf8())
}
