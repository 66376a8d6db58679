//! The calendar as iCalendar (RFC 5545, with the names of RFC 7986).

use std::collections::BTreeSet;

use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus, Parameter, Property};

use super::occasion::{Occasion, OccasionKind};
use crate::date::Day;
use crate::facts::MilestoneState;
use crate::language_marks::unmarked;
use crate::outputs::output::Bytes;
use crate::page::{Context, FeedScope, ICALENDAR, ViewBuilder, milestone_anchor};
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};
use crate::route::Route;
use crate::vocabulary::{Audience, MeetingState, Status};
use crate::web_address::host;

/// What follows the `@` in ids where the book does not say where its site will stand. Nobody can own it.
const NOWHERE: &str = "planbook.invalid";
/// How many bytes a line may have.
const LINE: usize = 75;

pub(super) fn write(context: &Context, scope: FeedScope, all: &[Occasion]) -> Bytes {
    let plan = &context.published.plan;
    let base = context.config.base_url.as_deref();
    let writer = EventWriter { builder: ViewBuilder::new(context, Route::home()), base };
    let (updates, items) = (scope.updates(plan), scope.items(plan));
    let own = all.iter().filter(|occasion| occasion.is_of(&updates, &items));
    let events: Vec<Event> = own.filter_map(|occasion| writer.event(occasion)).collect();
    let mut calendar = empty();
    let site = &context.config.title;
    let name = match scope {
        FeedScope::Site => site.clone(),
        _ => writer.builder.messages().of_site(&scope.name(&writer.builder), site),
    };
    let licence = writer.builder.licence_note().map(|note| one_line(&note));
    let notes: Vec<String> = [Some(writer.builder.as_of_note()), licence].into_iter().flatten().collect();
    let as_of = writer.builder.messages().stopped(&notes);
    about(&mut calendar, &name, &as_of, context.published.as_of);
    calendar.append_property(typed("REFRESH-INTERVAL", "P1D", "DURATION"));
    calendar.append_property(Property::new("X-PUBLISHED-TTL", "P1D"));
    if let Some(base) = base {
        let address = format!("{base}{}", scope.route(plan).beside(ICALENDAR.file));
        calendar.append_property(typed("SOURCE", &address, "URI"));
        calendar.append_property(Property::new("URL", format!("{base}{}", scope.route(plan).as_str())));
    }
    let is_empty = events.is_empty();
    calendar.extend(events);
    if is_empty {
        calendar.push(writer.nothing(scope));
    }
    let text = calendar.to_string();
    // A calendar must have a component. A journal entry is one that no program shows as an event, and the crate has none.
    let text = if is_empty { text.replace(":VEVENT\r\n", ":VJOURNAL\r\n") } else { text };
    Ok(folded(&text).into_bytes())
}

/// A calendar that an agency is sent: until when an answer is asked for, and what is due on these items and not yet past.
pub(super) fn write_deadlines(
    context: &Context,
    items: &BTreeSet<Ix<Item>>,
    answer_by: &AnswerBy<'_>,
    all: &[Occasion],
) -> Vec<u8> {
    let base = context.config.base_url.as_deref();
    let writer = EventWriter { builder: ViewBuilder::new(context, Route::home()), base };
    let as_of = context.published.as_of;
    let own = all.iter().filter(|occasion| occasion.is_of(&BTreeSet::new(), items));
    let coming = own.filter(|occasion| occasion.days.is_some_and(|(_, last)| last >= as_of));
    let mut calendar = empty();
    let words = writer.builder.messages();
    let title = words.with("mail-calendar", &[("period", answer_by.period)]);
    about(&mut calendar, &words.of_site(&title, &context.config.title), &writer.builder.as_of_note(), as_of);
    calendar.push(writer.answer_by(answer_by));
    calendar.extend(coming.filter_map(|occasion| writer.event(occasion)));
    folded(&calendar.to_string()).into_bytes()
}

/// The last day for an answer to a request.
pub struct AnswerBy<'a> {
    /// The day.
    pub day: Day,
    /// The period that is reported on, as it was written.
    pub period: &'a str,
}

/// A calendar that says what made it, and nothing else.
fn empty() -> Calendar {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", concat!("-//planbook//planbook ", env!("CARGO_PKG_VERSION"), "//EN")),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    calendar
}

/// Says what a calendar is about.
fn about(calendar: &mut Calendar, name: &str, note: &str, as_of: Day) {
    // The crate escapes what it knows to be text, and `NAME` is newer than its list.
    calendar.append_property(typed("NAME", &one_line(name), "TEXT"));
    calendar.append_property(Property::new("X-WR-CALNAME", one_line(name)));
    calendar.append_property(Property::new("DESCRIPTION", note));
    calendar.append_property(Property::new("X-WR-CALDESC", note));
    calendar.append_property(Property::new("LAST-MODIFIED", moment(as_of)));
}

/// The same, with lines of 75 bytes at most: signs that are in no file do not count. The crate breaks long lines too, but leaves
/// some of 76.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / 32);
    for line in unmarked(&text.replace("\r\n ", "")).split_terminator("\r\n") {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LINE {
                folded.push_str("\r\n ");
                width = 1;
            }
            folded.push(c);
            width += c.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

/// Makes events.
struct EventWriter<'c> {
    builder: ViewBuilder<'c>,
    base: Option<&'c str>,
}

impl EventWriter<'_> {
    fn event(&self, occasion: &Occasion) -> Option<Event> {
        let (first, last) = occasion.days?;
        let mut event = match occasion.what {
            OccasionKind::Meeting { update, first, times } => self.meeting(update, first, times),
            OccasionKind::Due { item, times } => self.due(item, times),
            OccasionKind::Milestone { item, place } => self.milestone(item, place),
        };
        set_days(&mut event, first, last);
        Some(event)
    }

    fn answer_by(&self, answer_by: &AnswerBy<'_>) -> Event {
        let title = self.builder.messages().with("mail-calendar-answer", &[("period", answer_by.period)]);
        let site = self.builder.context.config.title.clone();
        let mut event =
            self.begin(&format!("answer-{}", answer_by.period.replace('/', "-")), &title, vec![site]);
        event.status(EventStatus::Confirmed);
        event.add_property("DTSTAMP", moment(self.builder.as_of()));
        set_days(&mut event, answer_by.day, answer_by.day);
        event
    }

    fn meeting(&self, ix: Ix<Update>, first: Ix<Update>, times: usize) -> Event {
        let builder = &self.builder;
        let update = builder.plan().updates.at(ix);
        let document = &update.document;
        let row = builder.update_row(ix);
        let state = document.meeting_state();
        let status = match state {
            Some(MeetingState::Held) => EventStatus::Confirmed,
            Some(MeetingState::Cancelled | MeetingState::Postponed) => EventStatus::Cancelled,
            Some(MeetingState::Planned) | None => EventStatus::Tentative,
        };
        let word = row.meeting.as_ref().map(|meeting| meeting.text.clone()).unwrap_or_default();
        // Not every program shows that an event was called off, so its name says it.
        let title = match status {
            EventStatus::Cancelled => builder.messages().labelled(&word, &row.title),
            _ => row.title,
        };
        let internal = builder.is_internal(&document.id);
        let mut lines: Vec<String> = internal.then(|| builder.word("internal-mark")).into_iter().collect();
        lines.push(word);
        lines.extend(row.meeting.as_ref().and_then(|meeting| meeting.number.clone()));
        lines.extend(update.forum.map(|forum| builder.name(RecordIx::Forum(forum))));
        lines.extend(builder.texts().summary(ix).map(str::to_owned));
        lines.extend(update.items.iter().map(|item| builder.name(RecordIx::Item(*item))));
        let words = builder.messages();
        lines.extend(document.evidence.iter().map(|evidence| words.labelled(&evidence.title, &evidence.url)));
        let named = &builder.plan().updates.at(first).document;
        let id = named.record.aliases.first().map_or(&named.id, |alias| &alias.value);
        let mut event = self.begin(&id.replace('/', "-"), &title, lines);
        if times > 0 {
            // A program that has the event knows by this that it is told something newer of it.
            event.add_property("SEQUENCE", times.to_string());
        }
        event.status(status);
        event.categories([one_line(&builder.word("update-kind-meeting"))]);
        if let Some(place) = builder.texts().meeting_place(ix) {
            event.location(&one_line(place));
        }
        event.add_property("DTSTAMP", moment(builder.plan().known_on(update, builder.as_of())));
        let (page, place) = builder.context.place(ix);
        let place = place.map(|place| format!("#{place}"));
        self.address(&mut event, &(page.as_str().to_owned() + &place.unwrap_or_default()));
        event
    }

    fn due(&self, ix: Ix<Item>, times: usize) -> Event {
        let builder = &self.builder;
        let item = builder.plan().items.at(ix);
        let current_status = builder.context.current_status(ix);
        let status = builder.status_of(current_status);
        let words = builder.messages();
        let title = words.labelled(&builder.word("calendar-due"), &builder.name(RecordIx::Item(ix)));
        let status: Vec<String> = [Some(status.text), status.detail].into_iter().flatten().collect();
        let mut lines = vec![words.labelled(&builder.word("status"), &words.list(&status))];
        if times > 0 {
            lines
                .push(builder.messages().count("schedule-slipped", i64::try_from(times).unwrap_or(i64::MAX)));
        }
        let leads = item.lead.iter().map(|role| builder.agency(role).name);
        let leads: Vec<String> = leads.collect();
        if !leads.is_empty() {
            lines.push(words.labelled(&builder.word("lead"), &words.list(&leads)));
        }
        let aliases = &item.document.record.aliases;
        let id = aliases.first().map_or(item.document.id.as_str(), |alias| &alias.value);
        let mut event = self.begin(&format!("due-{id}"), &title, lines);
        // What ended without being completed is no longer awaited.
        let closed = current_status.status == Some(Status::Closed);
        event.status(if closed { EventStatus::Cancelled } else { EventStatus::Confirmed });
        event.categories([one_line(&builder.word("calendar-due"))]);
        event.add_property("DTSTAMP", moment(self.stated(ix)));
        // A program that has the event knows by this that its day was moved.
        event.add_property("SEQUENCE", times.to_string());
        self.address(&mut event, Route::record(builder.plan(), RecordIx::Item(ix)).as_str());
        event
    }

    fn milestone(&self, ix: Ix<Item>, place: usize) -> Event {
        let builder = &self.builder;
        let document = &builder.plan().items.at(ix).document;
        let Some(milestone) = document.milestones.get(place) else { return Event::new() };
        let title = builder.messages().labelled(&builder.word("calendar-milestone"), &milestone.title);
        let state = builder.context.facts.day_of(ix).milestone(milestone);
        let internal = milestone.audience == Audience::Internal;
        let mut lines: Vec<String> = internal.then(|| builder.word("internal-mark")).into_iter().collect();
        lines.push(builder.word(&format!("milestone-{}", state.word())));
        lines.push(builder.name(RecordIx::Item(ix)));
        let id = document.record.aliases.first().map_or(document.id.as_str(), |alias| &alias.value);
        let mut event = self.begin(&format!("milestone-{id}-{}", milestone.id.value), &title, lines);
        let awaited = state != MilestoneState::NotReported;
        event.status(if awaited { EventStatus::Confirmed } else { EventStatus::Cancelled });
        event.categories([one_line(&builder.word("calendar-milestone"))]);
        event.add_property("DTSTAMP", moment(self.stated(ix)));
        event.add_property("SEQUENCE", "0");
        let page = Route::record(builder.plan(), RecordIx::Item(ix));
        self.address(&mut event, &format!("{}#{}", page.as_str(), milestone_anchor(&milestone.id.value)));
        event
    }

    /// The day since which the due date of an item holds: that of the newest change, else the plan's.
    fn stated(&self, ix: Ix<Item>) -> Day {
        let (plan, as_of) = (self.builder.plan(), self.builder.as_of());
        let updates = plan.items.at(ix).updates.iter().rev().map(|ix| plan.updates.at(*ix));
        let moved =
            updates.filter(|update| update.document.new_due.is_some() && update.corrected_by().is_none());
        let moved = moved.map(|update| plan.known_on(update, as_of)).find(|day| *day <= as_of);
        let adopted = plan.about.as_ref().map(|about| about.document.adopted.value.earliest);
        moved.or(adopted.filter(|day| *day <= as_of)).unwrap_or(as_of)
    }

    /// What stands in a calendar that has no event.
    fn nothing(&self, scope: FeedScope) -> Event {
        let folder = scope.route(self.builder.plan());
        let id = format!("none-{}", folder.as_str().trim_end_matches('/').replace('/', "-"));
        let mut event =
            self.begin(&id, &self.builder.word("calendar-no-day"), vec![self.builder.as_of_note()]);
        let adopted = self.builder.plan().about.as_ref().map(|about| about.document.adopted.value.earliest);
        let as_of = self.builder.as_of();
        event.add_property("DTSTAMP", moment(adopted.filter(|day| *day <= as_of).unwrap_or(as_of)));
        event
    }

    fn begin(&self, id: &str, title: &str, lines: Vec<String>) -> Event {
        let host = self.base.and_then(host).unwrap_or_else(|| NOWHERE.to_owned());
        let mut event = Event::new();
        // Items of several plans of a book have the same ids.
        let plan = self.builder.plan().edition.as_ref().map_or_else(String::new, |name| format!("{name}/"));
        event.add_property("UID", format!("{plan}{id}@{host}"));
        event.summary(&one_line(title));
        let lines: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
        event.description(&lines.join("\n"));
        event
    }

    fn address(&self, event: &mut Event, path: &str) {
        if let Some(base) = self.base {
            event.add_property("URL", format!("{base}{path}"));
        }
    }
}

/// Says from when to when an event is.
fn set_days(event: &mut Event, first: Day, last: Day) {
    event.append_property(typed("DTSTART", &compact(first), "DATE"));
    // The end is the day after: an event of one day has ended when the next begins.
    if let Ok(end) = last.tomorrow() {
        event.append_property(typed("DTEND", &compact(end), "DATE"));
    }
    event.add_property("TRANSP", "TRANSPARENT");
}

fn typed(name: &str, value: &str, kind: &str) -> Property {
    Property::new(name, value).append_parameter(Parameter::new("VALUE", kind)).done()
}

/// A text without breaks of lines and other control characters, which would end a line of the file.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

fn moment(day: Day) -> String {
    format!("{}T000000Z", compact(day))
}

#[cfg(test)]
mod tests {
    use super::{folded, one_line};

    #[test]
    fn lines_have_75_bytes_and_whole_characters() {
        let long = format!("DESCRIPTION:{}\r\nUID:1\r\n", "外務省 ".repeat(40));
        let folded = folded(&long);
        assert!(folded.split("\r\n").all(|line| line.len() <= super::LINE), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), long);
        assert_eq!(super::folded(&folded), folded);
    }

    #[test]
    fn no_text_can_end_a_line_or_begin_a_property() {
        assert_eq!(one_line("a\r\nEND:VCALENDAR\u{85}\u{2028} b\tc"), "a END:VCALENDAR b c");
    }
}
