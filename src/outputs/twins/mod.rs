//! Twins: each record's page once more as Markdown, for programs that read texts; and `llms.txt`, which lists them. A twin is
//! made from its finished page, so that it cannot say less than the page, or something else.

mod addresses;
mod blocks;
mod line;
mod lists;
mod llms;
mod page;
mod pages;
mod shown;
mod tables;
mod text;

pub(super) use addresses::Places;
pub(super) use llms::LLMS;
pub use page::InShort;
pub(super) use page::in_short;
pub(super) use pages::{about, beside};
