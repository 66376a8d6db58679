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
pub struct CodeGroup {
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
        pub const GROUPS: &[CodeGroup] = &[$(CodeGroup { title: $group, codes: &[$($constant),+] }),+];
    };
}

codes! {
    ["Files"]
    NOT_UTF8 = "not-utf8", Error, "a text file that is not UTF-8";
    CONFLICT_MARKER = "conflict-marker", Error, "an unresolved merge conflict";
    CONTROL_CHARACTER = "control-character", Error, "a character that a page cannot show";
    TOO_LARGE = "too-large", Error, "a file or line that exceeds a limit";
    TOO_MANY_FILES = "too-many-files", Error, "a book with more files than the limit";
    UNSAFE_FILE = "unsafe-file", Error, "a file of a type that a site must not publish";
    OUTSIDE_TREE = "outside-tree", Error, "a symbolic link to a place outside the book's folder";
    CASE_COLLISION = "case-collision", Error, "two paths that differ only in upper and lower case";
    MISPLACED_FILE = "misplaced-file", Error, "a Markdown file in a wrong folder";
    STRAY_FILE = "stray-file", Warning, "a file in content/ that the site leaves out";
    BAD_ID = "bad-id", Error, "a file name that cannot be an id";
    ["Front matter and book.toml"]
    BAD_CONFIG = "bad-config", Error, "a book.toml that cannot be read";
    NO_FRONT_MATTER = "no-front-matter", Error, "a record without front matter";
    YAML_SYNTAX = "yaml-syntax", Error, "front matter that is not YAML";
    UNSUPPORTED_YAML = "unsupported-yaml", Error, "a YAML feature that content does not use";
    UNKNOWN_KEY = "unknown-key", Error, "a key that this record does not have";
    MISSING_KEY = "missing-key", Error, "a missing required key";
    DUPLICATE_KEY = "duplicate-key", Error, "a key that occurs twice";
    DUPLICATE_ENTRY = "duplicate-entry", Error, "an entry that is in a list twice";
    WRONG_TYPE = "wrong-type", Error, "a value of the wrong type";
    UNKNOWN_VALUE = "unknown-value", Error, "a value that is not one of the choices";
    BAD_CODE = "bad-code", Error, "a code of an item that nothing could refer to";
    BAD_DATE = "bad-date", Error, "a date that is not valid";
    BAD_NUMBER = "bad-number", Error, "a number that is not valid";
    BAD_FIGURES = "bad-figures", Error, "a file of figures with a mistake";
    REPEATED_ID = "repeated-id", Error, "an id that occurs twice in a list of an item";
    BAD_FIELD = "bad-field", Error, "a field in book.toml that does not fit together";
    BAD_FIELD_VALUE = "bad-field-value", Error, "a value that does not fit the field that book.toml declares";
    MISPLACED_FIELD = "misplaced-field", Error, "a declared field on a record that does not have it";
    UNDECLARED_FIELD = "undeclared-field", Warning, "a key that is nearly the name of a declared field";
    ["Texts"]
    RAW_HTML = "raw-html", Error, "HTML in Markdown";
    UNSAFE_LINK = "unsafe-link", Error, "a link to a type of URL that a site must not contain";
    HEADING_ATTRIBUTE = "heading-attribute", Error, "a heading with attributes other than an id";
    INTERNAL_BLOCK = "internal-block", Error, "an internal block without a clear start and end";
    IMAGE_WITHOUT_ALT = "image-without-alt", Warning, "a picture without alternative text";
    TOO_DEEP = "too-deep", Error, "text that is nested too deeply, or has too large a part";
    HEADING_ORDER = "heading-order", Warning, "a heading that skips a level";
    TABLE_WITHOUT_HEADER = "table-without-header", Warning, "a table whose columns have no names";
    VAGUE_LINK = "vague-link", Warning, "a link whose text does not describe its target";
    LOST_TEXT = "lost-text", Warning, "words that no page shows";
    LITERAL_MARKUP = "literal-markup", Warning, "Markdown that has no effect and appears as plain text";
    TRANSLATED_FACT = "translated-fact", Error, "a fact in a translation";
    TRANSLATION_UNCLEAR = "translation-unclear", Error, "a translation of which nobody can say which words it is";
    TRANSLATION_OF_NOTHING = "translation-of-nothing", Warning, "a translation of words that the original does not have";
    TRANSLATION_OUTDATED = "translation-outdated", Warning, "a translation of words that have changed";
    TRANSLATION_UNTRACKED = "translation-untracked", Warning, "a translation that does not say which words it was made from";
    BAD_PO_FILE = "bad-po-file", Error, "a file of a translators' tool that cannot be read";
    UNMARKED_LANGUAGE = "unmarked-language", Warning, "text in another script without a language";
    UNDEFINED_ACRONYM = "undefined-acronym", Off, "an acronym without an explanation";
    FILL_IN = "fill-in", Warning, "a place that is still to be filled in";
    ORPHAN_PAGE = "orphan-page", Warning, "a page that readers cannot find";
    ["References between records"]
    NO_PLAN = "no-plan", Error, "a book without content/plan.md";
    DUPLICATE_ID = "duplicate-id", Error, "two records with one id";
    DUPLICATE_CODE = "duplicate-code", Error, "a code that another record has too";
    URL_COLLISION = "url-collision", Error, "two records with the same address";
    FILE_NAME = "file-name", Error, "a file name that differs from the front matter";
    UNKNOWN_AREA = "unknown-area", Error, "an area that does not exist";
    UNKNOWN_ITEM = "unknown-item", Error, "an item that does not exist";
    UNKNOWN_AGENCY = "unknown-agency", Error, "an agency that does not exist";
    UNKNOWN_FORUM = "unknown-forum", Error, "a forum that does not exist";
    UNKNOWN_SOURCE = "unknown-source", Error, "a source record that does not exist";
    UNKNOWN_UPDATE = "unknown-update", Error, "an update that does not exist";
    UNKNOWN_INDICATOR = "unknown-indicator", Error, "an indicator that does not exist";
    UNKNOWN_FIGURES = "unknown-figures", Error, "a file of figures that does not exist";
    UNKNOWN_EDITION = "unknown-edition", Error, "an edition that does not exist";
    UNKNOWN_PARENT = "unknown-parent", Error, "a part whose item does not exist";
    PARENT_CYCLE = "parent-cycle", Error, "agencies that are each other's parents or successors";
    CONTINUES_TWICE = "continues-twice", Warning, "an item that continues the same item twice";
    UNKNOWN_TAG = "unknown-tag", Error, "a tag that the plan does not declare";
    DANGLING_REFERENCE = "dangling-reference", Error, "a broken link in a text";
    ["Public and internal"]
    NOTHING_TO_PUBLISH = "nothing-to-publish", Error, "a public site of a plan that is internal";
    LINK_TO_INTERNAL = "link-to-internal", Warning, "a public text or record that refers to an internal record";
    UPDATE_OF_INTERNAL = "update-of-internal", Warning, "a public update that is only about internal records";
    PUBLIC_IN_INTERNAL = "public-in-internal", Warning, "a record marked public inside an internal record";
    ["Updates"]
    NO_SUBJECT = "no-subject", Error, "an update that is not about any record";
    COMPLETED_WITHOUT_EVIDENCE = "completed-without-evidence", Error, "a completed status without evidence";
    MISSING_REASON = "missing-reason", Error, "a change of the plan without a reason";
    MISSING_CHALLENGES = "missing-challenges", Error, "a delay without an explanation";
    MISPLACED_QUALIFIER = "misplaced-qualifier", Error, "a degree, outcome, new due date, `since` or `source` in a place where it means nothing";
    STATUS_BEFORE_ADOPTION = "status-before-adoption", Error, "a status claimed before the plan was adopted";
    ROLE_BEFORE_ADOPTION = "role-before-adoption", Error, "an agency made responsible later, but before the plan was adopted";
    STATUS_OF_CONTAINER = "status-of-container", Error, "a status for an item that cannot have its own";
    UPDATE_TOO_EARLY = "update-too-early", Error, "an update dated before it could have happened";
    FUTURE_UPDATE = "future-update", Warning, "an update with a future date that is not a planned meeting";
    ANNOUNCED_NOT_HELD = "announced-not-held", Warning, "a planned meeting whose date has passed without a report";
    DUE_NOT_MOVED = "due-not-moved", Warning, "a change of a due date to the same date";
    NUMBERING_GAP = "numbering-gap", Warning, "a missing or repeated number in a series of meetings";
    DUPLICATE_MEETING = "duplicate-meeting", Warning, "two updates that record the same meeting";
    CORRECTION_LEAVES_OUT = "correction-leaves-out", Warning, "a correction that does not repeat a value or an outlook";
    UPDATE_SAYS_NOTHING = "update-says-nothing", Warning, "an update that has only a headline";
    INSECURE_EVIDENCE = "insecure-evidence", Off, "evidence with a URL without https";
    EVIDENCE_WITHOUT_DATE = "evidence-without-date", Off, "evidence without a date";
    EVIDENCE_NOT_ARCHIVED = "evidence-not-archived", Off, "evidence on the web without an archived copy";
    ["Items and their dates"]
    STALE = "stale", Warning, "an item without a recent report";
    OVERDUE = "overdue", Warning, "an item whose due date has passed";
    ITEM_WITHOUT_LEAD = "item-without-lead", Off, "an item without a lead agency";
    NEVER_SEARCHED = "never-searched", Off, "an item without information and without a recorded search";
    ITEM_NUMBER_GAP = "item-number-gap", Off, "a missing number between the items of an area";
    SIMILAR_AGENCY = "similar-agency", Warning, "two agencies with nearly the same name";
    SIMILAR_PARTY = "similar-party", Warning, "a party with nearly the name of another one";
    DEPENDENCY_CYCLE = "dependency-cycle", Warning, "items that wait for each other in a circle";
    SAME_AS_DISAGREES = "same-as-disagrees", Warning, "one commitment with two different statuses";
    ["Indicators and milestones"]
    VALUE_WITHOUT_UNIT = "value-without-unit", Warning, "an indicator with numbers and without a unit";
    PERIOD_TWICE = "period-twice", Warning, "two values of an indicator for the same period";
    TARGET_BEFORE_BASELINE = "target-before-baseline", Warning, "a target for a period that is not after the baseline";
    TARGET_AGAINST_AIM = "target-against-aim", Warning, "a target that contradicts the aim of its indicator";
    TARGET_NOT_CHANGED = "target-not-changed", Warning, "a new target that changes no target of its indicator";
    VALUE_AHEAD = "value-ahead", Warning, "a value for a period that has not ended";
    TARGET_WITHOUT_VALUE = "target-without-value", Warning, "a target whose period has passed without a value";
    MILESTONE_AHEAD = "milestone-ahead", Warning, "a milestone that is done on a date in the future";
    MILESTONE_BEFORE_ADOPTION = "milestone-before-adoption", Warning, "a milestone that was done before the plan was adopted";
    ["The plan's text"]
    SOURCE_TEXT_MISSING = "source-text-missing", Error, "a line of the plan's text that no record holds";
    SOURCE_TEXT_ALTERED = "source-text-altered", Error, "a record whose text differs from the plan's text";
    SOURCE_TEXT_DOUBLED = "source-text-doubled", Error, "a number that occurs twice in the plan's text";
    SOURCE_TEXT_EXTRA = "source-text-extra", Error, "a record that is not in the plan's text";
    SOURCE_TEXT_UNCHECKED = "source-text-unchecked", Warning, "texts of the plan that no check compares";
    ["Merge checks: `planbook check --since`"]
    TEXT_CHANGED_WITHOUT_AMENDMENT = "text-changed-without-amendment", Error, "a text of the plan that changed without a text-amendment";
    DUE_CHANGED_WITHOUT_DATE_CHANGE = "due-changed-without-date-change", Error, "a due date that changed without a date-change";
    TARGET_CHANGED_WITHOUT_EXPLANATION = "target-changed-without-explanation", Error, "a target, baseline, unit or aim that changed without an explanation";
    MILESTONE_CHANGED_WITHOUT_EXPLANATION = "milestone-changed-without-explanation", Error, "a milestone that changed without an explanation";
    VALUE_REWRITTEN = "value-rewritten", Error, "a number in a file of figures that changed without an explanation";
    UPDATE_REWRITTEN = "update-rewritten", Error, "an update that changed or was deleted without a correction";
    ID_VANISHED = "id-vanished", Error, "a removed record whose address is now a broken link";
    CODE_MOVED = "code-moved", Error, "a code of an item that now names another item";
    MADE_PUBLIC = "made-public", Error, "internal content that becomes public";
    ["The theme and the finished site"]
    UNKNOWN_THEME = "unknown-theme", Error, "a theme that does not exist";
    THEME_FILE = "theme-file", Error, "a theme file that planbook does not read";
    THEME_MESSAGE = "theme-message", Warning, "a text of the interface that the theme cannot use as it is written";
    UNTRANSLATED_INTERFACE = "untranslated-interface", Warning, "a language without words for the site's interface";
    TEMPLATE_ERROR = "template-error", Error, "a template that does not work";
    BROKEN_LINK = "broken-link", Error, "a broken link in the finished site";
    BLOCKED_BY_POLICY = "blocked-by-policy", Warning, "a page that asks for what its policy does not allow";
    CARD_WITHOUT_FONT = "card-without-font", Warning, "a preview image with letters that no font has";
    ["What `planbook theme check` finds"]
    INVALID_HTML = "invalid-html", Error, "a page of a theme with invalid HTML";
    INACCESSIBLE_PAGE = "inaccessible-page", Error, "a page of a theme with an accessibility problem";
    INLINE_CODE = "inline-code", Warning, "a style or script inside a page of a theme";
    BROKEN_STYLE = "broken-style", Error, "a style sheet of a theme with a bracket too few or too many";
    LOW_CONTRAST = "low-contrast", Error, "two colours of a theme with too little contrast";
    UNKNOWN_TOKEN = "unknown-token", Error, "a token that no style sheet sets, or a misspelt one";
    UNMEASURED_COLOR = "unmeasured-color", Warning, "a colour whose contrast planbook cannot measure";
    UNUSED_TEMPLATE = "unused-template", Warning, "a template of a theme that no page uses";
}

/// Whether a problem of this kind leaves unknown what a file says. What follows from the file is not judged then: it would be
/// reported a second time, in other words or at another file.
pub fn hides_content(code: Code) -> bool {
    let group = GROUPS.iter().find(|group| group.codes.contains(&code)).map_or("", |group| group.title);
    let records = matches!(group, "Files" | "Front matter and book.toml" | "References between records");
    let elsewhere = matches!(
        code,
        CONTROL_CHARACTER
            | DUPLICATE_ENTRY
            | STRAY_FILE
            | DANGLING_REFERENCE
            | PARENT_CYCLE
            | UNDECLARED_FIELD
    );
    (records && !elsewhere) || matches!(code, UNSAFE_LINK | NO_SUBJECT)
}

/// Whether a lint reports this, which looks at the plan as a whole.
pub fn is_lint(code: Code) -> bool {
    let group = GROUPS.iter().find(|group| group.codes.contains(&code)).map_or("", |group| group.title);
    let other = matches!(code, FILL_IN | ORPHAN_PAGE | UNDEFINED_ACRONYM | UNMARKED_LANGUAGE);
    matches!(group, "Updates" | "Items and their dates" | "Indicators and milestones" | "The plan's text")
        || other
}

/// The code of that name.
pub fn find(name: &str) -> Option<Code> {
    ALL.iter().copied().find(|code| code.name == name)
}
