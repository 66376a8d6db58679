//! Wide spaces: between columns, or within lines that are set to both edges of the paper.

use super::lines::SourceLine;

/// Whether a line has two wide gaps that are those of columns: among gaps of one space, or where a line near it has one too.
/// In a text that is set to both edges all gaps of a line are wide, and those of two lines stand where they happen to.
pub(super) fn has_columns(lines: &[SourceLine], at: usize) -> bool {
    const NEAR: usize = 3;
    let (starts, narrow) = gaps(&lines[at]);
    if starts.len() < 2 {
        return false;
    }
    let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(lines.len());
    let shared = || {
        let others = near.clone().filter(|other| *other != at).map(|other| gaps(&lines[other]).0);
        others.map(|other| other.iter().filter(|start| starts.contains(start)).count()).max()
    };
    narrow + 1 >= starts.len() || shared() > Some(0)
}

/// Where words begin behind a gap of three spaces or more; and how many gaps have one space.
fn gaps(line: &SourceLine) -> (Vec<usize>, usize) {
    const WIDE: usize = 3;
    let (mut starts, mut narrow, mut spaces) = (Vec::new(), 0, 0);
    for (place, sign) in line.text.chars().enumerate() {
        if sign == ' ' {
            spaces += 1;
            continue;
        }
        match spaces {
            0 => {}
            1 => narrow += 1,
            _ if spaces >= WIDE => starts.push(line.indent + place),
            _ => {}
        }
        spaces = 0;
    }
    (starts, narrow)
}

/// Gives the words of lines that are set to both edges one space between them. Those with columns keep theirs.
pub(super) fn close(lines: &mut [SourceLine]) {
    let set: Vec<usize> = (0..lines.len()).filter(|at| is_set(lines, *at)).collect();
    for at in set {
        lines[at].text = lines[at].text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
}

/// Whether most gaps of a line are wide, and none is that of a column.
fn is_set(lines: &[SourceLine], at: usize) -> bool {
    let text = lines[at].text.as_str();
    if !text.contains("  ") || text.starts_with('|') {
        return false;
    }
    let words = text.split_whitespace().count();
    // A run of spaces has empty pieces between its spaces.
    let wide = text.split(' ').collect::<Vec<_>>();
    let wide = wide.windows(2).filter(|pair| pair[0].is_empty() && !pair[1].is_empty()).count();
    words > 2 && wide * 2 > words - 1 && !has_columns(lines, at)
}
