//! The documents that show what happened: titles and addresses, a line each.

use super::answer::{Answer, Field};
use super::problem::Problem;
use super::seen;
use crate::fields::LONGEST_NAME;
use crate::web_address::{names_user, whole_address};

/// The titles and addresses, as far as they can be read.
pub(super) fn read(answer: &Answer, problems: &mut Vec<Problem>) -> Vec<(String, String)> {
    let (titles, addresses) =
        (seen::paragraphs(&answer.evidence_title), seen::addresses(&answer.evidence_url));
    if titles.iter().any(|title| title.chars().count() > LONGEST_NAME) {
        let problem = Problem::new(Field::EvidenceTitle, "reply-too-long");
        problems.push(problem.with("n", LONGEST_NAME.to_string()));
    }
    for address in &addresses {
        if !whole_address(address) {
            problems.push(Problem::new(Field::EvidenceUrl, "reply-bad-url").with("written", address));
        } else if names_user(address) {
            // The problem is read by others, so it does not repeat the password.
            problems.push(Problem::new(Field::EvidenceUrl, "reply-url-password"));
        }
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
