//! What a web page has and does not show, or has struck out: nothing of it is read.

/// Elements that are no part of the text.
const NO_TEXT: &[&str] =
    &["script", "style", "noscript", "template", "svg", "nav", "select", "iframe", "textarea", "math"];
/// Elements whose words somebody has struck out.
const STRUCK: &[&str] = &["del", "s", "strike"];
/// Elements that begin a paragraph.
pub(super) const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "address",
    "dl",
    "dt",
    "dd",
    "form",
    "fieldset",
    "details",
    "summary",
    "hr",
    "body",
    "center",
];
/// Other elements before which a paragraph ends.
const ENDS_PARAGRAPH: &[&str] = &["ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"];
/// Elements that are empty.
const VOID: &[&str] =
    &["br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "embed", "source", "track"];
/// Elements that need no end of their own.
const OPEN_ENDED: &[&str] = &["p", "li", "td", "th", "tr", "dt", "dd", "option"];

/// Why something is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// It is no text.
    NoText,
    /// The page does not show it.
    Hidden,
    /// Somebody has struck it out.
    Struck,
}

/// What is left out now, and what was.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    /// The elements that are open, from the one that is left out.
    open: Vec<String>,
    why: Option<Why>,
    words: String,
    /// What was left out, and why.
    done: Vec<(Why, String)>,
}

impl LeftOut {
    /// Whether an element is left out, and why.
    pub(super) fn why(name: &str, value: impl Fn(&str) -> Option<String>) -> Option<Why> {
        let style = || value("style").unwrap_or_default().to_lowercase().replace(char::is_whitespace, "");
        // Some programs hide the whole page until its script has run.
        let may_hide = !VOID.contains(&name) && !matches!(name, "html" | "body");
        let is_hidden = || {
            value("hidden").is_some()
                || style().contains("display:none")
                || style().contains("visibility:hidden")
        };
        match () {
            () if NO_TEXT.contains(&name) => Some(Why::NoText),
            () if may_hide && is_hidden() => Some(Why::Hidden),
            () if STRUCK.contains(&name) => Some(Why::Struck),
            () => None,
        }
    }

    /// Leaves out an element.
    pub(super) fn begin(&mut self, name: &str, why: Why) {
        self.open = vec![name.to_owned()];
        self.why = Some(why);
    }

    /// Whether something is left out now.
    pub(super) fn is_open(&self) -> bool {
        self.why.is_some()
    }

    /// Takes a tag within what is left out; returns whether it belongs to that.
    pub(super) fn tag(&mut self, name: &str, opens: bool) -> bool {
        let Some(first) = self.open.first().cloned() else { return false };
        if opens {
            if self.open.len() == 1 && ends_before(&first, name) {
                self.end();
                return false;
            }
            if !VOID.contains(&name) {
                self.open.push(name.to_owned());
            }
            return true;
        }
        match self.open.iter().rposition(|open| open == name) {
            Some(0) => {
                self.end();
                true
            }
            Some(at) => {
                self.open.truncate(at);
                true
            }
            // The end of what is around it.
            None if OPEN_ENDED.contains(&first.as_str()) => {
                self.end();
                false
            }
            None => true,
        }
    }

    /// Takes words within what is left out.
    pub(super) fn say(&mut self, text: &str) {
        if self.why != Some(Why::NoText) {
            self.words.push_str(text);
        }
    }

    fn end(&mut self) {
        self.open.clear();
        let words = std::mem::take(&mut self.words).split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(why) = self.why.take().filter(|_| !words.is_empty()) {
            self.done.push((why, words));
        }
    }

    /// What is to be looked at.
    pub(super) fn remarks(mut self) -> Vec<String> {
        self.end();
        let one = |(why, what): (Why, &str)| {
            let said = || self.done.iter().filter(|(other, _)| *other == why);
            let first: String = said().next()?.1.chars().take(60).collect();
            Some(format!(
                "text of the page {what} ({} pieces), so it is not read; the first piece begins with `{first}`",
                said().count()
            ))
        };
        [(Why::Hidden, "is not shown on it"), (Why::Struck, "is struck out")]
            .into_iter()
            .filter_map(one)
            .collect()
    }
}

/// Whether an element without an end ends before another one begins.
fn ends_before(open: &str, next: &str) -> bool {
    match open {
        "p" => BLOCKS.contains(&next) || ENDS_PARAGRAPH.contains(&next),
        "td" | "th" => matches!(next, "td" | "th" | "tr"),
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "li" | "tr" | "option" => open == next,
        _ => false,
    }
}
