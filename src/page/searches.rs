//! How public information was looked for, in words.

use super::builder::ViewBuilder;
use super::views::SearchView;
use crate::parse::Search;

impl ViewBuilder<'_> {
    /// The searches for public information by the as-of date that the audience may see, newest first.
    pub fn searches(&self, searches: &[Search]) -> Vec<SearchView> {
        self.searches_done(searches).rev().map(|search| self.search(search)).collect()
    }

    /// Those of them that are known by the as-of date.
    pub fn searches_done<'s>(&self, searches: &'s [Search]) -> impl DoubleEndedIterator<Item = &'s Search> {
        let day = self.as_of();
        searches.iter().filter(move |search| search.date.value.earliest <= day)
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
