//! The default theme, the check pages and the test plan are inside the binary; cargo has to be told that they are part of it.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
    println!("cargo::rerun-if-changed=docs/checks");
    println!("cargo::rerun-if-changed=tests/everything");
}
