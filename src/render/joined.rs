//! Words put together as a language does it: lists, labels, remarks in brackets. What stands between the words are messages.

use super::Messages;

impl Messages {
    /// "a, b, c": a list of equal parts.
    pub fn list(&self, parts: &[impl AsRef<str>]) -> String {
        self.joined("sign-comma", parts)
    }

    /// "a; b; c": a list of parts that are clauses, or contain commas.
    pub fn clauses(&self, parts: &[impl AsRef<str>]) -> String {
        self.joined("sign-semicolon", parts)
    }

    /// Words, or whole sentences, one after the other.
    pub fn in_a_row(&self, parts: &[impl AsRef<str>]) -> String {
        self.joined("sign-space", parts)
    }

    /// "Licence: CC BY 4.0".
    pub fn labelled(&self, label: &str, value: &str) -> String {
        self.joined("sign-colon", &[label, value])
    }

    /// "Completed (withdrawn)".
    pub fn noted(&self, text: &str, note: &str) -> String {
        let [space, open, close] = ["sign-space", "sign-open", "sign-close"].map(|key| self.get(key));
        [text, space, open, note, close].concat()
    }

    /// "Internal. As of 24 November 2026": parts that are no sentences, each of which ends as one, but for the last.
    pub fn stopped(&self, parts: &[impl AsRef<str>]) -> String {
        self.joined("sign-stop", parts)
    }

    /// "June 2004 – May 2006": from one day or name to another.
    pub fn span(&self, from: &str, to: &str) -> String {
        self.joined("sign-range", &[from, to])
    }

    /// "11–13": from one number to another.
    pub fn numbers(&self, from: impl ToString, to: impl ToString) -> String {
        self.joined("sign-to", &[from.to_string(), to.to_string()])
    }

    /// "Area 3 – Plan": what a file is about, and the site that it is of.
    pub fn of_site(&self, subject: &str, site: &str) -> String {
        self.joined("sign-dash", &[subject, site])
    }

    fn joined(&self, between: &str, parts: &[impl AsRef<str>]) -> String {
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(self.get(between))
    }
}

#[cfg(test)]
mod tests {
    use crate::render::Messages;
    use crate::render::messages::only;

    #[test]
    fn each_language_has_its_own_signs() {
        let english = only(include_str!("../../themes/default/messages/en.toml"));
        let japanese = only(include_str!("../../themes/default/messages/ja.toml"));
        let shown = |messages: &Messages| {
            [
                messages.list(&["a", "b", "c"]),
                messages.clauses(&["a", "b"]),
                messages.in_a_row(&["a", "b"]),
                messages.labelled("a", "b"),
                messages.noted("a", "b"),
                messages.stopped(&["a", "b"]),
                messages.span("a", "b"),
                messages.numbers(1, 3),
                messages.of_site("a", "b"),
                messages.list(&["a"]),
            ]
        };
        assert_eq!(
            shown(&english),
            ["a, b, c", "a; b", "a b", "a: b", "a (b)", "a. b", "a – b", "1–3", "a – b", "a"]
        );
        assert_eq!(
            shown(&japanese),
            ["a、b、c", "a、b", "ab", "a：b", "a（b）", "a。b", "a～b", "1～3", "a｜b", "a"]
        );
    }
}
