//! Headings without a mark: short lines that stand alone, each above a list of the same style.

use super::boilerplate::Boilerplate;
use super::lines::SourceLine;
use super::marker::Marker;
use super::style::NumberStyle;

/// A longer line is no heading.
const LONGEST: usize = 60;

/// The lines that are headings, when a text has no other ones: there are two at least, the first stands above the first list, and each
/// is alone between a blank line and a list.
pub(super) fn find(
    lines: &[SourceLine],
    markers: &[Option<Marker>],
    boilerplate: &[Option<Boilerplate>],
) -> Vec<usize> {
    let Some(first) = markers.iter().position(Option::is_some) else { return Vec::new() };
    let list = markers[first].as_ref().map(|marker| &marker.style);
    // Words with numbers, such as `Action 1`, can be the list itself.
    let is_level = |style: &NumberStyle| {
        let named = matches!(style, NumberStyle::Named(_)) && list != Some(style);
        style.is_heading() || named || *style == NumberStyle::Row
    };
    if markers.iter().flatten().any(|marker| is_level(&marker.style)) {
        return Vec::new();
    }
    let is_blank = |at: usize| lines.get(at).is_none_or(SourceLine::is_blank);
    let next = |at: usize| (at + 1..lines.len()).find(|next| !is_blank(*next));
    let heads = |at: &usize| {
        let text = lines[*at].text.as_str();
        let said = text.ends_with(['.', '!', '?', ';', ',', ':', '。', '：', ')', '"', '”'])
            || text.starts_with(|sign: char| sign.is_lowercase());
        let below = next(*at).and_then(|next| markers[next].as_ref()).map(|marker| &marker.style);
        boilerplate[*at].is_none()
            && markers[*at].is_none()
            && !lines[*at].is_blank()
            && !said
            && text.chars().count() <= LONGEST
            && (*at > 0 && is_blank(at - 1))
            && is_blank(at + 1)
            && below == list
    };
    let found: Vec<usize> = (0..lines.len()).filter(heads).collect();
    // Where a title stands alone above everything, it has the first list below it only if that has no heading.
    let mut words: Vec<&str> = found.iter().map(|at| lines[*at].text.as_str()).collect();
    words.sort_unstable();
    words.dedup();
    let certain = found.len() >= 2 && found[0] < first && words.len() == found.len();
    if certain { found } else { Vec::new() }
}
