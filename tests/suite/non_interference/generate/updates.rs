//! Updates, in both forms.

use super::Maker;
use super::keys::{ADOPTED, Keys};
use crate::non_interference::model::{Key, Kind, Pointer, Value};

/// The kinds of updates that may set new targets.
const CHANGES_PLAN: [&str; 2] = ["date-change", "text-amendment"];

impl Maker {
    pub(super) fn update(&mut self, key: Key) -> Keys {
        let items = self.some_of(Kind::Item, 25);
        let areas = self.some_of(Kind::Area, if items.is_empty() { 60 } else { 10 });
        self.update_on(key, &items, &areas)
    }

    /// An update on these items and areas, or on the plan.
    pub(super) fn update_on(&mut self, key: Key, items: &[Key], areas: &[Key]) -> Keys {
        let mut keys = vec![self.title(key)];
        if (items.is_empty() && areas.is_empty()) || self.chance.percent(8) {
            keys.push(("plan", Value::text("true")));
        }
        keys.extend(self.list("items", items));
        keys.extend(self.list("areas", areas));
        keys.extend(self.statement(key, items));
        keys
    }

    /// What both forms of an update have.
    pub(super) fn statement(&mut self, key: Key, items: &[Key]) -> Keys {
        let day = self.model.records[key].id[..10].to_owned();
        let mut keys = vec![("date", Value::text(day.clone()))];
        let has_status = |item: &Key| {
            let kind = self.model.records[*item].keys.iter().find(|(name, _)| *name == "kind");
            !matches!(kind, Some((_, Value::Plain(word))) if word == "container" || word == "catch-all")
        };
        let may_claim = day.as_str() >= ADOPTED && items.iter().all(has_status);
        let mut status = "";
        if may_claim && self.chance.percent(55) {
            status = self.chance.pick(&["in-progress", "continuing", "completed", "on-hold", "closed"]);
            keys.push(("status", Value::text(status)));
        }
        match status {
            "in-progress" => keys.push(("degree", Value::text("substantial"))),
            "on-hold" => keys.push(("challenges", Value::text("The ship is late."))),
            "closed" => keys.push(("outcome", Value::text("lapsed"))),
            _ => {}
        }
        if status != "on-hold" && self.chance.percent(15) {
            keys.push(("outlook", Value::text("on-track")));
        }
        keys.extend(self.evidence(status == "completed"));
        let agencies = self.some_of(Kind::Agency, 25);
        keys.extend(self.list("by", &agencies));
        keys.extend(self.reference(Kind::Forum, 30).map(|forum| ("forum", forum)));
        if self.chance.percent(30) {
            let state = self.chance.pick(&["planned", "held", "postponed", "cancelled"]);
            let mut fields = vec![("state", Value::text(state)), ("place", Value::text("Upper Lune"))];
            if self.chance.percent(40) {
                fields.push(("number", Value::text(self.chance.pick(&["1", "2", "3", "5"]))));
            }
            if self.chance.percent(30) {
                fields.push(("end", Value::text(self.chance.pick(&["2025-02-01", "2026"]))));
            }
            keys.push(("meeting", Value::one(fields)));
        }
        if self.chance.percent(20) {
            let verdict = self.chance.pick(&["limited", "substantial", "complete"]);
            let assessor = ("assessor", Value::text("Society of Masters"));
            keys.push(("assessment", Value::one(vec![assessor, ("verdict", Value::text(verdict))])));
        }
        if self.chance.percent(15) {
            keys.push(("reported", Value::text(self.chance.pick(&["2021-04", "2022-08-09", "2023-12"]))));
        }
        let kind = self.kind_of_update(&day, self.model.records[key].kind);
        let changes_plan = kind.iter().any(|(name, value)| {
            *name == "kind" && matches!(value, Value::Plain(kind) if CHANGES_PLAN.contains(&kind.as_str()))
        });
        keys.extend(kind);
        keys.extend(self.numbers(key, items, changes_plan));
        keys
    }

    fn kind_of_update(&mut self, day: &str, kind: Kind) -> Keys {
        let reason = ("reason", Value::text("It was so."));
        let kinds = match kind.is_of_edition() {
            true => [Kind::EditionUpdate, Kind::EditionShort],
            false => [Kind::Update, Kind::Short],
        };
        let earlier: Vec<Key> = self.model.of_kind(&kinds);
        let earlier: Vec<Key> =
            earlier.into_iter().filter(|other| &self.model.records[*other].id[..10] < day).collect();
        match (self.chance.below(7), self.chance.any(&earlier)) {
            (0, _) => vec![
                ("kind", Value::text("date-change")),
                ("new-due", Value::text(self.chance.pick(&["2023", "2025-06-30"]))),
                reason,
            ],
            (1 | 2, Some(wrong)) => {
                let wrong = Value::Ref(Pointer { to: wrong, alias: None });
                vec![("kind", Value::text("correction")), ("corrects", wrong), reason]
            }
            (3, _) => vec![("kind", Value::text("text-amendment")), reason],
            (4, _) => vec![("kind", Value::text("no-change"))],
            _ => Vec::new(),
        }
    }

    /// The first is what proves a completion.
    fn evidence(&mut self, needed: bool) -> Keys {
        let count = self.chance.number(usize::from(needed), 2);
        let documents: Vec<Value> = (0..count)
            .map(|n| {
                let url = format!("https://a.example/{n}");
                Value::Fields(vec![("title", Value::text(format!("Minutes {n}"))), ("url", Value::text(url))])
            })
            .collect();
        match documents.is_empty() {
            true => Vec::new(),
            false if needed => vec![("evidence", Value::list_with_first(documents))],
            false => vec![("evidence", Value::list(documents))],
        }
    }
}
