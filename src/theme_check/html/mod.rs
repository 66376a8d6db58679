//! What every page must be, whoever wrote its template: right HTML, usable by everyone, without inline code.
//!
//! [`TABLE`] lists the rules. Each is one small file that looks at a parsed page.

mod balance;
mod finding;
mod head;
mod ids;
mod labels;
mod landmarks;
mod name;
mod outline;
mod parse;
mod policy;
mod tables;
#[cfg(test)]
mod tests;

use crate::web_page::Document;
pub(crate) use finding::Finding;

/// Looks at a page and returns its problems.
type Rule = fn(&Document, &mut Vec<Finding>);

/// Every rule. To add one, write its file and a line here.
const TABLE: &[Rule] =
    &[head::check, outline::check, landmarks::check, labels::check, tables::check, ids::check, policy::check];

/// The problems of a page, in order of line.
pub(crate) fn check(html: &str) -> Vec<Finding> {
    let (document, mut findings) = parse::parse(html);
    for rule in TABLE {
        rule(&document, &mut findings);
    }
    findings.sort_by_key(|finding| finding.line);
    findings
}
