//! Boilerplate: lines that belong to the paper and not to the plan: contents, page numbers, headers, footnotes, navigation.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::SourceLine;
use super::marker;

/// What a line that is in no record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Boilerplate {
    /// The title of the plan.
    Title,
    /// What stands before the first record.
    Preamble,
    /// A heading above the areas, or between the levels that were chosen.
    Heading,
    /// A table of contents.
    Contents,
    /// The number of a page.
    PageNumber,
    /// A line that is repeated on each page.
    PageHeader,
    /// A footnote.
    Footnote,
    /// A link of the web page that the text is from.
    Navigation,
    /// A line that is drawn.
    Rule,
    /// The names of the columns of a table.
    Columns,
    /// A person marked it so in an outline file.
    Outline,
}

impl Boilerplate {
    /// What to call it in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title of the plan",
            Self::Preamble => "before the first record",
            Self::Heading => "heading above a level",
            Self::Contents => "table of contents",
            Self::PageNumber => "page number",
            Self::PageHeader => "page header or footer",
            Self::Footnote => "footnote",
            Self::Navigation => "link of a web page",
            Self::Rule => "drawn line",
            Self::Columns => "names of the columns",
            Self::Outline => "not part of the plan, as the outline file says",
        }
    }

    /// Whether a text may go on behind it: it stands where one page ends and the next begins.
    pub(super) fn is_of_page(self) -> bool {
        matches!(self, Self::PageNumber | Self::PageHeader | Self::Footnote)
    }
}

const NAVIGATION: &[&str] = &[
    "back",
    "back to index",
    "back to top",
    "back to contents",
    "back to the top",
    "to the top",
    "top",
    "home",
    "next",
    "next page",
    "previous",
    "previous page",
    "print",
    "print this page",
    "share",
    "share this page",
    "index",
    "skip to content",
    "ページの先頭へ",
    "戻る",
    "目次へ戻る",
];
const CONTENTS: &[&str] = &[
    "contents",
    "table of contents",
    "list of contents",
    "目次",
    "もくじ",
    "inhalt",
    "inhaltsverzeichnis",
    "sommaire",
    "índice",
];
/// A line that is repeated on so many pages is no longer a coincidence.
const REPEATED: usize = 3;

/// What each line is, as far as its looks show.
pub(super) fn find(lines: &[SourceLine]) -> Vec<Option<Boilerplate>> {
    let mut found: Vec<Option<Boilerplate>> = lines.iter().map(by_itself).collect();
    footnotes(lines, &mut found);
    called_footnotes(lines, &mut found);
    headers(lines, &mut found);
    contents(lines, &mut found);
    links_to_headings(lines, &mut found);
    found
}

/// Links to headings of the text itself, and the heading that has nothing else below it: `- [Water](#water)`.
fn links_to_headings(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    let is_heading = |line: &SourceLine| line.text.starts_with('#');
    let mut above: Option<usize> = None;
    let mut said: Vec<usize> = Vec::new();
    let mut finish = |above: Option<usize>, said: &[usize]| {
        let links = said.iter().filter(|at| is_link_within(&lines[**at].text)).copied().collect::<Vec<_>>();
        let all = !links.is_empty() && links.len() == said.len();
        links
            .iter()
            .chain(above.iter().filter(|_| all))
            .for_each(|at| found[*at] = Some(Boilerplate::Contents));
    };
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        if is_heading(line) {
            finish(above, &said);
            (above, said) = (Some(at), Vec::new());
        } else {
            said.push(at);
        }
    }
    finish(above, &said);
}

/// `[Water](#water)`, also as a list.
fn is_link_within(text: &str) -> bool {
    let bare = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || " -*+.)".contains(sign));
    let link = bare.strip_prefix('[').and_then(|rest| rest.strip_suffix(')'));
    link.and_then(|link| link.split_once("](#"))
        .is_some_and(|(title, anchor)| !title.contains(']') && !anchor.contains([' ', '(']))
}

/// What a line is by itself.
fn by_itself(line: &SourceLine) -> Option<Boilerplate> {
    let text = line.text.as_str();
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|sign| "-=*_~#•·–—.".contains(sign)) {
        return Some(Boilerplate::Rule);
    }
    let around: &[char] = &['[', ']', '<', '>', '«', '»', '↑', '^', ' ', '|', '-', '–', '—'];
    let bare = text.trim_matches(around).to_lowercase();
    if NAVIGATION.contains(&bare.as_str()) {
        return Some(Boilerplate::Navigation);
    }
    if is_page_number(&bare) {
        return Some(Boilerplate::PageNumber);
    }
    has_leader(text).then_some(Boilerplate::Contents)
}

/// `12`, `page 3 of 12`, `3/12`, `12 | page`.
fn is_page_number(bare: &str) -> bool {
    let named = bare.contains("page");
    let mut numbers = 0;
    for word in bare
        .split(|sign: char| sign.is_whitespace() || matches!(sign, '/' | '|'))
        .filter(|word| !word.is_empty())
    {
        match word {
            "page" | "of" | "p." => {}
            _ if (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()) => {
                numbers += 1
            }
            _ => return false,
        }
    }
    // A line with a year alone is more likely the end of a sentence.
    numbers > 0 && (named || bare.len() <= 3 || (numbers == 2 && bare.contains('/')))
}

/// `Trade ........ 12`
fn has_leader(text: &str) -> bool {
    let before = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let words = before.trim_end();
    let dotted =
        words.ends_with("...") || words.ends_with("……") || words.ends_with(". . .") || words.ends_with("···");
    before.len() < text.len() && dotted
}

/// `[^1]: …`, `[1] …`, `¹ …`, and the lines that go on below.
fn footnotes(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    let mut inside = false;
    for (line, kind) in lines.iter().zip(found) {
        let text = line.text.as_str();
        let begins = text.starts_with("[^")
            || text.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'])
            || is_bracketed(text);
        inside = begins || (inside && !line.is_blank() && marker::read(text).is_none());
        if inside && kind.is_none() {
            *kind = Some(Boilerplate::Footnote);
        }
    }
}

/// Numbered lines at the end of a page whose numbers stand behind words of the page: `clean.1`.
fn called_footnotes(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    let ends: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].new_page).collect();
    let mut start = 0;
    for end in ends {
        let page = start..end;
        start = end;
        let said = |at: &usize| !lines[*at].is_blank() && found[*at].is_none();
        let block: Vec<usize> = page
            .clone()
            .rev()
            .filter(said)
            .take_while(|at| footnote_number(&lines[*at].text).is_some())
            .collect();
        let Some(first) = block.last().copied() else { continue };
        let called = |at: usize| {
            let number = footnote_number(&lines[at].text).unwrap_or("");
            lines[page.start..first].iter().any(|line| calls(&line.text, number))
        };
        if block.iter().all(|at| called(*at)) {
            block.iter().for_each(|at| found[*at] = Some(Boilerplate::Footnote));
        }
    }
}

/// The number that a line begins with as footnotes do: `1. See`, `1 See`.
fn footnote_number(text: &str) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let rest = text[digits..].trim_start_matches('.');
    ((1..=3).contains(&digits) && rest.starts_with(' ')).then(|| &text[..digits])
}

/// Whether a number stands behind a word or its full stop, without a space: `clean.1`, `leak2`.
fn calls(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + number.len()..].chars().next();
        let word = before
            .is_some_and(|sign| sign.is_alphabetic() || matches!(sign, '.' | ',' | ';' | ')' | '”' | '"'));
        // `3.1` is a number of two steps.
        let spelled =
            text[..at].trim_end_matches(['.', ',', ';', ')', '”', '"']).ends_with(char::is_alphabetic);
        word && spelled && after.is_none_or(|sign| sign.is_whitespace())
    })
}

/// `[1] See the report.`
fn is_bracketed(text: &str) -> bool {
    let number = text.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(number, _)| number);
    number.is_some_and(|number| {
        (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The lines below a heading "Contents" that come again later.
fn contents(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    let mut newest: BTreeMap<String, usize> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        newest.insert(key(&line.text), at);
    }
    let mut inside = false;
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() || found[at].is_some_and(|kind| kind != Boilerplate::Contents) {
            continue;
        }
        let heading = line.text.trim_matches(|sign: char| "#*_: ".contains(sign)).to_lowercase();
        let again = newest.get(&key(&line.text)).is_some_and(|newest| *newest > at);
        let leader = found[at].is_some();
        inside = CONTENTS.contains(&heading.as_str()) || (inside && (again || leader));
        if inside {
            found[at] = Some(Boilerplate::Contents);
        }
    }
}

/// A line without what differs between the contents and the text: signs, and the number of the page.
fn key(text: &str) -> String {
    let end: &[char] = &['.', '…', '·', ' ', '\t', '*', '#'];
    let words = text.trim_matches(end);
    let bare = words.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let spaced = bare.len() < words.len() && bare.ends_with(end);
    (if spaced { bare.trim_matches(end) } else { words }).to_lowercase()
}

/// Lines that are repeated beside the end of a page.
fn headers(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let said = line.text.as_str();
        let sentence = said.ends_with(['.', ';', '。', ',']) || said.contains(':');
        if !line.is_blank() && found[at].is_none() && !sentence && said.len() <= 120 {
            let without = said.trim_matches(|sign: char| sign.is_ascii_digit() || " |-–—".contains(sign));
            places.entry(without.to_lowercase()).or_default().push(at);
        }
    }
    let mut repeated: BTreeSet<usize> = BTreeSet::new();
    for (text, places) in places.iter().filter(|(text, places)| !text.is_empty() && places.len() >= REPEATED)
    {
        let beside = places.iter().filter(|at| is_beside_page_end(lines, found, **at)).count();
        // The number of the page may be in the line itself.
        let counts = places.windows(2).all(|pair| lines[pair[0]].text != lines[pair[1]].text)
            && places.iter().all(|at| marker::read(&lines[*at].text).is_none());
        if beside * 2 >= places.len() || (counts && text.len() > 3) {
            repeated.extend(places);
        }
    }
    for at in repeated {
        found[at] = Some(Boilerplate::PageHeader);
    }
}

/// Whether a page ends or begins within two lines that say something.
fn is_beside_page_end(lines: &[SourceLine], found: &[Option<Boilerplate>], at: usize) -> bool {
    let ends = |place: usize| found[place] == Some(Boilerplate::PageNumber) || lines[place].new_page;
    let before = (0..at).rev().filter(|place| !lines[*place].is_blank() || lines[*place].new_page).take(2);
    let after =
        (at + 1..lines.len()).filter(|place| !lines[*place].is_blank() || lines[*place].new_page).take(2);
    lines[at].new_page || before.chain(after).any(ends)
}
