//! The form as GitLab has it: a text with headings that somebody fills in, in an issue or in an answer of the service desk.

use std::fmt::Write as _;

use super::fields::{Answered, shown, words};
use super::mark::MARK_LINE;
use crate::page::Context;

/// Where the text stands.
pub const TEMPLATE: &str = ".gitlab/issue_templates/report-progress.md";

/// The text; `all` is the plan in each language of the site, that of the book first.
pub fn template(all: &[&Context]) -> String {
    let mut text = format!("<!-- {MARK_LINE} -->\n\n{}\n", hidden(&words("form-intro", all)));
    for question in shown(all) {
        let mut hint = question.hint.clone();
        if let Answered::OneOf(options) = &question.answered {
            options.iter().for_each(|option| {
                let _ = write!(hint, "\n- {option}");
            });
        }
        let _ = write!(text, "\n### {}\n\n{}\n\n", question.label, hidden(&hint));
    }
    text
}

/// A hint that only those see who fill in the text. No word of a plan ends it.
fn hidden(hint: &str) -> String {
    format!("<!--\n{}\n-->", hint.replace("--", "- -"))
}
