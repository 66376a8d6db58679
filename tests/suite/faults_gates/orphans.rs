//! Each page of a site can be reached from its home page.

use std::collections::{BTreeMap, BTreeSet};

use crate::book::{Book, frozen};

/// The pages that a page links to, by their files.
fn links(page: &str, html: &str) -> Vec<String> {
    let hrefs = html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let inner = hrefs.filter(|href| !href.contains("://") && !href.starts_with(['#', '/']));
    let resolved = inner.map(|href| {
        let mut steps: Vec<&str> = page.split('/').collect();
        steps.pop();
        for step in href.split(['#', '?']).next().unwrap_or_default().split('/') {
            match step {
                ".." => drop(steps.pop()),
                "." | "" => {}
                step => steps.push(step),
            }
        }
        steps.join("/")
    });
    resolved.collect()
}

/// The pages of a site that no way of links leads to. Redirects are for old links, and the error page has no address.
fn orphans(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut open = vec!["index.html".to_owned()];
    while let Some(page) = open.pop() {
        if files.contains_key(&page) && reached.insert(page.clone()) && page.ends_with(".html") {
            open.extend(links(&page, &text(&page)));
        }
    }
    // The style guide is for authors of themes, who know its address: docs/book-toml.md says that no page links to it.
    let special = ["404.html", "style/index.html"];
    let pages = files.keys().filter(|path| path.ends_with(".html") && !special.contains(&path.as_str()));
    let pages =
        pages.filter(|path| !reached.contains(*path) && !text(path).contains("http-equiv=\"refresh\""));
    pages.cloned().collect()
}

#[test]
fn no_page_is_an_orphan() {
    let everything = || {
        Book::load(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/everything")))
            .today("2024-06-30")
    };
    let books = [
        ("a small one", Book::new()),
        ("one with nothing", Book::new().without("content/areas/01-trade/1.1-talks.md")),
        ("the frozen plan", frozen()),
        ("everything", everything()),
        ("everything, internal", everything().internal()),
        ("everything, early", everything().as_of("2000-01-01")),
    ];
    for (name, book) in books {
        let built = book.build();
        let errors = built.diagnostics.iter().filter(|it| it.severity == planbook::diag::Severity::Error);
        assert_eq!(errors.count(), 0, "{name}: {:?}", built.places());
        assert!(built.files.len() > 10, "{name}: {:?}", built.places());
        assert_eq!(orphans(&built.files), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_group_without_items_is_named_in_its_list() {
    let page = Book::new().page("status/index.html");
    assert!(page.contains("href=\"../status/on-hold/index.html\""), "{page}");
    assert!(Book::new().page("kinds/index.html").contains("href=\"../kinds/conditional/index.html\""));
}
