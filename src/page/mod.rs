//! What one page needs: the context that all share, the views that templates see, and what fills them.
//!
//! A [`ViewBuilder`] puts the views of one page together: addresses from that page, words of its language, and
//! abbreviations explained at their first use. It is the way of everything that shows a plan: the pages of a site, its
//! feeds, calendars and data, and the files that are made without a site.

mod builder;
mod card;
mod card_lines;
pub(crate) mod contents;
mod context;
mod continued;
mod dates;
mod draft_update;
mod editions;
mod feed_scope;
mod field_filters;
mod follow;
mod head;
mod histories;
mod item_dates;
mod item_table;
mod languages;
mod linked;
mod links;
pub(crate) mod lists;
mod made_once;
mod menu;
mod names;
mod notes;
mod notices;
mod numbers;
mod own_fields;
mod places;
mod qualifiers;
mod round_counts;
mod rows;
mod searches;
mod shared_html;
mod site;
mod site_languages;
mod tag_choices;
mod tags;
mod text;
mod updates;
pub mod views;

pub use builder::ViewBuilder;
pub use card::CARD;
pub use context::Context;
pub(crate) use editions::{adopted_later, edition_label};
pub(crate) use feed_scope::FeedScope;
pub(crate) use field_filters::filters_of;
pub(crate) use follow::{ATOM, FollowFormat, ICALENDAR, JSON_FEED, has_calendar, has_feeds};
pub use made_once::RowForm;
pub(crate) use notices::notices;
pub(crate) use numbers::{indicator_anchor, milestone_anchor};
pub(crate) use own_fields::field_url;
pub(crate) use places::BASELINE;
pub use shared_html::PARTS;
pub(crate) use tag_choices::choices_of;
pub use text::Within;
pub(crate) use updates::MOST_ITEMS;
