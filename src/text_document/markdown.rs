//! The text as Markdown that shows each word letter by letter.

use std::fmt::Write as _;

use super::blocks::{Block, Inline, Table, TextDocument};
use super::escape::escape;

/// The text as Markdown.
pub fn markdown(document: &TextDocument) -> String {
    let mut text = format!("# {}\n", escape(&document.title));
    for block in &document.blocks {
        text.push('\n');
        match block {
            Block::Heading(level, own) => {
                let marks = "#".repeat(usize::from(*level) + 1);
                let _ = writeln!(text, "{marks} {}", line(own));
            }
            Block::Paragraph(own) => {
                let _ = writeln!(text, "{}", line(own));
            }
            Block::Quote(own) => {
                let _ = writeln!(text, "> {}", line(own));
            }
            Block::Bullets(lines) => {
                lines.iter().for_each(|own| {
                    let _ = writeln!(text, "- {}", line(own));
                });
            }
            Block::Numbers(lines) => {
                for (at, own) in lines.iter().enumerate() {
                    let _ = writeln!(text, "{}. {}", at + 1, line(own));
                }
            }
            Block::Table(own) => table(&mut text, own),
        }
    }
    text
}

fn table(text: &mut String, table: &Table) {
    let head: Vec<String> = table.head.iter().map(|word| escape(word)).collect();
    let _ = writeln!(text, "| {} |", head.join(" | "));
    let rule = if table.numeric { "---:|" } else { "---|" };
    let _ = writeln!(text, "|---|{}", rule.repeat(table.head.len().saturating_sub(1)));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| line(cell)).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
}

fn line(parts: &[Inline]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            // What stands between two parts are the spaces at their ends, which are no markup.
            Inline::Text(words) => {
                text.push_str(if words.starts_with(' ') { " " } else { "" });
                text.push_str(&escape(words));
                text.push_str(if words.ends_with(' ') && words.len() > 1 { " " } else { "" });
            }
            Inline::Strong(words) => {
                let _ = write!(text, "**{}**", escape(words));
            }
            Inline::Link(words, address) => {
                let address =
                    address.replace('<', "%3C").replace('>', "%3E").replace('|', "%7C").replace('\\', "%5C");
                let _ = write!(text, "[{}](<{address}>)", escape(words));
            }
        }
    }
    text
}
