//! The columns of a table that hold the fields which a plan declares for itself.

use super::cells::text;
use super::columns::ExtraColumn;
use super::types::{AgencyData, AreaData, FieldValueData, ItemData, UpdateData};
use crate::config::FieldDefinition;
use crate::page::Context;
use crate::vocabulary::{FieldHolder, FieldType};

/// Where the values of a record are in the JSON.
const FIELDS: &str = "fields";

/// A record that declared fields can be on, and that has a table.
pub(super) trait HasFields {
    /// What the settings call such a record.
    const HOLDER: FieldHolder;
    /// Its values.
    fn values(&self) -> &[FieldValueData];
}

macro_rules! has_fields {
    ($($data:ty: $holder:ident,)+) => {
        $(impl HasFields for $data {
            const HOLDER: FieldHolder = FieldHolder::$holder;

            fn values(&self) -> &[FieldValueData] {
                &self.fields
            }
        })+
    };
}

has_fields! {
    AreaData: Area,
    ItemData: Item,
    UpdateData: Update,
    AgencyData: Agency,
}

/// The columns of all fields that such a record can have, in their order.
pub(super) fn declared<R: HasFields>(context: &Context) -> impl Iterator<Item = ExtraColumn<'_, R>> {
    let fields = context.config.fields.iter().filter(|field| field.is_on(R::HOLDER));
    fields.flat_map(|field| of_field(context, field))
}

/// One column; an amount has one for its number, which a spreadsheet can add up, and one for its currency.
fn of_field<'c, R: HasFields>(context: &'c Context, field: &'c FieldDefinition) -> Vec<ExtraColumn<'c, R>> {
    let column = |name: String, about: &str, part: &str, cell: fn(&FieldValueData) -> String| ExtraColumn {
        name,
        about: context.theme.messages.get(about).replace("{label}", &field.label),
        key: format!("{FIELDS}.{part}"),
        is_number: part == "value" && matches!(field.of_type, FieldType::Number | FieldType::Amount),
        cell: Box::new(move |record: &R| {
            let value = record.values().iter().find(|value| value.key == field.key);
            value.map(cell).unwrap_or_default()
        }),
    };
    let mut columns =
        vec![column(field.key.clone(), "data-column-field", "value", |value| value.value.clone())];
    if field.of_type == FieldType::Amount {
        let name = format!("{}_currency", field.key);
        columns.push(column(name, "data-column-currency", "currency", |value| text(&value.currency)));
    }
    columns
}
