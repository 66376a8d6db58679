//! Feeds: valid for somebody else's reader, complete, and the same tomorrow.

use std::collections::BTreeMap;
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

/// A book that asks for feeds of items.
fn with_item_feeds() -> Book {
    placed().file(
        "book.toml",
        "[book]\ntitle = \"Harbour plan\"\n[site]\nbase-url = \"https://harbour.example/plan/\"\n[feeds]\nitems = true\n",
    )
}

/// Updates of twelve years, of which one has more than an archive holds.
fn many() -> Book {
    let book = (0..300).fold(with_item_feeds(), |book, n| {
        let year = 2010 + n % 12;
        book.update(&format!("{year}-{:02}-01-n{n}", n % 11 + 1), "[\"1.1\"]", "")
    });
    (0..450)
        .fold(book, |book, n| book.update(&format!("2015-05-01-m{n}"), "[\"1.1\"]", "reported: 2016-01-02\n"))
}

/// The feeds of one form, with their archives.
fn feeds(outcome: &Outcome, stem: &str) -> BTreeMap<String, Vec<u8>> {
    let is_feed = |path: &str| path.rsplit('/').next().is_some_and(|name| name.starts_with(stem));
    outcome
        .files
        .iter()
        .filter(|(path, _)| is_feed(path) && !path.ends_with(".html"))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

/// What a link of a feed leads to, as a path of the site.
fn linked(feed: &str, rel: &str) -> Option<String> {
    let head = feed.split("<entry>").next().unwrap();
    let link = head.split("<link ").find(|link| link.contains(&format!("rel=\"{rel}\"")))?;
    let address = link.split("href=\"").nth(1).unwrap().split('"').next().unwrap();
    Some(address.strip_prefix("https://harbour.example/plan/").unwrap().to_owned())
}

#[test]
fn a_feed_reader_reads_every_atom_feed_and_archive() {
    for outcome in [&*LARGE, &*EVERYTHING, &many().build()] {
        let entries = python(&[&beside("feeds.py")], &feeds(outcome, "atom"), ".xml");
        assert!(entries.lines().count() > 30, "{entries}");
    }
}

#[test]
fn every_json_feed_and_archive_keeps_to_its_schema() {
    let schema = beside("json-feed-1.1.schema.json");
    for outcome in [&*LARGE, &*EVERYTHING, &many().build()] {
        python(&["-m", "check_jsonschema", "--schemafile", &schema], &feeds(outcome, "feed"), ".json");
    }
}

#[test]
fn a_feed_and_its_archives_have_each_update_once_and_in_order() {
    let outcome = many().build();
    for folder in ["", "areas/1/", "items/1.1/", "agencies/ar-trade/"] {
        let subscribed = format!("{folder}atom.xml");
        let mut found: Vec<(String, String)> = Vec::new();
        let (mut path, mut newer) = (subscribed.clone(), None);
        loop {
            let feed = text(&outcome, &path);
            assert_eq!(linked(&feed, "self").as_ref(), Some(&path));
            let is_archive = path != subscribed;
            assert_eq!(feed.contains("<fh:archive"), is_archive, "{path}");
            assert_eq!(feed.contains("xmlns:fh=\"http://purl.org/syndication/history/1.0\""), is_archive);
            assert_eq!(linked(&feed, "current"), is_archive.then(|| subscribed.clone()), "{path}");
            assert_eq!(linked(&feed, "next-archive"), newer, "{path}");
            let days = feed.split("<published>").skip(1).map(|rest| rest[..10].to_owned());
            let entries: Vec<(String, String)> =
                days.zip(ids(&feed).into_iter().map(str::to_owned)).collect();
            assert!(entries.len() <= if is_archive { 200 } else { 50 }, "{path}: {}", entries.len());
            if is_archive {
                let year = &entries[0].0[..4];
                assert!(path.contains(&format!("atom-{year}")), "{path}");
                assert!(entries.iter().all(|(day, _)| day.starts_with(year)), "{path}");
            }
            found.extend(entries);
            let Some(older) = linked(&feed, "prev-archive") else { break };
            newer = is_archive.then_some(path);
            path = older;
        }
        let ids: std::collections::BTreeSet<&String> = found.iter().map(|(_, id)| id).collect();
        assert_eq!((found.len(), ids.len()), (750, 750), "{folder}");
        assert!(found.is_sorted_by(|a, b| a.0 >= b.0), "{folder}");
        assert_eq!(found.iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>(), json_chain(&outcome, folder));
        // The two newest years are in the feed, and that with 475 updates has three archives.
        let own = |path: &&String| path.starts_with(&format!("{folder}atom")) && path.ends_with(".xml");
        let files = outcome.files.keys().filter(own).count();
        assert_eq!(files, 1 + 10 + 2, "{folder}");
    }
}

#[test]
fn an_archive_of_a_record_lists_what_an_archive_of_the_site_tells() {
    let outcome = many().build();
    let (site, area) = (text(&outcome, "atom-2012.xml"), text(&outcome, "areas/1/atom-2012.xml"));
    assert_eq!(ids(&site), ids(&area));
    for told in ["<content", "<category"] {
        assert!(site.contains(told) && !area.contains(told), "{told}");
    }
    assert!(text(&outcome, "areas/1/atom.xml").contains("<summary>"), "the feed itself has summaries");
    let archive: serde_json::Value =
        serde_json::from_slice(&outcome.files["areas/1/feed-2012.json"]).unwrap();
    let item = archive["items"][0].as_object().unwrap();
    assert_eq!(item.keys().collect::<Vec<_>>(), ["id", "content_text", "date_published"]);
}

/// The ids of a JSON feed, page after page.
fn json_chain(outcome: &Outcome, folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut next = Some(format!("{folder}feed.json"));
    while let Some(path) = next {
        let feed: serde_json::Value = serde_json::from_slice(&outcome.files[&path]).unwrap();
        assert_eq!(feed["feed_url"], format!("https://harbour.example/plan/{folder}feed.json"));
        let items = feed["items"].as_array().unwrap();
        found.extend(items.iter().map(|item| item["id"].as_str().unwrap().to_owned()));
        next = feed["next_url"]
            .as_str()
            .map(|url| url.strip_prefix("https://harbour.example/plan/").unwrap().to_owned());
    }
    found
}

#[test]
fn an_old_event_that_is_reported_now_is_at_the_head() {
    let late = "kind: meeting\nmeeting: held\nreported: 2023-12-30\n";
    let outcome = many().update("2011-03-04-late", "[\"1.1\"]", late).build();
    assert!(ids(&text(&outcome, "atom.xml"))[0].ends_with("2011-03-04-late/"));
}

#[test]
fn the_site_and_each_area_agency_and_forum_have_both_feeds() {
    let folders = |outcome: &Outcome, name: &str| -> Vec<String> {
        outcome.files.keys().filter_map(|path| path.strip_suffix(name)).map(str::to_owned).collect()
    };
    let found = folders(&LARGE, "atom.xml");
    assert_eq!(found, folders(&LARGE, "feed.json"));
    for folder in ["", "areas/3/", "agencies/jp-mofa/", "forums/two-plus-two/"] {
        assert!(found.iter().any(|found| found == folder), "{folder}");
    }
    assert!(!found.iter().any(|folder| folder.starts_with("items/")));
    assert!(!text(&LARGE, "items/3.1/index.html").contains("items/3.1/atom.xml"));
    let asked = with_item_feeds().build();
    assert!(folders(&asked, "atom.xml").contains(&"items/1.1/".to_owned()));
    assert!(text(&asked, "items/1.1/index.html").contains("href=\"../../items/1.1/atom.xml\""));
}

#[test]
fn the_feed_of_the_site_says_all_and_those_of_its_parts_a_sentence() {
    let long = format!(
        "---\ntitle: Long\ndate: 2021-05\nitems: [\"1.1\"]\n---\nThe *first* sentence. {}\n\nAnd a second paragraph.\n",
        "More words. ".repeat(60)
    );
    let outcome = placed().file("content/updates/2021-05-long.md", &long).build();
    assert_eq!(outcome.places(), Vec::<String>::new());
    assert!(text(&outcome, "atom.xml").contains("And a second paragraph."));
    for path in ["areas/1/", "agencies/ar-trade/"] {
        let feed = text(&outcome, &format!("{path}atom.xml"));
        assert!(feed.contains("<summary>May 2021. The first sentence."), "{feed}");
        assert!(!feed.contains("second paragraph") && !feed.contains("<content"), "{feed}");
        let json = text(&outcome, &format!("{path}feed.json"));
        assert!(json.contains("\"content_text\":\"May 2021. The first sentence."), "{json}");
        assert!(!json.contains("content_html"), "{json}");
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
fn a_feed_has_what_bears_on_its_subject() {
    let outcome = with_item_feeds()
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
        with_item_feeds()
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
    for feed in feeds(&LARGE, "feed").iter().chain(&feeds(&EVERYTHING, "feed")) {
        let json: serde_json::Value = serde_json::from_slice(feed.1).unwrap();
        for item in json["items"].as_array().unwrap() {
            let html = item["content_html"].as_str().unwrap_or_default();
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
    let page = text(&LARGE, "areas/3/index.html");
    for link in [
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"3 ",
        "type=\"application/feed+json\"",
        "href=\"../../areas/3/atom.xml\"",
        "href=\"../../areas/3/feed.json\"",
        "href=\"../../atom.xml\"",
        "href=\"../../calendar.ics\"",
    ] {
        assert!(page.contains(link), "{link}");
    }
    // An item without a feed of its own names that of its area, then that of the site.
    let item = text(&LARGE, "items/3.1/index.html");
    let at = |link: &str| item.find(link).unwrap_or_else(|| panic!("{link}"));
    assert!(at("href=\"../../areas/3/atom.xml\"") < at("href=\"../../atom.xml\""));
    assert!(at("href=\"../../areas/3/feed.json\"") < at("href=\"../../feed.json\""));
    assert!(!item.contains("<a href=\"../../areas/3/atom.xml\""), "it is not about the item");
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
    let files = ["atom.xml", "feed.json", "calendar.ics", "areas/1/atom.xml", "areas/1/feed.json"];
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
