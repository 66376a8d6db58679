//! A text with headings, lists and tables, as data; and how it is written: as a Word document, as one page of HTML, as Markdown.
//! What it is about is the concern of those who make it.

mod blocks;
mod docx;
mod escape;
mod from_markdown;
mod html;
mod markdown;
mod package;
mod styles;

pub use blocks::{Block, Inline, Table, TextDocument};
pub use docx::docx;
pub use escape::escape;
pub use from_markdown::from_markdown;
pub use html::html;
pub use markdown::markdown;
