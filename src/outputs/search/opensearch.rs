//! What tells a browser how to search the site from its own box.

use super::super::output::{OutputPage, bytes};
use crate::language_marks::unmarked;
use crate::markdown::escape;
use crate::page::Context;

/// The file of a language, where the book says where its site stands: a browser asks from anywhere.
pub(super) fn description(context: &Context) -> Option<OutputPage> {
    let root = context.site_url()?;
    let base = context.base.as_str();
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n",
    );
    let mut add = |start: &str, value: &str, end: &str| {
        text.push_str(start);
        escape(value, &mut text);
        text.push_str(end);
        text.push('\n');
    };
    // The standard has room for 16 letters here.
    let title = unmarked(&context.config.title);
    let short: String = title.chars().take(16).collect();
    add("<ShortName>", short.trim(), "</ShortName>");
    add("<Description>", &title, "</Description>");
    add("<InputEncoding>", "UTF-8", "</InputEncoding>");
    add("<Language>", context.config.language(), "</Language>");
    let address = format!("{root}{base}search/?q={{searchTerms}}");
    add("<Url type=\"text/html\" template=\"", &address, "\"/>");
    text.push_str("</OpenSearchDescription>\n");
    Some(bytes(path(context), text.into_bytes()))
}

pub(super) fn path(context: &Context) -> String {
    [context.base.as_str(), "opensearch.xml"].concat()
}
