//! The default theme, the check pages, the test plan and the files of a new book are inside the binary; cargo has to be told that they are part of it.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
    println!("cargo::rerun-if-changed=docs/checks");
    println!("cargo::rerun-if-changed=tests/everything");
    println!("cargo::rerun-if-changed=src/scaffold/book");
    println!("cargo::rerun-if-changed=src/scaffold/examples");
}
