//! How something is written, for the help of a problem: front matter is YAML, settings are TOML.

use super::quote::double_quoted;
use super::value::{Value, ValueKind};

/// The language of a file of keys and values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The front matter of a record.
    Yaml,
    /// `book.toml` and `theme.toml`.
    Toml,
}

/// Keys whose value is a text in words.
const PROSE: [&str; 10] = [
    "title",
    "name",
    "summary",
    "challenges",
    "next-steps",
    "reason",
    "conflicts",
    "note",
    "text",
    "locator",
];

/// How mappings are written for which people write one value.
const OWN_FORMS: [(&str, &str); 15] = [
    ("an entry of `see`", "see: [{title: Project page, url: \"https://…\"}]"),
    ("`image`", "image: {file: files/plant.jpg, alt: Two round basins}"),
    (
        "an entry of `searched`",
        "searched: [{date: 2026-11-28, where: the web sites of both ministries, found: nothing}]",
    ),
    ("`valid`", "valid: {from: 2001, to: 2010}"),
    ("an entry of `milestones`", "milestones: [{id: tender, title: Tender published}]"),
    ("an entry of `continues`", "continues: [{edition: \"2020\", item: \"3.1\"}]"),
    ("an entry of `updates`", "updates: [{date: 2026-11-28, note: They met.}]"),
    ("an entry of `values`", "values: [{indicator: wells, period: 2024, value: 6.5}]"),
    ("an entry of `targets`", "targets: [{period: 2025, value: 10}]"),
    ("an entry of `new-targets`", "new-targets: [{indicator: wells, period: 2025, value: 10}]"),
    ("`baseline`", "baseline: {period: 2022, value: 3}"),
    ("`assessment`", "assessment: {assessor: National Audit Office, verdict: limited}"),
    ("`reporting`", "reporting: {every: 1 year}"),
    ("`judged-by`", "judged-by: {name: National Audit Office}"),
    ("`kinds`", "kinds: {default: deliverable}"),
];

impl Form {
    /// What stands between a key and its value.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Yaml => ": ",
            Self::Toml => " = ",
        }
    }

    /// A line as the file has it.
    pub(super) fn line(self, key: &str, value: &str) -> String {
        [key, self.sign(), value].concat()
    }

    /// What to do where a key is missing. A table of settings is often written in one line, so no line may be added to it.
    pub(super) fn addition(self, key: &str, example: &str) -> String {
        let line = self.line(key, example);
        match self {
            Self::Yaml => format!("add a line such as `{line}`"),
            Self::Toml => format!("add it, as in `{line}`"),
        }
    }

    /// How to write one value, in the place of what was written.
    pub(super) fn one_value(self, key: &str, written: &ValueKind) -> String {
        let values = match written {
            ValueKind::List(values) => values.as_slice(),
            _ => &[],
        };
        let first = values.first().map(|value| &value.kind);
        // Words that pages show all stay.
        if PROSE.contains(&key) && values.len() > 1 {
            let text = |value: &Value| match &value.kind {
                ValueKind::Scalar(text) => Some(text.clone()),
                _ => None,
            };
            let texts: Option<Vec<String>> = values.iter().map(text).collect();
            if let Some(texts) = texts {
                let value = self.line(key, &double_quoted(&texts.join("; ")));
                return format!("write one text on the line of the key, not a list: `{value}`");
            }
        }
        let begun = self.line(key, "");
        let begun = begun.trim_end();
        match (self, first) {
            (_, Some(ValueKind::Scalar(first))) => {
                let value = if self == Self::Toml { double_quoted(first) } else { first.clone() };
                format!("write one value on the line of the key, not a list: `{}`", self.line(key, &value))
            }
            (Self::Toml, _) => format!("write one value in quotes: `{}`", self.line(key, "\"…\"")),
            (Self::Yaml, Some(_)) => {
                format!("write one value after `{begun}`, and put it in quotes when it begins with `[`")
            }
            (Self::Yaml, None) => format!(
                "write one value after `{begun}`, and put it in quotes when it begins with `{{` or contains `: `"
            ),
        }
    }

    /// How to write the mapping that is wanted. `what` is what it describes.
    pub(super) fn mapping(self, what: &str) -> String {
        match (self, what) {
            (_, "an entry of `evidence`") => {
                "write `title` and `url` of the document: `evidence: [{title: \"…\", url: \"https://…\"}]`, or as lines below `evidence:`".to_owned()
            }
            (Self::Yaml, what) => match OWN_FORMS.iter().find(|(of, _)| *of == what) {
                Some((_, form)) => format!("write `{form}`, or its keys as lines below it"),
                None => "write it as `{key: value, …}` or as indented `key: value` lines".to_owned(),
            },
            (Self::Toml, "`logo`") => "write its file and what it shows: `logo = {file = \"logo.svg\", alt = \"Harbour Authority\"}`".to_owned(),
            (Self::Toml, "an entry of `links`" | "an entry of `add`") => {
                "write each link as `{title = \"Imprint\", url = \"https://…\"}`, or with `page` in place of `url`".to_owned()
            }
            (Self::Toml, "an entry of `groups`") => {
                "write each group as `{title = \"Who does what\", lists = [\"agencies\", \"items\"]}`".to_owned()
            }
            (Self::Toml, entry) if entry.starts_with("an entry of ") => {
                "write each entry as `{key = \"…\", …}`, in one line".to_owned()
            }
            (Self::Toml, key) => {
                let key = key.trim_matches('`');
                format!("write it in one line: `{}`", self.line(key, "{key = \"…\", …}"))
            }
        }
    }

    /// How to write the entries of a mapping whose keys are the contributor's own.
    pub(super) fn entries(self, key: &str) -> String {
        match self {
            Self::Yaml => {
                format!("write lines such as `kept: complete` below `{key}:`, each with two spaces before it")
            }
            Self::Toml => format!("write `[{key}]`, and below it lines such as `kept = \"complete\"`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, ValueKind};

    #[test]
    fn settings_are_never_told_of_the_other_language() {
        let kinds = [ValueKind::Map(Vec::new()), ValueKind::List(Vec::new())];
        for kind in kinds {
            let help = Form::Toml.one_value("banner", &kind);
            assert_eq!(help, "write one value in quotes: `banner = \"…\"`");
        }
        assert_eq!(Form::Toml.mapping("`nav`"), "write it in one line: `nav = {key = \"…\", …}`");
        for what in ["`logo`", "an entry of `links`", "an entry of `groups`", "an entry of `others`"] {
            let help = Form::Toml.mapping(what);
            assert!(help.contains(" = ") && !help.contains("{key: ") && !help.contains("indented"), "{help}");
        }
        assert_eq!(Form::Toml.addition("alt", "\"Harbour\""), "add it, as in `alt = \"Harbour\"`");
        assert!(Form::Toml.entries("meanings").contains("[meanings]"));
    }
}
