//! Every kind of problem that planbook reports, in one table.
//!
//! A code names the bad thing, so that `future-update = "off"` reads well. Each has a page `docs/checks/CODE.md`, printed by
//! `planbook explain CODE`, whose examples are run as tests.

use super::Severity;

/// A kind of problem: its name, how serious it is unless the book says otherwise, and one line about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// Kebab-case name, stable: people write it in `book.toml` and search for it.
    pub name: &'static str,
    /// The severity when `[check]` in `book.toml` does not set one.
    pub severity: Severity,
    /// What is wrong, in one line without a full stop.
    pub summary: &'static str,
}

/// Codes that are about the same thing.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// The codes.
    pub codes: &'static [Code],
}

macro_rules! codes {
    ($([$group:literal] $($constant:ident = $name:literal, $severity:ident, $summary:literal;)+)+) => {
        $($(#[doc = $summary] pub const $constant: Code = Code { name: $name, severity: Severity::$severity, summary: $summary };)+)+
        /// Every code, in the order in which the documentation lists them.
        pub const ALL: &[Code] = &[$($($constant),+),+];
        /// The same by what they are about.
        pub const GROUPS: &[Group] = &[$(Group { title: $group, codes: &[$($constant),+] }),+];
    };
}

codes! {
    ["The tree of files"]
    NOT_UTF8 = "not-utf8", Error, "a text file that is not UTF-8";
    CONFLICT_MARKER = "conflict-marker", Error, "two versions of some lines, as git leaves them";
    CONTROL_CHARACTER = "control-character", Error, "a character that no page can show";
    TOO_LARGE = "too-large", Error, "a file or line longer than planbook reads";
    TOO_MANY_FILES = "too-many-files", Error, "a book of more files than planbook reads";
    UNSAFE_FILE = "unsafe-file", Error, "a file of a type that a site must not publish";
    OUTSIDE_TREE = "outside-tree", Error, "a symbolic link that leads out of the book's folder";
    CASE_COLLISION = "case-collision", Error, "two paths that differ only in upper and lower case";
    MISPLACED_FILE = "misplaced-file", Error, "a Markdown file where no record belongs";
    STRAY_FILE = "stray-file", Warning, "a file in content/ that is not published";
    BAD_ID = "bad-id", Error, "a file name that cannot be an id";
    ["Front matter and book.toml"]
    BAD_CONFIG = "bad-config", Error, "a book.toml that cannot be read";
    NO_FRONT_MATTER = "no-front-matter", Error, "a record without front matter";
    YAML_SYNTAX = "yaml-syntax", Error, "front matter that is not YAML";
    UNSUPPORTED_YAML = "unsupported-yaml", Error, "a YAML feature that content does not use";
    UNKNOWN_KEY = "unknown-key", Error, "a key that does not exist here";
    MISSING_KEY = "missing-key", Error, "a required key that is not there";
    DUPLICATE_KEY = "duplicate-key", Error, "a key written twice";
    WRONG_TYPE = "wrong-type", Error, "a value of the wrong type";
    UNKNOWN_VALUE = "unknown-value", Error, "a word that is not one of the choices";
    BAD_DATE = "bad-date", Error, "a date that is not one";
    ["Bodies"]
    RAW_HTML = "raw-html", Error, "HTML in Markdown";
    UNSAFE_LINK = "unsafe-link", Error, "a link to an address that a site must not lead to";
    HEADING_ATTRIBUTE = "heading-attribute", Error, "a heading with more than an id of its own";
    INTERNAL_BLOCK = "internal-block", Error, "an internal block whose bounds are not clear";
    IMAGE_WITHOUT_ALT = "image-without-alt", Warning, "a picture without words for those who cannot see it";
    TOO_DEEP = "too-deep", Error, "text nested too deeply, or too large a part of one";
    HEADING_ORDER = "heading-order", Warning, "a heading that skips a level";
    TABLE_WITHOUT_HEADER = "table-without-header", Warning, "a table whose columns have no names";
    VAGUE_LINK = "vague-link", Warning, "a link whose words do not say where it leads";
    LITERAL_MARKUP = "literal-markup", Warning, "Markdown that will not mean what it looks like";
    UNMARKED_LANGUAGE = "unmarked-language", Warning, "words in another script whose language is not given";
    UNDEFINED_ACRONYM = "undefined-acronym", Off, "an acronym that nothing explains";
    ORPHAN_PAGE = "orphan-page", Warning, "a page that readers cannot find";
    ["How records hang together"]
    NO_PLAN = "no-plan", Error, "a book without content/plan.md";
    DUPLICATE_ID = "duplicate-id", Error, "two records with one id";
    URL_COLLISION = "url-collision", Error, "two records on one address";
    FILE_NAME = "file-name", Error, "a file name that disagrees with the front matter";
    UNKNOWN_AREA = "unknown-area", Error, "an area that does not exist";
    UNKNOWN_ITEM = "unknown-item", Error, "an item that does not exist";
    UNKNOWN_AGENCY = "unknown-agency", Error, "an agency that does not exist";
    UNKNOWN_FORUM = "unknown-forum", Error, "a forum that does not exist";
    UNKNOWN_SOURCE = "unknown-source", Error, "a source record that does not exist";
    UNKNOWN_UPDATE = "unknown-update", Error, "an update that does not exist";
    UNKNOWN_EDITION = "unknown-edition", Error, "an edition that does not exist";
    UNKNOWN_PARENT = "unknown-parent", Error, "a part whose item does not exist";
    PARENT_CYCLE = "parent-cycle", Error, "agencies that are each other's parents or successors";
    NOT_SHOWN_IN_EDITION = "not-shown-in-edition", Warning, "something in an item of another edition that no page shows";
    DANGLING_REFERENCE = "dangling-reference", Error, "a link in a text that leads nowhere";
    ["What is public, and what is not"]
    NOTHING_TO_PUBLISH = "nothing-to-publish", Error, "a public site of a plan that is internal";
    LINK_TO_INTERNAL = "link-to-internal", Warning, "something public that refers to something internal";
    UPDATE_OF_INTERNAL = "update-of-internal", Warning, "a public update that bears on internal records only";
    PUBLIC_IN_INTERNAL = "public-in-internal", Warning, "a record marked public inside something internal";
    ["What updates say"]
    NO_SUBJECT = "no-subject", Error, "an update that bears on nothing";
    COMPLETED_WITHOUT_EVIDENCE = "completed-without-evidence", Error, "a completion that nothing proves";
    MISSING_REASON = "missing-reason", Error, "a change of the plan without its reason";
    MISSING_CHALLENGES = "missing-challenges", Error, "a delay without what stands in the way";
    MISPLACED_QUALIFIER = "misplaced-qualifier", Error, "a degree, outcome or new due date that does not fit";
    STATUS_BEFORE_ADOPTION = "status-before-adoption", Error, "a status claimed before the plan was adopted";
    STATUS_OF_CONTAINER = "status-of-container", Error, "a status of its own for an item that has none";
    UPDATE_TOO_EARLY = "update-too-early", Error, "an update dated before it could have happened";
    FUTURE_UPDATE = "future-update", Warning, "an update from the future that is not a planned meeting";
    ANNOUNCED_NOT_HELD = "announced-not-held", Warning, "a planned meeting whose date has passed";
    DUE_NOT_MOVED = "due-not-moved", Warning, "a change of a due date to the date that holds already";
    NUMBERING_GAP = "numbering-gap", Warning, "meetings of a forum whose numbers do not follow each other";
    DUPLICATE_MEETING = "duplicate-meeting", Warning, "a meeting that two updates record";
    UPDATE_SAYS_NOTHING = "update-says-nothing", Warning, "an update with nothing but a headline";
    INSECURE_EVIDENCE = "insecure-evidence", Off, "evidence at an address without https";
    EVIDENCE_WITHOUT_DATE = "evidence-without-date", Off, "evidence that does not say of when it is";
    EVIDENCE_NOT_ARCHIVED = "evidence-not-archived", Off, "evidence on the web of which no copy is kept";
    ["What items say, and what the calendar says of them"]
    STALE = "stale", Warning, "an item whose newest report is too old";
    OVERDUE = "overdue", Warning, "an item whose due date has passed";
    ITEM_WITHOUT_LEAD = "item-without-lead", Off, "an item that nobody answers for";
    NEVER_SEARCHED = "never-searched", Off, "an item without information that nobody has looked for";
    ITEM_NUMBER_GAP = "item-number-gap", Off, "a number that the items of an area leave out";
    SAME_AS_DISAGREES = "same-as-disagrees", Warning, "one commitment with two different statuses";
    ["The plan's own text"]
    SOURCE_TEXT_MISSING = "source-text-missing", Error, "a line of the plan's text that no record holds";
    SOURCE_TEXT_ALTERED = "source-text-altered", Error, "a record whose text is not the plan's, letter for letter";
    SOURCE_TEXT_DOUBLED = "source-text-doubled", Error, "a number that the plan's text has twice";
    SOURCE_TEXT_EXTRA = "source-text-extra", Error, "a record that the plan's text does not have";
    SOURCE_TEXT_UNCHECKED = "source-text-unchecked", Warning, "texts of the plan that nothing is compared with";
    ["What a change may not do unsaid: `planbook check --since`"]
    TEXT_CHANGED_WITHOUT_AMENDMENT = "text-changed-without-amendment", Error, "words of the plan that changed without a text-amendment";
    DUE_CHANGED_WITHOUT_DATE_CHANGE = "due-changed-without-date-change", Error, "a due date that was edited without a date-change";
    UPDATE_REWRITTEN = "update-rewritten", Error, "an update that was edited or deleted without a correction";
    ID_VANISHED = "id-vanished", Error, "a record that is gone, and whose address leads nowhere";
    MADE_PUBLIC = "made-public", Error, "something that was internal and is public now";
    ["The theme and the finished site"]
    UNKNOWN_THEME = "unknown-theme", Error, "a theme that does not exist";
    THEME_FILE = "theme-file", Error, "a theme file that planbook does not read";
    TEMPLATE_ERROR = "template-error", Error, "a template that cannot be rendered";
    BROKEN_LINK = "broken-link", Error, "a link of the finished site that leads nowhere";
    ["What `planbook theme check` finds"]
    INVALID_HTML = "invalid-html", Error, "a page of a theme that is not right HTML";
    INACCESSIBLE_PAGE = "inaccessible-page", Error, "a page of a theme that not everyone can use";
    INLINE_CODE = "inline-code", Error, "a style or script inside a page of a theme";
    LOW_CONTRAST = "low-contrast", Error, "two colours of a theme that are too alike";
    UNKNOWN_TOKEN = "unknown-token", Error, "a colour that no style sheet sets";
    UNMEASURED_COLOR = "unmeasured-color", Warning, "a colour whose contrast only a browser could measure";
    UNUSED_TEMPLATE = "unused-template", Warning, "a template of a theme that no page is made with";
}

/// The code of that name.
pub fn find(name: &str) -> Option<Code> {
    ALL.iter().copied().find(|code| code.name == name)
}
