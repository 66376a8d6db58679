//! Numbers of files, aims and milestones: what was once written stays, or something says why not.

use crate::book::Book;

const NOTHING: [String; 0] = [];
const ITEM: &str = "content/areas/01-trade/1.2-item.md";
const FIGURES: &str = "content/areas/01-trade/files/wells.csv";

/// A book in which an item has these keys beside its title.
fn item(keys: &str) -> Book {
    Book::new().item("1.2", keys)
}

fn explained(book: Book) -> Book {
    book.update("2022-01-05-amended", "[\"1.2\"]", "kind: text-amendment\nreason: A new method.\n")
}

fn figures(rows: &str) -> Book {
    item("indicators:\n  - {id: wells, title: Wells, unit: wells, figures: files/wells.csv}\n")
        .file(FIGURES, format!("period,value,note\n{rows}"))
}

#[test]
fn a_number_of_a_file_is_not_edited_in_silence() {
    let before = || figures("2018,4,\n2019,6,first count\n2020,7,\n");
    let stopped = |rows: &str| figures(rows).stopped_since(&before());
    assert_eq!(
        stopped("2018,4.0,\n2019,6,\n2020,7,new\n2021,9,\n"),
        NOTHING,
        "the same numbers and one more"
    );
    assert_eq!(stopped("2018,4,\n2019,9,first count\n2020,7,\n"), [format!("value-rewritten {FIGURES}:3")]);
    assert_eq!(stopped("2018,4,\n2019,9,Counted again\n2020,7,\n"), NOTHING, "the note says why");
    assert_eq!(stopped("2018,4,\n2020,7,\n"), [format!("value-rewritten {ITEM}:5")], "removed");
    let edited = || figures("2018,5,\n2019,9,\n2020,7,\n");
    let found = edited().since(&before()).stopped;
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].message,
        "the value 4 of indicator `wells` of item 1.2 for 2018 is now 5, but nothing explains the change, and so is 1 other value"
    );
    assert_eq!(explained(edited()).stopped_since(&before()), NOTHING);
    let moved = figures("2018,4,\n2019,6,\n").update(
        "2021-01-05-counted",
        "[\"1.2\"]",
        "values: [{indicator: wells, period: 2020, value: 7}]\n",
    );
    assert_eq!(moved.stopped_since(&before()), NOTHING, "an update says the same");
}

#[test]
fn the_aim_of_an_indicator_is_a_promise() {
    let with = |aim: &str| item(&format!("indicators:\n  - {{id: wells, title: Wells, unit: wells{aim}}}\n"));
    let place = format!("target-changed-without-explanation {ITEM}:5");
    for after in [", aim: down", ", aim: keep", ""] {
        assert_eq!(with(after).stopped_since(&with(", aim: up")), [place.as_str()], "{after}");
    }
    assert_eq!(with(", aim: up").stopped_since(&with("")), NOTHING, "where there was none");
    assert_eq!(explained(with(", aim: down")).stopped_since(&with(", aim: up")), NOTHING);
}

#[test]
fn a_milestone_keeps_its_title_and_the_day_when_it_was_done() {
    let with =
        |keys: &str| item(&format!("milestones:\n  - {{id: contract, title: Contract signed{keys}}}\n"));
    let place = format!("milestone-changed-without-explanation {ITEM}:5");
    let done = || with(", due: 2021-03, done: 2021-07-02");
    for after in [", due: 2021-03, done: 2021-02-02", ", due: 2021-03", ", due: 2021-03, done: 2021-07"] {
        assert_eq!(with(after).stopped_since(&done()), [place.as_str()], "{after}");
        assert_eq!(explained(with(after)).stopped_since(&done()), NOTHING, "{after}");
    }
    assert_eq!(done().stopped_since(&with(", due: 2021-03")), NOTHING, "it is done");
    assert_eq!(done().stopped_since(&with(", due: 2021-03, done: 2021-07")), NOTHING, "more exact");
    let title = item("milestones:\n  - {id: contract, title: Contract drafted}\n");
    assert_eq!(title.stopped_since(&with("")), [place.as_str()]);
    let spelt = item("milestones:\n  - {id: contract, title: contract  Signed}\n");
    assert_eq!(spelt.stopped_since(&with("")), NOTHING);
    let gone = item("");
    assert_eq!(gone.stopped_since(&done()).len(), 1, "removed although it was done");
}

#[test]
fn a_number_that_an_update_changed_is_listed_once() {
    let with = |keys: &str| {
        item("indicators:\n  - {id: wells, title: Wells, unit: wells, aim: up, targets: [{period: 2022, value: 20}]}\n")
            .update("2021-01-05-counted", "[\"1.2\"]", keys)
    };
    let listed = |before: &str, after: &str| {
        let found = with(after).since(&with(before)).changes;
        let numbers: Vec<_> =
            found.indicators.iter().map(|it| format!("{} {:?} {:?}", it.what, it.from, it.to)).collect();
        let facts: Vec<_> = found
            .facts
            .iter()
            .map(|fact| {
                assert!(["values", "new-targets"].contains(&fact.key.as_str()), "{fact:?}");
                format!(
                    "{:?} {:?}",
                    fact.before.as_deref().unwrap_or(""),
                    fact.after.as_deref().unwrap_or("")
                )
            })
            .collect();
        (numbers, facts)
    };
    let seven = "values: [{indicator: wells, period: 2020, value: 7}]\n";
    let eight = seven.replace('7', "8");
    let changed = vec!["value Some(\"7\") Some(\"8\")".to_owned()];
    assert_eq!(listed(seven, &eight), (changed.clone(), vec![]));
    // One entry without a list, and a value that is new or removed.
    let alone = "values: {indicator: wells, period: 2020, value: 8}\n";
    assert_eq!(listed(seven, alone), (changed.clone(), vec![]));
    assert_eq!(listed("", seven), (vec!["value None Some(\"7\")".to_owned()], vec![]));
    assert_eq!(listed(seven, ""), (vec!["value Some(\"7\") None".to_owned()], vec![]));
    // What else an entry says is no number, and stays.
    let noted = eight.replace("8}", "8, note: Dry year}");
    let note = "\"\" \"indicator: wells; note: Dry year; period: 2020\"".to_owned();
    assert_eq!(listed(seven, &noted), (changed, vec![note]));
    let (numbers, facts) = listed(&eight, &noted);
    assert!(numbers.is_empty() && facts.len() == 1 && facts[0].contains("Dry year"), "{facts:?}");
    // A target is a number, too.
    let target = |value: u8| {
        format!(
            "kind: date-change\nreason: No ship.\nnew-targets: [{{indicator: wells, period: 2022, value: {value}}}]\n"
        )
    };
    let moved = vec!["target Some(\"18\") Some(\"17\")".to_owned()];
    assert_eq!(listed(&target(18), &target(17)), (moved, vec![]));
}

#[test]
fn what_a_file_says_of_a_number_is_listed() {
    let before = "2018,4,,Register,\n2019,6,,Register,\n2020,7,,,true\n";
    let with = |rows: &str| {
        item("indicators:\n  - {id: wells, title: Wells, unit: wells, figures: files/wells.csv}\n")
            .file(FIGURES, format!("period,value,note,source,break\n{rows}"))
    };
    let listed = |rows: &str| {
        let found = with(rows).since(&with(before)).changes.indicators;
        let line = |it: &planbook::diff::IndicatorChange| {
            let [from, to] = [&it.from, &it.to].map(|text| text.as_deref().unwrap_or("-").to_owned());
            format!("{} {}: {from} > {to}", it.what, it.period.as_deref().unwrap_or_default())
        };
        found.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(
        listed("2018,4,Dry year,Register,\n2019,6,,Survey,\n2020,7,,,\n"),
        ["note 2018: - > Dry year", "source 2019: Register > Survey", "break 2020: true > -"]
    );
    assert_eq!(
        listed("2018,5,Counted again,Register,\n2019,6,,Register,\n2020,7,,,true\n"),
        ["note 2018: - > Counted again", "value 2018: 4 > 5"]
    );
    assert_eq!(listed(before), [""; 0]);
}

#[test]
fn a_reported_outlook_that_changed_is_listed() {
    let with = |outlooks: &[(&str, &str)]| {
        outlooks.iter().fold(item(""), |book, (date, keys)| {
            book.update(&format!("{date}-said"), "[\"1.2\"]", &format!("by: [ar-trade]\n{keys}"))
        })
    };
    let on_track = ("2021-01-05", "outlook: on-track\n");
    let off_track = ("2022-01-05", "outlook: off-track\nchallenges: No pumps.\n");
    let done =
        ("2023-01-05", "status: completed\nevidence: [{title: Report, url: \"https://a.example/\"}]\n");
    let moves = |after: &[(&str, &str)], before: &[(&str, &str)]| {
        let found = with(after).since(&with(before)).changes.outlooks;
        found.into_iter().map(|it| (it.item.id, it.from, it.to, it.update, it.by)).collect::<Vec<_>>()
    };
    let one = |from, to, update: Option<&str>| {
        let by = update.map(|_| vec!["ar-trade".to_owned()]).unwrap_or_default();
        vec![("1.2".to_owned(), from, to, update.map(str::to_owned), by)]
    };
    assert_eq!(moves(&[on_track], &[]), one(None, Some("on-track"), Some("2021-01-05-said")));
    assert_eq!(
        moves(&[on_track, off_track], &[on_track]),
        one(Some("on-track"), Some("off-track"), Some("2022-01-05-said"))
    );
    assert_eq!(
        moves(&[on_track, off_track, done], &[on_track, off_track]),
        one(Some("off-track"), None, None)
    );
    assert_eq!(moves(&[], &[on_track]), one(Some("on-track"), None, None));
    assert_eq!(moves(&[on_track], &[on_track]), vec![]);
}
