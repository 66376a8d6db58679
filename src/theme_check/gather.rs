//! One report for each problem, however many pages have it: a template makes the same mistake on every page.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::html::Finding;
use super::locate::locate;
use super::rendered_page::RenderedPage;
use super::templates::Templates;
use crate::diag::{Diagnostic, Span};
use crate::render::TemplateSource;

/// Where a problem comes from, as far as that is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    /// A line of a template, by its place among the sources.
    Line(usize, usize),
    /// A page made by this template.
    Template(&'static str),
}

/// The pages that have a problem: the first of them, and how many there are.
struct FindingGroup<'a> {
    finding: &'a Finding,
    page: &'a RenderedPage,
    count: usize,
}

/// Makes a diagnostic of each problem of the pages. `found` has the findings of each page.
pub(super) fn gather(
    found: &[(&RenderedPage, Vec<Finding>)],
    sources: &[TemplateSource],
    templates: &Templates<'_>,
) -> Vec<Diagnostic> {
    let located: Vec<Vec<Origin>> = found
        .par_iter()
        .map(|(page, findings)| {
            let behind = templates.behind(page.template);
            let candidates = || behind.iter().map(|index| (*index, &sources[*index]));
            let origin = |finding: &Finding| match locate(&page.text, finding.line, candidates()) {
                Some((index, line)) => Origin::Line(index, line),
                None => Origin::Template(page.template),
            };
            findings.iter().map(origin).collect()
        })
        .collect();
    let mut groups: BTreeMap<(Origin, &str), FindingGroup<'_>> = BTreeMap::new();
    for ((page, findings), origins) in found.iter().zip(located) {
        let mut reported = BTreeSet::new();
        for (finding, origin) in findings.iter().zip(origins) {
            let key = (origin, finding.message.as_str());
            if reported.insert(key.clone()) {
                groups.entry(key).or_insert(FindingGroup { finding, page, count: 0 }).count += 1;
            }
        }
    }
    groups.into_iter().map(|((origin, _), group)| diagnostic(&origin, &group, sources)).collect()
}

fn diagnostic(origin: &Origin, group: &FindingGroup<'_>, sources: &[TemplateSource]) -> Diagnostic {
    let FindingGroup { finding, page, count } = group;
    let on = match count {
        1 => format!("on {}, line {}", page.path, finding.line),
        _ => format!("on {count} pages, such as {}, line {}", page.path, finding.line),
    };
    let message = |by: &str| format!("{} ({on}{by})", finding.message);
    let diagnostic = match origin {
        Origin::Template(template) => {
            Diagnostic::placeless(finding.code, message(&format!("; written by {template}")))
        }
        Origin::Line(index, line) => match sources[*index].file {
            Some(file) => {
                let range = range(&sources[*index].text, *line);
                let by = format!("; written by {}", page.template);
                Diagnostic::new(finding.code, Span::new(file, range), message(&by)).note("probably here")
            }
            None => {
                let name = &sources[*index].name;
                Diagnostic::placeless(
                    finding.code,
                    message(&format!("; probably written by line {line} of {name}")),
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
