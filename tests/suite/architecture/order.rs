//! The order of a crate: which file uses which, what goes in a circle, and what goes up.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;

/// Which file uses which, each with one path that says so.
pub(super) type Uses = BTreeMap<String, BTreeMap<String, String>>;

/// The uses between files. Whoever names something uses the file that defines it, not those that hand it on.
pub(super) fn uses(names: &Names) -> Uses {
    let mut uses = Uses::new();
    for (within, path, way) in names.ways() {
        let user = names.file_of(within);
        for defined in &way.defined {
            let used = names.file_of(defined);
            if used != user {
                let paths = uses.entry(user.to_owned()).or_default();
                paths.entry(used.to_owned()).or_insert_with(|| path.clone());
            }
        }
    }
    uses
}

/// Uses of modules that are not below the user, each once. A module that only hands a name on is used too.
pub(super) fn upward(names: &Names, levels: &[&[&str]]) -> BTreeSet<String> {
    let level = |module: &str| levels.iter().position(|modules| modules.contains(&module));
    let mut found: BTreeMap<(String, String), String> = BTreeMap::new();
    for (within, path, way) in names.ways() {
        let Some(own) = within.first() else { continue };
        for other in way.defined.iter().chain(&way.passed).filter_map(|module| module.first()) {
            if other != own && level(other) >= level(own) {
                let user = names.file_of(within).to_owned();
                found.entry((user, other.clone())).or_insert_with(|| path.clone());
            }
        }
    }
    let described = |((user, other), path)| format!("{user} uses {other}, which is not below it ({path})");
    found.into_iter().map(described).collect()
}

/// Modules of the crate without a level, and levels without a module.
pub(super) fn unlisted(names: &Names, levels: &[&[&str]]) -> BTreeSet<String> {
    let listed: BTreeSet<String> =
        levels.iter().flat_map(|modules| modules.iter().map(|it| (*it).to_owned())).collect();
    names.top().symmetric_difference(&listed).cloned().collect()
}

/// In each folder, the circles between its files and folders. A folder counts as one, with all that lies in it.
pub(super) fn circles(uses: &Uses) -> Vec<String> {
    let files: BTreeSet<&String> = uses.iter().flat_map(|(user, used)| used.keys().chain([user])).collect();
    let mut folders: BTreeSet<&str> = BTreeSet::new();
    for file in files {
        folders.extend(file.match_indices('/').map(|(at, _)| &file[..=at]));
    }
    folders.insert("");
    let mut found = Vec::new();
    for folder in folders {
        let mut between = Uses::new();
        for (user, used) in uses {
            for (used, path) in used {
                let (Some(from), Some(to)) = (entry(folder, user), entry(folder, used)) else { continue };
                if from != to {
                    between.entry(from).or_default().entry(to).or_insert_with(|| format!("{user}: {path}"));
                }
            }
        }
        found.extend(knots(&between).into_iter().map(|knot| describe(folder, &knot, &between)));
    }
    found
}

/// The file or folder right in `folder` that a file is, or lies in.
fn entry(folder: &str, file: &str) -> Option<String> {
    let rest = file.strip_prefix(folder)?;
    Some(rest.split_once('/').map_or(rest, |(inner, _)| inner).to_owned())
}

/// Sets of entries each of which reaches all others of its set.
fn knots(uses: &Uses) -> Vec<BTreeSet<String>> {
    let reached: BTreeMap<&String, BTreeSet<String>> =
        uses.keys().map(|from| (from, reach(uses, from))).collect();
    let mut found: Vec<BTreeSet<String>> = Vec::new();
    for (from, others) in &reached {
        if others.contains(*from) && !found.iter().any(|knot| knot.contains(*from)) {
            let back = |other: &&String| reached.get(*other).is_some_and(|reached| reached.contains(*from));
            found.push(others.iter().filter(back).cloned().collect());
        }
    }
    found
}

fn reach(uses: &Uses, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut next = vec![from.to_owned()];
    while let Some(at) = next.pop() {
        for used in uses.get(&at).into_iter().flat_map(BTreeMap::keys) {
            if found.insert(used.clone()) {
                next.push(used.clone());
            }
        }
    }
    found
}

fn describe(folder: &str, knot: &BTreeSet<String>, uses: &Uses) -> String {
    let mut text = format!("{} of src/{folder} go in a circle:", knot.len());
    for user in knot {
        for (used, path) in uses.get(user).into_iter().flatten().filter(|(used, _)| knot.contains(*used)) {
            text.push_str(&format!("\n    {user} uses {used} ({path})"));
        }
    }
    text
}
