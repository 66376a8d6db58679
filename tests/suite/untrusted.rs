//! What nobody has to trust: limits, files, addresses, and what browsers and terminals are told.

use planbook::config::Security;
use planbook::outputs::HEADERS;

use crate::book::Book;

/// The smallest picture that is one: a single grey pixel.
pub const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\nIDATx\xdac\x68\0\0\0\x82\0\x81\x77\xcdr\xb6\0\0\0\0IEND\xaeB`\x82";
const PAGE: &str = "content/pages/about.md";

fn page(body: &str) -> Book {
    Book::new().file(PAGE, format!("---\ntitle: About\n---\n{body}\n"))
}

fn within(limits: &str, book: Book) -> Vec<String> {
    book.file("book.toml", format!("[book]\ntitle = \"Plan\"\n[limits]\n{limits}\n")).problems()
}

#[test]
fn every_limit_can_be_set_and_is_told_where_it_is_passed() {
    let deep = "---\ntitle: A\nx-a: [[[[[1]]]]]\n---\n";
    for (limit, book, problem) in [
        ("file-size = 100", page(&"word ".repeat(30)), "too-large content/pages/about.md:1"),
        (
            "line-length = 50",
            page(&format!("\n\n{}", "word ".repeat(30))),
            "too-large content/pages/about.md:1",
        ),
        (
            "yaml-nesting = 4",
            page("x").file("content/pages/deep.md", deep),
            "too-deep content/pages/deep.md:3",
        ),
        ("markdown-nesting = 3", page("> > > > deep"), "too-deep content/pages/about.md:4"),
        ("table-columns = 2", page("|a|b|c|\n|-|-|-|\n|1|2|3|"), "too-deep content/pages/about.md:4"),
        ("links = 2", page("[[1.1]] [[1.1]]\n[[1.1]]"), "too-deep content/pages/about.md:5"),
        (
            "attachment-size = 50",
            page("![A map](files/map.png)").file("content/pages/files/map.png", PICTURE),
            "too-large content/pages/files/map.png:1",
        ),
    ] {
        assert_eq!(within(limit, book), [problem], "{limit}");
    }
    assert_eq!(within("files = 4", Book::new()), ["too-many-files"]);
}

#[test]
fn a_book_may_need_more_than_most() {
    let wide = format!("{}|\n{}|\n", "|a".repeat(70), "|-".repeat(70));
    assert_eq!(page(&wide).problems(), ["too-deep content/pages/about.md:4"]);
    assert_eq!(within("table-columns = 80", page(&wide)), Vec::<String>::new());
    assert_eq!(within("files = 0", Book::new()), ["wrong-type book.toml:4"]);
    assert_eq!(within("tables = 3", Book::new()), ["unknown-key book.toml:4"]);
}

#[test]
fn files_that_texts_refer_to_are_published_as_they_are() {
    let outcome = page("![A map](files/map.png) and [the report](../files/2020/report.pdf).")
        .file("content/pages/files/map.png", PICTURE)
        .file("content/files/2020/report.pdf", "%PDF-1.4\n…")
        .build();
    let html = outcome.page("about/index.html");
    let picture =
        "<img src=\"../files/pages/map.png\" alt=\"A map\" width=\"1\" height=\"1\" loading=\"lazy\">";
    assert!(html.contains(picture), "{html}");
    assert!(html.contains("<a href=\"../files/2020/report.pdf\">the report</a>"), "{html}");
    assert_eq!(outcome.files["files/pages/map.png"], PICTURE);
    assert_eq!(outcome.files["files/2020/report.pdf"], "%PDF-1.4\n…".as_bytes());
}

#[test]
fn a_file_that_nothing_refers_to_stays_at_home() {
    let outcome = page("Nothing.").file("content/pages/files/map.png", PICTURE).build();
    assert_eq!(outcome.places(), ["stray-file content/pages/files/map.png:1"]);
    assert!(!outcome.files.keys().any(|path| path.contains("map.png")));
    let internal =
        page(":::internal\n![A map](files/map.png)\n:::").file("content/pages/files/map.png", PICTURE);
    assert!(!internal.build().files.keys().any(|path| path.contains("map.png")));
    assert!(internal.internal().build().files.contains_key("files/pages/map.png"));
}

#[test]
fn only_pictures_and_pdfs_that_are_what_they_say_are_published() {
    for (name, content) in [
        ("map.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".as_bytes()),
        ("map.html", b"<script>alert(1)</script>"),
        ("map.png", b"GIF89a\x01\0\x01\0"),
        ("map.gif", b"<script>alert(1)</script>"),
        ("map.jpg", PICTURE),
        ("map.pdf", b"<script>alert(1)</script>%PDF-"),
        ("map.PNG", PICTURE),
        ("map.docx", b"PK\x03\x04"),
        ("map", b""),
        ("map.png", b""),
    ] {
        let path = format!("content/pages/files/{name}");
        let problems = page(&format!("[A map](files/{name})")).file(&path, content).problems();
        assert!(problems.contains(&format!("unsafe-file {path}:1")), "{name}: {problems:?}");
    }
    let problems =
        page("![A map](files/my map.png)").file("content/pages/files/my map.png", PICTURE).problems();
    assert_eq!(
        problems,
        ["literal-markup content/pages/about.md:4", "bad-id content/pages/files/my map.png:1"]
    );
}

#[test]
fn a_picture_that_is_not_there_is_told_where_it_is_wanted() {
    assert_eq!(page("![A map](files/map.png)").problems(), ["dangling-reference content/pages/about.md:4"]);
    assert_eq!(page("![A map](../../../map.png)").problems(), ["unsafe-link content/pages/about.md:4"]);
    let book = page("![](files/map.png)").file("content/pages/files/map.png", PICTURE);
    assert_eq!(book.problems(), ["image-without-alt content/pages/about.md:4"]);
}

#[test]
fn every_page_says_what_it_may_load_and_every_host_is_told() {
    let outcome = Book::new().build();
    let security = Security::default();
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", security.policy());
    for (path, bytes) in outcome.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert_eq!(html.matches(&policy).count(), 1, "{path}");
        // Nothing that could load something stands before it.
        assert!(html.find("<link").unwrap() > html.find(&policy).unwrap(), "{path}");
    }
    let headers = String::from_utf8_lossy(&outcome.files["_headers"]).into_owned();
    assert!(headers.starts_with(&format!("/*\n  Content-Security-Policy: {}\n", security.header())));
    for (name, value) in HEADERS {
        assert!(headers.contains(&format!("\n  {name}: {value}\n")), "{name}");
    }
    assert!(!headers.contains("X-Robots-Tag"));
    let internal = Book::new().internal().build();
    assert!(String::from_utf8_lossy(&internal.files["_headers"]).contains("\n  X-Robots-Tag: noindex\n"));
}

#[test]
fn the_guide_to_hosting_names_the_headers_that_planbook_writes() {
    let guide = include_str!("../../docs/hosting.md");
    // `_headers`, nginx, Apache and Caddy.
    let snippets = guide.matches(&Security::default().header()).count();
    assert!(snippets >= 4, "the policy stands {snippets} times in the guide");
    for (name, value) in HEADERS {
        let told = guide.lines().filter(|line| line.contains(name) && line.contains(value)).count();
        assert!(told >= 4, "`{name}: {value}` stands {told} times in the guide");
    }
}

#[test]
fn links_to_other_sites_keep_their_hands_off_this_one() {
    let book = Book::new()
        .file(PAGE, "---\ntitle: About\n---\n[x](https://a.example/) <https://b.example/> [mail](mailto:a@a.example)\n")
        .update(
            "2021-01-01-x",
            "[\"1.1\"]",
            "evidence:\n  - {title: T, url: \"https://c.example/\", archived: \"https://d.example/\"}\n",
        )
        .file("content/agencies/ar-x.md", "---\nname: X\nurl: https://e.example/\n---\n");
    let outcome = book.build();
    assert_eq!(outcome.places(), Vec::<String>::new());
    let mut seen = 0;
    for (path, bytes) in outcome.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for tag in html.split("<a ").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            if tag.contains("href=\"http") {
                seen += 1;
                assert!(tag.contains("rel=\"noopener\""), "{path}: {tag}");
            }
        }
    }
    assert!(seen >= 6, "{seen}");
}

#[test]
fn a_terminal_is_not_obeyed_by_what_a_file_says() {
    let hostile = "\"\\e[31m\\e]0;title\\a\\u009b2J\\u202e\"";
    let report = Book::new()
        .item("1.2", &format!("{hostile}: x\nkind: {hostile}\nlead: [{hostile}]\ndue: {hostile}\n"))
        .file("content/pages/\u{1b}[2J.md", "---\ntitle: x\n---\n")
        .file("content/pages/raw.md", "---\ntitle: x\n---\n[[\u{9b}2J]] \u{1b}[2J\n")
        .report();
    let obeyed: Vec<char> = report.chars().filter(|c| planbook::characters::is_control(*c)).collect();
    assert!(obeyed.is_empty(), "{obeyed:?} in {report}");
    assert!(report.matches("error[").count() >= 6, "{report}");
}
