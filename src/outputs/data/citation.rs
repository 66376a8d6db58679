//! How to cite the site, in the Citation File Format 1.2.0 that code hosts and reference managers read.

use serde_json::json;

use crate::config::whole_address;
use crate::outputs::output::Bytes;
use crate::page::Context;

/// `CITATION.cff`. Every value is written as JSON, which is YAML too, so that no text can be taken for anything else.
pub(super) fn citation(context: &Context) -> Bytes {
    let config = &context.config;
    let as_of = context.published.as_of.to_string();
    let mut lines = vec![
        ("cff-version", json!("1.2.0")),
        ("message", json!(context.theme.messages.with("cite-message", &[("date", &as_of)]))),
        ("type", json!("dataset")),
        ("title", json!(config.title)),
        ("authors", json!([{ "name": config.title }])),
        ("version", json!(as_of)),
        ("date-released", json!(as_of)),
    ];
    if let Some(description) = &config.description {
        lines.push(("abstract", json!(description)));
    }
    if let Some(base) = &config.base_url {
        lines.push(("url", json!(base)));
    }
    if let Some(repository) = &config.repository {
        lines.push(("repository", json!(repository.url)));
    }
    // The key `license` takes only names of a list, and terms in words are none.
    if let Some(address) = context.licence().filter(|terms| whole_address(terms)) {
        lines.push(("license-url", json!(address)));
    }
    if let Some(about) = &context.published.plan.about {
        let texts = context.texts();
        let authors: Vec<_> = match texts.parties().is_empty() {
            true => vec![json!({ "name": texts.plan_title() })],
            false => texts.parties().iter().map(|party| json!({ "name": party })).collect(),
        };
        let mut reference = json!({
            "type": "government-document",
            "title": texts.plan_title(),
            "authors": authors,
            "year": about.document.adopted.value.year(),
        });
        if let (Some(terms), Some(reference)) = (context.licence(), reference.as_object_mut()) {
            reference.insert("notes".to_owned(), json!(terms));
        }
        lines.push(("references", json!([reference])));
    }
    let text: String = lines.into_iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
    Ok(text.into_bytes())
}
