//! Records that an answer names: by id, by an old id, or as the site shows them.

use super::meaning::Unclear;
use super::reader::Reader;
use crate::diag::guess_id;
use crate::parse::Record;
use crate::plan::{Plan, RecordIx, Shown, shown_as, unless_another_number};
use crate::schema::Target;

/// What an answer names.
pub(super) enum Found {
    /// A record, by its id.
    Own,
    /// The only record that can be meant.
    Certain(String),
    Unclear(Unclear),
}

/// The ids that an answer may name.
pub fn known(plan: &Plan, target: Target) -> Vec<String> {
    let mut ids: Vec<String> = match target {
        Target::Area => plan.areas.iter().map(|it| it.document.number.value.as_str().to_owned()).collect(),
        Target::Item => plan.items.iter().map(|it| it.document.id.as_str().to_owned()).collect(),
        Target::Update => plan.updates.iter().map(|it| it.document.id.clone()).collect(),
        Target::Agency => plan.agencies.iter().map(|it| it.document.id.clone()).collect(),
        Target::Forum => plan.forums.iter().map(|it| it.document.id.clone()).collect(),
        Target::Source => plan.sources.iter().map(|it| it.document.id.clone()).collect(),
        Target::Edition => plan.editions.iter().map(|it| it.name.clone()).collect(),
        Target::ItemOfEdition => Vec::new(),
    };
    ids.sort();
    ids
}

/// What records of the kind are called, and the command that begins one.
pub fn called(target: Target) -> (&'static str, &'static str) {
    match target {
        Target::Area => ("area", "planbook new area"),
        Target::Item => ("item", "planbook new item"),
        Target::Update => ("update", "planbook new update"),
        Target::Agency => ("agency", "planbook new agency"),
        Target::Forum => ("forum", "planbook new forum"),
        Target::Source => ("source record", "planbook new source"),
        Target::Edition => ("edition", ""),
        Target::ItemOfEdition => ("item of an edition", ""),
    }
}

impl Reader<'_> {
    pub(super) fn find(&self, target: Target, text: &str) -> Found {
        let ids = known(self.plan, target);
        // Items of another edition are looked up with the whole record.
        if target == Target::ItemOfEdition || ids.iter().any(|id| id == text) {
            return Found::Own;
        }
        if let Some(id) = by_old_id(self.plan, target, text).or_else(|| by_code(self.plan, target, text)) {
            return Found::Certain(id);
        }
        let (kind, begin) = called(target);
        let absent = format!("the {kind} `{text}` does not exist");
        match shown_as(self.plan, text, self.all_read, |ix| is_of(target, ix)) {
            Shown::One(id) => return Found::Certain(id),
            Shown::Several(several) => {
                let help = format!("write the id of the one that is meant: {}", several.join(" or "));
                return Found::Unclear(Unclear::new(format!("{absent}\n  help: {help}")));
            }
            Shown::Near(id) => {
                return Found::Unclear(Unclear {
                    why: format!("{absent}; did you mean `{id}`?"),
                    instead: Some(id),
                });
            }
            Shown::None => {}
        }
        let guess = guess_id(text, ids.iter().map(String::as_str))
            .and_then(|guess| unless_another_number(text, guess));
        Found::Unclear(match guess {
            Some(guess) if guess.certain && self.all_read => return Found::Certain(guess.word.to_owned()),
            Some(guess) => Unclear {
                why: format!("{absent}; did you mean `{}`?", guess.word),
                instead: Some(guess.word.to_owned()),
            },
            None if ids.is_empty() && !begin.is_empty() => {
                Unclear::new(format!("{absent}: the plan has none yet; `{begin}` creates one"))
            }
            None => Unclear::new(format!("{absent}; Tab shows the existing ids")),
        })
    }
}

fn is_of(target: Target, ix: RecordIx) -> bool {
    match target {
        Target::Area => matches!(ix, RecordIx::Area(_)),
        Target::Item => matches!(ix, RecordIx::Item(_)),
        Target::Update => matches!(ix, RecordIx::Update(_)),
        Target::Agency => matches!(ix, RecordIx::Agency(_)),
        Target::Forum => matches!(ix, RecordIx::Forum(_)),
        Target::Source => matches!(ix, RecordIx::Source(_)),
        Target::Edition | Target::ItemOfEdition => false,
    }
}

/// The item of this code, in any case.
fn by_code(plan: &Plan, target: Target, text: &str) -> Option<String> {
    if target != Target::Item {
        return None;
    }
    let item = plan.items.iter().find(|item| item.document.is_called(text))?;
    Some(item.document.id.as_str().to_owned())
}

/// The record that had this id before.
fn by_old_id(plan: &Plan, target: Target, text: &str) -> Option<String> {
    let had = |record: &Record| record.aliases.iter().any(|alias| alias.value == text);
    match target {
        Target::Area => {
            let area = plan.areas.iter().find(|area| had(&area.document.record))?;
            Some(area.document.number.value.as_str().to_owned())
        }
        Target::Item => {
            let item = plan.items.iter().find(|item| had(&item.document.record))?;
            Some(item.document.id.as_str().to_owned())
        }
        Target::Update => {
            plan.updates.iter().find(|it| had(&it.document.record)).map(|it| it.document.id.clone())
        }
        Target::Agency => {
            plan.agencies.iter().find(|it| had(&it.document.record)).map(|it| it.document.id.clone())
        }
        Target::Forum => {
            plan.forums.iter().find(|it| had(&it.document.record)).map(|it| it.document.id.clone())
        }
        Target::Source => {
            plan.sources.iter().find(|it| had(&it.document.record)).map(|it| it.document.id.clone())
        }
        Target::Edition | Target::ItemOfEdition => None,
    }
}
