//! Names of months and eras.

/// English, French and German; the first three letters of the English ones are read too.
const NAMES: [[&str; 3]; 12] = [
    ["january", "janvier", "januar"],
    ["february", "février", "februar"],
    ["march", "mars", "märz"],
    ["april", "avril", "april"],
    ["may", "mai", "mai"],
    ["june", "juin", "juni"],
    ["july", "juillet", "juli"],
    ["august", "août", "august"],
    ["september", "septembre", "september"],
    ["october", "octobre", "oktober"],
    ["november", "novembre", "november"],
    ["december", "décembre", "dezember"],
];

/// The number of the month of that name, in lower case.
pub(super) fn month(name: &str) -> Option<u32> {
    let is_month = |names: &[&str; 3]| names.contains(&name) || names[0].get(..3) == Some(name);
    let place =
        NAMES.iter().position(|names| is_month(names) || (name == "sept" && names[0] == "september"))?;
    u32::try_from(place + 1).ok()
}

/// The year before the first of an era, and the era's name.
const ERAS: [(&str, u32); 4] = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911)];

/// The year before the first of the era that a text begins with, and the rest of the text.
pub(super) fn era(text: &str) -> Option<(u32, &str)> {
    ERAS.iter().find_map(|(name, before)| Some((*before, text.strip_prefix(name)?)))
}
