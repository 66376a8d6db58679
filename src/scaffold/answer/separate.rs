//! Several values in one answer.

use super::meaning::One;
use super::reader::Reader;
use crate::schema::Shape;

/// What people write between the entries of a list.
const MARKS: [char; 6] = [',', ';', '、', '，', '；', '\n'];

/// A mark or word between entries: where it begins and ends.
type Gap = (usize, usize);

/// The texts of an answer, one for each value. Of a list they stand between marks or `and`; but a name that is known as a whole
/// stays whole, such as that of a ministry of several things.
pub fn separate(reader: &Reader<'_>, key: &'static str, shape: &Shape, answer: &str) -> Vec<String> {
    let whole = answer.trim();
    let single = shape.single().filter(|_| shape.is_list());
    let texts: Vec<&str> = match single {
        None => vec![whole],
        Some(single) if shape.has_mappings() && whole.contains('{') => {
            let is_known = |text: &str| !matches!(reader.one(key, single, text), One::Unclear(_));
            let known = |part| if is_mapping(part) { vec![part] } else { known_parts(part, is_known) };
            mappings_apart(whole).into_iter().flat_map(known).collect()
        }
        Some(Shape::Text | Shape::Name | Shape::Markdown) => texts(whole),
        Some(single) => {
            let is_known = |text: &str| !matches!(reader.one(key, single, text), One::Unclear(_));
            known_parts(whole, is_known)
        }
    };
    texts.into_iter().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// Free texts may hold `and`, and a comma where something stronger separates them.
fn texts(whole: &str) -> Vec<&str> {
    match whole.contains([';', '；']) {
        true => whole.split([';', '；']).collect(),
        false => whole.split(MARKS).collect(),
    }
}

/// Whether a text is a mapping, as YAML writes it on one line.
pub(super) fn is_mapping(text: &str) -> bool {
    text.starts_with('{') && text.ends_with('}')
}

/// The mappings of a text, and what stands between them.
fn mappings_apart(whole: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), whole);
    while let Some(start) = rest.find('{') {
        let Some(end) = rest[start..].find('}').map(|end| start + end + 1) else { break };
        parts.push(&rest[..start]);
        parts.push(&rest[start..end]);
        rest = &rest[end..];
    }
    parts.push(rest);
    let trimmed = parts.into_iter().map(|part| part.trim().trim_matches(MARKS).trim());
    trimmed.filter(|part| !part.is_empty()).collect()
}

/// From the left, as much as is known as one.
fn known_parts(whole: &str, is_known: impl Fn(&str) -> bool) -> Vec<&str> {
    let gaps = gaps(whole);
    let mut parts = Vec::new();
    let (mut from, mut next) = (0, 0);
    while from < whole.len() {
        // The ends that this part may have, the longest first; a list of very many is not put together again.
        let ends = (next..=gaps.len()).rev().filter(|end| end - next < 12);
        let end_of = |end: usize| gaps.get(end).map_or(whole.len(), |gap| gap.0);
        let end = ends.into_iter().find(|end| is_known(whole[from..end_of(*end)].trim())).unwrap_or(next);
        let part = whole[from..end_of(end)].trim();
        let words: Vec<&str> = part.split_whitespace().collect();
        match words.len() > 1 && !is_known(part) && words.iter().all(|word| is_known(word)) {
            true => parts.extend(words),
            false => parts.push(part),
        }
        from = gaps.get(end).map_or(whole.len(), |gap| gap.1);
        next = end + 1;
    }
    parts
}

/// Where one entry may end and the next begin.
fn gaps(whole: &str) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    let lower = whole.to_ascii_lowercase();
    let bytes = whole.char_indices().filter(|(_, c)| MARKS.contains(c) || *c == '&');
    gaps.extend(bytes.map(|(at, c)| (at, at + c.len_utf8())));
    gaps.extend(lower.match_indices(" and ").map(|(at, word)| (at, at + word.len() - 1)));
    gaps.sort_unstable();
    gaps
}

#[cfg(test)]
mod tests {
    use super::{known_parts, mappings_apart};

    #[test]
    fn lists_are_separated_as_people_write_them() {
        let known = ["1.1", "1.2", "1.3", "Ministry of Land, Transport and Tourism", "3 (1)"];
        let parts = |text: &'static str| {
            let parts = known_parts(text, |part| known.contains(&part));
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>()
        };
        for text in [
            "1.1, 1.2, 1.3",
            "1.1;1.2 ; 1.3",
            "1.1、1.2，1.3",
            "1.1, 1.2 and 1.3",
            "1.1, 1.2, and 1.3",
            "1.1 & 1.2 AND 1.3",
            "1.1 1.2 1.3",
            " 1.1,,1.2,1.3, ",
        ] {
            assert_eq!(parts(text), ["1.1", "1.2", "1.3"], "{text}");
        }
        assert_eq!(
            parts("1.1 and Ministry of Land, Transport and Tourism, 3 (1)"),
            ["1.1", "Ministry of Land, Transport and Tourism", "3 (1)"]
        );
        assert_eq!(parts("1.1, 9 of x and y"), ["1.1", "9 of x", "y"]);
    }

    #[test]
    fn mappings_stay_whole() {
        let whole = "ar-water, {agency: b, role: leads, person: Unit}, {agency: c}; d and e";
        assert_eq!(
            mappings_apart(whole),
            ["ar-water", "{agency: b, role: leads, person: Unit}", "{agency: c}", "d and e"]
        );
        assert_eq!(mappings_apart("{a"), ["{a"]);
    }
}
