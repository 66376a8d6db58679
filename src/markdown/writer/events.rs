//! Each event of the reader, as HTML.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

use super::state::{OpenHeading, OpenLink, Output, Writer};
use crate::characters::is_blank;
use crate::diag::code;
use crate::line_breaks;
use crate::markdown::fragment::{Converted, Fragment, Placeholder};
use crate::markdown::{Excerpt, abbreviation, escape};

impl Writer<'_> {
    /// Writes an event. `next` is the first character that is shown after a line break.
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>, next: Option<char>) {
        self.note_shown(&event, &range);
        if self.picture.is_some() {
            return self.picture_event(event, next);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) => {
                self.note_text(&code);
                self.is_seen |= !is_blank(&code);
                self.last_shown = code.chars().next_back();
                self.push("<code>");
                self.push_escaped(&code);
                self.push("</code>");
            }
            Event::Html(_) | Event::InlineHtml(_) => self.refuse_html(range),
            Event::SoftBreak => {
                let between = line_breaks::between(self.last_shown, next);
                self.note_text(between);
                if !between.is_empty() {
                    self.push("\n");
                }
            }
            Event::HardBreak => {
                let between = line_breaks::between(self.last_shown, next);
                self.note_text(between);
                self.push("<br>\n");
            }
            Event::Rule => {
                self.is_seen = true;
                self.rule(range);
            }
            Event::TaskListMarker(done) => self.push(if done { "☑ " } else { "☐ " }),
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push_escaped(&text),
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        self.last_shown = text.chars().next_back();
        if let Some(block) = &mut self.plan_block {
            let start = block.as_ref().map_or(range.start, |seen| seen.start);
            *block = Some(start..range.end);
        }
        if self.name_only {
            return;
        }
        self.look_for_unseen(text, &range);
        self.is_seen |= !is_blank(text);
        self.note_text(text);
        let in_link = self.links.iter().any(|link| matches!(link, OpenLink::Plain));
        if self.code {
            self.push_escaped(text);
            return;
        }
        let found = self.unread_emphasis(text, &range);
        if found.is_empty() {
            self.look_at_text(text, &range);
            return self.plain_text(text, in_link);
        }
        let mut written = 0;
        // The pieces stand in the source as they are shown.
        let place = |piece: Range<usize>| range.start + piece.start..range.start + piece.end;
        for emphasis in found {
            let before = written..emphasis.whole.start;
            for piece in [before.clone(), emphasis.words.clone()] {
                self.look_at_text(&text[piece.clone()], &place(piece));
            }
            self.plain_text(&text[before], in_link);
            let name = if emphasis.is_strong { "strong" } else { "em" };
            self.push(&format!("<{name}>"));
            self.plain_text(&text[emphasis.words], in_link);
            self.push(&format!("</{name}>"));
            written = emphasis.whole.end;
        }
        self.look_at_text(&text[written..], &place(written..text.len()));
        self.plain_text(&text[written..], in_link);
    }

    /// Text without markup; abbreviations in it are explained where no link or heading would hold another element.
    fn plain_text(&mut self, text: &str, in_link: bool) {
        if self.heading.is_some() || in_link {
            self.push_escaped(text);
            return;
        }
        let mut written = 0;
        for word in abbreviation::candidates(text) {
            self.push_escaped(&text[written..word.start]);
            let mut escaped = String::new();
            escape(&text[word.clone()], &mut escaped);
            self.output().placeholder(Placeholder::Word(escaped.len()));
            self.push(&escaped);
            written = word.end;
        }
        self.push_escaped(&text[written..]);
    }

    /// Remembers text for the excerpt and for the id of the heading it stands in.
    pub(super) fn note_text(&mut self, text: &str) {
        self.note_link_words(text);
        // A note is no part of the sentence that it stands below.
        if self.in_note > 0 && self.heading.is_none() {
            return;
        }
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

    /// Whether the tag is one within a line: text goes on over it.
    fn is_inline(tag: &Tag<'_>) -> bool {
        matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        )
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.depth += 1;
        if !Self::is_inline(&tag) {
            self.last_shown = None;
        }
        match tag {
            Tag::Paragraph => {
                self.look_at_tabs(&range);
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
                        range.clone(),
                        "a heading can have an id, but no class or other attribute",
                        "write only `{#id}` after its text, or nothing",
                    );
                }
                let id = id.and_then(|id| self.own_id(&id, &range));
                let (text, words) = (String::new(), Excerpt::default());
                self.heading = Some(OpenHeading { id, text, words, first_reference: self.references.len() });
                self.out.push(Output::default());
            }
            Tag::BlockQuote(kind) => self.push(block_quote(kind)),
            Tag::CodeBlock(kind) => {
                if matches!(kind, CodeBlockKind::Fenced(_)) {
                    self.look_for_end_of_code(&range);
                }
                self.start_code(&kind);
            }
            Tag::HtmlBlock => self.refuse_html_block(range),
            Tag::MetadataBlock(_) => {}
            Tag::List(first) => {
                self.begin_list(first);
                match first {
                    None => self.push("<ul>\n"),
                    Some(1) => self.push("<ol>\n"),
                    Some(first) => self.push(&format!("<ol start=\"{first}\">\n")),
                }
            }
            Tag::Item => {
                self.look_at_number(&range);
                self.note_text(" ");
                self.push("<li>");
            }
            Tag::FootnoteDefinition(name) => {
                self.look_at_note(&name, &range);
                self.in_note += 1;
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
            Tag::Emphasis => {
                self.look_at_factors(&range);
                self.push("<em>");
            }
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
            TagEnd::List(is_numbered) => {
                self.end_list();
                self.push(if is_numbered { "</ol>\n" } else { "</ul>\n" });
            }
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::FootnoteDefinition => {
                self.in_note = self.in_note.saturating_sub(1);
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
            TagEnd::TableRow => {
                self.look_at_row(&range);
                self.push("</tr>\n");
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Superscript => self.push("</sup>"),
            TagEnd::Subscript => self.push("</sub>"),
            TagEnd::Link => self.end_link(),
        }
    }

    pub(super) fn finish(mut self) -> Converted {
        self.end_blocks();
        self.look_for_lost();
        self.write_footnotes();
        self.check_heading_links();
        let mut out = Output::default();
        for part in std::mem::take(&mut self.out) {
            out.append(part);
        }
        // A text of characters without a shape is none.
        let is_seen = self.is_seen || !self.pictures.is_empty() || !self.references.is_empty();
        out.html.truncate(if is_seen { out.html.trim_end().len() } else { 0 });
        let length = out.html.len();
        out.placeholders.retain(|(at, _)| *at <= length);
        // A book is kept in memory as long as it is shown, so nothing keeps room to grow.
        out.html.shrink_to_fit();
        out.placeholders.shrink_to_fit();
        self.references.shrink_to_fit();
        self.headings.shrink_to_fit();
        self.excerpt.shrink_to_fit();
        let fragment = Fragment {
            html: out.html,
            placeholders: out.placeholders,
            references: self.references,
            site_links: self.site_links,
            plan_text: self.plan_text,
            headings: self.headings,
            excerpt: self.excerpt,
            pictures: self.pictures,
            other_script: self.other_script,
            sign: None,
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
