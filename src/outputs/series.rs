//! A series of meetings on a time line: which were held, in which years there was none, and which are missing.

use std::collections::BTreeSet;

use crate::date::Date;
use crate::facts::{Gap, Occurrence, OccurrenceState, Series, Year};
use crate::page::ViewBuilder;
use crate::page::views::{
    LinkView, SeriesGapView, SeriesMarkView, SeriesMeetingView, SeriesView, SeriesYearView, StateView,
};
use crate::plan::{Index as _, Ix, RecordIx, Update};

/// So many years have each their label across a whole page; of more, one in five has.
pub(super) const WIDE: usize = 20;
/// The same in the middle column of a record.
pub(super) const NARROW: usize = 12;

/// In a long series, how many meetings the table names for each year.
const MOST_IN_YEAR: usize = 3;
/// How far apart marks must be to be drawn each in a long series, in hundredths of a percent.
const COVERED: i64 = 25;

/// The time line of a series, with a label for each of so many years. A single meeting that nothing asks to be held again
/// is no series.
pub(super) fn view(builder: &ViewBuilder<'_>, series: &Series, labels: usize) -> Option<SeriesView> {
    // Where reports stand for what recurs and there are none, nothing is known, which the page says elsewhere.
    let nothing_known = series.of_reports && series.occurrences.is_empty();
    let is_series = (series.occurrences.len() > 1 || series.cadence.is_some()) && !nothing_known;
    if !is_series || series.years.is_empty() {
        return None;
    }
    let drawn = SeriesBuilder { builder, series, labels };
    let marks = drawn.marks();
    let gaps = drawn.gaps();
    let years: Vec<SeriesYearView> = (0..series.years.len()).map(|place| drawn.year(place)).collect();
    Some(SeriesView {
        title: builder.word(&drawn.key("title")),
        what: builder.word(&drawn.key("what")),
        sentences: drawn.sentences(),
        legend: drawn.legend(),
        years,
        marks,
        gaps,
    })
}

struct SeriesBuilder<'a, 'c> {
    builder: &'a ViewBuilder<'c>,
    series: &'a Series,
    labels: usize,
}

/// A place on the line, in hundredths of a percent.
fn percent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

impl SeriesBuilder<'_, '_> {
    /// The key of a text: where reports stand for what recurs there are occasions, and no meetings.
    fn key(&self, name: &str) -> String {
        if self.series.of_reports { format!("occasions-{name}") } else { format!("series-{name}") }
    }

    fn word(&self, key: &str) -> String {
        self.builder.word(key)
    }

    fn date_of(&self, ix: Ix<Update>) -> &Date {
        &self.builder.plan().updates.at(ix).document.date.value
    }

    /// Where a year begins; each is as wide as the others.
    fn start(&self, place: usize) -> i64 {
        let count = i64::try_from(self.series.years.len()).unwrap_or(1).max(1);
        i64::try_from(place).unwrap_or(0) * 10_000 / count
    }

    /// Where a meeting stands: within its year by its day, and in the middle of what is left open.
    fn place(&self, ix: Ix<Update>) -> i64 {
        let date = self.date_of(ix);
        let first = self.series.years.first().map_or(0, |year| year.year);
        let place = usize::try_from(date.year() - first).unwrap_or(0);
        let (start, end) = (self.start(place), self.start(place + 1));
        let last = if date.latest.year() == date.year() { date.latest.day_of_year() } else { 365 };
        let day = i64::from(date.earliest.day_of_year() + last) / 2;
        start + (end - start) * day / 366
    }

    /// Whether it has more meetings than one can see beside each other.
    fn is_long(&self) -> bool {
        self.series.occurrences.len() > self.most()
    }

    /// How many meetings are still drawn each, and how many gaps in their numbers are named.
    fn most(&self) -> usize {
        self.builder.context.rows_shown() * 2
    }

    /// A mark for each meeting; in a long series those that would cover each other are one, without a number.
    fn marks(&self) -> Vec<SeriesMarkView> {
        let is_long = self.is_long();
        let mut seen = BTreeSet::new();
        let drawn =
            |one: &&Occurrence| !is_long || seen.insert((self.place(one.update) / COVERED, one.state.word()));
        let mark = |one: &Occurrence| SeriesMarkView {
            x: percent(self.place(one.update)),
            key: one.state.word().to_owned(),
            number: one.number.filter(|_| !is_long).map(|number| number.to_string()),
        };
        self.series.occurrences.iter().filter(drawn).map(mark).collect()
    }

    /// The gaps in the numbers that are named.
    fn named_gaps(&self) -> impl Iterator<Item = &Gap> {
        self.series.missing_numbers.iter().take(self.most())
    }

    fn gaps(&self) -> Vec<SeriesGapView> {
        let between = self.named_gaps().map(|gap| {
            let (from, to) = (self.place(gap.after), self.place(gap.before));
            let number = match gap.first == gap.last {
                true => gap.first.to_string(),
                false => self.builder.messages().numbers(gap.first, gap.last),
            };
            SeriesGapView { from: percent(from), to: percent(to), x: percent((from + to) / 2), number }
        });
        between.collect()
    }

    /// What a year is called: it had a meeting, or none, or one was due.
    fn year_key(&self, year: &Year) -> &'static str {
        if year.held > 0 {
            "held"
        } else if year.missed {
            "missed"
        } else if year.year >= self.builder.as_of().year() {
            "open"
        } else {
            "empty"
        }
    }

    fn year(&self, place: usize) -> SeriesYearView {
        let year = &self.series.years[place];
        let (start, end) = (self.start(place), self.start(place + 1));
        let key = self.year_key(year);
        let most = if self.is_long() { MOST_IN_YEAR } else { usize::MAX };
        let shown = year.occurrences.iter().take(most);
        let meetings: Vec<SeriesMeetingView> =
            shown.map(|place| self.meeting(&self.series.occurrences[*place])).collect();
        let more = self.builder.and_more("and-more-meetings", year.occurrences.len(), most);
        SeriesYearView {
            year: year.year,
            x: percent(start),
            width: percent(end - start),
            middle: percent((start + end) / 2),
            is_labelled: self.series.years.len() <= self.labels || year.year % 5 == 0,
            is_fifth: year.year % 5 == 0,
            note: (key != "held").then(|| self.word(&self.key(&format!("year-{key}")))),
            key: key.to_owned(),
            meetings,
            more,
        }
    }

    fn meeting(&self, one: &Occurrence) -> SeriesMeetingView {
        let document = &self.builder.plan().updates.at(one.update).document;
        let number = one.number.map(|number| number.to_string());
        SeriesMeetingView {
            link: LinkView {
                href: self.builder.record_href(RecordIx::Update(one.update)),
                text: self.builder.date(&document.date.value).text,
            },
            number: number.map(|number| self.builder.messages().with("meeting-number", &[("n", &number)])),
            place: document.meeting.as_ref().and_then(|meeting| meeting.place.clone()),
            key: one.state.word().to_owned(),
            state: self.state(one.state),
        }
    }

    fn state(&self, state: OccurrenceState) -> String {
        let key = match state {
            OccurrenceState::Held if self.series.of_reports => return self.word("occasions-reported"),
            OccurrenceState::Unknown => "planned-past",
            state => state.word(),
        };
        self.word(&format!("meeting-{key}"))
    }

    /// What the picture shows, in words.
    fn sentences(&self) -> Vec<String> {
        let (builder, series) = (self.builder, self.series);
        let words = builder.messages();
        let day = |ix| builder.date(self.date_of(ix)).text;
        let held = || series.occurrences.iter().filter(|one| one.state == OccurrenceState::Held);
        let count = i64::try_from(series.held()).unwrap_or(i64::MAX);
        let mut sentences = Vec::new();
        sentences.push(match (held().next(), series.last_held) {
            (Some(first), Some(last)) => words
                .count(&self.key("held"), count)
                .replace("{first}", &day(first.update))
                .replace("{last}", &day(last)),
            _ => self.word("series-held-none"),
        });
        if let Some(next) = series.next_planned {
            sentences.push(words.with("series-next", &[("date", &day(next))]));
        }
        if let Some(cadence) = &series.cadence {
            sentences.push(words.with("series-cadence", &[("cadence", &builder.cadence(cadence))]));
        }
        for key in ["missed", "empty", "open"] {
            let years = series.years.iter().filter(|year| self.year_key(year) == key);
            let years: Vec<i64> = years.map(|year| i64::from(year.year)).collect();
            if !years.is_empty() {
                sentences.push(words.with(&self.key(key), &[("years", &self.runs(&years))]));
            }
        }
        for gap in self.named_gaps() {
            let numbers: Vec<i64> = (gap.first..=gap.last).collect();
            let sentence = words.count("series-gap", gap.last - gap.first + 1);
            sentences.push(
                sentence
                    .replace("{numbers}", &self.runs(&numbers))
                    .replace("{from}", &day(gap.after))
                    .replace("{to}", &day(gap.before)),
            );
        }
        sentences.extend(builder.and_more("and-more-gaps", series.missing_numbers.len(), self.most()));
        sentences
    }

    /// "2009, 2011 and 2019–2021": numbers in order, three or more in a row as one.
    fn runs(&self, numbers: &[i64]) -> String {
        let mut runs: Vec<(i64, i64)> = Vec::new();
        for number in numbers.iter().copied() {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == number => *last = number,
                _ => runs.push((number, number)),
            }
        }
        let words = self.builder.messages();
        let mut parts: Vec<String> = Vec::new();
        for (first, last) in runs {
            match last - first {
                0 => parts.push(first.to_string()),
                1 => parts.extend([first.to_string(), last.to_string()]),
                _ => parts.push(words.numbers(first, last)),
            }
        }
        match parts.split_last() {
            Some((last, before)) if !before.is_empty() => {
                words.with("series-and", &[("list", &words.list(before)), ("last", last)])
            }
            _ => parts.concat(),
        }
    }

    /// The marks that the picture uses.
    fn legend(&self) -> Vec<StateView> {
        use OccurrenceState::{Cancelled, Held, Planned, Postponed, Unknown};
        let mut legend: Vec<StateView> = [Held, Planned, Unknown, Postponed, Cancelled]
            .into_iter()
            .filter(|state| self.series.occurrences.iter().any(|one| one.state == *state))
            .map(|state| StateView { key: state.word().to_owned(), text: self.state(state) })
            .collect();
        let gap = !self.series.missing_numbers.is_empty();
        let mut add = |shown: bool, key: &str| {
            let text = self.word(&self.key(&format!("mark-{key}")));
            legend.extend(shown.then(|| StateView { key: key.to_owned(), text }));
        };
        add(gap, "gap");
        for key in ["missed", "empty"] {
            add(self.series.years.iter().any(|year| self.year_key(year) == key), key);
        }
        legend
    }
}
