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
    written(&Value::Object(catalog))
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

/// What the plan is about: the titles of its areas.
fn keywords(context: &Context) -> Value {
    let (texts, language) = (context.texts(), context.config.language());
    let areas = context.published.plan.areas.indices();
    areas.map(|area| json!({ "@value": texts.title(area), "@language": language })).collect()
}
