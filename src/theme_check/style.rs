//! Slips in the style sheets of a theme that a browser passes over without a word: a bracket too few or too many, and a
//! misspelt token.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::{Diagnostic, FileId, Span, code, guess};
use crate::render::{Sources, TemplateSource};

/// All of them, in the sheets of the theme itself.
pub(super) fn check(sources: &Sources) -> Vec<Diagnostic> {
    let sheets: Vec<Sheet<'_>> = sources.sheets.iter().map(Sheet::read).collect();
    let words = Words::of(&sheets, sources);
    let own = sheets.iter().filter_map(|sheet| Some((sheet, sheet.source.file?)));
    own.flat_map(|(sheet, file)| {
        let bracket = bracket(&sheet.code).map(|(at, what)| broken(file, at, what));
        let tokens = sheet.tokens.iter().filter_map(|token| words.misspelt(sheet, file, token));
        bracket.into_iter().chain(tokens).collect::<Vec<_>>()
    })
    .collect()
}

fn broken(file: FileId, at: usize, what: &str) -> Diagnostic {
    let (message, help) = match what {
        "{" => (
            "this `{` is not closed",
            "write `}` where its rules end: browsers take what comes after for a part of them",
        ),
        _ => ("this `}` closes nothing", "remove it: browsers leave out the rule that comes after it"),
    };
    Diagnostic::new(code::BROKEN_STYLE, Span::new(file, at..at + 1), message).help(help)
}

/// A sheet, its text without what is no code, and its tokens.
struct Sheet<'a> {
    source: &'a TemplateSource,
    code: String,
    tokens: Vec<Token>,
}

/// Where a token is named, without its hyphens, and how.
struct Token {
    range: Range<usize>,
    sets: bool,
    /// Whether something else is there where it is not set.
    otherwise: bool,
}

impl<'a> Sheet<'a> {
    fn read(source: &'a TemplateSource) -> Self {
        let code = code_of(&source.text);
        let tokens = tokens(&code);
        Self { source, code, tokens }
    }

    fn name(&self, token: &Token) -> &str {
        self.code.get(token.range.clone()).unwrap_or_default()
    }

    fn names(&self, sets: bool) -> impl Iterator<Item = &str> {
        self.tokens.iter().filter(move |token| token.sets == sets).map(|token| self.name(token))
    }
}

/// The names of tokens, by what is done with them.
struct Words<'a> {
    built_in: BTreeSet<&'a str>,
    set: BTreeSet<&'a str>,
    used: BTreeSet<&'a str>,
    templates: &'a [TemplateSource],
}

impl<'a> Words<'a> {
    fn of(sheets: &'a [Sheet<'a>], sources: &'a Sources) -> Self {
        let built_in = sheets.iter().filter(|sheet| sheet.source.file.is_none());
        let pairs = sources.pairs.iter().flat_map(|(pair, _)| [pair.front.as_str(), pair.back.as_str()]);
        Self {
            built_in: built_in.flat_map(|sheet| sheet.names(true)).collect(),
            set: sheets.iter().flat_map(|sheet| sheet.names(true)).collect(),
            used: sheets.iter().flat_map(|sheet| sheet.names(false)).chain(pairs).collect(),
            templates: &sources.templates,
        }
    }

    /// A token that nobody else knows, where it is nearly one that is known.
    fn misspelt(&self, sheet: &Sheet<'_>, file: FileId, token: &Token) -> Option<Diagnostic> {
        let name = sheet.name(token);
        let place = Span::new(file, token.range.clone());
        if !token.sets {
            // A script may set what no sheet does.
            let is_known = token.otherwise || self.set.contains(name);
            let meant = guess(name, self.set.iter().copied()).filter(|_| !is_known)?;
            let message = format!("no style sheet sets the token `--{name}`");
            let problem = Diagnostic::new(code::UNKNOWN_TOKEN, place, message).suggest(meant.word);
            return Some(problem.help("write the name as it is set, or set this one in `:root`"));
        }
        let in_templates =
            || self.templates.iter().any(|template| template.text.contains(&format!("--{name}")));
        if self.built_in.contains(name) || self.used.contains(name) || in_templates() {
            return None;
        }
        let meant = guess(name, self.built_in.iter().copied())?;
        let message = format!("no style sheet uses the token `--{name}`");
        let problem = Diagnostic::new(code::UNKNOWN_TOKEN, place, message).suggest(meant.word);
        Some(problem.help("write the name as the built-in style sheets have it, or remove the line"))
    }
}

/// The text of a sheet with spaces in the place of comments and strings, so that all else stays where it is.
fn code_of(css: &str) -> String {
    let mut code = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => end_of_string(rest, first),
            _ => 0,
        };
        if length == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.extend(std::iter::repeat_n(' ', length));
            rest = &rest[length..];
        }
    }
    code
}

fn end_of_string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == '\n' || (c == quote && !escaped) {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// The first bracket without its other half: of those that are not closed the outermost, in which the others would be right.
fn bracket(code: &str) -> Option<(usize, &'static str)> {
    let mut open = Vec::new();
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'{' => open.push(at),
            b'}' if open.pop().is_none() => return Some((at, "}")),
            _ => {}
        }
    }
    open.first().map(|at| (*at, "{"))
}

fn tokens(code: &str) -> Vec<Token> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let starts = code.match_indices("--").filter(|(at, _)| !code[..*at].ends_with(is_name));
    let token = |(at, _): (usize, &str)| {
        let start = at + 2;
        let length = code[start..].find(|c: char| !is_name(c)).unwrap_or(code.len() - start);
        let range = start..start + length;
        let (before, after) = (code[..at].trim_end(), code[range.end..].trim_start());
        let is_used = before.ends_with("var(");
        let sets = after.starts_with(':') && (before.is_empty() || before.ends_with(['{', '}', ';']));
        (length > 0 && (is_used || sets)).then(|| Token { range, sets, otherwise: after.starts_with(',') })
    };
    starts.filter_map(token).collect()
}

#[cfg(test)]
mod tests {
    use super::{bracket, code_of, tokens};

    fn open(css: &str) -> Option<(usize, &'static str)> {
        bracket(&code_of(css))
    }

    #[test]
    fn a_bracket_without_its_other_half_is_found() {
        assert_eq!(open("a { b: \"}\"; /* } */ } @media x { c { d: '{' } }"), None);
        assert_eq!(open(":root { --a: b;\np { c: d }"), Some((6, "{")));
        assert_eq!(open("a { } } b { }"), Some((6, "}")));
        assert_eq!(open("/* {"), None);
    }

    #[test]
    fn tokens_are_set_and_used() {
        let css = "é { --a : var(--b, 1px) } a--c { x: var( --d ) } :root{--e:1;--f:2} /* --g: 1; */ --h";
        let code = code_of(css);
        let found: Vec<String> = tokens(&code)
            .iter()
            .map(|token| {
                format!(
                    "{}{}{}",
                    &code[token.range.clone()],
                    if token.sets { "=" } else { "" },
                    if token.otherwise { "?" } else { "" }
                )
            })
            .collect();
        assert_eq!(found, ["a=", "b?", "d", "e=", "f="]);
        assert_eq!(code.len(), css.len());
    }
}
