//! What the pages say of time: series of meetings, the slip ledger, steps back, assessments beside the claim.

use crate::book::{Book, words};

const EVIDENCE: &str = "evidence: [{title: Minutes, url: \"https://a.example/\"}]\n";

fn item_page(book: &Book, id: &str) -> String {
    words(&book.page(&format!("items/{id}/index.html")))
}

/// A book with a forum and its meetings: a day and the keys of `meeting`.
fn series(forum: &str, meetings: &[(&str, &str)]) -> Book {
    let file = format!("---\nname: Light talks\nitems: [\"1.1\"]\n{forum}---\n");
    let mut book = Book::new().file("content/forums/lights.md", file);
    for (day, meeting) in meetings {
        let keys = format!("kind: meeting\nforum: lights\nmeeting: {{{meeting}}}\n");
        book = book.update(&format!("{day}-round"), "[\"1.1\"]", &keys);
    }
    book
}

fn forum_page(book: &Book) -> String {
    let outcome = book.build();
    words(&String::from_utf8(outcome.files["forums/lights/index.html"].clone()).unwrap())
}

#[test]
fn a_series_says_which_years_had_none_and_which_numbers_are_missing() {
    let page = forum_page(&series(
        "",
        &[
            ("2020-03-01", "state: held, number: 1"),
            ("2021-03-01", "state: held, number: 2"),
            ("2023-05-02", "state: held, number: 4"),
        ],
    ));
    assert!(page.contains("3 meetings are recorded as held, from 1 March 2020 to 2 May 2023."), "{page}");
    assert!(page.contains("No meeting is recorded in 2022."), "{page}");
    assert!(page.contains("None is recorded so far in 2024."), "{page}");
    assert!(page.contains("show one more meeting, number 3, between 1 March 2021 and 2 May 2023"), "{page}");
    assert!(!page.contains("was due"), "{page}");
}

#[test]
fn a_year_is_missed_only_where_the_cadence_asks_for_one_and_it_is_over() {
    let meetings = [("2020-03-01", "state: held"), ("2022-03-01", "state: held")];
    let yearly = forum_page(&series("cadence: every year\n", &meetings));
    assert!(yearly.contains("A meeting was due in 2021 and 2023, but none is recorded."), "{yearly}");
    assert!(yearly.contains("None is recorded so far in 2024."), "{yearly}");
    let rare = forum_page(&series("cadence: every 2 years\n", &meetings));
    assert!(!rare.contains("was due in"), "{rare}");
    assert!(rare.contains("No meeting is recorded in 2021 and 2023."), "{rare}");
    let ended = forum_page(&series("cadence: every year\nvalid: {to: 2022-12-31}\n", &meetings));
    assert!(ended.contains("A meeting was due in 2021, but none is recorded."), "{ended}");
}

#[test]
fn a_meeting_that_was_announced_and_then_held_is_one() {
    let page = forum_page(&series(
        "",
        &[
            ("2021-03-01", "state: postponed, number: 2"),
            ("2020-03-01", "state: held, number: 1"),
            ("2021-09-01", "state: held, number: 2"),
            ("2024-09-01", "state: planned, number: 3"),
        ],
    ));
    assert!(
        page.contains("2 meetings are recorded as held, from 1 March 2020 to 1 September 2021."),
        "{page}"
    );
    assert!(page.contains("The next one is announced for 1 September 2024."), "{page}");
    assert!(!page.contains("By its number"), "{page}");
}

#[test]
fn one_meeting_is_no_series() {
    let page = forum_page(&series("", &[("2020-03-01", "state: held, number: 1")]));
    assert!(!page.contains("Meetings by year"), "{page}");
    let empty = forum_page(&series("", &[]));
    assert!(!empty.contains("Meetings by year"), "{empty}");
}

#[test]
fn an_item_with_a_cadence_shows_the_years_in_which_it_was_not_met() {
    let book = Book::new()
        .file(
            "content/areas/01-trade/1.3-rounds.md",
            "---\ntitle: Rounds\nkind: recurring\ncadence: every year\n---\n",
        )
        .update("2022-03-01-round", "[\"1.3\"]", "kind: meeting\nmeeting: held\n");
    let page = item_page(&book, "1.3");
    assert!(page.contains("A meeting was due in 2021 and 2023, but none is recorded."), "{page}");
}

fn moved(day: &str, to: &str, more: &str) -> (String, String) {
    (format!("{day}-moved"), format!("kind: date-change\nnew-due: {to}\nreason: The ship was late.\n{more}"))
}

#[test]
fn the_ledger_has_every_date_and_says_how_often_and_by_how_much() {
    let (first, keys) = moved("2021-05-01", "2022-06-30", EVIDENCE);
    let (second, more) = moved("2022-05-01", "2023-12", "");
    let book = Book::new().item("1.2", "due: 2021-12-31\n").update(&first, "[\"1.2\"]", &keys).update(
        &second,
        "[\"1.2\"]",
        &more,
    );
    let page = item_page(&book, "1.2");
    assert!(page.contains("postponed 2 times; in total it moved 24 months later."), "{page}");
    assert!(page.contains("First due date, from the plan: 31 December 2021"), "{page}");
    assert!(page.contains("31 December 2021 → 30 June 2022"), "{page}");
    assert!(page.contains("Difference 6 months later"), "{page}");
    assert!(page.contains("Reason: The ship was late. Minutes"), "{page}");
    let then = item_page(&book.as_of("2021-12-31"), "1.2");
    assert!(then.contains("postponed once; in total it moved 6 months later."), "{then}");
    assert!(!then.contains("December 2023"), "{then}");
}

#[test]
fn a_date_that_is_brought_forward_or_corrected_is_shown_and_is_no_slip() {
    let (first, keys) = moved("2021-05-01", "2023-12-31", "");
    let (second, more) = moved("2021-06-01", "2021-09-30", "");
    let book = Book::new()
        .item("1.2", "due: 2021-12-31\n")
        .update(&first, "[\"1.2\"]", &keys)
        .update(&second, "[\"1.2\"]", &more)
        .update(
            "2021-05-20-wrong",
            "[\"1.2\"]",
            "kind: correction\nreason: It was another item.\ncorrects: 2021-05-01-moved\n",
        );
    let page = item_page(&book, "1.2");
    assert!(page.contains("The due date was never postponed."), "{page}");
    assert!(page.contains("24 months later (corrected; does not count)"), "{page}");
    assert!(page.contains("Difference 3 months earlier"), "{page}");
    // On the day before the correction nobody knew that it was wrong.
    let then = item_page(&book.as_of("2021-05-10"), "1.2");
    assert!(then.contains("postponed once; in total it moved 24 months later."), "{then}");
}

#[test]
fn a_status_that_says_less_than_before_is_shown_as_a_step_back() {
    let book = Book::new()
        .item("1.2", "")
        .update("2021-01-01-done", "[\"1.2\"]", &format!("status: completed\n{EVIDENCE}"))
        .update("2022-01-01-reopened", "[\"1.2\"]", "status: in-progress\ndegree: substantial\n")
        .update("2023-01-01-less", "[\"1.2\"]", "status: in-progress\ndegree: limited\nchallenges: Ice.\n");
    let page = item_page(&book, "1.2");
    assert!(page.contains("Status lowered from “Completed” to “In progress, "), "{page}");
    assert!(page.matches("Status lowered from").count() == 2, "{page}");
    let forward =
        Book::new().item("1.2", "").update("2021-01-01-begun", "[\"1.2\"]", "status: in-progress\n").update(
            "2022-01-01-ended",
            "[\"1.2\"]",
            "kind: closure\nreason: Over.\nstatus: closed\noutcome: lapsed\n",
        );
    assert!(!item_page(&forward, "1.2").contains("Status lowered"));
}

#[test]
fn an_assessment_stands_beside_what_was_claimed_on_its_day() {
    let assessment = |verdict: &str| format!("assessment: {{assessor: Audit Office, verdict: {verdict}}}\n");
    let book = Book::new()
        .item("1.2", "")
        .update("2021-01-01-done", "[\"1.2\"]", &format!("status: completed\n{EVIDENCE}"))
        .update("2021-06-01-audit", "[\"1.2\"]", &assessment("limited"))
        .update("2022-06-01-audit", "[\"1.2\"]", &assessment("complete"));
    let page = item_page(&book, "1.2");
    assert!(page.contains("The two disagree: the assessor found less than was reported"), "{page}");
    assert!(page.contains("The two agree"), "{page}");
    assert!(page.matches("The same assessor published a newer one").count() == 1, "{page}");
    let before =
        Book::new().item("1.2", "").update("2020-06-01-audit", "[\"1.2\"]", &assessment("not-started"));
    assert!(item_page(&before, "1.2").contains("No status was reported"));
}
