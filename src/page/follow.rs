//! What a page offers to programs that follow it: the feeds and the calendar of what it shows, and those of the site.

use super::ViewBuilder;
use super::calendar::{self, ICALENDAR};
use super::feeds::{ATOM, JSON_FEED};
use super::subject::Subject;
use super::view::FollowView;

/// A kind of file that can be followed.
pub(super) struct Form {
    /// What it is called beside the page.
    pub(super) file: &'static str,
    /// Its media type.
    pub(super) mime: &'static str,
    /// The key of what it is.
    pub(super) word: &'static str,
}

impl ViewBuilder<'_> {
    /// What can be followed from this page. `subject` is what it shows, when that has feeds of its own.
    pub(super) fn follow(&self, subject: Option<Subject>) -> Vec<FollowView> {
        let mut found = self.of_subject(subject.unwrap_or(Subject::Site), true);
        if subject.is_some() {
            found.extend(self.of_subject(Subject::Site, false));
        }
        found
    }

    fn of_subject(&self, subject: Subject, own: bool) -> Vec<FollowView> {
        let has_feeds = self.context.config.base_url.is_some();
        let has_calendar = calendar::has_file(subject);
        let forms = [(&ATOM, has_feeds), (&JSON_FEED, has_feeds), (&ICALENDAR, has_calendar)];
        let folder = subject.route(self.plan());
        let site = &self.context.config.title;
        let title = match subject {
            Subject::Site => site.clone(),
            _ => format!("{} – {site}", self.name(subject.record())),
        };
        forms
            .into_iter()
            .filter(|(_, there)| *there)
            .map(|(form, _)| FollowView {
                href: self.file_href(&folder.beside(form.file)),
                text: self.word(form.word),
                title: format!("{title} ({})", self.word(form.word)),
                mime: form.mime.to_owned(),
                own,
            })
            .collect()
    }
}
