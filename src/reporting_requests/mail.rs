//! What is said in a mail to an agency: the request, and a reminder, in plain words and in each language of the site.

use std::fmt::Write as _;

use super::job::{Job, name_in};
use crate::date::{Date, Day};
use crate::language_marks::unmarked;
use crate::page::ViewBuilder;
use crate::plan::{Agency, Index as _, Item, Ix, RecordIx};
use crate::rounds::{self, Ask, Reason, Request};
use crate::vocabulary::Audience;

/// What stands between two languages.
const BETWEEN: &str = "\n----\n\n";

/// What an agency is mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyMail {
    /// The id of the agency.
    pub agency: String,
    /// Its name.
    pub name: String,
    /// Its contact, as the record says it.
    pub contact: Option<String>,
    /// The request.
    pub request: Words,
    /// The reminder; none when everything was reported on in the period.
    pub reminder: Option<Words>,
    /// The items that it is asked about.
    pub items: Vec<Ix<Item>>,
}

/// The words of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// The mails to those who are asked about something, in the order of the agencies.
pub(super) fn all(job: &Job<'_>, answer_by: Day) -> Vec<AgencyMail> {
    let (requests, _) = rounds::asked(job.builder.plan(), &job.builder.context.facts, job.period);
    let asked = requests.iter().filter(|request| request.asked() > 0);
    asked.map(|request| of_agency(job, request, answer_by)).collect()
}

/// What the list of requests says of the drafts.
pub(super) fn note(job: &Job<'_>) -> String {
    unmarked(&format!("\n## {}\n\n{}\n", job.word("mail-index"), job.word("mail-index-note")))
}

fn of_agency(job: &Job<'_>, request: &Request, answer_by: Day) -> AgencyMail {
    let asked: Vec<&Ask> = request.asks.iter().filter(|ask| ask.reason.is_asked()).collect();
    let open: Vec<&Ask> =
        asked.iter().copied().filter(|ask| !is_answered(job, ask, request.agency)).collect();
    let in_all = |words: &dyn Fn(&Letter<'_>) -> String| {
        let letters = job.all().map(|builder| Letter { job, builder, request, answer_by });
        unmarked(&letters.map(|letter| words(&letter)).collect::<Vec<_>>().join(BETWEEN))
    };
    let first = Letter { job, builder: &job.builder, request, answer_by };
    let subject = unmarked(&first.with("mail-subject", &[("agency", &job.name(request.agency))]));
    let reminder = Words {
        subject: unmarked(&first.with("mail-reminder-subject", &[("subject", &subject)])),
        text: in_all(&|letter| letter.reminder(&open)),
    };
    AgencyMail {
        agency: job.id(request.agency).to_owned(),
        name: unmarked(&job.name(request.agency)),
        contact: job.builder.texts().agency_contact(request.agency).map(str::to_owned),
        request: Words { subject, text: in_all(&|letter| letter.request(&asked)) },
        reminder: (!open.is_empty()).then_some(reminder),
        items: asked.iter().map(|ask| ask.item).collect(),
    }
}

/// Whether something was reported in the period. An item may be asked about all the same, because it is late.
fn is_answered(job: &Job<'_>, ask: &Ask, agency: Ix<Agency>) -> bool {
    let newest = job.newest_report(ask.item, agency);
    let newest = newest.map(|ix| &job.builder.plan().updates.at(ix).document.date.value);
    newest.is_some_and(|newest| rounds::is_reported_by(newest, job.period))
}

/// The texts for an agency in one language.
struct Letter<'a> {
    job: &'a Job<'a>,
    builder: &'a ViewBuilder<'a>,
    request: &'a Request,
    answer_by: Day,
}

impl Letter<'_> {
    fn word<'w>(&'w self, key: &'w str) -> &'w str {
        self.builder.messages().get(key)
    }

    /// A sentence; the period can stand in each.
    fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let period = [("period", self.job.period.text.as_str())];
        self.builder.messages().with(key, &[&period, values].concat())
    }

    fn day(&self, day: Day) -> String {
        self.builder.date(&Date::day(day)).text
    }

    fn request(&self, asked: &[&Ask]) -> String {
        let mut text = self.beginning();
        let title = self.builder.context.title();
        let (from, to) = (self.day(self.job.period.earliest), self.day(self.job.period.latest));
        let as_of = self.day(self.job.as_of());
        let values = [("plan", title), ("date", &as_of), ("from", &from), ("to", &to)];
        let _ = writeln!(text, "{}\n", self.with("request-as-of", &values));
        let count = i64::try_from(asked.len()).unwrap_or(i64::MAX);
        let _ = writeln!(text, "{}", self.builder.messages().count("request-asked", count));
        let _ = writeln!(text, "{}\n", self.answer_by());
        let _ = writeln!(text, "{}\n", self.word("mail-attached"));
        text.push_str(&self.items(asked));
        text + &self.end()
    }

    fn reminder(&self, open: &[&Ask]) -> String {
        let mut text = self.beginning();
        let as_of = self.day(self.job.as_of());
        // What the items are stands directly above them.
        let _ = writeln!(text, "{}\n{}\n", self.with("mail-reminder", &[]), self.answer_by());
        let _ = writeln!(text, "{}\n", self.with("mail-reminder-open", &[("date", &as_of)]));
        text.push_str(&self.items(open));
        let _ = writeln!(text, "{}", self.word("mail-reminder-thanks"));
        text + &self.end()
    }

    fn beginning(&self) -> String {
        let banner = match self.builder.context.published.audience {
            Audience::Internal => format!("{}\n\n", self.word("internal-banner")),
            Audience::Public => String::new(),
        };
        let agency = name_in(self.builder, self.request.agency);
        format!("{banner}{}\n\n", self.with("mail-greeting", &[("agency", &agency)]))
    }

    /// Until when an answer is asked for, or was.
    fn answer_by(&self) -> String {
        let key = if self.answer_by < self.job.as_of() { "mail-was-due" } else { "mail-answer-by" };
        self.with(key, &[("date", &self.day(self.answer_by))])
    }

    /// Items by the reason for the request, the most urgent first.
    fn items(&self, asks: &[&Ask]) -> String {
        let mut text = String::new();
        for reason in Reason::ALL {
            let own: Vec<&&Ask> = asks.iter().filter(|ask| ask.reason == reason).collect();
            if own.is_empty() {
                continue;
            }
            let messages = self.builder.messages();
            let _ = writeln!(text, "{}", messages.noted(self.word(reason.heading()), &own.len().to_string()));
            for ask in own {
                let status = self.builder.status_of(self.job.status_for(ask.item, self.request.agency));
                let name = self.builder.name(RecordIx::Item(ask.item));
                let _ = writeln!(text, "- {}", one_line(&messages.labelled(&name, &status.text)));
            }
            text.push('\n');
        }
        text
    }

    fn end(&self) -> String {
        let contact = self.builder.texts().contact().map(|contact| {
            format!("\n{}\n", one_line(&self.builder.messages().labelled(self.word("contact"), contact)))
        });
        format!("{}{}\n", contact.unwrap_or_default(), self.word("mail-end")).trim_end().to_owned() + "\n"
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
