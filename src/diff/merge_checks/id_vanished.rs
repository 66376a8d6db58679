//! An id was removed, and nothing has it as an alias: links from outside are broken.

use super::older_place::was;
use crate::diag::{Diagnostic, code};
use crate::diff::changes::{Kind, KnownBy};
use crate::diff::comparison::Comparison;

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    for pair in comparison.pairs.iter().filter(|pair| pair.known_by == Some(KnownBy::Words)) {
        let (kind, from, to) = (pair.new.kind.word(), pair.old.id, pair.new.id);
        let message = format!("{kind} {from} is now {kind} {to}, and links to its old address are broken");
        let help = format!("add `aliases: [\"{from}\"]` to {}", pair.new.record.path);
        let problem = Diagnostic::new(code::ID_VANISHED, pair.new.record.span, message).help(help);
        found.push(was(comparison, problem, Some(pair.old.record.span), "before the change"));
    }
    // An update that was removed is more than an address that was removed: `update-rewritten` reports it.
    for entry in comparison.removed.iter().filter(|entry| entry.kind != Kind::Update) {
        let (kind, id) = (entry.kind.word(), entry.id);
        let message = match entry.kind {
            Kind::Plan => "content/plan.md was removed".to_owned(),
            _ => format!("{kind} {id} was removed, and links to its address are broken"),
        };
        let problem = match comparison.was(entry.record.span) {
            Some(span) => Diagnostic::new(code::ID_VANISHED, span, message),
            None => Diagnostic::placeless(code::ID_VANISHED, message),
        };
        found.push(problem.help(match entry.kind {
            Kind::Item => format!(
                "restore the file: for an item that ends, add an update with `kind: closure`; if it has another number now, add `aliases: [\"{id}\"]` to that file"
            ),
            Kind::Agency => format!(
                "restore the file: for an agency that ended, add `valid` and `successor`; if it has another id now, add `aliases: [{id}]` to that file"
            ),
            _ => format!("restore the file; if it has another name now, add `aliases: [\"{id}\"]` to that file"),
        }));
    }
}
