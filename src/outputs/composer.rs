//! Puts the views of one page together: addresses relative to it, words of its language, and abbreviations explained at
//! their first use.

use std::collections::BTreeSet;

use super::Context;
use super::view::{
    AgencyView, AssessmentView, DateView, EvidenceView, HeadView, ItemRow, LinkView, MeetingView,
    NativeNameView, StandingView, StatusView, UpdateRow, UpdateView,
};
use crate::date::{Date, Day};
use crate::markdown::{Fragment, Holes, Link, Target};
use crate::parse::{NativeName, Record};
use crate::plan::{Agency, Index as _, Item, Ix, Links, Plan, RecordIx, Role, Standing, Update};
use crate::render::Words;
use crate::route::{Route, anchor};
use crate::vocabulary::{Basis, Confidence, Degree, MeetingState, Outcome, Scope, Status};

/// The views of one page.
pub struct Composer<'c> {
    /// What all pages share.
    pub context: &'c Context,
    /// The page.
    pub route: Route,
    root: String,
    explained: BTreeSet<&'c str>,
}

impl<'c> Composer<'c> {
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
    pub fn words(&self) -> &'c Words {
        &self.context.theme.words
    }

    /// The day as of which the story is told.
    pub fn as_of(&self) -> Day {
        self.context.published.as_of
    }

    /// A word for a key, as an owned text.
    pub fn word(&self, key: &str) -> String {
        self.words().get(key).to_owned()
    }

    /// The address of another page, from this one.
    pub fn href(&self, to: &Route) -> String {
        to.href(&self.root)
    }

    /// A link to a list, by its name in addresses and the key of its title.
    pub fn list_link(&self, name: &str, title: &str) -> LinkView {
        LinkView { href: self.href(&Route::list(name)), text: self.word(title) }
    }

    /// The address of a record; a short update's is a place on its item's page.
    pub fn record_href(&self, record: RecordIx) -> String {
        let mut href = self.href(&Route::record(self.plan(), record));
        if let RecordIx::Update(ix) = record {
            let update = self.plan().updates.at(ix);
            if update.document.short_form_of.is_some() {
                href.push('#');
                href.push_str(&anchor(update));
            }
        }
        href
    }

    /// A link to a record, under its name.
    pub fn link(&self, record: RecordIx) -> LinkView {
        LinkView { href: self.record_href(record), text: self.name(record) }
    }

    /// Links to items.
    pub fn item_links(&self, items: &[Ix<Item>]) -> Vec<LinkView> {
        items.iter().map(|ix| self.link(RecordIx::Item(*ix))).collect()
    }

    /// What a record is called in a link.
    pub fn name(&self, record: RecordIx) -> String {
        let plan = self.plan();
        match record {
            RecordIx::Plan => plan
                .about
                .as_ref()
                .map_or_else(|| self.context.config.title.clone(), |about| about.document.title.clone()),
            RecordIx::Area(ix) => {
                let area = &plan.areas.at(ix).document;
                format!("{} {}", area.number.value.as_str(), area.title.value)
            }
            RecordIx::Item(ix) => {
                let item = &plan.items.at(ix).document;
                format!("{} {}", self.number(ix), item.title.value)
            }
            RecordIx::Update(ix) => self.update_title(plan.updates.at(ix)),
            RecordIx::Agency(ix) => plan.agencies.at(ix).document.name.clone(),
            RecordIx::Forum(ix) => plan.forums.at(ix).document.name.clone(),
            RecordIx::Source(ix) => plan.sources.at(ix).document.title.clone(),
            RecordIx::Page(ix) => plan.pages.at(ix).document.title.clone(),
        }
    }

    /// An item's number, as shown.
    pub fn number(&self, ix: Ix<Item>) -> String {
        self.plan().items.at(ix).document.id.number(self.context.config.numbering)
    }

    /// A date for the page.
    pub fn date(&self, date: &Date) -> DateView {
        DateView::new(date, self.words())
    }

    /// The head of the page. `section` is the list it is in, `record` what it is made from.
    pub fn head(
        &self,
        title: String,
        section: &str,
        breadcrumbs: Vec<LinkView>,
        record: Option<&Record>,
    ) -> HeadView {
        let config = &self.context.config;
        let summary = record
            .and_then(|record| record.summary.clone().or_else(|| Some(record.body.excerpt().to_owned())));
        let description = summary.filter(|text| !text.is_empty()).or_else(|| config.description.clone());
        let as_of = self.date(&Date::day(self.as_of())).text;
        HeadView {
            description: description.unwrap_or_else(|| format!("{title}. {}", config.title)),
            root: self.root.clone(),
            canonical: config.base_url.as_ref().map(|base| format!("{base}{}", self.route.as_str())),
            section: section.to_owned(),
            area: None,
            breadcrumbs,
            edit: record.and_then(|record| {
                config.repository.as_ref().map(|repository| repository.edit_url(&record.path))
            }),
            noindex: self.context.published.audience == crate::vocabulary::Audience::Internal,
            cite: self
                .words()
                .with("cite-text", &[("title", &title), ("site", &config.title), ("date", &as_of)]),
            title,
        }
    }

    /// Breadcrumbs that begin at the home page.
    pub fn crumbs(&self, rest: Vec<LinkView>) -> Vec<LinkView> {
        let home = LinkView { href: self.href(&Route::home()), text: self.word("home") };
        std::iter::once(home).chain(rest).collect()
    }

    /// A text with its links and abbreviations; `prefix` keeps its ids apart from others on the page.
    pub fn text(&mut self, body: &Fragment, links: &Links, prefix: &str) -> String {
        let mut html = String::new();
        let names = links.to.iter().map(|record| record.map(|record| self.link(record))).collect();
        let mut filler =
            Filler { context: self.context, body, links: names, explained: &mut self.explained, prefix };
        body.write(&mut html, &mut filler);
        html
    }

    /// The records whose texts lead here.
    pub fn referred_by(&self, links: &Links) -> Vec<LinkView> {
        links.from.iter().map(|record| self.link(*record)).collect()
    }

    /// An agency in a role.
    pub fn agency(&self, role: Role) -> AgencyView {
        self.agency_view(role.agency, role.basis == Basis::Inferred)
    }

    fn agency_view(&self, ix: Ix<Agency>, inferred: bool) -> AgencyView {
        let agency = &self.plan().agencies.at(ix).document;
        AgencyView {
            href: self.record_href(RecordIx::Agency(ix)),
            name: agency.name.clone(),
            short: agency.abbreviation.clone().unwrap_or_else(|| agency.name.clone()),
            inferred,
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
    pub fn status_of(&self, standing: &Standing) -> StatusView {
        self.status(standing.status, standing.degree, standing.outcome)
    }

    /// A standing with what it rests on.
    pub fn standing(&self, standing: &Standing) -> StandingView {
        let update = standing.since.map(|ix| (ix, &self.plan().updates.at(ix).document));
        StandingView {
            status: self.status_of(standing),
            since: update.map(|(_, update)| self.date(&update.date.value)),
            update: update.map(|(ix, _)| self.link(RecordIx::Update(ix))),
            evidence: update.map(|(_, update)| self.evidence(&update.evidence)).unwrap_or_default(),
            from_parts: standing.from_parts,
        }
    }

    fn evidence(&self, evidence: &[crate::parse::Evidence]) -> Vec<EvidenceView> {
        evidence
            .iter()
            .map(|evidence| EvidenceView {
                title: evidence.title.clone(),
                url: evidence.url.clone(),
                class: evidence.class.map(|class| self.word(&format!("evidence-{}", class.word()))),
                lang: evidence.lang.clone().filter(|lang| lang != self.context.config.language()),
                date: evidence.date.as_ref().map(|date| self.date(date)),
                archived: evidence.archived.clone(),
            })
            .collect()
    }

    /// An item in a list.
    pub fn item_row(&self, ix: Ix<Item>) -> ItemRow {
        let item = self.plan().items.at(ix);
        let standing = self.plan().standing(ix, self.as_of());
        let latest = self.plan().newest_report(item.updates.iter(), self.as_of());
        ItemRow {
            href: self.record_href(RecordIx::Item(ix)),
            id: item.document.id.as_str().to_owned(),
            number: self.number(ix),
            title: item.document.title.value.clone(),
            kind_key: item.document.kind.word().to_owned(),
            kind: self.word(&["kind-", item.document.kind.word()].concat()),
            status: self.status_of(&standing),
            lead: self.roles(&item.lead),
            latest: latest.map(|ix| self.date(&self.plan().updates.at(ix).document.date.value)),
            updates: item.updates.len(),
            depth: item.document.id.depth().saturating_sub(2),
            inferred: false,
        }
    }

    /// The headline of an update, or the beginning of its text.
    pub fn update_title(&self, update: &Update) -> String {
        match &update.document.title {
            Some(title) => title.clone(),
            None => shorten(update.document.body().excerpt(), 110),
        }
    }

    /// An update in a list.
    pub fn update_row(&self, ix: Ix<Update>) -> UpdateRow {
        let update = self.plan().updates.at(ix);
        let document = &update.document;
        UpdateRow {
            href: self.record_href(RecordIx::Update(ix)),
            date: self.when(update),
            title: self.update_title(update),
            kind: self.word(&["update-kind-", document.kind.value.word()].concat()),
            meeting: self.meeting(update),
            status: self.claimed(update),
            items: self.numbered(&update.items),
            whole_plan: document.whole_plan,
            baseline: update.baseline,
        }
    }

    /// Links to items under their numbers alone.
    fn numbered(&self, items: &[Ix<Item>]) -> Vec<LinkView> {
        items
            .iter()
            .map(|ix| LinkView { href: self.record_href(RecordIx::Item(*ix)), text: self.number(*ix) })
            .collect()
    }

    fn claimed(&self, update: &Update) -> Option<StatusView> {
        let document = &update.document;
        let status = document.status.as_ref()?.value;
        let degree = document.degree.as_ref().map(|degree| degree.value);
        Some(self.status(Some(status), degree, document.outcome.as_ref().map(|outcome| outcome.value)))
    }

    fn meeting(&self, update: &Update) -> Option<MeetingView> {
        let meeting = update.document.meeting.as_ref()?;
        let past = meeting.state.value == MeetingState::Planned && update.document.last_day() < self.as_of();
        let key = if past { "planned-past" } else { meeting.state.value.word() };
        Some(MeetingView {
            key: key.to_owned(),
            text: self.word(&format!("meeting-{key}")),
            number: meeting
                .number
                .map(|number| self.words().with("meeting-number", &[("n", &number.to_string())])),
            place: meeting.place.clone(),
        })
    }

    /// When an update was; a meeting may have an end of its own.
    fn when(&self, update: &Update) -> DateView {
        let date = self.date(&update.document.date.value);
        match update.document.meeting.as_ref().and_then(|meeting| meeting.end.as_ref()) {
            Some(end) => DateView { text: format!("{} – {}", date.text, self.date(end).text), iso: None },
            None => date,
        }
    }

    /// An update in full; `prefix` keeps the ids of its text apart from others on the page.
    pub fn update(&mut self, ix: Ix<Update>, prefix: &str) -> UpdateView {
        let plan = self.plan();
        let update = plan.updates.at(ix);
        let document = &update.document;
        let anchor = anchor(update);
        let body_html = self.text(document.body(), &update.links, prefix);
        let scope = document.scope.filter(|scope| *scope != Scope::Direct);
        let link = |ix: Ix<Update>| self.link(RecordIx::Update(ix));
        UpdateView {
            href: document.short_form_of.is_none().then(|| self.record_href(RecordIx::Update(ix))),
            date: self.when(update),
            title: document.title.clone(),
            kind_key: document.kind.value.word().to_owned(),
            kind: self.word(&["update-kind-", document.kind.value.word()].concat()),
            body_html,
            meeting: self.meeting(update),
            forum: update.forum.map(|forum| self.link(RecordIx::Forum(forum))),
            status: self.claimed(update),
            by: update.by.iter().map(|agency| self.agency_view(*agency, false)).collect(),
            items: self.item_links(&update.items),
            areas: update.areas.iter().map(|area| self.link(RecordIx::Area(*area))).collect(),
            whole_plan: document.whole_plan,
            evidence: self.evidence(&document.evidence),
            baseline: update.baseline,
            links_inferred: document.links == Basis::Inferred,
            date_inferred: document.date_basis == Basis::Inferred,
            confidence: document
                .confidence
                .filter(|confidence| *confidence != Confidence::High)
                .map(|confidence| self.word(&format!("confidence-{}", confidence.word()))),
            scope_key: scope.map(|scope| scope.word().to_owned()),
            scope: scope.map(|scope| self.word(&format!("scope-{}", scope.word()))),
            reported: document.reported.as_ref().map(|date| self.date(date)),
            new_due: document.new_due.as_ref().map(|date| self.date(&date.value)),
            reason: document.reason.clone(),
            challenges: document.challenges.clone(),
            next_steps: document.next_steps.clone(),
            conflicts: document.conflicts.clone(),
            corrects: update.corrects.map(link),
            corrected_by: update.corrected_by.map(link),
            assessment: document.assessment.as_ref().map(|assessment| self.assessment(assessment)),
            anchor,
        }
    }

    /// Several updates in full, on one page.
    pub fn updates<'a>(&mut self, updates: impl Iterator<Item = &'a Ix<Update>>) -> Vec<UpdateView> {
        updates.map(|ix| self.update(*ix, &format!("{}-", anchor(self.plan().updates.at(*ix))))).collect()
    }

    fn assessment(&self, assessment: &crate::parse::Assessment) -> AssessmentView {
        AssessmentView {
            heading: self.words().with("assessment", &[("assessor", &assessment.assessor)]),
            verdict: self.word(&format!("verdict-{}", assessment.verdict.word())),
            scale: assessment.scale.clone(),
            method: assessment.method.clone(),
            url: assessment.url.clone(),
        }
    }

    /// The newest updates of a list that is sorted from the oldest, without announced meetings that are still to come.
    pub fn latest(&self, updates: &[Ix<Update>], most: usize) -> Vec<UpdateRow> {
        let as_of = self.as_of();
        let happened = updates
            .iter()
            .rev()
            .filter(|ix| self.plan().updates.at(**ix).document.date.value.earliest <= as_of);
        happened.take(most).map(|ix| self.update_row(*ix)).collect()
    }

    /// Meetings that were announced and are still to come, the nearest first.
    pub fn coming_meetings(&self, most: usize) -> Vec<UpdateRow> {
        let as_of = self.as_of();
        let coming = self.plan().updates.indexed().filter(|(_, update)| {
            let planned = update
                .document
                .meeting
                .as_ref()
                .is_some_and(|meeting| meeting.state.value == MeetingState::Planned);
            planned && update.document.last_day() >= as_of
        });
        coming.take(most).map(|(ix, _)| self.update_row(ix)).collect()
    }

    /// An age in words: days, then months, then years.
    pub fn age(&self, days: i64) -> String {
        match days {
            ..60 => self.words().count("age-days", days),
            60..730 => self.words().count("age-months", days / 30),
            _ => self.words().count("age-years", days * 400 / 146_097),
        }
    }

    /// From when to when something existed, in words.
    pub fn valid(&self, valid: &crate::parse::Validity) -> Option<String> {
        let word = |key: &str, date: &Date| self.words().with(key, &[("date", &self.date(date).text)]);
        let from = valid.from.as_ref().map(|date| word("valid-from", date));
        let to = valid.to.as_ref().map(|date| word("valid-to", date));
        match (from, to) {
            (Some(from), Some(to)) => Some(format!("{from} {to}")),
            (from, to) => from.or(to),
        }
    }
}

/// At most so many characters, cut at a space.
fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &text[..cut])
        }
    }
}

/// Fills the holes of one text.
struct Filler<'a, 'c> {
    context: &'c Context,
    body: &'a Fragment,
    links: Vec<Option<LinkView>>,
    explained: &'a mut BTreeSet<&'c str>,
    prefix: &'a str,
}

impl Holes for Filler<'_, '_> {
    fn link(&mut self, reference: usize) -> Option<Link> {
        let link = self.links.get(reference)?.as_ref()?;
        let mut href = link.href.clone();
        if let Some(Target::File { fragment: Some(fragment), .. }) =
            self.body.references().get(reference).map(|found| &found.target)
        {
            href.push('#');
            href.push_str(fragment);
        }
        Some(Link { href, name: link.text.clone() })
    }

    fn expansion(&mut self, word: &str) -> Option<String> {
        let (word, expansion) = self.context.abbreviations.get_key_value(word)?;
        self.explained.insert(word.as_str()).then(|| expansion.clone())
    }

    fn id_prefix(&self) -> &str {
        self.prefix
    }
}
