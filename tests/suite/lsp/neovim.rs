//! Neovim, without a window, talks to the program.

use std::process::Command;

use super::editor::{book, write};

#[test]
fn neovim_shows_problems_completes_explains_goes_there_and_corrects() {
    let (_folder, root) = book();
    let item = "content/areas/01-trade/1.1-talks.md";
    write(&root, item, "---\ntitle: Hold talks 🚢 計画\nkind: recurring\nlead: [ar-watre] # 計画\n---\nSee [[1.2]].\n");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/lsp/neovim.lua");
    let output = Command::new("nvim")
        .args(["--headless", "--clean", "-n", "-u", "NONE", "-c"])
        .arg(format!("luafile {script}"))
        .arg(root.join(item))
        .env("PLANBOOK", env!("CARGO_BIN_EXE_planbook"))
        .env("BOOK", &root)
        .env("HOME", root.parent().unwrap())
        .env("XDG_STATE_HOME", root.parent().unwrap())
        .current_dir(&root)
        .output()
        .expect("Neovim is not installed: run tests/validators/prepare");
    let said = String::from_utf8_lossy(&output.stderr).replace('\r', "");
    assert!(output.status.success(), "{said}");
    insta::assert_snapshot!("neovim", said);
    assert_eq!(
        std::fs::read_to_string(root.join(item)).unwrap(),
        "---\ntitle: Hold talks 🚢 計画\nkind: recurring\nlead: [ar-water] # 計画\n---\nSee [[1.2]].\n"
    );
}
