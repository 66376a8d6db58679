//! Agencies, statuses and items, as rows of lists and as facts of pages.

use super::builder::ViewBuilder;
use super::field_filters::values_of;
use super::views::{
    AgencyView, EvidenceView, ItemRow, LinkView, NativeNameView, OutlookMark, StandingView, StatusView,
};
use crate::direction::can_be_in;
use crate::facts::CurrentStatus;
use crate::parse::Evidence;
use crate::plan::{Agency, Index as _, Item, Ix, Named, RecordIx, Role};
use crate::vocabulary::{Audience, Degree, Outcome, Outlook, RoleBasis, Status};

impl ViewBuilder<'_> {
    /// An agency in a role.
    pub fn agency(&self, role: &Role) -> AgencyView {
        AgencyView {
            internal: role.audience == Audience::Internal,
            later: role.basis == RoleBasis::Later,
            role: role.role().map(str::to_owned),
            person: role.person().map(str::to_owned),
            since: self.role_since(role),
            source: self.role_source(role),
            ..self.agency_view(role.agency, role.basis == RoleBasis::Inferred)
        }
    }

    /// Since when an agency has a role, in words.
    pub(super) fn role_since(&self, role: &Role) -> Option<String> {
        let date = self.date(role.since()?).text;
        Some(self.messages().with("named-since", &[("date", &date)]))
    }

    /// The later source that names it.
    pub(super) fn role_source(&self, role: &Role) -> Option<LinkView> {
        role.source.map(|source| self.link(RecordIx::Source(source)))
    }

    pub(super) fn agency_view(&self, ix: Ix<Agency>, inferred: bool) -> AgencyView {
        let texts = self.texts();
        AgencyView {
            href: self.record_href(RecordIx::Agency(ix)),
            name: texts.title(ix).to_owned(),
            short: texts.short_name(ix).to_owned(),
            inferred,
            later: false,
            role: None,
            person: None,
            since: None,
            source: None,
            internal: false,
            now: self.plan().successor_now(ix).map(|now| self.link(RecordIx::Agency(now))),
        }
    }

    /// Agencies in their roles.
    pub fn roles(&self, roles: &[Role]) -> Vec<AgencyView> {
        roles.iter().map(|role| self.agency(role)).collect()
    }

    /// The name of an agency or forum in its own language.
    pub fn native_name<T: Named>(&self, ix: Ix<T>) -> Option<NativeNameView> {
        self.texts()
            .native_name(ix)
            .map(|name| NativeNameView { text: name.text.clone(), lang: name.lang.clone() })
    }

    /// A status in words; `None` is an item without a status of its own.
    pub fn status(
        &self,
        status: Option<Status>,
        degree: Option<Degree>,
        outcome: Option<Outcome>,
    ) -> StatusView {
        let key = status.map_or("none", Status::word);
        let degree = degree.map(|degree| self.word(&format!("degree-{}", degree.word())));
        let outcome = outcome.map(|outcome| self.word(&format!("outcome-{}", outcome.word())));
        StatusView {
            key: key.to_owned(),
            text: self.word(&["status-", key].concat()),
            detail: degree.or(outcome),
        }
    }

    /// An outlook in words.
    pub fn outlook(&self, outlook: Outlook) -> String {
        self.word(&["outlook-", outlook.word()].concat())
    }

    /// The newest outlook of an item, in words that say that it was reported.
    pub fn outlook_mark(&self, ix: Ix<Item>) -> Option<OutlookMark> {
        let (_, outlook) = self.context.facts_of(ix).outlook?;
        let text = self.word(&["progress-reported-", outlook.word()].concat());
        Some(OutlookMark { key: outlook.word().to_owned(), text })
    }

    /// The word for a current status.
    pub fn status_of(&self, current_status: &CurrentStatus) -> StatusView {
        self.status(current_status.status, current_status.degree, current_status.outcome)
    }

    /// A current status with what it rests on.
    pub fn current_status(&self, current_status: &CurrentStatus) -> StandingView {
        let update = current_status.confirmed.map(|ix| (ix, &self.plan().updates.at(ix).document));
        let day = |ix| self.date(&self.plan().updates.at(ix).document.date.value);
        let confirmed = current_status.confirmed.filter(|ix| current_status.since != Some(*ix));
        StandingView {
            status: self.status_of(current_status),
            since: current_status.since.map(day),
            confirmed: confirmed.map(day),
            update: update.map(|(ix, _)| self.link(RecordIx::Update(ix))),
            evidence: update.map(|(_, update)| self.evidence(&update.evidence)).unwrap_or_default(),
            from_parts: current_status.from_parts,
        }
    }

    /// An item in a list.
    pub fn item_row(&self, ix: Ix<Item>) -> ItemRow {
        let item = self.plan().items.at(ix);
        let current_status = self.context.current_status(ix);
        let latest = self.context.facts_of(ix).newest_report;
        ItemRow {
            href: self.record_href(RecordIx::Item(ix)),
            id: item.document.id.as_str().to_owned(),
            number: self.number(ix),
            title: self.texts().title(ix).to_owned(),
            kind_key: item.document.kind.word().to_owned(),
            kind: self.word(&["kind-", item.document.kind.word()].concat()),
            status: self.status_of(current_status),
            outlook: self.outlook_mark(ix),
            lead: self.roles(&item.lead),
            latest: latest.map(|ix| self.date(&self.plan().updates.at(ix).document.date.value)),
            tags: self.tag_names(ix),
            fields: values_of(self.context, &item.document.record),
            updates: item.updates.len(),
            depth: self.plan().item_depth(ix),
            inferred: false,
            later: false,
            role: None,
            person: None,
            since: None,
            source: None,
        }
    }

    /// The documents that show something.
    pub fn evidence(&self, evidence: &[Evidence]) -> Vec<EvidenceView> {
        evidence
            .iter()
            .map(|evidence| {
                let lang = evidence.lang.clone().filter(|lang| lang != self.context.config.language());
                // The language is that of the document; its title may be given in another.
                let title_lang = lang.clone().filter(|lang| can_be_in(lang, &evidence.title));
                EvidenceView {
                    title_lang,
                    title: evidence.title.clone(),
                    url: evidence.url.clone(),
                    class: evidence.class.map(|class| self.word(&format!("evidence-{}", class.word()))),
                    lang_name: lang.as_deref().map(|code| self.language(code)),
                    lang,
                    date: evidence.date.as_ref().map(|date| self.date(date)),
                    archived: evidence.archived.clone(),
                    internal: evidence.audience == Audience::Internal,
                }
            })
            .collect()
    }
}
