//! The lines that a document becomes.

/// The longest text of a document.
const LARGEST: usize = 16 * 1024 * 1024;
/// The longest paragraph.
const LONGEST: usize = 20_000;

/// A document as a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Document {
    pub(in super::super) text: String,
    /// The title, as the styles of a document say.
    pub(in super::super) title: Option<String>,
    /// What a person should look at.
    pub(in super::super) remarks: Vec<String>,
}

impl Document {
    /// Adds a paragraph, with an empty line behind it: it is no line of the one before.
    pub(in super::super) fn paragraph(&mut self, text: &str) -> Result<(), String> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.line(text)?;
        self.text.push('\n');
        Ok(())
    }

    /// Adds a line.
    pub(in super::super) fn line(&mut self, text: &str) -> Result<(), String> {
        if text.len() > LONGEST {
            let begins: String = text.chars().take(40).collect();
            return Err(format!(
                "the paragraph that begins with `{}` has more than {LONGEST} bytes: break it into several",
                begins.trim()
            ));
        }
        if self.text.len() + text.len() > LARGEST {
            return Err(format!("its text has more than the {LARGEST} bytes that planbook imports"));
        }
        self.text.push_str(text);
        self.text.push('\n');
        Ok(())
    }

    /// Adds a table. Of one column, it is a frame around paragraphs.
    pub(in super::super) fn table(&mut self, rows: &[Vec<String>]) -> Result<(), String> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns < 2 {
            for cell in rows.iter().flatten() {
                for paragraph in cell.split('\n') {
                    self.paragraph(paragraph)?;
                }
            }
            return Ok(());
        }
        for (at, row) in rows.iter().enumerate() {
            let cells = (0..columns).map(|column| row.get(column).map_or("", String::as_str));
            let shown: Vec<String> =
                cells.map(|cell| cell.trim().replace('|', "\\|").replace('\n', "<br>")).collect();
            self.line(&format!("| {} |", shown.join(" | ")))?;
            if at == 0 {
                self.line(&format!("|{}", "---|".repeat(columns)))?;
            }
        }
        self.text.push('\n');
        Ok(())
    }
}
