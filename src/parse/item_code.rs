//! The plan's own code of an item.

use crate::diag::{Diagnostic, Span, code};
use crate::fields::Fields;
use crate::item_code::{fold_code, why_no_code};

/// The plan's own code of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemCode {
    /// As the plan writes it.
    pub text: String,
    /// The same as it is compared.
    pub folded: String,
    /// Where it stands.
    pub span: Span,
}

/// What stands for a code among the names of records that could not be read: other names are written as they are.
pub fn code_name(written: &str) -> String {
    format!("code {}", fold_code(written))
}

/// Reads `code`.
pub(super) fn read(fields: &mut Fields<'_>) -> Option<ItemCode> {
    let written = fields.text("code")?;
    let text = written.value.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(why) = why_no_code(&text) {
        let message = format!("`{}` cannot be a code: {why}", written.value);
        fields.report(Diagnostic::new(code::BAD_CODE, written.span, message).help(
            "write the code as the plan prints it, with letters, digits, spaces and `-`, such as `EC-01`",
        ));
        return None;
    }
    Some(ItemCode { folded: fold_code(&text), text, span: written.span })
}
