//! Tables of contents, also as links.

use std::collections::BTreeMap;

use super::super::lines::SourceLine;
use super::kind::Boilerplate;

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

/// Links to headings of the text itself, and the heading that has nothing else below it: `- [Water](#water)`.
pub(super) fn links_to_headings(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
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

/// The lines below a heading "Contents" that come again later.
pub(super) fn listed(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
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
