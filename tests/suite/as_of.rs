//! The site as of a day is the site of the book in which nothing later was written.
//!
//! Each case is a book at random, as in `non_interference`, and a day at random: the site of the whole book as of that day
//! is compared, byte by byte, with the site of the book from which the later updates were deleted by hand.

use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};

use crate::book::Book;
use crate::non_interference::chance::Chance;
use crate::non_interference::model::{Entry, Kind, Model, Record, Value};
use crate::non_interference::{difference, generate, write};

/// Days before, on and after those that the books at random have.
const DAYS: [&str; 7] =
    ["2020-02-03", "2021-03-04", "2021-04-30", "2022-05-05", "2022-12-31", "2023-11-30", "2024-01-01"];

fn plain<'r>(fields: &'r [(&'static str, Value)], name: &str) -> Option<&'r str> {
    fields.iter().find(|(key, _)| *key == name).and_then(|(_, value)| match value {
        Value::Plain(text) => Some(text.as_str()),
        _ => None,
    })
}

/// Whether an update is not in the story yet: said once more, in the words of the documentation.
fn is_later(update: &Record, day: &str) -> bool {
    // A month is known from its first day on.
    let passed = |date: &str| format!("{date}-01")[..10] <= *day;
    let announced = update.keys.iter().any(|(name, value)| match value {
        Value::One(entry) if *name == "meeting" => {
            matches!(&**entry, Entry { value: Value::Fields(fields), .. } if plain(fields, "state") != Some("held"))
        }
        _ => false,
    });
    let reported = plain(&update.keys, "reported");
    let happened = &update.id[..10] <= day;
    reported.is_some_and(|date| !passed(date)) || !(happened || announced)
}

/// The two books of a case.
fn books(seed: u64) -> [Book; 2] {
    let mut model: Model = generate::model(seed);
    let day = Chance::new(!seed).pick(&DAYS);
    model.as_of = day.to_owned();
    let whole = write::book(&model, &write::marked(&model));
    for record in &mut model.records {
        let is_update = matches!(record.kind, Kind::Update | Kind::Short);
        record.internal = is_update && is_later(record, day);
    }
    let shortened = write::book(&model, &write::deleted(&model));
    [whole, shortened]
}

#[test]
fn a_day_shows_what_the_book_would_show_if_nothing_later_had_been_written() {
    let cases = std::env::var("PLANBOOK_CASES").map_or(150, |cases| cases.parse().unwrap());
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let case = |seed: u64| {
        let [whole, shortened] = books(seed).map(|book| book.build());
        match difference(&whole.files, &shortened.files) {
            _ if shortened.files.is_empty() => Err(format!("no site: {:?}", shortened.places())),
            None => Ok(()),
            Some(difference) => Err(difference),
        }
    };
    if let Ok(seed) = std::env::var("PLANBOOK_CASE") {
        assert_eq!(case(seed.parse().unwrap()), Ok(()));
    }
    let run = |seed| case(seed).map_err(TestCaseError::fail);
    TestRunner::new(config).run(&any::<u64>().no_shrink(), run).unwrap();
}
