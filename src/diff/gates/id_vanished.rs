//! An id is gone, and nothing has it as an alias: links from outside lead nowhere.

use super::older_place::was;
use crate::diag::{Diagnostic, code};
use crate::diff::changes::{Kind, KnownBy};
use crate::diff::comparison::Comparison;

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    for pair in comparison.pairs.iter().filter(|pair| pair.known_by == Some(KnownBy::Words)) {
        let (kind, from, to) = (pair.new.kind.word(), pair.old.id, pair.new.id);
        let message = format!("{kind} {from} is {kind} {to} now, and its old address leads nowhere");
        let help = format!("add `aliases: [\"{from}\"]` to {}", pair.new.record.path);
        let problem = Diagnostic::new(code::ID_VANISHED, pair.new.record.span, message).help(help);
        found.push(was(comparison, problem, Some(pair.old.record.span), "as it was"));
    }
    // An update that is gone is more than an address that is gone: `update-rewritten` tells it.
    for entry in comparison.removed.iter().filter(|entry| entry.kind != Kind::Update) {
        let (kind, id) = (entry.kind.word(), entry.id);
        let message = match entry.kind {
            Kind::Plan => "content/plan.md is gone".to_owned(),
            _ => format!("{kind} {id} is gone, and its address leads nowhere"),
        };
        let problem = match comparison.was(entry.record.span) {
            Some(span) => Diagnostic::new(code::ID_VANISHED, span, message),
            None => Diagnostic::placeless(code::ID_VANISHED, message),
        };
        found.push(problem.help(match entry.kind {
            Kind::Item => format!(
                "put the file back: an item that ends gets an update with `kind: closure`; if it has another number now, add `aliases: [\"{id}\"]` to that file"
            ),
            Kind::Agency => format!(
                "put the file back: an agency that ended gets `valid` and `successor`; if it has another id now, add `aliases: [{id}]` to that file"
            ),
            _ => format!("put the file back; if it has another name now, add `aliases: [\"{id}\"]` to that file"),
        }));
    }
}
