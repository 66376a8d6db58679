//! The text as one page of HTML that needs nothing else: no script, no picture, no file beside it.

use std::fmt::Write as _;

use pulldown_cmark_escape::escape_html;

use super::blocks::{Block, Inline, Table, TextDocument};
use crate::direction;

/// How the page looks. Colours and fonts are those of the reader but for lines.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}\
h1,h2,h3,h4{line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid}\
table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:start;font-weight:bold}\
th,td{border:1px solid;padding:.25rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}\
.num{text-align:end;white-space:nowrap}a{overflow-wrap:anywhere}\
@media print{body{max-width:none;margin:0}h2,h3,h4{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}}";

/// The text as a page.
pub fn html(document: &TextDocument) -> String {
    let mut page = String::from("<!DOCTYPE html>\n");
    let dir = direction::dir(&document.language).map(|dir| format!(" dir=\"{dir}\"")).unwrap_or_default();
    let _ = writeln!(page, "<html lang=\"{}\"{dir}>\n<head>", escaped(&document.language));
    page.push_str("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    page.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    let title = escaped(&document.title);
    let _ = writeln!(
        page,
        "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    );
    for block in &document.blocks {
        write_block(&mut page, block);
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn write_block(page: &mut String, block: &Block) {
    let list = |lines: &[Vec<Inline>]| {
        lines.iter().map(|own| format!("<li>{}</li>\n", line(own))).collect::<String>()
    };
    let text = match block {
        Block::Heading(level, own) => format!("<h{0}>{1}</h{0}>", level + 1, line(own)),
        Block::Paragraph(own) => format!("<p>{}</p>", line(own)),
        Block::Quote(own) => format!("<blockquote><p>{}</p></blockquote>", line(own)),
        Block::Bullets(lines) => format!("<ul>\n{}</ul>", list(lines)),
        Block::Numbers(lines) => format!("<ol>\n{}</ol>", list(lines)),
        Block::Table(own) => table(own),
    };
    let _ = writeln!(page, "{text}");
}

fn table(table: &Table) -> String {
    let class = |at: usize| if table.numeric && at > 0 { " class=\"num\"" } else { "" };
    let mut text = format!("<table>\n<caption>{}</caption>\n<thead><tr>", escaped(&table.caption));
    for (at, word) in table.head.iter().enumerate() {
        let _ = write!(text, "<th scope=\"col\"{}>{}</th>", class(at), escaped(word));
    }
    text.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        text.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let _ = match at {
                0 => write!(text, "<th scope=\"row\">{}</th>", line(cell)),
                _ => write!(text, "<td{}>{}</td>", class(at), line(cell)),
            };
        }
        text.push_str("</tr>\n");
    }
    text + "</tbody>\n</table>"
}

fn line(parts: &[Inline]) -> String {
    let part = |part: &Inline| match part {
        Inline::Text(words) => escaped(words),
        Inline::Strong(words) => format!("<strong>{}</strong>", escaped(words)),
        Inline::Link(words, address) => format!("<a href=\"{}\">{}</a>", escaped(address), escaped(words)),
    };
    parts.iter().map(part).collect()
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    // A string takes everything.
    let _ = escape_html(&mut html, text);
    html
}
