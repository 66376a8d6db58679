//! Messages as bytes: a head with the length, and the body as JSON.

use std::io::{self, BufRead, Read as _};

use lsp_server::Message;

/// The longest message that is read, in bytes. A book that is larger than this has files that are not open.
const LONGEST: usize = 256 << 20;
/// The longest line of a head.
const LONGEST_LINE: u64 = 8 << 10;

/// What came from the editor.
#[derive(Debug)]
pub enum Incoming {
    /// A message.
    Message(Message),
    /// A body that is no message, with what is wrong with it.
    Unreadable(String),
}

/// Reads the next message; `None` at the end. A body that cannot be read is no error: the next message begins behind it.
///
/// # Errors
/// When there is nothing more to be read, or when nobody knows where the next message begins.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let Some(length) = head(input)? else { return Ok(None) };
    if length > LONGEST {
        return Err(invalid(format!("a message has {length} bytes, more than the limit of {LONGEST}")));
    }
    let mut body = Vec::new();
    input.take(length as u64).read_to_end(&mut body)?;
    if body.len() < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(message) => Incoming::Message(message),
        Err(error) => Incoming::Unreadable(error.to_string()),
    }))
}

/// The length that a head names.
fn head(input: &mut impl BufRead) -> io::Result<Option<usize>> {
    let mut length = None;
    let mut line = Vec::new();
    for number in 0.. {
        line.clear();
        input.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() && number == 0 {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&line);
        match text.trim_end().split_once(':') {
            _ if !text.ends_with('\n') => return Err(io::ErrorKind::UnexpectedEof.into()),
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                let value = value.trim();
                length = Some(value.parse().map_err(|_| invalid(format!("`{value}` is no length")))?);
            }
            Some(_) => {}
            None if text.trim_end().is_empty() => break,
            None => return Err(invalid(format!("`{}` is no head of a message", text.trim_end()))),
        }
    }
    length.map(Some).ok_or_else(|| invalid("a message does not say how long it is".to_owned()))
}

fn invalid(sentence: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut bytes: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        loop {
            match read(&mut bytes) {
                Ok(Some(Incoming::Message(message))) => found.push(serde_json::to_string(&message).unwrap()),
                Ok(Some(Incoming::Unreadable(_))) => found.push("unreadable".to_owned()),
                Ok(None) => return found,
                Err(error) => {
                    found.push(error.to_string());
                    return found;
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_read_does_not_end_the_conversation() {
        let exit = "Content-Length: 17\r\n\r\n{\"method\":\"exit\"}";
        let text =
            format!("content-length:2\r\nContent-Type: x\r\n\r\n{{}}Content-Length: 3\r\n\r\n\u{ff}x{exit}");
        assert_eq!(all(text.as_bytes()), ["unreadable", "unreadable", "{\"method\":\"exit\"}"]);
    }

    #[test]
    fn a_head_that_is_none_ends_it() {
        for (text, sentence) in [
            ("hello\r\n\r\n", "`hello` is no head of a message"),
            (
                "Content-Length: 9999999999999\r\n\r\n",
                "a message has 9999999999999 bytes, more than the limit of 268435456",
            ),
            ("Content-Length: -1\r\n\r\n", "`-1` is no length"),
            ("Content-Type: x\r\n\r\n", "a message does not say how long it is"),
            ("Content-Length: 5\r\n\r\n{}", "unexpected end of file"),
            ("Content-Le", "unexpected end of file"),
        ] {
            assert_eq!(all(text.as_bytes()), [sentence], "{text:?}");
        }
    }
}
