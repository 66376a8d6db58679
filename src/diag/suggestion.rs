//! "Did you mean": the closest of a set of known words.

use std::ops::Range;

use super::opposites::is_other_word;

/// The longest text that is compared, in bytes: ids have at most 120, paths a few hundred.
const LONGEST: usize = 500;
/// The shortest word in which a letter too few or too many, or two that changed places, leave no doubt: a shorter one is most
/// likely the code of something else, such as `mod` and `moj`.
const SHORTEST: usize = 5;
/// The same of keys, which are few and known.
const SHORTEST_OF_KEYS: usize = 4;

/// A word that was most likely meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess<'a> {
    /// The word.
    pub word: &'a str,
    /// Whether nothing else comes into question: no other word is as close, and it is the same but for a typing error. A letter
    /// that is another one is none: `jp-moj` may be a record that is missing, and not a misspelt `jp-mod`.
    pub certain: bool,
    /// How many letters differ.
    pub distance: usize,
}

/// The choice that `written` was most likely meant to be, if one is close enough: at most a third of the letters differ.
/// Ties go to the first in order, so that the answer does not depend on anything else.
pub fn closest<'a>(written: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    guess(written, choices).map(|guess| guess.word)
}

/// The same, and whether it is certain.
pub fn guess<'a>(written: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<Guess<'a>> {
    guess_in(written, choices, SHORTEST)
}

/// The same among ids. One real word is soon another one, such as `county` and `country`, or `trail` and `trial`, so an id is certain
/// only when it differs by capital letters, signs between its words, or a letter that is written once or twice.
pub fn guess_id<'a>(written: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<Guess<'a>> {
    let guess = guess(written, choices)?;
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        letters.dedup();
        letters
    };
    Some(Guess { certain: guess.certain && letters(written) == letters(guess.word), ..guess })
}

fn guess_in<'a>(
    written: &str,
    choices: impl IntoIterator<Item = &'a str>,
    shortest: usize,
) -> Option<Guess<'a>> {
    // Comparing takes the product of the lengths, and nobody mistypes one letter of a long text.
    if written.len() > LONGEST {
        return None;
    }
    let wanted = written.to_lowercase();
    let letters = wanted.chars().count();
    // A single letter is as close to any other one.
    let limit = if letters < 2 { 0 } else { (letters / 3).max(1) };
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    // `1.1a` is `1.1.a` rather than `1.1`: a point is sooner forgotten than a letter is too many.
    let mut same_letters = None;
    for choice in choices.into_iter().filter(|choice| choice.len().abs_diff(wanted.len()) <= limit + 2) {
        let lower = choice.to_lowercase();
        let found = (strsim::osa_distance(&wanted, &lower), choice);
        if found.0 > limit || best == Some(found) || is_another_number(&wanted, &lower) {
            continue;
        }
        if is_other_word(&wanted, &lower) {
            continue;
        }
        if choice.chars().filter(|c| c.is_alphanumeric()).eq(wanted.chars().filter(|c| c.is_alphanumeric())) {
            same_letters = Some(choice);
        }
        match best {
            Some(so_far) if found.0 > so_far.0 => {}
            Some(so_far) if found.0 == so_far.0 => {
                tied = true;
                best = Some(so_far.min(found));
            }
            _ => (best, tied) = (Some(found), false),
        }
    }
    let (distance, word) = best?;
    if tied && let Some(word) = same_letters {
        return Some(Guess { word, certain: false, distance });
    }
    let same_digits = || digits(&wanted).eq(digits(word));
    let same = distance == 0
        || (distance == 1 && !is_number(&wanted) && is_typing_error(&wanted, &word.to_lowercase(), shortest));
    Some(Guess { word, certain: !tied && same && same_digits(), distance })
}

/// Whether two texts differ by a sign between the same letters, or within one long word, by a typing error.
fn is_typing_error(written: &str, meant: &str, shortest: usize) -> bool {
    let is_letter = |c: &char| c.is_alphanumeric();
    if written.chars().filter(is_letter).eq(meant.chars().filter(is_letter)) {
        return true;
    }
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    let (a, b) = (words(written), words(meant));
    let mut differing = a.iter().zip(&b).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differing.next(), differing.next()) else { return false };
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().max(b.len()) < shortest {
        return false;
    }
    match a.len() == b.len() {
        true => is_swapped(&a, &b) || is_other_spelling(&a, &b),
        // Endings are what words of a language differ by.
        false => a.len().abs_diff(b.len()) == 1 && a.first() == b.first() && a.last() == b.last(),
    }
}

/// Whether two neighbours changed places.
fn is_swapped(a: &[char], b: &[char]) -> bool {
    let differing: Vec<usize> = (0..a.len()).filter(|at| a[*at] != b[*at]).collect();
    matches!(differing[..], [first, second] if first + 1 == second && a[first] == b[second] && a[second] == b[first])
}

/// Whether it is the same word in American and British spelling: `organization`, `defense`.
fn is_other_spelling(a: &[char], b: &[char]) -> bool {
    let mut differing = a.iter().zip(b).enumerate().filter(|(_, (a, b))| a != b);
    let (Some((at, pair)), None) = (differing.next(), differing.next()) else { return false };
    at > 2 && at + 1 < a.len() && matches!(pair, ('s', 'z' | 'c') | ('z' | 'c', 's'))
}

/// The same for a key. Many words of a language are one letter from another word, so a key is certain only when its letters are
/// those of no word: two letters that changed places, or one too few or too many within a longer word.
pub fn guess_key<'a>(written: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<Guess<'a>> {
    let guess = guess_in(written, choices, SHORTEST_OF_KEYS)?;
    let wanted = written.to_lowercase();
    let certain = guess.certain
        && (wanted == guess.word || (!WORDS.contains(&wanted.as_str()) && is_slip(&wanted, guess.word)));
    Some(Guess { certain, ..guess })
}

/// Words of English, French and German that differ from a key as a typing error would.
const WORDS: [&str; 4] = ["titel", "statut", "nummer", "methode"];

/// Whether two words differ within: endings are what words of a language differ by.
fn is_slip(written: &str, meant: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (written.chars().collect(), meant.chars().collect());
    let mut letters = [a.clone(), b.clone()];
    letters.iter_mut().for_each(|letters| letters.sort_unstable());
    if letters[0] == letters[1] {
        return true;
    }
    a.len() >= 5 && a.len() != b.len() && a.last() == b.last() && a.first() == b.first()
}

/// Whether both are numbers, and not the same one but for its signs: a number is not misspelt, it is another number.
fn is_another_number(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    is_only_number(a) && is_only_number(b) && letters(a) != letters(b)
}

/// Whether it begins with a digit and has no two letters beside each other: `1.2a`, `2007`.
fn is_only_number(text: &str) -> bool {
    let mut before = false;
    let has_word = text.chars().any(|c| std::mem::replace(&mut before, c.is_alphabetic()) && before);
    text.starts_with(|c: char| c.is_numeric()) && !has_word
}

/// Whether it is the number of an item or part, such as `3.2.a`, in which a letter counts as well as a digit.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_numeric()) && text.contains('.')
}

/// A replacement in the quotation marks in which the word stood: without them `3.10` would be a number.
pub fn as_written(written: &str, text: &str) -> String {
    let quoted = |mark: char| written.len() > 1 && written.starts_with(mark) && written.ends_with(mark);
    // What brings its own quotation marks or brackets is written as it is, and so is what has none.
    let is_whole =
        |open: char, close: char| text.len() > 1 && text.starts_with(open) && text.ends_with(close);
    let is_truth = matches!(text, "true" | "false");
    let complete = is_whole('"', '"') || is_whole('\'', '\'') || is_whole('[', ']') || is_truth;
    match ['"', '\''].into_iter().find(|mark| quoted(*mark)) {
        Some(mark) if !complete && !text.starts_with(mark) => format!("{mark}{text}{mark}"),
        _ => text.to_owned(),
    }
}

/// What is asked of a suggestion; nothing where only spaces change, which nobody sees: the help says how many.
pub fn question(written: &str, meant: &str) -> Option<String> {
    match (meant.trim().is_empty(), written.trim()) {
        (false, _) => Some(format!("did you mean `{meant}`?")),
        (true, "") => None,
        (true, written) => Some(format!("did you mean to leave out `{written}`?")),
    }
}

/// What is to be written at a place of a text in the place of what stands there: in its quotation marks, and with the line breaks
/// of the text.
pub fn replacement(source: &str, place: Range<usize>, text: &str) -> Option<String> {
    let text = as_written(source.get(place.clone())?, text);
    let is_windows = || {
        let before = source[..place.start].rfind('\n');
        let end = before.or_else(|| source[place.start..].find('\n').map(|at| place.start + at));
        end.is_some_and(|end| source[..end].ends_with('\r'))
    };
    let line_breaks = text.contains('\n') && is_windows();
    Some(if line_breaks { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text })
}

fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_numeric() || *c == '.')
}

#[cfg(test)]
mod tests {
    use super::{as_written, closest, guess, guess_id, guess_key, question, replacement};

    #[test]
    fn a_replacement_has_the_line_breaks_around_it() {
        for (source, place, text, right) in [
            ("a\nb\n", 2..3, "x\ny", "x\ny"),
            ("a\r\nb\r\n", 3..4, "x\ny", "x\r\ny"),
            ("a\r\nb", 0..1, "x\r\ny\n", "x\r\ny\r\n"),
            // A file with both has those of the line above.
            ("a\nb\r\n", 2..3, "x\ny", "x\ny"),
            ("a\r\n\"b\"", 3..6, "x", "\"x\""),
            ("a", 0..1, "x\ny", "x\ny"),
        ] {
            assert_eq!(replacement(source, place, text).as_deref(), Some(right), "{source:?}");
        }
        assert_eq!(replacement("é", 1..2, "x"), None);
    }

    #[test]
    fn nobody_is_asked_about_what_cannot_be_seen() {
        assert_eq!(question("a", "b").as_deref(), Some("did you mean `b`?"));
        assert_eq!(question("]", "").as_deref(), Some("did you mean to leave out `]`?"));
        assert_eq!((question("   ", " "), question("  ", "")), (None, None));
    }

    #[test]
    fn a_suggestion_keeps_the_quotation_marks() {
        assert_eq!(as_written("\"3.1x\"", "3.10"), "\"3.10\"");
        assert_eq!(as_written("'3.1x'", "3.10"), "'3.10'");
        assert_eq!(as_written("ar-watr", "ar-water"), "ar-water");
        assert_eq!(as_written("\"", "x"), "x");
    }

    #[test]
    fn what_could_be_another_word_is_not_certain() {
        let certain = |written, choices: &[&str]| {
            let guess = guess(written, choices.iter().copied()).unwrap();
            (guess.word.to_owned(), guess.certain)
        };
        for (written, choice) in [
            ("jp-mofo", "jp-mofa"),
            ("jp-moj", "jp-mod"),
            ("jp-mdo", "jp-mod"),
            ("jp-mo", "jp-mod"),
            ("harbour-sound", "harbour-round"),
            ("treatment-plan", "treatment-plant"),
            ("hold", "held"),
            ("help", "held"),
            ("closes", "closed"),
            ("complete", "completed"),
        ] {
            assert_eq!(certain(written, &[choice]), (choice.to_owned(), false), "{written}");
        }
        for (written, choice) in [
            ("ar-watr", "ar-water"),
            ("ar-watre", "ar-water"),
            ("harbourr-round", "harbour-round"),
            ("harbourround", "harbour-round"),
            ("ministry of defense", "ministry of defence"),
        ] {
            assert_eq!(certain(written, &[choice]), (choice.to_owned(), true), "{written}");
        }
        assert_eq!(certain("jp-mofo", &["jp-mofe", "jp-mofa"]), ("jp-mofa".to_owned(), false));
        assert_eq!(certain("Lead", &["lead", "load"]), ("lead".to_owned(), true));
        assert_eq!(certain("ide", &["id", "area"]), ("id".to_owned(), false));
        assert_eq!(certain("12.4a", &["124.a"]), ("124.a".to_owned(), false));
        assert_eq!(certain("1.1a", &["1.1", "1.1.a", "1.1.b"]), ("1.1.a".to_owned(), false));
        assert_eq!(certain("1.1.A", &["1.1.a", "1.1.b"]), ("1.1.a".to_owned(), true));
        assert_eq!(certain("2024-treaty", &["2025-treaty"]), ("2025-treaty".to_owned(), false));
        assert_eq!(certain("sumary", &["summary", "summary"]), ("summary".to_owned(), true));
        assert_eq!(certain("treatmnet-plant", &["treatment-plant"]), ("treatment-plant".to_owned(), true));
        assert_eq!(certain("treatmnet-plnat", &["treatment-plant"]), ("treatment-plant".to_owned(), false));
    }

    #[test]
    fn an_id_of_other_letters_is_not_certain() {
        for (written, id, certain) in [
            ("county-council", "country-council", false),
            ("trail-office", "trial-office", false),
            ("diary-board", "dairy-board", false),
            ("plant-unit", "planet-unit", false),
            ("ar-watr", "ar-water", false),
            ("harbourr-round", "harbour-round", true),
            ("comittee", "committee", true),
            ("harbourround", "harbour-round", true),
            ("AR-Water", "ar-water", true),
            ("treaty-2022", "treaty-202", false),
        ] {
            let guess = guess_id(written, [id]).unwrap();
            assert_eq!((guess.word, guess.certain), (id, certain), "{written}");
        }
    }

    #[test]
    fn a_key_that_is_a_word_is_not_certain() {
        let certain = |written, key| guess_key(written, [key]).is_some_and(|guess| guess.certain);
        for (written, key) in [
            ("tilte", "title"),
            ("nmae", "name"),
            ("sumary", "summary"),
            ("Title", "title"),
            ("locattor", "locator"),
        ] {
            assert!(certain(written, key), "{written}");
        }
        for (written, key) in [
            ("location", "locator"),
            ("titel", "title"),
            ("data", "date"),
            ("item", "items"),
            ("sources", "source"),
        ] {
            assert!(!certain(written, key), "{written}");
        }
    }

    #[test]
    fn a_slip_of_the_finger_is_seen() {
        assert_eq!(closest("abreviation", ["abbreviation", "aliases"]), Some("abbreviation"));
        assert_eq!(closest("jp-mofo", ["jp-mod", "jp-mofa"]), Some("jp-mofa"));
        assert_eq!(closest("Lead", ["lead"]), Some("lead"));
    }

    #[test]
    fn a_number_is_never_guessed_for_another_one() {
        for (written, choices) in [
            ("1.10", &["1.1"][..]),
            ("2008", &["2007"]),
            ("1.2a", &["1.2", "1.2.b"]),
            ("12.4", &["12.3", "1.1"]),
            ("1.1.c", &["1.1.b"]),
            ("q", &["1", "p"]),
        ] {
            assert_eq!(closest(written, choices.iter().copied()), None, "{written}");
        }
        assert_eq!(closest("1.1a", ["1.1", "1.1.a"]), Some("1.1.a"));
    }

    #[test]
    fn what_is_far_off_is_not_guessed() {
        assert_eq!(closest("weather", ["lead", "kind"]), None);
        assert_eq!(closest("", ["a"]), None);
        let long = "a".repeat(100_000);
        assert_eq!(closest(&long, [long.as_str()]), None);
    }
}
