//! Documents to a plan: every id is looked up, once, here.
//!
//! 1. Records are [`Listed`] in the order in which they are shown, and get their index ([`Names`] remembers which id has
//!    which).
//! 2. References are looked up in the names; what does not exist is reported and left out.
//! 3. Each connection is written down on the other side too.

mod again;
mod connect;
mod dictionary;
mod listed;
mod names;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use again::{Last, assemble_again};
use connect::Connect;
use listed::Listed;
use names::Names;
use rayon::prelude::*;

use super::{About, Agency, Area, Attachment, Edition, Forum, Item, Links, Page, Plan, Source, Update};
use crate::diag::{Diagnostic, Span, code};
use crate::outline::OutlineId;
use crate::parse::{AreaDocument, Documents, ItemDocument, UpdateDocument};

/// Puts a plan together. What is wrong with the connections between records is reported.
pub fn assemble(documents: &Documents) -> (Plan, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    if documents.plan.is_none() && !documents.unreadable.contains("plan") {
        diagnostics.push(
            Diagnostic::placeless(code::NO_PLAN, "content/plan.md does not exist or cannot be read")
                .help("create it with a `title`, the `parties` and the date on which the plan was `adopted`"),
        );
    }
    let editions = documents.editions.iter().map(|it| edition(it, &mut diagnostics)).collect();
    let mut listed = Listed::of(documents);
    let homeless = listed.drop_items_without_area(documents, &mut diagnostics);
    let ids = names::own_ids(&mut listed, &mut diagnostics);
    let names = Names::of(&listed, ids, documents, homeless);
    let mut plan = Plan { editions, ..begin(documents, &listed) };
    Connect::new(&mut plan, &listed, &names, &mut diagnostics).everything();
    (plan, diagnostics)
}

/// Every record in its place, connected to nothing yet.
fn begin(documents: &Documents, listed: &Listed<'_>) -> Plan {
    let adopted = documents.plan.as_ref().map(|plan| plan.adopted.value.earliest);
    let begin_update = |document: &&Arc<UpdateDocument>| {
        let baseline = adopted.is_some_and(|adopted| document.last_day() < adopted);
        update(Arc::clone(document), baseline)
    };
    let about = documents.plan.clone().map(|document| About {
        document,
        source: None,
        links: Links::default(),
        updates: Vec::new(),
    });
    let forum =
        |document| Forum { document, items: Vec::new(), updates: Vec::new(), links: Links::default() };
    let source = |document| Source { document, items: Vec::new(), links: Links::default() };
    Plan {
        about,
        areas: listed.areas.iter().copied().cloned().map(area).collect(),
        items: listed.items.par_iter().copied().cloned().map(item).collect(),
        updates: listed.updates.par_iter().map(begin_update).collect(),
        agencies: listed.agencies.iter().copied().cloned().map(agency).collect(),
        forums: listed.forums.iter().copied().cloned().map(forum).collect(),
        sources: listed.sources.iter().copied().cloned().map(source).collect(),
        pages: (listed.pages.iter().copied().cloned())
            .map(|document| Page { document, links: Links::default() })
            .collect(),
        attachments: (listed.attachments.iter().copied().cloned())
            .map(|document| Attachment { document, links: Links::default() })
            .collect(),
        editions: Vec::new(),
    }
}

fn area(document: Arc<AreaDocument>) -> Area {
    Area { document, items: Vec::new(), lead: Vec::new(), updates: Vec::new(), links: Links::default() }
}

fn item(document: Arc<ItemDocument>) -> Item {
    Item {
        document,
        // Set by `connect`.
        area: super::Ix::new(0),
        parent: None,
        parts: Vec::new(),
        lead: Vec::new(),
        supporting: Vec::new(),
        updates: Vec::new(),
        same_as: Vec::new(),
        related: Vec::new(),
        depends_on: Vec::new(),
        forums: Vec::new(),
        continues: Vec::new(),
        source: None,
        links: Links::default(),
    }
}

fn update(document: Arc<UpdateDocument>, baseline: bool) -> Update {
    Update {
        document,
        items: Vec::new(),
        areas: Vec::new(),
        by: Vec::new(),
        forum: None,
        corrects: None,
        corrected_by: None,
        baseline,
        links: Links::default(),
    }
}

fn agency(document: Arc<crate::parse::AgencyDocument>) -> Agency {
    Agency {
        document,
        parent: None,
        children: Vec::new(),
        successor: None,
        predecessors: Vec::new(),
        leads: Vec::new(),
        supports: Vec::new(),
        updates: Vec::new(),
        links: Links::default(),
    }
}

/// Another edition: an outline of its own. Two of its records on one number, and an item in the folder of another area,
/// are reported.
fn edition(documents: &crate::parse::EditionDocuments, diagnostics: &mut Vec<Diagnostic>) -> Edition {
    let mut areas = documents.areas.clone();
    areas.sort_by(|a, b| a.number.value.cmp(&b.number.value));
    let mut items = documents.items.clone();
    items.sort_by(|a, b| a.id.cmp(&b.id));
    let mut twice = |id: &str, first: Span, second: Span| {
        diagnostics.push(
            Diagnostic::new(
                code::DUPLICATE_ID,
                second,
                format!("the edition {} has the number {id} twice", documents.name),
            )
            .label(first, "the first one")
            .help("rename one of the two files"),
        );
    };
    for pair in areas.windows(2).filter(|pair| pair[0].number.value == pair[1].number.value) {
        twice(pair[0].number.value.as_str(), pair[0].number.span, pair[1].number.span);
    }
    for pair in items.windows(2).filter(|pair| pair[0].id == pair[1].id) {
        twice(pair[0].id.as_str(), pair[0].record.span, pair[1].record.span);
    }
    let folders: BTreeMap<&str, &AreaDocument> =
        areas.iter().rev().map(|area| (area.folder.as_str(), &**area)).collect();
    for item in &items {
        match folders.get(item.folder.as_str()) {
            Some(area) if area.number.value.as_str() != item.id.area() => {
                diagnostics.push(wrong_folder(item, &area.number.value))
            }
            Some(_) => {}
            None => diagnostics.push(no_area(item)),
        }
    }
    Edition { name: documents.name.clone(), about: documents.plan.clone(), areas, items }
}

fn no_area(item: &ItemDocument) -> Diagnostic {
    Diagnostic::new(
        code::UNKNOWN_AREA,
        item.record.span,
        format!("the folder {} has no area.md", item.folder),
    )
    .help("put an area.md with `number` and `title` into the folder")
}

/// Says that an item stands in the folder of an area that it does not belong to.
fn wrong_folder(item: &ItemDocument, area: &OutlineId) -> Diagnostic {
    let message = format!("item {} is in the folder of area {}", item.id.as_str(), area.as_str());
    Diagnostic::new(code::FILE_NAME, item.record.span, message).help(format!(
        "move the file to the folder of area {}, or correct the number in its name",
        item.id.area()
    ))
}
