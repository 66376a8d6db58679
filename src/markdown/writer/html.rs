//! HTML in a text, which no page takes: what to write instead.

use std::ops::Range;

use super::state::Writer;
use crate::diag::{Diagnostic, code};

/// The longest line for which the Markdown is looked for.
const LONGEST: usize = 2_000;
/// The start of a remark.
const REMARK: &str = "<!--";

impl Writer<'_> {
    /// Reports a block of HTML, which may have many lines, once: with its Markdown where all of it has one.
    pub(super) fn refuse_html_block(&mut self, range: Range<usize>) {
        let block = self.text.get(range.clone()).unwrap_or("").trim_end();
        self.typos.html_end = range.end;
        let markdown = Some(block)
            .filter(|block| block.len() <= LONGEST && self.is_whole_body())
            .and_then(|block| markdown(block, self.breaks_in("")))
            .filter(|markdown| markdown != block);
        // Without a correction, the first line shows what is meant.
        let shown = if markdown.is_some() { block } else { block.lines().next().unwrap_or("").trim_end() };
        self.refuse(range.start..range.start + shown.len(), block.starts_with(REMARK), markdown);
    }

    /// Reports the first tag of a line, with the line's Markdown: a line with a link has two tags and one mistake.
    pub(super) fn refuse_html(&mut self, range: Range<usize>) {
        let start = self.text.get(..range.start).and_then(|text| text.rfind('\n')).map_or(0, |line| line + 1);
        if range.start < self.typos.html_end || self.typos.html_line == Some(start) {
            return;
        }
        self.typos.html_line = Some(start);
        let rest = self.text.get(start..).unwrap_or("");
        let line = rest.lines().next().unwrap_or("").trim_end();
        let column = range.start - start;
        let end = line.rfind('>').map_or(line.len(), |end| end + 1).max(column);
        let written = line.get(column..end).filter(|written| written.len() <= LONGEST);
        let breaks = match line.get(end..).is_some_and(|after| !after.trim().is_empty()) {
            // What stands behind the last tag is on the next line then.
            true if self.breaks_in(line) == Breaks::Between => Breaks::Everywhere,
            _ => self.breaks_in(line),
        };
        let markdown = written
            .filter(|_| self.is_whole_body())
            .and_then(|written| markdown(written, breaks).filter(|markdown| markdown != written));
        let is_remark = self.text.get(range.clone()).is_some_and(|tag| tag.starts_with(REMARK));
        let place = if markdown.is_some() { range.start..start + end } else { range };
        self.refuse(place, is_remark, markdown);
    }

    /// Where the line has signs of its own before its words, the next line would need them too.
    fn breaks_in(&self, line: &str) -> Breaks {
        let plain = line.is_empty() || line.starts_with(|c: char| c.is_alphabetic() || c == '<');
        if plain && self.table.is_none() { Breaks::Between } else { Breaks::Nowhere }
    }

    fn refuse(&mut self, place: Range<usize>, is_remark: bool, markdown: Option<String>) {
        let (message, help) = match is_remark {
            true => (
                "a text cannot contain a remark (`<!-- … -->`)",
                "delete it, from `<!--` to `-->`; a remark for those who edit the file is a line that begins with `# ` in the front matter",
            ),
            false => (
                "a text cannot contain HTML",
                "use Markdown: `**bold**`, `*emphasis*`, `[text](https://…)`, tables with `|`; write `&lt;` for a less-than sign",
            ),
        };
        let problem = Diagnostic::new(code::RAW_HTML, self.place.span(place), message).help(help);
        self.diagnostics.push(match markdown {
            Some(markdown) => problem.fix(markdown),
            None => problem,
        });
    }
}

/// Where a line may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Breaks {
    Nowhere,
    /// Where words follow.
    Between,
    /// At the end too: words follow that are not looked at.
    Everywhere,
}

/// A line of HTML as Markdown; nothing when that could lose something.
fn markdown(html: &str, breaks: Breaks) -> Option<String> {
    let mut text = String::new();
    let mut links: Vec<String> = Vec::new();
    // The marks that are open, each with the place where its words begin.
    let mut marks: Vec<(&str, usize)> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let end = at + rest[at..].find('>')? + 1;
        let tag = rest[at + 1..end - 1].trim().trim_end_matches('/').trim();
        rest = &rest[end..];
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "br" => {
                let is_last = rest.trim().is_empty();
                if breaks == Breaks::Nowhere || text.ends_with('\n') || text.ends_with('\\') {
                    return None;
                }
                // At the end of a line the break is there already.
                text.push_str(if is_last && breaks == Breaks::Between { "\\" } else { "\\\n" });
                rest = rest.trim_start();
            }
            "a" => {
                links.push(href(attributes)?.to_owned());
                text.push('[');
            }
            "/a" => text.push_str(&format!("]({})", links.pop()?)),
            // The next paragraph begins after an empty line.
            "/p" if rest.trim_start_matches(' ').starts_with('\n') => text.push('\n'),
            "p" | "/p" | "span" | "/span" | "font" | "/font" => {}
            name => match name.strip_prefix('/') {
                None => {
                    let mark = mark(name)?;
                    text.push_str(mark);
                    marks.push((mark, text.len()));
                }
                Some(name) => {
                    let (open, begins) = marks.pop()?;
                    let words = text.get(begins..)?;
                    // With a blank inside, or with nothing, the signs would stand on the page.
                    if mark(name)? != open
                        || words.is_empty()
                        || words.trim() != words
                        || words.contains(['*', '`'])
                    {
                        return None;
                    }
                    text.push_str(open);
                }
            },
        }
    }
    text.push_str(rest);
    (links.is_empty() && marks.is_empty()).then_some(text)
}

/// The sign of Markdown for a tag.
fn mark(name: &str) -> Option<&'static str> {
    match name {
        "b" | "strong" => Some("**"),
        "i" | "em" => Some("*"),
        "del" | "s" => Some("~~"),
        "code" => Some("`"),
        _ => None,
    }
}

/// The address of a link, when it needs no escapes.
fn href(attributes: &str) -> Option<&str> {
    // What else it says, such as a `title`, would be lost.
    if attributes.to_ascii_lowercase().contains("title") {
        return None;
    }
    let (_, value) = attributes.split_once("href=")?;
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (address, _) = value[1..].split_once(mark)?;
    let plain = !address.is_empty() && !address.contains([' ', '(', ')', '<', '>', '&', '\\']);
    plain.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::{Breaks, markdown};

    #[test]
    fn tags_with_a_sign_of_markdown_become_that_sign() {
        for (html, right) in [
            ("<a href=\"https://x.example/\">Y</a>", Some("[Y](https://x.example/)")),
            ("<b>Bold</b> and <em>more</em><br>", Some("**Bold** and *more*\\")),
            ("one<br/>two", Some("one\\\ntwo")),
            ("<p>Words</p>", Some("Words")),
            ("<p>Words</p>\n<p>More</p>", Some("Words\n\nMore")),
            ("<b> bold </b>", None),
            ("A <i>word </i>here", None),
            ("<i></i>x<b></b>", None),
            ("<i>*</i>", None),
            ("<b>x", None),
            ("a<br><br>b", None),
            ("<a href=\"https://x.example/\" title=\"More\">Y</a>", None),
            ("<a href=\"https://x.example/\" target=_blank>Y</a>", Some("[Y](https://x.example/)")),
            ("<a name=\"x\">Y</a>", None),
            ("<a href=\"https://x.example/(1)\">Y</a>", None),
            ("<img src=\"x.png\">", None),
            ("<script>alert(1)</script>", None),
            ("</a>", None),
            ("<!-- remark -->", None),
        ] {
            assert_eq!(markdown(html, Breaks::Between).as_deref(), right, "{html}");
        }
        assert_eq!(markdown("a<br>b", Breaks::Nowhere), None);
        assert_eq!(markdown("a<br>", Breaks::Everywhere).as_deref(), Some("a\\\n"));
    }
}
