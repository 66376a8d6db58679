//! Items and parts.

use super::common::{COMMON, CONTACT, enum_values, optional, plain, required, usual};
use super::key::{Key, Naming, Target};
use super::numbers::{INDICATOR, MILESTONE};
use super::{Mapping, Schema, Shape, update};
use crate::vocabulary::{Basis, Continuation, Kind, LinkClass, RoleBasis, Rollup};

pub(super) const SCHEMA: Schema = Schema {
    name: "item",
    about: "An action item, or a part of one.",
    place: "The front matter of content/areas/NAME/ID-title.md.",
    mapping: &plain(&[KEYS, COMMON]),
    record: true,
};

/// Agencies in a role.
pub(super) const ROLES: Shape = Shape::List(&Shape::ValueOrMap(
    &Shape::Reference(Target::Agency),
    &plain(&[&[
        required("agency", Shape::Reference(Target::Agency), "the agency's id", "ar-water"),
        optional("basis", Shape::Enum(enum_values::<RoleBasis>), "whether the plan names it", "inferred"),
        optional("role", Shape::Name, "what it does, in a few words", "coordinates"),
        optional("person", Shape::Name, "the person or unit there", "Unit 3"),
        optional("since", Shape::OwnDate, "with `basis: later`: since when it is responsible", "2027"),
        optional(
            "source",
            Shape::Reference(Target::Source),
            "with `basis: later`: the source that made it responsible",
            "order-2027",
        ),
    ]]),
));

const CONTINUES: &Mapping = &plain(&[&[
    required("edition", Shape::Reference(Target::Edition), "the edition's folder", "\"2020\""),
    required("item", Shape::Reference(Target::ItemOfEdition), "the item's id there", "\"3.1\""),
    optional("how", Shape::Enum(enum_values::<Continuation>), "how it continues that item", "amended"),
]]);

/// A due date that the plan gives in words.
const DUE_IN_WORDS: &Mapping = &plain(&[&[
    required("text", Shape::Name, "the plan's words", "90 days after the guidance"),
    optional("after", Shape::Reference(Target::Item), "the item whose completion sets the day", "\"1.2\""),
]]);

/// How something was looked for.
pub(super) const SEARCHED: Key = optional(
    "searched",
    Shape::Maps(&plain(&[&[
        required("date", Shape::OwnDate, "when it was looked for", "2026-11-28"),
        required("where", Shape::Name, "where it was looked for", "the web sites of both ministries"),
        usual("languages", Shape::List(&Shape::Language), "the languages of the words, as codes", "[en, ja]"),
        usual(
            "words",
            Shape::Verbatim(&Shape::Text),
            "the words that were searched",
            "\"harbour plan waste water\"",
        ),
        required("found", Shape::Name, "`nothing`, or what was found", "nothing"),
    ]])),
    "searches for public information, for where none was found",
    "[{date: 2026-11-28, where: the web sites of both ministries, languages: [en, ja], words: waste water, found: nothing}]",
);

const ITEMS: Shape = Shape::List(&Shape::Reference(Target::Item));

const KEYS: &[Key] = &[
    required("title", Shape::Name, "a short title in plain words", "Build a treatment plant"),
    required(
        "kind",
        Shape::Enum(enum_values::<Kind>),
        "the type of commitment, which decides how its progress is measured",
        "deliverable",
    ),
    usual(
        "text",
        Shape::Text,
        "the text of the plan, letter for letter",
        "\"Build a plant for waste water\"",
    ),
    usual(
        "lead",
        ROLES,
        "the agencies that lead it; `{agency: ar-water, role: coordinates, person: Water unit}` says what one does, and who there",
        "[ar-water]",
    ),
    usual(
        "supporting",
        ROLES,
        "the agencies that support it; they can have `role` and `person` too",
        "[bo-ports]",
    ),
    optional(
        "roles",
        Shape::Enum(enum_values::<Basis>),
        "whether the plan names these agencies; the default for both lists",
        "inferred",
    ),
    optional(
        "partners",
        Shape::List(&Shape::Text),
        "who takes part besides the agencies: bodies that have no page of their own",
        "[Harbour Museum, Friends of the Bay]",
    ),
    optional("start", Shape::OwnDate, "when it starts; not after `due`", "2024-04"),
    usual(
        "due",
        Shape::ValueOrMap(&Shape::Date, DUE_IN_WORDS),
        "the first due date; write a later change as an update with `new-due`. A mapping holds the words of the plan where they give no date",
        "2026-12",
    ),
    optional(
        "each",
        Shape::Boolean,
        "whether every lead has to do it, so that each of them has its own status",
        "true",
    ),
    usual("cadence", Shape::Cadence, "how often it should take place", "every year"),
    optional(
        "rollup",
        Shape::Enum(enum_values::<Rollup>),
        "for a container: how its status follows from its parts",
        "all",
    ),
    optional(
        "source",
        Shape::Reference(Target::Source),
        "the source record of the text [default: the source of the plan]",
        "annex-2024",
    ),
    optional(
        "code",
        Shape::Code,
        "the plan's own code, shown instead of the number; other records may refer to the item by it",
        "EC-01",
    ),
    optional("locator", Shape::Text, "the place of the text in the source", "\"Section 3, item (1)\""),
    usual("related", ITEMS, "related items", "[\"1.2\"]"),
    optional("depends-on", ITEMS, "items that must be completed first", "[\"1.2\"]"),
    optional("same-as", ITEMS, "items that are the same commitment: they share their updates", "[\"4.2\"]"),
    optional(
        "continues",
        Shape::Maps(CONTINUES),
        "the items of other editions that it continues",
        "[{edition: \"2020\", item: \"3.1\", how: amended}]",
    ),
    usual(
        "indicators",
        Shape::List(&Shape::ValueOrMap(&Shape::Text, INDICATOR)),
        "how its progress is measured: texts, or mappings where there are numbers",
        "[\"Tons of waste water per day\"]",
    ),
    optional(
        "milestones",
        Shape::Maps(MILESTONE),
        "its steps, where they need no page of their own",
        "[{id: tender, title: Tender published, due: 2024-06, done: 2024-07-02}]",
    ),
    usual(
        "image",
        Shape::Map(&plain(&[&[
            required(
                "file",
                Shape::NameOf(Naming::Picture),
                "the path of the picture, from this file",
                "files/plant.jpg",
            ),
            required("alt", Shape::Name, "what it shows, for those who do not see it", "Two round basins"),
            optional("caption", Shape::Text, "a line below it", "The plant in its first year"),
            optional("credit", Shape::Text, "who made it, or who has the rights", "Harbour Museum"),
        ]])),
        "its picture",
        "{file: files/plant.jpg, alt: Two round basins, caption: The plant in its first year, credit: Harbour Museum}",
    ),
    optional(
        "see",
        Shape::Maps(&plain(&[&[
            required("title", Shape::Name, "the title of the page", "Discussion"),
            required("url", Shape::Address, "its URL", "https://talk.example/7"),
            optional("class", Shape::Enum(enum_values::<LinkClass>), "the type of page", "discussion"),
        ]])),
        "pages elsewhere that are about it, such as a project page or a discussion",
        "[{title: Discussion, url: \"https://talk.example/7\", class: discussion}]",
    ),
    CONTACT,
    optional(
        "tags",
        Shape::List(&Shape::Tag),
        "tags of the groups that plan.md declares, each as GROUP/TAG",
        "[sdg/6, place/north]",
    ),
    SEARCHED,
    optional(
        "updates",
        Shape::Records(update::SHORT),
        "short updates: what happened, with a date and a note",
        "[{date: 2024-09-15, note: The contract was signed.}]",
    ),
];
