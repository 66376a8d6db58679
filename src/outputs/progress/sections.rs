//! Lists under headings, as one run of rows that is shown in pages: a link to a heading knows on which page it stands.

use crate::outputs::listing::Window;
use crate::page::views::{FactRow, SectionView, StatusView};
use crate::page::{ViewBuilder, choices_of, filters_of};
use crate::plan::{Item, Ix, Update};
use crate::route::Route;

/// A part of a list under a heading of its own, before its rows are made.
pub(super) struct Section<'a> {
    /// The id of its heading.
    pub(super) id: String,
    /// Its heading.
    pub(super) title: String,
    /// The status that it is of.
    pub(super) status: Option<StatusView>,
    /// A sentence about it.
    pub(super) note: Option<String>,
    /// What the last column of the table says.
    pub(super) label: String,
    /// What to say when there is nothing in it.
    pub(super) empty: String,
    /// What it has.
    pub(super) rows: Rows<'a>,
}

/// What a section has.
pub(super) enum Rows<'a> {
    /// Items, and how a row is made of one.
    Items(&'a [Ix<Item>], Box<dyn Fn(Ix<Item>) -> FactRow + 'a>),
    /// Updates.
    Updates(&'a [Ix<Update>]),
}

impl Rows<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Items(items, _) => items.len(),
            Self::Updates(updates) => updates.len(),
        }
    }
}

/// What a page shows of sections. One without rows stands where its rows would.
pub(super) fn shown(
    builder: &ViewBuilder<'_>,
    sections: Vec<Section<'_>>,
    window: Window,
) -> Vec<SectionView> {
    let range = window.range();
    let mut offset = 0;
    let mut views = Vec::new();
    for section in sections {
        let (start, end) = (offset, offset + section.rows.len());
        offset = end;
        if window.has_section(start..end) {
            let (from, to) = (range.start.max(start) - start, range.end.min(end).max(start) - start);
            views.push(view(builder, section, from..to));
        }
    }
    views
}

/// A section with all its rows.
pub(super) fn whole(builder: &ViewBuilder<'_>, section: Section<'_>) -> SectionView {
    let all = 0..section.rows.len();
    view(builder, section, all)
}

fn view(builder: &ViewBuilder<'_>, section: Section<'_>, range: std::ops::Range<usize>) -> SectionView {
    let count = section.rows.len();
    let (mut items, mut statuses, mut updates) = (Vec::new(), Vec::new(), Vec::new());
    let (mut tags, mut fields) = (Vec::new(), Vec::new());
    match section.rows {
        Rows::Items(all, row) => {
            let shown = &all[range.clone()];
            items = shown.iter().map(|ix| row(*ix)).collect();
            statuses = builder.statuses_of(shown);
            tags = choices_of(builder.plan(), shown);
            fields = filters_of(builder.context, shown);
        }
        Rows::Updates(all) => {
            updates = all[range.clone()].iter().map(|ix| builder.update_row(*ix)).collect();
        }
    }
    SectionView {
        id: section.id,
        title: section.title,
        status: section.status,
        note: section.note.filter(|_| range.start == 0),
        label: section.label,
        count,
        continued: range.start > 0,
        items,
        statuses,
        tags,
        fields,
        updates,
        empty: section.empty,
    }
}

/// The address of a section in a list, given the ids of its sections in their order and how many rows each has.
pub(super) fn href<'s>(
    builder: &ViewBuilder<'_>,
    list: &Route,
    sections: impl IntoIterator<Item = (&'s str, usize)>,
    id: &str,
) -> String {
    let (mut offset, mut total, mut found) = (0, 0, false);
    for (other, count) in sections {
        found |= other == id;
        offset += if found { 0 } else { count };
        total += count;
    }
    // What has no rows at the end of the list stands on its last page.
    let page = Window::page_of_row(builder.context, offset.min(total.saturating_sub(1)));
    format!("{}#{id}", builder.href(&list.page_of_list(page)))
}
