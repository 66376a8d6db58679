//! Whatever is done to the files, in whatever order, the pages are those of a fresh build.

use std::collections::BTreeMap;
use std::path::Path;

use planbook::vocabulary::Audience;

use super::identity::{built, compare};
use super::{Preview, small_book, write};

/// Numbers that look random and are the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

fn item(number: usize, words: usize) -> (String, String) {
    let path = format!("content/areas/01-trade/1.{number}-item.md");
    let update = format!("updates:\n  - date: 2021-0{}-01\n    note: Note {words}.\n", words % 9 + 1);
    (path, format!("---\ntitle: Item {words}\nkind: deliverable\n{update}---\nWords {words}.\n"))
}

fn page(number: usize, words: usize) -> (String, String) {
    let name = format!("content/pages/p{number}.md");
    (name, format!("---\ntitle: Page {words}\norder: {number}\n---\nWords {words}, see [[1.1]].\n"))
}

/// The paths below a folder that end in `.md`.
fn pages_there(root: &Path) -> Vec<std::path::PathBuf> {
    let mut there: Vec<_> = std::fs::read_dir(root.join("content/pages"))
        .map(|entries| entries.map(|entry| entry.unwrap().path()).collect())
        .unwrap_or_default();
    there.sort();
    there
}

/// One edit, as a person, an editor or git would do it. Says what it was.
fn edit(root: &Path, dice: &mut Dice, turn: usize) -> String {
    let chosen = dice.roll(9);
    let there = pages_there(root);
    match chosen {
        0 => {
            let (path, text) = item(dice.roll(6) + 2, turn);
            write(root, &path, text);
            format!("wrote {path}")
        }
        1 => {
            let (path, text) = page(dice.roll(8), turn);
            write(root, &path, text);
            format!("wrote {path}")
        }
        2 => {
            // As many editors save: a copy beside it, renamed over it.
            let (path, text) = item(dice.roll(3) + 2, turn);
            let beside = format!("{path}.tmp");
            write(root, &beside, text);
            std::fs::rename(root.join(beside), root.join(&path)).unwrap();
            format!("saved {path} by renaming")
        }
        3 if !there.is_empty() => {
            let gone = &there[dice.roll(there.len())];
            std::fs::remove_file(gone).unwrap();
            format!("deleted {}", gone.display())
        }
        4 if !there.is_empty() => {
            let from = &there[dice.roll(there.len())];
            std::fs::rename(from, root.join(format!("content/pages/r{turn}.md"))).unwrap();
            format!("renamed {}", from.display())
        }
        5 => {
            write(root, "themes/default/style/99-own.css", format!("p {{ margin: {turn}px; }}\n"));
            "wrote a style sheet".to_owned()
        }
        6 => {
            write(root, "book.toml", format!("[book]\ntitle = \"Harbour plan {turn}\"\n"));
            "wrote the settings".to_owned()
        }
        7 => {
            // A file that is opened and written in pieces.
            let (path, text) = item(dice.roll(3) + 2, turn);
            write(root, &path, &text[..10]);
            write(root, &path, text);
            format!("wrote {path} in pieces")
        }
        _ => {
            write(root, "themes/default/messages/en.toml", format!("areas = \"Areas {turn}\"\n"));
            "wrote the words".to_owned()
        }
    }
}

/// Waits until the server shows the files as they are, and compares.
fn same(preview: &Preview) {
    let generation = preview.settled();
    assert_eq!(generation.errors(), 0, "{:?}", generation.problems);
    compare(preview, &built(&preview.root, Audience::Public));
}

#[test]
fn after_each_of_many_edits_the_site_is_that_of_a_fresh_build() {
    let folder = small_book();
    for number in 2..5 {
        let (path, text) = item(number, 0);
        write(folder.path(), &path, text);
    }
    let preview = Preview::of(folder, |_| {});
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ crate::random::seed());
    for turn in 0..200 {
        let what = edit(&preview.root, &mut dice, turn);
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| same(&preview)));
        assert!(result.is_ok(), "turn {turn}: {what}");
    }
}

#[test]
fn another_branch_is_shown_whole() {
    let folder = small_book();
    let branch = |kept: &dyn Fn(usize) -> bool, words: usize| -> BTreeMap<String, String> {
        (0..300).filter(|number| kept(*number)).map(|number| page(number, words + number)).collect()
    };
    let one = branch(&|_| true, 0);
    let other = branch(&|number| number % 3 > 0, 1_000);
    one.iter().for_each(|(path, text)| write(folder.path(), path, text));
    let preview = Preview::of(folder, |_| {});
    preview.settled();
    for (from, to) in [(&one, &other), (&other, &one)] {
        for path in from.keys() {
            std::fs::remove_file(preview.root.join(path)).unwrap();
        }
        to.iter().for_each(|(path, text)| preview.write(path, text));
        same(&preview);
    }
}
