//! What in a reading may be wrong although every line has its place.

mod headings;
mod levels;
mod lists;
mod shape;
mod words;

pub(super) use words::changed_numbers;

use super::lines::SourceLine;
use super::node::Node;
use super::verdict::{Doubt, Verdict};
use shape::Shape;

/// Looks at a reading as a whole; `before` is what the way through the text found doubtful.
pub(super) fn of(lines: &[SourceLine], nodes: &[Node], verdicts: &[Verdict], before: &[Doubt]) -> Vec<Doubt> {
    let mut doubts = headings::headings_as_text(lines, verdicts);
    doubts.extend(lists::begin_alike(lines, verdicts));
    doubts.extend(lists::ticked(lines, verdicts));
    doubts.extend(headings::empty_areas(verdicts));
    doubts.extend(headings::lost_text(verdicts));
    doubts.extend(words::wide_columns(lines, verdicts));
    doubts.extend(words::hyphens(lines, verdicts));
    doubts.extend(words::calls_of_footnotes(lines, verdicts));
    let shape = Shape::of(lines, nodes, verdicts);
    for doubt in levels::of(&shape) {
        // One doubt is enough for the text of a record: the line that it names shows the others.
        let known = |other: &Doubt| other.line == doubt.line || shape.in_one_text(other.line, doubt.line);
        // Nor is a line named a second time for less.
        let named = |other: &Doubt| other.line == doubt.line && other.weight <= doubt.weight;
        if !doubts.iter().any(known) && !before.iter().any(named) {
            doubts.push(doubt);
        }
    }
    doubts
}
