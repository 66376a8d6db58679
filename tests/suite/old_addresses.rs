//! Addresses of an old site: each leads to the record that had it, by a page and by a line for hosts.

use crate::book::Book;

const SITE: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[site]\nbase-url = \"https://plan.example/harbour/\"\n";
const PLAN: &str =
    "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\naliases: [/start]\n---\n";

fn book(aliases: &str) -> Book {
    Book::new().item("1.2", &format!("aliases: {aliases}\n"))
}

#[test]
fn an_old_address_has_a_page_that_leads_to_the_new_one() {
    let site = book("[/node/123, /en/Actions/EC-01.html, /page.php, \"1.9\"]")
        .file("book.toml", SITE)
        .file("content/plan.md", PLAN)
        .build();
    for (path, href) in [
        ("node/123/index.html", "../../items/1.2/index.html"),
        ("en/Actions/EC-01.html", "../../items/1.2/index.html"),
        ("page.php/index.html", "../items/1.2/index.html"),
        ("items/1.9/index.html", "../../items/1.2/index.html"),
        ("start/index.html", "../index.html"),
    ] {
        let page = site.page(path);
        assert!(page.contains(&format!("content=\"0; url={href}\"")), "{path}: {page}");
    }
    let lines = String::from_utf8_lossy(&site.files["_redirects"]).into_owned();
    assert_eq!(
        lines,
        "/harbour/start /harbour/ 301\n/harbour/node/123 /harbour/items/1.2/ 301\n/harbour/en/Actions/EC-01.html /harbour/items/1.2/ 301\n/harbour/page.php /harbour/items/1.2/ 301\n"
    );
}

#[test]
fn a_site_without_old_addresses_has_no_such_file() {
    assert!(!book("[\"1.9\"]").build().files.contains_key("_redirects"));
}

#[test]
fn an_old_address_that_the_site_has_is_reported() {
    for address in [
        "/items/1.1",
        "/Items/1.1/",
        "/index.html",
        "/items/1.1/index.json/x",
        "/_headers/x",
        "/assets/style.css/a",
    ] {
        let places = book(&format!("[{address}]")).problems();
        assert_eq!(places, ["url-collision content/areas/01-trade/1.2-item.md:4"], "{address}");
    }
    let two = book("[/old]").item("1.3", "aliases: [/OLD/]\n").problems();
    assert_eq!(two.len(), 1, "{two:?}");
    assert!(two[0].starts_with("url-collision"), "{two:?}");
}

#[test]
fn an_alias_that_its_record_has_twice_is_reported_as_one() {
    let report = |aliases: &str| {
        let book = book(aliases);
        assert_eq!(book.problems().len(), 1, "{aliases}: {:?}", book.problems());
        book.report()
    };
    for (aliases, twice) in [("[old-one, old-one]", "old-one"), ("[/a/b, old-one, /a/b]", "/a/b")] {
        let report = report(aliases);
        assert!(report.contains(&format!("`{twice}` is in the list `aliases` twice")), "{report}");
    }
    // One address in two spellings, an id and its address, and the id that the record has now.
    for aliases in ["[/a/b, /a/b/]", "[\"1.9\", /items/1.9/]", "[\"1.2\"]", "[/items/1.2]"] {
        let report = report(aliases);
        assert!(
            report.contains("this record has the address /items/1.") || aliases.contains("/a/b"),
            "{report}"
        );
        assert!(report.contains(" twice") && !report.contains("two records"), "{report}");
    }
}

#[test]
fn what_cannot_be_the_address_of_a_page_is_reported() {
    for address in ["/", "/a?id=7", "/a#b", "/../a", "/港", "/a b", "/x.html/y"] {
        let places = book(&format!("[\"{address}\"]")).problems();
        assert_eq!(places, ["bad-id content/areas/01-trade/1.2-item.md:4"], "{address}");
    }
    let outcome = book("[\"https://old.example/node/7\"]").build();
    assert_eq!(outcome.diagnostics[0].suggestion.as_deref(), Some("/node/7"));
}

#[test]
fn the_old_address_of_an_internal_record_is_on_no_public_site() {
    let site = Book::new().item("1.2", "aliases: [/zz/secret]\naudience: internal\n").build();
    assert!(!site.files.keys().any(|path| path.contains("secret") || path == "_redirects"));
}

/// Old ids and old addresses of what is internal lead nowhere on the public site, whoever names them; the names that a
/// public record has beside stay.
#[test]
fn an_old_id_of_an_internal_record_is_nothing_to_the_public() {
    let item = "aliases: [\"1.9\", /zz/secret.html]\ncode: ZZ-9\naudience: internal\n";
    let area = "---\nnumber: 8\ntitle: Zz area\naliases: [\"88\", /zz/area]\naudience: internal\n---\n";
    let agency = "---\nname: Zz desk\naliases: [zz-old, /zz/desk]\naudience: internal\n---\n";
    let book = Book::new()
        .item("1.2", item)
        .item("1.3", "aliases: [\"1.31\", /open]\n")
        .file("content/areas/08-zz/area.md", area)
        .file("content/areas/08-zz/8.1-zz.md", "---\ntitle: Zz\nkind: deliverable\naliases: [\"8.9\"]\n---\n")
        .file("content/agencies/zz-desk.md", agency)
        .update("2021-05-06-zz", "[\"1.31\"]", "aliases: [2021-05-05-zz]\n");
    let public = book.build();
    for (path, bytes) in &public.files {
        let text = String::from_utf8_lossy(bytes);
        for secret in
            ["zz/secret", "zz/area", "zz/desk", "items/1.9", "items/8.9", "areas/88", "ZZ-9", "Zz desk"]
        {
            assert!(!path.contains(secret) && !text.contains(secret), "{path}: {secret}");
        }
    }
    assert_eq!(String::from_utf8_lossy(&public.files["_redirects"]), "/open /items/1.3/ 301\n");
    assert!(public.page("items/1.31/index.html").contains("url=../../items/1.3/"));
    // A public record that names one is reported, by the old name as by the new one.
    let texts = "---\ntitle: Notes\n---\nSee [[1.9|the step]] and [[zz-old|the desk]].\n";
    let naming = book
        .clone()
        .item("1.3", "related: [\"1.9\"]\nlead: [zz-old]\n")
        .file("content/pages/notes.md", texts)
        .update("2021-05-06-zz", "[\"1.9\", \"1.3\"]", "");
    let problems = naming.problems();
    assert_eq!(problems.len(), 5, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.starts_with("link-to-internal ")), "{problems:?}");
    let internal = book.internal().build();
    for path in ["items/1.9/index.html", "zz/secret.html", "areas/88/index.html", "zz/desk/index.html"] {
        assert!(internal.page(path).contains("http-equiv=\"refresh\""), "{path}");
    }
}

/// An id that an internal record has is taken: the public would find another record at its address.
#[test]
fn an_alias_that_is_the_id_of_an_internal_record_is_reported_once() {
    let book = Book::new().item("1.2", "audience: internal\n").item("1.3", "aliases: [\"1.2\"]\n");
    let reported = ["url-collision content/areas/01-trade/1.3-item.md:4"];
    assert_eq!(book.problems(), reported);
    assert_eq!(book.internal().problems(), reported);
    let agency = |keys: &str| format!("---\nname: Desk\nparty: Arland\n{keys}---\n");
    let book = Book::new()
        .file("content/agencies/zz-desk.md", agency("audience: internal\n"))
        .file("content/agencies/desk.md", agency("aliases: [zz-desk]\n"));
    let reported = ["url-collision content/agencies/desk.md:4"];
    assert_eq!(book.problems().iter().filter(|it| it.starts_with("url")).collect::<Vec<_>>(), reported);
    // The same name in another list is another address.
    let book = Book::new().item("1.2", "audience: internal\n");
    let book = book.file("content/agencies/desk.md", agency("aliases: [\"12\"]\n"));
    assert_eq!(book.problems(), Vec::<String>::new());
}

#[test]
fn the_open_data_have_the_old_addresses() {
    let data = book("[/node/123]").build();
    let text = String::from_utf8_lossy(&data.files["items/1.2/index.json"]).into_owned();
    assert!(text.contains("\"aliases\":[\"/node/123\"]"), "{text}");
}
