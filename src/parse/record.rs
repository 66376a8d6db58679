//! What all records have in common, and what it takes to read one.

use std::collections::BTreeMap;

use super::front_matter::Parts;
use crate::diag::{Diagnostic, FileId, Span, Spanned, code};
use crate::fields::{Fields, Value, parse_yaml};
use crate::markdown::{self, Fragment};
use crate::vocabulary::Audience;

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
    /// Who may see it.
    pub audience: Audience,
    /// Keys that begin with `x-`.
    pub extra: BTreeMap<String, Value>,
    /// The text.
    pub body: Fragment,
}

/// A name in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NativeName {
    /// The name.
    pub text: String,
    /// Its language code.
    pub lang: Option<String>,
}

/// A file about to be read.
pub(super) struct Reading<'a> {
    pub(super) path: &'a str,
    pub(super) file: FileId,
    pub(super) text: &'a str,
    pub(super) parts: Parts,
    pub(super) fiscal_year_starts: i8,
}

impl Reading<'_> {
    /// Reads the common part of a record, with `read` for the rest. `what` names the kind: "an item".
    pub(super) fn record<T>(
        self,
        what: &str,
        diagnostics: &mut Vec<Diagnostic>,
        read: impl FnOnce(&mut Fields<'_>, &Self) -> Option<T>,
    ) -> Option<(Record, T)> {
        let (value, problems) =
            parse_yaml(&self.text[self.parts.yaml.clone()], self.file, self.parts.yaml.start);
        let cut_short = problems.iter().any(|problem| problem.code == code::YAML_SYNTAX);
        diagnostics.extend(problems);
        let place = markdown::Place::Body(self.file, self.parts.body.start);
        let (body, problems) = markdown::to_fragment(&self.text[self.parts.body.clone()], self.path, place);
        // The mark that some editors write comes before the `---`.
        let start = self.text.find("---").unwrap_or(0);
        let span = Span::new(self.file, start..start + 3);
        let mut fields = Fields::new(what, value, span, diagnostics).cut_short(cut_short);
        let rest = read(&mut fields, &self);
        let summary = fields.text("summary").map(|text| text.value);
        let aliases = aliases(&mut fields);
        let audience = fields.choice("audience").map_or(Audience::Public, |choice| choice.value);
        let extra = fields.finish();
        diagnostics.extend(problems);
        let record = Record {
            file: self.file,
            path: self.path.to_owned(),
            span,
            summary,
            aliases,
            audience,
            extra,
            body,
        };
        rest.map(|rest| (record, rest))
    }
}

/// Old ids. They become addresses and so file names, like ids.
fn aliases(fields: &mut Fields<'_>) -> Vec<Spanned<String>> {
    let (good, bad): (Vec<_>, Vec<_>) =
        fields.texts("aliases").into_iter().partition(|alias| is_id(&alias.value));
    for alias in bad {
        let message = format!("`{}` cannot be an id", alias.value);
        fields.report(
            Diagnostic::new(code::BAD_ID, alias.span, message).help(
                "an alias is an old id, not an address: lower case letters a to z, digits, `-` and `.`",
            ),
        );
    }
    good
}

/// How long an id may be: it is the name of a folder, and file systems have limits.
const MAX_ID: usize = 120;

/// Whether a text can be an id: it is part of an address and of file names on every system.
pub(super) fn is_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_');
    text.len() <= MAX_ID
        && text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && !text.ends_with('.')
        && text.chars().all(plain)
}

/// `native-name` and `native-lang`.
pub(super) fn native_name(fields: &mut Fields<'_>) -> Option<NativeName> {
    let text = fields.text("native-name");
    let lang = fields.language("native-lang").map(|lang| lang.value);
    text.map(|text| NativeName { text: text.value, lang })
}

/// An address that a page may link to, `http` or `https` only; anything else is reported.
pub(super) fn url(fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
    let url = fields.text(key)?;
    if crate::config::whole_address(&url.value) {
        return Some(url.value);
    }
    let message = format!("`{}` is not a whole address", url.value);
    fields.report(
        Diagnostic::new(code::UNSAFE_LINK, url.span, message)
            .help("copy it from the browser's address bar, with https://"),
    );
    None
}
