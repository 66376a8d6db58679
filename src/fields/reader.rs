//! Asking a mapping for typed fields. Each call notes the key it asked for, so that [`Fields::finish`] knows which keys
//! exist and can report the others.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::form::Form;
use super::meant;
use super::public::AUDIENCE;
use super::quote::double_quoted;
use super::renamed::renamed;
use super::{MapEntry, Value, ValueKind};
use crate::characters::{control_message, is_blank, percent_decoded, unseen};
use crate::diag::{Diagnostic, Span, Spanned, code, guess_key};
use crate::vocabulary::Audience;

/// How many unknown keys of a mapping are reported with a suggestion and the list of all keys. A mapping with more of
/// them is something else altogether.
const EXPLAINED: usize = 50;

/// What the contributor's own keys begin with.
const OWN: &str = "x-";

/// How many letters a `title` or `name` may have.
pub const LONGEST_NAME: usize = 1_000;

/// A mapping being read.
pub struct Fields<'d> {
    /// What the mapping describes, for messages: "an item", "an entry of `evidence`".
    what: String,
    span: Span,
    entries: BTreeMap<String, (Span, Value)>,
    asked: Vec<&'static str>,
    /// Whether it is no mapping, which was reported: nothing is missing in it.
    refused: bool,
    /// How the file is written.
    form: Form,
    /// The file, where texts in it must be in quotation marks.
    source: Option<&'d str>,
    /// Whether each mapping may say who may see it, as those of a record may.
    audiences: bool,
    /// The keys that were asked for and are there.
    taken: Vec<&'static str>,
    /// What is missing, and the keys of which one would do. It is reported at the end: a key with a typing error is not missing.
    missing: Vec<(Keys, Diagnostic)>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

/// Keys of which one has to be there.
#[derive(Debug, Clone, Copy)]
pub enum Keys {
    /// This one.
    One(&'static str),
    /// One of these.
    OneOf(&'static [&'static str]),
}

impl Keys {
    fn has(self, key: &str) -> bool {
        match self {
            Self::One(one) => one == key,
            Self::OneOf(keys) => keys.contains(&key),
        }
    }
}

/// Also of a mapping that was given up.
impl Drop for Fields<'_> {
    fn drop(&mut self) {
        self.diagnostics.extend(self.missing.drain(..).map(|(_, problem)| problem));
    }
}

impl<'d> Fields<'d> {
    /// Reads `value`, which describes `what` and stands at `span`. A value that is no mapping is reported.
    pub fn new(
        what: impl Into<String>,
        value: Value,
        span: Span,
        diagnostics: &'d mut Vec<Diagnostic>,
    ) -> Self {
        Self::written((Form::Yaml, None), what.into(), value, span, diagnostics)
    }

    fn written(
        (form, source): (Form, Option<&'d str>),
        what: String,
        value: Value,
        span: Span,
        diagnostics: &'d mut Vec<Diagnostic>,
    ) -> Self {
        let (entries, refused) = match value.kind {
            ValueKind::Map(entries) => (entries, false),
            ValueKind::Refused => (Vec::new(), true),
            other => {
                let message = format!("{what} must be a mapping, but this is {}", other.name());
                diagnostics
                    .push(Diagnostic::new(code::WRONG_TYPE, value.span, message).help(form.mapping(&what)));
                (Vec::new(), true)
            }
        };
        let entries =
            entries.into_iter().map(|MapEntry { key, key_span, value }| (key, (key_span, value))).collect();
        let (asked, taken, missing) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            what,
            span,
            entries,
            asked,
            taken,
            refused,
            form,
            source,
            audiences: false,
            missing,
            diagnostics,
        }
    }

    /// Says that this is a file of settings, whose lines are `key = value`, and what is in it.
    pub fn of_toml(mut self, source: &'d str) -> Self {
        self.form = Form::Toml;
        self.source = Some(source);
        self
    }

    /// Says that this is the front matter of a record: it and every mapping in it may have an `audience`.
    pub fn of_record(mut self) -> Self {
        self.audiences = true;
        self
    }

    /// A mapping within this one, as its own reader.
    pub fn nested(&mut self, what: impl Into<String>, value: Value, span: Span) -> Fields<'_> {
        let how = (self.form, self.source);
        let mut nested = Fields::written(how, what.into(), value, span, self.diagnostics);
        nested.audiences = self.audiences;
        nested
    }

    /// A line as the file has it.
    fn line(&self, key: &str, value: &str) -> String {
        self.form.line(key, value)
    }

    /// Who may see what the mapping describes; those who may see what is around it, when it does not say so.
    pub fn audience(&mut self) -> Audience {
        match self.has(AUDIENCE) {
            // A misspelt word is reported; it closes.
            true => self.choice(AUDIENCE).map_or(Audience::Internal, |choice| choice.value),
            false => Audience::Public,
        }
    }

    /// Where the mapping stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Adds a problem.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds a problem, if there is one.
    pub fn report_some(&mut self, diagnostic: Option<Diagnostic>) {
        self.diagnostics.extend(diagnostic);
    }

    /// How many problems there are so far, with the mapping and with all that was read before it.
    pub fn reported(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether the key is there; does not count as asking.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Whether the key holds a mapping; does not count as asking.
    pub fn is_mapping(&self, key: &str) -> bool {
        matches!(self.entries.get(key), Some((_, Value { kind: ValueKind::Map(_), .. })))
    }

    /// The place of a key.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.entries.get(key).map(|(span, _)| *span)
    }

    /// The raw value of a key. One that holds nothing is reported and counts as absent.
    pub fn take(&mut self, key: &'static str) -> Option<(Span, Value)> {
        let begun = self.line(key, "");
        self.take_or_advise(key, &format!("write a value after `{}`, or remove the line", begun.trim_end()))
    }

    /// The same, with what to do when it holds nothing.
    fn take_or_advise(&mut self, key: &'static str, help: &str) -> Option<(Span, Value)> {
        self.asked.push(key);
        let (key_span, value) = self.entries.remove(key)?;
        self.taken.push(key);
        if value.kind == ValueKind::Refused {
            return None;
        }
        if value.kind == ValueKind::Null {
            let message = format!("`{key}` has no value");
            self.report(Diagnostic::new(code::WRONG_TYPE, key_span, message).help(help));
            return None;
        }
        Some((key_span, value))
    }

    /// Reports that a required key is missing.
    pub fn missing(&mut self, key: &'static str, example: &str) {
        self.asked.push(key);
        let message = format!("{} needs `{key}`", self.what);
        let problem =
            Diagnostic::new(code::MISSING_KEY, self.span, message).help(self.form.addition(key, example));
        self.report_missing(Keys::One(key), problem);
    }

    /// Reports that none of some keys is there. Whoever wrote one of them with a typing error is told of that only.
    pub fn report_missing(&mut self, keys: Keys, problem: Diagnostic) {
        if !self.refused {
            self.missing.push((keys, problem));
        }
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        self.single(key).filter(|text| self.is_text(key, text))
    }

    /// Whether a value is written as a text; one that is not is reported. `key = true` in settings is none: whether a page shall
    /// say "true" or have nothing there, nobody knows.
    pub fn is_text(&mut self, key: &str, value: &Spanned<String>) -> bool {
        let written = self.source.and_then(|source| source.get(value.span.range()));
        let Some(written) = written.filter(|written| !written.starts_with(['"', '\''])) else { return true };
        let text = double_quoted(written);
        let problem = Diagnostic::new(
            code::WRONG_TYPE,
            value.span,
            format!("`{key}` needs a text in quotation marks, not `{written}`"),
        );
        self.report(problem.suggest(&text).help(format!("write a text, as in `{text}`, or remove the line")));
        false
    }

    /// One value: a text, or in settings a number or a truth value.
    pub(super) fn single(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let (_, value) = self.take(key)?;
        let text = self.scalar(key, value)?;
        if text.value.trim().is_empty() {
            let problem = Diagnostic::new(code::WRONG_TYPE, text.span, format!("`{key}` is empty"));
            self.report(problem.help("write a value, or remove the line"));
            return None;
        }
        Some(text)
    }

    /// A text that must be there; `example` shows one in the message.
    pub fn required_text(&mut self, key: &'static str, example: &str) -> Option<Spanned<String>> {
        if !self.has(key) {
            self.missing(key, example);
            return None;
        }
        let help = format!("write a value, such as `{}`", self.line(key, example));
        let (_, value) = self.take_or_advise(key, &help)?;
        let text = self.scalar(key, value)?;
        if !self.is_text(key, &text) {
            return None;
        }
        if is_blank(&text.value) {
            let message = format!("`{key}` is empty");
            self.report(Diagnostic::new(code::WRONG_TYPE, text.span, message).help(help));
            return None;
        }
        if matches!(key, "title" | "name") {
            self.check_length(key, &text);
        }
        Some(text)
    }

    /// A name stands wherever another text leads to its record, so one that is a whole text could become a huge page.
    fn check_length(&mut self, key: &str, text: &Spanned<String>) {
        let length = text.value.chars().count();
        if length > LONGEST_NAME {
            let message = format!("`{key}` has {length} characters; a name can have at most {LONGEST_NAME}");
            self.report(
                Diagnostic::new(code::TOO_LARGE, text.span, message)
                    .help("write a shorter name, and the rest into the text below the front matter"),
            );
        }
    }

    fn scalar(&mut self, key: &str, value: Value) -> Option<Spanned<String>> {
        match value.kind {
            ValueKind::Scalar(text) => {
                self.look_for_unseen(key, &text, value.span);
                Some(Spanned::new(text, value.span))
            }
            other => {
                let message = format!("`{key}` takes one value, but this is {}", other.name());
                // Of several words the first may be the one that shows everything.
                let help = match key {
                    AUDIENCE => {
                        "write `audience: internal` for what no public site shows, or remove the line"
                            .to_owned()
                    }
                    _ => self.form.one_value(key, &other),
                };
                self.report(Diagnostic::new(code::WRONG_TYPE, value.span, message).help(help));
                None
            }
        }
    }

    /// What a text holds and nobody sees: a URL after its decoding, or nothing but characters without a shape.
    fn look_for_unseen(&mut self, key: &str, text: &str, span: Span) {
        if text.contains("://") && text.contains('%') {
            let decoded = percent_decoded(text);
            if let Some((_, c)) = unseen(&decoded).filter(|(_, c)| !text.contains(*c)) {
                let problem = Diagnostic::new(code::CONTROL_CHARACTER, span, control_message(c));
                self.report(problem.help("delete the part of the URL that begins with `%`"));
            }
        }
        // Required texts say so themselves.
        if !text.trim().is_empty() && is_blank(text) && !matches!(key, "title" | "name") {
            let message = format!("`{key}` has no character that can be seen");
            self.report(
                Diagnostic::new(code::WRONG_TYPE, span, message).help("write a value, or remove the line"),
            );
        }
    }

    /// Whether the key, or an entry of its list, holds a value that is `wanted`; does not count as asking.
    pub fn any_value(&self, key: &str, wanted: impl Fn(&Value) -> bool) -> bool {
        self.entries.get(key).is_some_and(|(_, value)| match &value.kind {
            ValueKind::List(values) => values.iter().any(wanted),
            _ => wanted(value),
        })
    }

    /// One entry of a list of texts, which was taken by hand; `number` is its place in the list, from 1.
    pub fn text_of_list(
        &mut self,
        key: &'static str,
        number: usize,
        value: Value,
    ) -> Option<Spanned<String>> {
        self.listed(key, number, value)
    }

    /// One entry of a list of mappings, which was taken by hand.
    pub fn entry_of(&mut self, key: &str, value: Value) -> Fields<'_> {
        let span = first_place(&value);
        self.nested(format!("an entry of `{key}`"), value, span)
    }

    /// A list of texts in which each can stand once; a single value is a list of one.
    pub fn distinct_texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let mut texts = self.texts(key);
        if texts.len() < 2 {
            return texts;
        }
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        let mut repeated = Vec::new();
        for text in &texts {
            match first.get(text.value.as_str()) {
                Some(place) => repeated.push((text.value.clone(), (text.span, *place))),
                None => _ = first.insert(&text.value, text.span),
            }
        }
        for (text, (span, first)) in &repeated {
            self.report(
                Diagnostic::new(
                    code::DUPLICATE_ENTRY,
                    *span,
                    format!("`{text}` is in the list `{key}` twice"),
                )
                .label(*first, "first here")
                .help("keep one of the two"),
            );
        }
        let again: BTreeSet<Span> = repeated.into_iter().map(|(_, (span, _))| span).collect();
        texts.retain(|text| !again.contains(&text.span));
        texts
    }

    /// A list of texts; a single value is a list of one.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let values = (1..).zip(self.values(key));
        let mut texts: Vec<Spanned<String>> =
            values.filter_map(|(number, value)| self.listed(key, number, value)).collect();
        // Most lists have one entry, and a list begins with room for four.
        texts.shrink_to_fit();
        texts
    }

    /// An entry of a list of texts: the text, or a mapping with its `value` and its `audience`.
    fn listed(&mut self, key: &'static str, number: usize, value: Value) -> Option<Spanned<String>> {
        let marked = self.audiences
            && matches!(&value.kind, ValueKind::Map(entries)
                if entries.iter().any(|entry| matches!(entry.key.as_str(), "value" | AUDIENCE)));
        if !marked {
            return match value.kind {
                ValueKind::Scalar(text) if text.trim().is_empty() => {
                    let message = format!("entry {number} of `{key}` is empty");
                    let problem = Diagnostic::new(code::WRONG_TYPE, value.span, message);
                    self.report(problem.help("write a text there, or remove the entry"));
                    None
                }
                ValueKind::Scalar(text) => {
                    Some(Spanned::new(text, value.span)).filter(|text| self.is_text(key, text))
                }
                ValueKind::Refused => None,
                other => {
                    let message =
                        format!("`{key}` is a list of texts, and entry {number} is {}", other.name());
                    let help = format!(
                        "write each entry as one text, in quotes: `{}`",
                        self.line(key, "[\"…\", \"…\"]")
                    );
                    self.report(
                        Diagnostic::new(code::WRONG_TYPE, first_place_of(&other, value.span), message)
                            .help(help),
                    );
                    None
                }
            };
        }
        let span = first_place(&value);
        let mut entry = self.nested(format!("an entry of `{key}`"), value, span);
        let text = entry.required_text("value", "\"…\"");
        entry.finish();
        text
    }

    /// A list of values; a single value is a list of one.
    pub fn values(&mut self, key: &'static str) -> Vec<Value> {
        match self.take(key) {
            None => Vec::new(),
            Some((_, Value { kind: ValueKind::List(values), .. })) => values,
            Some((_, value)) => vec![value],
        }
    }

    /// The values of the contributor's own keys, which begin with `x-`, in the order of the keys.
    pub fn own(&mut self) -> Vec<(String, Span, Value)> {
        let is_own = |key: &&String| key.starts_with(OWN);
        let from = (Bound::Included(OWN), Bound::Unbounded);
        let keys: Vec<String> =
            self.entries.range::<str, _>(from).map(|(key, _)| key).take_while(is_own).cloned().collect();
        let taken = keys.into_iter().filter_map(|key| {
            let (span, value) = self.entries.remove(&key)?;
            Some((key, span, value))
        });
        taken.filter(|(_, _, value)| value.kind != ValueKind::Refused).collect()
    }

    /// A nested mapping, as its own reader.
    pub fn map(&mut self, key: &'static str) -> Option<Fields<'_>> {
        let (key_span, value) = self.take(key)?;
        Some(self.nested(format!("`{key}`"), value, key_span))
    }

    /// The entries of a mapping whose keys are the contributor's own: each key with its place and value.
    pub fn entries(&mut self, key: &'static str) -> Vec<(String, Span, Value)> {
        match self.take(key) {
            None => Vec::new(),
            Some((_, Value { kind: ValueKind::Map(entries), .. })) => {
                entries.into_iter().map(|entry| (entry.key, entry.key_span, entry.value)).collect()
            }
            Some((span, _)) => {
                let message = format!("`{key}` is a mapping from words to what they mean");
                let help = self.form.entries(key);
                self.report(Diagnostic::new(code::WRONG_TYPE, span, message).help(help));
                Vec::new()
            }
        }
    }

    /// A list of mappings: `read` is called with each.
    pub fn maps<T>(&mut self, key: &'static str, mut read: impl FnMut(Fields<'_>) -> Option<T>) -> Vec<T> {
        let mut found = Vec::new();
        for value in self.values(key) {
            let span = first_place(&value);
            found.extend(read(self.nested(format!("an entry of `{key}`"), value, span)));
        }
        found.shrink_to_fit();
        found
    }

    /// Reports every key that was not asked for, but for those that begin with `x-`.
    pub fn finish(mut self) {
        if self.audiences {
            // Where nobody asked for it, it is still a key, and must be one of the two words.
            self.audience();
            self.asked.push(AUDIENCE);
        }
        if self.entries.is_empty() {
            return;
        }
        let mut known: Vec<&'static str> = std::mem::take(&mut self.asked);
        known.sort_unstable();
        known.dedup();
        let help = format!("the keys are {}; your own keys start with `x-`", known.join(", "));
        let entries = std::mem::take(&mut self.entries);
        let unknown = entries.into_iter().filter(|(key, _)| !key.starts_with(OWN));
        for (number, (key, (key_span, value))) in unknown.enumerate() {
            let problem =
                Diagnostic::new(code::UNKNOWN_KEY, key_span, format!("{} has no key `{key}`", self.what));
            let problem = match number < EXPLAINED {
                true if is_after_comma(key_span, &value) => problem.help(after_comma(&key)),
                true => self.explained(problem, &key, &known, &help),
                false => problem,
            };
            self.diagnostics.push(problem);
        }
    }

    /// An unknown key with what was meant. A key that is missing was most likely meant, and then it is not missing.
    fn explained(
        &mut self,
        problem: Diagnostic,
        key: &str,
        known: &[&'static str],
        help: &str,
    ) -> Diagnostic {
        if let Some(renamed) = renamed(&self.what, key) {
            let new = renamed.new;
            self.missing.retain(|(keys, _)| !keys.has(new));
            return problem.fix(new).help(format!(
                "the key is called `{new}` since version {}: `planbook fix` writes it",
                renamed.since
            ));
        }
        let guess = guess_key(key, known.iter().copied());
        if let Some(twice) = guess.filter(|guess| self.taken.contains(&guess.word)) {
            return problem.help(format!("`{}` already exists here: keep one of the two lines", twice.word));
        }
        let wanted = |meant: &str| self.missing.iter().any(|(keys, _)| keys.has(meant));
        let same = meant::meant_by(key).find(|meant| wanted(meant));
        let meant = same.or(guess.map(|guess| guess.word));
        let problem = match (meant::elsewhere(&self.what, key), same) {
            (Some(place), _) => problem.help(place),
            (None, Some(same)) => problem.help(format!("the key is `{same}`")),
            (None, None) if self.form == Form::Yaml && guess.is_none() && key.contains(' ') => problem.help(
                "a text stands below the second line of `---`; the next line of a long value has two spaces before it",
            ),
            (None, None) => problem.suggest_guess(guess).help(help),
        };
        let problem = match same {
            Some(same) if problem.suggestion.is_none() => problem.suggest(same),
            _ => problem,
        };
        if let Some(meant) = meant {
            self.missing.retain(|(keys, _)| !keys.has(meant));
        }
        problem
    }
}

/// What to do about a text in a mapping on one line that goes on after a comma.
const AFTER_COMMA: &str = "within `{…}` a comma begins the next key: put a text that has a comma into quotation marks, as in `title: \"Wells, old and new\"`";

/// What to do about a key without a colon, as it follows a comma.
fn after_comma(key: &str) -> &'static str {
    match key.starts_with(|c: char| c.is_ascii_digit()) {
        true => {
            "within `{…}` a comma begins the next key: write a number without commas, as in `value: 1000`"
        }
        false => AFTER_COMMA,
    }
}

/// Whether a key has no colon, as the rest of a text in `{…}` after a comma: its value, which is nothing, stands at its end.
fn is_after_comma(key: Span, value: &Value) -> bool {
    let end = key.range().end;
    value.kind == ValueKind::Null && value.span.range() == (end..end)
}

/// Where a value begins to the reader's eye: a mapping at its first key.
fn first_place(value: &Value) -> Span {
    first_place_of(&value.kind, value.span)
}

fn first_place_of(kind: &ValueKind, span: Span) -> Span {
    match kind {
        ValueKind::Map(entries) => entries.first().map_or(span, |entry| entry.key_span),
        _ => span,
    }
}
