//! What all records have in common, and what it takes to read one.

use std::borrow::Cow;
use std::sync::Arc;

use super::bounds;
use super::former_address;
use super::front_matter::Parts;
use super::keys_in_text::{keys_in_text, stands_below};
use super::markup_in_keys::markup_in_keys;
use super::misplaced::{self, AN_UPDATE};
use super::own_fields::{self, FieldRules, OwnFields};
use super::rules::Rules;
use super::translated::Translated;
use super::written::{Shared, Written};
use crate::diag::{Code, Diagnostic, FileId, Span, Spanned, code};
use crate::fields::{Fields, Value, ValueKind, may_hold_internal, parse_yaml, take_out_internal};
use crate::language_marks::{ORIGINAL, sign_of};
use crate::markdown::{self, Fragment};
use crate::outline::OutlineId;
use crate::slug::is_reserved;
use crate::translation::BODY;
use crate::translation::RecordTranslation;
use crate::vocabulary::{Audience, FENCE};

/// The common part of a record.
#[derive(Debug, Clone)]
pub struct Record {
    /// The file it stands in.
    pub file: FileId,
    /// That file's path from the book's root.
    pub path: String,
    /// The first line of its front matter, where what concerns the whole record is shown.
    pub span: Span,
    /// One sentence for lists and search engines.
    pub summary: Option<String>,
    /// Old ids.
    pub aliases: Vec<Spanned<String>>,
    /// Addresses on an old site: each begins with `/`.
    pub former_addresses: Vec<Spanned<String>>,
    /// Its keys that begin with `x-`.
    pub own: Option<Box<OwnFields>>,
    /// Who may see it, as far as its own file says.
    pub audience: Audience,
    /// Where its file says so.
    pub audience_span: Option<Span>,
    /// Whether its file may hold something that the public must not see, so that there is a second reading of it.
    pub has_public_reading: bool,
    /// What this reading leaves out.
    pub removed: RemovedCounts,
    /// The text.
    pub body: Fragment,
    /// Where that stands.
    pub body_span: Span,
    /// The plan's own words, where `text` is a translation of them.
    pub original_text: Option<String>,
    /// What there is to say of a translation; `None` in the language of the content.
    pub translation: Option<Arc<RecordTranslation>>,
}

/// How much of a record the public does not see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RemovedCounts {
    /// Entries of lists, and mappings under a key.
    pub entries: usize,
    /// Blocks of texts.
    pub blocks: usize,
}

/// A name in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NativeName {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Its language code.
    pub lang: Option<String>,
}

/// A file about to be read.
pub(super) struct Reading<'a> {
    pub(super) path: &'a str,
    pub(super) file: FileId,
    pub(super) text: &'a str,
    pub(super) parts: Parts,
    pub(super) rules: Rules<'a>,
    /// Its words in another language, when it is read in one.
    pub(super) translated: Option<&'a Translated<'a>>,
    /// What its readings in all languages have in common.
    pub(super) shared: Shared<'a>,
}

/// A text below front matter, and where it stands.
struct Body<'a> {
    text: &'a str,
    file: FileId,
    base: usize,
}

impl Reading<'_> {
    /// What the keys are read by that begin with `x-`.
    pub(super) fn field_rules(&self) -> FieldRules<'_> {
        FieldRules { fields: self.rules.fields, fiscal_year: self.rules.fiscal_year }
    }

    /// Reads the common part of a record, with `read` for the rest. `what` names the kind: "an item".
    pub(super) fn record<T>(
        self,
        what: &str,
        diagnostics: &mut Vec<Diagnostic>,
        read: impl FnOnce(&mut Fields<'_>, &Self) -> Option<T>,
    ) -> Option<(Record, T)> {
        let (mut value, problems) = self.front_matter();
        // What was read of it may be anything, so nothing else is said of the file.
        let (unreadable, others): (Vec<_>, Vec<_>) =
            problems.into_iter().partition(|problem| UNREADABLE.contains(&problem.code));
        let in_doubt = !unreadable.is_empty() || has_words_as_key(&value);
        let late = in_doubt.then(|| bounds::too_late(self.file, self.text, &self.parts)).flatten();
        if late.is_some() || !unreadable.is_empty() {
            match late {
                Some(problem) => diagnostics.push(problem),
                None => diagnostics.extend(unreadable),
            }
            return None;
        }
        // The mark that some editors write comes before the `---`.
        let start = self.text.find("---").unwrap_or(0);
        let span = Span::new(self.file, start..start + 3);
        if let Some(problem) = misplaced::instead_of(what, &value, self.path, span) {
            diagnostics.push(problem);
            return None;
        }
        let earlier = std::mem::take(diagnostics);
        diagnostics.extend(others);
        if self.translated.is_none() {
            diagnostics.extend(keys_in_text(self.file, self.text, self.parts.body.clone()));
        }
        let written = match self.shared {
            Shared::Keep(_) => Some(value.clone()),
            Shared::Nothing | Shared::Take(_) => None,
        };
        let (mut original_text, mut translation) = (None, None);
        if let Some(translated) = self.translated {
            original_text = translated.original_of(&value, TEXT);
            let originals = translated.originals(&value, &self.text[self.parts.body.clone()]);
            let (translated, problems) = translated.in_place(&originals);
            // The second reading is for the public, and what is wrong was reported in the first.
            if self.rules.audience == Audience::Internal {
                diagnostics.extend(problems);
                diagnostics.extend(translated.problems(&originals));
            }
            translated.put_into(&mut value, self.rules.audience);
            translation = Some(Arc::new(translated.described(originals, self.rules.audience)));
        }
        let has_public_reading = may_hold_internal(&value) || self.texts().any(|text| text.contains(FENCE));
        let mut removed = RemovedCounts::default();
        if self.rules.audience == Audience::Public && has_public_reading {
            removed = RemovedCounts {
                entries: take_out_internal(&mut value, UPDATES),
                blocks: self.blocks_of_notes(&value),
            };
        }
        markup_in_keys(&value, what, diagnostics);
        refuse_blocks_outside_texts(&value, diagnostics);
        let ((body, problems), blocks) = self.body();
        removed.blocks += blocks;
        if let Some(front_matter) = written {
            self.shared.keep(|| Written { front_matter, body: body.clone() });
        }
        let mut fields = Fields::new(what, value, span, diagnostics).of_record();
        let rest = read(&mut fields, &self);
        let summary = fields.text("summary").map(|text| text.value);
        let (aliases, former_addresses) = aliases(&mut fields, what == AN_UPDATE);
        let own = own_fields::read(&mut fields, what, self.field_rules());
        let (audience, audience_span) = self.audience(&mut fields);
        fields.finish();
        let is_split = stands_below(self.file, self.text, self.parts.body.clone(), diagnostics);
        diagnostics.extend(problems.into_iter().filter(|it| !is_split || it.code != code::LITERAL_MARKUP));
        diagnostics.splice(..0, earlier);
        let record = Record {
            file: self.file,
            path: self.path.to_owned(),
            span,
            summary,
            aliases,
            former_addresses,
            own,
            audience,
            audience_span,
            has_public_reading,
            removed,
            body,
            body_span: Span::new(self.file, self.parts.body.clone()),
            original_text,
            translation,
        };
        rest.map(|rest| (record, rest))
    }

    /// The front matter as it was written, and its problems.
    fn front_matter(&self) -> (Value, Vec<Diagnostic>) {
        if let Some(written) = self.shared.taken() {
            return (written.front_matter.clone(), Vec::new());
        }
        let yaml = &self.text[self.parts.yaml.clone()];
        parse_yaml(yaml, self.file, self.parts.yaml.start, self.rules.limits.yaml_nesting)
    }

    /// Who may see the record. A word that is none of the two is reported, and closes.
    fn audience(&self, fields: &mut Fields<'_>) -> (Audience, Option<Span>) {
        if !fields.has("audience") {
            return (self.rules.default_audience, None);
        }
        let choice = fields.choice("audience");
        let span = choice.as_ref().map(|choice| choice.span);
        (choice.map_or(Audience::Internal, |choice| choice.value), span)
    }

    /// The text below the front matter, and that of its translation.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let translated = self.translated.map(|translated| &translated.text[translated.words.body.clone()]);
        [Some(&self.text[self.parts.body.clone()]), translated].into_iter().flatten()
    }

    /// The body for this reading, and how many blocks were taken out of it.
    fn body(&self) -> (markdown::Converted, usize) {
        let original =
            Body { text: &self.text[self.parts.body.clone()], file: self.file, base: self.parts.body.start };
        let Some(translated) = self.translated else { return self.converted(&original, None) };
        let words = &translated.words;
        let (body, removed) = self.original_body(&original);
        if !words.has_body {
            let mut body = body.into_owned();
            if !words.is_same(BODY) {
                body.mark(ORIGINAL);
            }
            return ((body, Vec::new()), removed);
        }
        let own =
            Body { text: &translated.text[words.body.clone()], file: words.file, base: words.body.start };
        let ((mut body, problems), removed) = self.converted(&own, Some(&body));
        if let Some(sign) = words.sign(self.rules.audience, BODY, original.text) {
            body.mark(sign);
        }
        ((body, problems), removed)
    }

    /// The body of the original in the reading of a translation, and how many blocks were taken out of it. What is wrong with
    /// it was reported when it was read.
    fn original_body(&self, original: &Body<'_>) -> (Cow<'_, Fragment>, usize) {
        let is_whole = self.rules.audience == Audience::Internal || !original.text.contains(FENCE);
        match self.shared.taken() {
            Some(written) if is_whole => (Cow::Borrowed(&written.body), 0),
            _ => {
                let ((body, _), removed) = self.converted(original, None);
                (Cow::Owned(body), removed)
            }
        }
    }

    /// A body for this reading, with the ids of the headings of another, and how many blocks were taken out of it.
    fn converted(&self, body: &Body<'_>, like: Option<&Fragment>) -> (markdown::Converted, usize) {
        let convert = |text: &str, place: markdown::TextPlace<'_>| match like {
            Some(original) => markdown::to_fragment_like(original, text, self.path, place, self.rules.limits),
            None => markdown::to_fragment(text, self.path, place, self.rules.limits),
        };
        if self.rules.audience == Audience::Public
            && let Some(public) = markdown::without_internal(body.text)
        {
            let place = markdown::TextPlace::Public(body.file, body.base, &public.removed);
            return (convert(&public.text, place), public.removed.len());
        }
        (convert(body.text, markdown::TextPlace::Body(body.file, body.base)), 0)
    }

    /// A text that is the value of a key, for this reading.
    pub(super) fn value_text(&self, text: &Spanned<String>) -> markdown::Converted {
        let (sign, written) = sign_of(&text.value);
        let public = match self.rules.audience {
            Audience::Public => markdown::without_internal(written),
            Audience::Internal => None,
        };
        let shown = public.as_ref().map_or(written, |public| public.text.as_str());
        let place = markdown::TextPlace::Value(text.span);
        let (mut fragment, problems) = markdown::to_fragment(shown, self.path, place, self.rules.limits);
        if let Some(sign) = sign {
            fragment.mark(sign);
        }
        (fragment, problems)
    }

    /// How many blocks the notes of short updates have.
    fn blocks_of_notes(&self, front_matter: &Value) -> usize {
        let mut blocks = 0;
        each_text(front_matter, "", &mut |key, text, _| {
            if key == NOTE {
                blocks += markdown::without_internal(text).map_or(0, |public| public.removed.len());
            }
        });
        blocks
    }
}

/// What makes front matter unreadable as a whole.
const UNREADABLE: [Code; 3] = [code::YAML_SYNTAX, code::TOO_DEEP, code::UNSUPPORTED_YAML];

/// Whether a line of text was taken for a key, because it has a colon.
fn has_words_as_key(value: &Value) -> bool {
    let ValueKind::Map(entries) = &value.kind else { return false };
    entries.iter().any(|entry| bounds::is_text(&entry.key))
}

/// The key of the plan's own words.
const TEXT: &str = "text";
/// The one key whose value is a text in Markdown.
const NOTE: &str = "note";
/// The one list whose entries are records.
pub(super) const UPDATES: &str = "updates";

/// Reports bounds of internal blocks where nothing takes them for such: what stands between them would be public.
fn refuse_blocks_outside_texts(front_matter: &Value, diagnostics: &mut Vec<Diagnostic>) {
    each_text(front_matter, "", &mut |key, text, span| {
        let is_bound = |line: &str| line.trim_start().starts_with(FENCE);
        if key != NOTE && text.contains(FENCE) && text.lines().any(is_bound) {
            let message = format!("the value of `{key}` cannot contain an internal block");
            let problem = Diagnostic::new(code::INTERNAL_BLOCK, span, message);
            diagnostics.push(problem.help(
                "put the block into the text below the front matter, or `audience: internal` into an entry of a list",
            ));
        }
    });
}

/// Calls `look` with each text of a value, the key that it stands under and its place.
fn each_text(value: &Value, key: &str, look: &mut impl FnMut(&str, &str, Span)) {
    match &value.kind {
        ValueKind::Scalar(text) => look(key, text, value.span),
        ValueKind::List(values) => values.iter().for_each(|value| each_text(value, key, look)),
        ValueKind::Map(entries) => {
            entries.iter().for_each(|entry| each_text(&entry.value, &entry.key, look));
        }
        ValueKind::Null | ValueKind::Refused => {}
    }
}

/// Old ids, and addresses on an old site. They become addresses and so file names, like ids. An update may have been a short
/// one.
fn aliases(fields: &mut Fields<'_>, of_update: bool) -> (Vec<Spanned<String>>, Vec<Spanned<String>>) {
    let is_good = |alias: &str| is_id(alias) || (of_update && is_short_id(alias));
    let (mut addresses, ids): (Vec<_>, Vec<_>) =
        fields.distinct_texts("aliases").into_iter().partition(|alias| alias.value.starts_with('/'));
    addresses.retain(|address| match former_address::problem(address) {
        Some(problem) => {
            fields.report(problem);
            false
        }
        None => true,
    });
    let (good, bad): (Vec<_>, Vec<_>) = ids.into_iter().partition(|alias| is_good(&alias.value));
    for alias in bad {
        let message = format!("`{}` cannot be an id", alias.value);
        let problem = Diagnostic::new(code::BAD_ID, alias.span, message);
        fields.report(match former_address::path_of(&alias.value) {
            Some(path) => problem
                .suggest(path)
                .help("an alias is an old id, or an address on an old site from its first `/`"),
            None if looks_like_code(&alias.value) => problem.help(format!(
                "an alias is an id that the record had before, in lower case; the plan's own code of an item has a key of its own: `code: {}`",
                alias.value
            )),
            None => problem
                .help("an alias is an old id, not a URL: lower case letters a to z, digits, `-` and `.`"),
        });
    }
    (good, addresses)
}

/// Whether a text can be a code such as `EC-01`: capitals and digits.
fn looks_like_code(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-' || c == '.';
    text.chars().all(is_part)
        && text.contains(|c: char| c.is_ascii_uppercase())
        && text.contains(|c: char| c.is_ascii_digit())
}

/// How long an id may be: it is the name of a folder, and file systems have limits.
pub(super) const MAX_ID: usize = 120;

/// Whether a text can be an id: it is part of an address and of file names on every system.
pub(super) fn is_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_');
    text.len() <= MAX_ID
        && !is_reserved(text)
        && text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && !text.ends_with('.')
        && text.chars().all(plain)
}

/// Whether a text can be the id of a short update: that of its item, a `/` and what follows from its date.
fn is_short_id(text: &str) -> bool {
    text.split_once('/').is_some_and(|(item, day)| {
        OutlineId::parse(item).is_some()
            && is_id(day)
            && day.starts_with(|c: char| c.is_ascii_digit() || c == 'f')
    })
}

/// `native-name` and `native-lang`.
pub(super) fn native_name(fields: &mut Fields<'_>) -> Option<NativeName> {
    let text = fields.text("native-name");
    let lang = fields.language("native-lang").map(|lang| lang.value);
    text.map(|text| NativeName { text: text.value, span: text.span, lang })
}

/// An address that was pasted behind another one. Archives have the address of a page behind a `/` or a `=`.
fn is_two(url: &str) -> bool {
    let starts = ["https://", "http://"].into_iter().flat_map(|scheme| url.match_indices(scheme));
    let before = |at: usize| url.get(..at).and_then(|text| text.chars().next_back());
    starts.into_iter().any(|(at, _)| before(at).is_some_and(char::is_alphanumeric))
}

/// The address in what mail programs and Markdown put around one: `<https://…>`, `[words](https://…)`, quotation marks.
fn bare_url(written: &str) -> Option<String> {
    let (text, _) = crate::fields::meant::plain(written);
    let inner = text.rsplit_once("](").map_or(text.as_str(), |(_, address)| address);
    let inner = inner.trim_start_matches(['<', '(']).trim_end_matches(['>', ')']).trim();
    (inner != written && crate::config::whole_address(inner)).then(|| inner.to_owned())
}

/// An address that a page may link to, `http` or `https` only; anything else is reported.
pub(super) fn url(fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
    let url = fields.text(key)?;
    if crate::config::whole_address(&url.value) && !is_two(&url.value) {
        return Some(url.value);
    }
    let message = format!("`{}` is not a full URL", url.value);
    let problem = Diagnostic::new(code::UNSAFE_LINK, url.span, message)
        .help("copy it from the browser's address bar, with https://");
    fields.report(match bare_url(&url.value) {
        _ if is_two(&url.value) => {
            problem.help("two addresses stand there without a space; write one of them")
        }
        Some(bare) => problem.fix(bare),
        None if url.value.trim().contains(char::is_whitespace) => {
            problem.help("it contains a space; copy it again from the browser's address bar, with https://")
        }
        None => problem,
    });
    None
}
