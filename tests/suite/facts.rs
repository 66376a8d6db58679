//! What a page says follows from one fact: each test is a statement that was once false on some page.

use crate::book::{Book, Outcome, words};

const EVIDENCE: &str = "evidence: [{title: Minutes, url: \"https://a.example/\"}]\n";

/// A plan that asks for a report each year.
const YEARLY: &str = "---\ntitle: P\nparties: [Arland]\nadopted: 2020-01-01\nreporting: {every: 1 year, grace-days: 30}\n---\n";

fn plan(more: &str) -> Book {
    let text = format!("---\ntitle: P\nparties: [Arland]\nadopted: 2020-01-01\n{more}---\n");
    Book::new().file("content/plan.md", text)
}

fn completed() -> String {
    format!("status: completed\n{EVIDENCE}")
}

fn item(book: &Book, id: &str) -> String {
    main(&book.build(), &format!("items/{id}/index.html"))
}

/// The words of the main part of a page.
fn main(site: &Outcome, path: &str) -> String {
    let page = site.page(path);
    words(page.split("<main").nth(1).unwrap().split("</main>").next().unwrap())
}

/// A value of the open data.
fn data(book: &Book, pointer: &str) -> serde_json::Value {
    let plan: serde_json::Value = serde_json::from_str(&book.page("data/plan.json")).unwrap();
    plan.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}")).clone()
}

/// The place of an item in the data.
fn of_item(book: &Book, id: &str) -> serde_json::Value {
    let items = data(book, "/items");
    items.as_array().unwrap().iter().find(|item| item["id"] == id).unwrap().clone()
}

#[test]
fn a_status_holds_since_its_first_update_and_was_confirmed_by_its_newest() {
    let book = Book::new()
        .item("1.2", "")
        .update("2020-05-19-first", "[\"1.2\"]", "status: continuing\n")
        .update("2022-03-01-more", "[\"1.2\"]", "")
        .update("2023-09-05-again", "[\"1.2\"]", "status: continuing\n");
    let page = item(&book, "1.2");
    assert!(page.contains("since 19 May 2020"), "{page}");
    assert!(page.contains("last confirmed 5 September 2023"), "{page}");
    let standing = of_item(&book, "1.2")["standing"].clone();
    assert_eq!(standing["since"]["text"], "2020-05-19");
    assert_eq!(standing["confirmed"]["text"], "2023-09-05");
    // Another status in between begins a new run.
    let broken =
        book.update("2021-01-01-halt", "[\"1.2\"]", "status: on-hold\nchallenges: There are no funds.\n");
    let page = item(&broken, "1.2");
    assert!(page.contains("since 5 September 2023"), "{page}");
}

fn group() -> Book {
    Book::new()
        .file("content/plan.md", YEARLY)
        .file("content/areas/01-trade/1.2-group.md", "---\ntitle: Group\nkind: container\n---\n")
        .item("1.2.a", "due: 2024-12-31\n")
        .item("1.2.b", "due: 2024-09-30\n")
        .update("2021-05-01-report", "[\"1.2.a\"]", "status: in-progress\n")
}

#[test]
fn a_group_has_the_newest_report_and_the_next_date_of_its_parts() {
    let page = item(&group(), "1.2");
    assert!(page.contains("Latest public information 1 May 2021"), "{page}");
    assert!(page.contains("30 September 2024"), "{page}");
    assert!(!page.contains("sets no date"), "{page}");
    assert!(!page.contains("out of date by"), "{page}");
}

#[test]
fn a_group_stands_in_no_list_of_what_is_late() {
    let book = group().as_of("2025-06-30");
    let site = book.build();
    for list in ["overdue", "stale"] {
        let page = main(&site, &format!("progress/{list}/index.html"));
        assert!(page.contains("Item 1.2.a"), "{list}: {page}");
        assert!(!page.contains("Group Group"), "{list}: {page}");
    }
    let problems = group().strict().today("2025-06-30").report();
    assert!(problems.contains("item 1.2.a"), "{problems}");
    assert!(!problems.contains("item 1.2 "), "{problems}");
}

#[test]
fn what_was_closed_after_its_date_was_missed() {
    let closed = "kind: closure\nstatus: closed\noutcome: lapsed\nreason: Nobody took it up.\n";
    let book = Book::new().item("1.2", "due: 2022-06-30\n").update("2022-09-15-closed", "[\"1.2\"]", closed);
    assert_eq!(book.problems(), Vec::<String>::new());
    let page = item(&book, "1.2");
    assert!(page.contains("Missed: closed without completion (due 30 June 2022)"), "{page}");
    let overdue = main(&book.build(), "progress/overdue/index.html");
    assert!(overdue.contains("Nothing is overdue."), "{overdue}");
    assert!(overdue.contains("Missed: closed without completion"), "{overdue}");
    assert!(overdue.contains("Item 1.2"), "{overdue}");
    assert_eq!(of_item(&book, "1.2")["schedule"]["state"], "missed");
    // What ended in time, or because its work was done, missed nothing.
    for (day, outcome) in [("2022-06-01", "lapsed"), ("2022-09-15", "concluded")] {
        let closed = closed.replace("lapsed", outcome);
        let book = Book::new().item("1.2", "due: 2022-06-30\n").update(
            &format!("{day}-closed"),
            "[\"1.2\"]",
            &closed,
        );
        assert_eq!(of_item(&book, "1.2")["schedule"]["state"], "ended", "{outcome}");
    }
}

#[test]
fn a_report_is_an_occasion_where_no_meetings_are_recorded() {
    let recurring = "---\ntitle: Publish figures\nkind: recurring\ncadence: every 3 months\n---\n";
    let mut book = Book::new().file("content/areas/01-trade/1.2-figures.md", recurring);
    for month in ["01", "04", "07", "10"] {
        book = book.update(&format!("2023-{month}-15-figures"), "[\"1.2\"]", "status: continuing\n");
    }
    let book = book.as_of("2023-12-31");
    let page = item(&book, "1.2");
    assert!(page.contains("4 occasions are reported, from 15 January 2023 to 15 October 2023."), "{page}");
    assert!(!page.to_lowercase().contains("meeting"), "{page}");
    let kinds = main(&book.build(), "progress/kinds/index.html");
    assert!(kinds.contains("1 of 1") || kinds.contains("1 of 2"), "{kinds}");
    // A meeting says that meetings are what counts.
    let met = book.update("2023-11-01-round", "[\"1.2\"]", "kind: meeting\nmeeting: held\n");
    let page = item(&met, "1.2");
    assert!(page.contains("One meeting is recorded as held"), "{page}");
}

#[test]
fn one_body_takes_back_nothing_of_what_another_said() {
    let book = Book::new()
        .file("content/agencies/bo-trade.md", "---\nname: Board of Trade\nparty: Boria\n---\n")
        .item("1.2", "lead: [ar-trade, bo-trade]\n")
        .update("2021-01-01-done", "[\"1.2\"]", &format!("by: [ar-trade]\n{}", completed()))
        .update("2021-01-02-begun", "[\"1.2\"]", "by: [bo-trade]\nstatus: in-progress\n");
    let page = item(&book, "1.2");
    assert!(!page.contains("Status lowered"), "{page}");
    let same = book.update("2021-02-01-less", "[\"1.2\"]", "by: [ar-trade]\nstatus: in-progress\n");
    let page = item(&same, "1.2");
    assert!(page.contains("Status lowered from “Completed”"), "{page}");
}

#[test]
fn a_plan_that_ended_shows_its_last_known_state_and_asks_for_nothing() {
    let rhythm = "reporting: {every: 1 year, grace-days: 30}\n";
    for end in ["period: 2020/2021\n", "closed: 2021-12-31\n"] {
        let book = plan(&format!("{rhythm}{end}")).item("1.2", "due: 2021-06-30\n").update(
            "2021-03-01-report",
            "[\"1.2\"]",
            "status: in-progress\n",
        );
        let page = item(&book, "1.2");
        assert!(page.contains("31 December 2021"), "{page}");
        assert!(page.contains("last known"), "{page}");
        assert!(!page.contains("out of date by"), "{page}");
        // It was late by then, and gets no later.
        assert!(page.contains("by 184 days"), "{page}");
        let found = book.clone().strict().problems();
        assert!(
            !found.iter().any(|line| line.starts_with("stale") || line.starts_with("overdue")),
            "{found:?}"
        );
        let pack = book.requests("2024");
        assert_eq!(pack.forms, 0, "{end}");
        let before = book.as_of("2021-11-30").requests("2021");
        assert!(before.forms > 0, "{end}");
    }
}

fn judged() -> Book {
    let judge = "judged-by: {name: Harbour Watch, url: \"https://watch.example/\"}\nverdicts: {kept: complete, broken: {as: not-done, final: true}}\n";
    plan(judge)
        .item("1.2", "due: 2022-06-30\n")
        .item("1.3", "due: 2022-06-30\n")
        .item("1.4", "")
        .update("2023-01-01-kept", "[\"1.2\"]", "assessment: {verdict: kept}\n")
        .update("2023-01-02-broken", "[\"1.3\"]", "assessment: {verdict: broken}\n")
}

#[test]
fn a_verdict_is_named_where_nobody_claims_a_status() {
    let book = judged();
    let page = item(&book, "1.2");
    assert!(page.contains("Harbour Watch judged: kept"), "{page}");
    // A final verdict ends the matter; the other does not.
    assert!(page.contains("Overdue"), "{page}");
    let page = item(&book, "1.3");
    assert!(page.contains("Harbour Watch judged: broken"), "{page}");
    assert!(!page.contains("Overdue"), "{page}");
}

#[test]
fn verdicts_are_counted_beside_claims_and_never_mixed_with_them() {
    let book = judged();
    let site = book.build();
    for page in ["index.html", "progress/index.html", "areas/index.html", "areas/1/index.html"] {
        let text = main(&site, page);
        assert!(text.contains("kept") && text.contains("broken"), "{page}: {text}");
    }
    let list = main(&site, "progress/assessments/index.html");
    assert!(list.contains("Harbour Watch: kept, 1 January 2023"), "{list}");
    for (id, verdict, word) in [("1.2", "complete", "kept"), ("1.3", "not-done", "broken")] {
        let item = of_item(&book, id);
        assert_eq!((&item["verdict"]["verdict"], &item["verdict"]["word"]), (&verdict.into(), &word.into()));
        assert_eq!(item["standing"]["status"], "not-stated");
    }
    let none = Book::new().build();
    assert!(!none.files.contains_key("progress/assessments/index.html"));
    assert!(!main(&none, "index.html").contains("Independent assessments"));
}

#[test]
fn what_must_be_done_first_is_named_on_both_items() {
    let book = Book::new().item("1.2", "").item("1.3", "depends-on: [\"1.2\"]\n");
    let (first, second) = (item(&book, "1.2"), item(&book, "1.3"));
    assert!(second.contains("Item 1.2"), "{second}");
    assert!(first.contains("Item 1.3"), "{first}");
}

#[test]
fn a_text_that_is_the_title_stands_there_once() {
    let text =
        "---\ntitle: Hold two rounds of talks.\nkind: deliverable\ntext: Hold two rounds of talks.\n---\n";
    let page = item(&Book::new().file("content/areas/01-trade/1.2-talks.md", text), "1.2");
    let said = page.split("Cite this page").next().unwrap();
    assert_eq!(said.matches("Hold two rounds of talks.").count(), 1, "{page}");
    assert!(page.contains("Text of the plan"), "{page}");
}

#[test]
fn leads_that_are_all_inferred_are_agencies_concerned() {
    let inferred = "lead: [{agency: ar-trade, basis: inferred}]\n";
    let page = item(&Book::new().item("1.2", inferred), "1.2");
    assert!(page.contains("Agencies concerned"), "{page}");
    assert!(!page.contains("Who answers for it"), "{page}");
    assert_eq!(page.matches("inferred").count(), 1, "{page}");
    let stated = item(&Book::new().item("1.2", "lead: [ar-trade]\n"), "1.2");
    assert!(!stated.contains("Agencies concerned"), "{stated}");
}

#[test]
fn only_of_a_meeting_is_it_said_who_took_part() {
    let book = Book::new()
        .update("2023-05-01-talks", "[\"1.1\"]", "kind: meeting\nmeeting: held\nby: [ar-trade]\n")
        .update("2023-06-01-report", "[\"1.1\"]", "by: [ar-trade]\n");
    let site = book.build();
    let meeting = main(&site, "updates/2023-05-01-talks/index.html");
    let report = main(&site, "updates/2023-06-01-report/index.html");
    assert!(meeting.contains("Who took part"), "{meeting}");
    assert!(!report.contains("Who took part") && report.contains("Bodies concerned"), "{report}");
}

#[test]
fn the_home_page_shows_only_numbers_that_can_apply() {
    let tiles = |book: &Book| book.page("index.html").matches("<li class=\"fig ").count();
    // Nothing but how many have information, and how many have none.
    let plain = Book::new().file(
        "content/areas/01-trade/1.1-talks.md",
        "---\ntitle: Hold talks\nkind: deliverable\nlead: [ar-trade]\n---\n",
    );
    assert_eq!(tiles(&plain), 2);
    let dated = plain.clone().item("1.2", "due: 2030-06-30\n");
    assert_eq!(tiles(&dated), 4);
    let reported = dated.update("2023-01-01-begun", "[\"1.2\"]", "status: in-progress\n");
    assert_eq!(tiles(&reported), 6);
    let rhythm = reported.file("content/plan.md", YEARLY);
    assert_eq!(tiles(&rhythm), 7);
}

#[test]
fn what_an_edition_does_not_show_is_reported_at_its_key() {
    let folder = "content/editions/2010";
    let problems = Book::new()
        .file(
            &format!("{folder}/plan.md"),
            "---\ntitle: First edition\nparties: [Arland]\nadopted: 2010-01-01\n---\n",
        )
        .file(&format!("{folder}/areas/01-trade/area.md"), "---\nnumber: 1\ntitle: Trade\n---\n")
        .file(
            &format!("{folder}/areas/01-trade/1.1-talks.md"),
            "---\ntitle: Talks\nkind: deliverable\ntext: Hold talks\nlead: [ar-trade]\n---\n",
        )
        .strict()
        .problems();
    assert!(problems.iter().any(|line| line.starts_with("not-shown-in-edition")), "{problems:?}");
}

fn each() -> Book {
    Book::new()
        .file("content/agencies/bo-trade.md", "---\nname: Board of Trade\nparty: Boria\n---\n")
        .item("1.2", "lead: [ar-trade, bo-trade]\neach: true\n")
        .update("2021-01-01-done", "[\"1.2\"]", &format!("by: [ar-trade]\n{}", completed()))
}

#[test]
fn what_each_lead_has_to_do_is_done_when_all_have_done_it() {
    let book = each();
    let page = item(&book, "1.2");
    assert!(page.contains("1 of 2 bodies: completed"), "{page}");
    assert!(page.contains("Board of Trade") && page.contains("No public information"), "{page}");
    assert_eq!(of_item(&book, "1.2")["standing"]["status"], "in-progress");
    assert_eq!(of_item(&book, "1.2")["bodies"][0]["standing"]["status"], "completed");
    let all = book.update("2022-01-01-too", "[\"1.2\"]", &format!("by: [bo-trade]\n{}", completed()));
    let page = item(&all, "1.2");
    assert!(page.contains("2 of 2 bodies: completed"), "{page}");
    assert!(page.contains("since 1 January 2022"), "{page}");
    assert_eq!(of_item(&all, "1.2")["standing"]["status"], "completed");
}

#[test]
fn a_date_in_words_is_never_overdue_and_gets_its_day_by_an_update() {
    let due = "due: {text: \"90 days after the guidance\", after: \"1.1\"}\n";
    let book = Book::new().item("1.2", due);
    let page = item(&book, "1.2");
    assert!(page.contains("90 days after the guidance"), "{page}");
    assert!(page.contains("no day yet"), "{page}");
    assert_eq!(of_item(&book, "1.2")["schedule"]["state"], "no-day-yet");
    assert_eq!(of_item(&book, "1.2")["schedule"]["due_in_words"], "90 days after the guidance");
    let set = "kind: date-change\nreason: The guidance came out.\nnew-due: 2023-06-30\n";
    let page = item(&book.update("2023-04-01-guidance", "[\"1.2\"]", set), "1.2");
    assert!(page.contains("Overdue since 30 June 2023"), "{page}");
}

#[test]
fn a_type_of_commitment_that_nobody_knows_need_not_be_invented() {
    let without = "---\ntitle: Talks\n---\n";
    let book = |more: &str| plan(more).file("content/areas/01-trade/1.2-talks.md", without);
    assert!(!book("").problems().is_empty());
    let default = book("kinds: {default: deliverable}\n");
    assert_eq!(of_item(&default, "1.2")["kind"], "deliverable");
    let unstated =
        plan("").file("content/areas/01-trade/1.2-talks.md", "---\ntitle: Talks\nkind: unstated\n---\n");
    assert_eq!(of_item(&unstated, "1.2")["kind"], "unstated");
    // It is counted by status, and has no measure.
    let progress = main(&unstated.build(), "progress/kinds/index.html");
    assert!(!progress.contains("Talks"), "{progress}");
}

#[test]
fn an_announced_meeting_that_another_update_reports_is_not_called_unreported() {
    let forum = "---\nname: Harbour Council\nitems: [\"1.1\"]\n---\n";
    let book = Book::new()
        .file("content/forums/council.md", forum)
        .update(
            "2024-03-01-plan",
            "[\"1.1\"]",
            "forum: council\nkind: meeting\nmeeting: {state: planned, number: 3}\n",
        )
        .update(
            "2024-03-04-held",
            "[\"1.1\"]",
            "forum: council\nkind: meeting\nmeeting: {state: held, number: 3}\n",
        );
    assert_eq!(book.problems(), Vec::<String>::new());
    let page = main(&book.build(), "updates/2024-03-01-plan/index.html");
    assert!(!page.contains("no report that it was held"), "{page}");
}
