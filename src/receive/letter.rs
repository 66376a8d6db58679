//! The text to mail back, in each language of the site.

use std::fmt::Write as _;

use super::ground::Ground;
use super::note::{Note, notes};
use super::outcome::{Complaint, Judged, Outcome};
use super::reply::Reply;
use crate::language_marks::unmarked;
use crate::page::Context;
use crate::plan::Index as _;
use crate::reporting_requests::{Table, piece, word};

/// What stands between two languages.
const BETWEEN: &str = "\n----\n\n";

/// What is to be corrected in a cell, in the language of a context.
pub fn sentence(complaint: &Complaint, context: &Context) -> String {
    let messages = &context.theme.messages;
    let values: Vec<(&str, String)> =
        complaint.values.iter().map(|(name, value)| (*name, piece(value, messages))).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sentence = messages.with(complaint.key, &values);
    unmarked(&sentence.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The text for a reply.
pub fn letter(reply: &Reply, judged: &[Judged], ground: &Ground<'_>) -> String {
    let missing = notes(reply, judged, ground);
    let contexts = std::iter::once(ground.context).chain(ground.languages.iter().copied());
    let texts = contexts.map(|context| in_language(reply, judged, &missing, (ground, context)));
    texts.collect::<Vec<_>>().join(BETWEEN)
}

fn in_language(
    reply: &Reply,
    judged: &[Judged],
    missing: &[Note],
    (ground, context): (&Ground<'_>, &Context),
) -> String {
    let messages = &context.theme.messages;
    let published = &context.published.plan.agencies;
    let agency = published.indexed().find(|(_, agency)| agency.document.id == reply.sent.agency);
    let name = agency.map_or(reply.sent.agency.as_str(), |(ix, _)| context.texts().title(ix));
    let subject =
        messages.with("reply-mail-subject", &[("period", reply.sent.period.as_str()), ("agency", name)]);
    let mut text = format!("{}\n\n", unmarked(&subject));
    let mut lines = String::new();
    for judged in judged {
        let Outcome::Wrong(complaints) = &judged.outcome else { continue };
        let about = judged.item.map(|item| unmarked(&ground.title(item, context)));
        for complaint in complaints {
            let about = about.as_ref().map_or_else(String::new, |about| format!(" ({about})"));
            let complaint = &Complaint { key: mailed(complaint.key), ..complaint.clone() };
            let _ = writeln!(lines, "- {}{about}: {}", complaint.place, sentence(complaint, context));
        }
    }
    let has_values = !missing.contains(&Note::NoTable(Table::Indicators));
    let key = match (lines.is_empty(), has_values) {
        (true, true) => "reply-mail-fine",
        (true, false) => "reply-mail-received",
        (false, _) => "reply-mail-thanks",
    };
    let _ = writeln!(text, "{}", word(messages, key));
    if !lines.is_empty() {
        let _ = write!(text, "\n{lines}");
    }
    if !has_values {
        let sheet = word(messages, "reply-sheet-indicators");
        let _ =
            writeln!(text, "\n{}", unmarked(&messages.with("reply-mail-no-values", &[("sheet", &sheet)])));
    }
    if !lines.is_empty() && judged.iter().any(|one| one.outcome.file().is_some()) {
        let _ = write!(text, "\n{}\n", word(messages, "reply-mail-read"));
    }
    text
}

/// The sentence for who answered: it names no file on the disk of who received it, and nothing that another agency answered.
pub fn mailed(key: &'static str) -> &'static str {
    match key {
        "reply-twice" => "reply-mail-twice",
        "reply-exists" => "reply-mail-exists",
        "reply-changed" => "reply-mail-changed",
        "reply-dated" => "reply-mail-dated",
        "reply-denies" => "reply-mail-denies",
        "reply-denied" => "reply-mail-denied",
        "reply-value-other" => "reply-mail-value-other",
        "reply-value-own" => "reply-mail-value-own",
        "reply-conflict" => "reply-mail-conflict",
        "reply-conflict-own" => "reply-mail-conflict-own",
        "reply-conflict-day" => "reply-mail-conflict-day",
        "reply-conflict-nothing" => "reply-mail-conflict-nothing",
        key => key,
    }
}
