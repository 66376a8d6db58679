//! A page read as a browser reads it, with all that the browser would have to repair.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TreeSink as _;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::Finding;
use super::balance::Balance;
use crate::diag::code;
use crate::web_page::Document;
use crate::web_page::{Complaint, Handle, Sink};

/// What the parser says, and what is said for it. `{}` is the tag that it was reading.
const WORDS: &[(&str, &str)] = &[
    ("Duplicate attribute", "an element has the same attribute twice"),
    (
        "No <p> tag to close",
        "`</p>` closes a paragraph that already ended: a list, a table or a `<div>` ends a paragraph",
    ),
    ("Found special tag while closing generic tag", "`{}` closes no element here"),
    ("No matching tag to close", "`{}` closes no element here"),
    ("No heading tag to close", "`{}` closes no element here"),
    ("Unacknowledged self-closing tag", "`{}` is not closed by `/>`"),
    ("Closing wrong heading tag", "`{}` closes a heading of another level"),
    ("nested heading tags", "`{}` starts inside a heading"),
    ("nested buttons", "`{}` starts inside a button"),
    ("nested forms", "`{}` starts inside a form"),
    ("Attributes on an end tag", "a tag that closes an element has attributes"),
    ("Non-space table text", "there is text between the rows or cells of a table"),
];

/// Reads a page: its elements, and the errors in how they are written.
pub(super) fn parse(html: &str) -> (Document, Vec<Finding>) {
    // Without scripts, as most readers of a plan's pages are served: what is in `<noscript>` is seen.
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let watch = TagWatch { builder: TreeBuilder::new(Sink::new(), options), balance: RefCell::default() };
    let tokenizer = Tokenizer::new(watch, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    // The tokenizer stops at the end of each script.
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    let TagWatch { builder, balance } = tokenizer.sink;
    let mut balance = balance.into_inner();
    balance.end();
    let complaints = builder.sink.complaints.take();
    let has_doctype = builder.sink.has_doctype.get();
    (builder.sink.finish(), findings(balance.findings, complaints, has_doctype))
}

fn findings(balance: Vec<Finding>, complaints: Vec<Complaint>, has_doctype: bool) -> Vec<Finding> {
    let mut found = balance;
    if !has_doctype {
        found.push(
            Finding::new(code::INVALID_HTML, 1, "the page does not start with `<!doctype html>`")
                .help("without it, browsers use an outdated display mode"),
        );
    }
    // What the parser says of a page with a forgotten tag follows from that tag, and would only confuse.
    if found.is_empty() {
        found.extend(complaints.into_iter().map(finding));
    }
    found
}

fn finding(complaint: Complaint) -> Finding {
    let Complaint { line, token, words } = complaint;
    let known = WORDS.iter().find(|(said, _)| *said == words);
    let message = match known {
        Some((_, words)) => words.replace("{}", &token),
        None if words == "Unexpected token" && !token.is_empty() => format!("`{token}` is not allowed here"),
        None if token.is_empty() => format!("the HTML is wrong: {}", words.to_lowercase()),
        None => format!("the HTML is wrong at `{token}`: {}", words.to_lowercase()),
    };
    Finding::new(code::INVALID_HTML, line, message).help(
        "check how the elements around this line are nested: browsers correct such errors in different ways",
    )
}

/// Looks at every tag as it is written before the parser makes something of it.
struct TagWatch {
    builder: TreeBuilder<Handle, Sink>,
    balance: RefCell<Balance>,
}

impl TagWatch {
    fn note(&self, tag: &Tag, line: usize) {
        let mut balance = self.balance.borrow_mut();
        let written = match tag.kind {
            TagKind::StartTag => {
                balance.opens(&tag.name, tag.self_closing, line);
                format!("<{}>", tag.name)
            }
            TagKind::EndTag => {
                balance.closes(&tag.name, line);
                format!("</{}>", tag.name)
            }
        };
        *self.builder.sink.token.borrow_mut() = written;
    }
}

impl TokenSink for TagWatch {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        match &token {
            Token::TagToken(tag) => self.note(tag, usize::try_from(line).unwrap_or(usize::MAX)),
            // What is said of anything else must not be said of the last tag.
            _ => self.builder.sink.token.borrow_mut().clear(),
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
