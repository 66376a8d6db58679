//! Pages of their own kind: free pages, the calendar, cards, redirects and the like.

use serde::Serialize;

use super::{
    AreaRow, ContentsView, EvidenceView, HeadView, ItemRow, LinkView, MeetingView, ShareView, StatusView,
    UpdateRow, UpdateView,
};

/// `page.html`
#[derive(Debug, Serialize)]
pub struct FreePage {
    /// What every page has.
    pub head: HeadView,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body_html: String,
    /// Records whose texts link to this page.
    pub referred_by: Vec<LinkView>,
}

/// `accessibility.html`
#[derive(Debug, Serialize)]
pub struct AccessibilityPage {
    /// What every page has.
    pub head: HeadView,
}

/// A state of schedule or freshness, as a key and in words.
#[derive(Debug, Serialize)]
pub struct StateView {
    /// `overdue`.
    pub key: String,
    /// In words.
    pub text: String,
}

/// `style.html`: made-up values for every part of the theme
#[derive(Debug, Serialize)]
pub struct StyleGuidePage {
    /// What every page has.
    pub head: HeadView,
    /// A text with every construct of Markdown.
    pub specimen_html: String,
    /// A table of contents.
    pub contents: Vec<ContentsView>,
    /// Every status, degree and outcome.
    pub statuses: Vec<StatusView>,
    /// Every state of a meeting.
    pub meetings: Vec<MeetingView>,
    /// States of the schedule.
    pub schedules: Vec<StateView>,
    /// States of freshness.
    pub freshness: Vec<StateView>,
    /// A count for each status.
    pub shares: Vec<ShareView>,
    /// Areas with short and long titles.
    pub areas: Vec<AreaRow>,
    /// An item for each status.
    pub items: Vec<ItemRow>,
    /// An update of each kind.
    pub updates: Vec<UpdateRow>,
    /// An entry of a history with everything, and one of each kind with little.
    pub events: Vec<UpdateView>,
    /// A document of each kind.
    pub evidence: Vec<EvidenceView>,
    /// Two links.
    pub links: Vec<LinkView>,
}

/// `calendar.html`
#[derive(Debug, Serialize)]
pub struct CalendarPage {
    /// What every page has.
    pub head: HeadView,
    /// A sentence about it.
    pub note: String,
    /// How many meetings and due dates there are, in words.
    pub count: String,
    /// The calendar as a file.
    pub file: String,
    /// Upcoming entries, the nearest first.
    pub coming: Vec<CalendarYear>,
    /// Past entries, the newest first.
    pub past: Vec<CalendarYear>,
}

/// A year of the calendar.
#[derive(Debug, Serialize)]
pub struct CalendarYear {
    /// The id of its heading.
    pub id: String,
    /// The year.
    pub year: String,
    /// Its meetings and due dates.
    pub rows: Vec<UpdateRow>,
}

/// `card.svg`: the preview image for sharing, 1200 by 630.
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
}

/// A line of a title on a card.
#[derive(Debug, Serialize)]
pub struct CardLine {
    /// Where its baseline is, from the top.
    pub y: usize,
    /// Its words.
    pub text: String,
}

/// `404.html`
#[derive(Debug, Serialize)]
pub struct NotFoundPage {
    /// What every page has.
    pub head: HeadView,
}

/// `redirect.html`
#[derive(Debug, Serialize)]
pub struct RedirectPage {
    /// What every page has.
    pub head: HeadView,
    /// The new address of the page.
    pub to: LinkView,
}
