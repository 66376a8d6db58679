//! What the values of a declared field add up to.

use std::collections::{BTreeMap, BTreeSet};

use crate::decimal::Decimal;
use crate::parse::{FieldValue, Record};
use crate::plan::{Agency, Index as _, Item, Ix, Plan};

/// Sums of a field, one for each currency; numbers have one sum, whose currency is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<String, Decimal>);

impl Sums {
    fn add(&mut self, value: &FieldValue) {
        let (currency, number) = match value {
            FieldValue::Number(number) => ("", number),
            FieldValue::Amount(amount) => (amount.currency.as_str(), &amount.number),
            _ => return,
        };
        let sum = self.0.get(currency).map_or_else(|| number.clone(), |sum| sum.plus(number));
        self.0.insert(currency.to_owned(), sum);
    }

    /// Whether nothing was added up.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each currency with its sum.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Decimal)> {
        self.0.iter().map(|(currency, sum)| (currency.as_str(), sum))
    }
}

/// The value that a record has of a field, by the place of the field in the list of those that are declared.
pub fn field_value(record: &Record, field: usize) -> Option<&FieldValue> {
    let own = record.own.as_ref()?;
    own.declared.iter().find(|value| value.field == field).map(|value| &value.value)
}

/// What a field of some items adds up to. The value of an item includes those of its parts, so that these are not counted
/// beside it; and of items that are the same commitment, the first that has a value counts for all.
pub fn sums_of_items(plan: &Plan, field: usize, items: impl IntoIterator<Item = Ix<Item>>) -> Sums {
    sums(plan, field, items, |_| true)
}

/// The same of the items that an agency leads. A part that is another agency's counts for that one.
pub fn sums_of_agency(plan: &Plan, field: usize, agency: Ix<Agency>) -> Sums {
    let leads = |item: Ix<Item>| plan.items.at(item).lead.iter().any(|role| role.agency == agency);
    sums(plan, field, plan.agencies.at(agency).leads.iter().copied(), leads)
}

/// The same of the items that nobody leads.
pub fn sums_without_lead(plan: &Plan, field: usize) -> Sums {
    let nobody = |item: Ix<Item>| plan.items.at(item).lead.is_empty();
    sums(plan, field, plan.items.indices().filter(|ix| nobody(*ix)), nobody)
}

/// Whether an item is the same commitment as one of another area, so that the sums of both areas have its value.
pub fn sums_of_areas_overlap(plan: &Plan, field: usize) -> bool {
    let area = |ix: Ix<Item>| plan.top_area(plan.items.at(ix).area);
    let has_value = |ix: Ix<Item>| field_value(&plan.items.at(ix).document.record, field).is_some();
    let overlaps = |(ix, item): (Ix<Item>, &Item)| {
        has_value(ix) && item.same_as.iter().any(|same| has_value(*same) && area(*same) != area(ix))
    };
    plan.items.indexed().any(overlaps)
}

/// The items of which no sum has anything: neither they nor their parts have a value. Parts do not count beside their item.
pub fn items_without_value(plan: &Plan, field: usize) -> usize {
    let has_value = |ix: Ix<Item>| field_value(&plan.items.at(ix).document.record, field).is_some();
    let has_none = |ix: Ix<Item>| {
        let same = plan.items.at(ix).same_as.iter().copied();
        !std::iter::once(ix).chain(plan.descendants(ix)).chain(same).any(has_value)
    };
    plan.items.indexed().filter(|(ix, item)| item.parent.is_none() && has_none(*ix)).count()
}

fn sums(
    plan: &Plan,
    field: usize,
    items: impl IntoIterator<Item = Ix<Item>>,
    counts: impl Fn(Ix<Item>) -> bool,
) -> Sums {
    let value = |ix: Ix<Item>| field_value(&plan.items.at(ix).document.record, field);
    let mut sums = Sums::default();
    let mut counted = BTreeSet::new();
    for ix in items {
        let Some(own) = value(ix) else { continue };
        if plan.items.at(ix).same_as.iter().any(|same| counted.contains(same)) {
            continue;
        }
        counted.insert(ix);
        let mut above = std::iter::successors(plan.items.at(ix).parent, |ix| plan.items.at(*ix).parent);
        if !above.any(|ix| counts(ix) && value(ix).is_some()) {
            sums.add(own);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::Sums;
    use crate::decimal::Decimal;
    use crate::parse::{Amount, FieldValue};

    #[test]
    fn sums_are_exact_and_one_for_each_currency() {
        let mut sums = Sums::default();
        let written =
            [("EUR", "0.1"), ("EUR", "0.20"), ("JPY", "5"), ("EUR", "-1"), ("JPY", "999999999999999")];
        for (currency, number) in written {
            let number = Decimal::parse(number).unwrap();
            sums.add(&FieldValue::Amount(Amount { currency: currency.to_owned(), number }));
        }
        sums.add(&FieldValue::Number(Decimal::parse("0.000001").unwrap()));
        let found: Vec<(&str, String)> = sums.iter().map(|(of, sum)| (of, sum.text.clone())).collect();
        let right = [("", "0.000001"), ("EUR", "-0.70"), ("JPY", "1000000000000004")];
        assert_eq!(found, right.map(|(currency, text)| (currency, text.to_owned())));
    }
}
