//! Whether the book has an answer already, also when somebody gave its file another name or edited it since.
//!
//! No file says which answer it came from. It is the same answer when item, date and agency are the same, it says the same in all
//! that is no prose (status, outlook, meeting, new due date, values, addresses of documents, numbers), and at least four of five
//! words are the same. That leaves room for corrections of style by who edits the file, and none for another number or a "not". A file
//! that nobody edited is no such correction: what it says in other words is for a person.

use std::collections::BTreeMap;

use super::ground::Ground;
use crate::parse::{self, UpdateDocument};
use crate::plan::{Index as _, Item, Ix};
use crate::update_file::{Field, Said, Subject, UpdateFile, is_unedited, plain_text};
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
    /// The file at this path, which an earlier answer gave: nobody edited it, and this one says something else.
    Changed {
        /// The path.
        path: String,
        /// The part that says something else.
        field: Field,
        /// What it says.
        own: String,
        /// What the file says.
        theirs: String,
    },
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
            is_same.then(|| Some((update, self.path_of(&update.id)?))).flatten()
        });
        let first = || self.plan.updates.iter().map(|update| &update.document).find(|one| one.id == file.id);
        let found = same.or_else(|| Some((first()?, self.path_of(&file.id)?)));
        let changed = found.and_then(|(update, path)| {
            let (field, own, theirs) = self.changed(file, update, item, agency)?;
            Some(Known::Changed { path: path.to_owned(), field, own, theirs })
        });
        match (changed, same, own) {
            (Some(changed), ..) => changed,
            (None, Some((_, path)), _) => Known::Edited(path.to_owned()),
            (None, None, Some(_)) => Known::Taken,
            (None, None, None) => Known::No,
        }
    }

    /// What an answer says in other words than the file of an earlier one. Who edited that since has other words for the same; but
    /// a file that nobody edited was corrected by who answers.
    fn changed(
        &self,
        file: &UpdateFile,
        update: &UpdateDocument,
        item: Ix<Item>,
        agency: &str,
    ) -> Option<(Field, String, String)> {
        let (text, wording) = (self.text_of(&update.id)?, self.wording());
        let (plan, today) = (self.plan, self.context.facts.as_of);
        let subject = Subject { plan, item, agency, date: "", since: None, today, wording: &wording };
        let body = body(text);
        let is_nothing = update.kind.value == UpdateKind::NoChange;
        if is_nothing != file.is_nothing || !is_unedited(update, text, body, &subject) {
            return None;
        }
        let said = file.said.texts.iter().map(|(field, own)| (*field, own.clone()));
        let addresses = update.evidence.iter().map(|document| document.url.as_str()).collect::<Vec<_>>();
        let value = |period: &str, number: &str| format!("{period}: {number}");
        let own_values: Vec<String> =
            file.said.values.iter().map(|one| value(&one.period, &one.number)).collect();
        let their_values: Vec<String> =
            update.values.iter().map(|one| value(&one.period.value.text, &one.value.text)).collect();
        let all = said.chain([
            (Field::EvidenceUrl, file.said.evidence.join("\n")),
            (Field::Value(0), own_values.join("\n")),
        ]);
        all.into_iter().find_map(|(field, own)| {
            let theirs = match field {
                Field::Reason => update.reason.clone(),
                Field::Challenges => update.challenges.clone(),
                Field::NextSteps => update.next_steps.clone(),
                Field::EvidenceUrl => Some(addresses.join("\n")),
                Field::Value(_) => Some(their_values.join("\n")),
                _ => Some(plain_text(body)),
            };
            let (own, theirs) = difference(&own, &theirs.unwrap_or_default())?;
            Some((field, own, theirs))
        })
    }
}

/// The text of a file below its front matter.
fn body(text: &str) -> &str {
    parse::parts(text).map_or("", |[_, body]| text[body].trim())
}

fn says_the_same(file: &UpdateFile, update: &UpdateDocument, ground: &Ground<'_>) -> bool {
    let said = &file.said;
    let states = said.status == update.status.as_ref().map(|status| status.value.word())
        && said.outlook == update.outlook.as_ref().map(|outlook| outlook.value.word())
        && said.meeting == update.meeting.as_ref().map(|meeting| meeting.state.value.word())
        && said.new_due.as_deref() == update.new_due.as_ref().map(|due| due.value.text.as_str())
        && file.is_nothing == (update.kind.value == UpdateKind::NoChange);
    states && has_values(said, update) && has_evidence(said, update) && {
        let body = body(ground.text_of(&update.id).unwrap_or(""));
        let others = [&update.reason, &update.challenges, &update.next_steps];
        let theirs = others.into_iter().flatten().map(String::as_str).chain([body]);
        let own = said.texts.iter().map(|(_, text)| text.as_str());
        alike(&own.flat_map(words).collect::<Vec<_>>(), &theirs.flat_map(words).collect::<Vec<_>>())
    }
}

/// Whether both have the same values: one that is not there any more was withdrawn.
fn has_values(said: &Said, update: &UpdateDocument) -> bool {
    said.values.len() == update.values.len()
        && said.values.iter().all(|own| {
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

/// How often each word stands in a text.
fn counts(words: &[String]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.as_str()).or_insert(0) += 1;
    }
    counts
}

/// The words of a text in their order. A character of a script without spaces is a word; addresses of links are none.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut end = |word: &mut String| {
        if !word.is_empty() {
            words.push(std::mem::take(word));
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
    words
}

/// Words that turn what a text says into its opposite; the last of "didn't" is one.
const DENIALS: [&str; 22] = [
    "not", "no", "never", "cannot", "without", "none", "neither", "nor", "t", "nicht", "kein", "keine",
    "keinen", "ohne", "nie", "pas", "jamais", "sans", "sin", "nunca", "unable", "failed",
];
/// The same in Japanese, where a word is not set off from others.
const DENYING: [&str; 9] = ["ない", "なか", "なく", "ません", "せず", "未", "不", "無", "非"];

/// How often a text denies something.
fn denials(words: &[String]) -> usize {
    let joined = words.concat();
    words.iter().filter(|word| DENIALS.contains(&word.as_str())).count()
        + DENYING.iter().map(|part| joined.matches(part).count()).sum::<usize>()
}

/// Whether two texts say the same, but for a few words. A number is never one of these, and no "not".
fn alike(own: &[String], theirs: &[String]) -> bool {
    let numbers = |words: &[String]| {
        let mut all: Vec<String> =
            words.iter().filter(|word| word.chars().any(char::is_numeric)).cloned().collect();
        all.sort();
        all
    };
    let (own_counts, their_counts) = (counts(own), counts(theirs));
    let both: usize = own_counts
        .iter()
        .map(|(word, count)| their_counts.get(word).map_or(0, |other| *count.min(other)))
        .sum();
    let most = own.len().max(theirs.len());
    numbers(own) == numbers(theirs) && denials(own) == denials(theirs) && both * SAME[1] >= most * SAME[0]
}

/// Where two texts differ, with some words around it; nothing where they have the same words.
fn difference(own: &str, theirs: &str) -> Option<(String, String)> {
    if words(own) == words(theirs) {
        return None;
    }
    let (a, b): (Vec<char>, Vec<char>) = (own.chars().collect(), theirs.chars().collect());
    let first = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = a.len().min(b.len()) - first;
    let last = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    Some((excerpt(&a, first, last), excerpt(&b, first, last)))
}

/// How much is shown around a difference, and of it.
const AROUND: usize = 24;
const LONGEST: usize = 160;

/// What is shown of a text; a dash where there is none.
fn excerpt(text: &[char], first: usize, last: usize) -> String {
    if text.is_empty() {
        return "–".to_owned();
    }
    let from = first.saturating_sub(AROUND);
    let to = (text.len() - last + AROUND).min(text.len()).min(from + LONGEST);
    // A word is shown whole, or not at all.
    let from = match text[from..first].iter().position(|sign| sign.is_whitespace()) {
        Some(space) if from > 0 => from + space + 1,
        _ => from,
    };
    let words: String = text[from..to].iter().collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}{words}{}", if from > 0 { "…" } else { "" }, if to < text.len() { "…" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::{alike, difference, words};

    #[test]
    fn a_text_with_a_few_other_words_is_the_same_and_one_with_another_number_is_not() {
        let is_same = |one: &str, other: &str| alike(&words(one), &words(other));
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

    #[test]
    fn a_text_that_says_the_opposite_is_another() {
        for (one, other) in [
            (
                "We did not sign the contract for all of the city roofs in May.",
                "We did sign the contract for all of the city roofs in May.",
            ),
            (
                "The council didn't agree to the plan for the harbour in the end.",
                "The council did agree to the plan for the harbour in the end.",
            ),
            (
                "Der Rat hat dem Vertrag für den Hafen im Mai nicht zugestimmt.",
                "Der Rat hat dem Vertrag für den Hafen im Mai zugestimmt.",
            ),
            (
                "両国の警察当局は5月に東京で協定に署名しませんでした。",
                "両国の警察当局は5月に東京で協定に署名しました。",
            ),
        ] {
            assert!(!alike(&words(one), &words(other)), "{one}");
            let (here, there) = difference(one, other).unwrap();
            assert!(here != there && here.chars().count() < 90, "{here}, {there}");
        }
        assert_eq!(difference("R&D [1] costs!", "r d 1 Costs"), None);
        let (own, theirs) = difference(
            "We met in Tokyo on 5 May and agreed to exchange officers.",
            "We met in Tokyo on 5 May and agreed to train officers.",
        )
        .unwrap();
        assert_eq!(
            (own.as_str(), theirs.as_str()),
            ("…on 5 May and agreed to exchange officers.", "…on 5 May and agreed to train officers.")
        );
    }
}
