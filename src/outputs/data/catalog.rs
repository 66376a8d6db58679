//! The files of the open data as a catalogue that data portals harvest: DCAT 3 (<https://www.w3.org/TR/vocab-dcat-3/>), as JSON-LD.

use serde_json::{Map, Value, json};

use super::downloads::downloads;
use super::json::json as written;
use super::parts::Part;
use crate::config::whole_address;
use crate::outputs::output::Bytes;
use crate::page::Context;
use crate::plan::Index as _;
use crate::route::Route;

/// Its path in the site.
pub(super) const PATH: &str = "data/catalog.jsonld";

/// `data/catalog.jsonld`. Without a base-url, its addresses are relative to the file.
pub(super) fn catalog(context: &Context, parts: &[Part]) -> Bytes {
    let config = &context.config;
    let root = config.base_url.as_deref().unwrap_or("../");
    let said = |text: &str| json!({ "@value": text, "@language": config.language() });
    let about = config.description.as_deref().unwrap_or_else(|| context.theme.messages.get("data-note"));
    let as_of = json!({ "@value": context.published.as_of.to_string(), "@type": "xsd:date" });
    let own = || {
        let mut node = Map::new();
        node.insert("dct:title".to_owned(), said(&config.title));
        node.insert("dct:description".to_owned(), said(about));
        node.insert("dct:publisher".to_owned(), publisher(context));
        node.insert("dct:modified".to_owned(), as_of.clone());
        node.insert("dct:language".to_owned(), json!(config.language()));
        if let Some(licence) = context.licence() {
            node.insert("dct:license".to_owned(), terms(licence, config.language()));
        }
        node
    };
    let distribution = downloads(&context.published.plan, parts).into_iter().map(|file| {
        let address = format!("{root}{}", file.path);
        json!({
            "@type": "dcat:Distribution",
            "@id": address,
            "dct:title": file.name(),
            "dct:description": said(context.theme.messages.get(file.about)),
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{}", file.media) },
            "dcat:accessURL": { "@id": format!("{root}{}/", Route::DATA) },
            "dcat:downloadURL": { "@id": address },
        })
    });
    let mut dataset = own();
    dataset.insert("@type".to_owned(), json!("dcat:Dataset"));
    dataset.insert("@id".to_owned(), json!(format!("{root}{}/", Route::DATA)));
    dataset.insert("dcat:landingPage".to_owned(), json!({ "@id": format!("{root}{}/", Route::DATA) }));
    dataset.insert("dcat:keyword".to_owned(), keywords(context));
    dataset.insert("dcat:distribution".to_owned(), distribution.collect());
    let mut catalog = own();
    catalog.insert("@context".to_owned(), vocabularies());
    catalog.insert("@type".to_owned(), json!("dcat:Catalog"));
    catalog.insert("@id".to_owned(), json!(format!("{root}{PATH}")));
    catalog.insert("foaf:homepage".to_owned(), json!({ "@id": root }));
    catalog.insert("dcat:dataset".to_owned(), Value::Object(dataset));
    let editions: Vec<Value> =
        context.editions.iter().map(|edition| of_edition(context, edition, root)).collect();
    if !editions.is_empty() {
        catalog.insert("dcat:catalog".to_owned(), json!(editions));
    }
    written(&Value::Object(catalog))
}

/// The catalogue of another edition, which has its own files: who harvests the first finds all.
fn of_edition(context: &Context, edition: &Context, root: &str) -> Value {
    let folder = edition.base.as_str().strip_prefix(context.base.as_str()).unwrap_or_default();
    json!({
        "@type": "dcat:Catalog",
        "@id": format!("{root}{folder}{PATH}"),
        "dct:title": { "@value": edition.config.title, "@language": edition.config.language() },
    })
}

fn vocabularies() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// Who publishes the files: the site, under its name.
fn publisher(context: &Context) -> Value {
    json!({ "@type": "foaf:Agent", "foaf:name": context.config.title })
}

/// An address of terms as it is; terms in words as a document with that title.
fn terms(licence: &str, language: &str) -> Value {
    match whole_address(licence) {
        true => json!({ "@id": licence }),
        false => json!({
            "@type": "dct:LicenseDocument",
            "dct:title": { "@value": licence, "@language": language },
        }),
    }
}

/// What the plan is about: the titles of its areas, and of the tags that items have.
fn keywords(context: &Context) -> Value {
    let (plan, texts, language) = (&context.published.plan, context.texts(), context.config.language());
    let areas = plan.areas.indices().map(|area| texts.title(area));
    let used = plan.tag_indices().filter(|ix| plan.tag(*ix).is_some_and(|(_, tag)| !tag.items.is_empty()));
    let tags = used.filter_map(|ix| texts.tag(ix)).map(|(tag, _)| tag);
    areas.chain(tags).map(|word| json!({ "@value": word, "@language": language })).collect()
}
