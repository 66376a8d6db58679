//! Feeds: valid for somebody else's reader, complete, and the same tomorrow.

use std::path::Path;
use std::sync::LazyLock;

use crate::book::{Book, Outcome, frozen};
use crate::outside_tools::{beside, python};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

static LARGE: LazyLock<Outcome> = LazyLock::new(|| frozen().build());
static EVERYTHING: LazyLock<Outcome> =
    LazyLock::new(|| Book::load(&Path::new(ROOT).join("tests/everything")).today("2024-06-30").build());

/// A book that knows where its site will stand.
fn placed() -> Book {
    Book::new().file(
        "book.toml",
        "[book]\ntitle = \"Harbour & river\"\nlanguages = [\"en\"]\n[site]\nbase-url = \"https://harbour.example/plan/\"\n",
    )
}

fn text(outcome: &Outcome, path: &str) -> String {
    String::from_utf8(outcome.files[path].clone()).unwrap()
}

/// The ids of the entries of a feed, in order.
fn ids(feed: &str) -> Vec<&str> {
    let entries = feed.split("<entry>").skip(1);
    entries.map(|entry| entry.split("<id>").nth(1).unwrap().split("</id>").next().unwrap()).collect()
}

#[test]
fn a_feed_reader_reads_every_atom_feed() {
    for outcome in [&*LARGE, &*EVERYTHING] {
        let entries = python(&[&beside("feeds.py")], &outcome.files, "atom.xml");
        assert!(entries.lines().count() > 30, "{entries}");
    }
}

#[test]
fn every_json_feed_keeps_to_its_schema() {
    let schema = beside("json-feed-1.1.schema.json");
    for outcome in [&*LARGE, &*EVERYTHING] {
        python(&["-m", "check_jsonschema", "--schemafile", &schema], &outcome.files, "feed.json");
    }
}

#[test]
fn the_site_and_each_area_item_agency_and_forum_have_both_feeds() {
    let folders = |name: &str| -> Vec<String> {
        LARGE.files.keys().filter_map(|path| path.strip_suffix(name)).map(str::to_owned).collect()
    };
    assert_eq!(folders("atom.xml"), folders("feed.json"));
    for folder in ["", "areas/3/", "items/3.1/", "agencies/jp-mofa/", "forums/two-plus-two/"] {
        assert!(folders("atom.xml").iter().any(|found| found == folder), "{folder}");
    }
}

#[test]
fn the_two_forms_have_the_same_entries() {
    let json: serde_json::Value = serde_json::from_slice(&LARGE.files["feed.json"]).unwrap();
    let json: Vec<&str> =
        json["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids(&text(&LARGE, "atom.xml")), json);
}

#[test]
fn a_burst_of_updates_is_there_to_the_last() {
    let book = (0..400).fold(placed(), |book, n| book.update(&format!("2024-05-01-n{n}"), "[\"1.1\"]", ""));
    let outcome = book.build();
    for path in ["atom.xml", "areas/1/atom.xml", "items/1.1/atom.xml", "agencies/ar-trade/atom.xml"] {
        assert_eq!(ids(&text(&outcome, path)).len(), 400, "{path}");
    }
}

#[test]
fn a_feed_has_what_bears_on_its_subject() {
    let outcome = placed()
        .item("1.2", "")
        .file("content/forums/f.md", "---\nname: Forum\n---\n")
        .update("2021-05-01-one", "[\"1.1\"]", "")
        .update("2021-05-02-two", "[\"1.2\"]", "forum: f\n")
        .update("2021-05-03-three", "[\"1.2\"]", "by: [ar-trade]\n")
        .build();
    let of = |path: &str| {
        let feed = text(&outcome, path);
        ids(&feed)
            .iter()
            .map(|id| id.trim_end_matches('/').rsplit('-').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("atom.xml"), ["three", "two", "one"]);
    assert_eq!(of("areas/1/atom.xml"), ["three", "two", "one"]);
    assert_eq!(of("items/1.1/atom.xml"), ["one"]);
    assert_eq!(of("forums/f/atom.xml"), ["two"]);
    // It leads item 1.1, and took part in the third.
    assert_eq!(of("agencies/ar-trade/atom.xml"), ["three", "one"]);
}

#[test]
fn an_entry_keeps_its_id_when_its_file_is_renamed() {
    let before = placed().update("2021-05-01-old", "[\"1.1\"]", "").build();
    let after = placed().update("2021-05-01-new", "[\"1.1\"]", "aliases: [2021-05-01-old]\n").build();
    let (before, after) = (text(&before, "atom.xml"), text(&after, "atom.xml"));
    assert_eq!(ids(&before), ids(&after));
    assert!(after.contains("href=\"https://harbour.example/plan/updates/2021-05-01-new/\""), "{after}");
}

#[test]
fn days_are_those_of_the_content_whatever_the_day_of_the_build() {
    let book = || {
        placed()
            .update("2021-05-01-a", "[\"1.1\"]", "reported: 2021-06-02\n")
            .update("2022-08", "[\"1.1\"]", "")
            .update(
                "2030-01-01-meeting",
                "[\"1.1\"]",
                "kind: meeting\nmeeting: planned\nevidence: [{title: Notice, url: \"https://a.example/\", date: 2023-02-03}]\n",
            )
            .update("2031-01-01-meeting", "[\"1.1\"]", "kind: meeting\nmeeting: planned\n")
    };
    let feed = |day: &str| text(&book().today(day).build(), "items/1.1/atom.xml");
    let first = feed("2024-01-01");
    let published: Vec<&str> = first.split("<published>").skip(1).map(|rest| &rest[..10]).collect();
    assert_eq!(published, ["2023-02-03", "2022-08-01", "2021-06-02", "2020-01-01"]);
    let second = feed("2025-01-01");
    assert_eq!(first.replace("As of 1 January 2024", ""), second.replace("As of 1 January 2025", ""));
}

#[test]
fn a_corrected_update_is_new_again() {
    let outcome = placed()
        .update("2021-05-01-wrong", "[\"1.1\"]", "")
        .update(
            "2022-05-01-right",
            "[\"1.1\"]",
            "kind: correction\ncorrects: 2021-05-01-wrong\nreason: A slip\n",
        )
        .build();
    let feed = text(&outcome, "atom.xml");
    let wrong = feed.split("<entry>").find(|entry| entry.contains("2021-05-01-wrong/</id>")).unwrap();
    assert!(wrong.contains("<updated>2022-05-01") && wrong.contains("<published>2021-05-01"), "{wrong}");
    assert!(wrong.contains("Corrected by"), "{wrong}");
}

#[test]
fn every_address_in_an_entry_is_whole() {
    for feed in LARGE.files.iter().chain(&EVERYTHING.files).filter(|(path, _)| path.ends_with("feed.json")) {
        let json: serde_json::Value = serde_json::from_slice(feed.1).unwrap();
        for item in json["items"].as_array().unwrap() {
            let html = item["content_html"].as_str().unwrap();
            for address in [" href=\"", " src=\""].iter().flat_map(|name| html.split(name).skip(1)) {
                let address = address.split('"').next().unwrap();
                let whole = ["https://", "http://", "mailto:", "tel:"];
                assert!(whole.iter().any(|start| address.starts_with(start)), "{}: {address}", feed.0);
            }
        }
    }
}

#[test]
fn pages_tell_feed_readers_where_their_feeds_are() {
    let page = text(&LARGE, "items/3.1/index.html");
    for link in [
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"3 (1) ",
        "type=\"application/feed+json\"",
        "href=\"../../items/3.1/atom.xml\"",
        "href=\"../../items/3.1/feed.json\"",
        "href=\"../../atom.xml\"",
        "href=\"../../calendar.ics\"",
    ] {
        assert!(page.contains(link), "{link}");
    }
    let home = text(&LARGE, "index.html");
    assert!(home.contains("href=\"atom.xml\"") && home.contains("href=\"calendar.ics\""), "{home}");
}

#[test]
fn a_site_without_an_address_has_no_feeds() {
    let outcome = Book::new().build();
    assert!(!outcome.files.keys().any(|path| path.ends_with("atom.xml") || path.ends_with("feed.json")));
    assert!(!outcome.page("index.html").contains("application/atom+xml"));
}

#[test]
fn the_day_as_of_which_the_story_is_told_is_in_every_feed() {
    assert!(text(&LARGE, "atom.xml").contains("<subtitle>As of 24 November 2026</subtitle>"));
    let json: serde_json::Value =
        serde_json::from_slice(&LARGE.files["forums/two-plus-two/feed.json"]).unwrap();
    assert_eq!(json["_planbook"]["as_of"], "2026-11-24");
    assert_eq!(json["_planbook"]["audience"], "public");
    let licence = json["_planbook"]["licence"].as_str().unwrap();
    for file in ["atom.xml", "calendar.ics"] {
        assert!(text(&LARGE, file).replace("\r\n ", "").contains(&licence[..40]), "{file}");
    }
}

#[test]
fn the_feeds_of_the_internal_site_say_that_they_are_internal() {
    let book = || {
        placed().update(
            "2021-05-01-secret",
            "[\"1.1\"]",
            "audience: internal\nkind: meeting\nmeeting: held\n",
        )
    };
    let (public, internal) = (book().build(), book().internal().build());
    let files = ["atom.xml", "feed.json", "calendar.ics", "items/1.1/atom.xml"];
    for file in files {
        assert!(!text(&public, file).contains("2021-05-01"), "{file}");
        let text = text(&internal, file);
        assert!(
            text.contains("Internal: not for publication") && text.contains("2021-05-01-secret"),
            "{text}"
        );
    }
    assert!(text(&internal, "calendar.ics").contains("DESCRIPTION:Internal\\nHeld"));
    assert!(text(&internal, "feed.json").contains("<p>Internal. "));
}

#[test]
fn no_character_of_a_text_makes_a_feed_unreadable() {
    let strange = "a & <b> ]]> &amp; \\U0001F409 \\\\n, ; 外務省";
    let outcome = placed()
        .update(
            "2021-05-01-x",
            "[\"1.1\"]",
            &format!("summary: \"{strange}\"\nreason: \"{strange}\"\nmeeting: {{state: held, place: \"{strange}\"}}\n"),
        )
        .file("content/forums/f.md", format!("---\nname: \"{strange}\"\n---\n"))
        .build();
    python(&[&beside("feeds.py")], &outcome.files, "atom.xml");
    python(&[&beside("calendars.py")], &outcome.files, "calendar.ics");
    // What XML cannot hold is refused, in settings too.
    let title = "[book]\ntitle = \"a\\u0001b\\uFFFE\\n\"\n[site]\nbase-url = \"https://a.example/\"\n";
    let problems = Book::new().file("book.toml", title).problems();
    assert!(problems.iter().any(|line| line.starts_with("control-character book.toml")), "{problems:?}");
}
