//! What a book never reads: hidden files and editors' backups.

/// The folder whose files are for the root of the site. A hidden file there was meant for readers, or for the host: it is read, so
/// that somebody says what becomes of it.
const FOR_ROOT: &str = "content/static/";

/// Hidden names in that folder that nobody means for readers: what versions are kept in, and what systems and editors write.
const OF_TOOLS: [&str; 8] =
    [".git", ".svn", ".hg", ".DS_Store", ".gitkeep", ".keep", ".directory", ".localized"];

/// Whether a book does not read the file or folder at a path from its folder.
pub fn is_passed_over(path: &str) -> bool {
    let for_root = path.starts_with(FOR_ROOT);
    path.split('/')
        .any(|name| is_backup(name) || (name.starts_with('.') && !(for_root && may_be_meant(name))))
}

fn is_backup(name: &str) -> bool {
    name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}

/// Whether somebody may have meant a hidden name for the site.
fn may_be_meant(name: &str) -> bool {
    let is_of_editor =
        name.starts_with("._") || name.starts_with(".#") || name.ends_with(".swp") || name.ends_with(".swo");
    !OF_TOOLS.contains(&name) && !is_of_editor && !matches!(name, "." | "..")
}

#[cfg(test)]
mod tests {
    use super::is_passed_over;

    #[test]
    fn hidden_files_are_read_where_they_can_be_meant_for_the_site() {
        for path in [
            "book.toml",
            "content/plan.md",
            "content/static/.htaccess",
            "content/static/.well-known/.x",
            "content/static/.a/b",
        ] {
            assert!(!is_passed_over(path), "{path}");
        }
        for path in [
            "content/.htaccess",
            "content/.a/plan.md",
            "content/plan.md~",
            "content/static/CNAME~",
            "content/static/#a#",
            "content/static/.DS_Store",
            "content/static/.a.swp",
            "content/static/.git/config",
            "themes/.a",
        ] {
            assert!(is_passed_over(path), "{path}");
        }
    }
}
