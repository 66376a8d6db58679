//! The text for one agency.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::job::Job;
use crate::facts::{IndicatorIx, measurements};
use crate::plan::{Agency, Index as _, Item, Ix, RecordIx};
use crate::rounds::Reason;
use crate::rounds::{Ask, Request};
use crate::route::Route;
use crate::text_document::escape;
use crate::vocabulary::Audience;
use crate::web_address::whole_address;

/// How an answer is given, as keys of sentences.
pub(super) const STEPS: [&str; 5] = [
    "request-step-open",
    "request-step-title",
    "request-step-no-change",
    "request-step-else",
    "request-step-send",
];

/// The same for a letter, without files to be filled in.
pub(super) const STEPS_OF_LETTER: [&str; 3] =
    ["letter-step-answer", "letter-step-nothing", "letter-step-send"];

/// The names of the files to be filled in, by item.
pub(super) type Forms = BTreeMap<Ix<Item>, String>;

pub(super) fn write(job: &Job<'_>, request: &Request, forms: &Forms, steps: &[&str]) -> String {
    let agency = escape(&job.name(request.agency));
    let mut text = String::new();
    let title = job.with("request-title", &[("period", &job.period.text), ("agency", &agency)]);
    let _ = writeln!(text, "# {title}\n");
    text.push_str(&introduction(job));
    let asked = request.asked();
    if asked == 0 {
        let _ = writeln!(text, "{}\n", job.word("request-asked-none"));
    } else {
        let _ = writeln!(text, "{}\n", job.count("request-asked", asked));
        let _ = writeln!(text, "## {}\n", job.word("request-how"));
        for (n, key) in steps.iter().enumerate() {
            let folder = job.builder.plan().folder() + "updates/";
            let _ = writeln!(text, "{}. {}", n + 1, job.with(key, &[("folder", &folder)]));
        }
        if let Some(repository) = &job.builder.context.config.repository {
            // The text of a whole file would make the address unreadable here; the files are with the letter.
            let folder = format!("{}updates/{}/", job.builder.plan().folder(), job.as_of().year());
            let address = format!("<{}>", repository.new_url(&folder, ""));
            let _ = writeln!(text, "\n{}", job.with("request-propose", &[("url", &address)]));
        }
        if let Some(contact) = job.builder.texts().contact() {
            let labelled = job.builder.messages().labelled(job.word("contact"), &shown_contact(contact));
            let _ = writeln!(text, "\n{labelled}");
        }
        text.push('\n');
    }
    for reason in Reason::ALL {
        let asks: Vec<&Ask> = request.of(reason).collect();
        if asks.is_empty() {
            continue;
        }
        let heading = job.builder.messages().noted(job.word(reason.heading()), &asks.len().to_string());
        let _ = writeln!(text, "## {heading}\n");
        for ask in asks {
            text.push_str(&if reason.is_asked() {
                asked_about(job, ask, request.agency, forms)
            } else {
                in_one_line(job, ask, request.agency)
            });
        }
        if !reason.is_asked() {
            text.push('\n');
        }
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// A contact that is read in an editor, too: an address needs no signs before its own.
fn shown_contact(contact: &str) -> String {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "@.+-".contains(sign);
    match (whole_address(contact), contact.chars().all(is_plain)) {
        (true, _) => format!("<{contact}>"),
        (false, true) if contact.starts_with(|sign: char| sign.is_ascii_alphabetic()) => contact.to_owned(),
        _ => escape(contact),
    }
}

/// What the requests are about, and for whom they are.
pub(super) fn introduction(job: &Job<'_>) -> String {
    let title = job.builder.context.title();
    let (from, to) = (job.day(job.period.earliest), job.day(job.period.latest));
    let as_of = job.day(job.as_of());
    let values = [("plan", escape(title)), ("date", as_of), ("from", from), ("to", to)];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut text = String::new();
    if job.builder.context.published.audience == Audience::Internal {
        let _ = writeln!(text, "**{}**\n", job.word("internal-banner"));
    }
    let _ = writeln!(text, "{}\n", job.with("request-as-of", &values));
    text
}

/// An item with what is known of it, and the file for the answer.
fn asked_about(job: &Job<'_>, ask: &Ask, agency: Ix<Agency>, forms: &Forms) -> String {
    let builder = &job.builder;
    let plan = builder.plan();
    let mut text = String::new();
    let _ = writeln!(text, "### {}\n", escape(&builder.name(RecordIx::Item(ask.item))));
    if let Some(words) = builder.texts().wording(ask.item) {
        for line in words.lines().filter(|line| !line.trim().is_empty()) {
            let _ = writeln!(text, "> {}\n>", escape(line));
        }
        // The last line of a quotation is no empty one.
        text.truncate(text.trim_end_matches(['>', '\n']).len());
        text.push_str("\n\n");
    }
    let mut fact = |key: &str, value: &str| {
        let _ = writeln!(text, "- {}", builder.messages().labelled(job.word(key), value));
    };
    fact("status", &status(job, ask, agency));
    let ((_, schedule), (_, freshness)) = (builder.schedule(ask.item), builder.freshness(ask.item));
    fact("schedule", &escape(&schedule));
    fact("freshness", &escape(&freshness));
    if let Some(newest) = job.newest_report(ask.item, agency) {
        fact("request-newest", &escape(&builder.update_title(newest)));
    }
    for late in builder.context.facts.late_milestones(plan, ask.item) {
        let due = late.due.as_ref().map(|due| builder.date(&due.value).text).unwrap_or_default();
        let values = [("title", late.title.as_str()), ("date", due.as_str())];
        fact("request-late-milestone", &escape(&job.with("progress-late-milestone", &values)));
    }
    for place in 0..plan.items.at(ask.item).measured.len() {
        let ix = IndicatorIx { item: ask.item, place };
        let Some(indicator) = plan.indicator(ix) else { continue };
        let newest = measurements(plan, ix, job.as_of()).pop();
        let known = newest.map_or_else(
            || job.word("indicator-no-value").to_owned(),
            |newest| {
                let value = builder.amount(newest.value(), indicator.unit.as_deref());
                builder.messages().noted(&value, &builder.date(newest.period()).text)
            },
        );
        fact("request-value", &escape(&builder.messages().stopped(&[&indicator.title, &known])));
    }
    let searched = &plan.items.at(ask.item).document.searched;
    if let (Reason::Never, Some(last)) = (ask.reason, builder.searches(searched).first()) {
        fact("request-searched", &escape(&last.text));
    }
    if !ask.same.is_empty() {
        let same: Vec<String> =
            ask.same.iter().map(|ix| escape(&builder.name(RecordIx::Item(*ix)))).collect();
        fact("request-same", &builder.messages().clauses(&same));
    }
    if let Some(role) = &ask.role {
        fact("request-role", &escape(role));
    }
    if let Some(person) = &ask.person {
        fact("request-person", &escape(person));
    }
    if let Some(named) = ask.instead_of {
        fact("request-instead-of", &escape(&job.name(named)));
    }
    if let Some(page) = builder.context.address(&Route::record(plan, RecordIx::Item(ask.item))) {
        fact("request-page", &format!("<{page}>"));
    }
    if let Some(form) = forms.get(&ask.item) {
        fact("request-file", &format!("[{form}](updates/{form})"));
    }
    if ask.inferred {
        let _ = writeln!(text, "- {}", job.word("request-inferred"));
    }
    text + "\n"
}

fn in_one_line(job: &Job<'_>, ask: &Ask, agency: Ix<Agency>) -> String {
    let name = escape(&job.builder.name(RecordIx::Item(ask.item)));
    format!("- {}\n", job.builder.messages().labelled(&name, &status(job, ask, agency)))
}

fn status(job: &Job<'_>, ask: &Ask, agency: Ix<Agency>) -> String {
    let current_status = job.builder.current_status(job.status_for(ask.item, agency));
    let mut words = current_status.status.text;
    if let Some(detail) = current_status.status.detail {
        words = job.builder.messages().noted(&words, &detail);
    }
    if let Some(since) = current_status.since {
        let since = job.with("status-since", &[("date", &since.text)]);
        words = job.with("request-status", &[("status", &words), ("since", &since)]);
    }
    escape(&words)
}
