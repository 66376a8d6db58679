//! Texts that lie over the files of a folder, as an editor has them before they are saved.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::content::content;
use super::file::file_id;
use super::{Content, File, Tree};
use crate::diag::Diagnostic;

/// The files of a tree with these texts over them, by path, and what is wrong with the result. `of_walk` is what was found
/// before any file was read, `problem` what was wrong with the file at a place. A text may be of a file that is not there yet.
pub(super) fn lay_over<'p>(
    tree: &Tree,
    of_walk: &[Diagnostic],
    problem: impl Fn(usize) -> Option<&'p Diagnostic>,
    over: &BTreeMap<String, Arc<str>>,
) -> (Tree, Vec<Diagnostic>) {
    let mut made = Overlaid {
        limits: tree,
        files: Vec::with_capacity(tree.files.len() + over.len()),
        found: of_walk.to_vec(),
    };
    let mut over = over.iter().peekable();
    for (index, file) in tree.files.iter().enumerate() {
        while let Some((path, text)) = over.next_if(|(path, _)| **path < file.path) {
            made.add(path, text);
        }
        match over.next_if(|(path, _)| **path == file.path) {
            Some((path, text)) if !is_text(file, text) => made.add(path, text),
            _ => made.keep(file, problem(index)),
        }
    }
    over.for_each(|(path, text)| made.add(path, text));
    let tree = Tree { files: made.files, limits: tree.limits.clone() };
    let mut found = made.found;
    found.extend(tree.case_collisions());
    found.extend(tree.unportable_names());
    (tree, found)
}

/// Whether a file has this text already, so that it can be shared.
fn is_text(file: &File, text: &str) -> bool {
    matches!(&file.content, Content::Text(own) if **own == *text)
}

struct Overlaid<'t> {
    limits: &'t Tree,
    files: Vec<Arc<File>>,
    found: Vec<Diagnostic>,
}

impl Overlaid<'_> {
    fn add(&mut self, path: &str, text: &str) {
        let id = file_id(self.files.len());
        let (content, problem) = content(path, text.as_bytes().to_vec(), id, &self.limits.limits);
        self.files.push(Arc::new(File { path: path.to_owned(), content }));
        self.found.extend(problem);
    }

    /// Takes a file as it is. What is wrong with it says so at the place that it has now.
    fn keep(&mut self, file: &Arc<File>, problem: Option<&Diagnostic>) {
        let id = file_id(self.files.len());
        self.files.push(Arc::clone(file));
        if let Some(mut problem) = problem.cloned() {
            let spans = problem.span.iter_mut().chain(problem.labels.iter_mut().map(|label| &mut label.span));
            spans.for_each(|span| span.file = id);
            self.found.push(problem);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> (Tree, Vec<Diagnostic>) {
        Tree::new(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())))
    }

    #[test]
    fn texts_lie_over_files_as_if_they_were_saved() {
        let disk =
            [("book.toml", "a"), ("content/b.md", "<<<<<<< x\n=======\n>>>>>>> y\n"), ("content/d.md", "d")];
        let (below, problems) = tree(&disk);
        let of =
            |index: usize| problems.iter().find(|it| it.span.is_some_and(|span| span.file == file_id(index)));
        for over in [
            vec![],
            vec![("content/a.md", "new"), ("content/c.md", "\u{202e}"), ("content/z.md", "")],
            vec![("content/b.md", "solved"), ("content/d.md", "d")],
            vec![("content/B.md", "upper"), ("book.toml", "b")],
        ] {
            let texts = over.iter().map(|(path, text)| ((*path).to_owned(), Arc::from(*text))).collect();
            let saved: BTreeMap<&str, &str> = disk.into_iter().chain(over.iter().copied()).collect();
            let (expected, mut wanted) = tree(&saved.into_iter().collect::<Vec<_>>());
            let (made, mut found) = lay_over(&below, &[], of, &texts);
            Diagnostic::sort(&mut wanted);
            Diagnostic::sort(&mut found);
            assert_eq!((made, found), (expected, wanted), "{over:?}");
        }
    }
}
