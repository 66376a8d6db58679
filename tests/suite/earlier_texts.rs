//! The text that a translation was made from, found in the history of the book.

use std::path::Path;
use std::process::Command;

const ITEM: &str = "content/areas/01-trade/1.1-talks.md";
const ITEM_JA: &str = "content/areas/01-trade/1.1-talks.ja.md";

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn run(root: &Path, program: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(program);
    let command = command.args(arguments).current_dir(root).env("CLICOLOR", "0").env("COLUMNS", "400");
    let output = command.output().unwrap();
    String::from_utf8([&output.stdout[..], &output.stderr[..]].concat()).unwrap()
}

fn git(root: &Path, arguments: &[&str]) {
    let own = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    run(root, "git", &[&own[..], arguments].concat());
}

fn planbook(root: &Path, arguments: &[&str]) -> String {
    run(root, env!("CARGO_BIN_EXE_planbook"), arguments)
}

fn item(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nkind: recurring\nlocator: Part 1\n---\n{body}")
}

/// A book in `plans/` of a folder, whose item was translated when it had these words.
fn book(title: &str, body: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("plans");
    write(&root, "book.toml", "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n");
    write(&root, "content/plan.md", "---\ntitle: H\nparties: [A]\nadopted: 2020-01-01\n---\n");
    write(&root, "content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n");
    write(&root, ITEM, &item(title, body));
    write(&root, ITEM_JA, "---\ntitle: 協議の開催\nsame: [locator]\n---\n毎年。\n");
    assert!(planbook(&root, &["translations", "--accept"]).contains("changed"));
    (folder, root)
}

fn commit(root: &Path, text: &str) {
    write(root, ITEM, text);
    git(root, &["add", "-A"]);
    git(root, &["commit", "-q", "-m", "x"]);
}

#[test]
fn both_texts_are_shown_where_git_has_the_earlier_one() {
    let (_folder, root) = book("Hold talks", "Every\nyear, “always”.\n");
    let now = item("Hold more talks", "Each year.\n\nAnd more.\n").replace("Part 1", "Part 2");
    // Without a repository there is the new text only, whole.
    write(&root, ITEM, &now);
    let said = planbook(&root, &["check", "--verbose"]);
    assert!(said.contains("the original says now: “Each year. And more.”"), "{said}");
    assert!(!said.contains("the original said"), "{said}");
    // In one, the earlier text is found behind commits with other words, and also where the change is in no commit.
    git(&root, &["init", "-q"]);
    commit(&root, &item("Hold talks", "Every\nyear, “always”.\n"));
    commit(&root, &item("Hold talks often", "Every year.\n"));
    commit(&root, &now.replace("Hold more talks", "Hold talks at times"));
    write(&root, ITEM, &now);
    let said = planbook(&root, &["check", "--verbose"]);
    for text in [
        "the original said “Hold talks”, and says now: “Hold more talks”. Correct the translation",
        "the original said “Every year, “always”.”, and says now: “Each year. And more.”",
        "the original said “Part 1”, and says now: “Part 2”. Translate it, or remove it from `same`",
    ] {
        assert!(said.contains(text), "{text}: {said}");
    }
    // Without `--verbose`, and in its place and number, the report is as it was.
    let usual = planbook(&root, &["check"]);
    assert!(!usual.contains("the original said") && usual.contains("3 warnings"), "{usual}");
    // A file for translators has it as gettext writes it, but not one for the public: it may have been internal then.
    planbook(&root, &["translations", "--po", "ja", "../ja.po", "--internal"]);
    let po = std::fs::read_to_string(root.join("../ja.po")).unwrap();
    assert!(po.contains("#, fuzzy\n#| msgid \"Hold talks\"\nmsgctxt"), "{po}");
    assert!(po.contains("#| msgid \"\"\n#| \"Every\\n\"\n#| \"year, “always”.\"\n"), "{po}");
    planbook(&root, &["translations", "--po", "ja", "../public.po"]);
    assert!(!std::fs::read_to_string(root.join("../public.po")).unwrap().contains("#|"));
    assert!(planbook(&root, &["translations", "--po-in", "../ja.po"]).contains("nothing to change"));
}

#[test]
fn what_git_does_not_have_is_not_made_up() {
    let (_folder, root) = book("Hold talks", "Every year.\n");
    git(&root, &["init", "-q"]);
    let now = item("Hold more talks", "Every year.\n");
    write(&root, ITEM, &now);
    // A repository without a commit, then one without the earlier text, then one in which the file was a link.
    for turn in 0..3 {
        let said = planbook(&root, &["check", "--verbose"]);
        assert!(said.contains("the original says now: “Hold more talks”"), "{turn}: {said}");
        match turn {
            0 => commit(&root, &now),
            _ => {
                std::fs::remove_file(root.join(ITEM)).unwrap();
                commit(&root, &item("Hold quiet talks", "\u{0}"));
                commit(&root, &now);
            }
        }
    }
}
