//! The update file that an agency fills in for an item.

use std::fmt::Write as _;

use super::job::Job;
use crate::plan::{Agency, Index as _, Ix, RecordIx};
use crate::rounds::Ask;
use crate::vocabulary::{Choice as _, Kind, Status};

/// The name of the file, and what is in it. Its headline is empty, so `check` refuses it until somebody has answered:
/// a file that nobody looked at must not say "nothing to report" in an agency's name.
pub(super) fn write(job: &mut Job<'_>, agency: Ix<Agency>, ask: &Ask) -> (String, String) {
    let plan = job.builder.plan();
    let item = plan.items.at(ask.item);
    let day = job.day_of_answers(agency);
    let id = item.document.id.as_str().to_owned();
    let agency_id = job.id(agency).to_owned();
    let name = free_name(job, &format!("{day}-{id}-{agency_id}"));

    let mut text = "---\n".to_owned();
    let mut comment = |line: &str| {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "# {line}");
    };
    comment(&job.builder.name(RecordIx::Item(ask.item)));
    comment(&job.with("request-form-for", &[("period", &job.period.text), ("agency", &job.name(agency))]));
    comment(job.word("request-form-title"));
    let _ = writeln!(text, "title:");
    let _ = writeln!(text, "# {}", job.word("request-form-date"));
    let _ = writeln!(text, "date: {day}\nitems: [\"{id}\"]\nby: [\"{agency_id}\"]");
    let _ = writeln!(text, "# {}", job.word("request-form-no-change"));
    let _ = writeln!(text, "kind: no-change");
    let _ = writeln!(text, "# {}", job.word("request-form-else"));
    if item.document.kind != Kind::CatchAll {
        let claimed = Status::CHOICES
            .iter()
            .filter(|(_, status)| !matches!(status, Status::NotReported | Status::NotStated | Status::Closed))
            .map(|(word, _)| *word)
            .collect::<Vec<_>>();
        let _ = writeln!(text, "# status: in-progress");
        let _ = writeln!(text, "#   {}", job.with("request-form-status", &[("words", &claimed.join(", "))]));
    }
    for indicator in &item.document.measured {
        let _ = writeln!(
            text,
            "# {}",
            job.with("request-form-values", &[("title", &one_line(&indicator.title))])
        );
        let _ = writeln!(
            text,
            "# values: [{{indicator: {}, period: {}, value: }}]",
            indicator.id.value, job.period.text
        );
    }
    let _ = writeln!(text, "# challenges: \"{}\"", job.word("request-form-challenges"));
    let _ = writeln!(text, "# next-steps: \"{}\"", job.word("request-form-next-steps"));
    let _ = writeln!(text, "# evidence:\n#   - title: \"{}\"", job.word("request-form-evidence"));
    let _ = writeln!(text, "#     url: https://example.org/");
    if matches!(item.document.kind, Kind::Recurring | Kind::Event) {
        let _ = writeln!(text, "# {}", job.word("request-form-meeting"));
        let _ = writeln!(
            text,
            "# kind: meeting\n# meeting: {{state: held, place: \"{}\"}}",
            job.word("request-form-place")
        );
    }
    if job.builder.context.facts_of(ask.item).schedule.due().is_some() {
        let _ = writeln!(text, "# {}", job.word("request-form-put-back"));
        let _ = writeln!(text, "# kind: date-change\n# new-due: {}", job.period.latest.year() + 1);
        let _ = writeln!(text, "# reason: \"{}\"", job.word("request-form-reason"));
    }
    text.push_str("---\n");
    (format!("{name}.md"), text)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name, or with a number behind it when there is such an update already.
fn free_name(job: &mut Job<'_>, name: &str) -> String {
    let names = std::iter::once(name.to_owned()).chain((2..).map(|n: u32| format!("{name}-{n}")));
    let free = names.into_iter().find(|name| !job.taken.contains(name)).unwrap_or_else(|| name.to_owned());
    job.taken.insert(free.clone());
    free
}
