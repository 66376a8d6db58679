//! The picture that is shown where a page is shared.

use serde::Serialize;

use super::rows::StatusView;

/// `card.svg`: the picture that is shown where a page is shared, 1200 by 630. planbook publishes it as PNG.
#[derive(Debug, Serialize)]
pub struct CardView {
    /// The site's name, cut where it is too long.
    pub site: String,
    /// What the page is of, in words: "Item 3.1".
    pub label: String,
    /// Its title in lines that fit, as text that is set line by line.
    pub lines: Vec<CardLine>,
    /// Its status, for an item.
    pub status: Option<StatusView>,
    /// Where the baseline of the status is, from the top: above the notices.
    pub status_y: usize,
    /// What the status must not be read without: that the site is internal; what contradicts the status of an item, how old it
    /// is, or why it may not last; that the plan is of another edition, does not hold yet or has ended; the banner of the book.
    pub notices: Vec<CardLine>,
}

/// A line of a text on a card.
#[derive(Debug, Serialize)]
pub struct CardLine {
    /// Where its baseline is, from the top.
    pub y: usize,
    /// Its words.
    pub text: String,
}

/// The preview image of a page, for services where people share it.
#[derive(Debug, Clone, Serialize)]
pub struct SharedImageView {
    /// Its full URL.
    pub address: String,
    /// Its width in pixels.
    pub width: usize,
    /// Its height in pixels.
    pub height: usize,
    /// Its media type.
    pub mime: String,
    /// What it shows, in words.
    pub alt: String,
}
