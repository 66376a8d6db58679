//! `book.toml`.

use super::common::{enum_values, plain, required, usual};
use super::key::{Key, Naming};
use super::{EnumValue, Mapping, Schema, Shape};
use crate::vocabulary::{Audience, CodeHost, FieldHolder, FieldType, SiteList};

pub(super) const SCHEMA: Schema = Schema {
    name: "book",
    about: "The settings of a book.",
    place: "The file book.toml.",
    mapping: &plain(&[KEYS]),
    record: false,
};

const KEYS: &[Key] = &[
    required("book", Shape::Map(BOOK), "the title and the languages of the book", ""),
    usual("site", Shape::Map(SITE), "the URL and the look of the site", ""),
    usual("repository", Shape::Map(REPOSITORY), "the repository, for the links to edit files", ""),
    usual("nav", Shape::Map(NAV), "the menu of the pages", ""),
    usual("footer", Shape::Map(FOOTER), "the foot of the pages", ""),
    usual("security", Shape::Map(SECURITY), "what the pages may load from other sites", ""),
    usual("audience", Shape::Map(AUDIENCE), "the default audience", ""),
    usual("limits", Shape::Map(LIMITS), "limits on the size of the book and its parts", ""),
    usual("lists", Shape::Map(LISTS), "how lists are shown", ""),
    usual("outputs", Shape::Map(OUTPUTS), "which files the site has beside the pages of its records", ""),
    usual("data", Shape::Map(DATA), "the files of open data", ""),
    usual("feeds", Shape::Map(FEEDS), "which feeds there are", ""),
    usual("preview", Shape::Map(PREVIEW), "the preview of the site", ""),
    usual(
        "fields",
        Shape::Own(&Shape::Map(FIELD)),
        "the fields that the plan needs and planbook does not have: `[fields.x-NAME]` for each",
        "",
    ),
    usual("check", Shape::Levels(BASELINE), "the severity of each check", ""),
];

/// The key of `[check]` that is no check.
const BASELINE: &[Key] = &[usual(
    "baseline",
    Shape::Text,
    "the file with the known problems, relative to the book's folder",
    "\"check-baseline.json\"",
)];

const FIELD: &Mapping = &plain(&[&[
    required("label", Shape::Label, "what readers see: a text, or one for each language", "\"Budget\""),
    required(
        "on",
        Shape::List(&Shape::Enum(enum_values::<FieldHolder>)),
        "the kinds of record that can have it",
        "[\"item\"]",
    ),
    required("type", Shape::Enum(enum_values::<FieldType>), "what its values are", "\"amount\""),
    usual(
        "values",
        Shape::List(&Shape::Text),
        "the values of a `choice`, in the order in which they are shown",
        "[\"secured\", \"not secured\"]",
    ),
    usual(
        "list",
        Shape::Boolean,
        "whether there is a page that lists the records by it [default: false]",
        "true",
    ),
    usual(
        "sum",
        Shape::Boolean,
        "whether the values of items are added up, by area and agency; for `number` and `amount` [default: false]",
        "true",
    ),
]]);

const LISTS: &Mapping = &plain(&[&[usual(
    "page-size",
    Shape::Number(10, 1_000),
    "how many rows a page of a list has at most [default: 100]",
    "100",
)]]);

const OUTPUTS: &Mapping = &plain(&[&[
    output("feeds", "whether there are feeds; they need base-url [default: true]"),
    output("calendars", "whether there are a calendar and calendar files [default: true]"),
    output("data", "whether there are open data and a page about them [default: true]"),
    output("record-json", "whether each record has a JSON file; it needs `data` [default: true]"),
    output("dashboards", "whether there are dashboards, at progress/ [default: true]"),
    output("cards", "whether each record has a preview image for sharing [default: false]"),
    usual(
        "card-font",
        Shape::NameOf(Naming::Font),
        "a font file for letters on preview images that planbook's own font lacks, relative to the book's folder",
        "\"themes/default/fonts/NotoSansJP-Bold.otf\"",
    ),
    output("embed", "whether other sites can show a card of each item in a frame [default: false]"),
    output("markdown", "whether each record has a Markdown file, which llms.txt lists [default: false]"),
    output("whole-plan", "whether there is a page with the whole plan [default: true]"),
    output("search", "whether readers can search the site [default: true]"),
]]);

const fn output(name: &'static str, meaning: &'static str) -> Key {
    usual(name, Shape::Boolean, meaning, "true")
}

const DATA: &Mapping = &plain(&[&[usual(
    "split-above",
    Shape::Number(1, 1_000),
    "how many megabytes a data file with records has at most; above that there are several files [default: 50]",
    "25",
)]]);

const FEEDS: &Mapping = &plain(&[&[usual(
    "items",
    Shape::Boolean,
    "whether each item has feeds of its own [default: false]",
    "true",
)]]);

const BOOK: &Mapping = &plain(&[&[
    required("title", Shape::Label, "the site's name, on every page", "\"Harbour plan\""),
    usual(
        "description",
        Shape::Label,
        "one sentence about the site",
        "\"The progress of the Harbour plan.\"",
    ),
    usual(
        "languages",
        Shape::List(&Shape::Language),
        "language codes; the content is written in the first, and can be translated into the others",
        "[\"en\"]",
    ),
    usual("time-zone", Shape::Text, "the time zone in which a day begins; without it, UTC", "\"Asia/Tokyo\""),
    usual("numbering", Shape::Enum(numbering), "the style of numbers, as an example", "\"3.2.a\""),
]]);

fn numbering() -> Vec<EnumValue> {
    vec![("3.2.a", "with full stops, as in ids"), ("3 (2) (a)", "with parentheses")]
}

const SITE: &Mapping = &plain(&[&[
    usual(
        "base-url",
        Shape::Address,
        "the URL of the published site; needed for the sitemap, the feeds and canonical URLs",
        "\"https://plan.example/\"",
    ),
    usual(
        "theme",
        Shape::NameOf(Naming::Theme),
        "a theme that comes with planbook, or a folder below themes/ that overrides one",
        "\"harbour\"",
    ),
    usual("logo", Shape::Map(LOGO), "the logo in the head of the pages", ""),
    usual("banner", Shape::Label, "a line above all pages", "\"Draft for comment\""),
    usual("style-guide", Shape::Boolean, "whether the site contains a style guide, at style/", "true"),
]]);

const LOGO: &Mapping = &plain(&[&[
    required(
        "file",
        Shape::NameOf(Naming::StaticPicture),
        "the picture, by its path in content/static/",
        "\"logo.svg\"",
    ),
    required("alt", Shape::Label, "what the picture shows, in words", "\"Harbour Authority\""),
    usual("dark", Shape::NameOf(Naming::StaticPicture), "the picture for dark pages", "\"logo-dark.svg\""),
]]);

const LINK: &[Key] = &[
    required("title", Shape::Label, "the text of the link", "\"Imprint\""),
    usual(
        "url",
        Shape::Link,
        "the URL to which it leads, or a mailbox with `mailto:`",
        "\"https://harbour.example/imprint\"",
    ),
    usual(
        "page",
        Shape::NameOf(Naming::Page),
        "the id of the page to which it leads, instead of `url`",
        "\"imprint\"",
    ),
];

const GROUP_OF_LINK: &[Key] = &[usual(
    "group",
    Shape::NameOf(Naming::MenuGroup),
    "the group of the menu in which it stands [default: about]",
    "\"about\"",
)];

const NAV: &Mapping = &plain(&[&[
    usual(
        "order",
        Shape::List(&Shape::Enum(enum_values::<SiteList>)),
        "the lists that come first, in this order",
        "[\"areas\"]",
    ),
    usual(
        "hide",
        Shape::List(&Shape::Enum(enum_values::<SiteList>)),
        "the lists that are not in the menu",
        "[\"glossary\"]",
    ),
    usual(
        "groups",
        Shape::List(&Shape::Map(&plain(&[&[
            required("title", Shape::Label, "what the lists have in common", "\"Who does what\""),
            required(
                "lists",
                Shape::List(&Shape::Enum(enum_values::<SiteList>)),
                "the lists",
                "[\"agencies\", \"items\"]",
            ),
        ]]))),
        "groups of your own, before those of planbook",
        "",
    ),
    usual("add", Shape::List(&Shape::Map(&plain(&[LINK, GROUP_OF_LINK]))), "links to add", ""),
]]);

const FOOTER: &Mapping = &plain(&[&[
    usual("links", Shape::List(&Shape::Map(&plain(&[LINK]))), "links, such as to an imprint", ""),
    usual("text", Shape::Label, "a text", "\"Published by the Harbour Authority.\""),
]]);

const SECURITY: &Mapping = &plain(&[&[
    origins("script-src", "the sites from which pages may load scripts"),
    origins("img-src", "the sites from which pages may load images"),
    origins("connect-src", "the sites to which scripts may connect"),
    origins("frame-src", "the sites whose pages may be shown within a page"),
]]);

const fn origins(name: &'static str, meaning: &'static str) -> Key {
    usual(name, Shape::List(&Shape::Address), meaning, "[\"https://stats.example\"]")
}

const PREVIEW: &Mapping = &plain(&[&[usual(
    "editor",
    Shape::Text,
    "the URL that opens a file in an editor, with {path}, {line} and {column}; or none",
    "\"vscode://file/{path}:{line}:{column}\"",
)]]);

const REPOSITORY: &Mapping = &plain(&[&[
    required("url", Shape::Address, "the URL of the repository", "\"https://git.example/our/plan\""),
    usual(
        "host",
        Shape::Enum(enum_values::<CodeHost>),
        "the code host, which decides the URLs below",
        "\"github\"",
    ),
    usual("branch", Shape::Text, "the branch to edit", "\"main\""),
    usual(
        "edit",
        Shape::Text,
        "the URL to edit a file, with {url}, {branch} and {path}",
        "\"{url}/edit/{branch}/{path}\"",
    ),
    usual(
        "new",
        Shape::Text,
        "the URL to create a file, with {url}, {branch}, {path} and {text}",
        "\"{url}/new/{branch}?filename={path}&value={text}\"",
    ),
    usual(
        "report",
        Shape::Text,
        "the URL to report a problem, with {url}, {title} and {page}; or none",
        "\"{url}/issues/new?title={title}&body={page}\"",
    ),
]]);

const AUDIENCE: &Mapping = &plain(&[&[
    usual(
        "default",
        Shape::Enum(enum_values::<Audience>),
        "who may see records without the key `audience`",
        "\"public\"",
    ),
    usual("robots", Shape::Text, "the text of robots.txt of the internal site", "\"User-agent: *\""),
]]);

/// A limit; the example is what holds without it.
const fn limit(name: &'static str, most: i64, meaning: &'static str, example: &'static str) -> Key {
    usual(name, Shape::Number(1, most), meaning, example)
}

const LIMITS: &Mapping = &plain(&[&[
    limit("file-size", 64 << 20, "the largest text file, in bytes", "1048576"),
    limit("attachment-size", 1 << 30, "the largest other file, such as a picture, in bytes", "8388608"),
    limit("files", 10_000_000, "the largest number of files in the book", "200000"),
    limit("line-length", 64 << 20, "the longest line, in bytes", "100000"),
    limit("yaml-nesting", 64, "the most levels of nesting in front matter", "16"),
    limit("markdown-nesting", 100, "the most levels of lists and quotations in a text", "32"),
    limit("table-columns", 1_000, "the most columns in a table", "64"),
    limit("links", 1_000_000, "the most links in one text", "10000"),
]]);
