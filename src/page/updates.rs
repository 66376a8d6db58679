//! Updates: in lists, and in full.

use super::builder::ViewBuilder;
use super::text::Within;
use super::views::{AssessmentView, LinkView, MeetingView, StatusView, UpdateRow, UpdateView};
use crate::facts::{IndicatorIx, is_outcome_unknown};
use crate::language_marks::is_current;
use crate::markdown::escape;
use crate::parse::Assessment;
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};
use crate::route::{anchor, former_place};
use crate::vocabulary::{Basis, Confidence, MeetingState, Scope};

/// How many items an update or a row shows where it is one of many.
pub(crate) const MOST_ITEMS: usize = 12;

impl ViewBuilder<'_> {
    /// An update in a list.
    pub fn update_row(&self, ix: Ix<Update>) -> UpdateRow {
        let update = self.plan().updates.at(ix);
        let document = &update.document;
        UpdateRow {
            href: self.record_href(RecordIx::Update(ix)),
            date: self.when(update),
            title: self.update_title(ix),
            kind: self.word(&["update-kind-", document.kind.value.word()].concat()),
            meeting: self.meeting(ix),
            status: self.claimed(update),
            items: self.numbered(&update.items[..update.items.len().min(MOST_ITEMS)]),
            more_items: self.and_more("and-more-items", update.items.len(), MOST_ITEMS),
            whole_plan: document.whole_plan,
            baseline: update.baseline,
            corrected: update.corrected_by().is_some(),
        }
    }

    /// "and 12 more", where only the first of so many are shown. The key says what they are.
    pub fn and_more(&self, key: &str, count: usize, shown: usize) -> Option<String> {
        let more = count.saturating_sub(shown);
        (more > 0).then(|| self.messages().with(key, &[("n", &more.to_string())]))
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

    fn meeting(&self, ix: Ix<Update>) -> Option<MeetingView> {
        let update = self.plan().updates.at(ix);
        let meeting = update.document.meeting.as_ref()?;
        let unknown = is_outcome_unknown(self.plan(), ix, self.as_of());
        let key = if unknown { "planned-past" } else { meeting.state.value.word() };
        Some(MeetingView {
            key: key.to_owned(),
            text: self.word(&format!("meeting-{key}")),
            number: meeting
                .number
                .map(|number| self.messages().with("meeting-number", &[("n", &number.to_string())])),
            place: self.texts().meeting_place(ix).map(str::to_owned),
        })
    }

    /// The translated summary of an update, in the place of a text that is not translated, where the update has a page of its
    /// own that shows that.
    fn summary_for_text(&self, ix: Ix<Update>, within: Within<'_>) -> Option<String> {
        let record = &self.plan().updates.at(ix).document.record;
        let summary = self.texts().summary(ix).filter(|summary| is_current(summary))?;
        let is_shorter = matches!(within, Within::List(_)) && record.body.is_untranslated();
        is_shorter.then(|| {
            let mut html = String::from("<p>");
            escape(summary, &mut html);
            html + "</p>\n"
        })
    }

    /// An update in full.
    pub fn update(&mut self, ix: Ix<Update>, within: Within<'_>) -> UpdateView {
        self.update_with(ix, within, |_| true)
    }

    /// The same with the measured values that are of certain indicators.
    fn update_with(
        &mut self,
        ix: Ix<Update>,
        within: Within<'_>,
        shown: impl Fn(IndicatorIx) -> bool,
    ) -> UpdateView {
        let (plan, texts) = (self.plan(), self.texts());
        let update = plan.updates.at(ix);
        let document = &update.document;
        let items_shown = match within {
            Within::Page => self.context.rows_shown(),
            Within::Section | Within::List(_) => MOST_ITEMS,
        };
        let anchor = anchor(update);
        let summary = self.summary_for_text(ix, within);
        let body_html = summary.unwrap_or_else(|| self.body(ix, within));
        let scope = document.scope.filter(|scope| *scope != Scope::Direct);
        let link = |ix: Ix<Update>| self.link(RecordIx::Update(ix));
        UpdateView {
            href: document.short_form_of.is_none().then(|| self.record_href(RecordIx::Update(ix))),
            date: self.when(update),
            title: texts.headline(ix).map(str::to_owned),
            kind_key: document.kind.value.word().to_owned(),
            kind: self.word(&["update-kind-", document.kind.value.word()].concat()),
            internal: self.is_internal(&document.id),
            body_html,
            meeting: self.meeting(ix),
            forum: update.forum.map(|forum| self.link(RecordIx::Forum(forum))),
            status: self.claimed(update),
            outlook_key: document.outlook.as_ref().map(|outlook| outlook.value.word().to_owned()),
            outlook: document.outlook.as_ref().map(|outlook| self.outlook(outlook.value)),
            fields: self.own_fields(&document.record),
            by: update.by.iter().map(|agency| self.agency_view(*agency, false)).collect(),
            items: self.item_links(&update.items[..update.items.len().min(items_shown)]),
            all_items: self.all_of(ix, "items", update.items.len(), items_shown),
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
            reason: texts.reason(ix).map(str::to_owned),
            challenges: texts.challenges(ix).map(str::to_owned),
            next_steps: texts.next_steps(ix).map(str::to_owned),
            conflicts: texts.conflicts(ix).map(str::to_owned),
            corrects: update.corrects.map(link),
            corrected_by: update.corrected_by().map(link),
            assessment: document.assessment.as_ref().map(|assessment| self.assessment(assessment)),
            values: self.values(ix, &shown),
            new_targets: self.new_targets(ix, shown),
            anchor,
            old_anchors: document
                .record
                .aliases
                .iter()
                .filter_map(|alias| former_place(&alias.value))
                .map(|(_, place)| place)
                .collect(),
        }
    }

    /// Several updates in full, on one page.
    pub fn updates<'a>(&mut self, updates: impl Iterator<Item = &'a Ix<Update>>) -> Vec<UpdateView> {
        self.updates_with(updates, |_| true)
    }

    fn updates_with<'a>(
        &mut self,
        updates: impl Iterator<Item = &'a Ix<Update>>,
        shown: impl Fn(IndicatorIx) -> bool,
    ) -> Vec<UpdateView> {
        let mut views = Vec::new();
        for ix in updates {
            let prefix = format!("{}-", anchor(self.plan().updates.at(*ix)));
            views.push(self.update_with(*ix, Within::List(&prefix), &shown));
        }
        views
    }

    /// Several updates in full, in the history of an item: of measured values it has those of the item.
    pub fn updates_of_item(&mut self, item: Ix<Item>, updates: &[Ix<Update>]) -> Vec<UpdateView> {
        self.updates_with(updates.iter(), |indicator| indicator.item == item)
    }

    /// What a third party found, in its own word where the plan says what that means.
    pub fn verdict(&self, assessment: &Assessment) -> String {
        let word = || self.word(&format!("verdict-{}", assessment.verdict.word()));
        assessment.word.clone().unwrap_or_else(word)
    }

    fn assessment(&self, assessment: &Assessment) -> AssessmentView {
        AssessmentView {
            heading: self.messages().with("assessment", &[("assessor", &assessment.assessor)]),
            verdict: self.verdict(assessment),
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
            let planned = update.document.meeting_state() == Some(MeetingState::Planned);
            planned && update.document.last_day() >= as_of
        });
        coming.take(most).map(|(ix, _)| self.update_row(ix)).collect()
    }
}
