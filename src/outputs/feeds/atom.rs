//! A feed as Atom (RFC 4287).

use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig,
};

use super::{ATOM, Made, moment, refused};
use crate::date::Day;

pub(super) fn write(feed: &super::Feed<'_>) -> Made<Vec<u8>> {
    let atom = Feed {
        title: Text::plain(feed.title.clone()),
        id: feed.page.clone(),
        updated: time(feed.updated),
        authors: vec![Person {
            name: feed.author.clone(),
            uri: Some(feed.site.clone()),
            ..Person::default()
        }],
        generator: Some(Generator {
            value: "planbook".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            ..Generator::default()
        }),
        links: vec![
            link(&feed.address, "self", Some(ATOM.mime)),
            link(&feed.page, "alternate", Some("text/html")),
        ],
        rights: feed.rights.clone().map(Text::plain),
        subtitle: Some(Text::plain(feed.as_of_note.clone())),
        lang: Some(feed.language.clone()),
        entries: feed.entries.iter().map(|found| entry(found)).collect(),
        ..Feed::default()
    };
    let mut bytes = atom.write_with_config(Vec::new(), WriteConfig::default()).map_err(refused)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn entry(found: &super::Entry) -> Entry {
    let mut links = vec![link(&found.url, "alternate", Some("text/html"))];
    links.extend(found.evidence.iter().map(|url| link(url, "via", None)));
    Entry {
        title: Text::plain(found.title.clone()),
        id: found.id.clone(),
        updated: time(found.modified),
        published: Some(time(found.published)),
        categories: found
            .categories
            .iter()
            .map(|category| Category {
                term: category.term.clone(),
                scheme: None,
                label: Some(category.label.clone()),
            })
            .collect(),
        links,
        summary: found.summary.clone().map(Text::plain),
        content: Some(Content {
            value: Some(found.html.clone()),
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
