//! The default theme and the check pages are inside the binary; cargo has to be told that they are part of it.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
    println!("cargo::rerun-if-changed=docs/checks");
}
