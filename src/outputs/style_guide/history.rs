//! Entries of a history, made up.

use super::super::Composer;
use super::super::view::{AssessmentView, StatusView, UpdateView};
use super::{HERE, agencies, day, evidence, link, meetings, titles};
use crate::vocabulary::{Choice as _, UpdateKind, Verdict};

/// One entry of a history with everything that it can have, and one with nothing.
pub(super) fn events(composer: &Composer<'_>, statuses: &[StatusView]) -> Vec<UpdateView> {
    let full = UpdateView {
        internal: true,
        href: Some(HERE.to_owned()),
        meeting: meetings(composer).pop(),
        forum: Some(link(composer, "forum")),
        status: statuses.first().cloned(),
        by: agencies(composer, 2),
        items: vec![link(composer, "item"); 3],
        areas: vec![link(composer, "area")],
        whole_plan: true,
        evidence: evidence(composer).into_iter().take(4).collect(),
        links_inferred: true,
        date_inferred: true,
        confidence: Some(composer.word("confidence-low")),
        scope_key: Some("context".to_owned()),
        scope: Some(composer.word("scope-context")),
        reported: Some(day(composer)),
        new_due: Some(day(composer)),
        reason: Some(titles(composer)[1].clone()),
        challenges: Some(titles(composer)[3].clone()),
        next_steps: Some(composer.word("next-steps")),
        conflicts: Some(composer.word("conflicts")),
        corrects: Some(link(composer, "update-kind-progress")),
        corrected_by: Some(link(composer, "update-kind-correction")),
        assessment: Some(AssessmentView {
            heading: composer.words().with("assessment", &[("assessor", "ABC")]),
            verdict: composer.word(&format!("verdict-{}", Verdict::Limited.word())),
            scale: Some("1–5".to_owned()),
            method: Some(titles(composer)[0].clone()),
            url: Some("https://site.example/".to_owned()),
        }),
        ..event(composer, "update_full", UpdateKind::Meeting)
    };
    let plain =
        UpdateKind::CHOICES.iter().map(|(word, kind)| event(composer, &format!("update_{word}"), *kind));
    std::iter::once(full).chain(plain).collect()
}

fn event(composer: &Composer<'_>, anchor: &str, kind: UpdateKind) -> UpdateView {
    UpdateView {
        href: None,
        anchor: anchor.to_owned(),
        date: day(composer),
        title: (kind != UpdateKind::NoChange)
            .then(|| titles(composer)[usize::from(kind == UpdateKind::Meeting)].clone()),
        kind_key: kind.word().to_owned(),
        kind: composer.word(&format!("update-kind-{}", kind.word())),
        internal: false,
        body_html: "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>\n".to_owned(),
        meeting: None,
        forum: None,
        status: None,
        by: Vec::new(),
        items: Vec::new(),
        areas: Vec::new(),
        whole_plan: false,
        evidence: Vec::new(),
        baseline: false,
        links_inferred: false,
        date_inferred: false,
        confidence: None,
        scope_key: None,
        scope: None,
        reported: None,
        new_due: None,
        reason: None,
        challenges: None,
        next_steps: None,
        conflicts: None,
        corrects: None,
        corrected_by: None,
        assessment: None,
    }
}
