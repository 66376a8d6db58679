//! The words of a text, as they are searched.
//!
//! They end where the word boundaries of Unicode (UAX #29) lie, and at every sign between letters, so that the rule is short
//! enough to be kept by two programs. Where a script has no blanks between words, each two neighbouring letters are one:
//! who looks for 軍縮 finds 核軍縮, and no dictionary is needed.

use super::letters::{is_of_word, is_unspaced};

/// Calls `take` with each word of a folded text.
pub(super) fn each_word<'t>(folded: &'t str, mut take: impl FnMut(&'t str)) {
    each_run(folded, |_, run, unspaced| match unspaced {
        true => pairs(run, &mut take),
        false => take(run),
    });
}

/// Calls `take` with each run of letters of one sort, with the signs before it, and whether it is of a script without blanks.
fn each_run<'t>(folded: &'t str, mut take: impl FnMut(&'t str, &'t str, bool)) {
    let mut rest = folded;
    while let Some(start) = rest.find(is_of_word) {
        let (signs, begun) = rest.split_at(start);
        rest = begun;
        let unspaced = rest.starts_with(is_unspaced);
        let end = rest.find(|letter| !is_of_word(letter) || is_unspaced(letter) != unspaced);
        let (run, after) = rest.split_at(end.unwrap_or(rest.len()));
        take(signs, run, unspaced);
        rest = if unspaced { after } else { after_genitive(after) };
    }
}

/// What comes after a word, without the `s` of "Australia's".
fn after_genitive(after: &str) -> &str {
    let Some(ending) = after.strip_prefix(['\'', '’', 'ʼ']).and_then(|after| after.strip_prefix('s'))
    else {
        return after;
    };
    if ending.starts_with(|next| is_of_word(next) && !is_unspaced(next)) { after } else { ending }
}

/// Each two neighbours of a run, and its last letter alone: who types one letter is shown what begins with it.
fn pairs<'t>(run: &'t str, take: &mut impl FnMut(&'t str)) {
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).collect();
    for (number, start) in starts.iter().enumerate() {
        let end = starts.get(number + 2).copied().unwrap_or(run.len());
        take(&run[*start..end]);
    }
}

/// The words that a folded text asks for. The last letter of a run is in the pair before it, if there is one.
pub(super) fn asked(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    each_run(folded, |_, run, unspaced| {
        let before = words.len();
        match unspaced {
            true => pairs(run, &mut |pair| words.push(pair.to_owned())),
            false => words.push(run.to_owned()),
        }
        if unspaced && words.len() > before + 1 {
            words.pop();
        }
    });
    words
}

/// Each two words that a hyphen joins, as one word: "co-operation" and "cooperation" are the same. Before it stands the place of
/// the first of the two in [`asked`].
pub(super) fn compounds(folded: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    if !folded.contains(HYPHENS) {
        return found;
    }
    let (mut number, mut last): (usize, Option<(usize, &str)>) = (0, None);
    each_run(folded, |signs, run, unspaced| {
        let mut sign = signs.chars();
        let joins = sign.next().is_some_and(|sign| HYPHENS.contains(&sign)) && sign.next().is_none();
        if let Some((at, first)) = last.filter(|_| joins && !unspaced) {
            found.push((at, [first, run].concat()));
        }
        // Dates are no words.
        last = (!unspaced && run.contains(char::is_alphabetic)).then_some((number, run));
        number += if unspaced { run.chars().count().max(2) - 1 } else { 1 };
    });
    found
}

/// As they are after a text was folded.
const HYPHENS: [char; 2] = ['-', '\u{2010}'];

#[cfg(test)]
mod tests {
    use super::super::letters::folded;
    use super::{asked, compounds, each_word};

    fn of(text: &str) -> String {
        let mut words = Vec::new();
        each_word(&folded(text), |word| words.push(word.to_owned()));
        words.join(" ")
    }

    #[test]
    fn words_end_at_signs() {
        assert_eq!(of("Money-laundering (2009), e.g. Australia’s"), "money laundering 2009 e g australia");
        assert_eq!(of("l'accord O'Brien don't it's"), "l accord o brien don t it");
        assert_eq!(of("1,5 km² 2010.5.19"), "1 5 km2 2010 5 19");
    }

    #[test]
    fn scripts_without_blanks_are_taken_in_pairs() {
        assert_eq!(of("核軍縮"), "核軍 軍縮 縮");
        assert_eq!(of("サーバーとACSAの締結"), "サー ーバ バー ーと と acsa の締 締結 結");
        assert_eq!(of("港"), "港");
    }

    #[test]
    fn who_asks_for_a_pair_asks_for_both_of_its_letters() {
        assert_eq!(asked("核軍縮"), ["核軍", "軍縮"]);
        assert_eq!(asked("港"), ["港"]);
        assert_eq!(asked("港・acsaの締結 12"), ["港", "acsa", "の締", "締結", "12"]);
    }

    #[test]
    fn a_hyphen_joins_two_words() {
        let of = |text: &str| compounds(&folded(text));
        let joined = |at, word: &str| (at, word.to_owned());
        assert_eq!(of("on non-proliferation"), [joined(1, "nonproliferation")]);
        assert_eq!(of("港 P‑3C state-of-art"), [joined(1, "p3c"), joined(3, "stateof"), joined(4, "ofart")]);
        assert_eq!(of("軍縮会 e-mail"), [joined(2, "email")]);
        assert_eq!(of("2010-05-19 a - b a--b 核-b"), []);
    }
}
