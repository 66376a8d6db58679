//! What a browser expects of a server.

use super::{Preview, small_book, write};

#[test]
fn a_page_is_answered_with_its_type_its_length_and_the_headers_that_make_it_safe() {
    let preview = Preview::new();
    let answer = preview.get("/");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(answer.header("Content-Length"), Some(answer.body.len().to_string().as_str()));
    assert_eq!(answer.header("X-Content-Type-Options"), Some("nosniff"));
    assert_eq!(answer.header("X-Frame-Options"), Some("DENY"));
    let policy = answer.header("Content-Security-Policy").unwrap();
    assert!(policy.contains("script-src 'self'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    for (path, media) in [
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/assets/tables.js", "text/javascript; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/items/1.1/index.json", "application/json"),
    ] {
        let answer = preview.get(path);
        assert_eq!((answer.status, answer.header("Content-Type")), (200, Some(media)), "{path}");
        assert!(!answer.text().contains("live.js"), "{path}");
    }
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let preview = Preview::new();
    let mut client = preview.client();
    let get = client.get("/items/1.1/");
    let head = client.ask("HEAD", "/items/1.1/", "");
    let without_date = |headers: &[(String, String)]| {
        headers.iter().filter(|(name, _)| name != "Date").cloned().collect::<Vec<_>>()
    };
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(without_date(&head.headers), without_date(&get.headers));
    // The connection is still in step.
    assert_eq!(client.get("/").status, 200);
}

#[test]
fn the_stream_of_events_has_a_head_too() {
    let preview = Preview::new();
    let mut client = preview.client();
    let head = client.ask("HEAD", "/~preview/events", "");
    assert_eq!((head.status, head.header("Content-Type")), (200, Some("text/event-stream")));
    assert!(client.answer(true).is_none());
}

#[test]
fn other_methods_are_told_what_is_allowed() {
    let preview = Preview::new();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "FROB"] {
        let answer = preview.client().ask(method, "/", "");
        assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET, HEAD")), "{method}");
    }
}

#[test]
fn what_the_browser_has_is_not_sent_again_until_it_changes() {
    let preview = Preview::new();
    for path in ["/items/1.1/", "/assets/style.css", "/~preview/live.js"] {
        let mut client = preview.client();
        let first = client.get(path);
        let tag = first.header("ETag").unwrap().to_owned();
        for held in [tag.clone(), format!("\"x\", W/{tag}"), "*".to_owned()] {
            let again = client.ask("GET", path, &format!("If-None-Match: {held}\r\n"));
            assert_eq!((again.status, again.header("ETag")), (304, Some(tag.as_str())), "{path} {held}");
        }
        let other = client.ask("GET", path, "If-None-Match: \"x\"\r\n");
        assert_eq!((other.status, other.body == first.body), (200, true));
    }
    let tag = |path: &str| preview.get(path).header("ETag").unwrap().to_owned();
    let (page, sheet) = (tag("/"), tag("/assets/style.css"));
    preview.write("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Fishing\n---\n");
    preview.settled();
    // The page knows its generation, so a copy of an older one would reload itself for ever.
    assert_ne!(tag("/"), page);
    assert_eq!(tag("/assets/style.css"), sheet);
}

#[test]
fn a_part_of_a_file_is_sent_when_it_is_asked_for() {
    let preview = Preview::new();
    let path = "/assets/style.css";
    let whole = preview.get(path);
    assert_eq!(whole.header("Accept-Ranges"), Some("bytes"));
    let length = whole.body.len();
    let ask = |headers: &str| preview.client().ask("GET", path, headers);
    let part = ask("Range: bytes=10-19\r\n");
    assert_eq!((part.status, part.body.as_slice()), (206, &whole.body[10..20]));
    assert_eq!(part.header("Content-Range"), Some(format!("bytes 10-19/{length}").as_str()));
    assert_eq!(ask("Range: bytes=-5\r\n").body, whole.body[length - 5..]);
    let beyond = ask(&format!("Range: bytes={length}-\r\n"));
    assert_eq!(
        (beyond.status, beyond.header("Content-Range")),
        (416, Some(format!("bytes */{length}").as_str()))
    );
    assert_eq!(ask("Range: bytes=0-1,4-5\r\n").body, whole.body);
    let tag = whole.header("ETag").unwrap();
    assert_eq!(ask(&format!("Range: bytes=0-3\r\nIf-Range: {tag}\r\n")).status, 206);
    assert_eq!(ask("Range: bytes=0-3\r\nIf-Range: \"old\"\r\n").status, 200);
    assert_eq!(preview.client().ask("HEAD", path, "Range: bytes=0-3\r\n").status, 200);
}

#[test]
fn a_folder_without_its_slash_leads_to_the_one_with_it() {
    let preview = Preview::new();
    let answer = preview.get("/items/1.1?a=b");
    assert_eq!((answer.status, answer.header("Location")), (307, Some("/items/1.1/?a=b")));
    assert_eq!(preview.get("/items/1.1/?a=b").status, 200);
    assert_eq!(preview.get("/items/1.1/index.html").status, 200);
}

#[test]
fn what_is_not_there_is_the_sites_own_page() {
    let preview = Preview::new();
    for path in ["/nothing/here/", "/items/9.9/", "/items/1.1/nothing", "/manifest.json", "/content/plan.md"]
    {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text().contains("live.js") && answer.text().contains("Harbour plan"), "{path}");
    }
    assert_eq!(preview.get("/~preview/nothing").status, 404);
}

#[test]
fn names_of_other_scripts_are_found_however_they_are_written() {
    let folder = small_book();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
    write(folder.path(), "themes/default/static/港の 地図.png", png);
    let preview = Preview::of(folder, |_| {});
    let current = preview.current();
    let shown = current.shown.as_ref().unwrap_or_else(|| panic!("{:?}", current.problems));
    let path = shown.paths().find(|path| path.ends_with(".png"));
    let path = path.unwrap_or_else(|| panic!("{:?}", current.problems));
    let encoded: String =
        path.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>().replace("%2f", "/");
    assert_eq!(preview.get(&format!("/{encoded}")).body, png);
}

#[test]
fn a_site_that_stands_below_a_path_is_shown_below_it() {
    let folder = small_book();
    let settings = "[book]\ntitle = \"H\"\n[site]\nbase-url = \"https://plan.example/a/plan/\"\n";
    write(folder.path(), "book.toml", settings);
    let preview = Preview::of(folder, |_| {});
    for path in ["/", "/a/plan"] {
        let answer = preview.get(path);
        assert_eq!((answer.status, answer.header("Location")), (307, Some("/a/plan/")), "{path}");
    }
    assert_eq!(preview.get("/a/plan/").status, 200);
    assert_eq!(preview.get("/a/plan/items/1.1").header("Location"), Some("/a/plan/items/1.1/"));
    let missing = preview.get("/items/1.1/");
    assert_eq!(missing.status, 404);
    assert!(missing.text().contains("href=\"/a/plan/"), "{}", missing.text());
    assert_eq!(preview.get("/~preview/problems.json").status, 200);
}

#[test]
fn a_connection_is_used_again_until_one_side_has_enough() {
    let preview = Preview::new();
    let mut client = preview.client();
    // Two requests at once, then more.
    let address = preview.running().address();
    let one = format!("GET /robots.txt HTTP/1.1\r\nHost: {address}\r\n\r\n");
    client.send(one.repeat(2));
    assert_eq!(client.answer(false).unwrap().status, 200);
    assert_eq!(client.answer(false).unwrap().status, 200);
    assert_eq!(client.ask("GET", "/", "Connection: close\r\n").status, 200);
    assert!(client.answer(false).is_none());
    let mut old = preview.client();
    old.send(format!("GET / HTTP/1.0\r\nHost: {address}\r\n\r\n"));
    assert_eq!(old.answer(false).unwrap().status, 200);
    assert!(old.answer(false).is_none());
}
