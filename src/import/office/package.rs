//! An archive, read within limits: a small file may unpack to one that fills the memory.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// The most bytes of one part.
const LARGEST_PART: u64 = 64 * 1024 * 1024;
/// The most bytes of all parts that are read.
const LARGEST: u64 = 192 * 1024 * 1024;
/// The most parts.
const MOST_PARTS: usize = 10_000;

/// The parts of an office file.
pub(in super::super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'b> Package<'b> {
    /// Opens an archive.
    pub(in super::super) fn open(bytes: &'b [u8]) -> Result<Self, String> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| "it is a damaged archive: open it in its program and save it again".to_owned())?;
        if archive.len() > MOST_PARTS {
            return Err(format!(
                "it has {} parts, more than the {MOST_PARTS} that planbook reads",
                archive.len()
            ));
        }
        Ok(Self { archive, left: LARGEST })
    }

    /// Whether there is a part of this name.
    pub(in super::super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Whether the name of a part begins with some letters.
    pub(in super::super) fn has_below(&self, folder: &str) -> bool {
        self.archive.file_names().any(|name| name.is_ok_and(|name| name.starts_with(folder)))
    }

    /// The text of a part; `None` when there is none of this name.
    pub(in super::super) fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        if !self.has(name) {
            return Ok(None);
        }
        let broken = || {
            format!(
                "its part {name} is damaged or protected by a password: open it in its program and save it again"
            )
        };
        let part = self.archive.by_name(name).map_err(|_| broken())?;
        let most = LARGEST_PART.min(self.left);
        let mut bytes = Vec::new();
        part.take(most + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > most {
            return Err(format!(
                "its part {name} unpacks to more than {most} bytes, which planbook does not read"
            ));
        }
        self.left -= size;
        let text = String::from_utf8(bytes).map_err(|_| format!("its part {name} is not UTF-8 text"))?;
        Ok(Some(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned)))
    }

    /// The text of a part that must be there.
    pub(in super::super) fn required(&mut self, name: &str) -> Result<String, String> {
        self.text(name)?
            .ok_or_else(|| format!("its part {name} is missing: open it in its program and save it again"))
    }

    /// What the part that describes the relations of another one says: ids and the names of parts.
    pub(in super::super) fn relations(&mut self, part: &str) -> Result<Vec<(String, String)>, String> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let Some(text) = self.text(&format!("{folder}/_rels/{file}.rels"))? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for event in super::Events::of(&text) {
            if let super::Event::Open(name, attributes) = event?
                && name == "Relationship"
            {
                let value = |key| super::attribute(&attributes, key).unwrap_or("").to_owned();
                found.push((value("Id"), joined(folder, &value("Target"))));
            }
        }
        Ok(found)
    }
}

/// A name of a part from the folder of another one.
fn joined(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." | "" => {}
            _ => steps.push(step),
        }
    }
    steps.join("/")
}
