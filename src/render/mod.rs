//! Templates and words: how things look and what they are called. Knows no plan.

mod dates;
mod template_error;
mod theme;
mod words;

pub use dates::show;
pub use theme::{StaticFile, Theme, load};
pub use words::Words;
