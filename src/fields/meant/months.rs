//! Names of months and eras.

/// English, French, German, Spanish, Italian and Portuguese; the first three letters of the English ones are read too.
const NAMES: [[&str; 6]; 12] = [
    ["january", "janvier", "januar", "enero", "gennaio", "janeiro"],
    ["february", "février", "februar", "febrero", "febbraio", "fevereiro"],
    ["march", "mars", "märz", "marzo", "marzo", "março"],
    ["april", "avril", "april", "abril", "aprile", "abril"],
    ["may", "mai", "mai", "mayo", "maggio", "maio"],
    ["june", "juin", "juni", "junio", "giugno", "junho"],
    ["july", "juillet", "juli", "julio", "luglio", "julho"],
    ["august", "août", "august", "agosto", "agosto", "agosto"],
    ["september", "septembre", "september", "septiembre", "settembre", "setembro"],
    ["october", "octobre", "oktober", "octubre", "ottobre", "outubro"],
    ["november", "novembre", "november", "noviembre", "novembre", "novembro"],
    ["december", "décembre", "dezember", "diciembre", "dicembre", "dezembro"],
];

/// The number of the month of that name, in lower case: in full, or short in English.
pub fn month(name: &str) -> Option<u32> {
    month_in_full(name).or_else(|| match name {
        "sept" => Some(9),
        _ => number_of(|names| names[0].get(..3) == Some(name)),
    })
}

/// The number of the month that has that name in full, in lower case.
pub fn month_in_full(name: &str) -> Option<u32> {
    number_of(|names| names.contains(&name))
}

fn number_of(is_it: impl Fn(&[&str; 6]) -> bool) -> Option<u32> {
    NAMES.iter().position(is_it).and_then(|place| u32::try_from(place + 1).ok())
}

/// The year before the first of an era, and the era's name.
const ERAS: [(&str, u32); 4] = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911)];

/// The year before the first of the era that a text begins with, and the rest of the text.
pub(super) fn era(text: &str) -> Option<(u32, &str)> {
    ERAS.iter().find_map(|(name, before)| Some((*before, text.strip_prefix(name)?)))
}
