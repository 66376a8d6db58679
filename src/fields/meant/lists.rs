//! Several ids in one text, where a list is wanted.

/// Keys that have a list of ids.
const IDS: [&str; 8] = ["items", "areas", "by", "lead", "supporting", "related", "depends-on", "same-as"];
/// What people write between the entries of a list.
const SEPARATORS: [&str; 9] = [",", ";", "、", "，", "；", " and ", " & ", "及び", " / "];
/// What people write around a list.
const AROUND: [(char, char); 4] = [('［', '］'), ('(', ')'), ('（', '）'), ('【', '】')];

/// Keys that have one word, date or address, in which nothing else can stand.
const OF_ONE_WORD: [&str; 20] = [
    "status",
    "kind",
    "date",
    "due",
    "audience",
    "lang",
    "url",
    "archive",
    "period",
    "adopted",
    "closed",
    "from",
    "to",
    "since",
    "every",
    "confidence",
    "verdict",
    "accessed",
    "published",
    "updated",
];

/// Whether the value of a key is one word, date or address.
pub(in crate::fields) fn is_of_one_word(key: &str) -> bool {
    OF_ONE_WORD.contains(&key)
}

/// Whether the value of a key is a list of ids.
pub(in crate::fields) fn is_list_of_ids(key: &str) -> bool {
    IDS.contains(&key)
}

/// The ids of a value that has one on each of several lines, without `- ` before it.
pub(in crate::fields) fn several_lines(key: &str, written: &str) -> Option<Vec<String>> {
    let id = |line: &str| {
        let id = line.trim().trim_start_matches(['-', '*', '•', '・']).trim().trim_end_matches([',', '、']);
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '(' | ')');
        (!id.is_empty() && id.chars().all(plain)).then(|| id.to_owned())
    };
    let is_plain =
        IDS.contains(&key) && written.contains('\n') && !written.starts_with(['|', '>', '"', '\'']);
    is_plain.then(|| written.lines().map(id).collect()).flatten()
}

/// The ids of a text that is the value of a key, or an entry of its list; nothing when it is one id, or a name: names have
/// spaces, and commas.
pub(in crate::fields) fn several(key: &str, text: &str) -> Option<Vec<String>> {
    if !IDS.contains(&key) {
        return None;
    }
    let around = AROUND.iter().find_map(|(open, close)| {
        let inner = text.trim().strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.contains(*open)).then_some(inner)
    });
    let mut parts = vec![around.unwrap_or(text)];
    for separator in SEPARATORS {
        parts = parts.iter().flat_map(|part| part.split(separator)).collect();
    }
    let marks = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”');
    let parts: Vec<&str> =
        parts.into_iter().map(|part| part.trim_matches(marks)).filter(|part| !part.is_empty()).collect();
    let is_id = |part: &&str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '(' | ')');
        let number = part.starts_with(|c: char| c.is_ascii_digit());
        part.chars().all(|c| plain(c) || (number && c == ' '))
    };
    let found = (parts.len() > 1 || (parts.len() == 1 && around.is_some())) && parts.iter().all(is_id);
    found.then(|| parts.into_iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::several;

    #[test]
    fn a_name_is_not_several_ids() {
        for (key, text, found) in [
            ("items", "1.1; 1.2", &["1.1", "1.2"][..]),
            ("items", "1.1、1.2", &["1.1", "1.2"]),
            ("items", "［\"1.1\"］", &["1.1"]),
            ("items", "3 (2), 3 (4)", &["3 (2)", "3 (4)"]),
            ("by", "MOFA and MOD", &["MOFA", "MOD"]),
            ("items", "3 (2)", &[]),
            ("items", "1.1", &[]),
            ("by", "Ministry of Trade, Industry and Ports", &[]),
            ("by", "外務省、防衛省", &[]),
            ("title", "a, b", &[]),
            ("items", ", ", &[]),
        ] {
            let ids = several(key, text).unwrap_or_default();
            assert_eq!(ids, found, "{text}");
        }
    }
}
