//! Whether the book has an answer already, also when somebody gave its file another name or edited it since.
//!
//! No file says which answer it came from. It is the same answer when item, date and agency are the same, it says the same in all
//! that is no prose (status, outlook, meeting, new due date, values, addresses of documents, numbers), and at least four of five
//! words are the same. That leaves room for corrections of style, and none for another number.

use std::collections::BTreeMap;

use super::ground::Ground;
use crate::parse::{self, UpdateDocument};
use crate::plan::{Index as _, Item, Ix};
use crate::update_file::{Said, UpdateFile};
use crate::vocabulary::UpdateKind;

/// Of so many words that either text has, as many are in both.
const SAME: [usize; 2] = [4, 5];

/// What the book has of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Its file, as it would be written.
    Exactly,
    /// The file at this path, with other words or under another name.
    Edited(String),
    /// Another report under the name of its file.
    Taken,
    /// Nothing.
    No,
}

impl Ground<'_> {
    /// What the book has of an answer of an agency on an item.
    pub fn known(&self, file: &UpdateFile, item: Ix<Item>, agency: &str) -> Known {
        let own = self.text_of(&file.id);
        if own == Some(file.text.as_str()) {
            return Known::Exactly;
        }
        let updates = self.plan.items.at(item).updates.iter().map(|ix| &self.plan.updates.at(*ix).document);
        let mut written = updates.filter(|update| update.short_form_of.is_none());
        let same = written.find_map(|update| {
            let by = update.by.is_empty() || update.by.iter().any(|by| by.value == agency);
            let is_same = by && update.date.value.text == file.date && says_the_same(file, update, self);
            is_same.then(|| self.path_of(&update.id)).flatten()
        });
        match (same, own) {
            (Some(path), _) => Known::Edited(path.to_owned()),
            (None, Some(_)) => Known::Taken,
            (None, None) => Known::No,
        }
    }
}

fn says_the_same(file: &UpdateFile, update: &UpdateDocument, ground: &Ground<'_>) -> bool {
    let said = &file.said;
    let states = said.status == update.status.as_ref().map(|status| status.value.word())
        && said.outlook == update.outlook.as_ref().map(|outlook| outlook.value.word())
        && said.meeting == update.meeting.as_ref().map(|meeting| meeting.state.value.word())
        && said.new_due.as_deref() == update.new_due.as_ref().map(|due| due.value.text.as_str())
        && file.is_nothing == (update.kind.value == UpdateKind::NoChange);
    states && has_values(said, update) && has_evidence(said, update) && {
        let text = ground.text_of(&update.id).unwrap_or("");
        let body = parse::parts(text).map_or("", |[_, body]| &text[body]);
        let others = [&update.reason, &update.challenges, &update.next_steps];
        let theirs = others.into_iter().flatten().map(String::as_str).chain([body]);
        alike(&words(said.texts.iter().map(String::as_str)), &words(theirs))
    }
}

fn has_values(said: &Said, update: &UpdateDocument) -> bool {
    said.values.iter().all(|own| {
        update.values.iter().any(|value| {
            value.indicator.value == own.indicator
                && value.period.value.text == own.period
                && value.value.text == own.number
        })
    })
}

fn has_evidence(said: &Said, update: &UpdateDocument) -> bool {
    said.evidence.iter().all(|url| update.evidence.iter().any(|document| document.url == *url))
}

/// How often each word stands in some texts. A character of a script without spaces is a word; addresses of links are none.
fn words<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in texts {
        let mut word = String::new();
        let mut end = |word: &mut String| {
            if !word.is_empty() {
                *counts.entry(std::mem::take(word)).or_insert(0) += 1;
            }
        };
        let mut is_address = false;
        let mut before = ' ';
        for sign in text.chars() {
            is_address = (is_address && sign != ')') || (before == ']' && sign == '(');
            let is_letter = sign.is_alphanumeric() && !is_address;
            let is_alone = is_letter && sign >= '\u{2e80}' && !('\u{ac00}'..='\u{d7a3}').contains(&sign);
            if !is_letter || is_alone {
                end(&mut word);
            }
            if is_letter {
                word.extend(sign.to_lowercase());
            }
            if is_alone {
                end(&mut word);
            }
            before = sign;
        }
        end(&mut word);
    }
    counts
}

/// Whether two texts say the same, but for a few words. A number is never one of these.
fn alike(own: &BTreeMap<String, usize>, theirs: &BTreeMap<String, usize>) -> bool {
    let numbers = |words: &BTreeMap<String, usize>| {
        let all = words.iter().filter(|(word, _)| word.chars().any(char::is_numeric));
        all.map(|(word, count)| (word.clone(), *count)).collect::<Vec<_>>()
    };
    let both: usize =
        own.iter().map(|(word, count)| theirs.get(word).map_or(0, |other| *count.min(other))).sum();
    let most = own.values().sum::<usize>().max(theirs.values().sum());
    numbers(own) == numbers(theirs) && both * SAME[1] >= most * SAME[0]
}

#[cfg(test)]
mod tests {
    use super::{alike, words};

    #[test]
    fn a_text_with_a_few_other_words_is_the_same_and_one_with_another_number_is_not() {
        let is_same = |one: &str, other: &str| alike(&words([one].into_iter()), &words([other].into_iter()));
        let report = "The ministry signed the agreement on 5 May, and work at the harbour begins in June.";
        for (other, same) in [
            (
                "The Ministry signed the [agreement](https://a.example/7) on 5 May; work at the harbour starts in June.",
                true,
            ),
            ("The ministry signed the agreement on 6 May, and work at the harbour begins in June.", false),
            ("The ministry signed the agreement on 5 May.", false),
            ("", false),
        ] {
            assert_eq!(is_same(report, other), same, "{other}");
        }
        assert!(is_same("協議を5月に東京で行い、合意しました。", "協議を5月に東京で開き、合意しました。"));
        assert!(!is_same("協議を5月に行った。", "会合は5月に延期された。"));
        assert!(!is_same("We met.", "We met twice."));
        assert!(is_same("", ""));
    }
}
