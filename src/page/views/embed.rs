//! An item as other sites show it.

use serde::Serialize;

use super::parts::DateView;
use super::rows::{AgencyView, StatusView};

/// `embed.html`: an item as a small card, which other sites may show in a frame
#[derive(Debug, Serialize)]
pub struct EmbedPage {
    /// The address of the item's page.
    pub href: String,
    /// The same as a full URL, when the book sets a base-url.
    pub canonical: Option<String>,
    /// The address of the card's style sheet.
    pub style: String,
    /// The address of the site's icon. Without it, browsers ask for one at the address where sites once had it.
    pub icon: String,
    /// The item's number, as shown.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its status.
    pub status: StatusView,
    /// Since when it has this status, if an update says so.
    pub since: Option<DateView>,
    /// What contradicts the status, or says that it may not last.
    pub qualifiers: Vec<String>,
    /// The first of the agencies that lead it.
    pub lead: Vec<AgencyView>,
    /// How many more there are, in words.
    pub more: Option<String>,
    /// Whether the item is internal, so that the public site does not have the card.
    pub internal: bool,
}
