//! What to do with a new file.

use std::path::Path;

use crate::cli::Root;
use crate::scaffold::Values;
use crate::scaffold::templates::RecordTemplate;

/// The steps from a file that was written to the site that shows it, in numbered lines. What is not shown yet has no page.
pub(super) fn steps(
    kind: &RecordTemplate,
    values: &Values,
    body: &str,
    file: &str,
    root: &Root,
    is_shown: bool,
) -> String {
    let at = root.as_flag();
    let mut steps = kind.next(values, body, file);
    steps.push(format!("Run `planbook check{at}`: it reports what is wrong or missing."));
    if is_shown {
        steps.push(format!("Run `planbook serve{at}` and look at the page in a browser."));
    }
    if is_in_a_repository(&root.root) {
        steps.push(format!("Commit {file}."));
    }
    steps.iter().enumerate().map(|(at, step)| format!("  {}. {step}\n", at + 1)).collect()
}

#[expect(clippy::disallowed_methods, reason = "the folder of git is not in the tree")]
fn is_in_a_repository(root: &Path) -> bool {
    let whole = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    whole.ancestors().any(|folder| folder.join(".git").exists())
}
