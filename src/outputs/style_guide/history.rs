//! Entries of a history, made up.

use super::samples::{HERE, agencies, day, evidence, link, meetings, titles};
use crate::page::ViewBuilder;
use crate::page::views::{AssessmentView, StatusView, UpdateView};
use crate::vocabulary::{Choice as _, UpdateKind, Verdict};

/// One entry of a history with everything that it can have, and one with nothing.
pub(super) fn events(builder: &ViewBuilder<'_>, statuses: &[StatusView]) -> Vec<UpdateView> {
    let full = UpdateView {
        internal: true,
        href: Some(HERE.to_owned()),
        meeting: meetings(builder).pop(),
        forum: Some(link(builder, "forum")),
        status: statuses.first().cloned(),
        by: agencies(builder, 2),
        items: vec![link(builder, "item"); 3],
        areas: vec![link(builder, "area")],
        whole_plan: true,
        evidence: evidence(builder).into_iter().take(4).collect(),
        links_inferred: true,
        date_inferred: true,
        confidence: Some(builder.word("confidence-low")),
        scope_key: Some("context".to_owned()),
        scope: Some(builder.word("scope-context")),
        reported: Some(day(builder)),
        new_due: Some(day(builder)),
        reason: Some(titles(builder)[1].clone()),
        challenges: Some(titles(builder)[3].clone()),
        next_steps: Some(builder.word("next-steps")),
        conflicts: Some(builder.word("conflicts")),
        corrects: Some(link(builder, "update-kind-progress")),
        corrected_by: Some(link(builder, "update-kind-correction")),
        assessment: Some(AssessmentView {
            heading: builder.messages().with("assessment", &[("assessor", "ABC")]),
            verdict: builder.word(&format!("verdict-{}", Verdict::Limited.word())),
            scale: Some("1–5".to_owned()),
            method: Some(titles(builder)[0].clone()),
            url: Some("https://site.example/".to_owned()),
        }),
        ..event(builder, "update_full", UpdateKind::Meeting)
    };
    let plain =
        UpdateKind::CHOICES.iter().map(|(word, kind)| event(builder, &format!("update_{word}"), *kind));
    std::iter::once(full).chain(plain).collect()
}

fn event(builder: &ViewBuilder<'_>, anchor: &str, kind: UpdateKind) -> UpdateView {
    UpdateView {
        href: None,
        anchor: anchor.to_owned(),
        old_anchors: Vec::new(),
        date: day(builder),
        title: (kind != UpdateKind::NoChange)
            .then(|| titles(builder)[usize::from(kind == UpdateKind::Meeting)].clone()),
        kind_key: kind.word().to_owned(),
        kind: builder.word(&format!("update-kind-{}", kind.word())),
        internal: false,
        body_html: "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>\n".to_owned(),
        meeting: None,
        forum: None,
        outlook_key: None,
        outlook: None,
        status: None,
        fields: Vec::new(),
        by: Vec::new(),
        items: Vec::new(),
        all_items: None,
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
        values: Vec::new(),
        new_targets: Vec::new(),
    }
}
