//! A book that is read again after a change is as if it were read for the first time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use planbook::source::{Content, Look, Snapshot, Tree};
use planbook::{build, config, parse, publish, render, source};
use proptest::prelude::*;

use crate::book::day;

const PATHS: [&str; 17] = [
    "book.toml",
    "content/plan.md",
    "content/areas/01-trade/area.md",
    "content/areas/01-trade/1.1-talks.md",
    "content/areas/01-trade/1.2-ports.md",
    "content/areas/01-trade/1.2.a-quays.md",
    "content/areas/01-trade/files/map.png",
    "content/agencies/ar-trade.md",
    "content/updates/2021/2021-02-01-round.md",
    "content/pages/about.md",
    "content/editions/2015/areas/01-old/1.1-old.md",
    "content/Stray.MD",
    "themes/default/style/10-own.css",
    "themes/default/messages/en.toml",
    "content/editions/2015/plan.md",
    "content/editions/2015/areas/01-old/area.md",
    "content/editions/2015/updates/2015/2015-05-01-old.md",
];

/// No two are of one length: a system's clock may not tell two changes apart that follow within a few milliseconds.
const TEXTS: [&[u8]; 14] = [
    b"[book]\ntitle = \"Plan\"\n",
    b"[book]\ntitle = \"Plan\"\nlanguages = [\"en\", \"MD\"]\n[audience]\ndefault = \"internal\"\n",
    b"[book]\ntitle = \"Plan\"\n[limits]\nfiles = 6\n",
    b"[book]\ntitle = \"Plan\"\n[limits]\nfile-size = 90\nline-length = 40\n",
    b"---\ntitle: Plan\nparties: [A, B]\nadopted: 2020-01-01\n---\n",
    b"---\ntitle: Plan\nparties: [A, B]\nadopted: 2020-01-01\nfiscal-year-starts: 4\naliases: [old]\n---\n",
    b"---\nnumber: 1\ntitle: Trade\n---\nSee [[1.1]] and [[1.1/2021-05-01]].\n",
    b"---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\ndue: FY2022\nupdates:\n  - date: 2021-05-01\n    status: in-progress\n    note: Went on.\n---\n![Map](files/map.png)\n",
    b"---\ntitle: Ports\nkind: deliverable\naudience: internal\naliases: [1.9]\nrelated: ['1.1']\n---\nSee [it](1.1-talks.md).\n",
    b"---\ntitle: Quays\nkind: event\nlead: [{agency: ar-trade, audience: internal}, nobody]\n---\n[[1.9]] [[gone]]\n",
    b"---\nname: Ministry\nparty: A\nabbreviation: MT\n---\n::: internal\nSecret.\n:::\n",
    b"---\ntitle: Round\ndate: 2021-02-01\nitems: ['1.1', '1.2']\nforum: none\ncorrects: 1.1/2021-05-01\n---\n",
    b"---\ntitle: \xff\n---\n",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03\x08\x02\0\0\0\0\0\0\0\0\0\0\x01IDATx\0\0\0\0\0\0\0\0IEND\0\0\0\0",
];

#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize),
    /// Written beside its place and moved there, as careful editors do.
    Swap(usize, usize),
    Remove(usize),
    Rename(usize, usize),
    Link(usize, usize),
    /// A folder in the place of a file.
    Folder(usize),
    Backup(usize, usize),
    Nothing,
}

fn edit() -> impl Strategy<Value = Edit> {
    let (path, text) = (|| 0..PATHS.len(), || 0..TEXTS.len());
    prop_oneof![
        6 => (path(), text()).prop_map(|(path, text)| Edit::Write(path, text)),
        3 => (path(), text()).prop_map(|(path, text)| Edit::Swap(path, text)),
        1 => path().prop_map(Edit::Remove),
        2 => (path(), path()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => (path(), path()).prop_map(|(from, to)| Edit::Link(from, to)),
        1 => path().prop_map(Edit::Folder),
        1 => (path(), text()).prop_map(|(path, text)| Edit::Backup(path, text)),
        1 => Just(Edit::Nothing),
    ]
}

/// The files that a book begins with: each with the text that is meant for it.
fn first_files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let fitting = [0, 4, 6, 7, 8, 9, 13, 10, 11, 6, 9, 4];
    PATHS.iter().copied().zip(fitting.map(|text| TEXTS[text]))
}

/// Does it, and says which files it touched.
fn on_disk(root: &Path, edit: &Edit) -> Vec<PathBuf> {
    use std::fs;
    let at = |path: &usize| root.join(PATHS[*path]);
    let write = |path: &Path, text: &usize| {
        let _ = fs::create_dir_all(path.parent().unwrap());
        let _ = fs::write(path, TEXTS[*text]);
    };
    match edit {
        Edit::Write(path, text) => write(&at(path), text),
        Edit::Swap(path, text) => {
            let beside = at(path).with_file_name("4913");
            write(&beside, text);
            if fs::rename(&beside, at(path)).is_err() {
                let _ = fs::remove_file(&beside);
            }
        }
        Edit::Remove(path) => drop(fs::remove_file(at(path))),
        Edit::Rename(from, to) => {
            let _ = fs::create_dir_all(at(to).parent().unwrap());
            let _ = fs::rename(at(from), at(to));
        }
        Edit::Link(link, target) => {
            #[cfg(unix)]
            let _ = std::os::unix::fs::symlink(at(target), at(link).with_file_name("1.3-link.md"));
            return vec![at(link).with_file_name("1.3-link.md"), at(target)];
        }
        Edit::Folder(path) => {
            let _ = fs::remove_file(at(path));
            let _ = fs::create_dir_all(at(path));
            return vec![at(path), at(path).join("x")];
        }
        Edit::Backup(path, text) => write(&at(path).with_extension("md~"), text),
        Edit::Nothing => {}
    }
    let touched = |path: &usize| vec![at(path), at(path).with_file_name("4913")];
    match edit {
        Edit::Write(path, _) | Edit::Swap(path, _) | Edit::Remove(path) => touched(path),
        Edit::Rename(from, to) => [touched(from), touched(to)].concat(),
        Edit::Backup(path, _) => vec![at(path).with_extension("md~")],
        Edit::Link(..) | Edit::Folder(_) | Edit::Nothing => Vec::new(),
    }
}

/// All that a book says, with all that is wrong with it.
fn told(book: &build::Book) -> String {
    let (views, problems) = (&book.views, &book.diagnostics);
    format!("{:?}\n{:?}\n{problems:?}", views.internal.plan, views.public.plan)
}

/// The paths of a site, and its look.
fn site(book: &mut build::Book, tree: &Arc<Tree>, cache: &mut render::Cache) -> Vec<String> {
    let (as_of, audience) = (day("2024-06-30"), planbook::vocabulary::Audience::Public);
    let options = publish::Options { as_of, audience, base_url: None, repository: None };
    let Some((context, site)) = build::site_with(book, tree, &options, cache) else { return Vec::new() };
    let paths = site.pages().iter().map(|page| page.path.clone());
    let look = [&context.theme.static_files, &Vec::new()].map(|files| format!("{files:?}"));
    paths.chain(look).chain([format!("{:?}", context.theme.messages)]).collect()
}

proptest! {
    #![proptest_config(crate::random::config(48))]

    #[test]
    fn a_cache_changes_nothing(edits in proptest::collection::vec((0..PATHS.len(), 0..TEXTS.len() + 2), 1..14)) {
        let mut files: BTreeMap<String, Vec<u8>> =
            first_files().map(|(path, text)| (path.to_owned(), text.to_vec())).collect();
        let mut cache = parse::Cache::default();
        for (path, text) in edits {
            match TEXTS.get(text) {
                Some(text) => drop(files.insert(PATHS[path].to_owned(), text.to_vec())),
                None => drop(files.remove(PATHS[path])),
            }
            let tree = Tree::new(files.clone()).0;
            let config = config::read(&tree).0;
            let (cached, problems) = parse::documents_with(&tree, &config, &mut cache);
            let (fresh, expected) = parse::documents(&tree, &config);
            prop_assert_eq!(format!("{cached:?}"), format!("{fresh:?}"));
            prop_assert_eq!(problems, expected);
        }
    }

}

proptest! {
    #![proptest_config(crate::random::config(12))]

    #[test]
    fn a_folder_is_read_again_as_if_for_the_first_time(
        steps in proptest::collection::vec((proptest::collection::vec(edit(), 1..4), 0_usize..3), 1..10)
    ) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for (path, text) in first_files() {
            std::fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            std::fs::write(root.join(path), text).unwrap();
        }
        let (mut snapshot, mut tree, mut problems) = Snapshot::open(&root, config::limits).unwrap();
        let (mut read, mut themes) = (build::Cache::default(), render::Cache::default());
        for (edits, look) in steps {
            let touched: Vec<PathBuf> = edits.iter().flat_map(|edit| on_disk(&root, edit)).collect();
            let look = [Look::Metadata, Look::Content, Look::Files(&touched)][look];
            let fresh = source::load(&root, config::limits);
            let again = snapshot.refresh(look);
            let (Ok((fresh, found)), Ok(again)) = (&fresh, &again) else {
                let shown = (fresh.err().map(|it| it.to_string()), again.err().map(|it| it.to_string()));
                prop_assert_eq!(&shown.0, &shown.1);
                continue;
            };
            let differs = *fresh != *tree || *found != problems;
            prop_assert_eq!(again.is_some(), differs, "{:?}", edits);
            if let Some((new, found)) = again {
                prop_assert_eq!(shared(&tree, new), equal(&tree, new));
                (tree, problems) = (Arc::clone(new), found.clone());
            }
            prop_assert_eq!(&*tree, fresh);
            prop_assert_eq!(&problems, found);
            let mut book = build::read_with(&tree, problems.clone(), day("2024-06-30"), &mut read);
            let mut expected = build::read(fresh, found.clone(), day("2024-06-30"));
            prop_assert_eq!(told(&book), told(&expected));
            let fresh = Arc::new(fresh.clone());
            let made = site(&mut expected, &fresh, &mut render::Cache::default());
            prop_assert_eq!(site(&mut book, &tree, &mut themes), made);
            prop_assert_eq!(&book.diagnostics, &expected.diagnostics);
        }
    }
}

#[test]
fn after_a_look_that_failed_all_files_are_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    std::fs::create_dir_all(root.join("content")).unwrap();
    std::fs::write(root.join("book.toml"), TEXTS[0]).unwrap();
    std::fs::write(root.join("content/plan.md"), TEXTS[4]).unwrap();
    let (mut snapshot, ..) = Snapshot::open(&root, config::limits).unwrap();
    std::fs::remove_file(root.join("book.toml")).unwrap();
    let plan = [root.join("content/plan.md")];
    assert!(snapshot.refresh(Look::Metadata).is_err());
    assert!(snapshot.refresh(Look::Files(&plan)).is_err());
    std::fs::write(root.join("book.toml"), TEXTS[1]).unwrap();
    assert!(snapshot.refresh(Look::Files(&plan)).unwrap().is_some());
}

/// Files of a book with which nothing is wrong: what may stand before the front matter's end, and the texts.
const RIGHT: [(&str, &[&str], &[&str]); 9] = [
    ("content/plan.md", &["title: Plan\nparties: [A, B]\nadopted: 2020-01-01"], &["", "Words."]),
    ("content/areas/01-trade/area.md", &["number: 1\ntitle: Trade"], &["", "See [[1.1]]."]),
    (
        "content/areas/01-trade/1.1-talks.md",
        &[
            "title: Talks\nkind: recurring\nlead: [ar-trade]",
            "title: Long talks\nkind: recurring\nlead: [ar-trade]",
            "title: Talks\nkind: recurring\nlead: [br-trade]\nsupporting: [ar-trade]",
            "title: Talks\nkind: recurring\nlead: [ar-trade]\nupdates:\n  - date: 2021-05-01\n    status: in-progress\n    note: Went on.",
            "title: Talks\nkind: recurring\nlead: [ar-trade]\nupdates:\n  - date: 2021-05-01\n    status: completed\n    note: Went on, see [[1.2]].",
            "title: Talks\nkind: recurring\nlead: [ar-trade]\nupdates:\n  - date: 2021-02-01\n    status: completed\n    note: Went on, see [[1.2]].",
        ],
        &[
            "",
            "See [[1.2]].",
            "See [[1.2]] and more.",
            "See [[2021-02-01-round]] and [[1.2]].",
            "Words.",
            "[It](1.2-ports.md)",
        ],
    ),
    (
        "content/areas/01-trade/1.2-ports.md",
        &[
            "title: Ports\nkind: continuing\nlead: [{agency: ar-trade, basis: inferred}]\nrelated: ['1.1']",
            "title: Ports\nkind: continuing\nlead: [{agency: ar-trade, basis: stated}]\nrelated: ['1.1']",
            "title: Ports\nkind: continuing\nlead: [ar-trade]\nsame-as: ['1.1']",
            "title: Ports\nkind: continuing\nlead: [ar-trade]\ndepends-on: ['1.1']\naliases: [old-ports]",
            "title: Ports\nkind: continuing\nlead: [nobody]",
            "title: Ports\nkind: continuing\nlead: [ar-trade]\naudience: internal",
        ],
        &["", "Words.", "See [[1.1]].", "See [[gone]].", "::: internal\nSee [[1.1]].\n:::"],
    ),
    (
        "content/areas/01-trade/1.2.a-quays.md",
        &["title: Quays\nkind: event", "title: The quays\nkind: event"],
        &["", "[[1.2]]"],
    ),
    ("content/agencies/ar-trade.md", &["name: Ministry\nparty: A"], &["", "See [[1.2.a]]."]),
    ("content/agencies/br-trade.md", &["name: Office\nparty: B"], &[""]),
    (
        "content/updates/2021/2021-02-01-round.md",
        &[
            "title: Round\ndate: 2021-02-01\nitems: ['1.1', '1.2']",
            "title: Round\ndate: 2021-02-01\nitems: ['1.1']\nby: [br-trade]",
            "title: Round\ndate: 2021-06-01\nitems: ['1.1', '1.2']",
            "title: A round\ndate: 2021-02-01\nitems: ['1.1', '1.2']\nstatus: in-progress",
        ],
        &["", "Words.", "See [[1.1]].", "See [[1.2]]."],
    ),
    ("content/pages/about.md", &["title: About\norder: 1"], &["", "See [[1.1]]."]),
];

fn right_file(which: usize, front: usize, text: usize) -> (String, Vec<u8>) {
    let (path, fronts, texts) = RIGHT[which];
    let (front, text) = (fronts[front % fronts.len()], texts[text % texts.len()]);
    (path.to_owned(), format!("---\n{front}\n---\n{text}\n").into_bytes())
}

proptest! {
    #![proptest_config(crate::random::config(96))]

    #[test]
    fn a_plan_with_other_words_is_as_if_it_were_put_together_anew(
        edits in proptest::collection::vec((0..RIGHT.len(), 0_usize..30, 0_usize..30), 1..30)
    ) {
        let mut files: BTreeMap<String, Vec<u8>> =
            (0..RIGHT.len()).map(|which| right_file(which, 0, 0)).collect();
        files.insert("book.toml".to_owned(), b"[book]\ntitle = \"Plan\"\n".to_vec());
        let mut cache = build::Cache::default();
        for (which, front, text) in edits {
            files.extend([right_file(which, front, text)]);
            let tree = Tree::new(files.clone()).0;
            let book = build::read_with(&tree, Vec::new(), day("2024-06-30"), &mut cache);
            let fresh = build::read(&tree, Vec::new(), day("2024-06-30"));
            prop_assert_eq!(told(&book), told(&fresh));
        }
    }
}

/// Translations of these files; an empty one is not there.
const TRANSLATED: [(&str, &[&str]); 5] = [
    (
        "content/plan.ja.md",
        &[
            "",
            "---\ntitle: 計画\nparties: [甲国, 乙国]\n---\n",
            "---\ntitle: 計画\nparties: [丙国, 乙国]\n---\n言葉\n",
        ],
    ),
    (
        "content/areas/01-trade/1.1-talks.ja.md",
        &[
            "",
            "---\ntitle: 協議\nmade-from: {title: 0a0a0a0a}\n---\n[[1.2]]と[[gone]]\n",
            "---\nsame: [title, body]\n---\n",
            "---\ntitle: 協議\nupdates:\n  2021-05-01:\n    note: 続いた。\n---\n::: internal\n秘密\n:::\n",
            "---\ntitle: [協議\n---\n",
        ],
    ),
    (
        "content/areas/01-trade/1.2-ports.ja.md",
        &[
            "",
            "---\ntitle: 港\n---\n::: internal\n[[1.1]]\n:::\n\n港\n",
            "---\ntitle: 港\ndue: 2024-01-01\n---\n",
        ],
    ),
    ("content/agencies/ar-trade.ja.md", &["", "---\nname: 省\n---\n[[1.2.a]]\n"]),
    ("content/agencies/xx-trade.ja.md", &["", "---\nname: 省\n---\n"]),
];

/// What a book says in its other languages.
fn told_in_others(book: &build::Book) -> String {
    let plans = book.translations.iter().map(|views| (&views.internal.plan, &views.public.plan));
    format!("{:?}\n{:?}", plans.collect::<Vec<_>>(), book.diagnostics)
}

proptest! {
    #![proptest_config(crate::random::config(48))]

    #[test]
    fn a_translated_book_is_read_again_as_if_for_the_first_time(
        edits in proptest::collection::vec((0..2 * RIGHT.len(), 0_usize..30, 0_usize..30), 1..30)
    ) {
        let mut files: BTreeMap<String, Vec<u8>> =
            (0..RIGHT.len()).map(|which| right_file(which, 0, 0)).collect();
        let mut cache = build::Cache::default();
        let mut languages = "[\"en\", \"ja\"]";
        for (which, front, text) in edits {
            if let Some((path, texts)) = TRANSLATED.get(which) {
                match texts[text % texts.len()] {
                    "" => drop(files.remove(*path)),
                    text => drop(files.insert((*path).to_owned(), text.as_bytes().to_vec())),
                }
            } else if which < TRANSLATED.len() + RIGHT.len() {
                files.extend([right_file(which - TRANSLATED.len(), front, text)]);
            } else {
                languages = ["[\"en\", \"ja\"]", "[\"en\", \"fr\", \"ja\"]", "[\"en\"]"][text % 3];
            }
            let settings = format!("[book]\ntitle = \"Plan\"\nlanguages = {languages}\n");
            files.insert("book.toml".to_owned(), settings.into_bytes());
            let tree = Tree::new(files.clone()).0;
            let book = build::read_with(&tree, Vec::new(), day("2024-06-30"), &mut cache);
            let fresh = build::read(&tree, Vec::new(), day("2024-06-30"));
            prop_assert_eq!(told(&book), told(&fresh));
            prop_assert_eq!(told_in_others(&book), told_in_others(&fresh));
        }
    }
}

/// How many texts two trees have in common in memory.
fn shared(old: &Tree, new: &Tree) -> usize {
    pairs(old, new)
        .filter(|pair| matches!(pair, (Content::Text(a), Content::Text(b)) if Arc::ptr_eq(a, b)))
        .count()
}

/// How many texts they have in common.
fn equal(old: &Tree, new: &Tree) -> usize {
    pairs(old, new).filter(|pair| matches!(pair, (Content::Text(a), Content::Text(b)) if a == b)).count()
}

fn pairs<'a>(old: &'a Tree, new: &'a Tree) -> impl Iterator<Item = (&'a Content, &'a Content)> {
    let limits = old.limits() == new.limits();
    let found = move |path: &str| new.find(path).and_then(|file| new.content(file));
    old.files().filter(move |_| limits).filter_map(move |(_, file)| Some((&file.content, found(&file.path)?)))
}
