//! The values of a row, as far as they are what their column is for.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::super::{when, yaml};
use crate::date::Cadence;
use crate::fields::meant;
use crate::item_code::why_no_code;
use crate::vocabulary::{Choice as _, Kind};

/// Puts a value under its key, or under `x-KEY` when it is not what the key takes, which is reported.
pub(super) fn put(
    keys: &mut BTreeMap<String, Vec<String>>,
    key: &str,
    value: &str,
    place: &str,
    remarks: &mut Vec<String>,
) {
    if value.is_empty() {
        return;
    }
    let read = match key {
        "due" => when::deadline(value),
        "start" => when::cell(value),
        "kind" => Some(value.to_lowercase().replace(' ', "-")).filter(|word| Kind::from_word(word).is_some()),
        "cadence" => cadence(value),
        "code" => Some(value.to_owned()).filter(|code| why_no_code(code).is_none()),
        "aliases" => Some(value.to_lowercase()).filter(|id| is_id(id)),
        _ => Some(value.to_owned()),
    };
    match read {
        Some(read) => {
            keys.insert(key.to_owned(), vec![read.split_whitespace().collect::<Vec<_>>().join(" ")]);
        }
        None => {
            let what = match key {
                "due" | "start" => "an unambiguous date in the form 2025-12-31",
                "kind" => "a kind of item",
                "code" => "a code",
                "aliases" => "an id (small letters, digits, `-` and `.`)",
                _ => "an interval (write `every 6 months`)",
            };
            remarks.push(format!("{place}: `{value}` is not {what}, so it becomes `x-{key}`"));
            keys.insert(format!("x-{key}"), vec![value.to_owned()]);
        }
    }
}

/// What an id consists of.
fn is_id(text: &str) -> bool {
    let good = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '.');
    text.chars().all(good) && text.starts_with(|sign: char| sign.is_ascii_alphanumeric())
}

fn cadence(value: &str) -> Option<String> {
    if Cadence::parse(value).is_ok() {
        return Some(value.to_owned());
    }
    meant::cadence(value).filter(|meant| meant.certain).and_then(|meant| meant.instead)
}

/// The tags in a cell: between commas, too. Goals are tags of the group that planbook knows, however they are written.
pub(super) fn tags(value: &str, group: Option<&str>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for written in names(&value.replace([',', '、', '，', '；'], ";")) {
        let of_group = |group: &str| goal_number(&written).unwrap_or_else(|| format!("{group}/{written}"));
        let tag = match group {
            Some("sdg") => goal(&written).unwrap_or_else(|| of_group("sdg")),
            Some(group) => format!("{group}/{written}"),
            None => goal(&written).unwrap_or(written),
        };
        if !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag);
        }
    }
    tags
}

/// `SDG 6`, `sdg/13`, `ODD 6`, `SDG 6: Clean water` as `sdg/6`; `SDG 6.1` is a target of the goal.
fn goal(written: &str) -> Option<String> {
    let plain: String = written.nfkc().collect::<String>().to_lowercase();
    let names = ["sdgs", "sdg", "odds", "odd", "ods"];
    let rest = names.iter().find_map(|name| plain.strip_prefix(name))?;
    goal_number(rest.trim_start_matches(|sign: char| sign.is_whitespace() || "/:-–#.".contains(sign)))
}

/// `6`, `06`, `6: Clean water` as `sdg/6`.
fn goal_number(written: &str) -> Option<String> {
    const GOALS: u8 = 17;
    let rest = written.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let digits = &written[..written.len() - rest.len()];
    let goal = digits.parse::<u8>().ok().filter(|goal| (1..=GOALS).contains(goal))?;
    if let Some(target) = rest.strip_prefix('.').filter(|after| after.starts_with(char::is_alphanumeric)) {
        return Some(format!("SDG targets/{goal}.{target}"));
    }
    (!rest.starts_with(char::is_alphanumeric)).then(|| format!("sdg/{goal}"))
}

/// The names in a cell: between semicolons, or each on a line. A comma may be part of a name.
pub(super) fn names(value: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in parts(value).into_iter().map(str::trim).filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// A cell at its semicolons and line breaks; one within brackets parts nothing: `Wells (2024: 38; 2027: 62)`.
fn parts(value: &str) -> Vec<&str> {
    let (mut parts, mut begin, mut depth) = (Vec::new(), 0, 0_usize);
    let closes =
        |from: usize| value[from..].lines().next().is_some_and(|line| line.contains([')', '）', ']']));
    for (at, sign) in value.char_indices() {
        match sign {
            '(' | '（' | '[' if closes(at) => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        if sign == '\n' || (sign == ';' && depth == 0) {
            parts.push(&value[begin..at]);
            begin = at + 1;
        }
    }
    parts.push(&value[begin..]);
    parts
}

/// A text of a cell as paragraphs.
pub(super) fn shown(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::to_owned).filter(|paragraph| !paragraph.trim().is_empty()).collect()
}

/// The address in a cell and the words for it: `Report: https://…`, or an address alone.
pub(super) fn address(cell: &str) -> Option<(String, String)> {
    let at = cell.find("https://").or_else(|| cell.find("http://"))?;
    let url: &str = cell[at..].split(|sign: char| sign.is_whitespace() || "<>\"`".contains(sign)).next()?;
    let url = url.trim_end_matches([',', ';', ')', ']', '.']);
    let host = url.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or(rest))?;
    let words = cell[..at].trim().trim_end_matches([':', '-', '–', '(', '<']).trim();
    let title = if words.is_empty() { host } else { words };
    (!host.is_empty()).then(|| (title.split_whitespace().collect::<Vec<_>>().join(" "), url.to_owned()))
}

/// The value of `see`: each address of the cell.
pub(super) fn see(cell: &str) -> String {
    let found: Vec<String> = names(cell)
        .iter()
        .filter_map(|name| address(name))
        .map(|(title, url)| format!("{{title: {}, url: {}}}", yaml::quoted(&title), yaml::quoted(&url)))
        .collect();
    if found.is_empty() { String::new() } else { format!("[{}]", found.join(", ")) }
}

/// `wells@example.org` as `mailto:…`, `+81 3 1234` as `tel:…`; `None` when it is a name.
pub(super) fn contact(cell: &str) -> Option<String> {
    let one = cell.trim();
    if one.starts_with("https://") || one.starts_with("mailto:") || one.starts_with("tel:") {
        return Some(one.to_owned()).filter(|one| !one.contains(char::is_whitespace));
    }
    let mail = one
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    if mail && one.chars().all(|sign| sign.is_ascii_alphanumeric() || "@.-_+".contains(sign)) {
        return Some(format!("mailto:{one}"));
    }
    let digits: String = one.chars().filter(|sign| !" -().".contains(*sign)).collect();
    let number = digits.strip_prefix('+').unwrap_or(&digits);
    (number.len() >= 7 && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| format!("tel:{digits}"))
}

#[cfg(test)]
mod tests {
    use super::{names, tags};

    #[test]
    fn goals_are_tags_of_one_group_however_they_are_written() {
        for written in
            ["SDG 6", "sdg/6", "SDG6", "SDG-06", "ＳＤＧ６", "ODD 6", "ODS 6", "SDG 6: Clean water"]
        {
            assert_eq!(tags(written, None), ["sdg/6"], "{written}");
        }
        assert_eq!(tags("6; 13", Some("sdg")), ["sdg/6", "sdg/13"]);
        assert_eq!(tags("SDG 6, 6", Some("sdg")), ["sdg/6"]);
        assert_eq!(tags("SDG 6.1", None), ["SDG targets/6.1"]);
        assert_eq!(tags("SDG 18; sdgx; 6; odd jobs", None), ["SDG 18", "sdgx", "6", "odd jobs"]);
        assert_eq!(tags("Water; water; Where/Sea", None), ["Water", "Where/Sea"]);
        assert_eq!(tags("North", Some("where")), ["where/North"]);
    }

    #[test]
    fn a_semicolon_within_brackets_parts_nothing() {
        assert_eq!(names("Wells (2024: 38; 2027: 62); Tests"), ["Wells (2024: 38; 2027: 62)", "Tests"]);
        assert_eq!(names("Wells (open; Tests\nTaps [a; b]"), ["Wells (open", "Tests", "Taps [a; b]"]);
        assert_eq!(names("A;B\nA"), ["A", "B"]);
    }
}
