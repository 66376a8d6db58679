//! Blocks of Markdown, and how several of them are one: in a list, in a quotation, on a page.

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Title,
    Heading,
    Paragraph,
    List,
    Other,
}

/// A paragraph, a list, a table.
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) text: String,
}

impl Block {
    pub(super) fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

/// Blocks one below the other.
pub(super) fn joined(blocks: &[Block]) -> String {
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// Blocks as an entry of a list: a list stands directly below the words that it belongs to.
pub(super) fn entry(marker: &str, blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut before = None;
    for block in blocks {
        match before {
            None => {}
            Some(Kind::Paragraph) if block.kind == Kind::List => text.push('\n'),
            Some(_) => text.push_str("\n\n"),
        }
        text.push_str(&block.text);
        before = Some(block.kind);
    }
    let indent = " ".repeat(marker.len());
    let mut lines = text.lines();
    let mut entry = [marker, lines.next().unwrap_or_default()].concat();
    for line in lines {
        entry.push('\n');
        if !line.is_empty() {
            entry.extend([indent.as_str(), line]);
        }
    }
    entry
}

/// Blocks as a quotation.
pub(super) fn quoted(blocks: &[Block]) -> String {
    let quoted = |line: &str| format!("> {line}").trim_end().to_owned();
    joined(blocks).lines().map(quoted).collect::<Vec<_>>().join("\n")
}
