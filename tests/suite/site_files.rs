//! Files for the root of the site: what is published, what is refused and why, and redirects of the book's own.

use planbook::diag::{Diagnostic, Severity};

use crate::book::Book;
use crate::untrusted::PICTURE;

const SETTINGS: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n";
const TWO: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n";

fn with(path: &str, content: impl AsRef<[u8]>) -> Book {
    Book::new().file("book.toml", SETTINGS).file(&format!("content/static/{path}"), content)
}

/// The one problem of a book.
#[track_caller]
fn one(book: &Book, case: &str) -> (String, Diagnostic) {
    let outcome = book.build();
    let places = outcome.places();
    assert_eq!(places.len(), 1, "{case}: {places:?}");
    (places.into_iter().next().unwrap(), outcome.diagnostics.into_iter().next().unwrap())
}

#[track_caller]
fn helps(problem: &Diagnostic, part: &str, case: &str) {
    assert!(problem.help.iter().any(|help| help.contains(part)), "{case}: {:?}", problem.help);
}

#[test]
fn a_hidden_file_is_published_or_named() {
    for path in [".nojekyll", ".domains", ".well-known/security.txt"] {
        let site = with(path, "plan.example\n").build();
        assert_eq!(site.places(), Vec::<String>::new(), "{path}");
        assert_eq!(site.files[path], b"plan.example\n", "{path}");
    }
    for path in [".gitignore", ".well-known/.x", ".hidden/CNAME", ".domains2", "a/.x.txt"] {
        let site = with(path, "x\n").build();
        assert_eq!(site.places(), [format!("stray-file content/static/{path}:1")], "{path}");
        assert!(!site.files.keys().any(|file| file.ends_with(path)), "{path}");
    }
}

#[test]
fn hidden_files_are_seen_on_the_disk_and_tools_keep_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "x\n").unwrap();
    };
    for path in [
        "content/static/.htaccess",
        "content/static/.domains",
        "content/static/.DS_Store",
        "content/static/.git/config",
        "content/static/.a.swp",
        "content/static/CNAME~",
        "content/pages/.htaccess",
        "book.toml",
    ] {
        write(path);
    }
    let tree = Book::load(folder.path()).all_files();
    let paths: Vec<&str> = tree.files().map(|(_, file)| file.path.as_str()).collect();
    assert_eq!(paths, ["book.toml", "content/static/.domains", "content/static/.htaccess"]);
}

#[test]
fn no_file_of_the_content_has_settings_of_a_host() {
    for path in [
        ".htaccess",
        "a/.htaccess",
        ".HTACCESS",
        ".user.ini",
        "web.config",
        "Web.config",
        "staticwebapp.config.json",
        "vercel.json",
        "netlify.toml",
        "_worker.js",
        "_routes.json",
        "Caddyfile",
        "Staticfile",
        "AUTH",
    ] {
        let (place, problem) = one(&with(path, "x\n"), path);
        assert_eq!(place, format!("unsafe-file content/static/{path}:1"));
        assert!(problem.message.contains("settings of a host"), "{path}: {}", problem.message);
        let help = if path.to_lowercase().contains(".ht") {
            "planbook headers apache"
        } else {
            "at the host itself"
        };
        helps(&problem, help, path);
    }
    // Files of like names are files.
    for path in ["authors", "vercel.txt", "config.json", "routes.txt"] {
        assert_eq!(with(path, "{}\n").problems(), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn redirects_of_the_book_come_first() {
    let own = "# The old site\n/news/* https://archive.example/news/:splat 302\n/contact /plan/";
    let old = "---\ntitle: Old\norder: 8\naliases: [/node/1]\n---\nWords.\n";
    let book = |settings: &str| with("_redirects", own).file("book.toml", settings);
    let file = |book: Book| {
        let site = book.build();
        assert_eq!(site.places(), Vec::<String>::new());
        String::from_utf8(site.files["_redirects"].clone()).unwrap()
    };
    assert_eq!(file(book(SETTINGS)), format!("{own}\n"));
    assert_eq!(file(book(TWO)), format!("{own}\n/ja/* /ja/404.html 404\n"));
    let settings = format!("{SETTINGS}[site]\nbase-url = \"https://plan.example/plan/\"\n");
    let all = file(book(&settings).file("content/pages/old.md", old));
    assert_eq!(all, format!("{own}\n/plan/node/1 /plan/old/ 301\n"));
    // Without such a file, and without old addresses, there is none.
    assert!(!Book::new().file("book.toml", SETTINGS).build().files.contains_key("_redirects"));
}

#[test]
fn a_redirect_only_leads_elsewhere() {
    for (line, message) in [
        ("/old/* https://evil.example/:splat 200!", "does more than to lead"),
        ("/old /other 200", "does more than to lead"),
        ("/old /other 301!", "does more than to lead"),
        ("/old", "has no address to which it leads"),
        ("/old id=:id /other 301", "more than two addresses"),
        ("https://x.example/* /y 301", "does not begin with an address of the site"),
        ("/old //evil.example/ 301", "leads to what is no address"),
        ("/old javascript:alert(1)", "leads to what is no address"),
    ] {
        let (place, problem) = one(&with("_redirects", format!("# words\n{line}\n/a /items/\n")), line);
        assert_eq!(place, "unsafe-file content/static/_redirects:2", "{line}");
        assert!(problem.message.contains(message), "{line}: {}", problem.message);
    }
    // Each wrong line is reported.
    let problems = with("_redirects", "/a /b 200\n/c /plan/\n/e /f 200\n").problems();
    let at = |line: usize| format!("unsafe-file content/static/_redirects:{line}");
    assert_eq!(problems, [at(1), at(3)]);
}

#[test]
fn a_redirect_hides_no_page() {
    for (line, hidden) in [
        ("/* https://evil.example/:splat 301", "/404.html"),
        ("/ https://evil.example/ 302", "/"),
        ("/items/:id https://evil.example/", "/items/1.1/"),
        ("/items/1.1 /elsewhere", "/items/1.1/"),
        ("/assets/style.css /elsewhere", "/assets/style.css"),
    ] {
        let (place, problem) = one(&with("_redirects", format!("{line}\n")), line);
        assert_eq!(place, "url-collision content/static/_redirects:1", "{line}");
        assert!(problem.message.contains(&format!("would hide {hidden},")), "{line}: {}", problem.message);
    }
    let settings = format!("{SETTINGS}[site]\nbase-url = \"https://plan.example/plan/\"\n");
    let below = |line: &str| with("_redirects", line).file("book.toml", &settings).problems();
    assert_eq!(below("/items/* /elsewhere\n"), Vec::<String>::new());
    assert_eq!(below("/plan/items/* /elsewhere\n"), ["url-collision content/static/_redirects:1"]);
}

#[test]
fn capital_letters_make_no_other_file() {
    for (path, step) in [
        ("Robots.txt", "Robots.txt"),
        ("_Headers", "_Headers"),
        ("ITEMS", "ITEMS"),
        ("Items/a.txt", "Items"),
        ("INDEX.HTML", "INDEX.HTML"),
        ("Manifest.json", "Manifest.json"),
        ("items/1.1/Index.html", "items/1.1/Index.html"),
    ] {
        // Of a wrong extension the name is the problem.
        let (place, problem) = one(&with(path, "words"), path);
        if path == "INDEX.HTML" {
            assert_eq!(place, format!("unsafe-file content/static/{path}:1"));
            helps(&problem, "rename the file to INDEX.html", path);
            continue;
        }
        assert_eq!(place, format!("url-collision content/static/{path}:1"));
        assert!(problem.message.starts_with(&format!("{step} differs from ")), "{}", problem.message);
    }
    // Two files of the folder are a matter of the book.
    let twice = with("a.txt", "x").file("content/static/A.txt", "y").problems();
    assert_eq!(twice.len(), 1, "{twice:?}");
    assert!(twice[0].starts_with("case-collision "), "{twice:?}");
    assert_eq!(with("README", "x").problems(), Vec::<String>::new());
}

#[test]
fn what_is_wrong_with_a_file_is_said_once_and_of_a_file() {
    for (path, content, code, message, help) in [
        (
            "a.png",
            "no picture",
            "unsafe-file",
            "is not a picture, though its name says so",
            "not enough to rename",
        ),
        ("favicon.ico", "no icon", "unsafe-file", "is not what its name says", "save it in that format"),
        ("a.pdf", "words", "unsafe-file", "is not what its name says", "save it in that format"),
        (
            "count.js",
            "alert(1)",
            "unsafe-file",
            "is of a type that a site must not publish",
            "its static/ folder",
        ),
        ("Logo.SVG", "<svg/>", "unsafe-file", "is not in small letters", "rename the file to Logo.svg"),
        (
            "assets/style.css",
            "p {}",
            "unsafe-file",
            "is of a type that a site must not publish",
            "its static/ folder",
        ),
        ("page.html", "<script>alert(1)</script>", "unsafe-file", "could hold a program", "content/pages/"),
        (
            "index.html",
            "words",
            "url-collision",
            "in place of the page /",
            "a page of the site is a file in content/pages/",
        ),
        ("items/1.1/index.html", "words", "url-collision", "/items/1.1/", "give the file another name"),
        (
            "README.md",
            "Notes",
            "misplaced-file",
            "among the files for the root of the site",
            "a note for yourselves",
        ),
    ] {
        let (place, problem) = one(&with(path, content), path);
        assert_eq!(place, format!("{code} content/static/{path}:1"));
        assert!(problem.message.contains(message), "{path}: {}", problem.message);
        helps(&problem, help, path);
    }
}

#[test]
fn a_logo_is_a_picture_of_a_type_for_logos() {
    let logo = |file: &str, content: &[u8]| {
        let settings = format!("{SETTINGS}[site]\nlogo = {{file = \"{file}\", alt = \"x\"}}\n");
        with(file, content).file("book.toml", settings).problems()
    };
    let at_setting = ["wrong-type book.toml:5"];
    assert_eq!(logo("a.ico", &[0, 0, 1, 0]), at_setting);
    assert_eq!(logo("a.svg", b"<svg/>"), at_setting);
    assert_eq!(logo("a.svg", b"<p xmlns=\"http://www.w3.org/2000/svg\"/>"), at_setting);
    let drawing = b"<?xml version=\"1.0\"?><!-- x --><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    assert_eq!(logo("a.svg", drawing), Vec::<String>::new());
    // A file that is left out is named where the setting names it, and only there; no page shows it.
    assert_eq!(logo(".a.svg", drawing), at_setting);
    // What no site can have is reported at the file, and there alone.
    assert_eq!(logo("Logo.SVG", b"<svg/>"), ["unsafe-file content/static/Logo.SVG:1"]);
    assert_eq!(logo("a.png", b"words"), ["unsafe-file content/static/a.png:1"]);
    for svg in [
        &b"<svg onload='x'/>"[..],
        b"words",
        b"<!-- <svg -->  hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>text",
        b"<svg xmlns='http://www.w3.org/2000/svg'><use xlink:href='#a'/></svg>",
        b"<svg xmlns='http://www.w3.org/2000/svg'><title>&nbsp;</title></svg>",
    ] {
        assert_eq!(logo("a.svg", svg), ["unsafe-file content/static/a.svg:1"]);
    }
    assert_eq!(logo("a.png", b"\x89PNG\r\n\x1a\njunk and more junk"), ["unsafe-file content/static/a.png:1"]);
    assert_eq!(logo("a.png", &PICTURE[..33]), ["unsafe-file content/static/a.png:1"]);
    assert_eq!(logo("a.png", PICTURE), Vec::<String>::new());
    // What could not be read has the problem of that.
    assert_eq!(logo("a.svg", b"<svg>\xff</svg>"), ["not-utf8 content/static/a.svg:1"]);
    assert_eq!(logo("a.svg", b"<svg>\n\x01</svg>"), ["control-character content/static/a.svg:2"]);
    let large = [&b"<svg>"[..], &b" ".repeat(1_100_000), b"</svg>"].concat();
    assert_eq!(logo("a.svg", &large), ["too-large content/static/a.svg:1"]);
}

#[cfg(unix)]
#[test]
fn a_logo_that_is_a_link_out_of_the_book_has_one_problem() {
    let folder = tempfile::tempdir().unwrap();
    let at = |path: &str| folder.path().join(path);
    std::fs::create_dir_all(at("content/static")).unwrap();
    std::fs::write(at("book.toml"), format!("{SETTINGS}[site]\nlogo = {{file = \"a.svg\", alt = \"x\"}}\n"))
        .unwrap();
    std::os::unix::fs::symlink("/", at("content/static/a.svg")).unwrap();
    let (tree, found) = planbook::source::load(folder.path(), planbook::config::limits).unwrap();
    let book = planbook::build::read(&tree, found, crate::book::day("2024-06-30"));
    let of_logo = book.diagnostics.iter().filter(|problem| problem.message.contains("a.svg"));
    let codes: Vec<&str> = of_logo.map(|problem| problem.code.name).collect();
    assert_eq!(codes, ["outside-tree"]);
}

#[test]
fn what_is_wrong_with_a_drawing_is_said_at_its_place() {
    for (svg, line, message) in [
        ("<svg>\n<a href=\"https://harbour.example/\"/></svg>", 2, "the attribute `href` in `<a>`"),
        ("<svg>\n\n<script/></svg>", 3, "the element `<script>`"),
        ("<svg>\n<text>A & B</text></svg>", 2, "is not well-formed XML: malformed entity"),
        (
            "<svg>\n<style>ur<!-- -->l(https://evil.example/x)</style></svg>",
            2,
            "a style with another address",
        ),
        ("<!DOCTYPE svg [\n<!ENTITY a 'b'>]><svg/>", 1, "names of its own"),
    ] {
        let (place, problem) = one(&with("a.svg", svg), svg);
        assert_eq!(place, format!("unsafe-file content/static/a.svg:{line}"), "{svg}");
        assert!(problem.message.contains(message), "{svg}: {}", problem.message);
    }
    let corel = "<svg xmlns='http://www.w3.org/2000/svg'><style><![CDATA[.a {fill:#123}]]></style></svg>";
    assert_eq!(with("a.svg", corel).problems(), Vec::<String>::new());
}

#[test]
fn a_redirect_is_understood_by_all_hosts_in_one_way() {
    for line in ["/ite* https://evil.example/:splat", "/items* /a", "/i:rest/ /a", "/%69te%2As /a"] {
        let (place, problem) = one(&with("_redirects", line), line);
        assert_eq!(place, "unsafe-file content/static/_redirects:1", "{line}");
        assert!(problem.message.contains("in different ways"), "{line}: {}", problem.message);
    }
    for line in ["/%69tems/* https://evil.example/:splat 302", "/%2a /plan/", "/items/1%2E1 /plan/"] {
        let (place, _) = one(&with("_redirects", line), line);
        assert_eq!(place, "url-collision content/static/_redirects:1", "{line}");
    }
    let (_, problem) = one(&with("_redirects", "/a https://user:word@b.example/"), "a password");
    assert!(!problem.message.contains("word@"), "{}", problem.message);
    // A mark of the encoding is none of the first line.
    let marked = with("_redirects", "\u{feff}/a /plan/\n").build();
    assert_eq!(marked.places(), Vec::<String>::new());
    assert_eq!(marked.files["_redirects"], b"/a /plan/\n");
    for path in ["_Redirects", "_REDIRECTS"] {
        let (place, problem) = one(&with(path, "/* https://evil.example/ 200!\n"), path);
        assert_eq!(place, format!("unsafe-file content/static/{path}:1"));
        helps(&problem, "rename the file to _redirects", path);
    }
}

#[test]
fn a_redirect_leads_to_something() {
    for (lines, at, message) in [
        ("/gone /no-such-page/", 1, "leads to /no-such-page/, which the site does not have"),
        ("/gone /no-such-page/?a#b", 1, "does not have"),
        ("/gone/* /no-such/:splat", 1, "does not have"),
        ("/loop /loop", 1, "round in a circle"),
        ("/old/* /old/new/:splat", 1, "round in a circle"),
        ("/on /gone\n/gone /nowhere", 2, "does not have"),
        ("/on /loop\n/loop /loop", 2, "round in a circle"),
    ] {
        let (place, problem) = one(&with("_redirects", lines), lines);
        assert_eq!(place, format!("broken-link content/static/_redirects:{at}"), "{lines}");
        assert!(problem.message.contains(message), "{lines}: {}", problem.message);
    }
    assert_eq!(with("_redirects", "/a /b\n/b /a\n").problems().len(), 2);
    for lines in [
        "/a /items",
        "/a /items/1.1/?x#y",
        "/a /items/index.html",
        "/a/* /items/:splat",
        "/a/:id /:id/",
        "/a /data/items.csv",
        "/a /b\n/b /plan/",
        "/a/* /b/:splat\n/b/* https://archive.example/:splat",
        "/a /",
        "/a https://plan.example/",
    ] {
        assert_eq!(with("_redirects", lines).problems(), Vec::<String>::new(), "{lines}");
    }
    let settings = format!("{SETTINGS}[site]\nbase-url = \"https://plan.example/plan/\"\n");
    let below = |line: &str| with("_redirects", line).file("book.toml", &settings).problems();
    let missing = ["broken-link content/static/_redirects:1"];
    assert_eq!(below("/a /plan/no-such/"), missing);
    assert_eq!(below("/a https://plan.example/plan/no-such/"), missing);
    // What else the host has is not known.
    assert_eq!(below("/a /elsewhere/"), Vec::<String>::new());
    // Another program may put a file there.
    let (place, problem) = one(&with("_redirects", "/pdf /plan.pdf 301"), "a PDF");
    assert_eq!(place, "broken-link content/static/_redirects:1");
    assert_eq!(problem.severity, Severity::Warning, "{}", problem.message);
    for line in ["/a /no-such/page.html", "/a /items/9.9", "/a /no.such/"] {
        let (_, problem) = one(&with("_redirects", line), line);
        assert_eq!(problem.severity, Severity::Error, "{line}");
    }
    // A check of the theme has pages of its own.
    let theme =
        with("_redirects", "/a /items/1.1/\n/items/9 /plan/\n").file("themes/default/style/a.css", "");
    assert_eq!(theme.check_theme().places(), Vec::<String>::new());
}

#[test]
fn a_check_knows_the_files_that_a_build_with_an_address_makes() {
    let lines = "/feed /atom.xml 301\n/f /feed.json\n/sitemap /sitemap.xml 301\n/search.xml /opensearch.xml\n/trade /areas/1/atom.xml\n";
    let text = "---\ntitle: A\norder: 9\n---\n[all news](/atom.xml)\n";
    let book = |settings: &str| {
        with("_redirects", lines).file("book.toml", settings).file("content/pages/a.md", text)
    };
    assert_eq!(
        book(&format!("{SETTINGS}[site]\nbase-url = \"https://plan.example/\"\n")).problems(),
        Vec::<String>::new()
    );
    assert_eq!(book(SETTINGS).check(), Vec::<String>::new());
    // A build that is not told it makes no feed.
    assert_eq!(book(SETTINGS).problems(), ["broken-link content/pages/a.md:5"]);
    let without = book(&format!("{SETTINGS}[outputs]\nfeeds = false\n")).check();
    assert_eq!(without.len(), 4, "{without:?}");
}

#[test]
fn a_file_in_the_place_of_a_page_has_the_problem_and_the_page_has_none() {
    let old = "---\ntitle: Imprint\norder: 8\naliases: [contact, /node/1.html]\n---\nWords.\n";
    let settings = format!("{TWO}[outputs]\nembed = true\n");
    for path in [
        "imprint/index.html",
        "ja/imprint/index.html",
        "contact/index.html",
        "contact",
        "node/1.html",
        "embed/items/1.1/index.html",
        "embed/a.txt",
        "items.html",
        "imprint.html",
        "contact.html",
        "ja.html",
        "items/1.1.html",
        "sitemap.xml",
    ] {
        let text = if path.ends_with(".xml") { "<a/>" } else { "words" };
        let book = with(path, text).file("book.toml", &settings).file("content/pages/imprint.md", old);
        assert_eq!(book.problems(), [format!("url-collision content/static/{path}:1")], "{path}");
    }
    let plain = with("google1.html", "words").file("content/static/a.xml", "<a/>");
    assert_eq!(plain.problems(), Vec::<String>::new());
}
