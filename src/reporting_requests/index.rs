//! The list of all requests, for those who send them.

use std::fmt::Write as _;

use super::job::Job;
use super::letter;
use crate::plan::{Item, Ix, RecordIx};
use crate::rounds::Reason;
use crate::rounds::Request;
use crate::text_document::escape;

/// The reasons that have a column; late milestones only where a plan has one, because most plans have no milestones.
const COLUMNS: [Reason; 6] =
    [Reason::Overdue, Reason::Milestone, Reason::Due, Reason::Stale, Reason::Never, Reason::Open];

/// What the list says of the files that are sent.
pub(super) struct List<'a> {
    /// The key of what is to be done with them.
    pub(super) note: &'static str,
    /// The path of what an agency is sent.
    pub(super) file: &'a dyn Fn(&str) -> String,
}

pub(super) fn write(job: &Job<'_>, requests: &[Request], unanswered: &[Ix<Item>], list: &List<'_>) -> String {
    let mut text = format!("# {}\n\n", job.with("request-index", &[("period", &job.period.text)]));
    text.push_str(&letter::introduction(job));
    if requests.is_empty() {
        let _ = writeln!(text, "{}", job.word("request-nobody"));
    } else {
        let has_any = |column: Reason| requests.iter().any(|request| request.of(column).next().is_some());
        let columns = COLUMNS.into_iter().filter(|it| *it != Reason::Milestone || has_any(*it));
        let columns: Vec<Reason> = columns.collect();
        let _ = writeln!(text, "{}\n", job.word(list.note));
        let _ = write!(text, "| {} | {} |", job.word("request-agency"), job.word("request-asked-column"));
        for column in &columns {
            let _ = write!(text, " {} |", job.word(column.heading()));
        }
        let _ = writeln!(text, "\n|---|{}", "---:|".repeat(columns.len() + 1));
        for request in requests {
            let name = escape(&job.name(request.agency));
            let file = (list.file)(job.id(request.agency));
            let _ = write!(text, "| [{name}]({file}) | {} |", request.asked());
            for column in &columns {
                let _ = write!(text, " {} |", request.of(*column).count());
            }
            text.push('\n');
        }
    }
    if !unanswered.is_empty() {
        let _ = writeln!(
            text,
            "\n## {}\n\n{}\n",
            job.word("request-unanswered"),
            job.word("request-unanswered-note")
        );
        for item in unanswered {
            let _ = writeln!(text, "- {}", escape(&job.builder.name(RecordIx::Item(*item))));
        }
    }
    text
}
