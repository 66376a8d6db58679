//! Templates and words: how things look and what they are called. Knows no plan.

mod cache;
mod dates;
mod sources;
mod template_error;
mod theme;
mod theme_toml;
mod words;

pub use cache::{Cache, load_with};
pub use dates::show;
pub use sources::{Source, Sources, sources};
pub use theme::{StaticFile, Theme, load};
pub use theme_toml::{Meeting, Pair};
pub use words::Words;
