//! Indicators to their numbers: to the values in updates, and to the files of figures.

use super::files::WantedFile;
use super::lookup::Connect;
use crate::diag::{Diagnostic, code, guess_id};
use crate::parse::{Ref, indicators_name};
use crate::plan::{Attachment, Index as _, Item, Ix, Measured, Update};

const FIGURES: WantedFile = WantedFile {
    kind: "a file of figures",
    code: code::UNKNOWN_FIGURES,
    help: "put the table as a .csv file into a folder `files`, and write its path from this file: `files/wells.csv`",
    is: |file| file.figures.is_some(),
    may_be: |path| path.ends_with(".csv"),
};

impl Connect<'_> {
    pub(super) fn indicators(&mut self) {
        for index in 0..self.plan.items.len() {
            let document = self.records.items[index];
            if document.measured.is_empty() {
                continue;
            }
            let figures = |it: &mut Self, written: Option<&Ref>| written.and_then(|path| it.figures(path));
            let measured = document.measured.iter();
            let measured: Vec<Measured> = measured
                .map(|it| Measured { figures: figures(self, it.figures.as_ref()), ..Measured::default() })
                .collect();
            self.plan.items.at_mut(Ix::new(index)).measured = measured;
        }
        for index in 0..self.plan.updates.len() {
            let document = self.records.updates[index];
            for (place, value) in document.values.iter().enumerate() {
                if let Some(measured) = self.measured_of(Ix::new(index), &value.indicator) {
                    measured.values.push((Ix::new(index), place));
                }
            }
            for (place, new) in document.new_targets.iter().enumerate() {
                if let Some(measured) = self.measured_of(Ix::new(index), &new.indicator) {
                    measured.new_targets.push((Ix::new(index), place));
                }
            }
        }
    }

    /// The file that an indicator takes its numbers from.
    fn figures(&mut self, written: &Ref) -> Option<Ix<Attachment>> {
        let found = self.file(written, &FIGURES)?;
        self.plan.attachments.at_mut(found).has_use = true;
        Some(found)
    }

    /// The indicator that a number of an update is of: of one of the items that it is about, or that are the same as these.
    fn measured_of(&mut self, update: Ix<Update>, indicator: &Ref) -> Option<&mut Measured> {
        let mut items: Vec<Ix<Item>> = Vec::new();
        for own in &self.plan.updates.at(update).items {
            let same = self.plan.items.at(*own).same_as.iter();
            items.extend(std::iter::once(own).chain(same));
        }
        items.sort_unstable();
        items.dedup();
        let written = &indicator.value;
        let place_of = |ix: &Ix<Item>| {
            let measured = &self.records.items[ix.index()].measured;
            measured.iter().position(|it| it.id.value == *written).map(|at| (*ix, at))
        };
        let found: Vec<(Ix<Item>, usize)> = items.iter().filter_map(place_of).collect();
        match found[..] {
            [(item, at)] => return self.plan.items.at_mut(item).measured.get_mut(at),
            [] => self.unknown_indicator(update, &items, indicator),
            [(first, _), (second, _), ..] => {
                let name = |ix: Ix<Item>| self.records.items[ix.index()].called();
                let message =
                    format!("items {} and {} both have an indicator `{written}`", name(first), name(second));
                self.diagnostics.push(
                    Diagnostic::new(code::UNKNOWN_INDICATOR, indicator.span, message).help(
                        "write an update for each of the items, or give one of the indicators another id",
                    ),
                );
            }
        }
        None
    }

    fn unknown_indicator(&mut self, update: Ix<Update>, items: &[Ix<Item>], written: &Ref) {
        let named = &self.records.updates[update.index()].items;
        // Of an item that is not there, or is not read, nothing is known.
        if named.iter().any(|item| self.names.id(&item.value).is_none()) {
            return;
        }
        let path = |ix: &Ix<Item>| &self.records.items[ix.index()].record.path;
        if items.iter().any(|item| self.names.is_unreadable(&indicators_name(path(item)))) {
            return;
        }
        let message = match items {
            [] => format!("the update is about no item that could have an indicator `{}`", written.value),
            [item] => {
                let id = self.records.items[item.index()].called();
                format!("item {id} has no indicator `{}`", written.value)
            }
            _ => format!("none of the items of the update has an indicator `{}`", written.value),
        };
        let mut problem = Diagnostic::new(code::UNKNOWN_INDICATOR, written.span, message);
        let own = items.iter().flat_map(|ix| &self.records.items[ix.index()].measured);
        let own: Vec<&str> = own.map(|it| it.id.value.as_str()).collect();
        if self.may_suggest() {
            problem = problem.suggest_guess(guess_id(&written.value, own.iter().copied()));
        }
        let help = match own.is_empty() {
            true => {
                "an indicator is an entry of `indicators` in an item, with an `id` and a `title`".to_owned()
            }
            false => format!("the indicators are {}", own.join(", ")),
        };
        self.diagnostics.push(problem.help(help));
    }
}
