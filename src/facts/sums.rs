//! What the values of a declared field add up to.

use std::collections::BTreeMap;

use crate::decimal::Decimal;
use crate::parse::{FieldValue, Record};
use crate::plan::{Agency, Index as _, Item, Ix, Plan};

/// How many digits a sum is kept with after the decimal point: a value can have no more.
const DIGITS: u32 = 6;

/// Sums of a field, one for each currency; numbers have one sum, whose currency is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<String, Sum>);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sum {
    /// In units of the last digit that is kept.
    units: i128,
    /// The most digits after the decimal point that a value has.
    digits: u32,
}

impl Sums {
    fn add(&mut self, value: &FieldValue) {
        let (currency, number) = match value {
            FieldValue::Number(number) => ("", number),
            FieldValue::Amount(amount) => (amount.currency.as_str(), &amount.number),
            _ => return,
        };
        let Some(units) = units(number) else { return };
        let sum = self.0.entry(currency.to_owned()).or_default();
        // A number has at most 21 digits, so no book is large enough for more than 128 bits.
        sum.units = sum.units.saturating_add(units);
        sum.digits = sum.digits.max(number.scale());
    }

    /// Whether nothing was added up.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each currency with its sum, as a number is written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, String)> {
        self.0.iter().map(|(currency, sum)| (currency.as_str(), sum.text()))
    }
}

fn units(number: &Decimal) -> Option<i128> {
    let digits: String = number.text.chars().filter(|c| *c != '.').collect();
    let units: i128 = digits.parse().ok()?;
    Some(units * 10_i128.pow(DIGITS.saturating_sub(number.scale())))
}

impl Sum {
    fn text(self) -> String {
        let units = self.units / 10_i128.pow(DIGITS.saturating_sub(self.digits));
        let digits = format!("{:0width$}", units.unsigned_abs(), width = self.digits as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - self.digits as usize);
        let sign = if units < 0 { "-" } else { "" };
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }
}

/// The value that a record has of a field, by the place of the field in the list of those that are declared.
pub fn field_value(record: &Record, field: usize) -> Option<&FieldValue> {
    let own = record.own.as_ref()?;
    own.declared.iter().find(|value| value.field == field).map(|value| &value.value)
}

/// What a field of some items adds up to. The value of an item includes those of its parts, so that these are not counted
/// beside it.
pub fn sums_of_items(plan: &Plan, field: usize, items: impl IntoIterator<Item = Ix<Item>>) -> Sums {
    sums(plan, field, items, |_| true)
}

/// The same of the items that an agency leads. A part that is another agency's counts for that one.
pub fn sums_of_agency(plan: &Plan, field: usize, agency: Ix<Agency>) -> Sums {
    let leads = |item: Ix<Item>| plan.items.at(item).lead.iter().any(|role| role.agency == agency);
    sums(plan, field, plan.agencies.at(agency).leads.iter().copied(), leads)
}

fn sums(
    plan: &Plan,
    field: usize,
    items: impl IntoIterator<Item = Ix<Item>>,
    counts: impl Fn(Ix<Item>) -> bool,
) -> Sums {
    let value = |ix: Ix<Item>| field_value(&plan.items.at(ix).document.record, field);
    let mut sums = Sums::default();
    for ix in items {
        let Some(own) = value(ix) else { continue };
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
        let found: Vec<(&str, String)> = sums.iter().collect();
        let right = [("", "0.000001"), ("EUR", "-0.70"), ("JPY", "1000000000000004")];
        assert_eq!(found, right.map(|(currency, text)| (currency, text.to_owned())));
    }
}
