//! The text as a Word document: styles for headings and lists, tables whose headings come again on each page, links.
//!
//! We write the parts of the format ourselves. The library for it has no repeated headings of tables, no title and no language of
//! a document.

use std::fmt::Write as _;

use super::blocks::{Block, Inline, Table, TextDocument};
use super::package::{archive, xml};
use super::styles::{HEAD, MAIN, numbering, styles};
use crate::direction;

/// Where the names of relations begin.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The same for packages.
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// The width between the margins of A4, in twentieths of a point.
const WIDTH: usize = 9638;

/// The text as the bytes of a Word document.
///
/// # Errors
/// When the archive cannot be written.
pub fn docx(document: &TextDocument) -> Result<Vec<u8>, String> {
    let rtl = direction::dir(&document.language).is_some();
    let mut body = Body { rtl, ..Body::default() };
    body.paragraph("Title", "", &[Inline::text(&document.title)]);
    document.blocks.iter().for_each(|block| body.block(block));
    let text = format!(
        "{HEAD}<w:document {MAIN} xmlns:r=\"{OFFICE}\"><w:body>{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        body.text
    );
    archive(&[
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", properties(document)),
        ("word/document.xml", text),
        ("word/_rels/document.xml.rels", relations(&body.links)),
        ("word/styles.xml", styles(&document.language, rtl)),
        ("word/numbering.xml", numbering(body.lists)),
        ("word/settings.xml", settings(&document.language)),
    ])
}

/// What the document has so far.
#[derive(Default)]
struct Body {
    text: String,
    /// The addresses of links, each of which is a relation.
    links: Vec<String>,
    /// How many lists with numbers there are.
    lists: usize,
    rtl: bool,
}

impl Body {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, line) => {
                self.paragraph(&format!("Heading{}", level.clamp(&1, &3)), "", line)
            }
            Block::Paragraph(line) => self.paragraph("Normal", "", line),
            Block::Quote(line) => self.paragraph("Quote", "", line),
            Block::Bullets(lines) => lines.iter().for_each(|line| self.paragraph("ListBullet", "", line)),
            Block::Numbers(lines) => {
                let number = self.lists + 2;
                self.lists += 1;
                let place = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>");
                lines.iter().for_each(|line| self.paragraph("ListNumber", &place, line));
            }
            Block::Table(table) => self.table(table),
        }
    }

    fn paragraph(&mut self, style: &str, place: &str, line: &[Inline]) {
        let bidi = if self.rtl { "<w:bidi/>" } else { "" };
        let _ = write!(self.text, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{place}{bidi}</w:pPr>");
        self.line(line, "");
        self.text.push_str("</w:p>");
    }

    fn line(&mut self, line: &[Inline], letters: &str) {
        let rtl = if self.rtl { "<w:rtl/>" } else { "" };
        for inline in line {
            match inline {
                Inline::Text(words) => self.run(words, &format!("{letters}{rtl}")),
                Inline::Strong(words) => self.run(words, &format!("<w:b/>{rtl}")),
                Inline::Link(words, address) => {
                    self.links.push(address.clone());
                    let _ = write!(
                        self.text,
                        "<w:hyperlink r:id=\"rIdLink{}\" w:history=\"1\">",
                        self.links.len()
                    );
                    self.run(words, &format!("<w:rStyle w:val=\"Hyperlink\"/>{rtl}"));
                    self.text.push_str("</w:hyperlink>");
                }
            }
        }
    }

    fn run(&mut self, words: &str, letters: &str) {
        let _ = write!(
            self.text,
            "<w:r><w:rPr>{letters}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            xml(words)
        );
    }

    fn table(&mut self, table: &Table) {
        self.paragraph("Caption", "", &[Inline::text(&table.caption)]);
        let columns = table.head.len().max(1);
        // Numbers need little room; what they are of has the rest.
        let others = if table.numeric { 1700 } else { WIDTH * 3 / 5 / columns.saturating_sub(1).max(1) };
        let widths: Vec<usize> = (0..columns)
            .map(|at| if at == 0 { WIDTH.saturating_sub(others * (columns - 1)) } else { others })
            .collect();
        let visual = if self.rtl { "<w:bidiVisual/>" } else { "" };
        let _ = write!(
            self.text,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>{visual}<w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            xml(&table.caption)
        );
        for width in &widths {
            let _ = write!(self.text, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.text.push_str("</w:tblGrid>");
        let head: Vec<Vec<Inline>> =
            table.head.iter().map(|word| vec![Inline::Strong(word.clone())]).collect();
        self.row(&head, &widths, table.numeric, true);
        table.rows.iter().for_each(|row| self.row(row, &widths, table.numeric, false));
        // Word joins two tables that nothing stands between.
        self.text.push_str("</w:tbl><w:p/>");
    }

    fn row(&mut self, cells: &[Vec<Inline>], widths: &[usize], numeric: bool, is_head: bool) {
        let head = if is_head { "<w:tblHeader/>" } else { "" };
        let _ = write!(self.text, "<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>");
        for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let shade =
                if is_head { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7E6E6\"/>" } else { "" };
            let place = if numeric && at > 0 { "<w:jc w:val=\"end\"/>" } else { "" };
            let bidi = if self.rtl { "<w:bidi/>" } else { "" };
            let _ = write!(
                self.text,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr><w:p><w:pPr>{bidi}<w:spacing w:after=\"0\"/>{place}</w:pPr>"
            );
            self.line(cell, "");
            self.text.push_str("</w:p></w:tc>");
        }
        self.text.push_str("</w:tr>");
    }
}

fn content_types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut text = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for (part, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
    ] {
        let _ = write!(text, "<Override PartName=\"/word/{part}.xml\" ContentType=\"{word}.{kind}+xml\"/>");
    }
    text + "</Types>"
}

fn package_relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn relations(links: &[String]) -> String {
    let mut text = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (at, part) in ["styles", "numbering", "settings"].iter().enumerate() {
        let _ = write!(
            text,
            "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{part}\" Target=\"{part}.xml\"/>",
            at + 1
        );
    }
    for (at, address) in links.iter().enumerate() {
        let _ = write!(
            text,
            "<Relationship Id=\"rIdLink{}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            at + 1,
            xml(address)
        );
    }
    text + "</Relationships>"
}

/// What programs show of the document. Its times are the day that it was made for, never that of the clock.
fn properties(document: &TextDocument) -> String {
    let time = |name: &str| {
        format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:{name}>", document.day)
    };
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>planbook</dc:creator><dc:language>{}</dc:language>{}{}</cp:coreProperties>",
        xml(&document.title),
        xml(&document.language),
        time("created"),
        time("modified")
    )
}

fn settings(language: &str) -> String {
    format!(
        "{HEAD}<w:settings {MAIN}><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{0}\" w:eastAsia=\"ja\"/></w:settings>",
        xml(language)
    )
}
