//! Templates and words: how things look and what they are called. Knows no plan.

mod built_in;
mod cache;
mod card_fonts;
mod card_picture;
mod card_sheet;
mod dates;
mod foreign_words;
mod joined;
mod layers;
mod listed;
mod message_check;
mod messages;
mod misplaced;
mod numbers;
mod plural_forms;
mod sources;
mod template_error;
mod theme;
mod theme_toml;
mod unbroken;

pub use built_in::{built_in_theme, built_in_theme_names};
pub use cache::{Cache, Words, load_with, words_with};
pub use card_fonts::{CardFonts, CardWeight};
pub use card_picture::{CARD_HEIGHT, CARD_WIDTH};
pub use dates::{cadence, show, year};
pub use foreign_words::{ENDIF, IF_ORIGINAL, IF_OUTDATED, IF_UNOFFICIAL};
pub use listed::{ListedTheme, Origin, themes};
pub use messages::Messages;
pub use numbers::{NumberFormat, unit_name};
pub use sources::{Sources, TemplateSource, sources};
pub use theme::{StaticFile, Theme, load};
pub use theme_toml::{Meeting, Pair};
