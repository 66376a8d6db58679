//! Each kind of change is told.

use planbook::diff::{Change, Changes, Kind, compare_words};
use planbook::vocabulary::Audience;

use super::{BEGUN, harbour};
use crate::book::Book;

const UPDATE: &str = "content/updates/2021-05-01-begun.md";

fn changes(after: &Book) -> Changes {
    after.since(&harbour()).changes
}

#[test]
fn nothing_changes_between_a_book_and_itself() {
    assert!(changes(&harbour()).is_nothing());
}

#[test]
fn a_status_moves_and_says_when_it_moves_backwards() {
    let back = harbour().update(
        "2022-01-01-stop",
        "[\"1.2\"]",
        "by: [bo-water]\nstatus: on-hold\nchallenges: No ship\n",
    );
    let found = changes(&back);
    let [status] = found.statuses.as_slice() else { panic!("{found:?}") };
    assert_eq!((status.from.status, status.from.degree), (Some("in-progress"), Some("substantial")));
    assert_eq!((status.to.status, status.backwards), (Some("on-hold"), true));
    assert_eq!(
        (status.update.as_deref(), status.by.as_slice()),
        (Some("2022-01-01-stop"), &["bo-water".to_owned()][..])
    );
    let done = harbour().update(
        "2022-01-01-done",
        "[\"1.2\"]",
        "status: completed\nevidence: [{title: A, url: \"https://example.org\"}]\n",
    );
    assert!(!changes(&done).statuses[0].backwards);
    assert_eq!(changes(&done).evidence[0].change, Change::Added);
    // A status that is gone with its update says less than it did, and is no step back in the history.
    // What was said once and is not said any more.
    let unsaid = &changes(&harbour().without(UPDATE)).statuses[0];
    assert_eq!((unsaid.to.status, unsaid.backwards), (Some("not-reported"), true));
}

#[test]
fn a_due_date_is_told_with_who_moved_it_and_why() {
    let moved = harbour().update(
        "2021-10-01-late",
        "[\"1.2\"]",
        "kind: date-change\nby: [bo-water]\nnew-due: 2022-06\nreason: No ship.\n",
    );
    let found = changes(&moved);
    let [due] = found.due_dates.as_slice() else { panic!("{found:?}") };
    assert_eq!((due.from.as_deref(), due.to.as_deref()), (Some("2021-12-31"), Some("2022-06")));
    assert_eq!((due.edited, due.had_passed, due.reason.as_deref()), (false, true, Some("No ship.")));
    assert_eq!(due.by, ["bo-water"]);
}

#[test]
fn roles_and_other_values_are_told() {
    let item = "---\ntitle: Item 1.2\nkind: continuing\ntext: Survey the whole river every year\ndue: 2021-12-31\nlead: [bo-water]\nsupporting: [ar-trade]\nx-budget: 12\n---\n";
    let found = changes(&harbour().file("content/areas/01-trade/1.2-item.md", item));
    let roles: Vec<_> = found.roles.iter().map(|role| (role.agency.as_str(), role.from, role.to)).collect();
    assert_eq!(roles, [("ar-trade", Some("lead"), Some("supporting")), ("bo-water", None, Some("lead"))]);
    let facts: Vec<_> = found
        .facts
        .iter()
        .map(|fact| (fact.key.as_str(), fact.before.as_deref(), fact.after.as_deref()))
        .collect();
    assert_eq!(facts, [("kind", Some("deliverable"), Some("continuing")), ("x-budget", None, Some("12"))]);
}

#[test]
fn what_an_agency_does_in_its_role_is_told() {
    let item = |lead: &str| {
        let text = format!(
            "---\ntitle: Item 1.2\nkind: deliverable\ntext: Survey the whole river every year\ndue: 2021-12-31\nlead: [{lead}]\n---\n"
        );
        harbour().file("content/areas/01-trade/1.2-item.md", text)
    };
    let before = item("{agency: ar-trade, role: coordinates, person: Unit 3}");
    let after = item("{agency: ar-trade, role: checks, basis: later}");
    let found = after.since(&before).changes;
    let details: Vec<_> = found
        .role_details
        .iter()
        .map(|one| (one.agency.as_str(), one.what, one.from.as_deref(), one.to.as_deref()))
        .collect();
    assert_eq!(
        details,
        [
            ("ar-trade", "role", Some("coordinates"), Some("checks")),
            ("ar-trade", "person", Some("Unit 3"), None),
            ("ar-trade", "basis", Some("stated"), Some("later")),
        ]
    );
    assert!(found.roles.is_empty() && found.facts.is_empty(), "{found:?}");
}

#[test]
fn assessments_files_and_settings_are_told() {
    let assessed =
        BEGUN.replace("evidence:", "assessment: {assessor: Audit Office, verdict: limited}\nevidence:");
    let after = harbour().file(UPDATE, assessed).file("content/pages/map.png", b"\x89PNG").file(
        "book.toml",
        "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[check]\nfuture-update = \"off\"\n",
    );
    let found = changes(&after);
    assert_eq!(
        (found.assessments[0].assessor.as_str(), found.assessments[0].verdict),
        ("Audit Office", "limited")
    );
    assert_eq!(found.files[0].path, "content/pages/map.png");
    assert_eq!(
        (found.settings[0].key.as_str(), found.settings[0].after.as_deref()),
        ("check.future-update", Some("off"))
    );
}

#[test]
fn records_come_go_and_move() {
    let after = harbour()
        .without("content/agencies/bo-water.md")
        .file("content/areas/02-sea/area.md", "---\nnumber: 2\ntitle: Sea\n---\n")
        .without("content/areas/01-trade/1.1-talks.md")
        .file(
            "content/areas/02-sea/2.1-talks.md",
            "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\naliases: [\"1.1\"]\n---\n",
        );
    let found = changes(&after);
    assert_eq!((found.added[0].kind, found.added[0].id.as_str()), (Kind::Area, "2"));
    assert_eq!((found.removed[0].kind, found.removed[0].id.as_str()), (Kind::Agency, "bo-water"));
    assert_eq!((found.renumbered[0].from.as_str(), found.renumbered[0].moved), ("1.1", true));
    assert_eq!(found.addresses.new, ["areas/2/", "items/2.1/"]);
    assert_eq!(found.addresses.vanished, ["agencies/bo-water/"]);
    assert_eq!(
        (found.addresses.redirected[0].from.as_str(), found.addresses.redirected[0].to.as_str()),
        ("items/1.1/", "items/2.1/")
    );
}

#[test]
fn an_update_changes_the_pages_of_what_it_bears_on() {
    let after = harbour().update("2022-01-01-news", "[\"1.2\"]", "");
    let addresses = changes(&after).addresses;
    assert_eq!(addresses.new, ["updates/2022-01-01-news/"]);
    assert_eq!(addresses.changed, ["items/1.2/"]);
}

#[test]
fn the_public_comparison_knows_nothing_internal() {
    let secret = |word: &str| {
        harbour()
            .update("2022-01-01-secret", "[\"1.2\"]", &format!("audience: internal\nsummary: {word}\n"))
            .file("content/areas/01-trade/1.3-item.md", format!(
                "---\ntitle: Item\nkind: deliverable\nlead:\n  - agency: ar-trade\n    audience: internal\n    x: {word}\nupdates:\n  - date: 2022-01-01\n    note: |\n      Open.\n\n      :::internal\n      {word}\n      :::\n---\n\n:::internal\n{word}\n:::\n"))
    };
    let review = secret("alpha").since_for(&secret("omega"), Audience::Public);
    assert!(review.changes.is_nothing(), "{:?}", review.changes);
    assert!(!secret("alpha").since(&secret("omega")).changes.is_nothing());
}

#[test]
fn texts_are_compared_word_by_word_and_letter_by_letter_without_spaces() {
    let shown = |before: &str, after: &str| -> String {
        compare_words(before, after)
            .iter()
            .map(|run| match run.change {
                Change::Same => run.text.clone(),
                Change::Removed => format!("[-{}-]", run.text),
                Change::Added => format!("{{+{}+}}", run.text),
            })
            .collect()
    };
    assert_eq!(
        shown("Survey the whole river", "Survey the upper river"),
        "Survey the [-whole-]{+upper+} river"
    );
    assert_eq!(
        shown("by 31 May, at last", "before the winter, at last"),
        "[-by 31 May-]{+before the winter+}, at last"
    );
    assert_eq!(
        shown("定期的に協議する", "必要に応じて協議する"),
        "[-定期的-]{+必要+}に[--]{+応じて+}協議する".replace("[--]", "")
    );
    assert_eq!(shown("", "new"), "{+new+}");
    assert_eq!(shown("a\n b", "a b"), "a b");
}

#[test]
fn huge_texts_are_compared_in_no_time() {
    let text = |word: &str| (0..100_000).map(|at| format!("{word}{at} ")).collect::<String>();
    assert_eq!(compare_words(&text("a"), &text("b")).len(), 2);
}
