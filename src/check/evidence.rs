//! What evidence should have so that it can still be found in ten years: a date, a safe address, an archived copy.

use super::LintContext;
use crate::diag::{Code, Diagnostic, code};
use crate::parse::Evidence;
use crate::vocabulary::EvidenceClass;

/// Evidence without a date.
pub(super) fn date(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let problem = |evidence: &Evidence| {
        evidence.date.is_none().then(|| {
            Diagnostic::new(code::EVIDENCE_WITHOUT_DATE, evidence.title_span, "this evidence has no date")
                .help("add `date`, the date of the document; a month or a year is enough")
        })
    };
    look(context, code::EVIDENCE_WITHOUT_DATE, problem, found);
}

/// Evidence at an address that anybody on the way could change.
pub(super) fn insecure(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let problem = |evidence: &Evidence| {
        let begin = evidence.url.get(..7)?;
        begin.eq_ignore_ascii_case("http://").then(|| {
            let message = "the URL of this evidence starts with http, which is not encrypted";
            Diagnostic::new(code::INSECURE_EVIDENCE, evidence.url_span, message).help(
                "try it with https://; if only http works, add the URL of an archived copy as `archived`",
            )
        })
    };
    look(context, code::INSECURE_EVIDENCE, problem, found);
}

/// Evidence of a kind that soon moves or goes away, without a copy.
pub(super) fn archived(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let problem = |evidence: &Evidence| {
        let fleeting = matches!(
            evidence.class,
            Some(EvidenceClass::PressRelease | EvidenceClass::News | EvidenceClass::Website)
        );
        (fleeting && evidence.archived.is_none()).then(|| {
            let message = "this evidence has no archived copy, and web pages often move or disappear";
            Diagnostic::new(code::EVIDENCE_NOT_ARCHIVED, evidence.title_span, message)
                .help("save the page in a web archive, and add the URL of the copy as `archived`")
        })
    };
    look(context, code::EVIDENCE_NOT_ARCHIVED, problem, found);
}

fn look(
    context: &LintContext<'_>,
    code: Code,
    problem: impl Fn(&Evidence) -> Option<Diagnostic>,
    found: &mut Vec<Diagnostic>,
) {
    if context.config.is_off(code) {
        return;
    }
    for update in &context.plan.updates {
        found.extend(update.document.evidence.iter().filter_map(&problem));
    }
}
