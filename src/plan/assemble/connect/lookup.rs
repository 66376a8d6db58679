//! Looks up what a record names, and reports what there is not.

use super::shown::{Shown, shown_as};
use crate::diag::{Code, Diagnostic, code};
use crate::fields::meant::plain;
use crate::parse::Ref;
use crate::plan::assemble::names::Names;
use crate::plan::assemble::ordered_records::OrderedRecords;
use crate::plan::{Agency, Area, Forum, Item, Ix, Plan, RecordIx, Source, Update};

/// How many suggestions are looked for. Each looks at every id, and a plan with more errors has one cause for them.
const SUGGESTIONS: usize = 100;

pub(in crate::plan::assemble) struct Connect<'a> {
    pub(super) plan: &'a mut Plan,
    pub(super) records: &'a OrderedRecords<'a>,
    pub(super) names: &'a Names<'a>,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    suggestions_left: usize,
}

/// A kind of record that is asked for by id.
pub(super) struct Wanted<T> {
    kind: &'static str,
    where_they_are: &'static str,
    code: Code,
    pub(super) pick: fn(RecordIx) -> Option<Ix<T>>,
}

macro_rules! wanted {
    ($name:ident, $kind:ident, $type:ty, $word:literal, $code:ident, $place:literal) => {
        pub(super) const $name: Wanted<$type> = Wanted {
            kind: $word,
            where_they_are: $place,
            code: code::$code,
            pick: |ix| if let RecordIx::$kind(ix) = ix { Some(ix) } else { None },
        };
    };
}
wanted!(ITEM, Item, Item, "item", UNKNOWN_ITEM, "items are the files in content/areas/");
wanted!(AREA, Area, Area, "area", UNKNOWN_AREA, "an area is a folder of content/areas/ with an area.md");
wanted!(AGENCY, Agency, Agency, "agency", UNKNOWN_AGENCY, "agencies are the files in content/agencies/");
wanted!(FORUM, Forum, Forum, "forum", UNKNOWN_FORUM, "forums are the files in content/forums/");
wanted!(
    SOURCE,
    Source,
    Source,
    "source record",
    UNKNOWN_SOURCE,
    "source records are the files in content/sources/"
);
wanted!(UPDATE, Update, Update, "update", UNKNOWN_UPDATE, "updates are the files in content/updates/");

impl<'a> Connect<'a> {
    pub(in crate::plan::assemble) fn new(
        plan: &'a mut Plan,
        records: &'a OrderedRecords<'a>,
        names: &'a Names<'a>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self { plan, records, names, diagnostics, suggestions_left: SUGGESTIONS }
    }

    /// The record of that id and kind, or a report.
    pub(super) fn find<T>(&mut self, written: &Ref, wanted: &Wanted<T>) -> Option<Ix<T>> {
        let coded = || self.names.coded(&written.value, wanted.pick);
        if self.names.is_internal(&written.value) {
            // The number of an internal area can be the code of an item that everybody sees.
            if let Some(found) = coded() {
                return Some(found);
            }
            self.key_to_internal(written);
            return None;
        }
        if let Some(found) = self.names.of_kind(&written.value, wanted.pick) {
            return Some(found);
        }
        if self.names.is_unreadable(&written.value)
            || (wanted.code == code::UNKNOWN_AREA && self.names.lacks_areas())
        {
            return None;
        }
        if self.names.is_internal_alias(&written.value) {
            self.key_to_internal(written);
            return None;
        }
        let message = format!("the {} `{}` does not exist", wanted.kind, written.value);
        let mut diagnostic = Diagnostic::new(wanted.code, written.span, message).help(self.where_are(wanted));
        if self.may_suggest() {
            let is_wanted = |ix| (wanted.pick)(ix).is_some();
            diagnostic = match shown_as(self.plan, &written.value, self.names.all_read(), is_wanted) {
                Shown::One(id) => diagnostic.fix(id),
                Shown::Near(id) => diagnostic.suggest(id),
                Shown::Several(ids) => {
                    let help = format!("write the id of the one that is meant: {}", ids.join(" or "));
                    diagnostic.help(help)
                }
                Shown::None => match self.several(&written.value, wanted) {
                    Some(ids) => {
                        diagnostic.help(format!("this is one text; write each id by itself: [{ids}]"))
                    }
                    None => diagnostic.suggest_guess(self.names.closest(&written.value, is_wanted)),
                },
            };
        }
        self.diagnostics.push(diagnostic);
        None
    }

    /// Where the records of a kind are; those of an edition stand in its own folder.
    fn where_are<T>(&self, wanted: &Wanted<T>) -> String {
        match &self.plan.edition {
            Some(edition)
                if [code::UNKNOWN_ITEM, code::UNKNOWN_AREA, code::UNKNOWN_UPDATE].contains(&wanted.code) =>
            {
                wanted.where_they_are.replace("content/", &format!("content/editions/{edition}/"))
            }
            _ => wanted.where_they_are.to_owned(),
        }
    }

    /// The ids in a text that names several records where each should be an entry of its own: `1.1, 1.2` and `［1.1、1.2］`.
    fn several<T>(&self, written: &str, wanted: &Wanted<T>) -> Option<String> {
        let inner = written.trim_matches(|c: char| c.is_whitespace() || "[]［］【】".contains(c));
        let parts: Vec<&str> = [",", "，", "、", ";", "；", "/", "・", " and ", " & "]
            .iter()
            .find(|sign| inner.contains(**sign))
            .map_or_else(|| vec![inner], |sign| inner.split(sign).collect());
        if parts.len() == 1 && inner == written {
            return None;
        }
        let is_wanted = |ix| (wanted.pick)(ix).is_some();
        let id = |part: &&str| {
            let (text, _) = plain(part);
            if self.names.of_kind(&text, wanted.pick).is_some() {
                return Some(text);
            }
            match shown_as(self.plan, &text, self.names.all_read(), is_wanted) {
                Shown::One(id) => Some(id),
                _ => None,
            }
        };
        let ids: Option<Vec<String>> = parts.iter().map(id).collect();
        Some(ids?.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", "))
    }

    /// A key of something public that names something internal.
    pub(super) fn key_to_internal(&mut self, written: &Ref) {
        if self.names.is_unreadable(&written.value) {
            return;
        }
        let message = format!("`{}` is internal, so the public site does not show it here", written.value);
        self.diagnostics.push(
            Diagnostic::new(code::LINK_TO_INTERNAL, written.span, message).help(
                "name a public record, or mark the entry as internal: `{value: …, audience: internal}`",
            ),
        );
    }

    pub(super) fn may_suggest(&mut self) -> bool {
        let may = self.suggestions_left > 0;
        self.suggestions_left = self.suggestions_left.saturating_sub(1);
        may
    }

    /// Those of a list that exist, each once.
    pub(super) fn find_all<T>(&mut self, written: &[Ref], wanted: &Wanted<T>) -> Vec<Ix<T>> {
        let mut found: Vec<(Ix<T>, &Ref)> = Vec::new();
        for reference in written {
            let Some(ix) = self.find(reference, wanted) else { continue };
            match found.iter().find(|(other, _)| *other == ix) {
                Some((_, first)) => self.diagnostics.push(one_record(reference, first)),
                None => found.push((ix, reference)),
            }
        }
        found.into_iter().map(|(ix, _)| ix).collect()
    }
}

/// That a list names a record by its id and by its code, or by an old id.
fn one_record(again: &Ref, first: &Ref) -> Diagnostic {
    let message =
        format!("`{}` and `{}` are the same record, so the list names it twice", first.value, again.value);
    Diagnostic::new(code::DUPLICATE_ENTRY, again.span, message)
        .label(first.span, "first here")
        .help("keep one of the two")
}

pub(super) fn add<T>(list: &mut Vec<Ix<T>>, ix: Ix<T>) {
    if !list.contains(&ix) {
        list.push(ix);
    }
}
