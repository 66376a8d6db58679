//! What a page is, for search engines: schema.org in JSON-LD, in a block of data that no browser runs.

mod linker;
mod records;
mod script;

use serde_json::{Map, Value, json};

use super::builder::ViewBuilder;
use super::views::{HeadView, LinkView};
use crate::config::OptionalOutput;
use crate::language_marks::ORIGINAL;
use crate::plan::{Index as _, RecordIx};
use crate::route::Route;
use linker::{Linker, iso, organization, terms};
use script::harmless;

/// The block of a page, ready to stand in a `<script>`.
pub(super) fn block(builder: &ViewBuilder<'_>, record: Option<RecordIx>, head: &HeadView) -> String {
    let linker = Linker { builder };
    let mut nodes = vec![linker.page(record, head)];
    nodes.extend(linker.breadcrumbs(head));
    if record == Some(RecordIx::Plan) && builder.context.config.makes(OptionalOutput::Data) {
        nodes.push(linker.dataset());
    }
    for node in &mut nodes {
        drop_nothing(node);
    }
    harmless(&json!({ "@context": "https://schema.org", "@graph": nodes }).to_string())
}

/// Takes out keys without a value.
fn drop_nothing(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.values_mut().for_each(drop_nothing);
            map.retain(|_, value| !is_nothing(value));
        }
        Value::Array(values) => values.iter_mut().for_each(drop_nothing),
        _ => {}
    }
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

impl Linker<'_, '_> {
    /// The record that the page is of, else the page itself.
    fn page(&self, record: Option<RecordIx>, head: &HeadView) -> Value {
        let mut node = match record {
            Some(RecordIx::Plan) => json!({ "@type": "WebSite" }),
            Some(RecordIx::Area(ix)) => {
                let plan = self.builder.plan();
                let area = plan.areas.at(ix);
                let inner = plan.areas_in(ix).map(|inner| self.named_area(inner));
                let items = area.items.iter().map(|item| self.named_item(*item));
                json!({
                    "@type": "CreativeWork",
                    "identifier": area.document.number.value.as_str(),
                    "hasPart": inner.chain(items).collect::<Vec<_>>(),
                })
            }
            Some(RecordIx::Item(ix)) => self.item(ix),
            Some(RecordIx::Update(ix)) => self.update(ix),
            Some(RecordIx::Agency(ix)) => self.agency(ix),
            Some(RecordIx::Forum(ix)) => self.forum(ix),
            Some(RecordIx::Source(ix)) => self.source(ix),
            Some(RecordIx::Page(_) | RecordIx::Attachment(_)) | None => json!({ "@type": "WebPage" }),
        };
        if let Some(node) = node.as_object_mut() {
            self.common(node, record, head);
        }
        node
    }

    /// What is said of every page in the same way.
    fn common(&self, node: &mut Map<String, Value>, record: Option<RecordIx>, head: &HeadView) {
        let config = &self.builder.context.config;
        let is_plan = record == Some(RecordIx::Plan);
        let name = if is_plan { &config.title } else { &head.title };
        node.insert("name".to_owned(), json!(name));
        node.insert("description".to_owned(), json!(head.description));
        node.insert("url".to_owned(), json!(head.canonical));
        // What the page tells of is not of the site: it has its own language, and is no part of it.
        let is_elsewhere =
            matches!(record, Some(RecordIx::Agency(_) | RecordIx::Forum(_) | RecordIx::Source(_)))
                || node.contains_key("startDate");
        if !is_elsewhere {
            let language = self.languages_of(node);
            node.insert("inLanguage".to_owned(), language);
        }
        if !is_elsewhere && !is_plan {
            let site = json!({ "@type": "WebSite", "name": config.title, "url": config.base_url });
            node.insert("isPartOf".to_owned(), site);
        }
    }

    /// The languages of what is said of a page: that of the site, that in which the content was written where nothing is
    /// translated, or both.
    fn languages_of(&self, node: &Map<String, Value>) -> Value {
        let context = self.builder.context;
        let own = context.config.language();
        let Some(original) = context.theme.original() else { return json!(own) };
        let texts = ["name", "description", "text"].into_iter().filter_map(|key| node.get(key)?.as_str());
        let (untranslated, translated): (Vec<_>, Vec<_>) = texts.partition(|text| text.contains(ORIGINAL));
        match (untranslated.is_empty(), translated.is_empty()) {
            (true, _) => json!(own),
            (false, true) => json!(original),
            (false, false) => json!([own, original]),
        }
    }

    /// The data of the site, so that search engines for data find it.
    fn dataset(&self) -> Value {
        let (context, texts) = (self.builder.context, self.builder.texts());
        let config = &context.config;
        let about = context.published.plan.about.as_ref().map(|about| &about.document);
        let (base, folder) = (config.base_url.as_deref(), Route::DATA);
        let download = |(path, format): (&str, &str)| {
            let address = base.map(|base| format!("{base}{folder}/{path}"));
            json!({ "@type": "DataDownload", "name": path, "encodingFormat": format, "contentUrl": address })
        };
        let files = [
            ("plan.json", "application/json"),
            ("areas.csv", "text/csv"),
            ("items.csv", "text/csv"),
            ("updates.csv", "text/csv"),
            ("agencies.csv", "text/csv"),
            ("forums.csv", "text/csv"),
            ("updates.jsonl", "application/x-ndjson"),
        ];
        json!({
            "@type": "Dataset",
            "name": config.title,
            "description": config.description.clone().unwrap_or_else(|| self.builder.word("data-note")),
            "url": base.map(|base| format!("{base}{folder}/")),
            "version": context.published.as_of.to_string(),
            "dateModified": context.published.as_of.to_string(),
            "inLanguage": config.language(),
            "isAccessibleForFree": true,
            "license": context.licence().map(terms),
            "about": about.map(|plan| json!({
                "@type": "CreativeWork",
                "name": texts.plan_title(),
                "author": texts.parties().iter().map(|name| organization(name)).collect::<Vec<_>>(),
                "datePublished": iso(Some(&plan.adopted.value)),
            })),
            "distribution": files.into_iter().map(download).collect::<Vec<_>>(),
        })
    }

    /// The way from the home page, which needs full URLs.
    fn breadcrumbs(&self, head: &HeadView) -> Option<Value> {
        let base = self.builder.context.site_url()?;
        let plan = self.builder.context.base.as_str();
        let here = head.canonical.clone().filter(|_| !head.breadcrumbs.is_empty())?;
        let whole = |link: &LinkView| {
            // The way to the site's root is the longer one, where the plan stands elsewhere.
            let own = || link.href.strip_prefix(&head.home).map(|path| (plan, path));
            let (start, path) = link
                .href
                .strip_prefix(&head.root)
                .map_or_else(own, |path| Some(("", path)))
                .unwrap_or(("", &link.href));
            format!("{base}{start}{}", path.strip_suffix("index.html").unwrap_or(path))
        };
        let way = head.breadcrumbs.iter().map(|link| (link.text.clone(), whole(link)));
        let entries = way.chain(std::iter::once((head.title.clone(), here))).enumerate().map(
            |(at, (name, address))| {
                json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": address })
            },
        );
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": entries.collect::<Vec<_>>() }))
    }
}
