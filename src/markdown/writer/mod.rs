//! The event stream of pulldown-cmark, written as HTML.

mod blocks;
mod footnotes;
mod internal;
mod links;
mod literal;
mod pictures;
mod slips;
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::internal::{find, with_breaks};
use super::{Converted, Excerpt, Fragment, Heading, Hole, Picture, Place, Reference, abbreviation, escape};
use crate::diag::{Diagnostic, code};
use crate::limits::Limits;
use internal::OpenBlocks;
use pictures::OpenPicture;
use slips::Slips;

/// Converts `text`, which stands at `place` of the file at `path` (from the book's root).
pub fn to_fragment(text: &str, path: &str, place: Place<'_>, limits: &Limits) -> Converted {
    let blocks = find(text);
    let marked = (!blocks.bounds.is_empty()).then(|| with_breaks(text, &blocks.bounds));
    let text = marked.as_deref().unwrap_or(text);
    let mut writer = Writer::new(text, path, place, limits);
    for (range, message, help) in blocks.problems {
        writer.report(code::INTERNAL_BLOCK, range, message, help);
    }
    writer.blocks = OpenBlocks::new(blocks.bounds);
    if let Some(line) = deep_line(text) {
        writer.stop(
            line,
            "this line has too many levels of lists and quotations".to_owned(),
            "write it with fewer levels",
        );
        return writer.finish();
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, range) in TextMergeWithOffset::new(Parser::new_ext(text, options).into_offset_iter()) {
        if writer.depth > limits.markdown_nesting {
            writer.stop(
                range.clone(),
                format!(
                    "lists and quotations are nested too deeply, with more than {} levels",
                    limits.markdown_nesting
                ),
                "write it with fewer levels; `markdown-nesting` below `[limits]` in book.toml allows more",
            );
        }
        if writer.stopped {
            break;
        }
        writer.event(event, range);
    }
    writer.finish()
}

/// How many levels a line may begin with before the text is read at all: the reader of Markdown goes through all that are
/// open for each line, so a long line of them and many short ones would take an hour.
const MOST_LEVELS: usize = 200;

/// The first line that begins with so many lists and quotations that reading on makes no sense. A rule (`- - -`) begins
/// none.
fn deep_line(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let end = start + line.len();
        if line.len() > MOST_LEVELS {
            let indent = line.len() - line.trim_start().len();
            let marks = line.bytes().take_while(|byte| b" \t>-+*.)0123456789".contains(byte));
            let marks: Vec<u8> = marks.filter(|byte| b">-+*.)".contains(byte)).collect();
            let is_rule = marks.len() == line.bytes().filter(|byte| !byte.is_ascii_whitespace()).count()
                && marks.iter().all(|mark| b"-*".contains(mark) && *mark == marks[0]);
            if !marks.is_empty() && indent / 2 + marks.len() > MOST_LEVELS && !is_rule {
                return Some(start..start + line.trim_end().len());
            }
        }
        start = end;
    }
    None
}

/// A piece of output under construction: the body, a heading, a footnote.
#[derive(Default)]
struct Output {
    html: String,
    holes: Vec<(usize, Hole)>,
}

impl Output {
    fn append(&mut self, other: Self) {
        let base = self.html.len();
        self.html.push_str(&other.html);
        self.holes.extend(other.holes.into_iter().map(|(at, hole)| (at + base, hole)));
    }

    fn hole(&mut self, hole: Hole) {
        self.holes.push((self.html.len(), hole));
    }
}

/// What an open `[` became, to close it the same way.
enum OpenLink {
    Reference(usize),
    Plain,
    /// Words in another language.
    Language,
    Nothing,
}

/// A heading that is being read.
struct OpenHeading {
    id: Option<String>,
    /// What its id is made of.
    text: String,
    words: Excerpt,
    first_reference: usize,
}

struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
    start: Range<usize>,
}

struct Writer<'a> {
    /// What is read, for what Markdown made nothing of.
    text: &'a str,
    path: &'a str,
    place: Place<'a>,
    limits: &'a Limits,
    /// Whether a limit was passed: what comes after is not looked at.
    stopped: bool,
    blocks: OpenBlocks,
    out: Vec<Output>,
    references: Vec<Reference>,
    plan_text: Vec<crate::diag::Span>,
    diagnostics: Vec<Diagnostic>,
    links: Vec<OpenLink>,
    /// How many links the text had so far, of all kinds.
    link_count: usize,
    picture: Option<OpenPicture>,
    pictures: Vec<Picture>,
    /// The first letter after `[[id]]` must not be written: the record's name stands there.
    name_only: bool,
    heading: Option<OpenHeading>,
    headings: Vec<Heading>,
    heading_ids: BTreeSet<String>,
    heading_counts: BTreeMap<String, usize>,
    /// Links to headings of the same text, to be proven at its end.
    heading_links: Vec<(String, Range<usize>)>,
    table: Option<Table>,
    code: bool,
    /// The range of the open plan-text block.
    plan_block: Option<Option<Range<usize>>>,
    footnotes: Vec<(String, Output)>,
    footnote_numbers: BTreeMap<String, usize>,
    soft_break: bool,
    depth: usize,
    /// Cells of all tables.
    cells: usize,
    excerpt: Excerpt,
    slips: Slips,
    other_script: Option<crate::diag::Span>,
}

impl<'a> Writer<'a> {
    fn new(text: &'a str, path: &'a str, place: Place<'a>, limits: &'a Limits) -> Self {
        Self {
            text,
            path,
            place,
            limits,
            stopped: false,
            blocks: OpenBlocks::default(),
            out: vec![Output::default()],
            references: Vec::new(),
            plan_text: Vec::new(),
            diagnostics: Vec::new(),
            links: Vec::new(),
            link_count: 0,
            picture: None,
            pictures: Vec::new(),
            name_only: false,
            heading: None,
            headings: Vec::new(),
            heading_ids: BTreeSet::new(),
            heading_counts: BTreeMap::new(),
            heading_links: Vec::new(),
            table: None,
            code: false,
            plan_block: None,
            footnotes: Vec::new(),
            footnote_numbers: BTreeMap::new(),
            soft_break: false,
            depth: 0,
            cells: 0,
            excerpt: Excerpt::default(),
            slips: Slips::default(),
            other_script: None,
        }
    }

    /// The innermost output; there is always one.
    fn output(&mut self) -> &mut Output {
        if self.out.is_empty() {
            self.out.push(Output::default());
        }
        let last = self.out.len() - 1;
        &mut self.out[last]
    }

    fn push(&mut self, html: &str) {
        self.output().html.push_str(html);
    }

    fn push_escaped(&mut self, text: &str) {
        escape(text, &mut self.output().html);
    }

    fn report(&mut self, code: code::Code, range: Range<usize>, message: impl Into<String>, help: &str) {
        self.diagnostics.push(Diagnostic::new(code, self.place.span(range), message).help(help));
    }

    /// Reports that a limit was passed, and ends the reading.
    fn stop(&mut self, range: Range<usize>, message: String, help: &str) {
        self.report(code::TOO_DEEP, range, message, help);
        self.stopped = true;
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.picture.is_some() {
            return self.picture_event(event);
        }
        if self.soft_break && !matches!(event, Event::Text(_)) {
            self.flush_soft_break("");
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) => {
                self.note_text(&code);
                self.push("<code>");
                self.push_escaped(&code);
                self.push("</code>");
            }
            Event::Html(_) | Event::InlineHtml(_) => self.report(
                code::RAW_HTML,
                range,
                "a text cannot contain HTML",
                "use Markdown: `**bold**`, `*emphasis*`, `[text](https://…)`, tables with `|`; write `&lt;` for a less-than sign",
            ),
            Event::SoftBreak => {
                self.note_text(" ");
                self.soft_break = true;
            }
            Event::HardBreak => {
                self.note_text(" ");
                self.push("<br>\n");
            }
            Event::Rule => self.rule(range),
            Event::TaskListMarker(done) => self.push(if done { "☑ " } else { "☐ " }),
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push_escaped(&text),
        }
    }

    /// A line break in the source is a space, but between two characters of a script without spaces it is nothing.
    fn flush_soft_break(&mut self, next: &str) {
        self.soft_break = false;
        let before = self.output().html.chars().next_back();
        let joined = before.is_some_and(is_cjk) && next.chars().next().is_some_and(is_cjk);
        if !joined {
            self.push("\n");
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.soft_break {
            self.flush_soft_break(text);
        }
        if let Some(block) = &mut self.plan_block {
            let start = block.as_ref().map_or(range.start, |seen| seen.start);
            *block = Some(start..range.end);
        }
        if self.name_only {
            return;
        }
        self.look_at_text(text, &range);
        self.note_text(text);
        let in_link = self.links.iter().any(|link| matches!(link, OpenLink::Plain));
        if self.code || self.heading.is_some() || in_link {
            self.push_escaped(text);
            return;
        }
        let mut written = 0;
        for word in abbreviation::candidates(text) {
            self.push_escaped(&text[written..word.start]);
            let mut escaped = String::new();
            escape(&text[word.clone()], &mut escaped);
            self.output().hole(Hole::Word(escaped.len()));
            self.push(&escaped);
            written = word.end;
        }
        self.push_escaped(&text[written..]);
    }

    /// Remembers text for the excerpt and for the id of the heading it stands in.
    fn note_text(&mut self, text: &str) {
        self.note_link_words(text);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
            heading.words.push(text);
            return;
        }
        if self.code || self.table.is_some() || self.excerpt.is_full() {
            return;
        }
        self.excerpt.push(text);
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.depth += 1;
        match tag {
            Tag::Paragraph => {
                if !self.excerpt.is_empty() {
                    self.excerpt.push(" ");
                }
                self.push("<p>");
            }
            Tag::Heading { level, id, classes, attrs } => {
                self.look_at_heading(level as usize, &range);
                if !classes.is_empty() || !attrs.is_empty() {
                    self.report(
                        code::HEADING_ATTRIBUTE,
                        range,
                        "a heading can have an id, but no class or other attribute",
                        "write only `{#id}` after its text, or nothing",
                    );
                }
                let id = id.map(|id| slug(&id));
                let (text, words) = (String::new(), Excerpt::default());
                self.heading = Some(OpenHeading { id, text, words, first_reference: self.references.len() });
                self.out.push(Output::default());
            }
            Tag::BlockQuote(kind) => self.push(block_quote(kind)),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::HtmlBlock | Tag::MetadataBlock(_) => {}
            Tag::List(None) => self.push("<ul>\n"),
            Tag::List(Some(1)) => self.push("<ol>\n"),
            Tag::List(Some(first)) => self.push(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => {
                self.note_text(" ");
                self.push("<li>");
            }
            Tag::FootnoteDefinition(name) => {
                self.footnotes.push((name.to_string(), Output::default()));
                self.out.push(Output::default());
            }
            Tag::DefinitionList => self.push("<dl>\n"),
            Tag::DefinitionListTitle => self.push("<dt>"),
            Tag::DefinitionListDefinition => self.push("<dd>"),
            Tag::Table(alignments) => self.start_table(alignments, range),
            Tag::TableHead => {
                self.set_head(true);
                self.push("<thead><tr>");
                self.begin_head();
            }
            Tag::TableRow => {
                self.set_head(false);
                self.push("<tr>");
            }
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<del>"),
            Tag::Superscript => self.push("<sup>"),
            Tag::Subscript => self.push("<sub>"),
            Tag::Link { link_type, dest_url, .. } => self.start_link(link_type, &dest_url, range),
            Tag::Image { link_type, dest_url, .. } => self.start_picture(link_type, &dest_url, range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        self.depth = self.depth.saturating_sub(1);
        match tag {
            TagEnd::Paragraph => self.push("</p>\n"),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) => self.push("</blockquote>\n"),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) | TagEnd::Image => {}
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::FootnoteDefinition => {
                let output = self.out.pop().unwrap_or_default();
                if let Some((_, footnote)) = self.footnotes.last_mut() {
                    *footnote = output;
                }
            }
            TagEnd::DefinitionList => self.push("</dl>\n"),
            TagEnd::DefinitionListTitle => self.push("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.push("</dd>\n"),
            TagEnd::Table => {
                self.table = None;
                self.push("</tbody></table></div>\n");
            }
            TagEnd::TableHead => {
                self.look_at_head(range);
                self.push("</tr></thead>\n<tbody>");
            }
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Superscript => self.push("</sup>"),
            TagEnd::Subscript => self.push("</sub>"),
            TagEnd::Link => self.end_link(),
        }
    }

    fn finish(mut self) -> Converted {
        self.end_blocks();
        self.write_footnotes();
        self.prove_heading_links();
        let mut out = Output::default();
        for part in std::mem::take(&mut self.out) {
            out.append(part);
        }
        out.html.truncate(out.html.trim_end().len());
        let length = out.html.len();
        out.holes.retain(|(at, _)| *at <= length);
        // A book is kept in memory as long as it is shown, so nothing keeps room to grow.
        out.html.shrink_to_fit();
        out.holes.shrink_to_fit();
        self.references.shrink_to_fit();
        self.headings.shrink_to_fit();
        self.excerpt.shrink_to_fit();
        let fragment = Fragment {
            html: out.html,
            holes: out.holes,
            references: self.references,
            plan_text: self.plan_text,
            headings: self.headings,
            excerpt: self.excerpt,
            pictures: self.pictures,
            other_script: self.other_script,
        };
        (fragment, self.diagnostics)
    }
}

fn block_quote(kind: Option<BlockQuoteKind>) -> &'static str {
    match kind {
        None => "<blockquote>\n",
        Some(BlockQuoteKind::Note) => "<blockquote class=\"note\">\n",
        Some(BlockQuoteKind::Tip) => "<blockquote class=\"tip\">\n",
        Some(BlockQuoteKind::Important) => "<blockquote class=\"important\">\n",
        Some(BlockQuoteKind::Warning) => "<blockquote class=\"warning\">\n",
        Some(BlockQuoteKind::Caution) => "<blockquote class=\"caution\">\n",
    }
}

/// The id of a heading: letters and digits of any script, lower case, joined by `-`.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Whether the script of this character is written without spaces between words.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests;
