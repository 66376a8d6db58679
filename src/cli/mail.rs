//! The drafts of mails of `planbook requests --mail`.

use std::fmt::Write as _;

use super::counted::number;
use super::site::parse_day;
use crate::date::{Date, Day};
use crate::mail::{self, Mailbox, Round};
use crate::page::Context;
use crate::reporting_requests;

/// Whether drafts are written, and what stands in them.
#[derive(Debug, clap::Args)]
pub(super) struct MailArguments {
    /// Also write a draft of a mail and of a reminder for each agency, with its files attached (.eml), and a calendar of the deadlines
    #[arg(long, requires = "answer_by")]
    mail: bool,
    /// The last day for an answer, which the mails and the calendar name
    #[arg(long, value_name = "DATE", requires = "mail", value_parser = parse_day)]
    answer_by: Option<Day>,
    /// Who sends the mails, such as "The plan <plan@harbour.example>" [default: `contact` of the plan, if it is an email address]
    #[arg(long, value_name = "MAILBOX", requires = "mail", value_parser = parse_mailbox)]
    from: Option<Mailbox>,
}

fn parse_mailbox(text: &str) -> Result<Mailbox, String> {
    let wrong = "write an email address, such as plan@harbour.example, or a name and an address: \"The plan <plan@harbour.example>\"";
    Mailbox::read(text).ok_or_else(|| wrong.to_owned())
}

/// Adds the drafts to the files of the requests, if they are wanted. What is said of them.
pub(super) fn add(
    arguments: &MailArguments,
    context: &Context,
    languages: &[&Context],
    period: &Date,
    files: &mut Vec<(String, Vec<u8>)>,
) -> Option<String> {
    let answer_by = arguments.answer_by.filter(|_| arguments.mail)?;
    let (mails, note) = reporting_requests::mails(context, languages, period, answer_by);
    let contact = context.texts().contact().and_then(Mailbox::read);
    let from = arguments.from.clone().or(contact);
    let round = Round { context, period, answer_by, from };
    let added = mail::add(&round, &mails, files);
    let list = files.iter_mut().find(|(path, _)| path == "README.md");
    list.into_iter().for_each(|(_, text)| text.extend(note.as_bytes()));
    let mut said = format!(
        "wrote {} and {}; open a file .eml in a mail program, read it and send it\n",
        number(added.requests, "draft of a mail", "drafts of mails"),
        number(added.reminders, "draft of a reminder", "drafts of reminders"),
    );
    if !added.without_recipient.is_empty() {
        let _ = writeln!(
            said,
            "without a recipient, because `contact` of the agency is not `mailto:` and an email address: {}",
            added.without_recipient.join(", ")
        );
    }
    if round.from.is_none() {
        said.push_str("without a sender: your mail program adds your address; --from names another one\n");
    }
    Some(said)
}
