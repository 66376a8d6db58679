//! The same tree and options give the same bytes, whatever the machine is doing.

use std::path::Path;

use crate::book::{Book, FROZEN, frozen};

#[test]
fn one_thread_or_four_give_the_same_site() {
    let build = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| frozen().build())
    };
    let (one, four) = (build(1), build(4));
    assert!(one.files.len() > 300);
    assert_eq!(one.places(), four.places());
    assert!(one.files == four.files);
}

#[test]
fn two_processes_in_other_places_write_the_same_site() {
    let folder = tempfile::tempdir().unwrap();
    let run = |name: &str, zone: &str, locale: &str, directory: &Path| {
        let out = folder.path().join(name);
        let status = std::process::Command::new(env!("CARGO_BIN_EXE_planbook"))
            .args(["build", "--root", FROZEN, "--as-of", "2026-01-31", "--out"])
            .arg(&out)
            .env("TZ", zone)
            .env("LC_ALL", locale)
            .env("RAYON_NUM_THREADS", if name == "a" { "1" } else { "3" })
            .current_dir(directory)
            .output()
            .unwrap();
        assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
        std::fs::read(out.join("manifest.json")).unwrap()
    };
    let first = run("a", "Pacific/Kiritimati", "C", Path::new("/"));
    let second = run("b", "Pacific/Pago_Pago", "ja_JP.UTF-8", folder.path());
    assert!(first == second);
}

/// A build uses all threads. When each of them builds a book, none may wait for another that waits for it.
#[test]
fn as_many_books_as_there_are_threads_are_built_at_once() {
    use rayon::prelude::*;
    let book = || {
        (10..60).fold(Book::new().item("1.2", "audience: internal\n"), |book, n| {
            book.update(&format!("2021-05-{:02}-u{n}", n / 2), "[\"1.1\"]", "")
        })
    };
    let expected = book().build().files;
    (0..64).into_par_iter().for_each(|_| assert!(book().build().files == expected));
}
