//! Bodies and notes in Markdown.

use super::model::{Block, How, Key, Piece, Shape, Text};
use super::translations::{self, NOT_SHOWN};
use super::write::Writer;
use planbook::outline::{Numbering, OutlineId};

/// The body of a record. Where the book is the one that somebody shortened by hand, the lines of internal blocks are
/// gone, and what led to an internal record is plain text.
pub fn write(writer: &Writer<'_>, of: Key) -> String {
    let text = &writer.model.records[of].body;
    let mut out = String::new();
    let mut rest = text.blocks.as_slice();
    while let Some(first) = rest.first() {
        let length = match first.internal && !text.fences_apart {
            true => rest.iter().take_while(|block| block.internal).count(),
            false => 1,
        };
        let (run, after) = rest.split_at(length);
        let before = &text.blocks[..text.blocks.len() - rest.len()];
        match (first.internal, writer.deleted) {
            (true, true) => {}
            (true, false) => {
                let indent = " ".repeat(indent(text, before));
                let inside: Vec<String> = run.iter().map(|block| markdown(writer, of, block)).collect();
                out.push_str(&format!("{indent}:::internal\n{}{indent}:::\n", inside.join("\n")));
            }
            (false, _) => out.push_str(&markdown(writer, of, first)),
        }
        out.push('\n');
        rest = after;
    }
    out
}

/// After a list an indented line would belong to it, and the first line of a note sets how far the others are indented.
fn indent(text: &Text, before: &[Block]) -> usize {
    let plain = |shape| matches!(shape, Shape::Paragraph | Shape::Heading(_));
    match before.last() {
        Some(block) if plain(block.shape) && !block.internal => text.indent,
        _ => 0,
    }
}

fn markdown(writer: &Writer<'_>, of: Key, block: &Block) -> String {
    let lines: Vec<String> = block
        .lines
        .iter()
        .map(|pieces| {
            let written: Vec<String> =
                pieces.iter().map(|piece| inline(writer, of, piece, block.shape)).collect();
            written.join(" ")
        })
        .collect();
    let each = |before: &str, after: &str| -> String {
        lines.iter().map(|line| format!("{before}{line}{after}\n")).collect()
    };
    match block.shape {
        Shape::Paragraph => each("", ""),
        Shape::Heading(level) => format!("{} {}\n", "#".repeat(level), lines.join(" ")),
        Shape::Bullets => each("- ", ""),
        Shape::Numbers => each("1. ", ""),
        Shape::Quote => each("> ", ""),
        Shape::Table => format!("| what | when |\n|---|---|\n{}", each("| ", " | soon |")),
        Shape::Code => each("    ", ""),
        Shape::Footnote => format!("[^note]: {}\n", lines.join(" ")),
        Shape::Label => "[label]: https://label.example/\n".to_owned(),
    }
}

fn inline(writer: &Writer<'_>, of: Key, piece: &Piece, shape: Shape) -> String {
    match piece {
        Piece::Words(words) => words_of(writer, words),
        Piece::FootnoteMark => "[^note]".to_owned(),
        Piece::LabelMark => "[label]".to_owned(),
        Piece::File { file, words, .. } if writer.deleted && writer.is_closed(*file) => {
            words_of(writer, words)
        }
        Piece::File { file, picture, words } => {
            let path = relative(&writer.model.records[of].path, &writer.model.files[*file].path);
            let words = words_of(writer, words);
            format!("{}[{words}]({path})", if *picture { "!" } else { "" })
        }
        Piece::Link { to, how } if writer.deleted && writer.hidden[*to] => plain(writer, *to, how),
        Piece::Link { to, how } => match how {
            How::Bare => format!("{}[[{}]]", sign(writer), writer.id(*to)),
            How::Alias(alias) => format!("{}[[{alias}]]", sign(writer)),
            How::Words(words) if shape == Shape::Table => {
                format!("[[{}\\|{}]]", writer.id(*to), words_of(writer, words))
            }
            How::Words(words) => format!("[[{}|{}]]", writer.id(*to), words_of(writer, words)),
            How::Path(words) => {
                let records = &writer.model.records;
                let words = words_of(writer, words);
                format!("[{words}]({})", relative(&records[of].path, &records[*to].path))
            }
        },
    }
}

fn words_of(writer: &Writer<'_>, words: &str) -> String {
    if writer.translated { translations::words(words) } else { words.to_owned() }
}

/// The sign that a text has a link without words: what that becomes, where it leads to what is hidden, depends on the language.
fn sign(writer: &Writer<'_>) -> &'static str {
    if writer.translated { translations::BARE } else { "" }
}

/// What a link to a record that is not there shows as plain text.
fn plain(writer: &Writer<'_>, to: Key, how: &How) -> String {
    let number = |id: &str| {
        let numbering = if writer.model.parentheses { Numbering::Parentheses } else { Numbering::Dots };
        OutlineId::parse_number(id).map_or_else(
            || NOT_SHOWN[usize::from(writer.translated)].to_owned(),
            |number| number.number(numbering),
        )
    };
    let number = |id: &str| [sign(writer), &number(id)].concat();
    match how {
        How::Words(words) | How::Path(words) => words_of(writer, words),
        How::Bare => number(writer.id(to)),
        How::Alias(alias) => number(alias),
    }
}

/// The way from one file to another.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - 1 - shared.min(from.len() - 1));
    format!("{up}{}", to[shared.min(to.len() - 1)..].join("/"))
}
