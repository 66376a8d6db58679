//! The site as of a day is the site of the book in which nothing later was written.
//!
//! Each case is a book at random, as in `non_interference`, and a day at random: the site of the whole book as of that day
//! is compared, byte by byte, with the site of the book from which the later updates were deleted by hand.

use planbook::facts::{self, Facts};
use planbook::plan::{Index as _, Item, Ix, Plan, Update};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};

use crate::book::{Book, frozen};
use crate::non_interference::chance::Chance;
use crate::non_interference::model::{Entry, Kind, Model, Record, Value};
use crate::non_interference::{difference, generate, write};
use crate::random;

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
    let case = |seed: u64| {
        let [whole, shortened] = books(seed).map(|book| book.build());
        match difference(&whole.files, &shortened.files) {
            _ if shortened.files.is_empty() => Err(format!("no site: {:?}", shortened.places())),
            None => Ok(()),
            Some(difference) => Err(difference),
        }
    };
    if let Some(seed) = random::variable("PLANBOOK_CASE") {
        assert_eq!(case(seed), Ok(()));
    }
    let run = |seed| case(seed).map_err(TestCaseError::fail);
    TestRunner::new(random::config(60)).run(&any::<u64>().no_shrink(), run).unwrap();
}

/// What a plan says of an item on a day, without the places of updates in its list.
fn said(plan: &Plan, facts: &Facts, item: Ix<Item>) -> String {
    let (day, of_item) = (facts.as_of, facts.of(item));
    let name = |ix: Ix<Update>| plan.updates.at(ix).document.written_id.clone();
    let current_status = &of_item.status;
    let slips = &of_item.slips;
    let moves: Vec<_> =
        slips.revisions.iter().map(|one| (name(one.update), &one.from, &one.to, one.corrected)).collect();
    let back: Vec<_> = of_item.steps_back.iter().map(|step| (name(step.before), name(step.after))).collect();
    let assessments = facts::assessments(plan, item, day);
    let assessed: Vec<_> = assessments
        .iter()
        .map(|one| (name(one.update), one.agreement, one.newest, one.claim.status))
        .collect();
    let met = facts::series_of_item(plan, item, day);
    let met: Vec<_> =
        met.occurrences.iter().map(|one| (name(one.update), one.state, one.updates.len())).collect();
    format!(
        "{:?} {:?} {:?}\n{:?} {} {:?}\n{moves:?}\n{back:?}\n{assessed:?}\n{met:?}",
        (
            current_status.status,
            current_status.degree,
            current_status.outcome,
            current_status.since.map(name)
        ),
        of_item.schedule,
        of_item.freshness,
        slips.due,
        slips.times,
        slips.months,
    )
}

/// So a page of today can say what was known on any day before.
#[test]
fn the_whole_plan_says_of_a_day_what_the_plan_of_that_day_says() {
    for seed in random::seeds(60) {
        let seed = Chance::new(seed).pick(&[seed, seed ^ 0x5eed_0000_1234]);
        let mut model = generate::model(seed);
        let day_text = Chance::new(!seed).pick(&DAYS);
        model.as_of = day_text.to_owned();
        let (whole, published) = write::book(&model, &write::marked(&model)).plans();
        let day = crate::book::day(day_text);
        let (of_whole, of_day) = (Facts::on(&whole, day), Facts::on(&published.plan, day));
        for (ix, item) in published.plan.items.indexed() {
            let id = item.document.id.as_str();
            assert_eq!(
                said(&whole, &of_whole, ix),
                said(&published.plan, &of_day, ix),
                "case {seed}, item {id}"
            );
        }
    }
}

/// The main part of the page of an item of the frozen plan.
fn frozen_item(id: &str, day: &str) -> String {
    let book = frozen().today("2026-11-25").as_of(day);
    let outcome = book.build();
    let page = String::from_utf8(outcome.files[&format!("items/{id}/index.html")].clone()).unwrap();
    crate::book::words(page.split("<main").nth(1).unwrap().split("</main>").next().unwrap())
}

#[test]
fn three_days_give_three_pictures_of_the_logistics_agreement() {
    let then = frozen_item("3.1", "2010-12-31");
    assert!(then.contains("In progress since 19 May 2010"), "{then}");
    assert!(then.contains("As of 31 December 2010 Schedule"), "{then}");
    assert!(then.contains("Latest public information 16 November 2010 (45 days earlier)"), "{then}");
    let done = frozen_item("3.1", "2013-12-31");
    assert!(done.contains("Completed since 31 January 2013"), "{done}");
    assert!(done.contains("Latest public information 9 October 2013 (2 months earlier)"), "{done}");
    assert!(!done.contains("Reciprocal Access Agreement in force"), "{done}");
    let today = frozen_item("3.1", "2026-11-25");
    assert!(today.contains("Completed since 31 January 2013"), "{today}");
    assert!(today.contains("Latest public information 13 August 2023 (3 years earlier)"), "{today}");
}

#[test]
fn three_days_give_three_pictures_of_the_information_security_agreement() {
    let then = frozen_item("9.1", "2010-12-31");
    assert!(then.contains("Status No public information found As of 31 December 2010"), "{then}");
    assert!(then.contains("Before the plan"), "{then}");
    let done = frozen_item("9.1", "2013-12-31");
    assert!(done.contains("Completed since March 2013"), "{done}");
    assert!(done.contains("Latest public information 9 October 2013 (2 months earlier)"), "{done}");
    let today = frozen_item("9.1", "2026-11-25");
    assert!(today.contains("Completed since March 2013"), "{today}");
    assert!(today.contains("Latest public information 9 October 2013 (13 years earlier)"), "{today}");
}

/// A ministry that took over the work of another in 2022.
fn renamed() -> Book {
    Book::new()
        .file(
            "content/agencies/ar-trade.md",
            "---\nname: Ministry of Trade\nvalid: {from: 2001, to: 2022-06-30}\nsuccessor: ar-commerce\n---\n",
        )
        .file(
            "content/agencies/ar-commerce.md",
            "---\nname: Ministry of Commerce\nvalid: {from: 2022-07-01}\n---\n",
        )
        .item("1.2", "lead: [ar-commerce]\n")
        .update("2021-05-01-first", "[\"1.2\"]", "by: [ar-trade]\n")
        .update("2023-05-01-second", "[\"1.2\"]", "by: [ar-commerce]\n")
}

#[test]
fn who_answers_under_a_later_name_does_so_under_the_name_of_the_day() {
    let then = renamed().as_of("2021-12-31").build();
    assert!(then.files.keys().all(|path| !path.contains("ar-commerce")), "{:?}", then.files.keys());
    for (path, bytes) in &then.files {
        assert!(!String::from_utf8_lossy(bytes).contains("Ministry of Commerce"), "{path}");
    }
    assert!(then.page("items/1.2/index.html").contains("Ministry of Trade"));
    let agency = crate::book::words(&then.page("agencies/ar-trade/index.html"));
    assert!(agency.contains("Item 1.2") && !agency.contains("2022"), "{agency}");
    let now = crate::book::words(&renamed().page("items/1.2/index.html"));
    assert!(now.contains("Lead Ministry of Commerce"), "{now}");
    // An update keeps the name that its author had then, and says what it became.
    let update = crate::book::words(&renamed().page("updates/2021-05-01-first/index.html"));
    assert!(update.contains("Ministry of Trade (now Ministry of Commerce)"), "{update}");
    let then = crate::book::words(&then.page("updates/2021-05-01-first/index.html"));
    assert!(then.contains("Ministry of Trade") && !then.contains("now Ministry"), "{then}");
}

/// Two offices that became one, which was renamed.
#[test]
fn all_who_did_the_work_before_answer_for_it_once() {
    let agency = |name: &str, valid: &str, successor: &str| {
        format!("---\nname: Office {name}\nvalid: {{{valid}}}\n{successor}---\n")
    };
    let book = || {
        Book::new()
            .file("content/agencies/a.md", agency("A", "to: 2021-12-31", "successor: c\n"))
            .file("content/agencies/b.md", agency("B", "to: 2021-12-31", "successor: c\n"))
            .file("content/agencies/c.md", agency("C", "from: 2022-01-01, to: 2022-12-31", "successor: d\n"))
            .file("content/agencies/d.md", agency("D", "from: 2023-01-01", ""))
            .item("1.2", "lead: [a, d]\nsupporting: [c]\n")
    };
    let lead = |day: &str| {
        let (_, published) = book().as_of(day).plans();
        let plan = published.plan;
        let item = plan.items.iter().find(|item| item.document.id.as_str() == "1.2").unwrap();
        let ids = |roles: &[planbook::plan::Role]| -> Vec<String> {
            roles.iter().map(|role| plan.agencies.at(role.agency).document.id.clone()).collect()
        };
        (ids(&item.lead).join(" "), ids(&item.supporting).join(" "))
    };
    assert_eq!(lead("2021-06-30"), ("a b".to_owned(), "a b".to_owned()));
    assert_eq!(lead("2022-06-30"), ("a c".to_owned(), "c".to_owned()));
    assert_eq!(lead("2023-06-30"), ("a d".to_owned(), "c".to_owned()));
}

#[test]
fn a_forum_a_document_and_an_edition_are_there_from_their_first_day_on() {
    let book = Book::new()
        .file("content/forums/lights.md", "---\nname: Light talks\nvalid: {from: 2022}\n---\n")
        .file("content/sources/code.md", "---\ntitle: Code of signals\ndate: 2022-03-01\n---\n")
        .file(
            "content/editions/2022/plan.md",
            "---\ntitle: Second plan\nparties: [Arland]\nadopted: 2022-05-01\n---\n",
        )
        .file(
            "content/pages/about.md",
            "---\ntitle: About\n---\nBy [[lights|the talks]] and [[code|the code]].\n",
        );
    let count = |book: &Book| {
        let of_2022 =
            |path: &&String| ["lights", "code", "editions/2022"].iter().any(|name| path.contains(name));
        book.build().files.keys().filter(of_2022).count()
    };
    assert!(count(&book) >= 3);
    let then = book.as_of("2021-12-31");
    assert_eq!(count(&then), 0);
    assert!(then.page("about/index.html").contains("By the talks and the code."));
}

#[test]
fn what_is_reported_later_is_not_known_yet() {
    let page = |day: &str| {
        let keys = "status: in-progress\nreported: 2022-08\n";
        let book = Book::new().item("1.2", "").update("2021-05-01-secret", "[\"1.2\"]", keys);
        crate::book::words(&book.as_of(day).page("items/1.2/index.html"))
    };
    assert!(page("2022-07-31").contains("No public information found"));
    assert!(page("2022-08-31").contains("In progress since 1 May 2021"));
}

#[test]
fn a_meeting_ahead_is_known_from_the_day_of_its_announcement() {
    let page = |keys: &str, day: &str| {
        let book = Book::new().update("2023-05-01-round", "[\"1.1\"]", keys).as_of(day);
        book.build().files.contains_key("updates/2023-05-01-round/index.html")
    };
    let reported = "meeting: planned\nreported: 2022-02-01\n";
    assert!(!page(reported, "2022-01-31") && page(reported, "2022-02-01"));
    let dated =
        "meeting: planned\nevidence: [{title: Notice, url: \"https://a.example/\", date: 2022-03-01}]\n";
    assert!(!page(dated, "2022-02-28") && page(dated, "2022-03-01"));
    assert!(page("meeting: planned\n", "2021-01-01"));
    assert!(!page("meeting: held\n", "2023-04-30"));
}

#[test]
fn no_update_of_a_large_plan_is_later_than_the_day() {
    for day in ["2010-12-31", "2011-11-07", "2013-12-31"] {
        let outcome = frozen().today("2026-11-25").as_of(day).build();
        let pages = outcome.files.keys().filter_map(|path| path.strip_prefix("updates/")?.get(..10));
        let is_day = |date: &&str| date.chars().all(|c| c.is_ascii_digit() || c == '-');
        let dated = pages.filter(is_day);
        let later: Vec<&str> = dated.filter(|date| *date > day).collect();
        assert_eq!(later, [""; 0], "as of {day}");
        for name in ["au-home-affairs", "au-abf"] {
            assert!(
                !outcome.files.contains_key(&format!("agencies/{name}/index.html")),
                "{name} as of {day}"
            );
        }
    }
}
