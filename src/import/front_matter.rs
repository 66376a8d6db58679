//! What a Markdown file says of itself above its text: title, date, language.

use crate::date::{Date, Precision};
use crate::diag::FileId;
use crate::fields::{ValueKind, parse_toml, parse_yaml};

use super::when;

/// What a file says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
    pub(super) lang: Option<String>,
    /// Why some of it may be missing.
    pub(super) problem: Option<String>,
}

impl Facts {
    /// What was taken from there, with the flag that says otherwise.
    pub(super) fn decided(&self) -> Vec<String> {
        let all = [
            ("title", &self.title, "--title"),
            ("date", &self.date, "--adopted"),
            ("language", &self.lang, "--language"),
        ];
        let said = all.iter().filter_map(|(what, value, flag)| {
            value
                .as_ref()
                .map(|value| format!("the {what} is `{value}`, as the file says of itself ({flag})"))
        });
        said.collect()
    }
}

/// The deepest front matter.
const DEEPEST: usize = 16;

/// The facts, and the text with empty lines for them, so that all other lines keep their numbers.
pub(super) fn read(text: &str) -> (Facts, String) {
    let whole = text.strip_prefix('\u{feff}').unwrap_or(text);
    let found = split(whole);
    let Some((fence, matter, rest)) = found else { return (Facts::default(), text.to_owned()) };
    let (parsed, problems) = if fence == "---" {
        parse_yaml(matter, FileId(0), 0, DEEPEST)
    } else {
        parse_toml(matter, FileId(0))
    };
    let problem = problems.first().map(|problem| {
        format!(
            "line 1: the front matter has a mistake, so its title, date or language may be missing ({}); correct it, or use --title, --adopted and --language",
            problem.message
        )
    });
    // What is no mapping stands between drawn lines, and is text.
    let entries = if let ValueKind::Map(entries) = parsed.kind { entries } else { Vec::new() };
    if entries.is_empty() {
        let problem = problem.filter(|_| has_key(matter));
        return (Facts { problem, ..Facts::default() }, text.to_owned());
    }
    let value = |names: &[&str]| {
        let entry =
            names.iter().find_map(|name| entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(name)));
        match entry.map(|entry| &entry.value.kind) {
            Some(ValueKind::Scalar(text)) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            _ => None,
        }
    };
    let date = value(&["adopted", "date", "published", "published_at", "publishdate"]).and_then(|date| {
        let day = date.split(['T', ' ']).next().filter(|day| Date::parse(day, 1).is_ok()).map(str::to_owned);
        day.or_else(|| when::cell(&date))
            .filter(|date| Date::parse(date, 1).is_ok_and(|date| date.precision != Precision::Ongoing))
    });
    let lang = value(&["lang", "language", "locale"])
        .map(|lang| lang.split(['-', '_']).next().unwrap_or("").to_lowercase());
    let lang = lang
        .filter(|lang| (2..=3).contains(&lang.len()) && lang.bytes().all(|byte| byte.is_ascii_lowercase()));
    let blank =
        "\n".repeat(whole.len() - rest.len() - whole[..whole.len() - rest.len()].replace('\n', "").len());
    (Facts { title: value(&["title"]), date, lang, problem }, format!("{blank}{rest}"))
}

/// Whether a line begins as front matter does: `title: `, `title = `.
fn has_key(matter: &str) -> bool {
    let is_key = |key: &str| {
        let key = key.trim_end();
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_'))
    };
    matter.lines().any(|line| line.split_once([':', '=']).is_some_and(|(key, _)| is_key(key)))
}

/// The sign around the front matter, what is in it, and what follows.
fn split(text: &str) -> Option<(&'static str, &str, &str)> {
    let fence = ["---", "+++"]
        .into_iter()
        .find(|fence| text.lines().next().is_some_and(|first| first.trim_end() == *fence))?;
    let start = text.find('\n')? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return Some((fence, &text[start..at], &text[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_read_and_all_lines_keep_their_numbers() {
        let (facts, text) = read(
            "---\ntitle: Harbour Plan\ndate: 2026-05-03T10:00:00Z\nlang: fr-CA\ntags: [a]\n---\n\n1. Water\n",
        );
        assert_eq!(
            facts,
            Facts {
                title: Some("Harbour Plan".to_owned()),
                date: Some("2026-05-03".to_owned()),
                lang: Some("fr".to_owned()),
                problem: None
            }
        );
        assert_eq!(text.lines().position(|line| line == "1. Water"), Some(7));
        let (facts, _) = read("+++\ntitle = \"Plan\"\ndate = \"3 May 2026\"\n+++\ntext\n");
        assert_eq!((facts.title.as_deref(), facts.date.as_deref()), (Some("Plan"), Some("2026-05-03")));
    }

    #[test]
    fn a_mistake_in_front_matter_is_said() {
        for text in
            ["---\ntitle: [a\n---\n# A\n", "---\ntitle: \"a\n---\n# A\n", "+++\ntitle = a b\n+++\n# A\n"]
        {
            let (facts, _) = read(text);
            assert!(facts.problem.is_some_and(|problem| problem.contains("has a mistake")), "{text}");
        }
    }

    #[test]
    fn drawn_lines_are_no_front_matter() {
        for text in ["---\n1. Water\n---\n", "---\nno end\n", "text\n---\na: b\n---\n", "---\n---\nx", ""] {
            assert_eq!(read(text), (Facts::default(), text.to_owned()), "{text}");
        }
    }
}
