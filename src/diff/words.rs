//! Two texts word by word.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::changes::{Change, Run};
use crate::line_breaks::unwrapped;

/// How many steps a comparison may take. Beyond it two texts count as wholly different: they are, or nobody reads the rest.
const MOST: usize = 4_000_000;

/// A text as it is shown: line breaks and indentation say nothing.
pub(super) fn plain(text: &str) -> String {
    unwrapped(text)
}

/// The same, but another kind of space stays another kind: one that is not broken, one of East Asia.
pub(super) fn on_one_line(text: &str) -> String {
    let is_other =
        |c: char| c.is_whitespace() && !c.is_ascii() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
    let pieces = text.split_inclusive(is_other).map(|piece| {
        let other = piece.chars().next_back().filter(|c| is_other(*c));
        let words = unwrapped(piece);
        other.map_or(words.clone(), |other| format!("{words}{other}"))
    });
    pieces.collect::<String>()
}

/// What stayed, went and came, in the order in which it reads.
pub fn compare(before: &str, after: &str) -> Vec<Run> {
    let (before, after) = (on_one_line(before), on_one_line(after));
    let (old, new) = (tokens(&before), tokens(&after));
    let first = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let shorter = old.len().min(new.len()) - first;
    let last = old.iter().rev().zip(new.iter().rev()).take(shorter).take_while(|(a, b)| a == b).count();
    let (old_end, new_end) = (old.len() - last, new.len() - last);
    let mut runs = Vec::new();
    add(&mut runs, Change::Same, &old[..first]);
    middle(&mut runs, &old[first..old_end], &new[first..new_end]);
    add(&mut runs, Change::Same, &old[old_end..]);
    runs
}

fn middle(runs: &mut Vec<Run>, old: &[&str], new: &[&str]) {
    if old.len().saturating_mul(new.len()) > MOST {
        add(runs, Change::Removed, old);
        add(runs, Change::Added, new);
        return;
    }
    for step in capture_diff_slices(Algorithm::Myers, old, new) {
        let (tag, was, is) = step.as_tag_tuple();
        match tag {
            DiffTag::Equal => add(runs, Change::Same, &old[was]),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
                add(runs, Change::Removed, &old[was]);
                add(runs, Change::Added, &new[is]);
            }
        }
    }
    join_over_spaces(runs);
}

fn add(runs: &mut Vec<Run>, change: Change, tokens: &[&str]) {
    let text = tokens.concat();
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.change == change => last.text.push_str(&text),
        _ => runs.push(Run { change, text }),
    }
}

/// "~~by~~ **before** ~~31~~ **the**" is hard to read: changes with only a space between them become one.
fn join_over_spaces(runs: &mut Vec<Run>) {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    // The changes since the last words that stayed.
    let (mut removed, mut added) = (String::new(), String::new());
    let close = |joined: &mut Vec<Run>, removed: &mut String, added: &mut String| {
        for (change, text) in [(Change::Removed, removed), (Change::Added, added)] {
            add(joined, change, &[std::mem::take(text).as_str()]);
        }
    };
    let count = runs.len();
    for (at, run) in std::mem::take(runs).into_iter().enumerate() {
        let open = !removed.is_empty() || !added.is_empty();
        match run.change {
            Change::Removed => removed.push_str(&run.text),
            Change::Added => added.push_str(&run.text),
            Change::Same if run.text == " " && open && at + 1 < count => {
                removed.push(' ');
                added.push(' ');
            }
            Change::Same => {
                close(&mut joined, &mut removed, &mut added);
                add(&mut joined, Change::Same, &[&run.text]);
            }
        }
    }
    close(&mut joined, &mut removed, &mut added);
    *runs = joined;
}

/// Words, spaces and signs. A writing without spaces between words is compared letter by letter.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        let word = c.is_alphanumeric() && !is_unspaced(c);
        if at > start && !(word && in_word) {
            tokens.push(&text[start..at]);
            start = at;
        }
        in_word = word;
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

/// Letters of writings that put no spaces between words: kana, Han, Thai, Lao, Khmer, Burmese.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// How alike two texts are, from 0 (no word in common) to 100 (the same words).
pub(super) fn likeness(one: &str, other: &str) -> usize {
    let sorted = |text: &str| {
        let mut words: Vec<String> = tokens(text)
            .into_iter()
            .filter(|token| token.chars().any(char::is_alphanumeric))
            .map(str::to_lowercase)
            .collect();
        words.sort_unstable();
        words
    };
    let (one, other) = (sorted(one), sorted(other));
    let (mut a, mut b, mut common) = (0, 0, 0_usize);
    while let (Some(left), Some(right)) = (one.get(a), other.get(b)) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => {
                (a, b, common) = (a + 1, b + 1, common + 1);
            }
        }
    }
    (common * 200).checked_div(one.len() + other.len()).unwrap_or(0)
}
