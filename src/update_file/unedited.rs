//! Whether a file is as an answer gave it, or somebody edited it since.
//!
//! No file says which answer it came from. But each answer has one form: a file whose parts, taken for an answer, give the same bytes
//! was written by this program, or says nothing else than it would have.

use super::statement::Statement;
use super::subject::Subject;
use super::text;
use super::values::Value;
use crate::parse::UpdateDocument;
use crate::vocabulary::UpdateKind;

/// Whether a file with this text and this body is as an answer of the subject gave it.
pub fn is_unedited(update: &UpdateDocument, text: &str, body: &str, subject: &Subject<'_>) -> bool {
    let paragraphs = |key: &Option<String>| key.iter().flat_map(|text| split(text)).collect();
    let value = |value: &crate::parse::MeasuredValue| Value {
        at: 0,
        indicator: value.indicator.value.clone(),
        period: value.period.value.text.clone(),
        number: value.value.text.clone(),
    };
    let statement = Statement {
        is_nothing: update.kind.value == UpdateKind::NoChange,
        date: update.date.value.text.clone(),
        reported: update.reported.as_ref().map(|reported| reported.text.clone()),
        status: update.status.as_ref().map(|status| status.value.word()),
        outlook: update.outlook.as_ref().map(|outlook| outlook.value),
        happened: split(body).map(|paragraph| plain_text(&paragraph)).collect(),
        evidence: update.evidence.iter().map(|one| (one.title.clone(), one.url.clone())).collect(),
        challenges: paragraphs(&update.challenges),
        next_steps: paragraphs(&update.next_steps),
        meeting: update.meeting.as_ref().map(|meeting| meeting.state.value),
        new_due: update.new_due.as_ref().map(|due| due.value.text.clone()),
        reason: paragraphs(&update.reason),
        values: update.values.iter().map(value).collect(),
    };
    text::file(&statement, subject).text == text
}

fn split(text: &str) -> impl Iterator<Item = String> {
    text.trim().split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned)
}

/// What the Markdown of an answer says: without backslashes before signs, and without the marks of languages.
pub fn plain_text(paragraph: &str) -> String {
    let mut text = String::with_capacity(paragraph.len());
    let mut rest = paragraph;
    while let Some(sign) = rest.chars().next() {
        let after = &rest[sign.len_utf8()..];
        if sign == '\\' {
            let next = after.chars().next();
            text.extend(next);
            rest = &after[next.map_or(0, char::len_utf8)..];
        } else if let Some((words, behind)) = (sign == '[').then(|| of_language(after)).flatten() {
            text.push_str(&plain_text(words));
            rest = behind;
        } else {
            text.push(sign);
            rest = after;
        }
    }
    text
}

/// The words of such a mark, and what is behind it; the text begins within its bracket.
fn of_language(text: &str) -> Option<(&str, &str)> {
    let (words, rest) = text.split_once("](lang:")?;
    let (_, behind) = rest.split_once(')')?;
    Some((words, behind))
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn a_paragraph_says_what_was_written() {
        for (paragraph, text) in [
            ("R\\&D \\[1\\] costs", "R&D [1] costs"),
            ("[会合を開いた（ACSA）。](lang:ja)", "会合を開いた（ACSA）。"),
            ("The ministry ([防衛省\\!](lang:ja)) met", "The ministry (防衛省!) met"),
            ("- a \\\\ b\\", "- a \\ b"),
        ] {
            assert_eq!(plain_text(paragraph), text);
        }
    }
}
