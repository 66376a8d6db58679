//! Puts the views of one page together: addresses relative to it, words of its language, and abbreviations explained at
//! their first use.

pub(super) mod contents;
mod links;
mod updates;

use std::collections::BTreeSet;

use super::Context;
use super::view::{AgencyView, DateView, ItemRow, LinkView, NativeNameView, StandingView, StatusView};
use crate::date::{Date, Day};
use crate::markdown::{Fragment, Link, PictureFile, Resolver, Target};
use crate::outline::OutlineId;
use crate::parse::NativeName;
use crate::plan::{Agency, CurrentStatus, Index as _, Item, Ix, Links, Plan, RecordIx, Role};
use crate::render::Messages;
use crate::route::Route;
use crate::vocabulary::{Audience, Basis, Degree, Outcome, Status};

/// Where a text stands on its page: its headings go below those around it.
#[derive(Debug, Clone, Copy)]
pub enum Within<'a> {
    /// Below the title of the page.
    Page,
    /// In a section with a heading.
    Section,
    /// In a list below a heading, in an entry with a heading. What its ids begin with keeps them apart from others.
    List(&'a str),
}

/// The views of one page.
pub struct ViewBuilder<'c> {
    /// What all pages share.
    pub context: &'c Context,
    /// The page.
    pub route: Route,
    root: String,
    explained: BTreeSet<&'c str>,
}

impl<'c> ViewBuilder<'c> {
    /// Begins a page.
    pub fn new(context: &'c Context, route: Route) -> Self {
        let root = route.to_root();
        Self { context, route, root, explained: BTreeSet::new() }
    }

    /// The same, for a page whose links must begin with something else.
    pub fn with_root(context: &'c Context, route: Route, root: String) -> Self {
        Self { context, route, root, explained: BTreeSet::new() }
    }

    /// The published plan.
    pub fn plan(&self) -> &'c Plan {
        &self.context.published.plan
    }

    /// The words of the page's language.
    pub fn messages(&self) -> &'c Messages {
        &self.context.theme.messages
    }

    /// The day as of which the story is told.
    pub fn as_of(&self) -> Day {
        self.context.published.as_of
    }

    /// A word for a key, as an owned text.
    pub fn word(&self, key: &str) -> String {
        self.messages().get(key).to_owned()
    }

    /// The name of a language, or its code where the theme has no name for it.
    pub fn language(&self, code: &str) -> String {
        self.messages().find(&format!("language-{code}")).unwrap_or(code).to_owned()
    }

    /// A date for the page.
    pub fn date(&self, date: &Date) -> DateView {
        DateView::new(date, self.messages())
    }

    /// A text with its links and abbreviations.
    pub fn text(&mut self, body: &Fragment, links: &Links, within: Within<'_>) -> String {
        let mut html = String::new();
        let mut explained = std::mem::take(&mut self.explained);
        let shown = links.to.iter().map(|record| record.map(|record| self.link(record))).collect();
        let mut resolver =
            PageResolver { builder: self, body, links, shown, explained: &mut explained, within };
        body.write(&mut html, &mut resolver);
        self.explained = explained;
        html
    }

    /// What a reference of a text is called, where the text has no words for it. What this site must not name is called
    /// by the number that the plan gives it, or by nothing at all.
    fn name_in_text(&self, body: &Fragment, links: &Links, reference: usize) -> String {
        if let Some(record) = links.to.get(reference).copied().flatten() {
            return self.name(record);
        }
        let id = match body.references().get(reference).map(|found| &found.target) {
            Some(Target::Id(id)) => OutlineId::parse_number(id),
            _ => None,
        };
        let numbering = self.context.config.numbering;
        id.map_or_else(|| self.word("not-shown"), |id| id.number(numbering))
    }

    /// An agency in a role.
    pub fn agency(&self, role: Role) -> AgencyView {
        let internal = role.audience == Audience::Internal;
        AgencyView { internal, ..self.agency_view(role.agency, role.basis == Basis::Inferred) }
    }

    fn agency_view(&self, ix: Ix<Agency>, inferred: bool) -> AgencyView {
        let agency = &self.plan().agencies.at(ix).document;
        AgencyView {
            href: self.record_href(RecordIx::Agency(ix)),
            name: agency.name.clone(),
            short: agency.abbreviation.clone().unwrap_or_else(|| agency.name.clone()),
            inferred,
            internal: false,
            now: self.plan().successor_now(ix).map(|now| self.link(RecordIx::Agency(now))),
        }
    }

    /// Agencies in their roles.
    pub fn roles(&self, roles: &[Role]) -> Vec<AgencyView> {
        roles.iter().map(|role| self.agency(*role)).collect()
    }

    /// A name in another language.
    pub fn native_name(name: Option<&NativeName>) -> Option<NativeNameView> {
        name.map(|name| NativeNameView { text: name.text.clone(), lang: name.lang.clone() })
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

    /// The status of an item's standing.
    pub fn status_of(&self, current_status: &CurrentStatus) -> StatusView {
        self.status(current_status.status, current_status.degree, current_status.outcome)
    }

    /// A standing with what it rests on.
    pub fn current_status(&self, current_status: &CurrentStatus) -> StandingView {
        let update = current_status.since.map(|ix| (ix, &self.plan().updates.at(ix).document));
        StandingView {
            status: self.status_of(current_status),
            since: update.map(|(_, update)| self.date(&update.date.value)),
            update: update.map(|(ix, _)| self.link(RecordIx::Update(ix))),
            evidence: update.map(|(_, update)| self.evidence(&update.evidence)).unwrap_or_default(),
            from_parts: current_status.from_parts,
        }
    }

    /// An item in a list.
    pub fn item_row(&self, ix: Ix<Item>) -> ItemRow {
        let item = self.plan().items.at(ix);
        let current_status = self.context.current_status(ix);
        let latest = self.plan().newest_report(item.updates.iter(), self.as_of());
        ItemRow {
            href: self.record_href(RecordIx::Item(ix)),
            id: item.document.id.as_str().to_owned(),
            number: self.number(ix),
            title: item.document.title.value.clone(),
            kind_key: item.document.kind.word().to_owned(),
            kind: self.word(&["kind-", item.document.kind.word()].concat()),
            status: self.status_of(current_status),
            lead: self.roles(&item.lead),
            latest: latest.map(|ix| self.date(&self.plan().updates.at(ix).document.date.value)),
            updates: item.updates.len(),
            depth: item.document.id.depth().saturating_sub(2),
            inferred: false,
        }
    }

    /// An age in words: days, then months, then years.
    pub fn age(&self, days: i64) -> String {
        match days {
            ..60 => self.messages().count("age-days", days),
            60..730 => self.messages().count("age-months", days / 30),
            _ => self.messages().count("age-years", days * 400 / 146_097),
        }
    }

    /// From when to when something existed, in words.
    pub fn valid(&self, valid: &crate::parse::Validity) -> Option<String> {
        let word = |key: &str, date: &Date| self.messages().with(key, &[("date", &self.date(date).text)]);
        let from = valid.from.as_ref().map(|date| word("valid-from", date));
        let to = valid.to.as_ref().map(|date| word("valid-to", date));
        match (from, to) {
            (Some(from), Some(to)) => Some(format!("{from} {to}")),
            (from, to) => from.or(to),
        }
    }
}

/// At most so many characters, cut at a space.
pub(super) fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &text[..cut])
        }
    }
}

/// Fills the holes of one text.
struct PageResolver<'a, 'c> {
    builder: &'a ViewBuilder<'c>,
    body: &'a Fragment,
    links: &'a Links,
    /// Address and name of each reference, made once: a text asks for them several times.
    shown: Vec<Option<LinkView>>,
    explained: &'a mut BTreeSet<&'c str>,
    within: Within<'a>,
}

impl Resolver for PageResolver<'_, '_> {
    fn link(&mut self, reference: usize) -> Option<Link> {
        let LinkView { mut href, text: name } = self.shown.get(reference)?.clone()?;
        if let Some(Target::File { fragment: Some(fragment), .. }) =
            self.body.references().get(reference).map(|found| &found.target)
        {
            href.push('#');
            href.push_str(fragment);
        }
        Some(Link { href, name })
    }

    fn picture(&mut self, reference: usize) -> Option<PictureFile> {
        let Some(RecordIx::Attachment(ix)) = self.links.to.get(reference).copied().flatten() else {
            return None;
        };
        let size = self.builder.plan().attachments.at(ix).document.size?;
        Some(PictureFile { href: self.builder.record_href(RecordIx::Attachment(ix)), size })
    }

    fn unnamed(&self, reference: usize) -> String {
        self.builder.name_in_text(self.body, self.links, reference)
    }

    fn internal_mark(&self) -> &str {
        self.builder.messages().get("internal-mark")
    }

    fn expansion(&mut self, word: &str) -> Option<String> {
        let (word, expansion) = self.builder.context.abbreviations.get_key_value(word)?;
        self.explained.insert(word.as_str()).then(|| expansion.clone())
    }

    fn id_prefix(&self) -> &str {
        match self.within {
            Within::Page | Within::Section => "",
            Within::List(prefix) => prefix,
        }
    }

    fn lower_headings(&self) -> usize {
        match self.within {
            Within::Page => 0,
            Within::Section => 1,
            Within::List(_) => 2,
        }
    }
}
