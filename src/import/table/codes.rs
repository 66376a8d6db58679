//! The plan's own numbers and codes, letter for letter: where the id cannot be what the plan writes, the `code` is.

use std::collections::{BTreeMap, BTreeSet};

use super::super::record::ImportedRecord;
use crate::item_code::{fold_code, why_no_code};

/// What the column of numbers says of each record.
#[derive(Debug, Default)]
pub(super) struct Codes {
    /// Each code, its record and its place.
    written: Vec<(String, usize, String)>,
    /// Records by their codes, as codes are compared.
    records: BTreeMap<String, usize>,
}

/// What stands between the steps of a code.
const BETWEEN: &[char] = &['.', '-', '/', '_'];

/// A code without the signs that a table has behind it: `C1:`, `C1.`, `（C1）`. Brackets within it stay.
pub(super) fn bare(written: &str) -> &str {
    const ENDS: &[char] = &[':', '.', ',', ';', '：', '．', '。', '、', '；'];
    const BRACKETS: &[(char, char)] = &[('(', ')'), ('（', '）'), ('[', ']'), ('［', '］'), ('【', '】')];
    let mut code = written.trim().trim_end_matches(ENDS).trim_end();
    for (open, close) in BRACKETS {
        let Some(inner) = code.strip_suffix(*close) else { continue };
        code = match inner.strip_prefix(*open) {
            Some(within) => within.trim(),
            None if !inner.contains(*open) => inner.trim_end(),
            None => code,
        };
    }
    if code.is_empty() { written } else { code }
}

impl Codes {
    /// Remembers what the table writes as the number of a record.
    pub(super) fn note(&mut self, written: &str, record: usize, place: String) {
        let written = bare(written);
        if !written.is_empty() {
            self.records.entry(fold_code(written)).or_insert(record);
            self.written.push((written.to_owned(), record, place));
        }
    }

    /// The record whose code a code begins with: `LK0113` of `LK0113.1`.
    pub(super) fn above(&self, written: &str) -> Option<usize> {
        let code = fold_code(bare(written));
        let mut rest = code.as_str();
        while let Some((before, _)) = rest.rsplit_once(BETWEEN) {
            if let Some(found) = self.records.get(before) {
                return Some(*found);
            }
            rest = before;
        }
        None
    }

    /// Gives each record its code, unless its id says the same or the code means another record.
    pub(super) fn give(&self, records: &mut [ImportedRecord], remarks: &mut Vec<String>) {
        let items = records.iter().filter(|record| record.depth > 0);
        let ids: BTreeSet<String> = items.map(|record| record.id.clone()).collect();
        let own = |record: &ImportedRecord| {
            record.keys.get("code").and_then(|code| code.first()).map(|code| fold_code(code))
        };
        let mut taken: BTreeSet<String> = BTreeSet::new();
        for record in records.iter_mut() {
            let Some(code) = own(record) else { continue };
            if ids.contains(&code) || !taken.insert(code) {
                let value = record.keys.remove("code").unwrap_or_default();
                let name = record.name();
                remarks.push(format!(
                    "{name}: another record has the code `{}` as its code or id, so it becomes `x-code`",
                    value.concat()
                ));
                record.keys.insert("x-code".to_owned(), value);
            }
        }
        for (written, at, place) in &self.written {
            let Some(record) = records.get_mut(*at) else { continue };
            let folded = fold_code(written);
            let plain = folded.trim_matches(|sign: char| ".()".contains(sign));
            let says_it = record.id == plain || record.id.rsplit('.').next() == Some(plain);
            if says_it || record.keys.contains_key("code") {
                continue;
            }
            // That another record has the number as its id was said when this one got another.
            let is_id = ids.contains(&folded);
            if is_id || why_no_code(written).is_some() || !taken.insert(folded) {
                if !is_id {
                    remarks.push(format!("{place}: `{written}` cannot be a code or means another record too, so it becomes `x-code`"));
                }
                record.keys.insert("x-code".to_owned(), vec![written.clone()]);
            } else {
                record.keys.insert("code".to_owned(), vec![written.clone()]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn a_code_has_no_sign_behind_it() {
        for (written, code) in [
            ("C1:", "C1"),
            ("C1 :", "C1"),
            ("C1.", "C1"),
            ("C1)", "C1"),
            ("（C1）", "C1"),
            ("C1：", "C1"),
            ("[HW-03]", "HW-03"),
            ("C1 (a)", "C1 (a)"),
            ("1.1", "1.1"),
            (":", ":"),
            ("", ""),
        ] {
            assert_eq!(bare(written), code, "{written}");
        }
    }
}
