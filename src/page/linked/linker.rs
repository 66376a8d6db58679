//! What the nodes of a block share.

use serde_json::{Value, json};

use crate::date::Date;
use crate::page::builder::ViewBuilder;
use crate::plan::{Area, Item, Ix, RecordIx};
use crate::route::Route;

/// Makes the nodes of one page.
pub(super) struct Linker<'a, 'c> {
    pub(super) builder: &'a ViewBuilder<'c>,
}

impl Linker<'_, '_> {
    /// An area by its name.
    pub(super) fn named_area(&self, ix: Ix<Area>) -> Value {
        let route = Route::record(self.builder.plan(), RecordIx::Area(ix));
        let base = self.builder.context.config.base_url.as_deref();
        let address = base.map(|base| format!("{base}{}", route.as_str()));
        json!({ "@type": "CreativeWork", "name": self.builder.name(RecordIx::Area(ix)), "url": address })
    }

    /// An item, by its name.
    pub(super) fn named_item(&self, ix: Ix<Item>) -> Value {
        let route = Route::record(self.builder.plan(), RecordIx::Item(ix));
        let address = self.builder.context.address(&route);
        json!({ "@type": ["PlanAction", "CreativeWork"], "name": self.builder.name(RecordIx::Item(ix)), "url": address })
    }
}

/// A body by its name.
pub(super) fn organization(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}

/// An address of terms as it is; terms in words as a work of that name.
pub(super) fn terms(licence: &str) -> Value {
    match crate::config::whole_address(licence) {
        true => json!(licence),
        false => json!({ "@type": "CreativeWork", "name": licence }),
    }
}

/// A date in a form that schema.org has; an imprecise one is not made up.
pub(super) fn iso(date: Option<&Date>) -> Option<String> {
    date.and_then(Date::machine_readable)
}
