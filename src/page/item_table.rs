//! Items in a table: rows that are made once, in the groups that the list has.

use super::builder::ViewBuilder;
use super::field_filters::filters_of;
use super::made_once::RowForm;
use super::tag_choices::choices_of;
use super::views::{ItemRow, ItemTable, RowGroup, StatusView};
use crate::plan::{Area, Index as _, Item, Ix, RecordIx, Role};
use crate::vocabulary::RoleBasis;

impl ViewBuilder<'_> {
    /// Items in a list; nothing when there are none.
    pub fn item_table(&self, items: impl IntoIterator<Item = Ix<Item>>) -> Option<ItemTable> {
        self.table(items.into_iter().map(|item| (item, RowForm::Item)), |_| None)
    }

    /// The same, with a heading for each area.
    pub fn item_table_by_area(&self, items: impl IntoIterator<Item = Ix<Item>>) -> Option<ItemTable> {
        let area = |item: Ix<Item>| Some(self.plan().items.at(item).area);
        self.table(items.into_iter().map(|item| (item, RowForm::Item)), area)
    }

    /// Items in which an agency has a role, each with that role.
    pub fn role_table<'r>(
        &self,
        items: impl IntoIterator<Item = (Ix<Item>, Option<&'r Role>)>,
    ) -> Option<ItemTable> {
        let row = |(item, role): (Ix<Item>, Option<&'r Role>)| match role {
            Some(role) if role.basis == RoleBasis::Inferred => (item, RowForm::InferredRole, Some(role)),
            role => (item, RowForm::Role, role),
        };
        self.table_of_rows(items.into_iter().map(row), |_| None)
    }

    /// Rows that are of no item of the plan, with their statuses.
    pub fn made_table(&self, rows: Vec<ItemRow>, statuses: &[StatusView]) -> Option<ItemTable> {
        let count = rows.len();
        let mut seen: Vec<StatusView> = Vec::new();
        for status in statuses {
            if seen.iter().all(|found| found.key != status.key) {
                seen.push(StatusView { detail: None, ..status.clone() });
            }
        }
        let rows_html = rows.into_iter().map(|row| self.made_row_html(row)).collect();
        let groups = vec![RowGroup { heading: None, rows_html }];
        (count > 0).then(|| ItemTable {
            groups,
            statuses: seen,
            tags: Vec::new(),
            fields: Vec::new(),
            count,
            inferred: true,
        })
    }

    fn table(
        &self,
        rows: impl Iterator<Item = (Ix<Item>, RowForm)>,
        group: impl Fn(Ix<Item>) -> Option<Ix<Area>>,
    ) -> Option<ItemTable> {
        self.table_of_rows(rows.map(|(item, form)| (item, form, None)), group)
    }

    fn table_of_rows<'r>(
        &self,
        rows: impl Iterator<Item = (Ix<Item>, RowForm, Option<&'r Role>)>,
        group: impl Fn(Ix<Item>) -> Option<Ix<Area>>,
    ) -> Option<ItemTable> {
        let mut groups: Vec<(Option<Ix<Area>>, RowGroup)> = Vec::new();
        let (mut items, mut inferred) = (Vec::new(), false);
        for (item, form, role) in rows {
            let area = group(item);
            if groups.last().is_none_or(|(last, _)| *last != area) {
                let heading = area.map(|area| self.name(RecordIx::Area(area)));
                groups.push((area, RowGroup { heading, rows_html: String::new() }));
            }
            if let Some((_, group)) = groups.last_mut() {
                group.rows_html.push_str(&self.role_row_html(item, form, role));
            }
            items.push(item);
            inferred |= form == RowForm::InferredRole;
        }
        (!items.is_empty()).then(|| ItemTable {
            groups: groups.into_iter().map(|(_, group)| group).collect(),
            statuses: self.statuses_of(&items),
            tags: choices_of(self.plan(), &items),
            fields: filters_of(self.context, &items),
            count: items.len(),
            inferred,
        })
    }

    /// The statuses that some items have, in the order of the vocabulary.
    pub fn statuses_of(&self, items: &[Ix<Item>]) -> Vec<StatusView> {
        let statuses = self.context.statuses_of(items).into_iter();
        statuses.map(|status| self.status(status, None, None)).collect()
    }
}
