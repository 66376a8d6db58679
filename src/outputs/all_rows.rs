//! The rows of all items in one file, and beside each list in pages which of them are its own: with both, the script
//! filters and sorts a whole list. Both files are scripts, so that they can be read from a disk, too.

use std::sync::Arc;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::listing::Window;
use super::output::{Bytes, OutputPage, file};
use crate::diag::{Diagnostic, code};
use crate::page::views::{AllRowsView, FieldFilter, ListFactsView, ListRowsView, SectionView, TagChoice};
use crate::page::{Context, ViewBuilder, choices_of, filters_of};
use crate::plan::{Index as _, Item, Ix, Plan, Role};
use crate::route::Route;
use crate::vocabulary::{RoleBasis, Status};

const LIST_ROWS: &str = "partials/list-rows.html";
const LIST_FACTS: &str = "partials/list-facts.html";
/// The templates of these files: no page is made with them.
pub(super) const PARTS: [&str; 2] = [LIST_ROWS, LIST_FACTS];

/// The rows of all items.
const ALL: &str = "items/rows.js";
/// Which of them a list has, in a file beside it.
const OWN: &str = "rows.js";

/// What all pages of a list of items say of its rows.
pub(super) struct AllRows {
    /// The file with the rows.
    file: String,
    /// The file that says which of them the list has; where it has all of them it needs none.
    own: Option<String>,
    /// What the search of the site must be told to find these items alone.
    search: Option<String>,
    /// How many they are.
    total: usize,
    /// Their statuses, in the order of the vocabulary.
    statuses: Vec<Option<Status>>,
    /// The tags that they have.
    tags: Vec<TagChoice>,
    /// The declared fields that they can be filtered by.
    fields: Vec<FieldFilter>,
}

impl AllRows {
    /// Those of the list of all items.
    pub(super) fn of_all(context: &Context) -> Self {
        let items: Vec<Ix<Item>> = context.published.plan.items.indices().collect();
        Self {
            file: ALL.to_owned(),
            own: None,
            search: Some("kind=item".to_owned()),
            total: items.len(),
            statuses: context.statuses_of(&items),
            tags: tags(context, &items),
            fields: fields(context, &items),
        }
    }

    /// Those of some items, in a list of their own.
    pub(super) fn of_list(context: &Context, list: &Route, items: &[Ix<Item>]) -> Self {
        Self {
            file: ALL.to_owned(),
            own: Some(list.beside(OWN)),
            search: None,
            total: items.len(),
            statuses: context.statuses_of(items),
            tags: tags(context, items),
            fields: fields(context, items),
        }
    }

    /// Those of a list whose last column is its own.
    pub(super) fn of_facts(context: &Context, list: &Route, items: &[Ix<Item>]) -> Self {
        Self { file: list.beside(OWN), own: None, ..Self::of_list(context, list, items) }
    }

    /// The same, which a filter of the search finds by a value.
    pub(super) fn found_by(self, filter: &str, value: &str) -> Self {
        Self { search: Some(format!("kind=item&{filter}={value}")), ..self }
    }

    /// Where the script finds them; nothing when the page has them all.
    pub(super) fn view(&self, builder: &ViewBuilder<'_>, window: Window) -> AllRowsView {
        let shown = window.range();
        if shown.len() == self.total {
            return AllRowsView::default();
        }
        AllRowsView {
            file: Some(builder.file_href(&self.file)),
            own: self.own.as_deref().map(|own| builder.file_href(own)),
            root: builder.file_href(""),
            search: self.search.as_deref().and_then(|search| builder.search_href(search)),
            from: shown.start,
            total: self.total,
            statuses: self.statuses.iter().map(|status| builder.status(*status, None, None)).collect(),
            tags: self.tags.clone(),
            fields: self.fields.clone(),
        }
    }
}

/// The tags that some items have, where they have more pages than one.
fn tags(context: &Context, items: &[Ix<Item>]) -> Vec<TagChoice> {
    if is_long(context, items) { choices_of(&context.published.plan, items) } else { Vec::new() }
}

/// The same for declared fields.
fn fields(context: &Context, items: &[Ix<Item>]) -> Vec<FieldFilter> {
    if is_long(context, items) { filters_of(context, items) } else { Vec::new() }
}

fn is_long(context: &Context, items: &[Ix<Item>]) -> bool {
    items.len() > context.config.page_size
}

/// The file with the rows of all items, when one page does not show them.
pub(super) fn of_all_items(context: &Context) -> Option<OutputPage> {
    let is_long = context.published.plan.items.len() > context.config.page_size;
    is_long.then(|| {
        file(ALL.to_owned(), |context| {
            let builder = ViewBuilder::new(context, Route::home());
            let table = builder.item_table_by_area(builder.plan().items.indices());
            rows(builder, LIST_ROWS, &ListRowsView { table })
        })
    })
}

/// The file that says which of all rows a list has, when one page does not show them. Where it is a list of the roles of
/// an agency, it has the places in the list of those that are inferred, and what else a row says of a role.
pub(super) fn of_list(
    context: &Context,
    list: &Route,
    items: &Arc<[Ix<Item>]>,
    role: impl Fn(&Plan, Ix<Item>) -> Option<&Role> + Send + Sync + 'static,
) -> Option<OutputPage> {
    let items = (items.len() > context.config.page_size).then(|| Arc::clone(items))?;
    Some(file(list.beside(OWN), move |context| {
        let own = runs(items.iter().map(|ix| ix.index()));
        let plan = &context.published.plan;
        let roles = items.iter().enumerate().filter_map(|(place, ix)| Some((place, role(plan, *ix)?)));
        let roles: Vec<(usize, &Role)> = roles.collect();
        let inferred = roles.iter().filter(|(_, role)| role.basis == RoleBasis::Inferred);
        let inferred = runs(inferred.map(|(place, _)| *place));
        let builder = ViewBuilder::new(context, Route::home());
        let words = |(place, role): &(usize, &Role)| Some((*place, builder.role_words_html(role)?));
        let words: Vec<(usize, String)> = roles.iter().filter_map(words).collect();
        if let Some(problem) = builder.problem() {
            return Err(problem);
        }
        let digest = context.state_of_items(digest);
        // Most plans say nothing more of roles.
        if words.is_empty() {
            script(&(digest, own, inferred))
        } else {
            script(&(digest, own, inferred, words))
        }
    }))
}

/// The file with all rows of a list whose last column is its own, when one page does not show them.
pub(super) fn of_facts(
    context: &Context,
    list: &Route,
    items: &Arc<[Ix<Item>]>,
    section: impl Fn(&ViewBuilder<'_>, &[Ix<Item>]) -> SectionView + Send + Sync + 'static,
) -> Option<OutputPage> {
    let items = (items.len() > context.config.page_size).then(|| Arc::clone(items))?;
    Some(file(list.beside(OWN), move |context| {
        let builder = ViewBuilder::new(context, Route::home());
        let section = section(&builder, &items);
        rows(builder, LIST_FACTS, &ListFactsView { section })
    }))
}

/// A file with rows as HTML.
fn rows(builder: ViewBuilder<'_>, template: &str, view: &impl Serialize) -> Bytes {
    let context = builder.context;
    let html = context.theme.page(template, view, &context.tree)?;
    if let Some(problem) = builder.problem() {
        return Err(problem);
    }
    script(&(context.state_of_items(digest), html))
}

/// What two files have in common when they are of one build: the same items, in the same order, with the same statuses.
/// A browser that kept one of them from an earlier build would else show rows that are not of the list.
fn digest(context: &Context) -> String {
    let mut hash = Sha256::new();
    for (ix, item) in context.published.plan.items.indexed() {
        let status = context.current_status(ix).status.map_or("none", Status::word);
        for word in [item.document.id.as_str(), status] {
            hash.update(word.as_bytes());
            hash.update(b"\n");
        }
    }
    hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// Numbers as runs of neighbours: how far each starts behind the end of the one before, and how long it is.
fn runs(numbers: impl Iterator<Item = usize>) -> Vec<i64> {
    let (mut runs, mut next) = (Vec::new(), 0);
    for number in numbers.map(|number| i64::try_from(number).unwrap_or(i64::MAX)) {
        match runs.last_mut() {
            Some(length) if number == next => *length += 1,
            _ => runs.extend([number - next, 1]),
        }
        next = number + 1;
    }
    runs
}

fn script(value: &impl Serialize) -> Bytes {
    let text = serde_json::to_string(value);
    let text = text.map_err(|error| Diagnostic::placeless(code::TEMPLATE_ERROR, error.to_string()))?;
    Ok(format!("planbookRows({text})\n").into_bytes())
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn neighbours_are_one_run_in_any_order() {
        let of = |numbers: &[usize]| runs(numbers.iter().copied());
        assert_eq!(of(&[]), Vec::<i64>::new());
        assert_eq!(of(&[0, 1, 2, 5, 6, 9]), [0, 3, 2, 2, 2, 1]);
        assert_eq!(of(&[7, 8, 3, 9]), [7, 2, -6, 1, 5, 1]);
    }
}
