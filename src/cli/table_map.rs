//! The mapping file of `planbook import`: obeyed, or written.

use std::path::Path;

use anyhow::{Context as _, anyhow, bail};

use crate::import::{self, Decisions, Import};
use crate::write;

/// The decisions with those of the mapping file, if there is one. What flags say counts first.
pub(super) fn decisions(path: Option<&Path>, mut decisions: Decisions) -> anyhow::Result<Decisions> {
    let Some(path) = path.filter(|path| write::is_there(path)) else { return Ok(decisions) };
    let mut map = import::read_map(&existing(path)?).map_err(|problems| {
        let shown: Vec<String> =
            problems.iter().map(|problem| format!("{}:{problem}", path.display())).collect();
        let count =
            if shown.len() == 1 { "a mistake".to_owned() } else { format!("{} mistakes", shown.len()) };
        anyhow!("{} has {count}, so nothing was written\n{}", path.display(), shown.join("\n"))
    })?;
    map.file = path.display().to_string();
    decisions.lang = decisions.lang.or_else(|| map.language.clone());
    decisions.status_date = decisions.status_date.or_else(|| map.status_date.clone());
    decisions.map = Some(map);
    Ok(decisions)
}

/// A mapping file that does not exist yet.
pub(super) struct NewMap<'p> {
    /// Where it is to be.
    pub(super) path: &'p Path,
    /// What it says.
    pub(super) text: String,
}

/// The mapping file that is to be written, if one was asked for and there is none.
pub(super) fn to_write<'p>(
    path: Option<&'p Path>,
    found: &Import,
    decisions: &Decisions,
) -> anyhow::Result<Option<NewMap<'p>>> {
    let Some(path) = path else { return Ok(None) };
    let Some(text) = import::map(found, decisions) else {
        bail!("--map is for tables, and this is a text\n  help: correct a text with --outline FILE")
    };
    Ok((!write::is_there(path)).then_some(NewMap { path, text }))
}

#[expect(clippy::disallowed_methods, reason = "a mapping file is no file of a book")]
fn existing(path: &Path) -> anyhow::Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    import::decode(&bytes).map_err(|problem| anyhow!("{} cannot be read: {problem}", path.display()))
}
