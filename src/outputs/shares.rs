//! Counts of items: how many have each status, and how many are of each kind.

use crate::facts::percentages;
use crate::page::ViewBuilder;
use crate::page::views::ShareView;
use crate::plan::{Index as _, Item, Ix};
use crate::route::Route;
use crate::vocabulary::{Choice, Kind, Status};

/// How many items have each status. Items that have no status of their own (groups and catch-alls) are left out.
pub(super) fn status_shares(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<ShareView> {
    let statuses: Vec<Status> =
        items.iter().filter_map(|ix| builder.context.current_status(*ix).counted()).collect();
    let words = |status: Status| (status.word(), builder.word(&format!("status-{}", status.word())));
    shares(&statuses, words, |status| builder.href(&Route::status(status)))
}

/// How many items are of each kind.
pub(super) fn kind_shares(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<ShareView> {
    let kinds: Vec<Kind> = items.iter().map(|ix| builder.plan().items.at(*ix).document.kind).collect();
    let words = |kind: Kind| (kind.word(), builder.word(&format!("kind-{}", kind.word())));
    shares(&kinds, words, |kind| builder.href(&Route::kind(kind)))
}

/// Counts of each choice that occurs, in the order of the list of choices.
fn shares<T: Choice + PartialEq>(
    values: &[T],
    words: impl Fn(T) -> (&'static str, String),
    href: impl Fn(T) -> String,
) -> Vec<ShareView> {
    let counted = |choice: &T| values.iter().filter(|value| *value == choice).count();
    let counts: Vec<usize> = T::CHOICES.iter().map(|(_, choice)| counted(choice)).collect();
    T::CHOICES
        .iter()
        .zip(counts.iter().copied().zip(percentages(&counts)))
        .filter(|(_, (count, _))| *count > 0)
        .map(|((_, choice), (count, percent))| {
            let (key, text) = words(*choice);
            ShareView { key: key.to_owned(), text, count, percent, href: Some(href(*choice)) }
        })
        .collect()
}
