//! What each line of a text is, as far as the text shows it.

use super::boilerplate::Boilerplate;
use super::decisions::Decisions;
use super::lines::SourceLine;
use super::verdict::{Reading, Verdict};
use super::walk::Step;
use super::{numbering, roles, walk};

/// Reads the lines of a text.
///
/// # Errors
/// When a style was asked for that it does not have.
pub(super) fn detect(lines: &[SourceLine], decisions: &Decisions) -> Result<Reading, String> {
    let outline = walk::outline(lines, decisions);
    let roles = roles::give(&outline.nodes, decisions)?;
    let (records, numbered) = numbering::give(&outline.nodes, &roles, decisions);
    let mut verdicts = Vec::with_capacity(lines.len());
    // What stands below a heading that is no record is none either.
    let mut within = true;
    for step in outline.steps {
        within = match step {
            Step::Begins(node) => records[node].is_some(),
            _ => within,
        };
        verdicts.push(verdict(step, &records, within));
    }
    let mut doubts = outline.doubts;
    doubts.extend(numbered);
    let more = super::doubts::of(lines, &outline.nodes, &verdicts, &doubts);
    doubts.extend(more);
    Ok(Reading { verdicts, decided: roles.decided, doubts, renumbered: Vec::new() })
}

fn verdict(step: Step, records: &[Option<(usize, String)>], within: bool) -> Verdict {
    match step {
        Step::Begins(_) | Step::GoesOn | Step::Text if !within => Verdict::LeftOut(Boilerplate::Heading),
        Step::Begins(node) => match &records[node] {
            Some((depth, id)) => Verdict::Record { depth: *depth, id: id.clone() },
            None => Verdict::LeftOut(Boilerplate::Heading),
        },
        Step::Blank => Verdict::Blank,
        Step::GoesOn => Verdict::GoesOn,
        Step::Text => Verdict::Text,
        Step::Title => Verdict::Title,
        Step::Introduction => Verdict::Introduction,
        Step::LeftOut(kind) => Verdict::LeftOut(kind),
        Step::NotUnderstood(why) => Verdict::NotUnderstood(why),
    }
}

/// Why a text has no record.
pub(super) fn no_outline(lines: &[SourceLine]) -> String {
    if lines.iter().all(SourceLine::is_blank) {
        return "the text is empty".to_owned();
    }
    "no line starts with a number, a bullet or a heading of an area or an item\n  help: planbook reads `1.`, `(1)`, `(a)`, `1.1`, `I.`, `A1`, `Pillar One`, `# Heading`, `**bold**` and bullets; docs/import.md has examples".to_owned()
}
