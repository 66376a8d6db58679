//! A feed as JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use serde::Serialize;

use super::feed::{Feed, FeedEntry, FeedResult, moment, refused};

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<&'a str>,
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    _planbook: Extension<'a>,
    /// Written behind the rest, because each is written already.
    items: [(); 0],
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    url: &'a str,
}

/// What JSON Feed has no name for.
#[derive(Serialize)]
struct Extension<'a> {
    about: &'static str,
    as_of: String,
    audience: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    generator: &'static str,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    /// A sentence, where there is no more: an item must have a content.
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    _planbook: Option<Terms<'a>>,
}

/// The categories as a program needs them.
#[derive(Serialize)]
struct Terms<'a> {
    terms: Vec<&'a str>,
    evidence: &'a [String],
}

/// The end of a feed.
const END: &[u8] = b"]}";

/// The object of an entry, as it stands in every feed that has it.
pub(super) fn entry(entry: &FeedEntry) -> FeedResult<Vec<u8>> {
    let (html, summary) = (entry.text.html(), entry.text.summary());
    let brief = entry.is_brief();
    let item = JsonItem {
        id: &entry.id,
        url: Some(entry.url.as_str()).filter(|url| !brief || *url != entry.id),
        title: Some(entry.title.as_str()).filter(|_| !brief),
        content_html: html,
        content_text: Some(summary.unwrap_or(&entry.title)).filter(|_| html.is_none()),
        summary: summary.filter(|_| html.is_some()),
        date_published: moment(entry.published),
        date_modified: Some(entry.modified).filter(|day| !brief || *day != entry.published).map(moment),
        tags: entry.categories.iter().map(|category| category.label.as_str()).collect(),
        _planbook: (!brief).then(|| Terms {
            terms: entry.categories.iter().map(|category| category.term.as_str()).collect(),
            evidence: &entry.evidence,
        }),
    };
    serde_json::to_vec(&item).map_err(refused)
}

pub(super) fn write(feed: &Feed<'_>) -> FeedResult<Vec<u8>> {
    let json = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page,
        // A program knows a feed by this, so an archive has that of its feed.
        feed_url: feed.archive_of.as_deref().unwrap_or(&feed.address),
        next_url: feed.older.as_deref(),
        description: &feed.as_of_note,
        language: &feed.language,
        authors: [Author { name: &feed.author, url: &feed.site }],
        _planbook: Extension {
            about: "as_of: the as-of date of the feed. terms: the ids behind the tags, as in URLs. evidence: the documents that an entry cites.",
            as_of: feed.as_of.to_string(),
            audience: feed.audience,
            licence: feed.licence,
            generator: concat!("planbook ", env!("CARGO_PKG_VERSION")),
        },
        items: [],
    };
    let mut bytes = serde_json::to_vec(&json).map_err(refused)?;
    bytes.truncate(bytes.len().saturating_sub(END.len()));
    bytes.reserve(feed.entries.iter().map(|entry| entry.json.len() + 1).sum::<usize>() + END.len() + 1);
    for (index, entry) in feed.entries.iter().enumerate() {
        if index > 0 {
            bytes.push(b',');
        }
        bytes.extend_from_slice(&entry.json);
    }
    bytes.extend_from_slice(END);
    bytes.push(b'\n');
    Ok(bytes)
}
