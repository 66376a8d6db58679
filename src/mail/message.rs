//! A mail with its attachments, as a file (RFC 5322, MIME). The same mail is the same bytes: its boundary and its id follow from
//! what is in it, and its date from the day of the plan.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::{BodyPart, MimePart};
use sha2::{Digest as _, Sha256};

use super::mailbox::Mailbox;
use crate::date::Day;

/// A mail.
pub(super) struct Message<'a> {
    pub(super) from: Option<&'a Mailbox>,
    pub(super) to: &'a [Mailbox],
    pub(super) subject: &'a str,
    pub(super) text: &'a str,
    pub(super) day: Day,
    /// What follows the `@` of its id.
    pub(super) host: &'a str,
    /// The names of files, with what is in them.
    pub(super) attachments: &'a [(String, &'a [u8])],
}

/// The mail as the bytes of a file. `X-Unsent` makes Outlook open it as a draft; other programs do not know it.
pub(super) fn bytes(message: &Message<'_>) -> Vec<u8> {
    let digest = digest(message);
    let subject = one_line(message.subject);
    // A file has the line breaks of mails, wherever it was written.
    let text = message.text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
    let mut parts = vec![MimePart::new(ContentType::new("text/plain").attribute("charset", "utf-8"), text)];
    parts.extend(message.attachments.iter().map(|(name, bytes)| attachment(name, bytes)));
    let mixed = ContentType::new("multipart/mixed").attribute("boundary", format!("part-{digest}"));
    let mut builder = MessageBuilder::new();
    if let Some(from) = message.from {
        builder = builder.from(address(from));
    }
    if !message.to.is_empty() {
        builder = builder.to(Address::new_list(message.to.iter().map(address).collect()));
    }
    let mut written = Vec::new();
    builder
        .subject(subject)
        .date(seconds(message.day))
        .message_id(format!("{digest}@{}", message.host))
        .header("X-Unsent", Raw::new("1"))
        .body(MimePart::new(mixed, parts))
        .serialize(&mut written);
    written
}

fn address(mailbox: &Mailbox) -> Address<'_> {
    let name = one_line(&mailbox.name);
    Address::new_address((!name.is_empty()).then_some(name), mailbox.address.as_str())
}

/// A file as it is: base64, so that no program changes its line breaks.
fn attachment<'a>(name: &str, bytes: &'a [u8]) -> MimePart<'a> {
    MimePart::new(kind(name), BodyPart::Binary(bytes.into())).attachment(one_line(name))
}

/// The media type of a file, by the ending of its name.
fn kind(name: &str) -> ContentType<'static> {
    let ending = name.rsplit('.').next().unwrap_or("");
    match ending {
        // As bytes and not as text: what comes back must be what was sent.
        "md" => ContentType::new("text/markdown").attribute("charset", "utf-8"),
        "ics" => ContentType::new("text/calendar").attribute("charset", "utf-8"),
        "xlsx" => ContentType::new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "docx" => ContentType::new("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        _ => ContentType::new("application/octet-stream"),
    }
}

/// The beginning of a day, in seconds since 1970.
fn seconds(day: Day) -> i64 {
    crate::date::days_between(Day::constant(1970, 1, 1), day) * 86_400
}

/// A text without line breaks and other control characters, which would end a header.
fn one_line(text: &str) -> String {
    let words = text.split(|sign: char| sign.is_control() || sign.is_whitespace());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What is in a mail, as a number. Nobody can write a text that has it.
fn digest(message: &Message<'_>) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    };
    add(message.day.to_string().as_bytes());
    for mailbox in message.from.into_iter().chain(message.to) {
        add(mailbox.name.as_bytes());
        add(mailbox.address.as_bytes());
    }
    add(message.subject.as_bytes());
    add(message.text.as_bytes());
    for (name, bytes) in message.attachments {
        add(name.as_bytes());
        add(bytes);
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
