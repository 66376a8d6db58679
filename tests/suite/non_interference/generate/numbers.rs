//! Indicators of items, and what updates say of them.

use super::Maker;
use super::keys::Keys;
use crate::non_interference::model::{IndicatorOf, Key, Kind, Value};

/// Periods of targets. An update can name each, so that some replace one that another update set.
const TARGETS: [&str; 3] = ["2027", "2029", "2031"];

fn number(period: &str, value: impl Into<String>) -> Vec<(&'static str, Value)> {
    vec![("period", Value::text(period)), ("value", Value::text(value))]
}

impl Maker {
    /// The indicators of an item: texts, and sometimes two with numbers. Their ids are those of no other item.
    pub(super) fn indicators(&mut self, item: Key) -> Option<(&'static str, Value)> {
        if !self.chance.percent(35) {
            return None;
        }
        let texts = (1..=self.chance.number(0, 3)).map(|n| Value::text(format!("Indicator {n}")));
        let mut indicators: Vec<Value> = texts.collect();
        if indicators.is_empty() || self.chance.percent(60) {
            indicators.extend(["wells", "pumps"].map(|unit| self.indicator(item, unit)));
        }
        Some(("indicators", Value::list(indicators)))
    }

    fn indicator(&mut self, item: Key, unit: &str) -> Value {
        let mut keys = vec![
            ("id", Value::text(format!("{unit}-{item}"))),
            ("title", Value::text(format!("Number of {unit}"))),
            ("unit", Value::text(unit)),
            ("aim", Value::text("up")),
        ];
        if self.chance.percent(60) {
            keys.push(("baseline", Value::one(number("2018", "3"))));
        }
        let targets = self.chance.some(&TARGETS, 70);
        if !targets.is_empty() {
            let targets = targets.into_iter().map(|period| Value::Fields(number(period, "12.5")));
            keys.push(("targets", Value::list(targets)));
        }
        Value::Fields(keys)
    }

    /// What an update says of the indicators of its items: values, and, where it changes the plan, new targets.
    pub(super) fn numbers(&mut self, update: Key, items: &[Key], changes_plan: bool) -> Keys {
        let own: Vec<IndicatorOf> = items.iter().flat_map(|item| self.indicators_of(update, *item)).collect();
        let entry = |named: &IndicatorOf, rest: Vec<(&'static str, Value)>| {
            Value::Fields([vec![("indicator", Value::Indicator(named.clone()))], rest].concat())
        };
        let mut keys = Keys::new();
        let mut values = Vec::new();
        for named in self.chance.some(&own, 60) {
            let period = self.chance.pick(&["2019", "2020", "2021-Q1", "2022"]);
            let mut rest = number(period, format!("{}.5", self.chance.below(20)));
            if self.chance.percent(30) {
                rest.push(("note", Value::text("Counted by hand")));
            }
            if self.chance.percent(20) {
                rest.push(("break", Value::text("true")));
            }
            values.push(entry(&named, rest));
        }
        keys.extend((!values.is_empty()).then(|| ("values", Value::list(values))));
        let mut targets = Vec::new();
        for named in if changes_plan { self.chance.some(&own, 60) } else { Vec::new() } {
            let period = self.chance.pick(&["2029", "2030", "2033"]);
            let mut rest = number(period, self.chance.number(5, 15).to_string());
            if self.chance.percent(70) {
                rest.push(("instead-of", Value::text(self.chance.pick(&TARGETS))));
            }
            targets.push(entry(&named, rest));
        }
        keys.extend((!targets.is_empty()).then(|| ("new-targets", Value::list(targets))));
        keys
    }

    /// The indicators with numbers of an item. An item that is the same as another has none here: an update on the one is
    /// then on the other too, whatever of the two is hidden.
    fn indicators_of(&self, update: Key, item: Key) -> Vec<IndicatorOf> {
        let of = |record: Key, key: &str| {
            let found = self.model.records[record].keys.iter().find(|(name, _)| *name == key);
            match found {
                Some((_, Value::List(entries))) => entries.iter().map(|entry| entry.value.clone()).collect(),
                _ => Vec::new(),
            }
        };
        let same = |other: &Key| {
            let is_it = |value: &Value| matches!(value, Value::Ref(pointer) if pointer.to == item);
            let named = of(*other, "same-as");
            (*other == item && !named.is_empty()) || named.iter().any(is_it)
        };
        let is_short = self.model.records[update].kind.is_short();
        if !is_short && self.model.of_kind(&[Kind::Item]).iter().any(same) {
            return Vec::new();
        }
        let id = |value: Value| match value {
            Value::Fields(fields) => fields.into_iter().find_map(|(name, value)| match value {
                Value::Plain(id) if name == "id" => Some(id),
                _ => None,
            }),
            _ => None,
        };
        of(item, "indicators").into_iter().filter_map(id).map(|id| IndicatorOf { item, id, update }).collect()
    }
}
