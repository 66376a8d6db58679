//! `book.toml`.

use super::common::{enum_values, plain, required, usual};
use super::key::Key;
use super::{EnumValue, Mapping, Schema, Shape};
use crate::vocabulary::{Audience, CodeHost};

pub(super) const SCHEMA: Schema = Schema {
    name: "book",
    about: "The settings of a book.",
    place: "The file book.toml.",
    mapping: &plain(&[KEYS]),
    record: false,
};

const KEYS: &[Key] = &[
    required("book", Shape::Map(BOOK), "what the book is called, and in which languages it is", ""),
    usual("site", Shape::Map(SITE), "where the site will stand, and how it looks", ""),
    usual("repository", Shape::Map(REPOSITORY), "where the files are kept, for the links to edit them", ""),
    usual("audience", Shape::Map(AUDIENCE), "who may see what does not say so", ""),
    usual("limits", Shape::Map(LIMITS), "how large the book and its parts may be", ""),
    usual("preview", Shape::Map(PREVIEW), "how the preview of the site behaves", ""),
    usual("check", Shape::Levels(BASELINE), "how much each check weighs", ""),
];

/// The key of `[check]` that is no check.
const BASELINE: &[Key] = &[usual(
    "baseline",
    Shape::Text,
    "the file with the problems that the book had before, from the book's folder",
    "\"check-baseline.json\"",
)];

const BOOK: &Mapping = &plain(&[&[
    required("title", Shape::Name, "the site's name, on every page", "\"Harbour plan\""),
    usual("description", Shape::Text, "one sentence about the site", "\"What became of the Harbour plan.\""),
    usual(
        "languages",
        Shape::List(&Shape::Language),
        "language codes; the content is written in the first",
        "[\"en\"]",
    ),
    usual("numbering", Shape::Enum(numbering), "how numbers are shown, by an example", "\"3.2.a\""),
]]);

fn numbering() -> Vec<EnumValue> {
    vec![("3.2.a", "with full stops, as ids are written"), ("3 (2) (a)", "with parentheses")]
}

const SITE: &Mapping = &plain(&[&[
    usual(
        "base-url",
        Shape::Address,
        "where the site will stand; sitemap, feeds and canonical addresses are made from it",
        "\"https://plan.example/\"",
    ),
    usual("theme", Shape::Text, "the folder below themes/ that overlays the built-in theme", "\"harbour\""),
    usual("cards", Shape::Boolean, "whether each page has a picture for where it is shared", "true"),
    usual("style-guide", Shape::Boolean, "whether the site shows its own parts, at style/", "true"),
]]);

const PREVIEW: &Mapping = &plain(&[&[usual(
    "editor",
    Shape::Text,
    "the address that opens a place in an editor, with {path}, {line} and {column}; or none",
    "\"vscode://file/{path}:{line}:{column}\"",
)]]);

const REPOSITORY: &Mapping = &plain(&[&[
    required("url", Shape::Address, "the repository's address", "\"https://git.example/our/plan\""),
    usual("host", Shape::Enum(enum_values::<CodeHost>), "whose addresses the ones below are", "\"github\""),
    usual("branch", Shape::Text, "the branch that is edited", "\"main\""),
    usual(
        "edit",
        Shape::Text,
        "the address at which a file is edited, with {url}, {branch} and {path}",
        "\"{url}/edit/{branch}/{path}\"",
    ),
    usual(
        "new",
        Shape::Text,
        "the address at which a new file is written, with {url}, {branch}, {path} and {text}",
        "\"{url}/new/{branch}?filename={path}&value={text}\"",
    ),
    usual(
        "report",
        Shape::Text,
        "the address at which somebody who cannot edit says what is wrong, with {url}, {title} and {page}; or none",
        "\"{url}/issues/new?title={title}&body={page}\"",
    ),
]]);

const AUDIENCE: &Mapping = &plain(&[&[
    usual(
        "default",
        Shape::Enum(enum_values::<Audience>),
        "who may see a record that does not say so",
        "\"public\"",
    ),
    usual("robots", Shape::Text, "what the robots.txt of the internal site says", "\"User-agent: *\""),
]]);

/// A limit; the example is what holds without it.
const fn limit(name: &'static str, most: i64, meaning: &'static str, example: &'static str) -> Key {
    usual(name, Shape::Number(1, most), meaning, example)
}

const LIMITS: &Mapping = &plain(&[&[
    limit("file-size", 64 << 20, "bytes of a text file", "1048576"),
    limit("attachment-size", 1 << 30, "bytes of any other file, such as a picture", "8388608"),
    limit("files", 10_000_000, "number of files of the book", "200000"),
    limit("line-length", 64 << 20, "bytes of a line", "100000"),
    limit("yaml-nesting", 64, "levels of a front matter", "16"),
    limit("markdown-nesting", 100, "levels of lists and quotations in a text", "32"),
    limit("table-columns", 1_000, "columns of a table", "64"),
    limit("links", 1_000_000, "links in one text", "10000"),
]]);
