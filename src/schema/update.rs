//! Updates, in files of their own and in the short form.

use super::common::{COMMON, claimed, enum_values, optional, plain, required, usual};
use super::key::{Key, Rule, Target};
use super::{Mapping, Schema, Shape, numbers};
use crate::vocabulary::{
    Basis, Confidence, Degree, EvidenceClass, MeetingState, Outcome, Outlook, Scope, UpdateKind, Verdict,
};

pub(super) const SCHEMA: Schema = Schema {
    name: "update",
    about: "A dated entry: what happened, or what was announced.",
    place: "The front matter of content/updates/…/DATE-words.md.",
    mapping: &Mapping {
        keys: &[&[DATE], SUBJECT, STATEMENT, COMMON],
        one_of: &["items", "areas", "plan"],
        rules: RULES,
    },
    record: true,
};

/// The entries of `updates` in an item.
pub(super) const SHORT: &Mapping = &Mapping { keys: &[&[DATE, NOTE], STATEMENT], one_of: &[], rules: RULES };

const EVIDENCE: &Mapping = &plain(&[&[
    required("title", Shape::Name, "the document's title", "Joint statement"),
    required("url", Shape::Address, "its URL", "https://harbour.example/statement"),
    usual("class", Shape::Enum(enum_values::<EvidenceClass>), "the type of document", "joint-statement"),
    usual("date", Shape::Date, "its date", "2024-05-01"),
    optional("lang", Shape::Language, "its language code", "ja"),
    optional("archived", Shape::Address, "the URL of an archived copy", "https://archive.example/1"),
]]);

const MEETING: &Mapping = &plain(&[&[
    required(
        "state",
        Shape::Enum(enum_values::<MeetingState>),
        "whether it was planned, held, postponed or cancelled",
        "held",
    ),
    usual("number", Shape::Number(1, 100_000), "its number in the series", "3"),
    usual("place", Shape::Text, "the place", "Port Arland"),
    optional("end", Shape::Date, "its last day", "2024-05-02"),
]]);

const ASSESSMENT: &Mapping = &plain(&[&[
    required("assessor", Shape::Name, "the name of the third party", "National Audit Office"),
    required("verdict", Shape::Enum(enum_values::<Verdict>), "the result", "limited"),
    optional("scale", Shape::Text, "the original scale", "\"1 to 5\""),
    optional("method", Shape::Text, "the method", "\"Interviews\""),
    optional("url", Shape::Address, "the URL of the assessment", "https://audit.example/report"),
]]);

const DATE: Key =
    required("date", Shape::OwnDate, "the date on which it happened; a range for several days", "2024-05-01");

const NOTE: Key =
    required("note", Shape::Markdown, "what happened, usually one paragraph", "The contract was signed.");

/// What only a file has: a short update is about the item that it stands in.
const SUBJECT: &[Key] = &[
    required("title", Shape::Name, "a short headline", "Contract signed"),
    usual("items", Shape::List(&Shape::Reference(Target::Item)), "the items that it is about", "[\"1.1\"]"),
    optional("areas", Shape::List(&Shape::Reference(Target::Area)), "the areas that it is about", "[\"1\"]"),
    optional("plan", Shape::Boolean, "whether it is about the plan as a whole", "true"),
];

/// What both forms have.
const STATEMENT: &[Key] = &[
    usual("kind", Shape::Enum(enum_values::<UpdateKind>), "the type of update", "progress"),
    usual("status", Shape::Enum(claimed), "the status that the responsible body reports", "in-progress"),
    optional(
        "degree",
        Shape::Enum(enum_values::<Degree>),
        "how far work in progress has come",
        "substantial",
    ),
    optional(
        "outcome",
        Shape::Enum(enum_values::<Outcome>),
        "with `status: closed`, how it ended",
        "superseded",
    ),
    optional(
        "outlook",
        Shape::Enum(enum_values::<Outlook>),
        "whether it will be done as planned, as those who report say",
        "at-risk",
    ),
    usual(
        "evidence",
        Shape::Maps(EVIDENCE),
        "the documents that show what happened",
        "[{title: Joint statement, url: \"https://harbour.example/statement\"}]",
    ),
    usual("by", Shape::List(&Shape::Reference(Target::Agency)), "the agencies concerned", "[ar-water]"),
    usual(
        "forum",
        Shape::Reference(Target::Forum),
        "the forum that the meeting or event belongs to",
        "harbour-round",
    ),
    usual(
        "meeting",
        Shape::ValueOrMap(&Shape::Enum(enum_values::<MeetingState>), MEETING),
        "the meeting: its state, or a mapping with more details",
        "{state: held, number: 3, place: Port Arland}",
    ),
    optional("links", Shape::Enum(enum_values::<Basis>), "whether a source names the items", "inferred"),
    optional("date-basis", Shape::Enum(enum_values::<Basis>), "whether a source states the date", "inferred"),
    optional(
        "confidence",
        Shape::Enum(enum_values::<Confidence>),
        "how certain the date and the links are",
        "high",
    ),
    optional("scope", Shape::Enum(enum_values::<Scope>), "how it relates to its items", "context"),
    optional("reported", Shape::Date, "the date on which it became known", "2024-05-04"),
    usual("new-due", Shape::Date, "for a date change, the new due date", "2027-06"),
    optional(
        "reason",
        Shape::Text,
        "the reason; required for a date change, text amendment, correction or closure",
        "\"The contract was signed late.\"",
    ),
    usual(
        "challenges",
        Shape::Text,
        "what causes a delay; required with not-started, on-hold, degree limited, at-risk and off-track",
        "\"No site has been found.\"",
    ),
    usual("next-steps", Shape::Text, "the next steps", "\"Work starts in June.\""),
    optional(
        "corrects",
        Shape::Reference(Target::Update),
        "the update that this one corrects",
        "2024-03-01-work-begun",
    ),
    optional("conflicts", Shape::Text, "where sources disagree", "\"The ministry names another day.\""),
    optional(
        "assessment",
        Shape::Map(ASSESSMENT),
        "the assessment of a third party",
        "{assessor: National Audit Office, verdict: limited}",
    ),
    usual(
        "values",
        Shape::Maps(numbers::MEASURED_VALUE),
        "measured values of indicators; the evidence of the update is their source",
        "[{indicator: wells, period: 2024, value: 6.5}]",
    ),
    usual(
        "new-targets",
        Shape::Maps(numbers::NEW_TARGET),
        "for a date change or text amendment, the targets of indicators that hold from its date on",
        "[{indicator: wells, period: 2028, value: 8, instead-of: 2026}]",
    ),
];

const RULES: &[Rule] = &[
    Rule::Asks("status", &["completed"], "evidence"),
    Rule::Asks("status", &["not-started", "on-hold"], "challenges"),
    Rule::Asks("degree", &["limited"], "challenges"),
    Rule::Asks("kind", &["date-change", "text-amendment", "correction", "closure"], "reason"),
    Rule::Only("degree", "status", "in-progress"),
    Rule::Only("outcome", "status", "closed"),
    Rule::Only("new-due", "kind", "date-change"),
];
