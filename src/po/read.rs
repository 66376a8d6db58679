//! A PO file from text, with the place of each mistake.

use super::file::{PoEntry, PoFile};
use crate::diag::{Diagnostic, FileId, Span, code};

/// Reads a file; what cannot be read is reported and left out.
pub fn read(text: &str, file: FileId) -> (PoFile, Vec<Diagnostic>) {
    let mut reader = Reader { file, found: PoFile::default(), problems: Vec::new(), open: Open::default() };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        reader.line(line.trim(), at + indent);
        at += line.len();
    }
    reader.finish();
    (reader.found, reader.problems)
}

/// The parts of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Context,
    Original,
    Translation,
}

/// The entry that is being read.
#[derive(Default)]
struct Open {
    context: Option<String>,
    original: Option<String>,
    translation: Option<String>,
    part: Option<Part>,
    fuzzy: bool,
    notes: Vec<String>,
    span: Option<Span>,
    /// Whether a part of it could not be read, which was reported.
    broken: bool,
}

struct Reader {
    file: FileId,
    found: PoFile,
    problems: Vec<Diagnostic>,
    open: Open,
}

impl Reader {
    fn line(&mut self, line: &str, at: usize) {
        // Some editors begin a file with a mark.
        let whole = line.len();
        let line = line.trim_start_matches('\u{feff}');
        let at = at + whole - line.len();
        // What is obsolete is no longer a text of the plan.
        if line.is_empty() || line.starts_with("#~") {
            return self.finish_if_whole();
        }
        if let Some(comment) = line.strip_prefix('#') {
            self.finish_if_whole();
            return self.comment(comment);
        }
        let span = Span::new(self.file, at..at + line.len());
        let (part, rest) = match line.split_once(|c: char| c.is_whitespace() || c == '"') {
            _ if line.starts_with('"') => (self.open.part, line),
            Some((word, _)) => (self.begin(word, span), line[word.len()..].trim_start()),
            None => (self.begin(line, span), ""),
        };
        let Some(part) = part else {
            if !self.open.broken && is_plural(line) {
                self.report_plural(span);
            } else if !self.open.broken {
                self.report(span, "this line is neither a comment nor a part of an entry");
            }
            return;
        };
        match unquoted(rest) {
            Some(words) => self.add(part, &words),
            None => self.report(
                span,
                "this text has no closing quotation mark, or an escape that PO files do not have",
            ),
        }
    }

    fn comment(&mut self, comment: &str) {
        if let Some(flags) = comment.strip_prefix(',') {
            self.open.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if let Some(note) = comment.strip_prefix('.') {
            self.open.notes.push(note.trim().to_owned());
        }
    }

    /// Begins a part of an entry.
    fn begin(&mut self, word: &str, span: Span) -> Option<Part> {
        let part = match word {
            "msgctxt" => Part::Context,
            "msgid" => Part::Original,
            "msgstr" => Part::Translation,
            _ => {
                self.open.part = None;
                return None;
            }
        };
        let begins = match part {
            Part::Context => true,
            Part::Original => self.open.original.is_some(),
            Part::Translation => false,
        };
        if begins {
            self.finish_if_whole();
        }
        self.open.span.get_or_insert(span);
        self.open.part = Some(part);
        self.add(part, "");
        Some(part)
    }

    fn add(&mut self, part: Part, words: &str) {
        let text = match part {
            Part::Context => &mut self.open.context,
            Part::Original => &mut self.open.original,
            Part::Translation => &mut self.open.translation,
        };
        text.get_or_insert_default().push_str(words);
    }

    fn report(&mut self, span: Span, message: &str) {
        self.open.broken = true;
        self.problems.push(
            Diagnostic::new(code::BAD_PO_FILE, span, message)
                .help("write each text as `msgid \"…\"`, with `\\\"` for a quotation mark, `\\\\` for a backslash and `\\n` for a new line"),
        );
    }

    fn report_plural(&mut self, span: Span) {
        self.open.broken = true;
        let message = "this entry has plural forms, which no text of a plan has";
        self.problems.push(Diagnostic::new(code::BAD_PO_FILE, span, message).help(
            "remove `msgid_plural`, and write the translation as one `msgstr \"…\"` instead of `msgstr[0]` and others",
        ));
    }

    /// Ends the entry, if all of it was there: comments stand before the entry that they belong to.
    fn finish_if_whole(&mut self) {
        if self.open.translation.is_some() || self.open.broken {
            self.finish();
        }
    }

    fn finish(&mut self) {
        let open = std::mem::take(&mut self.open);
        if open.broken {
            return;
        }
        match (open.context, open.original, open.translation) {
            (None, None, None) => {}
            (None, Some(original), Some(header)) if original.is_empty() => {
                let language = header.lines().find_map(|line| line.strip_prefix("Language:"));
                self.found.language =
                    language.map(|code| code.trim().to_owned()).filter(|code| !code.is_empty());
            }
            (Some(context), Some(original), Some(translation)) => {
                let note = (!open.notes.is_empty()).then(|| open.notes.join("\n"));
                let entry = PoEntry {
                    context,
                    original,
                    translation,
                    fuzzy: open.fuzzy,
                    previous: None,
                    note,
                    span: open.span,
                };
                self.found.entries.push(entry);
            }
            (context, ..) => {
                let message = match context {
                    None => "this entry has no `msgctxt`, which says which text of the plan it is",
                    Some(_) => "this entry has no `msgid` or no `msgstr`",
                };
                if let Some(span) = open.span {
                    self.report(span, message);
                    self.open = Open::default();
                }
            }
        }
    }
}

/// Whether a line is of an entry with plural forms.
fn is_plural(line: &str) -> bool {
    line.starts_with("msgid_plural") || line.starts_with("msgstr[")
}

/// The text in quotation marks.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?;
    let mut words = String::new();
    let mut characters = inner.chars();
    loop {
        match characters.next()? {
            '"' => break,
            '\\' => words.push(match characters.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                c @ ('"' | '\\') => c,
                _ => return None,
            }),
            c => words.push(c),
        }
    }
    characters.as_str().trim().is_empty().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::super::write::write;
    use super::read;
    use super::{PoEntry, PoFile};
    use crate::diag::FileId;

    fn entry(context: &str, original: &str, translation: &str) -> PoEntry {
        let (context, original, translation) =
            (context.to_owned(), original.to_owned(), translation.to_owned());
        PoEntry { context, original, translation, fuzzy: false, previous: None, note: None, span: None }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let entries = vec![
            entry("a title", "Say \"no\" \\ yes", "「いいえ」"),
            PoEntry {
                fuzzy: true,
                note: Some("A title".to_owned()),
                ..entry("b", "One\n\nTwo\n", "一\t\n二")
            },
            entry("c", "", ""),
        ];
        let file = PoFile { language: Some("ja".to_owned()), entries };
        let (mut found, problems) = read(&write(&file, "planbook"), FileId(0));
        found.entries.iter_mut().for_each(|entry| entry.span = None);
        assert_eq!((found, problems.len()), (file, 0));
    }

    #[test]
    fn every_mistake_has_its_place() {
        for (text, place) in [
            ("msgctxt \"a\nmsgid \"b\"\nmsgstr \"c\"\n", 0),
            ("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\\x\"\n", 22),
            ("msgid \"b\"\nmsgstr \"c\"\n", 0),
            ("msgctxt \"a\"\nmsgid \"b\"\n", 0),
            ("\nhello\n", 1),
            ("msgctxt \"a\"\nmsgid \"b\"\nmsgid_plural \"bs\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\n", 22),
            ("msgctxt \"a\"\nmsgid \"b\"\nmsgstr[0] \"c\"\n", 22),
        ] {
            let (found, problems) = read(text, FileId(0));
            let places: Vec<usize> =
                problems.iter().filter_map(|it| it.span).map(|it| it.range().start).collect();
            assert_eq!((found.entries.len(), places), (0, vec![place]), "{text}");
        }
        let (found, problems) =
            read("# note\n#~ msgid \"old\"\n\nmsgctxt \"a\"\nmsgid \"\"\n\"b\"\nmsgstr \"c\"\n", FileId(0));
        assert_eq!((found.entries.len(), found.entries[0].original.as_str(), problems.len()), (1, "b", 0));
    }
}
