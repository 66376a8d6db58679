//! What is said beside the status of an item wherever it stands alone: without that, the status could be taken for all that is
//! known.

use super::item_facts::{outlook, verdict};
use crate::facts;
use crate::facts::Agreement;
use crate::page::ViewBuilder;
use crate::plan::{Item, Ix};
use crate::vocabulary::Outlook;

/// What contradicts the status of an item, or says that it may not last, in sentences without an end.
pub(super) fn qualifiers(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Vec<String> {
    let words = builder.messages();
    let judged = |assessor: &str, verdict: &str| {
        words.with("status-verdict", &[("assessor", assessor), ("verdict", verdict)])
    };
    let verdict = verdict(builder, ix).map(|found| judged(&found.assessor, &found.verdict));
    let assessments = facts::assessments(builder.plan(), ix, builder.as_of());
    let against = assessments.iter().rev().filter(|assessed| {
        assessed.newest && matches!(assessed.agreement, Agreement::Less | Agreement::More)
    });
    let against = against.map(|assessed| {
        let found = judged(&assessed.assessment.assessor, &builder.verdict(assessed.assessment));
        words.stopped(&[found, builder.word(&format!("agreement-{}", assessed.agreement.word()))])
    });
    let conflicts = !facts::conflicts(builder.plan(), ix, builder.as_of()).is_empty();
    let conflicts = conflicts.then(|| builder.word("conflicts"));
    let in_doubt = builder.context.facts_of(ix).outlook.is_some_and(|(_, word)| word != Outlook::OnTrack);
    let outlook = outlook(builder, ix)
        .filter(|_| in_doubt)
        .map(|outlook| words.labelled(&builder.word("outlook"), &outlook.text));
    verdict.into_iter().chain(against).chain(conflicts).chain(outlook).collect()
}
