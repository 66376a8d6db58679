//! Words in another script than the book's, without their language: a screen reader would read them as if they were in the
//! book's own, and a search engine takes them for noise.

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};
use crate::markdown::in_other_script;
use crate::parse::NativeName;

/// Languages that are not written in Latin letters. In a book in one of them nothing is looked at.
const OTHER_SCRIPTS: &[&str] = &[
    "am", "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "kn", "ko",
    "ky", "lo", "mk", "ml", "mn", "mr", "my", "ne", "pa", "ps", "ru", "si", "sr", "ta", "te", "tg", "th",
    "ti", "uk", "ur", "yi", "zh",
];

fn is_in_other_script(context: &LintContext<'_>) -> bool {
    let language = context.config.language().split('-').next().unwrap_or("").to_ascii_lowercase();
    OTHER_SCRIPTS.contains(&language.as_str())
}

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    if is_in_other_script(context) {
        return;
    }
    let plan = context.plan;
    for evidence in plan.updates.iter().flat_map(|update| &update.document.evidence) {
        if evidence.lang.is_none() && in_other_script(&evidence.title).is_some() {
            found.push(problem(
                evidence.title_span,
                "the title of this evidence",
                "add `lang` to the evidence, for example `lang: ja`",
            ));
        }
    }
    texts(context, found);
}

/// The names of agencies and forums.
pub(super) fn names(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    if is_in_other_script(context) {
        return;
    }
    let plan = context.plan;
    let names = plan.agencies.iter().map(|agency| &agency.document.native_name);
    let names = names.chain(plan.forums.iter().map(|forum| &forum.document.native_name));
    for name in names.flatten().filter(|name| is_unmarked(name)) {
        found.push(problem(name.span, "this name", "add `native-lang`, for example `native-lang: ja`"));
    }
}

fn is_unmarked(name: &NativeName) -> bool {
    name.lang.is_none() && in_other_script(&name.text).is_some()
}

/// One report for a text, at the first such words of it.
fn texts(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for record in context.plan.own_records() {
        if let Some(span) = record.body.other_script() {
            let help = "write them as `[言葉](lang:ja)`, with the code of the language after `lang:`";
            found.push(problem(span, "this text has words that", help));
        }
    }
}

fn problem(span: Span, what: &str, help: &str) -> Diagnostic {
    let verb = if what.ends_with("that") { "are" } else { "is" };
    let message = format!("{what} {verb} in another script than the book, and the language is not marked");
    Diagnostic::new(code::UNMARKED_LANGUAGE, span, message).help(help)
}
