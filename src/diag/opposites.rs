//! Words that look alike and mean something else: with a negation, or with another number before them.

/// What turns a word into its opposite.
const NEGATIONS: [&str; 13] =
    ["un", "in", "im", "ir", "il", "non", "not", "dis", "up", "未", "非", "不", "無"];
/// Two beginnings that turn each other's word into its opposite.
const PAIRS: [(&str, &str); 4] = [("ex", "in"), ("ex", "im"), ("re", "pro"), ("now", "not")];
/// How many are meant.
const COUNTS: [&str; 7] = ["uni", "mono", "bi", "tri", "quadri", "multi", "pluri"];

/// Whether one of two words is the opposite of the other, or counts something else: nobody who writes one means the other.
pub(super) fn is_other_word(a: &str, b: &str) -> bool {
    let no = denies(a, b) || denies(b, a);
    let (a, b) = (without_signs(a), without_signs(b));
    no || is_pair(&a, &b) || is_pair(&b, &a) || negates(&a, &b) || negates(&b, &a) || counts_otherwise(&a, &b)
}

fn without_signs(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether one is the other with the word "no" before it: `no progress` and `in-progress`. In `notable` it is no word.
fn denies(denied: &str, word: &str) -> bool {
    let rest = ["no ", "no-", "no_"].iter().find_map(|no| denied.strip_prefix(no));
    rest.is_some_and(|rest| negates(&format!("non{}", without_signs(rest)), &without_signs(word)))
}

fn is_pair(a: &str, b: &str) -> bool {
    PAIRS.iter().any(|(of_a, of_b)| {
        let rests = a.strip_prefix(of_a).zip(b.strip_prefix(of_b));
        rests.is_some_and(|(a, b)| a.len() > 3 && is_form(a, b))
    })
}

/// Whether one is the other with a negation before it, perhaps with another ending: `incomplete` and `completed`.
fn negates(negated: &str, word: &str) -> bool {
    NEGATIONS.iter().any(|negation| {
        let Some(rest) = negated.strip_prefix(negation).filter(|_| !word.starts_with(negation)) else {
            return false;
        };
        // `on-track` is what `untrack` negates.
        let bare = ["on", "in", "at"].iter().find_map(|before| word.strip_prefix(before));
        [Some(word), bare].into_iter().flatten().any(|word| is_form(rest, word))
    })
}

/// Whether two words are forms of one: they begin alike, and at most two letters at the end differ.
fn is_form(a: &str, b: &str) -> bool {
    let letters = a.chars().count().min(b.chars().count());
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let rest = |word: &str| word.chars().count() - common;
    common > 0 && (letters == common || common > 3) && rest(a) <= 2 && rest(b) <= 2
}

fn counts_otherwise(a: &str, b: &str) -> bool {
    let rests = |word: &str| -> Vec<String> {
        COUNTS.iter().filter_map(|count| word.strip_prefix(count)).map(str::to_owned).collect()
    };
    a != b && rests(a).iter().any(|rest| rest.len() > 3 && rests(b).contains(rest))
}

#[cfg(test)]
mod tests {
    use super::is_other_word;

    #[test]
    fn a_negation_makes_another_word() {
        for (a, b) in [
            ("incomplete", "completed"),
            ("uncompleted", "completed"),
            ("not-completed", "completed"),
            ("discontinuing", "continuing"),
            ("unclosed", "closed"),
            ("insubstantial", "substantial"),
            ("unlimited", "limited"),
            ("nonpublic", "public"),
            ("unpublic", "public"),
            ("stated", "unstated"),
            ("unplanned", "planned"),
            ("untrack", "on-track"),
            ("non-recurring", "recurring"),
            ("multilateral", "plurilateral"),
            ("external", "internal"),
            ("no progress", "in-progress"),
            ("no track", "on-track"),
            ("no-risk", "at-risk"),
            ("no hold", "on-hold"),
            ("now started", "not-started"),
            ("regress", "progress"),
            ("upheld", "held"),
            ("未完了", "完了"),
            ("非公開", "公開"),
        ] {
            assert!(is_other_word(a, b), "{a}");
        }
        for (a, b) in [
            ("unmber", "number"),
            ("no started", "not-started"),
            ("updat", "update"),
            ("inprogress", "in-progress"),
            ("notstarted", "not-started"),
            ("intems", "items"),
            ("unstatd", "unstated"),
            ("indcators", "indicators"),
            ("trilaterl", "trilateral"),
        ] {
            assert!(!is_other_word(a, b), "{a}");
        }
    }
}
