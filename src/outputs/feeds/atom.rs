//! A feed as Atom (RFC 4287).

use std::collections::BTreeMap;

use atom_syndication::extension::Extension;
use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig,
};

use super::feed::{FeedEntry, FeedResult, moment, refused};
use crate::date::Day;
use crate::page::ATOM;

/// The end of a feed.
const END: &[u8] = b"</feed>";
/// The names that RFC 5005 adds, and what stands before them.
const HISTORY: &str = "http://purl.org/syndication/history/1.0";
const PREFIX: &str = "fh";

pub(super) fn write(feed: &super::feed::Feed<'_>) -> FeedResult<Vec<u8>> {
    let atom = Feed {
        title: Text::plain(xml(&feed.title)),
        id: feed.page.clone(),
        updated: time(feed.updated),
        authors: vec![Person { name: xml(&feed.author), uri: Some(feed.site.clone()), ..Person::default() }],
        generator: Some(Generator {
            value: "planbook".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            ..Generator::default()
        }),
        links: links(feed),
        rights: feed.rights.as_deref().map(xml).map(Text::plain),
        subtitle: Some(Text::plain(xml(&feed.as_of_note))),
        lang: Some(feed.language.clone()),
        namespaces: feed.archive_of.iter().map(|_| (PREFIX.to_owned(), HISTORY.to_owned())).collect(),
        extensions: feed.archive_of.iter().map(|_| archive_mark()).collect(),
        ..Feed::default()
    };
    // Entries are the last that a feed has.
    let mut bytes = open(&atom)?;
    bytes.reserve(feed.entries.iter().map(|entry| entry.atom.len()).sum::<usize>() + END.len() + 1);
    for entry in &feed.entries {
        bytes.extend_from_slice(&entry.atom);
    }
    bytes.extend_from_slice(END);
    bytes.push(b'\n');
    Ok(bytes)
}

fn links(feed: &super::feed::Feed<'_>) -> Vec<Link> {
    let other = |address: &Option<String>, rel| address.as_deref().map(|to| link(to, rel, Some(ATOM.mime)));
    let mut links =
        vec![link(&feed.address, "self", Some(ATOM.mime)), link(&feed.page, "alternate", Some("text/html"))];
    links.extend(other(&feed.archive_of, "current"));
    links.extend(other(&feed.older, "prev-archive"));
    links.extend(other(&feed.newer, "next-archive"));
    links
}

/// That this is an archive: `<fh:archive/>`.
fn archive_mark() -> (String, BTreeMap<String, Vec<Extension>>) {
    let mark = Extension { name: format!("{PREFIX}:archive"), ..Extension::default() };
    (PREFIX.to_owned(), BTreeMap::from([("archive".to_owned(), vec![mark])]))
}

/// The element of an entry, as it stands in every feed that has it.
pub(super) fn entry(found: &FeedEntry) -> FeedResult<Vec<u8>> {
    let feed = Feed { entries: vec![element(found)], ..Feed::default() };
    let (bytes, mark) = (open(&feed)?, b"<entry>");
    // Before it stand the elements of a feed, all of them empty.
    let start = bytes.windows(mark.len()).position(|window| window == mark);
    Ok(bytes[start.unwrap_or(bytes.len())..].to_vec())
}

/// A feed without its end.
fn open(feed: &Feed) -> FeedResult<Vec<u8>> {
    let mut bytes = feed.write_with_config(Vec::new(), WriteConfig::default()).map_err(refused)?;
    bytes.truncate(bytes.len().saturating_sub(END.len()));
    Ok(bytes)
}

fn element(found: &FeedEntry) -> Entry {
    let mut links = vec![link(&found.url, "alternate", Some("text/html"))];
    links.extend(found.evidence.iter().map(|url| link(url, "via", None)));
    Entry {
        title: Text::plain(xml(&found.title)),
        id: found.id.clone(),
        updated: time(found.modified),
        published: Some(time(found.published)),
        categories: found
            .categories
            .iter()
            .map(|category| Category {
                term: category.term.clone(),
                scheme: None,
                label: Some(xml(&category.label)),
            })
            .collect(),
        links,
        summary: found.text.summary().map(xml).map(Text::plain),
        content: found.text.html().map(|html| Content {
            value: Some(xml(html)),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn link(href: &str, rel: &str, mime: Option<&str>) -> Link {
    Link { href: href.to_owned(), rel: rel.to_owned(), mime_type: mime.map(str::to_owned), ..Link::default() }
}

/// A day of the calendar always is a moment.
fn time(day: Day) -> FixedDateTime {
    moment(day).parse().unwrap_or_default()
}

/// A text without the characters that no XML can hold. Content has none; settings and the words of a theme may.
fn xml(text: &str) -> String {
    let held = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(|c| held(&c)) { text.to_owned() } else { text.chars().filter(held).collect() }
}
