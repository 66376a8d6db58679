//! The form as GitHub reads it: `.github/ISSUE_TEMPLATE/*.yml`.

use std::fmt::Write as _;

use super::fields::{Answered, Shown, beside, shown, words};
use super::mark::MARK_LINE;
use crate::fields::double_quoted;
use crate::page::Context;

/// Where the form stands.
pub const FORM: &str = ".github/ISSUE_TEMPLATE/report-progress.yml";
/// The longest description that GitHub shows; a form with a longer one is not offered.
const LONGEST_DESCRIPTION: usize = 190;

/// The form; `all` is the plan in each language of the site, that of the book first.
pub fn form(all: &[&Context]) -> String {
    let mut text = format!("# {MARK_LINE}\n");
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key}: {}", double_quoted(value));
    };
    line("name", &beside("form-name", all));
    let description: String = beside("form-description", all).chars().take(LONGEST_DESCRIPTION).collect();
    line("description", &description);
    line("title", &format!("{} ", beside("form-title", all)));
    text.push_str("labels: [\"report-progress\"]\nbody:\n");
    let intro = double_quoted(&words("form-intro", all));
    let _ = write!(text, "  - type: markdown\n    attributes:\n      value: {intro}\n");
    shown(all).iter().for_each(|question| field(&mut text, question));
    text
}

fn field(text: &mut String, question: &Shown) {
    let kind = match question.answered {
        Answered::OneOf(_) => "dropdown",
        Answered::Line => "input",
        Answered::Text => "textarea",
    };
    let _ = write!(
        text,
        "  - type: {kind}\n    id: {}\n    attributes:\n      label: {}\n      description: {}\n",
        question.id,
        double_quoted(&question.label),
        double_quoted(&question.hint)
    );
    if let Answered::OneOf(options) = &question.answered {
        text.push_str("      options:\n");
        for option in options {
            let _ = writeln!(text, "        - {}", double_quoted(option));
        }
    }
    if question.is_required {
        text.push_str("    validations:\n      required: true\n");
    }
}
