//! A table says what is in its rows or columns.

use super::Finding;
use crate::diag::code::INACCESSIBLE_PAGE;
use crate::web_page::Document;

pub(super) fn check(document: &Document, findings: &mut Vec<Finding>) {
    for table in document.named(&["table"]) {
        let layout = matches!(document.attribute(table, "role"), Some("presentation" | "none"));
        if !layout && !document.within(table).iter().any(|node| document.nodes[*node].name == "th") {
            findings.push(
                Finding::new(INACCESSIBLE_PAGE, document.nodes[table].line, "a table has no `<th>`").help(
                    "write the headers of its columns or rows as `<th scope=\"col\">` or `<th scope=\"row\">`",
                ),
            );
        }
    }
}
