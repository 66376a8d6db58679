//! Every record in its place, connected to nothing yet.

use std::sync::Arc;

use rayon::prelude::*;

use super::ordered_records::OrderedRecords;
use crate::parse::{AgencyDocument, AreaDocument, Documents, ItemDocument, UpdateDocument};
use crate::plan::{About, Agency, Area, Attachment, Forum, Item, Ix, Links, Page, Plan, Source, Update};

/// Every record in its place, connected to nothing yet.
pub(super) fn begin(documents: &Documents, records: &OrderedRecords<'_>) -> Plan {
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
    let source =
        |document| Source { document, items: Vec::new(), roles: Vec::new(), links: Links::default() };
    Plan {
        about,
        areas: records.areas.iter().copied().cloned().map(area).collect(),
        items: records.items.par_iter().copied().cloned().map(item).collect(),
        updates: records.updates.par_iter().map(begin_update).collect(),
        agencies: records.agencies.iter().copied().cloned().map(agency).collect(),
        forums: records.forums.iter().copied().cloned().map(forum).collect(),
        sources: records.sources.iter().copied().cloned().map(source).collect(),
        pages: (records.pages.iter().copied().cloned())
            .map(|document| Page { document, links: Links::default() })
            .collect(),
        attachments: (records.attachments.iter().copied().cloned())
            .map(|document| Attachment { document, links: Links::default(), has_use: false })
            .collect(),
        edition: documents.edition.clone(),
        language: documents.language.clone(),
        editions: Vec::new(),
        tags: Vec::new(),
    }
}

fn area(document: Arc<AreaDocument>) -> Area {
    Area {
        document,
        // Set by `connect`.
        parent: None,
        depth: 0,
        items: Vec::new(),
        lead: Vec::new(),
        updates: Vec::new(),
        links: Links::default(),
    }
}

fn item(document: Arc<ItemDocument>) -> Item {
    Item {
        document,
        // Set by `connect`.
        area: Ix::new(0),
        parent: None,
        parts: Vec::new(),
        lead: Vec::new(),
        lead_from: None,
        supporting: Vec::new(),
        updates: Vec::new(),
        same_as: Vec::new(),
        related: Vec::new(),
        depends_on: Vec::new(),
        required_by: Vec::new(),
        due_after: None,
        forums: Vec::new(),
        continues: Vec::new(),
        continued_by: Vec::new(),
        tags: Vec::new(),
        source: None,
        image: None,
        measured: Vec::new(),
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
        corrections: Vec::new(),
        baseline,
        links: Links::default(),
    }
}

fn agency(document: Arc<AgencyDocument>) -> Agency {
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
