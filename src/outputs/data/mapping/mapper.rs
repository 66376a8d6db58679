//! What makes data of records, and what all records have in common.

use crate::outputs::data::types::{RoleData, Word};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{self, RecordIx};
use crate::route::Route;
use crate::vocabulary::Audience;

/// Makes data of records.
#[derive(Clone, Copy)]
pub(in crate::outputs::data) struct Mapper<'c> {
    pub(in crate::outputs::data) context: &'c Context,
    /// Whether texts are wanted; they take most of the time.
    texts: bool,
}

/// What every record says of itself in the same way.
pub(super) struct Common {
    pub(super) url: String,
    pub(super) summary: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) internal: bool,
    pub(super) body_html: String,
}

impl<'c> Mapper<'c> {
    pub(in crate::outputs::data) fn new(context: &'c Context) -> Self {
        Self { context, texts: true }
    }

    /// For tables, which have no texts.
    pub(in crate::outputs::data) fn without_texts(context: &'c Context) -> Self {
        Self { context, texts: false }
    }

    pub(in crate::outputs::data) fn plan(self) -> &'c plan::Plan {
        &self.context.published.plan
    }

    /// A builder whose addresses do not depend on where the data is: they are whole, or begin at the site's root. It is new
    /// for each record, so that a record is the same in every file.
    pub(super) fn builder(self) -> ViewBuilder<'c> {
        let root = self.context.site_url().unwrap_or_default().to_owned();
        ViewBuilder::with_root(self.context, Route::home(), root)
    }

    /// The address of a record's page: whole, or from the site's root.
    pub(super) fn url(self, record: RecordIx) -> String {
        let (page, place) = self.context.place(record);
        let mut url = self.address(&page);
        if let Some(place) = place {
            url.push('#');
            url.push_str(&place);
        }
        url
    }

    pub(super) fn address(self, route: &Route) -> String {
        self.context.address(route).unwrap_or_else(|| self.context.base.file(route))
    }

    /// The address of a file of the site that is no page: whole, or from the site's root.
    pub(super) fn site_address(self, path: &str) -> String {
        [self.context.site_url().unwrap_or_default(), path].concat()
    }

    pub(super) fn common(self, ix: RecordIx) -> Common {
        let record = self.plan().record(ix).map(|(record, _)| record);
        let aliases =
            record.into_iter().flat_map(|record| record.aliases.iter().chain(&record.former_addresses));
        Common {
            url: self.url(ix),
            summary: self.context.texts().summary(ix).map(str::to_owned),
            aliases: aliases.map(|alias| alias.value.clone()).collect(),
            internal: record.is_some_and(|record| self.builder().is_internal(&record.path)),
            body_html: self.html(ix),
        }
    }

    pub(super) fn html(self, record: RecordIx) -> String {
        if !self.texts {
            return String::new();
        }
        self.context.theme.fragment(self.builder().body(record, Within::Page))
    }

    /// Agencies in their roles.
    pub(super) fn roles(self, roles: &[plan::Role]) -> Vec<RoleData> {
        let role = |role: &plan::Role| RoleData {
            agency: self.agency_id(role.agency),
            basis: Word(role.basis),
            role: role.role().map(str::to_owned),
            person: role.person().map(str::to_owned),
            since: role.since().map(Into::into),
            source: role.source.map(|ix| self.source_id(ix)),
            internal: role.audience == Audience::Internal,
        };
        roles.iter().map(role).collect()
    }
}
