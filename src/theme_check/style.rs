//! Slips in the style sheets of a theme that a browser passes over without a word: a bracket too few or too many, and a
//! misspelt token.

use std::collections::BTreeSet;
use std::ops::Range;

use super::css_code::{code_of, is_name};
use crate::diag::{Diagnostic, FileId, Guess, Severity, Span, code, guess};
use crate::render::{Sources, TemplateSource};

/// All of them, in the sheets of the theme itself.
pub(super) fn check(sources: &Sources) -> Vec<Diagnostic> {
    let sheets: Vec<Sheet<'_>> = sources.sheets.iter().map(Sheet::read).collect();
    let beside: Vec<Sheet<'_>> =
        sources.beside.iter().filter(|source| is_sheet(source)).map(Sheet::read).collect();
    let words = Words::of(&sheets, &beside, sources);
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
    role: Role,
}

/// What is done with a token where it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Sets,
    /// `@property` says what it is where nothing sets it.
    Describes,
    Reads,
    /// It is read, and something else is there where it is not set.
    ReadsOr,
    /// In any other place, such as a query.
    Names,
}

impl Role {
    const fn gives_value(self) -> bool {
        matches!(self, Self::Sets | Self::Describes)
    }
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

    fn set(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().filter(|token| token.role.gives_value()).map(|token| self.name(token))
    }

    fn used(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().filter(|token| !token.role.gives_value()).map(|token| self.name(token))
    }
}

/// The names of tokens, by what is done with them.
struct Words<'a> {
    built_in: BTreeSet<&'a str>,
    set: BTreeSet<&'a str>,
    used: BTreeSet<&'a str>,
    /// Those in templates and scripts, which may do either.
    elsewhere: BTreeSet<&'a str>,
}

impl<'a> Words<'a> {
    fn of(joined: &'a [Sheet<'a>], beside: &'a [Sheet<'a>], sources: &'a Sources) -> Self {
        let built_in = joined.iter().filter(|sheet| sheet.source.file.is_none());
        let sheets = || joined.iter().chain(beside);
        let pairs = sources.pairs.iter().flat_map(|(pair, _)| [pair.front.as_str(), pair.back.as_str()]);
        let others = sources.beside.iter().filter(|source| !is_sheet(source)).chain(&sources.templates);
        let named = |source: &'a TemplateSource| {
            tokens(&source.text).into_iter().filter_map(|token| source.text.get(token.range))
        };
        Self {
            built_in: built_in.flat_map(Sheet::set).collect(),
            set: sheets().flat_map(Sheet::set).collect(),
            used: sheets().flat_map(Sheet::used).chain(pairs).collect(),
            elsewhere: others.flat_map(named).collect(),
        }
    }

    /// A token that nobody else knows, where it is nearly one that is known.
    fn misspelt(&self, sheet: &Sheet<'_>, file: FileId, token: &Token) -> Option<Diagnostic> {
        let name = sheet.name(token);
        let place = Span::new(file, token.range.clone());
        match token.role {
            Role::Reads if !self.set.contains(name) && !self.elsewhere.contains(name) => {
                let meant = meant(name, &self.set)?;
                let message = format!("no style sheet sets the token `--{name}`");
                let problem = Diagnostic::new(code::UNKNOWN_TOKEN, place, message).suggest(meant.word);
                Some(problem.help("write the name as it is set, or set this one in `:root`"))
            }
            Role::Sets if !self.is_read(name) => {
                let meant = meant(name, &self.built_in).filter(|meant| is_one_letter_off(name, *meant))?;
                let message = format!("no style sheet uses the token `--{name}`");
                let problem = Diagnostic::new(code::UNKNOWN_TOKEN, place, message).suggest(meant.word);
                // It may be meant for rules that are still to be written.
                let problem = Diagnostic { severity: Severity::Warning, ..problem };
                Some(problem.help("write the name as the built-in style sheets have it, or remove the line"))
            }
            _ => None,
        }
    }

    fn is_read(&self, name: &str) -> bool {
        [&self.built_in, &self.used, &self.elsewhere].iter().any(|words| words.contains(name))
    }
}

/// The token that was meant. One with another number is another one: `--accent-2` is no misspelt `--accent`.
fn meant<'a>(name: &str, words: &BTreeSet<&'a str>) -> Option<Guess<'a>> {
    fn digits(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(char::is_ascii_digit)
    }
    guess(name, words.iter().copied().filter(|word| digits(word).eq(digits(name))))
}

/// Whether a name is most likely a misspelt one, rather than a token of its own: many short words differ by a letter, and many
/// words by the first.
fn is_one_letter_off(name: &str, meant: Guess<'_>) -> bool {
    let first = |text: &str| text.chars().next().map(|c| c.to_ascii_lowercase());
    meant.distance <= 1 && name.len().min(meant.word.len()) >= 4 && first(name) == first(meant.word)
}

fn is_sheet(source: &TemplateSource) -> bool {
    source.name.ends_with(".css")
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

/// Every token that is named in a text.
fn tokens(code: &str) -> Vec<Token> {
    let starts = code.match_indices("--").filter(|(at, _)| !code[..*at].ends_with(is_name));
    let token = |(at, _): (usize, &str)| {
        let start = at + 2;
        let length = code[start..].find(|c: char| !is_name(c)).unwrap_or(code.len() - start);
        let range = start..start + length;
        let (before, after) = (code[..at].trim_end(), code[range.end..].trim_start());
        (length > 0).then(|| Token { range, role: role(before, after) })
    };
    starts.filter_map(token).collect()
}

/// By what stands around the name of a token.
fn role(before: &str, after: &str) -> Role {
    if before.ends_with("var(") {
        return if after.starts_with(',') { Role::ReadsOr } else { Role::Reads };
    }
    if before.ends_with("@property") {
        return Role::Describes;
    }
    let sets = after.starts_with(':') && (before.is_empty() || before.ends_with(['{', '}', ';']));
    if sets { Role::Sets } else { Role::Names }
}

#[cfg(test)]
mod tests {
    use super::{Role, bracket, code_of, tokens};

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
        let css = "é { --a : var(--b, 1px) } a--c { x: var( --d ) } :root{--e:1;--f:2} /* --g: 1; */ @property --h { i: j } @container style(--k: 1) {}";
        let code = code_of(css);
        let found: Vec<(&str, Role)> =
            tokens(&code).iter().map(|token| (&code[token.range.clone()], token.role)).collect();
        let expected = [
            ("a", Role::Sets),
            ("b", Role::ReadsOr),
            ("d", Role::Reads),
            ("e", Role::Sets),
            ("f", Role::Sets),
            ("h", Role::Describes),
            ("k", Role::Names),
        ];
        assert_eq!(found, expected);
        assert_eq!(code.len(), css.len());
    }
}
