//! Agencies and forums in groups, as one run of rows that is shown in pages.

use std::ops::Range;

use super::listing::Window;
use crate::page::views::{BodiesPage, BodyGroup, BodyRow, HeadView};
use crate::page::{ViewBuilder, contents};
use crate::route::Route;

/// A page of the list that has this name in the menu: those rows of these groups that belong on it.
pub(super) fn list(
    builder: &mut ViewBuilder<'_>,
    window: Window,
    name: &str,
    mut groups: Vec<BodyGroup>,
) -> BodiesPage {
    cut(&mut groups, window.range());
    let title = builder.word(name);
    let head = builder.head(window.title(builder, title.clone()), name, builder.crumbs(Vec::new()), None);
    BodiesPage {
        head: HeadView {
            contents: contents::groups(groups.iter().map(|group| group.title.as_str())),
            ..head
        },
        title,
        groups,
        pages: window.view(builder, &Route::list(name)),
    }
}

/// A group, in the order of the names.
pub(super) fn group(builder: &ViewBuilder<'_>, title: String, mut rows: Vec<BodyRow>) -> BodyGroup {
    let order = &builder.context.name_order;
    rows.sort_by(|a, b| order.compare(&a.name, &b.name).then_with(|| a.href.cmp(&b.href)));
    BodyGroup { title, rows }
}

/// Keeps the rows that a page shows, and the groups that have any of them.
fn cut(groups: &mut Vec<BodyGroup>, range: Range<usize>) {
    let mut place = 0;
    for group in groups.iter_mut() {
        group.rows.retain(|_| {
            place += 1;
            range.contains(&(place - 1))
        });
    }
    groups.retain(|group| !group.rows.is_empty());
}
