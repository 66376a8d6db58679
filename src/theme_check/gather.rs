//! One report for each problem, however many pages have it: a template makes the same mistake on every page.

use std::collections::BTreeMap;

use super::Page;
use super::html::Finding;
use super::locate::locate;
use super::templates::Templates;
use crate::diag::{Diagnostic, Span};
use crate::render::Source;

/// Where a problem comes from, as far as that can be told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    /// A line of a template, by its place among the sources.
    Line(usize, usize),
    /// A page made by this template.
    Template(&'static str),
}

/// The pages that have a problem: the first of them, and how many there are.
struct Group<'a> {
    finding: &'a Finding,
    page: &'a Page,
    count: usize,
}

/// Makes a diagnostic of each problem of the pages. `found` has the findings of each page.
pub(super) fn gather(
    found: &[(&Page, Vec<Finding>)],
    sources: &[Source],
    templates: &Templates<'_>,
) -> Vec<Diagnostic> {
    let mut by_template: BTreeMap<(&str, &str), Group<'_>> = BTreeMap::new();
    for (page, findings) in found {
        let mut told: Vec<&str> = Vec::new();
        for finding in findings {
            if told.contains(&finding.message.as_str()) {
                continue;
            }
            told.push(&finding.message);
            by_template
                .entry((page.template, &finding.message))
                .and_modify(|group| group.count += 1)
                .or_insert(Group { finding, page, count: 1 });
        }
    }
    let mut by_origin: BTreeMap<(Origin, &str), Group<'_>> = BTreeMap::new();
    for ((template, message), group) in by_template {
        let candidates = templates.behind(template).into_iter().map(|index| (index, &sources[index]));
        let origin = match locate(&group.page.text, group.finding.line, candidates) {
            Some((index, line)) => Origin::Line(index, line),
            None => Origin::Template(group.page.template),
        };
        by_origin.entry((origin, message)).and_modify(|known| known.count += group.count).or_insert(group);
    }
    by_origin.into_iter().map(|((origin, _), group)| diagnostic(&origin, &group, sources)).collect()
}

fn diagnostic(origin: &Origin, group: &Group<'_>, sources: &[Source]) -> Diagnostic {
    let Group { finding, page, count } = group;
    let on = match count {
        1 => format!("on {}, line {}", page.path, finding.line),
        _ => format!("on {count} pages, such as {}, line {}", page.path, finding.line),
    };
    let message = |by: &str| format!("{} ({on}{by})", finding.message);
    let diagnostic = match origin {
        Origin::Template(template) => {
            Diagnostic::placeless(finding.code, message(&format!("; made by {template}")))
        }
        Origin::Line(index, line) => match sources[*index].file {
            Some(file) => {
                let range = range(&sources[*index].text, *line);
                let by = format!("; made by {}", page.template);
                Diagnostic::new(finding.code, Span::new(file, range), message(&by)).note("most likely here")
            }
            None => {
                let name = &sources[*index].name;
                Diagnostic::placeless(
                    finding.code,
                    message(&format!("; most likely made by line {line} of {name}")),
                )
            }
        },
    };
    diagnostic.help(finding.help.as_str())
}

/// A line of a text, from its first letter to its last.
fn range(text: &str, line: usize) -> std::ops::Range<usize> {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let whole = text[start..].lines().next().unwrap_or("");
    let indent = whole.len() - whole.trim_start().len();
    start + indent..start + whole.trim_end().len().max(indent)
}
