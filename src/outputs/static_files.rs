//! The theme's static files: style sheets, pictures and scripts, as they are.

use super::output::{Output, OutputPage, bytes};
use crate::page::Context;

/// Everything below `assets/`.
pub(super) const OUTPUT: Output = Output { name: "static-files", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let files = context.theme.static_files.iter();
    files.map(|found| bytes(format!("assets/{}", found.name), found.bytes.clone())).collect()
}
