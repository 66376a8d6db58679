//! What a page offers to programs that follow it: the feeds and the calendar of what it shows, and those of the site.

use super::builder::ViewBuilder;
use super::feed_scope::FeedScope;
use super::views::FollowView;
use crate::config::{Config, OptionalOutput};
use crate::plan::Index as _;

/// A kind of file that can be followed.
pub(crate) struct FollowFormat {
    /// What it is called beside the page.
    pub(crate) file: &'static str,
    /// Its media type.
    pub(crate) mime: &'static str,
    /// The key of what it is.
    pub(crate) word: &'static str,
}

/// Atom (RFC 4287).
pub(crate) const ATOM: FollowFormat =
    FollowFormat { file: "atom.xml", mime: "application/atom+xml", word: "follow-atom" };
/// JSON Feed 1.1.
pub(crate) const JSON_FEED: FollowFormat =
    FollowFormat { file: "feed.json", mime: "application/feed+json", word: "follow-json" };
/// iCalendar (RFC 5545).
pub(crate) const ICALENDAR: FollowFormat =
    FollowFormat { file: "calendar.ics", mime: "text/calendar", word: "follow-calendar" };

/// Whether there are feeds of a scope. Those of items are as many as the items, so a book asks for them.
pub(crate) fn has_feeds(config: &Config, scope: FeedScope) -> bool {
    config.makes(OptionalOutput::Feeds) && (config.item_feeds || !matches!(scope, FeedScope::Item(_)))
}

/// Whether there is a calendar of a scope. An item has few dates, and its area has them.
pub(crate) fn has_calendar(config: &Config, scope: FeedScope) -> bool {
    config.makes(OptionalOutput::Calendars) && !matches!(scope, FeedScope::Item(_))
}

impl ViewBuilder<'_> {
    /// What can be followed from this page. `scope` is what it shows, when that has feeds of its own.
    pub(crate) fn follow(&self, scope: Option<FeedScope>) -> Vec<FollowView> {
        let Some(scope) = scope else { return self.of_scope(FeedScope::Site, true) };
        let mut found = self.of_scope(scope, true);
        if let (FeedScope::Item(ix), true) = (scope, found.is_empty()) {
            // What is reported on an item without a feed is in that of its area.
            found.extend(self.of_scope(FeedScope::Area(self.plan().items.at(ix).area), false));
        }
        found.extend(self.of_scope(FeedScope::Site, false));
        found
    }

    fn of_scope(&self, scope: FeedScope, own: bool) -> Vec<FollowView> {
        let config = &self.context.config;
        let (has_feeds, has_calendar) = (has_feeds(config, scope), has_calendar(config, scope));
        let forms = [(&ATOM, has_feeds), (&JSON_FEED, has_feeds), (&ICALENDAR, has_calendar)];
        let folder = scope.route(self.plan());
        let site = &config.title;
        let title = match scope {
            FeedScope::Site => site.clone(),
            _ => self.messages().of_site(&scope.name(self), site),
        };
        forms
            .into_iter()
            .filter(|(_, there)| *there)
            .map(|(form, _)| FollowView {
                href: self.file_href(&folder.beside(form.file)),
                text: self.word(form.word),
                title: self.messages().noted(&title, &self.word(form.word)),
                mime: form.mime.to_owned(),
                own,
            })
            .collect()
    }
}
