//! Front matters that are wrong, which both the schema and the reader must refuse, and unusual ones that are right.

use super::keys::file;
use crate::book::Book;
use crate::schema::real::judge;

/// What is wrong in each; the rest is right.
const WRONG: &[(&str, &str)] = &[
    ("plan", "title: P\nparties: [A]"),
    ("plan", "title: P\nparties: [A]\nadopted: soon"),
    ("plan", "title: P\nparties: [A]\nadopted: ongoing"),
    ("plan", "title: P\nparties: [A]\nadopted: 2024\nreporting: {grace-days: 5}"),
    ("plan", "title: P\nparties: [A]\nadopted: 2024\nreporting: {every: often}"),
    ("plan", "title: P\nparties: [A]\nadopted: 2024\nfiscal-year-starts: 13"),
    ("plan", "title: P\nparties: [A]\nadopted: 2024\naudience: secret"),
    ("plan", "title: P\nparties: [A]\nadopted: 2024\nlanguages: [english language]"),
    ("area", "number: 1"),
    ("area", "number: 1.1\ntitle: T"),
    ("area", "number: 1\ntitle: T\nled: ar-trade"),
    ("area", "number: 1\ntitle: T\nlead: [{basis: stated}]"),
    ("area", "number: 1\ntitle: T\nlead: [{agency: ar-trade, basis: guessed}]"),
    ("item", "title: T\nkind: deliverible"),
    ("item", "title: [T]\nkind: event"),
    ("item", "title: \"\"\nkind: event"),
    ("item", "title: T\nkind: event\ndue: 2024-13"),
    ("item", "title: T\nkind: event\ndue: 10 May 2024"),
    ("item", "title: T\nkind: event\ncadence: every 0 months"),
    ("item", "title: T\nkind: event\nrollup: most"),
    ("item", "title: T\nkind: event\ncontinues: [{edition: \"2020\"}]"),
    ("item", "title: T\nkind: event\nupdates: [{date: 2024-05-01}]"),
    ("item", "title: T\nkind: event\nupdates: [{date: 2024-05-01, note: N, title: T}]"),
    ("item", "title: T\nkind: event\nupdates: [{date: 2024-05-01, note: N, status: completed}]"),
    ("item", "title: T\nkind: event\nindicators: [{text: T}]"),
    ("item", "title: T\nkind: event\nindicators: [{id: a, title: A, baseline: {period: 2024}}]"),
    ("item", "title: T\nkind: event\nindicators: [{id: a, title: A, aim: sideways}]"),
    (
        "item",
        "title: T\nkind: event\nindicators: [{id: a, title: A, targets: [{period: 2024, value: many}]}]",
    ),
    ("item", "title: T\nkind: event\nmilestones: [{id: a, title: A, due: ongoing}]"),
    ("item", "title: T\nkind: event\nmilestones: [{title: A}]"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nvalues: [{indicator: a, value: 1}]"),
    ("update", "title: T\ndate: 2024-05-01"),
    ("update", "title: T\ndate: ongoing\nplan: true"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nstatus: not-reported"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nstatus: completed"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nstatus: on-hold"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nstatus: not-started"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nstatus: in-progress\ndegree: limited"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\ndegree: substantial"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nstatus: in-progress\noutcome: lapsed"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nnew-due: 2025"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nkind: closure"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nkind: correction"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nmeeting: done"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nmeeting: {number: 3}"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nmeeting: {state: held, number: 0}"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nevidence: [{title: T}]"),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nevidence: [{title: T, url: harbour.example}]"),
    (
        "update",
        "title: T\ndate: 2024-05-01\nplan: true\nevidence: [{title: T, url: \"javascript:alert(1)\"}]",
    ),
    ("update", "title: T\ndate: 2024-05-01\nplan: true\nassessment: {assessor: A}"),
    ("update", "title: T\ndate: 2024-05-01\nplan: perhaps"),
    ("agency", "abbreviation: A"),
    ("agency", "name: N\nurl: ftp://harbour.example/"),
    ("agency", "name: N\nvalid: 2024"),
    ("agency", "name: N\naliases: [Old Name]"),
    ("forum", "name: N\nkind: club"),
    ("forum", "name: N\nbasis: guessed"),
    ("source", "title: T"),
    ("source", "title: T\ndate: 2024\nauthentic: perhaps"),
    ("page", "title: T\norder: first"),
    ("page", "title: T\norder: -1"),
];

/// What looks wrong to a strict eye and is right.
const RIGHT: &[(&str, &str)] = &[
    ("plan", "title: 2024\nparties: A\nadopted: 2024/2025\nedition: 2024\nperiod: FY2024/FY2026"),
    ("plan", "title: P\nparties: [{value: A, audience: internal}, B]\nadopted: FY2024-Q1"),
    ("area", "number: \"1\"\ntitle: T\nlead: {agency: ar-trade}"),
    ("item", "title: T\nkind: event\nrelated: 1.2\nx-mine: {any: [thing]}\ndue: ongoing"),
    (
        "item",
        "title: T\nkind: event\ncadence: quarter\nindicators: one\nlead: [{agency: ar-trade, audience: internal}]",
    ),
    ("update", "title: T\ndate: 2024-05-01\nitems: 1.1\nmeeting: held\nby: ar-trade"),
    ("update", "title: T\ndate: 2024-05-01\nareas: 1\nmeeting: {state: held, audience: internal}"),
    (
        "update",
        "title: T\ndate: 2024-05-01/2024-05-03\nplan: true\nevidence: {title: 1, url: \"https://a.example/?q=1#x\"}",
    ),
    ("agency", "name: \"2024\"\nabbreviation: 3.10\nvalid: {from: 2020-H1}\naliases: old-name"),
    ("page", "title: T\norder: 0\naudience: public"),
];

/// What the reader calls an error in the file.
fn errors(kind: &str, yaml: &str) -> Vec<String> {
    let (path, _) = file(kind);
    let book = Book::new().item("1.2", "").file(path, format!("---\n{yaml}\n---\n"));
    book.build().places().into_iter().filter(|place| place.contains(path)).collect()
}

#[test]
fn what_is_wrong_is_refused_by_the_schema_and_by_the_reader() {
    for (kind, yaml) in WRONG {
        assert!(!errors(kind, yaml).is_empty(), "the reader takes this {kind}:\n{yaml}");
    }
    let verdicts = judge(WRONG);
    for ((kind, yaml), wrong) in WRONG.iter().zip(verdicts) {
        assert!(wrong.is_some(), "the schema takes this {kind}:\n{yaml}");
    }
}

#[test]
fn what_is_right_is_taken_by_the_schema_and_by_the_reader() {
    for (kind, yaml) in RIGHT {
        assert_eq!(errors(kind, yaml), Vec::<String>::new(), "{kind}:\n{yaml}");
    }
    for ((kind, yaml), wrong) in RIGHT.iter().zip(judge(RIGHT)) {
        assert_eq!(wrong, None, "{kind}:\n{yaml}");
    }
}
