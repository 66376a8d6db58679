//! What nobody may do to it, from this machine or from a page in its browser.

use std::time::Duration;

use super::client::Client;
use super::{Preview, small_book, write};

fn lines(corpus: &str) -> Vec<&str> {
    let lines: Vec<&str> = corpus.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert!(lines.len() > 30);
    lines
}

#[test]
fn no_address_leads_out_of_the_site() {
    let preview = Preview::new();
    for address in lines(include_str!("traversal.txt")) {
        let answer = preview.get(address);
        assert!(matches!(answer.status, 400 | 404), "{address} is answered with {}", answer.status);
        let text = String::from_utf8_lossy(&answer.body);
        assert!(
            !text.contains("title =") && !text.contains("parties:") && !text.contains("root:"),
            "{address}"
        );
        assert_eq!(answer.header("Set-Cookie"), None, "{address}");
    }
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn only_its_own_names_are_answered() {
    let preview = Preview::new();
    let port = preview.running().address().port().to_string();
    for line in lines(include_str!("hosts.txt")) {
        let (wanted, host) = line.split_once(' ').unwrap();
        let host = host.replace("PORT", &port);
        for address in ["/", "/~preview/problems.json", "/~preview/events"] {
            let mut client = preview.client();
            client.send(format!("GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
            let status = client.answer(false).unwrap().status;
            assert_eq!(status == 200, wanted == "yes", "{host} {address}: {status}");
            assert!(matches!(status, 200 | 400 | 421), "{host} {address}: {status}");
        }
    }
}

#[test]
fn pages_of_other_sites_are_not_answered() {
    let preview = Preview::new();
    let own = preview.running().address();
    let port = own.port();
    let other_port = port.wrapping_add(1);
    // Row 41: a foreign `Origin`, on every address; what a browser can send, and what it never sends.
    let cases: [(String, bool); 14] = [
        (format!("http://{own}"), true),
        (format!("http://localhost:{port}"), true),
        (format!("HTTP://LOCALHOST:{port}"), false),
        (format!("http://LOCALHOST:{port}"), true),
        (format!("http://[::1]:{port}"), true),
        ("http://evil.example".to_owned(), false),
        (format!("http://evil.example:{port}"), false),
        (format!("http://127.0.0.1:{other_port}"), false),
        ("http://localhost".to_owned(), false),
        (format!("http://{own}.evil.example"), false),
        (format!("http://{own}/"), false),
        (format!("http://{own}, http://evil.example"), false),
        ("null".to_owned(), false),
        (String::new(), false),
    ];
    let addresses = [
        "/",
        "/~preview/",
        "/~preview/live.js",
        "/~preview/problems.json",
        "/~preview/events",
        "/x",
        "/robots.txt",
    ];
    for (origin, admitted) in &cases {
        for address in addresses {
            let mut client = preview.client();
            client.send(format!(
                "GET {address} HTTP/1.1\r\nHost: {own}\r\nOrigin: {origin}\r\nConnection: close\r\n\r\n"
            ));
            let status = client.answer(false).unwrap().status;
            assert_eq!(status != 403, *admitted, "41 {origin} {address}: {status}");
        }
    }
    let mut client = preview.client();
    client.send(format!(
        "GET /~preview/events HTTP/1.1\r\nHost: {own}\r\nOrigin: http://{own}\r\nOrigin: http://evil.example\r\n\r\n"
    ));
    assert_eq!(client.answer(false).unwrap().status, 403, "41 two origins");
}

#[test]
fn a_whole_address_is_answered_for_its_own_names_only() {
    let preview = Preview::new();
    let address = preview.running().address();
    let ask = |target: &str, host: &str| {
        let mut client = preview.client();
        client.send(format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        client.answer(false).unwrap().status
    };
    let own = address.to_string();
    assert_eq!(ask(&format!("http://{own}/robots.txt"), &own), 200);
    assert_eq!(ask("http://evil.example/robots.txt", &own), 421);
    assert_eq!(ask(&format!("http://{own}/robots.txt"), "evil.example"), 421);
    for target in
        ["https://evil.example/", "*", "evil.example:443", "http://", "robots.txt", "@evil.example/"]
    {
        assert_eq!(ask(target, &own), 400, "{target}");
    }
}

#[test]
fn what_is_no_request_is_refused_and_ends_the_connection() {
    let preview = Preview::new();
    let own = preview.running().address();
    let get = format!("GET / HTTP/1.1\r\nHost: {own}\r\n");
    let long = "a".repeat(20_000);
    for (sent, status) in [
        ("nonsense\r\n\r\n".to_owned(), 400),
        ("\u{0}\u{1}\u{2}\u{3}\r\n\r\n".to_owned(), 400),
        ("GET / HTTP/9.9\r\n\r\n".to_owned(), 400),
        ("GET / HTTP/1.1\r\n\r\n".to_owned(), 400),
        (format!("GET / HTTP/1.1\r\nHost: {own}\r\nHost: {own}\r\n\r\n"), 400),
        (format!("{get}Content-Length: 5\r\n\r\nhello"), 400),
        (format!("{get}Content-Length: x\r\n\r\n"), 400),
        (format!("{get}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400),
        (format!("{get}Bad Header: x\r\n\r\n"), 400),
        (format!("{get}X: a\u{0}b\r\n\r\n"), 400),
        (format!("GET /{long} HTTP/1.1\r\nHost: {own}\r\n\r\n"), 414),
        (format!("GET /{long}{long}{long}"), 414),
        (format!("{get}X: {long}\r\n\r\n"), 431),
        (format!("{get}{}\r\n", "X: y\r\n".repeat(100)), 431),
        (format!("GET /?{} HTTP/1.1\r\nHost: {own}\r\n\r\n", "a".repeat(8_000)), 200),
    ] {
        let mut client = preview.client();
        client.send(&sent);
        let shown: String = sent.chars().take(60).collect();
        let answer = client.answer(false).unwrap_or_else(|| panic!("no answer to {shown:?}"));
        assert_eq!(answer.status, status, "{shown:?}");
        assert!(status == 200 || client.answer(false).is_none(), "{shown:?}");
    }
}

#[test]
fn half_open_connections_do_not_keep_others_out() {
    let preview = Preview::new();
    let mut held: Vec<Client> = (0..200).map(|_| preview.client()).collect();
    for client in &mut held {
        client.send("GET / HTT");
    }
    assert_eq!(preview.get("/").status, 200);
    // More than there is room for: who waits longest makes room.
    for _ in 0..300 {
        held.push(preview.client());
    }
    for _ in 0..20 {
        assert_eq!(preview.get("/items/1.1/").status, 200);
    }
}

#[test]
fn who_does_not_read_what_it_asked_for_keeps_nobody_waiting() {
    let folder = small_book();
    let long =
        format!("---\ntitle: Long\norder: 1\n---\n{}\n", "Many words that fill a page. ".repeat(30_000));
    write(folder.path(), "content/pages/long.md", long.replace(". ", ".\n"));
    let preview = Preview::of(folder, |_| {});
    let address = preview.running().address();
    let mut slow: Vec<Client> = (0..100).map(|_| preview.client()).collect();
    for client in &mut slow {
        client.send(format!("GET /long/ HTTP/1.1\r\nHost: {address}\r\n\r\n").repeat(20));
    }
    for _ in 0..20 {
        assert_eq!(preview.get("/items/1.1/").status, 200);
    }
}

#[test]
fn a_slow_client_is_answered_when_its_request_is_there() {
    let preview = Preview::new();
    let address = preview.running().address();
    let mut client = preview.client();
    for byte in format!("GET /robots.txt HTTP/1.1\r\nHost: {address}\r\n\r\n").bytes() {
        client.send([byte]);
        std::thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(client.answer(false).unwrap().status, 200);
}

#[test]
fn many_connections_at_once_get_the_right_pages() {
    let preview = Preview::new();
    let generation = preview.current();
    let paths: Vec<&str> = generation.shown.as_ref().unwrap().paths().collect();
    std::thread::scope(|scope| {
        for thread in 0..32 {
            let (preview, paths) = (&preview, &paths);
            scope.spawn(move || {
                let mut client = preview.client();
                for turn in 0..40 {
                    let path = paths[(thread * 31 + turn * 17) % paths.len()];
                    let answer = client.get(&format!("/{path}"));
                    assert_eq!(answer.status, 200, "{path}");
                }
            });
        }
    });
}

#[test]
fn when_it_has_stopped_nothing_answers() {
    let preview = Preview::new();
    let address = preview.running().address();
    let mut listener = preview.client();
    listener.ask("GET", "/~preview/events", "");
    listener.event().unwrap();
    drop(preview);
    assert!(listener.event().is_none());
    assert!(std::net::TcpStream::connect(address).is_err());
}
