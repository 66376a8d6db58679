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
        let whole = words(&book.page("items/1.2/index.html"));
        assert!(
            whole.contains("The plan ended on 31 December 2021. This is its last known state."),
            "{whole}"
        );
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

#[test]
fn a_successor_does_what_its_predecessor_had_to_do_and_others_do_not() {
    let old = "---\nname: Old Office\nparty: Boria\nvalid: {to: 2021-01-31}\nsuccessor: bo-new\n---\n";
    let book = Book::new()
        .file("content/agencies/bo-old.md", old)
        .file("content/agencies/bo-new.md", "---\nname: New Office\nparty: Boria\n---\n")
        .file("content/agencies/bo-else.md", "---\nname: Someone Else\nparty: Boria\n---\n")
        .item("1.2", "lead: [ar-trade, bo-old]\neach: true\n")
        .update("2021-06-01-else", "[\"1.2\"]", &format!("by: [bo-else]\n{}", completed()));
    let item = of_item(&book, "1.2");
    assert_eq!((&item["standing"]["status"], &item["standing"]["since"]), (&"not-stated".into(), &().into()));
    let book = book.update("2021-07-01-new", "[\"1.2\"]", &format!("by: [bo-new]\n{}", completed())).update(
        "2021-08-01-trade",
        "[\"1.2\"]",
        &format!("by: [ar-trade]\n{}", completed()),
    );
    let item = of_item(&book, "1.2");
    assert_eq!(
        (&item["standing"]["status"], &item["standing"]["since"]["text"]),
        (&"completed".into(), &"2021-08-01".into())
    );
}

#[test]
fn what_several_bodies_or_parts_come_to_holds_since_it_came_to_that() {
    let book = each()
        .update("2021-02-01-done", "[\"1.2\"]", &format!("by: [bo-trade]\n{}", completed()))
        .update("2022-02-01-again", "[\"1.2\"]", "by: [bo-trade]\nstatus: in-progress\n");
    let standing = of_item(&book, "1.2")["standing"].clone();
    assert_eq!(
        (&standing["status"], &standing["since"]["text"]),
        (&"in-progress".into(), &"2022-02-01".into())
    );
    // One completed and one gave up: nothing more is to be done.
    let closed = "by: [bo-trade]\nkind: closure\nstatus: closed\noutcome: lapsed\nreason: No funds.\n";
    let ended = each().update("2022-03-01-closed", "[\"1.2\"]", closed);
    assert_eq!(of_item(&ended, "1.2")["standing"]["status"], "closed");
    let pack = each().requests("2024");
    let letter = |agency: &str| {
        let path = format!("{agency}/request.md");
        pack.files.iter().find(|(known, _)| *known == path).unwrap().1.clone()
    };
    assert!(letter("ar-trade").contains("no report needed"), "{}", letter("ar-trade"));
    assert!(letter("bo-trade").contains("You are asked to report on one item"), "{}", letter("bo-trade"));
}

#[test]
fn how_far_work_has_come_holds_since_it_was_first_said() {
    let book = Book::new()
        .item("1.2", "")
        .update(
            "2021-01-01-some",
            "[\"1.2\"]",
            "status: in-progress\ndegree: limited\nchallenges: No staff.\n",
        )
        .update("2022-01-01-more", "[\"1.2\"]", "status: in-progress\ndegree: substantial\n");
    let page = item(&book, "1.2");
    assert!(page.contains("substantial progress since 1 January 2022"), "{page}");
    let year = main(&book.build(), "progress/2023/index.html");
    assert!(year.contains("1 January 2022"), "{year}");
}

#[test]
fn after_the_end_of_a_plan_nothing_is_recent_and_nothing_is_due() {
    let book = plan("period: 2020/2021\n")
        .item("1.2", "due: 2021-12-31\n")
        .item("1.3", "due: 2023-06-30\n")
        .update("2021-11-01-report", "[\"1.2\"]", "status: in-progress\n");
    let site = book.build();
    for page in ["index.html", "progress/index.html", "areas/1/index.html"] {
        let html = site.page(page);
        assert!(words(&html).contains("The plan ended on 31 December 2021"), "{page}");
        assert!(!words(&html).contains("Reported in the last year"), "{page}");
    }
    for (id, due) in [("1.2", "31 December 2021"), ("1.3", "30 June 2023")] {
        let page = item(&book, id);
        assert!(page.contains(&format!("Not completed when the plan ended (due {due})")), "{page}");
    }
    assert_eq!(book.status()["ended"], "2021-12-31");
}

#[test]
fn the_judge_of_the_plan_is_heard_before_others() {
    let other = "assessment: {assessor: University, verdict: limited}\n";
    let book = judged().update("2023-06-01-other", "[\"1.3\"]", other);
    let page = item(&book, "1.3");
    assert!(page.contains("Harbour Watch judged: broken") && !page.contains("Overdue"), "{page}");
    // What a third party found complete is not overdue where nobody else says anything.
    let page = item(&book, "1.2");
    assert!(page.contains("No responsible body states how far") && !page.contains("Overdue"), "{page}");
}

#[test]
fn only_what_was_done_is_an_occasion_and_only_a_meeting_that_was_held_is_one() {
    let recurring = "---\ntitle: Publish figures\nkind: recurring\ncadence: 1 year\n---\n";
    let book = Book::new()
        .file("content/areas/01-trade/1.2-figures.md", recurring)
        .update("2023-02-01-not", "[\"1.2\"]", "status: on-hold\nchallenges: No staff.\n")
        .update("2022-02-01-figures", "[\"1.2\"]", "status: continuing\n")
        .update("2023-05-01-round", "[\"1.2\"]", "kind: meeting\nmeeting: cancelled\n");
    let page = item(&book, "1.2");
    assert!(page.contains("One occasion is reported, on 1 February 2022."), "{page}");
}

#[test]
fn done_in_time_is_said_only_where_the_dates_tell() {
    let book = |date: &str| Book::new().item("1.2", "due: 2021-06\n").update(date, "[\"1.2\"]", &completed());
    let state = |date: &str| of_item(&book(date), "1.2")["schedule"]["state"].clone();
    assert_eq!(state("2021-06-01-done"), "done-on-time");
    assert_eq!(state("2021-done"), "done");
    assert_eq!(state("2022-done"), "done-late");
}

#[test]
fn the_words_for_a_date_stay_when_an_update_sets_the_day() {
    let due = "due: {text: \"90 days after the guidance\", after: \"1.1\"}\n";
    let set = "kind: date-change\nreason: The guidance came out.\nnew-due: 2023-06-30\n";
    let book = Book::new().item("1.2", due);
    let dated = book.clone().update("2023-04-01-guidance", "[\"1.2\"]", set);
    assert!(item(&dated, "1.2").contains("90 days after the guidance"));
    assert_eq!(of_item(&dated, "1.2")["schedule"]["due_in_words"], "90 days after the guidance");
    // Another wording is another date.
    let other = Book::new().item("1.2", &due.replace("90", "60"));
    let review = other.since(&book);
    assert!(format!("{:?}", review.changes).contains("60 days after the guidance"));
    // What is done has no day to wait for.
    let done = book.update("2023-05-01-done", "[\"1.2\"]", &completed());
    assert!(!item(&done, "1.2").contains("no day yet"));
}

#[test]
fn a_search_is_shown_from_its_day_on() {
    let searched = "searched: [{date: 2023-03-01, where: an index of pages, found: nothing}]\n";
    let book = Book::new().item("1.2", searched);
    assert!(item(&book, "1.2").contains("Last looked for on 1 March 2023"));
    assert!(!item(&book.as_of("2022-12-31"), "1.2").contains("Last looked for"));
}

#[test]
fn keys_that_cannot_apply_are_reported_where_they_stand() {
    let problems = |book: Book| book.problems();
    let one = problems(Book::new().item("1.2", "lead: [ar-trade]\neach: true\n"));
    assert_eq!(one, ["misplaced-qualifier content/areas/01-trade/1.2-item.md:5"]);
    let own = problems(Book::new().item("1.2", "depends-on: [\"1.2\"]\n"));
    assert_eq!(own, ["unknown-item content/areas/01-trade/1.2-item.md:4"]);
    let own = problems(Book::new().item("1.2", "due: {text: later, after: \"1.2\"}\n"));
    assert_eq!(own, ["unknown-item content/areas/01-trade/1.2-item.md:4"]);
    assert_eq!(problems(plan("closed: 2019-06-30\n")), ["bad-date content/plan.md:5"]);
    let verdicts = "judged-by: {name: Watch}\nverdicts: {complete: not-done}\n";
    assert_eq!(problems(plan(verdicts)), ["unknown-value content/plan.md:6"]);
}
