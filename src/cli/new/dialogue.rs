//! Questions in a terminal. Which question comes next, and what is a right answer, follows from the table of keys.

use std::collections::BTreeSet;
use std::io::IsTerminal as _;

use super::question::{Question, question};
use super::{line, missing, say_error};
use crate::check::is_future;
use crate::date::{Date, Day, FiscalYear};
use crate::scaffold::Values;
use crate::scaffold::answer::{self, One, Reader};
use crate::scaffold::templates::RecordTemplate;
use crate::schema::{Shape, Target};

/// Whether somebody is there to answer.
pub(super) fn is_possible() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// A dialogue about a new record.
pub(super) struct Dialogue<'a> {
    pub(super) kind: &'a RecordTemplate,
    pub(super) reader: Reader<'a>,
    pub(super) today: Day,
    /// Whether a file of this path is there.
    pub(super) is_there: &'a dyn Fn(&str) -> bool,
    pub(super) values: &'a mut Values,
}

impl Dialogue<'_> {
    /// Asks for what must be there and is not, and for what most records of the kind have.
    pub(super) fn ask(&mut self) -> anyhow::Result<()> {
        say(&format!(
            "{}. Press Enter to skip what you do not need, Tab to complete an id or to see those that fit, Ctrl+C to stop.",
            self.kind.about
        ));
        let mut wanted: Vec<String> = self.kind.asks.iter().map(|name| (*name).to_owned()).collect();
        let lacking = missing::flags(self.kind, self.values);
        wanted.extend(lacking.into_iter().filter(|name| !self.kind.asks.contains(&name.as_str())));
        let mut asked = BTreeSet::new();
        for name in wanted {
            match self.is_too_early(&name) {
                true if name == "status" => self.announce()?,
                true => {}
                false => self.put(&name, "")?,
            }
            asked.insert(name);
            if self.kind.named_by().iter().all(|name| asked.contains(*name)) {
                self.name()?;
            }
        }
        // An answer may have asked for more.
        let mut before = Vec::new();
        loop {
            let lacking = missing::flags(self.kind, self.values);
            let Some(name) = lacking.first().filter(|_| lacking != before).cloned() else { break };
            before = lacking;
            self.put(&name, "")?;
        }
        self.free_name()
    }

    /// Asks for a name where the words make none.
    fn name(&mut self) -> anyhow::Result<()> {
        if !self.kind.lacks_name(self.values) {
            return Ok(());
        }
        say(&format!("  {}", missing::no_name(self.kind)));
        let offer = self.kind.offered_name(self.values);
        let is_there = |id: &str| {
            let mut values = self.values.clone();
            values.insert(self.kind.id.0.to_owned(), vec![id.to_owned()]);
            self.kind.path(&values, self.reader.plan).is_ok_and(|path| (self.is_there)(&path))
        };
        let numbered = |offer: String| {
            let names = (2..100).map(|number| format!("{offer}-{number}"));
            [offer.clone()].into_iter().chain(names).find(|name| !is_there(name))
        };
        let offer = offer.and_then(numbered).unwrap_or_default();
        self.put(self.kind.id.0, &offer)
    }

    /// Asks for another name while the file is there already.
    fn free_name(&mut self) -> anyhow::Result<()> {
        let own = self.kind.id.0;
        // A number that is taken is no matter of the name.
        if let Some(why) = self.taken().filter(|_| !matches!(self.kind.name, "item" | "area")) {
            say(&format!("  {why}"));
            let before = self.values.remove(own);
            self.put(own, "")?;
            if let Some(before) = before.filter(|_| !self.values.contains_key(own)) {
                self.values.insert(own.to_owned(), before);
            }
        }
        Ok(())
    }

    /// Why the record cannot have the place that its values give it.
    fn taken(&self) -> Option<String> {
        match self.kind.path(self.values, self.reader.plan) {
            Ok(path) if (self.is_there)(&path) => Some(format!("{path} already exists: choose another name")),
            Ok(_) => None,
            Err(why) => Some(why),
        }
    }

    /// Asks one question until it has an answer, or until whoever is asked leaves it out. `offer` stands in the line already.
    fn put(&mut self, name: &str, offer: &str) -> anyhow::Result<()> {
        if self.values.contains_key(name) || self.is_beside_the_point(name) {
            return Ok(());
        }
        let Some(question) = question(self.kind, name) else { return Ok(()) };
        let cause = missing::causes(self.kind, self.values).into_iter().find(|cause| cause.name == name);
        if let Some(cause) = cause {
            say(&format!("{}; press Enter to leave `{}` out", cause.sentence(), cause.key));
        }
        if self.has_none(&question) {
            return match name == "items" {
                true => self.other_subject(),
                false => Ok(()),
            };
        }
        self.put_asked(&question, offer)
    }

    fn put_asked(&mut self, question: &Question, offer: &str) -> anyhow::Result<()> {
        question.words().into_iter().for_each(|line| say(&line));
        let mut line = line::Line::new(answer::completions(&question.shape, self.reader.plan))?;
        let mut offer = offer.to_owned();
        let mut doubted = None;
        loop {
            let typed = line.ask(&question.prompt, &offer)?;
            offer.clear();
            if typed.trim().is_empty() {
                match self.leave_out(question)? {
                    None => return Ok(()),
                    Some(why) => say(&format!("  {why}")),
                }
                continue;
            }
            let Some(values) = self.understood(question, &typed, &mut offer) else { continue };
            self.values.insert(question.name.clone(), values.clone());
            let doubt = self.future(question).filter(|_| doubted.as_ref() != Some(&values));
            match self.objection(question) {
                None if doubt.is_none() => return Ok(()),
                None => offer = values.join(", "),
                Some(why) => say(&format!("  {why}")),
            }
            if let Some(why) = doubt {
                say(&format!(
                    "  {why}\n  help: correct the date; for a future meeting, press Enter and choose `planned` at the question `meeting`"
                ));
                doubted = Some(values);
            }
            self.values.remove(&question.name);
        }
    }

    /// The values of an answer, or what is not understood.
    fn understood(&self, question: &Question, typed: &str, offer: &mut String) -> Option<Vec<String>> {
        let texts = question.texts(&self.reader, typed);
        let mut values = Vec::new();
        let mut unclear = Vec::new();
        if question.is_name_of(self.kind) {
            for text in &texts {
                match self.kind.read_name(&self.reader, text) {
                    One::Right => values.push(text.clone()),
                    One::Taken(value) => {
                        say(&format!("  taken as {value}"));
                        values.push(value);
                    }
                    One::Unclear(why) => unclear.push(why),
                }
            }
        } else {
            let answer = self.reader.read(question.key, &question.shape, &texts);
            let short = |text: &String| !text.contains(' ') && answer.taken.len() == 1;
            let said = answer.unclear.is_empty() && !matches!(question.shape, Shape::Boolean);
            for (text, value) in answer.taken.iter().filter(|_| said) {
                match short(text) && !question.shape.is_list() {
                    true => say(&format!("  taken as {value}")),
                    false => say(&format!("  “{text}” is taken as {value}")),
                }
            }
            (values, unclear) = (answer.values, answer.unclear);
        }
        if unclear.is_empty() {
            return Some(values);
        }
        unclear.iter().for_each(|unclear| say(&format!("  {}", unclear.why)));
        if let ([unclear], 1) = (&unclear[..], texts.len()) {
            *offer = unclear.instead.clone().unwrap_or_default();
        }
        None
    }

    /// Why a name or number cannot be had.
    fn objection(&self, question: &Question) -> Option<String> {
        let names = question.is_name_of(self.kind) || (self.kind.name == "area" && question.name == "number");
        names.then(|| self.taken()).flatten()
    }

    /// What is said of a date in the future.
    fn future(&self, question: &Question) -> Option<String> {
        let is_date = self.kind.name == "update" && question.name == "date";
        let announced =
            self.values.get("meeting").is_some_and(|texts| texts.iter().all(|text| text != "held"));
        is_date.then(|| is_future(&self.date()?, self.today)).flatten().filter(|_| !announced)
    }

    fn date(&self) -> Option<Date> {
        let text = self.values.get("date")?.first()?;
        let about = self.reader.plan.about.as_ref();
        Date::parse(text, about.map_or_else(FiscalYear::default, |about| about.document.fiscal_year)).ok()
    }

    /// Of what has not happened yet there is nothing to report.
    fn is_too_early(&self, name: &str) -> bool {
        let reports = name == "status" || name.starts_with("evidence-");
        reports
            && self.kind.name == "update"
            && self.date().is_some_and(|date| is_future(&date, self.today).is_some())
    }

    fn announce(&mut self) -> anyhow::Result<()> {
        say("  the date is in the future, so planbook does not ask for a status and evidence");
        self.put("meeting", "")
    }

    /// The rest of an entry that was left out.
    fn is_beside_the_point(&self, name: &str) -> bool {
        let rest_of_evidence = name.starts_with("evidence-") && name != "evidence-title";
        rest_of_evidence && !self.values.contains_key("evidence-title")
    }

    /// Whether the question is for records, and the plan has none.
    fn has_none(&self, question: &Question) -> bool {
        let Some(Shape::Reference(target)) = question.shape.single() else { return false };
        let none = *target != Target::ItemOfEdition && answer::known(self.reader.plan, *target).is_empty();
        if none {
            let (kind, begin) = answer::called(*target);
            let command = if begin.is_empty() { String::new() } else { format!("; `{begin}` creates one") };
            say(&format!("{}: the plan has no {kind} yet{command}", question.name));
        }
        none
    }

    /// Nothing was typed. What cannot be left out says why; what asked for it is left out with it.
    fn leave_out(&mut self, question: &Question) -> anyhow::Result<Option<String>> {
        let name = question.name.as_str();
        let cause = missing::causes(self.kind, self.values).into_iter().find(|cause| cause.name == name);
        if let Some(cause) = cause {
            self.values.remove(cause.key);
            self.values.retain(|name, _| !name.starts_with("evidence-") || cause.other != "evidence");
            say(&format!("  left out `{}: {}`", cause.key, cause.word));
            return Ok(None);
        }
        if name == "evidence-url" {
            self.values.retain(|name, _| !name.starts_with("evidence-"));
            say("  left out the evidence: a reader must be able to find the document");
            return Ok(None);
        }
        if !missing::flags(self.kind, self.values).iter().any(|lacking| lacking == name) {
            return Ok(None);
        }
        if name == "items" {
            self.other_subject()?;
            let is_about = ["areas", "plan"].iter().any(|name| self.values.contains_key(*name));
            return Ok((!is_about)
                .then(|| "an update is about items, areas or the whole plan; Ctrl+C stops".to_owned()));
        }
        Ok(Some(format!("this is required ({}); Ctrl+C stops, and nothing is written", question.meaning)))
    }

    /// What an update is about, if not items.
    fn other_subject(&mut self) -> anyhow::Result<()> {
        self.put("areas", "")?;
        if !self.values.contains_key("areas") {
            self.put("plan", "")?;
        }
        Ok(())
    }
}

fn say(text: &str) {
    say_error(&format!("{text}\n"));
}
