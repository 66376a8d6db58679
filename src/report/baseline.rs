//! The problems that a book had when its checks began. They are counted and not shown, so that what is new stands out.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::fingerprint::identity;
use crate::diag::{Diagnostic, Severity};
use crate::source::Tree;

/// The key that makes a file a baseline; its value is the version of what is in it.
const MARK: &str = "planbook-baseline";
const VERSION: u64 = 1;

/// Code, path from the book's folder, and sentence without numbers of lines.
type Identity = (String, String, String);

/// Known problems, each with how often it is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<Identity, usize>,
}

/// What a comparison comes to.
#[derive(Debug)]
pub struct BaselineComparison {
    /// What the baseline does not have, in order.
    pub new: Vec<Diagnostic>,
    /// What it has.
    pub old: Vec<Diagnostic>,
    /// What it has and the book has no longer: code, path, sentence and how often.
    pub gone: Vec<(Identity, usize)>,
}

impl Baseline {
    /// The baseline of a book as it is. What is switched off is not in it.
    pub fn of(problems: &[Diagnostic], tree: &Tree) -> Self {
        let mut known: BTreeMap<Identity, usize> = BTreeMap::new();
        for problem in problems.iter().filter(|problem| problem.severity != Severity::Off) {
            *known.entry(owned(problem, tree)).or_default() += 1;
        }
        Self { known }
    }

    /// How many problems it has.
    pub fn len(&self) -> usize {
        self.known.values().sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Tells new problems from old ones. Of a problem that is there more often than the baseline says, all are new:
    /// nobody knows which of them was there before.
    pub fn compare(&self, problems: Vec<Diagnostic>, tree: &Tree) -> BaselineComparison {
        let now = Self::of(&problems, tree).known;
        let is_old = |problem: &Diagnostic| {
            let identity = owned(problem, tree);
            let count = |known: &BTreeMap<Identity, usize>| known.get(&identity).copied().unwrap_or(0);
            count(&now) <= count(&self.known)
        };
        let (old, new) = problems.into_iter().filter(|p| p.severity != Severity::Off).partition(is_old);
        let gone = self
            .known
            .iter()
            .map(|(identity, count)| {
                (identity, count.saturating_sub(now.get(identity).copied().unwrap_or(0)))
            })
            .filter(|(_, count)| *count > 0)
            .map(|(identity, count)| (identity.clone(), count))
            .collect();
        BaselineComparison { new, old, gone }
    }

    /// As a file: JSON with a line for each problem, so that a change of it can be read.
    pub fn text(&self) -> String {
        let lines: Vec<String> = self
            .known
            .iter()
            .map(|((code, path, message), count)| {
                json!({ "code": code, "path": path, "message": message, "count": count }).to_string()
            })
            .collect();
        let problems = if lines.is_empty() { String::new() } else { format!("\n{}\n", lines.join(",\n")) };
        format!("{{\"{MARK}\": {VERSION}, \"problems\": [{problems}]}}\n")
    }

    /// Reads such a file.
    ///
    /// # Errors
    /// When it is none, in a few words.
    pub fn read(text: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| format!("it is not JSON: {error}"))?;
        match value.get(MARK).and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(_) => return Err("a newer version of planbook wrote it".to_owned()),
            None => return Err(format!("it has no key `{MARK}`")),
        }
        let mut known: BTreeMap<Identity, usize> = BTreeMap::new();
        for entry in value.get("problems").and_then(Value::as_array).into_iter().flatten() {
            let word = |key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
            let (Some(code), Some(path), Some(message)) = (word("code"), word("path"), word("message"))
            else {
                return Err(format!("an entry needs `code`, `path` and `message`: {entry}"));
            };
            let count = entry.get("count").and_then(Value::as_u64).unwrap_or(1);
            *known.entry((code, path, message)).or_default() += usize::try_from(count).unwrap_or(usize::MAX);
        }
        Ok(Self { known })
    }
}

fn owned(problem: &Diagnostic, tree: &Tree) -> Identity {
    let (code, path, message) = identity(problem, tree);
    (code.to_owned(), path, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Span, code};

    fn problem(at: usize, message: &str) -> Diagnostic {
        Diagnostic::new(code::STRAY_FILE, Span::new(FileId(0), at..at), message)
    }

    fn tree() -> Tree {
        Tree::new([("a.md".to_owned(), b"a\nb\nc\n".to_vec())]).0
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let tree = tree();
        let problems = [problem(0, "a \"quoted\" word"), problem(2, "a \"quoted\" word"), problem(2, "b")];
        let baseline = Baseline::of(&problems, &tree);
        assert_eq!(baseline.len(), 3);
        assert_eq!(Baseline::read(&baseline.text()), Ok(baseline.clone()));
        assert_eq!(baseline.text().lines().count(), 4);
        assert_eq!(Baseline::read(&Baseline::default().text()), Ok(Baseline::default()));
    }

    #[test]
    fn old_problems_are_told_from_new_and_gone_ones() {
        let tree = tree();
        let baseline = Baseline::of(&[problem(0, "a"), problem(0, "b"), problem(2, "b")], &tree);
        let compared = baseline.compare(vec![problem(4, "b"), problem(0, "c")], &tree);
        let words = |problems: &[Diagnostic]| problems.iter().map(|p| p.message.clone()).collect::<Vec<_>>();
        assert_eq!(
            (words(&compared.new), words(&compared.old)),
            (vec!["c".to_owned()], vec!["b".to_owned()])
        );
        let gone: Vec<(&str, usize)> = compared.gone.iter().map(|((.., m), n)| (m.as_str(), *n)).collect();
        assert_eq!(gone, [("a", 1), ("b", 1)]);
    }

    #[test]
    fn of_a_problem_that_became_more_all_are_shown() {
        let tree = tree();
        let compared =
            Baseline::of(&[problem(0, "a")], &tree).compare(vec![problem(0, "a"), problem(2, "a")], &tree);
        assert_eq!((compared.new.len(), compared.old.len(), compared.gone.len()), (2, 0, 0));
    }

    #[test]
    fn what_is_no_baseline_is_told() {
        for text in ["", "[]", "{}", "{\"planbook-baseline\": 2}"] {
            assert!(Baseline::read(text).is_err(), "{text}");
        }
        let entry = "{\"planbook-baseline\": 1, \"problems\": [{\"code\": \"bad-id\"}]}";
        assert!(Baseline::read(entry).is_err());
    }
}
