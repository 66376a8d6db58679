//! Whether two texts say the same, and where they differ.

use std::collections::BTreeMap;

/// Of so many words that either text has, as many are in both.
const SAME: [usize; 2] = [4, 5];

/// How often each word stands in a text.
fn counts(words: &[String]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.as_str()).or_insert(0) += 1;
    }
    counts
}

/// A text without the targets of links to records: `[[1.1|the plant]]`. Of a link without words, the target may be one that was
/// written, or none.
pub(super) fn without_targets(text: &str, keeps_bare: bool) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((start, end)) = rest.find("[[").and_then(|at| Some((at, at + rest[at..].find("]]")?))) {
        plain.push_str(&rest[..start]);
        match rest[start + 2..end].split_once('|') {
            Some((_, words)) => plain.push_str(words),
            None if keeps_bare => plain.push_str(&rest[start + 2..end]),
            None => {}
        }
        rest = &rest[end + 2..];
    }
    plain + rest
}

/// The words of a text in their order. A character of a script without spaces is a word; addresses of links are none.
pub(super) fn words(text: &str) -> Vec<String> {
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
pub(super) fn alike(own: &[String], theirs: &[String]) -> bool {
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
pub(super) fn difference(own: &str, theirs: &str) -> Option<(String, String)> {
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
    use super::{alike, difference, without_targets, words};

    #[test]
    fn the_target_of_a_link_is_no_word_of_a_text() {
        let text = "See [[1.1|the plant]] and [[1.2]], [[open";
        assert_eq!(without_targets(text, true), "See the plant and 1.2, [[open");
        assert_eq!(without_targets(text, false), "See the plant and , [[open");
    }

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
