//! What became of an answer, as a comment below the issue, in each language of the site.

use std::fmt::Write as _;

use super::outcome::{Complaint, Outcome};
use crate::language_marks::unmarked;
use crate::page::Context;
use crate::receive::Ground;
use crate::reporting_requests::piece;
use crate::text_document::escape;

/// What stands between two languages.
const BETWEEN: &str = "\n---\n\n";
/// No comment has more corrections: who has these made will be told of the others.
const MOST: usize = 20;
/// The longest text of an answer that a comment repeats, in characters.
const LONGEST: usize = 200;

/// The comment.
pub fn comment(outcome: &Outcome, ground: &Ground<'_>) -> String {
    let contexts = std::iter::once(ground.context).chain(ground.languages.iter().copied());
    contexts.map(|context| in_language(outcome, context)).collect::<Vec<_>>().join(BETWEEN)
}

fn in_language(outcome: &Outcome, context: &Context) -> String {
    let messages = &context.theme.messages;
    let Outcome::Wrong(complaints) = outcome else {
        return unmarked(&format!("{}\n", messages.get("form-fine")));
    };
    let mut text = format!("{}\n\n", messages.get("form-thanks"));
    for complaint in complaints.iter().take(MOST) {
        let label = complaint.question.map(|question| question.label(messages));
        let label = label.map_or_else(String::new, |label| format!("**{}**: ", escape(&label)));
        let _ = writeln!(text, "- {label}{}", said(complaint, context, &quoted));
    }
    let _ = write!(text, "\n{}\n", messages.get("form-edit"));
    unmarked(&text)
}

/// What is to be corrected, on one line for a terminal.
pub fn sentence(complaint: &Complaint, context: &Context) -> String {
    let label = complaint.question.map(|question| question.label(&context.theme.messages));
    let text = said(complaint, context, &|_, value| shortened(value));
    unmarked(&label.map_or_else(|| text.clone(), |label| context.theme.messages.labelled(&label, &text)))
}

fn said(complaint: &Complaint, context: &Context, value: &dyn Fn(&str, &str) -> String) -> String {
    let messages = &context.theme.messages;
    let mut values: Vec<(&str, String)> =
        complaint.values.iter().map(|(name, of)| (*name, value(name, &piece(of, messages)))).collect();
    let label = complaint.question.map(|question| question.label(&context.theme.messages));
    values.extend(label.map(|label| ("label", value("label", &label))));
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sentence = context.theme.messages.with(complaint.key, &values);
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value in a comment. What somebody wrote is shown as code: a code host makes links of addresses and calls people whose names
/// follow an `@`, also where the sign is escaped.
fn quoted(name: &str, value: &str) -> String {
    match name {
        "written" | "problem" | "own" | "theirs" | "status" => code(&shortened(value)),
        _ => escape(value),
    }
}

fn code(text: &str) -> String {
    let longest = text.split(|sign| sign != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A sign of the text beside one of the fence would be taken for one of it.
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

fn shortened(text: &str) -> String {
    let shown: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    let text = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        None => text,
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn no_text_ends_the_code_that_shows_it() {
        assert_eq!(code("@all"), "`@all`");
        assert_eq!(code("a``b @all"), "```a``b @all```");
        assert_eq!(code("`@all"), "`` `@all ``");
        assert_eq!(code("@all`"), "`` @all` ``");
    }
}
