//! The report in words: the sections of the text, in their order.

use super::data::{AgencyPart, AreaPart, PeriodReport};
use crate::date::{Date, Day};
use crate::facts::measurements;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};
use crate::route::Route;
use crate::text_document::{Block, Inline, Table, TextDocument};
use crate::vocabulary::Audience;

/// The report as a text in the language of the context.
pub fn layout(context: &Context, report: &PeriodReport) -> TextDocument {
    let words = Words { builder: ViewBuilder::new(context, Route::home()) };
    let period = words.builder.date(&report.period).text;
    let title = words.with("report-title", &[("plan", context.title()), ("period", &period)]);
    let mut blocks = words.introduction(report);
    blocks.extend(words.summary(report));
    blocks.extend(words.areas(report));
    blocks.extend(words.agencies(report));
    blocks.extend(words.late(report));
    let language = context.config.language().to_owned();
    TextDocument { title, language, day: words.builder.as_of(), blocks }.unmarked()
}

/// How the parts of a report are said.
struct Words<'a> {
    builder: ViewBuilder<'a>,
}

impl Words<'_> {
    fn word(&self, key: &str) -> String {
        self.builder.word(key)
    }

    fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.builder.messages().with(key, values)
    }

    fn day(&self, day: Day) -> String {
        self.builder.date(&Date::day(day)).text
    }

    fn heading(&self, level: u8, text: impl Into<String>) -> Block {
        Block::Heading(level, vec![Inline::text(text)])
    }

    fn sentence(&self, text: impl Into<String>) -> Block {
        Block::Paragraph(vec![Inline::text(text)])
    }

    /// The name of a record, which leads to its page where the site has an address.
    fn name(&self, record: impl Into<RecordIx>) -> Inline {
        let record = record.into();
        let address = self.builder.context.address(&Route::record(self.builder.plan(), record));
        Inline::to(self.builder.name(record), address)
    }

    fn introduction(&self, report: &PeriodReport) -> Vec<Block> {
        let mut blocks = Vec::new();
        if self.builder.context.published.audience == Audience::Internal {
            blocks.push(Block::Paragraph(vec![Inline::Strong(self.word("internal-banner"))]));
        }
        let (from, to) = (self.day(report.period.earliest), self.day(report.period.latest));
        let as_of = self.day(self.builder.as_of());
        blocks.push(
            self.sentence(self.with("report-about", &[("from", &from), ("to", &to), ("date", &as_of)])),
        );
        if report.end < report.period.latest {
            blocks.push(self.sentence(self.word("report-running")));
        }
        blocks
    }

    fn summary(&self, report: &PeriodReport) -> Vec<Block> {
        let mut blocks = vec![self.heading(1, self.word("report-summary"))];
        if !report.has_changes() {
            blocks.push(self.sentence(self.word("report-nothing")));
        }
        blocks.push(self.sentence(self.round(report)));
        let row = |text: String, before: usize, after: usize| {
            vec![
                vec![Inline::text(text)],
                vec![Inline::text(before.to_string())],
                vec![Inline::text(after.to_string())],
            ]
        };
        let statuses = report.statuses.iter();
        let mut rows: Vec<_> = statuses
            .map(|it| row(self.builder.status(Some(it.status), None, None).text, it.before, it.after))
            .collect();
        let sum = |of: fn(&super::data::StatusCount) -> usize| report.statuses.iter().map(of).sum();
        rows.push(row(self.word("report-all"), sum(|it| it.before), sum(|it| it.after)));
        let before = report.period.earliest.yesterday().unwrap_or(report.period.earliest);
        let head = vec![self.word("status"), self.day(before), self.day(report.end)];
        blocks.push(Block::Table(Table { caption: self.word("report-statuses"), head, rows, numeric: true }));
        blocks
    }

    /// How many answered.
    fn round(&self, report: &PeriodReport) -> String {
        self.builder.round_counts(&report.round)
    }

    fn areas(&self, report: &PeriodReport) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !report.has_changes() {
            return blocks;
        }
        blocks.push(self.heading(1, self.word("report-by-area")));
        if !report.whole_plan.is_empty() {
            blocks.push(self.heading(2, self.word("report-whole-plan")));
            blocks.push(self.updates(&report.whole_plan, true));
        }
        report.areas.iter().for_each(|part| self.area(&mut blocks, part));
        blocks
    }

    fn area(&self, blocks: &mut Vec<Block>, part: &AreaPart) {
        blocks.push(Block::Heading(2, vec![self.name(RecordIx::Area(part.area))]));
        if !part.changes.is_empty() {
            let status = |status| {
                let view = self.builder.status_of(status);
                match view.detail {
                    Some(detail) => self.builder.messages().noted(&view.text, &detail),
                    None => view.text,
                }
            };
            let rows = part.changes.iter().map(|change| {
                vec![
                    vec![self.name(RecordIx::Item(change.item))],
                    vec![Inline::text(status(&change.from))],
                    vec![Inline::text(status(&change.to))],
                ]
            });
            let head = vec![self.word("report-item"), self.word("report-from"), self.word("report-to")];
            let (caption, rows) = (self.word("report-changes"), rows.collect());
            blocks.push(Block::Table(Table { caption, head, rows, numeric: false }));
        }
        if !part.updates.is_empty() {
            blocks.push(self.heading(3, self.word("updates")));
            blocks.push(self.updates(&part.updates, true));
        }
        if !part.milestones.is_empty() {
            blocks.push(self.heading(3, self.word("report-milestones")));
            blocks.push(Block::Bullets(part.milestones.iter().map(|at| self.milestone(*at, true)).collect()));
        }
        if !part.values.is_empty() {
            blocks.push(self.values(part));
        }
    }

    /// Updates with their dates, and with what shows that they are so.
    fn updates(&self, updates: &[Ix<Update>], with_evidence: bool) -> Block {
        Block::Bullets(updates.iter().map(|ix| self.update(*ix, with_evidence)).collect())
    }

    fn update(&self, ix: Ix<Update>, with_evidence: bool) -> Vec<Inline> {
        let update = self.builder.plan().updates.at(ix);
        let words = self.builder.messages();
        let date = self.builder.date(&update.document.date.value).text;
        let address = self.builder.context.address(&Route::record(self.builder.plan(), RecordIx::Update(ix)));
        let mut line =
            vec![Inline::text(words.labelled(&date, "")), Inline::to(self.builder.update_title(ix), address)];
        let numbers: Vec<String> = update.items.iter().map(|item| self.builder.number(*item)).collect();
        if !numbers.is_empty() {
            line.push(Inline::text(words.noted("", &words.list(&numbers))));
        }
        for evidence in update.document.evidence.iter().filter(|_| with_evidence) {
            line.push(Inline::text(words.get("sign-semicolon")));
            line.push(Inline::to(&evidence.title, Some(evidence.url.clone())));
        }
        line
    }

    fn milestone(&self, (item, place): (Ix<Item>, usize), done: bool) -> Vec<Inline> {
        let words = self.builder.messages();
        let milestone = &self.builder.plan().items.at(item).document.milestones[place];
        let dated = |key: &str, date: &Date| self.with(key, &[("date", &self.builder.date(date).text)]);
        let (done, due) = match done {
            true => (milestone.done.as_ref().map(|it| dated("milestone-done-on", &it.value)), None),
            false => (None, milestone.due.as_ref().map(|it| dated("milestone-due", &it.value))),
        };
        let own =
            done.or(due).map_or_else(|| milestone.title.clone(), |it| words.noted(&milestone.title, &it));
        vec![self.name(RecordIx::Item(item)), Inline::text(words.labelled("", &own))]
    }

    fn values(&self, part: &AreaPart) -> Block {
        let plan = self.builder.plan();
        let rows = part.values.iter().filter_map(|(ix, place)| {
            let indicator = plan.indicator(*ix)?;
            let value = measurements(plan, *ix, self.builder.as_of()).get(*place).copied()?;
            let amount = self.builder.amount(value.value(), indicator.unit.as_deref());
            Some(vec![
                vec![Inline::text(&indicator.title)],
                vec![Inline::text(self.builder.date(value.period()).text)],
                vec![Inline::text(amount)],
            ])
        });
        let head = vec![self.word("report-indicator"), self.word("report-period"), self.word("report-value")];
        Block::Table(Table {
            caption: self.word("report-values"),
            head,
            rows: rows.collect(),
            numeric: false,
        })
    }

    fn agencies(&self, report: &PeriodReport) -> Vec<Block> {
        if report.agencies.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.heading(1, self.word("report-by-agency"))];
        let asked = &report.round.agencies;
        if !asked.is_empty() {
            let rows = asked.iter().map(|own| {
                let number = |count: usize| vec![Inline::text(count.to_string())];
                let counts = &own.counts;
                vec![
                    vec![self.name(RecordIx::Agency(own.agency))],
                    number(counts.asked),
                    number(counts.answered),
                    number(counts.missing),
                ]
            });
            let keys = ["progress-agency", "rounds-asked", "rounds-has-answer", "rounds-missing"];
            let head = keys.map(|key| self.word(key)).to_vec();
            let (caption, rows) = (self.word("report-answers"), rows.collect());
            blocks.push(Block::Table(Table { caption, head, rows, numeric: true }));
        }
        report.agencies.iter().for_each(|part| self.agency(&mut blocks, part));
        blocks
    }

    fn agency(&self, blocks: &mut Vec<Block>, part: &AgencyPart) {
        blocks.push(Block::Heading(2, vec![self.name(RecordIx::Agency(part.agency))]));
        if part.updates.is_empty() {
            blocks.push(self.sentence(self.word("report-no-updates")));
        } else {
            blocks.push(self.updates(&part.updates, false));
        }
        if !part.answers.is_empty() {
            blocks.push(self.heading(3, self.word("report-other-answers")));
            blocks.push(self.updates(&part.answers, false));
        }
        if !part.missing.is_empty() {
            blocks.push(self.heading(3, self.word("report-unanswered")));
            let line = |point: &crate::rounds::Point| {
                let reason = self.word(point.reason.heading());
                let note = self.builder.messages().noted("", &reason);
                vec![self.name(RecordIx::Item(point.item)), Inline::text(note)]
            };
            blocks.push(Block::Bullets(part.missing.iter().map(line).collect()));
        }
    }

    fn late(&self, report: &PeriodReport) -> Vec<Block> {
        let date = self.day(self.builder.as_of());
        let mut blocks = vec![self.heading(1, self.with("report-late", &[("date", &date)]))];
        if report.overdue.is_empty() && report.late_milestones.is_empty() {
            blocks.push(self.sentence(self.word("report-late-none")));
        }
        if !report.overdue.is_empty() {
            let row = |ix: &Ix<Item>| {
                vec![vec![self.name(RecordIx::Item(*ix))], vec![Inline::text(self.builder.schedule(*ix).1)]]
            };
            let head = vec![self.word("report-item"), self.word("schedule")];
            let (caption, rows) = (self.word("progress-overdue"), report.overdue.iter().map(row).collect());
            blocks.push(Block::Table(Table { caption, head, rows, numeric: false }));
        }
        if !report.late_milestones.is_empty() {
            blocks.push(self.heading(2, self.word("progress-late-milestones")));
            let lines = report.late_milestones.iter().map(|at| self.milestone(*at, false));
            blocks.push(Block::Bullets(lines.collect()));
        }
        if !report.round.unled.is_empty() {
            blocks.push(self.heading(2, self.word("request-unanswered")));
            let lines = report.round.unled.iter().map(|ix| vec![self.name(RecordIx::Item(*ix))]);
            blocks.push(Block::Bullets(lines.collect()));
        }
        blocks
    }
}
