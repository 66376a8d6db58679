//! The words that are not used in what users read, and the better ones.

/// Phrases that mean the same, and what to write instead.
pub struct Advice {
    /// In lower case. A word matches as a whole, whatever its case.
    pub not: &'static [&'static str],
    pub but: &'static str,
}

const fn advice(not: &'static [&'static str], but: &'static str) -> Advice {
    Advice { not, but }
}

pub const LIST: &[Advice] = &[
    advice(&["book of a plan"], "a static site generator for action plans; the site; the folder of the book"),
    advice(&["mend", "mends", "mended", "mending", "put right", "puts right"], "fix, correct"),
    advice(
        &["slip of the finger", "slips of the finger", "slip of the pen", "slip in writing", "a slip"],
        "typing error",
    ),
    advice(
        &["tell the story", "tells the story", "story is told", "story that readers see"],
        "show the plan as of a date",
    ),
    advice(&["day of the story", "as-of day"], "as-of date"),
    advice(&["told", "is told of", "is not told"], "reported, shown"),
    advice(&["went quiet", "goes quiet", "gone quiet"], "no recent report"),
    advice(&["put back", "puts back", "putting back"], "postponed; for a file: restore"),
    advice(
        &["went backwards", "goes backwards", "gone backwards", "steps back", "step back"],
        "status lowered",
    ),
    advice(&["bear on", "bears on", "bearing on"], "concerns, is about"),
    advice(&["goes further than", "go further than"], "goes beyond"),
    advice(&["lies over", "laid over", "lie over", "overlays"], "overrides"),
    advice(&["prove", "proves", "proved", "proven"], "check; for a document: show, evidence"),
    advice(&["lead nowhere", "leads nowhere", "led nowhere", "dead end"], "broken link"),
    advice(&["whole address", "whole addresses"], "full URL"),
    advice(&["else than", "something else than"], "other than"),
    advice(&["anew"], "again"),
    advice(&["unsaid", "without a word", "in silence"], "without an explanation"),
    advice(&["furniture"], "headers and footers, contents list, page numbers"),
    advice(&["answers for", "answer for it", "who answers"], "is responsible for; responsible agencies"),
    advice(&["who took part"], "agencies concerned"),
    advice(&["kind of promise", "kinds of promise"], "type of commitment"),
    advice(&["say what is wrong", "says what is wrong", "what is wrong with"], "report problems"),
    advice(&["begin a record", "begin a theme", "begin a book", "to begin with"], "create"),
    advice(&["is there already", "are there already"], "already exists"),
    advice(&["left as it is", "left as they are", "stays as it was"], "planbook does not change it"),
    advice(&["there is no such"], "does not exist"),
    advice(&["is gone", "are gone", "is no more"], "was removed; ended"),
    advice(&["all the same"], "still"),
    advice(&["our reading", "editors' reading", "reading of the subject"], "inferred"),
    advice(&["kept copy", "kept copies"], "archived copy"),
    advice(&["took its work over"], "took over its work"),
    advice(&["stands in the way"], "the challenges; the cause of the delay"),
    advice(&["rhythm"], "interval"),
    advice(&["for ever"], "never changes"),
    advice(&["hang together"], "references between records"),
    advice(&["letters of the plan", "wrongly written"], "text of the plan; with an error"),
    advice(&["by the name of", "of themselves"], "named; automatically"),
];

/// Where a word is kept on purpose: the end of the path, the phrase, and why.
pub const KEPT: &[(&str, &str, &str)] =
    &[("messages/en.toml", "who took part", "the heading above the participants of a meeting")];
