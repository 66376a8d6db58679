//! What open pages are told.

use super::client::Client;
use super::{Preview, small_book, write};

/// Opens the stream of events.
fn listen(preview: &Preview, headers: &str) -> Client {
    let mut client = preview.client();
    let answer = client.ask("GET", "/~preview/events", headers);
    assert_eq!((answer.status, answer.header("Content-Type")), (200, Some("text/event-stream")));
    client
}

/// What the next event says, as JSON.
fn next(client: &mut Client) -> serde_json::Value {
    let event = client.event().expect("an event");
    assert!(event.contains("event: generation\n") && event.contains("retry: 500\n"), "{event}");
    let data = event.lines().find_map(|line| line.strip_prefix("data: ")).unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert!(event.contains(&format!("id: {}\n", data["generation"])), "{event}");
    data
}

/// Edits, and returns what the event says of it.
fn changes(preview: &Preview, client: &mut Client, path: &str, text: &str) -> serde_json::Value {
    preview.write(path, text);
    next(client)
}

#[test]
fn a_page_that_listens_is_told_where_it_is_and_of_each_change() {
    let folder = small_book();
    write(folder.path(), "themes/own/theme.toml", "api = 2\n");
    write(folder.path(), "themes/own/style/50-own.css", "p { margin: 1rem; }\n");
    write(folder.path(), "book.toml", "[book]\ntitle = \"H\"\n[site]\ntheme = \"own\"\n");
    let preview = Preview::of(folder, |_| {});
    let mut client = listen(&preview, "");
    let first = next(&mut client);
    assert_eq!((&first["generation"], &first["errors"]), (&1.into(), &0.into()));
    let change =
        |client: &mut Client, path, text: &str| changes(&preview, client, path, text)["change"].clone();
    let item = "content/areas/01-trade/1.1-talks.md";
    let good = "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\n---\n";
    assert_eq!(change(&mut client, item, &format!("{good}Each year.\n")), "page");
    assert_eq!(change(&mut client, "themes/own/style/50-own.css", "p { margin: 2rem; }\n"), "style");
    assert_eq!(change(&mut client, "themes/own/messages/en.toml", "areas = \"Fields\"\n"), "page");
    assert_eq!(change(&mut client, "book.toml", "[book]\ntitle = \"I\"\n[site]\ntheme = \"own\"\n"), "page");
    preview.write(item, good);
    assert_eq!(next(&mut client)["change"], "page");
    preview.write(item, good.replace("lead", "leed"));
    let broken = next(&mut client);
    assert_eq!((&broken["change"], &broken["errors"]), (&"problems".into(), &1.into()));
    preview.write(item, good);
    let mended = next(&mut client);
    assert_eq!((&mended["change"], &mended["errors"]), (&"problems".into(), &0.into()));
}

#[test]
fn a_page_that_was_away_is_told_all_that_it_missed() {
    let preview = Preview::new();
    let seen = preview.current().number;
    let item = "content/areas/01-trade/1.1-talks.md";
    preview.write(item, "---\ntitle: Hold better talks\nkind: recurring\n---\n");
    preview.settled();
    preview.write(item, "---\ntitle: Hold better talks\nkind: recurrring\n---\n");
    preview.settled();
    let answer = next(&mut listen(&preview, &format!("Last-Event-ID: {seen}\r\n")));
    assert_eq!((&answer["change"], &answer["errors"]), (&"page".into(), &1.into()));
    let of_another_run = next(&mut listen(&preview, "Last-Event-ID: 4711\r\n"));
    assert_eq!(of_another_run["change"], "page");
}

#[test]
fn a_burst_of_changes_is_one_generation() {
    let folder = small_book();
    for number in 0..300 {
        let text = format!("---\ntitle: Page {number}\n---\nBefore.\n");
        write(folder.path(), &format!("content/pages/p{number}.md"), text);
    }
    let preview = Preview::of(folder, |_| {});
    let before = preview.current().number;
    for number in 0..300 {
        preview.write(
            &format!("content/pages/p{number}.md"),
            format!("---\ntitle: Page {number}\n---\nAfter.\n"),
        );
    }
    let after = preview.settled().number;
    assert!(after > before && after <= before + 3, "{before} to {after}");
}

#[test]
fn many_listeners_do_not_keep_others_from_pages() {
    let preview = Preview::new();
    let mut listeners: Vec<Client> = (0..60).map(|_| listen(&preview, "")).collect();
    for client in &mut listeners {
        next(client);
    }
    assert_eq!(preview.get("/").status, 200);
    preview.write("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Fishing\n---\n");
    for client in &mut listeners {
        assert_eq!(next(client)["change"], "page");
    }
}

#[test]
fn looking_at_all_files_finds_what_the_system_does_not_tell() {
    let preview = Preview::of(small_book(), |settings| settings.poll = true);
    preview.write("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Fishing\n---\n");
    preview.settled();
    assert!(preview.get("/areas/1/").text().contains("Fishing"));
}

#[test]
fn reading_is_no_change() {
    let preview = Preview::new();
    let before = preview.current().number;
    for _ in 0..20 {
        planbook::source::load(&preview.root, planbook::config::limits).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    // A change that is seen tells that what came before it has been heard too.
    preview.write("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Fishing\n---\n");
    preview.settled();
    assert_eq!(preview.current().number, before + 1);
}
