//! How public information was looked for, in words.

use super::builder::ViewBuilder;
use super::views::SearchView;
use crate::parse::Search;

impl ViewBuilder<'_> {
    /// The searches for public information by the as-of date that the audience may see, newest first.
    pub fn searches(&self, searches: &[Search]) -> Vec<SearchView> {
        let done = searches.iter().filter(|search| search.date.value.earliest <= self.as_of());
        done.rev().map(|search| self.search(search)).collect()
    }

    fn search(&self, search: &Search) -> SearchView {
        let messages = self.messages();
        let languages: Vec<String> = search.languages.iter().map(|code| self.language(code)).collect();
        let languages = messages.list(&languages);
        let date = self.date(&search.date.value).text;
        let key = if languages.is_empty() { "searched" } else { "searched-in" };
        let values = [("date", &*date), ("where", &*search.place), ("languages", &*languages)];
        SearchView {
            text: messages.with(key, &values),
            words: search.words.clone(),
            found: search.found.clone().unwrap_or_else(|| self.word("searched-nothing")),
        }
    }
}
