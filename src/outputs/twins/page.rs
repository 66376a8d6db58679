//! A finished page as its twin.

use super::addresses::Addresses;
use super::blocks::blocks;
use super::line::Source;
use super::lists::{Block, Kind, joined};
use super::shown::{children, has_class, is_left_out, is_one_link};
use crate::render::Messages;
use crate::text_document::escape;
use crate::web_page::{Document, NodeId, read};

/// The twin of a page. `about` says in a sentence what it is about.
pub(super) fn twin(html: &str, addresses: &Addresses<'_>, words: &Messages, about: Option<&str>) -> String {
    let document = read(html);
    let source = Source { document: &document, addresses, words };
    let around = Around::of(&document);
    let of = |nodes: Vec<NodeId>| blocks(source, nodes.into_iter());
    let mut page = of(around.main.map_or_else(Vec::new, |main| children(&document, main).collect()));
    // What is said of the whole page stands below its title.
    let at = page.iter().position(|block| block.kind == Kind::Title).map_or(0, |at| at + 1);
    let above = of(around.above).into_iter().chain(about.map(sentence)).collect::<Vec<_>>();
    page.splice(at..at, above);
    let below = of(around.below);
    if !below.is_empty() {
        page.push(Block::new(Kind::Other, "---"));
        page.extend(below);
    }
    joined(&page) + "\n"
}

/// What a page says first, as Markdown without links to other pages: an editor shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InShort {
    /// What the record is called.
    pub title: String,
    /// What stands above the first heading, and beside the text.
    pub facts: String,
}

/// The head of a page, and what stands beside its text. None where the page has no title. `about` says in a sentence what it
/// is about.
pub(in super::super) fn in_short(html: &str, words: &Messages, about: Option<&str>) -> Option<InShort> {
    let document = read(html);
    let addresses = Addresses::outside();
    let source = Source { document: &document, addresses: &addresses, words };
    let around = Around::of(&document);
    let mut page = blocks(source, children(&document, around.main?)).into_iter();
    let title = page.by_ref().find(|block| block.kind == Kind::Title)?;
    let above = blocks(source, around.above.into_iter());
    let head = page.take_while(|block| block.kind != Kind::Heading);
    let is_aside = |node: &NodeId| has_class(&document, *node, "aside");
    let beside = blocks(source, document.in_order().into_iter().filter(is_aside));
    let head = above.into_iter().chain(about.map(sentence)).chain(head);
    let all: Vec<Block> = head.chain(beside.into_iter().map(as_line)).collect();
    Some(InShort { title: title.text.trim_start_matches("# ").to_owned(), facts: joined(&all) })
}

fn sentence(about: &str) -> Block {
    Block::new(Kind::Paragraph, escape(about))
}

/// A heading as a line in bold.
fn as_line(block: Block) -> Block {
    match block.kind {
        Kind::Heading => {
            Block::new(Kind::Paragraph, ["**", block.text.trim_start_matches(['#', ' ']), "**"].concat())
        }
        _ => block,
    }
}

/// What is said around the main part of a page: notices and paragraphs, but nothing that leads through the site.
#[derive(Default)]
struct Around {
    main: Option<NodeId>,
    above: Vec<NodeId>,
    below: Vec<NodeId>,
}

impl Around {
    fn of(document: &Document) -> Self {
        let mut around = Self::default();
        let mut found = document.in_order().into_iter();
        let body = found.find(|node| document.nodes[*node].name == "body");
        if let Some(body) = body {
            around.find(document, body);
            // A theme may have no main part.
            if around.main.is_none() {
                around = Self { main: Some(body), ..Self::default() };
            }
        }
        around
    }

    fn find(&mut self, document: &Document, node: NodeId) {
        for child in document.nodes[node].children.iter().copied() {
            let name = document.nodes[child].name.as_str();
            if name.is_empty() || (is_left_out(document, child) && name != "footer") {
                continue;
            }
            match name {
                "main" => self.main = Some(child),
                "p" if is_one_link(document, child) => {}
                "p" | "aside" if self.main.is_some() => self.below.push(child),
                "p" | "aside" => self.above.push(child),
                _ => self.find(document, child),
            }
        }
    }
}
