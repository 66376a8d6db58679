//! The drafts of a round, beside what each agency is sent.

use std::collections::BTreeSet;

use super::mailbox::Mailbox;
use super::message::{Message, bytes};
use crate::date::{Date, Day};
use crate::outputs::{AnswerBy, deadlines};
use crate::page::Context;
use crate::reporting_requests::{AgencyMail, Words};
use crate::web_address::host;

/// What follows the `@` in ids where the book does not say where its site will stand. Nobody can own it.
const NOWHERE: &str = "planbook.invalid";
/// The name of the calendars, in the folder of the round and in that of each agency.
const CALENDAR: &str = "deadlines.ics";

/// What all mails of a round share.
pub struct Round<'a> {
    /// The plan as it is shown to those who are asked.
    pub context: &'a Context,
    /// The period that they report on.
    pub period: &'a Date,
    /// The last day for an answer.
    pub answer_by: Day,
    /// Who asks; without it, the mail program puts in its own address.
    pub from: Option<Mailbox>,
}

/// What was added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Added {
    /// How many requests there is a draft for.
    pub requests: usize,
    /// How many reminders.
    pub reminders: usize,
    /// The ids of the agencies whose drafts have no recipient.
    pub without_recipient: Vec<String>,
}

/// Adds the drafts and the calendars to the files of the requests. What an agency is sent is in the folder of its id.
pub fn add(round: &Round<'_>, mails: &[AgencyMail], files: &mut Vec<(String, Vec<u8>)>) -> Added {
    let mut added = Added::default();
    let mut new = Vec::new();
    for mail in mails {
        let folder = format!("{}/", mail.agency);
        let calendar = round.calendar(&mail.items);
        let own = files.iter().filter(|(path, _)| path.starts_with(&folder));
        let mut attachments: Vec<(String, &[u8])> =
            own.map(|(path, bytes)| (file_name(path).to_owned(), bytes.as_slice())).collect();
        attachments.push((CALENDAR.to_owned(), &calendar));
        let to = mail.contact.as_deref().map(|contact| Mailbox::of_contact(contact, &mail.name));
        let to = to.unwrap_or_default();
        if to.is_empty() {
            added.without_recipient.push(mail.agency.clone());
        }
        let draft = |words: &Words| round.draft(words, &to, &attachments);
        added.requests += 1;
        new.push((format!("{folder}request.eml"), draft(&mail.request)));
        if let Some(reminder) = &mail.reminder {
            added.reminders += 1;
            new.push((format!("{folder}reminder.eml"), draft(reminder)));
        }
        new.push((format!("{folder}{CALENDAR}"), calendar));
    }
    let all: Vec<_> = mails.iter().flat_map(|mail| mail.items.iter().copied()).collect();
    new.push((CALENDAR.to_owned(), round.calendar(&all)));
    files.extend(new);
    files.sort();
    added
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

impl Round<'_> {
    fn calendar(&self, items: &[crate::plan::Ix<crate::plan::Item>]) -> Vec<u8> {
        let items: BTreeSet<_> = items.iter().copied().collect();
        deadlines(self.context, &items, &AnswerBy { day: self.answer_by, period: &self.period.text })
    }

    fn draft(&self, words: &Words, to: &[Mailbox], attachments: &[(String, &[u8])]) -> Vec<u8> {
        let base = self.context.config.base_url.as_deref();
        bytes(&Message {
            from: self.from.as_ref(),
            to,
            subject: &words.subject,
            text: &words.text,
            day: self.context.published.as_of,
            host: &base.and_then(host).unwrap_or_else(|| NOWHERE.to_owned()),
            attachments,
        })
    }
}
