//! What kind of file a path is, as browsers need it.

/// Endings and their types. A file of another kind is offered for saving.
const TABLE: &[(&str, &str)] = &[
    (".html", "text/html; charset=utf-8"),
    // Feeds before the rest of their kind: a reader knows them by their type.
    ("feed.xml", "application/atom+xml"),
    ("feed.json", "application/feed+json"),
    (".css", "text/css; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"),
    (".json", "application/json"),
    (".jsonl", "application/jsonl; charset=utf-8"),
    (".jsonld", "application/ld+json; charset=utf-8"),
    (".svg", "image/svg+xml"),
    (".xml", "application/xml"),
    (".ics", "text/calendar; charset=utf-8"),
    (".csv", "text/csv; charset=utf-8"),
    (".txt", "text/plain; charset=utf-8"),
    (".md", "text/markdown; charset=utf-8"),
    (".cff", "text/plain; charset=utf-8"),
    ("_headers", "text/plain; charset=utf-8"),
    (".png", "image/png"),
    (".jpg", "image/jpeg"),
    (".jpeg", "image/jpeg"),
    (".gif", "image/gif"),
    (".webp", "image/webp"),
    (".avif", "image/avif"),
    (".ico", "image/x-icon"),
    (".pdf", "application/pdf"),
    (".woff2", "font/woff2"),
    (".woff", "font/woff"),
    (".ttf", "font/ttf"),
    (".otf", "font/otf"),
    (".webmanifest", "application/manifest+json"),
];

/// The type of the file at a path.
pub(super) fn of(path: &str) -> &'static str {
    let lower = path.to_ascii_lowercase();
    TABLE.iter().find(|(end, _)| lower.ends_with(end)).map_or("application/octet-stream", |(_, media)| media)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_pages_announce_as_markdown_is_sent_as_it() {
        assert_eq!(of("items/1.1/index.md"), "text/markdown; charset=utf-8");
        assert_eq!(of("plan.XML"), "application/xml");
    }
}
