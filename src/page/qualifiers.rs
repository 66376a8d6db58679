//! What is said beside the status of an item wherever it stands alone: on cards for other sites, on images for shared links,
//! in `llms.txt`. Without that, the status could be taken for all that is known, and for what is known of the day.

use super::builder::ViewBuilder;
use super::views::{DateView, OutlookView, VerdictView};
use crate::facts::{self, Agreement, CurrentStatus, Freshness};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::vocabulary::{Outlook, Status};

impl ViewBuilder<'_> {
    /// What contradicts the status of an item, how old it is, or why it may not last, in sentences without an end. `since` is the
    /// date that stands beside the status as its beginning, if one does.
    pub(crate) fn qualifiers(&self, ix: Ix<Item>, since: Option<&DateView>) -> Vec<String> {
        let words = self.messages();
        let verdict =
            self.unclaimed_verdict(ix).map(|found| self.judged(&found.assessor, &found.verdict, &found.date));
        let conflicts = !facts::conflicts(self.plan(), ix, self.as_of()).is_empty();
        let conflicts = conflicts.then(|| self.word("sources-disagree"));
        let in_doubt = self.context.facts_of(ix).outlook.is_some_and(|(_, word)| word != Outlook::OnTrack);
        let outlook = self
            .newest_outlook(ix)
            .filter(|_| in_doubt)
            .map(|outlook| words.labelled(&self.word("outlook"), &outlook.text));
        let against = verdict.into_iter().chain(self.assessed_otherwise(ix)).chain(conflicts);
        against
            .chain(self.overdue(ix))
            .chain(outlook)
            .chain(self.confirmed_before(ix, since))
            .chain(self.old(ix))
            .collect()
    }

    fn judged(&self, assessor: &str, verdict: &str, date: &DateView) -> String {
        let words = self.messages();
        let said = words.with("status-verdict", &[("assessor", assessor), ("verdict", verdict)]);
        words.noted(&said, &date.text)
    }

    /// The newest assessments that disagree with the status, newest first. What was found of another status says nothing of the one
    /// that was reported since.
    fn assessed_otherwise(&self, ix: Ix<Item>) -> Vec<String> {
        let assessments = facts::assessments(self.plan(), ix, self.as_of());
        let now = self.context.facts_of(ix).status;
        let is_of_now = |claim: &CurrentStatus| (claim.status, claim.degree) == (now.status, now.degree);
        let newest =
            assessments.iter().rev().filter(|assessed| assessed.newest && is_of_now(&assessed.claim));
        let said = newest.filter_map(|assessed| {
            let against = match assessed.agreement {
                Agreement::Less => "found-less",
                Agreement::More => "found-more",
                Agreement::Agrees | Agreement::NoClaim => return None,
            };
            let date = self.date(&self.plan().updates.at(assessed.update).document.date.value);
            let found = self.judged(&assessed.assessment.assessor, &self.verdict(assessed.assessment), &date);
            Some(self.messages().stopped(&[found, self.word(against)]))
        });
        said.collect()
    }

    /// That its date has passed.
    fn overdue(&self, ix: Ix<Item>) -> Option<String> {
        let is_overdue = self.context.facts_of(ix).is_overdue();
        is_overdue.then(|| self.messages().labelled(&self.word("schedule"), &self.schedule(ix).1))
    }

    /// When the status was reported last, where there was a report since that does not say it.
    fn confirmed_before(&self, ix: Ix<Item>, since: Option<&DateView>) -> Option<String> {
        let facts = self.context.facts_of(ix);
        let confirmed = facts.status.confirmed.filter(|confirmed| facts.newest_report != Some(*confirmed))?;
        let date = self.date(&self.plan().updates.at(confirmed).document.date.value);
        let is_said = since.is_some_and(|since| since.text == date.text);
        (self.is_open(ix) && !is_said)
            .then(|| self.messages().labelled(&self.word("last-confirmed"), &date.text))
    }

    /// How old the newest report is, where a reader of today would think otherwise.
    fn old(&self, ix: Ix<Item>) -> Option<String> {
        let facts = self.context.facts_of(ix);
        let is_old = match facts.freshness {
            Freshness::Stale { .. } => true,
            Freshness::Unpaced { .. } => !facts.recent,
            Freshness::Never | Freshness::Fresh { .. } | Freshness::Due { .. } => false,
        };
        (is_old && self.is_open(ix))
            .then(|| self.messages().labelled(&self.word("freshness"), &self.freshness(ix).1))
    }

    /// Whether there is a status that can still change. What is done stays so.
    fn is_open(&self, ix: Ix<Item>) -> bool {
        let facts = self.context.facts_of(ix);
        facts.status.status.is_some() && !facts.settled && !facts.status.is_done()
    }

    /// The newest verdict of a third party, where nobody claims a status.
    pub(crate) fn unclaimed_verdict(&self, ix: Ix<Item>) -> Option<VerdictView> {
        let facts = self.context.facts_of(ix);
        let unclaimed = matches!(facts.status.status, Some(Status::NotReported | Status::NotStated));
        let update = facts.verdict().filter(|_| unclaimed)?;
        let document = &self.plan().updates.at(update).document;
        let assessment = document.assessment.as_ref()?;
        Some(VerdictView {
            assessor: assessment.assessor.clone(),
            verdict: self.verdict(assessment),
            date: self.date(&document.date.value),
            href: self.record_href(RecordIx::Update(update)),
        })
    }

    /// The newest outlook that an update reports.
    pub(crate) fn newest_outlook(&self, ix: Ix<Item>) -> Option<OutlookView> {
        let (update, outlook) = self.context.facts_of(ix).outlook?;
        let date = self.date(&self.plan().updates.at(update).document.date.value);
        let key = format!("outlook-{}-on", outlook.word());
        Some(OutlookView {
            key: outlook.word().to_owned(),
            text: self.messages().with(&key, &[("date", &date.text)]),
            date,
            href: self.record_href(RecordIx::Update(update)),
        })
    }
}
