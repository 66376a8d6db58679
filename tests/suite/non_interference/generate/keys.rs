//! The front matter of each kind of record.

use super::{ABBREVIATIONS, DAYS, Maker, TITLES};
use crate::non_interference::model::{Key, Kind, Pointer, Value};

pub(super) type Keys = Vec<(&'static str, Value)>;

/// The first day of the plan.
pub(super) const ADOPTED: &str = "2020-01-01";

impl Maker {
    /// Gives each record its keys.
    pub(super) fn keys(&mut self) {
        for key in 0..self.model.records.len() {
            let mut keys = match self.model.records[key].kind {
                Kind::Plan => self.plan(),
                Kind::Area | Kind::EditionArea => self.area(key),
                Kind::Item => self.item_keys(key),
                Kind::Update => self.update(key),
                Kind::Short | Kind::EditionShort => {
                    self.statement(key, &self.model.records[key].within.clone())
                }
                Kind::Agency => self.agency(key),
                Kind::Forum => self.forum(key),
                Kind::Source => self.source(key),
                Kind::Page => self.page(key),
                Kind::EditionPlan => self.edition(),
                Kind::EditionItem => self.item_of_edition(key),
                Kind::EditionUpdate => self.update_of_edition(key),
            };
            keys.extend(self.own_fields(key));
            if !self.model.records[key].kind.is_short() {
                if self.chance.percent(15) {
                    keys.push(("summary", Value::text(format!("Summary {key}."))));
                }
                if self.chance.percent(10) {
                    keys.push(("x-desk", Value::text("7")));
                }
            }
            self.model.records[key].keys.extend(keys);
        }
    }

    /// Values of the fields that half of the books declare; in the others they are keys of one's own.
    fn own_fields(&mut self, key: Key) -> Keys {
        let (phase, cost) = match self.model.records[key].kind {
            Kind::Item | Kind::EditionItem | Kind::Agency => (true, true),
            Kind::Area | Kind::Update | Kind::EditionUpdate | Kind::Short => (true, false),
            _ => (false, false),
        };
        let mut keys = Keys::new();
        if phase && self.chance.percent(20) {
            let phase = Value::text(format!("Phase {key}"));
            // A mapping may be marked.
            let marked = self.chance.percent(50);
            keys.push(("x-phase", if marked { Value::one(vec![("value", phase)]) } else { phase }));
        }
        if cost && self.chance.percent(30) {
            let cost = Value::text(format!("{} {key}.5", self.chance.pick(&["EUR", "JPY"])));
            keys.push(("x-cost", Value::one(vec![("value", cost)])));
        }
        keys
    }

    pub(super) fn title(&mut self, key: Key) -> (&'static str, Value) {
        ("title", Value::text(format!("{} {key}", self.chance.pick(&TITLES))))
    }

    fn plan(&mut self) -> Keys {
        let mut keys = vec![
            ("title", Value::text("Harbour plan")),
            ("parties", Value::list_with_first(["Arland", "Boria", "Coria"].map(Value::text))),
            ("adopted", Value::text(ADOPTED)),
            ("languages", Value::list_with_first(["en", "ja"].map(Value::text))),
        ];
        if self.chance.percent(60) {
            let every = Value::text(self.chance.pick(&["6 months", "1 year", "2 years"]));
            keys.push(("reporting", Value::one(vec![("every", every), ("grace-days", Value::text("30"))])));
        }
        keys.extend(self.reference(Kind::Source, 60).map(|source| ("source", source)));
        let title = |title| ("title", Value::text(title));
        let names = vec![("north", Value::text("North shore")), ("south", Value::text("South shore"))];
        let place = Value::Fields(vec![title("Where"), ("values", Value::Fields(names))]);
        let goals = Value::Fields(vec![title("Goals"), ("builtin", Value::text("sdg"))]);
        keys.push(("tags", Value::Fields(vec![("place", place), ("sdg", goals)])));
        keys
    }

    fn edition(&mut self) -> Keys {
        vec![
            ("title", Value::text("The plan of 2016")),
            ("parties", Value::list_with_first(["Arland", "Boria"].map(Value::text))),
            ("adopted", Value::text("2016-01-01")),
        ]
    }

    fn item_of_edition(&mut self, key: Key) -> Keys {
        let kind = self.chance.pick(&["event", "deliverable", "continuing"]);
        let mut keys = vec![self.title(key), ("kind", Value::text(kind))];
        let agencies = self.some_of(Kind::Agency, 30);
        let (lead, supporting) = agencies.split_at(agencies.len() / 2);
        keys.extend(self.roles("lead", lead));
        keys.extend(self.roles("supporting", supporting));
        if self.chance.percent(40) {
            keys.push(("due", Value::text(self.chance.pick(&["2022", "2024-08-01", "2026"]))));
        }
        keys.extend(self.indicators(key));
        keys
    }

    fn update_of_edition(&mut self, key: Key) -> Keys {
        let (items, areas) = (self.some_of(Kind::EditionItem, 40), self.some_of(Kind::EditionArea, 20));
        self.update_on(key, &items, &areas)
    }

    fn area(&mut self, key: Key) -> Keys {
        let mut keys = vec![("number", Value::text(self.model.records[key].id.clone())), self.title(key)];
        if self.model.records[key].kind == Kind::Area {
            let lead = self.some_of(Kind::Agency, 25);
            keys.extend(self.roles("lead", &lead));
        }
        keys
    }

    fn item_keys(&mut self, key: Key) -> Keys {
        let parts =
            self.model.records.iter().any(|record| record.kind == Kind::Item && record.within.contains(&key));
        let kind = match parts && self.chance.percent(60) {
            true => "container",
            false => self.chance.pick(&[
                "deliverable",
                "deliverable",
                "recurring",
                "continuing",
                "event",
                "catch-all",
            ]),
        };
        let mut keys = vec![self.title(key), ("kind", Value::text(kind))];
        if self.chance.percent(25) {
            keys.push(("code", Value::text(format!("Ec {key}"))));
        }
        if kind == "container" {
            keys.push(("rollup", Value::text(self.chance.pick(&["all", "any"]))));
        }
        if self.chance.percent(30) {
            keys.push(("text", Value::text(format!("To do what {key} says."))));
            // A text of a source that is internal is not said to be in the plan's: that would be another statement, which
            // no deleting by hand makes.
            let plan = &self.model.records[0];
            if !plan.keys.iter().any(|(name, _)| *name == "source") {
                keys.extend(self.reference(Kind::Source, 50).map(|source| ("source", source)));
            }
        }
        keys.extend(self.image(key));
        let agencies = self.some_of(Kind::Agency, 40);
        let (lead, supporting) = agencies.split_at(agencies.len() / 2);
        keys.extend(self.roles("lead", lead));
        keys.extend(self.roles("supporting", supporting));
        if self.chance.percent(20) {
            keys.push(("roles", Value::text("inferred")));
        }
        if self.chance.percent(40) {
            keys.push(("due", Value::text(self.chance.pick(&["2022", "2024-08-01", "2026"]))));
        }
        if kind == "recurring" {
            keys.push(("cadence", Value::text("every year")));
        }
        for (name, percent) in [("related", 12), ("depends-on", 8), ("same-as", 6)] {
            let others: Vec<Key> =
                self.some_of(Kind::Item, percent).into_iter().filter(|other| *other != key).collect();
            keys.extend(self.list(name, &others));
        }
        let continued = self.some_of(Kind::EditionItem, 20);
        let entries: Vec<Value> = continued.into_iter().map(|old| self.continued(old)).collect();
        keys.extend((!entries.is_empty()).then(|| ("continues", Value::list(entries))));
        keys.extend(self.indicators(key));
        if self.chance.percent(20) {
            let milestones = ["tender", "opening"].map(|id| {
                Value::Fields(vec![
                    ("id", Value::text(id)),
                    ("title", Value::text(format!("Step {id}"))),
                    ("due", Value::text(if id == "tender" { "2023-06" } else { "2028-01-31" })),
                ])
            });
            keys.push(("milestones", Value::list(milestones)));
        }
        if self.chance.percent(20) {
            let link = |n: usize| {
                let url = Value::text(format!("https://see.example/{n}"));
                Value::Fields(vec![("title", Value::text(format!("Page {n}"))), ("url", url)])
            };
            keys.push(("see", Value::list((1..=self.chance.number(1, 2)).map(link))));
            keys.push(("contact", Value::text("mailto:desk@harbour.example")));
            keys.push(("start", Value::text("2020")));
            keys.push(("partners", Value::list(["Museum", "Friends of the Bay"].map(Value::text))));
        }
        if self.chance.percent(30) {
            let tags = self.chance.some(&["place/north", "place/south", "sdg/6", "sdg/14"], 40);
            keys.push(("tags", Value::list(tags.into_iter().map(Value::text))));
        }
        keys
    }

    fn continued(&mut self, old: Key) -> Value {
        let mut fields =
            vec![("edition", Value::text("2016")), ("item", Value::Ref(Pointer { to: old, alias: None }))];
        if self.chance.percent(60) {
            fields.push(("how", Value::text(self.chance.pick(&["unchanged", "amended", "split", "merged"]))));
        }
        Value::Fields(fields)
    }

    fn agency(&mut self, key: Key) -> Keys {
        let mut keys = vec![("name", Value::text(format!("Office {key}")))];
        if self.chance.percent(60) {
            keys.push(("abbreviation", Value::text(self.chance.pick(&ABBREVIATIONS))));
        }
        if self.chance.percent(70) {
            keys.push(("party", Value::text(self.chance.pick(&["Arland", "Boria", "Doria"]))));
        }
        let others = self.model.of_kind(&[Kind::Agency]);
        let (before, after): (Vec<Key>, Vec<Key>) =
            others.into_iter().filter(|other| *other != key).partition(|other| *other < key);
        for (name, list) in [("parent", before), ("successor", after)] {
            let other = self.chance.any(&list).filter(|_| self.chance.percent(35));
            keys.extend(other.map(|other| (name, self.pointer(other))));
        }
        keys.extend(self.valid());
        keys
    }

    /// A picture that is in no area, so that it is there in both books.
    fn image(&mut self, key: Key) -> Option<(&'static str, Value)> {
        let is_open = |path: &&str| path.starts_with("content/files/") && path.ends_with("png");
        let file = self.model.files.iter().map(|file| file.path.as_str()).find(is_open)?.to_owned();
        let up = "../".repeat(self.model.records[key].path.matches('/').count() - 1);
        let path = format!("{up}{}", file.trim_start_matches("content/"));
        let keys = vec![("file", Value::text(path)), ("alt", Value::text("A picture"))];
        self.chance.percent(40).then(|| ("image", Value::one(keys)))
    }

    fn valid(&mut self) -> Keys {
        if !self.chance.percent(40) {
            return Vec::new();
        }
        // An update names nothing that began after it.
        let to = self.chance.pick(&["2030", "2022-06", "2024"]);
        vec![("valid", Value::one(vec![("from", Value::text("2001")), ("to", Value::text(to))]))]
    }

    fn forum(&mut self, key: Key) -> Keys {
        let mut keys = vec![("name", Value::text(format!("Round {key}")))];
        if self.chance.percent(60) {
            keys.push(("abbreviation", Value::text(self.chance.pick(&ABBREVIATIONS))));
        }
        if self.chance.percent(60) {
            keys.push((
                "kind",
                Value::text(self.chance.pick(&[
                    "bilateral",
                    "regional",
                    "treaty",
                    "committee",
                    "working-group",
                ])),
            ));
        }
        if self.chance.percent(50) {
            keys.push(("parties", Value::list(["Arland", "Coria"].map(Value::text))));
        }
        let items = self.some_of(Kind::Item, 30);
        keys.extend(self.list("items", &items));
        keys.extend(self.valid());
        keys
    }

    fn source(&mut self, key: Key) -> Keys {
        let mut keys = vec![self.title(key), ("date", Value::text(self.chance.pick(&DAYS)))];
        if self.chance.percent(50) {
            keys.push(("adopted-by", Value::list(["Arland", "Boria"].map(Value::text))));
        }
        keys
    }

    fn page(&mut self, key: Key) -> Keys {
        let mut keys = vec![self.title(key)];
        if self.chance.percent(60) {
            keys.push(("order", Value::text(self.chance.number(1, 3).to_string())));
        }
        keys
    }

    pub(super) fn some_of(&mut self, kind: Kind, percent: usize) -> Vec<Key> {
        let all = self.model.of_kind(&[kind]);
        self.chance.some(&all, percent)
    }

    pub(super) fn reference(&mut self, kind: Kind, percent: usize) -> Option<Value> {
        let found = self.chance.any(&self.model.of_kind(&[kind]))?;
        self.chance.percent(percent).then(|| self.pointer(found))
    }

    pub(super) fn list(&mut self, name: &'static str, keys: &[Key]) -> Option<(&'static str, Value)> {
        let values: Vec<Value> = keys.iter().map(|key| self.pointer(*key)).collect();
        (!values.is_empty()).then(|| (name, Value::list(values)))
    }

    /// Agencies, each as its id or as a mapping.
    fn roles(&mut self, name: &'static str, agencies: &[Key]) -> Option<(&'static str, Value)> {
        let values: Vec<Value> = agencies
            .iter()
            .map(|agency| match (self.pointer(*agency), self.chance.percent(40)) {
                (pointer, true) => {
                    let basis = self.chance.pick(&["inferred", "later", "stated"]);
                    let mut keys = vec![("agency", pointer), ("basis", Value::text(basis))];
                    if basis == "later" && self.chance.percent(40) {
                        keys.push(("since", Value::text("2023-05")));
                    }
                    if basis == "later" {
                        keys.extend(self.reference(Kind::Source, 40).map(|source| ("source", source)));
                    }
                    for (name, text) in [("role", "coordinates"), ("person", "Unit 3")] {
                        if self.chance.percent(40) {
                            keys.push((name, Value::text(text)));
                        }
                    }
                    Value::Fields(keys)
                }
                (pointer, false) => pointer,
            })
            .collect();
        (!values.is_empty()).then(|| (name, Value::list(values)))
    }

    /// The id of a record or an old one.
    fn pointer(&mut self, to: Key) -> Value {
        let alias = if self.chance.percent(30) { self.alias(to) } else { None };
        Value::Ref(Pointer { to, alias })
    }
}
