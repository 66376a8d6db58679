//! Neovim, without a window, talks to the program.

use std::path::Path;
use std::process::Command;

use super::editor::{book, write};

/// A block of docs/editors.md, by what it is written in and a word that it has.
fn block(language: &str, word: &str) -> String {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/editors.md")).unwrap();
    let fence = format!("```{language}\n");
    let mut blocks = page.split(fence.as_str()).skip(1).map(|block| block.split("```").next().unwrap());
    blocks.find(|block| block.contains(word)).unwrap().to_owned()
}

#[test]
fn the_settings_for_helix_are_toml_that_starts_the_program() {
    let settings: toml::Table = block("toml", "language-server").parse().unwrap();
    let server = &settings["language-server"]["planbook"];
    assert_eq!((server["command"].as_str(), server["args"][0].as_str()), (Some("planbook"), Some("lsp")));
    let languages = settings["language"].as_array().unwrap();
    assert!(
        languages.iter().all(|it| it["language-servers"][0].as_str() == Some("planbook")),
        "{languages:?}"
    );
}

#[test]
fn neovim_shows_problems_completes_explains_goes_there_and_corrects() {
    let (_folder, root) = book();
    let item = "content/areas/01-trade/1.1-talks.md";
    write(
        &root,
        item,
        "---\ntitle: Hold talks 🚢 計画\nkind: recurring\nlead: [ar-watre] # 計画\n---\nSee [[1.2]].\n",
    );
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/lsp/neovim.lua");
    // The settings are those of the documentation.
    let home = root.parent().unwrap();
    let (older, newer) = (home.join("init.lua"), home.join("newer.lua"));
    std::fs::write(&older, block("lua", "start_client")).unwrap();
    std::fs::write(&newer, block("lua", "vim.lsp.config")).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_planbook")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let output = Command::new("nvim")
        .args(["--headless", "--clean", "-n", "-u"])
        .arg(&older)
        .arg("-c")
        .arg(format!("luafile {script}"))
        .arg(root.join(item))
        .env("PATH", path)
        .env("BOOK", &root)
        .env("NEWER", &newer)
        .env("HOME", root.parent().unwrap())
        .env("XDG_STATE_HOME", root.parent().unwrap())
        .current_dir(&root)
        .output()
        .expect("Neovim is not installed: run tests/validators/prepare");
    let said = String::from_utf8_lossy(&output.stderr).replace('\r', "");
    assert!(output.status.success(), "{said}");
    let mut settings = insta::Settings::clone_current();
    // What an editor is shown is of today.
    settings.add_filter(r"As of \d+ \w+ \d{4}", "As of [TODAY]");
    settings.add_filter(r"(Schedule|Latest public information): .*", "$1: [TODAY]");
    settings.bind(|| insta::assert_snapshot!("neovim", said));
    assert_eq!(
        std::fs::read_to_string(root.join(item)).unwrap(),
        "---\ntitle: Hold talks 🚢 計画\nkind: recurring\nlead: [ar-water] # 計画\n---\nSee [[1.2]].\n"
    );
}
