//! Addresses of sites and repositories are read as browsers read them.

use crate::book::Book;

fn book(settings: &str) -> Book {
    Book::new()
        .file("book.toml", format!("[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n{settings}"))
}

#[test]
fn no_address_of_a_site_makes_links_to_another_host() {
    let cases = [
        ("25", "https://plan.example//x/", "/x/"),
        ("25 at the end", "https://plan.example/x//", "/x/"),
        ("25 above the root", "https://plan.example/../x/", "/x/"),
        ("25 with its page", "https://plan.example/x/index.html", "/x/"),
        ("25 only a host", "https://plan.example//", "/"),
    ];
    for (case, written, path) in cases {
        let built = book(&format!("[site]\nbase-url = \"{written}\"\n")).build();
        let page = built.page("404.html");
        assert!(!page.contains("href=\"//") && !page.contains("src=\"//"), "{case}: {page}");
        assert!(page.contains(&format!("href=\"{path}assets/")), "{case}: {page}");
        let base = format!("https://plan.example{path}");
        for file in ["sitemap.xml", "atom.xml", "feed.json", "calendar.ics", "robots.txt"] {
            let Some(bytes) = built.files.get(file) else { continue };
            let text = String::from_utf8_lossy(bytes).replace("\r\n ", "");
            assert!(!text.contains("plan.example//") && !text.contains("/../"), "{case} {file}: {text}");
        }
        assert!(built.page("sitemap.xml").contains(&format!("<loc>{base}</loc>")), "{case}");
    }
    for (case, refused) in [
        ("25 a user", "https://me:secret@plan.example/"),
        ("25 no host", "https:///x/"),
        ("25 a query", "https://plan.example/?x"),
        ("25 no port", "https://plan.example:http/"),
    ] {
        let found = book(&format!("[site]\nbase-url = \"{refused}\"\n")).problems();
        assert_eq!(found, ["wrong-type book.toml:5"], "{case}");
    }
}

#[test]
fn a_repository_is_named_as_people_open_it() {
    for (case, written) in [
        ("26", "https://github.com/o/r.git"),
        ("26 with a slash", "https://github.com/o/r.git/"),
        ("26 doubled", "https://github.com//o/r"),
    ] {
        let page = book(&format!("[repository]\nurl = \"{written}\"\n")).page("items/1.1/index.html");
        assert!(page.contains("https://github.com/o/r/edit/main/"), "{case}");
        assert!(!page.contains(".git/"), "{case}");
    }
    for (case, refused, suggested) in [
        ("26 over SSH", "git@github.com:o/r.git", Some("https://github.com/o/r")),
        ("26 over SSH, as a URL", "ssh://git@github.com:22/o/r.git", Some("https://github.com/o/r")),
        (
            "26 a word that would be on every page",
            "https://me:secret@github.com/o/r",
            Some("https://github.com/o/r"),
        ),
    ] {
        let built = book(&format!("[repository]\nurl = \"{refused}\"\n")).build();
        assert_eq!(built.places(), ["wrong-type book.toml:5"], "{case}");
        assert_eq!(built.diagnostics[0].suggestion.as_deref(), suggested, "{case}");
    }
}
