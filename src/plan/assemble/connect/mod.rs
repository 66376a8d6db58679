//! Looks up every reference, and writes each connection down on both sides.

mod agencies;
mod area_numbers;
mod fast_path;
mod files;
mod images;
mod indicators;
mod items;
mod lookup;
mod outline;
mod shown;
mod tags;
mod texts;
mod updates;

use std::sync::Arc;

pub(super) use lookup::Connect;
use lookup::{ITEM, SOURCE};
pub use shown::{Shown, shown_as};

use crate::plan::{Index as _, Ix};

impl Connect<'_> {
    /// Connects all records.
    pub(super) fn everything(&mut self) {
        self.outline();
        self.about();
        self.agencies();
        self.roles();
        self.updates();
        self.items();
        self.indicators();
        self.forums();
        self.tags();
        self.texts();
        self.images();
    }

    fn about(&mut self) {
        let Some(source) = self.plan.about.as_ref().and_then(|about| about.document.source.clone()) else {
            return;
        };
        let source = self.find(&source, &SOURCE);
        if let Some(about) = &mut self.plan.about {
            about.source = source;
        }
    }

    fn forums(&mut self) {
        // A forum names items of the plan at the root.
        if self.plan.edition.is_some() {
            return;
        }
        for index in 0..self.plan.forums.len() {
            let ix = Ix::new(index);
            let document = Arc::clone(&self.plan.forums.at(ix).document);
            let items = self.find_all(&document.items, &ITEM);
            items.iter().for_each(|item| self.plan.items.at_mut(*item).forums.push(ix));
            self.plan.forums.at_mut(ix).items = items;
        }
    }
}
