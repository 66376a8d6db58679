//! The conversation over a pair of streams.

use std::io::{self, BufReader, Read, Write};
use std::sync::mpsc;
use std::thread;

use serde_json::Value;

use super::Session;
use super::wire::{self, Incoming};
use crate::failure::Failure;

/// Answers an editor until it ends the conversation. Returns the exit code that the protocol asks for.
///
/// One thread reads, so that all messages that wait are known; the other has the session.
///
/// # Errors
/// When what comes is no message, or nobody takes the answers.
pub fn run(
    mut session: Session,
    input: impl Read + Send + 'static,
    mut output: impl Write,
) -> Result<u8, Failure> {
    let (sender, receiver) = mpsc::channel();
    let read = move || {
        let mut input = BufReader::new(input);
        loop {
            let next = wire::read(&mut input);
            let is_last = !matches!(next, Ok(Some(_)));
            if sender.send(next).is_err() || is_last {
                return;
            }
        }
    };
    let thread = thread::Builder::new().name("messages".to_owned());
    thread.spawn(read).map_err(Failure::io("start the thread", "messages"))?;
    while let Ok(first) = receiver.recv() {
        let mut waiting: Vec<Incoming> = Vec::new();
        let mut end = None;
        for next in std::iter::once(first).chain(receiver.try_iter()) {
            match next {
                Ok(Some(message)) => waiting.push(message),
                Ok(None) => end = Some(Ok(1)),
                Err(error) => end = Some(Err(Failure::io("read a message from", "standard input")(error))),
            }
        }
        let reaction = session.handle(waiting);
        for message in &reaction.messages {
            write(&mut output, message).map_err(Failure::io("write to", "standard output"))?;
        }
        match (reaction.exit, end) {
            (Some(code), _) => return Ok(code),
            (None, Some(end)) => return end,
            (None, None) => {}
        }
    }
    Ok(1)
}

fn write(output: &mut impl Write, message: &Value) -> io::Result<()> {
    let body = message.to_string();
    write!(output, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    output.flush()
}
