//! The documents that show what happened: titles and addresses, a line each.

use super::answer::{Answer, Field};
use super::problem::Problem;
use crate::web_address::whole_address;

/// The titles and addresses, as far as they can be read.
pub(super) fn read(answer: &Answer, problems: &mut Vec<Problem>) -> Vec<(String, String)> {
    let (titles, addresses) = (lines(&answer.evidence_title), lines(&answer.evidence_url));
    for address in addresses.iter().filter(|address| !whole_address(address)) {
        problems.push(Problem::new(Field::EvidenceUrl, "reply-bad-url").with("written", address));
    }
    match (titles.len(), addresses.len()) {
        (titles, addresses) if titles == addresses => {}
        (0, _) => problems.push(Problem::new(Field::EvidenceTitle, "reply-no-evidence-title")),
        (_, 0) => problems.push(Problem::new(Field::EvidenceUrl, "reply-no-evidence-url")),
        (titles, addresses) => problems.push(
            Problem::new(Field::EvidenceTitle, "reply-evidence-lines")
                .with("titles", titles.to_string())
                .with("addresses", addresses.to_string()),
        ),
    }
    titles.into_iter().zip(addresses).collect()
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}
