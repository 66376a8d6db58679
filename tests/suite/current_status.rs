//! What follows from dates: status, schedule, freshness.

use crate::book::{Book, words};

fn item_page(book: &Book, id: &str) -> String {
    words(&book.build().page(&format!("items/{id}/index.html")))
}

const EVIDENCE: &str = "evidence: [{title: Minutes, url: \"https://a.example/\"}]\n";

#[test]
fn status_comes_from_the_newest_update_and_can_go_backwards() {
    let book = Book::new()
        .item("1.2", "")
        .update("2021-01-01-done", "[\"1.2\"]", &format!("status: completed\n{EVIDENCE}"))
        .update("2022-01-01-reopened", "[\"1.2\"]", "status: in-progress\ndegree: substantial\n");
    let page = item_page(&book, "1.2");
    assert!(page.contains("In progress"), "{page}");
    assert!(page.contains("substantial progress"), "{page}");
    let before = item_page(&book.as_of("2021-06-30"), "1.2");
    assert!(before.contains("Completed"), "{before}");
    assert!(!before.contains("reopened"), "{before}");
}

#[test]
fn what_came_before_the_plan_is_baseline_and_sets_no_status() {
    let page = item_page(&Book::new().item("1.2", "").update("2019-05-01-first", "[\"1.2\"]", ""), "1.2");
    assert!(page.contains("Before the plan"), "{page}");
    assert!(page.contains("No public information found"), "{page}");
}

#[test]
fn a_corrected_update_stays_and_counts_no_more() {
    let book = Book::new()
        .item("1.2", "")
        .update("2021-01-01-done", "[\"1.2\"]", &format!("status: completed\n{EVIDENCE}"))
        .update(
            "2021-02-01-not-done",
            "[\"1.2\"]",
            "kind: correction\nreason: It was another agreement.\ncorrects: 2021-01-01-done\n",
        );
    let page = item_page(&book, "1.2");
    assert!(page.contains("Update 2021-01-01-done"), "{page}");
    assert!(page.contains("Corrected by"), "{page}");
    assert!(!page.contains("Evidence Minutes"), "{page}");
    let before = item_page(&book.as_of("2021-01-15"), "1.2");
    assert!(before.contains("Evidence Minutes"), "{before}");
}

#[test]
fn items_that_are_the_same_share_their_updates_whichever_says_so() {
    let book = Book::new()
        .item("1.2", "same-as: [\"1.3\"]\n")
        .item("1.3", "")
        .item("1.4", "same-as: [\"1.3\"]\n")
        .update("2021-01-01-begun", "[\"1.2\"]", "status: in-progress\n");
    for id in ["1.2", "1.3", "1.4"] {
        let page = item_page(&book, id);
        assert!(page.contains("Update 2021-01-01-begun"), "{id}: {page}");
        assert!(page.contains("In progress"), "{id}: {page}");
    }
}

#[test]
fn a_container_follows_from_its_parts() {
    let done = format!("status: completed\n{EVIDENCE}");
    let text = "---\ntitle: Group\nkind: container\n---\n";
    let book = Book::new()
        .file("content/areas/01-trade/1.2-group.md", text)
        .item("1.2.a", "")
        .item("1.2.b", "")
        .update("2021-01-01-first", "[\"1.2.a\"]", &done);
    let half = item_page(&book, "1.2");
    assert!(half.contains("In progress"), "{half}");
    let all = item_page(&book.update("2021-02-01-second", "[\"1.2.b\"]", &done), "1.2");
    assert!(
        all.contains("Completed Follows from the parts") || all.contains("Follows from the parts"),
        "{all}"
    );
    assert!(all.contains("Completed"), "{all}");
}

#[test]
fn nothing_is_overdue_before_the_last_day_that_was_meant() {
    let book = Book::new().item("1.2", "due: 2021\n");
    assert!(item_page(&book.as_of("2021-12-31"), "1.2").contains("Due soon: 2021"));
    let book = Book::new().item("1.2", "due: 2021\n");
    assert!(item_page(&book.as_of("2022-01-10"), "1.2").contains("Overdue since 2021, by 10 days"));
}

#[test]
fn a_due_date_that_was_put_back_holds_and_is_counted() {
    let change = |date: &str| format!("kind: date-change\nreason: Talks took longer.\nnew-due: {date}\n");
    let book = Book::new()
        .item("1.2", "due: 2021-06-30\n")
        .update("2021-05-01-later", "[\"1.2\"]", &change("2022-06-30"))
        .update("2022-05-01-later-again", "[\"1.2\"]", &change("2025-06-30"));
    assert!(item_page(&book, "1.2").contains("Due 30 June 2025; postponed 2 times"));
    assert!(item_page(&book.as_of("2021-12-31"), "1.2").contains("Due 30 June 2022; postponed once"));
}

#[test]
fn reports_grow_stale_by_the_plans_rhythm() {
    let plan = "---\ntitle: P\nparties: [Arland]\nadopted: 2020-01-01\nreporting: {every: 1 year, grace-days: 30}\n---\n";
    let book = || {
        Book::new().file("content/plan.md", plan).item("1.2", "").update(
            "2022-01-01-report",
            "[\"1.2\"]",
            "status: in-progress\n",
        )
    };
    assert!(item_page(&book().as_of("2022-12-31"), "1.2").contains("1 January 2022, up to date"));
    assert!(item_page(&book().as_of("2023-01-20"), "1.2").contains("a new report is due"));
    assert!(item_page(&book().as_of("2023-02-10"), "1.2").contains("out of date by 10 days"));
}

#[test]
fn an_announced_meeting_is_told_from_one_that_was_held() {
    let book = Book::new().update("2024-09-01-round", "[\"1.1\"]", "kind: meeting\nmeeting: planned\n");
    assert_eq!(book.problems(), Vec::<String>::new());
    let home = words(&book.build().page("index.html"));
    assert!(home.contains("Announced"), "{home}");
    let later = Book::new().update("2024-03-01-round", "[\"1.1\"]", "kind: meeting\nmeeting: planned\n");
    assert_eq!(later.problems(), ["announced-not-held content/updates/2024-03-01-round.md:6"]);
}
