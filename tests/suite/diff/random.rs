//! What holds of the comparison of any two books.

use planbook::diff::{human, markdown};
use proptest::prelude::*;

use super::report;
use crate::non_interference::books;

proptest! {
    #![proptest_config(crate::random::config(30))]

    #[test]
    fn a_book_does_not_differ_from_itself(seed: u64) {
        let [book, _] = books(seed);
        let review = book.since(&book);
        prop_assert!(review.stopped.is_empty(), "{:?}", review.stopped);
        prop_assert_eq!(review.changes, Default::default());
    }

    #[test]
    fn what_stops_a_change_has_its_place_in_a_file(seed: u64) {
        let ([before, _], [after, _]) = (books(seed), books(seed.wrapping_add(1)));
        let told = report(after.since(&before));
        prop_assert!(!human(&told).is_empty() && markdown(&told, None).len() < 65_536);
        let review = after.since(&before);
        for problem in &review.stopped {
            let spans = problem.span.iter().chain(problem.labels.iter().map(|label| &label.span));
            for span in spans {
                let text = review.tree.text(span.file).unwrap();
                prop_assert!(text.get(span.range()).is_some(), "{problem:?}");
            }
        }
    }
}
