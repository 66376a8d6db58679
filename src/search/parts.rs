//! What of a query says something of what somebody looks for, so that an entry with enough of it is worth showing.
//!
//! A script without blanks is searched by pairs of letters, of which almost every text has some. Two ideographs are a word that
//! says something. Two letters of Katakana, Hangul or Thai are only a piece of one, so that a run of them is one part.
//! Pairs of two sorts stand where words meet; they, pairs of Hiragana, single letters and numbers say something only where there
//! is nothing else.

use super::letters::is_unspaced;

/// What kind of letter stands in a script without blanks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Ideograph,
    Hiragana,
    Other,
}

fn sort(letter: char) -> Sort {
    match letter {
        '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => Sort::Ideograph,
        '\u{3041}'..='\u{309f}' => Sort::Hiragana,
        _ => Sort::Other,
    }
}

/// What a word is in a query.
enum Telling<'w> {
    /// It says something.
    Word,
    /// Two letters of a run.
    OfRun(&'w str, &'w str),
    /// It says little.
    Little,
}

fn telling(word: &str) -> Telling<'_> {
    let mut letters = word.char_indices();
    let (first, second) = (letters.next(), letters.next());
    let Some((_, one)) = first.filter(|(_, letter)| is_unspaced(*letter)) else {
        return if word.chars().all(char::is_numeric) { Telling::Little } else { Telling::Word };
    };
    match second.map(|(at, two)| (at, sort(one), sort(two))) {
        Some((_, Sort::Ideograph, Sort::Ideograph)) => Telling::Word,
        Some((at, Sort::Other, Sort::Other)) => Telling::OfRun(&word[..at], &word[at..]),
        _ => Telling::Little,
    }
}

/// The parts of a query that say something, each of one word or of the pairs of a run. All words where none does.
pub(super) fn telling_parts<T>(asked: &[T], word: impl Fn(&T) -> &str) -> Vec<Vec<&T>> {
    let mut parts: Vec<Vec<&T>> = Vec::new();
    let mut last = None;
    for each in asked {
        let telling = telling(word(each));
        let (joins, next) = match telling {
            Telling::OfRun(first, second) => (last == Some(first), Some(second)),
            Telling::Word | Telling::Little => (false, None),
        };
        match parts.last_mut().filter(|_| joins) {
            Some(part) => part.push(each),
            None if !matches!(telling, Telling::Little) => parts.push(vec![each]),
            None => {}
        }
        last = next;
    }
    if parts.is_empty() { asked.iter().map(|each| vec![each]).collect() } else { parts }
}

#[cfg(test)]
mod tests {
    use super::super::letters::folded;
    use super::super::words::asked;
    use super::telling_parts;

    fn parts(query: &str) -> Vec<String> {
        let words = asked(&folded(query));
        let parts = telling_parts(&words, |word| word);
        parts.into_iter().map(|part| part.into_iter().cloned().collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn words_and_pairs_of_ideographs_are_parts_and_a_run_of_others_is_one() {
        assert_eq!(parts("port of Darwin 2009"), ["port", "of", "darwin"]);
        assert_eq!(parts("食料や燃料を融通する協定"), ["食料", "燃料", "融通", "協定"]);
        assert_eq!(parts("サイバーとテロ・エヌピー"), ["サイ イバ バー", "テロ", "エヌ ヌピ ピー"]);
        assert_eq!(parts("平成21年"), ["平成"]);
        assert_eq!(parts("한국어 정부"), ["한국 국어", "정부"]);
    }

    #[test]
    fn where_nothing_says_much_all_of_it_counts() {
        assert_eq!(parts("取り組み"), ["取り", "り組", "組み"]);
        assert_eq!(parts("2 + 2"), ["2", "2"]);
        assert_eq!(parts("港"), ["港"]);
        assert_eq!(parts(""), Vec::<String>::new());
    }
}
