//! Draws the summary for a terminal of 80 columns.

use std::fmt::Write as _;

use textwrap::core::display_width;

use super::indicators;
use super::lines::{MOST, and_more, heading, wrapped};
use super::summary::{
    AreaCount, DateText, ItemLine, KindCount, MilestoneLine, NewsLine, OutlookCount, StepBackLine, Summary,
    VerdictCount,
};
use crate::date::{Date, Precision};
use crate::facts::percentages;
use crate::render::{Messages, show};

/// How wide the first column of the counts is.
const LABEL: usize = 34;
/// How wide the longest bar is.
const BAR: usize = 24;

/// The whole text.
pub(super) fn draw(summary: &Summary, messages: &Messages) -> String {
    let mut text = String::new();
    wrapped(&mut text, &summary.title, "", "");
    let internal = if summary.audience == "internal" { "Internal: not for publication. " } else { "" };
    let about = format!(
        "As of {}. {internal}{}, {}, {}.",
        as_of(summary, messages),
        number(summary.areas, "area", "areas"),
        number(summary.items, "item or part", "items and parts"),
        number(summary.updates, "update", "updates"),
    );
    wrapped(&mut text, &about, "", "");
    if let Some(adopted) = &summary.adopted_later {
        let words = [("date", as_of(summary, messages)), ("adopted", show(&adopted.date, messages))];
        let words = words.each_ref().map(|(name, text)| (*name, text.as_str()));
        wrapped(&mut text, &messages.with("plan-not-adopted", &words), "", "");
    }
    if let Some(day) = &summary.ended {
        let date = Date::parse(day, 1).map_or_else(|_| day.clone(), |date| show(&date, messages));
        wrapped(&mut text, &messages.with("plan-ended", &[("date", &date)]), "", "");
    }
    if summary.items == 0 {
        text.push_str("\nThe plan has no items yet, so there is nothing to count.\nAn item is a file such as content/areas/01-water/1.1-treatment-plant.md.\n");
        return text;
    }
    statuses(&mut text, summary, messages);
    verdicts(&mut text, &summary.verdicts, messages);
    outlooks(&mut text, &summary.outlooks, messages);
    kinds(&mut text, &summary.kinds, messages);
    dates(&mut text, summary);
    areas(&mut text, &summary.by_area);
    indicators::draw(&mut text, &summary.indicators, messages);
    let date = |date: &DateText| show(&date.date, messages);
    let ago = |line: &ItemLine, end: &str| number_of_days(line.days.unwrap_or(0), end);
    let due = |line: &ItemLine| line.due.as_ref().map(date).unwrap_or_default();
    let last = |line: &ItemLine| line.last_information.as_ref().map_or_else(|| "none".to_owned(), date);
    let overdue = if summary.ended.is_some() { "Overdue at the end of the plan" } else { "Overdue" };
    list(&mut text, overdue, &summary.overdue, |line| format!("due {}, {}", due(line), ago(line, "late")));
    list(&mut text, "Missed: closed without completion", &summary.missed, |line| {
        format!("due {}", due(line))
    });
    milestones(&mut text, &summary.late_milestones, messages);
    list(&mut text, "Due within 90 days", &summary.due_soon, |line| {
        format!("due {}, {}", due(line), ago(line, "left"))
    });
    list(&mut text, "Postponed", &summary.put_back, |line| {
        let by = line.put_back_months.map_or_else(String::new, |n| format!(" by {}", number_of_months(n)));
        format!("{}{by}, now due {}", times(line.put_back), due(line))
    });
    backwards(&mut text, &summary.went_backwards, messages);
    list(&mut text, "Out of date", &summary.stale, |line| {
        format!("last information {}, {}", last(line), ago(line, "out of date"))
    });
    if !summary.no_information.is_empty() {
        heading(&mut text, messages.get("status-not-reported"), summary.no_information.len());
        let numbers: Vec<&str> = summary.no_information.iter().map(|line| line.number.as_str()).collect();
        // A number such as `3 (2) (a)` must not be broken: spaces of this kind are none to the wrapping.
        let numbers = numbers.join(", ").replace(" (", "\u{a0}(");
        wrapped(&mut text, &numbers, "  ", "  ");
    }
    if !summary.outcome_unknown.is_empty() {
        heading(&mut text, "Announced, no report that it was held", summary.outcome_unknown.len());
        updates(&mut text, &summary.outcome_unknown, messages);
    }
    if !summary.latest.is_empty() {
        text.push_str("\nNewest information\n");
        updates(&mut text, &summary.latest, messages);
    }
    text.replace('\u{a0}', " ")
}

fn as_of(summary: &Summary, messages: &Messages) -> String {
    Date::parse(&summary.as_of, 1).map_or_else(|_| summary.as_of.clone(), |date| show(&date, messages))
}

fn statuses(text: &mut String, summary: &Summary, messages: &Messages) {
    let _ = writeln!(text, "\n{} of {}", messages.get("status"), number(summary.counted, "item", "items"));
    let counts: Vec<usize> = summary.statuses.iter().map(|count| count.items).collect();
    let shares = summary.statuses.iter().zip(percentages(&counts));
    for (count, share) in shares.filter(|(count, _)| count.items > 0) {
        // One of many is still to be seen.
        let bar = "█".repeat((count.items * BAR / summary.counted.max(1)).max(1));
        let label = messages.get(&format!("status-{}", count.status)).to_owned();
        let _ = writeln!(text, "  {}{:>6}{share:>5} %  {bar}", fitted(&label, LABEL), count.items);
    }
    let rest = summary.items - summary.counted;
    if rest > 0 {
        let have = number(rest, "more has", "more have");
        let _ = writeln!(text, "  {have} no status of their own (groups of parts, catch-all items)");
    }
}

fn verdicts(text: &mut String, verdicts: &[VerdictCount], messages: &Messages) {
    if verdicts.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{}, counted beside the status", messages.get("assessments"));
    for count in verdicts {
        let word = || messages.get(&format!("verdict-{}", count.verdict)).to_owned();
        let label = count.word.clone().unwrap_or_else(word);
        let _ = writeln!(text, "  {}{:>6}", fitted(&label, LABEL), count.items);
    }
}

fn outlooks(text: &mut String, outlooks: &[OutlookCount], messages: &Messages) {
    if outlooks.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{}, as reported, counted beside the status", messages.get("outlook"));
    for count in outlooks.iter().filter(|count| count.items > 0) {
        let label = messages.get(&format!("outlook-{}", count.outlook)).to_owned();
        let _ = writeln!(text, "  {}{:>6}", fitted(&label, LABEL), count.items);
    }
}

fn kinds(text: &mut String, kinds: &[KindCount], messages: &Messages) {
    let _ = writeln!(text, "\nTypes of commitment, each with its own measure");
    for count in kinds {
        let label = fitted(messages.get(&format!("kind-{}", count.kind)), LABEL);
        let reached = count.measure.map_or_else(String::new, |measure| {
            format!("  {} {}", count.reached, messages.get(&format!("measure-{measure}")))
        });
        let _ = writeln!(text, "  {label}{:>6}{reached}", count.items);
    }
}

fn dates(text: &mut String, summary: &Summary) {
    let (schedule, freshness) = (&summary.schedule, &summary.freshness);
    let _ = writeln!(text, "\n{}Age of the information", fitted("Due dates", 36));
    let rows = [
        ("overdue", schedule.overdue, "none", freshness.never),
        ("due within 90 days", schedule.due_soon, "out of date", freshness.stale),
        ("due later", schedule.not_due, "report due", freshness.due),
        ("done on time", schedule.done_on_time, "up to date", freshness.fresh),
        ("done late", schedule.done_late, "no report expected", freshness.unpaced),
    ];
    for (left, a, right, b) in rows {
        let _ = writeln!(text, "  {}{a:>6}      {}{b:>6}", fitted(left, 24), fitted(right, 24));
    }
    let rest = [
        ("done, perhaps late", schedule.done),
        ("open when the plan ended", schedule.plan_ended),
        ("missed", schedule.missed),
        ("ended", schedule.ended),
        ("no day yet", schedule.no_day_yet),
        ("no date", schedule.no_date),
    ];
    for (label, count) in rest.into_iter().filter(|(label, count)| *count > 0 || *label == "no date") {
        let _ = writeln!(text, "  {}{count:>6}", fitted(label, 24));
    }
}

fn areas(text: &mut String, areas: &[AreaCount]) {
    const TITLE: usize = 36;
    let _ = writeln!(text, "\n{}items  no info  overdue  stale  last", fitted("Areas", TITLE + 2));
    for area in areas {
        let last = area.last_information.as_ref().map(|date| short(&date.date)).unwrap_or_default();
        let mut counts = format!(
            "{:>5}{:>9}{:>9}{:>7}  {last}",
            area.items, area.no_information, area.overdue, area.stale
        );
        let options = textwrap::Options::new(TITLE - 1).subsequent_indent("  ");
        for line in textwrap::wrap(&format!("{} {}", area.area, area.title), options) {
            let line = format!("  {}{}", fitted(&line, TITLE), std::mem::take(&mut counts));
            let _ = writeln!(text, "{}", line.trim_end());
        }
    }
}

/// As it was written, where that is short; a range by its last day.
fn short(date: &Date) -> String {
    if date.precision == Precision::Range { date.latest.to_string() } else { date.text.clone() }
}

fn list(text: &mut String, title: &str, lines: &[ItemLine], facts: impl Fn(&ItemLine) -> String) {
    if lines.is_empty() {
        return;
    }
    heading(text, title, lines.len());
    for line in lines.iter().take(MOST) {
        wrapped(text, &format!("{}  {}", line.number, line.title), "  ", "    ");
        wrapped(text, &facts(line), "      ", "      ");
    }
    and_more(text, lines.len());
}

fn milestones(text: &mut String, late: &[MilestoneLine], messages: &Messages) {
    if late.is_empty() {
        return;
    }
    heading(text, "Late milestones", late.len());
    for line in late.iter().take(MOST) {
        wrapped(text, &format!("{}  {}", line.number, line.title), "  ", "    ");
        let due = show(&line.due.date, messages);
        let _ = writeln!(text, "      due {due}, {}", number_of_days(line.days, "late"));
    }
    and_more(text, late.len());
}

fn backwards(text: &mut String, steps: &[StepBackLine], messages: &Messages) {
    if steps.is_empty() {
        return;
    }
    heading(text, "Status lowered", steps.len());
    for step in steps.iter().take(MOST) {
        wrapped(text, &format!("{}  {}", step.number, step.title), "  ", "    ");
        let word = |key| messages.get(&["status-", key].concat()).to_owned();
        let date = show(&step.date.date, messages);
        let _ = writeln!(text, "      from \"{}\" to \"{}\", {date}", word(step.from), word(step.to));
    }
    and_more(text, steps.len());
}

fn updates(text: &mut String, updates: &[NewsLine], messages: &Messages) {
    for update in updates.iter().take(MOST) {
        let date = show(&update.date.date, messages);
        let on = match update.numbers.as_slice() {
            [] => String::new(),
            [one] => format!(" [{one}]"),
            [first, rest @ ..] => format!(" [{first} and {}]", number(rest.len(), "other", "others")),
        };
        wrapped(text, &format!("{date}: {}{}", update.title, on.replace(' ', "\u{a0}")), "  ", "    ");
    }
    and_more(text, updates.len());
}

/// So wide and no wider, by what a terminal shows: a Chinese character takes two columns.
pub(super) fn fitted(label: &str, width: usize) -> String {
    let mut shown = label.split_whitespace().collect::<Vec<_>>().join(" ");
    if display_width(&shown) > width {
        while display_width(&shown) > width - 1 {
            shown.pop();
        }
        shown.truncate(shown.trim_end().len());
        shown.push('…');
    }
    let missing = width.saturating_sub(display_width(&shown));
    shown.push_str(&" ".repeat(missing));
    shown
}

fn number(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

fn number_of_days(days: i64, end: &str) -> String {
    format!("{days} {} {end}", if days == 1 { "day" } else { "days" })
}

fn number_of_months(months: i64) -> String {
    format!("{months} {}", if months == 1 { "month" } else { "months" })
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}
