//! What is no mistake of Markdown and still not what its writer means, or not what every reader can use.

use std::ops::Range;

use super::literal;
use super::state::Writer;
use crate::characters::{control_message, is_blank, unseen};
use crate::diag::code;
use crate::line_breaks::is_unspaced;
use crate::markdown::script::in_other_script;

/// Words that say nothing of where a link leads, without what surrounds them.
const VAGUE: &[&str] = &[
    "here",
    "click",
    "click here",
    "see here",
    "this",
    "this link",
    "link",
    "the link",
    "more",
    "read more",
    "こちら",
    "ここ",
    "こちらへ",
    "こちらをクリック",
    "ここをクリック",
    "詳細はこちら",
    "リンク",
];

/// Words longer than this are none of them.
const LONGEST_VAGUE: usize = 60;

impl Writer<'_> {
    /// A heading that skips a level: those who listen to a page look for what is missing.
    pub(super) fn look_at_heading(&mut self, level: usize, range: &Range<usize>) {
        if !self.look_for_front_matter(level, range) {
            self.look_for_heading_by_accident(range);
        }
        // The page's own title is the first level.
        let (level, before) = (level.max(2), self.typos.heading.max(1));
        self.typos.heading = level;
        if level > before + 1 {
            let end = range.start + self.text.get(range.clone()).unwrap_or("").trim_end().len();
            self.report(
                code::HEADING_ORDER,
                range.start..end,
                format!("this heading has level {level}, but the heading above it has level {before}"),
                &format!("start it with `{}`", "#".repeat(before + 1)),
            );
        }
    }

    /// `key: value` above `---` is a heading below the front matter: somebody wrote a second one, or pasted another file.
    fn look_for_front_matter(&mut self, level: usize, range: &Range<usize>) -> bool {
        let written = self.text.get(range.clone()).unwrap_or("").trim_end();
        let Some((lines, _)) = written.rsplit_once('\n').filter(|(_, last)| level == 2 && *last == "---")
        else {
            return false;
        };
        let is_pair = |line: &str| {
            line.split_once(": ").is_some_and(|(key, _)| {
                !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            })
        };
        let are_pairs = lines.lines().all(is_pair);
        // Those that would hide something were reported when the file was read.
        if are_pairs && !lines.lines().any(|line| line.starts_with("audience:")) {
            self.report(
                code::LITERAL_MARKUP,
                range.start..range.start + lines.len(),
                "this looks like front matter, but it stands below the front matter, and the page shows it as a heading",
                "move the lines up, between the two lines of `---` at the start of the file; a second record needs a file of its own",
            );
        }
        are_pairs
    }

    /// A paragraph that became a heading by the line below it, and a heading without words.
    fn look_for_heading_by_accident(&mut self, range: &Range<usize>) {
        let written = self.text.get(range.clone()).unwrap_or("").trim_end();
        if !written.is_empty() && written.chars().all(|c| c == '#' || c == ' ') {
            return self.report(
                code::LITERAL_MARKUP,
                range.start..range.start + written.len(),
                "this heading has no words",
                "write words after the `#`, or remove the line",
            );
        }
        let Some((words, _)) = written.rsplit_once('\n').filter(|(_, line)| {
            !line.trim().is_empty() && line.trim().chars().all(|c| matches!(c, '-' | '='))
        }) else {
            return;
        };
        if words.contains('\n') || words.trim_end().ends_with(['.', '。']) {
            self.report(
                code::LITERAL_MARKUP,
                range.start..range.start + words.len(),
                "this paragraph becomes a heading, because the line directly below it has only `-` or `=`",
                "put an empty line between them; for a heading, write `## ` and the words on one line",
            );
        }
    }

    /// A block of code that does not end: all that follows is a part of it.
    pub(super) fn look_for_end_of_code(&mut self, range: &Range<usize>) {
        let written = self.text.get(range.clone()).unwrap_or("").trim_end();
        let Some(mark) = written.chars().next().filter(|c| matches!(c, '`' | '~')) else { return };
        let length = written.len() - written.trim_start_matches(mark).len();
        let last =
            written.rsplit_once('\n').map_or("", |(_, last)| last.trim_start_matches([' ', '>', '\t']));
        let ends = last.len() >= length && last.chars().all(|c| c == mark);
        if !ends {
            let end = written.find('\n').unwrap_or(written.len());
            self.report(
                code::LITERAL_MARKUP,
                range.start..range.start + end,
                "this block of code does not end, so all that follows is shown as code",
                "put a line with the same signs below the code",
            );
        }
    }

    pub(super) fn begin_head(&mut self) {
        let output = self.output();
        self.typos.head = Some((output.html.len(), output.placeholders.len()));
    }

    /// A table without words in its head: nobody learns what its columns are.
    pub(super) fn look_at_head(&mut self, range: Range<usize>) {
        let Some((start, placeholders)) = self.typos.head.take() else { return };
        let output = self.output();
        let filled = output.placeholders.len() > placeholders;
        let html = output.html.get(start..).unwrap_or("");
        let words = html.split('<').any(|part| !is_blank(part.rsplit('>').next().unwrap_or("")));
        if !filled && !words {
            let end = range.start + self.text.get(range.clone()).unwrap_or("").trim_end().len();
            self.report(
                code::TABLE_WITHOUT_HEADER,
                range.start..end,
                "this table has no column names",
                "write the names of the columns into its first row",
            );
        }
    }

    /// Remembers a link, to look at its words when it ends.
    pub(super) fn begin_link_words(&mut self, range: Option<Range<usize>>) {
        self.typos.links.push((String::new(), range));
    }

    pub(super) fn note_link_words(&mut self, text: &str) {
        if let Some((words, _)) = self.typos.links.last_mut()
            && words.len() <= LONGEST_VAGUE
        {
            words.push_str(text.get(..text.floor_char_boundary(LONGEST_VAGUE + 1)).unwrap_or(""));
        }
    }

    /// A link called "here": those who listen to a list of links hear it ten times.
    pub(super) fn look_at_link_words(&mut self) {
        let Some((words, Some(range))) = self.typos.links.pop() else { return };
        let bare = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if VAGUE.contains(&bare.as_str()) {
            self.report(
                code::VAGUE_LINK,
                range,
                format!("the link text `{}` does not describe the target", words.trim()),
                "use the name of the target as the link text: `the [report of 2012](https://…)`",
            );
        }
    }

    pub(super) fn begin_language(&mut self) {
        self.typos.languages += 1;
    }

    pub(super) fn end_language(&mut self) {
        self.typos.languages = self.typos.languages.saturating_sub(1);
    }

    /// Characters that nobody sees, written as references such as `&#8;` or in the encoding of a URL. Those that stand in the
    /// file itself were reported when it was read.
    pub(super) fn look_for_unseen(&mut self, decoded: &str, range: &Range<usize>) {
        let written = self.text.get(range.clone()).unwrap_or("");
        if let Some((_, c)) = unseen(decoded).filter(|(_, c)| !written.contains(*c)) {
            self.report(
                code::CONTROL_CHARACTER,
                range.clone(),
                control_message(c),
                "delete the reference to the character",
            );
        }
    }

    /// Markdown that stayed what it was, and words in another script. `range` is where the text was written.
    pub(super) fn look_at_text(&mut self, text: &str, range: &Range<usize>) {
        if self.code || self.plan_block.is_some() {
            return;
        }
        if self.other_script.is_none()
            && self.typos.languages == 0
            && let Some(words) = in_other_script(text)
        {
            // What was written may be longer than what it means, when something is escaped in it.
            let exact = range.len() == text.len();
            let place =
                if exact { range.start + words.start..range.start + words.end } else { range.clone() };
            self.other_script = Some(self.place.span(place));
        }
        let Some(written) = self.text.get(range.clone()) else { return };
        let before = self.text.get(..range.start).unwrap_or("");
        let begins_line = before.chars().rev().find(|c| !matches!(c, ' ' | '\t')).is_none_or(|c| c == '\n');
        let mut lines_above =
            before.trim_end_matches([' ', '\t']).strip_suffix('\n').unwrap_or("").rsplit('\n');
        let (above, higher) = (lines_above.next().unwrap_or(""), lines_above.next().unwrap_or(""));
        // One line is reported, for all.
        let is_row =
            |line: &str| line.trim().len() > 1 && line.trim().starts_with('|') && line.trim().ends_with('|');
        if begins_line && is_row(written) && is_row(above) {
            return;
        }
        let follows = |line: &str, above: &str| literal::listed(line.trim_start(), above.trim_start());
        let listed = || follows(written, above).filter(|_| begins_line && follows(above, higher).is_none());
        let Some(slip) = literal::find(written, begins_line, is_unspaced).or_else(listed) else { return };
        let place = range.start + slip.place.start..range.start + slip.place.end;
        self.report(code::LITERAL_MARKUP, place, slip.message, slip.help);
    }
}
