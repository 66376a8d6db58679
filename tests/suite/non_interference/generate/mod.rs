//! Books at random: every kind of record, joined in every way that there is. Nothing in them is internal yet.

mod keys;
mod numbers;
mod prose;
mod updates;

use super::chance::Chance;
use super::model::{Attachment, Key, Kind, Model, Record, Text, Value};

/// Days of updates; few, so that several fall on one. The first is before the plan, the last still to come.
const DAYS: [&str; 7] =
    ["2019-07-08", "2020-02-03", "2021-03-04", "2021-03-05", "2022-05-06", "2023-11-12", "2025-01-02"];

/// Short forms that bodies have, some of them two.
const ABBREVIATIONS: [&str; 5] = ["ARX", "BOT2", "Q&A", "2+2", "MOT"];

const TITLES: [&str; 12] = [
    "Harbour lights",
    "Talks on trade",
    "The river survey",
    "Exchange of pilots",
    "Joint drill",
    "A code of signals",
    "Fisheries",
    "Common standards",
    "Visits of ministers",
    "Water of the Lune",
    "Ferry line",
    "Training of crews",
];

/// Fields that the plan declares for itself.
const FIELDS: &str = "[fields.x-phase]\nlabel = \"Phase\"\non = [\"item\", \"area\", \"update\", \"agency\"]\ntype = \"text\"\nlist = true\n[fields.x-cost]\nlabel = \"Cost\"\non = [\"item\", \"agency\"]\ntype = \"amount\"\nlist = true\nsum = true\n";

/// A book under construction.
struct Maker {
    chance: Chance,
    model: Model,
    /// The record whose text has a heading with an id of its own: a second one of that name is an error.
    own_id: Option<Key>,
}

/// The book of a number.
pub fn model(seed: u64) -> Model {
    let mut maker = Maker { chance: Chance::new(seed), model: Model::default(), own_id: None };
    maker.settings();
    maker.records();
    maker.aliases();
    maker.attachments();
    maker.keys();
    maker.texts();
    maker.translations(seed);
    maker.model
}

impl Maker {
    /// Some books are in two languages. What else they are does not follow from that.
    fn translations(&mut self, seed: u64) {
        let mut chance = Chance::of(seed, usize::MAX / 2);
        if chance.percent(25) {
            self.model.settings.insert_str(0, "languages = [\"en\", \"ja\"]\n");
            self.model.translated = Some(seed);
        }
    }

    fn settings(&mut self) {
        let chance = &mut self.chance;
        let mut settings = String::new();
        let parentheses = chance.percent(40);
        if parentheses {
            settings.push_str("numbering = \"3 (2) (a)\"\n");
        }
        if chance.percent(50) {
            settings.push_str("[site]\nbase-url = \"https://plan.example/harbour/\"\n");
            if chance.percent(30) {
                settings.push_str("[outputs]\ncards = true\nembed = true\nmarkdown = true\n");
            }
        }
        if chance.percent(50) {
            settings.push_str("[repository]\nurl = \"https://git.example/plan\"\n");
        }
        if chance.percent(50) {
            settings.push_str(FIELDS);
        }
        self.model.settings = settings;
        self.model.parentheses = parentheses;
        self.model.default_internal = self.chance.percent(25);
        self.model.as_of =
            self.chance.pick(&["2024-06-30", "2024-06-30", "2024-06-30", "2021-12-31"]).to_owned();
    }

    fn add(&mut self, kind: Kind, id: impl Into<String>, path: impl Into<String>, within: &[Key]) -> Key {
        let record = Record {
            kind,
            id: id.into(),
            path: path.into(),
            within: within.to_vec(),
            internal: false,
            outspoken: self.chance.percent(20),
            keys: Vec::new(),
            body: Text::default(),
            windows: self.chance.percent(10),
            open_end: self.chance.percent(10),
        };
        self.model.records.push(record);
        self.model.records.len() - 1
    }

    /// Records without keys and texts. Each stands after those that it is within.
    fn records(&mut self) {
        self.add(Kind::Plan, "plan", "content/plan.md", &[]);
        self.editions();
        for number in 1..=self.chance.number(1, 4) {
            let folder = format!("content/areas/0{number}-area");
            let area = self.add(Kind::Area, number.to_string(), format!("{folder}/area.md"), &[]);
            for item in 1..=self.chance.number(0, 3) {
                self.item(&folder, &format!("{number}.{item}"), &[area], 2);
            }
            self.inner_areas(&folder, &number.to_string(), &[area], 2);
        }
        for (kind, folder, most) in
            [(Kind::Agency, "agencies", 5), (Kind::Forum, "forums", 3), (Kind::Source, "sources", 3)]
        {
            for number in 1..=self.chance.number(0, most) {
                let id = format!("{}-{number}", kind.name());
                let path = format!("content/{folder}/{id}.md");
                self.add(kind, id, path, &[]);
            }
        }
        for number in 1..=self.chance.number(0, 4) {
            // A page of that name stands in for the built-in one.
            let built_in = number == 1 && self.chance.percent(20);
            let id = if built_in { "accessibility".to_owned() } else { format!("page-{number}") };
            let path = format!("content/pages/{id}.md");
            self.add(Kind::Page, id, path, &[]);
        }
        for number in 1..=self.chance.number(1, 6) {
            let day = self.chance.pick(&DAYS);
            let id = format!("{day}-u{number}");
            let path = format!("content/updates/{}/{id}.md", &day[..4]);
            self.add(Kind::Update, id, path, &[]);
        }
    }

    /// Sometimes an area in an area, with items, and another in that one.
    fn inner_areas(&mut self, around: &str, number: &str, within: &[Key], deeper: usize) {
        if deeper == 0 || !self.chance.percent(25) {
            return;
        }
        let (folder, number) = (format!("{around}/07-inner"), format!("{number}.7"));
        let area = self.add(Kind::Area, number.clone(), format!("{folder}/area.md"), within);
        let within = [within, &[area]].concat();
        for item in 1..=self.chance.number(0, 2) {
            self.item(&folder, &format!("{number}.{item}"), &within, 1);
        }
        self.inner_areas(&folder, &number, &within, deeper - 1);
    }

    /// An item with its parts and short updates.
    fn item(&mut self, folder: &str, id: &str, within: &[Key], deeper: usize) {
        let path = format!("{folder}/{id}-item.md");
        let item = self.add(Kind::Item, id, path.clone(), within);
        let days = self.chance.number(1, 3);
        for _ in 0..self.chance.number(0, 3) {
            let day = self.chance.pick(&DAYS[DAYS.len() - 2 - days..]);
            self.add(Kind::Short, day, path.clone(), &[item]);
        }
        if deeper > 0 && self.chance.percent(30) {
            for step in ["a", "b"].iter().take(self.chance.number(1, 2)) {
                self.item(folder, &format!("{id}.{step}"), &[within, &[item]].concat(), deeper - 1);
            }
        }
    }

    /// Sometimes an earlier edition.
    fn editions(&mut self) {
        if !self.chance.percent(50) {
            return;
        }
        let folder = "content/editions/2016";
        let closed_by: Vec<Key> = vec![self.add(Kind::EditionPlan, "2016", format!("{folder}/plan.md"), &[])];
        for number in 1..=self.chance.number(1, 2) {
            let folder = format!("{folder}/areas/0{number}-old");
            let path = format!("{folder}/area.md");
            let area = self.add(Kind::EditionArea, number.to_string(), path, &closed_by);
            let within = [closed_by.as_slice(), &[area]].concat();
            for item in 1..=self.chance.number(0, 2) {
                let id = format!("{number}.{item}");
                let path = format!("{folder}/{id}-old.md");
                let item = self.add(Kind::EditionItem, id.clone(), path.clone(), &within);
                for _ in 0..self.chance.number(0, 2) {
                    let day = self.chance.pick(&DAYS[DAYS.len() - 4..]);
                    self.add(Kind::EditionShort, day, path.clone(), &[item]);
                }
                if self.chance.percent(30) {
                    let path = format!("{folder}/{id}.a-old.md");
                    self.add(
                        Kind::EditionItem,
                        format!("{id}.a"),
                        path,
                        &[within.as_slice(), &[item]].concat(),
                    );
                }
            }
        }
        self.updates_of_edition(&closed_by);
    }

    /// The updates of an edition.
    fn updates_of_edition(&mut self, closed_by: &[Key]) {
        for number in 1..=self.chance.number(0, 3) {
            let day = self.chance.pick(&DAYS);
            let id = format!("{day}-old-{number}");
            let path = format!("content/editions/2016/updates/{}/{id}.md", &day[..4]);
            self.add(Kind::EditionUpdate, id, path, closed_by);
        }
    }

    /// Old ids; now and then one that a record of another kind has now, which then goes first.
    fn aliases(&mut self) {
        let kinds =
            [Kind::Area, Kind::Item, Kind::Update, Kind::Agency, Kind::Forum, Kind::Source, Kind::Page];
        let mut taken = false;
        for key in self.model.of_kind(&kinds) {
            let mut aliases = Vec::new();
            if self.chance.percent(25) {
                aliases.push(match self.model.records[key].kind {
                    Kind::Item if self.chance.percent(50) => format!("90.{key}"),
                    _ => format!("old-{key}"),
                });
            }
            if !taken && self.chance.percent(5) {
                taken = true;
                let own = self.model.records[key].kind;
                let others: Vec<Key> = kinds
                    .iter()
                    .filter(|kind| **kind != own)
                    .flat_map(|kind| self.model.of_kind(&[*kind]))
                    .collect();
                aliases.extend(self.chance.any(&others).map(|other| self.model.records[other].id.clone()));
            }
            if !aliases.is_empty() {
                let value = Value::list(aliases.into_iter().map(Value::Plain));
                self.model.records[key].keys.push(("aliases", value));
            }
        }
    }

    /// Pictures and documents in folders named `files`.
    fn attachments(&mut self) {
        for number in 0..self.chance.number(0, 4) {
            let area =
                self.chance.any(&self.model.of_kind(&[Kind::Area])).filter(|_| self.chance.percent(60));
            let folder = match area {
                Some(area) => self.model.records[area].path.replace("area.md", "files"),
                None => self.chance.pick(&["content/files", "content/updates/2021/files"]).to_owned(),
            };
            let (name, bytes) = match self.chance.percent(70) {
                true => ("png", crate::files::png(u8::try_from(number).unwrap(), "")),
                false => ("pdf", crate::files::pdf(&number.to_string())),
            };
            let path = format!("{folder}/file-{number}.{name}");
            self.model.files.push(Attachment { path, area, bytes });
        }
    }
}
