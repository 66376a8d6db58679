//! Values as JSON.

use serde::Serialize;

use crate::diag::{Diagnostic, code};
use crate::outputs::output::Bytes;

/// A file of JSON. Programs read it, so it is as short as it can be.
pub(super) fn json(value: &impl Serialize) -> Bytes {
    let mut bytes = serde_json::to_vec(value).map_err(unwritten)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Never seen: all keys are texts, and memory does not refuse a byte.
pub(super) fn unwritten(error: impl std::fmt::Display) -> Box<Diagnostic> {
    Box::new(Diagnostic::placeless(code::TEMPLATE_ERROR, format!("the data cannot be written: {error}")))
}
