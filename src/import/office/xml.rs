//! XML as a list of what it opens, says and closes. Names are without their prefixes.

use quick_xml::escape;
use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::reader::Reader;

/// What is next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Event {
    /// An element begins: its name and its attributes.
    Open(String, Vec<(String, String)>),
    /// A text.
    Text(String),
    /// An element ends.
    Close(String),
}

/// How deep elements may nest.
const DEEPEST: usize = 256;

/// The events of a text.
pub(in super::super) struct Events<'t> {
    reader: Reader<&'t [u8]>,
    depth: usize,
    /// The end of an element that was empty.
    end: Option<String>,
    ended: bool,
}

impl<'t> Events<'t> {
    /// Reads a text.
    pub(in super::super) fn of(text: &'t str) -> Self {
        Self { reader: Reader::from_str(text), depth: 0, end: None, ended: false }
    }

    fn read(&mut self) -> Result<Option<Event>, String> {
        if let Some(name) = self.end.take() {
            return Ok(Some(Event::Close(name)));
        }
        loop {
            let at = self.reader.buffer_position();
            let damaged = |what: &str| {
                format!("its XML is damaged at byte {at} ({what}): open it in its program and save it again")
            };
            let event = self.reader.read_event().map_err(|error| damaged(&error.to_string()))?;
            return Ok(Some(match event {
                Raw::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(format!("its XML has elements in elements, more than {DEEPEST} deep"));
                    }
                    open(&start).ok_or_else(|| damaged("an attribute"))?
                }
                Raw::Empty(start) => {
                    self.end = Some(local(start.local_name().as_ref()));
                    open(&start).ok_or_else(|| damaged("an attribute"))?
                }
                Raw::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Event::Close(local(end.local_name().as_ref()))
                }
                Raw::Text(text) => Event::Text(local(&text)),
                Raw::CData(text) => Event::Text(local(&text)),
                Raw::GeneralRef(reference) => {
                    let name = local(&reference);
                    let text = escape::unescape(&format!("&{name};"))
                        .map_err(|_| damaged("an entity"))?
                        .into_owned();
                    Event::Text(text)
                }
                // What a document type declares could grow without an end.
                Raw::DocType(_) => {
                    return Err("its XML declares a document type, which planbook does not read".to_owned());
                }
                Raw::Eof if self.depth > 0 => return Err(damaged("it ends too early")),
                Raw::Eof => return Ok(None),
                Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => continue,
            }));
        }
    }
}

impl Iterator for Events<'_> {
    type Item = Result<Event, String>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.read();
        self.ended = !matches!(next, Ok(Some(_)));
        next.transpose()
    }
}

fn local(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn open(start: &BytesStart<'_>) -> Option<Event> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let raw = local(&attribute.value);
        attributes
            .push((local(attribute.key.local_name().as_ref()), escape::unescape(&raw).ok()?.into_owned()));
    }
    Some(Event::Open(local(start.local_name().as_ref()), attributes))
}

/// The value of an attribute.
pub(in super::super) fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Result<Vec<Event>, String> {
        Events::of(text).collect()
    }

    #[test]
    fn elements_texts_and_entities_are_read_and_damage_is_an_error() {
        let close = |name: &str| Event::Close(name.to_owned());
        let events = all("<?xml version=\"1.0\"?><w:p w:val=\"a&amp;b\"><x:t/>c&#x41;&lt;</w:p>").unwrap();
        assert_eq!(
            events,
            [
                Event::Open("p".to_owned(), vec![("val".to_owned(), "a&b".to_owned())]),
                Event::Open("t".to_owned(), Vec::new()),
                close("t"),
                Event::Text("c".to_owned()),
                Event::Text("A".to_owned()),
                Event::Text("<".to_owned()),
                close("p"),
            ]
        );
        for text in
            ["<a>", "<a></b>", "<a b=></a>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a>&x;</a>", "<a"]
        {
            assert!(all(text).is_err(), "{text}");
        }
        assert!(all(&"<a>".repeat(1000)).unwrap_err().contains("deep"));
    }
}
